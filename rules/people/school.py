"""One school as values: who it is, who decides, how it posts, what it reminds of. Configuration fills them."""

from collections.abc import Mapping
from datetime import date

from msgspec import Struct, field

from ..days.calendar import Calendar
from ..policies.legal_facts import LegalFacts
from ..policies.policy import Policy
from ..words import Nation, SchoolType
from .posting import Posting

HEAD, ALTERNATE, DSL, DEPUTY, OFFICE, CHAIR = "head", "alternate", "dsl", "deputy", "office", "chair"
REVIEWER = "reviewer"
"""Somebody who decided on nothing, such as a governor who was not told of the case before."""
GOVERNOR = "governor"
"""A governor who reads at the desk what governors may read, and decides on nothing."""


class Person(Struct, frozen=True, kw_only=True):
    """A role holder: "Mrs Catherine Ellwood", "Headteacher", and the email address that speaks for the role.

    Attributes:
        related: ids of people in the register whose cases are not shown to them.
        members: who else holds the role; the person themselves speaks for all of them and signs its letters.
        needs: how many of them must agree before the role has approved or decided.
    """

    name: str
    role: str
    email: str
    related: tuple[str, ...] = ()
    members: tuple["Person", ...] = ()
    needs: int = 1

    @property
    def holders(self) -> tuple["Person", ...]:
        """Everybody who holds the role, whoever speaks for it first."""
        return (self, *self.members)

    @property
    def is_panel(self) -> bool:
        """Whether one of them alone decides on nothing."""
        return self.needs > 1


class Contact(Person, frozen=True, kw_only=True):
    """Whom letters name for questions; where they have no `phone` of their own, the school's is printed."""

    role: str = ""
    phone: str = ""


class Letterhead(Struct, frozen=True, kw_only=True):
    """What is at the head and foot of each letter, below and above the school's name.

    `logo` and `signature` hold PNG or JPEG bytes, or nothing.
    """

    address: tuple[str, ...]
    phone: str
    email: str
    website: str = ""
    footer: str = ""
    logo: bytes = b""
    signature: bytes = b""


class Reminding(Struct, frozen=True, kw_only=True):
    """When people are reminded: working days before and after a date; hours are local, up to `to_hour` o'clock.

    Attributes:
        quiet: nothing leaves outside these hours that is not urgent.
        digest: what is neither urgent, nor to be approved, nor due before is told in one email a day to each person.
        digest_at: when on school days.
    """

    before_days: tuple[int, ...] = (2,)
    after_days: tuple[int, ...] = (1, 3, 5)
    from_hour: int = 7
    to_hour: int = 18
    quiet: bool = True
    digest: bool = False
    digest_at: str = "08:00"


class Complaints(Struct, frozen=True, kw_only=True):
    """The school's complaints procedure, as letters point to it. `days` are school days to a first reply."""

    title: str
    where: str
    contact: str
    days: int = 10


class Privacy(Struct, frozen=True, kw_only=True):
    """What letters say of an adult's personal data: whom to ask, and how long the school keeps it.

    Attributes:
        contact: who answers for data protection and how to reach them; "" for the contact that letters name.
        kept: how long, after the words "we keep it for"; "" for the years of [retention].
    """

    contact: str = ""
    kept: str = ""


class Approving(Struct, frozen=True, kw_only=True):
    """Calendar days for which a one-time code is good; school days until the alternate is asked too.

    `by` are the ways in which a letter may be approved besides the command line: in the desk, by email. `when_away`
    says what becomes of letters while their approver is away: "wait", or "alternate", who is then asked.
    """

    code_days: int = 10
    alternate_after_days: int = 5
    by: tuple[str, ...] = ("desk", "mail")
    when_away: str = "wait"

    @property
    def by_desk(self) -> bool:
        """Whether letters may be approved, and steps decided on, in the desk."""
        return "desk" in self.by

    @property
    def by_mail(self) -> bool:
        """Whether letters may be approved, and steps decided on, by email."""
        return "mail" in self.by


