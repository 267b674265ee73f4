"""The desk: the pages in a browser."""

import secrets
import signal
import threading
from typing import TYPE_CHECKING, Annotated

import typer

from ..ground.errors import Problem, WrongUsage
from .cli_common import Desk, program, say

if TYPE_CHECKING:
    from .web.serving import Serving


def add_to(app: typer.Typer) -> None:
    """Put the commands of this file on the command line."""
    pages = typer.Typer(no_args_is_help=False, rich_markup_mode=None, add_completion=False)
    pages.callback(invoke_without_command=True)(desk_)
    pages.command("link")(link)
    pages.command("sign-out-all")(sign_out_all)
    app.add_typer(pages, name="desk")


def desk_(
    ctx: typer.Context,
    demo: Annotated[
        bool, typer.Option("--demo", help="Open the demo's school, with a link for each role.")
    ] = False,
    listen: Annotated[
        str, typer.Option(help="Another host and port than [desk], listen says.", metavar="HOST:PORT")
    ] = "",
) -> None:
    """The pages in a browser, alone; `serve` runs them beside the daemon where [desk] is on."""
    if ctx.invoked_subcommand:
        return
    desk: Desk = ctx.obj
    if demo:
        _demo(desk, listen)
        return
    from .clock import WallClock
    from .private_log import set_up
    from .web.open_desk import desk_server

    set_up()
    serving, house = desk_server(desk.config, desk.folders(), WallClock(), listen=listen)
    serving.start()
    say(f"The desk of {', '.join(one.settings.school.name for one in house.schools)}: {house.address}")
    say(f"For the first set-up: {program()} desk link --role office")
    say("Press Ctrl-C to end it.")
    _until_stopped(serving)


def link(
    ctx: typer.Context,
    role: Annotated[
        str, typer.Option("--role", help="Whose holder it signs in: head, dsl, deputy, office ...")
    ],
) -> None:
    """Print a link that signs the holder of a role in, once, within 15 minutes; for the first set-up."""
    from .clock import WallClock
    from .web.open_desk import link_for

    address, person = link_for(ctx.obj.config, ctx.obj.folders(), role, WallClock().now())
    say(f"For {person.name} ({person.role}), once, within 15 minutes, in whichever browser it is opened:")
    say(f"  {address}")


def sign_out_all(ctx: typer.Context) -> None:
    """Sign everybody out of the desk, and let no link that was sent be used."""
    from ..records.visits.sign_in_book import SignInBook

    ended = SignInBook(ctx.obj.config).end_all()
    say(f"Nobody is signed in any more: {ended} {'visit' if ended == 1 else 'visits'} ended.")


def _demo(desk: Desk, listen: str) -> None:
    from ..config.assist_address import is_this_computer
    from ..config.desk_address import listens_at
    from ..ground.values import replace
    from ..rules.people.school import DSL, HEAD, OFFICE, Desking
    from .fresh_folder import MARK
    from .web.app import make_app
    from .web.rehearsal import Rehearsal
    from .web.schools import schools_of
    from .web.serving import Serving, server_of
    from .web.sign_in import DemoDoor

    folder = desk.folder
    if not (folder / MARK).is_file():
        what, do = "This folder was not made by the demo.", "Make one: demo FOLDER."
        raise WrongUsage(Problem(where=str(folder), what=what, what_to_do=do))
    place = replace(Desking(), listen=listen) if listen else Desking()
    found = listens_at(place)
    if found is None or not is_this_computer(found[0]):
        what, do = "The demo's desk is for this computer alone.", "Let it listen at 127.0.0.1 and a port."
        raise WrongUsage(Problem(where="--listen", what=what, what_to_do=do))
    rehearsal = Rehearsal(folder=folder)
    schools = schools_of({folder.name: folder}, rehearsal.today)
    people = next(iter(schools)).settings.school.people
    links = {secrets.token_urlsafe(16): people[role].email for role in (HEAD, DSL, OFFICE)}
    app = make_app(schools, DemoDoor(schools=schools, links=links))
    app.extensions["rehearsal"] = rehearsal
    serving = Serving(server_of(app, place, folder))
    serving.start()
    say("The desk of the demo. Open one of these in a browser on this computer:")
    for token, email in links.items():
        person = next(one for one in people.values() if one.email == email)
        say(f"  {person.name} ({person.role})\n    {serving.address}/sign-in/link/{token}")
    say("Press Ctrl-C to end it.")
    _until_stopped(serving)


def _until_stopped(serving: "Serving") -> None:
    from .lazy import stay_open

    stay_open()
    stop = threading.Event()
    for name in ("SIGTERM", "SIGINT"):
        signal.signal(getattr(signal, name), lambda *_: stop.set())
    serving.wait(stop.wait)
    serving.stop()
    say(f"The desk has ended. To open it again: {program()} desk")
