"""HTML of an email as the lines and the two-cell table rows that its form is made of."""

from dataclasses import dataclass, field

from lxml.etree import Comment, iterwalk, strip_elements, strip_tags

from .charsets import clean
from .form import Item, Row
from .html_text import tree_of

MOST_ITEMS = 20_000
"""Lines and rows that are read."""

_UNSEEN = ("script", "style", "head", "title")
_LINES = frozenset(
    {"div", "li", "ul", "ol", "blockquote", "section", "center", "pre", "dt", "dd", "dl", "td", "th"}
)
_PARAGRAPHS = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "table", "hr"})


@dataclass(slots=True)
class _Cell:
    """A place that text runs into: the email itself, or one cell."""

    items: list[Item] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    holds_rows: bool = False

    def end_line(self) -> None:
        """What was said since the last line is a line."""
        line = " ".join("".join(self.words).split())
        self.words.clear()
        if line:
            self.items.append(line)

    def end_paragraph(self) -> None:
        """The same, with a blank line below it."""
        self.end_line()
        if self.items and self.items[-1] != "":
            self.items.append("")

    @property
    def text(self) -> str:
        """The lines of a cell that holds no rows."""
        return "\n".join(item for item in self.items if isinstance(item, str)).strip()


def items_of(html: str) -> list[Item]:
    """The lines of text and the two-cell rows, in the order in which a reader sees them."""
    tree = tree_of(html)
    if tree is None:
        return []
    strip_tags(tree, Comment)
    strip_elements(tree, *_UNSEEN, with_tail=False)
    places = _Places()
    for event, element in iterwalk(tree, events=("start", "end")):
        tag = str(element.tag)
        if event == "start":
            places.begin(tag)
            places.top.words.append(clean(element.text or ""))
        else:
            places.end(tag)
            places.top.words.append(clean(element.tail or ""))
    places.top.end_line()
    return places.top.items[:MOST_ITEMS]


class _Places:
    """The cells that are open, innermost last, and for each open row the cells that it has so far."""

    def __init__(self) -> None:
        self._cells = [_Cell()]
        self._rows: list[list[_Cell]] = []
        self._owners: list[int] = []

    @property
    def top(self) -> _Cell:
        """Where text runs into now."""
        return self._cells[-1]

    def begin(self, tag: str) -> None:
        """An element begins."""
        if tag == "tr":
            self.top.end_line()
            self._rows.append([])
            self._owners.append(len(self._cells))
        elif tag in ("td", "th") and self._owners and self._owners[-1] == len(self._cells):
            self._cells.append(_Cell())
        elif tag in _PARAGRAPHS:
            self.top.end_paragraph()
        elif tag in _LINES:
            self.top.end_line()

    def end(self, tag: str) -> None:
        """An element ends."""
        if tag in ("td", "th") and self._owners and self._owners[-1] == len(self._cells) - 1:
            cell = self._cells.pop()
            cell.end_line()
            self._rows[-1].append(cell)
        elif tag == "tr":
            self._owners.pop()
            self._close_row(self._rows.pop())
        elif tag in _PARAGRAPHS:
            self.top.end_paragraph()
        elif tag == "br" or tag in _LINES:
            self.top.end_line()

    def _close_row(self, cells: list[_Cell]) -> None:
        self.top.end_line()
        pair = len(cells) == 2 and not any(cell.holds_rows for cell in cells) and cells[0].text
        if pair:
            self.top.items.append(Row(cells[0].text, cells[1].text))
        else:
            for cell in cells:
                self.top.items += cell.items
        self.top.holds_rows = True
