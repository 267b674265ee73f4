"""What is wrong with a school's own mapping of a form, in words for whoever wrote it; all faults at once."""

import re
from collections.abc import Iterator
from difflib import get_close_matches

from ...ground.errors import Problem
from .forms import FIELDS, LONGEST_LABEL, NEEDED, Form, FormKind, FormTrust, tidy

ID = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
SHORTEST_PHRASE = 8
"""Letters of a phrase by which a system is told: shorter ones may be in anybody's emails."""

FREE_MAIL = frozenset(
    {
        "aol.com",
        "btinternet.com",
        "gmail.com",
        "googlemail.com",
        "hotmail.co.uk",
        "hotmail.com",
        "icloud.com",
        "live.co.uk",
        "live.com",
        "me.com",
        "msn.com",
        "outlook.com",
        "proton.me",
        "protonmail.com",
        "sky.com",
        "talktalk.net",
        "yahoo.co.uk",
        "yahoo.com",
    }
)
"""Domains where anybody can have an address."""

_ADDRESS = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]+")
_DOMAIN = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+", re.IGNORECASE)


def faults_of(form: Form, shared: frozenset[str], *, where: str) -> list[Problem]:
    """Every fault of one mapping.

    Args:
        form: the mapping.
        shared: addresses and domains from which a service sends for whoever asks it to, lower case.
        where: the file's name.
    """
    return [
        *_of_labels(form, where),
        *_of_senders(form, shared, where),
        *_of_phrases(form, where),
    ]


def _of_labels(form: Form, where: str) -> Iterator[Problem]:
    for name in form.labels:
        if name not in FIELDS:
            near = get_close_matches(name, FIELDS, n=1)
            hint = f"Did you mean {near[0]}? " if near else ""
            yield _fault(
                f"{where}, labels.{name}",
                f"There is no field '{name}'.",
                f"{hint}Fields: {', '.join(FIELDS)}.",
            )
    seen: dict[str, str] = {}
    for field in (*form.labels, "ignore", "beside"):
        named = form.labels.get(field, form.ignore if field == "ignore" else form.beside)
        key = f"{where}, labels.{field}" if field in form.labels else f"{where}, {field}"
        for label in named:
            yield from _of_label(label, key, seen, field)
    if form.kind is FormKind.REPORT:
        yield from _lacking(form, where)


def _of_label(label: str, where: str, seen: dict[str, str], field: str) -> Iterator[Problem]:
    plain = tidy(label)
    if not plain or len(label) > LONGEST_LABEL:
        yield _fault(
            where,
            f"A label must have 1 to {LONGEST_LABEL} characters, besides its number, colon or star.",
            "Copy it from an email of the form, or remove it.",
        )
    elif seen.setdefault(plain, field) != field:
        yield _fault(
            where,
            f'The label "{label}" is also under {seen[plain]}.',
            "Keep it in one place: an answer goes into one field.",
        )


def _lacking(form: Form, where: str) -> Iterator[Problem]:
    if not form.layouts:
        yield _fault(
            f"{where}, layouts",
            "It is not said how the form is laid out.",
            'Write layouts = ["table"], or "line", "below", "numbered", "question-answer".',
        )
    for names in NEEDED:
        if not any(form.labels.get(name) for name in names):
            yield _fault(
                f"{where}, labels",
                f"No label is given for {' or '.join(FIELDS[name] for name in names)}.",
                f'Add a line such as {names[0]} = ["..."] with the form\'s own words.',
            )


def _of_senders(form: Form, shared: frozenset[str], where: str) -> Iterator[Problem]:
    for address in form.addresses:
        if not _ADDRESS.fullmatch(address):
            yield _fault(
                f"{where}, from.addresses", f"'{address}' is not an email address.", "Write name@domain."
            )
    for domain in form.domains:
        if not _DOMAIN.fullmatch(domain):
            do = "Write what is behind the @ alone: cpoms.co.uk."
            yield _fault(f"{where}, from.domains", f"'{domain}' is not a domain.", do)
    named = form.addresses or form.domains or form.own_staff
    if form.kind is FormKind.NOTICE and not (named or form.names or (form.subject and form.says)):
        yield _fault(
            f"{where}, from",
            "Nothing tells this system's emails from others.",
            "Add addresses or domains below [from].",
        )
    if form.trust is FormTrust.STAFF:
        yield from _of_trust(form, shared, where, named=bool(named))


def _of_trust(form: Form, shared: frozenset[str], where: str, *, named: bool) -> Iterator[Problem]:
    if not named:
        yield _fault(
            f"{where}, trust",
            'trust = "staff" needs a sender: without one a stranger\'s email looks the same.',
            'Add addresses, domains or own_staff = true below [from], or write trust = "public".',
        )
    if form.kind is FormKind.NOTICE:
        return
    for sender in (*form.addresses, *form.domains):
        domain = sender.rpartition("@")[2].casefold()
        anybody = sender.casefold() in shared or domain in shared
        if anybody or ("@" not in sender and domain in FREE_MAIL):
            yield _fault(
                f"{where}, from",
                f'Anybody in the world can have email sent from {sender}, so trust = "staff" cannot rest on it.',
                'Let the form\'s emails come from an address of your own and name that, or write trust = "public".',
            )


def _of_phrases(form: Form, where: str) -> Iterator[Problem]:
    phrases = [(f"{where}, {key}", one) for key in ("says", "notice_says") for one in getattr(form, key)]
    for key, phrase in phrases:
        if len(re.findall(r"\w", phrase)) < SHORTEST_PHRASE:
            yield _fault(
                key,
                f'"{phrase}" is so short that anybody\'s email may hold it.',
                "Give a whole sentence of the system; * stands for words that change.",
            )
    for pattern in (*form.subject, *form.frame):
        if not re.search(r"\w", pattern):
            yield _fault(
                f"{where}, subject or frame",
                f'"{pattern}" fits every line.',
                "Write the words that are there.",
            )


def _fault(where: str, what: str, what_to_do: str) -> Problem:
    return Problem(where=where, what=what, what_to_do=what_to_do)
