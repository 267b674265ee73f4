"""Letters as GOV.UK Notify can print them: every shipped letter, with an address of five lines, is in its area."""

import pytest
from letters.contents import USUAL, content
from letters.layout_judge import judged
from letters.printing import PRINTER, TEMPLATES
from letters.test_layout_of_letters import address_of, names_of
from shipped import FILES

from letterladder.mailbox.notify_poster import MOST_PAGES, misplaced
from letterladder.records.papers.page_words import boxes_of
from letterladder.records.papers.pdf import LibreOfficePrinter
from letterladder.records.word.word import DocxPrinter
from letterladder.records.word.word_moulds import Moulds
from letterladder.records.word.word_provider import for_provider
from letterladder.rules.mails.post_states import PostLetter
from letterladder.rules.words import Method

FEW = ("B1", "L1")


def why_not(names: tuple[str, ...], *, by_provider: bool) -> dict[str, list[str]]:
    """What GOV.UK Notify would refuse of each, and what looks wrong on paper; none where nothing does."""
    printer = LibreOfficePrinter()
    if not printer.available():
        pytest.skip("LibreOffice Writer is not installed")
    word = DocxPrinter(Moulds(), by_provider=by_provider)
    fields = [content(name, USUAL) for name in names]
    made = [word.print_letter(TEMPLATES / FILES[name], one) for name, one in zip(names, fields, strict=True)]
    found = {}
    for name, one, docx, pdf in zip(names, fields, made, printer.convert_each(made), strict=True):
        verdict = judged(pdf, docx, address_of(name, one), names_of(one))
        assert verdict.pages <= MOST_PAGES
        letter = PostLetter(
            reference="x", method=Method.FIRST_CLASS, pdf=pdf, pages=verdict.pages, boxes=boxes_of(pdf)
        )
        if said := [*filter(None, [misplaced(letter)]), *verdict.faults]:
            found[name] = said
    return found


@pytest.mark.libreoffice
def test_a_letter_for_the_provider_is_in_its_area() -> None:
    """And as it is for the office's own envelopes it is not, which is known before anything is handed over."""
    assert why_not(FEW, by_provider=True) == {}
    assert {*why_not(FEW, by_provider=False)} == {*FEW}


@pytest.mark.libreoffice
@pytest.mark.sweep("test_a_letter_for_the_provider_is_in_its_area")
def test_every_letter_for_the_provider_is_in_its_area() -> None:
    """All 24, with five lines of address."""
    assert why_not(tuple(sorted(FILES)), by_provider=True) == {}


@pytest.mark.parametrize("name", sorted(FILES))
def test_no_word_of_a_letter_changes(name: str) -> None:
    """Only its places do; equal templates give equal bytes."""
    fields = content(name, USUAL)
    word = DocxPrinter(Moulds(), by_provider=True)
    made = word.print_letter(TEMPLATES / FILES[name], fields)
    plain = PRINTER.print_letter(TEMPLATES / FILES[name], fields)
    assert made != plain
    assert word.text_of(made) == word.text_of(plain)
    assert made == DocxPrinter(Moulds(), by_provider=True).print_letter(TEMPLATES / FILES[name], fields)


@pytest.mark.parametrize("template", [b"", b"no Word file"])
def test_what_is_no_word_file_stays_as_it_is(template: bytes) -> None:
    """It is said where the file is opened."""
    assert for_provider(template) == template
