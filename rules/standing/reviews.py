"""What a measure in force asks for on its days: its review, and after its end that it is put on record."""

from datetime import date

from ..cases.case import Case
from ..policies.policy import Policy
from .options import options_now
from .steps import About, Ask


def review_due(case: Case, policy: Policy, today: date) -> Ask | None:
    """A measure whose review date has come wants a decision; of one that is over, it is put on record that it ended."""
    for measure in case.measures:
        if measure.is_over(today):
            options = options_now(case, policy, today)
            why = f"{measure.letter} ended on {measure.dates['ends_on']}; record that it did, so that the case can end"
            return Ask(
                about=About.ENDED, who="head", why=why, options=_ending(measure.letter, policy, options)
            )
        came = [
            name
            for name in ("review_by", "ends_on")
            if name in measure.dates and measure.dates[name] <= today
        ]
        if came:
            name = came[-1]
            why = f"{measure.letter}: {name.replace('_', ' ')} {measure.dates[name]}"
            return Ask(about=About.REVIEW, who="head", why=why, options=options_now(case, policy, today))
    return None


def _ending(measure: str, policy: Policy, options: tuple[str, ...]) -> tuple[str, ...]:
    """Of these steps those that put on record that the measure is over; all of them where none does."""
    letters = policy.letters.lifting(measure)
    ending = (
        one for one in options if one in letters or measure in getattr(policy.steps.get(one), "ends", ())
    )
    return tuple(ending) or options
