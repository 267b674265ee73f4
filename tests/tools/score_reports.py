"""Measures what the program makes of reports whose truth is known: a folder of emails with truth.json.

    python tests/tools/score_reports.py WHICH|FOLDER [--wrong]

WHICH is open, opened, opened2, opened3, opened4, boundary, sealed, made or made-apart.

"made" are emails made of parts (reports_unseen/made.py), with figures per kind; "made-apart" those of the parts kept
apart, which may be measured and not looked into. Truth was fixed before any run
(docs/decisions/0036-reports-measured.md). `--wrong` lists each email that went wrong, by id and in a few words; for the
sealed part that would show what it holds, so it is refused there.
"""

import json
import runpy
import sys
import tarfile
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
if "letterladder" not in sys.modules:
    runpy.run_path(str(HERE.parent.parent / "run.py"), run_name="checkout")

import msgspec  # noqa: E402
from reports_unseen.corpus import BOUNDARY, OPENED, write_out  # noqa: E402
from reports_unseen.made import APART, SEEN, sweep  # noqa: E402
from reports_unseen.truth import Truth  # noqa: E402
from sample_schools import schools  # noqa: E402
from shipped import FORMS  # noqa: E402

from letterladder.config.letters_file import shipped_letters  # noqa: E402
from letterladder.config.policy_file import read_policy  # noqa: E402
from letterladder.mailbox.message import read_mail  # noqa: E402
from letterladder.rules.policies.policy import Policy  # noqa: E402
from letterladder.rules.reports.triage import Triage, TriageOutcome, triage  # noqa: E402
from letterladder.rules.words import Level  # noqa: E402

SEALED = HERE.parent / "reports_unseen" / "sealed" / "reports.tar.gz"
NONE_SEALED = "There is no sealed part now: tests/reports_unseen/sealed/reports.tar.gz is not there."
IN_FOLDERS = {**OPENED, "boundary": BOUNDARY}
TAKEN_AT = datetime(2026, 11, 27, 12, 0, tzinfo=UTC)
OF_EACH = 20
"""Made emails of each kind and side: 1,400 in all."""
DRAFTED = frozenset({TriageOutcome.CLEAR, TriageOutcome.CONFLICT})
Row = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """One email: what was true, and what was made of it."""

    truth: Row
    found: Triage

    @property
    def drafted(self) -> bool:
        """Whether a letter was drafted unasked."""
        return self.found.outcome in DRAFTED

    @property
    def told(self) -> bool:
        """Whether somebody was told to look now or today."""
        return self.found.level in {Level.RED, Level.AMBER}

    @property
    def suggested(self) -> set[str]:
        """The adults who were offered."""
        return {one.adult for one in self.found.suggestions}

    @property
    def wrong_adult(self) -> bool:
        """A person was settled on who did not do it, or one was where nobody can tell."""
        return bool(self.found.adult) and self.found.adult not in self.truth["adult"]

    @property
    def wrong_draft(self) -> bool:
        """What it was drafted about is none of the right kinds of conduct."""
        return bool(set(self.found.conduct) - set(self.truth["conduct"]))

    @property
    def stranger_suggested(self) -> bool:
        """Only people who cannot be meant were offered."""
        fair = {*self.truth["adult"], *self.truth["may_suggest"]}
        return bool(self.suggested) and bool(fair) and not self.suggested & fair

    @property
    def offered(self) -> bool:
        """One of the right kinds of conduct is among the first two offered."""
        first = [one.conduct for one in self.found.proposed[:2]]
        return bool(set(first) & set(self.truth["conduct"]))


@cache
def policy() -> Policy:
    """The model policy."""
    read, faults = read_policy(HERE.parent.parent / "config" / "policies" / "model.toml", shipped_letters())
    if read is None:
        raise SystemExit(str(faults))
    return read


def scored(folder: Path) -> list[Scored]:
    """Every email of the folder."""
    rows: list[Row] = json.loads((folder / "truth.json").read_text("utf-8"))
    return [_scored(folder, row) for row in rows]


def _scored(folder: Path, row: Row) -> Scored:
    return scored_email((folder / row["file"]).read_bytes(), row)


def scored_email(raw: bytes, truth: Truth | Row) -> Scored:
    """What is made of one email."""
    row: Row = truth if isinstance(truth, dict) else msgspec.to_builtins(truth)
    school = schools()[row["school"]]
    report = read_mail(raw, TAKEN_AT, forms=FORMS)
    return Scored(truth=row, found=triage(report, school.people, policy(), {}, staff=school.staff))


