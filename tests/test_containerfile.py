"""packaging/: the Containerfile as the tools read it, and the compose.yaml beside it."""

import re

import pytest
from test_layout import CODE, ROOT
from tools.containerfile import Unreadable, copied, environment, stages

PACKAGING = ROOT / "packaging"
CONTAINERFILE = (PACKAGING / "Containerfile").read_text(encoding="utf-8")
TWO = """
# Two stages, one line broken.
FROM debian:bookworm-slim AS build
RUN apt-get update \\
 && apt-get install -y python3
COPY a.lock b.lock /src/
FROM debian:bookworm-slim
COPY --from=build /opt/x /opt/x
ENV PATH=/opt/x/bin LANG="C.UTF-8"
USER letterladder
"""


def test_stages_and_steps_are_read_as_a_builder_reads_them() -> None:
    """Comments are no steps, a broken line is one, a stage without a name has its number."""
    first, second = stages(TWO)
    assert (first.image, first.name, second.name) == ("debian:bookworm-slim", "build", "1")
    assert [step.word for step in first.steps] == ["RUN", "COPY"]
    assert first.said("RUN") == "apt-get update && apt-get install -y python3"
    assert copied(first.steps[1]).sources == ("a.lock", "b.lock")
    assert (copied(second.steps[0]).stage, copied(second.steps[0]).target) == ("build", "/opt/x")
    assert environment(second.steps) == {"PATH": "/opt/x/bin", "LANG": "C.UTF-8"}
    assert (second.said("USER"), second.said("CMD")) == ("letterladder", "")


@pytest.mark.parametrize(
    "text", ["RUN true\n", "FROM x\nADD a /a\n", 'FROM x\nSHELL ["bash"]\n', "FROM x\nONBUILD RUN a\n"]
)
def test_an_instruction_that_would_not_be_carried_out_is_refused(text: str) -> None:
    """A clean root that passed it over would prove something else than the container."""
    with pytest.raises(Unreadable):
        stages(text)


def test_an_option_of_copy_that_would_not_be_carried_out_is_refused() -> None:
    """--chown above all: the account could not read its program."""
    (stage,) = stages("FROM x\nCOPY --chown=1000 a /a\n")
    with pytest.raises(Unreadable, match="chown"):
        copied(stage.steps[0])


def test_every_folder_of_the_program_is_copied_into_the_container() -> None:
    """One that is forgotten is missing from its wheel; and what is copied gets past the list of what is kept out."""
    first, _ = stages(CONTAINERFILE)
    sources = {source for step in first.steps if step.word == "COPY" for source in copied(step).sources}
    let_in = (PACKAGING / "Containerfile.dockerignore").read_text(encoding="utf-8").split()
    assert set(CODE) <= sources
    assert {f"!{source}" for source in sources} == {word for word in let_in if word.startswith("!")}
    assert [source for source in sources if not (ROOT / source).exists()] == []


def test_the_container_runs_as_an_account_of_its_own_and_says_how_it_is() -> None:
    """Not as root; and whoever looks after it sees when it stands still."""
    *_, last = stages(CONTAINERFILE)
    assert last.said("USER") == "letterladder"
    assert "pulse.json" in last.said("HEALTHCHECK")
    assert last.said("ENTRYPOINT") == '["letterladder"]'


def test_every_library_is_pinned_by_hash() -> None:
    """Nothing is fetched whose bytes nobody has seen."""
    installs = re.findall(r"pip install [^&\n]*", CONTAINERFILE)
    assert len(installs) == 3
    assert all("--require-hashes" in one or "--no-index --no-deps" in one for one in installs)


def test_compose_keeps_the_school_in_a_volume_and_writes_nowhere_else() -> None:
    """What the container is given is what the Containerfile declares."""
    text = (PACKAGING / "compose.yaml").read_text(encoding="utf-8")
    *_, last = stages(CONTAINERFILE)
    assert all(f":{volume}" in text for volume in last.said("VOLUME").split())
    for line in ("read_only: true", "cap_drop: [ALL]", "init: true", "dockerfile: packaging/Containerfile"):
        assert line in text
