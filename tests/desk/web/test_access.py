"""Who may open what: every route has its right, and the table alone says which role at which school is let in."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from desk_browser import desk_of
from desk_door import Guest, Hall
from office import MONDAY, edited, school_folder
from prepared import reported_school
from werkzeug.routing import Rule

from letterladder.desk.web.access import PUBLIC, ROUTES, needed
from letterladder.rules.people.rights import RIGHTS, Right

VALUES = {"ref": "2026-0001", "mail": "0" * 12, "letter": "L1", "version": "1"}
MORE = "".join(
    f'[people.{role}]\nname = "Mx {role.title()} Person"\nrole = "{role}"\nemail = "{role}@ash.example"\n'
    for role in ("chair", "reviewer", "governor")
)
TRUST = """name = "Wood Trust"
schools = ["ash-school", "birch-school"]
[[people]]
name = "Mrs Una Fell"
email = "trust@wood.example"
"""


@dataclass(frozen=True, slots=True)
class Trust:
    """Two schools with one desk, and the address of each role's holder at the first."""

    hall: Hall
    ash: Path
    addresses: dict[str, str]

    @property
    def own(self) -> str:
        """The school where everybody holds a role."""
        return self.hall.name

    @property
    def foreign(self) -> str:
        """The other one, where none of them does, but those of the trust."""
        return [one.name for one in self.hall.house.schools][1]

    def rules(self, method: str) -> Iterator[tuple[Rule, Right]]:
        """The routes that need a right, and can be asked in this way."""
        for rule in self.hall.app.url_map.iter_rules():
            right = needed(rule.endpoint)
            if right and method in (rule.methods or ()):
                yield rule, right

    def path(self, rule: Rule, school: str) -> str:
        """An address of this route."""
        values = {**VALUES, "school": school}
        built = rule.build({name: values.get(name, "1") for name in rule.arguments}, append_unknown=False)
        assert built is not None, rule.rule
        return built[1]

    def kept(self) -> str:
        """What is on disk of both schools, but for who read what and what can be made again."""
        left_out = ("index.", "reads.", "-at-a-glance", ".lock", ".pid")
        files = sorted(file for file in self.hall.folder.rglob("data/**/*") if file.is_file())
        told = [(str(one), one.read_bytes()) for one in files if not any(x in one.name for x in left_out)]
        return hashlib.sha256(repr(told).encode()).hexdigest()


@pytest.fixture(name="trust", scope="module")
def _trust(tmp_path_factory: pytest.TempPathFactory) -> Trust:
    place = tmp_path_factory.mktemp("access")
    for name, school in (("ash", reported_school(place / "a").folder), ("birch", school_folder(place / "b"))):
        school.rename(place / f"{name}-school")
        edited(
            place / f"{name}-school",
            ("Larkfield Primary School", f"{name.title()} Primary School"),
            ("[people.office]", f"{MORE}\n[people.office]"),
        )
    birch = place / "birch-school" / "school.toml"
    people, contact, rest = birch.read_text().partition("[contact]")
    birch.write_text(people.replace("@larkfield", "@birch").replace("@ash", "@birch") + contact + rest)
    (place / "trust.toml").write_text(TRUST)
    hall = Hall(place, place / "ash-school", place / "birch-school", today=MONDAY)
    held = next(iter(hall.house.schools)).settings.school.people
    addresses = {role: one.email for role, one in held.items()} | {"trust": "trust@wood.example"}
    return Trust(hall, place / "ash-school", addresses)


def test_each_route_has_a_row_and_each_row_a_route(tmp_path: Path) -> None:
    """A page without a right is red here, and so is a right without a page."""
    endpoints = {rule.endpoint for rule in desk_of(reported_school(tmp_path)).url_map.iter_rules()}
    closed = {one for one in endpoints if one not in PUBLIC and not one.startswith("sign_in.")}
    assert closed == set(ROUTES)


