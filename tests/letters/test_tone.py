"""How letters speak to people: as a person begins one, with somebody to turn to, in words of a reading age of 12."""

import re

import pytest
import textstat
from letters.printing import letter
from letters.sample_fields import ON_SITE
from shipped import FILES, SHEETS

TO_ADULTS = tuple(sorted(set(FILES) - set(SHEETS)))
READING_AGE = 12
AGE_AT_GRADE_0 = 5
"""The grade of Flesch and Kincaid is a year of school in the United States; pupils of grade 1 turn 6 or 7."""

NOBODY_CAME: dict[str, object] = {
    "attended": "",
    "agreed_actions": [],
    "complaint_points": [],
    "talked_about": "",
}
FORMS: tuple[tuple[str, dict[str, object]], ...] = (
    *((name, {}) for name in TO_ADULTS),
    ("L2", ON_SITE),
    ("L2b", {"agreed_actions": []}),
    ("L2b", NOBODY_CAME),
    ("L2b", {**NOBODY_CAME, "new_times": ["Monday 14 December 2026 at 9 am"]}),
    ("L3", ON_SITE),
    ("L3", {**ON_SITE, "is_online": "yes"}),
    ("P3", ON_SITE),
    ("B2a", {"more_time_until": "Monday 14 December 2026"}),
    ("B4", {"was_barred": ""}),
    ("B4", {"was_barred": "yes"}),
    ("C1", {"raised_with_us": "yes"}),
)
"""Every letter to an adult, in each of the forms that it takes."""

OPENINGS = re.compile(
    r"^(We (hope|would (?:still )?like|want|know|are glad)\b"
    r"|I am glad\b|Thank you\b|You have every right\b|There may be a good reason\b"
    r"|Children do best\b|School events are for families\b)"
)
"""How a person begins: with a wish, with thanks, or with what they hope for."""

THREATS = re.compile(
    r"\bor else\b|\bfailure to\b|\bfail to\b|\bif you do not (?:comply|remove|stop|do so)\b|\byou must\b"
    r"|\byou will be (?:banned|barred|charged|excluded|prosecuted|removed|reported|sued)\b"
    r"|\bconsequences?\b|\bfurther action\b|\bfurther steps\b|\bno (?:choice|option|alternative)\b|\bserious(?:ly)?\b"
    r"|\bwarn you\b|\bfinal\b|\bpolice will\b|\bwe will (?:have to|be forced)\b|\bdemand\b",
    re.IGNORECASE,
)


def body(name: str, changes: dict[str, object]) -> list[str]:
    """The lines from the heading to the close."""
    text = letter(name, **changes)
    start = re.search(r"^Dear .+\n", text, re.MULTILINE)
    assert start
    return text[start.end() : text.index("\nYours sincerely")].splitlines()


def opening(name: str, changes: dict[str, object]) -> str:
    """The first sentence below the heading."""
    return re.split(r"(?<=[.!?]) ", body(name, changes)[1])[0]


def reading_age(lines: list[str]) -> float:
    """The age at which a pupil reads this with ease; each line counts as a sentence, and a fact of a table as one."""
    sentences = [line.strip("- ").rstrip(".:") + "." for line in lines if line.strip()]
    textstat.set_lang("en_GB")
    return float(textstat.flesch_kincaid_grade(" ".join(sentences))) + AGE_AT_GRADE_0


@pytest.mark.parametrize(("name", "changes"), FORMS)
def test_a_letter_begins_as_one_person_writes_to_another(name: str, changes: dict[str, object]) -> None:
    """In whatever form: before what is asked or decided, and short."""
    first = opening(name, changes)
    assert OPENINGS.match(first), first
    assert len(first.split()) <= 25, first


@pytest.mark.parametrize(("name", "changes"), FORMS)
def test_the_first_sentence_is_true_of_everybody(name: str, changes: dict[str, object]) -> None:
    """Of a grandparent, of a carer, of somebody without a child at the school; it asks and blames nothing."""
    assert not re.search(
        r"your (?:\w+ )?child|parent|mother|father|please|must|remove|warning|again\b", opening(name, changes)
    )


@pytest.mark.parametrize(("name", "changes"), FORMS)
def test_a_letter_says_whom_to_talk_to_by_name_and_role(name: str, changes: dict[str, object]) -> None:
    """Nobody phones a school to talk to "the school"."""
    told = "\n".join(body(name, changes))
    assert "talk about this" in told
    assert "contact Mrs Jean Oldroyd (School Business Manager) on 01632 960121 or at contact@" in told


@pytest.mark.parametrize("name", TO_ADULTS)
def test_a_contact_without_a_role_has_no_empty_brackets(name: str) -> None:
    """An office that answers for itself."""
    told = letter(name, contact_name="the school office", contact_role="")
    assert "contact the school office on 01632 960121 or at" in told
    assert "()" not in told


@pytest.mark.parametrize(("name", "changes"), FORMS)
def test_a_letter_threatens_nothing(name: str, changes: dict[str, object]) -> None:
    """No condition with a penalty behind it; what the law says is told under its own heading, as it is."""
    told = "\n".join(body(name, changes))
    before, _, rest = told.partition("\nWhat the law says\n")
    assert THREATS.findall(before + rest.partition("\nIf you wish to complain")[2]) == []


@pytest.mark.parametrize(("name", "changes"), FORMS)
def test_a_letter_can_be_read_at_twelve(name: str, changes: dict[str, object]) -> None:
    """All of it, what the law says included, by the grade of Flesch and Kincaid."""
    assert reading_age(body(name, changes)) <= READING_AGE


@pytest.mark.parametrize("name", TO_ADULTS)
def test_what_is_asked_can_be_read_at_twelve_by_itself(name: str) -> None:
    """From the heading to the list of what is asked: the part that somebody reads on a bad day."""
    lines = body(name, {})
    asked = lines.index("What we ask you to do")
    end = next(at for at in range(asked + 1, len(lines)) if not lines[at].startswith("- "))
    said = [line for line in lines[1:end] if re.search(r"[.:]$", line) or line.startswith("- ")]
    assert reading_age(said) <= READING_AGE


def test_officialese_is_not_read_at_twelve() -> None:
    """So the measure can fail."""
    words = (
        "Notwithstanding the aforementioned representations, the governing body's determination regarding the"
        " withdrawal of permission remains applicable until such time as alternative arrangements are authorised."
    )
    assert reading_age([words]) > READING_AGE
