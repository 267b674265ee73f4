"""The command `templates`: the letters and their tags, faults in a Word file, a trial of it, and copies beside ours."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from ..ground.values import as_table
from .cli_common import AsJson, Desk, Today, clean, problems_json, say, show_json, show_problems, show_table


def add_to(app: typer.Typer) -> None:
    """Put the command of this file on the command line."""
    app.command()(templates)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What was typed behind the action; `about` is a Word file or the id of a letter."""

    about: str
    to: str
    letter: str
    out: Path | None
    json: bool
    today: date | None


def templates(
    ctx: typer.Context,
    action: Annotated[
        str,
        typer.Argument(
            help="'check' or 'try' with a FILE, 'glossary' or 'diff' with or without the id of a letter, "
            "'translate' with one; nothing to list the letters."
        ),
    ] = "",
    about: Annotated[
        str, typer.Argument(help="The Word file, or the id of the letter.", metavar="FILE|ID")
    ] = "",
    json: AsJson = False,
    to: Annotated[str, typer.Option(help="The language to translate into, such as cy or Welsh.")] = "",
    letter: Annotated[str, typer.Option(help="For which letter the file of 'try' is, such as L1.")] = "",
    out: Annotated[
        Path | None, typer.Option(help="The folder for what 'try' makes; else beside the file.")
    ] = None,
    today: Today = None,
) -> None:
    """List the letters, explain their tags, check a Word file or try it, and show your copies beside ours."""
    asked = Asked(about=about, to=to, letter=letter, out=out, json=json, today=today)
    do = ACTIONS.get(action)
    if do is None or (action in NEED_ONE and not about) or (action == "translate" and not to):
        raise typer.BadParameter(
            "use `templates`, `templates check FILE`, `templates try FILE`, `templates glossary [ID]`, "
            "`templates diff [ID]` or `templates translate ID --to cy`"
        )
    do(ctx.obj, asked)


def _translate(desk: Desk, asked: Asked) -> None:
    from .for_translator import write_for_translator

    path, told = write_for_translator(desk.settings(), asked.about, asked.to)
    say(f"made {path}\n{told}")


def _glossary(desk: Desk, asked: Asked) -> None:
    from .lazy import LazyWord
    from .tag_glossary import glossary

    rows = glossary(desk.settings(), LazyWord(), desk.today(asked.today), asked.about)
    if asked.json:
        show_json([as_table(row) for row in rows])
        return
    columns = ("tag", "prints", "for example", "comes from", "in")
    lines = [
        (row.tag, _prints(row.prints, row.parts), row.example, row.comes_from, ", ".join(row.letters))
        for row in rows
    ]
    show_table(f"Tags of {asked.about or 'all letters'}", columns, lines, empty="It has no tags.")


def _prints(told: str, parts: list[str]) -> str:
    return f"{told}; made of {', '.join(parts)}" if parts else told


def _diff(desk: Desk, asked: Asked) -> None:
    from .template_copies import copies, in_words

    settings = desk.settings()
    found = copies(settings, asked.about)
    if asked.json:
        show_json(
            [
                {
                    "letter": one.letter,
                    "file": str(one.yours),
                    "ours": str(one.ours),
                    "same": bool(one.difference and one.difference.same),
                    "paragraphs": [as_table(each) for each in one.difference.changes]
                    if one.difference
                    else [],
                    "only_ours": list(one.difference.lacking) if one.difference else [],
                    "only_yours": list(one.difference.extra) if one.difference else [],
                    "problems": problems_json([one.fault] if one.fault else []),
                }
                for one in found
            ]
        )
    for one in found if not asked.json else ():
        for line in in_words(one, settings):
            say(clean(line))
    if not found and not asked.json:
        say(
            f"{asked.about or 'No letter'} has a Word file of your own in its place: ours is used."
            if asked.about
            else "No letter has a Word file of your own in its place: ours are used."
        )
    if any(one.needs_a_person for one in found):
        raise typer.Exit(1)


def _try(desk: Desk, asked: Asked) -> None:
    from .template_try import trial_of, try_template

    own = Desk(_school_of(desk, Path(asked.about)))
    settings = own.settings()
    trial = trial_of(settings, Path(asked.about), asked.letter, asked.out)
    with own.reading(asked.today) as office:
        tried = try_template(settings, trial, office.clock.today(), word=office.word, pdf=office.pdf)
    made = [str(one) for one in tried.made]
    if asked.json:
        problems = problems_json(tried.problems)
        show_json({"ok": not problems, "made": made, "note": tried.note, "problems": problems})
    else:
        for one in made:
            say(f"made {clean(one)}")
        show_problems(tried.problems)
        say(" ".join(filter(None, (_judged(trial.file.name, len(tried.problems)), tried.note))))
    if tried.problems:
        raise typer.Exit(1)


def _judged(name: str, many: int) -> str:
    return (
        f"{clean(name)}: {many} problem{'' if many == 1 else 's'}."
        if many
        else f"{clean(name)}: nothing wrong."
    )


def _check(desk: Desk, asked: Asked) -> None:
    from ..config.letters_file import read_letters
    from ..config.paths import LETTER_TEMPLATES, OWN_TEMPLATES
    from ..records.word.template_check import check_template
    from ..records.word.translation_check import check_translation
    from ..rules.policies.letters import english_file

    file = Path(asked.about)
    # The letters of the school alone, not its settings: a Word file can be checked before the rest is filled in.
    letters, problems = read_letters(_school_of(desk, file) / OWN_TEMPLATES)
    name = english_file(file.name)
    beside = [one for one in (file.with_name(name), LETTER_TEMPLATES / name) if one.is_file()]
    translated = name != file.name and beside
    problems += check_translation(file, beside[0], letters) if translated else check_template(file, letters)
    if asked.json:
        show_json({"ok": not problems, "problems": problems_json(problems)})
    else:
        show_problems(problems)
        say(f"{clean(file.name)}: {len(problems)} problems." if problems else f"{file.name}: nothing wrong.")
    if problems:
        raise typer.Exit(1)


def _school_of(desk: Desk, file: Path) -> Path:
    """The folder of the school whose letter it is: of several schools the one in whose folder it lies."""
    folders = list(desk.folders().values())
    holds = (folder for folder in folders if file.resolve().is_relative_to(folder.resolve()))
    return next(holds, folders[0] if len(folders) == 1 else desk.config)


def _list(desk: Desk, asked: Asked) -> None:
    from .letter_list import letter_rows

    rows = list(letter_rows(desk.settings()))
    if asked.json:
        show_json([as_table(row) for row in rows])
        return
    show_table(
        "Letters",
        ("id", "letter", "file", "fields"),
        [(row.letter, row.name, row.file, row.told) for row in rows],
        empty="",
    )


ACTIONS: Mapping[str, Callable[[Desk, Asked], None]] = {
    "": _list,
    "check": _check,
    "translate": _translate,
    "glossary": _glossary,
    "diff": _diff,
    "try": _try,
}
NEED_ONE = frozenset({"check", "translate", "try"})
