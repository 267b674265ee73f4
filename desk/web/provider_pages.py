"""Signing in with a school account at Microsoft or Google: there, and back again."""

import logging
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from flask import Blueprint, abort, redirect, render_template, request, session
from werkzeug.wrappers import Response

from ...config.desk_tables import EntraTable, GoogleSignInTable
from ...ground.errors import LetterladderError, Problem, Refused, WrongUsage
from ...mailbox.open_id import Answered, Provider, answer, ask, tenant_in
from ...rules.office.sign_in_claims import Expected, claimed
from ...rules.people.nearness import Who
from ...workflows.ports import Clock
from .errors import status_of
from .house import House
from .link_mail import Whose

log = logging.getLogger("letterladder")
TRYING = "trying"
"""The key of the cookie that holds what the answer must fit; one try at a time."""
NAMES = {"microsoft": "Microsoft", "google": "Google"}


@dataclass(frozen=True, slots=True, kw_only=True)
class ProviderPages:
    """The two pages. `come_in` lets somebody in; `failed` counts a try that was not good."""

    house: House
    clock: Clock
    come_in: Callable[[Who], Response]
    failed: Callable[[], None]

    def add_to(self, page: Blueprint) -> None:
        """Put them among the pages of signing in."""
        page.add_url_rule("/sign-in/<any(microsoft, google):provider>", "there", self._there)
        page.add_url_rule("/sign-in/<any(microsoft, google):provider>/back", "back", self._back)

    def _there(self, provider: str) -> Response | tuple[str, int]:
        try:
            asking = ask(self._provider(provider))
        except LetterladderError as error:
            return self._refused(error)
        session[TRYING] = [provider, asking.state, asking.nonce, asking.verifier]
        return redirect(asking.address, code=303)

    def _back(self, provider: str) -> Response | tuple[str, int]:
        tried, state = session.pop(TRYING, None), request.args.get("state", "")
        try:
            if not tried or tried[0] != provider or not secrets.compare_digest(tried[1], state):
                raise _refusal("This try to sign in was begun elsewhere, or is over.")
            if not request.args.get("code"):
                raise _refusal(f"{NAMES[provider]} did not sign you in.")
            asked = self._provider(provider)
            answered = answer(asked, request.args["code"], tried[3])
            who = self._whom(provider, asked, answered, tried[2])
        except LetterladderError as error:
            return self._refused(error)
        return self.come_in(who)

    def _whom(self, name: str, provider: Provider, answered: Answered, nonce: str) -> Who:
        """The role holder whose account it is.

        Raises:
            Refused: it is nobody's, or not to be believed.
        """
        table = self._table(name)
        expected = Expected(
            issuer=answered.issuer,
            client_id=provider.client_id,
            nonce=nonce,
            tenant=_tenant(table, answered.issuer) if isinstance(table, EntraTable) else "",
            domain=table.domain if isinstance(table, GoogleSignInTable) else "",
        )
        found = claimed(answered.claims, expected, self.clock.now())
        if found.why_not:
            raise _refusal(found.why_not)
        whose = Whose(self.house)
        people = {one[0].email: one[0] for address in found.addresses if (one := whose(address))}
        if len(people) != 1:
            raise _refusal("The account's email address is nobody's who holds a role at the school.")
        return next(iter(people.values()))

    def _table(self, name: str) -> EntraTable | GoogleSignInTable:
        table = self.house.table.microsoft if name == "microsoft" else self.house.table.google
        if table is None:
            abort(404)
        return table

    def _provider(self, name: str) -> Provider:
        table = self._table(name)
        return Provider(
            name=NAMES[name],
            place=_place(table),
            client_id=table.client_id,
            redirect=f"{self.house.address}/sign-in/{name}/back",
            secret=secret_in(self.house.folder / table.secret_file),
        )

    def _refused(self, error: LetterladderError) -> tuple[str, int]:
        self.failed()
        log.warning("the desk: a sign-in with a school account failed: %s", error.problems[0].what)
        return render_template("sign_in_refused.html", problems=error.problems), (
            403 if isinstance(error, Refused) else status_of(error)
        )


def _place(table: EntraTable | GoogleSignInTable) -> str:
    """Below which the provider describes itself."""
    if isinstance(table, GoogleSignInTable):
        return table.issuer
    return f"{table.authority}/{table.tenant}/v2.0"


def _tenant(table: EntraTable, issuer: str) -> str:
    """The id of the school's directory, where the settings name it by a domain as Microsoft says it is."""
    return tenant_in(f"/{table.tenant}") or tenant_in(issuer) or "unknown"


def _refusal(what: str) -> Refused:
    do = "Sign in with your school account, or by a link sent by email."
    return Refused(Problem(where="sign-in", what=what, what_to_do=do))


def secret_in(path: Path) -> str:
    """The secret of an application.

    Raises:
        WrongUsage: the file cannot be read.
    """
    try:
        return path.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        what = f"{path.name} cannot be read, so nobody can sign in that way."
        do = "Put the secret alone into that file, readable by this account only (chmod 600)."
        raise WrongUsage(Problem(where="[desk], secret_file", what=what, what_to_do=do)) from error
