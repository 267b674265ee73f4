"""GOV.UK Notify as provider of hybrid post: its precompiled letters, by its own Python client.

Source of the interface: the documentation of the Python client and the letter specification of GOV.UK Notify; and, for
the printable area, its own checker of precompiled letters (alphagov/notifications-template-preview).
"""

import io
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from types import MappingProxyType
from typing import Any

from ..ground.errors import Problem, Refused, WorldFailed
from ..ground.moments import local_day
from ..rules.mails.post_states import Box, PostLetter, PostState, Stage
from ..rules.words import Method

NAME = "GOV.UK Notify"
MOST_PAGES = 10
"""Five sheets, printed on both sides."""
POSTAGE: Mapping[Method, str] = MappingProxyType({Method.FIRST_CLASS: "first", Method.SECOND_CLASS: "second"})
_KEY = re.compile(
    r"(?:.*-)?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
)
"""It ends with two UUIDs: of the service, and the secret."""

STAGES: Mapping[str, Stage] = MappingProxyType(
    {
        "created": Stage.UNDER_WAY,
        "sending": Stage.UNDER_WAY,
        "pending": Stage.UNDER_WAY,
        "pending-virus-check": Stage.UNDER_WAY,
        "accepted": Stage.UNDER_WAY,
        "received": Stage.DISPATCHED,
        "returned-letter": Stage.DISPATCHED,
        "cancelled": Stage.NOT_SENT,
        "virus-scan-failed": Stage.NOT_SENT,
        "validation-failed": Stage.NOT_SENT,
        "permanent-failure": Stage.NOT_SENT,
        # An error on its way to the printer: it does not say whether that has the letter.
        "technical-failure": Stage.UNSURE,
    }
)
"""What each status of a precompiled letter means for us. One that is new is looked at by nobody: it is under way."""

