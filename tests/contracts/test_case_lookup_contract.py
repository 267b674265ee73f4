"""What an answerer of questions about all cases promises: the index says what folding every log says."""

import sqlite3
import tempfile
import threading
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from cast import opened, triaged
from hypothesis import example, given
from hypothesis import strategies as st
from made_events import ANY_EVENT

from letterladder.ground.errors import LogBroken, WorldFailed
from letterladder.records.index.index import FolderIndex
from letterladder.records.index.index_file import INDEX
from letterladder.records.logs.case_files import LOG, FolderCaseFiles
from letterladder.records.logs.touched import TOUCHED
from letterladder.rules.cases.case import Case
from letterladder.rules.cases.events import AnyEvent, CaseClosed, CaseReopened, MailAttached, MailMoved
from letterladder.rules.cases.fold import fold
from letterladder.rules.cases.look import Look

MANY = 20
NOW = datetime(2026, 11, 9, 9, 0, tzinfo=UTC)
LOOK = Look(day=NOW.date(), hours=True)
TOMORROW = Look(day=date(2026, 11, 10), hours=True)
REFS = ("2026-0001", "2026-0002", "2027-0001")
ADULTS = ("A1", "A2")
MAILS = ("1" * 64, "2" * 64)

KEEP, LOOK_AT_ALL, ANEW = "keep", "look at what must be looked at", "another process"
ROUND, OTHER = "another process does a round", "another process writes"
DELETE, UNNOTE, CUT, SPOIL, LOSE = (
    "delete the index",
    "delete the note",
    "cut the last line of a log",
    "spoil a log",
    "lose a log",
)
BY_HAND = (CUT, SPOIL, LOSE)


def attached(mail: str) -> MailAttached:
    return MailAttached(mail=mail, file="mail/1.eml", received=NOW, what="answer", summary="s")


refs, adults, mails = map(st.sampled_from, (REFS, ADULTS, MAILS))
events = st.one_of(
    st.builds(lambda adult: opened(adult=adult), adults),
    st.builds(lambda adult: triaged(adult=adult), adults),
    st.builds(attached, mails),
    st.builds(lambda mail, ref: MailMoved(mail=mail, from_ref=ref, to_ref="2026-0009", why="x"), mails, refs),
    st.just(CaseClosed(reason="over")),
    st.just(CaseReopened(reason="new facts")),
    ANY_EVENT,
)
Step = str | tuple[str, AnyEvent | str] | tuple[str, AnyEvent, str]
STEPS: st.SearchStrategy[list[Step]] = st.lists(
    st.one_of(
        st.tuples(refs, events),
        st.tuples(refs, events, st.just(OTHER)),
        st.sampled_from([KEEP, LOOK_AT_ALL, ANEW, ROUND, DELETE, UNNOTE]),
        st.tuples(refs, st.sampled_from(BY_HAND)),
    ),
    max_size=25,
)


def look_of(day: int) -> Look:
    return Look(day=date.fromordinal(NOW.date().toordinal() + day), hours=True)


