"""A case as a text for human eyes, `case.txt`: made from its log, and compared with it by `verify`."""

from collections.abc import Sequence

from ...ground.english import uk_date_short
from ...rules.cases.corrections import corrections_of
from ...rules.cases.events import Entry
from ...rules.cases.sentences import headline, local_time, made_by, one_line, sentence


def case_text(ref: str, entries: Sequence[Entry]) -> str:
    """The case for human eyes: one line per entry, in Europe/London time; derived from the log."""
    lines = [f"{ref}  {headline(entries)}", "Written from case.log, which is the record. Do not edit.", ""]
    right = corrections_of(entries)
    lines += [_text_line(entry, right.get(entry.seq, "")) for entry in entries]
    return "\n".join([*lines, ""])


def _text_line(entry: Entry, right: str) -> str:
    here = local_time(entry.at)
    at = f"{uk_date_short(here)}, {here.hour:02}:{here.minute:02}"
    line = f"{entry.seq:>4}  {at}  {one_line(made_by(entry))}: {sentence(entry)}"
    return f"{line}\n      corrected: {right}" if right else line
