"""Capital letters of all alphabets that have them, for patterns: a name may begin with Á, Ł or Ż as well as with A."""

CAPITALS = "A-Z" + "".join(
    sign for code in (*range(0xC0, 0x530), *range(0x1E00, 0x1F00)) if (sign := chr(code)).isupper()
)
"""Within the square brackets of a pattern: Latin with its accents, Greek, Cyrillic."""
