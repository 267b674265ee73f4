"""What every answerer of questions about emails promises: the index of the folder says what the folded log says."""

import sqlite3
import tempfile
from collections.abc import Iterable
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from cast import opened
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from letterladder.ground.errors import LogBroken, WorldFailed
from letterladder.records.index.index import FolderIndex
from letterladder.records.index.index_file import INDEX
from letterladder.records.logs.case_files import FolderCaseFiles
from letterladder.records.logs.mail_log_file import LOG, FolderMailLog
from letterladder.rules.cases.events import FlagSeen
from letterladder.rules.cases.look import Look
from letterladder.rules.mails.folded_mails import FoldedMails
from letterladder.rules.mails.mail_log import (
    AlarmRaised,
    AnyMailEvent,
    AssistAnswered,
    AssistAsked,
    LevelRaised,
    MailboxCaughtUp,
    MailboxReset,
    MailboxStarted,
    MailFailed,
    MailJudged,
    MailPutAside,
    MailRenumbered,
    MailSeen,
    ReceiptSent,
)
from letterladder.rules.words import Flag, Level, Verdict
from letterladder.workflows.lookup import MailLookup

NOW = datetime(2026, 11, 9, 9, 0, tzinfo=UTC)
LOOK = Look(day=NOW.date(), hours=True)
BOXES, KEYS, HASHES, IDS = (
    ("a", "b"),
    ("1", "2", "3"),
    ("0" * 64, "1" * 64),
    ("", "<1@x.example>", "<2@x.example>"),
)
FLAGS: tuple[list[FlagSeen], ...] = (
    [],
    [FlagSeen(flag=Flag.SAR, words="my data")],
    [FlagSeen(flag=Flag.DANGER, words="kill")],
)

boxes, keys, hashes, ids = map(st.sampled_from, (BOXES, KEYS, HASHES, IDS))
seen = st.builds(
    MailSeen,
    mailbox=boxes,
    key=keys,
    sha256=hashes,
    message_id=ids,
    subject=st.just("s"),
    sender=st.sampled_from(["x@y.example", " X@Y.example", "other@y.example", "Nobody", ""]),
    received=st.integers(0, 50).map(lambda hours: NOW + timedelta(hours=hours)),
    size=st.just(1),
    old=st.booleans(),
)
judged = st.builds(
    MailJudged,
    mailbox=boxes,
    key=keys,
    sha256=hashes,
    verdict=st.sampled_from(Verdict),
    ref=st.sampled_from(["", "2026-0001"]),
    flags=st.sampled_from(FLAGS),
    level=st.sampled_from([None, *Level]),
)
MAIL_EVENTS = st.one_of(
    seen,
    judged,
    st.builds(MailPutAside, mailbox=boxes, key=keys),
    st.builds(MailFailed, mailbox=boxes, key=keys, sha256=hashes, what=st.just("broke")),
    st.builds(MailboxReset, mailbox=boxes, what=st.sampled_from(["x", "y"])),
    st.builds(MailRenumbered, mailbox=boxes, key=keys, was=keys),
    st.builds(MailboxStarted, mailbox=boxes, since=st.sampled_from([None, date(2026, 11, 1)])),
    st.builds(MailboxCaughtUp, mailbox=boxes),
    st.builds(ReceiptSent, mailbox=boxes, key=keys, to=st.just("x@y.example"), message_id=ids),
    st.builds(
        AssistAsked,
        mailbox=boxes,
        key=keys,
        sha256=hashes,
        address=st.just("http://localhost/v1"),
        model=st.just("m"),
        sent_sha256=hashes,
        characters=st.integers(1, 9),
    ),
    st.builds(
        AssistAnswered, mailbox=boxes, key=keys, sha256=hashes, failed=st.sampled_from(["", "no answer"])
    ),
    st.builds(
        LevelRaised,
        mailbox=boxes,
        key=keys,
        sha256=hashes,
        level=st.sampled_from(Level),
        why=st.just("words"),
    ),
    st.builds(
        AlarmRaised, mailbox=boxes, key=keys, sha256=hashes, by=st.just("Mrs Binns"), why=st.just("words")
    ),
)
KEEP, ANEW, DELETE = "keep", "another process", "delete the index"
STEPS = st.lists(
    st.one_of(MAIL_EVENTS, MAIL_EVENTS, MAIL_EVENTS, st.sampled_from([KEEP, ANEW, DELETE])), max_size=30
)


