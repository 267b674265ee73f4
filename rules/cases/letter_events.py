"""What can happen to a letter before it leaves: drafted, put to the approver, approved, returned. See events.py."""

from datetime import date
from typing import final

from msgspec.structs import replace

from ...ground.english import listed
from ...ground.moments import local_day
from ...ground.tongues import language_name
from ..words import LetterStatus, Method
from .case import Blocked, Case, LetterState
from .case_changes import letter_changed, with_letter, with_signature
from .case_parts import OneTimeCode
from .event_base import InRegister, NotInRegister
from .event_values import Line
from .phrases import answer_by_words, because, day_words, more, signer_words, version_words, way_words
from .register_row import Draft, RegisterRow, Seen, Sheet, Shown, minute
from .stand_ins import handed_on


@final
class LetterDrafted(NotInRegister, frozen=True, kw_only=True):
    """A letter was written to `file`; `sha256` is of the .docx bytes and is what is approved.

    `date_on_letter` is the planned day of posting; `answer_by` is printed in it (None: it asks for no answer).
    `also` holds further printed dates by name, such as interim_end. `slots`: those of these dates that are not printed
    yet, with the words in their places; the days are those of an approval at once. `dating` is the rule for them.
    `language` is that of the translation behind the English text in the same file, "" for none, with `other_slots` in
    the same places and the SHA-256 of its template; `english_only` says why there is none although one is needed.
    `promised` is what it tells the adult that somebody will do: who reviews, who decides, when there is a meeting.
    `signer` is the name under it, "" in older logs. A file that a person edited has no `template_sha256`, and `changes`
    says how it differs from the draft that it replaced.
    """

    letter: str
    version: int
    file: str
    sha256: str
    date_on_letter: date
    reason: str
    answer_by: date | None = None
    pdf: str = ""
    pdf_sha256: str = ""
    pdf_note: str = ""
    planned_method: Method = Method.FIRST_CLASS
    also: dict[str, date] = {}
    template_sha256: str = ""
    trigger: int = 0
    warnings: list[str] = []
    slots: dict[str, str] = {}
    dating: str = ""
    language: str = ""
    english_only: str = ""
    other_slots: dict[str, str] = {}
    translation_sha256: str = ""
    promised: dict[str, str] = {}
    signer: str = ""
    changes: list[str] = []

    def fold(self, case: Case, line: Line) -> Case:
        letter = LetterState(
            letter=self.letter,
            version=self.version,
            status=LetterStatus.DRAFTED,
            sha256=self.sha256,
            file=self.file,
            pdf=self.pdf,
            pdf_sha256=self.pdf_sha256,
            seq=line.seq,
            date_on_letter=None if self.slots else self.date_on_letter,
            answer_by=None if self.slots else self.answer_by,
            also={name: day for name, day in self.also.items() if name not in self.slots},
            planned_method=self.planned_method,
            slots=self.slots,
            dating=self.dating,
            language=self.language,
            english_only=self.english_only,
            other_slots=self.other_slots,
            promised=self.promised,
            signer=self.signer,
            edited=not self.template_sha256,
            reason=self.reason,
            warnings=tuple(self.warnings),
            changes=tuple(self.changes),
            trigger=self.trigger,
        )
        return replace(case, letters=(*case.letters, letter), blocked=None)

    def sentence(self) -> str:
        letter = version_words(self.letter, self.version)
        both = f", in English and in {language_name(self.language)}" if self.language else ""
        alone = f" {self.english_only}" if self.english_only else ""
        if self.slots:
            return f"{letter} was drafted as {self.file}{both}; it gets its dates when it is approved.{alone}"
        dated = f"dated {day_words(self.date_on_letter)}"
        return f"{letter} was drafted as {self.file}{both}, {dated}{answer_by_words(self.answer_by)}.{alone}"

    def remember(self, seen: Seen, line: Line) -> None:
        draft = Draft(file=self.file, reason=self.reason, template_sha256=self.template_sha256)
        seen.drafts[self.letter, self.version] = draft


