"""The logs of a data folder, copied to a folder that is thrown away: for whoever only wants to know what would be."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ...ground.disk import in_plain_words
from ...ground.errors import Refused
from ..logs.mail_log_file import FILED, INTAKE, FolderMailLog, hash_of
from ..logs.secret_key import KEY

LOGS = ("ledger/mails.log", KEY)
CASE_LOGS = ("numbers.json", "*/case.log")


@contextmanager
def copied_logs(data: Path) -> Iterator[Path]:
    """A folder with copies of the logs, for as long as the block lasts."""
    with tempfile.TemporaryDirectory(prefix="letterladder-") as name:
        copy = Path(name)
        logs = [data / log for log in LOGS]
        logs += [log for pattern in CASE_LOGS for log in (data / "cases").glob(pattern)]
        for log in logs:
            if log.is_file():
                place = copy / log.relative_to(data)
                place.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(log, place)
        yield copy


class CopiedMails(FolderMailLog):
    """A copy of the email log; the emails that were kept before are read where they are."""

    def __init__(self, folder: Path, real: Path) -> None:
        super().__init__(folder)
        self._real = real

    def raw(self, sha256: str) -> bytes:
        """The raw email as kept, here or there; the real log would note where it found it."""
        try:
            return super().raw(sha256)
        except Refused:
            for place in (INTAKE, FILED, "cases/*/mail"):
                for file in self._real.glob(f"{place}/{sha256[:16]}*.eml"):
                    with in_plain_words(file):
                        content = file.read_bytes()
                    if hash_of(content) == sha256:
                        return content
            raise
