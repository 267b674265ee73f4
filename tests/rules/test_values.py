"""What the rules hand round are values: nobody changes one, and whoever makes one names its parts."""

import inspect
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, fields, is_dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from msgspec import NODEFAULT, Struct, structs

from letterladder.rules.days.counting import ReceiptRule
from letterladder.rules.office.orders import Order
from letterladder.rules.policies.conduct import Police
from letterladder.rules.policies.legal_facts import Holds
from letterladder.rules.policies.policy import StepKind
from letterladder.rules.policies.telling import Seriousness, Telling
from letterladder.rules.privacy.reporter_marks import Need
from letterladder.rules.register.summary_report import Fill
from letterladder.rules.texts.forms import FormKind, FormTrust
from letterladder.rules.texts.languages import Joining
from letterladder.rules.words import FieldType, Level, Method

ROOT = Path(__file__).resolve().parents[2]
FILES = [file.relative_to(ROOT).as_posix() for file in sorted((ROOT / "rules").rglob("*.py"))]
GROWING = {"_Read", "_Walked", "Seen", "_Reading", "_Sentence", "Moment", "Walk", "Looking"}
"""These note what was read or played so far: nobody is handed one before it is whole."""
REMEMBERING = {"Form"}
"""These remember what was worked out of them once."""
BY_PLACE = {"_Place", "Game"}
"""Two numbers with one order; and one school, beside what is remembered of it: nothing to mistake for it."""
SAID: Mapping[str, object] = {
    "_Walked.whole": True,
    "Term.is_name": True,
    "Alarm.stage": 1,
    "Approving.alternate_after_days": 5,
    "Approving.by": ("desk", "mail"),
    "Approving.code_days": 10,
    "Approving.when_away": "wait",
    "Assisting.most_characters": 8_000,
    "Assisting.most_characters_per_day": 400_000,
    "Assisting.most_emails_per_day": 40,
    "Assisting.timeout_seconds": 60,
    "Desking.idle_minutes": 30,
    "Joining.between": ", ",
    "Joining.between_kinds": "; ",
    "Joining.contact_by_both": "{name} on {phone} or at {email}",
    "Joining.contact_by_email": "{name} at {email}",
    "Joining.contact_by_phone": "{name} on {phone}",
    "Joining.follows": "This letter follows ours of {day}, {what}.",
    "Joining.last": "and",
    "Joining.policy": "our {title}",
    "LettersEmailed.part": 1,
    "LettersEmailed.parts": 1,
    "NotifyAccount.address": "https://api.notifications.service.gov.uk",
    "NotifyAccount.timeout_seconds": 20,
    "Posting.email": True,
    "Posting.email_megabytes": 7,
    "Posting.notify_address": "https://api.notifications.service.gov.uk",
    "Posting.provider": "office",
    "Ringing.notify_address": "https://api.notifications.service.gov.uk",
    "Desking.listen": "127.0.0.1:8400",
    "Desking.longest_hours": 12,
    "Bar.fill": Fill.SOLID,
    "CardTold.stage": 1,
    "ClockRule.from_receipt": True,
    "ClockRule.roll_forward": True,
    "Complaints.days": 10,
    "Conduct.occasions": 1,
    "Conduct.ordinary": True,
    "Conduct.police": Police.NO,
    "Contact.needs": 1,
    "DateSeen.fits": True,
    "DecisionMade.how": "command",
    "Entry.v": 1,
    "FactKind.holds": Holds.WORDS,
    "Field.type": FieldType.WORDS,
    "Form.kind": FormKind.REPORT,
    "Form.trust": FormTrust.PUBLIC,
    "FormFields.kind": FormKind.REPORT,
    "FormFields.trust": FormTrust.PUBLIC,
    "Begun.v": 1,
    "KeptOrder.v": 1,
    "Known.highest": Level.AMBER,
    "Known.level": Level.PLAIN,
    "Language.date_form": "full",
    "Language.joining": Joining(
        policy="{title}",
        contact_by_phone="{name}, {phone}",
        contact_by_email="{name}, {email}",
        contact_by_both="{name}, {phone}, {email}",
        follows="({day}, {what})",
        last="",
    ),
    "LetterDrafted.planned_method": Method.FIRST_CLASS,
    "LetterReturned.how": "command",
    "MemberAgreed.how": "command",
    "Person.needs": 1,
    "LetterState.planned_method": Method.FIRST_CLASS,
    "MailEntry.v": 1,
    "Mailing.most_per_day": 50,
    "Mark.need": Need.NONE,
    "Named.sure": True,
    "OfficeEntry.v": 1,
    "Order.pdf": True,
    "Policy.look_back_months": 24,
    "Posting.method": Method.FIRST_CLASS,
    "Posting.receipt": ReceiptRule.PD_1985,
    "Reminding.after_days": (1, 3, 5),
    "Reminding.before_days": (2,),
    "Reminding.digest_at": "08:00",
    "Reminding.from_hour": 7,
    "Reminding.quiet": True,
    "Reminding.to_hour": 18,
    "RetentionRules.complaint_years": 6,
    "RetentionRules.correspondence_years": 3,
    "Letter.tell_adult": Telling.YES,
    "Letter.only_for": Seriousness.MINOR,
    "Step.approver": "head",
    "Step.kind": StepKind.LETTER,
    "Step.lead_days": 1,
    "Step.may_end": True,
    "Step.signer": "",
    "Telling.stage": 1,
    "Title.scope": "the whole register",
    "Triaging.amber_minutes": 120,
    "Triaging.chain": ("dsl", "deputy", "head", "alternate"),
    "Triaging.digest_hours": ("08:00", "13:00", "15:30"),
    "Triaging.on": True,
    "Triaging.plain": ("office", "dsl"),
    "Triaging.plain_when": "digest",
    "Triaging.red_minutes": 15,
    "Triaging.tell": ("dsl", "deputy"),
    "Walk.whole": True,
    "Watching.heartbeat": True,
    "Anchoring.on": True,
    "Watching.silent_minutes": 30,
}
"""What a part is where nobody says it, if not nothing. An order is `named` unless it says otherwise."""


