"""What anchors show that hash chains cannot: logs rewritten with valid hashes, shortened, or gone."""

import hashlib
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace
from records.rewriting import by_nobody, cut_off, forge_anchors, rewrite

from letterladder.records.keeping.forgetting import forget_files
from letterladder.records.logs.anchor_log import AnchorLog
from letterladder.records.logs.case_files import FolderCaseFiles
from letterladder.records.logs.mail_log_file import FolderMailLog
from letterladder.records.logs.office_log import DELETIONS, REQUESTS, OfficeLog
from letterladder.records.logs.secret_key import secret_of
from letterladder.records.verify.verify import verify, walk
from letterladder.rules.cases.events import CaseClosed, CaseOpened, Entry
from letterladder.rules.mails.mail_log import MailboxStarted, MailEntry
from letterladder.rules.office.anchors import anchors_in, known_heads, new_anchor
from letterladder.rules.office.exports import AnchorMade, CaseForgotten, OfficeEntry, RequestAcknowledged

NOW = datetime(2026, 11, 9, 9, 0, tzinfo=UTC)
CASE, MAILS, ANCHORS = "cases/2026-0001/case.log", "ledger/mails.log", "ledger/anchors.log"
OPENED = CaseOpened(adult="P1", adult_name="Mr Stott", school="s", policy="p", policy_version="1", reason="r")


def take_anchor(data: Path, day: int) -> str:
    """The anchor of this day of November, as a round takes it; returns its root."""
    book = AnchorLog(data)
    earlier = list(anchors_in(book.entries()))
    before = earlier[-1].root if earlier else ""
    known = known_heads(earlier)
    found = new_anchor(NOW.replace(day=day).date(), before, known, book.heads(), files=book.files(known))
    made = AnchorMade(
        day=found.day.isoformat(),
        logs=found.logs,
        heads=list(found.heads),
        before=before,
        root=found.root,
        to=[],
        message_id="",
    )
    book.append(NOW, "rules", made)
    return found.root


def one_line_more(data: Path) -> None:
    """Every log grows."""
    FolderCaseFiles(data / "cases").append("2026-0001", NOW, "rules", CaseClosed(reason="x"))
    FolderMailLog(data).append(NOW, "rules", MailboxStarted(mailbox="m"))
    OfficeLog(data / "ledger", REQUESTS).append(NOW, "x", RequestAcknowledged(number="R", on="2026-11-09"))


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A folder with one case whose logs were anchored on 9 and on 10 November, and have grown since."""
    cases = FolderCaseFiles(tmp_path / "cases")
    cases.append(cases.new_ref(2026), NOW, "rules", OPENED)
    for day in (9, 10):
        one_line_more(tmp_path)
        take_anchor(tmp_path, day)
    one_line_more(tmp_path)
    return tmp_path


def said(data: Path, typed: str = "") -> list[str]:
    """What verify says, a line a problem."""
    return [str(problem) for problem in walk(data, typed=typed).problems]


def roots(data: Path) -> list[str]:
    """The roots of all anchors, as the emails carried them."""
    return [anchor.root for anchor in anchors_in(AnchorLog(data).entries())]


def without_text(data: Path) -> None:
    """Whoever rewrites a case rewrites its text as well; here it goes."""
    (data / "cases" / "2026-0001" / "case.txt").unlink()


def test_sound_logs_fit_their_anchors(data: Path) -> None:
    """Also where they have grown since."""
    assert said(data) == []


@pytest.mark.parametrize(
    ("log", "kind"), [(CASE, Entry), (MAILS, MailEntry), (f"ledger/{REQUESTS}", OfficeEntry)]
)
def test_a_log_rewritten_with_valid_hashes_is_seen(
    data: Path, log: str, kind: type[Entry | MailEntry | OfficeEntry]
) -> None:
    """By the earliest anchor that no longer fits, with its day and the log's name."""
    without_text(data)
    rewrite(data / log, kind, by_nobody)
    (found,) = said(data)
    assert str(data / log) in found
    assert "anchored on 9 November 2026, is not the line that is there now" in found


def test_a_log_rewritten_from_a_later_day_on_names_that_day(data: Path) -> None:
    """What was anchored before that still fits."""
    without_text(data)
    rewrite(data / CASE, Entry, lambda entry: by_nobody(entry) if entry.seq > 2 else entry)
    assert "Line 3, as anchored on 10 November 2026" in said(data)[0]


@pytest.mark.parametrize("log", [CASE, MAILS, f"ledger/{REQUESTS}"])
def test_lines_lost_at_the_end_are_seen(data: Path, log: str) -> None:
    """A chain cannot show it; of the email log not even the cases could."""
    without_text(data)
    cut_off(data / log, lines=2)
    (found,) = said(data)
    assert str(data / log) in found
    assert "as anchored on 10 November 2026, is gone: the log ends at line" in found


