"""Which form or system an email comes from, whether its sender is known, and what it says."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Any

from ..ground.values import replace
from ..rules.mails.sender_check import doubt_about_sender
from ..rules.texts.forms import Form, FormBook, FormKind, FormTrust, Layout, fits
from ..rules.texts.names import words_of
from ..rules.texts.report import FormFields, Report
from .form import Item, Reading, labels_in, read_items
from .form_html import items_of

_BY_SYSTEM, _BY_LOOKS, _BY_LABELS = range(3)
MOST_LINES = 5_000
"""Lines of one text in which a form is looked for; what is below them is left over."""

SPEAKS_WITHIN = 200
"""Lines at the head and at the end among which a system's own sentences are looked for."""

_ANYWHERE = frozenset(Layout) - {Layout.BELOW}
"""Layouts by whose labels alone a form is told; a line that says "Parent" and nothing else proves nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What an email says, where a form may be.

    Attributes:
        own: the sender's own words.
        html: its HTML; "" where it answers another email, which it may quote.
        forwarded: the emails that it sends on.
    """

    own: str
    html: str
    forwarded: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Sources:
    """The same as lines and rows; `html` holds the sender's words that it lacks, `below` what is beyond the limit."""

    own: list[Item]
    html: list[Item]
    sent_on: list[list[Item]]
    below: str

    @property
    def labels(self) -> frozenset[str]:
        """Whatever looks like a label in any of them."""
        return labels_in(chain(self.own, self.html, *self.sent_on))


@dataclass(frozen=True, slots=True)
class _Found:
    form: Form
    how: int
    reading: Reading
    sent_on: bool
    from_own: bool = False

    @property
    def is_form(self) -> bool:
        return FormFields(**self.reading.fields).is_form

    @property
    def worth(self) -> tuple[bool, bool, int]:
        """Filled, of somebody whom the mapping names, and the more was read: the likelier it is this form."""
        return self.is_form, self.from_own, len(self.reading.lines)


def form_in(report: Report, told: Told, book: FormBook) -> tuple[FormFields, str]:
    """The form that an email is, and what it says beside it; without fields and "" where it is none.

    A system's own address comes first, then the looks of a system, then labels alone.
    """
    if not book.forms:
        return FormFields(), ""
    ranked = [(form, _how(form, report, told.own)) for form in book.forms]
    sources = _sources(told)
    seen = sources.labels
    ranked = [(form, how) for form, how in ranked if how != _BY_LABELS or form.may_be_in(seen)]
    for how in (_BY_SYSTEM, _BY_LOOKS, _BY_LABELS):
        found = [
            replace(
                _read(form, how, sources), from_own=form.is_sent_by(report.from_address, book.own_domains)
            )
            for form, rank in ranked
            if rank == how
        ]
        best = max(found, key=lambda one: one.worth, default=None)
        notice = next((one for one in found if one.form.kind is FormKind.NOTICE), None)
        if best and (best.is_form or (how != _BY_LABELS and best.form.kind is FormKind.NOTICE)):
            return _told(best, report, sources, book)
        if how == _BY_SYSTEM and best:
            return _told(best, report, sources, book)
        if how == _BY_LOOKS and notice:
            return _told(notice, report, sources, book)
    unread = next((form for form, rank in ranked if rank == _BY_LOOKS), None)
    return _told(_read(unread, _BY_LOOKS, sources), report, sources, book) if unread else (FormFields(), "")


def _how(form: Form, report: Report, own: str) -> int:
    if form.is_sent_by_its_system(report.from_address) and form.fits_subject(report.subject):
        return _BY_SYSTEM
    named = any(name.casefold() in report.from_name.casefold() for name in form.names)
    speaks = any(fits(form.says, line) for line in _edges(own))
    if form.kind is FormKind.NOTICE:
        speaks = speaks and fits(form.subject, report.subject)
    return _BY_LOOKS if named or speaks else _BY_LABELS


def _edges(text: str) -> list[str]:
    """The first and the last lines of a text."""
    lines = text.split("\n")
    return lines if len(lines) <= 2 * SPEAKS_WITHIN else [*lines[:SPEAKS_WITHIN], *lines[-SPEAKS_WITHIN:]]


