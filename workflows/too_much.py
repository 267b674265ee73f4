"""An email that is too much for the program: a person reads it, and danger in its plain words is said at once."""

from ..rules.reports.flags import flags_of
from ..rules.reports.judgement import Judgement
from ..rules.texts.report import TOO_MUCH, Report
from ..rules.words import STOPS, Level, Verdict
from .alerting import alert_without_case
from .office import Office


def too_much(office: Office, report: Report) -> Judgement:
    """The in-tray, whatever it may be; nobody is answered, nothing is opened, and no code in it counts."""
    flags = flags_of(report)
    stops = tuple(one for one in flags if one.flag in STOPS)
    if stops:
        alert_without_case(office, stops, report)
    return Judgement(
        verdict=Verdict.INTRAY,
        reason=f"{TOO_MUCH} Only the beginning of its plain words is shown; open the original.",
        missing=("somebody to read it",),
        flags=flags,
        level=Level.RED if stops else Level.AMBER,
        why_level=f'it holds the words "{stops[0].words}"' if stops else "nobody has read it yet",
    )
