"""Commands about all letters of a school: the facts of law in them, one PDF for the adviser, and the sign-off."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from ..rules.people.rights import Right
from .cli_common import AsJson, By, Desk, Today, clean, say, show_json, show_table
from .cli_order import signed_at

letters = typer.Typer(
    help="All letters of the school: their facts of law, one PDF for its adviser, the sign-off.",
    no_args_is_help=True,
)


def add_to(app: typer.Typer) -> None:
    """Put the commands of this file on the command line."""
    app.add_typer(letters, name="letters")
    letters.command("facts")(facts)
    letters.command("review")(review)
    letters.command("signed")(signed)


def facts(ctx: typer.Context, json: AsJson = False) -> None:
    """Every fact of law that letters, gates and clocks use, with its source and the day it was checked."""
    from ..rules.policies.legal_facts import FACTS
    from .letters_review import shown_fact

    desk: Desk = ctx.obj
    legal = desk.glance(None).school.legal
    rows = [
        {
            "fact": name,
            "says": FACTS[name].says,
            "value": shown_fact(FACTS[name], one),
            "source": one.source,
            "checked": one.checked,
            "own": one.own,
        }
        for name, one in legal.facts.items()
    ]
    if json:
        show_json(rows)
        return
    columns = ("fact", "value", "source", "checked", "own")
    lines = [[row[name] if name != "own" else "yes" if row[name] else "" for name in columns] for row in rows]
    show_table("Legal facts", columns, lines, empty="")


def review(
    ctx: typer.Context,
    out: Annotated[Path, typer.Option("--out", help="The PDF to write; it must not be there yet.")] = Path(
        "letters-for-adviser.pdf"
    ),
    today: Today = None,
) -> None:
    """Print every letter as this school would send it into one PDF, for the school's adviser."""
    from ..ground.disk import in_plain_words, put_whole
    from ..ground.errors import Problem, WrongUsage
    from .letters_pdf import review_pdf
    from .letters_review import papers_now

    desk: Desk = ctx.obj
    if out.exists():
        do = "Move it away, or name another: --out FILE."
        raise WrongUsage(Problem(where=str(out), what="It is there already.", what_to_do=do))
    settings = desk.settings()
    with desk.reading(today) as office:
        made = review_pdf(settings, office)
    with in_plain_words(out):
        put_whole(out, made)
    say(f"made {clean(str(out))}, fingerprint {papers_now(settings).fingerprint}")
    say("When the adviser has signed: letters signed --adviser NAME --on DAY --fingerprint NUMBER.")


def signed(
    ctx: typer.Context,
    adviser: Annotated[str, typer.Option(help="Who read the letters, by name and office.")],
    on: Annotated[
        datetime, typer.Option(formats=["%Y-%m-%d"], help="The day on which they signed them off.")
    ],
    fingerprint: Annotated[str, typer.Option(help="The number on the first page of what they read.")],
    by: By = "",
    today: Today = None,
) -> None:
    """Record that the school's adviser has signed its letters off; `check` says what changes after it."""
    from ..workflows.acts.on_adviser import SignOffLetters, sign_off_letters
    from .letters_review import papers_now

    desk: Desk = ctx.obj
    who = signed_at(desk, by, Right.PEOPLE, "record that the letters were signed off", today=today)
    order = SignOffLetters(
        by=who,
        adviser=adviser,
        on=on.date(),
        fingerprint=fingerprint,
        papers=papers_now(desk.settings()),
    )
    with desk.writing(today) as office:
        sign_off_letters(office, order)
    say(f"{clean(adviser)} signed the letters off on {on.date().isoformat()}; it is in the school's own log.")
