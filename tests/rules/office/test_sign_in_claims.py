"""Whom a signed token lets in: each claim that must be as it should, at its limit and one beyond."""

from datetime import UTC, datetime, timedelta

import pytest

from letterladder.rules.office.sign_in_claims import LEEWAY, Claimed, Expected, claimed

NOW = datetime(2026, 11, 9, 9, 0, tzinfo=UTC)
THEN = int(NOW.timestamp())
MICROSOFT = Expected(issuer="https://issuer.example", client_id="us", nonce="n1", tenant="T-1")
GOOGLE = Expected(issuer="https://issuer.example", client_id="us", nonce="n1", domain="larkfield.example")
COMMON: dict[str, object] = {
    "iss": "https://issuer.example",
    "aud": "us",
    "nonce": "n1",
    "exp": THEN + 60,
    "iat": THEN - 5,
}
OF_MICROSOFT: dict[str, object] = {
    **COMMON,
    "tid": "t-1",
    "oid": "o1",
    "preferred_username": " head@larkfield.example ",
    "email": "a.hollis@larkfield.example",
}
OF_GOOGLE: dict[str, object] = {
    **COMMON,
    "hd": "Larkfield.example",
    "sub": "s1",
    "email": "head@larkfield.example",
    "email_verified": True,
}
BOTH = ("head@larkfield.example", "a.hollis@larkfield.example")
SOMEBODY_ELSE = "The answer was signed by somebody else than was asked."
ANOTHER = "The answer was made for another program."
OTHER_TRY = "The answer does not belong to this try."
LATE = "The answer came too late."
FUTURE = "The answer is from the future: the clock of this computer may be wrong."
NOT_OURS = "The account is not one of the school's."
WHICH = "The answer does not say which account it is of."
NO_ADDRESS = "The account has no email address."
GONE = object()


def changed(claims: dict[str, object], **others: object) -> dict[str, object]:
    """The claims with some of them different, or gone."""
    return {name: value for name, value in {**claims, **others}.items() if value is not GONE}


def test_a_sound_token_proves_its_addresses() -> None:
    """At Microsoft both its names, in that order; at Google the address alone."""
    assert claimed(OF_MICROSOFT, MICROSOFT, NOW) == Claimed(addresses=BOTH)
    assert claimed({**OF_GOOGLE, "preferred_username": "x@x.example"}, GOOGLE, NOW) == Claimed(
        addresses=BOTH[:1]
    )


EDGE = int(LEEWAY.total_seconds())
REFUSED: list[tuple[str, dict[str, object], str]] = [
    ("another issuer", {"iss": "https://issuer.example/"}, SOMEBODY_ELSE),
    ("no issuer", {"iss": GONE}, SOMEBODY_ELSE),
    ("another program", {"aud": "them"}, ANOTHER),
    ("two programs", {"aud": ["us", "them"]}, ANOTHER),
    ("made by another", {"azp": "them"}, ANOTHER),
    ("no program", {"aud": GONE}, ANOTHER),
    ("another try", {"nonce": "n2"}, OTHER_TRY),
    ("no try", {"nonce": GONE}, OTHER_TRY),
    ("just over", {"exp": THEN - EDGE}, LATE),
    ("no end", {"exp": GONE}, LATE),
    ("an end in words", {"exp": "soon"}, LATE),
    ("an end that is a yes", {"exp": True}, LATE),
    ("issued later", {"iat": THEN + EDGE + 1}, FUTURE),
    ("never issued", {"iat": GONE}, FUTURE),
    ("begins later", {"nbf": THEN + EDGE + 1}, FUTURE),
    ("begins in words", {"nbf": "now"}, FUTURE),
]
OF_THEIRS: list[tuple[str, dict[str, object], str]] = [
    ("another directory", {"tid": "t-2"}, NOT_OURS),
    ("no directory", {"tid": GONE}, NOT_OURS),
    ("no account", {"oid": ""}, WHICH),
    ("no address", {"preferred_username": GONE, "email": GONE}, NO_ADDRESS),
    ("names that are no addresses", {"preferred_username": "head", "email": 7}, NO_ADDRESS),
]
OF_ITS: list[tuple[str, dict[str, object], str]] = [
    ("another domain", {"hd": "elsewhere.example"}, NOT_OURS),
    ("no domain", {"hd": GONE}, NOT_OURS),
    ("not verified", {"email_verified": False}, "The email address of the account is not verified."),
    ("verified in words", {"email_verified": "true"}, "The email address of the account is not verified."),
    ("no account", {"sub": GONE}, WHICH),
    ("no address", {"email": GONE}, NO_ADDRESS),
]


