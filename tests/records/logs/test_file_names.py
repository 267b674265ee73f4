from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letterladder.records.logs.file_names import LONGEST, numbered, safe_name


@pytest.mark.parametrize(
    ("expected", "name"),
    [
        ("1-removal-request.docx", "1-removal-request.docx"),
        ("Bild fürs Ärgernis.png", "Bild fürs Ärgernis.png"),
        ("a_b_c_d_.txt", "a/b\\c:d?.txt"),
        ("hidden", "...hidden. . "),
        ("file", ""),
        ("file-NUL", "NUL"),
        ("file-com1.tar.gz", "com1.tar.gz"),
        ("console.txt", "console.txt"),
        ("report.docx", "re\x00port\u202e.docx\n"),
    ],
)
def test_a_name_keeps_what_is_harmless(expected: str, name: str) -> None:
    """A person still recognises the file, and no disk or spreadsheet is fooled by its name."""
    assert safe_name(name) == expected


def test_a_long_name_keeps_its_ending() -> None:
    """The ending says which program opens it; the length is counted in bytes."""
    name = safe_name("ü" * 200 + ".docx")
    assert name.endswith("ü.docx")
    assert len(name.encode()) <= LONGEST


@given(st.text())
def test_no_text_at_all_makes_an_unsafe_name(name: str) -> None:
    """Never empty, never a path, never hidden; making it safe twice changes nothing."""
    safe = safe_name(name)
    assert safe
    assert not set(safe) & set('/\\:*?"<>|\x00\n')
    assert not safe.startswith(".")
    assert len(safe.encode()) <= LONGEST
    assert safe_name(safe) == safe


@pytest.mark.parametrize(
    ("expected", "name"),
    [
        (["a.png", "a-2.png", "a-3.png"], "a.png"),
        (["read me", "read me-2", "read me-3"], "read me"),
    ],
)
def test_a_counter_stands_before_the_ending(expected: list[str], name: str) -> None:
    """The numbered file is still a picture, or whatever it was."""
    assert list(islice(numbered(name), 3)) == expected