def classes_of(file: str) -> list[type[Any]]:
    """The dataclasses and Structs that a file makes."""
    module = import_module(f"letterladder.{file.removesuffix('.py').replace('/', '.')}")
    return [
        one
        for one in vars(module).values()
        if isinstance(one, type)
        and one.__module__ == module.__name__
        and (is_dataclass(one) or issubclass(one, Struct))
    ]


def is_frozen(one: type) -> bool:
    """Whether a part of it can never be given another value."""
    if issubclass(one, Struct):
        return one.__struct_config__.frozen
    return bool(vars(one)["__dataclass_params__"].frozen)


@pytest.mark.parametrize("file", FILES)
def test_values_cannot_be_changed(file: str) -> None:
    """One that is handed to two readers says the same to both."""
    assert {one.__name__ for one in classes_of(file) if not is_frozen(one)} <= GROWING


@pytest.mark.parametrize("file", FILES)
def test_values_take_no_part_that_they_do_not_have(file: str) -> None:
    """A part that is spelled wrong is an error, not a new part."""
    assert {one.__name__ for one in classes_of(file) if one.__dictoffset__} <= REMEMBERING


@pytest.mark.parametrize("file", FILES)
def test_the_parts_of_a_value_are_named(file: str) -> None:
    """Two days in the wrong order would be another deadline."""
    found = {
        one.__name__
        for one in classes_of(file)
        for part in inspect.signature(one).parameters.values()
        if part.kind is not inspect.Parameter.KEYWORD_ONLY
    }
    assert found <= BY_PLACE


def defaults_of(one: type[Any]) -> Iterator[tuple[str, object]]:
    """What each part is where nobody says it."""
    if issubclass(one, Struct):
        for part in structs.fields(one):
            if not part.required:
                made = part.default if part.default is not NODEFAULT else part.default_factory()
                yield part.name, made
        return
    for said in fields(one):
        if said.default is not MISSING:
            yield said.name, said.default
        elif said.default_factory is not MISSING:
            yield said.name, said.default_factory()


def is_nothing(value: object) -> bool:
    """Empty, or a value made of nothing but its own defaults, or a question that nobody answers."""
    made = is_dataclass(value) or isinstance(value, Struct)
    return not value or callable(value) or (made and value == type(value)())


@pytest.mark.parametrize("file", [file for file in FILES if not file.startswith("rules/reports/")])
def test_what_nobody_says_is_nothing_or_as_it_is_written_down(file: str) -> None:
    """An entry of an older log lacks the newer parts, and a school's file what it does not care about."""
    for one in classes_of(file):
        for part, value in defaults_of(one):
            name = f"{one.__name__}.{part}"
            of_order = {"named": True, "way": "command"}.get(part) if issubclass(one, Order) else None
            expected = SAID.get(name, of_order)
            assert value == expected if expected else is_nothing(value), name
