"""Where each step of a policy is in its picture: in columns from what comes first, with a row for each answer."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from textwrap import TextWrapper

from ...ground.english import listed
from ...rules.days.counting import amount
from ...rules.policies.ladder import Then
from ...rules.policies.policy import NO_FURTHER_ACTION, Policy, Step
from ...rules.policies.policy_words import ended_words, sort_of
from ...rules.words import RESULTS, Outcome

WIDTH, GAP, LINE, PAD = 310, 100, 16, 10
"""Of a box: its width, the room to the next column, the height of a line, and around its words."""
BETWEEN = 26
_LETTERS, _NAME = 44, 40
"""How many letters fit on a line of a box, and of the name in its head."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of a box: after these answers, this step is proposed, and others may be chosen."""

    words: tuple[str, ...]
    target: str = ""


@dataclass(slots=True, kw_only=True)
class Box:
    """A step in the picture, with its place."""

    step: Step
    name: tuple[str, ...]
    sort: str
    rows: tuple[Row, ...]
    told: tuple[str, ...]
    column: int = 0
    top: int = 0

    @property
    def left(self) -> int:
        """Its left edge."""
        return 20 + self.column * (WIDTH + GAP)

    @property
    def head(self) -> int:
        """How tall its head is: the id, and the name below it."""
        return 32 + 18 * len(self.name)

    @property
    def height(self) -> int:
        """How tall it is."""
        lines = len(self.told) + sum(len(row.words) for row in self.rows)
        return self.head + lines * LINE + len(self.rows) * 6 + PAD

    def row_tops(self) -> Iterator[tuple[Row, int]]:
        """Each row with the height at which its first line stands."""
        at = self.top + self.head + len(self.told) * LINE
        for row in self.rows:
            yield row, at
            at += len(row.words) * LINE + 6


@dataclass(slots=True, kw_only=True)
class Picture:
    """All boxes, and how large the picture is."""

    boxes: dict[str, Box] = field(default_factory=dict)
    width: int = 0
    height: int = 0


def laid_out(policy: Policy) -> Picture:
    """The steps of this policy in columns; a step stands one column after the nearest that proposes it."""
    columns = _columns(policy)
    boxes = {name: _box(policy, policy.steps[name]) for column in columns for name in column}
    for number, column in enumerate(columns):
        top = 20
        for name in _ordered(column, boxes):
            boxes[name].column, boxes[name].top = number, top
            top += boxes[name].height + BETWEEN
    width = 40 + len(columns) * (WIDTH + GAP) - GAP
    height = max((one.top + one.height for one in boxes.values()), default=0) + 20
    return Picture(boxes=boxes, width=width, height=height)


def follows(then: Then) -> list[tuple[list[str], tuple[str, ...]]]:
    """The lists of steps that may follow, each with the answers after which it may; where nothing does, apart."""
    found: dict[tuple[tuple[str, ...], bool], list[str]] = {}
    for outcome, names in then.items():
        found.setdefault((names, not names and is_the_end(outcome)), []).append(outcome)
    return [(outcomes, names) for (names, _), outcomes in found.items()]


def is_the_end(outcome: str) -> bool:
    """Whether nothing more is awaited where a policy names nothing after it: silence, and how an appeal ended."""
    return outcome in RESULTS | {Outcome.LAPSED}


def said_on(policy: Policy, step: Step) -> Iterator[tuple[str, Then]]:
    """What follows the step by itself, and on each ladder on which it goes on otherwise, with what that one is for."""
    own = [one for one in policy.ladders.values() if step.id in one.then]
    if step.then or not own:
        yield "", step.then
    yield from ((one.title, one.then[step.id]) for one in own)


def _columns(policy: Policy) -> list[list[str]]:
    """The steps by how many proposals lie between them and the beginning, those that close the case last."""
    columns = [_roots(policy)]
    seen = set(columns[0])
    for proposed in (True, False):
        columns.append([])
        place = 0
        while place < len(columns):
            for name in columns[place]:
                for other in _named(policy, policy.steps[name], proposed=proposed):
                    if other in policy.steps and other not in seen and not policy.steps[other].closes:
                        seen.add(other)
                        columns.extend([] for _ in range(place + 2 - len(columns)))
                        columns[place + 1].append(other)
            place += 1
    rest = [name for name, one in policy.steps.items() if name not in seen and not one.closes]
    ends = [name for name, one in policy.steps.items() if one.closes]
    return [column for column in (*columns, rest, ends) if column]


