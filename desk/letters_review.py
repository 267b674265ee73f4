"""Every letter of a school's policy as it is now: its Word file, and what it prints of the sample case."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ..config.language_file import languages_of
from ..config.samples_file import shipped_samples
from ..config.settings import Settings
from ..ground.english import uk_date_short
from ..records.people.people_csv import PeopleFile
from ..rules.letters.sample_case import sample_fields
from ..rules.office.sign_off import Papers, papers_of
from ..rules.people.contact_role import with_contact_role
from ..rules.people.school import School
from ..rules.policies.legal_facts import Fact, FactKind, Holds
from ..rules.policies.letters import translated_file
from ..rules.policies.policy import Step
from ..workflows.ports import WordPrinter
from .wiring import template_of


@dataclass(frozen=True, slots=True, kw_only=True)
class SentLetter:
    """A letter or sheet that the school's policy sends: its step, and its Word file."""

    step: Step
    path: Path


def sent_letters(settings: Settings) -> list[SentLetter]:
    """Every letter and sheet that a step of the policy sends, in the order of the letters."""
    policy = settings.school.policy
    ids = [one.id for one in policy.letters if one.id in policy.steps and one.file]
    return [SentLetter(step=policy.steps[id], path=template_of(settings, id)) for id in ids]


def papers_now(settings: Settings) -> Papers:
    """The templates, facts and policy as they are now; translations that may be printed among the templates."""
    files = {one.path.name: one.path for one in sent_letters(settings)}
    for path in list(files.values()):
        files |= {one.name: one for one in _translations(settings, path)}
    digests = {name: sha256_of(path) for name, path in files.items() if path.is_file()}
    return papers_of(digests, settings.school.legal, settings.school.policy)


def _translations(settings: Settings, english: Path) -> Iterator[Path]:
    """The translations of this Word file in languages that somebody confirmed."""
    for code, language in languages_of(settings.folder)[0].items():
        name = translated_file(english.name, code)
        places = (settings.own_templates / name, english.with_name(name))
        found = next((one for one in places if one.is_file()), None)
        if language.is_confirmed and found is not None:
            yield found


def sample_letter(settings: Settings, word: WordPrinter, letter: SentLetter, today: date) -> bytes:
    """This letter of the school on the sample case, as a Word file.

    Raises:
        Refused: the Word file has a fault; `templates check` says which.
    """
    used = word.fields_of(letter.path)
    school = school_in_letters(settings)
    fields = sample_fields(shipped_samples(), school, letter.step, used=used, today=today)
    return word.print_letter(letter.path, fields)


def sample_words(school: School, step: Step, wanted: frozenset[str], today: date) -> dict[str, str]:
    """What a person might type for these fields of a letter, of the sample case."""
    said = sample_fields(shipped_samples(), school, step, used=wanted, today=today)
    return {name: words for name in wanted if isinstance(words := said.get(name), str) and words}


def school_in_letters(settings: Settings) -> School:
    """The school as its letters know it: with the role of whom they name for questions."""
    return with_contact_role(settings.school, PeopleFile(settings.people_csv).read().staff)


def shown_fact(kind: FactKind, fact: Fact) -> str:
    """The value as people read it."""
    return uk_date_short(date.fromisoformat(fact.value)) if kind.holds is Holds.DAY else fact.value


def sha256_of(path: Path) -> str:
    """Of this file as it is now."""
    return hashlib.sha256(path.read_bytes()).hexdigest()
