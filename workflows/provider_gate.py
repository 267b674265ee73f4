"""Which letters a provider of hybrid post prints and posts: decided once for each letter, and logged."""

import hashlib

from ..ground.errors import LogBroken
from ..rules.cases.case import Case, LetterState
from ..rules.mails.desk_links import desk_name
from ..rules.mails.outgoing import Place
from ..rules.mails.post_states import PostLetter
from ..rules.office.errands import TRAY, Errand, errands_of
from ..rules.office.post_events import LetterForProvider
from ..rules.words import Method
from .office import RULES, Office


def goes_by_provider(office: Office, case: Case, letter: LetterState) -> bool:
    """Whether the provider posts this letter, so that it must not be in the print tray; decided once, and logged.

    Raises:
        LogBroken: there is a provider, and the log of printing does not fit its hash chain.
    """
    if letter.method in {None, Method.MAIL}:
        return False
    errand = _known(office).get((case.ref, letter.letter, letter.version))
    if errand is not None:
        return errand.end != TRAY
    if not office.poster.name or office.tray.holds(case.ref, letter.letter, letter.version):
        return False
    if office.poster.why_not(post_letter(office, case, letter)):
        return False
    event = LetterForProvider(
        reference=_reference(office, case, letter),
        ref=case.ref,
        letter=letter.letter,
        version=letter.version,
        provider=office.poster.name,
    )
    office.printing.append(office.clock.now(), RULES, event)
    return True


def letters_at_provider(office: Office) -> dict[Place, Errand]:
    """The letters that a provider has or is to get, so that the office posts none of them; nothing is written."""
    return {place: one for place, one in _known(office).items() if not one.end}


def _known(office: Office) -> dict[Place, Errand]:
    try:
        return errands_of(office.printing.entries())
    except LogBroken:
        if office.poster.name:
            raise
        return {}  # the office posts all letters, and must not wait for a log that it does not need


def _reference(office: Office, case: Case, letter: LetterState) -> str:
    """Always the same for the same bytes, and nothing of a person is in it."""
    own = f"{case.ref}-{letter.letter}-v{letter.version}-{letter.sha256[:12]}"
    return f"{desk_name(office.school)}-{own}"


def post_letter(office: Office, case: Case, letter: LetterState) -> PostLetter:
    """The letter as it would be handed over; without a PDF where there is none, or not the one that was approved."""
    pdf = office.cases.file(case.ref, letter.pdf) if letter.pdf else b""
    if letter.pdf_sha256 and hashlib.sha256(pdf).hexdigest() != letter.pdf_sha256:
        pdf = b""
    return PostLetter(
        reference=_reference(office, case, letter),
        method=letter.method or letter.planned_method,
        pdf=pdf,
        pages=office.shop.pages(pdf),
        boxes=office.shop.boxes(pdf),
    )
