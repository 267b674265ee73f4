"""How often one report makes the disk wait: every file and folder that is forced to it, counted under strace."""

import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

from crash.harness import bare_environment
from crash.school import ROOT
from office import MONDAY, an_office, form
from servers.needs import need

FORCED = re.compile(r"f(?:data)?sync\(\d+<([^>]*)>")
RANDOM = re.compile(r"(?<=\.)\w{8}(?=\.half$)|[0-9a-f]{16,}")

NEEDED = {
    "data/.secret.key.*.half": 1,
    "data/cases": 1,
    "data/cases/.numbers.json.*.half": 1,
    "data/cases/2026-0001": 4,
    "data/cases/2026-0001/.case.txt.*.half": 3,
    "data/cases/2026-0001/.reporter.json.*.half": 1,
    "data/cases/2026-0001/case.log": 3,
    "data/cases/2026-0001/letters": 1,
    "data/cases/2026-0001/letters/.1-removal-request-for-approval.docx.*.half": 1,
    "data/cases/2026-0001/mail": 1,
    "data/cases/2026-0001/mail/.*.eml.*.half": 1,
    "data/index.sqlite": 5,
    "data/index.touched": 1,
    "data/intake": 2,
    "data/intake/.*.*.half": 1,
    "data/ledger": 2,
    "data/ledger/.pulse.json.*.half": 2,
    "data/ledger/mails.log": 3,
    "data/outbox": 4,
    "data/outbox/.000001-*.json.*.half": 2,  # the second time without its code, as it left
    "data/outbox/sent": 1,
    "inbox": 1,
    "inbox/taken": 1,
    "sent": 1,
    "sent/.2026-11-02-0001.eml.*.half": 1,
}
"""By place, in a school's first case. Of what is derived, the index is there for its order, case.txt to be whole."""
OF_SQLITE = frozenset({"data", "data/index.sqlite-journal"})
"""How often it forces its journal, and the folder in which it makes one, is its own affair."""


def forced_by(command: list[str], folder: Path) -> dict[str, int]:
    """Run the command and count, by place below the folder, what it forced to the disk."""
    trace = folder.parent / "trace"
    words = ["strace", "-f", "-y", "-qq", "-e", "trace=fsync,fdatasync", "-o", str(trace), *command]
    environment = bare_environment(folder.parent, with_pdf=False)
    subprocess.run(words, env=environment, check=True, capture_output=True)
    found = FORCED.findall(trace.read_text(encoding="utf-8"))
    places = Counter(RANDOM.sub("*", str(Path(one).relative_to(folder))) for one in found)
    return {place: times for place, times in places.items() if place not in OF_SQLITE}


def test_one_report_forces_to_the_disk_what_must_not_be_lost(tmp_path: Path) -> None:
    """From the email to the draft before the approver. A change of this table is one that somebody reads."""
    need("strace", "strace")
    school = an_office(tmp_path)
    school.round()  # the first run, on an empty mailbox
    school.write("b.aldous@larkfield.example", "A post", form())
    command = [sys.executable, str(ROOT / "run.py"), "--config", str(school.folder)]
    forced = forced_by([*command, "round", "--today", MONDAY.isoformat()], school.folder)
    assert forced == NEEDED
