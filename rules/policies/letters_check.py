"""A school's own letters join ours: what is wrong with their records, and what they may not take from the adult."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ...ground.errors import Problem
from ...ground.values import replace
from ..words import FieldType, Stage
from .letters import Field, Letter, Letters
from .plain_names import PLAIN_NAMES

ID = re.compile(r"[A-Z][A-Za-z0-9]{0,5}")
FIELD_NAME = re.compile(r"[a-z][a-z0-9_]{0,39}")
FILE = re.compile(r"[A-Za-z0-9][A-Za-z0-9 ._-]*\.docx")

ADDED = frozenset({"name", "must_print", "needs", "why", "adverse", "told", "we_did", "we_may"})
"""Keys that a school may write for one of our letters: another name, other sentences, and what it asks for besides."""

OF_LETTERS = (
    "stage",
    "adverse",
    "ends",
    "meanwhile",
    "names_reviewer",
    "names_decider",
    "decided_by",
    "offers",
    "told",
    "asks_removal",
    "gives_more_time",
    "signpost",
    "dated_at_approval",
)
"""Keys that make no sense for a sheet, which goes to no adult."""

HEARD_FIRST = "a person must be heard before a step is taken against them"

OF_STAGE: Mapping[Stage, frozenset[str]] = {
    Stage.NOTICE: frozenset({"answer_by", "comments_to"}),
    Stage.DECISION: frozenset({"considered_points", "decision_reason"}),
    Stage.REVIEW: frozenset({"considered_points", "decision_reason", "reviewer"}),
}
"""What a letter of this stage must print, so that the adult is heard and sees that they were."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A record as the school's file has it, and the keys that the file writes; the rest are what nothing said means."""

    record: Letter
    said: frozenset[str]


def joined(
    ours: Letters, claims: Mapping[str, Claim], fields: Mapping[str, Field], *, where: str
) -> tuple[Letters, list[Problem]]:
    """Our letters and fields with the school's own, and every fault of these.

    Args:
        ours: what ships with the program.
        claims: the records of the school's file by id; one of one of our letters may only add to it.
        fields: the fields that the school's file declares.
        where: the name of that file.
    """
    every = {**ours.fields, **{name: one for name, one in fields.items() if name not in ours.fields}}
    records = dict(ours.records)
    for name, claim in claims.items():
        shipped = ours.get(name)
        records[name] = _added(shipped, claim.record) if shipped else claim.record
    letters = replace(ours, records=records, fields=every)
    faults = [fault for one in fields.values() for fault in _field_faults(ours, one)]
    for name, claim in claims.items():
        shipped = ours.get(name)
        found = _fixed_faults(shipped, claim) if shipped else _own_faults(letters, ours, claim)
        faults += [*found, *_name_faults(letters, claim.record)]
    return letters, [replace(fault, where=f"{where}, {fault.where}") for fault in faults]


def _added(shipped: Letter, own: Letter) -> Letter:
    """Our record with what the school adds to it; nothing of ours is taken away."""
    return replace(
        shipped,
        name=own.name or shipped.name,
        told=own.told or shipped.told,
        must_print=shipped.must_print | own.must_print,
        needs=tuple(dict.fromkeys((*shipped.needs, *own.needs))),
        why=". ".join(part for part in (shipped.why, own.why) if part),
        adverse=shipped.adverse or own.adverse,
        we_did=own.we_did or shipped.we_did,
        we_may=own.we_may or shipped.we_may,
    )


def _fixed_faults(shipped: Letter, claim: Claim) -> Iterator[Problem]:
    """What a school's record would change of one of our letters."""
    own = claim.record
    if "adverse" in claim.said and shipped.adverse and not own.adverse:
        what = f"{own.id} leaves the adult worse off, and no record can say otherwise: {HEARD_FIRST}."
        yield _fault(own, "adverse", what, "Remove the key.")
    elif "adverse" in claim.said and shipped.stage and own.adverse != shipped.adverse:
        what = f"What {own.id} means for the adult is fixed: it is a step in settling a measure."
        yield _fault(own, "adverse", what, "Remove the key.")
    for key in sorted(claim.said - ADDED):
        if getattr(own, key) != getattr(shipped, key):
            what = (
                f"What {own.id} does is fixed; a school may word it again, name it and ask for more fields."
            )
            do = "Remove the key. A letter that does something else gets an id of its own."
            yield _fault(own, key, what, do)


