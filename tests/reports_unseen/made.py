"""Emails made of parts by a grammar, with what is true of each known by construction; the same for the same number.

The parts are in `parts/*.toml`. Of every list the even parts are side 0, which may be looked into, and the odd ones
side 1, which is kept apart to measure. To look at some: `PYTHONPATH=tests python tests/reports_unseen/made.py FOLDER`.
"""

import re
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import msgspec
from reports_unseen.email_bytes import raw
from reports_unseen.made_cast import Person, cast
from reports_unseen.made_frames import framed, signed, slipped
from reports_unseen.truth import Truth, whole
from reports_unseen.written import Written

PARTS = Path(__file__).resolve().parent / "parts"
SEEN, APART = 0, 1
_SLOT = re.compile(r"\{(\w+)\}")
_LAYOUTS = ("plain", "8bit", "base64", "multipart", "html-only", "format-flowed", "wrapped")
_CLIENTS = ("outlook", "gmail", "iphone", "samsung", "thunderbird")
_FIRST_PERSON = frozenset({"own threat", "wish to die"})
_MOODS = frozenset({"complaint", "praise", "phishing", "circular", "robot", "request", "report"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """One made email: the kind it is of, its bytes, and what is true of it."""

    kind: str
    raw: bytes
    truth: Truth


@cache
def _file(name: str) -> dict[str, Any]:
    return tomllib.loads((PARTS / f"{name}.toml").read_text(encoding="utf-8"))


def kinds() -> list[dict[str, Any]]:
    """The kinds of emails, grave ones first, forms last."""
    forms = [{"name": name, "forms": True} for name in ("clear form", "form with a rest")]
    return [*_file("dangers")["kind"], *_file("harmless")["kind"], *forms]


@cache
def _lists() -> dict[str, list[str]]:
    files = ("dangers", "harmless", "around", "forms")
    return {name: parts for file in files for name, parts in _file(file)["lists"].items()}


@dataclass(slots=True, kw_only=True)
class Draw:
    """What is drawn for one email: names stay who they are throughout it.

    Args:
        lot: decides everything
        side: which half of the parts
        name: of the email
        school: whose people are meant
        names: what stands for a slot already
        meant: the registered adults who were named as having done it
        taken: the parts that were drawn before
    """

    lot: Random
    side: int
    name: str
    school: str
    names: dict[str, str] = field(default_factory=dict)
    meant: list[str] = field(default_factory=list)
    taken: set[str] = field(default_factory=set)

    def part(self, parts: list[str]) -> str:
        """One of this side's parts, and none twice while there are others."""
        of_side = parts[self.side :: 2] or parts
        drawn = self.lot.choice([one for one in of_side if one not in self.taken] or of_side)
        self.taken.add(drawn)
        return drawn

    def filled(self, text: str) -> str:
        """The text with all its slots filled, and theirs."""
        while _SLOT.search(text):
            text = _SLOT.sub(lambda slot: self._filling(slot[1]), text, count=1)
        return text

    def _filling(self, slot: str) -> str:
        if slot[0].isupper():
            told = self.filled(self._filling(slot.lower()))
            return told[:1].upper() + told[1:]
        if slot in self.names:
            return self.names[slot]
        if slot in {"actor", "he", "his", "him", "himself"}:
            self._draw_actor()
            return self.names[slot]
        if slot in _lists():
            return self.part(_lists()[slot])
        self.names[slot] = self._name(slot)
        return self.names[slot]

    def _name(self, slot: str) -> str:
        people = cast(self.school)
        match slot:
            case "staff" | "staff2":
                others = [one for one in people.staff if one.formal not in self.names.values()]
                return self.lot.choice(others).formal
            case "pupil":
                return self.lot.choice(people.pupils)
            case "parent" | "parent2":
                return self._parent(people.parents, done=slot == "parent").name
        raise KeyError(slot)

    def _parent(self, parents: tuple[Person, ...], *, done: bool) -> Person:
        drawn = self.lot.choice([one for one in parents if one.name not in self.names.values()])
        if done:
            self.meant.append(drawn.id)
        return drawn

    def _draw_actor(self) -> None:
        male = self.lot.random() < 0.7
        words = self.part(_lists()["man" if male else "woman"])
        if words == "{parent}":
            drawn = self._parent(cast(self.school).parents, done=True)
            words, male = drawn.name, drawn.title == "Mr"
        pronouns = ("he", "his", "him", "himself") if male else ("she", "her", "her", "herself")
        self.names.update(
            {"actor": words, **dict(zip(("he", "his", "him", "himself"), pronouns, strict=True))}
        )


def _truth(kind: dict[str, Any], draw: Draw, voice: str, told: str) -> dict[str, object]:
    danger, plain = kind.get("danger", ""), kind.get("plain", False)
    tells = told.split() if told else []
    requests = [one for one in tells if one in {"sar", "foi", "solicitor"}]
    mood = kind.get("mood", "report" if danger else "other")
    return {
        "school": draw.school,
        "voice": voice if voice != "stranger" else "public",
        "kind": mood if mood in _MOODS else "other",
        "adult": draw.meant if danger or mood == "report" else [],
        "conduct": [one for one in tells if one not in requests],
        "requests": requests,
        "danger": bool(danger),
        "danger_plain": plain,
        "danger_kind": danger,
        "obliquely": bool(danger) and not plain,
        "harmless": not danger,
        "level": "red" if plain else "amber" if danger else "plain",
        "level_ok": ["amber"] if plain or not danger else ["red"],
        "about": ["nobody"],
        "why": f"Made: {kind['name']}.",
    }


def made(number: int, kind: dict[str, Any], side: int) -> Made:
    """The email of this number, of a kind, from one side's parts."""
    lot = Random(f"{number} {kind['name']} {side}")  # noqa: S311 - invented emails, no secret
    name = f"made-{side}-{kind['name'].replace(' ', '-')}-{number}"
    draw = Draw(lot=lot, side=side, name=name, school=lot.choice(("harebell-lane", "northgate-bridge")))
    if "forms" in kind:
        return _form(kind["name"], draw)
    voice = lot.choice(kind["voices"])
    sender = cast(draw.school).sender(voice, lot)
    if voice == "accused":
        draw.meant.append(sender.id)
    core, _, told = draw.part(kind["core"]).partition("|")
    subject = draw.filled(draw.part(kind["subjects"]))
    body = framed(draw, draw.filled(core), sender, own=kind["name"] in _FIRST_PERSON)
    told_truth = _truth(kind, draw, voice, told)
    return _email(kind["name"], draw, (sender, subject, slipped(lot, body)), told_truth)


def _form(kind: str, draw: Draw) -> Made:
    """A form of a member of staff: clear with a courtesy or two, or with a rest that a person must read."""
    people = cast(draw.school)
    sender = draw.lot.choice(people.staff)
    adult = draw.lot.choice([one for one in people.parents if one.only_child])
    draw.names["staff"] = sender.formal
    clear = kind == "clear form"
    lines = [
        draw.filled("{courtesy}"),
        "",
        f"Parent or carer: {adult.title} {adult.name}",
        f"Child and class: {adult.child}",
        draw.filled("Where it was posted: {where}"),
        f"Link: https://www.facebook.example/posts/{draw.lot.randrange(10**6)}",
        f"When: {draw.lot.randrange(9, 16)} November 2026, {draw.lot.randrange(5, 10)}.{draw.lot.randrange(10, 60)}pm",
        draw.filled('What was posted: "{quote}"'),
        draw.filled("Who saw it: {seen}"),
        f"Reported by: {sender.name}",
        "",
        draw.filled("{courtesy}" if clear else "{rest}"),
        *signed(draw, sender),
    ]
    truth = {
        **_truth({"name": kind, "mood": "report"}, draw, "staff", "derogatory-staff complaint-online"),
        "adult": [adult.id],
        "draft_ok": clear,
        "harmless": clear,
    }
    return _email(kind, draw, (sender, "Report form", "\n".join(lines)), truth)


def _email(kind: str, draw: Draw, said: tuple[Person, str, str], truth: dict[str, object]) -> Made:
    sender, subject, body = said
    written = msgspec.convert(
        {
            "id": draw.name,
            "school": draw.school,
            "from": f"{sender.name} <{sender.email}>",
            "subject": subject,
            "date": datetime(2026, 11, 16, 8, tzinfo=UTC) + timedelta(minutes=draw.lot.randrange(9000)),
            "client": draw.lot.choice(_CLIENTS),
            "layout": draw.lot.choice(_LAYOUTS),
            "body": body.strip() + "\n",
        },
        Written,
    )
    return Made(kind=kind, raw=raw(written), truth=whole({"file": f"{draw.name}.eml", **truth}))


def sweep(of_each: int, side: int) -> Iterator[Made]:
    """So many emails of each kind, from one side's parts."""
    for kind in kinds():
        for number in range(of_each):
            yield made(number, kind, side)


if __name__ == "__main__":
    into = Path(sys.argv[1])
    into.mkdir(parents=True, exist_ok=True)
    looked_into = list(sweep(15, SEEN))
    for one in looked_into:
        (into / one.truth.file).write_bytes(one.raw)
    truths = msgspec.json.encode([one.truth for one in looked_into])
    (into / "truth.json").write_bytes(msgspec.json.format(truths, indent=1))
