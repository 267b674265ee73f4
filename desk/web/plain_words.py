"""What the acts say, without commands: they name the command line's words, and a page has buttons."""

import re
from collections.abc import Iterable

from ...ground.errors import Problem
from ...ground.values import replace
from ...rules.office.kept_orders import COMMANDS

_REF = r"(?:\d{4}-\d{4,9}|MAIL|STEP|REF)"
_VALUE = r"(?:\w+=)?(?:'[^']*'|[\w.=-]*\w)"
_FLAG = rf"(?: --[a-z-]+(?: {_VALUE})?)"
_VERBS = "|".join(sorted({one.split()[0] for one in COMMANDS.values()} - {"request"}))
_REST = rf"{_REF}(?: OUTCOME| STEP| [\w-]+(?= --|[.;,]|$))?{_FLAG}*"
_COMMAND = rf"(?P<verb>{_VERBS}) {_REST}"
_UNNAMED = rf"(?:{_VERBS}) {_REST}"

WHOLE: tuple[tuple[str, str], ...] = (
    (
        r"Nothing was done\. Look at `case [^`]*`; if it still holds, .*",
        "Nothing was done. Read it, and if it still holds, press again.",
    ),
    (r"Do not type it again: (the round .*?)\. See `orders`\.", r"Do not press it again: \1."),
    (r"See `cases?(?: [^`]*)?`(?=[.;,])", "Look at the case as it stands now"),
    (r"; see `cases?(?: [^`]*)?`", ""),
    (r"`case [^`]*` numbers them", "The history numbers them"),
    (r"The command `cases` lists (?:them|all references)\.", "The list of cases has them all."),
    (r"The command `mails` lists .*?(?=[;.])", "The in-tray lists the emails that wait"),
    (r"Look now: run .*?(?= and tell|\.)", "Look now at the in-tray and the cases"),
    (r"look now at `intray` and `cases`", "look now at the in-tray and the cases"),
    (r"Choose one: --letter ID", "Choose one"),
    (r"Give --file or --set, not both\.", "Upload a Word file or fill in words, not both."),
    (r"The code belongs to an older draft\.", "Another version is in hand now."),
    (r"Reply to the newest email\.", "Look at the letter as it stands now."),
    (r"Say what should change: --note\.", "Say what should change."),
    (r"Add --(?:reason|note|what) '?[^.']*(?:\.\.\.)?'?\.", "Give the reason in words."),
    (r"Add --by NAME\.", "Sign it with your name."),
    (
        r"If it was really done, say so: done [^.]*NAME\.",
        "If it was really done, say below why it was done all the same.",
    ),
    (r"Leave out --out-of-order\.", "Leave the reason empty."),
    (r"Give --on and --result '\.\.\.'\.", "Give the day, and what they said."),
    (r" Give the (?:name or the|name, a role or the|whole name or the) email address: --by NAME\.", ""),
    (
        r"; or,? with a named person's reason, waive [^.]*\.\.\.'[^.]*",
        "; or set it aside, with a reason and your name",
    ),
    (
        r"; if it is not done, waive [^.]*\.\.\.'[^.]*",
        "; if it is not done, set it aside with a reason and your name",
    ),
    (r"Write --result [^.]*\.", "Choose how the appeal ended."),
    (r"Leave --ladder out\.", "Choose no ladder."),
    (r"If it has gone: add --late; ", "If it has gone, tick that it left later than its date; "),
    (r" \(triage REF [^)]*\)", ""),
    (r"If it has not gone yet: draft \S+, and", "If it has not gone yet, draft it again and"),
    (r"Add --adult ID\.", "Choose the adult from the register."),
    (r"with `triage`", "by saying again what the case is about"),
    (r"Run `verify`", "Have the records checked"),
    (r" \(see `verify`\)", ""),
    (
        r"Look at it with `case [^`]*`, and check its log with `verify`",
        "Look at the case, and have the records checked",
    ),
    (r"\(--early for", "(earlier only for"),
    (r"The command `requests` lists them", "The list of requests has them"),
    (r"Give --reason and a --due", "Give a reason and a day"),
    (r"Give different words with --set\.", "Give different words."),
)
"""Sentences that need words of their own: what they are, and how a page says it."""

BUTTONS = {
    "triage": "say again what the case is about",
    "draft": "draft it again with the words it needs",
    "approve": "approve it, or send it back",
    "return": "send it back",
    "decide": "decide on it, with a reason",
    "posted": "say that it went out, or that it did not",
    "answer": "record the answer",
    "hold": "put the case on hold",
    "release": "release the hold",
    "done": "record that it was done",
    "consulted": "record what they said",
    "sheet": "write its sheet",
    "waive": "set it aside, with a reason",
    "correct": "correct the line",
    "reopen": "take the case up again",
    "file": "file the email from the in-tray",
    "take": "say that you have it",
    "alarm": "raise the alarm again",
    "report": "write the report down again",
    "retention": "keep the case",
    "forget": "delete the case for good",
}
"""What each command is on a page, in words that fit into a sentence."""


NAMED = {
    "case": "the case",
    "cases": "the list of cases",
    "intray": "the in-tray",
    "mails": "the list of emails",
    "orders": "what is kept",
    "requests": "the list of requests",
    "verify": "a check of the records",
    "templates": "the list of letters",
}
"""What a command is called that only shows something."""

_AFTER_COLON = re.compile(rf": {_COMMAND}(?:, or {_UNNAMED})*(?=[.;,]|$)")
_ALONE = re.compile(rf"\b{_COMMAND}")
_TICKED = re.compile(r"`([a-z]+)[^`]*`")
_SET = re.compile(rf" with --set \w+={_VALUE}|: --set {_VALUE}")
_FLAGS = re.compile(rf"(?: with|:)? --[a-z-]+(?:[ =]{_VALUE})?")


def plain_words(problem: Problem) -> Problem:
    """The same problem in the words of a page: no command, no option; a place that is an option is none."""
    return replace(
        problem,
        where="" if problem.where.startswith("-") else plain(problem.where),
        what=_begun(plain(problem.what)),
        what_to_do=_begun(plain(problem.what_to_do)),
    )


def all_plain(problems: Iterable[Problem]) -> list[Problem]:
    """The same problems in the words of a page."""
    return [plain_words(one) for one in problems]


def _begun(text: str) -> str:
    return text[:1].upper() + text[1:]


def plain(text: str) -> str:
    """A sentence without the command line's words."""
    for pattern, words in WHOLE:
        text = re.sub(pattern, words, text)
    text = _AFTER_COLON.sub("", text)
    text = _ALONE.sub(lambda found: BUTTONS[found["verb"]], text)
    text = _SET.sub("", text)
    text = _TICKED.sub(lambda found: NAMED.get(found[1], found[0]), text)
    return _FLAGS.sub("", text)
