"""Who the school's own people are, and when the usual approver must leave a letter to the alternate."""

import re

from msgspec import Struct

from ..texts.names import TITLES, Folded, fold, words_of
from ..texts.passages import new_passages
from ..texts.report import Report
from .people import Adult
from .school import DEPUTY, DSL, HEAD, School

INITIALS = frozenset("abcdefghijklmnopqrstuvwxyz")
OFFICES = r"(head ?teacher|headmaster|headmistress|principal|the head\b(?! of)|executive head)"
OFFICES_OF = {
    HEAD: rf"(?<!deputy )(?<!assistant )(?:{OFFICES})",
    DEPUTY: r"(deputy head ?(teacher|master|mistress)?|deputy principal)\b",
    DSL: r"((designated )?safeguarding lead|dsl)\b",
}
"""What the holders of these roles are called by those who do not name them."""
ASIDE = re.compile(
    r"\b(told|tell|telling|asked|ask|informed|copied|cc|emailed|rang|ring|phoned|spoke to|spoken to|discussed with"
    r"|passed (it |this )?(on )?to|agreed with|thanks|thank|dear|see|meeting with|say sorry to|according to|advised by"
    r"|aware|know)( to| that| with)?( \w+)?$"
)
"""Before a name: somebody who was told of a post, not somebody it is about."""

TURNED_TO = re.compile(r"\b(report\w*|contact\w*|writ\w+|wrote|complain\w*|referred)( to)?( \w+)?$")
"""Before a name or an office, in an allegation: somebody who was turned to."""

SPOKEN_OF = re.compile(
    r"\b(about|against|call\w*|insult\w*|named|names|naming|mock\w*|accus\w+|slag\w*( off)?|at)( \w+)?$"
)
"""Before "the head" and the like: somebody the post is about."""


class Staff(Struct, frozen=True, kw_only=True):
    """The school's own people, as far as triage must know them.

    `approver` is the full name of whoever usually approves, `names` those of other role holders; domains are
    lower case, without "@". `authserv_id` is the name of the server that vouches for senders, "" where the school
    did not say; `by_server`: email comes by a server, and not as files into a folder of this computer.
    """

    own_domains: frozenset[str] = frozenset()
    approver: str = ""
    approver_address: str = ""
    names: tuple[str, ...] = ()
    authserv_id: str = ""
    by_server: bool = False

    @property
    def all_names(self) -> tuple[str, ...]:
        """Every role holder's name."""
        return tuple(name for name in (self.approver, *self.names) if name)

    def is_own(self, address: str) -> bool:
        """Whether an email address is one of the school's."""
        return address.rpartition("@")[2].casefold() in self.own_domains


NO_STAFF = Staff()


def staff_of(school: School) -> Staff:
    """The people of one school's configuration. Its own domains are those of its two mailboxes."""
    boxes = (school.safeguarding_mailbox, school.letters_from)
    head = school.people.get(HEAD)
    return Staff(
        own_domains=frozenset(box.rpartition("@")[2].casefold() for box in boxes if "@" in box),
        approver=head.name if head else "",
        approver_address=head.email if head else "",
        names=tuple(
            one.name for role, person in school.people.items() for one in person.holders if role != HEAD
        ),
        authserv_id=school.mailing.authserv_id,
        by_server=school.by_server,
    )


def is_pupils_own(address: str, staff: Staff) -> bool:
    """Whether an email comes from a pupil's school address: a part of the school's domain named for pupils."""
    domain = address.rpartition("@")[2].casefold()
    above = any(domain.endswith(f".{own}") for own in staff.own_domains)
    return above and bool(re.match(r"(pupil|student|learner|stu\b)", domain))


