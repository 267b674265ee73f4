"""Text as it looks: without signs that act on a screen, turn the direction of what follows, or cannot be seen."""

import unicodedata

_KEPT = frozenset("\n\t\u200c\u200d")
"""Line ends and tabs; and the two joiners, without which Persian, Hindi and some pictures are misspelt."""

_ACTING = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


def plain_signs(text: str) -> str:
    """The text without control signs, direction signs and signs of no width; letters of every script stay."""
    if text.isprintable():
        return text
    return "".join(sign for sign in text if sign in _KEPT or unicodedata.category(sign) not in _ACTING)


_OVERRIDES = frozenset("\u202d\u202e")
_AT_THE_ENDS = " \u200b\u2060\ufeff"


def is_disguised(name: str, text: str = "") -> bool:
    """Whether a name reads differently to a person than to a program, or the text around it is turned by force.

    Zero-width signs before or after a name come from copying out of tables; within it they are on purpose.
    """
    inner = name.strip(_AT_THE_ENDS)
    return (
        plain_signs(inner) != inner or bool({"\u200c", "\u200d"} & set(inner)) or bool(_OVERRIDES & set(text))
    )
