"""Every page of the desk and every state of its forms, at both widths: no finding of axe, no sideways scrolling."""

import struct
import zlib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from browser.served_pages import EMPTY, WRONG, Inspector, served
from desk.web.test_calendar import ICS
from desk.web.test_how_it_is import refused
from desk.web.test_mail_files import written
from desk_browser import desk_of
from desk_door import Hall
from flask import Flask
from office import DSL, HEAD, MONDAY, OFFICE, PEOPLE, THREAT, Rehearsal, an_office
from playwright.sync_api import Browser, FilePayload
from prepared import reported_school
from servers.chromium import Seat, chromium
from sweeps import swept

from letterladder.desk.fresh_folder import MARK
from letterladder.desk.web.rehearsal import Rehearsal as Demo
from letterladder.desk.web.sign_in import DemoDoor
from letterladder.rules.office.absences import Absence
from letterladder.rules.office.agreement_events import (
    AgreementsApproved,
    AgreementsDrawnUp,
    AgreementsPosted,
    LetterMade,
)
from letterladder.rules.words import LetterStatus, Outcome
from letterladder.workflows.acts.on_absences import say_away

pytestmark = pytest.mark.chromium

FILES = {
    "agreements.letters",
    "case.file",
    "case.picture",
    "copies.file",
    "letter.picture",
    "letter.word",
    "mail_files.file",
    "mail_files.original",
    "mail_files.picture",
    "mail_files.text",
    "static",
    "to_post.printed",
}
"""What is no page: a download or a picture."""
WITH_A_PROVIDER = {"sign_in.there", "sign_in.back"}
"""They send on to Microsoft or Google and take people back; they show no page of their own."""
ELSEWHERE = {"case_forms.consulted", "begun.drop"}
"""Only where a policy asks somebody to be consulted, and where words were begun: they are pressed without a browser
by `stories/test_who_acts.py` and `desk/web/test_begun.py`."""
UNPRESSED = {"sign_in.out", "sign_in.follow", "demo.move"}
"""They lead to pages that were seen, and have nothing to fill in."""
ENDED, POSTED, TRAY, DRAFT = "2026-0001", "2026-0002", "2026-0003", "2026-0004"
ROUNDS = ("G-2026-1", "G-2026-2", "G-2026-3")
SIMPLE = (
    "cases",
    "people",
    "people/agreements",
    "calendar",
    "away",
    "how-it-is",
    "counts",
    "to-post",
    "requests",
)
OF_POSTED = ("", "/history", "/answer", "/correct?line=1", "/done", "/sheet", "/letter")
OF_TRAY = ("", "/posted", "/not-posted", "/letter")
OF_DRAFT = ("", "/words/L1", "/letter")
FOR_DSL = ("hold", "release", "take", "triage", "waive")


@dataclass(slots=True, kw_only=True)
class Places:
    """The pages of this school, by who opens them; those with something made first get their addresses then."""

    school: str
    mails: tuple[str, ...]

    def of(self, who: str) -> list[str]:
        """The addresses that this role is shown."""
        return [f"/{self.school}/{one}" for one in getattr(self, f"_{who}")()]

    def _office(self) -> Iterator[str]:
        yield from ("", *SIMPLE, "people/A1", "people-import", "requests/new", "new-report", "in-tray")
        yield from (f"people/agreements/{number}" for number in ROUNDS)
        yield from ("in-tray/all", *(f"in-tray/{one}" for one in self.mails))
        for ref, forms in ((POSTED, OF_POSTED), (TRAY, OF_TRAY), (DRAFT, OF_DRAFT)):
            yield from (f"cases/{ref}{form}" for form in forms)

    def _dsl(self) -> Iterator[str]:
        yield from ("", "in-tray", *(f"in-tray/{one}" for one in self.mails))
        yield from ("register", "governors-report", "retention", f"retention/{ENDED}", f"retention/{DRAFT}")
        yield from (f"cases/{POSTED}/{form}" for form in FOR_DSL)

    def _head(self) -> Iterator[str]:
        yield f"people/agreements/{ROUNDS[0]}"
        yield from ("", f"cases/{DRAFT}/letter", f"cases/{ENDED}", f"cases/{ENDED}/reopen")
        yield from (f"cases/{POSTED}/decide", f"cases/{ENDED}/letter")


