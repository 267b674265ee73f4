"""Rounds of agreements: which there are, which wording counts, and who is to get a letter of a new one."""

from collections.abc import Iterable, Mapping

from ..people.people import Adult, PeopleRegister
from .agreement_events import AgreementEvent, Round
from .exports import OfficeEntry


def fold_rounds(entries: Iterable[OfficeEntry]) -> dict[str, Round]:
    """Every round by its id, in the order they were drawn up."""
    found: dict[str, Round] = {}
    for entry in entries:
        event = entry.event
        if isinstance(event, AgreementEvent) and (after := event.fold(found.get(event.round))):
            found[event.round] = after
    return found


def next_round(known: Mapping[str, Round], year: int) -> str:
    """The next free id of the year: "G-2026-2"."""
    start = f"G-{year:04d}-"
    used = [int(one.removeprefix(start)) for one in known if one.startswith(start)]
    return f"{start}{max(used, default=0) + 1}"


def sent(rounds: Iterable[Round]) -> list[Round]:
    """Those that left the school, the oldest first."""
    return [one for one in rounds if one.posted_on and not one.withdrawn]


def chosen(people: PeopleRegister, *, adults: Iterable[str] = (), classes: Iterable[str] = ()) -> list[Adult]:
    """The adults who are meant, in the register's order; everybody where neither adults nor classes are named.

    Args:
        people: the register.
        adults: numbers of people.csv.
        classes: classes of pupils, such as "2A"; however they are typed.
    """
    named, taught = set(adults), {one.casefold().strip() for one in classes}
    if not named and not taught:
        return list(people.adults.values())
    return [
        adult
        for adult in people.adults.values()
        if adult.person_id in named
        or any(pupil.school_class.casefold() in taught for pupil in people.pupils_of(adult.person_id))
    ]


def left_out(adult: Adult, rounds: Iterable[Round], *, title: str, version: str) -> str:
    """Why this adult gets no letter of this wording; "" where they do."""
    if not adult.address:
        return "no address in people.csv"
    if adult.address_is_confidential:
        return "the address is confidential: agree with the DSL how to reach them"
    same = [one for one in rounds if (one.title, one.version) == (title, version) and not one.withdrawn]
    if any(one.back.get(adult.person_id, (False,))[0] for one in same):
        return "has signed this version"
    if any(adult.person_id in one.letters and not one.back.get(adult.person_id) for one in same):
        return "has a letter of this version that has not come back"
    return ""
