"""Texts that must be written whatever happens: an alert is not lost because somebody misspelt a field in its text."""

from collections.abc import Mapping

from ..rules.mails.email_page import Written
from .notices import write_page
from .office import Office


def sure_page(
    office: Office, name: str, fields: Mapping[str, object], *, link: str, otherwise: str
) -> Written:
    """The text of this name, or the plain words given, which then say why they are so plain.

    `link` is the page of the desk that it is about; "" where there is no desk.
    """
    try:
        written = write_page(office, name, fields, link)
        if written.text.strip():
            return written
        why = f"The text {name} is empty: look in letter_templates/."
    except Exception as error:  # noqa: BLE001 - the border of one text: said in the email itself
        why = f"The text {name} could not be written ({type(error).__name__}): look in letter_templates/."
    where = f"\nTo see it:\n  {link}\n" if link else ""
    return Written(text=f"{otherwise}{where}\n{why}\n\n{office.school.name}, Letterladder\n", html="")