def _png() -> bytes:
    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = struct.pack(">IIBBBBB", 2, 2, 8, 2, 0, 0, 0)
    rows = zlib.compress(b"\0" + b"\xff" * 6 + b"\0" + b"\xff" * 6)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def busy_school(tmp_path: Path) -> Rehearsal:
    """Cases that ended, wait for an answer, for the post and for the head; emails with danger and with files."""
    school = an_office(tmp_path)
    school.report()
    school.goes_out()
    school.answered(Outcome.REMOVED)
    school.decided("none", "it is gone")
    school.report()
    school.goes_out("2026-0002")
    school.report("Mr Emeka Okoro", "Ada Okoro, 2A")
    school.head_approves("2026-0003")
    school.report("Mrs Poppy Vance", "Jude Vance, 1C")
    school.write("x@elsewhere.example", "danger", THREAT)
    long = "https://social.example/" + "a" * 300
    html = f"<h1>See</h1><table><tr><td>{'wide ' * 40}</td></tr></table><p>{long}</p>"
    files = (("photo.png", "image/png", _png()), ("b" * 120 + ".txt", "text/plain", b"words " * 2000))
    school.deliver(written(text=f"Ross Dunn wrote this. {long}\n" * 30, html=html, files=files))
    school.round()
    (school.folder / MARK).touch()
    rounds_of_agreements(school)
    refused(school, "2026-0002")
    later = school.office.clock.today() + timedelta(days=60)
    say_away(school.office, Absence(role="office", first=later, last=later, by="Mrs Hollis"))
    assert school.case(ENDED).closed
    assert school.in_hand(TRAY).status is LetterStatus.POSTING
    assert school.in_hand(DRAFT).status is LetterStatus.DRAFTED
    return school


def rounds_of_agreements(school: Rehearsal) -> None:
    """One that waits for the head, one to post, and one that has gone."""
    log, now = school.office.agreements, school.office.clock.now()
    for number in ROUNDS:
        letters = [LetterMade(adult=adult, sha256="0" * 64) for adult in ("A1", "A3")]
        drawn = AgreementsDrawnUp(
            round=number,
            title="How we treat one another online",
            version="2026",
            points=["We ask before we share pictures"],
            reason="It is new.",
            letters=letters,
            pdf_sha256="",
            return_by=MONDAY,
        )
        log.append(now, "Mrs Binns", drawn)
    for number in ROUNDS[1:]:
        log.append(now, "Mrs Hollis", AgreementsApproved(round=number, approver="head"))
    log.append(now, "Mrs Binns", AgreementsPosted(round=ROUNDS[2], on=MONDAY))


def app_of(school: Rehearsal) -> Flask:
    """The demo's desk over this school, with a link for each role."""
    app = desk_of(school)
    door: DemoDoor = app.extensions["door"]
    door.links = {"head": HEAD, "dsl": DSL, "office": OFFICE}
    app.extensions["rehearsal"] = Demo(folder=school.folder)
    return app


@contextmanager
def signed_in(browser: Browser, start: str, *roles: str) -> Iterator[list[Seat]]:
    """A window for each role."""
    with ExitStack() as stack:
        seats = [stack.enter_context(Seat(browser, start)) for _ in roles]
        for seat, role in zip(seats, roles, strict=True):
            seat.open(f"/sign-in/link/{role}")
            seat.press("Sign in")
        yield seats


@pytest.mark.sweep("test_no_page_of_signing_in_shuts_anybody_out")
def test_no_page_and_no_state_of_a_form_shuts_anybody_out(tmp_path: Path) -> None:
    """One walk through every route and every form in each of its states; a new route without a visit is red."""
    school = busy_school(tmp_path / "busy")
    app = app_of(school)
    inspector = Inspector(app, once=False)
    rows = [row for row in school.mails() if row.verdict == "intray"]
    places = Places(
        school=next(iter(app.extensions["schools"])).name, mails=tuple(row.seen.sha256[:12] for row in rows)
    )
    with chromium() as browser, served(app, school.folder) as start:
        with Seat(browser, start) as nobody:
            strangers(inspector, nobody)
        with signed_in(browser, start, "office", "dsl", "head") as (office, dsl, head):
            everything(inspector, places, {"office": office, "dsl": dsl, "head": head})
    gets = {one.endpoint for one in app.url_map.iter_rules() if "GET" in (one.methods or ())}
    posts = {one.endpoint for one in app.url_map.iter_rules() if "POST" in (one.methods or ())}
    assert inspector.findings == {}
    assert gets - FILES - ELSEWHERE - inspector.seen == set(), "a page nobody looked at"
    assert {409, 422} <= set().union(*inspector.pressed.values())
    assert posts - set(inspector.pressed) - UNPRESSED - ELSEWHERE == set(), "a form nobody pressed"


def strangers(inspector: Inspector, nobody: Seat) -> None:
    """Not signed in: to the page of signing in; a link that is none."""
    inspector.visit(nobody, "/")
    inspector.visit(nobody, "/sign-in/link/head")
    inspector.visit(nobody, "/sign-in/link/gone", 404)


def everything(inspector: Inspector, places: Places, seats: dict[str, Seat]) -> None:
    """First every page is looked at, then what is made is looked at, then every form is pressed."""
    office, dsl = seats["office"], seats["dsl"]
    inspector.visit(office, f"/{places.school}/register", 403)
    inspector.visit(office, f"/{places.school}/cases/2026-0099", 404)
    for who, seat in seats.items():
        for path in places.of(who):
            inspector.visit(seat, path)
    made = {"office": list(making(inspector, office, places)), "dsl": list(copying(inspector, dsl, places))}
    # The head first: what the office may withdraw waits for the head no longer.
    for who in ("head", "office", "dsl"):
        for path in [*made.get(who, ()), *places.of(who)]:
            inspector.press_all(seats[who], path)


