"""What every PDF printer promises; the fakes of the stories keep it like the real one without LibreOffice."""

import pytest
from office import NoPdf, QuickPdf

from letterladder.ground.errors import WorldFailed
from letterladder.records.papers.pdf import LibreOfficePrinter
from letterladder.workflows.ports import PdfPrinter


@pytest.mark.parametrize("printer", [NoPdf(), LibreOfficePrinter("no-such-program")])
def test_where_there_is_no_converter_it_says_so_and_fails(printer: PdfPrinter) -> None:
    """Nobody gets an empty PDF."""
    assert not printer.available()
    with pytest.raises(WorldFailed):
        printer.convert(b"PK")


def test_the_quick_converter_makes_another_pdf_of_another_letter() -> None:
    """So that a story sees which letter went out."""
    printer: PdfPrinter = QuickPdf()
    made = {printer.convert(letter) for letter in (b"one", b"two")}
    assert printer.available()
    assert len(made) == 2
    assert all(pdf.startswith(b"%PDF") for pdf in made)
