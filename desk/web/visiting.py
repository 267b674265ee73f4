"""One visit: somebody who signed in asks for a page of one school. What they may see and do is asked here."""

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from flask import Response, abort, g, request

from ...ground.errors import LetterladderError, Problem, Refused
from ...rules.cases.case import Case
from ...rules.cases.hidden import why_hidden_from
from ...rules.cases.who_may import put_to
from ...rules.mails.hidden_mail import hidden_mail_from, is_put_to, near_by, stands_in
from ...rules.mails.mail_log import MailRow
from ...rules.mails.telling import Near
from ...rules.office.reading_events import PageRead
from ...rules.people.nearness import Circle, circle_of
from ...rules.people.people import PeopleRegister
from ...rules.people.rights import Right, rights_at
from ...rules.people.school import School
from ...workflows.office import Office
from ..ordering import OrderT, StoodT
from .schools import SchoolPages

log = logging.getLogger("letterladder")
NOT_YOURS = "it is not yours to read"

REFUSED_WITH_THE_PAGE = frozenset({409, 422, 503})
"""Statuses of a press that was not done: the page is shown again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Visitor:
    """Who signed in: their email address, which is a role holder's at one school or several, and their name."""

    email: str
    name: str


@dataclass(slots=True, kw_only=True)
class Visit:
    """One request for a page of one school, by somebody who holds a role there."""

    pages: SchoolPages
    visitor: Visitor
    roles: frozenset[str]
    office: Office
    _people: PeopleRegister | None = field(default=None, repr=False)
    _circle: Circle | None = field(default=None, repr=False)
    _near: Near | None = field(default=None, repr=False)
    _about: dict[str, None] = field(default_factory=dict, repr=False)

    @property
    def school(self) -> School:
        """The school."""
        return self.office.school

    @property
    def today(self) -> date:
        """The day in England."""
        return self.office.clock.today()

    @property
    def rights(self) -> frozenset[Right]:
        """What the visitor may see and do at this school."""
        return rights_at(self.school.policy, self.roles)

    @property
    def people(self) -> PeopleRegister:
        """The register, read once for this page."""
        if self._people is None:
            self._people = self.office.people.read()
        return self._people

    @property
    def circle(self) -> Circle:
        """Who is too near to the visitor for them to read about, worked out once for this page."""
        if self._circle is None:
            self._circle = circle_of(self.visitor, self.school, self.people)
        return self._circle

    @property
    def near(self) -> Near:
        """Tells of an email who is too near to it, worked out once for this page."""
        if self._near is None:
            self._near = near_by(self.school, self.people)
        return self._near

    def stands_in(self, row: MailRow) -> bool:
        """Whether the visitor decides on this email in the place of the DSL and the deputy, who are too near to it."""
        return stands_in(self.near(row), self.school).casefold() == self.visitor.email.casefold()

    def may(self, right: str) -> bool:
        """Whether the visitor has this right; by its name, as templates ask."""
        return Right(right) in self.rights

    def signed(self) -> dict[str, Any]:
        """The signature of every order given here."""
        return {"by": self.visitor.name, "named": True, "way": "desk"}

    def hides(self, case: Case) -> str:
        """Why this case is not shown to the visitor; "" for one that is."""
        if why := why_hidden_from(case, self.circle, self.school):
            return why
        if Right.ALL_CASES in self.rights or put_to(case, self.roles, self.school):
            return ""
        return "it is not yours to answer"

    def hides_mail(self, row: MailRow) -> str:
        """Why this email of the in-tray is not shown to the visitor; "" for one that is."""
        if why := hidden_mail_from(row, self.circle):
            return why
        if Right.FILE in self.rights or is_put_to(row, self.visitor.email, self.school, self.near):
            return ""
        return NOT_YOURS

    def case(self, ref: str) -> Case:
        """The case of this reference. Ends the request as not found where there is none, or it is not shown."""
        try:
            case = self.pages.cases.case(self.office, ref)
        except Refused:
            abort(404)
        if not case.last_seq or self.hides(case):
            abort(404)
        self.note_reading(ref)
        return case

    def is_shown(self, ref: str) -> bool:
        """Whether the visitor is shown this case as it stands now: what waited for them may wait for somebody else."""
        return not self.hides(self.pages.cases.case(self.office, ref))

    def mail(self, row: MailRow) -> MailRow:
        """An email of the in-tray that the visitor opens. Ends the request as not found where it is not shown."""
        if self.hides_mail(row):
            abort(404)
        self.note_reading(row.seen.sha256[:12])
        return row

    def note_reading(self, what: str) -> None:
        """Remember that the visitor asks for this page about a case or an email; see `note_what_was_shown`."""
        self._about.setdefault(what)

    def note_what_was_shown(self, status: int) -> None:
        """Note each case and email that the answer of this status shows, before it is sent: forms and downloads, too.

        A log that cannot be written keeps nobody from reading of danger: it is said in the desk's own log.
        """
        if status < 300 or status in REFUSED_WITH_THE_PAGE:
            for what in self._about:
                self._note(PageRead(what=what, page=_place()))

    def _note(self, read: PageRead) -> None:
        try:
            self.pages.reads.note(self.office.clock.now(), self.visitor.name, read)
        except LetterladderError as error:
            log.error("the desk: a reading was not noted: %s", type(error).__name__)

    def open_cases(self) -> "Shown":
        """The open cases that the visitor may see, oldest first."""
        shown = Shown()
        for one in self.pages.cases.open(self.office):
            if isinstance(one, Problem):
                shown.unread.append(one)
            elif why_hidden_from(one, self.circle, self.school):
                shown.hidden += 1
            elif not self.hides(one):
                shown.cases.append(one)
        return shown

    def give(self, act: Callable[[Office, OrderT], StoodT], order: OrderT, *, once: str) -> StoodT | None:
        """Carry an order out; see `SchoolPages.give`."""
        return self.pages.give(act, order, once=once)


@dataclass(slots=True, kw_only=True)
class Shown:
    """The cases of a list, how many are not shown because of a conflict of interest, and logs that cannot be read."""

    cases: list[Case] = field(default_factory=list)
    hidden: int = 0
    unread: list[Problem] = field(default_factory=list)

    def __iter__(self) -> Iterator[Case]:
        """The cases."""
        return iter(self.cases)


def visit() -> Visit:
    """The visit of this request."""
    found: Visit = g.visit
    return found


def note_what_was_shown(answer: Response) -> Response:
    """Before an answer is sent: note what it shows to whom."""
    here: Visit | None = getattr(g, "visit", None)
    if here is not None:
        here.note_what_was_shown(answer.status_code)
    return answer


def _place() -> str:
    """The page, and which file or letter of the case or email: "case.file 7", "letter.word L1 2"."""
    found = request.view_args or {}
    parts = [str(found[name]) for name in ("form", "letter", "version", "seq") if name in found]
    if request.blueprint == "mail_files" and "number" in found:
        parts.append(str(found["number"]))
    return " ".join([request.endpoint or "", *parts])
