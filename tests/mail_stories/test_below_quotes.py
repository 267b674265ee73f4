"""A report below an email that is quoted without marks is seen, whoever or whatever says that it only answers."""

from pathlib import Path

import pytest
from office import Rehearsal, an_office
from prepared import prepared

from letterladder.rules.words import Verdict

DANGER = "He is outside the school gate now with a knife and says he will stab my daughter."
TOLD = (
    "Emeka Okoro, Ada's dad in 2A, has posted on Facebook that Mr Lowell is a useless lazy clown and should be "
    "sacked."
)
AWAY = "I am out of the office until Monday and will reply when I return."
NEIGHBOUR = "Jo Neighbour <jo@elsewhere.example>"
PLACES = {
    "wrote": "{own}\n\nOn Mon, 2 Nov 2026 at 10:05, Safeguarding <safeguarding@larkfield.example> wrote:\n\n"
    "{ours}\n\n{told}\n",
    "unmarked name": "{own}\n\nOn 2 Nov 2026, at 10:05, Safeguarding wrote:\n\n{ours}\n\n{told}\n",
    "outlook": "{own}\n\nFrom: Safeguarding <safeguarding@larkfield.example>\nSent: 02 November 2026 10:05\nTo: Jo\n"
    "Subject: Your email\n\n{ours}\n\n{told}\n",
    "between": "{own}\n\nFrom: Safeguarding <safeguarding@larkfield.example>\nSent: 02 November 2026 10:05\nTo: Jo\n"
    "Subject: Your email\n\n{told}\n\n{ours}\n",
    "signature": "{own}\n\n-- \nJo Neighbour\n07700 900123\n{told}\n",
    "device": "{own}\n\nSent from my iPhone\n\n{told}\n",
}


def _told_of_card(folder: Path) -> Rehearsal:
    """Somebody wrote little, and people were told; a case about Mr Dunn waits for the head."""
    school = an_office(folder)
    school.write(NEIGHBOUR, "a post", "I saw something bad online about a mum in 3C, please act.")
    school.report()
    return school


@pytest.fixture
def school(tmp_path: Path) -> Rehearsal:
    """That school."""
    return prepared(_told_of_card, tmp_path)


def answered(
    school: Rehearsal, place: str, told: str, *, kind: str = "card", own: str = "Thanks.", **headers: str
) -> list[str]:
    """An answer to one of our emails, with `told` in its place; the kinds of emails that it leads to."""
    ours = next(mail for mail in school.sent_mails() if mail.kind == kind)
    before = len(school.sent_mails())
    text = PLACES[place].format(own=own, ours=ours.text, told=told)
    school.write(NEIGHBOUR, f"Re: {ours.subject}", text, in_reply_to=ours.message_id, **headers)
    school.round()
    return [mail.kind for mail in school.sent_mails()[before:]]


@pytest.mark.parametrize("place", PLACES)
def test_danger_below_what_a_machine_quotes_alarms(place: str, school: Rehearsal) -> None:
    """It declares itself an automatic answer to one of ours, and says that somebody is away."""
    assert "alert" in answered(school, place, DANGER, own=AWAY, Auto_Submitted="auto-replied")


@pytest.mark.parametrize("place", PLACES)
def test_a_complaint_below_what_a_machine_quotes_reaches_a_person(place: str, school: Rehearsal) -> None:
    """It is in the in-tray, with whom it names."""
    answered(school, place, TOLD, own=AWAY, Auto_Submitted="auto-replied")
    row = school.mails()[-1]
    assert row.verdict is Verdict.INTRAY
    assert row.judged is not None
    assert "A3" in [one.adult for one in row.judged.suggestions]


@pytest.mark.parametrize("place", ["wrote", "outlook"])
def test_an_automatic_answer_that_only_quotes_us_is_put_away(place: str, school: Rehearsal) -> None:
    """As before: nobody reads what we wrote ourselves."""
    answered(school, place, "", own=AWAY, Auto_Submitted="auto-replied")
    assert school.mails()[-1].verdict is Verdict.ROBOT


@pytest.mark.parametrize("place", PLACES)
def test_a_person_who_is_named_below_a_quotation_is_proposed(place: str, school: Rehearsal) -> None:
    """Whatever email it answers: where ours is not known, never for certain."""
    school.write(NEIGHBOUR, "Re: your email", PLACES[place].format(own="Hello", ours="Thank you.", told=TOLD))
    school.round()
    row = school.mails()[-1]
    assert row.judged is not None
    assert [(one.adult, one.exact) for one in row.judged.suggestions] == [("A3", False)]


def test_nobody_is_proposed_for_having_written_the_email_that_is_quoted(school: Rehearsal) -> None:
    """A heading says who wrote to whom."""
    quoted = (
        "From: Emeka Okoro <e@elsewhere.example>\nSent: 02 November 2026 10:05\nTo: Jo\n\nSee you on Friday."
    )
    school.write(NEIGHBOUR, "Re: Friday", f"Is the hall free on Friday?\n\n{quoted}")
    school.round()
    judged = school.mails()[-1].judged
    assert judged is not None
    assert judged.suggestions == []


@pytest.mark.parametrize("place", ["wrote", "outlook", "between"])
def test_what_is_typed_below_is_on_the_case_that_it_answers(place: str, school: Rehearsal) -> None:
    """The line of the case quotes it, and does not say "Thanks." alone; people hear that it names somebody else."""
    answered(school, place, TOLD, kind="approval")
    assert "perhaps it is a report of its own" in school.newest("notice", "2026-0001").text
    answered(school, place, "See you on Monday.", kind="approval")
    assert "report of its own" not in school.newest("notice", "2026-0001").text
    told = [getattr(entry.event, "summary", "") for entry in school.office.cases.read("2026-0001")]
    assert any("Emeka Okoro" in one for one in told)
