"""What an incoming email says, once bytes have become values: no `Message`, no path, nothing unguarded."""

from datetime import datetime

from msgspec import Struct, field

from .forms import FormKind, FormLine, FormTrust

TOO_LONG = "The text of this mail is too long; the rest of it is only in the original."
"""The fault of an email whose end nobody has read: nothing is drafted on it before a person has looked."""

TOO_MUCH = "This email is too much for the program to read; a person must read it."
"""The fault of an email that took more computing than one email may: of it only the beginning of its plain words is
shown, and no rule is asked about it but a short list of grave words (`grave_words.py`)."""

PICTURE = "a picture"
"""Why a picture was not read: a person looks at it."""


class Attachment(Struct, frozen=True, kw_only=True):
    """One file that came with an email.

    `name` is safe to write inside a case folder (no path, no leading dot, not a reserved Windows name);
    `original_name` is what the email called it. `inline` parts are logos and icons of a signature, or
    pictures shown in the text; they are kept but are not counted as evidence.
    `text` is what could be read in it, and `unread` why it, or some of it, was not: "a picture", "locked by a
    password". `machine_read` text was guessed from a picture; it may alarm, and is never a fact.
    """

    name: str
    original_name: str
    media_type: str
    content: bytes
    inline: bool = False
    text: str = ""
    unread: str = ""
    machine_read: bool = False

    @property
    def is_picture(self) -> bool:
        """Whether it is a picture and nothing else."""
        return self.unread == PICTURE

    @property
    def where(self) -> str:
        """Where words of it stand, to be put behind them: in "letter.pdf"."""
        return f'in "{self.name}"' + (", as a machine read it" if self.machine_read else "")


class FormFields(Struct, frozen=True, kw_only=True):
    """The lines of a form, as typed; an empty string where a line is missing or 'n/a'. And which form it is.

    Attributes:
        what: what was posted, said or done; the exact words of a line of their own follow it, in quotation marks.
        exact: the exact words, where a line asks for them: all of it is the poster's own.
        source: the id of the form or system that was recognised, "" for none.
        title: what people call it.
        kind: whether the email holds a report, or only the news that there is one to read elsewhere.
        trust: "staff" only where staff alone can fill the form in *and* the sender is known.
        known_sender: whoever the mapping file names sent it, and nothing speaks against that.
        doubt: why the sender is not known, in words for the office.
        system: a form or a system sent it, and nobody reads answers there.
        lines: each field that was read, with its label as it stood.
    """

    parent: str = ""
    pupil: str = ""
    where: str = ""
    link: str = ""
    posted_on: str = ""
    what: str = ""
    exact: str = ""
    seen_by: str = ""
    reporter: str = ""
    on_site: str = ""
    seen_when: str = ""
    affected: str = ""
    source: str = ""
    title: str = ""
    kind: FormKind = FormKind.REPORT
    trust: FormTrust = FormTrust.PUBLIC
    known_sender: bool = False
    doubt: str = ""
    system: bool = False
    lines: tuple[FormLine, ...] = ()

    @property
    def is_form(self) -> bool:
        """Whether enough of the form was found to treat the email as a filled form."""
        return bool(self.parent or self.pupil) and bool(self.what or self.exact)

    @property
    def is_notice(self) -> bool:
        """Whether a system only says that there is something to read elsewhere."""
        return bool(self.source) and self.kind is FormKind.NOTICE


