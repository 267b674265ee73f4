"""Commands that show cases."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ..ground.english import listed
from .cli_common import AsJson, Desk, Ref, Today, in_school, say, show_json, show_json_rows, show_table

if TYPE_CHECKING:
    from .glance import Glance


def add_to(app: typer.Typer) -> None:
    """Put the commands of this file on the command line."""
    app.command()(cases)
    app.command()(case)


OnlyOpen = Annotated[bool, typer.Option("--open", help="Only the cases that are not over.")]


def cases(ctx: typer.Context, json: AsJson = False, open_: OnlyOpen = False, today: Today = None) -> None:
    """All cases: whom they concern, where they stand, what they are waiting for."""
    from .case_list import CaseList
    from .whole_trust import schools_of

    schools = schools_of(ctx.obj, today)
    listed = {name: CaseList(look=look, only_open=open_) for name, look in schools.looks.items()}
    if json:
        show_json_rows(row for name, rows in listed.items() for row in schools.named(name, rows))
    else:
        for name, rows in listed.items():
            _table(schools.titled("Cases", name), rows, empty="No open cases." if open_ else "No cases yet.")
            for words in rows.look.away():
                say(words)
    for name, rows in listed.items():
        schools.wrong.extend(in_school(name, rows.unread, ctx.obj))
    schools.leave_if_wrong()


def _table(title: str, rows: "Iterable[Mapping[str, Any]]", *, empty: str) -> None:
    show_table(
        title,
        ("case", "adult", "conduct", "state", "last step", "answer by", "waits for"),
        (
            (
                one["ref"],
                one["name"],
                ", ".join(one["conduct"]),
                one["state"] + (" ALERT" if one["alert"] else ""),
                one["step"] or "-",
                one["answer_by"] or "-",
                one["waiting_for"],
            )
            for one in rows
        ),
        empty=empty,
    )


def case(ctx: typer.Context, ref: Ref, json: AsJson = False, today: Today = None) -> None:
    """One case: its history, its clock and its next step."""
    from ..rules.cases.duties import duty_line
    from .listings import case_view

    desk: Desk = ctx.obj
    look = desk.glance(today)
    entries = look.cases.read(ref)
    view = case_view(look.case(ref), entries, look.school, look.today) | _reporters(look, ref)
    folder = look.cases.path(ref)
    if json:
        show_json(view)
        return
    say(f"Case {ref}: {view['name']} ({view['adult']}), {view['state']}")
    say(f"Waits for: {view['waiting_for']}")
    if view["next"].get("why") not in {None, "", view["waiting_for"]}:
        say(f"  {view['next']['why']}")
    for line in (*look.away(), *_before_a_yes(view)):
        say(f"  {line}")
    if view["next"].get("options"):
        say(f"Steps the policy allows now: {', '.join(view['next']['options'])}")
    for why, names in _by_reason(view["next"].get("not_now", {})).items():
        say(f"Not now, {listed(names)}: {why}")
    if view["ladder"]:
        say(f"Ladder: {view['ladder']}")
    for one in view["duties"]:
        say(duty_line(one))
    for told in _promised_and_earlier(view):
        say(told)
    if view["clock"]:
        say(f"\nHow the answer-by date was reached ({view['clock']['letter']}):")
        say(f"  {view['clock']['explanation']}")
    show_table(
        "\nHistory",
        ("no.", "when (UTC)", "by", "what"),
        [(one["seq"], one["at"][:16], one["by"], one["says"]) for one in view["history"]],
        empty="Nothing has happened yet.",
    )
    say(f"Files: {folder}")


def _reporters(look: "Glance", ref: str) -> dict[str, Any]:
    """Who reported, in kind: it names nobody."""
    from .case_readings import kinds_noted

    return {"reporters": list(kinds_noted(look.cases, ref))}


def _before_a_yes(view: Mapping[str, Any]) -> Iterator[str]:
    """Who reported, in kind; what keeps a letter back, and what its approver should know of the one in hand."""
    yield from (f"Told by: {one}" for one in view["reporters"])
    yield from [view["blocked"]] if view["blocked"] else []
    yield from (f"Please note first: {told}" for told in view["note_first"])


def _promised_and_earlier(view: Mapping[str, Any]) -> list[str]:
    """What the letters promised and is still to be done, and the earlier cases of the adult."""
    return [*(one["says"] for one in view["promises"]), *(f"Earlier case: {one}" for one in view["earlier"])]


def _by_reason(not_now: Mapping[str, str]) -> dict[str, list[str]]:
    """The steps that each reason bars: one reason is read once, however many steps it bars."""
    found: dict[str, list[str]] = {}
    for name, why in not_now.items():
        found.setdefault(why, []).append(name)
    return found
