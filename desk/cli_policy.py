"""The command about the school's policy: what it says, in words."""

import typer

from .cli_common import AsJson, Desk, say, show_json

policy = typer.Typer(name="policy", help="The school's policy: what it says.", no_args_is_help=True)


def add_to(app: typer.Typer) -> None:
    """Put the commands of this file on the command line."""
    app.add_typer(policy)


@policy.command()
def show(ctx: typer.Context, json: AsJson = False) -> None:
    """What the policy says: whom it is about, its notes, its conduct, ladders and steps, and its own answers."""
    from .policy_view import policy_lines, policy_view

    desk: Desk = ctx.obj
    said = desk.glance(None).school.policy
    if json:
        show_json(policy_view(said))
        return
    for line in policy_lines(said):
        say(line)
