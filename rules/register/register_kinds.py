"""What copies of the register show of each kind of row, as the kinds themselves say it."""

from collections.abc import Mapping

from ..cases.events import KINDS, Correction, InRegister
from ..cases.register_row import Sheet, Shown

SHOWN: Mapping[str, Shown] = {kind.__name__: kind.shown() for kind in KINDS if issubclass(kind, InRegister)}
"""Every kind of row, by the name that is in its column `kind`."""

CORRECTIONS = frozenset(kind.__name__ for kind in KINDS if issubclass(kind, Correction))


def kinds_on(sheet: Sheet) -> frozenset[str]:
    """The kinds of rows that are on this side sheet."""
    return frozenset(name for name, shown in SHOWN.items() if sheet in shown.sheets)