@dataclass
class Play:
    """A data folder, one process that asks, and what must be looked at, as far as anybody can know."""

    folder: Path
    index: FolderIndex = field(init=False)
    day: int = 0
    must: set[str] = field(default_factory=set)
    rested: dict[str, str] = field(default_factory=dict)
    unnoted: bool = False

    def __post_init__(self) -> None:
        for ref in REFS:
            (self.folder / "cases" / ref).mkdir(parents=True)
        self.anew()
        self.index.refresh(self.look)

    @property
    def look(self) -> Look:
        """The moment of today's round."""
        return look_of(self.day)

    def anew(self) -> None:
        """Another process asks from now on."""
        self.files = FolderCaseFiles(self.folder / "cases")
        self.index = FolderIndex(self.folder, self.files)

    def step(self, step: Step) -> None:
        """Do one thing."""
        if isinstance(step, tuple):
            ref, what, *other = step
            files = FolderCaseFiles(self.files.folder) if other else self.files
            self.change(ref, what) if isinstance(what, str) else self.append(ref, what, files)
            return
        acts: dict[str, Callable[[], None]] = {
            KEEP: self.keep,
            LOOK_AT_ALL: lambda: self.look_at_all(self.index, self.files),
            ANEW: self.anew,
            ROUND: self.round,
            DELETE: self.delete,
            UNNOTE: self.unnote,
        }
        acts[step]()

    def append(self, ref: str, event: AnyEvent, files: FolderCaseFiles | None = None) -> None:
        """Write on a case; on a broken log nothing is written."""
        try:
            (files or self.files).append(ref, NOW, "office", event)
        except LogBroken:
            return
        self.must.add(ref)

    def change(self, ref: str, how: str) -> None:
        """What somebody does by hand is seen by the first round of the next day."""
        log = self.folder / "cases" / ref / LOG
        if not log.exists() or not log.stat().st_size:
            return
        content = log.read_bytes()
        log.unlink()
        if how == CUT:
            log.write_bytes(b"".join(content.splitlines(keepends=True)[:-1]))
        elif how == SPOIL:
            log.write_bytes(content.replace(b'"by":"office"', b'"by":"nobody"', 1))
        self.must.add(ref)
        self.day += 1
        self.anew()
        self.index.refresh(self.look)
        self.keep()

    def keep(self) -> None:
        """The end of a round."""
        self.index.keep()

    def look_at_all(self, index: FolderIndex, files: FolderCaseFiles) -> None:
        """All come to rest, and then there is nothing more to look at but logs that cannot be read."""
        for ref in index.cases.to_look_at(self.look):
            with suppress(LogBroken):
                files.read(ref)
            index.cases.looked_at(ref, self.look)
            self.rested[ref] = self.look.mark
        self.must.clear()
        assert {*index.cases.to_look_at(self.look)} <= {*index.cases.broken()}

    def round(self) -> None:
        """A whole round of another process."""
        files = FolderCaseFiles(self.folder / "cases")
        other = FolderIndex(self.folder, files)
        other.refresh(self.look)
        self.look_at_all(other, files)
        other.keep()
        self.unnoted = False

    def delete(self) -> None:
        """The index file is gone."""
        (self.folder / INDEX).unlink(missing_ok=True)
        if self.unnoted:
            self.forget_what_is_over()

    def unnote(self) -> None:
        """The note of what was written on is gone."""
        (self.folder / TOUCHED).unlink(missing_ok=True)
        self.unnoted = True
        if not (self.folder / INDEX).exists():
            self.forget_what_is_over()

    def forget_what_is_over(self) -> None:
        """Where index and note are both lost, an end of a case that was not looked at yet is not known."""
        self.must = {ref for ref in self.must if ref not in told(self.folder).over}


@dataclass
class Told:
    """What the logs say."""

    cases: dict[str, Case]
    broken: list[str]

    @property
    def over(self) -> set[str]:
        """The cases that are closed."""
        return {ref for ref, case in self.cases.items() if case.closed}

    @property
    def open(self) -> list[str]:
        """The cases that are not, or of which nobody can say."""
        return [ref for ref in REFS if ref in self.broken or (ref in self.cases and ref not in self.over)]


def told(folder: Path) -> Told:
    files, found = FolderCaseFiles(folder / "cases"), Told(cases={}, broken=[])
    for ref in files.refs():
        try:
            case = fold(ref, files.read(ref))
        except LogBroken:
            found.broken.append(ref)
        else:
            found.cases |= {ref: case} if case.last_seq else {}
    return found


def check(play: Play) -> None:
    """Every answer is what folding all logs says; whose a broken log is, nobody can say for sure."""
    logs, cases = told(play.folder), play.index.cases
    assert cases.open_refs() == logs.open
    assert cases.broken() == logs.broken
    over = [ref for ref in reversed(REFS) if ref in logs.over]
    assert cases.closed_refs("", 99) == over
    assert [cases.closed_refs(ref, 1) for ref in over] == [
        over[place : place + 1] for place in range(1, len(over) + 1)
    ]
    sure = {ref: case for ref, case in logs.cases.items() if ref not in logs.broken}
    for adult in ADULTS:
        mine = [ref for ref, case in sure.items() if case.adult == adult]
        assert [ref for ref in cases.of_adult(adult) if ref not in logs.broken] == mine
        running = [ref for ref in mine if ref in logs.open]
        newest = cases.running().get(adult, "")
        assert newest in logs.broken or newest == (running or [""])[-1]
    for mail in MAILS:
        here = [ref for ref, case in sure.items() if mail in case.mails]
        assert [ref for ref in cases.with_mail(mail) if ref not in logs.broken] == here
    due = {ref for ref in logs.open if play.rested.get(ref) != play.look.mark}
    assert set(cases.to_look_at(play.look)) >= (due | play.must) & {*logs.open, *logs.over}