def _sources(told: Told) -> _Sources:
    own: list[Item] = list(told.own.split("\n"))
    items = items_of(told.html) if told.html else []
    cut = (line for text in told.forwarded for line in text.split("\n")[MOST_LINES:])
    return _Sources(
        own=own[:MOST_LINES],
        html=[*items[:MOST_LINES], *_unseen_in(items, own[:MOST_LINES])] if items else [],
        sent_on=[list(text.split("\n")[:MOST_LINES]) for text in told.forwarded],
        below=_text_of([*own[MOST_LINES:], *items[MOST_LINES:], *cut]),
    )


def _text_of(items: list[Item]) -> str:
    return "\n".join(item if isinstance(item, str) else f"{item.label} {item.value}" for item in items)


def _read(form: Form, how: int, sources: _Sources) -> _Found:
    """What this form's mapping reads: in the sender's words or the HTML, else in an email that is sent on."""
    layouts = form.layouts if how != _BY_LABELS else form.layouts & _ANYWHERE
    own = _Found(form, how, read_items(sources.own, form, layouts), sent_on=False)
    if sources.html:
        whole = read_items(sources.html, form, layouts)
        own = max(own, _Found(form, how, whole, sent_on=False), key=lambda one: one.worth)
    if own.is_form:
        return own
    others = [_Found(form, how, read_items(one, form, layouts), sent_on=True) for one in sources.sent_on]
    best = max(others, key=lambda one: one.worth, default=own)
    return best if best.is_form else own


def _unseen_in(items: list[Item], own: list[Item]) -> Iterator[Item]:
    """Lines of the sender's words that the HTML does not hold."""
    seen = _squeezed(_text_of(items))
    yield from (line for line in own if isinstance(line, str) and _squeezed(line) not in seen)


def _told(found: _Found, report: Report, sources: _Sources, book: FormBook) -> tuple[FormFields, str]:
    form, reading = found.form, found.reading
    doubt = _doubt(found, report, book)
    beside = f"{reading.beside}\n{sources.below}"
    if found.sent_on:
        whole = read_items(sources.own, form, frozenset())
        beside = f"{whole.beside}\n{beside}"
    trusted = form.trust is FormTrust.STAFF and not doubt
    fields = FormFields(
        **_with_exact_words(reading.fields),
        source=form.id,
        title=form.title,
        kind=FormKind.NOTICE if _is_notice(found, sources.own) else FormKind.REPORT,
        trust=FormTrust.STAFF if trusted else FormTrust.PUBLIC,
        known_sender=not doubt,
        doubt=doubt,
        system=found.how != _BY_LABELS,
        lines=reading.lines,
    )
    return fields, _telling(beside, report, fields.reporter)


def _with_exact_words(fields: dict[str, Any]) -> dict[str, Any]:
    """The fields, with the exact words in quotation marks below what happened: they are read as such everywhere."""
    exact = str(fields.get("exact", ""))
    if not exact:
        return fields
    marked = exact if re.search(r'["“”„«»]', exact) else f"“{exact}”"
    return {**fields, "what": "\n\n".join(part for part in (fields.get("what", ""), marked) if part)}


def _is_notice(found: _Found, own: list[Item]) -> bool:
    if found.form.kind is FormKind.NOTICE:
        return True
    news = any(fits(found.form.notice_says, line) for line in own if isinstance(line, str))
    return news and not found.is_form


def _doubt(found: _Found, report: Report, book: FormBook) -> str:
    """Why the sender is not known, or ""."""
    form, address = found.form, report.from_address
    if found.sent_on:
        return f"{address or 'somebody'} sent it on"
    if not form.is_sent_by(address, book.own_domains):
        return f"{address or 'its sender'} is not an address that it is known to come from"
    if not form.fits_subject(report.subject):
        return "its subject is another one than it is known by"
    return doubt_about_sender(report, book.authserv_id)


def _telling(beside: str, report: Report, reporter: str) -> str:
    """What is left over, without lines that are only the writer's name or are in the subject too."""
    own = {word for name in (report.from_name, reporter) for word in words_of(name)}
    subject = _squeezed(report.subject)
    lines = (line for line in beside.split("\n") if _squeezed(line) not in subject)
    return "\n".join(line for line in lines if not set(words_of(line)) <= own).strip()


def _squeezed(text: str) -> str:
    return "".join(re.findall(r"\w+", text)).casefold()
