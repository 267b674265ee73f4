"""Measures what copies for the adult take out: recall by form of mention, and words taken out needlessly.

    python tests/tools/score_redaction.py [--missed] [--open]

The forms and names are in two halves: `open` was looked at while the rules were made, `held out` is only measured.
"""

import runpy
import sys
from collections import Counter
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
if "letterladder" not in sys.modules:
    runpy.run_path(str(HERE.parents[1] / "run.py"), run_name="checkout")

from redaction_corpus import Score, corpus, score  # noqa: E402
from redaction_forms import FORMS  # noqa: E402
from redaction_names import Half  # noqa: E402


def table(made: Score) -> list[str]:
    """One line for each form, by both halves of the names, and the sums."""
    lines = [f"{'form':34}{'open names':>14}{'held-out names':>18}"]
    for half in Half:
        lines.append(f"-- {half} forms")
        for form in FORMS[half]:
            cells = []
            for names in Half:
                key = (half, names, form)
                cells.append(f"{made.found[key]}/{made.asked[key]}" if made.asked[key] else "")
            lines.append(f"{form:34}{cells[0]:>14}{cells[1]:>18}")
    for half in Half:
        for names in Half:
            if any(key[:2] == (half, names) for key in made.asked):
                lines.append(f"{half} forms, {names} names: {made.recall(half, names):.1%}")
    share = len(made.needless) / max(1, made.plain)
    lines.append(f"mentions: {sum(made.asked.values())}")
    lines.append(f"needlessly withheld: {len(made.needless)} of {made.plain} other words ({share:.2%})")
    return lines


def main() -> None:
    """Print the table; with --missed each planted mention that stayed; with --open the open half alone."""
    texts = corpus()
    if "--open" in sys.argv:
        texts = (one for one in texts if one.half is Half.OPEN and one.names is Half.OPEN)
    made = score(texts)
    print("\n".join(table(made)))  # noqa: T201
    if "--missed" in sys.argv:
        for one in made.missed:
            start, end = one.spans[0]
            around = one.text[max(0, start - 25) : end + 15]
            print(f"{one.form}: {one.text[start:end]!r} in {around!r}")  # noqa: T201
        for words, count in Counter(made.needless).most_common(40):
            print("needless:", count, words)  # noqa: T201


if __name__ == "__main__":
    main()
