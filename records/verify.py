"""Walk everything in a data folder and say what does not fit; only reads.

Run it under the writer lock: beside a round, a mail just being taken in would look unfinished.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from ..rules.errors import LetterladderError, Problem
from ..rules.mail_log import MailEntry, MailRow, fold_mails
from ..rules.words import Verdict
from .case_files import UNUSED, folder_refs, read_numbers
from .chain import read_chain
from .durable import HALF
from .mail_log_file import FILED, INTAKE, LOG, mails_on_cases
from .outgoing_queue import FolderQueue
from .print_tray import read_tray
from .verify_case import CaseFound, hash_file, look_at_case, torn_files

CASES = "cases"
OUTBOX = "outbox"
TO_POST = "outbox/to-post"

_RESTORE = "Restore it from the last backup."


def verify(folder: Path) -> list[Problem]:
    """All that does not fit in the data folder: logs, hash chains, files, references, mails, queue and tray.

    Nothing is repaired and nothing is raised for what is found; an empty folder has no problems.
    """
    refs = folder_refs(folder / CASES)
    cases = {ref: look_at_case(folder / CASES / ref) for ref in refs if _has_case(folder / CASES / ref)}
    return [
        *_problems_of_numbers(folder / CASES, refs),
        *(problem for case in cases.values() for problem in case.problems),
        *_problems_of_mails(folder, cases),
        *_problems_of_outbox(folder / OUTBOX),
        *_problems_of_tray(folder / TO_POST, cases),
        *_half_files(folder),
    ]


def _has_case(case: Path) -> bool:
    return not (case / UNUSED).is_file() or (case / "case.log").exists()


def _problems_of_numbers(cases: Path, refs: Iterable[str]) -> Iterator[Problem]:
    """Each year's references run from 1 without a gap up to the highest ever given."""
    highest = read_numbers(cases)
    there: dict[str, set[int]] = {year: set() for year in highest}
    for ref in refs:
        there.setdefault(ref[:4], set()).add(int(ref[5:]))
    for year, numbers in sorted(there.items()):
        last = max([highest.get(year, 0), *numbers])
        for number in range(1, last + 1):
            if number not in numbers:
                yield Problem(
                    where=str(cases / f"{year}-{number:04d}"),
                    what="The folder of this case is gone.",
                    what_to_do=f"{_RESTORE} If it was lawfully deleted, make the folder with a {UNUSED} saying why.",
                )


def _problems_of_mails(folder: Path, cases: Mapping[str, CaseFound]) -> Iterator[Problem]:
    log = folder / LOG
    try:
        chain = read_chain(log, MailEntry)
    except LetterladderError as error:
        yield from error.problems
        return
    yield from chain.problems
    yield from torn_files(log, ())
    rows = fold_mails(chain.entries)
    kept, touched = _kept_mails(folder)
    yield from touched
    for row in rows.values():
        # The mails of a case that was lawfully deleted went with it.
        if row.judged is None or not row.judged.ref or _has_case(folder / CASES / row.judged.ref):
            yield from _problems_of_mail(row, kept, cases)
    seen = {row.seen.sha256 for row in rows.values()}
    yield from _unknown_mails(seen, kept, cases)


def _kept_mails(folder: Path) -> tuple[dict[str, Path], list[Problem]]:
    """Where each raw mail lies, by the hash of its bytes; and the ones that are not what their name says."""
    kept = {hash_file(mail): mail for mail in mails_on_cases(folder)}
    touched: list[Problem] = []
    for place in (INTAKE, FILED):
        for mail in sorted((folder / place).glob("*.eml")):
            found = hash_file(mail)
            if found == mail.stem:
                kept.setdefault(found, mail)
            else:
                what = "This mail was changed after it was kept."
                touched.append(Problem(where=str(mail), what=what, what_to_do=_RESTORE))
    return kept, touched


def _problems_of_mail(
    row: MailRow, kept: Mapping[str, Path], cases: Mapping[str, CaseFound]
) -> Iterator[Problem]:
    sha256 = row.seen.sha256
    where = f"mail {sha256[:12]} ({row.seen.mailbox})"
    if sha256 not in kept:
        yield Problem(where=where, what="The raw mail is gone.", what_to_do=_RESTORE)
    if row.judged is None or row.verdict not in {Verdict.OPENED, Verdict.ATTACHED}:
        return
    if row.verdict is Verdict.ATTACHED and not row.judged.ref:
        return  # put aside by a person, with a reason, on no case
    case = cases.get(row.judged.ref)
    if case is None or (case.readable and sha256 not in case.mails):
        yield Problem(
            where=where,
            what=f"It was filed on {row.judged.ref or 'a case without a reference'}, which does not hold it.",
            what_to_do=f"Look at the case's log; lines may be missing at its end. {_RESTORE}",
        )


def _unknown_mails(
    seen: set[str], kept: Mapping[str, Path], cases: Mapping[str, CaseFound]
) -> Iterator[Problem]:
    for sha256, mail in kept.items():
        if sha256 not in seen and mail.parent.name == INTAKE:
            what = "This mail was kept but is not in the mail log; the program stopped in between."
            yield Problem(where=str(mail), what=what, what_to_do="Run a round; the mailbox shows it again.")
    for ref, case in cases.items():
        for sha256 in sorted(case.mails - seen):
            what = f"Mail {sha256[:12]} of this case is not in the mail log; lines may be missing at its end."
            yield Problem(where=ref, what=what, what_to_do=_RESTORE)


def _problems_of_outbox(outbox: Path) -> list[Problem]:
    return FolderQueue(outbox).problems()


def _problems_of_tray(tray: Path, cases: Mapping[str, CaseFound]) -> Iterator[Problem]:
    try:
        rows = read_tray(tray)
    except LetterladderError as error:
        yield from error.problems
        return
    anew = "Do not post it. Print the case's own copy, or record that it was not posted and draft anew."
    for row in rows:
        letter = tray / f"{row.name}.docx"
        case = cases.get(row.ref)
        if not letter.is_file():
            yield Problem(where=str(letter), what="The letter is gone from the tray.", what_to_do=anew)
        elif hash_file(letter) != row.sha256:
            yield Problem(where=str(letter), what="This is not the letter approved.", what_to_do=anew)
        elif case is None or (case.readable and (row.letter, row.version) not in case.leaving):
            what = "This letter lies in the tray, but its case says that it is not to be posted (any more)."
            yield Problem(where=str(letter), what=what, what_to_do="Do not post it; take it out of the tray.")


def _half_files(folder: Path) -> Iterator[Problem]:
    for file in sorted(folder.rglob(f"*{HALF}")):
        yield Problem(
            where=str(file),
            what="A half-written file: the program or the machine stopped while writing.",
            what_to_do="It never counted; remove it while no round is running.",
        )
