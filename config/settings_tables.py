"""The tables of school.toml: what each may hold, and what it holds when nothing is said."""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from ..rules.deadlines import ReceiptRule
from ..rules.words import Method, SchoolType
from .toml_file import Table

Text = Annotated[str, Field(min_length=1)]
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
    """[policy]: the name of a shipped policy, or a .toml file beside school.toml."""

    file: Text = "model"


class PostingTable(Table):
    """[posting]: the usual method, and the rule for deemed receipt."""

    method: Method = Method.FIRST_CLASS
    receipt: ReceiptRule = ReceiptRule.PD_1985


class RemindersTable(Table):
    """[reminders]: working days before and after a date, and the hours (local) in which mails may go out."""

    before_days: tuple[int, ...] = (2,)
    after_days: tuple[int, ...] = (1, 3, 5)
    from_hour: int = Field(default=7, ge=0, le=23)
    to_hour: int = Field(default=18, ge=1, le=24)
    approval_after_days: int = Field(default=2, ge=1)


class ApprovalTable(Table):
    """[approval]: how many calendar days a one-time code is good for."""

    code_days: int = Field(default=10, ge=1, le=60)


class FolderBox(Table):
    """A plain folder as mailbox: the embedded default."""

    kind: Literal["folder"] = "folder"
    folder: str


class _Server(Table):
    host: Text
    port: int = Field(ge=1, le=65535)
    user: str = ""
    password_file: str = ""
    password_env: str = ""
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
    letters: dict[str, str] = Field(default={})
    mail: MailTable = MailTable()
