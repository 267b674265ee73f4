"""Where the words of a PDF are on its pages, in millimetres."""

from collections.abc import Iterator

import pypdfium2

from ...rules.mails.post_states import Box

POINT = 25.4 / 72
"""Millimetres."""


def boxes_of(pdf: bytes) -> list[Box]:
    """Each line of words with its place; none where the PDF cannot be read."""
    try:
        with pypdfium2.PdfDocument(pdf) as document:
            return [box for number in range(len(document)) for box in _of_page(document, number)]
    except pypdfium2.PdfiumError:
        return []


def _of_page(document: pypdfium2.PdfDocument, number: int) -> Iterator[Box]:
    page = document[number]
    height, words = page.get_height(), page.get_textpage()
    for place in range(words.count_rects()):
        left, bottom, right, top = words.get_rect(place)
        said = words.get_text_bounded(left, bottom, right, top).strip()
        if said:
            yield Box(
                words=said,
                page=number + 1,
                left=left * POINT,
                top=(height - top) * POINT,
                right=right * POINT,
                bottom=(height - bottom) * POINT,
            )
