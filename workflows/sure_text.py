"""Texts that must be written whatever happens: an alert is not lost because somebody misspelt a field in its text."""

from collections.abc import Mapping

from .office import Office


def sure_text(office: Office, name: str, fields: Mapping[str, object], otherwise: str) -> str:
    """The text of this name, or the plain words given, which then say why they are so plain."""
    try:
        text = office.texts.write(name, fields)
        if text.strip():
            return text
        why = f"The text {name} is empty: look in letter_templates/."
    except Exception as error:  # noqa: BLE001 - the border of one text: said in the email itself
        why = f"The text {name} could not be written ({type(error).__name__}): look in letter_templates/."
    return f"{otherwise}\n{why}\n\n{office.school.name}, Letterladder\n"
