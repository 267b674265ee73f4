"""Make one copy of the register, and note in the school's log who made it, for whom, with its hash."""

import hashlib
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import BinaryIO

from ..ground.collecting import without_collecting
from ..ground.disk import HALF, in_plain_words, move_file
from ..ground.errors import LogBroken, Problem, Refused
from ..ground.processes import LEAST, side_by_side
from ..ground.values import replace
from ..rules.office.exports import ExportMade
from ..rules.office.reading_events import READINGS
from ..rules.privacy.known_text import KnownText, printed_by_settings
from ..rules.privacy.passages import CopyPage, Looking, Spot
from ..rules.register.case_papers import CasePapers, papers_of
from ..rules.register.copy_marks import last_signed, marks_of
from ..rules.register.happening import is_never_shown
from ..rules.register.register_case import WHOLE_FILE, CaseRecord, Title, Withholding
from ..rules.register.register_filter import Wanted
from ..rules.register.register_profile import REGISTER_PAGE, View
from ..rules.words import Format, Profile
from .copy_pages import LookedThrough, refuse_unread, reviews_of
from .office import Office
from .register_rows import Hides, Seen, looking_through, only_adult, view_for, whole_record

FILES_PAGE = "files withheld whole"
"""The page of a reviewer that lists the files of a case of which the adult gets nothing."""

Watch = Callable[[list[str]], Iterable[str]]
"""Hands references on one by one, and may show how far it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What copy is asked for.

    `reporter`: a panel's bundle holds the note of who reported, too. `hides`: the cases that its maker may not see.
    """

    wanted: Wanted
    profile: Profile
    format: Format
    purpose: str = ""
    bom: bool = False
    reporter: bool = False
    hides: Hides | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """The copy that was made: its rows, cases, bytes, hash, what was left out of it, and cases nobody can read.

    `hidden`: how many cases are not in it because its maker may not see them. `pages`: of a copy for the adult, as
    reviewers signed them.
    """

    rows: int
    refs: tuple[str, ...]
    size: int
    sha256: str
    withheld: tuple[Withholding, ...]
    unread: tuple[Problem, ...] = ()
    hidden: int = 0
    pages: tuple[CopyPage, ...] = ()


@dataclass(slots=True, kw_only=True)
class _Counting:
    """Cases on their way into a file, counted as they pass."""

    rows: int = 0
    refs: list[str] | None = None
    withheld: list[Withholding] | None = None

    def pass_on(self, records: Iterable[CaseRecord]) -> Iterator[CaseRecord]:
        self.refs, self.withheld = [], []
        for record in records:
            self.rows += len(record.rows)
            self.refs.append(record.head.ref)
            self.withheld += record.withheld
            yield record


def make_copy(office: Office, order: Order, out: Path, watch: Watch = iter, *, least: int = LEAST) -> Made:
    """Write the copy to `out`, whole or not at all; from `least` cases on, several processes look through them.

    Raises:
        WrongUsage: a copy for the adult was asked for, and the cases are not all of one adult.
        Refused: a case that was named, or one of that adult, is not shown to its maker; or a page of a copy for the
            adult was not looked through and signed, as it is now.
        WorldFailed: the disk is full or broken; what was at `out` is untouched.
    """
    if order.profile is not Profile.SUBJECT:
        return _make(office, order, out, watch, view=view_of(office, order), least=least)
    looked = look_through(office, order)
    refuse_unread(looked)
    return replace(_make(office, order, out, watch, view=view_of(office, order)), pages=looked.pages)


def view_of(office: Office, order: Order, looking: Looking | None = None) -> View:
    """How the reader may see the cases, with what reviewers chose; `looking` notes what they must look at."""
    view = view_for(office, order.profile, order.wanted)
    if order.profile is not Profile.SUBJECT:
        return view
    looking = looking or Looking(
        subject="", marks=marks_of(one for _, _, one in reviews_of(office)), fixed=_fixed_text(office)
    )
    return replace(view, redaction=view.redaction.looked_at(looking))


def _fixed_text(office: Office) -> KnownText:
    """What nobody filled into our letters; a Word file that cannot be read has nothing that is known."""
    texts = []
    for letter in office.school.policy.letters:
        with suppress(Refused, OSError):
            texts.append(office.word.text_of(office.template(letter.id).read_bytes()))
    return KnownText(texts, printed_by_settings(office.school))


def look_through(office: Office, order: Order) -> LookedThrough:
    """The pages of a copy for the adult, of whole cases whatever part is asked for, and who signed which.

    Raises:
        WrongUsage: the cases are not all of one adult.
        Refused: one of them is not shown to its maker.
    """
    wanted = Wanted(refs=order.wanted.refs, adult=order.wanted.adult)
    whole = replace(order, wanted=wanted)
    reviews = list(reviews_of(office))
    looking = Looking(
        subject=only_adult(office, wanted),
        marks=marks_of(one for _, _, one in reviews),
        fixed=_fixed_text(office),
    )
    with tempfile.TemporaryDirectory(prefix="letterladder-look-") as name:
        made = _make(office, whole, Path(name) / "copy", view=view_of(office, whole, looking))
    withheld = [(_spot_of(one), str(one.why)) for one in made.withheld if one.whole]
    return LookedThrough(
        pages=looking.pages(withheld), withheld=made.withheld, signed=last_signed(reviews), refs=made.refs
    )


