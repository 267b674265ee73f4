"""What `check` says of letters in two languages: what is wrong, what nobody has confirmed, what is not translated."""

from collections import Counter
from collections.abc import Iterator

from ..config.language_file import languages_of
from ..config.paths import SAMPLE
from ..config.settings import Settings
from ..ground.english import listed
from ..ground.errors import Problem
from ..ground.tongues import language_name
from ..rules.policies.letters import language_of_file
from ..rules.texts.languages import Language
from ..workflows.office import Office


def problems_of_languages(settings: Settings, office: Office) -> Iterator[Problem]:
    """Faults of the school's own languages, and of the translations in its own folder."""
    yield from languages_of(settings.folder)[1]
    letters = settings.school.policy.letters
    for path in sorted(settings.own_templates.glob("*.docx")):
        if path.name.startswith(SAMPLE):
            continue
        code, letter = language_of_file(path.name), letters.of_file(path.name)
        if code and letter:
            yield from office.languages.translation(letter, code).faults
        elif code:
            what = f"{path.name} is a translation, and no letter has an English file of that name."
            yield Problem(
                where=str(path), what=what, what_to_do="Name it as the English file, with the language."
            )


def notes_of_languages(settings: Settings, office: Office) -> Iterator[Problem]:
    """Of each language that an adult of the register reads: what keeps their letters from having it."""
    readers = Counter(adult.language for adult in office.people.read().adults.values() if adult.language)
    known, _ = languages_of(settings.folder)
    for code, many in sorted(readers.items()):
        language = known.get(code)
        if language is None:
            yield _unknown(code, many)
            continue
        if not language.is_confirmed:
            yield _unconfirmed(language, many)
        yield from _untranslated(settings, office, language)
        yield from _font(language)


def _unknown(code: str, many: int) -> Problem:
    what = f"{_adults(many)} {language_name(code)}, and there is no languages/{code}.toml: letters go in English only."
    do = "Write that file; letter_templates/README.md says what belongs into it."
    return Problem(where="people.csv, language", what=what, what_to_do=do)


def _unconfirmed(language: Language, many: int) -> Problem:
    what = f"The translated words for {language.name} are not yet confirmed: letters go in English only."
    do = (
        f"{_adults(many)} it. Have somebody who reads it read config/languages/{language.code}.toml and the letters;"
        f" then write confirmed_by and confirmed_on into {language.file}."
    )
    return Problem(where=language.file, what=what, what_to_do=do)


def _untranslated(settings: Settings, office: Office, language: Language) -> Iterator[Problem]:
    policy = settings.school.policy
    sent = [id for id, step in policy.steps.items() if id in policy.letters and not step.is_sheet]
    lacking = [id for id in sent if not office.languages.translation(id, language.code).path.is_file()]
    if lacking:
        example = policy.letters.records[lacking[0]].file.removesuffix(".docx")
        yield Problem(
            where=f"letter_templates, {language.name}",
            what=f"There is no {language.name} version of {listed(lacking)}: they go in English only.",
            what_to_do=f"`templates translate {lacking[0]} --to {language.code}` makes {example}.{language.code}.docx"
            " for a translator.",
        )


def _font(language: Language) -> Iterator[Problem]:
    """Whether a PDF made here shows this language, and in the font that is meant for it."""
    from ..records.papers.script_fonts import fonts_for

    found = fonts_for(language.code)
    if found is None or language.font in found or (found and not language.font):
        return
    what = f"No font on this machine has the letters of {language.name}: a PDF would show boxes."
    if found:
        what = f"The font {language.font} is not on this machine: {language.name} is printed in another one."
    do = f"Install {language.font or 'a font for it'}, or name one that is here as `font` in {language.file}."
    yield Problem(where=f"PDF, {language.name}", what=what, what_to_do=do)


def _adults(many: int) -> str:
    return "One adult reads" if many == 1 else f"{many} adults read"
