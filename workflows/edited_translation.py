"""An edited letter that has a translation behind it: which text was changed, and whether both may go out."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ..ground.errors import Problem, Refused
from ..ground.tongues import language_name
from ..rules.cases.case import LetterState
from ..rules.letters.in_language import spoken_date
from .office import Office


@dataclass(frozen=True, slots=True, kw_only=True)
class TwoTexts:
    """The words of a letter: those in English, and the lines of its translation; `english_docx`: without that."""

    english: str
    other: Counter[str]
    english_docx: bytes | None

    def written_anew(self, draft: "TwoTexts") -> str:
        """All that a person may have written: the English text, and what is new in the translation since the draft."""
        return "\n".join((self.english, *(self.other - draft.other)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What becomes of the translation: its language where it stays, why it does not, what the approver should know."""

    language: str = ""
    english_only: str = ""
    told: tuple[str, ...] = ()


def two_texts(office: Office, docx: bytes) -> TwoTexts:
    """The two texts of a letter; of no letter nothing.

    Raises:
        Refused: it is not a Word file, or holds what a letter may not.
    """
    if not docx:
        return TwoTexts(english="", other=Counter(), english_docx=None)
    whole, alone = office.word.text_of(docx), office.word.english_of(docx)
    english = whole if alone is None else office.word.text_of(alone)
    return TwoTexts(english=english, other=_lines(whole) - _lines(english), english_docx=alone)


def translation_kept(old: LetterState, original: TwoTexts, edited: TwoTexts) -> Kept:
    """Whether the translation still belongs to the English text: not where that alone was edited.

    Raises:
        Refused: the line that begins the translation is gone, but not the translation.
    """
    if edited.english_docx is None:
        if old.language and original.other & _lines(edited.english):
            raise Refused(_without_head(old))
        told = (_gone(old, "was taken out"),) if old.language else ()
        return Kept(english_only=" ".join(told) or old.english_only, told=told)
    name = language_name(old.language)
    if original.other == edited.other:
        if _lines(original.english) == _lines(edited.english):
            return Kept(language=old.language)
        told = (_gone(old, "was not edited with it, and no longer says the same"),)
        return Kept(english_only=told[0], told=told)
    told = (
        f"The {name} text was edited by hand: somebody who reads {name} must read it beside the English.",
    )
    return Kept(language=old.language, told=told)


def refuse_other_dates(
    office: Office, code: str, texts: tuple[TwoTexts, TwoTexts], days: Iterable[date]
) -> None:
    """Let an edited translation pass that says each date of the letter as often as its draft.

    Raises:
        Refused: one of them is gone, or is another one.
    """
    language = office.languages.language(code)
    if language is None:
        return
    before, now = (" ".join(text.other.elements()) for text in texts)
    gone = [
        words
        for day in dict.fromkeys(days)
        if now.count(words := spoken_date(language, day)) < before.count(words)
    ]
    if gone:
        what = f"The {language.name} text no longer says {'; '.join(gone)} where the draft did."
        raise Refused(
            Problem(where=f"{language.name} text", what=what, what_to_do="Put the date back there.")
        )


def _gone(old: LetterState, why: str) -> str:
    name = language_name(old.language)
    do = f"To keep it, edit the {name} text in the same Word file as well."
    return f"The letter goes in English only: its {name} version {why}. {do}"


def _without_head(old: LetterState) -> Problem:
    name = language_name(old.language)
    what = f"The line at the head of the {name} text, that it is a translation, was taken out or set in another style."
    do = f"Put it back, or delete the whole {name} text; the letter then goes in English only."
    return Problem(where=f"{name} text", what=what, what_to_do=do)


def _lines(text: str) -> Counter[str]:
    return Counter(line for line in (" ".join(one.split()) for one in text.split("\n")) if line)