SLACK = 1.0
"""Millimetres by which its checker is more generous than the specification."""
LEFT, RIGHT, TOP, BOTTOM, BODY = 15.0, 195.0, 5.0, 292.0, 95.0
ADDRESS = (24.6, 39.5, 120.0, 66.3)
"""Left, top, right and bottom edge, in millimetres from the page's upper left corner; so are the others."""
AREAS = ((LEFT, BODY, RIGHT, BOTTOM), (125.0, TOP, RIGHT, BODY), (LEFT, TOP, 125.0, 30.0), ADDRESS)
"""Where the first page may have anything: the body, the school's own address, its logo, the adult's address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NotifyAccount:
    """Where GOV.UK Notify is, and the API key; `key` is never shown."""

    key: str
    address: str = "https://api.notifications.service.gov.uk"
    timeout_seconds: int = 20

    def faults(self) -> list[Problem]:
        """What is wrong with the key, without asking anybody."""
        return [] if _KEY.fullmatch(self.key) else [_no_key()]


class NotifyPoster:
    """A `Poster`."""

    name = NAME

    def __init__(self, account: NotifyAccount) -> None:
        self._account = account

    def why_not(self, letter: PostLetter) -> str:
        """See `Poster`."""
        if letter.method not in POSTAGE:
            return "it goes by hand"
        if not letter.pdf or not letter.pages:
            return "there is no PDF of it"
        if letter.pages > MOST_PAGES:
            return f"it has {letter.pages} pages, and {NAME} takes {MOST_PAGES} at most"
        return misplaced(letter)

    def hand_over(self, letter: PostLetter) -> str:
        """See `Poster`."""
        client, failures = self._client()
        try:
            said = client.send_precompiled_letter_notification(
                letter.reference, io.BytesIO(letter.pdf), postage=POSTAGE[letter.method]
            )
        except failures as error:
            if 400 <= error.status_code < 500 and error.status_code != 429:
                raise Refused(_said_no(error.status_code, error.message)) from error
            raise _failed(f"it answered {error.status_code}") from error
        return _text(said, "id") or _raise(_failed("its answer has no id"))

    def find(self, reference: str) -> PostState | None:
        """See `Poster`."""
        client, failures = self._client()
        try:
            said = client.get_all_notifications(template_type="letter", reference=reference)
        except failures as error:
            raise _failed(f"it answered {error.status_code}") from error
        rows = said.get("notifications") if isinstance(said, dict) else None
        if not isinstance(rows, list):
            raise _failed("its answer has no list of letters")
        found = [_state(row) for row in rows if _text(row, "reference") == reference]
        # Were there ever two, then the one that went furthest counts.
        order = (Stage.DISPATCHED, Stage.UNDER_WAY, Stage.UNSURE, Stage.NOT_SENT)
        return min(found, key=lambda one: order.index(one.stage), default=None)

    def check(self) -> list[Problem]:
        """See `Poster`: whether it takes the key; it is asked for a letter that cannot be there."""
        if faults := self._account.faults():
            return faults
        try:
            self.find("letterladder-check")
        except WorldFailed as failed:
            return list(failed.problems)
        return []

    def _client(self) -> tuple[Any, Any]:
        """The client, and the errors that it raises: an extra, loaded where it is used."""
        if faults := self._account.faults():
            raise WorldFailed(*faults)
        try:
            from notifications_python_client.errors import APIError  # noqa: PLC0415
            from notifications_python_client.notifications import NotificationsAPIClient  # noqa: PLC0415
        except ImportError as error:
            raise WorldFailed(_not_installed()) from error
        account = self._account
        made: Any = NotificationsAPIClient(  # type: ignore[no-untyped-call]
            account.key, base_url=account.address, timeout=account.timeout_seconds
        )
        return made, APIError


def misplaced(letter: PostLetter) -> str:
    """What GOV.UK Notify would refuse of where the words are; "" where all of them are in its printable area."""
    outside = next((box for box in letter.boxes if not _is_inside(box)), None)
    if outside:
        at = f"{outside.left:.0f} mm from the left and {outside.top:.0f} mm from the top of page {outside.page}"
        return f'"{outside.words[:40]}", {at}, is outside the area that {NAME} prints'
    first = [box for box in letter.boxes if box.page == 1]
    if not any(_is_in(box, ADDRESS) for box in first):
        return f"no address is where {NAME} reads it"
    return ""


def _is_inside(box: Box) -> bool:
    if box.page > 1:
        return _is_in(box, (LEFT, TOP, RIGHT, BOTTOM))
    return any(_is_in(box, area) for area in AREAS)


def _is_in(box: Box, area: tuple[float, float, float, float]) -> bool:
    left, top, right, bottom = area
    across = left - SLACK <= box.left and box.right <= right + SLACK
    return across and top - SLACK <= box.top and box.bottom <= bottom + SLACK


def _state(row: object) -> PostState:
    said = _text(row, "status")
    when = _text(row, "completed_at") or _text(row, "sent_at")
    stage = STAGES.get(said, Stage.UNDER_WAY)
    return PostState(id=_text(row, "id"), stage=stage, said=said[:40], on=_day(when))


def _day(moment: str) -> date | None:
    """The day in England; GOV.UK Notify writes UTC, with or without saying so."""
    try:
        found = datetime.fromisoformat(moment)
    except ValueError:
        return None
    return local_day(found if found.tzinfo else found.replace(tzinfo=UTC))


def _text(row: object, name: str) -> str:
    value = row.get(name) if isinstance(row, dict) else None
    return value if isinstance(value, str) else ""


def _raise(error: Exception) -> str:
    raise error


def _said_no(status: int, message: object) -> Problem:
    errors = message if isinstance(message, list) else [{"message": message}]
    words = "; ".join(str(one.get("message", "")) for one in errors if isinstance(one, dict))[:200]
    return Problem(
        where=NAME,
        what=f"It does not take the letter ({status}): {words}",
        what_to_do="Post the letter from the print tray, and put right what it says (docs/printing.md).",
    )


def _failed(what: str) -> WorldFailed:
    return WorldFailed(
        Problem(
            where=NAME,
            what=f"It could not be asked: {what}.",
            what_to_do="Nothing is lost: each round asks again, and no letter is handed over twice.",
        )
    )


def _not_installed() -> Problem:
    return Problem(
        where=NAME,
        what="Its Python client is not installed.",
        what_to_do="pip install 'letterladder[notify]', or take provider out of [posting].",
    )


def _no_key() -> Problem:
    return Problem(
        where=NAME,
        what="Its API key is missing, or is not whole.",
        what_to_do="Make one on its page API integration, and put it whole into the file or variable of [posting].",
    )
