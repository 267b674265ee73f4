"""Every letter beside the plain text that people agreed to; LETTERLADDER_GOLDEN=write renews that text."""

import io
import os
import re
import zipfile
from functools import cache
from pathlib import Path

import pytest
from letters.printing import PRINTER, TEMPLATES, fields_of, letter
from letters.sample_fields import POST, SAMPLES
from shipped import FILES, SHEETS
from shipped import LETTERS as KNOWN
from sweeps import each
from tools.make_letters import build

HERE = Path(__file__).resolve().parent
LETTERS = sorted(FILES)
TO_THE_ADULT = sorted(set(FILES) - SHEETS)
BARS = ["B1", "B2", "B3"]
OTHER_DATES = {"L3": "removal_by", "C2": "starts_on", "P1": "check_by", "P2": "ends_on", "P3": "ends_on"}
OTHER_DATES |= {"B2a": "decision_by", "B3": "ends_on", "B5": "ends_on", "B7": "event_on"}
"""Letters whose first date is another than the day by which the adult may answer."""
ASKS = {name: "answer_by" for name in LETTERS if "answer_by" in KNOWN.must_print(name)}
WITH_A_DATE = {**ASKS, **OTHER_DATES}
BELOW_THE_MEETING = {"N1", "L1", "Z1"}
"""Letters that ask for so little that they need not offer adjustments."""


@cache
def wording(name: str) -> str:
    """What the template itself says, without its tags."""
    text = PRINTER.text_of((TEMPLATES / FILES[name]).read_bytes())
    return re.sub(r"\{\{.*?\}\}|\{%.*?%\}", "", text)


def parts_of(docx: bytes) -> dict[str, bytes]:
    """The parts of a Word file, unpacked: compression differs between machines, content does not."""
    with zipfile.ZipFile(io.BytesIO(docx)) as made:
        return {part: made.read(part) for part in made.namelist()}


@pytest.mark.parametrize("name", LETTERS)
def test_the_letter_reads_as_agreed(name: str) -> None:
    """Any change of wording is seen in the golden file before a parent sees it."""
    golden = HERE / f"{name}.txt"
    if os.environ.get("LETTERLADDER_GOLDEN") == "write":
        golden.write_text(letter(name), encoding="utf-8", newline="\n")
    assert letter(name) == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", each(8, LETTERS))
def test_the_word_file_is_what_the_wording_and_the_style_make(name: str) -> None:
    """Nobody edited the Word file by hand, or forgot to build it again."""
    assert parts_of(build(name)) == parts_of((TEMPLATES / FILES[name]).read_bytes())


@pytest.mark.parametrize("name", LETTERS)
def test_the_template_holds_no_law(name: str) -> None:
    """Section numbers and amounts live in the legal-facts file alone; nobody is threatened with a court."""
    assert not re.search(r"547|1996|£|prosecut|magistrate|illegal|unlawful", wording(name), re.IGNORECASE)


@pytest.mark.parametrize("name", LETTERS)
def test_the_letter_names_no_false_route(name: str) -> None:
    """The ombudsman and the Department for Education take no such cases (DfE advice on controlling access)."""
    assert not re.search(r"ombudsman|department for education|\bDfE\b|ofsted", letter(name), re.IGNORECASE)


@pytest.mark.parametrize("name", LETTERS)
def test_the_letter_has_no_word_against_the_person(name: str) -> None:
    """Facts only: no adjective about the adult, no threat, no policy that requires a date."""
    words = (
        r"offender|accused|perpetrator|unacceptable|disgrace|malicious|will be banned|we will take|required"
    )
    assert not re.search(words, wording(name), re.IGNORECASE)


@pytest.mark.parametrize("name", sorted(set(LETTERS) - {"P1"}))
def test_the_letter_says_what_is_asked_as_a_list(name: str) -> None:
    """The heading is followed by at least two points."""
    assert re.search(r"^What we ask you to do\n(- .+\n){2,}", letter(name), re.MULTILINE)


