"""Whether an edited letter still prints the dates that the case calculates, and no other deadline beside them."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from ...ground.english import uk_date
from ...ground.errors import Problem
from ..days.written_dates import DateSeen, dates_in
from .edited_lines import GONE, Pair, Reckoned, Verdict, short
from .edited_time import SENTENCE, time_sentences

NAMES: Mapping[str, str] = {
    "letter_date": "the date of the letter",
    "answer_by": "the answer-by date",
    "interim_end": "the last day of the interim withdrawal",
    "decision_by": "the day of the decision",
    "removal_by": "the day by which the post is to be removed",
    "review_by": "the day of the review",
    "starts_on": "the first day of the measure",
    "ends_on": "the last day of the measure",
    "more_time_until": "the new last day for comments",
}
"""What the calculated dates are called in a message; others are called by their field."""

ASKING = re.compile(
    r"\b(remov\w+|take (it |this |them )?down|delet\w+|repl(y|ies)|respon\w+|answer|tell us|tell me|let (us|me) know|"
    r"comments?|contact|get back|hear from you|write to us|confirm\w*|return|representations?)\b",
    re.IGNORECASE,
)
BY_THEN = re.compile(
    r"\b(by|before|until|till|no later than|not later than|on or before|deadline\w*|at the latest)\b",
    re.IGNORECASE,
)
IN_DAYS = re.compile(
    r"\b(?:within|in)\s+(?:the\s+next\s+)?(?:\d{1,3}|a|one|two|three|four|five|six|seven|eight|nine|ten|fourteen|"
    r"twenty|twenty-one|twenty-eight|thirty)\s+(?:\w+\s+)?(?:days?|weeks?|months?|fortnight)\b",
    re.IGNORECASE,
)
NEW_TIME = "The edited letter has a new sentence about time, which the case does not have"


def compare_dates(
    pairs: Sequence[Pair], original: str, edited: str, cases: tuple[Reckoned, Reckoned]
) -> Verdict:
    """Every calculated date as it was or, all of them together, as the case calculates them now; and no other deadline.

    `cases` are what the draft was calculated with, and what the case says now.
    """
    drafted, now = cases
    near = drafted.dates.get("letter_date", date.min)
    before, after = list(dates_in(original, near)), list(dates_in(edited, near))
    days = {one.day for one in after if one.fits}
    printed = {name: day for name, day in drafted.dates.items() if any(one.day == day for one in before)}
    changed = _changed_dates(pairs, drafted, near)
    changed |= {name: "" for name, day in printed.items() if name not in changed and day not in days}
    moved = {name: now.dates[name] for name, day in printed.items() if now.dates.get(name, day) != day}
    if changed and _all_moved(changed, printed, moved, days):
        told = (
            f"{_capital(called(name))} is now {uk_date(day)}, as the case has it; the draft said"
            f" {uk_date(printed[name])}."
            for name, day in sorted(moved.items())
        )
        instead = {day: printed[name] for name, day in moved.items()}
        return Verdict(named=(*told, *_named(time_sentences(pairs, original, near, instead))), dates=moved)
    refused = [_wrong_date(name, says, drafted) for name, says in changed.items()]
    known = {*drafted.dates.values(), *(one.day for one in before)}
    said = [says for says in changed.values() if says]
    wrong = [one for one in _asking(pairs, known, near, drafted) if not any(says in one for says in said)]
    refused += [_another_deadline(sentence, drafted) for sentence in wrong]
    free = {day: None for name, day in drafted.dates.items() if name == "answer_by"}
    new = time_sentences(pairs, original, near, free)
    named = [one for one in new if one not in wrong and not any(says in one for says in said)]
    return Verdict(refused=tuple(refused), named=tuple(_named(named)))


def _named(sentences: Iterable[str]) -> Iterator[str]:
    return (f'{NEW_TIME}: "{short(sentence)}".' for sentence in dict.fromkeys(sentences))


def _all_moved(
    changed: Mapping[str, str], printed: Mapping[str, date], moved: Mapping[str, date], days: set[date]
) -> bool:
    """Whether the letter says just what the case says now: each moved date as it is now, and none of them as it was."""
    old = {printed[name] for name in moved} - {moved.get(name, day) for name, day in printed.items()}
    return set(changed) <= set(moved) and set(moved.values()) <= days and not old & days


def _changed_dates(pairs: Iterable[Pair], drafted: Reckoned, near: date) -> dict[str, str]:
    """The calculated dates that were written over, each with what is there now."""
    changed: dict[str, str] = {}
    for pair in pairs:
        was, now = list(dates_in(pair.was, near)), list(dates_in(pair.now, near))
        lost = _without(was, now)
        new = [one for one in now if not one.fits or one.day not in {old.day for old in was}]
        for old in lost:
            names = [name for name, day in drafted.dates.items() if day == old.day]
            if names and new:
                changed.setdefault(names[0] if len(names) == 1 else _nearest_name(names), new[0].written)
    return changed


def _nearest_name(names: list[str]) -> str:
    """Of several fields that share a day, the one a reader would name."""
    return next((name for name in ("answer_by", "letter_date") if name in names), names[0])


def _without(was: Sequence[DateSeen], now: Sequence[DateSeen]) -> list[DateSeen]:
    """The dates of the one line that the other has less often, or with a wrong weekday."""
    left = [one.day for one in now if one.fits]
    lost = []
    for one in was:
        if one.day in left:
            left.remove(one.day)
        else:
            lost.append(one)
    return lost


def _asking(pairs: Iterable[Pair], known: set[date], near: date, drafted: Reckoned) -> Iterator[str]:
    """Sentences that ask for something by a date or in a span that the draft did not have."""
    for pair in pairs if "answer_by" in drafted.dates else ():
        for sentence in SENTENCE.split(pair.now):
            new = [one for one in dates_in(sentence, near) if one.day not in known or not one.fits]
            spans = any(one.group() not in pair.was for one in IN_DAYS.finditer(sentence))
            if (spans or any(_is_deadline(sentence, one) for one in new)) and ASKING.search(sentence):
                yield sentence


def _is_deadline(sentence: str, seen: DateSeen) -> bool:
    """Whether "by" or the like comes shortly before the date, or "at the latest" after it."""
    around = sentence[max(0, seen.start - 40) : seen.start] + " " + sentence[seen.end : seen.end + 20]
    return bool(BY_THEN.search(around))


def _wrong_date(name: str, says: str, drafted: Reckoned) -> Problem:
    reckoned = uk_date(drafted.dates[name])
    what = f"The edited letter {GONE} {called(name)}, {reckoned}."
    if says:
        what = f'The edited letter gives {called(name)} as "{says}"; the case has {reckoned}.'
    if name == "letter_date":
        do = f"It is the day of posting. Put it back; to post later, draft it again on that day: draft {drafted.ref}."
    elif name == "answer_by":
        do = "The program goes by its own date. Put it back; to give more time, change the days for this step in the"
        do += f" policy file, and draft it again: draft {drafted.ref}."
    else:
        do = f"Put it back, or have it printed again: draft {drafted.ref} --set {name}=YYYY-MM-DD."
    return Problem(where=drafted.ref, what=what, what_to_do=do)


def _another_deadline(sentence: str, drafted: Reckoned) -> Problem:
    what = (
        f'The edited letter asks for something by another date: "{short(sentence)}". The case goes by'
        f" {uk_date(drafted.dates['answer_by'])}."
    )
    do = f"Use the dates in the draft, or leave the sentence out; for other dates draft it again: draft {drafted.ref}."
    return Problem(where=drafted.ref, what=what, what_to_do=do)


def called(name: str) -> str:
    """What a field is called in a message."""
    return NAMES.get(name, name)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
