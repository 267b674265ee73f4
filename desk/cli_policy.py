"""Commands about a policy: what it says, in words and as a picture, and what differs between two."""

from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ..ground.errors import WrongUsage
from ..ground.values import as_table
from .cli_common import AsJson, Desk, clean, say, show_json

if TYPE_CHECKING:
    from ..rules.policies.policy import Policy

policy = typer.Typer(help="What a policy says: in words, as a picture, beside another.", no_args_is_help=True)

A_FILE = "A policy: a .toml file, or the name of one that ships, such as model."


def add_to(app: typer.Typer) -> None:
    """Put the commands of this file on the command line."""
    app.add_typer(policy, name="policy")
    policy.command("show")(show)
    policy.command("draw")(draw)
    policy.command("diff")(diff)


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


def draw(
    file: Annotated[Path, typer.Argument(help=A_FILE)],
    out: Annotated[
        Path, typer.Option("--out", help="The folder to write into; made if it is not there.")
    ] = Path(),
) -> None:
    """Draw a policy: NAME.svg, a picture of its steps, and NAME.html, a page to read and print."""
    from ..ground.disk import in_plain_words, put_whole
    from ..records.papers.ladder_page import ladder_page
    from ..records.papers.ladder_svg import ladder_svg

    found = _read(file)
    with in_plain_words(out):
        out.mkdir(parents=True, exist_ok=True)
    for ending, drawn in (("svg", ladder_svg(found)), ("html", ladder_page(found))):
        path = out / f"{file.stem}.{ending}"
        with in_plain_words(path):
            put_whole(path, drawn)
        say(f"made {clean(str(path))}")


def diff(
    old: Annotated[Path, typer.Argument(help=A_FILE)],
    new: Annotated[Path, typer.Argument(help="The policy to compare with it.")],
    json: AsJson = False,
) -> None:
    """Say in words what is otherwise in the second policy: conduct, steps, clocks, who acts, switches."""
    from ..rules.policies.policy_diff import differences

    found = differences(_read(old), _read(new))
    if json:
        show_json([as_table(one) for one in found])
        return
    for group, of_group in groupby(found, key=lambda one: one.group):
        say(f"{group}:")
        for one in of_group:
            say(f"  {clean(one.says)}")
    if not found:
        say("Nothing differs.")


def _read(file: Path) -> "Policy":
    """The policy in this file, with the letters of the school beside it.

    Raises:
        WrongUsage: it cannot be read, or has faults; carries every one.
    """
    from ..config.letters_file import read_letters
    from ..config.paths import OWN_TEMPLATES, shipped_policies, shipped_policy
    from ..config.policy_file import read_policy
    from ..config.toml_lines import lined

    path = shipped_policy(file.name) if str(file) in shipped_policies() else file
    letters, faults = read_letters(path.parent / OWN_TEMPLATES)
    found, of_policy = read_policy(path, letters)
    if found is None or faults:
        raise WrongUsage(*faults, *lined(of_policy, path))
    return found
