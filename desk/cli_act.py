"""Commands by which people act on a case. Each does one thing, then the case goes on as far as it can."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ..rules.words import Channel, HoldFor, Method, Outcome
from .cli_common import By, Day, Desk, Ref, Today, clean, parse_fields, say, signer

if TYPE_CHECKING:
    from ..rules.cases.case import Case
    from ..rules.cases.events import LetterPosted
    from ..workflows.office import Office


def add_to(app: typer.Typer) -> None:
    """Put the commands of this file on the command line."""
    app.command()(triage)
    app.command()(draft)
    app.command()(approve)
    app.command("return")(return_)
    app.command()(posted)
    app.command()(answer)
    app.command()(decide)
    app.command()(hold)
    app.command()(release)


def go_on(office: "Office", ref: str) -> None:
    """Take the case further and say where it stands."""
    from ..workflows.advance import advance
    from ..workflows.office import Tally
    from .listings import waiting_for

    tally = Tally()
    step = advance(office, ref, tally)
    for problem in tally.problems:
        say(problem, err=True)
    say(f"{ref} now waits for: {clean(waiting_for(step))}")


def triage(
    ctx: typer.Context,
    ref: Ref,
    adult: Annotated[str, typer.Option(help="person_id of the adult.")] = "",
    pupil: Annotated[list[str] | None, typer.Option(help="pupil_id; may be given again.")] = None,
    conduct: Annotated[
        list[str] | None, typer.Option(help="A conduct of the policy; may be given again.")
    ] = None,
    clear: Annotated[
        bool, typer.Option("--clear", help="Clear the case to proceed; also ends an alert.")
    ] = False,
    alternate: Annotated[bool, typer.Option("--alternate", help="The alternate approver decides.")] = False,
    note: Annotated[str, typer.Option(help="Why.")] = "",
    by: By = "",
    today: Today = None,
) -> None:
    """Set adult, pupils and conduct of a case, and clear it to proceed, by name."""
    from ..workflows.answering import TriageOrder, triage_case

    desk: Desk = ctx.obj
    order = TriageOrder(
        adult=adult,
        pupils=tuple(pupil or ()),
        conduct=tuple(conduct or ()),
        clear=clear,
        alternate=alternate,
        note=note,
    )
    with desk.writing(today) as office:
        case = office.case(ref)
        if clear and case.alerted and not by:
            raise typer.BadParameter("ending an alert is signed with a name: add --by", param_hint="--by")
        triage_case(office, case, order, by=signer(by))
        go_on(office, ref)


def draft(
    ctx: typer.Context,
    ref: Ref,
    letter: Annotated[
        str, typer.Option(help="The letter's id, such as L2; otherwise the one that is due.")
    ] = "",
    set_: Annotated[
        list[str] | None, typer.Option("--set", help="Supply a field: name=words; may be given again.")
    ] = None,
    file: Annotated[
        Path | None,
        typer.Option(exists=True, dir_okay=False, help="Take this edited Word file as the draft."),
    ] = None,
    by: By = "",
    today: Today = None,
) -> None:
    """Draft or redraft a letter that the policy allows now."""
    from ..workflows.redrafting import redraft

    desk: Desk = ctx.obj
    fields = parse_fields(set_ or ())
    if file and fields:
        raise typer.BadParameter(
            "a Word file is taken as it is: give --file or --set, not both", param_hint="--set"
        )
    with desk.writing(today) as office:
        content = file.read_bytes() if file else b""
        found = redraft(office, ref, letter, fields, file=content, by=signer(by))
        if found.stands:
            say("Nothing changed: the letter would be the same word for word, so the one in hand stands.")
        for problem in found.blocked:
            say(problem, err=True)
        go_on(office, ref)
        if found.blocked:
            raise typer.Exit(1)


def approve(ctx: typer.Context, ref: Ref, by: By = "", today: Today = None) -> None:
    """Approve exactly the draft that waits; the head's answer, typed instead of mailed."""
    from ..workflows.approving import approve as take
    from ..workflows.office import Signed

    desk: Desk = ctx.obj
    with desk.writing(today) as office:
        try:
            letter = take(office, office.case(ref), Signed(by=by))
            say(f"{letter.letter} version {letter.version} is approved ({letter.sha256[:12]}).")
        finally:
            go_on(office, ref)


def return_(
    ctx: typer.Context,
    ref: Ref,
    note: Annotated[str, typer.Option(help="What should change.")],
    by: By = "",
    today: Today = None,
) -> None:
    """Send the draft back with a note."""
    from ..workflows.approving import return_draft
    from ..workflows.office import Signed

    desk: Desk = ctx.obj
    with desk.writing(today) as office:
        letter = return_draft(office, office.case(ref), note, Signed(by=by))
        say(f"{letter.letter} version {letter.version} is returned.")
        go_on(office, ref)


