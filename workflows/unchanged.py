"""Whether a letter that waits for its yes would still be drafted the same, without printing it again at each look.

It is printed once after the start of the program, and again as soon as anything that it is made of is another: then
`dating` compares the bytes. At the yes, when it gets its dates and before it leaves, it is printed whatever is
remembered.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from ..ground.errors import Refused
from ..ground.values import replace
from ..rules.cases.case import Case, LetterState
from ..rules.cases.events import ApprovalAsked, ReminderSent
from ..rules.letters.compose import Composed, Missing
from ..rules.people.people import PeopleRegister
from ..rules.people.school import School
from ..rules.texts.languages import Language
from ..rules.words import Method
from .dating import approved_text, void_if_changed
from .drafting import try_compose
from .office import Office
from .reporter_gate import refuse_naming
from .reporter_notes import REPORTER_FILE

MOST_REMEMBERED = 2_000
"""Letters that wait; each takes as many bytes as its words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeOf:
    """All that decides what a letter says and whether it may say so, without its dates.

    Attributes:
        composed: its fields, with words in the places of the dates.
        logs: the last lines of the case and of the adult's earlier ones, reminders apart.
        files: the SHA-256 of its templates and of what is noted of who reported.
        language: of its translation.
    """

    composed: Composed
    logs: tuple[str, ...]
    files: tuple[str, ...]
    language: Language | None
    register: PeopleRegister
    school: School

    def is_as(self, other: "MadeOf") -> bool:
        """Whether nothing is another; the register and the school are read again where their files changed."""
        same = self.register is other.register and self.school is other.school
        return same and (self.composed, self.logs, self.files, self.language) == (
            *(other.composed, other.logs, other.files),
            other.language,
        )


def void_if_other(office: Office, case: Case, letter: LetterState) -> bool:
    """Void a letter that waits for its yes where more than its dates would be different now."""
    if not letter.slots:
        return False
    name = f"{case.ref} {letter.letter}.{letter.version}"
    made = _made_of(office, case, letter)
    known = office.unchanged.pop(name, None)
    if made is None or not isinstance(known, MadeOf) or not made.is_as(known):
        if void_if_changed(office, case, letter):
            return True
        if made is None:
            return False
    office.unchanged[name] = made
    while len(office.unchanged) > MOST_REMEMBERED:
        del office.unchanged[next(iter(office.unchanged))]
    return False


def _made_of(office: Office, case: Case, letter: LetterState) -> MadeOf | None:
    """What the letter would be made of now; None where that alone cannot tell, and it is looked at as a whole.

    So it is where it could not be drafted, its file was touched, or a date in it holds a name of who reported.
    """
    composed = try_compose(office, case, letter.letter, pdf=letter.planned_method is Method.MAIL)
    if isinstance(composed, Missing):
        return None
    dates = [str(composed.fields[name]) for name in composed.slots]
    dates += [str(composed.other_fields[name]) for name in composed.other_slots]
    try:
        approved_text(office, case, letter)
        refuse_naming(office, case, "\n".join(dates))
        files = _files(office, case, composed)
    except (Refused, OSError):
        return None
    refs = (case.ref, *case.earlier.refs)
    return MadeOf(
        composed=_undated(composed),
        logs=tuple(_last_line(office, ref) for ref in refs),
        files=files,
        language=office.languages.language(composed.language) if composed.language else None,
        register=office.people.read(),
        school=office.school,
    )


def _last_line(office: Office, ref: str) -> str:
    """The hash of the last line of a case that is more than an email that asks again."""
    lines = reversed(office.cases.read(ref))
    return next((one.hash for one in lines if not isinstance(one.event, ReminderSent | ApprovalAsked)), "")


def _undated(composed: Composed) -> Composed:
    """The letter on any day: what is left of it are facts, and what the approver should know on each day."""
    return replace(
        composed,
        fields=_with(composed.fields, composed.slots),
        other_fields=_with(composed.other_fields, composed.other_slots),
        dated=date.min,
        answer_by=None,
        also={name: day for name, day in composed.also.items() if name not in composed.slots},
        warnings=composed.lasting,
        of_dates=(),
        of_age=(),
    )


def _with(fields: Mapping[str, object], slots: Mapping[str, str]) -> dict[str, object]:
    return {**fields, **slots}


def _files(office: Office, case: Case, composed: Composed) -> tuple[str, ...]:
    """The SHA-256 of its template and translation, and of what each case notes of who reported."""
    paths = [office.template(composed.letter)]
    if composed.language:
        paths.append(office.languages.translation(composed.letter, composed.language).path)
    noted = [_noted(office, ref) for ref in (case.ref, *case.earlier.refs)]
    return tuple(hashlib.sha256(one).hexdigest() for one in (*(path.read_bytes() for path in paths), *noted))


def _noted(office: Office, ref: str) -> bytes:
    try:
        return office.cases.file(ref, REPORTER_FILE)
    except Refused:
        return b""