def _roots(policy: Policy) -> list[str]:
    """The steps that a case begins with and that no other of them leads to by what is proposed."""
    first = dict.fromkeys(one.first[0] for one in policy.conduct.values() if one.first)
    open_ = [name for name in first if name in policy.steps and not policy.steps[name].closes]
    roots: list[str] = []
    reached: set[str] = set()
    for name in open_:
        if name not in reached:
            roots.append(name)
            reached |= _reached(policy, name)
    return roots


def _reached(policy: Policy, name: str) -> set[str]:
    found, todo = {name}, [name]
    while todo:
        for other in _named(policy, policy.steps[todo.pop()], proposed=True):
            if other in policy.steps and other not in found:
                found.add(other)
                todo.append(other)
    return found


def _named(policy: Policy, step: Step, *, proposed: bool) -> list[str]:
    """What may follow this step; or of each answer only what is proposed."""
    lists = [names for _, then in said_on(policy, step) for names in then.values()] + [step.review]
    return [name for names in lists for name in (names[:1] if proposed else names)]


def _ordered(column: list[str], boxes: dict[str, Box]) -> list[str]:
    """A column in the order of the boxes that propose its steps, so that few arrows cross."""
    tops: dict[str, list[int]] = {name: [] for name in column}
    for box in boxes.values():
        for row, at in box.row_tops() if box.top else ():
            if row.target in tops:
                tops[row.target].append(at)
    return sorted(column, key=lambda name: sum(tops[name]) / len(tops[name]) if tops[name] else 10_000)


def _box(policy: Policy, step: Step) -> Box:
    rows = [
        _row(policy, f"{title}: {_ended(step, ended)}" if title else _ended(step, ended), names, ended)
        for title, then in said_on(policy, step)
        for ended, names in follows(then)
    ]
    if step.review:
        rows.append(_row(policy, "at its review", step.review, []))
    begins = [one.id for one in policy.conduct.values() if step.id in one.first[:1]]
    told = ["A case may begin here."] if begins else []
    if step.clock:
        told.append(f"Answer within {amount(step.clock.days, step.clock.unit)}.")
    if step.requires:
        told += _lines(f"Only after: {listed([ended_words(one) for one in step.requires], 'or')}.")
    if step.after:
        told += _lines(f"Only after {listed(list(step.after), 'or')}.")
    if step.letter:
        told.append(f"It sends {step.letter}.")
    if step.consults:
        told += _lines(f"First consulted: {listed(list(step.consults))}.")
    waits = [rule for rule in policy.mandatory if step.id in rule.before and rule.step]
    for rule in waits:
        told += _lines(f"Waits for {rule.step} where that is required.")
    if step.closes:
        told += ["The case ends with it."]
    name = _lines(step.name, _NAME)
    return Box(step=step, name=name, sort=sort_of(step), rows=tuple(rows), told=tuple(told))


def _ended(step: Step, outcomes: list[str]) -> str:
    """The answers of a row; "then" where none is awaited."""
    if outcomes == [Outcome.OTHER]:
        return "any other answer" if step.clock else "then"
    return listed([ended_words(one) for one in outcomes], "or")


def _row(policy: Policy, ended: str, names: tuple[str, ...], outcomes: list[str]) -> Row:
    steps = [one for one in names if one in policy.steps or one == NO_FURTHER_ACTION]
    if not steps:
        end = bool(outcomes) and all(map(is_the_end, outcomes))
        return Row(words=_lines(f"{ended}: {'nothing follows' if end else 'wait for the next answer'}"))
    first, *more = ["no further action" if one == NO_FURTHER_ACTION else one for one in steps]
    also = f" (or {', '.join(more)})" if more else ""
    return Row(words=_lines(f"{ended} → {first}{also}"), target=steps[0])


def _lines(words: str, most: int = _LETTERS) -> tuple[str, ...]:
    """The words in lines; the id of a step is not broken."""
    return tuple(TextWrapper(width=most, break_on_hyphens=False).wrap(words))
