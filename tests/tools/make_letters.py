"""Build the Word files of letter_templates/ from the wordings in letters/*.txt and the style in letter_style.py."""

import re
import runpy
import sys
from itertools import pairwise
from pathlib import Path

from docx.document import Document
from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.table import CT_Row
from docx.section import _Footer
from docx.shared import Length, Mm, Pt
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

ROOT = Path(__file__).resolve().parents[2]
WORDINGS = Path(__file__).resolve().parent / "letters"
if __name__ == "__main__":
    runpy.run_path(str(ROOT / "run.py"), run_name="checkout")
    sys.path.insert(0, str(ROOT / "tests"))

from tools import letter_style as look  # noqa: E402

from letterladder.config.letters_file import shipped_letters  # noqa: E402
from letterladder.records.word.word_bytes import steady_bytes  # noqa: E402 - the package is registered just above
from letterladder.rules.policies.letters import translated_file  # noqa: E402
from letterladder.rules.words import Switch  # noqa: E402

LETTERS = shipped_letters()
CODES = sorted(one.name for one in WORDINGS.iterdir() if one.is_dir())
"""The languages in which some letters ship."""

STYLES = {"# ": "Heading 1", "## ": "Heading 2", "- ": "List Bullet", "> ": "Quote"}
LEAD = "### "
"""A heading in the line of what follows: a note below the letter's own matter."""
SMALL = "^ "
"""Small print: beside the signature, where it takes no room from the letter."""
PEN_HEIGHT = Pt(12)
OTHERWISE = "|:"
"""A row that stands where the field of the row above it is empty."""
SIGNED_HERE = "~ signature"
PEN_ROOM = Mm(10)


def build(letter: str, code: str = "") -> bytes:
    """One template as .docx bytes, the same bytes every time; `code` is the language, "" for English."""
    say = _furniture(code)
    document = look.blank_letter(LETTERS.name_of(letter))
    _letterhead(document, say)
    _window(document, letter, say)
    if not LETTERS.is_sheet(letter):
        document.add_paragraph(say["dear"]).paragraph_format.space_before = Pt(3)
    file = (WORDINGS / code / LETTERS.records[letter].file).with_suffix(".txt")
    wording = _expanded(file.read_text("utf-8"), code)
    before, _, after = wording.partition(f"{SIGNED_HERE}\n")
    lines = [*before.splitlines(), *_privacy(letter, code)]
    small = [line.removeprefix(SMALL) for line in lines if line.startswith(SMALL)]
    _body(document, [line for line in lines if not line.startswith(SMALL)])
    _signature(document, say["completed"] if LETTERS.is_sheet(letter) else say["closing"], small)
    if after:
        _body(document, after.splitlines())
    _footer(document.sections[0].footer, say)
    return steady_bytes(document)


def _privacy(letter: str, code: str) -> list[str]:
    """What is below a letter that holds what others told of the adult: whose data, why, how long, their rights."""
    told = "privacy_contact" in LETTERS.must_print(letter)
    return _expanded("@privacy", code).splitlines() if told else []


def _furniture(code: str) -> dict[str, str]:
    """The words around every letter: how it begins and ends, what is beside the address and at the foot."""
    shared = (WORDINGS / code / "shared.txt").read_text("utf-8")
    return dict(re.findall(r"^<(\w+)> (.*)$", shared, re.MULTILINE))


def _expanded(wording: str, code: str = "") -> str:
    """One wording with the shared blocks put in."""
    shared = (WORDINGS / code / "shared.txt").read_text("utf-8")
    blocks = dict(re.findall(r"^\[([\w ]+)\]\n(.*?)(?=^\[[\w ]+\]\n|\Z)", shared, re.MULTILINE | re.DOTALL))
    return re.sub(r"^@(.+)$", lambda found: blocks[found[1]].strip(), wording, flags=re.MULTILINE)


def _body(document: Document, lines: list[str]) -> None:
    rows: list[str] = []
    lead = ""
    for place, line in enumerate([*lines, ""]):
        if line.startswith("|"):
            rows.append(line)
            continue
        if rows:
            _facts(document, rows)
            rows = []
        if line.startswith(LEAD):
            lead = line.removeprefix(LEAD).strip()
        elif line.strip():
            paragraph = _paragraph(document, line, lead)
            lead = ""
            if line[:2] not in STYLES and _leads_in(lines[place + 1 :]):
                paragraph.paragraph_format.keep_with_next = True
    # A page that holds a signature alone could belong to any letter.
    paragraph.paragraph_format.keep_with_next = paragraph.paragraph_format.keep_together = True


