"""Does a machine write to us? Says why, in words for the office; "" for a person.

List and group headers prove nothing: a school's own group addresses add them (62 to 82 % of people's mail
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
# Nobody types these; "Delivery failed - your letter went to the wrong house" a parent may well type.
_RETURNED = re.compile(
    r"(?:undelivered mail returned to sender|mail delivery failed: returning message to sender"
    r"|delivery status notification|returned mail: |failure notice$|mail could not be delivered$"
    r"|undeliverable (?:mail|message)\b|mail system error\b|mail error$)",
    re.IGNORECASE,
)
_NOT_DELIVERED = re.compile(
    r"undeliverable|undelivered|non[- ]?(?:delivery|remis)|unzustellbar|delayed mail|could not (?:be delivered|send)"
    r"|not (?:be )?delivered|returned mail|delivery (?:has )?(?:fail|system|notification|report)",
    re.IGNORECASE,
)


def why_robot(message: Message) -> str:
    """Why this mail comes from a machine; "" where a person may have written it."""
    return (
        _own_mail(message)
        or _declared(message)
        or _by_a_mail_system(message)
        or _by_its_parts(message)
        or _by_its_subject(message)
    )


def is_from_mail_system(message: Message) -> bool:
    """Whether the sender is a mail system: its usual names, or a null return path."""
    return bool(_by_a_mail_system(message))


def says_not_delivered(message: Message) -> bool:
    """Whether the subject speaks of mail that came back; people write such subjects too."""
    return bool(
        _NOT_DELIVERED.search(value(message, "Subject")) or _RETURNED.match(value(message, "Subject"))
    )


def only_generated(message: Message) -> bool:
    """Whether the only sign of a machine is "Auto-Submitted: auto-generated", which web forms set too."""
    return _word(message, "Auto-Submitted") == "auto-generated" and not (
        _own_mail(message)
        or _by_a_mail_system(message)
        or _by_its_parts(message)
        or _by_its_subject(message)
        or _answers_by_itself(message)
    )


def wants_no_answer(message: Message) -> bool:
    """Whether no machine may answer this mail: it came through a list, or its header says so (RFC 3834, 2919)."""
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


def _own_mail(message: Message) -> str:
    return "It was sent by Letterladder itself." if raw_value(message, "X-Letterladder").strip() else ""


def _declared(message: Message) -> str:
    submitted = _word(message, "Auto-Submitted")
    if submitted and submitted != "no":
        return f"Its header says that a machine sent it (Auto-Submitted: {submitted[:40]})."
    return _answers_by_itself(message)


def _answers_by_itself(message: Message) -> str:
    if raw_value(message, "X-Failed-Recipients").strip():
        return "It reports mail that could not be delivered (X-Failed-Recipients)."
    if _word(message, "Precedence").replace("-", "_") in ("auto_reply", "autoreply"):
        return "Its header says that it is an automatic reply (Precedence)."
    for name in ("X-Autoreply", "X-Autorespond", "X-Autoresponder", "X-Auto-Reply"):
        if _word(message, name) not in ("", "no", "false", "0"):
            return f"Its header says that it is an automatic reply ({name})."
    return ""


def _by_a_mail_system(message: Message) -> str:
    if re.fullmatch(r"\s*<\s*>\s*", raw_value(message, "Return-Path")):
        return "It came with an empty return address, as mail systems send."
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
        return "It is a mail system's report on another mail."
    for part in outer_parts(message):
        if media_type(part) in ("message/delivery-status", "message/disposition-notification"):
            return "It is a delivery or read receipt."
    return ""


def _by_its_subject(message: Message) -> str:
    subject = value(message, "Subject")
    if _AWAY.match(subject):
        return "Its subject says that it is an automatic reply."
    return "Its subject is that of a mail system." if _RETURNED.match(subject) else ""


def _word(message: Message, name: str) -> str:
    return raw_value(message, name).partition(";")[0].partition("(")[0].strip().lower()
