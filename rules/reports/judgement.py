"""What became of an email, as a value: the verdict, the case, and why, in words for the office."""

import hashlib
from dataclasses import dataclass, field

from ..cases.events import Fact, FlagSeen
from ..mails.mail_log import Proposal, Suggestion
from ..texts.report import Report
from ..words import Level, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A verdict with its reason; `missing` says what a person must supply, `suggestions` who may be meant.

    `receipt`: a person reported something, so that the arrival may be acknowledged where the school wants that.
    `level` and `why_level` say how soon a person must look, and for what; None where nobody needs to. `proposed`,
    `fact` and `pupils` are what the rules made of the report, for whoever looks; `named` are our own people of
    whom it alleges something. `reporter` is the kind of whoever sent it, "" where that was not asked.
    `same_bytes`: a duplicate that shares its raw bytes, and so their place on disk, with the first copy.
    """

    verdict: Verdict
    reason: str
    ref: str = ""
    missing: tuple[str, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    flags: tuple[FlagSeen, ...] = ()
    level: Level | None = None
    why_level: str = ""
    proposed: tuple[Proposal, ...] = ()
    fact: Fact = field(default_factory=Fact)
    pupils: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    reporter: str = ""
    receipt: bool = False
    same_bytes: bool = False


def same_content(one: Report, other: Report) -> bool:
    """Whether two emails say the same: one email that came on two ways differs only in the stamps of its journey.

    Where something could not be read, or there is nothing to compare, they are two emails.
    """
    comparable = one.message_id and (one.text.strip() or one.attachments) and not (one.faults or other.faults)
    return bool(comparable) and _content(one) == _content(other)


def _content(report: Report) -> tuple[object, ...]:
    files = tuple(hashlib.sha256(one.content).hexdigest() for one in report.attachments)
    told = (report.text, report.form, report.forwarded, report.links, report.unshown, report.unshown_inside)
    return report.message_id, report.from_address, report.subject, told, files, report.is_bounce