class Report(Struct, frozen=True, kw_only=True):
    """One incoming email as values. Times are UTC; `received` falls back to the time we took it.

    Attributes:
        sha256: hex digest of the raw bytes, the identity of the email.
        text: the readable body, quoted earlier emails included, line ends LF.
        said_ways: what its sender wrote, with the signature and without quoted emails: as the plain text says it, and
            as the page does where that is different.
        doubts: why an order in it may not be its sender's, in words behind "it": two senders, words that are hidden.
        unshown: words that stand where an email program shows none, or few people look: around the parts, in headers
            that comment, in the names of files, hidden in a page. They may alarm, and are never a fact.
        unshown_inside: the same of the emails inside it.
        own_words: the part the sender wrote, quotes and signature removed as far as can be told.
        forwarded: bodies of emails carried inside this one (message/rfc822 or quoted forward), outermost first.
        references: Message-IDs of In-Reply-To and References, in order, with angle brackets.
        form: the form's lines, and which form or system it is.
        beside_form: what is said outside the lines of a recognised form, or in lines that no field takes; "" where
            every sentence has its place, and where no form was recognised.
        robot: why this email surely comes from a machine, proved by the email itself ("" where a person may have
            written it); `own_words` is then without the copy of another email, and may be empty.
        sign: a machine's sign, in words for the office; a hint, and no proof that nobody wrote it.
        says_automatic: a header or the subject calls it an automatic answer, and no word of it is one of a report;
            that is proved where it answers us.
        quoted_from: for a machine's email that is not a delivery report, the sender of each email that it quotes (""
            where no address is given); empty where it quotes none.
        declares_answer: the same, also where it carries a file (a logo) or a form.
        is_ours: it carries the marks of an email of our own; proved where its Message-ID is one that we gave.
        is_bounce: it surely reports that an email was not delivered.
        seems_bounce: only signs say so; it is a bounce where `bounced` names one of our emails.
        bounced: Message-IDs of the emails a bounce mentions; `bounced_to` the addresses that failed.
        authentication: what servers wrote about its sender, the newest first.
        doubtful_from: why nobody can say who it says it is from, such as two senders; "" where it names one.
        inside: "Internal" where Microsoft 365 says that its sender was signed in to the school's own tenant.
        signed_in: somebody who had signed in typed it into the desk, so that no mail server need vouch for them.
        faults: what could not be read, in plain words.
        size: length of the raw email in bytes.
        no_answer: it came through a list, carries a machine's sign, or asks that no machine answers it.
    """

    sha256: str
    message_id: str
    subject: str
    from_name: str
    from_address: str
    reply_to: str
    to: tuple[str, ...]
    received: datetime
    text: str
    own_words: str
    size: int
    unshown: str = ""
    unshown_inside: str = ""
    said_ways: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    sender_name: str = ""
    form: FormFields = field(default_factory=FormFields)
    beside_form: str = ""
    links: tuple[str, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    forwarded: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    robot: str = ""
    sign: str = ""
    says_automatic: bool = False
    declares_answer: bool = False
    quoted_from: tuple[str, ...] = ()
    is_ours: bool = False
    is_bounce: bool = False
    seems_bounce: bool = False
    bounced: tuple[str, ...] = ()
    bounced_to: tuple[str, ...] = ()
    authentication: tuple[str, ...] = ()
    doubtful_from: str = ""
    inside: str = ""
    signed_in: bool = False
    faults: tuple[str, ...] = ()
    no_answer: bool = False

    @property
    def outside(self) -> str:
        """What is outside its text and that of the emails inside it; "" for nothing."""
        return "\n\n".join(filter(None, (self.unshown, self.unshown_inside)))

    @property
    def is_too_much(self) -> bool:
        """Whether reading it was given up, so that a person must."""
        return TOO_MUCH in self.faults

    @property
    def evidence(self) -> tuple[Attachment, ...]:
        """The attachments that are not merely decoration of the text."""
        return tuple(attachment for attachment in self.attachments if not attachment.inline)


class Arrival(Struct, frozen=True, kw_only=True):
    """An email as a mailbox shows it: `key` is stable for this mailbox (folder, validity and uid).

    `raw` holds the whole email, or only its headers where `size` (bytes) is over the limit (`cut` is True).
    """

    key: str
    raw: bytes
    size: int
    received: datetime | None = None
    cut: bool = False
