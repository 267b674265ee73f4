"""The translation behind a letter: its fields where there is one, and why there is none where the adult reads it."""

from collections.abc import Mapping

from ..ground.english import listed
from ..ground.tongues import ENGLISH, language_code, language_name
from ..ground.values import replace
from ..rules.cases.case import Case
from ..rules.letters.compose import Composed
from ..rules.letters.in_language import in_language
from ..rules.people.people import Adult
from ..rules.texts.languages import Language
from .office import Office


def in_two_languages(office: Office, case: Case, composed: Composed, adult: Adult | None) -> Composed:
    """The letter with the fields of its translation, where the adult reads another language; else as it is.

    Where a translation is needed and there is none, the letter goes in English alone, and everybody is told why.
    """
    code = language_read(case, adult)
    step = office.school.policy.steps[composed.letter]
    if not code or step.is_sheet or adult is None:
        return composed
    language = office.languages.language(code)
    why = _why_not(office, composed.letter, code, language)
    if why or language is None:
        told = f"{adult.full_name} reads {language_name(code)}. {why}"
        return replace(composed, english_only=told, warnings=(*composed.warnings, told))
    used = office.word.fields_of(office.languages.translation(composed.letter, code).path)
    printed = {name: value for name, value in composed.fields.items() if name in used}
    said = in_language(printed, office.school.policy.letters, language)
    return replace(
        composed,
        language=code,
        other_fields=said.fields,
        other_slots=_other_slots(composed.slots, said.fields, language),
        warnings=(*composed.warnings, _told(language, said.stayed)),
    )


def language_read(case: Case, adult: Adult | None) -> str:
    """The code of what this adult reads beside English: as said for the case, else as the register has it; or ""."""
    code = language_code(case.language) if case.language else adult.language if adult else ""
    return "" if code == ENGLISH else code


def _why_not(office: Office, letter: str, code: str, language: Language | None) -> str:
    """Why this letter cannot have a translation into this language; "" where it can."""
    name = language_name(code)
    only = f"There is no {name} version of {letter}: it goes in English only"
    if language is None:
        return f"{only}. There is no languages/{code}.toml."
    if not language.is_confirmed:
        return f"{only}. Nobody who reads {name} has confirmed its words yet ({language.file})."
    translation = office.languages.translation(letter, code)
    if not translation.path.is_file():
        return f"{only}. ({translation.path.name} is not in letter_templates.)"
    faults = translation.faults
    return f"{only}. {translation.path.name} cannot be used: {faults[0].what}" if faults else ""


def _other_slots(
    slots: Mapping[str, str], printed: Mapping[str, object], language: Language
) -> dict[str, str]:
    """The words in the places for dates of the translation: as in the English text, with the language before them."""
    return {
        name: f"[{language.own_name}: {words.strip('[]')}]"
        for name, words in slots.items()
        if name in printed
    }


def _told(language: Language, stayed: tuple[str, ...]) -> str:
    told = f"It goes in English and in {language.name}, one behind the other; the English text counts."
    if not stayed:
        return told
    words = listed(name.replace("_", " ") for name in stayed)
    return f"{told} In the {language.name} text these stay in English, and are marked so: {words}."