@final
class DraftBlocked(NotInRegister, frozen=True, kw_only=True):
    """A letter could not be written: what is missing, in words for the office."""

    letter: str
    missing: list[str]
    what: str
    trigger: int = 0

    def fold(self, case: Case, line: Line) -> Case:
        blocked = Blocked(
            letter=self.letter,
            missing=tuple(self.missing),
            what=self.what,
            trigger=self.trigger,
            seq=line.seq,
        )
        return replace(case, blocked=blocked)

    def sentence(self) -> str:
        lacking = f" for lack of {listed(self.missing)}" if self.missing else ""
        return f"Letter {self.letter} could not be drafted{lacking}{more(self.what)}."


@final
class ApprovalAsked(NotInRegister, frozen=True, kw_only=True):
    """The approver was sent exactly these bytes. Only the hash of the one-time code is kept.

    `person` is the address of one of several who must agree, each with a code of their own.
    """

    letter: str
    version: int
    sha256: str
    approver: str
    code_hash: str
    message_id: str
    expires: date
    person: str = ""

    def fold(self, case: Case, line: Line) -> Case:
        letter = case.letter(self.letter, self.version)
        if letter is None:
            return case
        code = OneTimeCode(
            approver=self.approver,
            hash=self.code_hash,
            expires=self.expires,
            asked_on=local_day(line.at),
            person=self.person,
        )
        asked = replace(
            letter,
            asked=self.message_id,
            code_hash=self.code_hash,
            code_expires=self.expires,
            codes=(*letter.codes, code),
            approver=self.approver,
            message_ids=(*letter.message_ids, self.message_id),
        )
        sent = {self.message_id} if self.message_id else set()
        return replace(with_letter(case, asked), sent_ids=case.sent_ids | sent)

    def sentence(self) -> str:
        letter = version_words(self.letter, self.version)
        return f"{letter} was sent to {self.approver} for approval, valid until {day_words(self.expires)}."


@final
class LetterApproved(InRegister, frozen=True, kw_only=True):
    """The approver said yes to exactly these bytes, by `how`: "mail" or "command".

    Of a letter with places for its dates they are those of the text; `LetterDated` says which bytes came of it.

    `approver` is the role and `person` who holds it, "" in older logs; `agreed` are those of a panel who agreed.
    `tell`: the role in whose name it was said, which is told of it at its own address.
    """

    letter: str
    version: int
    sha256: str
    approver: str
    how: str
    mail: str = ""
    tell: str = ""
    person: str = ""
    agreed: list[str] = []

    def fold(self, case: Case, line: Line) -> Case:
        letter = case.letter(self.letter, self.version)
        if letter is None:
            return case
        approved = replace(
            letter,
            status=LetterStatus.APPROVED,
            approver=self.approver,
            approved_by=line.by,
            agreed=tuple(self.agreed),
            approved_on=line.at,
            code_hash="",
            codes=(),
        )
        what = f"approved: {self.letter} version {self.version}"
        case = with_letter(case, approved)
        return with_signature(case, line, role=self.tell, how=self.how, what=what, step=self.letter)

    def sentence(self) -> str:
        who = signer_words(self.approver, self.person, self.agreed)
        return f"{version_words(self.letter, self.version)} was approved by {who} (by {way_words(self.how)})."

    @classmethod
    def shown(cls) -> Shown:
        return Shown(governors="A letter was approved.", adult=None, sheets=frozenset({Sheet.DECISIONS}))

    def row(self, bare: RegisterRow, seen: Seen) -> RegisterRow:
        return replace(
            bare,
            letter=self.letter,
            version=self.version,
            decided_by=signer_words(self.approver, self.person, self.agreed),
            decided_at=bare.recorded_at,
            decision="approved",
        )

    def remember(self, seen: Seen, line: Line) -> None:
        who = signer_words(self.approver, self.person, self.agreed)
        seen.approved[self.letter, self.version] = (who, minute(line.at))


