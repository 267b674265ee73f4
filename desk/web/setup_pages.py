"""The sections of setting up as pages: their questions, and what each does beyond them."""

from collections.abc import Mapping, Sequence
from typing import Any

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask import Response as FlaskResponse
from werkzeug.wrappers import Response

from ...config.paths import shipped_policies
from ...config.people_columns import columns_of
from ...config.settings import load_settings
from ...config.setup_file import Answer, SetupFile
from ...config.setup_questions import (
    ADVISER,
    CALENDAR,
    MAILBOX,
    PICTURES,
    POLICY,
    REGISTER,
    SAMPLE,
    SECTIONS,
    Question,
    Section,
    Sort,
)
from ...config.toml_file import CORRECT
from ...ground.errors import LetterladderError, Problem
from ...records.logs.lock import writer_lock
from ...records.people.sheet_file import read_sheet
from ...rules.days.calendar_import import Proposals
from ...rules.days.calendar_import import Sort as CalendarSort
from ...rules.people.school import OFFICE
from ...rules.people.sheet_shapes import Apart, apart
from ...workflows.acts.on_people import replace_register
from ..letters_pdf import review_pdf
from ..people_plan import Plan, plan_of
from ..policies_beside import rows_beside, shipped_beside
from ..sample_letter import begin, look, standing
from ..setting_up import (
    answer_of,
    faults_of,
    next_of,
    note_seen,
    progress,
    put_terms,
    take_picture,
    terms_in,
)
from ..setup_mailbox import (
    NONE,
    PASSWORD,
    PROVIDERS,
    QUESTIONS,
    Looked,
    keep_password,
    look_into,
    offered,
    password_files,
    provider_of,
    with_mailbox,
)
from ..wiring import build
from .schools import PATIENCE
from .setup_here import MOST_SHOWN, OWNER, SINCE, VOUCHES, Here, Said, here_now
from .uploads import uploads

page = Blueprint("setup", __name__)
SORTS = {CalendarSort.INSET: "INSET day", CalendarSort.CLOSURE: "Closed", CalendarSort.TERM: "Term"}
Answered = str | Response | tuple[str, int]


@page.get("/section/<name>")
def show(name: str) -> Answered:
    """A section."""
    return _page(_section(name), Said())


@page.post("/section/<name>")
def answer(name: str) -> Answered:
    """What was answered, or the button that was pressed."""
    section, here = _section(name), here_now()
    does = {
        POLICY.id: _policy,
        MAILBOX.id: _mailbox,
        CALENDAR.id: _calendar,
        REGISTER.id: _register,
        PICTURES.id: _pictures,
        ADVISER.id: _adviser,
        SAMPLE.id: _sample,
    }.get(section.id, _questions)
    try:
        return does(here, section)
    except LetterladderError as error:
        return _page(section, Said(typed=request.form, problems=error.problems))


def _section(name: str) -> Section:
    found = next((one for one in SECTIONS if one.id == name), None)
    if found is None:
        abort(404)
    return found


def _next(here: Here, section: Section) -> Response:
    """To the next section that is open, with this one behind us."""
    note_seen(here.folder, section)
    following = next_of(progress(here.folder, here.clock), section)
    if following is None or following == section:
        return redirect(url_for("root.show"), code=303)
    return redirect(url_for("setup.show", name=following.id), code=303)


def _answers(questions: Sequence[Question]) -> dict[str, Answer | None]:
    return {one.key: answer_of(one, request.form.get(one.key, "")) for one in questions}


def _faults(
    here: Here, questions: tuple[Question, ...], answers: Mapping[str, Answer | None]
) -> dict[str, str]:
    """By key, what is wrong; what fits no key is said at the first."""
    asks = {one.asks: one.key for one in questions}
    return {
        asks.get(one.where, questions[0].key): _in_words(one, is_beside=one.where in asks)
        for one in faults_of(here.file, questions, answers)
    }


def _in_words(problem: Problem, *, is_beside: bool) -> str:
    """What is said at a question; where it is beside the one that it is about, without its name."""
    do = "" if problem.what_to_do == CORRECT else problem.what_to_do
    return " ".join(filter(None, ("" if is_beside else f"{problem.where}:", problem.what, do)))


