"""The rows of a case in the words of people, for a panel or the police: who acted is a person, an id is what it means.

The log keeps what was typed, and every row names its line there.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from msgspec.structs import replace as change

from ...ground.english import listed
from ..cases.events import (
    CaseOpened,
    DecisionMade,
    Entry,
    LetterApproved,
    LetterReturned,
    MailAttached,
    MemberAgreed,
    ReportReceived,
    Triaged,
)
from ..cases.phrases import because, day_words, fact_words, more
from ..cases.register_row import RegisterRow
from ..cases.report_events import APPROVERS_REPLY, REPLY_NOT_ACCEPTED
from ..privacy.reporter_traits import EMAIL

PROGRAM = "Letterladder, by its rules"
NOT_NAMED = "a person not noted by name"
_FIXED = {
    "": "",
    "rules": PROGRAM,
    "reporter": "the person who reported",
    "sender": "the sender",
    "carrier": "the carrier",
}
_BY_MAIL = " by email"
_LETTER = re.compile(r"\b([Ll]etter) ([A-Z]\w{0,5}) version (\d+)\b")
_FLAGS = re.compile(r"\.? \[([a-z]+(?: [a-z]+)*(?:, [a-z ]+)*)\]\.$")
_NAME = re.compile(r"[^\W\d_][^@]*\s\S")


@dataclass(frozen=True, slots=True, kw_only=True)
class PanelWords:
    """What ids, roles and addresses stand for.

    Attributes:
        person: the name and office of whoever of the school a typed name, role or address means; "" for nobody.
        school: the school's name.
        steps: names of letters and actions by id.
        conduct: titles of conduct by id.
    """

    person: Callable[[str], str] = lambda _: ""
    school: str = ""
    steps: Mapping[str, str] = field(default_factory=dict)
    conduct: Mapping[str, str] = field(default_factory=dict)

    def with_name(self, step: str) -> str:
        """A step and what it is: "L2 (invitation to a meeting)"; the text itself where it is no step."""
        name = self.steps.get(step, "")
        return f"{step} ({name[:1].lower()}{name[1:]})" if name else step


@dataclass(frozen=True, slots=True, kw_only=True)
class Behind:
    """What is behind a row: the name of the adult, the line that it was made from, and who answered by which email."""

    adult: str
    entry: Entry | None = None
    answered: Mapping[str, str] = field(default_factory=dict)


def answers_by_mail(entries: Iterable[Entry]) -> dict[str, str]:
    """Who approved, sent back or decided something by which email, by its SHA-256."""
    acts = LetterApproved | LetterReturned | DecisionMade | MemberAgreed
    return {one.event.mail: one.by for one in entries if isinstance(one.event, acts) and one.event.mail}


def in_panel_words(words: PanelWords, row: RegisterRow, behind: Behind) -> RegisterRow:
    """The row as a panel reads it."""
    told = _told(words, behind.entry, behind.adult) if behind.entry else ""
    return change(
        row,
        summary=_plain(words, told or row.summary),
        from_role=_who(words, row, behind),
        decided_by=named(words, row.decided_by) if row.decided_by else "",
        owner=named(words, row.owner) if row.owner else "",
        decision=words.with_name(row.decision),
        next_action=words.with_name(row.next_action),
    )


def _told(words: PanelWords, entry: Entry, adult: str) -> str:
    """The sentence of an entry whose own one is made for the office; "" where that one will do."""
    match entry.event:
        case CaseOpened(reason=reason):
            return f"A case about {adult} was opened at {words.school}{because(reason)}."
        case ReportReceived(received=received, fact=fact):
            return f"A report arrived on {day_words(received)}{fact_words(fact)}; what it says is told above."
        case MailAttached(received=received, what=what) if what == APPROVERS_REPLY:
            return f"The school's own question was answered by email on {day_words(received)}."
        case MailAttached(received=received, what=what) if what == REPLY_NOT_ACCEPTED:
            arrived = f"An email arrived on {day_words(received)}"
            return f"{arrived} that did not count as an answer to the school's question."
        case Triaged(conduct=conduct, clear=clear, note=note):
            titles = (
                listed([words.conduct.get(name, name) for name in conduct])
                or "no conduct that the policy names"
            )
            on = "The case may proceed" if clear else "It was not yet cleared to proceed"
            return f"The report was taken as {titles}. {on}{more(note)}."
        case _:
            return ""


def _who(words: PanelWords, row: RegisterRow, behind: Behind) -> str:
    event = behind.entry.event if behind.entry else None
    if row.from_role == "adult":
        return behind.adult
    if isinstance(event, MailAttached) and event.mail in behind.answered:
        return named(words, behind.answered[event.mail])
    return named(words, row.from_role)


def named(words: PanelWords, typed: str) -> str:
    """Name and office of whoever is meant; never the name of an account or an address alone."""
    if typed in _FIXED:
        return _FIXED[typed]
    mailed = typed.endswith(_BY_MAIL)
    if found := words.person(typed):
        return f"{found},{_BY_MAIL}" if mailed else found
    bare = EMAIL.sub(lambda one: words.person(one.group()) or NOT_NAMED, typed)
    return bare if bare == typed and _NAME.match(typed) else bare if bare != typed else NOT_NAMED


def _plain(words: PanelWords, text: str) -> str:
    """The sentence with people for addresses of ours, and what a letter is beside its id."""
    named = EMAIL.sub(lambda one: words.person(one.group()) or one.group(), text)
    return _LETTER.sub(lambda one: _letter(words, one), _FLAGS.sub(r"; marked: \1.", named))


def _letter(words: PanelWords, found: re.Match[str]) -> str:
    name = words.steps.get(found.group(2), "")
    return f"{found.group()} ({name[:1].lower()}{name[1:]})" if name else found.group()
