"""What a school's folder still has of the invented example school: compared with the files that ship, not guessed."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from ..config.calendar_file import read_calendar
from ..config.example_values import OWN, leaves
from ..config.paths import EXAMPLE
from ..ground.errors import Problem
from ..ground.values import replace
from ..records.people.people_csv import PeopleFile
from ..records.people.staff_csv import FILE as STAFF
from ..records.people.staff_csv import read_staff
from ..rules.people.people import Adult
from .fresh_folder import MARK
from .rehearsal_folder import RESERVED

MAY_BE_CHANCE = re.compile(r"school\.(name|address\.\d+)")
"""A real school may have this name, or be in a road of that name; nobody real has the example's addresses."""
REACHES = re.compile(
    r"school\.(email|safeguarding_mailbox|letters_from)|.*\.email|mail\.(in|out)\.(host|user)"
)
"""The keys of school.toml to which, or by way of which, email is sent."""
HERE = frozenset({"localhost", "127.0.0.1", "::1"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Invented:
    """What is left of the example: problems to fix before the first real email, and notes that may be chance."""

    problems: tuple[Problem, ...] = ()
    notes: tuple[Problem, ...] = ()


def what_is_invented(folder: Path) -> Invented:
    """What this school's folder still has of the example; nothing but one note in a folder that `demo` made.

    A demo that is connected to somebody else's mail server is no longer a demo.
    """
    texts = _texts(folder)
    problems, notes = [*_unreachable(texts), *people_left(folder), *staff_left(folder)], []
    left = _left(texts)
    if all(MAY_BE_CHANCE.fullmatch(key) for key in left) and not problems:
        notes += [_by_chance(key, left[key]) for key in left]
    else:
        problems = [*(_still(key, text) for key, text in left.items()), *problems]
    same = calendar_left(folder)
    if same and (folder / "calendar.toml").read_bytes() == (EXAMPLE / "calendar.toml").read_bytes():
        problems.append(same)
    elif same:
        notes.append(replace(same, what_to_do="If they really are yours, there is nothing to do."))
    if problems and (folder / MARK).is_file() and not _elsewhere(texts):
        return Invented(notes=(_DEMO,))
    return Invented(
        problems=tuple(problems), notes=(*notes, *(_not_yet(texts) if problems and texts else ()))
    )


def loud(folder: Path) -> list[Problem]:
    """One problem for every round of a school that is connected to a mail server with invented values left."""
    texts = _texts(folder)
    if texts.get("mail.in.kind", "folder") == texts.get("mail.out.kind", "folder") == "folder":
        return []
    places = [one.where for one in what_is_invented(folder).problems]
    if not places:
        return []
    named = "; ".join(places[:5]) + (f" and {len(places) - 5} more" if len(places) > 5 else "")
    what = f"A mail server is connected, but the invented example is still in: {named}."
    do = "Enter your school's own now: emails and letters would go out wrong, or reach nobody. `check` lists each one."
    return [Problem(where="school.toml", what=what, what_to_do=do)]


def _texts(folder: Path) -> dict[str, str]:
    """Every text of school.toml by its key as a path; none where the file cannot be read, which `check` says."""
    try:
        content = tomllib.loads((folder / "school.toml").read_text(encoding="utf-8-sig"))
    except (OSError, ValueError):
        return {}
    return dict(leaves("", content))


def _left(texts: Mapping[str, str]) -> dict[str, str]:
    """The texts that are the example's, or that name its school, its people or its telephone."""
    example = {key: text for key, text in _texts(EXAMPLE).items() if OWN.fullmatch(key) and text}
    names = [text for key, text in example.items() if not re.match(r"school\.(address|authority)", key)]
    return {
        key: text
        for key, text in texts.items()
        if (example.get(key) == text if OWN.fullmatch(key) else any(name in text for name in names))
    }


def _still(key: str, text: str) -> Problem:
    what = f"This is still from the invented example: {text}"
    return Problem(where=f"school.toml, {key}", what=what, what_to_do="Enter your school's own.")


def _by_chance(key: str, text: str) -> Problem:
    what = f"This is the same as in the invented example: {text}"
    do = "If it really is yours, there is nothing to do."
    return Problem(where=f"school.toml, {key}", what=what, what_to_do=do)


def _unreachable(texts: Mapping[str, str]) -> list[Problem]:
    """Addresses and servers under a domain that nobody can own, where they are not the example's own."""
    known = _left(texts)
    return [
        Problem(
            where=f"school.toml, {key}",
            what=f"{text} is in a domain reserved for examples, so no email gets there.",
            what_to_do="Put in the real address.",
        )
        for key, text in texts.items()
        if REACHES.fullmatch(key) and RESERVED.search(text) and key not in known
    ]


def people_left(folder: Path) -> list[Problem]:
    """The invented families of the example, and email addresses that reach nobody."""
    adults = PeopleFile(folder / "people.csv").read().adults.values()
    invented = {_who(one) for one in PeopleFile(EXAMPLE / "people.csv").read().adults.values()}
    left = [one for one in adults if _who(one) in invented]
    found = []
    if left:
        what = f"{len(left)} invented adults of the example are still in it: {_named(left)}."
        do = "Export parents and carers from your information system over this file."
        found.append(Problem(where="people.csv", what=what, what_to_do=do))
    nowhere = [one for one in adults if one not in left and RESERVED.search(one.email)]
    if nowhere:
        what = f"{len(nowhere)} email addresses are in a domain reserved for examples: {_named(nowhere)}."
        found.append(
            Problem(
                where="people.csv", what=what, what_to_do="Put in the real addresses, or leave them empty."
            )
        )
    return found


def staff_left(folder: Path) -> list[Problem]:
    """The invented staff of the example: a report about "Mr Lowell" would be taken to mention one of them."""
    (ours, _), (theirs, _) = (read_staff(one / STAFF) for one in (folder, EXAMPLE))
    left = [one.name for one in ours if one in theirs]
    if not left:
        return []
    what = f"{len(left)} invented members of staff of the example are still in it, such as {left[0]}."
    return [
        Problem(
            where=STAFF, what=what, what_to_do="Put your own staff in, one name per row, or delete the file."
        )
    ]


def _who(adult: Adult) -> tuple[str, tuple[str, ...]]:
    return adult.full_name, adult.address


def _named(adults: list[Adult]) -> str:
    more = f" and {len(adults) - 3} more" if len(adults) > 3 else ""
    return ", ".join(one.person_id for one in adults[:3]) + more


def calendar_left(folder: Path) -> Problem | None:
    """The terms and INSET days of the example, which are one county's and perhaps not this school's."""
    ours, theirs = (read_calendar(one / "calendar.toml")[0] for one in (folder, EXAMPLE))
    if ours is None or theirs is None or (ours.terms, ours.inset) != (theirs.terms, theirs.inset):
        return None
    what = "The terms and INSET days are still the invented example's; every date in a letter is counted with them."
    do = "Enter your school's own term dates. If yours happen to be the same, write a # line that says so."
    return Problem(where="calendar.toml", what=what, what_to_do=do)


def _not_yet(texts: Mapping[str, str]) -> Iterator[Problem]:
    """What the example leaves out or leaves open, and a school that sets up should know."""
    if not texts.get("school.logo"):
        do = 'Put a .png or .jpg next to school.toml and uncomment the line "# logo = ...", if you want one.'
        yield Problem(where="school.toml, school.logo", what="Letters have no logo yet.", what_to_do=do)
    if not texts.get("people.head.signature"):
        do = 'Uncomment the line "# signature = ..."; without it the headteacher signs each letter by hand.'
        yield Problem(
            where="school.toml, people.head.signature",
            what="Letters have no signature image yet.",
            what_to_do=do,
        )
    if texts.get("policy.file", "model") == "model":
        what = "Letters name the model policy that ships with Letterladder, by its title, as your school's policy."
        do = "Name your school's own policy (docs/policies.md), or have your governors adopt the model first."
        yield Problem(where="school.toml, policy.file", what=what, what_to_do=do)


def _elsewhere(texts: Mapping[str, str]) -> bool:
    """Whether email comes from or goes to a server on another machine."""
    boxes = (box for box in ("mail.in", "mail.out") if texts.get(f"{box}.kind", "folder") != "folder")
    return any(texts.get(f"{box}.host") not in HERE for box in boxes)


_DEMO = Problem(
    where="the school",
    what="This folder was made by `demo`: the school, its people and its addresses are invented.",
    what_to_do="For your own school, make a folder with `init` and edit what is in it.",
)
