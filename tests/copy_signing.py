"""Somebody reads every page of the copies for an adult and marks each passage as the program proposes."""

from letterladder.ground.values import replace
from letterladder.rules.register.register_filter import Wanted
from letterladder.rules.words import Format, Profile
from letterladder.workflows.acts.on_copy_pages import PageOrder, sign_page
from letterladder.workflows.exporting import Order, look_through
from letterladder.workflows.office import Office

BY = "Miss Joan Treadwell"


def sign_copy(office: Office, wanted: Wanted, *formats: Format) -> None:
    """Sign the pages of these cases that wait, for a copy in these formats; a bundle holds all there are."""
    for format_ in formats or (Format.BUNDLE,):
        order = Order(wanted=replace(wanted, since=None), profile=Profile.SUBJECT, format=format_)
        for page in look_through(office, order).unread:
            goes = {one.key: one.why is not None for one in page.passages}
            sign_page(office, PageOrder(by=BY, ref=page.ref, sha256=page.sha256, goes=goes))
