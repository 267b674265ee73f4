"""How soon somebody must look: red only where several signs come together, amber for whatever may be grave.

Red is never told by one word. It takes signs of several classes within a few sentences (danger_signs.py): somebody, an
act or an intent, a place or a time. Figures of speech are taken out before, and what is told of a play, a course or an
advertisement does not count. Each combination is one row of a table.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from ...ground.values import replace
from ..cases.events import FlagSeen
from ..texts.negation import is_denied, said
from ..texts.phrases import sought
from ..texts.report import Report
from ..texts.sentences import Sentence, sentences_of
from ..words import About, Flag
from .danger_signs import SIGNS, Sign
from .flag_words import HARMLESS, STOPPING
from .frames import CALM, FIGURE, GAMES, NOT_TOLD_AS_TRUE, SIMILE, TO_MANY
from .genres import counts_in, is_about_nobody, is_of_the_writer, is_rule
from .naming import Names, names_in
from .plain_dangers import plainly
from .told_accounts import told_step_by_step
from .told_dangers import may_tell, told_whole
from .told_frames import is_told_as_true, without_things

WINDOW = 2
"""Sentences in which the signs of one danger are together."""
BESIDE_CLAUSE = 2
"""Sentences before and after a clause in which what must be beside it may stand."""
NOBODY = Names()

CATEGORY = re.compile(r"(sub ?)?categor(y|ies)\b")
"""A line by which a system files what was told: one word of it is said of a pupil."""
BY_GAMES = frozenset({Sign.WEAPON, Sign.VIOLENCE, Sign.HURT, Sign.MENACE})
COUNTED = re.compile(r"(\.{3,}|[:\t|=]) ?\d+( \([^)]*\))?\.?$|\.{5,}$")
"""A line of a table of figures: "Physical abuse ........ 0"."""
SAID_TO_BE = re.compile(r"\b(told|said|says|saying|messaged|texted|threaten\w*|posted|wrote|shouted) ")
"""Somebody's words are passed on, which no game is."""
AT_FIRST_HAND = re.compile(r"\b(my|me|im|i am|us)\b")
"""Told by somebody whom it happens to, whatever else the sentence mentions."""
ACTS = frozenset(
    {
        *(
            Sign.HURT,
            Sign.BY_HOME,
            Sign.HELD,
            Sign.SEXUAL,
            Sign.NAKED,
            Sign.WEAPON,
            Sign.VIOLENCE,
            Sign.TAKING,
        ),
        *(Sign.FOLLOWING, Sign.ASSAULT, Sign.BURNING),
    }
)
"""Signs of what somebody does, which do not count where it is denied."""
BRINGS = re.compile(r"br(ing|ought)|picture")
"""A thing brought or shown, which is no deed that an intent announces."""
FARTHEST = 45
"""Characters between the intent and the violence that it announces."""
CLAUSE = re.compile(
    r"[,;:()\n]| - |\b(?:and (?=(?:the|he|she|i|they|we|it|my|his|her|our|then|a) )|but|then|because|cos|while|until"
    r"|unless|after|before|when|who|which|that)\b"
)
"""Where one clause of a sentence ends and the next begins."""
OTHER_SUBJECT = re.compile(
    r"\b(and|but|because|when|while|who|which) (\w+ )?(told|said|asked|called|has|had|was|is|were|are)\b"
)
"""Where a sentence goes on with something else that somebody did."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Combination:
    """Signs that together are red: all of `signs`, and one of `beside` where any is named."""

    flag: Flag
    signs: frozenset[Sign]
    beside: frozenset[Sign] = frozenset()

    @property
    def in_one(self) -> frozenset[Sign]:
        """Those that must be in one sentence: who of the staff did what, and an act with the intent to do it."""
        if self.flag is Flag.STAFF_ALLEGATION:
            return self.signs - {Sign.CHILD}
        if self.signs & {Sign.EXTREME, Sign.FOLLOWING}:
            return self.signs
        return self.signs & {Sign.VIOLENCE, Sign.INTENT}


S = Sign
_TABLE: tuple[tuple[Flag, tuple[Sign, ...], tuple[Sign, ...]], ...] = (
    (Flag.DANGER, (S.PILLS, S.PERSON), (S.ENDING, S.FEAR, S.TELLS, S.CHILD, S.CALLED)),
    (Flag.DANGER, (S.ENDING, S.PERSON), (S.PILLS, S.FEAR, S.WEAPON)),
    (Flag.DANGER, (S.ENDING, S.CHILD, S.TELLS), ()),
    (Flag.DANGER, (S.MENACE, S.PERSON, S.PLACE), ()),
    (Flag.DANGER, (S.BURNING, S.PLACE), (S.INTENT, S.WEAPON)),
    (Flag.DANGER, (S.FOLLOWING, S.PERSON), (S.CALLED, S.FEAR)),
    (Flag.DANGER, (S.EXTREME, S.PERSON), (S.VIOLENCE, S.WEAPON, S.INTENT)),
    (Flag.CHILD_PROTECTION, (S.CHILD, S.HURT, S.HOME), (S.FEAR, S.CALLED)),
    (Flag.CHILD_PROTECTION, (S.CHILD, S.BY_HOME), ()),
    (Flag.CHILD_PROTECTION, (S.CHILD, S.HELD, S.HOME), (S.TELLS, S.FEAR)),
    (Flag.CHILD_PROTECTION, (S.HURT, S.HOME, S.FEAR), (S.CALLED, S.CHILD, S.PLACE)),
    (Flag.CHILD_PROTECTION, (S.HURT, S.HOME, S.CALLED), ()),
    (Flag.CHILD_PROTECTION, (S.CHILD, S.SEXUAL, S.FEAR), ()),
    (Flag.CHILD_PROTECTION, (S.CHILD, S.SEXUAL, S.HOME, S.TELLS), ()),
    (Flag.CHILD_PROTECTION, (S.CHILD, S.SEXUAL, S.CALLED), ()),
    (Flag.CHILD_PROTECTION, (S.CHILD, S.STRANGER), (S.SEXUAL, S.FEAR, S.EXPLOITED)),
    (Flag.CHILD_PROTECTION, (S.CHILD, S.HUNGER, S.UNWASHED), ()),
    (Flag.CHILD_PROTECTION, (S.CHILD, S.HUNGER, S.ALONE), ()),
    (Flag.CHILD_PROTECTION, (S.CHILD, S.UNWASHED, S.ALONE), ()),
    (Flag.CHILD_PROTECTION, (S.CHILD, S.ALONE, S.HOME), (S.FEAR, S.DRUNK)),
    (Flag.CHILD_PROTECTION, (S.HUNGER, S.FEAR, S.HOME), ()),
    (Flag.CHILD_PROTECTION, (S.CHILD, S.DRUNK, S.CHARGE), (S.FEAR, S.HOME, S.PLACE)),
    (Flag.CHILD_PROTECTION, (S.CHILD, S.TAKING), (S.HOME, S.CALLED, S.FEAR)),
    (Flag.CHILD_PROTECTION, (S.CHILD, S.MISSING), (S.FEAR, S.CALLED, S.PLACE)),
    (Flag.CHILD_PROTECTION, (S.CHILD, S.EXPLOITED, S.FEAR), ()),
    (Flag.STAFF_ALLEGATION, (S.STAFF, S.CHILD, S.HELD), (S.TELLS, S.HURT)),
    (Flag.STAFF_ALLEGATION, (S.STAFF, S.CHILD, S.SEXUAL), (S.TELLS, S.FEAR)),
    (Flag.INDECENT_IMAGE, (S.NAKED, S.PICTURE, S.CHILD), ()),
)
BESIDE: Mapping[Flag, frozenset[Sign]] = {
    Flag.DANGER: frozenset({S.INTENT, S.VIOLENCE, S.PLACE, S.FEAR, S.ENDING, S.PILLS, S.FOLLOWING, S.CALLED}),
    Flag.CHILD_PROTECTION: frozenset(
        {
            S.HOME,
            S.FEAR,
            S.TELLS,
            S.ALONE,
            S.CALLED,
            S.SEXUAL,
            S.HELD,
            S.STRANGER,
            S.EXPLOITED,
            S.HUNGER,
        }
    ),
    Flag.STAFF_ALLEGATION: frozenset({S.CHILD, S.PERSON}),
    Flag.INDECENT_IMAGE: frozenset({S.CHILD, S.PERSON, S.PICTURE}),
}
"""What must be beside a phrase that says a danger outright, in the same sentence."""
COMBINATIONS = tuple(
    Combination(flag=flag, signs=frozenset(signs), beside=frozenset(beside)) for flag, signs, beside in _TABLE
)
"""What is red."""


def alarms_of(report: Report, names: Names = NOBODY) -> tuple[FlagSeen, ...]:
    """What is red in an email: each kind of danger once, with the words of the signs that tell of it.

    Args:
        report: the email.
        names: the people whom the school knows; a pupil named is a child, a member of staff somebody who works there.
    """
    found: dict[Flag, FlagSeen] = {}
    # Each file is read by itself: what is taught in an attached leaflet takes nothing from what the email tells.
    for where, told in groupby(sentences_of(report), key=lambda one: one.file):
        for flag, seen in _alarms_in(tuple(told), names).items():
            found.setdefault(flag, replace(seen, words=in_file(seen.words, where)))
    return tuple(found[flag] for flag in Flag if flag in found)


def in_file(words: str, where: str) -> str:
    """Words with the file they are in behind them, where they are not the email's own."""
    return f"{words} ({where})" if where else words


