"""Bells: an incoming webhook of Teams or Slack, and text messages by GOV.UK Notify.

Both webhooks take a JSON object with one `text` (Slack's incoming webhooks; Microsoft's of the same shape). The address
of a webhook is a secret: whoever has it can write into the channel, so it is never shown.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import requests

from ..ground.errors import LetterladderError, Problem, WorldFailed

SECONDS = 10
HERE = ("http://127.0.0.1", "http://localhost")


@dataclass(frozen=True, slots=True, kw_only=True)
class WebhookBell:
    """A channel of Teams or Slack."""

    address: str

    def ring(self, text: str) -> None:
        """See `Bell`."""
        if not self.address.startswith(("https://", *HERE)):
            raise _failed("the webhook", "its file holds no address that begins with https://")
        try:
            said = requests.post(
                self.address, json={"text": text}, timeout=SECONDS, allow_redirects=False
            ).status_code
        except requests.RequestException as error:
            raise _failed("the webhook", f"it was not reached ({type(error).__name__})") from None
        if not 200 <= said < 300:
            raise _failed("the webhook", f"it answered {said}")


@dataclass(frozen=True, slots=True, kw_only=True)
class SmsBell:
    """Text messages to several telephones; one that is refused keeps none of the others back."""

    key: str
    template: str
    to: tuple[str, ...]
    address: str

    def ring(self, text: str) -> None:
        """See `Bell`."""
        try:
            from notifications_python_client.errors import APIError  # noqa: PLC0415 - an extra
            from notifications_python_client.notifications import NotificationsAPIClient  # noqa: PLC0415 - with it
        except ImportError:
            raise _failed(
                "text messages", 'the library for them is not installed: pip install "letterladder[notify]"'
            ) from None
        try:
            client: Any = NotificationsAPIClient(self.key, base_url=self.address, timeout=SECONDS)  # type: ignore[no-untyped-call]
        except AssertionError:
            raise _failed("text messages", "the file of the key holds no API key") from None
        failed: list[str] = []
        for number in self.to:
            try:
                client.send_sms_notification(
                    phone_number=number, template_id=self.template, personalisation={"text": text}
                )
            except APIError as error:
                failed.append(f"{number[-3:]}: {error.status_code}")
        if failed:
            raise _failed("text messages", f"not sent to the numbers that end so: {', '.join(failed)}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Bells:
    """Several; each rings, whatever becomes of the others."""

    bells: Sequence[Callable[[str], None]]

    def ring(self, text: str) -> None:
        """See `Bell`."""
        problems: list[Problem] = []
        for ring in self.bells:
            try:
                ring(text)
            except LetterladderError as error:
                problems += error.problems
        if problems:
            raise WorldFailed(*problems)


def _failed(what: str, why: str) -> WorldFailed:
    problem = Problem(
        where="school.toml, bell",
        what=f"It did not ring by {what}: {why}.",
        what_to_do="The email itself has left. See [bell] in school.toml; check --answers rings once to try.",
    )
    return WorldFailed(problem)