def test_a_damaged_last_line_is_no_torn_one_once_it_was_anchored(data: Path) -> None:
    """Its newline is there, so it was whole; without an anchor it would be taken for the trace of a stop."""
    cut_off(data / MAILS)
    content = (data / MAILS).read_bytes()
    (data / MAILS).write_bytes(content[:-20] + b"?" * 19 + b"\n")
    assert any("as anchored on 10 November 2026, is gone" in line for line in said(data))


@pytest.mark.parametrize("log", [CASE, MAILS, f"ledger/{REQUESTS}"])
def test_a_log_that_is_gone_is_seen(data: Path, log: str) -> None:
    """With all its lines, by the earliest anchor that names it."""
    without_text(data)
    (data / log).unlink()
    assert any("anchored on 9 November 2026, is gone with its log" in line for line in said(data))


def forgotten(data: Path, entries: int) -> None:
    """The case is deleted, and the log of deletions says so."""
    last = AnchorLog(data).heads()[-1]
    event = CaseForgotten(
        ref="2026-0001", reason="r", retention="", entries=entries, files=1, last_hash=last.hash
    )
    OfficeLog(data / "ledger", DELETIONS).append(NOW, "Mrs Binns", event)
    for file in (data / "cases" / "2026-0001").iterdir():
        file.unlink()
    (data / "cases" / "2026-0001" / "unused.txt").write_text("This case was deleted.")


@pytest.mark.parametrize(
    ("expected", "entries"),
    [
        ([], 4),
        (["does not belong to the log that was deleted"], 2),
        (["does not belong to the log that was deleted"], 1),
    ],
)
def test_a_lawful_deletion_excuses_what_it_deleted(data: Path, expected: list[str], entries: int) -> None:
    """As many lines as the log of deletions names; an anchor that knows of more says that something is wrong."""
    forgotten(data, entries)
    found = said(data)
    assert len(found) == len(expected)
    assert all(words in line for words, line in zip(expected, found, strict=True))


def test_the_log_of_anchors_is_chained_too(data: Path) -> None:
    """A changed byte in it shows."""
    content = bytearray((data / ANCHORS).read_bytes())
    content[80] ^= 1
    (data / ANCHORS).write_bytes(content)
    assert any(str(data / ANCHORS) in line for line in said(data))


def test_an_anchor_changed_with_valid_hashes_no_longer_gives_its_root(data: Path) -> None:
    """The chain of the log of anchors may be rebuilt; the root is made of the heads."""

    def shortened(entry: OfficeEntry) -> OfficeEntry:
        assert isinstance(entry.event, AnchorMade)
        return replace(entry, event=replace(entry.event, heads=entry.event.heads[:-1]))

    rewrite(data / ANCHORS, OfficeEntry, shortened)
    assert any("has a root that its own heads do not give" in line for line in said(data))


def test_logs_and_anchors_rewritten_together_are_seen_by_the_mail_alone(data: Path) -> None:
    """Everything fits by itself; only the number that left the machine does not."""
    mailed = roots(data)
    without_text(data)
    rewrite(data / CASE, Entry, by_nobody)
    forge_anchors(data)
    assert said(data) == []
    for root in mailed:
        (found,) = said(data, root)
        assert "the logs have been rewritten since" in found


@pytest.mark.parametrize(("place", "day"), [(0, "9 November 2026"), (1, "10 November 2026")])
def test_the_number_of_a_mail_says_its_day_and_that_all_is_as_it_was(
    data: Path, place: int, day: str
) -> None:
    """Sixteen digits of it are enough."""
    found = walk(data, typed=roots(data)[place][:16])
    assert found.problems == []
    assert f"the anchor for {day}: everything up to that day is as it was" in found.anchor


def test_a_number_holds_for_what_came_before_its_day_only(data: Path) -> None:
    """What was rewritten later leaves an older anchor right."""
    first, second = roots(data)
    without_text(data)
    rewrite(data / CASE, Entry, lambda entry: by_nobody(entry) if entry.seq > 2 else entry)
    assert walk(data, typed=first).anchor
    assert not walk(data, typed=second).anchor
    assert any("what was anchored on 10 November 2026 no longer fits" in line for line in said(data, second))


def test_a_number_of_no_anchor_is_said(data: Path) -> None:
    """Mistyped, or of logs that are no longer there."""
    assert any("No anchor of this folder is 0000 0000 0000 0000" in line for line in said(data, "0" * 16))


# -- what is beside the logs ------------------------------------------------------------------------------------

