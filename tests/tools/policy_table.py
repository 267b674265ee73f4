"""Write docs/policy-table.md: which step each shipped policy knows, made from the policies themselves."""

import runpy
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
if "letterladder" not in sys.modules:
    runpy.run_path(str(ROOT / "run.py"), run_name="checkout")

from letterladder.config.letters_file import shipped_letters  # noqa: E402
from letterladder.desk.policies_beside import rows_beside, shipped_beside  # noqa: E402 - after the package is registered
from letterladder.rules.policies.policy import Policy, StepKind  # noqa: E402
from letterladder.rules.words import Deed  # noqa: E402

LETTERS = shipped_letters()
NAMES = {one.id: one.name for one in LETTERS}
TABLE = ROOT / "docs" / "policy-table.md"
README = ROOT / "README.md"
BEGIN, END = "<!-- steps of the policies: tests/tools/policy_table.py -->", "<!-- end of the steps -->"
SHORT = {
    "model": "model",
    "alsop-high-school": "Alsop",
    "aspire-federation": "Aspire",
    "avenue-junior-and-recreation-road": "Avenue",
    "heartwood-academy-trust": "Heartwood",
    "levens-ce-school": "Levens",
}


def policies() -> list[Policy]:
    """Every shipped policy, the model first."""
    return [one for _, one in shipped_beside()]


def table() -> str:
    """The page: a row for each step, a column for each policy, and how to read a cell."""
    known = policies()
    steps = [*NAMES, *sorted({step for one in known for step in one.steps} - NAMES.keys())]
    head = ["step", "what it is", *(one.id for one in known)]
    rows = [[step, _name(step, known), *(_cell(one, step) for one in known)] for step in steps]
    lines = [_line(head), _line(["---"] * len(head)), *(_line(row) for row in rows)]
    return f"{INTRO}\n{chr(10).join(lines)}\n\n{_required(known)}\n{ON_SITE}\n{_site_table(known)}"


def _site_table(known: list[Policy]) -> str:
    """What each policy calls each thing that may be done on site, and what it says of the police there."""
    deeds = [deed for deed in Deed if deed.on_site]
    rows = [[deed.removeprefix("site-"), *(_named_as(one, deed) for one in known)] for deed in deeds]
    head = ["done on site", *(one.id for one in known)]
    return "\n".join(_line(row) for row in (head, ["---"] * len(head), *rows)) + "\n"


def _named_as(policy: Policy, deed: Deed) -> str:
    named = [one for one in policy.conduct.values() if deed in {done for done, _ in one.deeds}]
    return "; ".join(f"`{one.id}`, police: {one.police}" for one in named)


def _name(step: str, known: list[Policy]) -> str:
    return NAMES.get(step) or next(one.steps[step].name for one in known if step in one.steps)


def _cell(policy: Policy, step: str) -> str:
    """Empty where the policy has no such step; else what makes it special there."""
    found = policy.steps.get(step)
    if found is None:
        return ""
    words = ["action" if found.kind is StepKind.ACTION else "letter"]
    firsts = [one for one in policy.conduct.values() if step in one.first[:1]]
    if firsts:
        words.append("first")
    if found.requires:
        words.append("after: " + " or ".join(str(one) for one in found.requires))
    if any(rule.step == step for rule in policy.mandatory):
        words.append("required")
    return ", ".join(words)


def short_table() -> str:
    """The README's table: the same steps, one word a cell."""
    known = policies()
    lines = [_line(["step", "", *(SHORT[one.id] for one in known)]), _line(["---"] * (len(known) + 2))]
    lines += [_line([step, name, *words]) for step, name, words in rows_beside(known)]
    lines.append(_line(["*site*", "What it names of conduct on site", *map(_site_word, known)]))
    return "\n".join(lines)


def _site_word(policy: Policy) -> str:
    """Empty where the policy says nothing of conduct on site."""
    done = {deed for one in policy.conduct.values() if one.on_site for deed, _ in one.deeds}
    named = [deed.removeprefix("site-") for deed in Deed if deed in done]
    return "all ten" if len(named) == len([deed for deed in Deed if deed.on_site]) else ", ".join(named)


def with_table(readme: str) -> str:
    """The README with the table as the policies are now."""
    before, _, rest = readme.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n{short_table()}\n{END}{after}"


def _required(known: list[Policy]) -> str:
    lines = [f"- **{one.id}:** {rule.says} ({rule.source})" for one in known for rule in one.mandatory]
    return "What the policies require whatever anybody decides:\n\n" + "\n".join(lines) + "\n"


def _line(cells: list[str]) -> str:
    return "| " + " | ".join(cells) + " |"


INTRO = """# Which policy knows which step

Made from `config/policies/` by `tests/tools/policy_table.py`; change those files, then run it. An empty cell: the
policy has no such step, and the program refuses it and says so. *first*: a kind of conduct begins with it.
*after*: it needs such an answer on record. *required*: the policy demands it for some kinds of conduct.
"""
ON_SITE = """## Conduct on site

What each policy's own text names of what is done on the premises, at the gate or on the road by it. A person judges
each such report before anything is drafted. An empty cell: the text does not mention it. A school with such a policy
links another of its own that does (`linked` in `school.toml`), whose kinds of conduct on site then count too.
"""


if __name__ == "__main__":
    TABLE.write_text(table(), encoding="utf-8", newline="\n")
    README.write_text(with_table(README.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
    sys.stdout.write(f"written: {TABLE.relative_to(ROOT)}, {README.relative_to(ROOT)}\n")
