"""The house style of all letters: page, fonts, colours, named styles. A change here changes every letter."""

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from lxml import etree

FONT = "Arial"
INK = RGBColor(0x1B, 0x2F, 0x4B)
RULE = "9AA7B8"
SHADE = "EEF2F6"
MARGIN = Mm(20)
WIDTH = Mm(210 - 2 * 20)
TOP = Mm(12)
"""Where a page begins; on the first one the letterhead."""
TOP_OF_ADDRESS = Mm(48.5)
"""Where the first line of the address stands; a UK DL window shows about 46 to 81 mm of the folded sheet."""
WINDOW = (Mm(105), Mm(32))
"""Width and height of the part with the address; what is beside it begins 125 mm from the left, out of any window."""
IN_WINDOW = Mm(5)
"""How far the address is from the left margin, where the window of an envelope begins."""
LABELS = Mm(46)
DATES = Mm(61)
"""The width of a column of labels that are days: the longest, in bold, is on one line."""
SIGNATURE = Mm(72)
LETTERHEAD = Mm(122)
NOTE = "Letter Note"
"""What comes after the letter's own matter: complaints, help and contact, each with a bold beginning."""
SMALL_PRINT = "Letter Small Print"
"""What the law wants said and nobody has to act on, such as where personal data came from."""
FINGERPRINT = Pt(8.5)
"""The size at which a SHA-256 in hexadecimal is on one line beside its label."""


def blank_letter(title: str) -> WordDocument:
    """An empty A4 page in the house style.

    All pages have the same margins: where the first has a header of its own, LibreOffice leaves headings alone at the
    foot of a page.
    """
    document = Document()
    document.core_properties.title = title
    document.core_properties.language = "en-GB"
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = MARGIN
    section.top_margin, section.bottom_margin = TOP, Mm(13)
    section.header_distance, section.footer_distance = Mm(6), Mm(5.5)
    _drop_unused(document)
    _set_mode(document)
    _set_styles(document)
    return document


def _drop_unused(document: WordDocument) -> None:
    """Leave out the hundred table styles, the preview and the spare parts of the library's blank page."""
    root = document.styles.element
    for style in root.findall(qn("w:style")):
        is_table = style.get(qn("w:type")) == "table"
        if is_table and style.get(qn("w:styleId")) not in {"TableNormal", "TableGrid"}:
            root.remove(style)
    for relations in (document.part.package.rels, document.part.rels):
        for key, relation in list(relations.items()):
            if relation.reltype.endswith(("/thumbnail", "/stylesWithEffects", "/customXml")):
                del relations[key]


def _set_mode(document: WordDocument) -> None:
    """Word 2013 and later: in the older mode of the library's blank page Word says that it is compatible with 2010."""
    settings = document.settings.element
    mode = settings.find(f"{qn('w:compat')}/{qn('w:compatSetting')}[@{qn('w:name')}='compatibilityMode']")
    spoken = settings.find(qn("w:themeFontLang"))
    assert mode is not None
    assert spoken is not None
    mode.set(qn("w:val"), "15")
    spoken.set(qn("w:val"), "en-GB")


def _set_styles(document: WordDocument) -> None:
    defaults = document.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    assert defaults is not None
    _one_font(defaults)
    language = defaults.find(qn("w:lang"))
    assert language is not None
    language.set(qn("w:val"), "en-GB")
    _style(document, "Normal", 11, after=3)
    _style(document, "Heading 1", 14, bold=True, ink=True, before=2, after=4)
    _style(document, "Heading 2", 11.5, bold=True, ink=True, before=4)
    _style(document, "List Bullet", 11, after=1)
    quote = _style(document, "Quote", 11, after=3)
    quote.font.italic = False
    quote.font.color.rgb = RGBColor(0, 0, 0)
    quote.paragraph_format.left_indent = Mm(5)
    _border(quote.element.get_or_add_pPr(), "left", size=18, space=8)
    for name in ("Letterhead Name", "Letterhead Details", "Letter Address", "Letter Reference"):
        document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = document.styles["Normal"]
    for name in ("Letter Label", "Letter Fact", "Letter Signature", "Letter Anchor", NOTE, SMALL_PRINT):
        document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = document.styles["Normal"]
    _style(document, "Letterhead Name", 16, bold=True, ink=True, after=2)
    _style(document, "Letterhead Details", 9.5, after=1)
    _style(document, "Letter Address", 11)
    document.styles["Letter Address"].paragraph_format.left_indent = IN_WINDOW
    _style(document, "Letter Reference", 10.5, after=3)
    _style(document, "Letter Label", 11, bold=True, before=0.5, after=0.5)
    _style(document, "Letter Fact", 11, before=0.5, after=0.5)
    _style(document, "Letter Signature", 11).paragraph_format.keep_together = True
    _style(document, "Letter Anchor", 2)
    _border(_style(document, NOTE, 11, before=3, after=2).element.get_or_add_pPr(), "top", size=4, space=3)
    _style(document, SMALL_PRINT, 9, after=3)
    _style(document, "Footer", 9)


def _style(
    document: WordDocument,
    name: str,
    points: float,
    *,
    before: float = 0,
    after: float = 0,
    line: float = 1.0,
    bold: bool = False,
    ink: bool = False,
) -> ParagraphStyle:
    style = document.styles[name]
    assert isinstance(style, ParagraphStyle)
    _one_font(style.element.get_or_add_rPr())
    style.font.size, style.font.bold = Pt(points), bold
    if ink:
        style.font.color.rgb = INK
    form = style.paragraph_format
    form.space_before, form.space_after, form.line_spacing = Pt(before), Pt(after), line
    form.widow_control = True
    form.keep_with_next = name.startswith("Heading")
    return style


def _one_font(properties: etree._Element) -> None:
    """The same font for every script, without the theme's."""
    for fonts in properties.findall(qn("w:rFonts")):
        properties.remove(fonts)
    fonts = OxmlElement("w:rFonts")
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), FONT)
    properties.insert(0, fonts)


def _border(properties: etree._Element, side: str, *, size: int, space: int) -> None:
    for old in properties.findall(qn("w:pBdr")):
        properties.remove(old)
    borders, edge = OxmlElement("w:pBdr"), OxmlElement(f"w:{side}")
    for name, value in (("val", "single"), ("sz", str(size)), ("space", str(space)), ("color", RULE)):
        edge.set(qn(f"w:{name}"), value)
    borders.append(edge)
    # The schema wants borders before spacing and indents.
    later = [
        child for child in properties if child.tag in {qn("w:shd"), qn("w:spacing"), qn("w:ind"), qn("w:jc")}
    ]
    if later:
        later[0].addprevious(borders)
    else:
        properties.append(borders)
