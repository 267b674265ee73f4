"""Reports and a small people register for tests: everybody is invented, everything has a default."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from shipped import LETTERS

from letterladder.config.legal_file import shipped_legal
from letterladder.config.policy_file import read_policy
from letterladder.rules.people.people import Adult, PeopleRegister, Pupil
from letterladder.rules.policies.conduct import Conduct
from letterladder.rules.policies.gate_law import gate_law
from letterladder.rules.policies.policy import Policy
from letterladder.rules.texts.report import Attachment, FormFields, Report

POLICIES = Path(__file__).resolve().parent.parent / "config" / "policies"
TUESDAY = datetime(2026, 11, 10, 9, 30, tzinfo=UTC)
SCREENSHOT = Attachment(
    name="shot.png", original_name="shot.png", media_type="image/png", content=b"\x89PNG", inline=False
)


def report(text: str = "", **fields: object) -> Report:
    """An email of one text, received on Tuesday 10 November 2026, from somebody the register does not know."""
    given: dict[str, object] = {
        "sha256": "0" * 64,
        "message_id": "<1@mail.example>",
        "subject": "",
        "from_name": "",
        "from_address": "somebody@mail.example",
        "reply_to": "",
        "to": (),
        "received": TUESDAY,
        "text": text,
        "own_words": text,
        "size": len(text),
        **fields,
    }
    return Report(**given)  # type: ignore[arg-type]


def form_report(
    what: str, parent: str = "Mr Ned Farrow", pupil: str = "Tess Farrow 4K", **fields: Any
) -> Report:
    """A filled report form from somebody at the school; `fields` are further lines of it, or `sender` an address."""
    sender = fields.pop("sender", "t.reed@school.example")
    form = FormFields(parent=parent, pupil=pupil, what=what, where=fields.pop("where", "Facebook"), **fields)
    return report(
        f"Parent: {parent}\nPupil: {pupil}\nWhat was posted: {what}", form=form, from_address=sender
    )


def adult(person_id: str, name: str, children: dict[str, str], *flags: str, email: str = "") -> Adult:
    """An adult; `name` is "Mr Ned Farrow", `children` maps pupil ids to relationships."""
    title, given, family = name.split(" ", 2)
    return Adult(
        person_id=person_id,
        title=title,
        given_name=given,
        family_name=family,
        relationships=children,
        address=("1 Hill Road", "Wexmoor", "ZZ99 4AA"),
        email=email,
        flags=frozenset(flags),
    )


def pupil(pupil_id: str, given: str, family: str, school_class: str) -> Pupil:
    """A pupil."""
    return Pupil(pupil_id=pupil_id, given_name=given, family_name=family, school_class=school_class)


PUPILS = (
    pupil("P1", "Tess", "Farrow", "4K"),
    pupil("P2", "Lina", "Haddad", "3K"),
    pupil("P3", "Lina", "Osei", "3P"),
    pupil("P4", "Jonah", "Weiß-Bright", "6H"),
    pupil("P5", "Kacper", "Zawadzki", "1P"),
    pupil("P6", "Robin", "Beck", "RP"),
    pupil("P7", "Orla", "Quill", "2P"),
    pupil("P8", "Dot", "Quill", "2P"),
)
ADULTS = (
    adult("A1", "Mr Ned Farrow", {"P1": "Father"}, email="ned.farrow@mail.example"),
    adult("A2", "Mrs Ida Farrow", {"P1": "Mother"}),
    adult("A3", "Mr Sami Haddad", {"P2": "Father"}),
    adult("A4", "Mr Kofi Osei", {"P3": "Father"}),
    adult("A5", "Mrs Änne Weiß-Bright", {"P4": "Mother"}),
    adult("A6", "Mrs Beata Zawadzka", {"P5": "Mother"}, "staff"),
    adult("A7", "Ms Jo Beck", {"P6": "Mother"}),
    adult("A8", "Ms Flo Beck", {"P6": "Mother"}),
    adult("A9", "Mrs Mary Quill", {"P7": "Mother"}),
    adult("A10", "Ms Mary Quill", {"P8": "Mother"}),
    adult("A11", "Dr Uma O'Dell", {"P7": "Carer"}, "governor"),
    adult("A12", "Mr Abe Quill", {"P7": "Grandfather (carer)"}),
)
REGISTER = PeopleRegister(
    adults={one.person_id: one for one in ADULTS}, pupils={one.pupil_id: one for one in PUPILS}
)


def shipped_policy() -> Policy:
    """The kinds of conduct that the program ships, with their deeds and cues; no steps."""
    model, faults = read_policy(POLICIES / "model.toml", LETTERS)
    assert model is not None, faults
    return policy(**model.conduct)


def policy(**conduct: Conduct) -> Policy:
    """A policy that names these kinds of conduct and nothing else."""
    return Policy(
        letters=LETTERS,
        law=gate_law(shipped_legal()),
        id="test",
        title="Parents online",
        version="1",
        dated=None,
        review=None,
        parent_includes=(),
        conduct=conduct,
        steps={},
    )
