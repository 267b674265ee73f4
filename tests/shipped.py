"""The letters and forms that ship with the program, as tests ask for them, and steps that send letters."""

from letterladder.config.forms_file import shipped_forms
from letterladder.config.letters_file import shipped_letters
from letterladder.ground.values import replace
from letterladder.rules.policies.letters import Letter, Letters
from letterladder.rules.policies.policy import Step
from letterladder.rules.texts.forms import FormBook

LETTERS = shipped_letters()
FILES = {one.id: one.file for one in LETTERS}
NAMES = {one.id: one.name for one in LETTERS}
FORMS = FormBook(forms=tuple(shipped_forms().values()), own_domains=frozenset({"school.example"}))
SHEETS = frozenset(one.id for one in LETTERS if one.sheet)


def record(letter: str) -> Letter:
    """What this letter is."""
    return LETTERS.records[letter]


def a_step(letter: str, name: str = "", **keys: object) -> Step:
    """A step with the record of its letter or sheet, as a policy file would give it."""
    return Step(id=letter, name=name, record=LETTERS.get(letter), **keys)  # type: ignore[arg-type]


def with_own(**own: Letter) -> Letters:
    """Our letters and these, by their ids."""
    return replace(LETTERS, records={**LETTERS.records, **own})


def own(letter: str, **keys: object) -> Letter:
    """A letter of the school's own."""
    given = {"id": letter, "file": f"{letter}-own.docx", "name": f"Own {letter}", "own": True}
    given |= {"we_did": f"we sent you {letter}", "we_may": f"send you {letter}", **keys}
    return Letter(**given)  # type: ignore[arg-type]
