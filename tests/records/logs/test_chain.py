import hashlib
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from made_events import ANY_EVENT, ANY_MAIL_EVENT

from letterladder.ground.errors import LogBroken
from letterladder.records.logs.chain import Log, chain_up, parse_chain
from letterladder.rules.cases.events import AnyEvent, CaseClosed, Entry, FieldsGiven
from letterladder.rules.mails.mail_log import AnyMailEvent, MailEntry

NOW = datetime(2026, 11, 9, 9, 0, tzinfo=UTC)


def bare(reason: str = "settled") -> Entry:
    return Entry(seq=0, at=NOW, by="office", event=CaseClosed(reason=reason))


def three_lines() -> bytes:
    lines, _ = chain_up(None, [bare("a"), bare("b"), bare("c")])
    return b"".join(line + b"\n" for line in lines)


def reasons(entries: tuple[Entry, ...]) -> list[str]:
    return [entry.event.reason for entry in entries if isinstance(entry.event, CaseClosed)]


def relinked(line: bytes, old: bytes, new: bytes) -> bytes:
    """A changed line with a hash that fits it, as a later version (or a clever hand) would write it."""
    body = line[: line.rindex(b',"hash":"')].replace(old, new)
    return body + b',"hash":"' + hashlib.sha256(body).hexdigest().encode() + b'"}\n'


@given(ANY_EVENT)
def test_every_event_comes_back_as_it_was_written(event: AnyEvent) -> None:
    """Any event, with any text in it, is one line that reads back as the same entry."""
    lines, made = chain_up(None, [Entry(seq=0, at=NOW, by="ü", event=event)])
    assert b"\n" not in lines[0]
    assert parse_chain(lines[0] + b"\n", Entry, "case.log").entries == tuple(made)


@given(ANY_MAIL_EVENT)
def test_every_mail_event_comes_back_as_it_was_written(event: AnyMailEvent) -> None:
    """The email log is chained by the same rules."""
    lines, made = chain_up(None, [MailEntry(seq=0, at=NOW, by="intake", event=event)])
    assert parse_chain(lines[0] + b"\n", MailEntry, "mails.log").entries == tuple(made)


def test_a_line_is_json_with_the_hash_of_all_before_it() -> None:
    """Anybody can check a log with a JSON reader and sha256sum."""
    (line, *_), _ = chain_up(None, [bare()])
    fields = json.loads(line)
    assert list(fields) == ["seq", "at", "by", "event", "v", "prev", "hash"]
    assert fields["event"] == {"kind": "CaseClosed", "reason": "settled"}
    assert fields["hash"] == hashlib.sha256(line[: line.rindex(b',"hash":"')]).hexdigest()


def test_a_field_named_hash_does_not_confuse_the_chain() -> None:
    """The hash of a line is its last field, whatever is in an event."""
    event = FieldsGiven(letter="", fields={"a": "b", "hash": "0" * 64})
    lines, made = chain_up(None, [Entry(seq=0, at=NOW, by="x", event=event)])
    assert parse_chain(lines[0] + b"\n", Entry, "case.log").entries == tuple(made)


def test_text_that_no_file_can_hold_is_mended() -> None:
    """Broken bytes of an email may reach a text as lone surrogates; the entry is written all the same."""
    lines, made = chain_up(None, [bare("caf\udce9")])
    assert reasons(tuple(made)) == ["caf?"]
    assert parse_chain(lines[0] + b"\n", Entry, "case.log").entries == tuple(made)


def test_an_empty_log_has_no_entries() -> None:
    """Nor has it a problem."""
    chain = parse_chain(b"", Entry, "case.log")
    assert (chain.entries, chain.problems) == ((), ())


def test_a_torn_last_line_is_not_believed_wherever_it_was_torn() -> None:
    """At every byte of the last line: the lines before count, the rest is reported, nothing is raised."""
    whole = three_lines()
    start = whole[:-1].rindex(b"\n") + 1
    for end in range(start + 1, len(whole)):
        chain = parse_chain(whole[:end], Entry, "case.log")
        assert (reasons(chain.entries), chain.torn, chain.whole) == (["a", "b"], whole[start:end], start)
        assert [problem.where for problem in chain.problems] == ["case.log, line 3"]


def test_a_last_line_lost_by_the_disk_is_torn_too() -> None:
    """After a power cut a disk may hold nothing but zeros where the line was to be."""
    chain = parse_chain(three_lines() + b"\x00" * 40 + b"\n", Entry, "case.log")
    assert (reasons(chain.entries), len(chain.torn)) == (["a", "b", "c"], 41)


def test_a_changed_byte_anywhere_is_found() -> None:
    """Every bit of every byte: the log is refused, or the last line is reported and not believed."""
    whole = three_lines()
    for place in range(len(whole)):
        changed = bytearray(whole)
        changed[place] ^= 1
        try:
            chain = parse_chain(bytes(changed), Entry, "case.log")
        except LogBroken:
            continue
        assert chain.problems
        assert len(chain.entries) < 3


