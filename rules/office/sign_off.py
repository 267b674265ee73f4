"""The sign-off of a school's adviser: which templates, facts of law and policy they read, and what changed since."""

import hashlib
from collections.abc import Iterable, Mapping
from datetime import date
from typing import final

from msgspec import Struct

from ...ground.english import listed, uk_date_short
from ...ground.errors import Problem
from ..policies.legal_facts import LegalFacts
from ..policies.policy import Policy
from .office_event import Note


class Papers(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What an adviser signs off.

    Attributes:
        templates: the SHA-256 of each Word file that the policy sends, by its name.
        facts: each fact of law as it is, by its name; who checked it when is no change of a letter.
        policy: title and version of the policy.
    """

    templates: dict[str, str]
    facts: dict[str, str]
    policy: str

    @property
    def fingerprint(self) -> str:
        """One short number for all of it: the first page has it, and the sign-off names it."""
        told = [self.policy, *_lines(self.templates), "", *_lines(self.facts)]
        return hashlib.sha256("\n".join(told).encode()).hexdigest()[:16]


@final
class LettersSignedOff(Note, frozen=True, kw_only=True):
    """The school's adviser read all letters and signed them off, on a day (YYYY-MM-DD)."""

    adviser: str
    on: str
    fingerprint: str
    papers: Papers


class SignOff(Struct, frozen=True, kw_only=True):
    """The last sign-off: by whom, on which day, and of what."""

    adviser: str
    on: date
    papers: Papers


def papers_of(templates: Mapping[str, str], legal: LegalFacts, policy: Policy) -> Papers:
    """What an adviser would sign off now; `templates` are the SHA-256 of the Word files."""
    return Papers(
        templates=dict(sorted(templates.items())),
        facts={name: fact.value for name, fact in legal.facts.items()},
        policy=", ".join(filter(None, (policy.title, policy.version))),
    )


def last_sign_off(events: Iterable[object]) -> SignOff | None:
    """The last one of the school's log; None where nobody signed off yet."""
    found = [one for one in events if isinstance(one, LettersSignedOff)]
    if not found:
        return None
    last = found[-1]
    return SignOff(adviser=last.adviser, on=date.fromisoformat(last.on), papers=last.papers)


def sign_off_notes(signed: SignOff | None, now: Papers) -> list[Problem]:
    """That nobody signed the letters off, or what changed since somebody did; nothing where they stand as signed."""
    if signed is None:
        return [
            Problem(
                where="letters",
                what="No adviser of the school has signed its letters off yet.",
                what_to_do=f"{_PRINT}; then record it: letters signed --adviser NAME --on DAY --fingerprint NUMBER.",
            )
        ]
    changed = changed_since(signed.papers, now)
    if not changed:
        return []
    what = (
        f"Since {signed.adviser} signed the letters off on {uk_date_short(signed.on)}: {'; '.join(changed)}."
    )
    return [
        Problem(where="letters", what=what, what_to_do=f"{_PRINT}, and record it when they have read it.")
    ]


def changed_since(before: Papers, now: Papers) -> list[str]:
    """What is otherwise than it was signed off, in words."""
    told = [
        *_changes("Word file", before.templates, now.templates),
        *_changes("legal fact", before.facts, now.facts),
    ]
    if before.policy != now.policy:
        told.append(f"the policy was '{before.policy}' and is '{now.policy}'")
    return told


def _changes(kind: str, before: Mapping[str, str], now: Mapping[str, str]) -> list[str]:
    changed = [name for name in now if name in before and now[name] != before[name]]
    told = [(changed, "changed"), ([one for one in now if one not in before], "is new")]
    told.append(([one for one in before if one not in now], "is no longer there"))
    return [
        f"{kind}{'' if len(names) == 1 else 's'} {listed(names)} {how if len(names) == 1 else _MANY[how]}"
        for names, how in told
        if names
    ]


_MANY = {"changed": "changed", "is new": "are new", "is no longer there": "are no longer there"}
_PRINT = "Print them for the adviser: letters review"


def _lines(named: Mapping[str, str]) -> list[str]:
    return [f"{name}\t{told}" for name, told in sorted(named.items())]
