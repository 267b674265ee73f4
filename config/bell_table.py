"""[bell] of school.toml."""

from typing import Annotated

from pydantic import Field

from ..rules.people.ringing import Ringing
from .values import Told


def _is_whole(bell: Ringing) -> str:
    parts = (bell.sms_key_file, bell.sms_template, bell.sms_to)
    return "" if all(parts) or not any(parts) else "text messages need sms_key_file, sms_template and sms_to"


BellTable = Annotated[
    Ringing,
    Told(_is_whole, sms_to=tuple[Annotated[str, Field(pattern=r"^\+?[0-9][0-9 ]{8,18}$")], ...]),
]
"""Where it rings when something urgent waits."""
