from pathlib import Path

import pytest
from copy_signing import sign_copy
from register.big_school import BigSchool, Family, make_big_school
from register.reading import readable
from sweeps import each

from letterladder.rules.register.register_filter import Wanted
from letterladder.rules.words import Format, Profile
from letterladder.workflows.exporting import Order, make_copy

CASES = 6
FAMILIES = 300
PIECE = 6


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> BigSchool:
    return make_big_school(tmp_path_factory.mktemp("big") / "school", families=FAMILIES, cases=CASES)


def strings_of(families: list[Family]) -> set[str]:
    """Everything by which these families could be known."""
    return {text for one in families for text in (*one.adult_strings, one.pupil, one.street)}


def reporter_strings(school: BigSchool) -> set[str]:
    """Names and addresses of all who reported, and words that only their reports hold."""
    names = {word for name, _ in school.reporters.values() for word in name.split()}
    return names | {address for _, address in school.reporters.values()} | set(school.secrets.values())


def found_in(path: Path, strings: set[str]) -> set[str]:
    """Which of these strings the file holds; only one whose two ends are pieces of its text is looked for."""
    text = readable(path)
    pieces = {text[place : place + PIECE] for place in range(len(text))}
    plain = {string: string.casefold() for string in strings}
    return {
        string
        for string, low in plain.items()
        if (len(low) < PIECE or {low[:PIECE], low[-PIECE:]} <= pieces) and low in text
    }


def copies(school: BigSchool, folder: Path, profile: Profile, *refs: str) -> list[Path]:
    """The copy in every format; of each case alone where references are given."""
    made = []
    for wanted in [Wanted(refs=(ref,)) for ref in refs] or [Wanted()]:
        if profile is Profile.SUBJECT:
            sign_copy(school.office, wanted)
        for format_ in Format:
            out = folder / f"{wanted.refs[0] if wanted.refs else 'all'}.{format_}"
            make_copy(school.office, Order(wanted=wanted, profile=profile, format=format_), out)
            made.append(out)
    return made


def test_the_search_finds_what_is_there(school: BigSchool, tmp_path: Path) -> None:
    """In a panel's full copy of one case, in each format: else the tests below would prove nothing."""
    family = school.cases["2026-0001"]
    for path in copies(school, tmp_path, Profile.PANEL, "2026-0001"):
        assert {family.surname, family.given} <= found_in(path, strings_of([family])), path.name
    bundle = tmp_path / f"2026-0001.{Format.BUNDLE}"
    assert {address for _, address in [school.reporters["2026-0001"]]} <= found_in(
        bundle, reporter_strings(school)
    )


def test_governors_read_no_name_no_address_and_no_reporter(school: BigSchool, tmp_path: Path) -> None:
    """None of some 1,800 protected strings stands anywhere in a copy of the whole register."""
    protected = strings_of(school.families) | reporter_strings(school)
    for path in copies(school, tmp_path, Profile.GOVERNORS):
        assert found_in(path, protected) == set(), path.name


@pytest.mark.parametrize("ref", each(CASES, [f"2026-{number:04}" for number in range(1, CASES + 1)]))
def test_the_adult_reads_of_nobody_else(school: BigSchool, tmp_path: Path, ref: str) -> None:
    """Neither another family nor whoever reported, in a copy of their case in any format."""
    others = strings_of([one for one in school.families if one is not school.cases[ref]])
    for path in copies(school, tmp_path, Profile.SUBJECT, ref):
        assert found_in(path, others | reporter_strings(school)) == set(), path.name


def test_the_adult_reads_of_himself(school: BigSchool, tmp_path: Path) -> None:
    """The adult's own name and own email are in their copy: it is not simply empty."""
    family = school.cases["2026-0001"]
    for path in copies(school, tmp_path, Profile.SUBJECT, "2026-0001"):
        assert {family.surname, family.given} <= found_in(path, strings_of([family])), path.name
