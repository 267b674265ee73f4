"""The tables of school.toml: what each may hold, and what it holds when nothing is said."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, model_validator

from ..rules.days.deadlines import ReceiptRule
from ..rules.words import Method, SchoolType
from .toml_file import Table

Text = Annotated[str, Field(min_length=1)]
Days = Annotated[int, Field(ge=1, le=60)]
Mail = Annotated[str, Field(pattern=r"^[^@\s]+@[^@\s]+$")]


class SchoolTable(Table):
    """[school]: the letterhead and the kind of school."""

    name: Text
    slug: str = ""
    type: SchoolType
    authority: Text
    address: tuple[Text, ...] = Field(min_length=1)
    phone: Text
    email: Mail
    website: str = ""
    footer: str = ""
    logo: str = ""
    safeguarding_mailbox: Mail
    letters_from: Mail


class PersonTable(Table):
    """[people.ROLE]: who holds a role."""

    name: Text
    role: Text
    email: Mail
    signature: str = ""


class PeopleTable(Table):
    """[people.*]: head, DSL and office are needed; the others fall back to them, but for the alternate."""

    head: PersonTable
    alternate: PersonTable
    dsl: PersonTable
    deputy: PersonTable
    office: PersonTable
    chair: PersonTable | None = None
    reviewer: PersonTable | None = None


class ContactTable(Table):
    """[contact]: whom letters name for questions."""

    name: Text
    role: str = ""
    email: Mail
    phone: str = ""


class ComplaintsTable(Table):
    """[complaints]: the school's complaints procedure; `days` are school days to a first reply."""

    title: Text
    where: Text
    contact: Text
    days: int = Field(default=10, ge=1)


class PolicyChoice(Table):
    """[policy]: the name of a shipped policy, or a .toml file beside school.toml.

    `linked` is another such policy that the school has, for access to the site where `file` does not provide for it.
    """

    file: Text = "model"
    linked: str = ""


class PostingTable(Table):
    """[posting]: the usual method, and the rule for deemed receipt."""

    method: Method = Method.FIRST_CLASS
    receipt: ReceiptRule = ReceiptRule.PD_1985


class RemindersTable(Table):
    """[reminders]: working days before and after a date, and the hours (local) in which mails may go out."""

    before_days: tuple[Days, ...] = (2,)
    after_days: tuple[Days, ...] = (1, 3, 5)
    from_hour: int = Field(default=7, ge=0, le=23)
    to_hour: int = Field(default=18, ge=1, le=24)

    @model_validator(mode="after")
    def _some_hour_is_left(self) -> "RemindersTable":
        if self.from_hour >= self.to_hour:
            raise ValueError("from_hour must come before to_hour, or nobody is ever reminded")
        return self


class ApprovalTable(Table):
    """[approval]: calendar days for which a one-time code is good; school days until the alternate is asked too."""

    code_days: int = Field(default=10, ge=1, le=60)
    alternate_after_days: int = Field(default=5, ge=1, le=60)


class AcknowledgeTable(Table):
    """[acknowledge]: whether reporters are told that their mail arrived; off unless the school wants it."""

    on: bool = False
    hours: str = ""
    mash_number: str = ""

    @model_validator(mode="after")
    def _says_where_to_turn(self) -> "AcknowledgeTable":
        if self.on and not (self.hours and self.mash_number):
            raise ValueError("with on = true, say hours and mash_number: the mail tells where to turn now")
        return self


class WatchTable(Table):
    """[watch]: minutes without a good fetch or send until two people hear of it; the counts each school morning."""

    silent_minutes: int = Field(default=30, ge=5, le=1440)
    heartbeat: bool = True


class AnchorTable(Table):
    """[anchor]: whether one number that stands for all logs is mailed each school day, and to which roles."""

    on: bool = False
    to: tuple[Literal["head", "alternate", "dsl", "deputy", "office", "chair"], ...] = Field(
        default=("head", "dsl"), min_length=2
    )


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


class _Server(Table):
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
    def _plain_only_on_this_machine(self) -> "_Server":
        if self.tls == "none" and self.host not in {"localhost", "127.0.0.1", "::1"}:
            raise ValueError("tls = 'none' is allowed for this machine only; use 'tls' or 'starttls'")
        if self.password_file and self.password_env:
            raise ValueError("give password_file or password_env, not both")
        return self

    @model_validator(mode="after")
    def _login_is_complete(self) -> "_Server":
        if self.auth == "password":
            return self
        if not getattr(self, self.auth):
            raise ValueError(f'auth = "{self.auth}" needs a table of that name, see docs/mailboxes.md')
        if not self.user or self.password_file or self.password_env:
            raise ValueError(f'auth = "{self.auth}" needs user, and no password')
        return self


class ImapBox(_Server):
    """[mail.in] kind = "imap"."""

    kind: Literal["imap"]
    port: int = Field(default=993, ge=1, le=65535)
    folder: str = "INBOX"
    taken_folder: str = "Letterladder/Taken"


class SmtpBox(_Server):
    """[mail.out] kind = "smtp"."""

    kind: Literal["smtp"]
    port: int = Field(default=587, ge=1, le=65535)
    tls: Literal["tls", "starttls", "none"] = "starttls"


class MailTable(Table):
    """[mail]: where reports come in and where our mails go out; `megabytes` is the largest mail read whole."""

    incoming: FolderBox | ImapBox = Field(default=FolderBox(folder="inbox"), alias="in", discriminator="kind")
    outgoing: FolderBox | SmtpBox = Field(default=FolderBox(folder="sent"), alias="out", discriminator="kind")
    megabytes: int = Field(default=25, ge=1, le=200)
    poll_minutes: int = Field(default=3, ge=1, le=240)
    since: date | None = None
    most_per_day: int = Field(default=50, ge=5, le=1000)
    authserv_id: str = ""


class RetentionTable(Table):
    """[retention]: years from closing a case until it is looked at again; nothing is deleted by itself."""

    complaint_years: int = Field(default=6, ge=1, le=75)
    correspondence_years: int = Field(default=3, ge=1, le=75)


class SchoolFile(Table):
    """The whole of school.toml."""

    school: SchoolTable
    people: PeopleTable
    contact: ContactTable
    complaints: ComplaintsTable
    policy: PolicyChoice = PolicyChoice()
    posting: PostingTable = PostingTable()
    reminders: RemindersTable = RemindersTable()
    approval: ApprovalTable = ApprovalTable()
    retention: RetentionTable = RetentionTable()
    acknowledge: AcknowledgeTable = AcknowledgeTable()
    watch: WatchTable = WatchTable()
    anchor: AnchorTable = AnchorTable()
    letters: dict[str, str] = Field(default={})
    mail: MailTable = MailTable()

    @model_validator(mode="after")
    def _two_people_hold_the_anchor(self) -> "SchoolFile":
        held = {role: getattr(self.people, role) for role in self.anchor.to}
        if self.anchor.on and len({one.email.casefold() for one in held.values() if one}) < 2:
            raise ValueError(
                "anchor.to must name roles that two people hold, each with a mail address of their own"
            )
        return self

    @model_validator(mode="after")
    def _answers_only_whom_it_can_tell(self) -> "SchoolFile":
        if self.acknowledge.on and not self.mail.authserv_id:
            raise ValueError(
                "acknowledge.on needs mail.authserv_id: without it nobody can tell a forged sender from a true one"
            )
        return self
