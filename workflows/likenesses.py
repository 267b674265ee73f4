"""Emails from senders who look like one of the school's own people: no receipt, nothing drafted unasked, said first."""

from ..ground.values import replace
from ..rules.mails.look_alikes import known_of, look_alike
from ..rules.reports.judgement import Judgement
from ..rules.reports.triage import Triage, TriageOutcome
from ..rules.texts.report import Report
from .office import Office

FIRST = "Somebody must say first whether the sender is whom the name says."


def likeness(office: Office, report: Report) -> str:
    """What makes a sender look like one of the school's own people, in words; "" for anybody else."""
    register = office.people.read()
    found = look_alike(report, known_of(office.school, register), register)
    return found.words if found else ""


def never_clear(found: Triage, words: str) -> Triage:
    """A report by a look-alike is for a person, however clear; danger alarms all the same."""
    if not words or found.outcome not in {TriageOutcome.CLEAR, TriageOutcome.CONFLICT}:
        return found
    return replace(found, outcome=TriageOutcome.HOLD, reason=f"{FIRST} {found.reason}")


def warned(judgement: Judgement, words: str) -> Judgement:
    """The judgement whose reason begins with what is odd about the sender, who gets no receipt."""
    return replace(judgement, reason=f"{words} {judgement.reason}", receipt=False) if words else judgement