class Mailing(Struct, frozen=True, kw_only=True):
    """How email is taken and sent.

    Attributes:
        since: at the first run, email from before this day is kept but nothing is drafted for it.
        most_per_day: emails to one recipient in one day; more wait for the next day. Alerts have budgets of their own.
        authserv_id: the name our mail server signs Authentication-Results with; "" where that is not known.
    """

    since: date | None = None
    most_per_day: int = 50
    authserv_id: str = ""


class Acknowledging(Struct, frozen=True, kw_only=True):
    """Whether reporters are told that their email arrived, and what that says: hours, the number of the MASH."""

    on: bool = False
    hours: str = ""
    mash_number: str = ""


class Triaging(Struct, frozen=True, kw_only=True):
    """Who is told of an email in the in-tray, when, and by when somebody must have it.

    Attributes:
        on: whether anybody is told but of alarms, which always go out.
        tell: the roles told of an email to read today.
        plain: the roles told of an email to sort.
        plain_when: "at once", or "digest": at the hours of `digest_hours` on school days.
        red_minutes: until an alarm that nobody has taken is repeated.
        amber_minutes: until the next of `chain` is told of an email that nobody has taken; they are counted on
            school days, in the hours of the reminders.
        chain: the roles that are told one after another.
        ocr: whether a machine reads the words in pictures; what it reads may alarm, and is never a fact.
    """

    on: bool = True
    tell: tuple[str, ...] = (DSL, DEPUTY)
    plain: tuple[str, ...] = (OFFICE, DSL)
    plain_when: str = "digest"
    digest_hours: tuple[str, ...] = ("08:00", "13:00", "15:30")
    red_minutes: int = 15
    amber_minutes: int = 120
    chain: tuple[str, ...] = (DSL, DEPUTY, HEAD, ALTERNATE)
    ocr: bool = False


class Watching(Struct, frozen=True, kw_only=True):
    """After how many minutes without a good fetch or send two people hear of it; whether mornings bring the counts."""

    silent_minutes: int = 30
    heartbeat: bool = True


class Anchoring(Struct, frozen=True, kw_only=True):
    """Whether the heads of all logs are emailed once a school day as one number, and to which roles.

    Without roles it goes to the first two who hold one, each with their own address.
    """

    on: bool = True
    to: tuple[str, ...] = ()


class Assisting(Struct, frozen=True, kw_only=True):
    """Whether a language model may be asked about emails of the in-tray: where it is, what may leave, how often.

    Attributes:
        address: "https://...", or "http://" for this computer alone, up to and with "/v1".
        key_file: a file beside school.toml that holds the key, "" for none; ca_file names certificates to trust.
        most_characters: of one email; what is beyond is not sent.
        most_emails_per_day: questions, those that failed among them.
        most_characters_per_day: of all that is sent on a day, instructions included.
        timeout_seconds: for one answer, from first to last byte.
        may_alarm: whether its proposal may raise an email to red, so that the alarm goes out; else to amber at most.
    """

    on: bool = False
    address: str = ""
    model: str = ""
    key_file: str = ""
    ca_file: str = ""
    most_characters: int = 8_000
    most_emails_per_day: int = 40
    most_characters_per_day: int = 400_000
    timeout_seconds: int = 60
    may_alarm: bool = False


class Desking(Struct, frozen=True, kw_only=True):
    """The pages in a browser: whether `serve` runs them, where they listen, what emails name as their address.

    Attributes:
        listen: host and port, "127.0.0.1:8400".
        address: "https://desk.larkfield.example", without a path; "" while emails name no page.
        certificate: a PEM file beside school.toml, and `key` its key: the desk then speaks HTTPS itself.
        behind_proxy: something else on this computer speaks HTTPS for it.
        idle_minutes: after which a person signs in again, and `longest_hours` after which they do in any case.
    """

    on: bool = False
    listen: str = "127.0.0.1:8400"
    address: str = ""
    certificate: str = ""
    key: str = ""
    behind_proxy: bool = False
    idle_minutes: int = 30
    longest_hours: int = 12


