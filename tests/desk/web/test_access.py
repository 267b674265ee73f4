"""Who may open what: every route of the application has its right, and every role is let in by the table alone."""

import pytest
from desk_browser import Browser, desk_of
from flask import Flask
from office import Rehearsal
from prepared import reported_school
from werkzeug.routing import Rule

from letterladder.desk.web.access import PUBLIC, RIGHTS, ROUTES, Right, needed, rights_of

ROLES = ("head", "alternate", "dsl", "deputy", "office", "chair", "reviewer")
VALUES = {"school": "elsewhere", "ref": "2026-0001", "mail": "0" * 12, "letter": "L1", "version": "1"}


@pytest.fixture(name="school")
def _school(tmp_path_factory: pytest.TempPathFactory) -> Rehearsal:
    return reported_school(tmp_path_factory.mktemp("access"))


def rules_of(app: Flask) -> list[Rule]:
    """The routes that need a right."""
    return [rule for rule in app.url_map.iter_rules() if needed(rule.endpoint) is not None]


def test_each_route_has_a_row_and_each_row_a_route(school: Rehearsal) -> None:
    """A page without a right is red here, and so is a right without a page."""
    endpoints = {rule.endpoint for rule in desk_of(school).url_map.iter_rules()}
    closed = {one for one in endpoints if one not in PUBLIC and not one.startswith("sign_in.")}
    assert closed == set(ROUTES)


def test_nobody_comes_in_without_signing_in(school: Rehearsal) -> None:
    """Every page sends a stranger to the page of signing in, and does nothing."""
    app = desk_of(school)
    nobody = Browser(school, app=app)
    for rule in rules_of(app):
        for method in (rule.methods or set()) & {"GET", "POST"}:
            path = _path(rule, nobody.name)
            answer = nobody.client.open(path, method=method)
            assert answer.status_code in {303, 400, 401}, (method, path)


@pytest.mark.parametrize("role", ROLES)
def test_a_role_opens_what_the_table_says(school: Rehearsal, role: str) -> None:
    """Without the right: 403. At a school where they hold no role: 404, as if it did not exist."""
    app = desk_of(school)
    browser = Browser(school, _holder(school, role), app=app)
    rights = rights_of(_roles(school, role))
    for rule in rules_of(app):
        right = needed(rule.endpoint)
        for method in (rule.methods or set()) & {"GET"}:
            answer = browser.client.open(_path(rule, browser.name), method=method)
            assert (answer.status_code == 403) == (right not in rights), (role, rule.rule)
            foreign = browser.client.open(_path(rule, "elsewhere"), method=method)
            assert foreign.status_code == 404, (role, rule.rule)


def test_the_office_never_ends_an_alert_and_only_signers_approve() -> None:
    """The lines of the table that matter most, said again by hand."""
    may = {right: {role for role in RIGHTS if right in RIGHTS[role]} for right in Right}
    assert may[Right.CLEAR] == {"dsl", "deputy"}
    assert may[Right.APPROVE] == {"head", "alternate", "reviewer"}
    assert may[Right.DECIDE] == {"head", "alternate", "reviewer"}
    assert may[Right.REPORTER] == {"head", "dsl", "deputy"}
    assert may[Right.CHILD_PROTECTION].isdisjoint({"office", "governor", "chair", "trust"})
    assert may[Right.ALL_CASES] == {"head", "dsl", "deputy", "office"}


def _path(rule: Rule, school: str) -> str:
    values = {**VALUES, "school": school}
    built = rule.build({name: values.get(name, "1") for name in rule.arguments}, append_unknown=False)
    assert built is not None, rule.rule
    return built[1]


def _holder(school: Rehearsal, role: str) -> str:
    return role if role in school.office.school.people else ""


def _roles(school: Rehearsal, role: str) -> set[str]:
    people = school.office.school.people
    if role not in people:
        pytest.skip(f"nobody is {role} at the example school")
    return {one for one, person in people.items() if person.email == people[role].email}
