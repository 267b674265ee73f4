"""Before another version is started on a school's folder."""

from typing import TYPE_CHECKING, Any

import typer

from .cli_common import AsJson, Desk, Today, in_school, problems_json, say, show_json, show_problems

if TYPE_CHECKING:
    from .upgrading import UpgradeLook

WAY = """
Before: stop the daemon, `letterladder backup FOLDER` with the old version, keep that archive.
Then: install the new version, `letterladder upgrade-check` with it, start it.
Back: stop it, install the old version again, `letterladder restore ARCHIVE NEW-FOLDER`, put the mailbox password
into the new folder, start the old version on it. What the new version wrote stays in the folder that it wrote to.
Emails that it took in are in the mailbox's folder Letterladder/Taken: move them back into the inbox, and they are
taken in again.
Each step: docs/installing.md.
"""


def add_to(app: typer.Typer) -> None:
    """Put the command of this file on the command line."""
    app.command("upgrade-check")(upgrade_check)


def upgrade_check(ctx: typer.Context, json: AsJson = False, today: Today = None) -> None:
    """Say whether this version can go on with the folder as an earlier one left it; changes nothing.

    Reads every log line by line, then settings, policy, own letters and languages by this version's rules, and says
    whether there is a backup to go back to.
    """
    from .checking_policy import PlayedPolicies
    from .clock import clock_for
    from .upgrading import look_before_upgrade
    from .whereabouts import own_version

    desk: Desk = ctx.obj
    policies, is_well = PlayedPolicies(), True
    shown: dict[str, Any] = {}
    for name, folder in desk.folders().items():
        look = look_before_upgrade(folder, clock_for(today), policies)
        problems = in_school(name, look.problems, desk)
        is_well = is_well and not problems
        shown[name] = {
            "ok": not problems,
            "newer": look.is_newer,
            "problems": problems_json(problems),
            "notes": problems_json(in_school(name, look.notes, desk)),
            "looked_at": {"cases": look.cases, "lines": look.lines},
            "backed_up_at": look.backed_up_at,
        }
        if not json:
            show_problems(problems)
            say(_in_a_sentence(str(folder), own_version(), look))
    if json:
        show_json(
            {
                "version": own_version(),
                **({"schools": shown} if len(shown) > 1 else next(iter(shown.values()))),
            }
        )
    else:
        say(WAY.strip())
    if not is_well:
        raise typer.Exit(1)


def _in_a_sentence(folder: str, version: str, look: "UpgradeLook") -> str:
    """Whether this version may be started there."""
    cases, lines = ("" if count == 1 else "s" for count in (look.cases, look.lines))
    read = f"{look.cases} case{cases}, {look.lines} line{lines} of logs"
    if look.is_newer:
        return (
            f"{folder}: a newer version than this one ({version}) has written here. Do not start this one on it: "
            "install that version again, or a later one."
        )
    if look.problems:
        return f"{folder}: not yet. {read} were looked at by version {version}; what is named above stands in the way."
    return f"{folder}: version {version} can go on with it: {read} read, settings, policy and letters fit."
