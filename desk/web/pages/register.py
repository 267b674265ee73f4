"""The register: filters, a table a page at a time, and copies in every format for those who may have them."""

from collections.abc import Mapping, Sequence
from typing import Any

from flask import Blueprint, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from ....rules.register.register_filter import Wanted
from ....rules.words import Format, Outcome, Profile
from ...register_pages import RegisterPage, register_page
from ..access import Right
from ..attempting import Refusal, attempt
from ..copying import Asked, begin_copy
from ..fields import Fields
from ..pressing import order_once
from ..shown_cases import REF, hides, is_shown
from ..visiting import Visit, visit

page = Blueprint("register", __name__)
STATES = (("open", "Open"), ("held", "On hold"), ("closed", "Closed"))
FOR_WHOM = {
    Profile.GOVERNORS: ("Governors", "No names, no addresses, no reporter, no free text."),
    Profile.PANEL: (
        "A panel, the local authority or the police",
        "The whole register, with names. It shows who reported: never for the adult.",
    ),
    Profile.SUBJECT: (
        "The adult it is about (subject access)",
        "Their own information; everybody else is withheld. Name one case, or the adult.",
    ),
}
FORMATS = (
    (Format.XLSX, "Excel workbook"),
    (Format.CSV, "CSV, for any spreadsheet"),
    (Format.PDF, "PDF, to print"),
    (Format.HTML, "Web page in one file"),
    (Format.BUNDLE, "Bundle: register and all papers (zip)"),
    (Format.JSON, "JSON, for another program"),
)


@page.get("/<school>/register")
def show(school: str) -> tuple[str, int]:
    """The newest cases."""
    return _page(school, {"for": Profile.GOVERNORS, "format": Format.XLSX}, Wanted())


@page.post("/<school>/register")
def look(school: str) -> tuple[str, int] | Response:
    """The cases that the filters ask for, or a copy of them; filters may name people, so no address holds them."""
    here = visit()
    fields = Fields(typed=request.form, today=here.today)
    wanted = _wanted(here, fields)
    if request.form.get("what") != "copy":
        return _page(
            school, request.form, wanted, faults=fields.faults, before=request.form.get("before", "")
        )
    asked = _asked(here, fields, wanted)
    if fields.faults or asked is None:
        return _page(school, request.form, wanted, faults=fields.faults)
    refusal = attempt(lambda: begin_copy(here, asked))
    if refusal:
        return _page(school, request.form, wanted, refusal=refusal)
    return redirect(url_for("copies.show", school=school, number=order_once()), code=303)


def profiles(here: Visit) -> list[Profile]:
    """For whom the visitor may make copies."""
    found = [Profile.GOVERNORS] if Right.GOVERNORS in here.rights else []
    return found + ([Profile.PANEL, Profile.SUBJECT] if Right.EXPORT in here.rights else [])


def _sees_names(here: Visit) -> bool:
    return Right.ALL_CASES in here.rights


def _wanted(here: Visit, fields: Fields) -> Wanted:
    refs = tuple(fields.words("refs").replace(",", " ").split())
    names = ("adult", "pupil", "signer") if _sees_names(here) else ()
    named: dict[str, Any] = {name: fields.words(name) for name in names}
    since, until = fields.day("since"), fields.day("until")
    if since and until and until < since:
        fields.faults["until"] = "The last day is before the first."
    return Wanted(
        refs=refs,
        since=since,
        until=until,
        conduct=fields.one_of("conduct", list(here.school.policy.conduct)),
        step=fields.one_of("step", list(here.school.policy.steps)),
        outcome=fields.one_of("outcome", list(Outcome)),
        state=fields.one_of("state", [state for state, _ in STATES]),
        **named,
    )


def _asked(here: Visit, fields: Fields, wanted: Wanted) -> Asked | None:
    profile = fields.one_of("for", list(Profile), "Say for whom the copy is.")
    format_ = fields.one_of("format", list(Format), "Choose a format.")
    purpose = fields.words("purpose")
    if profile and Profile(profile) not in profiles(here):
        abort(403)
    if not all(is_shown(here, ref) for ref in wanted.refs):
        fields.faults["refs"] = "There is no such case, or it is not shown to you. Type it like 2026-0001."
    if profile == Profile.SUBJECT and not (wanted.refs or wanted.adult):
        fields.faults["adult"] = "A copy for the adult covers one adult: type a name here, or one case."
    if profile == Profile.PANEL and not purpose:
        fields.faults["purpose"] = "Say for which panel, authority or enquiry the copy is."
    if fields.faults:
        return None
    return Asked(
        wanted=wanted,
        profile=Profile(profile),
        format=Format(format_),
        purpose=purpose,
        bom=True,
        reporter=fields.words("reporter") == "yes" and profile == Profile.PANEL,
    )


def _page(
    school: str,
    typed: Mapping[str, str],
    wanted: Wanted,
    *,
    faults: Mapping[str, str] | None = None,
    refusal: Refusal | None = None,
    before: str = "",
) -> tuple[str, int]:
    here = visit()
    profile = Profile.PANEL if _sees_names(here) else Profile.GOVERNORS
    found = (
        RegisterPage()
        if faults
        else register_page(
            here.office,
            wanted,
            profile,
            before=before if REF.fullmatch(before) else "",
            hides=hides(here),
        )
    )
    shown = render_template(
        "register.html",
        found=found,
        typed=typed,
        faults=faults or {},
        refusal=refusal,
        names=_sees_names(here),
        is_filtered=wanted != Wanted(),
        before=before,
        choices=_choices(here),
        steps=dict(_steps(here)),
        school_name=school,
    )
    return shown, refusal.status if refusal else 422 if faults else 200


def _choices(here: Visit) -> dict[str, Sequence[tuple[str, ...]]]:
    policy = here.school.policy
    return {
        "conduct": [(name, one.title) for name, one in policy.conduct.items()],
        "step": _steps(here),
        "outcome": [(str(one), str(one).replace("-", " ").capitalize()) for one in Outcome],
        "state": list(STATES),
        "for": [(str(one), *FOR_WHOM[one]) for one in profiles(here)],
        "format": [(str(one), words) for one, words in FORMATS],
    }


def _steps(here: Visit) -> list[tuple[str, str]]:
    """Each letter and action of the policy, with what it is called."""
    policy = here.school.policy
    return [(name, step.name or _title_of_letter(here, name)) for name, step in policy.steps.items()]


def _title_of_letter(here: Visit, name: str) -> str:
    letters = here.school.policy.letters
    return f"{name}: {letters.records[name].name}" if name in letters else name
