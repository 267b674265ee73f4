"""Reads packaging/Containerfile: its stages and instructions, so that other tools carry out the very same steps."""

import re
import shlex
from dataclasses import dataclass, field

KNOWN = frozenset(
    {
        "COPY",
        "RUN",
        "ENV",
        "USER",
        "WORKDIR",
        "VOLUME",
        "HEALTHCHECK",
        "STOPSIGNAL",
        "ENTRYPOINT",
        "CMD",
        "LABEL",
    }
)


class Unreadable(Exception):
    """A line that these tools do not understand: they would carry out something else than a builder."""


@dataclass(frozen=True, slots=True)
class Step:
    """One instruction: its word and what follows it, on one line."""

    word: str
    rest: str


@dataclass(frozen=True, slots=True)
class Stage:
    """What is built from one FROM: the image it begins with, its name, and its steps."""

    image: str
    name: str
    steps: list[Step] = field(default_factory=list)

    def said(self, word: str) -> str:
        """What the last instruction of this word says; "" where there is none."""
        return next((step.rest for step in reversed(self.steps) if step.word == word), "")


def stages(text: str) -> list[Stage]:
    """The stages of a Containerfile, in their order.

    Raises:
        Unreadable: an instruction is not known here, or stands before the first FROM.
    """
    found: list[Stage] = []
    for line in _lines(text):
        word, _, rest = line.partition(" ")
        word, rest = word.upper(), rest.strip()
        if word == "FROM":
            image, *name = re.split(r"\s+AS\s+", rest, flags=re.IGNORECASE)
            found.append(Stage(image.strip(), name[0].strip() if name else str(len(found))))
        elif word not in KNOWN or not found:
            raise Unreadable(f"{line!r}: only {', '.join(sorted(KNOWN))} are carried out here, after a FROM")
        else:
            found[-1].steps.append(Step(word, rest))
    return found


def _lines(text: str) -> list[str]:
    """The instructions, each on one line, without comments."""
    plain = "\n".join(line for line in text.splitlines() if not line.lstrip().startswith("#"))
    joined = re.sub(r"\\\n", " ", plain)
    return [re.sub(r"[ \t]+", " ", line).strip() for line in joined.splitlines() if line.strip()]


@dataclass(frozen=True, slots=True)
class Copied:
    """A COPY: the stage it is from ("" for the tree), what, and where to."""

    stage: str
    sources: tuple[str, ...]
    target: str


def copied(step: Step) -> Copied:
    """What a COPY says.

    Raises:
        Unreadable: it has an option that is not carried out here.
    """
    words = shlex.split(step.rest)
    options = [word for word in words if word.startswith("--")]
    if any(not one.startswith("--from=") for one in options):
        raise Unreadable(f"COPY {step.rest}: of its options only --from is carried out here")
    *sources, target = (word for word in words if not word.startswith("--"))
    return Copied(options[-1].partition("=")[2] if options else "", tuple(sources), target)


def environment(steps: list[Step]) -> dict[str, str]:
    """What the ENV lines among these steps set."""
    words = [word for step in steps if step.word == "ENV" for word in shlex.split(step.rest)]
    return {name: value for name, _, value in (word.partition("=") for word in words)}