def _questions(here: Here, section: Section) -> Answered:
    answers = _answers(section.questions)
    faults = _faults(here, section.questions, answers)
    if faults:
        return _page(section, Said(typed=request.form, faults=faults))
    here.file.with_answers(answers).save(here.clock.today())
    return _next(here, section)


def _policy(here: Here, section: Section) -> Answered:
    (question,) = section.questions
    chosen, own = request.form.get("chosen", ""), request.form.get("own", "").strip()
    name = own if chosen == "own" else chosen
    known = (here.folder / name).is_file() if chosen == "own" else name in shipped_policies()
    if not name or not known:
        what = f"There is no file {name} beside school.toml." if name else "Nothing was chosen."
        return _page(section, Said(typed=request.form, faults={question.key: what}))
    here.file.with_answers({question.key: name}).save(here.clock.today())
    load_settings(here.folder)
    return _next(here, section)


def _mailbox(here: Here, section: Section) -> Answered:
    today = here.clock.today()
    match request.form.get("what", ""):
        case "choose":
            return redirect(url_for("setup.show", name=section.id, provider=request.form.get("provider", "")))
        case "since":
            answers = _answers((SINCE, VOUCHES))
            if isinstance(since := answers[SINCE.key], str):
                try:
                    answers[SINCE.key] = today.fromisoformat(since)
                except ValueError:
                    faults = {SINCE.key: f"'{since}' is not a date; write it as 2026-11-20."}
                    return _page(section, Said(typed=request.form, faults=faults, more=_seen(here)))
            here.file.with_answers(answers).save(today)
            return _next(here, section)
        case "try":
            return _page(section, Said(more=_seen(here)))
    provider = request.form.get("provider", NONE)
    if provider not in QUESTIONS:
        abort(404)
    asked = QUESTIONS[provider]
    answers = _answers(asked)
    empty = {one.key: "This is needed." for one in asked if answers[one.key] is None and not one.may_be_empty}
    if empty:
        return _page(section, Said(typed=request.form, faults=empty, more={"provider": provider}))
    changed = with_mailbox(here.file, provider, answers)
    if faults_ := changed.faults(["mail"]):
        return _page(section, Said(typed=request.form, problems=faults_, more={"provider": provider}))
    changed.save(today)
    if provider == PASSWORD:
        for place, name in enumerate(password_files(changed)):
            if password := request.form.get(f"password-{place}", "").strip():
                keep_password(here.folder, name, password)
    return _next(here, section) if provider == NONE else _page(section, Said(more=_seen(here)))


def _seen(here: Here) -> dict[str, Any]:
    """What the mailbox shows, and what is then asked."""
    seen: Looked = look_into(load_settings(here.folder), here.clock.now())
    if seen.problems:
        return {"looked": seen}
    file = here.file
    usual = {
        SINCE.key: str(file.value(SINCE.key) or (here.clock.today() if seen.count else "")),
        VOUCHES.key: file.value(VOUCHES.key) or seen.vouched_by,
    }
    return {"looked": seen, "then": (SINCE, VOUCHES), "usual": usual}


def _calendar(here: Here, section: Section) -> Answered:
    today, number = here.clock.today(), request.form.get("number", "")
    if request.form.get("what") == "keep":
        return _next(here, section)
    if request.form.get("what") == "put":
        found = uploads().find(number, OWNER)
        if not isinstance(found, Proposals):
            abort(404)
        kept = put_terms(here.folder, found, today)
        uploads().drop(number)
        flash(f"The terms are in place. The calendar as it was is kept as {kept}.")
        return _next(here, section)
    file = request.files.get("file")
    pasted = request.form.get("pasted", "")
    if not pasted.strip() and (file is None or not file.filename):
        return _page(section, Said(faults={"pasted": "Paste the list, or choose a file."}))
    proposals, left = terms_in(pasted, file.stream.read() if file else b"", today)
    number = request.form.get("once", "")
    uploads().keep(number, OWNER, proposals)
    said = Said(typed=request.form, more={"proposals": proposals, "left": left, "number": number})
    return _page(section, said)


