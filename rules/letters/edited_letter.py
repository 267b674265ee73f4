"""Whether an edited letter still says what the case calculates: whom it goes to, from which day, and by when to answer.

The program goes on counting by its own dates and posts to its own address. A letter that prints others would not be
true, so it is refused; only where the case has changed meanwhile, and the letter says what the case says now, is it
taken, and the approver is told. What else was changed is told to the approver word by word (edited_changes.py).
"""

import re
from collections.abc import Sequence
from datetime import date

from ...ground.errors import Problem
from ..days.written_dates import dates_in
from ..texts.names import TITLES, words_of
from .edited_dates import compare_dates
from .edited_lines import GONE, Reckoned, Verdict, lines_of, pairs_of, short

LONGEST_BLOCK = 9
"""Lines of a name and address."""
LONGEST_LETTER = 100_000
"""Characters; the longest letter that is shipped has some 8,000."""
MOST_LINES = 1_000
_DEAR = re.compile(r"\s*Dear\b", re.IGNORECASE)


def compare(original: str, edited: str, *, drafted: Reckoned, now: Reckoned) -> Verdict:
    """Compare the text of an edited letter with the draft it came from.

    Args:
        original: the text of the draft; of a draft whose file was touched, that of the same letter printed again.
        edited: the text of the edited file.
        drafted: what the draft was calculated with; its address is what `original` prints.
        now: what the case says today.
    """
    if len(edited) > LONGEST_LETTER or len(lines_of(edited)) > MOST_LINES:
        what = "The edited letter is far longer than a letter, so it cannot be compared with the draft."
        do = "Put the words into the draft that Letterladder made, and submit that."
        return Verdict(refused=(Problem(where=drafted.ref, what=what, what_to_do=do),))
    found = [
        _address(original, edited, drafted, now),
        compare_dates(pairs_of(original, edited), original, edited, (drafted, now)),
        _reference(original, edited, drafted),
        _salutation(original, edited, drafted, now),
    ]
    return Verdict(
        refused=tuple(problem for one in found for problem in one.refused),
        named=tuple(line for one in found for line in one.named),
        dates=found[1].dates,
    )


def _address(original: str, edited: str, drafted: Reckoned, now: Reckoned) -> Verdict:
    """Name and address are in a row as they did, or as the register has them now."""
    old = (drafted.name, *drafted.address)
    new = (now.name, *now.address)
    if (stands(new, edited) or stands(old, edited)) and _has_moved(old, new, original, edited):
        first = ", ".join(_at_the_top(edited)) or "nobody"
        what = f"The edited letter begins with: {short(first)}. It must begin with: {', '.join(new)}."
        do = "Put the name and the address back where the draft has them: the envelope shows what is there."
        return Verdict(refused=(Problem(where=drafted.ref, what=what, what_to_do=do),))
    if stands(new, edited):
        told = f"The address is now {', '.join(new)}, as the people register has it; the draft said {', '.join(old)}."
        return Verdict(
            named=(told,)
            if words_of(" ".join(old)) != words_of(" ".join(new))
            else _below(new, original, edited)
        )
    if stands(old, edited) and stands(old, original):
        told = f"The people register now has another address, not the one in the letter: {', '.join(new)}."
        return Verdict(named=(told,))
    if not stands(old, original) and not stands(new, original):
        return Verdict(
            named=("The address was not found in the draft's text: compare it with the people register.",)
        )
    says = ", ".join(address_block(edited, now.name) or address_block(edited, drafted.name))
    what = f"The edited letter {GONE} whom it is addressed to: {', '.join(new)}."
    if says:
        what = f"The edited letter is addressed to: {short(says)}. The case has: {', '.join(new)}."
    do = "Correct the people register (people.csv) if the address is wrong there, and draft it again:"
    return Verdict(refused=(Problem(where=drafted.ref, what=what, what_to_do=f"{do} draft {drafted.ref}."),))


def _has_moved(old: Sequence[str], new: Sequence[str], original: str, edited: str) -> bool:
    """Whether the name and address are above "Dear" in the draft, and in the edited letter only further down."""
    above, now = "\n".join(_at_the_top(original)), "\n".join(_at_the_top(edited))
    return (stands(old, above) or stands(new, above)) and not (stands(old, now) or stands(new, now))


def _at_the_top(text: str) -> list[str]:
    """The lines above the salutation; all of them where there is none."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    end = next((place for place, line in enumerate(lines) if _DEAR.match(line)), len(lines))
    return lines[:end]


def _below(block: Sequence[str], original: str, edited: str) -> tuple[str, ...]:
    """A line that was put directly below the address."""
    below = _line_below(block, edited)
    known = {words_of(line) for line in original.split("\n")}
    if not below or words_of(below) in known or any(dates_in(below, date.min)):
        return ()
    return (f'A line was put below the address: "{short(below)}".',)


def _line_below(block: Sequence[str], text: str) -> str:
    lines = [line for line in text.split("\n") if line.strip()]
    last = words_of(block[-1])
    places = [place for place, line in enumerate(lines) if words_of(line)[-len(last) :] == last]
    return lines[places[0] + 1] if places and places[0] + 1 < len(lines) else ""


def address_block(text: str, name: str) -> tuple[str, ...]:
    """The lines of an address as a letter prints it: from the name to an empty line, a date, or the reference."""
    lines = text.split("\n")
    start = next((place for place, line in enumerate(lines) if words_of(line) == words_of(name)), None)
    found: list[str] = []
    for line in lines[start : start + LONGEST_BLOCK] if start is not None else ():
        if (
            not line.strip()
            or re.match(r"(our ref|dear )", line, re.IGNORECASE)
            or any(dates_in(line, date.min))
        ):
            break
        found.append(line.strip())
    return tuple(found)


def stands(lines: Sequence[str], text: str) -> bool:
    """Whether these lines are in the text in a row, whatever the line ends, commas and capitals."""
    row, words = words_of(" ".join(lines)), words_of(text)
    return any(words[place : place + len(row)] == row for place in range(len(words) - len(row) + 1))


def _reference(original: str, edited: str, drafted: Reckoned) -> Verdict:
    """The reference is what ties an answer to the case."""
    if drafted.ref not in original:
        return Verdict()
    others = [
        one for one in re.findall(r"\b20\d\d-\d{4,}\b", edited) if one != drafted.ref and one not in original
    ]
    if drafted.ref in edited and not others:
        return Verdict()
    what = (
        f"The edited letter says the reference {others[0]}."
        if others
        else f"The edited letter {GONE} its reference."
    )
    do = f"Our reference is {drafted.ref}: put it back where it was."
    return Verdict(refused=(Problem(where=drafted.ref, what=what, what_to_do=do),))


def _salutation(original: str, edited: str, drafted: Reckoned, now: Reckoned) -> Verdict:
    """A first name instead of a title is the head's choice; another person's name is another letter."""
    was, says = (
        next((line.strip() for line in text.split("\n") if _DEAR.match(line)), "")
        for text in (original, edited)
    )
    if not was or words_of(was) == words_of(says):
        return Verdict()
    said = set(words_of(says)[1:])
    known = set(words_of(f"{drafted.name} {now.name} {drafted.salutation} parent carer sir madam")) | TITLES
    if not said & TITLES or said <= known:
        return Verdict(named=(f'The letter begins "{says or "without Dear"}"; the draft began "{was}".',))
    what = f'The edited letter begins "{short(says)}"; it goes to {now.name}.'
    do = f'Write "{was}". A letter to somebody else is another case: one adult, one letter.'
    return Verdict(refused=(Problem(where=drafted.ref, what=what, what_to_do=do),))
