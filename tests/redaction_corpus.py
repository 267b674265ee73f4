"""Texts with planted mentions of protected people, truth fixed before a copy is made, and how a redaction fares."""

import random
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from cast import a_school
from redaction_forms import FORMS, Somebody, Write
from redaction_names import WORDS, Half

from letterladder.rules.people.people import Adult, PeopleRegister, Pupil
from letterladder.rules.privacy.redaction import Redaction
from letterladder.rules.privacy.redaction_terms import Reporter, redaction_for

FAMILIES = 12
OF_EACH = 30
"""Mentions of each form, in each half of the names."""

OWN = Adult(
    person_id="own",
    title="Mr",
    given_name="Gavin",
    family_name="Stott",
    relationships={"own-child": "Father"},
    address=("17 Tanner's Row", "Wexmoor", "WX3 2XB"),
    email="gavin.stott@mail.example",
    phone="01632 960999",
)
OWN_CHILD = Pupil(pupil_id="own-child", given_name="Ruby", family_name="Stott", school_class="2A")
OWN_PROSE = (
    "My daughter Ruby is in 2A and likes it there.",
    "R.S. in 2A is my child, and nobody else's business.",
    "I am Gavin Stott, of 17 Tanner's Row, and Tanner's Row is quiet.",
    "Ring me on 01632 960999 or write to gavin.stott@mail.example.",
    "Mrs Hollis said that she would look into it.",
    "Mr Stott is what you may call me; the Stotts are not hard to find.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Planted:
    """One text and what in it gives somebody away: places in the text, and the form it was written in."""

    form: str
    half: Half
    names: Half
    text: str
    spans: tuple[tuple[int, int], ...]
    redaction: Redaction


@dataclass(slots=True, kw_only=True)
class Score:
    """How often each form was taken out whole, and which other words were taken with it."""

    found: Counter[tuple[Half, Half, str]] = field(default_factory=Counter)
    asked: Counter[tuple[Half, Half, str]] = field(default_factory=Counter)
    missed: list[Planted] = field(default_factory=list)
    plain: int = 0
    needless: list[str] = field(default_factory=list)

    def recall(self, half: Half, names: Half) -> float:
        """Of the mentions in these forms, by these names: which share was taken out whole."""
        keys = [key for key in self.asked if key[:2] == (half, names)]
        return sum(self.found[key] for key in keys) / sum(self.asked[key] for key in keys)


def corpus(of_each: int = OF_EACH, seed: int = 16) -> Iterator[Planted]:
    """Every form of both halves, written with the names of both halves."""
    for names in Half:
        for half in Half:
            for form, write in FORMS[half].items():
                for number in range(of_each):
                    chance = random.Random(f"{seed} {names} {form} {number}")  # noqa: S311 - a corpus
                    yield _planted((half, names, form), write, chance)


def _planted(key: tuple[Half, Half, str], write: Write, chance: random.Random) -> Planted:
    half, names, form = key
    people = [
        _somebody(form, names, chance) for _ in range(FAMILIES if form != "sender in the in-tray" else 1)
    ]
    one = people[0]
    prose = [*WORDS[names].prose, *OWN_PROSE]
    pieces = [*chance.sample(prose, 2), write(one, chance), *chance.sample(prose, 2)]
    text, spans = _laid_out(" ".join(pieces))
    return Planted(
        form=form, half=half, names=names, text=text, spans=spans, redaction=_redaction(form, people)
    )


def _laid_out(marked: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    text, spans, start = "", [], 0
    for part in re.split("([⟦⟧])", marked):
        if part == "⟦":
            start = len(text)
        elif part == "⟧":
            spans.append((start, len(text)))
        else:
            text += part
    return text, tuple(spans)


def _somebody(form: str, names: Half, chance: random.Random) -> Somebody:
    words = WORDS[names]
    given = chance.choice(words.short if form == "name up to four letters" else words.given + words.short)
    family, other = chance.choice(words.family), ""
    if form == "Mc, Mac and O'":
        family = chance.choice(words.scots)
    if form == "half of a double name":
        family = chance.choice(words.double)
    if form in {"diminutive", "bent as in Polish"}:
        given, other = chance.choice(words.diminutives if form == "diminutive" else words.bending)
    number = chance.randrange(100, 900)
    return Somebody(
        title=chance.choice(["Mr", "Mrs", "Ms"]),
        given=given,
        family=family,
        school_class=f"{chance.randrange(3, 7)}{chance.choice('BHKP')}",
        street=chance.choice(words.streets),
        postcode=f"QZ{chance.randrange(10, 40)} {chance.randrange(1, 9)}{chance.choice('AB')}{chance.choice('DEF')}",
        phone=f"01632 960{number}",
        email=f"{given}.{family}{number}@homemail.example".lower().replace("'", ""),
        other=other,
    )


def _redaction(form: str, people: list[Somebody]) -> Redaction:
    adults, pupils, reporters = {OWN.person_id: OWN}, {OWN_CHILD.pupil_id: OWN_CHILD}, []
    if form == "sender in the in-tray":
        reporters = [Reporter(name=f"{one.given} {one.family}", address=one.email) for one in people]
        people = []
    for place, one in enumerate(people):
        # Where the mention is of an adult, the adult has the name; else the child has it.
        adults[f"A{place}"] = Adult(
            person_id=f"A{place}",
            title=one.title,
            given_name=one.given,
            family_name=one.family,
            relationships={f"P{place}": "Mother"},
            address=(*one.street.split(", "), "Wexmoor", one.postcode),
            email=one.email,
            phone=one.phone,
        )
        pupils[f"P{place}"] = Pupil(
            pupil_id=f"P{place}", given_name=one.given, family_name=one.family, school_class=one.school_class
        )
    register = PeopleRegister(adults=adults, pupils=pupils)
    return redaction_for(OWN, register, reporters, a_school())


def score(texts: Iterable[Planted]) -> Score:
    """Redact each text, and compare what was taken out with what was planted."""
    made = Score()
    for one in texts:
        key = (one.half, one.names, one.form)
        made.asked[key] += 1
        hidden = {
            place for start, end in one.redaction.withheld_places(one.text) for place in range(start, end)
        }
        wanted = {
            place for start, end in one.spans for place in range(start, end) if one.text[place].isalnum()
        }
        if wanted <= hidden:
            made.found[key] += 1
        else:
            made.missed.append(one)
        around = {place for start, end in one.spans for place in range(start - 12, end + 14)}
        for word in re.finditer(r"\w+(?:['’]\w+)?", one.text):
            if not around & set(range(*word.span())):
                made.plain += 1
                if hidden & set(range(*word.span())):
                    made.needless.append(one.text[max(0, word.start() - 15) : word.end() + 15])
    return made
