"""Bad input is a `Problem`, a value that is shown; a broken promise is an exception."""

from msgspec import Struct


class Problem(Struct, frozen=True, kw_only=True):
    """Something a person must put right: where it is, what is wrong, what to do next."""

    where: str
    what: str
    what_to_do: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what} {self.what_to_do}"


class LetterladderError(Exception):
    """The base of all that Letterladder raises on purpose; carries one `Problem` or more."""

    exit_code = 1

    def __init__(self, *problems: Problem) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems


class Refused(LetterladderError):
    """A rule, or the state of the case, does not allow this now; a person must do something else first."""


class Busy(Refused):
    """Somebody else is writing in the data folder and did not end in time."""


class KeptForLater(LetterladderError):
    """The order is on disk and will be carried out by whoever writes next; it need not be given again."""

    exit_code = 4


class WrongUsage(LetterladderError):
    """The command or the configuration is wrong; nothing was done."""

    exit_code = 2


class WorldFailed(LetterladderError):
    """A mail server, a disk or another program failed; trying again later may help."""

    exit_code = 3


class DiskFailed(WorldFailed):
    """A file or folder of our own cannot be read or written: no server is away, and waiting alone seldom helps."""


class SomeUnread(WorldFailed):
    """Some emails in a mailbox cannot be read; all others were handed over."""


class CalendarEnds(LetterladderError):
    """A date is past the end of the school's calendar, so no deadline can be promised."""


class CalendarBegins(CalendarEnds):
    """A date is before the school's calendar begins: it will never reach that far by itself."""


class LogBroken(LetterladderError):
    """A log on disk does not fit its own hash chain, or a line cannot be read."""