def _register(here: Here, section: Section) -> Answered:
    if request.form.get("what") == "keep":
        return _next(here, section)
    if request.form.get("what") == "put":
        found = uploads().find(request.form.get("number", ""), OWNER)
        if not isinstance(found, tuple):
            abort(404)
        kind, sheet = found
        settings = load_settings(here.folder)
        with writer_lock(settings.data, seconds=PATIENCE, tell=lambda _: None):
            plan = _plan(here, kind, sheet)
            replace_register(build(settings, here.clock), plan.order(settings.school.people[OFFICE].name))
        flash("The list is in place. The one before is kept beside it.")
        note_seen(here.folder, section)
        return redirect(url_for("setup.show", name=section.id), code=303)
    kind, file = request.form.get("kind", ""), request.files.get("file")
    if kind not in {"people", "staff"} or file is None or not file.filename:
        return _page(section, Said(typed=request.form, faults={"file": "Choose the file of your system."}))
    read, number = read_sheet(file.stream.read(), kind), request.form.get("once", "")
    sheet = apart(read) if kind == "people" else Apart(sheet=read)
    uploads().keep(number, OWNER, (kind, sheet))
    plan = _plan(here, kind, sheet)
    more = {"plan": plan, "number": number, "most": MOST_SHOWN}
    return _page(section, Said(problems=plan.problems[:MOST_SHOWN], more=more))


def _plan(here: Here, kind: str, shaped: Apart) -> Plan:
    office = build(load_settings(here.folder), here.clock)
    running = office.index.cases.running()
    matched = columns_of(here.folder, shaped.sheet.headings, kind)
    return plan_of(office, shaped.sheet, matched, kind=kind, open_cases=running, doubts=shaped.doubts)


def _pictures(here: Here, section: Section) -> Answered:
    for question, name in zip(section.questions, ("logo", "signature"), strict=True):
        given = request.files.get(question.key)
        if request.form.get(f"none-{question.key}"):
            here.file.with_answers({question.key: None}).save(here.clock.today())
        elif given is not None and given.filename:
            taken = take_picture(here.folder, name, given.stream.read())
            here.file.with_answers({question.key: taken}).save(here.clock.today())
    return _next(here, section)


def _adviser(here: Here, section: Section) -> Answered:
    if request.form.get("what") != "make":
        return _next(here, section)
    settings = load_settings(here.folder)
    made = review_pdf(settings, build(settings, here.clock))
    note_seen(here.folder, section)
    name = 'attachment; filename="letters-for-adviser.pdf"'
    return FlaskResponse(made, mimetype="application/pdf", headers={"Content-Disposition": name})


def _sample(here: Here, section: Section) -> Answered:
    settings = load_settings(here.folder)
    if request.form.get("what") == "begin":
        begin(settings, here.clock)
    elif look(settings, here.clock).is_proven:
        return _next(here, section)
    note_seen(here.folder, section)
    return redirect(url_for("setup.show", name=section.id), code=303)


def _page(section: Section, said: Said) -> tuple[str, int]:
    here = here_now()
    file = here.file
    shown = render_template(
        "setup_section.html",
        section=section,
        said=said,
        fields=[(one, _value(file, one, said)) for one in section.questions],
        sort=Sort,
        number=[one.id for one in SECTIONS].index(section.id) + 1,
        many=len(SECTIONS),
        **_more(here, file, section, said),
    )
    return shown, said.status


def _value(file: SetupFile, question: Question, said: Said) -> str:
    if question.key in said.typed:
        return said.typed[question.key]
    found = file.proposed(question.key)
    return "\n".join(found) if isinstance(found, list) else "" if found is None else str(found)


def _more(here: Here, file: SetupFile, section: Section, said: Said) -> dict[str, Any]:
    """What the page of a section of its own kind shows."""
    if section == POLICY:
        shipped = shipped_beside()
        return {
            "shipped": shipped,
            "rows": rows_beside([policy for _, policy in shipped]),
            "chosen": file.value("policy.file"),
        }
    if section == MAILBOX:
        provider = said.more.get("provider") or request.args.get("provider") or provider_of(file)
        asked = QUESTIONS.get(provider, ())
        values = [(one, said.typed.get(one.key, offered(file, one) or "")) for one in asked]
        return {"providers": PROVIDERS, "provider": provider, "asked": values, "password": PASSWORD}
    if section == CALENDAR:
        return {"sorts": SORTS}
    if section == SAMPLE:
        settings = load_settings(here.folder)
        return {"sample": standing(settings, here.clock), "server": settings.mail.incoming.kind != "folder"}
    return {}
