"""A letter that shows who reported it is known as such, in whatever spelling; ordinary words and shared names pass."""

from datetime import UTC, datetime

import pytest
from cast import a_school, an_adult
from made_reports import report

from letterladder.rules.people.people import Adult, PeopleRegister, Pupil
from letterladder.rules.privacy.redaction_terms import Reporter
from letterladder.rules.privacy.reporter_guard import Guard, masked
from letterladder.rules.privacy.reporter_marks import kept_for
from letterladder.rules.privacy.reporter_traits import noted_traits, register_traits, together, told_traits

STOTT = an_adult()
RUBY = Pupil(pupil_id="P1", given_name="Ruby", family_name="Stott", school_class="4K")
ADA = Pupil(pupil_id="P2", given_name="Zoë", family_name="O'Hare-Müller", school_class="2A")
HARE = Adult(
    person_id="A2",
    title="Mrs",
    given_name="Bronagh",
    family_name="O'Hare",
    relationships={"P2": "Mother", "P1": "Stepmother"},
    address=("14 Canal Row", "Wexmoor", "ZZ99 4AC"),
    email="b.ohare@mail.example",
    phone="01632 960403",
)
PEOPLE = PeopleRegister(adults={"A1": STOTT, "A2": HARE}, pupils={"P1": RUBY, "P2": ADA})


def guard(text: str = "", name: str = "", address: str = "", seen_by: str = "") -> Guard:
    """What knows a reporter by the email, its sender and, where they are in it, the register."""
    mail = report(
        text,
        from_name=name,
        from_address=address or "x@mail.example",
        received=datetime(2026, 11, 2, tzinfo=UTC),
    )
    noted = noted_traits(Reporter(name=name, address=address, seen_by=seen_by))
    known = together([noted, told_traits(mail)])
    known = together([known, register_traits(known, [address], PEOPLE, STOTT)])
    return Guard(known, kept_for(STOTT, PEOPLE.pupils_of("A1"), a_school()))


def found(known: Guard, text: str) -> list[str]:
    """The kinds of things that give the reporter away, by their short names."""
    return [leak.trait.name for leak in known.leaks(text)]


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ("NAME", "Bronagh O'Hare told us"),
        ("NAME", "BRONAGH OHARE told us"),
        ("NAME", "a post that O’Hare, Bronagh saw"),
        ("NAME", "as Mrs O'Hare said"),
        ("NAME", "it came from bronagh"),
        ("NAME", "Bronagh’s telephone"),
        ("NAME", "@bronaghohare77 wrote"),
        ("CHILD", "Zoe saw it"),
        ("CHILD", "ZOË O'HARE MUELLER"),
        ("ADDRESS", "the house at 14, Canal Row"),
        ("ADDRESS", "in Canal Row"),
        ("ADDRESS", "ZZ994AC"),
        ("PHONE", "ring 01632-960 403"),
        ("PHONE", "ring +44 1632 960403"),
        ("PHONE", "ring +44 (0)1632 960403"),
        ("PHONE", "ring 0044 1632 960 403"),
        ("PHONE", "ring 960403"),
        ("EMAIL", "write to B.OHare@Mail.Example."),
    ],
)
def test_a_reporter_of_the_register_is_known_in_every_spelling(expected: str, text: str) -> None:
    """Recognised by the email address alone: the register tells the rest."""
    assert expected in found(guard(address="b.ohare@mail.example"), text)


@pytest.mark.parametrize(
    "text",
    [
        "Dear Mr Stott, Ruby Stott and Ruby are named, at 17 Tanner's Row, Wexmoor, ZZ99 2XB",
        "gavin.stott@mail.example",
        "Please remove it by Thursday 12 November 2026. Our reference: 2026-0403",
        "Help and contact: the school office",
        "They live in Wexmoor too. The hare and the canal.",
    ],
)
def test_what_the_adult_shares_or_owns_may_stand(text: str) -> None:
    """The stepmother of the adult's child reported.

    The child, the town and the adult's own name are not marks of hers.
    """
    assert found(guard(address="b.ohare@mail.example"), text) == []