@pytest.mark.parametrize("gone", [0, 1])
def test_a_missing_line_is_found(gone: int) -> None:
    """The line behind it does not follow any more."""
    lines = three_lines().splitlines(keepends=True)
    del lines[gone]
    with pytest.raises(LogBroken, match=f"line {gone + 1}: It does not follow"):
        parse_chain(b"".join(lines), Entry, "case.log")


def test_a_line_with_a_fitting_hash_cannot_take_the_place_of_another() -> None:
    """The line behind it still carries the hash of the true one."""
    first, second, third = three_lines().splitlines(keepends=True)
    forged = relinked(second, b'"b"', b'"x"')
    with pytest.raises(LogBroken, match="line 3: It does not follow"):
        parse_chain(first + forged + third, Entry, "case.log")


def test_a_line_with_a_number_out_of_turn_is_found() -> None:
    """Though all its hashes fit."""
    first, second, _ = three_lines().splitlines(keepends=True)
    with pytest.raises(LogBroken, match="line 2: It does not follow"):
        parse_chain(first + relinked(second, b'"seq":2', b'"seq":3'), Entry, "case.log")


def test_a_changed_line_is_told_with_its_file_and_number() -> None:
    """A person reads where it is and not to fix it by hand."""
    with pytest.raises(LogBroken, match=r"case\.log, line 2: The line was changed .* backup"):
        parse_chain(three_lines().replace(b'"b"', b'"x"'), Entry, "case.log")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'"v":1', b'"v":2'),
        (b"CaseClosed", b"CaseFrozen"),
    ],
)
def test_a_line_of_a_newer_version_is_told_as_such(old: bytes, new: bytes) -> None:
    """An older program does not guess, and does not say that the log was tampered with."""
    line = relinked(three_lines().splitlines()[0], old, new)
    with pytest.raises(LogBroken, match="written by a newer Letterladder"):
        parse_chain(line, Entry, "case.log")


def test_a_line_without_a_field_it_needs_cannot_be_read() -> None:
    """It is refused with what is missing, not read with a hole."""
    line = relinked(three_lines().splitlines()[0], b',"reason":"a"', b"")
    with pytest.raises(LogBroken, match=r"cannot be read.*reason"):
        parse_chain(line, Entry, "case.log")


def test_a_torn_line_is_set_aside_before_the_next_one(tmp_path: Path) -> None:
    """Its bytes are kept, the log goes on behind the last whole line."""
    path = tmp_path / "case.log"
    path.write_bytes(three_lines() + b'{"seq":4')
    Log(path, Entry).append([bare("d")])
    assert (tmp_path / "case.log.torn-1").read_bytes() == b'{"seq":4'
    chain = Log(path, Entry).read()
    assert (reasons(chain.entries), chain.problems) == (["a", "b", "c", "d"], ())


def test_torn_lines_never_replace_one_another(tmp_path: Path) -> None:
    """Each gets its own number; the same bytes again (a crash between copy and cut) are kept once."""
    path = tmp_path / "case.log"
    for torn in (b"x", b"y", b"y"):
        with path.open("ab") as file:
            file.write(torn)
        Log(path, Entry).append([bare()])
    assert sorted(file.name for file in tmp_path.iterdir()) == [
        "case.log",
        "case.log.torn-1",
        "case.log.torn-2",
    ]


def test_a_broken_log_is_not_written_to(tmp_path: Path) -> None:
    """It stays byte for byte as it was found, for those who look into it."""
    path = tmp_path / "case.log"
    path.write_bytes(three_lines().replace(b'"b"', b'"x"'))
    before = path.read_bytes()
    with pytest.raises(LogBroken):
        Log(path, Entry).append([bare()])
    assert path.read_bytes() == before


def test_what_another_writer_appended_is_seen(tmp_path: Path) -> None:
    """Numbers and hashes go on behind the log as it stands now, not as it was read before."""
    mine, theirs = Log(tmp_path / "case.log", Entry), Log(tmp_path / "case.log", Entry)
    for log, reason in ((mine, "a"), (theirs, "b"), (mine, "c")):
        log.append([bare(reason)])
    assert reasons(theirs.read().entries) == ["a", "b", "c"]
    assert [entry.seq for entry in mine.read().entries] == [1, 2, 3]


def test_a_log_that_did_not_change_is_not_read_again(tmp_path: Path) -> None:
    """Folding a case over and over costs one look at the file's size and time."""
    log = Log(tmp_path / "case.log", Entry)
    log.append([bare()])
    assert log.read() is log.read()


def test_appending_nothing_leaves_no_file(tmp_path: Path) -> None:
    """There is nothing to log."""
    assert Log(tmp_path / "case.log", Entry).append([]) == []
    assert not (tmp_path / "case.log").exists()