def _alarms_in(sentences: tuple[Sentence, ...], names: Names) -> dict[Flag, FlagSeen]:
    """What is red in the email itself, or in one file."""
    if is_about_nobody(sentences):
        sentences = tuple(one for one in sentences if is_of_the_writer(one) or any(names_in(one, names)))
    counted = counts_in(sentences)
    sentences = tuple(
        one for place, one in enumerate(sentences) if place not in counted and not is_rule(one.plain)
    )
    found: dict[Flag, FlagSeen] = {}
    everyone = replace(names, own=frozenset())
    read = [_signs(one, everyone) for one in sentences]
    played = any(sought(one.plain, GAMES) for one in sentences)
    grave = {sign for one in read if one for sign in one}
    if played and not grave & {Sign.FEAR, Sign.CALLED, Sign.MENACE}:
        read = [one and {sign: words for sign, words in one.items() if sign not in BY_GAMES} for one in read]
    window = _window(sentences)
    for one, signs in zip(sentences, read, strict=True):
        if window < WINDOW:
            break
        # Where any of it is taught, sold or played, the words alone prove nothing; signs that come together still do.
        for seen in (
            _outright(one, signs, game=played and Sign.MENACE not in grave)
            if signs is not None and None not in read
            else ()
        ):
            found.setdefault(seen.flag, seen)
    for seen in (*_in_clauses(sentences, read), *_told(sentences)):
        found.setdefault(seen.flag, seen)
    for place in range(len(read)):
        near = [signs for signs in read[place : place + window] if signs is not None]
        together: dict[Sign, str] = {}
        for signs in near:
            for sign, words in signs.items():
                together.setdefault(sign, words)
        for seen in _told_by(together, near):
            found.setdefault(seen.flag, seen)
    return found


