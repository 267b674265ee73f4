"""The act of signing a page of a copy for the adult: each passage of it goes or stays, and who looked is in the log."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from ...ground.errors import Problem, Refused
from ...rules.cases.case import Case
from ...rules.office.copy_events import CopyPageReviewed
from ...rules.privacy.passages import CopyPage, hashed_words
from ...rules.register.register_filter import Wanted
from ...rules.words import Format, Profile
from ..copy_pages import LookedThrough
from ..exporting import Order, look_through
from ..office import Office
from .standing import Stood

__all__ = ["LookedThrough", "PageOrder", "Signed", "pages_of", "sign_page"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageOrder:
    """Who signs which page of a case's copy.

    Attributes:
        by: who read it.
        ref: the case.
        sha256: of the page as it was read; of another, nothing is signed.
        goes: for each passage by its key whether it goes (True) or stays.
        also: words that go wherever they are in the copy.
        hides: says of a case that its reader may not see it.
    """

    by: str
    ref: str
    sha256: str
    goes: Mapping[str, bool]
    also: tuple[str, ...] = ()
    hides: Callable[[Case], object] | None = field(default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed(Stood):
    """The page that was signed, and the pages that still wait."""

    page: CopyPage
    waiting: tuple[CopyPage, ...]


def pages_of(office: Office, ref: str, hides: Callable[[Case], object] | None = None) -> LookedThrough:
    """The pages of the bundle that the adult of a case would get of it.

    Raises:
        Refused: there is no such case, or it is not shown to whoever asks.
    """
    office.case(ref)
    order = Order(wanted=Wanted(refs=(ref,)), profile=Profile.SUBJECT, format=Format.BUNDLE, hides=hides)
    return look_through(office, order)


def sign_page(office: Office, order: PageOrder) -> Signed:
    """Put into the log that a page was read, with what becomes of each of its passages.

    Raises:
        Refused: the page is another by now, a passage has no choice, or words cannot be withheld as they were typed.
    """
    looked = pages_of(office, order.ref, order.hides)
    page = next((one for one in looked.pages if one.sha256 == order.sha256), None)
    if page is None:
        what = (
            "This page is no longer as it was read: the case, the people register or the in-tray has changed."
        )
        raise Refused(Problem(where=order.ref, what=what, what_to_do="Read the page again, then sign it."))
    keys = {one.key: one for one in page.passages}
    if missing := [one for key, one in keys.items() if key not in order.goes]:
        what = f"{len(missing)} of {len(keys)} passages have no choice yet: first '{missing[0].written}'."
        do = "Choose for each passage whether it is withheld or stays."
        raise Refused(Problem(where=f"{order.ref}, {page.name}", what=what, what_to_do=do))
    words = [hashed_words(one) for one in order.also if one.strip()]
    if "" in words:
        what = "Words to withhold everywhere must be one to six words with letters."
        raise Refused(
            Problem(where=f"{order.ref}, {page.name}", what=what, what_to_do="Type them one a line.")
        )
    event = CopyPageReviewed(
        ref=page.ref,
        page=page.name,
        sha256=page.sha256,
        goes=[key for key in keys if order.goes[key]],
        stays=[key for key in keys if not order.goes[key]],
        words=words,
    )
    office.exports.append(office.clock.now(), order.by, event)
    waiting = tuple(one for one in looked.unread if one.sha256 != page.sha256)
    return Signed(ref=order.ref, page=page, waiting=waiting)