@pytest.mark.parametrize(
    ("leaks", "text"),
    [
        (1, "This is about what we heard from Tom about it."),
        (1, "A child, Tom, cried."),
        (0, "Yours sincerely\nMr Tom Reddish\nHeadteacher"),
        (0, "Please ring Tom Reddish on 01632 960140."),
    ],
)
def test_a_given_name_that_one_of_our_people_has_too_stands_with_the_family_name_alone(
    leaks: int, text: str
) -> None:
    """The head is Tom as well: alone, the name means whoever reported."""
    known = told_traits(
        report("They wrote it on Facebook.\n\nKind regards\nTom Okoro", from_name="Tom Okoro")
    )
    kept = kept_for(STOTT, (RUBY,), a_school(), "Mr Tom Reddish")
    assert len(Guard(known, kept).leaks(text)) == leaks


@pytest.mark.parametrize(
    "name", ["Will May", "Mark Price", "Grace Hope", "April Day", "Rose Hill", "Sue Bill"]
)
def test_names_that_are_words_stop_no_ordinary_sentence(name: str) -> None:
    """Only where a capital inside a sentence, a title or the whole name says so."""
    text = (
        "You may reply by 5 May 2026 or in May. We will mark it; will it do? Mark the date. Will you come? The price of"
        " hope: grace. Rose Hill School is far. On Monday 6 April 2026 the day rose. Bill payments: May half-term."
        " We may sue. If you rose to it, may we ask? May we ask?"
    ).replace(f"{name} School is far. ", "")
    assert found(guard(name=name), text) == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Will May", "the words that Will May saw"),
        ("Will May", "as Mr May told us"),
        ("Will May", "it was W May"),
        ("Mark Price", "we heard from Mark that it was there"),
        ("Mark Price", "Mark told us."),
        ("Mark Price", "MARK PRICE"),
        ("Beth Aldous", "The report came from Beth and others"),
        ("Aldous, Beth (4B)", "beth aldous is a grass"),
        ("Mrs Beth Aldous", "as Miss Aldous said"),
        ("Beth and Tom Aldous", "Tom Aldous saw it"),
        ("Łukasz Żuk", "Lukasz saw it"),
        ("Beth Aldous", "The Aldouses told us"),
        ("Beth Aldous", "in the Aldouses' garden"),
        ("Emeka Okoro", "as the Okoros told us"),
        ("Emeka Okoro", "at the Okoros’ house"),
        ("Bronagh O'Hare", "the O’Hares saw it"),
        ("Ann Kielty", "the Kielties saw it"),
    ],
)
def test_the_same_names_are_known_where_they_are_meant(name: str, text: str) -> None:
    """As a person reads them."""
    assert "NAME" in found(guard(name=name), text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Mina Hi", "He gave his word. His word was kept."),
        ("Lan Thi", "This is what was posted."),
        ("Sam Price", "The prices rose. All prices are here."),
        ("Tessa Stott", "the Stotts are asked to come in"),
    ],
)
def test_a_plural_that_is_a_word_or_the_adults_own_name_may_stand(name: str, text: str) -> None:
    """Only family names that can mean nobody else have one."""
    assert found(guard(name=name), text) == []