@pytest.mark.parametrize(("name", "field"), sorted(WITH_A_DATE.items()))
def test_the_date_stands_in_the_heading_or_the_first_third(name: str, field: str) -> None:
    """Nobody has to search for it on a bad day."""
    text = letter(name)
    body = text[text.index("Private and confidential") :]
    assert str(SAMPLES[name][field]) in body[: len(body) // 3]


@pytest.mark.parametrize("name", LETTERS)
def test_the_letter_prints_the_common_block(name: str) -> None:
    """Letterhead, date, reference, address, contact, other formats, signer."""
    assert fields_of(name) >= KNOWN.common_block(name)


@pytest.mark.parametrize("name", [name for name in LETTERS if not name.startswith("B")])
def test_a_child_is_named_only_in_letters_about_access(name: str) -> None:
    """The other letters do not need the child."""
    assert "child_names" not in fields_of(name)


@pytest.mark.parametrize("name", [name for name in TO_THE_ADULT if name not in BELOW_THE_MEETING])
def test_adjustments_are_offered_from_the_meeting_upwards(name: str) -> None:
    """More time, a companion, an interpreter, large print, phone or video (Equality Act 2010)."""
    assert "more time, somebody with you, an interpreter, large print, or a phone or video" in letter(name)


@pytest.mark.parametrize("name", BARS)
def test_a_letter_about_access_holds_what_makes_it_fair(name: str) -> None:
    """What the DfE's advice on controlling access to school premises asks of such a letter, point by point."""
    fields = SAMPLES[name]
    wanted = ("premises", "facts", "affected", "premises_risk_reason", "decision_owner", "complaints_where")
    ways = ("arrival_arrangements", "emergency_arrangements", "meetings_arrangements", "news_arrangements")
    law = ("s547_withdrawal", "s547_offence", "s547_who_acts", "s547_breach")
    text = letter(name)
    assert [field for field in (*wanted, *ways, *law) if str(fields[field]) not in text] == []
    assert "The place of Ruby Stott at the school is not affected." in text
    assert f"Sent {fields['posting_method']}" in text


@pytest.mark.parametrize("name", ["B1", "B2"])
def test_comments_may_be_of_any_kind(name: str) -> None:
    """Regret, assurances, needs: how, to whom, by when."""
    text = letter(name)
    assert "anything that you regret, or any assurance" in text
    assert "a disability, a health condition or another need" in text
    assert f"{SAMPLES[name]['answer_by']}, to {SAMPLES[name]['comments_to']}" in text


def test_an_interim_withdrawal_says_that_it_is_one() -> None:
    """Urgent, not yet heard, with an end, and a decision to come."""
    text = letter("B2")
    assert "This is an interim (short-term) decision, made because the matter is urgent." in text
    assert "We have not yet heard your side, and we want to." in text
    assert "Ends at the latest\nFriday 18 December 2026" in text


def test_a_notice_of_intention_decides_nothing() -> None:
    """The adult may still come in, and is told so."""
    text = letter("B1")
    assert "No decision has been made." in text
    assert "you may come onto the premises as you do now" in text


@pytest.mark.parametrize(
    ("name", "field", "words"),
    [
        ("L1", "link", "Link"),
        ("L1", "seen_on", "When the school saw it"),
        ("L1", "posted_on", "When it was posted"),
        ("L1", "policy_clause", "section 4.2"),
        ("L1", "contact_phone", "on 01632 960121 or"),
        ("L1", "school_website", "www.millbrook.example\n"),
        ("L1", "school_footer", "community school"),
        ("C1", "complaints_days", "When we aim to reply"),
    ],
)
def test_an_empty_field_takes_its_words_with_it(name: str, field: str, words: str) -> None:
    """No label without a fact, no empty brackets."""
    assert words in letter(name)
    without = letter(name, **{field: ""})
    assert words not in without
    assert not re.search(r"\(\)|\(, |, \)| \.", without)


def test_without_version_and_clause_the_policy_has_no_brackets() -> None:
    """Some policies have neither."""
    assert f"Under our {SAMPLES['L1']['policy_title']}, we ask" in letter(
        "L1", policy_version="", policy_clause=""
    )


@pytest.mark.parametrize(
    ("expected", "names"),
    [
        ("The place of Ruby Stott at", ["Ruby Stott"]),
        ("The place of Ruby Stott and Finn Stott at", ["Ruby Stott", "Finn Stott"]),
        ("The place of Ruby Stott, Finn Stott and Ida Lee at", ["Ruby Stott", "Finn Stott", "Ida Lee"]),
    ],
)
def test_every_child_is_named(expected: str, names: list[str]) -> None:
    """One, two or three children read as a person would write them."""
    assert expected in letter("B2", child_names=names)


def test_a_first_warning_without_history_has_no_empty_section() -> None:
    """The heading goes with its list."""
    assert "What has happened so far" not in letter("L3", history=[])


def test_several_kinds_of_conduct_stand_beside_one_another() -> None:
    """Each as the policy calls it."""
    conduct = [*POST["conduct"], "photographs of pupils"]  # type: ignore[misc] # a list in the sample
    assert "abusive comments about a member of staff; photographs of pupils" in letter("L1", conduct=conduct)


@pytest.mark.parametrize("name", LETTERS)
def test_sentences_are_short(name: str) -> None:
    """Plain English: on average at most 14 words a sentence in our own wording, none over 30."""
    sentences = [part.split() for part in re.split(r"[.:?!]\s|\n", wording(name)) if len(part.split()) > 2]
    lengths = [len(words) for words in sentences]
    assert max(lengths) <= 30
    assert sum(lengths) / len(lengths) <= 14


@pytest.mark.parametrize("name", LETTERS)
def test_the_read_me_names_every_field_of_the_letter(name: str) -> None:
    """The table of letter_templates/README.md is what a school goes by."""
    text = (TEMPLATES / "README.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| (\w\d\w?) \|(.*)$", text, re.MULTILINE))
    row = rows[name] + (rows["B1"] if name == "B2" else "") + text.partition("**The law:**")[2]
    unnamed = {field for field in fields_of(name) if f"`{field}`" not in row}
    assert unnamed == set()
