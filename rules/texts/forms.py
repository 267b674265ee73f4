"""Forms and systems whose emails we can read, as values: who sends them, how their lines are named, who fills them in.

What each is, a mapping file says (`config/forms/NAME.toml`, or a school's own); `docs/forms.md` explains them.
"""

import re
from collections.abc import Mapping
from enum import StrEnum
from functools import cached_property, lru_cache

from msgspec import Struct

LONGEST_LABEL = 160
"""Characters of a line that may be a label."""

LONGEST_FITTED = 1_000
"""Characters of a line or subject that are compared with a phrase."""


class FormTrust(StrEnum):
    """Who can fill a form in: somebody the school has signed in, or anybody."""

    STAFF = "staff"
    PUBLIC = "public"


class FormKind(StrEnum):
    """What an email of a form or system holds: a report, or only the news that there is something to read."""

    REPORT = "report"
    NOTICE = "notice"


class Layout(StrEnum):
    """How labels and answers are laid out."""

    LINE = "line"
    BELOW = "below"
    TABLE = "table"
    NUMBERED = "numbered"
    QUESTION_ANSWER = "question-answer"


SMALL = frozenset(
    {"was", "is", "it", "this", "that", "did", "the", "a", "an", "please", "were", "has", "been"}
)
"""Words of a label that tell nothing."""
FIELDS: Mapping[str, str] = {
    "parent": "the adult it is about",
    "pupil": "their child",
    "where": "where it was posted",
    "link": "the web address",
    "posted_on": "the day of the post",
    "what": "what was posted, said or done",
    "exact": "the exact words",
    "seen_by": "who saw it",
    "reporter": "who fills the form in",
    "on_site": "where on site",
    "seen_when": "when it was seen",
    "affected": "who was affected",
}
"""The fields that a label may stand for, in words for a person."""

NEEDED: tuple[tuple[str, ...], ...] = (("parent", "pupil"), ("what", "exact"))
"""Fields of which a report must have one each, or it is no filled form."""


class FormLine(Struct, frozen=True, kw_only=True):
    """One field as it was read, with its label as the email has it."""

    field: str
    label: str
    value: str


class Form(Struct, frozen=True, kw_only=True, dict=True):
    """A form or system: one mapping file.

    Attributes:
        id: its short name; a school's own file of the same id takes the place of ours.
        title: what people call it.
        addresses, domains: who sends it; a domain stands for those below it as well.
        own_staff: anybody at the school's own domain may send it.
        names: the name beside the sender's address, by which one that only looks like it is told.
        subject: of which one must fit the subject, where any are given; * stands for any words.
        says: sentences of the system itself.
        notice_says: sentences by which a report form's email without any answers is told.
        frame: lines of the system that tell nothing, and are neither answers nor left over; * stands for any words.
        labels: the labels of each field.
        ignore: labels whose answers tell nothing of what happened, such as "your role".
        beside: labels whose answers tell something that no field takes.
    """

    id: str
    title: str
    kind: FormKind = FormKind.REPORT
    trust: FormTrust = FormTrust.PUBLIC
    layouts: frozenset[Layout] = frozenset()
    addresses: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    own_staff: bool = False
    names: tuple[str, ...] = ()
    subject: tuple[str, ...] = ()
    says: tuple[str, ...] = ()
    notice_says: tuple[str, ...] = ()
    frame: tuple[str, ...] = ()
    labels: Mapping[str, tuple[str, ...]]
    ignore: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()

    @cached_property
    def by_label(self) -> Mapping[str, str]:
        """The field of each label, tidied; "" for one that is ignored, "beside" for one that no field takes."""
        found = {tidy(label): "beside" for label in self.beside} | {tidy(label): "" for label in self.ignore}
        return found | {tidy(label): field for field, labels in self.labels.items() for label in labels}

    def may_be_in(self, labels: frozenset[str]) -> bool:
        """Whether these labels, tidied, can fill what the form needs."""
        fields = {self.by_label[label] for label in labels & self.by_label.keys()}
        return all(fields.intersection(names) for names in NEEDED)

    def is_sent_by(self, address: str, own_domains: frozenset[str]) -> bool:
        """Whether the mapping file names this sender."""
        domain = address.partition("@")[2].casefold()
        if self.own_staff and domain in own_domains:
            return True
        return self.is_sent_by_its_system(address)

    def is_sent_by_its_system(self, address: str) -> bool:
        """The same, by an address or a domain of its own and not merely by somebody at the school."""
        domain = address.partition("@")[2].casefold()
        if address.casefold() in {one.casefold() for one in self.addresses}:
            return True
        return bool(domain) and any(
            domain == one.casefold() or domain.endswith(f".{one.casefold()}") for one in self.domains
        )

    def fits_subject(self, subject: str) -> bool:
        """Whether the subject is one of those the mapping file names; also where it names none.

        A system that only brings news sends nothing else: its subjects tell an imitation, and no more.
        """
        return not self.subject or self.kind is FormKind.NOTICE or fits(self.subject, subject)

    def is_frame(self, line: str) -> bool:
        """Whether this line is the system's own and tells nothing."""
        return fits(self.frame, line)


class FormBook(Struct, frozen=True, kw_only=True):
    """The forms that a school knows, its own first; and what tells its own people from strangers.

    Attributes:
        own_domains: the domains of the school's staff, lower case.
        authserv_id: the name of the school's mail server, as in `rules.mails.sender_check`.
        own: the ids that the school's own files hold; `off` those that it has switched off.
    """

    forms: tuple[Form, ...] = ()
    own_domains: frozenset[str] = frozenset()
    authserv_id: str = ""
    own: frozenset[str] = frozenset()
    off: tuple[str, ...] = ()


NO_FORMS = FormBook()


def tidy(label: str) -> str:
    """A label as it is compared: without case, number, colon, star, question mark or a note that it is required.

    Nor do small words count: "Where was it posted?" and "Where it was posted" are one label.
    """
    plain = " ".join(label.replace("’", "'").split()).strip(" *_>•·-–").casefold()
    plain = re.sub(r"^(?:q(?:uestion)?\s?\d{0,3}|\d{1,3})\s?[.)]\s*", "", plain)
    plain = re.sub(r"(?:[\s:：*?_.]|\((?:required|optional)\))+$", "", plain)
    return " ".join(word for word in plain.split() if word not in SMALL) or plain


def fits(phrases: tuple[str, ...], text: str) -> bool:
    """Whether a whole line or subject is one of these phrases; * stands for any words.

    Letter case, spaces, and what is beyond the first thousand characters do not count.
    """
    line = " ".join(text[:LONGEST_FITTED].split()).casefold()
    exact, open_ones = _taken_apart(phrases)
    return line in exact or any(_fits_parts(parts, line) for parts in open_ones)


@lru_cache(maxsize=200)
def _taken_apart(phrases: tuple[str, ...]) -> tuple[frozenset[str], tuple[tuple[str, ...], ...]]:
    """The phrases without a star, and the parts between the stars of the others."""
    plain = [tuple(" ".join(part.split()) for part in one.casefold().split("*")) for one in phrases]
    return frozenset(one[0] for one in plain if len(one) == 1), tuple(one for one in plain if len(one) > 1)


def _fits_parts(parts: tuple[str, ...], line: str) -> bool:
    first, *more, last = parts
    if not (line.startswith(first) and line.endswith(last)):
        return False
    place = len(first)
    for part in more:
        found = line.find(part, place)
        if found < 0:
            return False
        place = found + len(part)
    return len(line) - len(last) >= place
