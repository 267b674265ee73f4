"""The small forms of a case, each a page of its own: answer, decide, hold, correct and the others."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response
from wtforms import Form

from ....rules.cases.case import Case
from ....rules.office import orders
from ....rules.office.begun import Begun
from ....rules.words import Channel, HoldFor, Method
from ....workflows.acts import on_cases, on_letters, on_steps
from .. import begun
from .. import case_fields as fields
from ..case_choices import about, choose
from ..pressing import press, seen
from ..visiting import Visit, visit

page = Blueprint("case_forms", __name__)
Answered = str | tuple[str, int] | Response


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseForm:
    """One form.

    Attributes:
        title: what it does, as the heading.
        button: what its button says.
        told: what is said once it is done.
        form: its fields.
        act: what carries it out.
        order: what is typed, as an order.
        warning: whether the button warns, because it cannot be undone.
    """

    title: str
    button: str
    told: str
    form: type[Form]
    act: Callable[..., Any]
    order: Callable[[Any, dict[str, Any]], Any]
    warning: bool = False


def _triage(form: Any, who: dict[str, Any]) -> orders.Triage:
    return orders.Triage(
        adult=form.adult_id,
        pupils=form.pupil_ids,
        conduct=tuple(form.conduct.data or ()),
        clear="clear" in form and form.clear.data,
        alternate=form.alternate.data,
        note=form.note.data or "",
        ladder=form.ladder.data or "" if "ladder" in form else "",
        **who,
    )


FORMS: dict[str, CaseForm] = {
    "answer": CaseForm(
        title="Record an answer",
        button="Record the answer",
        told="The answer is recorded.",
        form=fields.AnswerForm,
        act=on_cases.answer,
        order=lambda form, who: orders.RecordAnswer(
            outcome=form.outcome.data,
            channel=Channel(form.channel.data),
            on=form.on.day,
            summary=form.summary.data,
            letter=form.letter.data if "letter" in form else "",
            **who,
        ),
    ),
    "decide": CaseForm(
        title="Decide what comes next",
        button="Decide",
        told="The decision is recorded.",
        form=fields.DecideForm,
        act=on_cases.decide,
        order=lambda form, who: orders.Decide(step=form.step.data, reason=form.reason.data, **who),
    ),
    "hold": CaseForm(
        title="Put the case on hold",
        button="Put it on hold",
        told="The case is on hold: nothing goes out and no clock runs.",
        form=fields.HoldForm,
        act=on_cases.hold,
        order=lambda form, who: orders.PlaceHold(
            hold_for=HoldFor(form.hold_for.data), note=form.note.data or "", **who
        ),
    ),
    "release": CaseForm(
        title="Release the hold",
        button="Release the hold",
        told="The hold is released; the dates are counted again.",
        form=fields.ReleaseForm,
        act=on_cases.release,
        order=lambda form, who: orders.ReleaseHold(note=form.note.data or "", **who),
    ),
    "reopen": CaseForm(
        title="Take the case up again",
        button="Take it up again",
        told="The case is open again.",
        form=fields.ReopenForm,
        act=on_cases.reopen,
        order=lambda form, who: orders.Reopen(reason=form.reason.data, **who),
    ),
    "take": CaseForm(
        title="Say that you have this alert",
        button="I have this alert",
        told="It is noted that you have the alert; nobody is told of it again.",
        form=fields.TakeForm,
        act=on_cases.take,
        order=lambda _, who: orders.TakeAlert(**who),
    ),
    "triage": CaseForm(
        title="Say what the case is about",
        button="Save",
        told="What the case is about is noted.",
        form=fields.TriageForm,
        act=on_cases.triage,
        order=_triage,
    ),
    "posted": CaseForm(
        title="Say that the letter was posted",
        button="It was posted",
        told="The posting is recorded; the time for an answer runs.",
        form=fields.PostedForm,
        act=on_letters.posted,
        order=lambda form, who: orders.RecordPosted(
            on=form.on.day,
            method=Method(form.method.data) if form.method.data else None,
            late=form.late.data,
            proof=form.proof.data or "",
            **who,
        ),
    ),
    "not_posted": CaseForm(
        title="Say that the letter did not go out",
        button="It did not go out",
        told="It is noted that the letter did not go out.",
        form=fields.NotPostedForm,
        act=on_letters.not_posted,
        order=lambda form, who: orders.RecordNotPosted(note=form.note.data or "", **who),
        warning=True,
    ),
    "done": CaseForm(
        title="Record an action",
        button="Record it",
        told="The action is recorded.",
        form=fields.DoneForm,
        act=on_steps.done,
        order=lambda form, who: orders.RecordDone(
            step=form.step.data,
            on=form.on.day,
            reference=form.reference.data or "",
            follow_up=form.follow_up.day,
            outcome=form.outcome.data or "",
            result=form.result.data or "" if "result" in form else "",
            out_of_order=form.out_of_order.data or "",
            may_tell=form.may_tell.data or "",
            **who,
        ),
    ),
    "consulted": CaseForm(
        title="Record a consultation",
        button="Record it",
        told="It is recorded who was consulted, and what they said.",
        form=fields.ConsultedForm,
        act=on_steps.consulted,
        order=lambda form, who: orders.RecordConsulted(
            step=form.asked.data.partition(" ")[0],
            role=form.asked.data.partition(" ")[2],
            on=form.on.day,
            result=form.result.data or "",
            **who,
        ),
    ),
    "sheet": CaseForm(
        title="Write a sheet",
        button="Write the sheet",
        told="The sheet is written; it is among the papers below.",
        form=fields.SheetForm,
        act=on_steps.sheet,
        order=lambda form, who: orders.WriteSheet(step=form.step.data, **who),
    ),
    "waive": CaseForm(
        title="Set a duty aside",
        button="Set it aside",
        told="What the policy requires is set aside, with your reason.",
        form=fields.WaiveForm,
        act=on_steps.waive,
        order=lambda form, who: orders.WaiveDuty(rule=form.rule.data, reason=form.reason.data, **who),
        warning=True,
    ),
    "correct": CaseForm(
        title="Correct a line of the history",
        button="Record the correction",
        told="The correction is recorded beside the line.",
        form=fields.CorrectForm,
        act=on_cases.correct,
        order=lambda form, who: orders.Correct(
            line=int(form.line.data) if form.line.data.strip().isdecimal() else 0,
            what=form.what.data,
            posted_on=form.posted_on.day,
            no_answer=form.no_answer.data,
            **who,
        ),
    ),
}


def _view(name: str) -> Callable[[str, str], Answered]:
    asked = FORMS[name]

    def view(school: str, ref: str) -> Answered:
        here = visit()
        case = here.case(ref)
        left = _begun(name, ref)
        form: Any = asked.form(request.form if request.method == "POST" else begun.words_in(left))
        choose(form, here, case, line=request.args.get("line", "")[:9])
        if request.method == "GET":
            return _page(here, case, name, form, left=left)
        if not form.validate():
            return _page(here, case, name, form), 422
        order = asked.order(form, {"ref": ref, "seen": seen(), **here.signed()})
        pressed = press(here, asked.act, order)
        if not pressed.done:
            return _page(here, here.case(ref), name, form, problems=pressed.problems), pressed.status
        flash(asked.told)
        for one in pressed.told:
            flash(f"{one.what} {one.what_to_do}")
        place = url_for("case.show", school=school, ref=ref) if here.is_shown(ref) else f"/{school}/"
        return redirect(place, code=303)

    return view


def _begun(name: str, ref: str) -> Begun | None:
    endpoint = f"case_forms.{name}"
    return begun.begun(endpoint, ref) if endpoint in begun.FORMS else None


def _page(
    here: Visit, case: Case, name: str, form: Any, *, problems: Any = (), left: Begun | None = None
) -> str:
    endpoint = f"case_forms.{name}"
    return render_template(
        "case_form.html",
        asked=FORMS[name],
        name=name,
        form=form,
        case=case,
        about=about(name, here, case),
        problems=problems,
        begun=left,
        begun_of=f"{endpoint} {case.ref}" if endpoint in begun.FORMS else "",
        school_name=here.pages.name,
    )


for _name in FORMS:
    page.add_url_rule(
        f"/<school>/cases/<ref>/{_name.replace('_', '-')}", _name, _view(_name), methods=["GET", "POST"]
    )
