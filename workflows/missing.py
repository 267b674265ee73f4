"""What nobody else in a round would say: no people register, a clock that jumped."""

from ..rules.days.clock_jump import clock_jump
from .office import Broke, Office, Tally


def say_clock(office: Office, tally: Tally) -> None:
    """Say once that the clock has gone back, or far ahead, since the last round; call it before email is fetched."""
    jump = clock_jump(office.pulse.read().fetched_at, office.clock.now())
    if jump:
        tally.problems.append(jump)


def say_no_people(office: Office, tally: Tally) -> None:
    """Say that the people register holds not a single adult."""
    people = office.people.read()
    if not people.adults:
        tally.problems.extend(people.faults)
        # Without it no email opens a case: two people hear of it, not only whoever reads what a round prints.
        files = dict.fromkeys(fault.where.partition(", line")[0] for fault in people.faults)
        tally.broke += [Broke(part=name, kind="cannot be used", traceback="") for name in files]