def posted(
    ctx: typer.Context,
    ref: Ref,
    on: Day = None,
    method: Annotated[
        Method | None, typer.Option(help="How it went out; otherwise as it was laid out.")
    ] = None,
    proof: Annotated[str, typer.Option(help="Proof of posting: a certificate number, a name.")] = "",
    late: Annotated[bool, typer.Option("--late", help="It left after the date printed in it.")] = False,
    not_sent: Annotated[bool, typer.Option("--not-sent", help="It did not go out.")] = False,
    note: Annotated[str, typer.Option(help="With --not-sent: why.")] = "",
    by: By = "",
    today: Today = None,
) -> None:
    """The letter went into the post (or did not): starts the clock."""
    from ..workflows.posting import Sent, record_not_posted, record_posted

    desk: Desk = ctx.obj
    with desk.writing(today) as office:
        case = office.case(ref)
        if not_sent:
            record_not_posted(office, case, note or "not sent", by=signer(by))
        else:
            sent = Sent(on=on or office.clock.today(), method=method, late=late, proof=proof)
            event = record_posted(office, case, sent, by=signer(by))
            _say_posted(case, event)
        go_on(office, ref)


def _say_posted(case: "Case", event: "LetterPosted") -> None:
    """How it went, from when it counts, and what differs from what the letter says."""
    from ..ground.english import uk_date
    from ..rules.letters.letter_dates import POSTED
    from ..workflows.posting import gone_otherwise

    until = f" Answer by {uk_date(event.answer_by)}." if event.answer_by else ""
    received = uk_date(event.received_on)
    say(f"{event.letter} posted, {POSTED[event.method]}; counts as received on {received}.{until}")
    for line in gone_otherwise(case.in_hand, event) if case.in_hand else ():
        say(line, err=True)


def answer(
    ctx: typer.Context,
    ref: Ref,
    outcome: Annotated[Outcome, typer.Argument(help="What the adult did.")],
    summary: Annotated[str, typer.Option(help="What was said, in a few words: facts.")],
    channel: Annotated[Channel, typer.Option(help="How it came.")] = Channel.MAIL,
    on: Day = None,
    by: By = "",
    today: Today = None,
) -> None:
    """Record an answer by phone, letter, meeting or mail, and what it was."""
    from ..rules.cases.events import AnswerRecorded
    from ..workflows.answering import record_answer

    desk: Desk = ctx.obj
    with desk.writing(today) as office:
        event = AnswerRecorded(
            outcome=outcome, channel=channel, on=on or office.clock.today(), summary=summary
        )
        record_answer(office, office.case(ref), event, by=signer(by))
        go_on(office, ref)


def decide(
    ctx: typer.Context,
    ref: Ref,
    step: Annotated[
        str, typer.Argument(help="A step the policy allows now, or 'none' for no further action.")
    ],
    reason: Annotated[str, typer.Option(help="Why; every decision has a reason.")],
    by: By = "",
    today: Today = None,
) -> None:
    """Record the decision after a lapse or an answer, also 'none' (no further action)."""
    from ..workflows.deciding import decide as take
    from ..workflows.office import Signed

    desk: Desk = ctx.obj
    with desk.writing(today) as office:
        take(office, office.case(ref), step, reason, signed=Signed(by=by))
        go_on(office, ref)


def hold(
    ctx: typer.Context,
    ref: Ref,
    hold_for: Annotated[HoldFor, typer.Option("--for", help="Who asked for it.")],
    note: Annotated[str, typer.Option(help="Why.")] = "",
    by: By = "",
    today: Today = None,
) -> None:
    """Freeze a case: nothing goes out, no clock runs."""
    from ..workflows.answering import place_hold

    desk: Desk = ctx.obj
    with desk.writing(today) as office:
        place_hold(office, office.case(ref), hold_for, note, by=signer(by))
        go_on(office, ref)


def release(
    ctx: typer.Context,
    ref: Ref,
    note: Annotated[str, typer.Option(help="Who agreed.")] = "",
    by: By = "",
    today: Today = None,
) -> None:
    """Thaw a case that was on hold; dates are counted anew."""
    from ..workflows.answering import release_hold

    desk: Desk = ctx.obj
    with desk.writing(today) as office:
        release_hold(office, office.case(ref), note, by=by)
        go_on(office, ref)
