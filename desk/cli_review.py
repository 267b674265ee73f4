"""Copies for the adult: each page is read by somebody, each passage marked, and the page signed."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ..ground.errors import Problem, Refused
from ..rules.people.rights import Right
from .cli_common import AsJson, By, Desk, Today, say, show_json
from .cli_order import signed_at

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from ..rules.privacy.passages import CopyPage, PageText
    from ..workflows.acts.on_copy_pages import LookedThrough, Signed

Marks = Annotated[str, typer.Option(help="Numbers of passages, such as 1,4,7; or all.")]


def add_to(app: typer.Typer) -> None:
    """Put the commands of this file on the command line."""
    app.command()(review)


def review(
    ctx: typer.Context,
    ref: Annotated[str, typer.Argument(help="The case.")],
    page: Annotated[int, typer.Option(min=0, help="Show this page; 0: list the pages.")] = 0,
    out: Marks = "",
    stays: Marks = "",
    also: Annotated[list[str] | None, typer.Option(help="Words to withhold wherever they stand.")] = None,
    sign: Annotated[bool, typer.Option("--sign", help="You have read the page: sign it.")] = False,
    worksheet: Annotated[Path | None, typer.Option(help="Sign the pages of a filled worksheet.")] = None,
    by: By = "",
    today: Today = None,
    json: AsJson = False,
) -> None:
    """Read the pages of a copy for the adult, mark each passage, and sign; no copy leaves before that."""
    from ..workflows.acts.on_copy_pages import pages_of

    desk: Desk = ctx.obj
    signs = sign or worksheet is not None
    name = signed_at(desk, by, Right.EXPORT, "review a copy for the adult", today=today) if signs else ""
    with desk.reading(today) as office:
        looked = pages_of(office, ref)
    if worksheet is not None:
        _sign_all(desk, worksheet, name, today=today)
    elif sign:
        shown = _page(looked, page)
        goes = _marked(shown, out, stays)
        _say_signed(_sign(desk, (ref, shown.sha256, name), goes, tuple(also or ()), today=today))
    elif json:
        show_json([_plain(looked, one, number) for number, one in enumerate(looked.pages, start=1)])
    elif page:
        _show(_page(looked, page))
    else:
        _list(looked)


def _page(looked: "LookedThrough", number: int) -> "CopyPage":
    if not 1 <= number <= len(looked.pages):
        what = f"There is no page {number}: the copy has {len(looked.pages)}."
        raise Refused(
            Problem(where="--page", what=what, what_to_do="Look at the list: review without --page.")
        )
    return looked.pages[number - 1]


def _list(looked: "LookedThrough") -> None:
    for number, page in enumerate(looked.pages, start=1):
        signed = looked.signature(page)
        state = f"signed by {signed[0]}" if signed else "not yet signed"
        say(f"{number:3}  {page.ref}  {page.name}: {len(page.passages)} passages, {state}")
    if looked.unread:
        raise typer.Exit(1)


def _show(page: "CopyPage") -> None:
    say(f"{page.ref}, {page.name}. [-3 words-] is withheld, [+4 words+] is kept and may name somebody.")
    for words in page.whole:
        say(f"  withheld whole: {words}")
    number = 0
    for text in page.texts:
        shown, number = _numbered(text, number)
        say(f"\n{text.spot.place}:\n{shown}")


def _numbered(text: "PageText", number: int) -> tuple[str, int]:
    """A text with its passages numbered on, and the last number."""
    found, place = "", 0
    for one in text.passages:
        number += 1
        sign = "-" if one.goes else "+"
        found += f"{text.text[place : one.start]}[{sign}{number} {text.text[one.start : one.end]}{sign}]"
        place = one.end
    return found + text.text[place:], number


def _marked(page: "CopyPage", out: str, stays: str) -> dict[str, bool]:
    """The choice of each passage by its key; one that is in neither list has none, and then nothing is signed."""
    goes: dict[str, bool] = {}
    for typed, leaves in ((stays, False), (out, True)):
        for number in _numbers(typed, len(page.passages)):
            key = page.passages[number - 1].key
            if goes.get(key) is (not leaves):
                what = f"Passage {number} is in both lists."
                raise Refused(Problem(where="--out, --stays", what=what, what_to_do="Name it in one."))
            goes[key] = leaves
    return goes


def _numbers(typed: str, most: int) -> list[int]:
    if typed.strip().casefold() == "all":
        return list(range(1, most + 1))
    words = typed.replace(",", " ").split()
    if wrong := [one for one in words if not (one.isdecimal() and 1 <= int(one) <= most)]:
        what = f"'{wrong[0]}' is no passage of this page: it has {most}."
        raise Refused(Problem(where="--out, --stays", what=what, what_to_do="Type numbers such as 1,4,7."))
    return [int(one) for one in words]


def _sign(
    desk: Desk,
    who: tuple[str, str, str],
    goes: "Mapping[str, bool]",
    also: tuple[str, ...],
    *,
    today: "date | None",
) -> "Signed":
    from ..workflows.acts.on_copy_pages import PageOrder, sign_page

    ref, sha256, by = who
    with desk.writing(today) as office:
        return sign_page(office, PageOrder(by=by, ref=ref, sha256=sha256, goes=goes, also=also))


def _sign_all(desk: Desk, worksheet: Path, by: str, *, today: "date | None") -> None:
    from ..records.papers.page_sheets import read_marks

    try:
        content = worksheet.read_bytes()
    except OSError as error:
        what = f"It cannot be read ({error.strerror})."
        raise Refused(Problem(where=str(worksheet), what=what, what_to_do="Look at the name.")) from None
    pages = read_marks(content)
    if unmarked := sum(page.unmarked for page in pages.values()):
        what = f"{unmarked} lines have no mark, so nothing was signed."
        raise Refused(Problem(where=str(worksheet), what=what, what_to_do="Write out or stays in each."))
    for sha256, page in pages.items():
        signed = _sign(desk, (page.ref, sha256, by), page.goes, (), today=today)
        say(f"Signed: {signed.page.ref}, {signed.page.name}.")


def _say_signed(signed: "Signed") -> None:
    say(f"Signed: {signed.page.ref}, {signed.page.name}. Pages that still wait: {len(signed.waiting)}.")


def _plain(looked: "LookedThrough", page: "CopyPage", number: int) -> dict[str, object]:
    signed = looked.signature(page)
    return {
        "page": number,
        "ref": page.ref,
        "name": page.name,
        "sha256": page.sha256,
        "withheld": sum(one.why is not None for one in page.passages),
        "kept": sum(one.why is None for one in page.passages),
        "signed_by": signed[0] if signed else "",
    }