def ids(rows: list[tuple[str, dict[str, object], str]]) -> list[str]:
    """What each row is called."""
    return [row[0] for row in rows]


@pytest.mark.parametrize(("_", "others", "why"), REFUSED, ids=ids(REFUSED))
def test_a_token_that_is_not_for_us_proves_nothing(_: str, others: dict[str, object], why: str) -> None:
    """At either of them, with its reason and no address."""
    assert claimed(changed(OF_MICROSOFT, **others), MICROSOFT, NOW) == Claimed(why_not=why)
    assert claimed(changed(OF_GOOGLE, **others), GOOGLE, NOW) == Claimed(why_not=why)


@pytest.mark.parametrize(("_", "others", "why"), OF_THEIRS, ids=ids(OF_THEIRS))
def test_an_account_at_microsoft_that_is_not_ours(_: str, others: dict[str, object], why: str) -> None:
    """Another directory, or no account."""
    assert claimed(changed(OF_MICROSOFT, **others), MICROSOFT, NOW) == Claimed(why_not=why)


@pytest.mark.parametrize(("_", "others", "why"), OF_ITS, ids=ids(OF_ITS))
def test_an_account_at_google_that_is_not_ours(_: str, others: dict[str, object], why: str) -> None:
    """Another domain, or an address that nobody proved."""
    assert claimed(changed(OF_GOOGLE, **others), GOOGLE, NOW) == Claimed(why_not=why)


@pytest.mark.parametrize(
    "others",
    [
        {"aud": ["us"]},
        {"azp": "us"},
        {"exp": THEN - EDGE + 1},
        {"exp": THEN + 0.5},
        {"iat": THEN + EDGE},
        {"nbf": THEN + EDGE},
        {"nbf": THEN - 1},
    ],
    ids=[
        "a list of us",
        "made by us",
        "within the leeway",
        "a part of a second",
        "issued",
        "begins",
        "began",
    ],
)
def test_at_the_limit_a_token_is_good(others: dict[str, object]) -> None:
    """Two clocks may differ by two minutes."""
    assert claimed({**OF_MICROSOFT, **others}, MICROSOFT, NOW) == Claimed(addresses=BOTH)


@pytest.mark.parametrize("said", [False, "0"])
def test_an_address_whose_domain_microsoft_did_not_prove_is_left_out(said: object) -> None:
    """Anybody can write any address into their own directory."""
    assert claimed({**OF_MICROSOFT, "xms_edov": said}, MICROSOFT, NOW) == Claimed(addresses=BOTH[:1])
    assert claimed({**OF_MICROSOFT, "xms_edov": True}, MICROSOFT, NOW) == Claimed(addresses=BOTH)


def test_an_address_is_named_once() -> None:
    """The name to sign in with is mostly the address."""
    same = {**OF_MICROSOFT, "preferred_username": BOTH[1]}
    assert claimed(same, MICROSOFT, NOW) == Claimed(addresses=BOTH[1:])


def test_who_asked_for_no_try_is_given_nobody() -> None:
    """Two empty words are equal; and a school without a domain has no accounts at Google."""
    asked = Expected(issuer="https://issuer.example", client_id="us", nonce="", tenant="T-1")
    assert claimed({**OF_MICROSOFT, "nonce": ""}, asked, NOW) == Claimed(why_not=OTHER_TRY)
    nowhere = Expected(issuer="https://issuer.example", client_id="us", nonce="n1")
    assert claimed({**OF_GOOGLE, "hd": ""}, nowhere, NOW) == Claimed(why_not=NOT_OURS)


def test_the_first_reason_is_the_one_that_is_said() -> None:
    """From who signed it down to the account."""
    wrong = {**OF_GOOGLE, "iss": "x", "aud": "x", "nonce": "x", "exp": 0, "iat": THEN + 999, "hd": "x"}
    for name, why in (
        ("iss", SOMEBODY_ELSE),
        ("aud", ANOTHER),
        ("nonce", OTHER_TRY),
        ("exp", LATE),
        ("iat", FUTURE),
        ("hd", NOT_OURS),
    ):
        assert claimed(wrong, GOOGLE, NOW).why_not == why
        wrong[name] = OF_GOOGLE[name]
    assert claimed(wrong, GOOGLE, NOW + timedelta(seconds=1)).addresses == BOTH[:1]
