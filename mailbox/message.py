"""Bytes of an email to a `Report`. Never raises, whatever the bytes: what cannot be read is said in its faults."""

from datetime import datetime
from email.message import Message
from email.parser import BytesHeaderParser
from email.policy import compat32
from hashlib import sha256

from ..ground.values import replace
from ..rules.texts.forms import NO_FORMS, FormBook
from ..rules.texts.halves import with_missing
from ..rules.texts.report import TOO_LONG, Arrival, Report
from ..rules.texts.sentences import is_cut
from .attached_text import with_texts
from .attachments import attachments_of
from .away import tells
from .bodies import Parts, mail_inside, take_apart
from .bounces import Bounce, above_the_copy, read_bounce
from .charsets import to_text
from .form import labelled
from .form_reading import Told, form_in
from .headers import (
    ODD_MAIL,
    addresses,
    corrected,
    message_ids,
    moment,
    raw_value,
    raw_values,
    readable,
    value,
)
from .html_text import hrefs
from .links import links_in
from .outline import outline
from .outside import words_outside, words_outside_inside
from .proofs import is_our_own, proof_of
from .quotes import is_answer, own_words, quoted_forwards, quoted_senders, without_quotes
from .robots import declares_answer, sign_of, wants_no_answer
from .said_ways import hidden_words, said_ways
from .sender_doubts import sender_doubts

SHOWN_OF_BROKEN = 100_000
"""Bytes of an email shown as plain text where its parts cannot be told apart."""

MAILS_INSIDE = 20
"""Emails within the email whose text is read."""

_CUT = (
    "This email is larger than the limit, so only its headers were fetched. Open the original in the mailbox."
)
_ODD = "This email breaks the email standards so badly that it is shown as it came; see the original."


def read_mail(
    raw: bytes,
    taken_at: datetime,
    *,
    size: int | None = None,
    received: datetime | None = None,
    cut: bool = False,
    forms: FormBook = NO_FORMS,
) -> Report:
    """The report that `raw` holds.

    Args:
        raw: the email, or only its headers where `cut`.
        taken_at: when we took it, UTC; stands in where no time of receipt is known.
        size: length in bytes on the server, where it differs from that of `raw`.
        received: when the server got it.
        cut: only the headers were fetched, because the email is over the limit.
        forms: the forms and systems that are recognised.
    """
    bare = _bare(raw, taken_at, len(raw) if size is None else size, received)
    try:
        message, faults = _parsed(raw)
        report = _read(message, bare, forms)
        if received is None:
            report = replace(report, received=_time_of(message, taken_at))
    except Exception as error:  # noqa: BLE001 - the border of one email: whatever it does, it stays visible
        text = to_text(raw[:SHOWN_OF_BROKEN])
        fault = f"{_ODD} ({type(error).__name__})"
        return replace(bare, text=text, own_words=text, faults=(fault, _CUT) if cut else (fault,))
    long = (TOO_LONG,) if TOO_LONG not in report.faults and is_cut(report) else ()
    return replace(report, faults=(*faults, *report.faults, *long, *((_CUT,) if cut else ())))


def read_arrival(arrival: Arrival, taken_at: datetime, forms: FormBook = NO_FORMS) -> Report:
    """The report that a mailbox shows as `arrival`; the workflows' `MailReader`."""
    return read_mail(
        arrival.raw,
        taken_at,
        size=arrival.size,
        received=arrival.received,
        cut=arrival.cut,
        forms=forms,
    )


def _bare(raw: bytes, taken_at: datetime, size: int, received: datetime | None) -> Report:
    return Report(
        sha256=sha256(raw).hexdigest(),
        message_id="",
        subject="",
        from_name="",
        from_address="",
        reply_to="",
        to=(),
        received=received or taken_at,
        text="",
        own_words="",
        size=size,
    )


def _parsed(raw: bytes) -> tuple[Message, tuple[str, ...]]:
    try:
        return outline(corrected(raw)), ()
    except ODD_MAIL:
        # Parts nested thousands deep: keep the headers, show the body as it came.
        message = BytesHeaderParser(policy=compat32).parsebytes(corrected(raw))
        return message, ("The parts of this email cannot be told apart, so its text is shown as it came.",)


def _read(message: Message, bare: Report, forms: FormBook) -> Report:
    report = _with_headers(message, bare)
    parts = take_apart(message)
    report = _with_text(message, parts, report, forms)
    report = _with_bounce(read_bounce(message, bare.size), report)
    return replace(
        _with_machine(message, parts, report),
        attachments=with_texts(attachments_of(parts), parts.mails),
        unshown=words_outside(message, parts),
        unshown_inside=words_outside_inside(parts),
        said_ways=said_ways(parts),
        doubts=(*sender_doubts(message), *hidden_words(parts)),
        faults=tuple(parts.faults),
    )