def _paragraph(document: Document, line: str, lead: str) -> Paragraph:
    """One line of the wording; after a `lead` it is a note that begins with these words in bold."""
    mark = next((mark for mark in STYLES if line.startswith(mark)), "")
    paragraph = document.add_paragraph(style=look.NOTE if lead else STYLES.get(mark))
    stop = "۔" if "۔" in line else "."
    _words(paragraph, f"**{lead}{stop}** {line}" if lead else line.removeprefix(mark))
    return paragraph


def _leads_in(following: list[str]) -> bool:
    """Whether the next words are a list, a quotation or a table, which a page break must not cut off."""
    words = (line for line in following if line.strip() and not line.startswith("{%p"))
    return next(words, "").startswith(("- ", "> ", "|"))


def _words(paragraph: Paragraph, text: str) -> None:
    """The text, with **these words** bold."""
    for place, piece in enumerate(text.strip().split("**")):
        if piece:
            paragraph.add_run(piece, style="Strong" if place % 2 else None)


def _facts(document: Document, rows: list[str]) -> None:
    """Labels on the left, facts on the right; wider on the left where days or names of files are there."""
    labels = look.DATES if any(".date }}" in row or ".sha256 }}" in row for row in rows) else look.LABELS
    table = _table(document, (labels, Length(look.WIDTH - labels)))
    for row, below in pairwise([*rows, ""]):
        _fact(table, row, goes_on=below.startswith(OTHERWISE))
    for made in table.rows:
        _never_split(made._tr)
    for made in table.rows[:-1]:
        for cell in made.cells:
            cell.paragraphs[0].paragraph_format.keep_with_next = True
    _lines(table)
    document.add_paragraph(style="Letter Anchor").paragraph_format.space_after = Pt(2)


def _fact(table: Table, row: str, *, goes_on: bool) -> None:
    """One row, marked with ? only where its field is not empty, with * for each thing, with ! the head of the table.

    `goes_on` tells that a row marked with : is below it, which stands where the field is empty.
    """
    marked = re.fullmatch(r"\|([?*]) ([\w ]+?) (\|.*)", row)
    head, otherwise = row.startswith("|!"), row.startswith(OTHERWISE)
    _, label, fact = (part.strip() for part in (marked[3] if marked else row).split("|", 2))
    label = label.lstrip("!:").strip()
    tag = {"?": "if", "*": "for"}[marked[1]] if marked else ""
    if marked:
        _tag_row(table, f"{{%tr {tag} {marked[2]} %}}")
    if otherwise:
        tag = "if"
        _tag_row(table, "{%tr else %}")
    made = _row(table)
    _fill(made.cells[0], "Letter Label", label)
    _fill(made.cells[1], "Letter Label" if head else "Letter Fact", fact)
    if head:
        made._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    if not fact:
        made.height, made.height_rule = PEN_ROOM, WD_ROW_HEIGHT_RULE.AT_LEAST
    if ".sha256" in fact:
        made.cells[1].paragraphs[0].runs[0].font.size = look.FINGERPRINT
    if tag and not goes_on:
        _tag_row(table, f"{{%tr end{tag} %}}")


def _row(table: Table) -> _Row:
    row: _Row = table.add_row()  # type: ignore[no-untyped-call]
    return row


def _tag_row(table: Table, tag: str) -> None:
    _row(table).cells[0].text = tag


def _fill(cell: _Cell, style: str, text: str) -> None:
    cell.paragraphs[0].style = style
    _words(cell.paragraphs[0], text)


def _letterhead(document: Document, say: dict[str, str]) -> None:
    """Name and address on the left, the logo on the right, high enough for the address to be in the window below."""
    table = _table(document, (look.LETTERHEAD, Length(look.WIDTH - look.LETTERHEAD)))
    row = _row(table)
    row.height = Length(look.TOP_OF_ADDRESS - look.TOP - Mm(1))
    row.height_rule = WD_ROW_HEIGHT_RULE.AT_LEAST
    left, right = row.cells
    _fill(left, "Letterhead Name", "{{ school_name }}")
    left.add_paragraph("{{ school_address }}", style="Letterhead Details")
    left.add_paragraph(f"{say['telephone']} {{{{ school_contact }}}}", style="Letterhead Details")
    left.add_paragraph("{%p if school_website %}")
    left.add_paragraph("{{ school_website }}", style="Letterhead Details")
    left.add_paragraph("{%p endif %}")
    _fill(right, "Letterhead Details", "{{ logo }}")
    right.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
    document.add_paragraph(style="Letter Anchor")  # without one Word makes a single table of two