def _own_faults(letters: Letters, ours: Letters, claim: Claim) -> Iterator[Problem]:
    """What is wrong with a letter of the school's own."""
    own = claim.record
    yield from _id_faults(letters, own)
    yield from _file_faults(own)
    if not own.name:
        yield _fault(own, "name", "This key is missing.", "Say in plain words what the letter is.")
    if own.sheet:
        for key in OF_LETTERS:
            if key in claim.said:
                yield _fault(own, key, "A sheet goes to no adult, so it has no such key.", "Remove it.")
        return
    if "adverse" not in claim.said:
        what = "It is not said whether the letter leaves the adult worse off."
        yield _fault(own, "adverse", what, "Write adverse = true or adverse = false; if in doubt, true.")
    if own.recipient_lines:
        what = "A letter goes to the adult's confirmed address alone."
        yield _fault(own, "recipient_lines", what, "Remove it; it is for sheets.")
    yield from _stage_faults(letters, ours, own)
    yield from _promise_faults(ours, own)
    if own.dated_at_approval and (own.stage or own.switch or own.ends):
        what = "Whoever approves a letter about a measure sees the very dates of it."
        yield _fault(
            own, "dated_at_approval", what, "Remove it; it is for letters without stage, switch and ends."
        )


def _id_faults(letters: Letters, own: Letter) -> Iterator[Problem]:
    """An id begins the name of the Word file, so two may not differ by capitals alone."""
    if not ID.fullmatch(own.id):
        what = f"'{own.id}' cannot be the id of a letter."
        yield _fault(own, "", what, "Use a capital and up to five letters or digits, such as S1.")
    like = [one.id for one in letters if one.id != own.id and one.id.casefold() == own.id.casefold()]
    if like:
        yield _fault(own, "", f"'{own.id}' looks like the letter {like[0]}.", "Give it another id.")


def _file_faults(own: Letter) -> Iterator[Problem]:
    if not FILE.fullmatch(own.file) or not own.file.startswith(f"{own.id}-"):
        what = f"'{own.file}' cannot be the name of its Word file." if own.file else "This key is missing."
        yield _fault(own, "file", what, f'Name the Word file, such as "{own.id}-what-it-is.docx".')


def _stage_faults(letters: Letters, ours: Letters, own: Letter) -> Iterator[Problem]:
    """A letter that announces, decides or reviews: what it ends, and what it must print."""
    fixed = [name for name in own.ends if (known := ours.get(name)) and known.stage]
    if fixed:
        settled = " or ".join(sorted(set().union(*(ours.ending(name) for name in fixed))))
        what = f"{', '.join(fixed)} can only be ended by {settled}: what makes that fair is fixed."
        yield _fault(own, "ends", what, "Leave them out; to change the words, replace the Word file of ours.")
    staged = [name for name in own.ends if (known := letters.get(name)) and known.stage]
    if staged and own.stage is None:
        what = f"{', '.join(staged)} is ended by a decision or a review."
        yield _fault(own, "stage", what, 'Write stage = "decision" or stage = "review".')
    if own.stage is None:
        return
    if own.switch and any(one.switch is own.switch and one.stage for one in ours):
        what = f"How a measure under {own.switch} is announced, decided on and reviewed is fixed."
        yield _fault(own, "stage", what, "Remove it, or replace the Word files of our letters about it.")
    if own.stage is Stage.DECISION and not any(letters.is_notice(name) for name in own.ends):
        what = "A decision settles what a notice announced, and it names no notice."
        yield _fault(own, "ends", what, "Name the notice before it, whose comments it deals with.")
    if own.stage is Stage.REVIEW and not own.ends:
        yield _fault(own, "ends", "A review ends what it reviews, and names nothing.", "Name the letters.")
    for name in sorted(OF_STAGE[own.stage] - own.must_print):
        what = f'A {own.stage} must print "{name}", so that the adult is heard.'
        yield _fault(own, "must_print", what, "Add it here and to the Word file.")