def _spot_of(one: Withholding) -> Spot:
    """On which page a reviewer reads that something is withheld whole."""
    page = FILES_PAGE if one.place.endswith(WHOLE_FILE) else REGISTER_PAGE
    return Spot(ref=one.ref, page=page, place=one.place)


def _make(
    office: Office, order: Order, out: Path, watch: Watch = iter, *, view: View, least: int = LEAST
) -> Made:
    refs = list(order.wanted.refs) or office.cases.refs()
    counting = _Counting()
    # One case that was named, and the adult's own copy with its protected names, are whole or are not made.
    passing = _Passing(
        whole=bool(order.wanted.refs) or order.profile is Profile.SUBJECT,
        whole_of=partial(whole_record, office, view),
    )
    look = looking_through(office, order.wanted, view, order.hides)
    # What a reviewer of the adult's copy must look at is noted on the way, in this process.
    alone = order.profile is Profile.SUBJECT
    with (
        in_plain_words(out),
        tempfile.TemporaryDirectory(dir=out.parent, prefix=".copy-", suffix=HALF) as name,
        closing(side_by_side(look, refs, Seen, least=least, count=1 if alone else None)) as seen,
    ):
        # `seen` begins the processes, before `watch` may begin a thread that draws.
        records = counting.pass_on(passing.let_through(zip(seen, watch(refs), strict=False)))
        half = Path(name) / "copy"
        # Whoever calls: what is written into it later keeps the mode, and so does the copy under its own name.
        half.touch(mode=0o600)
        with without_collecting():
            _write(office, order, _Whole(view=view, records=records, counting=counting), half)
        with half.open("rb") as made:
            sha256 = hashlib.file_digest(made, "sha256").hexdigest()
        size = half.stat().st_size
        move_file(half, out)
    return Made(
        rows=counting.rows,
        refs=tuple(counting.refs or ()),
        size=size,
        sha256=sha256,
        withheld=tuple(counting.withheld or ()),
        unread=tuple(passing.unread),
        hidden=passing.hidden,
    )


@dataclass(slots=True, kw_only=True)
class _Passing:
    """Lets those cases through that can be read and shown, and counts the others; `whole`: there may be none."""

    whole: bool
    whole_of: Callable[[CaseRecord, Seen], CaseRecord]
    unread: list[Problem] = field(default_factory=list)
    hidden: int = 0

    def let_through(self, looked: Iterable[tuple[Seen, str]]) -> Iterator[CaseRecord]:
        for seen, ref in looked:
            if self.whole and seen.unread:
                raise LogBroken(*seen.unread)
            if self.whole and seen.is_hidden:
                raise Refused(_not_shown(ref))
            self.unread += seen.unread
            self.hidden += seen.is_hidden
            if seen.record:
                yield self.whole_of(seen.record, seen)


def _not_shown(ref: str) -> Problem:
    what = "This copy would hold a case that is not shown to you, because you or your family are concerned."
    return Problem(where=ref, what=what, what_to_do="Somebody else at the school must make it.")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Whole:
    view: View
    records: Iterator[CaseRecord]
    counting: _Counting


def _write(office: Office, order: Order, whole: _Whole, half: Path) -> None:
    title = Title(school=office.school.named_for_others, profile=order.profile, scope=order.wanted.scope)
    if order.format is Format.BUNDLE:
        _write_bundle(office, order, whole, title=title, half=half)
    else:
        office.papers.write_register(half, title, whole.records, order.format, bom=order.bom)


def _write_bundle(office: Office, order: Order, whole: _Whole, *, title: Title, half: Path) -> None:
    records = list(whole.records)
    also = ("case.log", *(("reporter.json",) if order.reporter else ())) if _is_panel(order) else ()
    cases = (
        CasePapers(
            record=record,
            papers=papers_of(record.head.ref, office.cases.read(record.head.ref)),
            read=partial(office.cases.file, record.head.ref),
            view=whole.view,
            also=(*also, *_readings(office, order, record.head.ref)),
            sealed=is_never_shown(office.case(record.head.ref)),
        )
        for record in records
    )
    found = whole.counting.withheld if whole.counting.withheld is not None else []
    office.papers.write_bundle(half, title, records, cases=cases, withheld=found)


def _readings(office: Office, order: Order, ref: str) -> tuple[str, ...]:
    """The log of who opened the case at the desk, for a panel, where somebody did."""
    there = _is_panel(order) and office.cases.path(ref, READINGS).is_file()
    return (READINGS,) if there else ()


def _is_panel(order: Order) -> bool:
    return order.profile is Profile.PANEL


def note_copy(office: Office, order: Order, made: Made, *, by: str, file: str) -> None:
    """Put the copy into the school's log of exports."""
    event = ExportMade(
        profile=str(order.profile),
        format=str(order.format),
        scope=_scope(order, made),
        refs=list(made.refs),
        rows=made.rows,
        sha256=made.sha256,
        size=made.size,
        file=file,
        purpose=order.purpose,
        withheld=len(made.withheld),
    )
    office.exports.append(office.clock.now(), by, event)


def _scope(order: Order, made: Made) -> str:
    cases = "1 case" if made.hidden == 1 else f"{made.hidden} cases"
    return order.wanted.scope + (f", without {cases} not shown to its maker" if made.hidden else "")


def copy_to(path: Path, target: BinaryIO) -> None:
    """The bytes of a file, to the screen or wherever."""
    with path.open("rb") as file:
        shutil.copyfileobj(file, target)
