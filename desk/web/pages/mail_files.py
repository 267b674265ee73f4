"""What an email holds, as downloads that no browser opens, and its pictures, drawn again by us."""

import io

from flask import Blueprint, abort, make_response, send_file
from werkzeug.wrappers import Response

from ....records.papers.redrawn import drawn_anew, may_be_picture
from ....rules.mails.mail_log import MailRow
from ....rules.texts.report import Attachment, Report
from ..mail_view import whole_text
from ..tray import is_never_shown, mail_of, may_read, report_of
from ..visiting import visit

page = Blueprint("mail_files", __name__)


@page.get("/<school>/in-tray/<mail>/text")
def text(school: str, mail: str) -> Response:
    """All its text, as a file."""
    del school
    row, report = _readable(mail)
    return _download(whole_text(report).encode("utf-8", "replace"), f"email-{row.seen.sha256[:12]}.txt")


@page.get("/<school>/in-tray/<mail>/original")
def original(school: str, mail: str) -> Response:
    """The email as it came."""
    del school
    row, _ = _with_files(mail)
    return _download(visit().office.mail_log.raw(row.seen.sha256), f"email-{row.seen.sha256[:12]}.eml")


@page.get("/<school>/in-tray/<mail>/files/<int:number>")
def file(school: str, mail: str, number: int) -> Response:
    """One of its files, by its number and never by a name."""
    del school
    _, report = _with_files(mail)
    found = _file(report, number)
    return _download(found.content, found.name)


@page.get("/<school>/in-tray/<mail>/files/<int:number>/picture")
def picture(school: str, mail: str, number: int) -> Response:
    """One of its pictures, drawn again by us."""
    del school
    _, report = _with_files(mail)
    found = _file(report, number)
    drawn = drawn_anew(found.content) if may_be_picture(found.media_type, len(found.content)) else None
    if drawn is None:
        abort(404)
    answer = make_response(drawn)
    answer.headers["Content-Type"] = "image/jpeg"
    return answer


def _readable(mail: str) -> tuple[MailRow, Report]:
    """The email, where its words are for the visitor. Ends the request where they are not."""
    here = visit()
    row = mail_of(here, mail)
    report = report_of(here, row)
    if report is None:
        abort(404)
    if not may_read(here, row, report):
        abort(403)
    return row, report


def _with_files(mail: str) -> tuple[MailRow, Report]:
    """The same, where its files may be looked at."""
    row, report = _readable(mail)
    if is_never_shown(row, report):
        abort(403)
    return row, report


def _file(report: Report, number: int) -> Attachment:
    if not 1 <= number <= len(report.attachments):
        abort(404)
    return report.attachments[number - 1]


def _download(content: bytes, name: str) -> Response:
    """Bytes that a browser keeps and does not open, whatever they are."""
    answer = send_file(
        io.BytesIO(content),
        mimetype="application/octet-stream",
        as_attachment=True,
        download_name=name,
        etag=False,
    )
    answer.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return answer
