"""Policies with planted faults, each with what must be said of it: edits of real ones, and whole files; and sound ones."""

from dataclasses import dataclass
from pathlib import Path

from letterladder.config.paths import ROOT, shipped_policy

PAGE = ROOT / "docs" / "policies.md"
"""The guide, which shows two whole policies."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Broken:
    """One faulty policy.

    Attributes:
        name: what is wrong with it.
        base: the policy that is edited: "page" or "ladders" of the guide, one that ships, or "" where `text` is the whole file.
        edits: what is replaced by what, each everywhere it stands.
        says: for each planted fault its key, and words of what must be said there.
    """

    name: str
    base: str = "page"
    edits: tuple[tuple[str, str], ...] = ()
    says: tuple[tuple[str, str], ...]
    text: str = ""


def text_of(base: str) -> str:
    """The text of a sound policy."""
    if base in {"page", "ladders"}:
        blocks = PAGE.read_text(encoding="utf-8").split("```toml\n")
        whole = [one.split("```")[0] for one in blocks if one.startswith("id = ")]
        return whole[base == "ladders"]
    return shipped_policy(base).read_text(encoding="utf-8")


def written(case: Broken, folder: Path) -> Path:
    """The faulty policy as a file; each edit must fit."""
    text = case.text or text_of(case.base)
    for old, new in case.edits:
        assert old in text, f"{case.name}: {old!r} is not in {case.base}"
        text = text.replace(old, new)
    file = folder / "own.toml"
    file.write_text(text, encoding="utf-8")
    return file


HEAD = """id = "whole"
title = "A whole policy"

[conduct.unkind]
title = "unkind comments"
deeds = ["words about staff"]
"""
LOOP = f"""{HEAD}first = ["L1"]

[steps.L1]
name = "Request"
may_end = false
clock = {{ days = 5, unit = "school days" }}

[steps.L1.then]
lapsed = ["L2"]
other = ["L2"]

[steps.L2]
name = "Meeting"
may_end = false
clock = {{ days = 5, unit = "school days" }}

[steps.L2.then]
lapsed = ["L1"]
other = ["L1"]
"""
BARRED = f"""{HEAD}first = ["L1"]

[steps.L1]
name = "Request"
clock = {{ days = 5, unit = "school days" }}

[steps.L1.then]
lapsed = ["L3"]
other = ["Z1"]

[steps.L3]
name = "Warning"
requires = ["declined"]
clock = {{ days = 5, unit = "school days" }}

[steps.L3.then]
lapsed = ["Z1"]
other = ["Z1"]

[steps.Z1]
name = "Closing"
closes = true
"""
BAR = f"""site_access = true
{HEAD}first = ["B1"]

[steps.B1]
name = "Notice"
site_access = true
may_end = false
clock = {{ days = 10, unit = "working days" }}
also = {{ decision_by = {{ days = 5, unit = "working days" }} }}

[steps.B1.then]
lapsed = ["B3"]
other = ["B3"]

[steps.B3]
name = "Decision"
site_access = true
may_end = false
after = ["B1"]
review = ["B5"]
also = {{ review_by = {{ days = 60, unit = "school days" }}, ends_on = {{ days = 65, unit = "school days" }} }}

[steps.B3.then]
other = ["B5"]

[steps.B5]
name = "Review"
site_access = true
may_end = false
after = ["B3", "B5"]
review = ["B5"]
also = {{ review_by = {{ days = 60, unit = "school days" }}, ends_on = {{ days = 65, unit = "school days" }} }}

