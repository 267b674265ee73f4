"""What an edited letter may not leave out: the fields that its record says it must print, as the draft printed them.

What a person typed may be written otherwise, as long as it is still told; what the school, the law or the case says is
left as it is. The letter's record says which fields these are (`must_print`), and no code knows a letter.
"""

from collections.abc import Iterable, Iterator, Mapping

from ...ground.errors import Problem
from ..policies.letters import Field
from ..texts.names import words_of
from .edited_lines import GONE, Verdict, lines_of, short

ELSEWHERE = frozenset({"addressee_lines", "salutation", "letter_date", "ref", "answer_by"})
"""Compared one by one, with more than their words."""
STILL_TOLD = 0.4
"""The share of a person's own words from which they count as told in other words."""
FEWEST = 2
"""Words; a single one may stand anywhere."""


def missing_sections(
    original: str, edited: str, *, ref: str, fields: Mapping[str, object], needed: Iterable[Field]
) -> Verdict:
    """Refuse what the letter must say and does not say any more.

    Args:
        original: the text of the draft.
        edited: the text of the edited file.
        ref: the case.
        fields: what was printed, by name.
        needed: the fields that this letter must print.
    """
    before, after = words_of(original), words_of(edited)
    gone: dict[tuple[str, ...], Problem] = {}
    for one in needed:
        if one.name in ELSEWHERE:
            continue
        for piece in _pieces(fields.get(one.name)):
            words = words_of(piece)
            if len(words) < FEWEST or not _holds(before, words) or _holds(after, words):
                continue
            if _is_typed(one) and _is_still_told(words, edited):
                continue
            gone.setdefault(words, _refused(ref, one, piece))
    return Verdict(refused=tuple(gone.values()))


def _refused(ref: str, one: Field, piece: str) -> Problem:
    what = f'The edited letter {GONE} "{short(piece)}". This letter must say it: {one.help or one.name}.'
    do = "Put it back as the draft has it"
    own = f"{do}, or change it in the case: draft {ref} --set {one.name}='...'."
    return Problem(
        where=ref, what=what, what_to_do=own if _is_typed(one) else f"{do}, and submit the file again."
    )


def _is_typed(one: Field) -> bool:
    """Whether its words are somebody's own."""
    return not one.comes_from and not one.known_from


def _pieces(value: object) -> Iterator[str]:
    """The texts of a field: of a list or pairs each one by itself."""
    if isinstance(value, str):
        yield from (line for line in value.split("\n") if line.strip())
    elif isinstance(value, Mapping):
        for held in value.values():
            yield from _pieces(held)
    elif isinstance(value, list | tuple):
        for held in value:
            yield from _pieces(held)


def _holds(text: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Whether these words are in a text in a row."""
    return any(
        text[place : place + len(words)] == words for place, word in enumerate(text) if word == words[0]
    )


def _is_still_told(words: tuple[str, ...], edited: str) -> bool:
    wanted = set(words)
    return any(len(wanted & set(words_of(line))) >= STILL_TOLD * len(wanted) for line in lines_of(edited))
