"""A school on one of the shipped policies, played as its people would; the register of a story as plain lines."""

import os
from datetime import date
from pathlib import Path

from office import Rehearsal, an_office, edited, school_folder

from letterladder.rules.cases.events import ActionDone
from letterladder.rules.cases.register_row import RegisterRow
from letterladder.rules.standing.next_step import next_step
from letterladder.rules.standing.steps import Ask
from letterladder.rules.words import Outcome
from letterladder.workflows.actions import record_action, waive_duty
from letterladder.workflows.advance import advance
from letterladder.workflows.answering import TriageOrder, triage_case
from letterladder.workflows.office import Tally
from letterladder.workflows.register_rows import rows_of_cases

REF = "2026-0001"
HEAD, STAFF, DSL, REVIEWER = "Mrs Hollis", "Mrs Binns", "Miss Treadwell", "Mr Quayle"
GOLDEN = Path(__file__).parent / "policies" / "golden"
TALK = {
    "talked_on": "Monday 2 November 2026",
    "talked_how": "by phone",
    "talked_with": "Mrs Hollis, Headteacher",
    "asked": "that the post is taken down",
    "agreed": "nothing was agreed",
}
SLOTS = {"slot_1": "Tuesday 24 November at 3.45 pm", "slot_2": "Thursday 26 November at 8.30 am"}
MET = {
    "meeting_on": "Tuesday 24 November 2026",
    "attended": "Mr Dunn",
    "talked_about": "The post and its effect.",
}
MEASURE = {
    "facts": "Four posts between 1 and 12 November 2026.",
    "decision_reason": "The posts went on after our letter.",
    "reviewer": "Mr Peter Quayle, Chair of Governors",
}
BLOCK = {
    **MEASURE,
    "service": "the school's parents' forum",
    "made_there": "Two of the posts, on 10 and 12 November 2026",
    "block_scope": "posting; reading stays open",
}
EVENTS = {**MEASURE, "events": "the winter concert and the nativity play"}
ADVICE = {
    "adviser": "Penrose and Lake Solicitors",
    "advice_on": "Monday 2 November 2026",
    "claim_kind": "a claim for damage to a person's good name",
    "claimant": "the teacher named in the post",
}
AGREEMENT = {
    "agreement_title": "Agreement on the Use of the Internet",
    "agreement_version": "2026",
    "agreement_points": "We ask before we share pictures; We bring worries to school",
    "agreement_reason": "It is sent again after an incident.",
}
CLOSING = {"resolved_by": "The post is gone.", "expectations": "Please bring worries to us first."}


def on_policy(tmp_path: Path, policy: str, *, linked: str = "") -> Rehearsal:
    """A school whose school.toml names this policy."""
    folder = tmp_path / "school"
    if not folder.exists():
        school_folder(tmp_path)
    more = f'\nlinked = "{linked}"' if linked else ""
    edited(folder, ('file = "model"', f'file = "{policy}"{more}'))
    return an_office(tmp_path)


def cleared(school: Rehearsal, *conduct: str, ref: str = REF, alternate: bool = False) -> None:
    """The DSL says what it is, and clears it to go on."""
    order = TriageOrder(conduct=conduct, clear=True, alternate=alternate)
    triage_case(school.office, school.case(ref), order, by=DSL)
    school.round()


def done(
    school: Rehearsal, step: str, *, ref: str = REF, reference: str = "", outcome: str = "", by: str = STAFF
) -> date | None:
    """Somebody carries an action out today and records it; the day to look again."""
    event = ActionDone(step=step, done_by=by, on=school.clock.today(), reference=reference, outcome=outcome)
    noted = record_action(school.office, school.case(ref), event, by=by)
    advance(school.office, ref, Tally())
    school.round()
    return noted.follow_up


def talks(school: Rehearsal, ref: str = REF) -> None:
    """The head has the private talk that comes first, and what was said goes to the parent in writing."""
    done(school, "talk", ref=ref, by=HEAD)
    decides(school, "N1", "It was agreed to put it in writing.", **TALK)


def decides(school: Rehearsal, step: str, reason: str = "as the policy provides", **fields: str) -> None:
    """The head decides on a letter; its fields are supplied, it is approved and posted."""
    school.decided(step, reason)
    sends(school, step, **fields)


def sends(school: Rehearsal, step: str, **fields: str) -> None:
    """The letter that is due gets its fields, is approved and posted."""
    if fields:
        school.supplied(step, **fields)
    assert school.in_hand().letter == step, f"{school.in_hand().letter} is in hand, not {step}"
    school.goes_out()
    school.round()


def acts(school: Rehearsal, step: str, reason: str = "as the policy provides", **told: str) -> date | None:
    """The head decides on an action, and it is carried out."""
    school.decided(step, reason)
    return done(school, step, **told)


def lifts(school: Rehearsal, step: str, reason: str = "as the policy provides") -> None:
    """Whom the letter of a measure named as its reviewer decides that it ends, and that is carried out."""
    school.decided(step, reason, by=REVIEWER)
    done(school, step)


def waives(school: Rehearsal, rule: str, reason: str) -> None:
    """The head sets a duty of the policy aside by name."""
    waive_duty(school.office, school.case(), rule, reason, by=HEAD)


def closes(school: Rehearsal) -> None:
    """A closing letter ends the case."""
    decides(school, "Z1", "It is settled.", **CLOSING)
    assert school.case().closed


def options(school: Rehearsal, ref: str = REF) -> tuple[str, ...]:
    """The steps a person is asked to choose from now."""
    waits = next_step(school.case(ref), school.office.school.policy, school.clock.today())
    assert isinstance(waits, Ask), waits
    return waits.options


def goes_on(school: Rehearsal) -> None:
    """The adult refuses and goes on."""
    school.answered(Outcome.CONTINUES, summary="will not remove it, and posted again")


def register_of(school: Rehearsal) -> str:
    """The register of the story, a line each: day, direction, what, how it ended, what is next."""
    return "".join(f"{_line(row)}\n" for row in rows_of_cases(school.office, school.office.cases.refs()))


def _line(row: RegisterRow) -> str:
    what = row.letter or row.decision or row.kind
    cells = (
        f"{row.ref} {row.happened_on} {row.direction}",
        f"{row.kind}: {what}" if what != row.kind else row.kind,
        f"outcome {row.outcome}" if row.outcome else "",
        f"answer by {row.answer_by}" if row.answer_by else "",
        f"next {row.next_action}" if row.next_action else "",
        f"reference {row.proof}" if row.kind == "ActionDone" and row.proof else "",
        f"clause {row.clause}" if row.clause else "",
    )
    return " | ".join(cell for cell in cells if cell)


def golden(name: str, told: str) -> str:
    """The register that this story leaves, as people agreed to it; LETTERLADDER_GOLDEN=write renews it."""
    file = GOLDEN / f"{name}.txt"
    if os.environ.get("LETTERLADDER_GOLDEN") == "write":
        file.write_text(told, encoding="utf-8", newline="\n")
    return file.read_text(encoding="utf-8")
