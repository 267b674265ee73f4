"""What `templates try` makes of a school's Word file: the letter with the sample case, and what is wrong in words."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ..config.language_file import read_language
from ..config.paths import SAMPLE
from ..config.samples_file import shipped_samples
from ..config.settings import Settings
from ..ground.disk import in_plain_words, write_file
from ..ground.errors import Problem, Refused, WrongUsage
from ..ground.tongues import language_name
from ..records.word.template_check import check_template
from ..records.word.translation_check import check_translation
from ..rules.letters.in_language import in_language
from ..rules.letters.sample_case import sample_fields
from ..rules.policies.letters import language_of_file
from ..workflows.ports import PdfPrinter, WordPrinter
from .letters_review import SentLetter, sample_letter, school_in_letters
from .tag_glossary import step_of
from .wiring import template_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """The files that were made, what is wrong with the Word file, and why something is not there."""

    made: tuple[Path, ...]
    problems: tuple[Problem, ...]
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """One Word file to be tried: for which letter it is, and the folder for what is made of it."""

    file: Path
    letter: str
    folder: Path


def trial_of(settings: Settings, file: Path, letter: str, folder: Path | None) -> Trial:
    """What is to be tried.

    Raises:
        WrongUsage: the file or the folder is not there, or nothing says for which letter it is.
    """
    letters = settings.school.policy.letters
    known = f"Known: {', '.join(one.id for one in letters)}."
    own = settings.own_templates / file.name
    path = file if file.is_file() or file.name != str(file) else own
    if not path.is_file():
        raise _wrong(str(file), "There is no such file.", "Name a Word file of your letter_templates folder.")
    if path.name.startswith(SAMPLE):
        do = "Name the Word file with the tags in it."
        raise _wrong(str(file), "This is what an earlier trial made.", do)
    if letter and letter not in letters:
        raise _wrong("--letter", f"There is no letter '{letter}'.", known)
    if folder is not None and not folder.is_dir():
        raise _wrong("--out", f"There is no folder {folder}.", "Make it first, or leave --out away.")
    which = letter or letters.of_file(path.name)
    if not which:
        do = f"Say for which letter it is: --letter L1. {known}"
        raise _wrong(str(file), "No letter has a file of this name.", do)
    return Trial(file=path, letter=which, folder=folder or path.parent)


def try_template(
    settings: Settings, trial: Trial, today: date, *, word: WordPrinter, pdf: PdfPrinter
) -> Tried:
    """Print the Word file with the sample case, as .docx and .pdf; an earlier trial of it is written over.

    Raises:
        DiskFailed: the disk is full or broken.
        WorldFailed: LibreOffice failed.
    """
    problems = _problems(settings, trial)
    try:
        docx = _printed(settings, trial, today, word)
    except Refused as refused:
        return Tried(made=(), problems=tuple(problems or refused.problems))
    path = trial.folder / f"{SAMPLE}{trial.file.name}"
    made = {path: docx}
    note = "LibreOffice is not installed here, so there is no PDF."
    if pdf.available():
        made[path.with_suffix(".pdf")], note = pdf.convert(docx), ""
    for one, content in made.items():
        with in_plain_words(one):
            write_file(one, content)
    return Tried(made=tuple(made), problems=tuple(problems), note=note)


def _problems(settings: Settings, trial: Trial) -> list[Problem]:
    letters = settings.school.policy.letters
    english = template_of(settings, trial.letter)
    if language_of_file(trial.file.name) and english.is_file():
        return check_translation(trial.file, english, letters)
    return check_template(trial.file, letters, trial.letter)


def _printed(settings: Settings, trial: Trial, today: date, word: WordPrinter) -> bytes:
    """The letter; of a translation the English letter with it behind, as the adult gets it."""
    step = step_of(settings, trial.letter)
    code = language_of_file(trial.file.name)
    if not code:
        return sample_letter(settings, word, SentLetter(step=step, path=trial.file), today)
    language, _ = read_language(settings.folder, code)
    if language is None:
        do = f"Write languages/{code}.toml beside your school.toml; letter_templates/README.md says how."
        raise Refused(
            Problem(
                where=trial.file.name,
                what=f"Nothing says how {language_name(code)} is written.",
                what_to_do=do,
            )
        )
    english = SentLetter(step=step, path=template_of(settings, trial.letter))
    used = word.fields_of(trial.file)
    school = school_in_letters(settings)
    said = sample_fields(shipped_samples(), school, step, used=used, today=today)
    fields = {name: value for name, value in said.items() if name in used}
    other = word.print_letter(
        trial.file, in_language(fields, settings.school.policy.letters, language).fields
    )
    return word.joined(sample_letter(settings, word, english, today), other, language)


def _wrong(where: str, what: str, what_to_do: str) -> WrongUsage:
    return WrongUsage(Problem(where=where, what=what, what_to_do=what_to_do))
