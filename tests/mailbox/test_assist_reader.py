"""Asking a language model over HTTP: one question to one address, and nothing that the server does harms anybody."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from servers.certificates import make_certificates
from servers.needs import free_port
from servers.scripted_model import Script, ScriptedModel
from watched_sockets import sockets

from letterladder.ground.errors import WrongUsage
from letterladder.mailbox.assist_reader import LARGEST, AssistAccount, AssistReader
from letterladder.rules.reports.assist import Answered, Asked, WhyNot

ASKED = Asked(instructions="Point at words.", text="Mr Dunn shouted.", mark="=== 1 ===")


@pytest.fixture
def model() -> Iterator[ScriptedModel]:
    """A model that answers {} until its script says otherwise."""
    with ScriptedModel(Script()) as server:
        yield server


def asked(server: ScriptedModel, **account: Any) -> Answered | WhyNot:
    """What comes of asking this server."""
    return AssistReader(AssistAccount(address=server.address, model="m-1", **account)).read(ASKED)


def refused(answer: Answered | WhyNot) -> str:
    """Why there is no answer."""
    assert isinstance(answer, WhyNot)
    return answer.what


def test_it_sends_the_question_alone_and_hands_on_the_answer(model: ScriptedModel) -> None:
    """Instructions and email as two messages, to the path of a chat completion."""
    model.script.says = '{"adults": []}'
    assert asked(model) == Answered(text='{"adults": []}')
    (sent,) = model.script.asked
    assert [one["role"] for one in sent["messages"]] == ["system", "user"]
    assert [one["content"] for one in sent["messages"]] == [ASKED.instructions, ASKED.email]
    assert (sent["model"], sent["stream"], model.script.paths) == ("m-1", False, ["/v1/chat/completions"])


def test_the_key_is_read_from_its_file_and_sent_as_a_header(model: ScriptedModel, tmp_path: Path) -> None:
    """It is in no setting, and not in what is sent as text."""
    (tmp_path / "key").write_text("cedar-31\n", encoding="ascii")
    asked(model, key_file=tmp_path / "key")
    assert model.script.keys == ["Bearer cedar-31"]
    assert "cedar" not in json.dumps(model.script.asked)


@pytest.mark.parametrize("key", [None, b"two\nlines", b"\xff\xfe"])
def test_without_a_key_that_can_be_sent_nothing_is_sent(
    model: ScriptedModel, tmp_path: Path, key: bytes | None
) -> None:
    """The file is missing, or holds something else; its words are not repeated."""
    if key is not None:
        (tmp_path / "key").write_bytes(key)
    assert "lines" not in refused(asked(model, key_file=tmp_path / "key"))
    assert model.script.asked == []


def test_it_follows_no_redirect(model: ScriptedModel) -> None:
    """What the school chose is where emails go, and nowhere else."""
    with ScriptedModel(Script()) as other:
        model.script.status, model.script.to = 307, f"{other.address}/chat/completions"
        assert "not followed" in refused(asked(model))
        assert other.script.asked == []


def test_it_uses_no_proxy_of_the_environment(model: ScriptedModel, monkeypatch: pytest.MonkeyPatch) -> None:
    """A proxy would read the emails."""
    with ScriptedModel(Script()) as proxy:
        for name in ("http_proxy", "HTTP_PROXY", "https_proxy", "all_proxy", "ALL_PROXY"):
            monkeypatch.setenv(name, proxy.address)
        assert isinstance(asked(model), Answered)
        assert proxy.script.asked == []


@pytest.mark.parametrize("status", [400, 401, 404, 429, 500, 204])
def test_a_refusal_is_told_without_the_servers_words(model: ScriptedModel, status: int) -> None:
    """They may repeat the email."""
    model.script.status, model.script.body = status, b"Mr Dunn shouted"
    what = refused(asked(model))
    assert str(status) in what
    assert "Dunn" not in what


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html>",
        b"{}",
        b'{"choices": []}',
        b'{"choices": [{"message": {"content": null}}]}',
        b'{"choices": [{"message": {"content": ""}}]}',
        b"\xff\xfe",
        b'{"choices": ' + b"[" * 90_000,
        b'{"choices": [{"message": {"content": "x' + b"x" * LARGEST + b'"}}]}',
    ],
)
def test_an_answer_in_another_form_is_none(model: ScriptedModel, body: bytes) -> None:
    """Too long, too deep, or something else: said, and never raised."""
    model.script.body = body
    assert refused(asked(model))


def test_an_answer_that_comes_a_byte_at_a_time_is_ended(model: ScriptedModel) -> None:
    """The time of the settings is for all of it; the server would go on for hours."""
    model.script.drips, model.script.body = True, b" " * 100_000
    assert "in time" in refused(asked(model, timeout_seconds=1))


def test_an_answer_without_end_is_not_read_to_its_end(model: ScriptedModel) -> None:
    """What is too long is known after a little of it."""
    model.script.floods, model.script.body = True, b" " * 10_000
    assert "longer than" in refused(asked(model, timeout_seconds=5))


def test_nobody_there_is_said() -> None:
    """A model that is not started."""
    account = AssistAccount(address=f"http://127.0.0.1:{free_port()}/v1", model="m")
    assert "cannot be reached" in refused(AssistReader(account).read(ASKED))


def test_it_speaks_tls_and_checks_whom_it_speaks_to(tmp_path: Path) -> None:
    """With the authority that the school trusts it asks; without, it sends nothing."""
    certificates = make_certificates(tmp_path)
    with ScriptedModel(Script(), certificates) as server:
        assert "not trusted" in refused(asked(server))
        assert server.script.asked == []
        assert asked(server, ca_file=certificates.ca_file) == Answered(text="{}")


def test_it_is_not_made_for_a_plain_address_elsewhere() -> None:
    """Also where the settings did not catch it."""
    with pytest.raises(WrongUsage):
        AssistReader(AssistAccount(address="http://llm.example/v1", model="m"))


def test_to_be_made_it_opens_nothing() -> None:
    """Wiring a school sends nothing."""
    with sockets() as opened:
        AssistReader(AssistAccount(address="https://llm.example/v1", model="m"))
    assert opened == []
