"""The values of a letter that follow from where it was done: online, on site, or both."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from ...ground.english import listed, uk_date
from ..cases.case import Case
from ..cases.event_values import PUPIL
from ..cases.places import places_of
from ..policies.letters import Letter
from ..policies.policy import Policy, Step
from ..texts.roles import by_place, by_role
from ..words import Outcome, Where


def letter_places(case: Case, policy: Policy, record: Letter | None) -> frozenset[Where]:
    """Where that was done which the letter is about: all that the case is about, or the part that the letter is for."""
    if record and record.happened:
        return frozenset({record.happened})
    return places_of(case, policy)


def place_fields(case: Case, policy: Policy, step: Step, *, child: str = "your child") -> dict[str, object]:
    """Where and when it was, as the reports tell it, those of several together; and the words that were used.

    Where on site, and who was affected, are told only where the words of the report name nobody. `child` is what the
    letter calls a child of the adult who posted it.
    """
    places = letter_places(case, policy, step.record)
    online, on_site = Where.ONLINE in places, Where.ON_SITE in places
    reported = [item.fact for item in case.facts_to_write_about()]
    told = [fact for fact in reported if not fact.where or fact.where & places]
    here = told if on_site else []
    there = told if online else []
    return {
        "is_online": "yes" if online else "",
        "is_on_site": "yes" if on_site else "",
        "platform": _joined(fact.platform for fact in there),
        "link": _joined(fact.link for fact in there),
        "poster": child if there and all(fact.poster == PUPIL for fact in there) else "you",
        "posted_on": _days(fact.posted_on for fact in there),
        "place": listed(_unnamed((fact.place for fact in here), by_place)),
        "happened_on": _days(fact.happened_on for fact in here),
        "affected": "; ".join(_unnamed((fact.affected for fact in here), by_role)),
        "quoted_words": " … ".join(_once(fact.words for fact in told)),
    }


def _unnamed(told: Iterable[str], known: Callable[[str], str]) -> list[str]:
    """What was told; nothing where one report may name somebody, so that a person writes it for all."""
    words = [known(one) for one in told if one]
    return [] if "" in words else _once(words)


def _joined(words: Iterable[str]) -> str:
    return listed(_once(words))


def _once(words: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(one for one in words if one))


def _days(days: Iterable[str]) -> str:
    """The days among these that are dates, as a letter writes them."""
    return listed(list(dict.fromkeys(uk_date(date.fromisoformat(day)) for day in days if _is_day(day))))


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


ONLINE_ANSWERS: Mapping[Outcome, str] = {
    Outcome.REMOVED: "you told us that the content had been removed",
    Outcome.REFUSED: "you told us that you would not remove the content",
    Outcome.CONTINUES: "you told us that you would not remove the content, and more was posted",
}
SITE_ANSWERS: Mapping[Outcome, str] = {
    Outcome.REMOVED: "you told us that you had put it right",
    Outcome.REFUSED: "you told us that you would not do what we asked",
    Outcome.CONTINUES: "you told us that you would not do what we asked, and it happened again",
}
ANSWERS: Mapping[Outcome, str] = {
    Outcome.AGREED: "you agreed to what we asked",
    Outcome.DECLINED: "you declined our invitation",
    Outcome.ATTENDED: "you met us",
    Outcome.ABSENT: "you did not come to the meeting",
    Outcome.REPRESENTATIONS: "you sent us your comments",
    Outcome.COMPLAINT: "you raised a complaint",
    Outcome.APOLOGY: "you apologised",
    Outcome.STOPS: "you told us that it has stopped",
    Outcome.GOES_ON: "it went on",
    Outcome.NO_MEETING: "you told us that you will not meet us",
    Outcome.APPEALS: "you appealed",
}
"""What the adult did, as a letter tells it to them behind the day."""


def answer_words(outcome: Outcome, places: frozenset[Where]) -> str:
    """What the adult did; of a removal only where there was something online to remove."""
    words = {**ANSWERS, **(ONLINE_ANSWERS if Where.ONLINE in places else SITE_ANSWERS)}
    return words.get(outcome, "you answered")