def _promise_faults(ours: Letters, own: Letter) -> Iterator[Problem]:
    if own.signpost:
        wanted = frozenset[str]().union(*(one.must_print for one in ours if one.signpost))
        for name in sorted(wanted - own.must_print):
            what = f'A letter that points to the complaints procedure must print "{name}".'
            yield _fault(own, "must_print", what, "Add it here and to the Word file.")
    if own.adverse and (own.signpost or own.gives_more_time):
        key = "signpost" if own.signpost else "gives_more_time"
        what = "It cannot leave the adult worse off and help them at once."
        yield _fault(own, key, what, "Make two letters of it.")
    if own.meanwhile and own.stage is not Stage.NOTICE:
        yield _fault(own, "meanwhile", "Only a notice says what applies until the decision.", "Remove it.")


def _name_faults(letters: Letters, own: Letter) -> Iterator[Problem]:
    """Letters and fields that are nowhere."""
    for key in ("ends", "follows", "repeats"):
        for name in getattr(own, key):
            if name not in letters:
                known = ", ".join(one.id for one in letters)
                yield _fault(own, key, f"There is no letter '{name}'.", f"Known: {known}.")
    asked = {"must_print": own.must_print, "needs": own.needs, "names_reviewer": (own.names_reviewer,)}
    asked |= {"names_decider": (own.names_decider,), "decided_by": (own.decided_by,), "offers": own.offers}
    asked |= {"if_online": own.if_online, "if_on_site": own.if_on_site}
    for key, names in asked.items():
        for name in sorted(filter(None, names)):
            if name not in letters.fields:
                do = f"`templates` lists the fields; declare one of your own below [fields]: {name} = {{ ... }}."
                yield _fault(own, key, f"There is no field '{name}'.", do)
    for name in own.needs:
        if letters.field(name).comes_from:
            what = f"{name} cannot be typed in: it comes from {letters.field(name).comes_from}."
            yield _fault(own, "needs", what, "Remove it.")


def _field_faults(ours: Letters, field: Field) -> Iterator[Problem]:
    key = f"fields.{field.name}"
    if field.name in ours.fields or field.name in PLAIN_NAMES:
        yield Problem(
            where=key,
            what=f"'{field.name}' is a field of ours, and what it means is fixed.",
            what_to_do="Use it without declaring it, or give yours another name.",
        )
    elif not FIELD_NAME.fullmatch(field.name):
        what = f"'{field.name}' cannot be the name of a field."
        yield Problem(
            where=key, what=what, what_to_do="Use small letters, digits and _, such as fee_paid_by."
        )
    for told, source in (("from", field.comes_from), ("known_from", field.known_from)):
        if source:
            what = "A field of your own is supplied by a person, so it comes from nowhere else."
            yield Problem(where=f"{key}.{told}", what=what, what_to_do="Remove the key.")
    yield from _type_faults(field, key)


def _type_faults(field: Field, key: str) -> Iterator[Problem]:
    if field.type is FieldType.PICTURE:
        what = "Pictures in letters are the logo and the signature alone."
        yield Problem(
            where=f"{key}.type", what=what, what_to_do="Put another picture into the Word file itself."
        )
    if (field.type is FieldType.CHOICE) != bool(field.choices):
        what = "A choice needs `choices`, and no other type has them."
        yield Problem(where=f"{key}.choices", what=what, what_to_do='Write choices = ["one", "other"].')
    if len(field.parts) != (2 if field.type is FieldType.PAIRS else 0):
        what = "Pairs need two `parts`, and no other type has them."
        yield Problem(where=f"{key}.parts", what=what, what_to_do='Write parts = ["who", "what"].')


def _fault(own: Letter, key: str, what: str, what_to_do: str) -> Problem:
    where = f"letters.{own.id}.{key}" if key else f"letters.{own.id}"
    return Problem(where=where, what=what, what_to_do=what_to_do)
