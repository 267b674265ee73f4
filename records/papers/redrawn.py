"""Pictures of emails, drawn again by us: what a reader is given holds nothing of the file but what can be seen."""

import struct
import warnings
from io import BytesIO

from PIL import Image, ImageOps

FORMATS = ("PNG", "JPEG", "GIF", "WEBP", "BMP")
"""Kinds that are read; all others are downloads alone."""
MOST_BYTES = 15_000_000
MOST_PIXELS = 40_000_000
"""Of the picture as it came: a small file can hold a huge one."""
SIDE = 1_400
"""Pixels of the longer side of what is looked at."""
SMALL = 360
"""Pixels of the longer side of a picture in a chronology."""

BROKEN = (
    OSError,
    ValueError,
    SyntaxError,
    EOFError,
    TypeError,
    IndexError,
    KeyError,
    OverflowError,
    RuntimeError,
    MemoryError,
    struct.error,
    Image.DecompressionBombError,
    Image.DecompressionBombWarning,
)
"""What a reader of pictures raises at a damaged or a hostile file."""


def may_be_picture(media_type: str, size: int) -> bool:
    """Whether it is worth trying to draw a file of this type."""
    kind = media_type.partition("/")[2].casefold()
    return (
        media_type.casefold().startswith("image/") and size <= MOST_BYTES and kind not in {"svg+xml", "svg"}
    )


def drawn_anew(content: bytes, side: int = SIDE) -> bytes | None:
    """The picture as a JPEG of our own, without any of its notes; None where it cannot or may not be drawn."""
    if len(content) > MOST_BYTES:
        return None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            with Image.open(BytesIO(content), formats=FORMATS) as picture:
                return _drawn(picture, side)
    except BROKEN:
        return None


def _drawn(picture: Image.Image, side: int) -> bytes | None:
    width, height = picture.size
    if not 0 < width * height <= MOST_PIXELS:
        return None
    picture.draft("RGB", (side, side))
    turned = ImageOps.exif_transpose(picture)
    turned.thumbnail((side, side))
    clear = turned.convert("RGBA")
    page = Image.new("RGB", clear.size, "white")
    page.paste(clear, mask=clear.getchannel("A"))
    held = BytesIO()
    page.save(held, "JPEG", quality=80)
    return held.getvalue()
