"""The in-tray at a glance: what its cards take from emails, from a derived file while nothing it is made of changed.

Reading an email again needs libraries that take longer to load than the whole list. The file may be deleted at any
time. A round brings it up to date, and so does the list itself.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from ..config.glance import emails_mark
from ..ground.disk import put_whole
from ..ground.errors import LetterladderError, Refused
from ..ground.plain_file import read_plain
from ..records.logs.derived import TRAY
from ..records.logs.mail_log_file import FolderMailLog
from ..records.people.people_csv import PeopleFile
from ..rules.mails.earlier_mails import Earlier
from ..rules.mails.mail_log import MailRow
from .cards import Gist, card, gist_of, in_tray
from .glance import Glance

if TYPE_CHECKING:
    from ..workflows.office import Office

PEOPLE = "people.csv"
MOST_CARDS = 50
"""Cards that the list shows; of more it says how many."""


class _Kept(msgspec.Struct, frozen=True, kw_only=True):
    stamp: str
    gists: dict[str, Gist]


def cards_at_a_glance(
    folder: Path, look: Glance, rows: Sequence[tuple[MailRow, Earlier]]
) -> list[dict[str, Any]] | None:
    """The cards of these emails; None where one of them must be read first.

    Raises:
        WrongUsage: the people register cannot be read.
    """
    kept = _read(look.data, emails_mark(folder, folder / PEOPLE))
    log = FolderMailLog(look.data)
    if any(row.seen.sha256 not in kept for row, _ in rows):
        return None
    with suppress(LetterladderError):
        for row, _ in rows:
            log.raw(row.seen.sha256)  # one that is gone or was changed is told of
        people = PeopleFile(folder / PEOPLE).read()
        return [
            card(row, kept[row.seen.sha256], look.school, people, earlier=earlier) for row, earlier in rows
        ]
    return None


def cards_read(
    office: "Office", folder: Path, data: Path, rows: Sequence[tuple[MailRow, Earlier]]
) -> list[dict[str, Any]]:
    """The cards of these emails, each read where it was not before; the file is brought up to date."""
    gists = _brought_up_to_date(office, folder, data, [row for row, _ in rows])
    people = office.people.read()
    return [
        card(row, gists.get(row.seen.sha256), office.school, people, earlier=earlier) for row, earlier in rows
    ]


def keep_at_a_glance(office: "Office", folder: Path, data: Path) -> None:
    """Bring the file up to date. Best effort: without it the next list is slower, and nothing else."""
    with suppress(LetterladderError, OSError):
        _brought_up_to_date(office, folder, data, in_tray(office.index.mails.in_tray())[:MOST_CARDS])


def forged(office: "Office", folder: Path, data: Path) -> list[str]:
    """The emails, by SHA-256, of which the file says something else than they do, though nothing has changed since."""
    kept = _read(data, emails_mark(folder, folder / PEOPLE))
    rows = [row for row in office.index.mails.in_tray() if row.seen.sha256 in kept]
    return [name for name, gist in _gists(office, rows, {}) if gist != kept[name]]


def _brought_up_to_date(
    office: "Office", folder: Path, data: Path, rows: Iterable[MailRow]
) -> dict[str, Gist]:
    stamp = emails_mark(folder, folder / PEOPLE)
    kept = _read(data, stamp)
    gists = dict(_gists(office, rows, kept))
    if gists.keys() != kept.keys() and stamp == emails_mark(folder, folder / PEOPLE) and data.is_dir():
        with suppress(OSError, LetterladderError):
            put_whole(data / TRAY, msgspec.json.encode(_Kept(stamp=stamp, gists=gists)))
    return gists


def _gists(office: "Office", rows: Iterable[MailRow], kept: dict[str, Gist]) -> Iterator[tuple[str, Gist]]:
    from ..workflows.known_emails import read_again

    people = office.people.read()
    for row in rows:
        name = row.seen.sha256
        with suppress(Refused):
            if name in kept:
                office.mail_log.raw(name)
                yield name, kept[name]
            else:
                yield name, gist_of(read_again(office, row), people)


def _read(data: Path, stamp: str) -> dict[str, Gist]:
    try:
        kept = msgspec.json.decode(read_plain(data / TRAY), type=_Kept)
    except (OSError, LetterladderError, msgspec.MsgspecError):
        return {}
    return kept.gists if kept.stamp == stamp else {}
