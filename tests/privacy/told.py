"""What must never be in a log line: everything by which anybody could be known, and every secret."""

import csv
import io
import re
import tomllib
from collections.abc import Iterable
from pathlib import Path

from office import PEOPLE

PASSWORD = "copper-kettle-77"
REPORTER = "Beth Aldous"
SUBJECT = "About the swimming gala"
QUOTED = "useless lazy clown"
NAMES = ("given_name", "family_name", "pupil_given_name", "pupil_family_name")
COLUMNS = (*NAMES, "address_line1", "town", "postcode", "email", "phone")


def of_people() -> set[str]:
    """Names, addresses, telephone numbers and pupils of people.csv."""
    rows = csv.DictReader(io.StringIO(PEOPLE))
    return {row[column] for row in rows for column in COLUMNS if row[column]}


def of_reports() -> set[str]:
    """The reporter, the subject of the email, and words out of it."""
    return {*REPORTER.split(), "b.aldous@larkfield.example", SUBJECT, "swimming", QUOTED, "Lowell"}


def of_staff(folder: Path) -> set[str]:
    """Names and addresses in school.toml."""
    table = tomllib.loads((folder / "school.toml").read_text(encoding="utf-8"))
    people = [*table["people"].values(), table["contact"]]
    names = {name for one in people for name in one["name"].split() if len(name) > 3}
    boxes = {table["school"][key] for key in ("safeguarding_mailbox", "letters_from", "email")}
    return names | boxes | {one["email"] for one in people}


def secrets_of(folder: Path) -> set[str]:
    """The password, the secret key in every way it may be written, and every one-time code that was sent or waits."""
    key = (folder / "data" / "secret.key").read_bytes()
    sent = [*(folder / "data" / "outbox").rglob("*.json"), *(folder / "sent").glob("*.eml")]
    told = b"\n".join(path.read_bytes() for path in sent).decode(errors="replace")
    codes = set(re.findall(r"(?:APPROVE|RETURN|DECIDE)(?:%20| )([A-Z0-9]{4}-[A-Z0-9]{4})", told))
    return {PASSWORD, key.hex(), repr(key)[2:-1]} | codes


def found_in(text: str, strings: Iterable[str]) -> set[str]:
    """Which of these strings are in the text, as words of their own, in whatever case."""
    low = text.casefold()
    return {one for one in strings if re.search(rf"(?<!\w){re.escape(one.casefold())}(?!\w)", low)}