@given(STEPS)
@example([("2026-0001", opened()), ("2026-0001", CaseClosed(reason="over")), KEEP, DELETE, ROUND])
@example([("2026-0001", opened()), ROUND, ("2026-0001", CaseClosed(reason="over")), UNNOTE])
@example([("2026-0001", opened()), UNNOTE, ANEW])
@example([DELETE, ANEW, KEEP, ROUND, ("2026-0001", opened()), ROUND, ("2026-0001", CaseClosed(reason="x"))])
@example([("2026-0001", opened()), LOOK_AT_ALL, ("2026-0001", triaged()), KEEP, ANEW])
@example([("2026-0001", opened()), LOOK_AT_ALL, ("2026-0001", triaged(), OTHER), KEEP])
@example([("2026-0001", CaseClosed(reason="over")), ("2026-0001", CUT), LOOK_AT_ALL])
def test_the_index_says_what_all_logs_say(steps: Sequence[Step]) -> None:
    """Whatever is written, kept, deleted, spoilt by hand or done by another process in between."""
    with tempfile.TemporaryDirectory() as name:
        play = Play(Path(name))
        for step in steps:
            play.step(step)
            check(play)


def three(folder: Path) -> FolderCaseFiles:
    """An open case of A1, one that is over, and one of A2, all known to the index and at rest."""
    play = Play(folder)
    play.append(REFS[0], opened(adult="A1"))
    play.append(REFS[1], opened(adult="A1"))
    play.append(REFS[1], CaseClosed(reason="over"))
    play.append(REFS[2], opened(adult="A2"))
    play.round()
    return play.files


def asking(folder: Path) -> FolderIndex:
    return FolderIndex(folder, FolderCaseFiles(folder / "cases"))


@pytest.mark.parametrize("spoilt", [b"", b"\x00" * 99 + b"\n\n", None])
def test_a_case_whose_log_cannot_be_read_stays_that_adults(tmp_path: Path, spoilt: bytes | None) -> None:
    """A second ladder must not begin for them; the index remembers what the log tells no more."""
    log = three(tmp_path).folder / REFS[0] / LOG
    log.unlink()
    if spoilt is not None:
        log.write_bytes(spoilt)
    index = asking(tmp_path)
    index.refresh(LOOK)
    index.keep()
    for cases in (index.cases, asking(tmp_path).cases):
        assert (cases.broken(), cases.running()["A1"], cases.of_adult("A1")) == (
            [REFS[0]],
            REFS[0],
            [*REFS[:2]],
        )


def test_a_broken_log_tells_whose_it_is_as_far_as_its_lines_can_be_read(tmp_path: Path) -> None:
    """Where the index remembers nothing, because it is rebuilt."""
    log = three(tmp_path).folder / REFS[0] / LOG
    log.write_bytes(log.read_bytes().replace(b'"by":"office"', b'"by":"nobody"'))
    (tmp_path / INDEX).unlink()
    assert asking(tmp_path).cases.running()["A1"] == REFS[0]


def test_a_lost_log_is_found_by_an_index_made_anew(tmp_path: Path) -> None:
    """No email mentions the case, but its text says that there was a log."""
    files = three(tmp_path)
    (files.folder / REFS[1] / LOG).unlink()
    (tmp_path / INDEX).unlink()
    index = asking(tmp_path)
    index.refresh(LOOK)
    assert (index.cases.broken(), REFS[1] in index.cases.to_look_at(LOOK)) == ([REFS[1]], True)


