"""A case's record as governors or the adult may read it; a panel reads it as it is."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from msgspec.structs import replace as change

from ...ground.values import replace
from ..cases.events import Entry
from ..cases.register_row import Direction, RegisterRow, RowFile
from ..cases.sentences import LOG_NOTE
from ..privacy.passages import Spot
from ..privacy.redaction import Redaction, Taken, in_words, reasons_of
from ..words import Outcome, Profile, Why
from .panel_words import Behind, PanelWords, answers_by_mail, in_panel_words, named
from .register_case import CaseHead, CaseRecord, Withholding
from .register_kinds import CORRECTIONS, SHOWN

REGISTER_PAGE = "register"
"""What a reviewer's page of the entries of a case is called; the others are called as their papers."""

_OUTCOMES = frozenset(Outcome)
_FOLDERS = frozenset({"mail", "evidence", "letters"})
_KEPT_OF_A_STUB = ("seq", "ref", "school", "recorded_at", "hash")


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """Everything that decides how a case is shown to somebody.

    Attributes:
        redaction: what must not be read in a copy for the adult.
        own_mails: SHA-256 of the emails that came from the adult's own address.
        role_of: the role behind a name or email address in the log; "" for somebody who holds none.
        steps: the ids of the policy's steps, which governors may read in a decision.
        words: what a panel reads for ids, roles and addresses.
    """

    profile: Profile
    redaction: Redaction
    own_mails: frozenset[str] = frozenset()
    role_of: Callable[[str], str] = lambda _: ""
    steps: frozenset[str] = frozenset()
    words: PanelWords = field(default_factory=PanelWords)


def record_for(
    view: View, head: CaseHead, rows: tuple[RegisterRow, ...], entries: Iterable[Entry] = ()
) -> CaseRecord:
    """The case as this reader may see it, with a note of all that is left out; `entries` is its whole log."""
    whole = CaseRecord(head=head, rows=rows)
    match view.profile:
        case Profile.PANEL:
            return _for_panel(view, whole, {one.seq: one for one in entries})
        case Profile.GOVERNORS:
            return CaseRecord(
                head=_head_for_governors(head, view),
                rows=tuple(_for_governors(row, view) for row in rows),
                withheld=tuple(_left_out_for_governors(head)),
            )
        case Profile.SUBJECT:
            return _for_subject(view, whole)


def _for_panel(view: View, whole: CaseRecord, entries: Mapping[int, Entry]) -> CaseRecord:
    """Nothing is left out; ids, roles and addresses are what they mean."""
    head = replace(whole.head, step=view.words.with_name(whole.head.step))
    answered = answers_by_mail(entries.values())
    rows = (
        in_panel_words(
            view.words,
            row,
            Behind(adult=whole.head.adult, entry=entries.get(row.seq), answered=answered),
        )
        for row in whole.rows
    )
    return replace(whole, head=head, rows=tuple(rows))


def _head_for_governors(head: CaseHead, view: View) -> CaseHead:
    return replace(
        head,
        adult="withheld: the adult's name",
        pupils=("withheld: a child",) * bool(head.pupils),
        step=_step(head.step, view),
        outcome=head.outcome if head.outcome in _OUTCOMES else "",
    )


def _left_out_for_governors(head: CaseHead) -> Iterator[Withholding]:
    yield Withholding(ref=head.ref, place="head", why=Why.ADULT, written=head.adult)
    for pupil in head.pupils:
        yield Withholding(ref=head.ref, place="head", why=Why.PUPIL, written=pupil)


def _for_governors(row: RegisterRow, view: View) -> RegisterRow:
    """Nothing of what anybody wrote; only what the program itself counts and dates."""
    shown = SHOWN[row.kind]
    said = row.reason or row.proof or row.correction or shown.quotes
    reasons = [Why.FREE_TEXT] if said else []
    return change(
        row,
        summary=shown.governors,
        letter=_step(row.letter, view),
        answer_rule="",
        from_role=_office(row.from_role, view),
        to=_to(row),
        reason="",
        proof="",
        correction="",
        decision=_decision(row, view),
        decided_by=_office(row.decided_by, view),
        owner=_office(row.owner, view),
        outcome=row.outcome if row.outcome in _OUTCOMES else "",
        next_action=row.next_action
        if row.next_action.startswith("follow up on ")
        else _step(row.next_action, view),
        withheld=in_words(reasons),
        attachments=tuple(_unnamed(place, kept) for place, kept in enumerate(row.attachments, start=1)),
    )


def _to(row: RegisterRow) -> str:
    if row.direction is Direction.IN:
        return "school"
    return "adult" if row.kind == "LetterPosted" else ""


def _office(name: str, view: View) -> str:
    """A role instead of a name; the words the program itself uses stay."""
    if name in {"", "reporter", "sender", "adult", "carrier", "rules"}:
        return name
    return view.role_of(name) or "staff"


def _decision(row: RegisterRow, view: View) -> str:
    if row.decision in {"", "approved", "returned", "no further action"}:
        return row.decision
    return "hold" if row.kind == "HoldPlaced" else _step(row.decision, view)


def _step(step: str, view: View) -> str:
    return step if step in view.steps else "another step" if step else ""


def _unnamed(place: int, kept: RowFile) -> RowFile:
    """A name that tells the sort of file alone."""
    folder, _, name = kept.name.rpartition("/")
    sort = folder if folder in _FOLDERS else "file"
    return RowFile(name=f"{sort} {place}{ending_of(name)}", sha256=kept.sha256)


