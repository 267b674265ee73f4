"""The index while it answers, and the logs themselves from the moment it does not: a round needs no index."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, cast

from ..ground.errors import LogBroken, Problem, Refused
from ..ground.values import replace
from ..rules.cases.look import Look
from .lookup import CaseLookup, Index, MailLookup
from .office import Office, Tally
from .plain_index import FoldedLog, PlainCases, PlainIndex
from .troubles import attempt, meet

PART = "the index"
WHAT_TO_DO = (
    "The round went on without it: slower, but nothing is missed. Delete index.sqlite in the data folder (it will be"
    " rebuilt); if you see this again, give data/ledger/trouble.txt to whoever looks after Letterladder."
)


class SureIndex:
    """An index that falls back on reading every log, for the rest of the round, once the real one raised."""

    def __init__(self, real: Index, plain: Index, tally: Tally) -> None:
        self._plain = plain
        self._asked = real
        self._tally = tally
        self.cases = cast("CaseLookup", _Part(self, "cases"))
        self.mails = cast("MailLookup", _Part(self, "mails"))

    @property
    def is_broken(self) -> bool:
        """Whether the real index raised in this round."""
        return self._asked is self._plain

    def refresh(self, look: Look) -> Sequence[Problem]:
        """As the real one."""
        return cast("Sequence[Problem]", self.ask(lambda index: index.refresh(look)))

    def keep(self) -> None:
        """As the real one, where it is whole; what it learnt is derived."""
        if not self.is_broken:
            attempt(self._tally, PART, self._asked.keep, WHAT_TO_DO)

    def ask(self, question: Callable[[Index], Any]) -> Any:
        """The answer of the real index, else of the logs.

        Raises:
            LetterladderError: as the real one; the logs themselves cannot be read.
        """
        if not self.is_broken:
            try:
                return question(self._asked)
            except (LogBroken, Refused):
                raise
            except Exception as error:  # noqa: BLE001 - the border of the index, which is derived: noted, and done without
                meet(self._tally, PART, error, WHAT_TO_DO)
                self._asked = self._plain
        return question(self._asked)


class _Part:
    """The cases or the emails of the index: each question is handed on, to whoever answers now."""

    def __init__(self, index: SureIndex, name: str) -> None:
        self._index = index
        self._name = name

    def __getattr__(self, question: str) -> Callable[..., Any]:
        def asked(values: tuple[Any, ...], index: Index) -> Any:
            return getattr(getattr(index, self._name), question)(*values)

        return lambda *values: self._index.ask(partial(asked, values))


def with_sure_index(office: Office, tally: Tally) -> Office:
    """The office for one round, whose index cannot stop it."""
    log = FoldedLog(log=office.mail_log)
    plain = PlainIndex(cases=PlainCases(office), log=log)
    return replace(office, mail_log=log, index=SureIndex(office.index, plain, tally))
