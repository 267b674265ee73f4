"""Signs of a machine in an email, in words for the office; "" where there is none. A sign is a hint and no proof.

Web forms, rules that send email on, copiers and telephone systems set the same headers as automatic answers do, and
people write subjects such as "Undeliverable mail threatened us". What proves a machine is in `proofs.py`.
List and group headers are not even a sign: a school's own group addresses add them (62 to 82 % of people's email
through lists is misjudged by rules that use them). "Do not answer" is not "not a report" either.
"""

import re
from email.message import Message

from .bodies import media_type, outer_parts
from .headers import addresses, raw_value, value

_MAIL_SYSTEMS = frozenset({"mailer-daemon", "postmaster", "mail-daemon", "mdaemon"})
_AWAY = re.compile(
    r"(?:automatic reply|auto(?:matic)?[- ]?(?:reply|response|antwort)|autoreply|out of (?:the )?office"
    r"|abwesenheitsnotiz|réponse automatique|odpowiedź automatyczna|respuesta automática)\b",
    re.IGNORECASE,
)
_AWAY_ALONE = re.compile(rf"{_AWAY.pattern}\s*(?:[:–-]|\(|$)", re.IGNORECASE)
# Nobody types these; "Delivery failed - your letter went to the wrong house" a parent may well type.
_RETURNED = re.compile(
    r"(?:undelivered mail returned to sender|mail delivery failed: returning message to sender"
    r"|delivery status notification|returned mail: |failure notice$|mail could not be delivered$"
    r"|undeliverable: |undeliverable (?:mail|message)(?::|$)|mail system error\b|mail error$)",
    re.IGNORECASE,
)
_NO_REPLY = re.compile(r"(?:no|do-?not|dont)[-_.]?reply\b|bounces?\b", re.IGNORECASE)
_NOT_DELIVERED = re.compile(
    r"undeliverable|undelivered|non[- ]?(?:delivery|remis)|unzustellbar|delayed mail|could not (?:be delivered|send)"
    r"|not (?:be )?delivered|returned mail|delivery (?:has )?(?:fail|system|notification|report)",
    re.IGNORECASE,
)


def sign_of(message: Message) -> str:
    """Why this email may come from a machine; "" where nothing says so."""
    return (
        is_marked_as_ours(message)
        or _declared(message)
        or _by_a_mail_system(message)
        or _by_its_parts(message)
        or _by_its_subject(message)
    )


def is_from_mail_system(message: Message) -> bool:
    """Whether the sender carries a mail system's usual name; an empty return path alone is not a name."""
    return bool(_mail_systems_name(message))


def has_null_sender(message: Message) -> bool:
    """Whether the email came with an empty return path."""
    return bool(re.fullmatch(r"\s*<\s*>\s*", raw_value(message, "Return-Path")))


def declares_answer(message: Message) -> bool:
    """Whether a header (RFC 3834), or the subject, says that this is an automatic answer.

    Exchange marks its answers "auto-generated", as web forms do; there the subject tells: "Automatic reply: ...".
    """
    declared = _word(message, "Auto-Submitted") == "auto-replied" or _automatic_answer(message)
    return bool(declared) or bool(_AWAY_ALONE.match(value(message, "Subject")))


def says_not_delivered(message: Message) -> bool:
    """Whether the subject mentions email that came back; people write such subjects too."""
    return bool(_NOT_DELIVERED.search(value(message, "Subject"))) or is_returned_subject(message)


def is_returned_subject(message: Message) -> bool:
    """Whether the subject is one that mail systems write and nobody types."""
    return bool(_RETURNED.match(value(message, "Subject")))


def wants_no_answer(message: Message) -> bool:
    """Whether no machine may answer: a machine's sign, a list, or the header or address says so (RFC 3834, 2919)."""
    if sign_of(message) or any(_NO_REPLY.match(address) for _, address in addresses(message, "From")):
        return True
    if any(
        raw_value(message, name).strip()
        for name in ("List-Id", "List-Post", "List-Unsubscribe", "Mailing-List")
    ):
        return True
    if _word(message, "Auto-Submitted") not in ("", "no") or _word(message, "Precedence") in (
        "bulk",
        "list",
        "junk",
    ):
        return True
    return _word(message, "X-Auto-Response-Suppress") not in ("", "none")


def is_marked_as_ours(message: Message) -> str:
    """Says that the email carries our mark; anybody could write it."""
    return "Letterladder itself sent it." if raw_value(message, "X-Letterladder").strip() else ""


def _declared(message: Message) -> str:
    submitted = _word(message, "Auto-Submitted")
    if submitted and submitted != "no":
        return f"Its header says that a machine sent it (Auto-Submitted: {submitted[:40]})."
    return _answers_by_itself(message)


def _answers_by_itself(message: Message) -> str:
    if raw_value(message, "X-Failed-Recipients").strip():
        return "It reports an email that could not be delivered (X-Failed-Recipients)."
    return _automatic_answer(message)


def _automatic_answer(message: Message) -> str:
    if _word(message, "Precedence").replace("-", "_") in ("auto_reply", "autoreply"):
        return "Its header says that it is an automatic reply (Precedence)."
    for name in ("X-Autoreply", "X-Autorespond", "X-Autoresponder", "X-Auto-Reply"):
        if _word(message, name) not in ("", "no", "false", "0"):
            return f"Its header says that it is an automatic reply ({name})."
    return ""


def _by_a_mail_system(message: Message) -> str:
    if has_null_sender(message):
        return "It came with an empty return address, as messages from mail systems do."
    return _mail_systems_name(message)


def _mail_systems_name(message: Message) -> str:
    for name, address in addresses(message, "From"):
        if address.partition("@")[0] in _MAIL_SYSTEMS or name.lower() in (
            "mailer-daemon",
            "mail delivery system",
        ):
            return f"A mail system sent it ({address})."
    sender = raw_value(message, "From").strip().lower()
    bare = re.match(r"[\"<(]*([a-z-]+)", sender)
    if bare and bare.group(1) in _MAIL_SYSTEMS:
        return "A mail system sent it."
    return ""


def _by_its_parts(message: Message) -> str:
    if media_type(message) == "multipart/report":
        return "It is a mail system's report on another email."
    for part in outer_parts(message):
        if media_type(part) in ("message/delivery-status", "message/disposition-notification"):
            return "It is a delivery or read receipt."
    return ""


def _by_its_subject(message: Message) -> str:
    subject = value(message, "Subject")
    if _AWAY.match(subject):
        return "Its subject says that it is an automatic reply."
    return "Its subject is one that mail systems use." if _RETURNED.match(subject) else ""


def _word(message: Message, name: str) -> str:
    return raw_value(message, name).partition(";")[0].partition("(")[0].strip().lower()
