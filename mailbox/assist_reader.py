"""Asks a language model over HTTP, as OpenAI, Ollama and llama.cpp understand it: one question, one answer, no more.

The text of one email goes to the one address of the settings. No redirect is followed, no proxy of the environment is
used, nothing else is ever sent, and an answer that is too long or too slow is none.
"""

import http.client
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Timer
from urllib.parse import SplitResult, urlsplit

import msgspec

from ..ground.errors import LetterladderError, Problem, WorldFailed
from ..rules.reports.assist import Answered, Asked, WhyNot
from .secure_link import Protection, forbid_plain_to_strangers, plain_words, trusted

LARGEST = 200_000
"""Bytes of an answer that are read."""
MOST_ANSWERED = 1200
"""Tokens that the model may write."""
WHERE = "[assist]"


@dataclass(frozen=True, slots=True, kw_only=True)
class AssistAccount:
    """Where the model is and how it is asked. The key is read from its file for each question, and kept nowhere."""

    address: str
    model: str
    key_file: Path | None = None
    ca_file: Path | None = None
    timeout_seconds: float = 60


class _Message(msgspec.Struct):
    content: str | None = None


class _Choice(msgspec.Struct):
    message: _Message


class _Reply(msgspec.Struct):
    choices: list[_Choice]


class AssistReader:
    """A `Reader` (workflows/ports.py) at one address."""

    def __init__(self, account: AssistAccount) -> None:
        """Remember where it is; nothing is opened.

        Raises:
            WrongUsage: it would send emails unprotected to another machine.
        """
        self._account = account
        self._place = urlsplit(account.address)
        tls: Protection = "tls" if self._place.scheme == "https" else "none"
        forbid_plain_to_strangers(self._host, tls, WHERE)

    def read(self, asked: Asked) -> Answered | WhyNot:
        """Ask, and wait for the whole answer; whatever goes wrong is said and never raised."""
        try:
            status, body = self._exchanged(_question(self._account.model, asked))
        except LetterladderError as error:
            return WhyNot(what=error.problems[0].what)
        except (http.client.HTTPException, ValueError) as error:
            return WhyNot(what=f"The server does not answer as a web server does ({type(error).__name__}).")
        if status != http.client.OK:
            return WhyNot(what=_refusal(status))
        if len(body) > LARGEST:
            return WhyNot(what=f"The answer was longer than {LARGEST} bytes.")
        return _answer(body)

    @property
    def _host(self) -> str:
        return self._place.hostname or ""

    def _exchanged(self, question: bytes) -> tuple[int, bytes]:
        """The status and the beginning of the body of the server's answer.

        Raises:
            WorldFailed: the key or the certificates cannot be read, or the link failed or took too long.
        """
        link = _link(self._place, self._account)
        headers = {"Content-Type": "application/json", "Accept": "application/json", **self._key()}
        with plain_words(WHERE, self._host, link.port), _ended_in_time(link, self._account.timeout_seconds):
            link.request("POST", f"{self._place.path.rstrip('/')}/chat/completions", question, headers)
            answer = link.getresponse()
            return answer.status, answer.read(LARGEST + 1)

    def _key(self) -> dict[str, str]:
        """The header that carries the key, where there is one.

        Raises:
            WorldFailed: its file cannot be read.
        """
        file = self._account.key_file
        if file is None:
            return {}
        try:
            key = file.read_text(encoding="ascii").strip()
        except (OSError, UnicodeDecodeError) as error:
            what = f"The key of the language model, {file.name}, cannot be read."
            what_to_do = "Write the key alone into that file, readable by you alone (chmod 600)."
            raise WorldFailed(Problem(where=WHERE, what=what, what_to_do=what_to_do)) from error
        return {"Authorization": f"Bearer {key}"}


def _link(place: SplitResult, account: AssistAccount) -> http.client.HTTPConnection:
    """The link to the server, not opened yet; its certificate will be checked."""
    host = place.hostname or ""
    if place.scheme == "https":
        context = trusted(account.ca_file, WHERE)
        port = place.port or http.client.HTTPS_PORT
        return http.client.HTTPSConnection(host, port, timeout=account.timeout_seconds, context=context)
    return http.client.HTTPConnection(host, place.port or 80, timeout=account.timeout_seconds)


@contextmanager
def _ended_in_time(link: http.client.HTTPConnection, seconds: float) -> Iterator[None]:
    """Open the link, and end it after so many seconds, also where the server sends a byte now and then.

    Raises:
        OSError: it cannot be opened.
        TimeoutError: the time was over.
    """
    over: list[bool] = []

    def end(opened: socket.socket) -> None:
        over.append(True)
        with suppress(OSError):
            opened.shutdown(socket.SHUT_RDWR)

    try:
        link.connect()
        watch = Timer(seconds, end, (link.sock,))
        watch.daemon = True
        watch.start()
        try:
            yield
        except (OSError, http.client.HTTPException) as error:
            if over:
                raise TimeoutError from error
            raise
        finally:
            watch.cancel()
        if over:
            raise TimeoutError
    finally:
        link.close()


def _question(model: str, asked: Asked) -> bytes:
    """What is sent: the instructions, and the email as a message of its own."""
    return msgspec.json.encode(
        {
            "model": model,
            "messages": [
                {"role": "system", "content": asked.instructions},
                {"role": "user", "content": asked.email},
            ],
            "temperature": 0,
            "max_tokens": MOST_ANSWERED,
            "stream": False,
            "response_format": {"type": "json_object"},
        }
    )


def _refusal(status: int) -> str:
    """A refusal by its number alone: the server's words may repeat the email's, or the key."""
    why = {
        401: "it does not take the key",
        403: "it does not take the key",
        404: "there is no such address or model there",
        429: "it was asked too often",
    }
    if 300 <= status < 400:
        return f"The server sends on to another address ({status}), which is not followed."
    return (
        f"The server refused ({status}): {why[status]}."
        if status in why
        else f"The server refused ({status})."
    )


def _answer(body: bytes) -> Answered | WhyNot:
    try:
        text = msgspec.json.decode(body, type=_Reply).choices[0].message.content
    except (msgspec.DecodeError, RecursionError, IndexError):
        return WhyNot(what="The server's answer is not in the form of a chat completion.")
    return Answered(text=text) if text else WhyNot(what="The model answered nothing.")
