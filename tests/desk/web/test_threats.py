"""The threats of docs/desk-security.md: each names tests that exist; those that belong to no one page are here."""

import logging
import re
from pathlib import Path

import pytest
from desk_browser import Browser, Page, desk_of
from desk_door import Hall
from office import DSL, MONDAY, edited
from prepared import posted_school, reported_school
from werkzeug.test import Client

from letterladder.desk.web.serving import server_of
from letterladder.rules.people.school import Desking

TESTS = Path(__file__).parents[2]
PAGE = TESTS.parent / "docs" / "desk-security.md"
REF = "2026-0001"
LISTS = ("/", "/in-tray/all", "/cases", "/to-post", "/register", "/requests", "/people", "/how-it-is")
VALUES = {"ref": REF, "letter": "L1", "version": "1", "seq": "2", "number": "1", "sha256": "0" * 64}


def test_each_threat_names_tests_that_exist() -> None:
    """A row without a test, or with one that is gone, is red; there are as many rows as threats that we know."""
    rows = [line for line in PAGE.read_text("utf-8").splitlines() if line.startswith("| ")][1:]
    assert len(rows) >= 40
    for row in rows:
        named = re.findall(r"`([\w/]+\.py)::(\w+)`", row)
        assert named, row
        for file, test in named:
            source = TESTS / file
            assert source.exists(), row
            assert f"\ndef {test}(" in source.read_text("utf-8"), row


def test_a_link_by_email_leads_to_our_address_whatever_the_host(tmp_path: Path) -> None:
    """Whoever asks for somebody else's link under a host of their own gets nothing by it."""
    school = reported_school(tmp_path)
    edited(school.folder, ('address = ""  ', 'address = "https://desk.larkfield.example"  '))
    hall = Hall(school.folder, today=MONDAY)
    client = hall.app.test_client()
    forged = {"Host": "evil.example", "X-Forwarded-Host": "evil.example"}
    page = Page(client.get("/sign-in", headers=forged))
    token = page.tree.xpath("//input[@name='csrf_token']/@value")[0]
    asked = client.post("/sign-in", data={"csrf_token": token, "email": DSL}, headers=forged)
    assert asked.status_code == 303
    (mail,) = hall.mails()
    assert "https://desk.larkfield.example/sign-in/link/" in mail
    assert "evil" not in mail


@pytest.mark.parametrize(("proxy", "expected"), [(False, 429), (True, 303)])
def test_forwarded_addresses_count_behind_a_proxy_alone(
    tmp_path: Path, expected: int, *, proxy: bool
) -> None:
    """Without one, whoever sends another X-Forwarded-For each time is still one machine."""
    hall = Hall(reported_school(tmp_path).folder, today=MONDAY)
    place = Desking(listen="127.0.0.1:8400", behind_proxy=proxy)
    client = Client(server_of(hall.app, place, hall.folder).wsgi_app)
    page = client.get("/sign-in", environ_overrides={"REMOTE_ADDR": "10.0.0.1"}).get_data(as_text=True)
    found = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', page)
    assert found
    for count in range(7):
        answer = client.post(
            "/sign-in",
            data={"csrf_token": found[1], "email": "nobody@elsewhere.example"},
            headers={"X-Forwarded-For": f"203.0.113.{count}"},
            environ_overrides={"REMOTE_ADDR": "10.0.0.1"},
        )
    assert answer.status_code == expected


@pytest.mark.parametrize(
    "fields",
    [
        {"email": "a" * (3 * 1024 * 1024)},
        {f"field{count}": "a" for count in range(2000)},
    ],
)
def test_a_huge_form_is_refused(tmp_path: Path, fields: dict[str, str]) -> None:
    """One field of many bytes, or very many fields; the desk goes on."""
    browser = Browser(reported_school(tmp_path), "dsl")
    page = browser.press("/new-report", fields)
    assert page.status == 413
    assert "too large" in page.text
    assert browser.open("/").status == 200


def test_a_hidden_case_is_found_on_no_page(tmp_path: Path) -> None:
    """Each address that holds a case's number, read and pressed, as if there were no such case; nothing is logged."""
    school = posted_school(tmp_path)
    before = school.case().last_seq
    edited(school.folder, (f'email = "{DSL}"', f'email = "{DSL}"\nrelated = ["A1"]'))
    app = desk_of(school)
    dsl = Browser(school, "dsl", app=app)
    token = dsl.open("/new-report").form()["csrf_token"]
    asked = 0
    for rule in app.url_map.iter_rules():
        if "ref" not in rule.arguments:
            continue
        built = rule.build({**VALUES, "school": dsl.name}, append_unknown=False)
        assert built is not None
        methods = {"GET", "POST"} & (rule.methods or set())
        for method in methods:
            answer = dsl.client.open(
                built[1], method=method, data={"csrf_token": token, "once": "0" * 16, "note": "x"}
            )
            assert answer.status_code in {403, 404}, (method, rule.rule)
            assert "Dunn" not in answer.get_data(as_text=True), (method, rule.rule)
            asked += 1
    assert asked > 30
    assert school.case().last_seq == before


def test_no_name_is_in_an_address_a_title_of_a_list_or_the_log(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Neither an adult's nor a pupil's nor a role holder's."""
    caplog.set_level(logging.DEBUG)
    school = posted_school(tmp_path)
    register = school.office.people.read()
    names = {one.family_name for one in register.adults.values()}
    names |= {one.family_name for one in register.pupils.values()}
    names |= {one.name.split()[-1] for one in school.office.school.people.values()}
    dsl = Browser(school, "dsl")
    for path in (*LISTS, f"/cases/{REF}", f"/cases/{REF}/letter", "/cases/2026-0099"):
        page = dsl.open(path)
        addresses = [*page.tree.xpath("//@href"), *page.tree.xpath("//@action"), *page.tree.xpath("//@src")]
        told = addresses + (page.tree.xpath("//title/text()") if path in LISTS else [])
        assert not [one for one in told if any(name in one for name in names)], path
    own = [one.getMessage() for one in caplog.records if one.name.startswith("letterladder")]
    assert not [one for one in own if any(name in one for name in names)]
