"""What nobody foresaw: a part of the round that broke is noted, the rest goes on, and two people hear of it once.

A `LetterladderError` says itself what is wrong and what to do, and is in the round's problems. Anything else that
is raised is a trouble: it is there too, in `ledger/trouble.txt` with its traceback, in `check` for as long as it
lasts, and in one email to two people. They hear of it again only if it was gone in between.
"""

from collections.abc import Callable
from pathlib import PurePath
from traceback import format_exception

from msgspec.structs import replace

from ..ground.errors import DiskFailed, LetterladderError, LogBroken, Problem, SomeUnread, WorldFailed
from ..rules.mails.desk_links import to_how_it_is
from ..rules.mails.outgoing import MailKind, OutgoingMail, steady_id
from ..rules.office.pulse import Pulse, Trouble
from ..rules.people.school import DSL, OFFICE
from ..rules.texts.plain_signs import storable
from .office import Broke, Office, Tally
from .sure_page import sure_page

TOLD = (OFFICE, DSL)
SUBJECT = "[Letterladder] Please look: part of its work has failed"
PULSE = "the record of when emails were last fetched and sent"
MOST_LISTED = 12
WHAT_TO_DO = (
    "Everything else went on, nothing is lost, and it will be tried again in the next round. Until it is"
    " over, look after this part yourself; give data/ledger/trouble.txt to whoever looks after Letterladder."
)
_TOLD_OF = {
    LogBroken: "damaged",
    DiskFailed: "cannot be read or written",
    SomeUnread: "an email cannot be read",
}
"""Our own errors after which a part of the work stands still until a person acts, so that two hear of it at once."""
_PLAIN = """Part of Letterladder's work has failed. The rest goes on, and this part is tried again every round.

{lines}

Until `letterladder check` says that all is well, look after this part yourself: look in the mailbox and at
`letterladder intray`. Exactly what failed is in data/ledger/trouble.txt.
"""


def meet(
    tally: Tally, part: str, error: Exception, what_to_do: str = WHAT_TO_DO, *, what: str = "This broke"
) -> None:
    """Note on the tally what a part of the round raised.

    Args:
        tally: the round's.
        part: which one, in words: "fetching email", "2026-0042", "email 3f1a...".
        error: whatever it was.
        what_to_do: what a person does about it, where it is not one of our own errors, which say so themselves.
        what: what is said of it before the error's own words.
    """
    if isinstance(error, LetterladderError):
        tally.problems.extend(error.problems)
        tally.world_failed |= isinstance(error, WorldFailed)
        if kind := _TOLD_OF.get(type(error)):
            tally.broke.append(Broke(part=_place_of(error) or part, kind=kind, traceback=""))
        return
    kind, said = type(error).__name__, in_a_line(error)
    told = f"{what}: {kind}{f': {said}' if said else ''}."
    tally.problems.append(Problem(where=part, what=told, what_to_do=what_to_do))
    tally.broke.append(Broke(part=part, kind=kind, traceback=traceback_of(error)))
    # A disk, a network or a memory that failed is the world's fault, whoever met it first.
    tally.world_failed |= isinstance(error, OSError | MemoryError)


def _place_of(error: LetterladderError) -> str:
    """A file of our own by its name, "ledger/mails.log": several parts of the round meet it."""
    is_ours = isinstance(error, LogBroken | DiskFailed)
    where = error.problems[0].where.partition(", line")[0] if is_ours else ""
    return storable("/".join(PurePath(where).parts[-2:]))


def traceback_of(error: Exception) -> str:
    """Where an error came from, for `ledger/trouble.txt`."""
    return "".join(format_exception(error))


def in_a_line(error: Exception) -> str:
    """What an error says, short, and so that it can be kept and sent."""
    return " ".join(storable(str(error)).split())[:300]


def attempt(tally: Tally, part: str, work: Callable[[], object], what_to_do: str = WHAT_TO_DO) -> bool:
    """Do one part of the round; whether it went well. Nothing that it raises stops the round."""
    try:
        work()
    except Exception as error:  # noqa: BLE001 - the border of one part of the round: noted, and two people hear of it
        meet(tally, part, error, what_to_do)
        return False
    return True


def tell_troubles(office: Office, tally: Tally, *, is_over: bool) -> None:
    """Queue one email about all that broke and of which nobody was told.

    Where the pulse cannot be read or kept, people are told once a day. `is_over`: the round is, so that what did not
    break in it is forgotten.
    """
    now, before = office.clock.now(), sure_pulse(office, tally)
    known = {(one.part, one.kind): one for one in before.troubles}
    met = dict.fromkeys((one.part, one.kind) for one in tally.broke)
    fresh = [Trouble(part=part, kind=kind, since=now) for part, kind in met if (part, kind) not in known]
    lasting = [one for key, one in known.items() if not is_over or key in met or one.part in tally.not_done]
    noted = [*lasting, *fresh] == before.troubles or _noted(office, tally, [*lasting, *fresh])
    if fresh:
        mark = now.isoformat() if noted else now.date().isoformat()
        if not attempt(
            tally, "an email to two people", lambda: office.queue_mail(trouble_mail(office, fresh, mark))
        ):
            _noted(office, tally, lasting)


def _noted(office: Office, tally: Tally, troubles: list[Trouble]) -> bool:
    """Note before telling: what cannot be noted would be told in every round."""
    after = replace(sure_pulse(office, tally), troubles=troubles)
    return attempt(tally, PULSE, lambda: office.pulse.write(after))


def sure_pulse(office: Office, tally: Tally) -> Pulse:
    """The pulse as noted; a fresh one where the note cannot be read, which is noted on the tally."""
    try:
        return office.pulse.read()
    except Exception as error:  # noqa: BLE001 - the border of one note: recorded, the round goes on without it
        meet(tally, PULSE, error)
        return Pulse()


def problems_of(pulse: Pulse) -> list[Problem]:
    """What broke in the last round, for `check`."""
    return [
        Problem(
            where=one.part,
            what=f"This failed in the last round ({one.kind}), first on {one.since:%d %b %Y at %H:%M} UTC.",
            what_to_do=WHAT_TO_DO,
        )
        for one in pulse.troubles
    ]


def trouble_mail(office: Office, fresh: list[Trouble], mark: str) -> OutgoingMail:
    """Says which parts broke, by their names; what was raised may hold words of an email, and stays on this machine.

    The same trouble under the same mark is the same email, so that it is queued once.
    """
    more = len(fresh) - MOST_LISTED
    lines = [f"{one.part} ({one.kind})" for one in fresh[:MOST_LISTED]]
    lines += [f"and {more} more"] if more > 0 else []
    named = " ".join(f"{one.part} {one.kind}" for one in fresh)
    written = sure_page(
        office,
        "notice-trouble.j2",
        {"parts": lines},
        link=to_how_it_is(office.school),
        otherwise=_PLAIN.format(lines="\n".join(f"  {one}" for one in lines)),
    )
    return OutgoingMail(
        message_id=steady_id(f"{mark} {named}", office.school.letters_from),
        kind=MailKind.WATCH,
        to=office.school.mails_of(*TOLD),
        subject=SUBJECT,
        text=written.text,
        html=written.html,
    )