def _with_machine(message: Message, parts: Parts, report: Report) -> Report:
    """What proves a machine, and else what only looks like one; a form or system speaks for people."""
    if report.form.system and not (report.robot or is_our_own(message)):
        return replace(report, sign="" if report.form.known_sender else sign_of(message), no_answer=True)
    sign = sign_of(message) or ("It reads like an email that came back." if report.seems_bounce else "")
    if not (sign or report.robot):
        return report
    own, others = (without_quotes(text, answers=True).strip() for text in (parts.text, parts.others))
    answers = with_missing(own, others, parts.text)
    bare = not (parts.files or parts.mails or report.form.is_form)
    ours = is_our_own(message) and not report.robot
    robot = report.robot or proof_of(message, answers, bare=bare)
    own = above_the_copy(report.text) if report.robot else answers
    return replace(
        report,
        robot=robot,
        sign=sign or robot,
        says_automatic=declares_answer(message) and bare and not tells(answers),
        declares_answer=declares_answer(message),
        quoted_from=() if report.robot or report.seems_bounce else quoted_senders(report.text),
        is_ours=ours,
        own_words=own if robot and not ours else report.own_words,
    )


def _with_headers(message: Message, report: Report) -> Report:
    name, address = _first(message, "From") or _first(message, "Sender") or (_unsigned(message), "")
    people = dict.fromkeys(found for header in ("To", "Cc") for _, found in addresses(message, header))
    return replace(
        report,
        message_id=next(iter(message_ids(message, "Message-ID")), value(message, "Message-ID")),
        subject=value(message, "Subject"),
        from_name=name,
        from_address=address,
        reply_to=(_first(message, "Reply-To") or ("", ""))[1],
        to=tuple(people),
        references=message_ids(message, "In-Reply-To", "References"),
        no_answer=wants_no_answer(message),
        authentication=tuple(readable(raw) for raw in raw_values(message, "Authentication-Results")),
        doubtful_from=_doubtful_from(message),
        inside=_inside(message),
    )


def _doubtful_from(message: Message) -> str:
    """Whether From names one sender; programs differ in which of two they show, and Sender is no From."""
    if len(raw_values(message, "From")) > 1 or len(addresses(message, "From")) > 1:
        return "it names more than one sender"
    if not addresses(message, "From"):
        return "it does not say who it is from"
    return ""


def _inside(message: Message) -> str:
    """What Microsoft 365 says of how the sender signed in; "" where it says two things."""
    told = {one.strip() for one in raw_values(message, "X-MS-Exchange-Organization-AuthAs")}
    return next(iter(told)) if len(told) == 1 else ""


def _unsigned(message: Message) -> str:
    """What is shown of an email without a sender's address: its From as it stands, else where answers go, and that."""
    answers = _first(message, "Reply-To")
    said = value(message, "From")
    return said if said.strip(" <>\"'") else (f"no sender; answers go to {answers[1]}" if answers else said)


def _first(message: Message, name: str) -> tuple[str, str] | None:
    return next(iter(addresses(message, name)), None)


def _time_of(message: Message, taken_at: datetime) -> datetime:
    """When the last server took the email in, else its own date; never later than we took it."""
    stamps = [raw.rpartition(";")[2] for raw in raw_values(message, "Received")[:1]]
    times = (moment(stamp) for stamp in (*stamps, raw_value(message, "Date")))
    written = next((time for time in times if time is not None), taken_at)
    return min(written, taken_at)


def _with_text(message: Message, parts: Parts, report: Report, forms: FormBook) -> Report:
    text, others = parts.text, parts.others
    answers = is_answer(report.subject) or bool(message_ids(message, "In-Reply-To"))
    own = with_missing(own_words(text, answers=answers), without_quotes(others, answers=answers), text)
    text = with_missing(text, others, text)
    quoted = () if answers else quoted_forwards(text, report.subject)
    forwarded = (*_mails_inside(parts), *quoted)
    told = Told(own=own, html="" if answers else parts.html, forwarded=forwarded)
    form, beside = form_in(report, told, forms)
    return replace(
        report,
        text=text,
        own_words=own,
        forwarded=forwarded,
        form=form,
        beside_form=beside,
        links=links_in("\n".join((text, *forwarded)), hrefs(parts.html)),
        sender_name=_sender_name(message, own, report) or form.reporter or report.from_name,
    )


def _mails_inside(parts: Parts) -> tuple[str, ...]:
    """The text of every email carried as a file, outermost first."""
    texts: list[str] = []
    waiting = list(parts.mails)
    while waiting and len(texts) < MAILS_INSIDE:
        inner = take_apart(mail_inside(waiting.pop(0)))
        text = with_missing(inner.text, inner.others, inner.text)
        texts += [text] if text.strip() else []
        waiting = [*inner.mails, *waiting]
    return tuple(texts)


def _sender_name(message: Message, own: str, report: Report) -> str:
    """Who writes: behind a web form's relay that is the name in Reply-To, or the line "Your name"."""
    name, address = _first(message, "Reply-To") or ("", "")
    relayed = name if address != report.from_address else ""
    return relayed or labelled(own, "your name")


def _with_bounce(bounce: Bounce | None, report: Report) -> Report:
    if bounce is None:
        return report
    if bounce.is_proved:
        report = replace(report, robot="It reports on the delivery of another email.")
    if not bounce.is_final:
        return replace(report, bounced=bounce.message_ids) if bounce.is_proved else report
    return replace(
        report,
        is_bounce=bounce.is_proved,
        seems_bounce=not bounce.is_proved,
        bounced=bounce.message_ids,
        bounced_to=bounce.failed,
    )
