"""A policy as one page that a head can read and print: its steps in order, in plain English, with the picture."""

from collections.abc import Iterator

from markupsafe import Markup

from ...ground.english import listed, uk_date_short
from ...rules.days.counting import amount
from ...rules.policies.conduct import Conduct
from ...rules.policies.policy import NO_FURTHER_ACTION, Mandatory, Policy, Step, StepKind
from ...rules.policies.policy_words import SWITCHES, clock_words, ended_words, step_words
from ...rules.words import Outcome, Switch
from .ladder_layout import follows, is_the_end, laid_out, said_on
from .ladder_svg import ladder_picture
from .register_html import html_page

_WIDE = Markup(
    "<style>.ladder{overflow-x:auto}.ladder svg{max-width:none}section{break-inside:avoid}h2,h3{break-after:avoid}"
    "@media print{@page picture{size:A4 landscape;margin:8mm}.ladder{page:picture;break-before:page;overflow:visible}"
    ".ladder svg{max-width:100%;max-height:185mm}h2{break-before:auto}}</style>"
)
NEVER = (
    "Nothing is sent without a person's approval, and nothing is decided by the program.",
    "Danger, child protection, an allegation about staff and a hold stop every letter.",
    "Nobody is worse off before they could answer the letter before it.",
    "Criticism leads to the complaints procedure and to nothing above it.",
    "A case does not end while something required is open or a measure is in force.",
)
"""What no policy can switch off: docs/policies.md."""


def ladder_page(policy: Policy) -> bytes:
    """The page; it needs nothing else, and runs nothing."""
    dated = f", dated {uk_date_short(policy.dated)}" if policy.dated else ""
    version = f", version {policy.version}" if policy.version else ""
    parts = [
        _WIDE,
        Markup("<h1>{}</h1>\n<p>What the school does, step by step{}{}.</p>\n").format(
            policy.title, version, dated
        ),
        _heading("Where it begins"),
        _table(
            ("What was reported", "What comes first"),
            [_begins(policy, one) for one in policy.conduct.values()],
        ),
        *_ladders(policy),
        *_answers(policy),
        *_required(policy),
        _heading("The steps"),
        *(_step(policy, box.step) for box in laid_out(policy).boxes.values()),
        _heading("What it never does"),
        _list([*NEVER, *_not_provided(policy)]),
        Markup('<div class="ladder"><h2>The picture</h2>{}</div>\n').format(ladder_picture(policy)),
    ]
    return html_page(policy.title, Markup("").join(parts))


def _begins(policy: Policy, conduct: Conduct) -> tuple[str, str]:
    first, *more = [step_words(policy, one) for one in conduct.first]
    also = f" It may begin with {listed(more, 'or')} instead." if more else ""
    police = {"always": " The police are always told.", "consider": " The police are considered."}
    sorted_first = "" if conduct.ordinary else " A person judges it first."
    clause = f" ({conduct.clause})" if conduct.clause else ""
    return f"{conduct.title}{clause}", f"{first}.{also}{sorted_first}{police.get(conduct.police, '')}"


def _ladders(policy: Policy) -> Iterator[Markup]:
    """Which chain of steps is for what; where conduct is on several, a person chooses."""
    if policy.ladders:
        yield _heading("Its ladders")
        rows = []
        for one in policy.ladders.values():
            titles = [
                kind.title for name, kind in policy.conduct.items() if one.id in policy.ladders_of((name,))
            ]
            own = [step_words(policy, name) for name in one.then]
            how = (
                f"Here what follows {listed(own)} is of its own."
                if own
                else "What follows is what the steps say."
            )
            rows.append((f"{one.title} ({one.id})", f"For: {listed(titles)}. {how}"))
        yield _table(("Ladder", "What it is for"), rows)
        yield Markup("<p>Where a case is on several, a person chooses; the first is proposed.</p>\n")


def _answers(policy: Policy) -> Iterator[Markup]:
    if policy.outcomes:
        yield _heading("Answers with a name of their own")
        said = (f"“{ended_words(one.id)}”: {one.title}." for one in policy.outcomes.values())
        counts = (f"It counts as “{ended_words(one.counts_as)}”." for one in policy.outcomes.values())
        yield _list([f"{what} {how}" for what, how in zip(said, counts, strict=True)])


def _required(policy: Policy) -> Iterator[Markup]:
    if policy.mandatory:
        yield _heading("What is always required")
        yield _list([_rule_words(policy, one) for one in policy.mandatory])


def _rule_words(policy: Policy, rule: Mandatory) -> str:
    asks = " Somebody does it, or decides by name that it is not done." if rule.asks else ""
    waiting = [step_words(policy, one) for one in rule.before]
    wait = f" Until then these wait: {listed(waiting)}." if waiting else ""
    return f"{rule.says} ({rule.source}){asks}{wait}"


