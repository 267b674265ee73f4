"""The letters of a round of agreements: one for each adult, from the template of the policy's agreement letter."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from ...ground.errors import Problem, Refused
from ...rules.cases.case import Case
from ...rules.letters.compose import Composed, Order, compose
from ...rules.office.agreement_events import ALL_LETTERS
from ...rules.office.agreement_rounds import chosen, fold_rounds, left_out, next_round
from ...rules.people.contact_role import with_contact_role
from ...rules.people.people import Adult
from ...rules.policies.policy import Step
from ...rules.words import Switch
from ..office import Office


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is to be agreed, and who is asked; everybody of the register where neither adults nor classes are named."""

    title: str
    version: str
    points: tuple[str, ...]
    reason: str
    adults: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnUp:
    """A round as it would be logged: each adult's Word file, all as one PDF (empty where none can be made).

    `left_out` are the names of those who get none, each with why.
    """

    round: str
    wanted: Wanted
    letters: tuple[tuple[Adult, bytes], ...]
    pdf: bytes
    return_by: date | None
    left_out: tuple[tuple[str, str], ...]

    @property
    def hashes(self) -> dict[str, str]:
        """The SHA-256 of each adult's Word file."""
        return {adult.person_id: hashlib.sha256(docx).hexdigest() for adult, docx in self.letters}


def draw_up(office: Office, wanted: Wanted) -> DrawnUp:
    """Write every letter of a new round; nothing is kept or logged, so that nobody waits for it.

    Raises:
        Refused: the policy has no agreement, nobody would get a letter, or a letter lacks something.
        WorldFailed: the PDF could not be made.
    """
    step = agreement_step(office)
    known = fold_rounds(office.agreements.entries())
    number = next_round(known, office.clock.today().year)
    without: list[tuple[str, str]] = []
    letters: list[tuple[Adult, bytes]] = []
    return_by: date | None = None
    for adult in chosen(office.people.read(), adults=wanted.adults, classes=wanted.classes):
        why = left_out(adult, known.values(), title=wanted.title, version=wanted.version)
        if why:
            without.append((adult.full_name, why))
            continue
        composed, docx = _letter(
            office, step, adult, _as_case(office, step, adult, wanted=wanted, number=number)
        )
        return_by = composed.answer_by.end if composed.answer_by else None
        letters.append((adult, docx))
    if not letters:
        raise _nobody(without)
    pdf = office.pdf.convert_all([docx for _, docx in letters]) if office.pdf.available() else b""
    return DrawnUp(
        round=number,
        wanted=wanted,
        letters=tuple(letters),
        pdf=pdf,
        return_by=return_by,
        left_out=tuple(without),
    )


def agreement_step(office: Office) -> Step:
    """The step of the policy that asks for a signature.

    Raises:
        Refused: the policy provides for none.
    """
    policy = office.school.policy
    steps = [
        policy.steps[one] for one in policy.letters.switched(Switch.SIGNED_AGREEMENT) if one in policy.steps
    ]
    if steps:
        return steps[0]
    what = f"The policy '{policy.title}' asks nobody to sign an agreement."
    do = "Families can be asked where the governors' policy says so: `signed_agreement = true` and the step G1."
    raise Refused(Problem(where="agreements", what=what, what_to_do=do))


def _letter(office: Office, step: Step, adult: Adult, case: Case) -> tuple[Composed, bytes]:
    template = office.template(step.id)
    people = office.people.read()
    order = Order(
        case=case,
        step=step,
        school=with_contact_role(office.school, people.staff),
        adult=adult,
        pupils=people.pupils_of(adult.person_id),
        used=office.word.fields_of(template),
        today=office.clock.today(),
        pdf=office.pdf.available(),
    )
    composed = compose(order)
    if not isinstance(composed, Composed):
        what = f"The letter to {adult.full_name} could not be written: {composed.what}"
        raise Refused(
            Problem(where="agreements", what=what, what_to_do="No letter was kept. Add what is missing.")
        )
    return composed, office.word.print_letter(template, composed.fields, large=composed.large)


def _as_case(office: Office, step: Step, adult: Adult, *, wanted: Wanted, number: str) -> Case:
    """What the letter is composed of: nobody is reported for anything, so it is about no conduct."""
    fields = {
        "agreement_title": wanted.title,
        "agreement_version": wanted.version,
        "agreement_points": "; ".join(wanted.points),
        "agreement_reason": wanted.reason,
    }
    return Case(
        ref=f"{number}/{adult.person_id}",
        adult=adult.person_id,
        adult_name=adult.full_name,
        school=office.school.slug,
        pupils=tuple(adult.relationships),
        waived={rule.id: "nobody is reported for anything" for rule in office.school.policy.mandatory},
        fields={step.id: fields},
    )


def _nobody(without: Sequence[tuple[str, str]]) -> Refused:
    shown = "; ".join(f"{name}: {why}" for name, why in without[:5])
    more = f"; and {len(without) - 5} more" if len(without) > 5 else ""
    what = f"Nobody would get a letter. {shown}{more}." if shown else "Nobody of the register is meant."
    do = "See `agreements`, and name a class or people by their number in people.csv."
    return Refused(Problem(where="agreements", what=what, what_to_do=do))


def file_names(drawn: DrawnUp) -> Iterator[tuple[str, bytes]]:
    """Each file of the round and its name."""
    for adult, docx in drawn.letters:
        yield f"{adult.person_id}.docx", docx
    if drawn.pdf:
        yield ALL_LETTERS, drawn.pdf
