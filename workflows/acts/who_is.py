"""Whose word an act at the command line is: somebody who signed in, by their address."""

from ...ground.errors import Problem, Refused, WrongUsage
from ...rules.people.acting import Actor
from ...rules.people.school import Person
from ..office import Office
from ..signing import Act, actor_of


def who_signs_in(office: Office, typed: str) -> Person:
    """The role holder whom a typed name, role or address means.

    Raises:
        Refused: nobody or several are meant, or they hold no role.
    """
    actor = _meant(office, typed)
    person = office.school.holder_at(actor.email) if actor.email else None
    if person is None:
        what = f"{actor.named} holds no role in school.toml, so there is nothing to sign in for."
        raise Refused(Problem(where="--by", what=what, what_to_do="What staff record needs no signing in."))
    return person


def refuse_other(office: Office, email: str, typed: str) -> None:
    """Let a typed name pass that means whoever is signed in; "" does.

    Raises:
        WrongUsage: it means somebody else.
        Refused: it means nobody, or several.
    """
    if not typed.strip():
        return
    actor = _meant(office, typed)
    if actor.email.casefold() != email.casefold():
        what = f"{email} is signed in here, and --by says {actor.name}. Nothing was done."
        do = "Leave --by out, or sign in as whoever acts: letterladder sign-in --by NAME."
        raise WrongUsage(Problem(where="--by", what=what, what_to_do=do))


def _meant(office: Office, typed: str) -> Actor:
    return actor_of(office, typed, Act(where="--by", what="sign in"))
