"""Do our emails on disk fit the logs: waiting, sent, withdrawn? And the print tray: its list, its letters?"""

from collections.abc import Callable, Iterator, Mapping, Set
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from ...ground.errors import LetterladderError, Problem
from ...rules.mails.outgoing import LOGGED, MailKind
from ..outgoing.outgoing_queue import GATHERED, SENT, WITHDRAWN, FolderQueue, id_of
from ..outgoing.print_tray import ALL, LIST, TABLE, TEXT, InTray, read_tray, table_of, text_of
from .verify_case import hash_file

WITHOUT_REF = frozenset({MailKind.REMINDER, MailKind.CARD, MailKind.DIGEST})
"""Kinds of which a log speaks, though they may be about no case."""

IN_TRAY = "emails"
"""Stands for a case where the log of emails must mention one of ours: it is about what is in the in-tray."""

_ANEW = "Do not post it. Print the case's own copy, or record that it was not posted and draft it again."
_RESTORE = "Restore it from the last backup."


class _Mail(msgspec.Struct):
    """What is read of one of our emails: enough to say which log must mention it."""

    message_id: str
    kind: MailKind
    ref: str = ""


@dataclass(slots=True, kw_only=True)
class OutboxFound:
    """The our emails on disk.

    Attributes:
        there: the id of every one, 10 bytes each.
        unspoken: those that went out and that no log has mentioned yet, with their case, or with `IN_TRAY`.
    """

    there: set[bytes] = field(default_factory=set)
    unspoken: dict[bytes, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def spoken_of(self, where: str, message_ids: Set[str]) -> Iterator[Problem]:
        """A log mentions these emails; each must be on disk: it was in the queue before the log mentioned it."""
        for message_id in sorted(message_ids):
            own = _short(message_id)
            self.unspoken.pop(own, None)
            if own not in self.there:
                yield Problem(
                    where=where,
                    what=f"The email {message_id} is in the log, but neither waiting nor among those sent.",
                    what_to_do=f"Check whether it arrived. {_RESTORE}",
                )

    def never_spoken_of(self, is_readable: Callable[[str], bool]) -> Iterator[Problem]:
        """Emails that went out without a word in their log; call it when all logs have spoken.

        `is_readable` is asked of a case, or of `IN_TRAY`.
        """
        for own, ref in self.unspoken.items():
            if not ref or is_readable(ref):
                yield Problem(
                    where=f"outbox/{SENT}, email {own.hex()}",
                    what=f"This email went out, but the log of {ref or 'requests'} does not mention it:"
                    " lines may be missing at its end.",
                    what_to_do=_RESTORE,
                )


def _short(message_id: str) -> bytes:
    return bytes.fromhex(id_of(message_id))


def look_at_outbox(outbox: Path) -> OutboxFound:
    """Read each of our emails, waiting, sent, gathered or withdrawn."""
    found = OutboxFound(problems=FolderQueue(outbox).problems())
    for folder in (outbox, outbox / SENT, outbox / GATHERED, outbox / WITHDRAWN):
        for file in sorted(folder.glob("*-*.json"), key=lambda file: file.name):
            _look_at_mail(file, found, sent=folder.name == SENT, waiting=folder == outbox)
    return found


def _look_at_mail(file: Path, found: OutboxFound, *, sent: bool, waiting: bool) -> None:
    own = file.stem.partition("-")[2]
    try:
        mail = msgspec.json.decode(file.read_bytes(), type=_Mail)
        fits = id_of(mail.message_id) == own
    except (OSError, msgspec.MsgspecError):
        fits = False
    if not fits:
        if not waiting:  # of a waiting one the queue itself says so
            what = "This copy of one of our emails cannot be read, or is not the email its name says."
            found.problems.append(Problem(where=str(file), what=what, what_to_do=_RESTORE))
        return
    found.there.add(bytes.fromhex(own))
    # An alert about an email on no case is in no log.
    if sent and mail.kind in LOGGED and (mail.ref or mail.kind in WITHOUT_REF):
        found.unspoken[bytes.fromhex(own)] = IN_TRAY if mail.kind is MailKind.CARD else mail.ref


def problems_of_tray(
    tray: Path,
    cases: Path,
    *,
    is_known: Callable[[str], bool],
    leaving: Mapping[tuple[str, str, int], str] | Set[tuple[str, str, int]],
) -> Iterator[Problem]:
    """What does not fit in the print tray.

    Args:
        tray: its folder.
        cases: the folder of all cases.
        is_known: whether the log of a case could be read.
        leaving: the letters whose posting has begun and has not ended.
    """
    try:
        rows = read_tray(tray)
    except LetterladderError as error:
        yield from error.problems
        return
    for row in rows:
        yield from _problems_of_letter(tray, row, stays=is_known(row.ref) and row.place not in leaving)
        yield from _problems_of_pdf(tray, cases, row)
    yield from _beside_the_list(tray, rows)
    yield from _lists_that_differ(tray, rows)


def _problems_of_letter(tray: Path, row: InTray, *, stays: bool) -> Iterator[Problem]:
    letter = tray / f"{row.name}.docx"
    if not letter.is_file():
        yield Problem(where=str(letter), what="The letter is gone from the tray.", what_to_do=_ANEW)
    elif hash_file(letter) != row.sha256:
        yield Problem(where=str(letter), what="This is not the letter that was approved.", what_to_do=_ANEW)
    elif stays:
        what = "This letter is in the tray, but its case says that it is not, or no longer, to be posted."
        yield Problem(where=str(letter), what=what, what_to_do="Do not post it; take it out of the tray.")


def _problems_of_pdf(tray: Path, cases: Path, row: InTray) -> Iterator[Problem]:
    """The PDF is what is printed: it must be one of the case's own, byte for byte."""
    pdf = tray / f"{row.name}.pdf"
    if not row.has_pdf:
        return
    own = {hash_file(file) for file in sorted((cases / row.ref / "letters").glob("*.pdf"))}
    if not pdf.is_file():
        yield Problem(where=str(pdf), what="The letter's PDF is gone from the tray.", what_to_do=_ANEW)
    elif hash_file(pdf) not in own:
        yield Problem(
            where=str(pdf), what="This is not, or no longer, a PDF from its case.", what_to_do=_ANEW
        )


def _beside_the_list(tray: Path, rows: list[InTray]) -> Iterator[Problem]:
    """Files that are on no list would be printed and posted all the same."""
    listed = {f"{row.name}.docx" for row in rows} | {f"{row.name}.pdf" for row in rows if row.has_pdf}
    for file in sorted(tray.glob("*")):
        if file.name not in listed | {LIST, TEXT, TABLE, ALL} and not file.name.endswith(".half"):
            what = "This is in the print tray but not on any list."
            yield Problem(where=str(file), what=what, what_to_do="Do not post it; take it out of the tray.")


def _lists_that_differ(tray: Path, rows: list[InTray]) -> Iterator[Problem]:
    """The lists for people and the PDF of all letters are made from list.json, and must not say more or less."""
    again = (
        "Do not print from it. It is renewed whenever a letter comes or goes; until then rely on the "
        "letters themselves."
    )
    for name, should in ((TEXT, text_of(rows).encode()), (TABLE, table_of(rows))):
        file = tray / name
        # After its letters, the text may say why there is no combined PDF.
        if file.is_file() and not file.read_bytes().startswith(should):
            yield Problem(where=str(file), what=f"It does not say what {LIST} says.", what_to_do=again)
    if (tray / ALL).is_file() and not _is_made_of(tray, rows):
        what = "The PDF of all letters is not made up of the letters on the list."
        yield Problem(where=str(tray / ALL), what=what, what_to_do=again)


def _is_made_of(tray: Path, rows: list[InTray]) -> bool:
    if not rows or not all(row.has_pdf for row in rows):
        return False
    from .verify_pdf import is_made_of  # noqa: PLC0415 - loads a large library, and the tray is mostly empty

    try:
        parts = [(tray / f"{row.name}.pdf").read_bytes() for row in rows]
        return is_made_of((tray / ALL).read_bytes(), parts)
    except OSError:
        return False
