"""Commands for whoever sorts the in-tray: its cards, one email in a terminal, and saying that one has it."""

import re
from collections import Counter
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ..ground.errors import Refused
from ..rules.office import orders
from .cli_common import AsJson, By, Desk, Today, program, say, show_json
from .cli_order import Seen, carry_out, say_standing, signed

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from ..rules.mails.earlier_mails import Earlier
    from ..rules.mails.mail_log import MailRow
    from ..rules.texts.report import Report
    from ..workflows.acts.standing import Stood
    from ..workflows.office import Office
    from .glance import Glance
    from .whole_trust import Schools

_CASE = re.compile(r"20\d\d-\d{4,6}")

Mail = Annotated[str, typer.Argument(help="An email, by the first characters of its SHA-256.")]


def add_to(app: typer.Typer) -> None:
    """Put the commands of this file on the command line."""
    app.command()(intray)
    app.command()(mail)
    app.command()(take)
    app.command()(alarm)


def intray(
    ctx: typer.Context,
    mail: Annotated[
        str, typer.Argument(help="One email whole, by the first characters of its SHA-256.")
    ] = "",
    json: AsJson = False,
    today: Today = None,
) -> None:
    """Emails that need a person, the most urgent first; with a number one of them whole, and what you can do."""
    from .cards import in_tray, intray_row, with_earlier
    from .whole_trust import schools_of

    desk: Desk = ctx.obj
    if mail:
        from .mail_readings import one_email

        known = desk.glance(today).mails()
        with desk.reading(today) as office:
            ((row, earlier),) = with_earlier([one_email(office, mail)], known)
            _one(office, row, earlier, as_json=json)
        return
    schools = schools_of(desk, today)
    tray = {
        name: with_earlier(in_tray((known := look.mails()).values()), known)
        for name, look in schools.looks.items()
    }
    if json:
        for_school = ((name, schools.looks[name].school, rows) for name, rows in tray.items())
        show_json(
            [
                shown
                for name, school, rows in for_school
                for shown in schools.named(name, (intray_row(row, school, earlier) for row, earlier in rows))
            ]
        )
    else:
        _trays(desk, schools, tray, today)
    schools.leave_if_wrong()


def _trays(
    desk: Desk, schools: "Schools", tray: "Mapping[str, list[tuple[MailRow, Earlier]]]", today: "date | None"
) -> None:
    """The cards of each school; in a trust below its name, and without the schools that have none."""
    each = desk.each()
    for name, rows in tray.items():
        if rows and schools.several:
            say(f"{name}\n")
        if rows:
            cards = _cards(each[name], schools.looks[name], rows, today)
            _show(rows, cards, f" --school {name}" if schools.several else "")
            if schools.several:
                say("")
    if not any(tray.values()):
        say("The in-tray is empty.")


def _cards(
    desk: Desk, look: "Glance", rows: "list[tuple[MailRow, Earlier]]", today: "date | None"
) -> list[dict[str, Any]]:
    from .tray_glance import MOST_CARDS, cards_at_a_glance, cards_read

    if (known := cards_at_a_glance(desk.folder, look, rows[:MOST_CARDS])) is not None:
        return known
    with desk.reading(today) as office:
        return cards_read(office, desk.folder, look.data, rows[:MOST_CARDS])


def _show(rows: "list[tuple[MailRow, Earlier]]", cards: list[dict[str, Any]], of_school: str) -> None:
    from .card_text import in_short

    say(_headline([row for row, _ in rows]))
    for one in cards:
        say("\n" + "\n".join(in_short(one)))
    if len(rows) > len(cards):
        say(f"\nAnd {len(rows) - len(cards)} more: intray --json lists them all.")
    say(f"\nTo read one whole, with what you can do: {program()} intray NUMBER{of_school}")


def _headline(rows: "list[MailRow]") -> str:
    from ..rules.mails.mail_rows import level_of

    counts = Counter(str(level_of(row)) for row in rows)
    parts = ", ".join(f"{counts[level]} {level}" for level in ("red", "amber", "plain") if counts[level])
    return f"In-tray: {'1 email' if len(rows) == 1 else f'{len(rows)} emails'} ({parts})."


