"""What a language model proposed of an email, as `mails`, `intray` and the card tell it."""

from .assist_events import MachineRead
from .mail_log import MailRow


def told_of_machine(row: MailRow) -> list[str]:
    """What a machine proposed, one sentence each, with the email's words; empty where none did, or none was asked."""
    read = row.machine
    if read is None or not read.answered:
        return []
    return _proposals(read) or ["A machine was asked, and proposed nothing that is in the email."]


def _proposals(read: MachineRead) -> list[str]:
    return [
        *(f"A machine proposed the adult {one.adult}: {one.why}." for one in read.adults),
        *(f'A machine proposed the conduct {one.conduct}: {one.why}, "{one.words}".' for one in read.conduct),
        *(f'A machine proposed the fact "{one.fact}": "{one.words}".' for one in read.facts),
        *([f'A machine proposed the level {read.level}: "{read.level_words}".'] if read.level else []),
    ]
