"""The register of one whole story, as a plain text file that a person can read and judge.

A change of words is seen here first. LETTERLADDER_GOLDEN=write renews the file; read it before you commit it.
"""

import os
import re
from pathlib import Path

from office import SLOTS, THREAT
from prepared import posted_school

from letterladder.records.papers.register_files import to_csv
from letterladder.rules.words import Channel, Outcome
from letterladder.workflows.register_rows import rows_of_cases

GOLDEN = Path(__file__).with_name("register.csv")


def stable(text: str) -> str:
    """The register without what differs from run to run: hashes, and names of files made of them."""
    text = re.sub(r"\b[0-9a-f]{64}\b", "(sha256)", text)
    text = re.sub(r"<[^<>\s]+@larkfield\.example>", "(message-id)", text)
    text = re.sub(r"\bmail/[0-9a-f]{16}\.eml", "mail/(mail).eml", text)
    return re.sub(r"\b[A-HJ-NP-Z2-9]{4}-[A-HJ-NP-Z2-9]{4}\b", "(code)", text).replace("\r\n", "\n")


def test_the_register_of_a_whole_story_reads_as_it_did(tmp_path: Path) -> None:
    """Report, letter, silence, decision, invitation, apology, closing letter; and a threat beside it."""
    school = posted_school(tmp_path)
    school.report("Mr Emeka Okoro", "Ada Okoro, 2A", what=THREAT)
    school.day("2026-11-13")
    school.head_decides("L2", "No answer; we offer to talk.")
    school.supplied("L2", **SLOTS)
    school.goes_out()
    school.day("2026-11-18")
    school.answered(Outcome.APOLOGY, channel=Channel.MAIL, summary="sorry; it is taken down")
    school.head_decides("Z1", "He apologised.")
    school.supplied("Z1", resolved_by="the post was removed", expectations="Talk to us first.")
    school.goes_out()
    made = stable(to_csv(rows_of_cases(school.office, school.office.cases.refs())).decode())
    if os.environ.get("LETTERLADDER_GOLDEN") == "write":
        GOLDEN.write_text(made, encoding="utf-8", newline="\n")
    assert made == GOLDEN.read_text(encoding="utf-8")
