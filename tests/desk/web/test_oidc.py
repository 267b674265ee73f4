"""Signing in with a school account at Microsoft or Google: only what was signed for us, for this try, by the school."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from desk_browser import Page
from desk_door import START, Guest, Hall
from joserfc.jwk import RSAKey
from office import DSL, HEAD, school_folder
from servers.openid_provider import Claims, OpenIdProvider

TENANT, OTHER = "11111111-2222-3333-4444-555555555555", "99999999-2222-3333-4444-555555555555"
NOW = int(START.timestamp())
MICROSOFT = """
[desk.microsoft]
tenant = "{tenant}"
client_id = "our-client"
secret_file = "desk-secret"
authority = "{place}"
"""
GOOGLE = """
[desk.google]
client_id = "our-client"
secret_file = "desk-secret"
domain = "larkfield.example"
issuer = "{place}"
"""


@pytest.fixture(name="provider")
def _provider() -> Iterator[OpenIdProvider]:
    provider = OpenIdProvider()
    yield provider
    provider.stop()


def microsoft(tmp_path: Path, provider: OpenIdProvider, tenant: str = TENANT) -> Hall:
    """A school whose staff sign in at Microsoft."""
    provider.issuer_path = f"/{TENANT}/v2.0"
    provider.claims = {
        "tid": TENANT,
        "oid": "o1",
        "sub": "s1",
        "preferred_username": HEAD,
        "iat": NOW,
        "nbf": NOW,
        "exp": NOW + 3600,
    }
    return _hall(tmp_path, MICROSOFT.format(tenant=tenant, place=provider.address))


def google(tmp_path: Path, provider: OpenIdProvider) -> Hall:
    """A school whose staff sign in at Google."""
    provider.claims = {
        "hd": "larkfield.example",
        "sub": "s1",
        "email": DSL,
        "email_verified": True,
        "iat": NOW,
        "exp": NOW + 3600,
    }
    return _hall(tmp_path, GOOGLE.format(place=provider.address))


def _hall(tmp_path: Path, table: str) -> Hall:
    school_folder(tmp_path)
    folder = tmp_path / "school"
    (folder / "desk-secret").write_text("a secret\n")
    with (folder / "school.toml").open("a") as file:
        file.write(table)
    return Hall(folder)


def sign_in(guest: Guest, provider: OpenIdProvider, name: str = "microsoft", **changed: str) -> Page:
    """Press the button, sign in there, and come back."""
    there = guest.open(f"/sign-in/{name}", follow=False).answer.location
    assert there, guest.open(f"/sign-in/{name}").text
    code, state = provider.visit(there)
    query = {"code": code, "state": state, **changed}
    return guest.open(f"/sign-in/{name}/back?" + "&".join(f"{key}={value}" for key, value in query.items()))


def test_an_account_at_microsoft_signs_in(tmp_path: Path, provider: OpenIdProvider) -> None:
    """By a button, with a proof key; the page says who is there."""
    guest = microsoft(tmp_path, provider).browser()
    assert "Sign in with Microsoft" in guest.open("/sign-in").text
    assert "Google" not in guest.open("/sign-in").text
    there = guest.open("/sign-in/microsoft", follow=False).answer.location
    assert "code_challenge_method=S256" in there
    assert "redirect_uri=http%3A%2F%2F127.0.0.1%3A8400%2Fsign-in%2Fmicrosoft%2Fback" in there
    assert "Mrs Anita Hollis" in sign_in(guest, provider).source
    assert guest.is_in


def test_a_directory_may_be_named_by_its_domain(tmp_path: Path, provider: OpenIdProvider) -> None:
    """Which directory that is, Microsoft says itself."""
    hall = microsoft(tmp_path, provider, "larkfield.onmicrosoft.com")
    guest = hall.browser()
    sign_in(guest, provider)
    assert guest.is_in
    provider.claims["tid"] = OTHER
    stranger = hall.browser()
    sign_in(stranger, provider)
    assert not stranger.is_in


def test_an_account_at_google_signs_in(tmp_path: Path, provider: OpenIdProvider) -> None:
    """The same way."""
    guest = google(tmp_path, provider).browser()
    assert "Miss Joan Treadwell" in sign_in(guest, provider, "google").source


@pytest.mark.parametrize(
    ("said", "changed"),
    [
        ("not one of the school's", {"tid": OTHER}),
        ("not one of the school's", {"tid": None}),
        ("which account", {"oid": ""}),
        ("another program", {"aud": "another-client"}),
        ("another program", {"aud": ["our-client", "another-client"]}),
        ("another program", {"azp": "another-client"}),
        ("does not belong to this try", {"nonce": "another"}),
        ("does not belong to this try", {"nonce": None}),
        ("too late", {"exp": NOW - 121}),
        ("too late", {"exp": None}),
        ("from the future", {"iat": NOW + 600}),
        ("from the future", {"nbf": NOW + 600}),
        ("somebody else", {"iss": f"https://sts.windows.net/{TENANT}/"}),
        ("nobody's who holds a role", {"preferred_username": "b.aldous@larkfield.example"}),
        ("nobody's who holds a role", {"preferred_username": HEAD, "email": DSL}),
        ("no email address", {"preferred_username": "anita"}),
        ("no email address", {"preferred_username": None, "email": HEAD, "xms_edov": False}),
    ],
)
def test_an_answer_of_microsoft_that_is_not_for_us_signs_nobody_in(
    tmp_path: Path, provider: OpenIdProvider, said: str, changed: Claims
) -> None:
    """Each is signed by the right key; it is what they say that is wrong, and the page says what."""
    guest = microsoft(tmp_path, provider).browser()
    provider.say = lambda claims: {key: one for key, one in (claims | changed).items() if one is not None}
    page = sign_in(guest, provider)
    assert page.status == 403
    assert said in page.text
    assert not guest.is_in


@pytest.mark.parametrize(
    ("said", "changed"),
    [
        ("not one of the school's", {"hd": "another.example"}),
        ("not one of the school's", {"hd": None}),
        ("not verified", {"email_verified": False}),
        ("not verified", {"email_verified": "true"}),
        ("not verified", {"email_verified": None}),
        ("nobody's who holds a role", {"email": "head@another.example"}),
        ("no email address", {"email": None}),
    ],
)
def test_an_answer_of_google_that_is_not_for_us_signs_nobody_in(
    tmp_path: Path, provider: OpenIdProvider, said: str, changed: Claims
) -> None:
    """A private account with the same name, an address that was never verified, another school's."""
    guest = google(tmp_path, provider).browser()
    provider.say = lambda claims: {key: one for key, one in (claims | changed).items() if one is not None}
    page = sign_in(guest, provider, "google")
    assert page.status == 403
    assert said in page.text
    assert not guest.is_in


