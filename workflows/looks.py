"""Emails are read, and looked at, before the round comes to them: what was found is used where it still holds."""

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from ..rules.texts.report import Arrival, Report

if TYPE_CHECKING:  # loading triage takes longer than a whole list of cases
    from ..rules.reports.looked import Looked

MANY = 20
"""Emails from which on they are read beforehand: for fewer it is not worth starting processes."""


class Looks(Protocol):
    """Reads emails beforehand and remembers what triage found in them; a help, of which nothing depends."""

    def looked(self, report: Report) -> "Looked | None":
        """What was found in this email; None where nobody looked, or it is forgotten."""

    def ahead(self, arrivals: Iterable[Arrival], taken_at: datetime) -> None:
        """These will be asked for soon, by `read_mail`, with this moment."""

    def rest(self) -> None:
        """Nothing more will be asked for soon."""


class NoLooks:
    """Every email is read when it is asked for."""

    def looked(self, report: Report) -> "Looked | None":
        """Nobody looked."""
        del report
        return None

    def ahead(self, arrivals: Iterable[Arrival], taken_at: datetime) -> None:
        """They are read when they are asked for."""

    def rest(self) -> None:
        """Nothing was begun."""