[steps.B5.then]
other = ["B5"]
"""

L1_LAPSED = 'lapsed = ["L2"]\nremoved'
UNBLOCK = '[steps.unblock.then]\nother = ["Z1"]'
NEVER = "never reached"

BROKEN = (
    Broken(
        name="an answer after which nothing may follow",
        edits=(('[steps.L2]\n', '[steps.L2]\nmay_end = false\n'), ('refused-and-continues = ["@firm"]\nother = ["Z1"]\n\n[steps.L3]', 'refused-and-continues = ["@firm"]\n\n[steps.L3]')),
        says=(("steps.L2.then", "Nothing may follow L2 and 'another answer'"),),
    ),
    Broken(
        name="a block that can never end",
        edits=(('name = "Block on our parents\' page"', 'name = "Block"\nmay_end = false'), ('name = "The block ends"', 'name = "The block ends"\nmay_end = false'), (UNBLOCK, '[steps.unblock.then]\nother = ["P2"]')),
        says=(("steps.P2", "Once P2 was taken, no path ends the case"),),
    ),
    Broken(
        name="a block and its end, round and round",
        edits=((UNBLOCK, '[steps.unblock.then]\nother = ["P2"]'),),
        says=(("steps.P2", "round and round"),),
    ),
    Broken(
        name="the same letter again, whatever is answered",
        edits=((L1_LAPSED, 'lapsed = ["L1"]\nremoved'), ('removed = ["Z1"]\ncomplaint = ["C1"]\nrefused-and-continues = ["@firm"]\nother = ["L2", "Z1"]', 'removed = ["L1"]\ncomplaint = ["L1"]\nrefused-and-continues = ["L1"]\nother = ["L1"]')),
        says=(("steps.L1", "there is only L1 again"),),
    ),
    Broken(
        name="a warning that requires an answer nobody names",
        edits=(('requires = ["refused-and-continues"]', 'requires = ["did-not-attend"]'),),
        says=(("steps.L3.requires", "no other step names that"), ("steps.L3", NEVER)),
    ),
    Broken(
        name="a warning that requires what nobody can record",
        edits=(('requires = ["refused-and-continues"]', 'requires = ["undelivered"]'),),
        says=(("steps.L3.requires", "no other step names that"), ("steps.L3", NEVER)),
    ),
    Broken(
        name="two actions that wait for one another",
        edits=(('after = ["L3"] ', 'after = ["X3"] '), ('name = "Report to the police"', 'name = "Report to the police"\nafter = ["legal-advice"]')),
        says=(("steps.legal-advice", NEVER), ("steps.X3", NEVER)),
    ),
    Broken(
        name="a warning that comes after itself alone",
        edits=(('[steps.L3]\n', '[steps.L3]\nafter = ["L3"]\n'),),
        says=(("steps.L3", NEVER),),
    ),
    Broken(
        name="a letter that the policy requires and no path reaches",
        edits=(('firm = ["L3", "P2", "legal-advice"]', 'firm = ["L3", "legal-advice"]'), ('step = "X3" ', 'step = "P2" '), ('lapsed = ["legal-advice"]', 'lapsed = ["legal-advice", "X3"]')),
        says=(("steps.P2", "The policy requires it (police-told)"),),
    ),
    Broken(
        name="a rule that comes due after an answer nobody names",
        edits=(("when = [] ", 'when = ["apology"] '),),
        says=(("mandatory.police-told.when", "no step names that"),),
    ),
    Broken(
        name="a letter that prints a day and has no clock",
        edits=(('requires = ["refused-and-continues"]             # such an answer must be on record\nclock = { days = 10, unit = "working days" }\n', 'requires = ["refused-and-continues"]\n'),),
        says=(("steps.L3.clock", "gives no time for one"), ("steps.L3.then.lapsed", "L3 has no clock")),
    ),
    Broken(
        name="a field that nobody types and nothing gives",
        edits=(('name = "How to make a complaint"', 'name = "How to make a complaint"\nneeds = ["answer_by"]'),),
        says=(("steps.C1.needs", "answer_by cannot be typed in"),),
    ),
    Broken(
        name="a lapse of a letter without a clock",
        edits=(('[steps.P2.then]\n', '[steps.P2.then]\nlapsed = ["L3"]\n'),),
        says=(("steps.P2.then.lapsed", "P2 has no clock"),),
    ),
    Broken(
        name="steps after the letter that closes the case",
        edits=(('name = "Closing letter"\ncloses = true', 'name = "Closing letter"\ncloses = true\n[steps.Z1.then]\nother = ["L1"]'),),
        says=(("steps.Z1.then", "Z1 closes the case"),),
    ),
    Broken(
        name="a review of what has no review date",
        edits=(('name = "Invitation to a meeting"', 'name = "Invitation to a meeting"\nreview = ["L3"]'),),
        says=(("steps.L2.review", "its review never comes"),),
    ),
    Broken(
        name="a case that begins with a step that needs an answer",
        edits=(('like = ["threat"]\nfirst = ["L2"]', 'like = ["threat"]\nfirst = ["L3", "L2"]'),),
        says=(("conduct.threat.first", "cannot begin with L3"),),
    ),
    Broken(
        name="conduct at the gate that begins with a post to remove",
        edits=(('[steps.L1]  ', '[conduct.gate]\ntitle = "shouting at the gate"\ndeeds = ["site-abuse about anybody"]\nfirst = ["L1", "L2"]\n\n[steps.L1]  '),),
        says=(("conduct.gate.first", "cannot begin with L1"),),
    ),
    Broken(
        name="a step that is named where it can never be chosen",
        edits=((L1_LAPSED, 'lapsed = ["L2", "legal-advice"]\nremoved'),),
        says=(("steps.L1.then.lapsed", "legal-advice can never be chosen"),),
    ),
    Broken(
        name="an action after which nothing but the end may follow",
        edits=((UNBLOCK, ""),),
        says=(("steps.unblock", "only 'no further action' may follow"),),
    ),
    Broken(
        name="ten faults of every sort at once",
        edits=(
            ('version = "3"', 'version = "3"\nmotto = "kind"'),
            ('days = 5, unit = "school days"', 'days = 5, unit = "moons"'),
            ('refused-and-continues = ["@firm"]\nother = ["Z1"]\n\n[steps.L3]', 'refused-and-continues = ["@hard"]\nother = ["Z1"]\n\n[steps.L3]'),
            ('attended = ["Z1", "L1"]', 'attended = ["Z9"]'),
            ('like = ["threat"]', 'like = ["threats"]'),
            ("website_block = true ", "website_block = false "),
            ('review = ["unblock", "P2"]', ""),
            ('requires = ["refused-and-continues"]', 'requires = ["did-not-attend"]'),
            ('name = "How to make a complaint"', 'name = "How to make a complaint"\nneeds = ["answer_by"]'),
            ('name = "Closing letter"\ncloses = true', 'name = "Closing letter"\ncloses = true\n[steps.Z1.then]\nother = ["L1"]'),
        ),
        says=(
            ("motto", "There is no such key"),
            ("steps.L1.clock.unit", "Input should be"),
            ("steps.L2.then.refused-and-continues", "There is no menu 'hard'"),
            ("steps.L2.then.attended", "There is no step 'Z9'"),
            ("conduct.threat.like", "'threats' is not a kind of conduct"),
            ("website_block", "does not say that it provides"),
            ("steps.P2.review", "no step for the review"),
            ("steps.L3.requires", "no other step names that"),
            ("steps.C1.needs", "answer_by cannot be typed in"),
            ("steps.Z1.then", "Z1 closes the case"),
        ),
    ),
    Broken(
        name="two lines that cannot be read, and a wrong step",
        edits=(('clock = { days = 5, unit = "school days" } ', 'clock = { days = 5, unit = "school days" '), ('lapsed = ["legal-advice"]', 'lapsed = [legal-advice]'), ('attended = ["Z1", "L1"]', 'attended = ["Z9"]')),
        says=(("", "opened but never closed"), ("", "cannot be read"), ("steps.L2.then.attended", "There is no step 'Z9'")),
    ),
    Broken(
        name="a notice that nothing decides on",
        base="model",
        edits=(
            ('lapsed = ["B3", "B4"]\nrepresentations = ["B4", "B3", "B2a"]', 'lapsed = ["B2a"]\nrepresentations = ["B2a"]'),
            ('apology = ["B4", "B3", "B2a"]\nrefused-and-continues = ["B2", "B3", "B4"]\nother = ["B4", "B3", "B2a"]', 'apology = ["B2a"]\nother = ["B2a"]'),
        ),
        says=(("steps.B1.then.lapsed", "no step would decide for the adult"),),
    ),
    Broken(
        name="a block that its end does not end",
        base="model",
        edits=(('ends = ["P2"]\n', ""),),
        says=(("steps.P2.review", "Nothing at its review could end the measure"),),
    ),
    Broken(
        name="comments after the end of an interim bar",
        base="model",
        edits=(("lead_days = 0\nclock = { days = 5,", "lead_days = 0\nclock = { days = 25,"),),
        says=(("steps.B2.also", "B2 can have no such dates"),),
    ),
    Broken(
        name="a review after the end of the bar",
        base="model",
        edits=(('review_by = { half_way = true, weeks_before_end = 4 }\nends_on', 'review_by = { days = 70, unit = "school days" }\nends_on'),),
        says=(("steps.B3.also.review_by", "nothing is left to review"),),
    ),
    Broken(
        name="a bar that is only ever made longer",
        base="model",
        edits=(('review = ["B6", "B5"]', 'review = ["B5"]'), ('[steps.B6]\n', '[steps.B6]\n# nothing leads here\n')),
        says=(("steps.B3.review", "Nothing at its review"), ("steps.B6", "No conduct or outcome leads to this step")),
    ),
    Broken(
        name="a warning and an action that wait for one another",
        base="alsop-high-school",
        edits=(('after = ["legal-advice"]', 'after = ["legal-action"]'),),
        says=(("steps.X1", NEVER), ("steps.legal-action", NEVER)),
    ),
    Broken(
        name="a duty that waits for a step few cases come to",
        base="alsop-high-school",
        edits=(('name = "Referral to the police"\n', 'name = "Referral to the police"\nafter = ["legal-action"]\n'),),
        says=(("conduct.threat.first", "cannot begin with B2"),),
    ),
    Broken(
        name="legal advice after the action that follows it",
        base="heartwood-academy-trust",
        edits=(('name = "Legal advice"\nkind = "action"\n', 'name = "Legal advice"\nkind = "action"\nafter = ["legal-action"]\n'),),
        says=(("steps.legal-advice", NEVER), ("steps.legal-action", NEVER)),
    ),
    Broken(
        name="a note of a conversation without a clock",
        base="aspire-federation",
        edits=(('clock = { days = 2, unit = "working days" }\n', ""),),
        says=(("steps.N1.clock", "gives no time for one"), ("steps.N1.then.lapsed", "N1 has no clock")),
    ),
    Broken(
        name="an invitation that needs a meeting first",
        base="levens-ce-school",
        edits=(('name = "Invitation to a meeting"\n', 'name = "Invitation to a meeting"\nafter = ["L2b"]\n'),),
        says=(("steps.L2", NEVER), ("steps.L2b", NEVER)),
    ),
    Broken(
        name="a wrong unit, a wrong step and a doer of a letter",
        base="avenue-junior-and-recreation-road",
        edits=(('[steps.L2b]\n', '[steps.L2b]\ndoer = "head"\n'), ('attended = ["L2b", "L1", "Z1"]', 'attended = ["L2c"]'), ('[steps.L1]\n', '[steps.L1]\nlead_days = "two"\n')),
        says=(("steps.L2b.doer", "`doer` is for actions"), ("steps.L2.then.attended", "There is no step 'L2c'"), ("steps.L1.lead_days", "Input should be")),
    ),
    Broken(name="two letters for ever", text=LOOP, says=(("steps.L1", "no path ends the case: it goes round L1 and L2"),)),
    Broken(
        name="a warning for an answer that no step names",
        text=BARRED,
        says=(("steps.L3.requires", "no other step names that"), ("steps.L3", NEVER), ("steps.L1.then.lapsed", "only 'no further action' may follow")),
    ),
    Broken(
        name="a ladder that nobody gets on",
        base="ladders",
        edits=(('title = "everything else"\n', 'title = "everything else"\nconduct = ["unkind"]\nfirst = ["L1"]\n\n[ladders.spare]\ntitle = "what is left"\n'),),
        says=(("ladders.spare", "No case gets on the ladder 'spare'"),),
    ),
    Broken(
        name="an appeal that nothing hears",
        base="ladders",
        edits=(
            ('appeals = ["appeal"]', 'appeals = ["block", "Z1"]'),
            ('[steps.appeal]                                   # an action with results hears an appeal\nname = "Appeal heard"\nkind = "action"\nwe_did = "we heard your appeal"\ntell_adult = "afterwards"\n', ""),
            ('[steps.appeal.then]                              # done REF appeal --result dismissed\nappeal-upheld = ["Z1"]\nappeal-partly-upheld = ["Z1"]\nappeal-dismissed = []                            # the warning stands\nappeal-withdrawn = []\n', ""),
        ),
        says=(("steps.second-warning.then.appeals", "no action of the policy hears an appeal"), ("steps.second-warning.then.appeals", "the appeal of")),
    ),
    Broken(
        name="an appeal of which a loss cannot be recorded",
        base="ladders",
        edits=(("appeal-dismissed = []                            # the warning stands\n", ""),),
        says=(("steps.appeal.then", "cannot record that it ended so: 'appeal dismissed'"),),
    ),
    Broken(
        name="an appeal that is withdrawn, after which nothing may follow and nothing ends",
        base="ladders",
        edits=(('name = "Appeal heard"\n', 'name = "Appeal heard"\nmay_end = false\n'), ("appeal-dismissed = []  ", 'appeal-dismissed = ["L2"]  ')),
        says=(("steps.appeal.then.appeal-withdrawn", "and the case cannot end"),),
    ),
    Broken(
        name="a step for an appeal that was lost, asked for as an answer",
        base="ladders",
        edits=(('letter = "P2"\n', 'letter = "P2"\nrequires = ["appeal-dismissed"]\n'),),
        says=(("steps.block.requires", "no other step names that"), ("steps.block", NEVER)),
    ),
    Broken(
        name="an own answer that no step names",
        base="ladders",
        edits=(("keeps-away = []\n", ""),),
        says=(("outcomes.keeps-away", "asks for this answer"),),
    ),
    Broken(
        name="a step that requires an own answer which only it names",
        base="ladders",
        edits=(("keeps-away = []\n", ""), ('letter = "P2"\n', 'letter = "P2"\nrequires = ["keeps-away"]\n')),
        says=(("steps.block.requires", "no other step names that"), ("steps.block", NEVER)),
    ),
    Broken(
        name="an answer on one ladder after which nothing may follow",
        base="ladders",
        edits=(('other = ["block", "Z1"]\n\n[ladders.rest]', '\n[ladders.rest]'), ('name = "Written warning"\n', 'name = "Written warning"\nmay_end = false\n')),
        says=(("ladders.approach.then.warning", "Nothing may follow warning and 'another answer'"),),
    ),
    Broken(
        name="a step that a ladder names where it can never be chosen",
        base="ladders",
        edits=(('lapsed = ["block"]\nother', 'lapsed = ["block", "second-warning"]\nother'), ('after = ["warning"]', 'requires = ["refuses-to-meet"]\nafter = ["warning", "block"]'), ('refuses-to-meet = ["warning"]', 'refuses-to-meet = ["Z1"]')),
        says=(("steps.second-warning", NEVER),),
    ),
    Broken(
        name="a ladder that begins with a warning nobody was asked before",
        base="ladders",
        edits=(('first = ["L2"]                                   # what its conduct begins with', 'first = ["second-warning", "L2"]'),),
        says=(("ladders.approach.first", "cannot begin with second-warning"),),
    ),
    Broken(
        name="a duty that can only come after what it holds back",
        edits=(('name = "Report to the police"', 'name = "Report to the police"\nafter = ["L2"]'), ('before = ["L2", "@firm"]', 'before = ["L2"]')),
        says=(("conduct.threat.first", "cannot begin with L2"), ("mandatory.police-told.before", "no path comes to X3: it may only follow L2")),
    ),
    Broken(
        name="a duty after an answer to a letter that waits for it",
        edits=(('name = "Report to the police"', 'name = "Report to the police"\nrequires = ["attended"]'), ("when = [] ", 'when = ["refused-and-continues"] '), ('before = ["L2", "@firm"]', 'before = ["L2", "L3"]')),
        says=(("steps.L2.then.other", "The police are always told"),),
    ),
    Broken(
        name="a consultation before an action that can never come",
        base="ladders",
        edits=(('name = "Appeal heard"\nkind = "action"\n', 'name = "Appeal heard"\nkind = "action"\nconsults = ["chair"]\nafter = ["unblock"]\n'),),
        says=(("steps.second-warning.then.appeals", "the appeal of"),),
    ),
    Broken(
        name="a review at the end of the year of a block that ends with the term",
        base="ladders",
        edits=(('review_by = { days = 30, unit = "school days" }', 'review_by = { until = "end of school year" }'),),
        says=(("steps.block.also.review_by", "nothing is left to review"),),
    ),
    Broken(
        name="a review at half term of a block that is over by then",
        base="ladders",
        edits=(('review_by = { days = 30, unit = "school days" }, ends_on = { until = "end of term" }', 'review_by = { until = "half term" }, ends_on = { days = 5, unit = "school days" }'),),
        says=(("steps.block.also.review_by", "may come after its end"),),
    ),
    Broken(
        name="silence that is fine, and a case that can never end after it",
        base="ladders",
        edits=(('letter = "L3"\nafter = ["warning"]\n', 'letter = "L3"\nafter = ["warning"]\nmay_end = false\n'), ('appeals = ["appeal"]\nother = ["block", "Z1"]', 'appeals = ["second-warning"]\nother = ["second-warning"]'), ('appeal-upheld = ["Z1"]\nappeal-partly-upheld = ["Z1"]', 'appeal-upheld = ["second-warning"]\nappeal-partly-upheld = ["second-warning"]'), ('[steps.X3]\n', '[steps.X3]\n')),
        says=(("steps.second-warning", "no path ends the case"),),
    ),
    Broken(name="a bar without a way back", text=BAR, says=(("steps.B3.may_end", "can never be closed"),)),
)  # fmt: skip

MENU = f"""{HEAD}first = ["L1"]

