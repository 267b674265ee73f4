"""Who may be meant where nobody is named outright."""

from made_reports import ADULTS, PUPILS, report

from letterladder.rules.people.people import PeopleRegister
from letterladder.rules.reports.matching import suggest_adults
from letterladder.rules.texts.report import Report

REGISTER = PeopleRegister(
    adults={one.person_id: one for one in ADULTS}, pupils={one.pupil_id: one for one in PUPILS}
)
NED = "ned.farrow@mail.example"


def meant(mail: Report) -> set[str]:
    """Who is suggested; nobody of them for sure."""
    found = suggest_adults(mail, REGISTER)
    assert not any(one.exact for one in found)
    return {one.adult for one in found}


def test_a_given_name_means_the_senders_own_family() -> None:
    """Ned Farrow writes of Ida, the mother of his Tess."""
    assert meant(report("Ida has texted that she will be at the gate.", from_address=NED)) == {"A2"}


def test_a_given_name_means_nothing_from_a_stranger() -> None:
    """There may be many an Ida."""
    assert meant(report("Ida has texted that she will be at the gate.")) == set()


def test_my_wife_is_the_other_adult_of_the_senders_child() -> None:
    """No name at all."""
    assert meant(report("My wife is not to collect her today.", from_address=NED)) == {"A2"}


def test_a_pupil_named_for_sure_and_somebody_at_home() -> None:
    """Something grave is told of Tess Farrow's dad; her mother is not meant."""
    assert meant(report("Tess Farrow says that she is scared when daddy comes in.")) == {"A1"}


def test_a_pupil_named_for_sure_without_anything_grave_means_nobody() -> None:
    """Praise of a pupil is not a report."""
    assert meant(report("Tess Farrow sang beautifully, dad was there too.")) == set()


def test_a_house_means_who_lives_there_where_something_grave_is_told() -> None:
    """All who live in it, as far as a list may go."""
    assert "A1" in meant(report("There was screaming and a child crying at 1 Hill Road again."))
    assert meant(report("A parcel for 1 Hill Road is with us.")) == set()


def test_who_answers_a_letter_is_the_sender() -> None:
    """And nobody else is named."""
    assert meant(report("Got your letter. Fair enough.", from_address=NED)) == {"A1"}
    assert meant(report("When is sports day?", from_address=NED)) == set()


def test_who_announces_violence_themselves_is_the_sender() -> None:
    """Where they tell of another's threat it is not they."""
    assert meant(report("I will come down there and batter him.", from_address=NED)) == {"A1"}
    assert meant(report('He said "I will batter him".', from_address=NED)) == set()


def test_a_short_name_is_never_exact() -> None:
    """Flo is in the register, Florence in the email; a person looks."""
    assert meant(report("Florence Beck has posted that the school is a dump.")) == {"A8"}


def test_somebodys_wife_is_the_other_adult_of_their_child() -> None:
    """Not the husband who is named."""
    assert meant(report("Mr Farrow's wife has put a nasty comment on Facebook.")) == {"A2"}


def test_a_family_name_with_a_relation_is_that_adult() -> None:
    """The Farrow dad, not the Farrow mum."""
    assert meant(report("The Farrow dad swore at the gate.")) == {"A1"}
