"""A letter from a mould is, byte for byte, the one that docxtpl prints whole; what no mould can do is printed whole."""

import os
import sys
import zipfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import FrameType

import pytest
from docx import Document
from letters.sample_fields import SAMPLES, picture
from records.word_files import empty, template

from letterladder.ground.errors import Refused
from letterladder.records.word.word import DocxPrinter
from letterladder.records.word.word_bytes import entry_of, packed, squeezed
from letterladder.records.word.word_moulds import Moulds

TEMPLATES = Path(__file__).resolve().parents[3] / "letter_templates"
L1 = TEMPLATES / "L1-removal-request.docx"
PICTURES = {"logo": picture(40), "signature": picture(60)}
WORDS: dict[str, Callable[[str], str]] = {
    "as they are": lambda text: text,
    "with signs and lines": lambda text: f"{text} & <b>\nMr Sam Ash\tof {{{{ 7 }}}}" if text else text,
    "none": lambda _: "",
}


def whole(file: Path, fields: dict[str, object]) -> bytes:
    """The letter as docxtpl prints it, without any mould."""
    return DocxPrinter(Moulds(0)).print_letter(file, fields)


def printed_into(made: list[bytes], printer: DocxPrinter, file: Path, fields: dict[str, object]) -> None:
    """Print a letter and keep it."""
    made.append(printer.print_letter(file, fields))


def opened_by(work: Callable[[], object]) -> int:
    """How many times docxtpl opened a Word file meanwhile."""
    opened = 0

    def count(frame: FrameType, event: str, _: object) -> None:
        nonlocal opened
        opened += event == "call" and frame.f_code is Document.__code__

    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(None)
    return opened


@pytest.mark.parametrize("file", sorted(TEMPLATES.glob("*.docx")), ids=lambda one: one.name)
def test_every_letter_is_the_same_from_its_mould(file: Path) -> None:
    """With any words, with and without pictures; and none of them is printed whole again."""
    printer, fields = DocxPrinter(Moulds()), SAMPLES[file.name.partition("-")[0]]
    for pictures in ({}, PICTURES):
        printer.print_letter(file, {**fields, **pictures, "salutation": "Ms Ashdown"})
        for change in WORDS.values():
            said = {
                name: change(one) if isinstance(one, str) else one
                for name, one in {**fields, **pictures}.items()
            }
            kept: dict[str, object] = {
                name: fields[name] for name in ("school_name", "signer_name") if name in fields
            }
            said = {**said, **kept}
            made: list[bytes] = []
            assert opened_by(partial(printed_into, made, printer, file, said)) == 0
            assert made == [whole(file, said)]


def test_a_changed_template_makes_another_mould(tmp_path: Path) -> None:
    """Also one of the same size and time: what counts are its bytes."""
    printer, file = DocxPrinter(Moulds()), template(tmp_path, "Dear {{ name }}, one.")
    before, first = file.stat(), printer.print_letter(file, {"name": "Ash"})
    template(tmp_path, "Dear {{ name }}, two.", name=file.name)
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert "one." in printer.text_of(first)
    assert "two." in printer.text_of(printer.print_letter(file, {"name": "Ash"}))


def test_another_logo_makes_another_letter() -> None:
    """A picture is part of the mould; so are its words."""
    printer = DocxPrinter(Moulds())
    for fields in (PICTURES, {**PICTURES, "logo": picture(44)}, {**PICTURES, "school_name": "Larkfield"}):
        said = {**SAMPLES["L1"], **fields}
        assert printer.print_letter(L1, said) == whole(L1, said)


@pytest.mark.parametrize("sizes", [(False, True), (True, False)])
def test_a_picture_that_only_some_letters_have_is_printed_whole(
    tmp_path: Path, sizes: tuple[bool, ...]
) -> None:
    """What a mould holds of it depends on the letter that it was made of."""
    file = template(tmp_path, "{% if formal %}{{ logo }}{% endif %}Dear {{ name }}.")
    printer = DocxPrinter(Moulds())
    for formal in sizes:
        said = {"formal": formal, "name": "Ash", "school_name": "Larkfield", "logo": PICTURES["logo"]}
        assert printer.print_letter(file, said) == whole(file, said)


def test_tags_in_the_properties_are_printed_whole(tmp_path: Path) -> None:
    """The title of a file may hold a field of a school's own template."""
    document = empty()
    document.add_paragraph("Dear {{ name }}.")
    document.core_properties.title = "To {{ name }}"
    document.save(str(tmp_path / "own.docx"))
    printer = DocxPrinter(Moulds())
    for name in ("Ash", "Birch"):
        assert printer.print_letter(tmp_path / "own.docx", {"name": name}) == whole(
            tmp_path / "own.docx", {"name": name}
        )


def test_large_print_is_as_large_after_a_letter_in_the_usual_size() -> None:
    """It changes the styles as well, and never goes through a mould."""
    printer, fields = DocxPrinter(Moulds()), SAMPLES["L1"]
    usual = [printer.print_letter(L1, fields) for _ in range(2)]
    large = printer.print_letter(L1, fields, large=True)
    assert large == DocxPrinter(Moulds(0)).print_letter(L1, fields, large=True) != usual[0] == usual[1]


def test_a_mould_is_as_strict_and_as_closed(tmp_path: Path) -> None:
    """The second letter names its missing field as the first would; the sandbox holds in it."""
    printer = DocxPrinter(Moulds())
    file = template(tmp_path, "Dear {{ name }}.{% if deep %}{{ name.__class__.__mro__ }}{% endif %}")
    printer.print_letter(file, {"name": "Ash", "deep": ""})
    with pytest.raises(Refused, match='"name" is missing, near "Dear'):
        printer.print_letter(file, {"deep": ""})
    with pytest.raises(Refused):
        printer.print_letter(file, {"name": "Ash", "deep": "x"})


def test_only_so_many_moulds_are_kept() -> None:
    """The one that was not used for longest goes."""
    moulds = Moulds(2)
    for key in ("one", "two"):
        moulds.keep(key, None)
    moulds.get("one")
    moulds.keep("three", None)
    assert [moulds.knows(key) for key in ("one", "two", "three")] == [True, False, True]


def test_parts_are_packed_as_zipfile_packs_them(tmp_path: Path) -> None:
    """Word, and `verify`, read both alike."""
    parts = {"[Content_Types].xml": b"<x/>" * 900, "word/document.xml": b"", "word/media/a.png": picture(20)}
    with zipfile.ZipFile(tmp_path / "file.zip", "w") as file:
        for name, content in parts.items():
            file.writestr(entry_of(name), content)
    made = packed(squeezed(name, content) for name, content in parts.items())
    assert made == (tmp_path / "file.zip").read_bytes()