MAIL, SECOND = "5e" * 32, "6f" * 32
REPORTER, KEY, SENT = (
    "cases/2026-0001/reporter.json",
    "secret.key",
    "outbox/sent/000001-aaaaaaaaaaaaaaaaaaaa.json",
)


@pytest.fixture
def beside(data: Path) -> Path:
    """The same with a secret, a note of who reported, and an email that left; anchored on 11 November."""
    secret_of(data)
    FolderCaseFiles(data / "cases").keep_reporter("2026-0001", MAIL, {"name": "Beth Aldous"})
    place = data / SENT
    place.parent.mkdir(parents=True)
    place.write_bytes(b'{"to":["a@x.example"]}')
    take_anchor(data, 11)
    return data


def unfit_files(data: Path) -> list[str]:
    """Which of the three do not fit their anchor, by what is said."""
    found = verify(data)
    return [
        name
        for name in (REPORTER, KEY, SENT)
        if any(name in one.where and "nchored on 1" in one.what for one in found)
    ]


def test_what_nobody_touched_fits(beside: Path) -> None:
    """Also after one more report, one more email and one more anchor."""
    FolderCaseFiles(beside / "cases").keep_reporter("2026-0001", SECOND, {"name": "Mr Okoro"})
    (beside / SENT.replace("000001", "000002")).write_bytes(b"{}")
    take_anchor(beside, 12)
    assert unfit_files(beside) == []


def other_name(data: Path) -> None:
    """Somebody else is made the reporter."""
    place = data / REPORTER
    place.write_text(place.read_text(encoding="utf-8").replace("Beth Aldous", "Mira Falk"), encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "do"),
    [
        (REPORTER, other_name),
        (REPORTER, lambda data: (data / REPORTER).unlink()),
        (REPORTER, lambda data: (data / REPORTER).write_text("{}")),
        (SENT, lambda data: (data / SENT).write_bytes(b'{"to":["b@x.example"]}')),
        (SENT, lambda data: (data / SENT).unlink()),
    ],
    ids=["reporter changed", "reporter gone", "note of them gone", "email changed", "email gone"],
)
def test_what_was_anchored_and_changed_is_named(
    name: str, do: Callable[[Path], object], beside: Path
) -> None:
    """Each of the files beside the logs, and it alone."""
    do(beside)
    assert unfit_files(beside) == [name]


def test_another_secret_is_named(beside: Path) -> None:
    """It alone: the notes of reporters, named with the other one, cannot be compared."""
    (beside / KEY).write_bytes(b"x" * 32)
    assert unfit_files(beside) == [KEY]


def test_with_a_new_secret_the_next_anchor_names_the_reporters_again(beside: Path) -> None:
    """Nothing is wrong for good after a damaged secret was removed, as its message says; a later change is named."""
    (beside / KEY).write_bytes(b"x" * 32)
    take_anchor(beside, 12)
    assert unfit_files(beside) == []
    other_name(beside)
    assert unfit_files(beside) == [REPORTER]


def test_half_a_secret_names_nobody(beside: Path) -> None:
    """What it would be made with comes back from the backup, and would not fit."""
    whole = (beside / KEY).read_bytes()
    (beside / KEY).write_bytes(whole[:16])
    take_anchor(beside, 12)
    (beside / KEY).write_bytes(whole)
    assert unfit_files(beside) == []


def test_the_number_of_that_day_no_longer_fits(beside: Path) -> None:
    """And that of the day before still does."""
    (beside / SENT).unlink()
    roots = [one.root for one in anchors_in(AnchorLog(beside).entries())]
    assert [bool(walk(beside, typed=root[:16]).anchor) for root in roots] == [True, True, False]


def test_an_anchor_tells_nobody_who_reported(beside: Path) -> None:
    """What it keeps of a reporter is made with the secret: the same words give another number elsewhere."""
    line = (beside / ANCHORS).read_text(encoding="utf-8")
    note = msgspec.json.encode({"name": "Beth Aldous"})
    assert "Aldous" not in line
    assert hashlib.sha256(note).hexdigest() not in line


def test_a_deleted_case_took_its_reporter_and_emails_with_it(beside: Path) -> None:
    """By the line in the log of deletions, which names the emails."""
    (entry,) = FolderCaseFiles(beside / "cases").read("2026-0001")[-1:]
    event = CaseForgotten(
        ref="2026-0001",
        reason="x",
        retention="complaint",
        entries=entry.seq,
        files=3,
        last_hash=entry.hash,
        sent=[SENT],
    )
    OfficeLog(beside / "ledger", DELETIONS).append(NOW, "x", event)
    forget_files(beside, "2026-0001", "deleted")
    (beside / SENT).unlink(missing_ok=True)
    assert unfit_files(beside) == []
