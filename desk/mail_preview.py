"""`mails preview`: every kind of email to staff as files to look at, with this school's settings; nothing is sent."""

import tempfile
from pathlib import Path

from ..ground.disk import make_folder
from ..records.papers.pictures import find_chromium, picture, sizes_of
from ..rules.mails.outgoing import OutgoingMail
from ..workflows.office import Office
from .mail_samples import rehearsal_office, samples


def write_preview(office: Office, folder: Path) -> tuple[list[str], bool]:
    """Write each email as NAME.txt, NAME.html and NAME.png: the names, and whether a Chromium made the pictures.

    Args:
        office: the school.
        folder: where to; it is made where it is missing, and files of the same names are written again.

    Raises:
        WorldFailed: the folder cannot be written, or Chromium is there and fails.
    """
    make_folder(folder)
    with tempfile.TemporaryDirectory(prefix="letterladder-") as apart:
        mails = dict(samples(rehearsal_office(office, Path(apart))))
    for name, mail in mails.items():
        (folder / f"{name}.txt").write_text(_as_text(mail), encoding="utf-8")
        (folder / f"{name}.html").write_text(mail.html, encoding="utf-8")
    if not find_chromium():
        return list(mails), False
    heights = [height for _, height in sizes_of([mail.html for mail in mails.values()])]
    for (name, mail), height in zip(mails.items(), heights, strict=True):
        (folder / f"{name}.png").write_bytes(picture(mail.html, height))
    return list(mails), True


def _as_text(mail: OutgoingMail) -> str:
    files = "".join(f"Attached: {file.name}\n" for file in mail.files)
    return f"To: {', '.join(mail.to)}\nSubject: {mail.subject}\n{files}\n{mail.text}"
