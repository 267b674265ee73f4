"""When email was last fetched and sent, `<data>/ledger/pulse.json`.

And `<data>/ALERT.txt` where no email can say so.
"""

from pathlib import Path

import msgspec

from ...ground.disk import in_plain_words, make_folder, remove_file, write_file
from ...ground.plain_file import read_plain
from ...rules.office.pulse import Pulse

PULSE = "ledger/pulse.json"
ALERT = "ALERT.txt"


class PulseFile:
    """The pulse of one data folder. Whoever writes holds the writer lock (lock.py)."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def read(self) -> Pulse:
        """The pulse as noted; a fresh one where nothing is noted or the file was damaged: it proves nothing.

        Raises:
            DiskFailed: it is there and cannot be read.
        """
        path = self.folder / PULSE
        with in_plain_words(path):
            content = read_plain(path) if path.exists() else b"{}"
        try:
            return msgspec.json.decode(content, type=Pulse)
        except msgspec.DecodeError:
            return Pulse()

    def write(self, pulse: Pulse) -> None:
        """Note the pulse, durably.

        Raises:
            WorldFailed: the disk is full or broken.
        """
        path = self.folder / PULSE
        make_folder(path.parent)
        write_file(path, msgspec.json.format(msgspec.json.encode(pulse), indent=1) + b"\n")

    def cry(self, text: str) -> None:
        """Put a text where a person, or a program that watches this one, finds it: ALERT.txt.

        Raises:
            WorldFailed: the disk is full or broken.
        """
        write_file(self.folder / ALERT, text.encode())

    def hush(self) -> None:
        """The trouble is over: remove ALERT.txt.

        Raises:
            WorldFailed: it may not be removed.
        """
        if (self.folder / ALERT).exists():
            remove_file(self.folder / ALERT)
