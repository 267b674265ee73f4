"""What of a language model's answer may be shown: only words that are in the email, and people whom the school knows.

The model proposes and nothing more. Whatever it says, of its own accord or because the email told it to, all that can
come of it is a line of the email's own words beside those of the rules, and a person who looks sooner.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import msgspec

from ..mails.assist_events import Dropped, Fitted
from ..mails.mail_log import Proposal, Suggestion
from ..people.people import Adult, PeopleRegister
from ..policies.policy import Policy
from ..texts.names import RELATIONS, TITLES, fit_name, fold, title_of, titles_agree, words_of
from ..texts.plain_signs import plain_signs, storable
from ..words import LEVELS, Level
from .assist import FACTS
from .suggesting import describe

MARKED = "proposed by a machine: look"
"""What is beside each proposal."""
MOST_OF_A_KIND, MOST_READ = 3, 20
"""Proposals of one kind that are shown, and that are read at all."""
LEAST_WORDS, LONGEST = 2, 300
"""Words of a quotation at least, but for the words of a fact or a name; characters at most."""
NOT_THERE = "these words are not in the email"
TOO_SHORT = "a quotation of one word shows nothing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What an answer is held against.

    Attributes:
        text: the email as it was sent.
        level: how soon the rules want it looked at.
        highest: the highest level to which the machine may raise it.
        suggested: the adults whom the rules suggest already.
        proposed: the kinds of conduct that they propose already.
        writers: the adults who wrote the email; they are not suggested for their own name in it.
    """

    text: str
    register: PeopleRegister
    policy: Policy
    level: Level = Level.PLAIN
    highest: Level = Level.AMBER
    suggested: frozenset[str] = frozenset()
    proposed: frozenset[str] = frozenset()
    writers: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What may be shown of an answer, and what was dropped; `failed` says why nothing of it could be read."""

    adults: tuple[Suggestion, ...] = ()
    conduct: tuple[Proposal, ...] = ()
    facts: tuple[Fitted, ...] = ()
    level: Level | None = None
    level_words: str = ""
    dropped: tuple[Dropped, ...] = ()
    failed: str = ""


class _Named(msgspec.Struct, frozen=True, kw_only=True):
    name: str
    quote: str


class _Kind(msgspec.Struct, frozen=True, kw_only=True):
    id: str
    quote: str


class _Fact(msgspec.Struct, frozen=True, kw_only=True):
    fact: str
    words: str
    quote: str = ""


class _Level(msgspec.Struct, frozen=True, kw_only=True):
    level: str | None = None
    quote: str = ""


class _Answer(msgspec.Struct, frozen=True, kw_only=True):
    """The form asked for. What else an answer holds is not read."""

    adults: tuple[_Named, ...] = ()
    conduct: tuple[_Kind, ...] = ()
    facts: tuple[_Fact, ...] = ()
    level: _Level | None = None


def taken_of(answer: str, known: Known) -> Taken:
    """What of an answer is in the email and fits the school; all else is dropped, with the reason."""
    start, end = answer.find("{"), answer.rfind("}")
    try:
        read = msgspec.json.decode(storable(answer)[start : end + 1] if start >= 0 else "", type=_Answer)
    except (msgspec.DecodeError, RecursionError):
        return Taken(failed="the answer was not in the form asked for")
    sieve = _Sieve(known=known)
    adults = {one.adult: one for named in read.adults[:MOST_READ] for one in sieve.adults(named)}
    conduct = {one.conduct: one for kind in read.conduct[:MOST_READ] for one in sieve.conduct(kind)}
    facts = {one: None for fact in read.facts[:MOST_READ] for one in sieve.fact(fact)}
    level, words = sieve.level(read.level) if read.level and read.level.level else (None, "")
    return Taken(
        adults=tuple(adults.values())[:MOST_OF_A_KIND],
        conduct=tuple(conduct.values())[:MOST_OF_A_KIND],
        facts=tuple(facts)[: 2 * MOST_OF_A_KIND],
        level=level,
        level_words=words,
        dropped=tuple(sieve.dropped),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sieve:
    """Lets through what is in the email, and notes the rest."""

    known: Known
    dropped: list[Dropped] = field(default_factory=list)

    def adults(self, named: _Named) -> Iterator[Suggestion]:
        """The people of the register whom a name as the email writes it fits."""
        what = f"adult {named.name}"
        quoted = self._quoted(what, named.quote)
        if not quoted:
            return
        written = standing(named.name, quoted)
        if not written:
            self._drop(what, "the name is not in the words quoted")
            return
        fits = [one for one in self.known.register.adults.values() if _fits(named.name, one)]
        if not fits:
            self._drop(what, "nobody in the people register is called so")
        elif len(fits) > MOST_OF_A_KIND:
            self._drop(what, f"{len(fits)} people in the register are called so")
        else:
            yield from (self._suggestion(one, written) for one in fits if self._is_new(what, one))

    def conduct(self, kind: _Kind) -> Iterator[Proposal]:
        """A kind of conduct of the policy that the rules do not propose themselves."""
        what = f"conduct {kind.id}"
        if kind.id not in self.known.policy.conduct:
            self._drop(what, "the policy has no such conduct")
        elif kind.id in self.known.proposed:
            self._drop(what, "the rules propose it already")
        elif words := self._quoted(what, kind.quote):
            yield Proposal(conduct=kind.id, words=words, why=MARKED)

    def fact(self, fact: _Fact) -> Iterator[Fitted]:
        """A fact, in words that are in the email."""
        what = f"fact {fact.fact}: {fact.words}"
        if fact.fact not in FACTS:
            self._drop(what, "no such fact was asked for")
        elif not (words := standing(fact.words, self.known.text)):
            self._drop(what, NOT_THERE)
        else:
            yield Fitted(fact=fact.fact, words=words, quote=standing(fact.quote, self.known.text))

    def level(self, said: _Level) -> tuple[Level | None, str]:
        """The level to which the email is raised, with the words for it; None where it stays."""
        what, now = f"level {said.level}", self.known.level
        if said.level not in set(Level):
            self._drop(what, "there is no such level")
            return None, ""
        wanted = LEVELS[min(LEVELS.index(Level(said.level)), LEVELS.index(self.known.highest))]
        if LEVELS.index(wanted) <= LEVELS.index(now):
            self._drop(
                what, f"the rules say {now}, and a machine only raises it, to {self.known.highest} at most"
            )
            return None, ""
        words = self._quoted(what, said.quote)
        return (wanted, words) if words else (None, "")

    def _is_new(self, what: str, adult: Adult) -> bool:
        """Whether the rules do not suggest this adult, who did not write the email either."""
        if adult.person_id in self.known.suggested:
            self._drop(what, "the rules suggest this adult already")
        elif adult.person_id in self.known.writers:
            self._drop(what, "this adult wrote the email")
        else:
            return True
        return False

    def _suggestion(self, adult: Adult, written: str) -> Suggestion:
        told = describe(adult, self.known.register)
        return Suggestion(adult=adult.person_id, why=f'{MARKED}; the email says "{written}": {told}')

    def _quoted(self, what: str, quote: str) -> str:
        """The words of the email that are quoted, as the email writes them; "" where they are not there."""
        words = standing(quote, self.known.text)
        if words and len(words_of(words)) >= LEAST_WORDS:
            return words
        self._drop(what, TOO_SHORT if words else NOT_THERE)
        return ""

    def _drop(self, what: str, why: str) -> None:
        self.dropped.append(Dropped(what=plain_signs(what)[:200], why=why))


def why_raised(level: Level, words: str) -> str:
    """Why somebody must look sooner, in words for the office."""
    soon = "Act now" if level is Level.RED else "Read it today"
    return f'{soon}: {MARKED}, for the words "{words}".'


def standing(words: str, text: str) -> str:
    """These words as a text writes them, where they are there word for word; else "".

    Case, accents, the shape of quotation marks and dashes, and line breaks make no difference.
    """
    wanted = fold(words).text.replace("\n", " ").strip()
    if not re.search(r"\w", wanted) or len(wanted) > LONGEST:
        return ""
    folded = fold(text)
    # "Mr Dunn's" is folded to "mr dunns".
    found = re.search(rf"(?<!\w){re.escape(wanted)}(?=s?(?!\w))", folded.text.replace("\n", " "))
    return folded.written(found.start(), found.end()) if found else ""


def _fits(name: str, adult: Adult) -> bool:
    """Whether a name as written is this adult's: the whole family name, and nothing that is not theirs."""
    typed = words_of(name)
    names = tuple(word for word in typed if word not in TITLES and word not in RELATIONS)
    fit = fit_name(names, adult.given_name, adult.family_name) if names else None
    return fit is not None and fit.family == 2 and titles_agree(title_of(typed), adult.title)