def making(inspector: Inspector, office: Seat, places: Places) -> Iterator[str]:
    """What the office records and uploads first: a request, a list of parents, dates, a report by telephone."""
    start = f"/{places.school}"
    inspector.visit(office, f"{start}/demo")
    office.open(f"{start}/requests/new")
    office.choose("Subject access")
    office.fill("Who is asking", "Mr Dunn")
    office.fill("Which case is it about", POSTED)
    office.press("Record it")
    inspector.visit(office, f"{start}/requests/R2026-0001")
    yield f"{start}/requests/R2026-0001"
    office.open(f"{start}/people-import")
    upload(office, "The file", "export.csv", PEOPLE.replace("3 Kiln Lane", "5 Elm Road"))
    office.press("Show what changes")
    inspector.visit(office, office.page.url)
    yield office.page.url
    office.open(f"{start}/calendar")
    upload(office, "A file (.ics)", "dates.ics", ICS)
    office.press("Show what it says")
    inspector.look(office, "the dates of a file")
    inspector.press(office, 0, EMPTY)
    office.open(f"{start}/new-report")
    inspector.press(office, 0, WRONG)
    office.open(f"{start}/new-report")
    office.fill("Who told you", "Beth Aldous")
    office.fill("What was posted, said or done", "He was rude at the gate.")
    office.press("Take it in")
    inspector.visit(office, office.page.url)


def upload(seat: Seat, label: str, name: str, content: str) -> None:
    """Choose a file of this content."""
    file: FilePayload = {"name": name, "mimeType": "text/plain", "buffer": content.encode()}
    seat.page.get_by_label(label).set_input_files(file)


def copying(inspector: Inspector, dsl: Seat, places: Places) -> Iterator[str]:
    """The pages of a copy for the adult, the governors' report, and the copy that a request calls for."""
    start = f"/{places.school}"
    inspector.visit(dsl, f"{start}/cases/{POSTED}/copy")
    dsl.page.locator("main ol a").first.click()
    inspector.visit(dsl, dsl.page.url)
    inspector.press(dsl, 0, EMPTY)
    dsl.open(f"{start}/governors-report")
    dsl.page.get_by_label("To download as").select_option("html")
    dsl.press("Make the report")
    dsl.page.get_by_role("button", name="Download").first.wait_for()
    inspector.visit(dsl, dsl.page.url)
    yield from (dsl.page.url, f"{start}/requests/R2026-0001")


@pytest.mark.parametrize("how", swept(("once", "in every state"), "once"))
def test_no_page_of_signing_in_shuts_anybody_out(tmp_path: Path, how: str) -> None:
    """Asking, asking wrongly, the link, the link in another browser, too many tries, and a visit that has ended."""
    school = reported_school(tmp_path)
    hall = Hall(school.folder, today=MONDAY)
    inspector = Inspector(hall.app, once=how == "once")
    with (
        chromium() as browser,
        served(hall.app, school.folder) as start,
        Seat(browser, start) as head,
        Seat(browser, start) as other,
    ):
        sign_in_pages(inspector, hall, head, other)
        visit_ends(inspector, hall, head)
        too_many(inspector, hall, other)
    gets = {one.endpoint for one in hall.app.url_map.iter_rules() if "GET" in (one.methods or ())}
    mine = {one for one in gets if one.startswith("sign_in.")}
    assert inspector.findings == {}
    assert mine - inspector.seen - WITH_A_PROVIDER == set()


def sign_in_pages(inspector: Inspector, hall: Hall, head: Seat, other: Seat) -> None:
    """The head asks in one browser, and somebody opens the link in another one first."""
    inspector.visit(head, "/")
    inspector.press_all(head, "/sign-in")
    inspector.visit(head, "/sign-in/link/none", 410)
    head.open("/sign-in")
    head.fill("Your work email address", HEAD)
    head.press("Send me a link")
    inspector.visit(head, "/sign-in/sent")
    link = hall.link(HEAD)
    inspector.visit(other, link)
    other.press("Sign in")
    inspector.look(other, "the link in another browser", answer=410)
    inspector.visit(head, link)
    head.press("Sign in")
    inspector.look(head, "signed in")


def visit_ends(inspector: Inspector, hall: Hall, head: Seat) -> None:
    """What was typed meanwhile is on the page that says so."""
    head.open(f"/{hall.name}/cases/2026-0001/letter")
    head.fill("What should change?", "Please say it more kindly.")
    hall.book.end_all()
    head.press("Send it back", within="main form[action$='send-back']")
    assert "Please say it more kindly." in head.text
    inspector.look(head, "signed out", answer=401)


def too_many(inspector: Inspector, hall: Hall, other: Seat) -> None:
    """Somebody asks again and again, by a script at this computer; then in the browser."""
    script = hall.browser("127.0.0.1")
    for _ in range(40):
        if "Too many" in script.ask("somebody@elsewhere.example").text:
            break
    other.open("/sign-in")
    other.fill("Your work email address", "somebody@elsewhere.example")
    other.press("Send me a link")
    assert "Too many" in other.text
    inspector.look(other, "too many tries", answer=429)