@pytest.mark.parametrize(
    ("expected", "mail", "text"),
    [
        ("CHILD", "My daughter Ada in 2A saw it.", "when Ada was there"),
        ("CHILD", "our twins, Kit and Noor, cried", "and so did Noor there"),
        ("CHILD", "My daughter Łucja in 2A saw it.", "when Łucja was there"),
        ("CHILD", "Áine is mine: my son Śliwka and our girl Ñusta cried", "and so did Ñusta there"),
        ("NAME", "It was nasty.\n\nKind regards\nÁine Ó Murchú", "as Áine says"),
        ("NAME", "my name is Željko Žuk", "as Mr Žuk says"),
        ("CHILD", "I did not like it.\n\nBeth\nmum of Priya 2A", "a child, Priya, saw it"),
        ("CHILD", "I am Priya's mum and I saw it", "a child, Priya, saw it"),
        ("NAME", "It was nasty.\n\nKind regards\nBeth Aldous", "as Beth Aldous says"),
        ("NAME", "my name is Beth Aldous", "as Mrs Aldous says"),
        ("NAME", "Your name: Beth Aldous\nParent: x", "as Mrs Aldous says"),
        (
            "NAME",
            "See below\n\nFrom: Ida Lamb <ida@mail.example>\nSent: today\n\nHe wrote it",
            "as Ida Lamb says",
        ),
        (
            "EMAIL",
            "See below\n\nFrom: Ida Lamb <ida@mail.example>\nSent: today\n\nHe wrote it",
            "to ida@mail.example",
        ),
        ("PHONE", "Ring me on 01632 960 777", "ring 01632960777"),
        ("ADDRESS", "We live at 5 Hollow Lane, opposite.", "near 5 Hollow Ln"),
        ("ADDRESS", "We live at ZZ99 7QQ", "near zz997qq"),
    ],
)
def test_a_stranger_is_known_by_what_the_mail_tells(expected: str, mail: str, text: str) -> None:
    """Signature, labels, the writer's own child, numbers; also of the email that was sent on."""
    assert expected in found(guard(mail), text)


@pytest.mark.parametrize(
    "mail",
    [
        "From: Facebook <notify@social.example>\nSubject: x\n\nPosted on Facebook",
        "From: Gavin Stott <gavin.stott@mail.example>\nSent: x\n\nYou will be sorry. 17 Tanner's Row",
        "Many thanks\nSchool Office\nLarkfield Primary School\nLarkfield Road, Wexmoor, ZZ99 4LF",
    ],
)
def test_firms_the_adult_and_the_school_are_no_reporters(mail: str) -> None:
    """They are in every second email that is sent on."""
    text = (
        "Larkfield Primary School, Larkfield Road, Wexmoor, ZZ99 4LF. Dear Mr Stott, you wrote on Facebook."
        " 17 Tanner's Row. gavin.stott@mail.example. The school office, Mrs Anita Hollis"
    )
    assert found(guard(mail, name="School Office", seen_by="Several parents, Year 4, on Monday"), text) == []


@pytest.mark.parametrize(
    "line",
    [
        "Greg Fenwick. There is nothing in it, we have checked.",
        "FG. Marcus has it already and will speak to them.",
    ],
)
def test_a_sentence_behind_a_name_is_no_name(line: str) -> None:
    """People add to the line for their name; its words are in every letter."""
    known = guard(f"Parent: x\nReported by: {line}")
    assert found(known, "If it is still there, nothing follows. A member of staff has it already.") == []
    assert ("NAME" in found(known, "as Greg Fenwick told us")) is ("Greg" in line)


def test_a_mark_shows_the_place_and_not_the_name() -> None:
    """The reason is logged and emailed: it must not tell what the letter may not."""
    text = "We heard of it at pick-up from Beth\u200b Aldous, who was upset about it all"
    known = guard(name="Beth Aldous")
    assert (
        masked(text, known.leaks(text))
        == "… e heard of it at pick-up from [left out], who was upset about it all"
    )


def test_of_a_very_long_mail_only_the_beginning_is_looked_through() -> None:
    """Who writes is at its head; megabytes of text below must not hold up a draft."""
    number = "\n01632 960777\n"
    early, late = told_traits(report(number + "x " * 40_000)), told_traits(report("x " * 40_000 + number))
    assert (len(early.phones), len(late.phones)) == (1, 0)
