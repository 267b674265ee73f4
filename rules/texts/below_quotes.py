"""Words in or below an email that is quoted which are not of that email: somebody typed them there.

Many programs mark no line of what they quote, and people write below it, or between its lines. Pure.
"""

from .halves import missing_lines
from .passages import is_heading


def typed_below(text: str, own: str, quoted: str) -> str:
    """The lines of `text` that neither its sender's own words nor the email that it quotes have; "" for none.

    Args:
        text: all of the email's text.
        own: what is known to be its sender's.
        quoted: the email that it answers, as it was sent.
    """
    bare = (line.lstrip("> \t") for line in text.split("\n") if not is_heading(line))
    return "\n".join(missing_lines("\n".join(bare), f"{own}\n{quoted}")).strip()