def test_each_role_has_its_own_holder_here(trust: Trust) -> None:
    """Or the tests below would show nothing: every role of the table, each of another person."""
    assert set(trust.addresses) == set(RIGHTS)
    assert len(set(trust.addresses.values())) == len(RIGHTS)


def test_nobody_comes_in_without_signing_in(trust: Trust) -> None:
    """Every page sends a stranger to the page of signing in, and does nothing."""
    before, nobody = trust.kept(), trust.hall.browser()
    token = _token(nobody)
    for rule, _ in trust.rules("GET"):
        answer = nobody.client.get(trust.path(rule, trust.own))
        assert answer.status_code == 303, rule.rule
        assert "/sign-in?next=" in answer.location
    for rule, _ in trust.rules("POST"):
        answer = nobody.client.post(trust.path(rule, trust.own), data={"csrf_token": token})
        assert answer.status_code == 401, rule.rule
    assert trust.kept() == before


@pytest.mark.parametrize("role", RIGHTS)
def test_a_role_opens_what_the_table_says(trust: Trust, role: str) -> None:
    """Without the right: 403. At a school where they hold no role: 404, as if it did not exist."""
    guest = trust.hall.signed_in(trust.addresses[role])
    for rule, right in trust.rules("GET"):
        answer = guest.client.get(trust.path(rule, trust.own))
        assert answer.status_code < 500, rule.rule
        assert right in RIGHTS[role] or answer.status_code == 403, rule.rule
        assert right not in RIGHTS[role] or answer.status_code in {200, 303, 404, 405}, rule.rule
        if role != "trust":
            assert guest.client.get(trust.path(rule, trust.foreign)).status_code == 404, rule.rule


@pytest.mark.parametrize("role", RIGHTS)
def test_what_a_role_may_not_do_changes_nothing(trust: Trust, role: str) -> None:
    """A form sent without the right is refused with 403; to another school with 404; nothing on disk is other."""
    guest = trust.hall.signed_in(trust.addresses[role])
    token, before = _token(guest), trust.kept()
    for rule, right in trust.rules("POST"):
        data = {"csrf_token": token, "once": "0" * 16, "seen": "1", "do": "take"}
        if right not in RIGHTS[role]:
            assert guest.client.post(trust.path(rule, trust.own), data=data).status_code == 403, rule.rule
        if role != "trust":
            answer = guest.client.post(trust.path(rule, trust.foreign), data=data)
            assert answer.status_code == 404, rule.rule
    assert trust.kept() == before


@pytest.mark.parametrize("role", RIGHTS)
def test_a_form_without_its_mark_does_nothing(trust: Trust, role: str) -> None:
    """Another site's page cannot press our buttons, whoever is signed in."""
    guest = trust.hall.signed_in(trust.addresses[role])
    before = trust.kept()
    for rule, _ in trust.rules("POST"):
        assert guest.client.post(trust.path(rule, trust.own), data={"do": "take"}).status_code == 400
    assert trust.kept() == before


def test_the_office_never_ends_an_alert_and_only_signers_approve() -> None:
    """The lines of the table that matter most, said again by hand."""
    may = {right: {role for role in RIGHTS if right in RIGHTS[role]} for right in Right}
    assert may[Right.CLEAR] == {"dsl", "deputy"}
    assert may[Right.APPROVE] == {"head", "alternate", "reviewer"}
    assert may[Right.DECIDE] == {"head", "alternate", "reviewer"}
    assert may[Right.REPORTER] == {"head", "dsl", "deputy"}
    assert may[Right.CHILD_PROTECTION].isdisjoint({"office", "governor", "chair", "trust"})
    assert may[Right.ALL_CASES] == {"head", "dsl", "deputy", "office"}
    assert may[Right.GOVERNORS] >= {"governor", "chair"}
    assert [right for right in Right if "trust" in may[right]] == [Right.COME_IN, Right.COUNTS]
    assert [right for right in Right if "governor" in may[right]] == [Right.COME_IN, Right.GOVERNORS]


def _token(guest: Guest) -> str:
    return str(guest.open("/sign-in").tree.xpath("//input[@name='csrf_token']/@value")[0])
