"""Commands by which people act on a case. Each is one order; workflows/acts carries it out."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ..ground.english import uk_date
from ..rules.office import orders
from ..rules.policies.outcome_words import OUTCOME_WORDS
from ..rules.words import Channel, HoldFor, Method
from .cli_common import By, Day, Desk, Ref, Today, parse_fields, say
from .cli_order import Seen, carry_out, say_standing, signed
from .cli_sign_in import Code, in_person, of_decision, of_letter

if TYPE_CHECKING:
    from ..workflows.acts.on_letters import Gone, OfLetter

Fields = Annotated[
    list[str] | None, typer.Option("--set", help="Supply a field: name=words; may be given more than once.")
]

ANSWERS = "; ".join(f"{name}: {words[:1].lower()}{words[1:]}" for name, words in OUTCOME_WORDS.items()) + "."
"""Every answer, as `answer --help` explains it."""


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


def triage(
    ctx: typer.Context,
    ref: Ref,
    adult: Annotated[str, typer.Option(help="The adult's person_id.")] = "",
    pupil: Annotated[list[str] | None, typer.Option(help="A pupil_id; may be given more than once.")] = None,
    conduct: Annotated[
        list[str] | None, typer.Option(help="A kind of conduct in the policy; may be given more than once.")
    ] = None,
    clear: Annotated[
        bool, typer.Option("--clear", help="Clear the case to proceed; also ends an alert.")
    ] = False,
    alternate: Annotated[
        bool, typer.Option("--alternate", help="Let the alternate approver decide.")
    ] = False,
    ladder: Annotated[
        str, typer.Option(help="The ladder of the policy that it goes up, where its conduct is on several.")
    ] = "",
    note: Annotated[str, typer.Option(help="Why.")] = "",
    by: By = "",
    seen: Seen = None,
    today: Today = None,
) -> None:
    """Set adult, pupils and conduct of a case, and clear it to proceed, by name."""
    from ..workflows.acts.on_cases import triage as act

    desk: Desk = ctx.obj
    about: dict[str, Any] = {"adult": adult, "pupils": tuple(pupil or ()), "conduct": tuple(conduct or ())}
    how: dict[str, Any] = {"clear": clear, "alternate": alternate, "note": note, "ladder": ladder}
    order = orders.Triage(ref=ref, seen=seen, **how, **about, **in_person(desk, by))
    carry_out(desk, act, order, say_standing, today=today)


def draft(
    ctx: typer.Context,
    ref: Ref,
    letter: Annotated[
        str, typer.Option(help="The letter's id, such as L2; if left out, the one that is due.")
    ] = "",
    set_: Fields = None,
    file: Annotated[
        Path | None,
        typer.Option(exists=True, dir_okay=False, help="Take this edited Word file as the draft."),
    ] = None,
    by: By = "",
    seen: Seen = None,
    today: Today = None,
) -> None:
    """Draft or redraft a letter that the policy allows now."""
    from ..workflows.acts.on_letters import Drafted
    from ..workflows.acts.on_letters import draft as act

    def tell(stood: Drafted) -> None:
        if stood.stands:
            say("Nothing changed: the letter would be the same word for word, so the present draft stays.")
        for problem in stood.blocked:
            say(problem, err=True)
        say_standing(stood)
        if stood.blocked:
            raise typer.Exit(1)

    desk: Desk = ctx.obj
    content = file.read_bytes() if file else b""
    fields = dict(parse_fields(set_ or ()))
    order = orders.DraftLetter(ref=ref, seen=seen, letter=letter, fields=fields, file=content, **signed(by))
    carry_out(desk, act, order, tell, today=today)


def dates_told(stood: "OfLetter") -> str:
    """The dates that a letter got with its approval, to follow the sentence that says so."""
    if stood.dated is None:
        return ""
    answer = f", answer by {uk_date(stood.answer_by)}" if stood.answer_by else ""
    return f" It is dated {uk_date(stood.dated)}{answer}."


def approve(
    ctx: typer.Context, ref: Ref, by: By = "", code: Code = "", seen: Seen = None, today: Today = None
) -> None:
    """Approve exactly the draft that waits, with the code of the email that asked, or after `sign-in`."""
    from ..workflows.acts.on_letters import OfLetter
    from ..workflows.acts.on_letters import approve as act

    def tell(stood: OfLetter) -> None:
        if letter := stood.letter:
            say(
                f"{letter.letter} version {letter.version} is approved ({letter.sha256[:12]}).{dates_told(stood)}"
            )
        say_standing(stood)

    desk: Desk = ctx.obj
    order = orders.Approve(ref=ref, seen=seen, **of_letter(desk, ref, by, code, today))
    carry_out(desk, act, order, tell, today=today)


def return_(
    ctx: typer.Context,
    ref: Ref,
    note: Annotated[str, typer.Option(help="What should change.")],
    by: By = "",
    code: Code = "",
    seen: Seen = None,
    today: Today = None,
) -> None:
    """Send the draft back with a note; with a code or after `sign-in`, as an approval."""
    from ..workflows.acts.on_letters import OfLetter, send_back

    def tell(stood: OfLetter) -> None:
        if letter := stood.letter:
            say(f"{letter.letter} version {letter.version} is returned.")
        say_standing(stood)

    desk: Desk = ctx.obj
    order = orders.SendBack(ref=ref, seen=seen, note=note, **of_letter(desk, ref, by, code, today))
    carry_out(desk, send_back, order, tell, today=today)


def posted(
    ctx: typer.Context,
    ref: Ref,
    on: Day = None,
    method: Annotated[
        Method | None, typer.Option(help="How it went out; if left out, as it was prepared.")
    ] = None,
    proof: Annotated[str, typer.Option(help="Proof of posting: a certificate number, a name.")] = "",
    late: Annotated[bool, typer.Option("--late", help="It left later than the date printed in it.")] = False,
    not_sent: Annotated[bool, typer.Option("--not-sent", help="It did not go out.")] = False,
    note: Annotated[str, typer.Option(help="With --not-sent: why.")] = "",
    by: By = "",
    seen: Seen = None,
    today: Today = None,
) -> None:
    """Record that a letter went into the post (or did not); this starts the clock."""
    from ..workflows.acts.on_letters import Gone, not_posted
    from ..workflows.acts.on_letters import posted as act

    def tell(stood: Gone) -> None:
        _say_posted(stood)
        say_standing(stood)

    desk: Desk = ctx.obj
    if not_sent:
        kept_back = orders.RecordNotPosted(ref=ref, seen=seen, note=note, **signed(by))
        carry_out(desk, not_posted, kept_back, say_standing, today=today)
        return
    day = on or desk.today(today)
    gone = orders.RecordPosted(
        ref=ref, seen=seen, on=day, method=method, late=late, proof=proof, **signed(by)
    )
    carry_out(desk, act, gone, tell, today=today)


def _say_posted(stood: "Gone") -> None:
    """How it went, from when it counts, and what differs from what the letter says."""
    from ..ground.english import uk_date
    from ..rules.letters.letter_dates import POSTED

    event = stood.posted
    until = f" Answer by {uk_date(event.answer_by)}." if event.answer_by else ""
    received = uk_date(event.received_on)
    say(f"{event.letter} posted, {POSTED[event.method]}; counts as received on {received}.{until}")
    for line in stood.otherwise:
        say(line, err=True)


def answer(
    ctx: typer.Context,
    ref: Ref,
    outcome: Annotated[
        str,
        typer.Argument(help=f"What the adult did. {ANSWERS} Or a name of the policy's own: `policy show`."),
    ],
    summary: Annotated[str, typer.Option(help="What was said, in a few words; facts only.")],
    channel: Annotated[Channel, typer.Option(help="How it reached the school.")] = Channel.MAIL,
    letter: Annotated[
        str,
        typer.Option(
            metavar="ID", help="The letter it is an answer to, such as L2; else the last that went out."
        ),
    ] = "",
    on: Day = None,
    by: By = "",
    seen: Seen = None,
    today: Today = None,
) -> None:
    """Record an answer by phone, letter, meeting or email, and what it was."""
    from ..workflows.acts.on_cases import answer as act

    desk: Desk = ctx.obj
    said: dict[str, Any] = {
        "outcome": outcome,
        "channel": channel,
        "on": on or desk.today(today),
        "summary": summary,
        "letter": letter,
    }
    carry_out(
        desk, act, orders.RecordAnswer(ref=ref, seen=seen, **said, **signed(by)), say_standing, today=today
    )


def decide(
    ctx: typer.Context,
    ref: Ref,
    step: Annotated[
        str, typer.Argument(help="A step the policy allows now, or 'none' for no further action.")
    ],
    reason: Annotated[str, typer.Option(help="Why; every decision has a reason.")],
    by: By = "",
    code: Code = "",
    seen: Seen = None,
    today: Today = None,
) -> None:
    """Record the decision after a lapse or an answer, including 'none'; with a code or after `sign-in`."""
    from ..workflows.acts.on_cases import decide as act

    desk: Desk = ctx.obj
    who = of_decision(desk, ref, by, code, today)
    order = orders.Decide(ref=ref, seen=seen, step=step, reason=reason, **who)
    carry_out(desk, act, order, say_standing, today=today)


def hold(
    ctx: typer.Context,
    ref: Ref,
    hold_for: Annotated[HoldFor, typer.Option("--for", help="Who asked for it.")],
    note: Annotated[str, typer.Option(help="Why.")] = "",
    by: By = "",
    seen: Seen = None,
    today: Today = None,
) -> None:
    """Put a case on hold: nothing goes out, no clock runs."""
    from ..workflows.acts.on_cases import hold as act

    desk: Desk = ctx.obj
    order = orders.PlaceHold(ref=ref, seen=seen, hold_for=hold_for, note=note, **signed(by))
    carry_out(desk, act, order, say_standing, today=today)


def release(
    ctx: typer.Context,
    ref: Ref,
    note: Annotated[str, typer.Option(help="Who agreed.")] = "",
    by: By = "",
    seen: Seen = None,
    today: Today = None,
) -> None:
    """Release a case from hold, after `sign-in`; dates are counted again."""
    from ..workflows.acts.on_cases import release as act

    desk: Desk = ctx.obj
    order = orders.ReleaseHold(ref=ref, seen=seen, note=note, **in_person(desk, by))
    carry_out(desk, act, order, say_standing, today=today)
