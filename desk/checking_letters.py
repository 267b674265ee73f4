"""What `check` says of the adviser's sign-off: that there is none yet, or what changed since."""

from collections.abc import Iterator

from ..config.settings import Settings
from ..ground.errors import LetterladderError, Problem
from ..rules.office.sign_off import sign_off_notes
from ..workflows.acts.on_adviser import last_signed
from ..workflows.office import Office
from .letters_review import papers_now


def notes_of_letters(settings: Settings, office: Office) -> Iterator[Problem]:
    """Whether the letters are as the school's adviser signed them off."""
    try:
        signed = last_signed(office)
    except LetterladderError as error:
        yield from error.problems
        return
    yield from sign_off_notes(signed, papers_now(settings))