class Identity(Struct, frozen=True, kw_only=True):
    """Which school it is: its name and a short one, its nation, its kind, who maintains or owns it, its mailboxes.

    `dfe_number` is the Department for Education's, "123/4567": local authority, then establishment; "" for none.
    """

    name: str
    slug: str = ""
    nation: Nation
    type: SchoolType
    authority: str
    safeguarding_mailbox: str
    letters_from: str
    dfe_number: str = ""

    @property
    def named_for_others(self) -> str:
        """The name by which somebody elsewhere finds the school in the government's register, too."""
        return f"{self.name} (DfE number {self.dfe_number})" if self.dfe_number else self.name

    @property
    def own_addresses(self) -> frozenset[str]:
        """Addresses that are the school's own machinery: no report, no automatic answer to them."""
        return frozenset({self.safeguarding_mailbox.casefold(), self.letters_from.casefold()})


class School(Identity, frozen=True, kw_only=True):
    """Everything the rules and the workflows need to know of one school."""

    letterhead: Letterhead
    people: Mapping[str, Person]
    policy: Policy
    calendar: Calendar
    legal: LegalFacts
    complaints: Complaints
    contact: Contact
    privacy: Privacy = field(default_factory=Privacy)
    posting: Posting = field(default_factory=Posting)
    reminding: Reminding = field(default_factory=Reminding)
    defaults: Mapping[str, str] = field(default_factory=dict)
    approving: Approving = field(default_factory=Approving)
    mailing: Mailing = field(default_factory=Mailing)
    acknowledging: Acknowledging = field(default_factory=Acknowledging)
    watching: Watching = field(default_factory=Watching)
    anchoring: Anchoring = field(default_factory=Anchoring)
    triaging: Triaging = field(default_factory=Triaging)
    assisting: Assisting = field(default_factory=Assisting)
    desking: Desking = field(default_factory=Desking)
    by_server: bool = False
    """Email comes by a mail server, so that anybody in the world can write what is in From."""

    @property
    def holders(self) -> tuple[Person, ...]:
        """Everybody who holds a role, once for each role that they hold."""
        return tuple(one for person in self.people.values() for one in person.holders)

    @property
    def anchor_to(self) -> tuple[str, ...]:
        """Who gets the anchor: two people or more, or nobody where the school has no two."""
        found = self.mails_of(*self.anchoring.to) if self.anchoring.to else self.mails_of(*self.people)[:2]
        return found if len({one.casefold() for one in found}) > 1 else ()

    def role_of(self, address: str) -> str:
        """The role that this email address speaks for, or ""."""
        return next(iter(self.roles_at(address)), "")

    def roles_at(self, address: str) -> tuple[str, ...]:
        """Every role of whoever has this email address, in the order of the settings."""
        wanted = address.casefold()
        return tuple(
            role
            for role, person in self.people.items()
            if any(one.email.casefold() == wanted for one in person.holders)
        )

    def holder_at(self, address: str) -> Person | None:
        """The role holder who has this email address; None for nobody."""
        wanted = address.casefold()
        return next((one for one in self.holders if one.email.casefold() == wanted), None)

    def role_named(self, address: str) -> str:
        """What this person is at the school, "Headteacher"; the address itself where nobody holds it."""
        holder = self.holder_at(address)
        return holder.role if holder else address

    def mails_of(self, *roles: str) -> tuple[str, ...]:
        """The email addresses of these roles, in order, none twice; a role nobody holds is left out."""
        found = (one.email for role in roles if role in self.people for one in self.people[role].holders)
        return tuple(dict.fromkeys(found))
