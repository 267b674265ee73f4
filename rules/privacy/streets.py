"""Streets as people write them: without the number, shortened, and by the name alone."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..texts.names import words_of
from .plain_english import PLAIN_ENGLISH

_KINDS = """
    road rd; street str; avenue ave av; lane ln; close cl; crescent cres cresc; court ct crt; drive dr drv;
    gardens gdns gdn garden; terrace tce terr ter; place pl; square sq; grove gr gro; way wy; walk wlk; hill; rise;
    row; parade pde; park pk; green grn; mews; bank; view; vale; mount mt; buildings bldgs; cottages cotts; cottage;
    house hse; farm; villas; quay; wharf; yard; gate; end; fold; croft; drove; broadway; boulevard blvd; heights;
    apartments; lodge; barn; forge; mill; circus; circle; bridge; field fields; common; heath; meadow meadows; side
"""
KINDS = {kind: row.split() for row in _KINDS.split(";") for kind in row.split()}
"""Each word for a kind of street, and the ways to write it."""

_FLAT_WORDS = "flat apartment apt unit studio room no number block floor ground first second top upper lower"
FLATS = frozenset(_FLAT_WORDS.split())
LEAST_NAME = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class StreetForm:
    """Folded words of an address; `capital`: only with one, as for the name of a street alone."""

    words: tuple[str, ...]
    capital: bool = False


def street_forms(line: str) -> Iterator[StreetForm]:
    """The line, and what may be written of it; nothing for a town, a county or a number alone."""
    whole = words_of(line)
    if len(whole) > 1:
        yield StreetForm(words=whole)
    road = list(whole)
    while road and (road[0] in FLATS or any(map(str.isdigit, road[0])) or len(road[0]) == 1):
        road.pop(0)
    if len(road) < 2 or road[-1] not in KINDS:
        return
    name = tuple(road[:-1])
    for kind in KINDS[road[-1]]:
        yield StreetForm(words=(*name, kind))
    if road[-1] == "street":
        yield StreetForm(words=(*name, "st"))
    bare = name[1:] if name[0] in {"the", "old", "new", "upper", "lower"} and len(name) > 1 else name
    if len(bare) > 1 or (len(bare[0]) >= LEAST_NAME and bare[0] not in PLAIN_ENGLISH):
        yield StreetForm(words=bare, capital=True)
