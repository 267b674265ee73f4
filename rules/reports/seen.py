"""All that was found in a report, before it is judged, and what is asked of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..cases.events import Fact, FlagSeen
from ..mails.mail_log import Suggestion
from ..people.conflict import is_pupils_own
from ..texts.readable import is_bulletin
from ..texts.report import Report
from ..texts.sentences import sentences_of
from ..words import Flag, ReporterKind
from .clear import Told
from .danger_signs import Sign
from .likeness import Likeness
from .matching import exact_adult, is_the_adults_own
from .mentions import Mention
from .reporters import reporter_of
from .told_dangers import told_whole
from .urgency import signs_in

FEW_WORDS = 40
"""Words of an email up to which one clause that tells a danger whole counts: so few words are like nothing."""
NEVER_LOWERED = (frozenset({Sign.WEAPON, Sign.INTENT}), frozenset({Sign.PILLS, Sign.ENDING}))
"""What nobody may wait for, told together in one sentence: a weapon that is meant for something, and a way to end one's
life. A weapon by itself is in a museum, and an ending in a lesson."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """All that was found in a report, before it is judged."""

    told: Told
    flags: tuple[FlagSeen, ...]
    suggestions: tuple[Suggestion, ...]
    mentioned: tuple[Mention, ...]
    fact: Fact
    open_cases: Mapping[str, str]
    likeness: Likeness = field(default_factory=Likeness)

    @property
    def report(self) -> Report:
        """The email."""
        return self.told.report

    @property
    def adult(self) -> str:
        """Who is meant beyond doubt; "" for nobody."""
        return exact_adult(self.suggestions)

    @property
    def meant(self) -> str:
        """The adult beyond doubt, else the only one or the first who may be meant; "" for nobody."""
        return self.adult or next((one.adult for one in self.suggestions), "")

    @property
    def reporter(self) -> ReporterKind:
        """Which kind of reporter sent it."""
        return reporter_of(self.report, self.meant, self.told.register, self.told.staff)

    def has(self, *flags: Flag) -> bool:
        """Whether it has one of these flags."""
        return any(seen.flag in flags for seen in self.flags)

    @property
    def is_bulk(self) -> bool:
        """Whether it is a circular of a stranger's, which names nobody."""
        report = self.report
        return (
            not self.suggestions and not self.told.staff.is_own(report.from_address) and is_bulletin(report)
        )

    @property
    def may_wait(self) -> bool:
        """Whether what a clause takes for a danger is read today and does not alarm: all of it reads like none.

        Never on a report form or from a school's system, into which nobody types a joke; nor of an indecent picture, of
        what is told together with a weapon or an end, of what one clause of a short email tells whole, of what a pupil
        wrote, nor where an open case must stop.
        """
        meant = {one.adult for one in self.suggestions}
        if not self.likeness.of_none or self.report.form.is_form or self.report.form.system:
            return False
        if self.has(Flag.INDECENT_IMAGE) or meant & self.open_cases.keys():
            return False
        if is_pupils_own(self.report.from_address, self.told.staff):
            return False
        if any(is_the_adults_own(self.report, self.told.register, one) for one in self.open_cases):
            return False
        sentences = sentences_of(self.report)
        told = [one.plain for one in sentences]
        near = ("\n".join(told[max(0, place - 1) : place + 2]) for place in range(len(told)))
        if any(both <= signs_in(one).keys() for one in told for both in NEVER_LOWERED):
            return False
        short = sum(len(one.plain.split()) for one in sentences if not one.machine_read) <= FEW_WORDS
        return not (
            short and any(any(told_whole(one, around)) for one, around in zip(told, near, strict=True))
        )