@pytest.mark.parametrize("algorithm", ["none", "HS256"])
def test_a_token_that_is_not_signed_by_a_key_of_theirs_is_refused(
    tmp_path: Path, provider: OpenIdProvider, algorithm: str
) -> None:
    """Without a signature, or with their public key used as a secret."""
    guest = microsoft(tmp_path, provider).browser()
    provider.algorithm = algorithm
    assert "cannot be believed" in sign_in(guest, provider).text
    assert not guest.is_in


def test_a_token_signed_by_a_key_that_is_not_theirs_is_refused(
    tmp_path: Path, provider: OpenIdProvider
) -> None:
    """Even under the name of one of their keys."""
    guest = microsoft(tmp_path, provider).browser()
    provider.key = RSAKey.generate_key(2048, {"kid": "one"}, private=True)
    assert "cannot be believed" in sign_in(guest, provider).text
    assert not guest.is_in


def test_an_answer_must_fit_the_try_of_this_browser(tmp_path: Path, provider: OpenIdProvider) -> None:
    """Another's answer, a wrong state, one used twice, and a refusal there sign nobody in."""
    hall = microsoft(tmp_path, provider)
    guest, other = hall.browser(), hall.browser()
    assert sign_in(guest, provider, state="another").status == 403
    code, state = provider.visit(guest.open("/sign-in/microsoft", follow=False).answer.location)
    back = f"/sign-in/microsoft/back?code={code}&state={state}"
    assert other.open(back).status == 403
    assert guest.open(f"/sign-in/microsoft/back?error=access_denied&state={state}").status == 403
    assert guest.open(back).status == 403
    assert not guest.is_in
    assert not other.is_in


def test_a_provider_that_is_away_is_said(tmp_path: Path, provider: OpenIdProvider) -> None:
    """The link by email remains."""
    guest = microsoft(tmp_path, provider).browser()
    provider.is_away = True
    page = guest.open("/sign-in/microsoft")
    assert page.status == 503
    assert "link sent by email" in page.text


def test_a_provider_that_is_not_set_up_has_no_page(tmp_path: Path, provider: OpenIdProvider) -> None:
    """Its address exists for nobody."""
    guest = microsoft(tmp_path, provider).browser()
    assert guest.open("/sign-in/google").status == 404
    assert guest.open("/sign-in/github").status == 404
