"""Faults of the clock: back a day, forward a year and back again, and the nights on which the hour changes."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from faults.disks import nothing
from faults.fault import Fault, Said, type_in
from faults.place import MAIL
from faults.school import School

from letterladder.config.settings import load_settings
from letterladder.desk.wiring import build
from letterladder.ground.moments import LONDON
from letterladder.workflows.rounds import run_round

YESTERDAY, NEXT_YEAR = "2026-11-09", "2027-11-10"
SPRING = date(2027, 3, 28)
VERIFY = ("verify",)


class SetClock:
    """A clock that somebody set, to the minute."""

    def __init__(self, at: datetime) -> None:
        self.at = at.astimezone(UTC)

    def now(self) -> datetime:
        """That moment, UTC."""
        return self.at

    def today(self) -> date:
        """Its date in England."""
        return self.at.astimezone(LONDON).date()


def night(day: date) -> list[datetime]:
    """Half past midnight, half past one (twice where the clock goes back), and half past two, in England."""
    wanted = [(0, 0), (1, 0), (1, 1), (2, 0)]
    moments = [
        datetime(day.year, day.month, day.day, hour, 30, fold=fold, tzinfo=LONDON) for hour, fold in wanted
    ]
    return sorted({moment.astimezone(UTC) for moment in moments})


def rounds_at(folder: Path, moments: Sequence[datetime]) -> list[str]:
    """A round at each moment; what it did, in a line each."""
    lines = []
    for moment in moments:
        tally = run_round(build(load_settings(folder), SetClock(moment)))
        done = ", ".join(f"{count} {what}" for what, count in tally.counts().items() if count)
        lines += [f"{moment:%H.%M} UTC: {done or 'nothing to do'}", *map(str, tally.problems)]
    return lines


def through_the_night(school: School, words: Sequence[str]) -> Said:
    """Rounds in the night to 28 March 2027, when 1 am is 2 am at once."""
    return Said(command=" ".join(words), code=0, words="\n".join(rounds_at(school.folder, night(SPRING))))


def next_years_terms(school: School) -> None:
    """The calendar reaches into 2028."""
    place = school.folder / "calendar.toml"
    more = (
        ("Autumn 2027, second half", "2027-11-01", "2027-12-17"),
        ("Spring 2028", "2028-01-04", "2028-03-30"),
    )
    terms = [f'\n[[terms]]\nname = "{name}"\nfirst = {first}\nlast = {last}\n' for name, first, last in more]
    place.write_text(place.read_text(encoding="utf-8") + "".join(terms), encoding="utf-8")


def morning_after(school: School) -> None:
    """Everything that follows is on the day after that night."""
    school.day = SPRING + timedelta(days=1)


FAULTS = (
    Fault(
        name="clock back a day",
        made="A round, a round on the day before, a round on the right day again",
        make=nothing,
        typed=(("round",), ("round", "--today", YESTERDAY), ("round",), VERIFY),
        codes=(0, 1, 0, 0),
        says=("the clock has gone back", "Correct the clock if it is wrong now.", "all is in order"),
        mended="the clock is put right; no reminder came twice, the log is whole though its times go back",
    ),
    Fault(
        name="clock forward a year, and back",
        made="A round a year ahead, then one on the right day",
        make=next_years_terms,
        typed=(("round", "--today", NEXT_YEAR), ("round",), VERIFY),
        codes=(1, 1, 0),
        says=(
            "This computer's clock says Wednesday 10 November 2027",
            "If the clock is wrong, correct it",
            "the clock has gone back",
            "all is in order",
        ),
        besides=frozenset({MAIL}),
        mended="the clock is put right; deadlines were noted and asked about, no letter left",
    ),
    Fault(
        name="the night the hour changes",
        made="Rounds at 00.30, 01.30 and 02.30 on 28 March 2027",
        make=nothing,
        typed=(("round",), ("round", "in the night")),
        run=lambda school, words: (
            through_the_night(school, words) if "in the night" in words else type_in(school, words)
        ),
        codes=(0, 0),
        says=("00.30 UTC", "01.30 UTC: nothing to do"),
        mend=morning_after,
        mended="nothing: nobody is reminded at night, and nothing happens twice",
    ),
)
