"""Emails that Outlook saved as files: their words, their files, and what breaks such a file."""

import struct

import pytest
from attached_files import attached
from hypothesis import given
from hypothesis import strategies as st
from mailbox_mails import multipart, read
from outlook_files import msg, text
from steps import steps_of

from letterladder.mailbox.attached_outlook import saved_email

WORDS = "I saw him push her at the gate."


def read_file(content: bytes) -> tuple[str, str]:
    """The text of the file, and what of it was not read."""
    (found,) = read(multipart("\nSee.", attached("saved.msg", content))).attachments
    return found.text.replace("\0", "").strip(), found.unread


def test_subject_text_and_files_are_read() -> None:
    """A file in it is read like any other file, by its first bytes."""
    file = {"__substg1.0_37010102": WORDS.encode(), **text("3707", "notes.txt")}
    found, unread = read_file(
        msg({**text("0037", "Hello"), **text("1000", "Words"), "__attach_version1.0_#0": file})
    )
    assert all(words in found for words in ("Hello", "Words", WORDS))
    assert unread == ""


def test_an_email_saved_inside_it_is_read() -> None:
    """However deep it lies."""
    inner = {"__attach_version1.0_#0": {"__substg1.0_3701000D": text("1000", WORDS)}}
    assert WORDS in read_file(msg({**text("1000", "See below"), **inner}))[0]


def test_a_page_without_text_is_read() -> None:
    """Many programs save the HTML alone."""
    found, _ = read_file(msg({"__substg1.0_10130102": f"<p>{WORDS}</p>".encode()}))
    assert found == WORDS


def test_text_that_is_only_in_packed_rtf_is_named() -> None:
    """It is not unpacked, and that is said."""
    assert read_file(msg({"__substg1.0_10090102": b"x" * 50}))[1] == "some of it could not be read"


def test_another_old_office_file_is_no_email() -> None:
    """A Word file of 1997 begins with the same bytes."""
    assert read_file(msg({}).replace("__properties".encode("utf-16-le"), "__propertiez".encode("utf-16-le")))[
        1
    ] == ("an old Office file")


def test_a_chain_that_runs_in_a_circle_ends() -> None:
    """After as many sectors as the file has."""
    whole = bytearray(msg(text("1000", WORDS)))
    at = whole.rindex(struct.pack("<I", 2))
    whole[at : at + 4] = struct.pack("<I", 0)
    assert steps_of(lambda: saved_email(bytes(whole))) < 200_000


@given(st.integers(0, 6_000), st.binary(min_size=1, max_size=8))
def test_no_damage_raises(place: int, junk: bytes) -> None:
    """What cannot be read is None, or less."""
    whole = msg({**text("1000", WORDS), "__attach_version1.0_#0": {"__substg1.0_37010102": b"hello"}})
    saved_email(whole[:place] + junk + whole[place + len(junk) :])


@pytest.mark.parametrize("length", [0, 8, 75, 511, 513, 5_000])
def test_a_cut_file_is_none_or_less(length: int) -> None:
    """Nothing is raised."""
    saved_email(msg(text("1000", WORDS))[:length])
