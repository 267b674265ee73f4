"""Measures what is red by clauses alone and by clauses and likeness, with no figure from what it was learned on.

    python tests/tools/score_likeness.py

Each source is read by weights and limits of the other sources alone. The clauses were changed after looking at nearly
all of these emails, so what they tell here is no evidence; what likeness tells is. "made-apart" taught nothing at all.
"""

import sys
from collections.abc import Iterable
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from tools.learn_weights import chosen, learn  # noqa: E402
from tools.learning import emails  # noqa: E402
from tools.score_reports import OF_EACH, TAKEN_AT, Scored, policy  # noqa: E402

from letterladder.ground.values import replace  # noqa: E402
from letterladder.mailbox.message import read_mail  # noqa: E402
from letterladder.rules.reports.learned import Learned  # noqa: E402
from letterladder.rules.reports.likeness import NOTHING_LEARNED, Weights, likeness_of  # noqa: E402
from letterladder.rules.reports.triage import triage  # noqa: E402
from letterladder.rules.texts.report import Report  # noqa: E402
from letterladder.rules.words import Level  # noqa: E402

from reports_unseen.made import APART, sweep  # noqa: E402, isort: skip
from reports_unseen.truth import Truth  # noqa: E402, isort: skip
from sample_schools import schools  # noqa: E402, isort: skip
from shipped import FORMS  # noqa: E402, isort: skip

COLUMNS = ("plain dangers red", "harmless red", "dangers told at once", "drafted of those that may be")


def scored(report: Report, truth: Truth, weights: Weights) -> Scored:
    """What is made of one email by these weights."""
    school = schools()[truth.school]
    found = triage(report, school.people, policy(), {}, staff=school.staff, learned=Learned(danger=weights))
    return Scored(truth={name: getattr(truth, name) for name in truth.__struct_fields__}, found=found)


def counts(rows: Iterable[Scored]) -> list[str]:
    """The columns of these emails."""
    told = list(rows)
    plain = [one.found.level is Level.RED for one in told if one.truth["danger_plain"]]
    harmless = [one.found.level is Level.RED for one in told if one.truth["harmless"]]
    dangers = [one.told for one in told if one.truth["danger"]]
    drafted = [one.drafted for one in told if one.truth["draft_ok"]]
    return [f"{sum(one)} of {len(one)}" for one in (plain, harmless, dangers, drafted)]


def main() -> None:
    """Print, for each source, what is red by likeness alone, by clauses alone, and by both."""
    print(f"{'':34}", *(f"{one:>30}" for one in COLUMNS))  # noqa: T201
    sources = sorted({one.source for one in emails()})
    weights = {one: _without(one) for one in sources}
    own = {one: [(two.report, two.truth) for two in emails() if two.source == one] for one in sources}
    own["made-apart"] = [
        (read_mail(one.raw, TAKEN_AT, forms=FORMS), one.truth) for one in sweep(OF_EACH, APART)
    ]
    weights["made-apart"] = _without("")
    for source, rows in own.items():
        alone = [(likeness_of(report, weights[source]).of_danger, truth) for report, truth in rows]
        plain = [red for red, truth in alone if truth.danger_plain]
        harmless = [red for red, truth in alone if truth.harmless]
        told = [f"{sum(one)} of {len(one)}" for one in (plain, harmless)]
        _line(f"{source}, likeness alone", told)
        _line("  clauses alone", counts(scored(*row, NOTHING_LEARNED) for row in rows))
        _line("  both", counts(scored(*row, weights[source]) for row in rows))


def _without(source: str) -> Weights:
    return replace(learn(without=source), red_from=chosen(without=source))


def _line(name: str, told: Iterable[str]) -> None:
    print(f"{name:44}", *(f"{one:>30}" for one in told))  # noqa: T201


if __name__ == "__main__":
    main()
