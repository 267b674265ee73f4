"""What `check` says of a school's procedure: its policy played on every path, and Word files that no step uses."""

import re
from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path

from ..config.letters_file import read_letters
from ..config.paths import LETTER_TEMPLATES, LETTERS, OWN_TEMPLATES, SAMPLE, SAMPLES
from ..config.policy_play import played_policy
from ..config.settings import policy_files
from ..ground.errors import Problem
from ..rules.policies.letters import Letter, Letters
from ..rules.policies.policy import Policy
from ..rules.walks.findings import Findings

_LANGUAGE = re.compile(r"\.[a-z]{2,3}(?=\.docx$)", re.IGNORECASE)
"""What the name of a translation has before its ending: L1-removal-request.cy.docx."""
_LIKE_WORD = frozenset({".doc", ".docm", ".dot", ".dotx", ".odt", ".rtf", ".pdf", ".pages"})
_ID = re.compile(r"[A-Za-z]\d+[a-z]?(?![A-Za-z0-9])")


class PlayedPolicies:
    """Policies that were played in this check: the schools of a trust often share one."""

    def __init__(self) -> None:
        self._played: list[tuple[tuple[Path, Path | None], Letters, Findings]] = []

    def of(self, folder: Path) -> Findings:
        """What playing the policy of the school in this folder shows; nothing where it cannot be read."""
        files = policy_files(folder)
        if files is None:
            return Findings()
        letters, _ = read_letters(folder / OWN_TEMPLATES)
        for known, theirs, found in self._played:
            if known == files and theirs == letters:
                return found
        found = played_policy(files[0], letters, linked=files[1])
        self._played.append((files, letters, found))
        return found


def stray_files(folder: Path, letters: Letters) -> Iterator[Problem]:
    """Files of the school's letter_templates folder that replace nothing: mostly a wrong name."""
    for path in _files(folder):
        if path.suffix.casefold() == ".docx":
            if not letters.of_file(_LANGUAGE.sub("", path.name)):
                yield _stray_letter(path, letters)
        elif path.suffix.casefold() in _LIKE_WORD:
            yield _not_word(path, letters)
        elif path.suffix in {".j2", ".toml"}:
            ours = [one.name for one in LETTER_TEMPLATES.glob(f"*{path.suffix}") if one != SAMPLES]
            if path.name not in ours:
                near = get_close_matches(path.name, ours, n=1, cutoff=0.5)
                do = (
                    f"Rename it to {near[0]}, or remove it."
                    if near
                    else f"Names that count: {', '.join(sorted(ours))}."
                )
                what = "No file of this name is read, so ours is used as it is."
                yield Problem(where=_where(path), what=what, what_to_do=do)


def unsent_files(folder: Path, policy: Policy) -> Iterator[Problem]:
    """Word files of letters that no step of the policy sends."""
    sent = {*policy.steps, *(one.letter for one in policy.steps.values())}
    for path in _files(folder):
        letter = policy.letters.of_file(_LANGUAGE.sub("", path.name))
        if letter and letter not in sent:
            what = f"No step of the policy '{policy.title}' sends {letter}, so this file is never used."
            do = f"Write a step [steps.{letter}] in the policy, or remove the file."
            yield Problem(where=_where(path), what=what, what_to_do=do)


def _files(folder: Path) -> list[Path]:
    """What is in the folder, without what editors and systems leave there, and what `templates try` made."""
    if not folder.is_dir():
        return []
    return sorted(
        one for one in folder.iterdir() if one.is_file() and not one.name.startswith((".", "~", SAMPLE))
    )


def _stray_letter(path: Path, letters: Letters) -> Problem:
    meant = _meant(path.name, letters)
    if meant is None:
        what = "No letter has a file of this name, so it is never used."
        do = f"Name it as the letter it replaces (`templates` lists them), or write its record into {LETTERS.name}."
    else:
        whose = (
            "it is written without it"
            if meant.own
            else "the letter that ships with the program goes out instead"
        )
        what = f"No letter has a file of this name. If it is meant for {meant.id} ({meant.name}), {whose}."
        do = f"Rename it to {meant.file}, or remove it."
    return Problem(where=_where(path), what=what, what_to_do=do)


def _not_word(path: Path, letters: Letters) -> Problem:
    meant = _meant(f"{path.stem}.docx", letters)
    name = meant.file if meant else f"{path.stem}.docx"
    what = f"A {path.suffix} file is never used: letters are Word files that end in .docx."
    return Problem(
        where=_where(path), what=what, what_to_do=f"Save it from Word as {name}, or move it elsewhere."
    )


def _meant(name: str, letters: Letters) -> Letter | None:
    """The letter that a file of this name is probably meant for: by its id, else by the rest of its name."""
    files = {one.file: one for one in letters if one.file}
    start = re.split(r"[-_ .]", name, maxsplit=1)[0].casefold()
    by_id = next((one for one in files.values() if one.id.casefold() == start), None)
    if by_id is None and (told := _ID.search(name)):
        by_id = next((one for one in files.values() if one.id.casefold() == told[0].casefold()), None)
    if by_id:
        return by_id
    near = get_close_matches(name.casefold(), [one.casefold() for one in files], n=1, cutoff=0.75)
    titles = {one.partition("-")[2].casefold(): letter for one, letter in files.items()}
    by_title = get_close_matches(name.casefold().replace(" ", "-"), list(titles), n=1, cutoff=0.75)
    if by_title:
        return titles[by_title[0]]
    return next((letter for one, letter in files.items() if near and one.casefold() == near[0]), None)


def _where(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"
