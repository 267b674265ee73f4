"""What the in-tray says of an email from a form or a system: what it is, who vouches for it, what could not be read."""

from ..texts.forms import FIELDS, NEEDED
from ..texts.report import FormFields, Report
from ..words import Level, Verdict
from .judgement import Judgement
from .triage import Triage


def news_of(report: Report, found: Triage) -> Judgement:
    """The verdict on a notice: somebody signs in and reads what it is about; nothing comes of the email itself."""
    title, reason = report.form.title, _news(report.form)
    if report.form.known_sender:
        missing = f"what {title} holds: sign in there, read it, then file MAIL --to REF, new or none"
    else:
        missing = (
            f"whether {title} really has something new: look there, then file MAIL --to REF, new or none"
        )
    return Judgement(
        verdict=Verdict.INTRAY,
        reason=reason,
        missing=(missing,),
        suggestions=found.suggestions,
        reporter=found.reporter,
        flags=found.flags,
        level=Level.RED if found.level is Level.RED else Level.AMBER,
        why_level=reason,
        proposed=found.proposed,
        fact=found.fact,
        pupils=found.pupils,
    )


def about_form(report: Report) -> str:
    """A sentence for the in-tray on an email of a form or system whose lines do not make a report; "" else."""
    form = report.form
    if form.is_notice:
        return f" {_news(form)}"
    if not (form.system and form.source) or form.is_form:
        return ""
    return f" It comes through {form.title}, but without {' and '.join(missing_in(form))} in a line that is known."


def _news(form: FormFields) -> str:
    """What a notice, or an imitation of one, is."""
    title = form.title
    if form.known_sender:
        return f"{title} says that there is something new to read there; the email itself does not tell what."
    return (
        f"It looks like a message from {title}, but {form.doubt}. Do not open its links; go to {title}"
        " the way you always do."
    )


def missing_in(form: FormFields) -> tuple[str, ...]:
    """What a filled form must hold and this one does not, in words."""
    return tuple(
        " or ".join(FIELDS[name] for name in names)
        for names in NEEDED
        if not any(getattr(form, name) for name in names)
    )