@final
class LetterDated(NotInRegister, frozen=True, kw_only=True):
    """An approved letter got its dates: `file` is the approved text with them in their places, and nothing else new.

    It may happen again: a letter that could not leave on its day is dated again, with the same approval. `other_dates`
    are the dates as its translation prints them, by field: what a language calls a day is not the same for ever.
    """

    letter: str
    version: int
    text_sha256: str
    file: str
    sha256: str
    date_on_letter: date
    answer_by: date | None = None
    also: dict[str, date] = {}
    pdf: str = ""
    pdf_sha256: str = ""
    pdf_note: str = ""
    other_dates: dict[str, str] = {}

    def fold(self, case: Case, line: Line) -> Case:
        letter = case.letter(self.letter, self.version)
        if letter is None:
            return case
        dated = replace(
            letter,
            text_file=letter.text_file or letter.file,
            text_sha256=self.text_sha256,
            file=self.file,
            sha256=self.sha256,
            pdf=self.pdf,
            pdf_sha256=self.pdf_sha256,
            date_on_letter=self.date_on_letter,
            answer_by=self.answer_by,
            also={**letter.also, **self.also},
        )
        return replace(with_letter(case, dated), blocked=None)

    def sentence(self) -> str:
        dated = f"dated {day_words(self.date_on_letter)}{answer_by_words(self.answer_by)}"
        letter = version_words(self.letter, self.version)
        return f"{letter} got its dates as {self.file}, {dated}; no other word changed."

    def remember(self, seen: Seen, line: Line) -> None:
        draft = seen.drafts.get((self.letter, self.version))
        if draft:
            known = Draft(file=self.file, reason=draft.reason, template_sha256=draft.template_sha256)
            seen.drafts[self.letter, self.version] = known


@final
class LetterReturned(InRegister, frozen=True, kw_only=True):
    """The approver sent the letter back with a note; `tell` and `person` as for an approval."""

    letter: str
    version: int
    note: str
    how: str = "command"
    mail: str = ""
    tell: str = ""
    person: str = ""

    def fold(self, case: Case, line: Line) -> Case:
        letter = case.letter(self.letter, self.version)
        if letter is None:
            return case
        given_back = replace(
            letter, status=LetterStatus.RETURNED, note=self.note, seq=line.seq, code_hash="", codes=()
        )
        what = f"sent back: {self.letter} version {self.version}"
        case = with_letter(case, given_back)
        return with_signature(case, line, role=self.tell, how=self.how, what=what, step=self.letter)

    def sentence(self) -> str:
        who = f" by {signer_words(self.tell, self.person, ())}" if self.person else ""
        return f"{version_words(self.letter, self.version)} was sent back{who}{more(self.note)}."

    @classmethod
    def shown(cls) -> Shown:
        return Shown(
            governors="A letter was returned to the office.",
            adult=None,
            sheets=frozenset({Sheet.DECISIONS}),
        )

    def row(self, bare: RegisterRow, seen: Seen) -> RegisterRow:
        return replace(bare, letter=self.letter, version=self.version, decision="returned", reason=self.note)


@final
class DraftVoided(NotInRegister, frozen=True, kw_only=True):
    """A version no longer counts: the file was touched, its date passed, a new fact came, a newer one replaced it.

    `stand_in` is the role in whose name the letter is printed from now on, because whoever was asked has not answered.
    """

    letter: str
    version: int
    why: str
    stand_in: str = ""

    def fold(self, case: Case, line: Line) -> Case:
        void = LetterStatus.VOID
        case = letter_changed(
            case, self.letter, self.version, status=void, note=self.why, code_hash="", codes=()
        )
        if not self.stand_in:
            return case
        return handed_on(case, self.letter, self.version, role=self.stand_in, seq=line.seq)

    def sentence(self) -> str:
        return f"{version_words(self.letter, self.version)} no longer counts{because(self.why)}."
