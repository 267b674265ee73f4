"""What is attached counts: it alarms, asks and suggests, and never makes a report clear."""

import pytest
from attached_files import file, picture
from made_reports import REGISTER, form_report, report, shipped_policy

from letterladder.ground.values import replace
from letterladder.rules.people.conflict import Staff
from letterladder.rules.reports.facts import fact_of
from letterladder.rules.reports.triage import Triage, TriageOutcome, triage
from letterladder.rules.texts.report import Attachment, Report
from letterladder.rules.words import Flag, Level

POLICY = shipped_policy()
STAFF = Staff(own_domains=frozenset({"school.example"}), names=("Miss Fay Pell",))
FORM = form_report('"Miss Pell is a lazy cow"')
DANGER = "Tess told us her dad hits her."
LEAFLET = "Safeguarding training for all staff: a case study of a child who was hit by her dad."


def judged(mail: Report) -> Triage:
    """The triage of one email."""
    return triage(mail, REGISTER, POLICY, {}, staff=STAFF)


def with_files(mail: Report, *files: Attachment) -> Report:
    """The email with these files."""
    return replace(mail, attachments=files)


def test_a_screenshot_beside_typed_words_leaves_a_form_clear() -> None:
    """Most reports bring one; what is typed says what was posted."""
    assert judged(FORM).outcome is TriageOutcome.CLEAR
    assert judged(with_files(FORM, picture())).outcome is TriageOutcome.CLEAR


@pytest.mark.parametrize(
    ("why", "attached"),
    [
        ('what is in "statement.docx" must be read first', file("statement.docx", "A quiet day.")),
        (
            'what is in "statement.pdf" must be read first (locked by a password)',
            file("statement.pdf", unread="locked by a password"),
        ),
        (
            'what is in "half.pdf" must be read first (1 of its 2 pages have no text)',
            file("half.pdf", "A quiet day.", "1 of its 2 pages have no text"),
        ),
    ],
)
def test_a_file_that_is_no_picture_is_for_a_person(why: str, attached: Attachment) -> None:
    """Whether it was read or not: a letter may need what it says."""
    found = judged(with_files(FORM, attached))
    assert (found.outcome, found.level) == (TriageOutcome.CONDUCT_UNCLEAR, Level.AMBER)
    assert why in found.reason


@pytest.mark.parametrize("what", ["see below", "screenshot"])
def test_a_picture_that_is_all_there_is_must_be_looked_at(what: str) -> None:
    """On a form with next to nothing typed, and in an email of a few words."""
    found = judged(with_files(form_report(what), picture()))
    assert found.outcome is not TriageOutcome.CLEAR
    assert judged(with_files(report(what), picture())).reason == (
        'The email itself says almost nothing; nobody has typed the words of the picture "shot.png": '
        "look at it, and type what it says."
    )


def test_danger_in_a_file_alarms_and_names_the_file() -> None:
    """As if the email itself said it."""
    found = judged(with_files(report("Please see the attached."), file("notes.docx", DANGER)))
    assert (found.outcome, found.level) == (TriageOutcome.ALERT, Level.RED)
    assert found.flags[0].flag is Flag.CHILD_PROTECTION
    assert found.flags[0].words.endswith('(in "notes.docx")')


def test_a_leaflet_beside_it_does_not_silence_the_email() -> None:
    """What is taught in one file takes nothing from what the email, or another file, tells."""
    assert judged(report(LEAFLET)).outcome is not TriageOutcome.ALERT
    assert judged(with_files(report(DANGER), file("a.pdf", LEAFLET))).outcome is TriageOutcome.ALERT
    both = with_files(report("Two files."), file("a.pdf", LEAFLET), file("b.docx", DANGER))
    assert judged(both).outcome is TriageOutcome.ALERT


@pytest.mark.parametrize(
    ("flag", "words"),
    [
        (Flag.SAR, "I want a copy of all the personal data that you hold about my daughter."),
        (Flag.SOLICITOR, "We act for Mr Farrow and require your response within 14 days."),
        (Flag.FOI, "Under the Freedom of Information Act please tell me what was spent on exclusions."),
    ],
)
def test_what_an_attached_letter_asks_for_is_told_with_the_file(flag: Flag, words: str) -> None:
    """A clock may run from a letter that somebody scanned."""
    found = judged(
        with_files(report("Please find our letter attached. Kind regards"), file("letter.pdf", words))
    )
    assert found.outcome is TriageOutcome.HOLD
    assert any(one.flag is flag and one.words.endswith('(in "letter.pdf")') for one in found.flags)


def test_an_adult_named_only_in_a_file_is_suggested_and_never_settled() -> None:
    """And a class list suggests a few, not everybody; one who is named in the email needs no file."""
    told = "Ned Farrow wrote on Facebook yesterday that Miss Pell is thick."
    assert judged(report(told)).adult == "A1"
    found = judged(with_files(report("Please see the attached statement."), file("statement.docx", told)))
    assert [(one.adult, one.exact) for one in found.suggestions] == [("A1", False)]
    assert 'is named in "statement.docx"' in found.suggestions[0].why
    assert found.adult == ""


def test_facts_come_from_a_file_and_not_from_what_a_machine_read() -> None:
    """A typed statement is a person's words; a guess at a picture is nobody's."""
    told = "He wrote on Facebook: “she is a lazy cow”."
    assert fact_of(with_files(report("See attached."), file("statement.docx", told))).platform == "Facebook"
    assert fact_of(with_files(report("See attached."), picture(text=told))).platform == ""


def test_what_a_machine_read_in_a_picture_alarms_and_blocks_but_never_clears() -> None:
    """Harmless words in it change nothing; grave ones make a person look, and it is said who read them."""
    assert judged(with_files(FORM, picture(text="Miss Pell is a lazy cow"))).outcome is TriageOutcome.CLEAR
    grave = judged(with_files(FORM, picture(text="he was drunk again")))
    assert grave.outcome is TriageOutcome.CONDUCT_UNCLEAR
    assert 'in "shot.png", as a machine read it' in grave.reason
    alarm = judged(with_files(report("See this."), picture(text=DANGER)))
    assert alarm.outcome is TriageOutcome.ALERT
    assert alarm.flags[0].words.endswith('(in "shot.png", as a machine read it)')


def test_a_locked_file_beside_thanks_is_read_today() -> None:
    """What nobody could read may be what the email was written for."""
    found = judged(
        with_files(report("Thank you so much, a lovely week."), file("a.pdf", unread="locked by a password"))
    )
    assert found.level is Level.AMBER
    assert '"a.pdf" could not be read (locked by a password)' in found.why_level
