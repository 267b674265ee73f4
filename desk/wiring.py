"""The one wiring place: settings in, a whole `Office` out. The command line, the daemon and the stories use it."""

import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, assert_never

from ..config.glance import setup_mark
from ..config.paths import LETTER_TEMPLATES
from ..config.settings import Settings, password_of
from ..config.settings_tables import FolderBox, ImapBox, ServerBox, SmtpBox
from ..ground.values import replace
from ..records.index.index import FolderIndex
from ..records.keeping.log_copies import CopiedMails, copied_logs
from ..records.logs.anchor_log import AnchorLog
from ..records.logs.begun_folder import FolderBegun
from ..records.logs.case_files import FolderCaseFiles
from ..records.logs.mail_log_file import FolderMailLog
from ..records.logs.office_log import AGREEMENTS, DELETIONS, EXPORTS, PRINTING, REQUESTS, TELLING, OfficeLog
from ..records.logs.order_shelf import FolderShelf
from ..records.logs.pulse_file import PulseFile
from ..records.logs.secret_key import KEY, lazily
from ..records.outgoing.agreement_files import FolderAgreements
from ..records.outgoing.outgoing_queue import FolderQueue
from ..records.outgoing.print_tray import FolderTray
from ..records.people.people_csv import PeopleFile
from ..rules.mails.codes import ALPHABET, bound_code, tag_of
from ..workflows.begun_words import NothingBegun
from ..workflows.office import Office
from ..workflows.order_shelf import NoOrders
from ..workflows.ports import Clock, Inbox, Outbox, Reader
from .bells import bell_of
from .clock import RehearsalClock
from .lazy import (
    LazyPapers,
    LazyPdf,
    LazyShop,
    LazyShredder,
    LazyTexts,
    LazyWord,
    calendar_entry,
    combine_pdfs,
    mailto,
)
from .mail_tokens import tokens_of
from .own_languages import OwnLanguages
from .posters import poster_of
from .reading import LazyReader
from .rehearsal_folder import is_rehearsal

if TYPE_CHECKING:
    from ..mailbox.imap_link import ImapAccount
    from ..mailbox.smtp_outbox import SmtpAccount


def build(settings: Settings, clock: Clock) -> Office:
    """Everything one school needs, wired; nothing is opened or connected yet."""
    data = settings.data
    return replace(
        _for_cases(settings, clock),
        requests=OfficeLog(data / "ledger", REQUESTS),
        exports=OfficeLog(data / "ledger", EXPORTS),
        deletions=OfficeLog(data / "ledger", DELETIONS),
        agreements=OfficeLog(data / "ledger", AGREEMENTS),
        poster=poster_of(settings),
        bell=bell_of(settings),
        printing=OfficeLog(data / "ledger", PRINTING),
        telling=OfficeLog(data / "ledger", TELLING),
        agreement_files=FolderAgreements(data / "agreements"),
        rehearsal=is_rehearsal(settings),
    )


def _for_cases(settings: Settings, clock: Clock) -> Office:
    data, secret, cases = settings.data, lazily(settings.data), FolderCaseFiles(settings.data / "cases")
    reader = LazyReader(settings)
    return Office(
        school=settings.school,
        clock=clock,
        cases=cases,
        index=FolderIndex(data, cases),
        setup=lambda: setup_mark(settings.folder, settings.people_csv, settings.own_templates),
        mail_log=FolderMailLog(data),
        inbox=inbox_of(settings),
        outbox=outbox_of(settings, clock.now),
        queue=FolderQueue(data / "outbox"),
        tray=FolderTray(data / "outbox" / "to-post", combine_pdfs, group=settings.school.posting.share_group),
        shop=LazyShop(),
        pulse=PulseFile(data),
        word=LazyWord(by_provider=settings.school.posting.provider != "office"),
        pdf=LazyPdf(),
        people=PeopleFile(settings.people_csv),
        read_mail=reader,
        looks=reader,
        texts=LazyTexts([settings.own_templates, LETTER_TEMPLATES], settings.school.desking.address),
        template=lambda letter: template_of(settings, letter),
        languages=OwnLanguages(settings, lambda letter: template_of(settings, letter)),
        new_code=new_code,
        bound_code=lambda *bound: bound_code(secret(), *bound),
        new_id=lambda ref: new_message_id(tag_of(ref, secret()) if ref else "", settings.school.letters_from),
        tag=lambda ref: tag_of(ref, secret()) if ref else "",
        calendar_entry=lambda title, day, uid: calendar_entry(title, day, uid, clock.now()),
        mailto=mailto,
        papers=LazyPapers(),
        shredder=LazyShredder(data),
        retention=settings.retention,
        rehearsed=RehearsalClock,
        shelf=FolderShelf(data),
        begun=FolderBegun(data),
        copied=lambda office: copied(office, data),
        anchors=AnchorLog(data),
        reader=assist_of(settings),
    )


