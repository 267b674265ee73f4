"""What stays inside the school: privileged and confidential fields, which no letter to the adult prints or repeats."""

from collections.abc import Iterator, Mapping

from ..cases.case import Case
from ..people.school import School
from ..policies.letters import Letters
from ..policies.policy import Step
from ..texts.names import words_of

SHORTEST = 2
"""Words of a name that is looked for: one word alone may be any word of a letter."""


def without_inside(letters: Letters, step: Step, fields: Mapping[str, object]) -> dict[str, object]:
    """The fields that the letter of this step may print: all of them for a sheet, none that is kept inside else."""
    return {name: value for name, value in fields.items() if step.is_sheet or not letters.field(name).inside}


def told_inside(
    case: Case, school: School, step: Step, printed: Mapping[str, object]
) -> tuple[tuple[str, ...], str] | None:
    """The fields of a letter that would name what is kept inside, such as the legal adviser, and why it is not written.

    Args:
        case: the case, with what people supplied for any of its letters.
        school: the school, with its words for all letters.
        step: the step whose letter it is.
        printed: what the fields hold that its Word file prints.
    """
    if step.is_sheet:
        return None
    secrets = dict(inside_names(case, school))
    hits = {name: secret for name, value in printed.items() for secret in secrets if _says(value, secret)}
    if not hits:
        return None
    named = "; ".join(sorted({f"{secrets[secret]} ({secret})" for secret in hits.values()}))
    fields = tuple(sorted(hits))
    what = f"The letter would tell the adult {named}, in {', '.join(fields)}."
    return fields, f"{what} This is privileged or confidential: word it without."


def edited_names(case: Case, school: School, text: str) -> str:
    """What an edited letter says that is kept inside, with what it is; "" for nothing."""
    found = (f"{what} ({secret})" for secret, what in inside_names(case, school) if _says(text, secret))
    return "; ".join(dict.fromkeys(found))


def inside_names(case: Case, school: School) -> Iterator[tuple[str, str]]:
    """Names and numbers that are kept inside, each with what it is; from all letters of the case."""
    letters = school.policy.letters
    supplied = [case.given(name, letters) for name in case.fields if name]
    supplied += [
        {name.rpartition(".")[2]: words for name, words in school.defaults.items()},
        case.given("", letters),
    ]
    for fields in supplied:
        for name, words in fields.items():
            field = letters.field(name)
            if field.inside and field.same and not field.is_many and len(words_of(words)) >= SHORTEST:
                yield words.strip(), field.help.partition(";")[0]


def _says(value: object, secret: str) -> bool:
    """Whether a text, or one of a list or of pairs, says it."""
    if isinstance(value, Mapping):
        return any(_says(one, secret) for one in value.values())
    if isinstance(value, list | tuple):
        return any(_says(one, secret) for one in value)
    wanted, words = words_of(secret), words_of(value) if isinstance(value, str) else ()
    return any(words[place : place + len(wanted)] == wanted for place in range(len(words) - len(wanted) + 1))
