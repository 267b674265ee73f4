import sys
from types import FrameType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letterladder.mailbox.attachment_names import LONGEST_NAME, MOST_BYTES, each_once, safe_name


@pytest.mark.parametrize(
    ("expected", "original"),
    [
        ("passwd.png", "../../etc/passwd.png"),
        ("x.png", "..\\..\\Windows\\x.png"),
        ("x.png", "C:\\temp\\x.png"),
        ("htaccess.txt", "..htaccess.txt"),
        ("screenshot.png.exe.blocked", "screenshot.png.exe"),
        ("run.BAT.blocked", "run.BAT"),
        ("run.exe.blocked", "run.exe . "),
        ("page.html.blocked", "page.html"),
        ("_con.png", "con.png"),
        ("_LPT1.txt", "LPT1.txt"),
        ("console.png", "console.png"),
        ("a b.png", "a\r\n\tb.png"),
        ("photogpj.exe.blocked", "photo\u202egpj.exe"),
        ("a_b_.png", "a:b?.png"),
        ("Zrzut ekranu – „WhatsApp”.png", "Zrzut ekranu – „WhatsApp”.png"),
        ("attachment.jpg", ""),
        ("attachment.jpg", "..."),
        ("attachment.jpg", "folder/"),
    ],
)
def test_stored_names_are_safe_and_recognisable(expected: str, original: str) -> None:
    """No path, no hidden file, no device, no program that runs on a double click."""
    assert safe_name(original, "image/jpeg") == expected


def test_a_program_under_a_picture_s_name_is_blocked() -> None:
    """The first bytes tell what the name hides."""
    assert safe_name("holiday.png", "image/png", b"MZ\x90\x00") == "holiday.png.blocked"


def test_a_long_name_keeps_its_extension() -> None:
    """The office must still see that it is a picture."""
    name = safe_name("a" * 500 + ".jpeg", "image/jpeg")
    assert (len(name), name[-5:]) == (LONGEST_NAME, ".jpeg")


@given(st.text(max_size=400))
def test_no_name_leaves_the_folder(original: str) -> None:
    """Whatever the email calls it, the stored name is one plain file in one folder."""
    name = safe_name(original, "application/pdf")
    assert name == name.strip(" ")
    assert not name.startswith(".")
    assert not set(name) & set('/\\:*?"<>|\r\n\0')
    assert 0 < len(name) <= LONGEST_NAME
    assert len(name.encode()) <= MOST_BYTES


@pytest.mark.parametrize(
    ("expected", "names"),
    [
        (["a.png", "a-2.png", "a-3.png"], ["a.png", "a.png", "a.png"]),
        (["a.png", "A-2.PNG"], ["a.png", "A.PNG"]),
        (["a.exe.blocked", "a-2.exe.blocked"], ["a.exe.blocked", "a.exe.blocked"]),
        (["a", "a-2", "a-2-2"], ["a", "a", "a-2"]),
    ],
)
def test_equal_names_get_a_counter(expected: list[str], names: list[str]) -> None:
    """Nothing is overwritten, on systems that ignore case neither."""
    assert each_once(names) == expected


@pytest.mark.parametrize("names", [["a.png"], ["a.png", "A.PNG"], ["a.png.blocked"]])
def test_many_files_of_one_name_are_each_counted_on(names: list[str]) -> None:
    """None of them begins at two again: twice the files, twice the calls."""
    made = []
    for times in (200, 400):
        made.append(0)

        def note(frame: FrameType, event: str, arg: object) -> None:
            del frame, arg
            made[-1] += event in {"call", "c_call"}

        sys.setprofile(note)
        try:
            each_once(names * times)
        finally:
            sys.setprofile(None)
    assert made[1] <= 2.2 * made[0]
