import pytest
from steps import steps_of

from letterladder.mailbox.quotes import is_answer, own_words, quoted_forwards, without_signature

GMAIL = "No.\n\nOn Fri, 6 Nov 2026 at 10:00, School <letters@school.example> wrote:\n> Dear Mr Stott\n> Take it down.\n"
WRAPPED = "No.\n\nOn Fri, 6 Nov 2026 at 10:00, School <letters@school.example>\nwrote:\n\n> Dear Mr Stott\n"
IPHONE = "No.\n\n> On 6 Nov 2026, at 16:00, School <letters@school.example> wrote:\n>\n> Dear Mr Stott\n"
OUTLOOK = (
    "No.\n\nFrom: School <letters@school.example>\nSent: 6 November\nTo: Me\nSubject: x\n\nDear Mr Stott\n"
)
OLD = "No.\n\n-----Original Message-----\nFrom: School\nSent: x\n\nDear Mr Stott\n"
FLAT = "No.\n\nOn Fri, 6 Nov 2026 at 10:00, School <letters@school.example> wrote:\n\nDear Mr Stott\n"
POLISH = "No.\n\nDnia 6 listopada 2026 10:00 School <letters@school.example> napisał(a):\n\nDear Mr Stott\n"
GERMAN = "No.\n\nAm 6.11.2026 um 10:00 schrieb School <letters@school.example>:\n\nDear Mr Stott\n"
BELOW = "On Fri, 6 Nov 2026 at 10:00, School <letters@school.example> wrote:\n> Take it down.\n\nNo.\n"


@pytest.mark.parametrize("text", [GMAIL, WRAPPED, IPHONE, OUTLOOK, OLD, FLAT, POLISH, GERMAN, BELOW])
def test_a_quoted_letter_is_not_the_parent_s_words(text: str) -> None:
    """Our own letter repeats the insult: quoted back, it is not a new report."""
    assert own_words(text, answers=True) == "No."


@pytest.mark.parametrize(
    "text",
    [
        "On Monday he wrote:\n\nI will kill her.",
        "On 3 November at 21:52 he wrote:\n\nI will kill her.",
        "Hello\n\nOn Facebook Mrs X wrote:\n'you are scum'",
        "Date: 3 November\nTo: whom it may concern\n\nShe hit him.",
        "What was posted: see below\nFrom: nobody knows",
    ],
)
def test_a_report_that_tells_what_somebody_wrote_stays_whole(text: str) -> None:
    """The line "On Monday he wrote:" in a report introduces the report itself. Cutting it could hide a threat."""
    assert own_words(text, answers=False) == text


def test_a_mail_that_is_all_quotation_keeps_its_text() -> None:
    """Nothing of their own is better shown whole than empty."""
    assert own_words("> all of it\n> quoted", answers=True) == "> all of it\n> quoted"


@pytest.mark.parametrize(
    "ending",
    [
        "Kind regards\nSophie\n\nMiss S Hartnell\nClass Teacher 3B\n01632 960012",
        "-- \nSophie\nSchool office",
        "Sent from my iPhone",
        "Get Outlook for iOS<https://x.example/o0ukef>",
        "Thanks,\nSophie",
    ],
)
def test_a_signature_is_left_out(ending: str) -> None:
    """Roles and telephone numbers are not part of what happened."""
    assert without_signature(f"He posted it again.\n\n{ending}").strip() == "He posted it again."


@pytest.mark.parametrize(
    "text",
    [
        "He posted it.\n\nKind regards\nSophie\n\nPS he also said he will hit Tom.",
        "Hello\nThanks, I wanted to say that he hit her.",
        "Hello\nRegards\n" + "He came to the gate. He shouted at us. " * 20,
        "Thank you",
    ],
)
def test_what_follows_a_greeting_is_kept_when_it_says_something(text: str) -> None:
    """An afterthought below the name may be the worst of it."""
    assert without_signature(text) == text


@pytest.mark.parametrize(
    ("expected", "subject"),
    [
        (True, "Re: Letter"),
        (True, "RE[2]: Letter"),
        (True, "Odp: List"),
        (False, "Report"),
        (False, "FW: x"),
        (False, ""),
    ],
)
def test_an_answer_is_known_by_its_subject(expected: bool, subject: str) -> None:
    """Where In-Reply-To is missing, the subject tells."""
    assert is_answer(subject) is expected


CHAIN = (
    "For your file.\n\nFrom: Jo <jo@school.example>\nSent: 19 November\nTo: Sam\nSubject: FW: that post\n\n"
    "One for you?\n\n"
    "-----Original Message-----\nFrom: Hannah\nSent: 18 November\nTo: Jo\nSubject: that post\n\n> I saw it!\n> Look.\n"
)


def test_a_forwarded_chain_is_taken_apart_outermost_first() -> None:
    """The quoted people are the witnesses."""
    assert quoted_forwards(CHAIN, "FW: FW: that post") == ("One for you?", "I saw it!\nLook.")


def test_a_reply_s_quotation_is_no_forward() -> None:
    """What we wrote ourselves is not carried to us as news."""
    assert quoted_forwards(CHAIN, "Re: that post") == ()


def test_a_forward_is_known_without_its_subject() -> None:
    """Gmail and Apple write a line of their own."""
    text = "See below\n\n---------- Forwarded message ---------\nFrom: Jo <jo@x.example>\nDate: Mon\n\nHe did it.\n"
    apple = "See below\n\nBegin forwarded message:\n\nFrom: Jo <jo@x.example>\nDate: Mon\n\nHe did it.\n"
    assert [quoted_forwards(one, "that post") for one in (text, apple)] == [("He did it.",)] * 2


HOSTILE = (
    "On " * 60_000,
    ("On " + "a " * 140 + "\n") * 3_000,
    "> " * 400_000,
    "From: x\n" * 100_000,
    "\n" * 500_000,
)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_takes_steps_in_proportion(text: str) -> None:
    """No line is gone through again for each other line."""
    part = text[:20_000]
    assert steps_of(lambda: own_words(part, answers=True)) < 20 * len(part)
    assert steps_of(lambda: quoted_forwards(part, "FW: x")) < 20 * len(part)


@pytest.mark.sweep("test_hostile_text_takes_steps_in_proportion")
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_of_any_size_is_read_to_its_end(text: str) -> None:
    """Hundreds of thousands of lines, marks or words."""
    own_words(text, answers=True)
    quoted_forwards(text, "FW: x")