def answers(mails: MailLookup) -> list[object]:
    """All that can be asked."""
    return [
        [mails.row(box, key) for box in BOXES for key in KEYS],
        mails.unjudged(),
        mails.in_tray(),
        mails.by_machines(3),
        [mails.unmoved(box) for box in BOXES],
        [mails.of_bytes(sha) for sha in HASHES],
        [mails.named(start) for sha in HASHES for start in (sha, sha[:12], sha[:1])],
        [mails.of_sender(one) for one in ("x@y.example", "other@y.example", "")],
        [mails.of_message_id(one) for one in IDS],
        mails.asking(),
        [(mails.is_known(box), mails.first_run_since(box), mails.resets(box)) for box in BOXES],
        [mails.last_asked(box) for box in BOXES],
        [mails.had_receipt(to, NOW.date()) for to in ("x@y.example", "other@y.example")],
        mails.had_receipt("x@y.example", date(2026, 11, 8)),
        mails.last_received(),
        [mails.counts(box) for box in BOXES],
    ]


def index_of(folder: Path) -> FolderIndex:
    return FolderIndex(folder, FolderCaseFiles(folder / "cases"))


def append(folder: Path, *events: AnyMailEvent) -> None:
    FolderMailLog(folder).append(NOW, "rules", *events)


def play(folder: Path, steps: Iterable[AnyMailEvent | str]) -> None:
    """After each step the index must say what the log says."""
    index = index_of(folder)
    index.refresh(LOOK)
    for step in steps:
        if step == KEEP:
            index.keep()
        elif step == ANEW:
            index = index_of(folder)
        elif step == DELETE:
            (folder / INDEX).unlink(missing_ok=True)
        elif not isinstance(step, str):
            append(folder, step)
        assert answers(index.mails) == answers(FoldedMails(FolderMailLog(folder).entries())), step


@given(STEPS)
def test_the_index_says_what_the_log_says(steps: list[AnyMailEvent | str]) -> None:
    """Whatever is logged, kept, deleted or asked by another process in between."""
    with tempfile.TemporaryDirectory() as name:
        play(Path(name), steps)


SEEN = MailSeen(
    mailbox="a", key="1", sha256=HASHES[0], message_id=IDS[1], subject="s", sender="x", received=NOW, size=1
)


def kept(folder: Path) -> Path:
    """A folder whose index knows two emails, of which one is in the tray."""
    judgement = MailJudged(mailbox="a", key="2", sha256=HASHES[1], verdict=Verdict.INTRAY)
    append(folder, SEEN, replace(SEEN, key="2"), judgement)
    index = index_of(folder)
    index.refresh(LOOK)
    index.keep()
    return folder


def test_a_line_that_was_changed_is_said_though_the_index_knows_better(tmp_path: Path) -> None:
    """A log that was written in is read whole again, and its chain says what is wrong."""
    log = kept(tmp_path) / LOG
    log.write_bytes(log.read_bytes().replace(b'"subject":"s"', b'"subject":"t"', 1))
    with pytest.raises(LogBroken, match="changed after it was written"):
        index_of(tmp_path).mails.unjudged()


def test_lost_lines_are_forgotten_by_the_index_too(tmp_path: Path) -> None:
    """A log that is shorter than the index knows is what counts."""
    log = kept(tmp_path) / LOG
    log.write_bytes(b"".join(log.read_bytes().splitlines(keepends=True)[:1]))
    assert [row.seen.key for row in index_of(tmp_path).mails.unjudged()] == ["1"]