def _window(sentences: tuple[Sentence, ...]) -> int:
    """Sentences in which signs must come together: none in what is for many, one where the matter is over."""
    if any(sought(one.plain, TO_MANY) for one in sentences[:2]):
        return 0
    return 1 if any(sought(one.plain, CALM) for one in sentences) else WINDOW


def _in_clauses(sentences: tuple[Sentence, ...], read: list[dict[Sign, str] | None]) -> Iterator[FlagSeen]:
    """What a clause tells by its grammar, beside the sentences next to it."""
    texts = [
        "" if signs is None else _without_figures(one.plain)
        for one, signs in zip(sentences, read, strict=True)
    ]
    for place, (one, text) in enumerate(zip(sentences, texts, strict=True)):
        if text:
            near = slice(max(0, place - BESIDE_CLAUSE), place + BESIDE_CLAUSE + 1)
            signs = frozenset(sign for some in read[near] for sign in some or ())
            for flag, words in plainly(text, "\n".join(texts[near]), signs):
                yield FlagSeen(flag=flag, words=_as_written(one, words))
    true = [text if is_told_as_true(text) else "" for text in texts]
    for place, flag, words in told_step_by_step(true, [one.plain for one in sentences]):
        yield FlagSeen(flag=flag, words=_as_written(sentences[place], words))


def _told(sentences: tuple[Sentence, ...]) -> Iterator[FlagSeen]:
    """What a clause tells whole; nothing else in the email takes it back."""
    for place, one in enumerate(sentences):
        if not COUNTED.search(one.text):
            around = "\n".join(near.plain for near in sentences[max(0, place - 1) : place + 2])
            for flag, words in told_whole(one.plain, around):
                yield FlagSeen(flag=flag, words=_as_written(one, words))


