"""What an email that a machine sent says by itself, and why it is for people all the same.

A bounce or an automatic answer quotes our emails, which name people and repeat threats; those words are not its
sender's. But a machine may carry a person's words, and then it is never put away as a machine's.
"""

from collections.abc import Iterable, Iterator

from ...ground.values import replace
from ..people.people import PeopleRegister, per_register
from ..policies.policy import Policy
from ..privacy.redaction import MAIL_ADDRESS
from ..privacy.redaction_terms import ALSO_PLAIN_WORDS
from ..texts.names import TITLES, Word, spellings, words_of, words_with_places
from ..texts.report import FormFields, Report
from ..words import Flag
from .cues import propose_conduct
from .flags import flags_of
from .matching import suggest_adults, writers_of
from .mentions import mentions_in, pupils_in

SHORTEST_NAME = 4
"""Letters of a family name that is looked for without a title or a given name beside it."""

POLITE = frozenset({Flag.APOLOGY})
"""Automatic answers are sorry for any inconvenience; that is not an apology for a post."""


def as_told(report: Report) -> Report:
    """The email as its sender's words alone: for one that is proved a machine's, without what it quotes or returns."""
    if not report.robot:
        return report
    return replace(
        report,
        text=report.own_words,
        forwarded=(),
        unshown_inside="",
        form=FormFields(),
        robot="",
        is_bounce=False,
        sign=report.sign or report.robot,
    )


def why_for_people(
    report: Report,
    register: PeopleRegister,
    policy: Policy,
    *,
    but: str = "",
    staff: Iterable[str] = (),
) -> str:
    """Why a person must see an email that is proved a machine's, in words; "" where it may be filed as one.

    Args:
        report: the email, as `as_told` gives it.
        register: whoever is named there is a reason.
        policy: so are the words for its kinds of conduct, where no delivery is reported.
        but: the adult our own email went to, who may be named.
        staff: names of people who work at the school, none of whom wrote it.
    """
    polite = POLITE if not report.bounced else frozenset[Flag]()
    if flags := [seen for seen in flags_of(report) if seen.flag not in polite]:
        return f'it may mention {in_words(flags[0].flag)} ("{flags[0].words}")'
    if named := named_of_register(report, register, but=but):
        return f'it names somebody in the people register ("{named}")'
    if not (report.bounced or report.bounced_to) and (one := _named_of_staff(report, staff)):
        return f'it names somebody who works at the school ("{one}")'
    seen = () if report.bounced or report.bounced_to else propose_conduct(report, policy)
    return f'it mentions conduct ("{seen[0].words}")' if seen else ""


def in_words(flag: Flag) -> str:
    """A flag as office words."""
    return flag.value.replace("-", " ")


def named_of_register(report: Report, register: PeopleRegister, *, but: str = "") -> str:
    """The first words that name an adult or a pupil of the register, other than whoever wrote the email; "" for none.

    Wider than what opens a case: a bare family name counts. Email addresses do not: a bounce must name them.
    """
    silent = writers_of(report, register) | {but}
    text = MAIL_ADDRESS.sub(" ", f"{report.subject}\n\n{report.own_words}")
    for mention in mentions_in(text, register):
        if not set(mention.adults) <= silent:
            return mention.words
    if pupils := pupils_in(text, register):
        return pupils[0].full_name
    others = replace(report, text=text, own_words=text, form=FormFields(), forwarded=())
    told = [one.adult for one in suggest_adults(others, register) if one.adult not in silent]
    return register.adults[told[0]].full_name if told else _family_name(text, register, silent)


def _named_of_staff(report: Report, staff: Iterable[str]) -> str:
    """The first of these names that is in the email whole, or its family name behind a title."""
    text = f" {' '.join(words_of(MAIL_ADDRESS.sub(' ', f'{report.subject} {report.own_words}')))} "
    return next((name for name in staff if any(f" {way} " in text for way in _ways(name))), "")


def _ways(name: str) -> Iterator[str]:
    words = words_of(name)
    bare = [word for word in words if word not in TITLES]
    if len(bare) > 1:
        yield " ".join(bare)
    if bare:
        yield from (f"{title} {bare[-1]}" for title in TITLES)


@per_register
def _all_families(register: PeopleRegister) -> frozenset[tuple[str, ...]]:
    names = [one.family_name for one in register.adults.values()]
    names += [one.family_name for one in register.pupils.values()]
    return frozenset(way for name in names for way in spellings(name))


def _family_name(text: str, register: PeopleRegister, silent: frozenset[str]) -> str:
    """The first capitalised word that is a family name of the register, and no plain word."""
    own = {
        way for one in silent if one in register.adults for way in spellings(register.adults[one].family_name)
    }
    names = _all_families(register)
    telling: dict[str, list[tuple[str, ...]]] = {}
    for way in names - own:
        if len(way[0]) >= SHORTEST_NAME and way[0] not in ALSO_PLAIN_WORDS:
            telling.setdefault(way[0], []).append(way)
    words: tuple[Word, ...] = tuple(words_with_places(text))
    for place, word in enumerate(words):
        for way in telling.get(word.text, ()) if word.capital else ():
            if tuple(one.text for one in words[place : place + len(way)]) == way:
                return text[word.start : words[place + len(way) - 1].end]
    return ""