[menus]
on = ["L2", "L3", "Z1"]

[steps.L1]
name = "Request"
clock = {{ days = 5, unit = "school days" }}

[steps.L1.then]
lapsed = ["@on"]
refused = ["@on"]
other = ["Z1"]

[steps.L2]
name = "Meeting"
clock = {{ days = 5, unit = "school days" }}

[steps.L2.then]
lapsed = ["@on"]
agreed = []
other = ["@on"]

[steps.L3]
name = "Warning"
requires = ["refused"]
clock = {{ days = 5, unit = "school days" }}

[steps.L3.then]
lapsed = ["Z1"]
other = ["Z1"]

[steps.Z1]
name = "Closing"
closes = true
"""
SHORT = f"""{HEAD}first = ["L1"]

[steps.L1]
name = "Request"
clock = {{ days = 5, unit = "school days" }}

[steps.L1.then]
lapsed = ["none"]
other = ["none"]
"""
TALK = f"""{HEAD}first = ["talk"]
occasions = 2

[steps.talk]
name = "A talk"
kind = "action"
we_did = "we talked with you"
we_may = "talk with you"
follow_up = [{{ days = 5, unit = "school days" }}]

[steps.talk.then]
other = ["L1", "Z1"]

[steps.L1]
name = "Request"
clock = {{ days = 5, unit = "school days" }}

[steps.L1.then]
lapsed = ["talk"]
other = ["Z1"]

[steps.Z1]
name = "Closing"
closes = true
"""

SOUND = {
    **{name: text_of(name) for name in ("page", "ladders", "model", "alsop-high-school", "aspire-federation", "heartwood-academy-trust", "levens-ce-school", "avenue-junior-and-recreation-road")},
    "a menu": MENU,
    "one letter and no more": SHORT,
    "a talk first": TALK,
}  # fmt: skip

TRUE_NOTES = {
    "avenue-junior-and-recreation-road": [("steps.L2.then.lapsed", "only 'no further action' may follow")],
}
"""What is so in a sound policy, and worth knowing: after a meeting about a device on site that nobody answers, all that
the policy names is about something online."""