def _outright(one: Sentence, signs: dict[Sign, str], *, game: bool) -> Iterator[FlagSeen]:
    """What a sentence says outright: a phrase that holds act and target, beside a sign of who, where or what is feared.

    A phrase of one word counts only where it is said of whom.
    """
    text = _without_figures(one.plain)
    of_whom = signs.keys() & {Sign.STAFF, Sign.HOME, Sign.FEAR, Sign.EXPLOITED, Sign.STRANGER, Sign.PICTURE}
    for flag, patterns in STOPPING.items():
        if game and flag is Flag.DANGER:
            continue
        if not (signs.keys() & BESIDE[flag] or CATEGORY.match(one.plain)):
            continue
        told = (
            match.group()
            for match in patterns.found_in(text)
            if not is_denied(text, match.start()) and not OTHER_SUBJECT.search(match.group())
        )
        if words := next(
            (words for words in told if " " in words or of_whom or CATEGORY.match(one.plain)), ""
        ):
            yield FlagSeen(flag=flag, words=_as_written(one, words))


def _as_written(one: Sentence, words: str) -> str:
    start = one.plain.find(words)
    return one.folded.written(start, start + len(words)) if start >= 0 else words


def _told_by(together: dict[Sign, str], near: list[dict[Sign, str]]) -> Iterator[FlagSeen]:
    """The dangers that these signs tell of together, each with the words of those that count."""
    here = frozenset(together)
    for row in COMBINATIONS:
        if row.signs <= here and (not row.beside or row.beside & here):
            if row.in_one and not any(row.in_one <= one.keys() for one in near):
                continue
            order = [sign for sign in Sign if sign in row.signs and sign not in {Sign.PERSON, Sign.TELLS}]
            yield FlagSeen(flag=row.flag, words=" ... ".join(dict.fromkeys(together[sign] for sign in order)))


def _signs(one: Sentence, names: Names) -> dict[Sign, str] | None:
    """The signs of one sentence with their words; None where it is not told as something that happens."""
    found = dict(signs_in(one.plain))
    if COUNTED.search(one.text):
        return None
    if sought(one.plain, NOT_TOLD_AS_TRUE) and not _at_first_hand(one, found):
        return None
    if may_tell(one.plain) and not CATEGORY.match(one.plain) and not is_told_as_true(one.plain):
        return {}
    text = _without_figures(one.plain)
    for about, name in names_in(one, names):
        if about is About.PUPIL:
            found.setdefault(Sign.CHILD, name)
        if about is About.STAFF:
            found.setdefault(Sign.STAFF, name)
    told_of = found.keys() >= {Sign.MENACE} and bool(SAID_TO_BE.search(text))
    if not told_of and sought(text, GAMES):
        found = {sign: words for sign, words in found.items() if sign not in BY_GAMES}
    return found


def _at_first_hand(one: Sentence, found: Mapping[Sign, str]) -> bool:
    """Whether the sender tells of somebody hurt at home, whatever frame the sentence gives itself."""
    hurt = found.keys() & {Sign.HURT, Sign.BY_HOME, Sign.HELD}
    return bool(hurt) and found.keys() >= {Sign.HOME} and bool(AT_FIRST_HAND.search(one.plain))


@lru_cache(maxsize=2_000)
def signs_in(plain: str) -> Mapping[Sign, str]:
    """The signs of a folded sentence with their words; figures of speech are taken out, and what is denied."""
    text = _without_figures(plain)
    found = {
        sign: words
        for sign, patterns in SIGNS.items()
        if (words := said(text, patterns) if sign in ACTS else sought(text, patterns))
    }
    if words := _announced(text) if found.keys() >= {Sign.VIOLENCE, Sign.INTENT} else "":
        found[Sign.MENACE] = words
    return found


def _announced(text: str) -> str:
    """An intent and the violence it announces, in one clause; "" for none."""
    for clause in CLAUSE.split(text):
        for violence in SIGNS[Sign.VIOLENCE].found_in(clause):
            if BRINGS.match(violence.group()):
                continue
            for intent in SIGNS[Sign.INTENT].found_in(clause):
                gap = (
                    violence.start() - intent.end()
                    if intent.start() < violence.start()
                    else intent.start() - violence.end()
                )
                if 0 <= gap <= FARTHEST and not is_denied(clause, violence.start()):
                    first, last = sorted((intent, violence), key=lambda one: one.start())
                    return f"{first.group()} ... {last.group()}"
    return ""


@lru_cache(maxsize=2_000)
def _without_figures(text: str) -> str:
    text = without_things(text)
    return HARMLESS.sub(" ", FIGURE.left_out_of(SIMILE.left_out_of(text)))
