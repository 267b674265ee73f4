"""Makes the Word file that a translator is given: the letter with its tags as they are, or our translation of it."""

from pathlib import Path

from ..config.settings import Settings
from ..ground.disk import write_file
from ..ground.errors import Problem, WrongUsage
from ..ground.tongues import ENGLISH, language_code, language_name
from ..rules.policies.letters import translated_file
from .wiring import template_of


def write_for_translator(settings: Settings, letter: str, told: str) -> tuple[Path, str]:
    """Put the file into the school's own letters; returns where it is, and what is to be done with it.

    Raises:
        WrongUsage: there is no such letter or language, or the file is there already.
        DiskFailed: the disk is full or broken.
    """
    from ..records.word.to_translate import to_translate

    code, letters = language_code(told), settings.school.policy.letters
    if letter not in letters:
        raise _wrong(
            letter, f"There is no letter '{letter}'.", f"Known: {', '.join(one.id for one in letters)}."
        )
    if not code or code == ENGLISH:
        do = "Give its name or its BCP 47 code: --to Welsh, --to cy."
        raise _wrong("--to", f"'{told}' is no language that a letter can be translated into.", do)
    if letters.is_sheet(letter):
        what = f"{letter} is a sheet for another body, which reads English."
        raise _wrong(letter, what, "Choose a letter that goes to the adult.")
    english = template_of(settings, letter)
    path = settings.own_templates / translated_file(english.name, code)
    if path.exists():
        raise _wrong(str(path), "It is there already.", "Move it away first; nothing was written.")
    ours = english.with_name(path.name)
    path.parent.mkdir(exist_ok=True)
    if ours.is_file():
        write_file(path, ours.read_bytes())
        return (
            path,
            f"It is the {language_name(code)} that ships with Letterladder. Have it read and corrected.",
        )
    write_file(path, to_translate(english))
    do = f"`templates check {path.name}` says what is left."
    return (
        path,
        f"What is yellow is to be put into {language_name(code)}; tags in braces stay as they are. {do}",
    )


def _wrong(where: str, what: str, what_to_do: str) -> WrongUsage:
    return WrongUsage(Problem(where=where, what=what, what_to_do=what_to_do))