def _window(document: Document, letter: str, say: dict[str, str]) -> None:
    """The address where the envelope's window is; date and reference beside it, out of the window."""
    width, height = look.WINDOW
    table = _table(document, (width, Length(look.WIDTH - width)))
    row = _row(table)
    row.height, row.height_rule = height, WD_ROW_HEIGHT_RULE.AT_LEAST
    whom = "recipient" if LETTERS.is_sheet(letter) else "addressee"
    _fill(row.cells[0], "Letter Address", f"{{{{ {whom} }}}}")
    _fill(row.cells[1], "Letter Reference", "{{ letter_date }}")
    row.cells[1].add_paragraph(say["reference"], style="Letter Reference")
    row.cells[1].add_paragraph(say["confidential"], style="Letter Reference")
    if letter in LETTERS.switched(Switch.SITE_ACCESS):  # letters about access say how they were sent
        row.cells[1].add_paragraph(say["sent"], style="Letter Reference")


def _signature(document: Document, closing: str, small: list[str]) -> None:
    """The closing lines, kept on one page, with room for a pen where there is no picture; small print beside them."""
    beside = small and _row(_table(document, (look.SIGNATURE, Length(look.WIDTH - look.SIGNATURE))))
    lines = (
        closing,
        "{%p if signature %}",
        "{{ signature }}",
        "{%p else %}",
        " ",
        "{%p endif %}",
        "**{{ signer_name }}**",
        "{{ signer_role }}, {{ school_name }}",
    )
    for line in lines:
        first = line == closing
        paragraph = (
            beside.cells[0].paragraphs[0]
            if beside and first
            else (beside.cells[0] if beside else document).add_paragraph()
        )
        paragraph.style = "Letter Signature"
        _words(paragraph, line) if line.strip() else paragraph.add_run(" ")
        # Beside small print the last one too: behind the table comes a line without words, which is no page of its own.
        paragraph.paragraph_format.keep_with_next = bool(beside) or line is not lines[-1]
        if first:
            paragraph.paragraph_format.space_before = Pt(6)
        elif not line.strip():
            paragraph.paragraph_format.space_before = PEN_HEIGHT
    if beside:
        # Not `cantSplit`: with it LibreOffice no longer keeps the table on the page of the line behind it.
        _small_print(beside.cells[1], small)
        document.add_paragraph(style="Letter Anchor").paragraph_format.line_spacing = Pt(1)


def _small_print(cell: _Cell, lines: list[str]) -> None:
    cell.paragraphs[0].paragraph_format.space_before = Pt(6)
    for place, line in enumerate(lines):
        paragraph = cell.add_paragraph() if place else cell.paragraphs[0]
        paragraph.style = look.SMALL_PRINT
        paragraph.paragraph_format.keep_with_next = True
        _words(paragraph, line)


def _footer(footer: _Footer, say: dict[str, str]) -> None:
    first = footer.paragraphs[0]
    first.style = "Footer"
    first.add_run("{%p if school_footer %}")
    for text in ("{{ school_footer }}", "{%p endif %}"):
        footer.add_paragraph(text, style="Footer").alignment = WD_ALIGN_PARAGRAPH.CENTER
    before, between, after = say["page"].split("#")
    last = footer.add_paragraph(before, style="Footer")
    last.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _number(last, "PAGE")
    last.add_run(between)
    _number(last, "NUMPAGES")
    if after:
        last.add_run(after)


def _number(paragraph: Paragraph, field: str) -> None:
    """A number that Word itself counts."""
    counted = OxmlElement("w:fldSimple")
    counted.set(qn("w:instr"), field)
    counted.append(paragraph.add_run("1")._r)
    paragraph._p.append(counted)


def _table(document: Document, widths: tuple[Length, Length]) -> Table:
    table: Table = document.add_table(0, 2)
    _fixed(table, widths)
    return table


def _fixed(table: Table, widths: tuple[Length, Length]) -> None:
    """A table of set column widths whose text is in line with the text around it."""
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    properties = table._tbl.tblPr
    margins = OxmlElement("w:tblCellMar")
    for side, twips in (("left", 0), ("right", 115)):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), str(twips))
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    look_up = properties.find(qn("w:tblLook"))
    if look_up is None:
        properties.append(margins)
    else:
        look_up.addprevious(margins)  # the order that the schema wants


def _never_split(row: CT_Row) -> None:
    row.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def _lines(table: Table) -> None:
    """A thin line above, below and between the rows."""
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "bottom", "insideH"):
        edge = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", look.RULE)):
            edge.set(qn(f"w:{name}"), value)
        borders.append(edge)
    layout = table._tbl.tblPr.find(qn("w:tblLayout"))
    assert layout is not None
    layout.addprevious(borders)  # the order that the schema wants


if __name__ == "__main__":
    for name, file in ((one.id, one.file) for one in LETTERS):
        (ROOT / "letter_templates" / file).write_bytes(build(name))
        sys.stdout.write(f"{file}\n")
        for code in CODES:
            if (WORDINGS / code / file).with_suffix(".txt").is_file():
                (ROOT / "letter_templates" / translated_file(file, code)).write_bytes(build(name, code))
                sys.stdout.write(f"{translated_file(file, code)}\n")
