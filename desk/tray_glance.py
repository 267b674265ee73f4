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
from ..config.paths import PEOPLE
from ..ground.disk import put_whole
from ..ground.errors import LetterladderError, Refused
from ..ground.plain_file import read_plain
from ..records.logs.derived import TRAY
from ..records.logs.mail_log_file import FolderMailLog
from ..records.people.people_csv import PeopleFile
from ..rules.mails.earlier_mails import Earlier
from ..rules.mails.mail_log import MailRow
from .cards import Gist, card_from, gist_of, in_tray
from .glance import Glance

if TYPE_CHECKING:
    from ..workflows.office import Office

MOST_CARDS = 50
"""Cards that the list shows; of more it says how many."""


Gists = dict[str, Gist | None]
"""By the SHA-256 of an email; None for one whose original could not be read."""


class _Kept(msgspec.Struct, frozen=True, kw_only=True):
    stamp: str
    gists: Gists


def cards_at_a_glance(
    folder: Path, look: Glance, rows: Sequence[tuple[MailRow, Earlier]]
) -> list[dict[str, Any]] | None:
    """The cards of these emails; None where one of them must be read first.

    Raises:
        WrongUsage: the people register cannot be read.
    """
    kept = _read(look.data, emails_mark(folder))
    log = FolderMailLog(look.data)
    if not all(kept.get(row.seen.sha256) for row, _ in rows):
        return None
    with suppress(LetterladderError):
        for row, _ in rows:
            log.raw(row.seen.sha256)  # one that is gone or was changed is told of
        people = PeopleFile(folder / PEOPLE).read()
        return [
            card_from(row, kept[row.seen.sha256], look.school, people, earlier=earlier)
            for row, earlier in rows
        ]
    return None


def cards_read(
    office: "Office", folder: Path, data: Path, rows: Sequence[tuple[MailRow, Earlier]]
) -> list[dict[str, Any]]:
    """The cards of these emails, each read where it was not before; the file is brought up to date."""
    gists = _brought_up_to_date(office, folder, data, [row for row, _ in rows], is_shown=True)
    people = office.people.read()
    return [
        card_from(row, gists.get(row.seen.sha256), office.school, people, earlier=earlier)
        for row, earlier in rows
    ]


def keep_at_a_glance(office: "Office", folder: Path, data: Path) -> None:
    """Bring the file up to date. Best effort: without it the next list is slower, and nothing else."""
    with suppress(LetterladderError, OSError):
        rows = in_tray(office.index.mails.in_tray())[:MOST_CARDS]
        _brought_up_to_date(office, folder, data, rows, is_shown=False)


def forged(office: "Office", folder: Path, data: Path) -> list[str]:
    """The emails, by SHA-256, of which the file says something else than they do, though nothing has changed since."""
    kept = _read(data, emails_mark(folder))
    rows = [row for row in office.index.mails.in_tray() if kept.get(row.seen.sha256)]
    return [name for name, gist in _gists(office, rows, {}, is_shown=True) if gist and gist != kept[name]]


def _brought_up_to_date(
    office: "Office", folder: Path, data: Path, rows: Iterable[MailRow], *, is_shown: bool
) -> Gists:
    stamp = emails_mark(folder)
    kept = _read(data, stamp)
    gists = dict(_gists(office, rows, kept, is_shown=is_shown))
    if gists != kept and stamp == emails_mark(folder) and data.is_dir():
        with suppress(OSError, LetterladderError):
            put_whole(data / TRAY, msgspec.json.encode(_Kept(stamp=stamp, gists=gists)))
    return gists


def _gists(
    office: "Office", rows: Iterable[MailRow], kept: Gists, *, is_shown: bool
) -> Iterator[tuple[str, Gist | None]]:
    """What is taken from each email. Where it is shown to a person, one that is gone is looked for again each time."""
    from ..workflows.known_emails import read_again

    people = office.people.read()
    for row in rows:
        name = row.seen.sha256
        known = kept.get(name)
        try:
            if name in kept and not is_shown:
                yield name, known
            elif known:
                office.mail_log.raw(name)
                yield name, known
            else:
                yield name, gist_of(read_again(office, row), people)
        except Refused:
            yield name, None


def _read(data: Path, stamp: str) -> Gists:
    try:
        kept = msgspec.json.decode(read_plain(data / TRAY), type=_Kept)
    except (OSError, LetterladderError, msgspec.MsgspecError):
        return {}
    return kept.gists if kept.stamp == stamp else {}