def test_an_end_that_could_not_be_acted_on_is_not_lost_with_the_index(tmp_path: Path) -> None:
    """A round kept the index though its look at the closed case had failed; then the index is deleted."""
    three(tmp_path).append(REFS[0], NOW, "office", CaseClosed(reason="over"))
    index = asking(tmp_path)
    index.refresh(LOOK)
    assert REFS[0] in index.cases.to_look_at(LOOK)
    index.keep()
    (tmp_path / INDEX).unlink()
    index = asking(tmp_path)
    index.refresh(LOOK)
    assert REFS[0] in index.cases.to_look_at(LOOK)


def test_an_index_lost_within_a_round_is_not_taken_for_kept(tmp_path: Path) -> None:
    """What was written on since is looked at by the next round."""
    files = three(tmp_path)
    files.append(REFS[0], NOW, "office", CaseClosed(reason="over"))
    index = asking(tmp_path)
    index.refresh(LOOK)
    (tmp_path / INDEX).unlink()
    index.keep()
    assert REFS[0] in asking(tmp_path).cases.to_look_at(LOOK)


def test_a_log_that_is_written_after_the_index_was_asked_is_seen(tmp_path: Path) -> None:
    """The case was noted already, and another process followed the note before the line was there."""
    files = three(tmp_path)
    index = asking(tmp_path)
    files.touched.mark(REFS[1])
    assert index.cases.open_refs() == [REFS[0], REFS[2]]
    asking(tmp_path).keep()
    files.append(REFS[1], NOW, "office", CaseReopened(reason="new facts"))
    assert index.cases.open_refs() == asking(tmp_path).cases.open_refs() == [*REFS]


def test_a_case_written_on_while_it_was_looked_at_is_looked_at_again(tmp_path: Path) -> None:
    """Another process had its turn after this one read the log."""
    mine, theirs = three(tmp_path), FolderCaseFiles(tmp_path / "cases")
    mine.append(REFS[0], NOW, "office", triaged())
    index = FolderIndex(tmp_path, mine)
    assert REFS[0] in index.cases.to_look_at(LOOK)
    mine.read(REFS[0])
    theirs.append(REFS[0], NOW, "office", attached(MAILS[0]))
    index.cases.looked_at(REFS[0], LOOK)
    assert index.cases.to_look_at(LOOK) == [REFS[0]]


def test_a_shorter_log_is_told_by_the_round_though_somebody_else_saw_it_first(tmp_path: Path) -> None:
    """Once, with how many lines there were."""
    log = three(tmp_path).folder / REFS[1] / LOG
    log.write_bytes(b"".join(log.read_bytes().splitlines(keepends=True)[:1]))
    assert [ref for ref, _, _ in asking(tmp_path).cases.listed()] == [*REFS]
    told = [asking(tmp_path).refresh(LOOK), asking(tmp_path).refresh(LOOK)]
    assert [[problem.what[:41] for problem in one] for one in told] == [
        ["The log has 1 lines, where it once had 2."],
        [],
    ]


def test_a_copy_of_note_and_index_put_back_is_put_right_by_the_first_round_of_a_day(tmp_path: Path) -> None:
    """Both belong together, so nothing shows before that they are older than the logs."""
    files = three(tmp_path)
    older = {name: (tmp_path / name).read_bytes() for name in (INDEX, TOUCHED)}
    files.append(REFS[1], NOW, "office", CaseReopened(reason="new facts"))
    for name, content in older.items():
        (tmp_path / name).write_bytes(content)
    index = asking(tmp_path)
    index.refresh(TOMORROW)
    assert index.cases.open_refs() == [*REFS]


