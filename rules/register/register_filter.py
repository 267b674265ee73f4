"""Which cases and rows of the register somebody asked for."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from ..cases.case import Case
from ..cases.register_row import RegisterRow
from ..texts.names import words_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What was asked for; an empty field asks for all.

    Attributes:
        refs: references of cases.
        school: a school's short name.
        since: first day, by the date of the event.
        until: last day.
        adult: a person_id, or words of the name.
        pupil: a pupil_id.
        conduct: an id of the policy's conduct.
        step: a letter or action that was carried out.
        outcome: how a step ended.
        state: open, held or closed.
        signer: words of the name of who approved or decided.
    """

    refs: tuple[str, ...] = ()
    school: str = ""
    since: date | None = None
    until: date | None = None
    adult: str = ""
    pupil: str = ""
    conduct: str = ""
    step: str = ""
    outcome: str = ""
    state: str = ""
    signer: str = ""

    @property
    def scope(self) -> str:
        """What was asked for, in words that name nobody."""
        said = [*self.refs, *(f"{name} {value}" for name, value in self._plain() if value)]
        said += [f"the {name} asked for" for name in ("adult", "pupil", "signer") if getattr(self, name)]
        return ", ".join(said) or "the whole register"

    def _plain(self) -> tuple[tuple[str, str], ...]:
        since = self.since.isoformat() if self.since else ""
        until = self.until.isoformat() if self.until else ""
        return (
            ("school", self.school),
            ("from", since),
            ("until", until),
            ("conduct", self.conduct),
            ("step", self.step),
            ("outcome", self.outcome),
            ("state", self.state),
        )


def is_wanted(wanted: Wanted, case: Case, rows: Sequence[RegisterRow]) -> bool:
    """Whether the case as a whole was asked for; the dates choose among its rows."""
    return (
        _fits(wanted.school, [case.school])
        and _fits(wanted.pupil, case.pupils)
        and _fits(wanted.conduct, case.conduct)
        and _fits(wanted.step, [step for _, step in case.history])
        and _fits(wanted.state, [case.state])
        and _fits(wanted.outcome, [row.outcome for row in rows])
        and (wanted.adult == case.adult or _has_words(wanted.adult, [case.adult_name]))
        and _has_words(wanted.signer, [row.decided_by for row in rows])
    )


def rows_wanted(wanted: Wanted, rows: Iterable[RegisterRow]) -> tuple[RegisterRow, ...]:
    """The rows whose event happened in the days asked for, both included."""
    first = wanted.since.isoformat() if wanted.since else ""
    last = wanted.until.isoformat() if wanted.until else "9999"
    return tuple(row for row in rows if first <= row.happened_on <= last)


def _fits(asked: str, found: Iterable[str]) -> bool:
    return not asked or any(asked.casefold() == one.casefold() for one in found)


def _has_words(asked: str, found: Iterable[str]) -> bool:
    words = set(words_of(asked))
    return not words or any(words <= set(words_of(one)) for one in found)