def figures(rows: list[Scored]) -> dict[str, str]:
    """The figures by their names, each as a part of what it is counted in."""
    known = [one for one in rows if len(one.truth["adult"]) == 1]
    conduct = [one for one in rows if one.truth["conduct"]]
    dangers = [one for one in rows if one.truth["danger"]]
    plain = [one for one in dangers if one.truth["danger_plain"]]
    harmless = [one for one in rows if one.truth["harmless"]]
    drafts = [one for one in rows if one.drafted]
    may = [one for one in rows if one.truth["draft_ok"]]
    tray = [one for one in rows if not one.drafted and one.found.outcome is not TriageOutcome.ALERT]
    wanted = [one for one in rows if one.truth["requests"]]
    red = Level.RED
    return {
        "wrong adults": _part([one for one in rows if one.wrong_adult], rows),
        "only strangers suggested": _part([one for one in rows if one.stranger_suggested], rows),
        "the adult found or offered": _part(
            [one for one in known if {one.found.adult, *one.suggested} & set(one.truth["adult"])], known
        ),
        "wrong conduct drafted": _part([one for one in drafts if one.wrong_draft], drafts),
        "drafted though a person should look": _part(
            [one for one in drafts if not one.truth["draft_ok"]], drafts
        ),
        "drafted of those that may be": _part([one for one in may if one.drafted], may),
        "conduct among the first two": _part([one for one in conduct if one.offered], conduct),
        "dangers told at once": _part([one for one in dangers if one.told], dangers),
        "plain dangers red": _part([one for one in plain if one.found.level is red], plain),
        "all dangers red": _part([one for one in dangers if one.found.level is red], dangers),
        "harmless red": _part([one for one in harmless if one.found.level is red], harmless),
        "harmless told at once": _part([one for one in harmless if one.told], harmless),
        "level as a DSL would": _part(
            [one for one in rows if one.found.level in {one.truth["level"], *one.truth["level_ok"]}], rows
        ),
        "requests told": _part(
            [
                one
                for one in wanted
                if set(one.truth["requests"]) & {str(two.flag) for two in one.found.flags}
            ],
            wanted,
        ),
        "in the tray with something to go on": _part(
            [one for one in tray if one.found.proposed or one.found.suggestions or one.found.flags], tray
        ),
    }


def _part(some: list[Scored], whole: list[Scored]) -> str:
    share = f" ({100 * len(some) / len(whole):.0f} %)" if whole else ""
    return f"{len(some)} of {len(whole)}{share}"


def confusion(rows: list[Scored]) -> Counter[tuple[str, str]]:
    """For each right kind of conduct, which was offered first."""
    pairs = [
        (one.truth["conduct"][0], one.found.proposed[0].conduct if one.found.proposed else "nothing")
        for one in rows
        if one.truth["conduct"]
    ]
    return Counter(pairs)


def wrongs(one: Scored) -> list[str]:
    """What went wrong with one email, in a few words."""
    true, found = one.truth, one.found
    first = [two.conduct for two in found.proposed[:2]]
    return [
        what
        for what, is_so in (
            (f"WRONG ADULT {found.adult}, true {true['adult']}", one.wrong_adult),
            (f"DRAFTED {found.conduct}, true {true['conduct']}", one.drafted and one.wrong_draft),
            ("DRAFTED though a person should look", one.drafted and not true["draft_ok"]),
            (f"danger not told ({true['danger_kind']})", true["danger"] and not one.told),
            (
                f"plain danger not red ({true['danger_kind']})",
                true["danger_plain"] and found.level is not Level.RED,
            ),
            (f"harmless red: {found.reason}", true["harmless"] and found.level is Level.RED),
            (f"offered {first}, true {true['conduct']}", true["conduct"] and not one.offered),
            (f"not drafted: {found.reason}", true["draft_ok"] and not one.drafted),
            (
                f"adult not offered: {true['adult']}, suggested {sorted(one.suggested)}",
                len(true["adult"]) == 1 and not {found.adult, *one.suggested} & set(true["adult"]),
            ),
        )
        if is_so
    ]


def main(folder: Path, *, wrong: bool) -> None:
    """Print the figures, and what went wrong."""
    _print(scored(folder), wrong=wrong)


def _print(rows: list[Scored], *, wrong: bool) -> None:
    print(f"{len(rows)} emails")  # noqa: T201
    for name, figure in figures(rows).items():
        print(f"  {name:40} {figure}")  # noqa: T201
    if wrong:
        for one in rows:
            for what in wrongs(one):
                print(f"{one.truth['file'][:-4]:12} {what}")  # noqa: T201


def main_made(side: int, *, wrong: bool) -> None:
    """Print the figures of made emails, those of each kind first."""
    rows = [(one.kind, scored_email(one.raw, one.truth)) for one in sweep(OF_EACH, side)]
    for kind, level, count in red_by_kind(rows):
        print(f"  {kind:24} {level:>9} {count}")  # noqa: T201
    _print([row for _, row in rows], wrong=wrong)


def red_by_kind(rows: list[tuple[str, Scored]]) -> Iterator[tuple[str, str, str]]:
    """For each kind of made emails, whether they should be red, and how many are."""
    for kind in dict.fromkeys(name for name, _ in rows):
        of_kind = [row for name, row in rows if name == kind]
        should = "red" if of_kind[0].truth["danger_plain"] else "not red"
        yield kind, should, f"red {_part([row for row in of_kind if row.found.level is Level.RED], of_kind)}"


def _unpacked(what: str, into: Path) -> Path:
    """The folder that is meant: the open corpus written out, a sealed part opened or unpacked, or a folder as it is."""
    if what == "open":
        write_out(into)
        return into
    if what == "sealed":
        with tarfile.open(SEALED) as packed:
            packed.extractall(into, filter="data")
        return into
    return IN_FOLDERS.get(what, Path(what))


if __name__ == "__main__":
    chosen, listed = sys.argv[1], "--wrong" in sys.argv
    if chosen in {"sealed", "made-apart"} and listed:
        sys.exit(f'"{chosen}" is measured, not looked into.')
    if chosen in {"made", "made-apart"}:
        main_made(SEEN if chosen == "made" else APART, wrong=listed)
        sys.exit()
    if chosen == "sealed" and not SEALED.is_file():
        print(NONE_SEALED)  # noqa: T201
        sys.exit()
    with tempfile.TemporaryDirectory() as folder:
        main(_unpacked(chosen, Path(folder)), wrong=listed)
