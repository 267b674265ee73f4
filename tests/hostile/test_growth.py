"""An email twice as long takes about twice the work, whatever it repeats: counted in steps, never by a clock."""

import ast
import importlib
import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from made_reports import REGISTER, report, shipped_policy
from mailbox_mails import mail, read
from regex_steps import samples, steps_of
from sweeps import each, swept

from letterladder.mailbox.html_text import to_plain
from letterladder.rules.mails.reply_words import read_reply
from letterladder.rules.reports import flags
from letterladder.rules.reports.mentions import mentions_in, names_stranger
from letterladder.rules.reports.triage import TriageOutcome, triage
from letterladder.rules.texts import names, passages, phrases
from letterladder.rules.texts.platforms import PLATFORMS
from letterladder.rules.texts.report import TOO_LONG
from letterladder.rules.words import Flag

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = ("mailbox", "rules", "workflows")
SEARCHES = frozenset({"search", "finditer", "findall", "sub", "split"})
SHORT, SHORT_FOR_PHRASES = 220, 110
"""Characters of the shorter text, beyond the windows that patterns look through; those of phrases have 60."""

MOST = 1_000
"""Steps for each character of the longer text."""

TWICE = 2.7
"""Twice the text, a little more for windows that are not full yet; four times is a square."""

SIGNS = (
    *("a", " ", "\n", "a ", "1", "-", '"', "'", ".", "<", ">", "@", "Aa ", ": ", "a-", "\t"),
    *("A'", "Aa-", "-Aa", "Aa’"),
)

SHORT_TEXTS = {
    "mailbox/quotes.py": "lines of at most LONGEST_INTRO or 90 characters",
    "rules/reports/facts.py:NAME_BEFORE": "the 40 characters before a quotation",
    "rules/reports/flag_words.py:HARMLESS": "the 40 characters around the words found",
    "rules/people/passage_words.py:ASIDE": "the 200 characters after a name",
    "mailbox/headers.py:ADDRESS": "has windows of 200 signs; one header of at most 100,000",
    "mailbox/plain_reading.py:ADDRESS": "the same, in the first 60,000 bytes of the headers",
    "mailbox/sender_doubts.py:ADDRESS": "the same, in one line of From",
}
"""Patterns that are never given a long text, or whose windows are wider than the texts here; and why."""

PUMPS = (
    *(
        "Ned Farrow ",
        "Farrow ",
        "Tess's dad ",
        "tata Tessy ",
        "Tess 4K ",
        "Aa Bb posted ",
        "kill ",
        "the head ",
    ),
    *(
        "idiot ",
        "posted on 1 May ",
        "From: x\n",
        "On Mon, x wrote:\n",
        "> ",
        "\n",
        "'a ",
        "“a",
        "-",
        "a",
        "https://a) ",
    ),
    *("Parent: x\n", "What: ", "APPROVE ABCD-2345 ", "-- \n", "\ufdfa", "e\u0301"),
)
HTML_PUMPS = (
    "<style>",
    "<style",
    "<!--",
    "<p>",
    "<table><tr><td>",
    "<div>",
    "<b>x",
    "&#x",
    "<a href='",
    "<head>",
    "<",
)


def patterns(folder: str) -> Iterator[tuple[str, "re.Pattern[str]", bool]]:
    """Every pattern written in the modules of a folder: where it is, and whether it is only matched at a start."""
    used = {file: calls_of(file) for file in sorted((ROOT / folder).rglob("*.py"))}
    for file, calls in used.items():
        place = file.relative_to(ROOT).as_posix()
        module = importlib.import_module(f"letterladder.{place.removesuffix('.py').replace('/', '.')}")
        for name, value in vars(module).items():
            for number, found in enumerate(within(value)):
                yield f"{place}:{name}[{number}]", found, only_matched(calls.get(name, set()))
        for text, ways in calls.items():
            if text.startswith("re "):
                yield f"{place}:{text}", re.compile(text[3:]), only_matched(ways)


def calls_of(file: Path) -> dict[str, set[str]]:
    """How each name is used as a pattern in a file; patterns written in place are under "re PATTERN"."""
    found: dict[str, set[str]] = {}
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        match node:
            case ast.Call(
                func=ast.Attribute(value=ast.Name(id="re"), attr=way),
                args=[ast.Constant(value=str() as text), *_],
            ):
                if way not in {"compile", "escape"}:
                    found.setdefault(f"re {text}", set()).add(way)
            case ast.Call(func=ast.Attribute(value=ast.Name(id=name), attr=way)):
                found.setdefault(name, set()).add(way)
    return found


def only_matched(ways: set[str]) -> bool:
    """Whether a pattern is tried at the beginning of a text alone."""
    return bool(ways & {"match", "fullmatch"}) and not ways & SEARCHES


def within(value: object) -> Iterator["re.Pattern[str]"]:
    """The patterns in a module's value."""
    if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from within(one)


@pytest.mark.parametrize("folder", swept(FOLDERS, "workflows"))
def test_every_pattern_takes_steps_in_proportion_to_the_text(folder: str) -> None:
    """Each is fed with what it looks for, over and over: a square would show as four times the steps."""
    steep = []
    for name, pattern, anchored in dict.fromkeys(patterns(folder)):
        if any(name.startswith(one) for one in SHORT_TEXTS):
            continue
        if pump := steepest(pattern, anchored=anchored, phrase="flag_words" in name):
            steep.append(f"{name}: {pump!r}")
    assert steep == []