def test_an_unfinished_line_is_not_believed_and_what_follows_it_is(tmp_path: Path) -> None:
    """The next entry sets the torn bytes aside; the index follows."""
    log = kept(tmp_path) / LOG
    log.write_bytes(log.read_bytes() + b'{"seq":4,"torn')
    index = index_of(tmp_path)
    assert len(index.mails.unjudged()) == 1
    append(tmp_path, MailPutAside(mailbox="a", key="2"))
    assert [row.seen.key for row in index.mails.unmoved("a")] == ["1"]


def test_a_damaged_index_is_thrown_away_and_made_anew(tmp_path: Path) -> None:
    """The logs alone count."""
    (kept(tmp_path) / INDEX).write_bytes(b"SQLite format 3\x00" + b"\x07" * 9000)
    index = index_of(tmp_path)
    index.refresh(LOOK)
    assert [row.seen.key for row in index.mails.in_tray()] == ["2"]


def test_a_round_that_asked_for_no_mail_keeps_what_the_index_knows_of_them(tmp_path: Path) -> None:
    """Cases alone have news, in the round that made the index and in the next one."""
    append(tmp_path, SEEN, replace(SEEN, key="2"))
    files = FolderCaseFiles(tmp_path / "cases")
    for _ in range(2):
        files.append(files.new_ref(2026), NOW, "office", opened())
        index = index_of(tmp_path)
        index.refresh(LOOK)
        index.keep()
    append(tmp_path, MailPutAside(mailbox="a", key="2"))
    assert [row.seen.key for row in index_of(tmp_path).mails.unmoved("a")] == ["1"]


@pytest.mark.parametrize("more", range(6))
def test_another_log_written_over_the_known_one_is_what_counts(tmp_path: Path, more: int) -> None:
    """Copied into the same file, so that only its content tells; it is longer, and it is not broken."""
    log = kept(tmp_path) / LOG
    other = tmp_path / "other"
    events = [replace(SEEN, key=str(number), subject="t" * 300 * more) for number in range(5, 12)]
    append(other, *events)
    with log.open("r+b") as file:
        file.write((other / LOG).read_bytes())
        file.truncate()
    index = index_of(tmp_path)
    index.refresh(LOOK)
    assert answers(index.mails) == answers(FoldedMails(FolderMailLog(other).entries()))


def test_a_mail_log_that_was_broken_and_is_put_right_is_read_again(tmp_path: Path) -> None:
    """What was kept meanwhile knows of nothing behind the broken line."""
    log = kept(tmp_path) / LOG
    append(tmp_path, replace(SEEN, key="3"))
    whole = log.read_bytes()
    log.write_bytes(whole.replace(b'"key":"3"', b'"key":"4"'))
    index = index_of(tmp_path)
    index.refresh(LOOK)
    with pytest.raises(LogBroken):
        index.mails.unjudged()
    index.keep()
    log.write_bytes(whole)
    assert [row.seen.key for row in index_of(tmp_path).mails.unjudged()] == ["1", "3"]


def test_the_newest_mail_is_not_one_that_was_seen_anew_as_an_older_one(tmp_path: Path) -> None:
    """The end of the log speaks for the emails in it."""
    index = index_of(kept(tmp_path))
    append(tmp_path, *[replace(SEEN, key=key, received=NOW - timedelta(days=3)) for key in ("1", "2")])
    assert index.mails.last_received() == NOW - timedelta(days=3)


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE mails SET row = x'c1'",
        "UPDATE facts SET value = '[' WHERE name LIKE 'mail%'",
        "UPDATE facts SET value = '[[1,2,3],4,5,6,7]' WHERE name LIKE 'mail%'",
        "DROP TABLE mails",
    ],
)
def test_what_cannot_be_unpacked_throws_the_index_away(tmp_path: Path, change: str) -> None:
    """Another version packed it, or it is damaged; the question is answered from the log, and the round says so."""
    with closing(sqlite3.connect(kept(tmp_path) / INDEX, isolation_level=None)) as link:
        link.execute(change)
    index = index_of(tmp_path)
    assert [row.seen.key for row in index.mails.in_tray()] == ["2"]
    assert index.cases.open_refs() == []
    with pytest.raises(WorldFailed, match="Nothing is lost"):
        index.keep()