@contextmanager
def copied(office: Office, data: Path) -> Iterator[Office]:
    """The office on copies of its logs, which are thrown away in the end; emails are read where they are."""
    with copied_logs(data) as copy:
        cases = FolderCaseFiles(copy / "cases")
        yield replace(
            office,
            cases=cases,
            index=FolderIndex(copy, cases),
            mail_log=CopiedMails(copy, data),
            queue=FolderQueue(copy / "outbox"),
            pulse=PulseFile(copy),
            shelf=NoOrders(),
            begun=NothingBegun(),
            reader=None,
            tag=office.tag if (data / KEY).is_file() else str,
            bound_code=office.bound_code if (data / KEY).is_file() else lambda *_: new_code(),
        )


def template_of(settings: Settings, letter: str) -> Path:
    """The school's own file for this letter, or ours."""
    record = settings.school.policy.letters.records[letter]
    own = settings.own_templates / record.file
    return own if record.own or own.is_file() else LETTER_TEMPLATES / record.file


def inbox_of(settings: Settings) -> Inbox:
    """The mailbox that reports come into."""
    match settings.mail.incoming:
        case FolderBox() as box:
            from ..mailbox.folder_inbox import FolderInbox

            return FolderInbox(settings.folder / box.folder, settings.mail_limit)
        case ImapBox() as box:
            from ..mailbox.imap_inbox import ImapInbox

            return ImapInbox(imap_account(settings, box))
        case never:
            assert_never(never)


def imap_account(settings: Settings, box: ImapBox) -> "ImapAccount":
    """The login of the mailbox that reports come into."""
    from ..mailbox.imap_link import ImapAccount

    return ImapAccount(
        host=box.host,
        port=box.port,
        user=box.user,
        password=password_of(settings.folder, box),
        tokens=tokens_of(settings, box),
        tls=box.tls,
        folder=box.folder,
        taken_folder=box.taken_folder,
        ca_file=_ca_file(settings, box),
        timeout_seconds=box.timeout_seconds,
        limit=settings.mail_limit,
    )


def outbox_of(settings: Settings, now: Callable[[], datetime]) -> Outbox:
    """Where our emails leave."""
    sender = f"{settings.school.name} <{settings.school.letters_from}>"
    read = settings.school.safeguarding_mailbox
    match settings.mail.outgoing:
        case FolderBox() as box:
            from ..mailbox.folder_outbox import FolderOutbox

            return FolderOutbox(settings.folder / box.folder, sender, now, answers_to=read)
        case SmtpBox() as box:
            from ..mailbox.smtp_outbox import SmtpOutbox

            return SmtpOutbox(_smtp_account(settings, box), sender, now, answers_to=read)
        case never:
            assert_never(never)


def _smtp_account(settings: Settings, box: SmtpBox) -> "SmtpAccount":
    from ..mailbox.smtp_outbox import SmtpAccount

    return SmtpAccount(
        host=box.host,
        port=box.port,
        user=box.user,
        password=password_of(settings.folder, box),
        tokens=tokens_of(settings, box),
        tls=box.tls,
        ca_file=_ca_file(settings, box),
        timeout_seconds=box.timeout_seconds,
    )


def _ca_file(settings: Settings, box: ServerBox) -> Path | None:
    return settings.folder / box.ca_file if box.ca_file else None


def assist_of(settings: Settings) -> Reader | None:
    """The language model that may be asked about emails; None where [assist] is off: then nothing can be sent."""
    assisting = settings.school.assisting
    if not assisting.on:
        return None
    from ..mailbox.assist_reader import AssistAccount, AssistReader

    return AssistReader(
        AssistAccount(
            address=assisting.address,
            model=assisting.model,
            key_file=settings.folder / assisting.key_file if assisting.key_file else None,
            ca_file=settings.folder / assisting.ca_file if assisting.ca_file else None,
            timeout_seconds=assisting.timeout_seconds,
        )
    )


def new_code() -> str:
    """A fresh one-time code: eight of 32 letters and digits (40 bits), one digit at least."""
    while True:
        signs = "".join(secrets.choice(ALPHABET) for _ in range(8))
        if any(sign.isdigit() for sign in signs):
            return f"{signs[:4]}-{signs[4:]}"


def new_message_id(tag: str, letters_from: str) -> str:
    """A fresh Message-ID in the school's own domain; `tag` names the case and proves it, "" for no case."""
    domain = letters_from.rpartition("@")[2]
    return f"<{tag or 'office'}.{secrets.token_hex(12)}@{domain}>"