def test_platforms_are_sought_in_proportion() -> None:
    """They stand as plain text in a table."""
    assert [name for name, pattern in PLATFORMS if steepest(re.compile(pattern), anchored=False)] == []


@cache
def steepest(pattern: "re.Pattern[str]", *, anchored: bool, phrase: bool = False) -> str:
    """The repeated text on which the steps grow faster than its length; "" for none."""
    # A phrase begins with a word and not with a sign: only its own words can make it work.
    size, pumps = (
        (SHORT_FOR_PHRASES, list(samples(pattern))[-4:]) if phrase else (SHORT, [*SIGNS, *samples(pattern)])
    )
    for pump in dict.fromkeys(pumps):
        text, most = (pump * (2 * size))[: 2 * size], MOST * 2 * size
        long = steps_of(pattern, text, most, anchored=anchored)
        short = steps_of(pattern, text[:size], most, anchored=anchored)
        if long > most or (long > size * 10 and long > TWICE * short):
            return pump
    return ""


def work_of(raw: bytes) -> int:
    """Calls made to read and judge an email, those into C counted too."""
    for kept in (flags.flags_of, passages.passages_of, names.fold_short, names.fold_long):
        kept.cache_clear()
    made = 0

    def note(frame: FrameType, event: str, arg: Any) -> None:
        nonlocal made
        del frame, arg
        made += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        told = read(raw)
        triage(told, REGISTER, shipped_policy(), {})
        read_reply(told.own_words)
    finally:
        sys.setprofile(before)
    return made


@pytest.fixture
def _sifted(monkeypatch: pytest.MonkeyPatch) -> None:
    """What patterns need is read off with the first text, and not in the middle of what is counted."""
    monkeypatch.setattr(phrases, "UNSIFTED", 0)


@pytest.mark.usefixtures("_sifted")
@pytest.mark.parametrize("pump", each(8, PUMPS))
def test_a_mail_twice_as_long_takes_twice_the_calls(pump: str) -> None:
    """From the bytes to the verdict; what the first half costs at most is added by the second.

    The first time fills what is remembered between emails, and does not count.
    """
    _, short, long, longer = (
        work_of(mail(pump * (size // len(pump)))) for size in (4_000, 1_000, 2_000, 4_000)
    )
    assert longer - long <= 3 * max(long - short, short // 4)


@pytest.mark.parametrize("pump", each(8, HTML_PUMPS))
def test_html_twice_as_long_takes_twice_the_calls(pump: str) -> None:
    """Styles that are never closed, tables in tables, half a tag."""
    kind = "Content-Type: text/html"
    _, short, long, longer = (
        work_of(mail(pump * (size // len(pump)), kind)) for size in (4_000, 1_000, 2_000, 4_000)
    )
    assert longer - long <= 3 * max(long - short, short // 4)


class Sliced(str):
    """A text that counts the characters cut out of it."""

    __slots__ = ("cut",)

    def __getitem__(self, key: Any) -> str:
        """The part asked for, counted."""
        part = super().__getitem__(key)
        self.cut = getattr(self, "cut", 0) + len(part)
        return part


@pytest.mark.parametrize(
    "pump", each(5, ["Mr Ned Farrow ", "Farrow ", "Tess's dad ", "tata Tessy ", "Aa Bb posted "])
)
def test_no_name_copies_the_text_before_or_after_it(pump: str) -> None:
    """What is cut out around each name has a fixed length: twice the names, twice the characters."""
    cut = []
    for size in (4_000, 8_000):
        text = Sliced((pump * size)[:size])
        mentions_in(text, REGISTER)
        names_stranger(text, REGISTER)
        cut.append(getattr(text, "cut", 0))
    assert cut[1] <= 2.2 * cut[0] + 100


def test_an_end_that_is_nowhere_is_sought_once() -> None:
    """However many styles are open; the words in them are not lost."""
    searches = 0

    def note(frame: FrameType, event: str, arg: Any) -> None:
        nonlocal searches
        del frame
        searches += event == "c_call" and getattr(arg, "__name__", "") == "search"

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        shown = to_plain("<style>" * 1_000 + "words")
    finally:
        sys.setprofile(before)
    assert (searches <= 10, "words" in shown) == (True, True)


@pytest.mark.parametrize("padding", each(3, ["x", "\n", "Ned Farrow "]))
def test_danger_behind_long_padding_is_seen(padding: str) -> None:
    """All text that is read of an email is looked through."""
    text = (padding * 300_000)[:300_000] + "\n\nI will kill you tomorrow."
    assert Flag.DANGER in {seen.flag for seen in flags.flags_of(report(text))}


def test_a_mail_whose_end_was_not_read_is_for_people() -> None:
    """Danger may be in what was cut off: nothing is drafted before somebody has looked."""
    form = 'Parent: Mr Ned Farrow\nPupil: Tess Farrow 4K\nWhat was posted: "Miss Pell is a lazy cow"\n\n'
    judged = triage(read(mail(form + "\n" * 500_000)), REGISTER, shipped_policy(), {})
    assert (judged.outcome, judged.reason.startswith(TOO_LONG)) == (TriageOutcome.HOLD, True)