def test_who_asks_while_others_write_hears_nothing_wrong(tmp_path: Path) -> None:
    """One writer, and readers of their own; each case is over once it is closed."""
    files = three(tmp_path)
    closed: list[str] = []
    faults: list[object] = []

    def ask() -> None:
        index = asking(tmp_path)
        while len(closed) < MANY:
            before = [*closed]
            still = index.cases.open_refs()
            faults.extend(ref for ref in before if ref in still)
        faults.extend([index._tables.trouble] if index._tables.trouble else [])

    readers = [threading.Thread(target=ask) for _ in range(3)]
    for reader in readers:
        reader.start()
    for _ in range(MANY):
        ref = files.new_ref(2028)
        files.append(ref, NOW, "office", opened())
        files.append(ref, NOW, "office", CaseClosed(reason="over"))
        closed.append(ref)
    for reader in readers:
        reader.join()
    assert faults == []
    assert asking(tmp_path).cases.open_refs() == [REFS[0], REFS[2]]


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE cases SET open = 0 WHERE ref = '2026-0001'",
        "UPDATE cases SET open = 1 WHERE ref = '2026-0002'",
        "UPDATE cases SET broken = 1 WHERE ref = '2026-0001'",
        "UPDATE cases SET adult = 'A2' WHERE ref = '2026-0001'",
        "INSERT INTO case_mails VALUES ('x', 2026000000001)",
    ],
)
def test_the_first_round_of_a_day_puts_the_index_right(tmp_path: Path, change: str) -> None:
    """What it says of a log that looks the same is compared with the log itself, all cases in turn."""
    three(tmp_path)
    with closing(sqlite3.connect(tmp_path / INDEX, isolation_level=None)) as link:
        assert link.execute(change).rowcount
    index = asking(tmp_path)
    index.refresh(TOMORROW)
    index.keep()
    cases = asking(tmp_path).cases
    said = (cases.open_refs(), cases.broken(), cases.running(), cases.with_mail("x"))
    assert said == ([REFS[0], REFS[2]], [], {"A1": REFS[0], "A2": REFS[2]}, [])


def test_an_older_index_put_back_is_compared_with_every_log(tmp_path: Path) -> None:
    """Copied over the newer one, so that it is the same file, on the same day."""
    files = three(tmp_path)
    older = (tmp_path / INDEX).read_bytes()
    files.append(REFS[1], NOW, "office", CaseReopened(reason="new facts"))
    index = asking(tmp_path)
    index.refresh(LOOK)
    index.keep()
    (tmp_path / INDEX).write_bytes(older)
    assert asking(tmp_path).cases.open_refs() == [*REFS]


@pytest.mark.parametrize("is_known", [True, False])
def test_a_mail_log_that_the_disk_cannot_read_stops_no_case(tmp_path: Path, *, is_known: bool) -> None:
    """The index is made, asked and kept all the same; who asks for emails is told."""
    files = three(tmp_path)
    if not is_known:
        (tmp_path / INDEX).unlink()
    (tmp_path / "ledger" / "mails.log").mkdir(parents=True)
    files.append(REFS[0], NOW, "office", CaseClosed(reason="over"))
    index = asking(tmp_path)
    index.refresh(LOOK)
    assert index.cases.open_refs() == [REFS[2]]
    with pytest.raises(WorldFailed):
        index.mails.unjudged()
    for ref in index.cases.to_look_at(LOOK):
        index.cases.looked_at(ref, LOOK)
    index.keep()
    assert asking(tmp_path).cases.to_look_at(LOOK) == []


def test_a_round_without_news_writes_nothing(tmp_path: Path) -> None:
    """Neither into the index nor into the note."""
    three(tmp_path)
    before = [(tmp_path / name).stat().st_mtime_ns for name in (INDEX, TOUCHED)]
    index = asking(tmp_path)
    index.refresh(LOOK)
    assert index.cases.to_look_at(LOOK) == []
    index.keep()
    assert [(tmp_path / name).stat().st_mtime_ns for name in (INDEX, TOUCHED)] == before


def test_two_ways_to_write_a_number_are_not_two_cases(tmp_path: Path) -> None:
    """A folder that somebody copied under a longer name shadows no case."""
    files = three(tmp_path)
    (files.folder / "2026-00001").mkdir()
    (files.folder / "2026-00001" / LOG).write_bytes((files.folder / REFS[1] / LOG).read_bytes())
    (tmp_path / INDEX).unlink()
    assert (files.refs(), asking(tmp_path).cases.open_refs()) == ([*REFS], [REFS[0], REFS[2]])
