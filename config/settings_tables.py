"""The tables of school.toml: what each may hold, and what it holds when nothing is said."""

from dataclasses import dataclass, field
from datetime import time
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, model_validator

from ..rules.office.retention import RetentionRules
from ..rules.people.posting import Posting
from ..rules.people.ringing import Ringing
from ..rules.people.school import (
    Acknowledging,
    Anchoring,
    Approving,
    Assisting,
    Complaints,
    Contact,
    Identity,
    Letterhead,
    Mailing,
    Privacy,
    Reminding,
    Triaging,
    Watching,
)
from ..rules.words import Nation
from .assist_address import wrong_address
from .bell_table import BellTable
from .desk_tables import DeskTable
from .nation import dfe_number, nation_we_know
from .people_tables import ROLE_NAME, PeopleTable
from .toml_file import Table
from .values import Among, Said, Told

Text = Annotated[str, Field(min_length=1)]
Days = Annotated[int, Field(ge=1, le=60)]
Mail = Annotated[str, Field(pattern=r"^[^@\s]+@[^@\s]+$")]
ClockTime = Annotated[str, Field(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")]


@dataclass(frozen=True, slots=True, kw_only=True)
class SchoolTable(Said):
    """[school]: the letterhead and the kind of school. `logo` names a picture beside the file."""

    identity: Annotated[
        Identity,
        Among(
            name=Text,
            authority=Text,
            safeguarding_mailbox=Mail,
            letters_from=Mail,
            nation=Annotated[Nation, BeforeValidator(nation_we_know)],
            dfe_number=Annotated[str, BeforeValidator(dfe_number)],
        ),
    ]
    letterhead: Annotated[
        Letterhead,
        Among(
            but={"logo": b"", "signature": b""},
            address=Annotated[tuple[Text, ...], Field(min_length=1)],
            phone=Text,
            email=Mail,
        ),
    ]
    logo: str = ""


class PolicyChoice(Table):
    """[policy]: the name of a shipped policy, or a .toml file beside school.toml.

    `linked` is another such policy that the school has, for access to the site where `file` does not provide for it.
    """

    file: Text = "model"
    linked: str = ""


class FolderBox(Table):
    """A plain folder as mailbox: the embedded default."""

    kind: Literal["folder"] = "folder"
    folder: str


class MicrosoftTable(Table):
    """[mail.in.microsoft]: an app registration. Without secret_file and certificate_file a person signs in once."""

    tenant: Text
    client_id: Text
    secret_file: str = ""
    certificate_file: str = ""
    authority: str = Field(default="https://login.microsoftonline.com", pattern=r"^https://[^/]+$")
    ca_file: str = ""

    @model_validator(mode="after")
    def _one_proof_at_most(self) -> "MicrosoftTable":
        if self.secret_file and self.certificate_file:
            raise ValueError("give secret_file or certificate_file, not both")
        return self


class GoogleTable(Table):
    """[mail.in.google]: the JSON file of a service account's key, or of a desktop app's OAuth client."""

    key_file: Text


class ServerBox(Table):
    """A mailbox on a server, in or out: host, login, protection. A folder is none."""

    host: Text
    port: int = Field(ge=1, le=65535)
    user: str = ""
    auth: Literal["password", "microsoft", "google"] = "password"
    password_file: str = ""
    password_env: str = ""
    microsoft: MicrosoftTable | None = None
    google: GoogleTable | None = None
    token_file: str = ""
    tls: Literal["tls", "starttls", "none"] = "tls"
    ca_file: str = ""
    timeout_seconds: int = Field(default=30, ge=1, le=300)

    @model_validator(mode="after")
    def _plain_only_on_this_machine(self) -> "ServerBox":
        if self.tls == "none" and self.host not in {"localhost", "127.0.0.1", "::1"}:
            raise ValueError("tls = 'none' is allowed for this computer only; use 'tls' or 'starttls'")
        if self.password_file and self.password_env:
            raise ValueError("give password_file or password_env, not both")
        return self

    @model_validator(mode="after")
    def _login_is_complete(self) -> "ServerBox":
        if self.auth == "password":
            return self
        if not getattr(self, self.auth):
            raise ValueError(f'auth = "{self.auth}" needs a table of that name, see docs/mailboxes.md')
        if not self.user or self.password_file or self.password_env:
            raise ValueError(f'auth = "{self.auth}" needs a user and no password')
        return self


class ImapBox(ServerBox):
    """[mail.in] kind = "imap"."""

    kind: Literal["imap"]
    port: int = Field(default=993, ge=1, le=65535)
    folder: str = "INBOX"
    taken_folder: str = "Letterladder/Taken"


class SmtpBox(ServerBox):
    """[mail.out] kind = "smtp"."""

    kind: Literal["smtp"]
    port: int = Field(default=587, ge=1, le=65535)
    tls: Literal["tls", "starttls", "none"] = "starttls"


InBox = FolderBox | ImapBox
"""The kinds of inbox, told apart by `kind`."""

OutBox = FolderBox | SmtpBox
"""The kinds of outbox."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MailTable(Said):
    """[mail]: where reports come in and where our emails go out; `megabytes` is the largest email read whole."""

    incoming: Annotated[InBox, Field(alias="in", discriminator="kind")] = field(
        default_factory=lambda: FolderBox(folder="inbox")
    )
    outgoing: Annotated[OutBox, Field(alias="out", discriminator="kind")] = field(
        default_factory=lambda: FolderBox(folder="sent")
    )
    megabytes: Annotated[int, Field(ge=1, le=200)] = 25
    poll_minutes: Annotated[int, Field(ge=1, le=240)] = 3
    mailing: Annotated[Mailing, Among(most_per_day=Annotated[int, Field(ge=5, le=1000)])] = field(
        default_factory=Mailing
    )


def _some_hour_is_left(reminders: Reminding) -> str:
    if reminders.from_hour >= reminders.to_hour:
        return "from_hour must come before to_hour, or nobody is ever reminded"
    is_within = reminders.from_hour <= time.fromisoformat(reminders.digest_at).hour < reminders.to_hour
    return "" if is_within else "digest_at must be from from_hour to to_hour, or no digest is ever sent"


def _says_where_to_turn(told: Acknowledging) -> str:
    says = not told.on or (told.hours and told.mash_number)
    return "" if says else "with on = true, give hours and mash_number: the email says where to turn now"


SAFE_ADDRESS = r"^(https://[^/\s]+|http://(127\.0\.0\.1|localhost)(:\d+)?)$"
"""Elsewhere with HTTPS, on this computer without; no path."""


def _has_its_key(posting: Posting) -> str:
    if posting.notify_key_file and posting.notify_key_env:
        return "give notify_key_file or notify_key_env, not both"
    has_key = posting.notify_key_file or posting.notify_key_env
    lacks = posting.provider == "notify" and not has_key
    return (
        'provider = "notify" needs notify_key_file or notify_key_env, see docs/printing.md' if lacks else ""
    )


Years = Annotated[int, Field(ge=1, le=75)]
Role = Annotated[str, Field(pattern=ROLE_NAME.pattern)]

ContactTable = Annotated[Contact, Told(but={"related": (), "members": (), "needs": 1}, name=Text, email=Mail)]
"""[contact]: whom letters name for questions."""

ComplaintsTable = Annotated[
    Complaints, Told(title=Text, where=Text, contact=Text, days=Annotated[int, Field(ge=1)])
]
"""[complaints]: the school's complaints procedure."""

PrivacyTable = Annotated[Privacy, Told()]
"""[privacy]: what letters say of an adult's personal data."""

PostingTable = Annotated[
    Posting,
    Told(
        _has_its_key,
        provider=Literal["office", "notify"],
        notify_address=Annotated[str, Field(pattern=SAFE_ADDRESS)],
        email_megabytes=Annotated[int, Field(ge=1, le=100)],
        share_group=Annotated[str, Field(pattern=r"^([a-z_][a-z0-9_.-]{0,31})?$")],
    ),
]
"""[posting]: how letters leave."""

RemindersTable = Annotated[
    Reminding,
    Told(
        _some_hour_is_left,
        before_days=tuple[Days, ...],
        after_days=tuple[Days, ...],
        from_hour=Annotated[int, Field(ge=0, le=23)],
        to_hour=Annotated[int, Field(ge=1, le=24)],
        digest_at=ClockTime,
    ),
]
"""[reminders]: when people are reminded."""

ApprovalTable = Annotated[
    Approving,
    Told(
        code_days=Days,
        alternate_after_days=Days,
        by=Annotated[tuple[Literal["desk", "mail"], ...], Field(min_length=1)],
        when_away=Literal["wait", "alternate"],
    ),
]
"""[approval]: how long a one-time code is good, when the alternate is asked too, and by which ways they approve."""

AcknowledgeTable = Annotated[Acknowledging, Told(_says_where_to_turn)]
"""[acknowledge]: whether reporters are told that their email arrived; off unless the school wants it."""

WatchTable = Annotated[Watching, Told(silent_minutes=Annotated[int, Field(ge=5, le=1440)])]
"""[watch]: when two people hear that no email comes or goes; the counts each school morning."""

Roles = Annotated[tuple[Role, ...], Field(min_length=1)]

TriageTable = Annotated[
    Triaging,
    Told(
        tell=Roles,
        plain=Roles,
        chain=Roles,
        plain_when=Literal["at once", "digest"],
        digest_hours=Annotated[tuple[ClockTime, ...], Field(min_length=1)],
        red_minutes=Annotated[int, Field(ge=5, le=120)],
        amber_minutes=Annotated[int, Field(ge=15, le=1440)],
    ),
]
"""[triage]: who is told of an email in the in-tray, and by when somebody must have it."""

AnchorTable = Annotated[Anchoring, Told(to=Annotated[tuple[Role, ...], Field(min_length=2)])]
"""[anchor]: whether one number that stands for all logs is emailed each school day, and to which roles."""

AssistTable = Annotated[
    Assisting,
    Told(
        wrong_address,
        most_characters=Annotated[int, Field(ge=500, le=50_000)],
        most_emails_per_day=Annotated[int, Field(ge=1, le=1000)],
        most_characters_per_day=Annotated[int, Field(ge=1000, le=20_000_000)],
        timeout_seconds=Annotated[int, Field(ge=1, le=300)],
    ),
]
"""[assist]: whether a language model may be asked about emails of the in-tray; off unless the school wants it."""

RetentionTable = Annotated[RetentionRules, Told(complaint_years=Years, correspondence_years=Years)]
"""[retention]: years from closing a case until it is looked at again; nothing is deleted by itself."""


class SchoolFile(Table):
    """The whole of school.toml."""

    school: SchoolTable
    people: PeopleTable
    contact: ContactTable
    complaints: ComplaintsTable
    privacy: PrivacyTable = Privacy()
    policy: PolicyChoice = PolicyChoice()
    posting: PostingTable = Posting()
    reminders: RemindersTable = Reminding()
    approval: ApprovalTable = Approving()
    retention: RetentionTable = RetentionRules()
    acknowledge: AcknowledgeTable = Acknowledging()
    triage: TriageTable = Triaging()
    watch: WatchTable = Watching()
    anchor: AnchorTable = Anchoring()
    assist: AssistTable = Assisting()
    bell: BellTable = Ringing()
    desk: DeskTable = DeskTable()
    letters: dict[str, str] = Field(default={})
    mail: MailTable = MailTable()

    @model_validator(mode="after")
    def _two_people_hold_the_anchor(self) -> "SchoolFile":
        held = self.people.held()
        if (
            self.anchor.on
            and self.anchor.to
            and {*PeopleTable.model_fields, *held}.issuperset(
                self.anchor.to
            )  # an unknown one is said by itself
            and len({held[role].email.casefold() for role in self.anchor.to if role in held}) < 2
        ):
            raise ValueError(
                "anchor.to must name roles held by at least two people, each with their own email address"
            )
        return self

    @model_validator(mode="after")
    def _answers_only_whom_it_can_tell(self) -> "SchoolFile":
        if self.acknowledge.on and not self.mail.mailing.authserv_id:
            raise ValueError(
                "acknowledge.on needs mail.authserv_id: without it nobody can tell a forged sender from a real one"
            )
        return self
