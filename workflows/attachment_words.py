"""What can be read of a file that came with an email, for the person who looks at it; nothing is opened or run."""

from ..ground.errors import LetterladderError
from ..rules.texts.report import Attachment
from .office import Office

TEXTS = (".txt", ".csv", ".log", ".md", ".ics", ".vcf")
MOST_SHOWN = 4_000
"""Characters."""


def words_of_attachment(office: Office, file: Attachment) -> str:
    """The words of a plain text or a Word file; "" where nothing of it can be read here."""
    name = file.original_name.casefold() or file.name.casefold()
    if file.media_type.startswith("text/plain") or name.endswith(TEXTS):
        return file.content.decode("utf-8", "replace").replace("\0", "")[:MOST_SHOWN].strip()
    if name.endswith(".docx"):
        try:
            return office.word.text_of(file.content)[:MOST_SHOWN].strip()
        except LetterladderError:
            return ""
    return ""
