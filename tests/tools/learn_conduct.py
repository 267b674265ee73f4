"""Learns which kind of conduct an email reads like, from the corpora that may be looked into; writes two modules.

    python tests/tools/learn_conduct.py [--try]

A logistic regression over words for each kind of the model policy, against all other emails. `--try` prints how often
the right kind is among the first two offered, each source by what the others taught, and writes nothing. A sealed part
is never read. The same corpora give the same files (docs/decisions/0048-conduct-by-likeness.md).
"""

import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from tools.learning import RULES, emails, features, head, taught, wrapped
from tools.score_reports import policy

from letterladder.rules.policies.conduct import Conduct
from letterladder.rules.reports.kinds_like import Kind
from letterladder.rules.reports.learned import Learned
from letterladder.rules.reports.triage import triage

from sample_schools import schools  # isort: skip

FILES = {"online": RULES / "conduct_weights.py", "on site": RULES / "site_weights.py"}
MOST = 150
"""Words kept of each kind: those that weigh most."""
FEWEST = 5
"""Reports of a kind that it takes to learn it."""


@cache
def learn(conduct: str, without: str = "") -> Kind | None:
    """One kind, learned from all sources but one; None where too few tell of it."""
    places = [place for place, one in enumerate(emails()) if one.source != without]
    right = [conduct in emails()[place].truth.conduct for place in places]
    if sum(right) < FEWEST:
        return None
    bias, of = taught([features(place, pairs=False) for place in places], right, MOST)
    return Kind(about=frozenset(policy().conduct[conduct].deeds), bias=bias, of=of)


def kinds(without: str = "") -> tuple[Kind, ...]:
    """All kinds that can be learned."""
    learned = (learn(one.id, without) for one in policy().conduct.values() if one.deeds)
    return tuple(one for one in learned if one)


def family(conduct: Conduct) -> str:
    """In which of the two modules a kind lies."""
    return "on site" if all(deed.startswith("site") for deed, _ in conduct.deeds) else "online"


def written(which: str) -> str:
    """A module that ships, as text."""
    lines = [
        *head(f"Weights of words for kinds of conduct {which}: written by tests/tools/learn_conduct.py"),
        'WEIGHTS = """',
    ]
    for one in policy().conduct.values():
        if one.deeds and family(one) == which and (kind := learn(one.id)):
            lines += ["; ".join([f"= {kind.bias}", *(f"{deed} about {about}" for deed, about in one.deeds)])]
            lines += _lines(kind)
    return "\n".join(
        [
            *lines,
            '"""',
            '"""Each kind: its bias and its deeds; its words, each with a weight in tenths."""',
            "",
        ]
    )


def _lines(kind: Kind) -> Iterator[str]:
    """The words of a kind, heaviest first, in lines that a page can hold."""
    heaviest = sorted(kind.of.items(), key=lambda one: (-one[1], one[0]))
    return wrapped((f"{word}:{round(weight * 10)}" for word, weight in heaviest), between=" ")


def among_the_first_two(source: str) -> tuple[int, int, int]:
    """Of a source's reports whose conduct is known: by clauses alone, by both without what it taught, and all."""
    clauses = both = every = 0
    known = kinds(without=source)
    for one in emails():
        if one.source != source or not one.truth.conduct:
            continue
        school = schools()[one.truth.school]
        told, more = (
            triage(
                one.report, school.people, policy(), {}, staff=school.staff, learned=Learned(kinds=by)
            ).proposed[:2]
            for by in ((), known)
        )
        every += 1
        clauses += any(kind.conduct in one.truth.conduct for kind in told)
        both += any(kind.conduct in one.truth.conduct for kind in more)
    return clauses, both, every


def main() -> None:
    """Write the files, or print what is told of sources left out."""
    if "--try" not in sys.argv:
        for which, file in FILES.items():
            file.write_text(written(which), encoding="utf-8")
        return
    for source in sorted({one.source for one in emails()}):
        clauses, both, every = among_the_first_two(source)
        print(f"{source:32} clauses {clauses:4}, both {both:4} of {every}")  # noqa: T201


if __name__ == "__main__":
    main()
