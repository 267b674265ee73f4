"""What may be in the files inside a letter: no file from elsewhere, no program, no field that fetches or changes."""

from collections.abc import Iterator

from lxml import etree

_XML = (".xml", ".rels", ".vml", ".svg")
_PICTURES = (".png", ".jpg", ".jpeg", ".jpe", ".gif", ".bmp", ".tif", ".tiff", ".emf", ".wmf", ".wdp")
_DISGUISED = (b"PK\x03\x04", b"MZ", b"\xd0\xcf\x11\xe0", b"<", b"{\\rtf")
_FONTS = (".odttf", ".ttf", ".otf")

_SOURCES = frozenset({"src", "href", "link"})
"""Attributes that name a place from which something is taken."""

LINK_SCHEMES = ("http://", "https://", "mailto:", "tel:")
"""Where a link that waits to be pressed may lead."""

_OWN_FIELDS = """
    page numpages section sectionpages hyperlink ref pageref noteref toc seq styleref
"""
FIELDS = frozenset(_OWN_FIELDS.split())
"""Fields that show what is in the letter itself; all others fetch, run, or change when the letter is opened."""

_ENTITIES = "It declares XML entities, which a Word file never does."
_ELEMENTS = {
    "altChunk": "another file that takes the place of its words",
    "subDoc": "a link to another document",
    "object": "an embedded object",
    "OLEObject": "an embedded object",
    "control": "a control that can run a program",
    "movie": "a film",
    "mailMerge": "a link to a table of addresses",
    "attachedTemplate": "a link to a template elsewhere",
    "script": "a program",
    "frameset": "a frame that shows another file",
}
_RELATIONS = {
    "attachedTemplate": "a link to a template elsewhere",
    "aFChunk": "another file that takes the place of its words",
    "oleObject": "an embedded object",
    "package": "an embedded object",
    "control": "a control that can run a program",
    "vbaProject": "macros",
    "keyMapCustomizations": "macros",
    "attachedToolbars": "macros",
    "subDocument": "a link to another document",
    "frame": "a frame that shows another file",
    "mailMergeSource": "a link to a table of addresses",
    "mailMergeHeaderSource": "a link to a table of addresses",
    "webextension": "an add-in from the web",
    "webextensiontaskpanes": "an add-in from the web",
    "customUI": "an add-in",
    "extensibility": "an add-in",
}
_TYPES = {
    "macroenabled": "macros",
    "vbaproject": "macros",
    "vbadata": "macros",
    "activex": "a control that can run a program",
    "oleobject": "an embedded object",
    "webextension": "an add-in from the web",
    "template.main": "a template instead of a document",
}


def has_place_in_letter(name: str) -> bool:
    """Whether a file of this name may be inside a letter: text, a picture, a font."""
    return name.casefold().endswith((*_XML, *_PICTURES, *_FONTS, "/"))


def faults_of_part(name: str, content: bytes) -> Iterator[str]:
    """What one file inside may not hold, each in one sentence."""
    if not name.casefold().endswith(_XML):
        if content.startswith(_DISGUISED):
            yield "It contains a file disguised as a picture."
        return
    try:
        root = etree.fromstring(content, xml_parser())
    except etree.XMLSyntaxError:
        yield _ENTITIES if b"<!ENTITY" in content else "This is not a Word file (.docx), or it was damaged."
        return
    if root.getroottree().docinfo.internalDTD is not None or next(root.iter(etree.Entity), None) is not None:
        yield _ENTITIES
        return
    if name.casefold().endswith(".rels"):
        found = _faults_of_links(root)
    elif name == "[Content_Types].xml":
        found = _faults_of_types(root)
    else:
        found = _faults_of_text(root)
    yield from (f"It contains {what}." for what in found)


def bare(name: str) -> str:
    """A name as lxml tells it, such as "{http://...}val", without its namespace; a letter holds tens of thousands."""
    return name.rpartition("}")[2]


def xml_parser() -> etree.XMLParser:
    """Reads XML without fetching or expanding anything."""
    return etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False)


def _faults_of_links(root: etree._Element) -> Iterator[str]:
    """Links to other files: those inside the letter are its own, a web link only waits to be pressed."""
    for link in root:
        kind = str(link.get("Type", "")).rpartition("/")[2]
        target = str(link.get("Target", "")).strip().casefold()
        if kind in _RELATIONS:
            yield _RELATIONS[kind]
        elif kind == "hyperlink":
            if _leads_away(target) and not target.startswith(LINK_SCHEMES):
                yield "a link to a file on some computer"
        elif str(link.get("TargetMode", "")).casefold() == "external" or _leads_away(target):
            yield "a link through which the letter would fetch something when opened"


def _faults_of_types(root: etree._Element) -> Iterator[str]:
    """Kinds of content: none that runs, and no text under the name of a picture."""
    for one in root:
        kind = str(one.get("ContentType", "")).casefold()
        yield from (what for word, what in _TYPES.items() if word in kind)
        name = str(one.get("PartName") or f".{one.get('Extension', '')}").casefold()
        if kind.endswith("xml") and not name.endswith(_XML):
            yield "text disguised as a picture"


def _faults_of_text(root: etree._Element) -> Iterator[str]:
    for element in root.iter(etree.Element):
        name = bare(str(element.tag))
        if name in _ELEMENTS:
            yield _ELEMENTS[name]
        if any(bare(str(key)) in _SOURCES and _leads_away(str(at).casefold()) for key, at in element.items()):
            yield "a link through which the letter would fetch something when opened"
    yield from (_field_words(code) for code in _field_codes(root) if not _is_harmless(code))


def _leads_away(target: str) -> bool:
    """Whether a target is outside the file: another computer, a drive, a scheme."""
    target = target.strip()
    return (
        "://" in target
        or target.startswith(("\\\\", "//", "file:", "mailto:", "data:"))
        or target[1:2] == ":"
    )


def _field_codes(root: etree._Element) -> Iterator[str]:
    """The instruction of every field: simple ones, and those spread over several runs, one inside the other."""
    loose: list[str] = []
    waiting = [loose]
    for element in root.iter(etree.Element):
        match bare(str(element.tag)):
            case "fldSimple":
                yield _attribute(element, "instr")
            case "fldChar" if _attribute(element, "fldCharType") == "begin":
                waiting.append([])
            case "fldChar" if _attribute(element, "fldCharType") == "end" and len(waiting) > 1:
                yield "".join(waiting.pop())
            case "instrText" | "delInstrText":
                waiting[-1].append(element.text or "")
    yield from ("".join(pieces) for pieces in waiting)


def _attribute(element: etree._Element, name: str) -> str:
    """The attribute of this name in whichever of Word's namespaces."""
    return next((str(held) for key, held in element.items() if bare(str(key)) == name), "")


def _is_harmless(code: str) -> bool:
    words = code.split()
    return not words or words[0].casefold() in FIELDS


def _field_words(code: str) -> str:
    word = "".join(sign for sign in code.split(maxsplit=1)[0][:20] if sign.isalnum())
    return f"a field ({word or 'nameless'}) that fetches something or changes when the letter is opened"