def conflict_of(report: Report, adult: Adult, staff: Staff) -> str:
    """Why the usual approver must not decide on this adult's letter, in words; "" where nothing stands against it."""
    for flag, what in (("staff", "a member of staff"), ("governor", "a governor")):
        if flag in adult.flags:
            return f"{adult.full_name} is also {what}: the alternate approver decides, after taking advice."
    if not staff.approver:
        return ""
    if staff.approver_address and report.from_address.casefold() == staff.approver_address.casefold():
        return f"{staff.approver} sent the report, and so is a witness: the alternate approver decides."
    if _names(report.form.seen_by, staff.approver):
        return f"{staff.approver} saw what was reported, and so is a witness: the alternate approver decides."
    if _names(report.form.affected, staff.approver) or re.search(OFFICES, fold(report.form.affected).text):
        return f"{staff.approver} was affected: the alternate approver decides."
    if words := _target_words(report, staff.approver):
        return f'{staff.approver} is mentioned ("{words}"): the alternate approver decides.'
    return ""


def alleged_of(report: Report, school: School) -> tuple[str, ...]:
    """The role holders, by their whole names, whom an allegation about staff mentions, by name or by office."""
    found = [
        one.name
        for role, person in school.people.items()
        for one in person.holders
        if _is_alleged(report, role, one.name)
    ]
    return tuple(dict.fromkeys(found))


def _is_alleged(report: Report, role: str, name: str) -> bool:
    ways = "|".join(filter(None, (_pattern(name), OFFICES_OF.get(role, ""))))
    for text in _told_in(report):
        folded = fold(text)
        for found in re.finditer(ways, folded.text):
            before = _before(folded.text, found.start())
            is_aside = ASIDE.search(before) or TURNED_TO.search(before)
            if not is_aside and not _is_signature(folded, found.start(), name):
                return True
    return False


def _names(text: str, name: str) -> bool:
    return any(True for _ in re.finditer(_pattern(name), fold(text).text)) if text and name else False


def _pattern(name: str) -> str:
    """The whole name, a title with the family name, or the given name alone where it is long enough to tell."""
    words = words_of(name)
    titles = [word for word in words if word in TITLES]
    bare = [word for word in words if word not in TITLES]
    if not bare:
        return r"(?!)"
    alone = [bare[-1]] + [word for word in bare[:-1] if len(word) >= 4]
    ways = [
        re.escape(" ".join(bare)),
        *(rf"{re.escape(title)} {re.escape(bare[-1])}" for title in titles),
        *map(re.escape, alone),
    ]
    return rf"(?<!\w)({'|'.join(ways)})s?(?!\w)"


def _told_in(report: Report) -> list[str]:
    """The texts in which the report tells what happened."""
    if report.form.is_form:
        return [report.form.what, report.subject]
    return [report.subject, *(part.text for part in new_passages(report))]


def _target_words(report: Report, approver: str) -> str:
    """The words that name the approver as someone the report is about, not merely as someone who was told of it."""
    for text in _told_in(report):
        folded = fold(text)
        for found in re.finditer(_pattern(approver), folded.text):
            if not _is_aside(folded.text, found.start()) and not _is_signature(
                folded, found.start(), approver
            ):
                return folded.written(found.start(), found.end())
        for found in re.finditer(OFFICES, folded.text):
            if SPOKEN_OF.search(_before(folded.text, found.start())) or report.form.is_form:
                return folded.written(found.start(), found.end())
    return ""


def _before(text: str, start: int) -> str:
    return re.split(r"[.!?\n]", text[max(0, start - 50) : start])[-1].strip()


def _is_aside(text: str, start: int) -> bool:
    return bool(ASIDE.search(_before(text, start)))


def _is_signature(text: Folded, start: int, name: str) -> bool:
    """Whether the line holds nothing but the name and an office: somebody signs there."""
    at = text.places[start]
    line = text.original[text.original.rfind("\n", 0, at) + 1 :].split("\n")[0]
    rest = re.sub(OFFICES, " ", fold(line).text)
    return set(words_of(rest)) <= {*words_of(name), *TITLES, *INITIALS}