def ending_of(name: str) -> str:
    """A short ending such as ".png"; "" where the name has none that is harmless."""
    _, dot, ending = name.rpartition(".")
    return (
        f".{ending.casefold()}" if dot and ending.isascii() and ending.isalnum() and len(ending) <= 4 else ""
    )


def _for_subject(view: View, whole: CaseRecord) -> CaseRecord:
    found: list[Withholding] = []
    head = whole.head
    shown = replace(
        head,
        adult=_cell(view, "adult", head.adult, found=found, where=head.ref),
        step=_cell(view, "step", head.step, found=found, where=head.ref),
        outcome=_cell(view, "outcome", head.outcome, found=found, where=head.ref),
        pupils=tuple(_cell(view, "pupil", pupil, found=found, where=head.ref) for pupil in head.pupils),
    )
    whole = replace(whole, rows=tuple(_signed(view, row) for row in whole.rows))
    told = {number for row in whole.rows if _may_tell(view, row) for number in row.corrected_by.split(", ")}
    rows = tuple(_subject_row(view, row, found, told=told) for row in whole.rows)
    return CaseRecord(head=shown, rows=rows, withheld=tuple(found))


def _signed(view: View, row: RegisterRow) -> RegisterRow:
    """The row with the name of a role holder for the address or role by which they signed."""
    return change(row, from_role=named(view.words, row.from_role)) if view.role_of(row.from_role) else row


def _may_tell(view: View, row: RegisterRow) -> bool:
    """Whether the adult reads the words of this entry, so that a correction of it tells nothing that is withheld."""
    others = row.kind == "ReportReceived" or (row.kind == "MailAttached" and not _is_own(view, row))
    return SHOWN[row.kind].adult is None and not others


def _subject_row(view: View, row: RegisterRow, found: list[Withholding], *, told: set[str]) -> RegisterRow:
    if row.kind in CORRECTIONS and str(row.seq) not in told and not row.summary.startswith(LOG_NOTE):
        found.append(_left_out(row, "summary", Why.FREE_TEXT, row.summary))
        return change(row, summary=SHOWN[row.kind].governors, withheld=str(Why.FREE_TEXT))
    row = _without_correction(view, row, found)
    if why := SHOWN[row.kind].adult:
        found.append(_left_out(row, "whole entry", why, row.summary))
        return _stub(row, why)
    if row.kind == "ReportReceived":
        found.append(_left_out(row, "summary", Why.REPORTER, row.summary))
        return change(
            row, summary="A report arrived.", withheld=str(Why.REPORTER), attachments=_all_unnamed(row)
        )
    if row.kind == "MailAttached" and not _is_own(view, row):
        found.append(_left_out(row, "summary", Why.OTHER_WORDS, row.summary))
        return change(
            row,
            summary="An email from another person was added to the case.",
            from_role="another person",
            withheld=str(Why.OTHER_WORDS),
            attachments=_all_unnamed(row),
        )
    return _blackened(view, row, found)


def _without_correction(view: View, row: RegisterRow, found: list[Withholding]) -> RegisterRow:
    if not row.correction or _may_tell(view, row):
        return row
    found.append(_left_out(row, "correction", Why.FREE_TEXT, row.correction))
    return change(row, correction="")


def _is_own(view: View, row: RegisterRow) -> bool:
    return any(kept.sha256 in view.own_mails for kept in row.attachments[:1])


def _all_unnamed(row: RegisterRow) -> tuple[RowFile, ...]:
    return tuple(_unnamed(place, kept) for place, kept in enumerate(row.attachments, start=1))


def _stub(row: RegisterRow, why: Why) -> RegisterRow:
    """The place in the log and nothing else."""
    kept = {name: getattr(row, name) for name in _KEPT_OF_A_STUB}
    bare = RegisterRow(
        **kept,
        happened_on=row.happened_on,
        direction=Direction.INTERNAL,
        summary="An entry is withheld.",
        kind="Withheld",
        sensitivity=row.sensitivity,
    )
    return change(bare, withheld=str(why))


_PLAIN = frozenset(
    {
        "ref",
        "school",
        "happened_on",
        "recorded_at",
        "kind",
        "hash",
        "template_sha256",
        "decided_at",
        "withheld",
    }
    | {"posted_on", "deemed_received", "answer_by", "answered_on", "corrected_by", "direction", "sensitivity"}
    | {"seq", "version", "attachments"}
)
"""Columns that the program fills by itself; all others are read for names."""

_TEXTS = tuple(name for name in RegisterRow.__struct_fields__ if name not in _PLAIN)


def _blackened(view: View, row: RegisterRow, found: list[Withholding]) -> RegisterRow:
    """The row with a mark for each protected name or number in its texts."""
    texts: dict[str, str] = {}
    taken: list[Taken] = []
    for column in _TEXTS:
        spot = Spot(ref=row.ref, page=REGISTER_PAGE, place=f"entry {row.seq}, {column}")
        texts[column], here = view.redaction.with_marks(getattr(row, column), spot)
        taken += here
        found += [_left_out(row, column, one.why, one.written, whole=False) for one in here]
    return change(row, **texts, withheld=in_words(reasons_of(taken)), attachments=_all_unnamed(row))


def _left_out(row: RegisterRow, column: str, why: Why, written: str, *, whole: bool = True) -> Withholding:
    return Withholding(ref=row.ref, place=f"entry {row.seq}, {column}", why=why, written=written, whole=whole)


def _cell(view: View, place: str, text: str, *, found: list[Withholding], where: str) -> str:
    shown, taken = view.redaction.with_marks(text, Spot(ref=where, page=REGISTER_PAGE, place=place))
    found += [Withholding(ref=where, place=place, why=one.why, written=one.written) for one in taken]
    return shown
