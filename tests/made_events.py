"""Every kind of event, made up by hypothesis from the fields that the kind itself declares."""

from datetime import UTC, date, datetime
from typing import Any, get_args

import msgspec
from hypothesis import strategies as st

from letterladder.rules.cases.events import AnyEvent, Entry, Event, Fact, FlagSeen
from letterladder.rules.mails.mail_log import AnyMailEvent, MailEvent, Suggestion

KINDS: tuple[type[Event], ...] = get_args(AnyEvent)
MAIL_KINDS: tuple[type[MailEvent], ...] = get_args(AnyMailEvent)

MOMENTS = st.datetimes(min_value=datetime(2020, 1, 1), max_value=datetime(2040, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
st.register_type_strategy(datetime, MOMENTS)
st.register_type_strategy(date, st.dates(min_value=date(2020, 1, 1), max_value=date(2040, 1, 1)))
st.register_type_strategy(int, st.integers(min_value=0, max_value=10**9))


def made(kind: type[Any]) -> st.SearchStrategy[Any]:
    """Values of one Struct, each field filled by its declared type."""
    fields = {field.name: st.from_type(field.type) for field in msgspec.structs.fields(kind)}
    return st.builds(kind, **fields)


for part in (FlagSeen, Fact, Suggestion):
    st.register_type_strategy(part, made(part))

ANY_EVENT: st.SearchStrategy[AnyEvent] = st.one_of([made(kind) for kind in KINDS])
ANY_MAIL_EVENT: st.SearchStrategy[AnyMailEvent] = st.one_of([made(kind) for kind in MAIL_KINDS])


def entry(event: AnyEvent, seq: int = 1, by: str = "office") -> Entry:
    """An entry around `event`, made at nine on 9 November 2026 in London."""
    return Entry(seq=seq, at=datetime(2026, 11, 9, 9, 0, tzinfo=UTC), by=by, event=event, hash=f"{seq:064x}")