def _step(policy: Policy, step: Step) -> Markup:
    rows = [("What it is", _what(step)), ("When", _when(policy, step)), ("Who", _who(step))]
    rows += [
        (
            f"{title}, {_after(step, ended).lower()}" if title else _after(step, ended),
            _next(policy, names, ended),
        )
        for title, then in said_on(policy, step)
        for ended, names in follows(then)
    ]
    if step.review:
        rows.append(("At its review", _next(policy, step.review, [])))
    rows.append(("Never", _never(step)))
    told = Markup("").join(
        Markup("<dt>{}</dt><dd>{}</dd>").format(name, words) for name, words in rows if words
    )
    return Markup("<section><h3>{} · {}</h3><dl>{}</dl></section>\n").format(step.id, step.name, told)


def _what(step: Step) -> str:
    if step.kind is StepKind.ACTION:
        what = "Something that a person does and records."
    elif step.closes:
        what = "A letter to the adult; the case ends with it."
    elif {"ends_on", "review_by", "interim_end"} & step.also.keys():
        what = "A letter to the adult that sets a measure."
    else:
        what = "A letter to the adult."
    days = [f"{name.replace('_', ' ')}: {clock_words(clock)}" for name, clock in step.also.items()]
    dates = f" It prints further dates ({'; '.join(days)})." if days else ""
    ends = f" It ends {listed(list(step.ends))}." if step.ends else ""
    sent = f" It sends {step.letter}." if step.letter else ""
    return f"{what}{sent}{dates}{ends}"


def _when(policy: Policy, step: Step) -> str:
    parts = []
    if step.after:
        named = [step_words(policy, one) for one in step.after]
        parts.append(f"Only after {listed(named, 'or')}.")
    if step.requires:
        named = [f"“{ended_words(one)}”" for one in step.requires]
        parts.append(f"Only if this is on record: {listed(named, 'or')}.")
    if step.clock:
        parts.append(f"The adult may answer within {clock_words(step.clock)}.")
    parts += [
        f"It is looked at again {amount(one.days, one.unit)} after it was done." for one in step.follow_up
    ]
    return " ".join(parts)


def _who(step: Step) -> str:
    others = [
        f" {words}: {listed(list(roles))}."
        for words, roles in (
            ("First consulted", step.consults),
            ("Decided on by", (step.decider,)),
            ("Reviewed by", (step.reviewer,)),
        )
        if any(roles)
    ]
    also = "".join(others)
    if step.kind is StepKind.ACTION:
        return (f"Done by: {step.doer}.{also}" if step.doer else also).strip()
    same = step.signer == step.approver
    who = (
        f"Signed and approved by: {step.signer}."
        if same
        else f"Signed by: {step.signer}. Approved by: {step.approver}."
    )
    never = " Nobody who decided on the measure before may do so." if step.is_review else ""
    return f"{who}{never}{also}"


def _after(step: Step, outcomes: list[str]) -> str:
    if outcomes == [Outcome.OTHER]:
        return "After anything else" if step.clock else "Then"
    return f"After: {listed([ended_words(one) for one in outcomes], 'or')}"


def _next(policy: Policy, names: tuple[str, ...], outcomes: list[str]) -> str:
    if not names and outcomes and all(map(is_the_end, outcomes)):
        return "Nothing follows, and nobody is asked: it stands."
    if not names:
        return "Nothing is decided yet; the next answer is awaited."
    first, *more = [step_words(policy, one) for one in names]
    also = f" Instead: {listed(more, 'or')}." if more else ""
    return f"{first} is proposed.{also}"


def _never(step: Step) -> str:
    parts = []
    if step.is_adverse:
        parts.append("Before the adult could answer the letter before it.")
    may_end = step.may_end and not step.closes
    if not may_end and not step.closes:
        parts.append("Followed by “no further action” without another step.")
    if step.then.get(Outcome.LAPSED) == (NO_FURTHER_ACTION,):
        parts.append("Followed by another letter where nobody answers.")
    return " ".join(parts)


def _not_provided(policy: Policy) -> list[str]:
    missing = [SWITCHES[one] for one in Switch if not policy.provides(one)]
    return [f"This policy does not provide for {listed(missing, 'or')}."] if missing else []


def _heading(words: str) -> Markup:
    return Markup('<h2 class="first">{}</h2>\n').format(words)


def _list(items: list[str]) -> Markup:
    return Markup("<ul>{}</ul>\n").format(Markup("").join(Markup("<li>{}</li>").format(one) for one in items))


def _table(head: tuple[str, str], rows: list[tuple[str, str]]) -> Markup:
    body = Markup("").join(Markup("<tr><th scope='row'>{}</th><td>{}</td></tr>").format(*row) for row in rows)
    top = Markup("<tr><th scope='col'>{}</th><th scope='col'>{}</th></tr>").format(*head)
    return Markup("<table><thead>{}</thead><tbody>{}</tbody></table>\n").format(top, body)
