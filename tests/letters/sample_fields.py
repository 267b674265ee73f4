"""The sample case that ships, at an invented school: what the tests of letters print."""

import math
import struct
import zlib

from letterladder.config.legal_file import shipped_legal
from letterladder.config.samples_file import shipped_samples
from letterladder.rules.letters.letter_fields import OTHER_FORMATS
from letterladder.rules.policies.legal import law_fields
from letterladder.rules.words import SchoolType

LEGAL = shipped_legal()


def picture(size: int = 180) -> bytes:
    """A PNG: an invented school's badge, a white wave in a blue disc; `size` in pixels."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    def dot(x: float, y: float) -> bytes:
        if math.hypot(x, y) > 0.96:
            return b"\xff\xff\xff"
        waves = abs((y + 0.09 * math.sin(7 * x)) * 5) % 2 < 0.9 and abs(y) < 0.5
        return b"\xff\xff\xff" if waves else b"\x1b\x2f\x4b"

    at = [2 * place / (size - 1) - 1 for place in range(size)]
    rows = b"".join(b"\0" + b"".join(dot(x, y) for x in at) for y in at)
    head = struct.pack(">IIBBBBB", size, size, 8, 2, 0, 0, 0)
    body = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


SCHOOL: dict[str, object] = {
    **law_fields(
        LEGAL, SchoolType.COMMUNITY, school="Millbrook Primary School", authority="Ambleshire County Council"
    ),
    "logo": picture(),
    "privacy_contact": "Mrs Jean Oldroyd, 01632 960121, contact@millbrook.example",
    "privacy_kept": "6 years after the matter is closed",
    "school_name": "Millbrook Primary School",
    "school_address": ["Weir Lane", "Millbrook", "Ambleford", "AM4 7QZ"],
    "school_phone": "01632 960120",
    "school_email": "office@millbrook.example",
    "school_website": "www.millbrook.example",
    "school_footer": "Millbrook Primary School is a community school in the area of Ambleshire County Council.",
    "signature": b"",
    "policy_title": "Policy on Conduct Online by Parents and Carers",
    "policy_version": "version 3, September 2026",
    "policy_clause": "section 4.2",
    "contact_name": "Mrs Jean Oldroyd",
    "contact_role": "School Business Manager",
    "contact_phone": "01632 960121",
    "contact_email": "contact@millbrook.example",
    "signer_name": "Mrs Catherine Ellwood",
    "signer_role": "Headteacher",
    "other_formats": OTHER_FORMATS,
    "complaints_title": "Complaints Procedure (January 2026)",
    "complaints_where": "www.millbrook.example/complaints, or a paper copy from the office",
    "complaints_contact": "Mrs Jean Oldroyd, 01632 960121",
}
"""What every letter prints of the school."""

SAMPLES: dict[str, dict[str, object]] = {
    name: {**SCHOOL, **fields} for name, fields in shipped_samples().letters.items()
}

POST_NAMES = ("conduct", "platform", "poster", "posted_on")
POST: dict[str, object] = {name: SAMPLES["L1"][name] for name in POST_NAMES}
"""What the letters say of a post."""

ON_SITE: dict[str, object] = dict(shipped_samples().on_site)
"""What the letters say of conduct on site, in place of what they say of a post."""