def _one(office: "Office", row: "MailRow", earlier: "Earlier", *, as_json: bool) -> None:
    from .card_text import whole
    from .cards import card
    from .mail_readings import words_of_attachment

    report = _read(office, row)
    shown = card(row, report, office.school, office.people.read(), earlier=earlier)
    files = [
        (file.original_name, words_of_attachment(office, file))
        for file in (report.evidence if report else ())
    ]
    if as_json:
        texts = {"text": report.own_words, "whole_text": report.text} if report else {}
        show_json({**shown, **texts, "attached": [{"name": name, "words": words} for name, words in files]})
        return
    say("\n".join(whole(shown, report, files, _commands(office, shown))))


def _commands(office: "Office", card: dict[str, Any]) -> list[tuple[str, str]]:
    """What may be done with an email of the in-tray, ready to be copied."""
    short, start = card["mail"], program()
    exact = next((one for one in card["suggestions"] if one["exact"]), None)
    likely = exact or (card["suggestions"][0] if len(card["suggestions"]) == 1 else None)
    adult = likely["adult"] if likely else "ID"
    conduct = card["proposed"][0]["conduct"] if card["proposed"] else "CONDUCT"
    running = office.index.cases.running()
    refs = [running[one["adult"]] for one in card["suggestions"] if one["adult"] in running]
    by = '--by "your name"'
    typed = ' --words "what the picture says"' if card["picture"] else ""
    new = f"{start} file {short} --to new --adult {adult} --conduct {conduct}{typed} {by}"
    return [
        ("Say that you have it, so that nobody else is told:", f"{start} take {short} {by}"),
        *((f"Put it on case {ref}:", f"{start} file {short} --to {ref} {by}") for ref in dict.fromkeys(refs)),
        ("Open a case with it:", new),
        ("Put it aside, with the reason:", f'{start} file {short} --to none --note "why" {by}'),
        ("Read the email as it came:", f"{start} mail {short}"),
    ]


def _read(office: "Office", row: "MailRow") -> "Report | None":
    from .mail_readings import read_again

    try:
        return read_again(office, row)
    except Refused:
        return None


def mail(ctx: typer.Context, mail: Mail, today: Today = None) -> None:
    """One email in the terminal: who, when, its text, its attachments by name. Nothing is opened or fetched."""
    from .mail_readings import one_email, read_again
    from .mail_text import lines_of

    desk: Desk = ctx.obj
    with desk.reading(today) as office:
        row = one_email(office, mail)
        say("\n".join(lines_of(row, read_again(office, row))))


def take(
    ctx: typer.Context,
    what: Annotated[
        str,
        typer.Argument(help="An email of the in-tray, by the first characters of its SHA-256; or a case."),
    ],
    by: By = "",
    seen: Seen = None,
    today: Today = None,
) -> None:
    """Say that you have an email of the in-tray, or the alert of a case: nobody else is told about it any more."""
    from ..workflows.acts.on_cases import take as take_alert
    from ..workflows.acts.on_mails import take as take_mail

    desk: Desk = ctx.obj
    if _CASE.fullmatch(what):

        def told(stood: "Stood") -> None:
            say(f"{by.strip()} has the alert of {what}. It is not repeated; drafting stays stopped.")
            say_standing(stood)

        order = orders.TakeAlert(ref=what, seen=seen, **signed(by))
        carry_out(desk, take_alert, order, told, today=today)
        return
    taking = orders.TakeMail(mail=what, **signed(by))
    carry_out(desk, take_mail, taking, lambda stood: say(stood.said), today=today)


def alarm(
    ctx: typer.Context,
    mail: Mail,
    why: Annotated[str, typer.Option(help="What in the email worries you.")] = "",
    by: By = "",
    today: Today = None,
) -> None:
    """Raise an alarm about an email of the in-tray: the DSL and the deputy are told, until somebody has it."""
    from ..workflows.acts.on_mails import alarm as act

    desk: Desk = ctx.obj
    order = orders.RaiseAlarm(mail=mail, why=why, **signed(by))
    carry_out(desk, act, order, lambda stood: say(stood.said), today=today)
