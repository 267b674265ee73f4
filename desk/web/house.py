"""What one desk is set up with: [desk] of the school, or of the trust for all its schools, as it stands now."""

import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ...config.desk_address import listens_at
from ...config.desk_tables import DeskTable
from ...config.trust_file import TRUST_FILE, read_trust
from ...ground.errors import Problem, WrongUsage
from ...records.logs.stamps import Stamp, stamp_of
from ...rules.people.school import Desking, Person
from .schools import Schools

EVERYWHERE = frozenset({"0.0.0.0", "::"})  # noqa: S104 - looked for, not listened at


@dataclass(slots=True, kw_only=True)
class House:
    """The desk of one school or of a trust.

    Attributes:
        folder: that holds school.toml or trust.toml.
        schools: those that it shows.
    """

    folder: Path
    schools: Schools
    _stamp: Stamp | None = None
    _trust: tuple[DeskTable, tuple[Person, ...]] | None = None
    _turn: threading.Lock = field(default_factory=threading.Lock)

    @property
    def table(self) -> DeskTable:
        """[desk], read again when it was changed; while it is broken, the last good one goes on."""
        trust = self._of_trust()
        return trust[0] if trust else next(iter(self.schools)).settings.desk

    @property
    def desking(self) -> Desking:
        """How it listens, and how long people stay signed in."""
        return self.table.desking

    @property
    def trust_people(self) -> Mapping[str, Person]:
        """Those of the trust who see counts, by their email addresses in lower case."""
        trust = self._of_trust()
        return {one.email.casefold(): one for one in trust[1]} if trust else {}

    @property
    def address(self) -> str:
        """Where people find it: "https://desk.larkfield.example"; where none is set, where it listens."""
        desking = self.desking
        if desking.address:
            return desking.address
        host, port = listens_at(desking) or ("127.0.0.1", 8400)
        scheme = "https" if desking.certificate else "http"
        return f"{scheme}://{f'[{host}]' if ':' in host else host}:{port}"

    @property
    def is_https(self) -> bool:
        """Whether browsers come by HTTPS."""
        return bool(self.desking.certificate) or self.desking.behind_proxy

    def _of_trust(self) -> tuple[DeskTable, tuple[Person, ...]] | None:
        path = self.folder / TRUST_FILE
        if not path.exists():
            return None
        with self._turn:
            stamp = stamp_of(str(path))
            if stamp != self._stamp:
                found, _ = read_trust(self.folder)
                self._stamp = stamp
                if found:
                    self._trust = (found.desk, found.people)
            return self._trust


def may_start(house: House) -> None:
    """Refuse what people could not reach.

    Raises:
        WrongUsage: no address is set though it listens at all addresses of this computer, or behind a proxy.
    """
    desking = house.desking
    place = listens_at(desking)
    if desking.address or (place and place[0] not in EVERYWHERE and not desking.behind_proxy):
        return
    what = "The desk does not know by which address people reach it, so no link to sign in could be sent."
    do = 'Set it: [desk], address = "https://desk.larkfield.example".'
    raise WrongUsage(Problem(where="[desk], address", what=what, what_to_do=do))
