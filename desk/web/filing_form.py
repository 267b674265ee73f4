"""What a person says of an email when they file it: who is meant, which child, which conduct, which facts, and why."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from werkzeug.datastructures import MultiDict

from ...ground.english import uk_date
from ...ground.errors import Problem
from ...rules.cases.event_values import Fact
from ...rules.mails.mail_log import MailRow
from ...rules.mails.mail_rows import where_is
from ...rules.office.orders import FileMail
from ...rules.people.people import Adult
from ...rules.people.searching import search_adults
from ...rules.policies.conduct import Conduct
from ...rules.texts.typed_dates import typed_day
from ...rules.words import About, Deed
from .shown_cases import is_theirs
from .visiting import Visit

FACTS: Mapping[str, str] = {
    "platform": "Where online",
    "link": "Link",
    "posted_on": "Day of the post",
    "place": "Where on the school site",
    "happened_on": "Day it happened",
    "words": "The exact words, as posted or said (a letter may quote them)",
    "seen_by": "Seen by",
    "affected": "Who was affected",
    "poster": "Who posted it: adult, or pupil",
    "material": "What it is: words, picture, video, images (pictures or film), or conduct",
}
REASONS = (
    "It reports nothing about an adult's conduct",
    "It was sent to us by mistake, or is advertising",
    "It is dealt with already, outside Letterladder",
    "It is about somebody who is not in our register",
)
"""Why nothing is done with an email, as a rule."""
MOST_FOUND = 12
MOST_SEARCHED = 80
_CASE = re.compile(r"20\d\d-\d{4,6}")
Typed = MultiDict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Meant:
    """An adult who may be meant: why, their children, whether they are of the family, and their case that runs."""

    adult: str
    name: str
    why: str = ""
    family: bool = False
    children: Sequence[tuple[str, str]] = ()
    ref: str = ""

    @property
    def named(self) -> str:
        """Why they may be meant, without the name and the children, which are shown with it."""
        why = self.why.partition(f": {self.name}")[0].removeprefix("the email names ")
        own, _, role = why.partition('" ')
        if role and own.startswith('"') and self.name.endswith(own[1:]):
            why = f"named {role}".replace("the one who posted", "poster")
        return why[:1].upper() + why[1:]


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseThatFits:
    """A case to which the email may be added, and the last line of it that is shown."""

    ref: str
    name: str
    seen: int


@dataclass(slots=True, kw_only=True)
class Filing:
    """The form: what can be chosen, and what is."""

    was: str
    meant: list[Meant] = field(default_factory=list)
    adult: str = ""
    searched: str = ""
    found: int = 0
    pupils: frozenset[str] = frozenset()
    conduct: frozenset[str] = frozenset()
    proposed: list[Mapping[str, Any]] = field(default_factory=list)
    others: list[tuple[str, str]] = field(default_factory=list)
    facts: dict[str, str] = field(default_factory=dict)
    cases: list[CaseThatFits] = field(default_factory=list)
    typed: Typed = field(default_factory=MultiDict)

    @property
    def running(self) -> str:
        """The running case of whoever is chosen; "" where nobody is, or they have none."""
        return next((one.ref for one in self.meant if one.adult == self.adult), "")

    @property
    def children(self) -> list[tuple[str, str]]:
        """The children of all who may be meant, each once."""
        return list(dict.fromkeys(child for one in self.meant for child in one.children))


def filing_form(here: Visit, row: MailRow, card: Mapping[str, Any], typed: Typed | None) -> Filing:
    """The form of an email, as the rules propose it, or as it was typed.

    Args:
        here: who looks.
        row: the email.
        card: its card.
        typed: the form that was sent; None where it is opened.
    """
    known = here.school.policy.conduct
    proposed = list(_told_apart(card["proposed"], known))
    fresh = typed is None
    typed = typed if typed is not None else MultiDict()
    form = Filing(
        was=where_is(row) if fresh else typed.get("was", ""),
        searched=typed.get("q", "")[:MOST_SEARCHED],
        pupils=frozenset(card["pupils"] if fresh else typed.getlist("pupil")),
        conduct=frozenset(typed.getlist("conduct")),
        proposed=proposed,
        others=[(one, known[one].title) for one in known if one not in {p["conduct"] for p in proposed}],
        facts={
            name: _shown(card["fact"][name]) if fresh else typed.get(f"fact_{name}", "") for name in FACTS
        },
        typed=typed,
    )
    _say_who(here, form, card)
    form.adult = _likely(card["suggestions"]) if fresh else typed.get("adult", "")
    form.cases = list(_cases(here, form, row))
    return form


def _told_apart(
    proposed: Iterable[Mapping[str, Any]], known: Mapping[str, Conduct]
) -> Iterator[Mapping[str, Any]]:
    """What is proposed, each with the words that it was told by, where no other shows them already.

    A kind for whatever has no other name is proposed where nothing else is; otherwise it is among the other kinds.
    """
    told: set[str] = set()
    for one in proposed:
        if one["conduct"] not in known or (
            told and (Deed.WORDS, About.ANYBODY) in known[one["conduct"]].deeds
        ):
            continue
        by = f"“{one['words'][:300]}”" if one["words"] else one["why"][:200]
        yield {**one, "told": "" if by in told else by}
        told.add(by)


def order_of(
    here: Visit, row: MailRow, form: Filing, *, to: str, note: str = "", clear: bool = False
) -> FileMail:
    """The order that the form is."""
    offered = {one.adult for one in form.meant}
    return FileMail(
        mail=row.seen.sha256[:16],
        to=to,
        adult=form.adult if form.adult in offered else "",
        pupils=tuple(sorted(form.pupils)),
        conduct=tuple(one for one in here.school.policy.conduct if one in form.conduct),
        clear=clear,
        note=note,
        seen=next((one.seen for one in form.cases if one.ref == to), None),
        facts=_facts(form.facts, here.today),
        was=form.was,
        **here.signed(),
    )


def missing_for_case(form: Filing, *, clear: bool) -> list[Problem]:
    """What a new case needs and nobody said yet; `where` is the field."""
    found = []
    if form.adult not in {one.adult for one in form.meant}:
        what, do = "Nobody is chosen yet.", "Choose who is meant, or search the register."
        found.append(Problem(where="adult", what=what, what_to_do=do))
    if clear and not form.conduct:
        what = "A case that goes on at once needs its kind of conduct."
        found.append(Problem(where="conduct", what=what, what_to_do="Tick what fits, or only open the case."))
    return found


def note_of(typed: Typed) -> str:
    """Why nothing is done: the reason that was chosen and the words beside it."""
    chosen = typed.get("reason", "")
    parts = [chosen if chosen in REASONS else "", " ".join(typed.get("reason_words", "").split())]
    return ". ".join(part.rstrip(".") for part in parts if part)


def case_typed(typed: Typed) -> str:
    """The case that was typed as where the email belongs; "" where it is none."""
    found = _CASE.fullmatch(typed.get("ref", "").strip())
    return found.group() if found else ""


def _say_who(here: Visit, form: Filing, card: Mapping[str, Any]) -> None:
    running = here.office.index.cases.running()
    adults = here.people.adults
    for one in card["suggestions"]:
        if adult := adults.get(one["adult"]):
            form.meant.append(_meant(here, adult, running, why=one["why"], family=one["family"]))
    hits, form.found = search_adults(form.searched, here.people, most=MOST_FOUND)
    chosen = adults.get(form.typed.get("adult", ""))
    for adult in (*([chosen] if chosen else []), *hits):
        if adult.person_id not in {one.adult for one in form.meant}:
            form.meant.append(_meant(here, adult, running, why="from the register"))


def _meant(here: Visit, adult: Adult, running: Mapping[str, str], *, why: str, family: bool = False) -> Meant:
    children = tuple(
        (one.pupil_id, ", ".join(part for part in (one.full_name, one.school_class) if part))
        for one in here.people.pupils_of(adult.person_id)
    )
    ref = running.get(adult.person_id, "")
    return Meant(
        adult=adult.person_id,
        name=adult.full_name,
        why=why[:200],
        family=family,
        children=children,
        ref=ref if ref and is_theirs(here, ref) else "",
    )


def _likely(suggested: Iterable[Mapping[str, Any]]) -> str:
    """Whom the form has chosen already: the only one whom the words fit wholly, and not of the child's family."""
    exact = [one for one in suggested if one["exact"]]
    return str(exact[0]["adult"]) if len(exact) == 1 and not exact[0]["family"] else ""


def _cases(here: Visit, form: Filing, row: MailRow) -> Iterator[CaseThatFits]:
    """The running cases of those who may be meant, and those that the subject names."""
    named = _CASE.findall(row.seen.subject[:500])
    refs = dict.fromkeys([*(one.ref for one in form.meant if one.ref), *named])
    for ref in list(refs)[:6]:
        if ref == form.was or not is_theirs(here, ref):
            continue
        case = here.pages.cases.case(here.office, ref)
        if not case.closed:
            yield CaseThatFits(ref=ref, name=case.adult_name, seen=case.last_seq)


def _shown(fact: str) -> str:
    """A fact as people write it: a day in words."""
    try:
        return uk_date(date.fromisoformat(fact))
    except ValueError:
        return fact


def _facts(typed: Mapping[str, str], today: date) -> dict[str, str]:
    facts = {name: " ".join(words.split()) if name != "words" else words for name, words in typed.items()}
    day = typed_day(facts["happened_on"], today).day if facts.get("happened_on") else None
    if day:
        facts["happened_on"] = day.isoformat()
    return {name: facts[name] for name in Fact.__struct_fields__ if name in facts}
