"""An email of somebody else's that a machine returns: nobody may have read it, so danger in it is said at once."""

import re

from ..ground.values import replace
from ..rules.mails.mail_log import Suggestion
from ..rules.reports.flags import flags_of
from ..rules.reports.judgement import Judgement
from ..rules.reports.machines import in_words
from ..rules.reports.matching import suggest_adults
from ..rules.texts.report import Report
from ..rules.words import STOPS, Level, Verdict
from .alerting import alert_without_case
from .office import Office

PERHAPS_OURS = "Perhaps one of our own emails came back."
_OURS = re.compile(
    r"\[(?:Letterladder|20\d\d-\d{4,6}(?:\.[a-z2-7]{6})?)\]|^[> ]*X-Letterladder:", re.IGNORECASE | re.M
)


def whole_of(report: Report) -> Report:
    """The email of a machine read as if its sender had written all of it, what it returns too."""
    returned = "\n\n".join((report.text, *report.forwarded))
    return replace(report, robot="", is_bounce=False, own_words=returned)


def alert_of_returned(office: Office, report: Report, reason: str) -> Judgement | None:
    """The in-tray, and an alert, for danger in an email that came back; None where there is none.

    Where one of our own may have come back nobody is alerted: that alert could come back as well, and so on.
    """
    whole = whole_of(report)
    flags = flags_of(whole)
    stops = tuple(seen for seen in flags if seen.flag in STOPS)
    if not stops:
        return None
    found: tuple[Suggestion, ...] = tuple(suggest_adults(whole, office.people.read()))
    alarms = not _may_be_ours(office, whole)
    if alarms:
        alert_without_case(office, stops, report, [one.adult for one in found])
    why = f'{reason}; it may mention {in_words(stops[0].flag)} ("{stops[0].words}")'
    return Judgement(
        verdict=Verdict.INTRAY,
        reason=why,
        missing=("whether somebody has read that email; then file MAIL --to none --note '...'",),
        suggestions=found,
        flags=flags,
        level=Level.RED if alarms else Level.PLAIN,
        why_level=f"{why[:1].upper()}{why[1:]}." if alarms else PERHAPS_OURS,
    )


def _may_be_ours(office: Office, whole: Report) -> bool:
    """Whether one of our own emails may be in it: our mark, our reference, or the address we write from."""
    text = "\n".join((whole.subject, whole.own_words, whole.unshown, whole.unshown_inside))
    return bool(_OURS.search(text)) or office.school.letters_from.casefold() in text.casefold()
