"""`check` on what is still the invented example's: named value by value, until the school's own are in."""

from pathlib import Path

import pytest
from desk.terminal import Terminal
from office import edited

from letterladder.config.paths import EXAMPLE
from letterladder.desk.fresh_folder import make_school_folder, mark_as_demo
from letterladder.desk.invented import loud, what_is_invented
from letterladder.ground.errors import WrongUsage

REAL = {
    "larkfield.example": "oakside.sch.uk",
    "Larkfield Primary School": "Oakside Infant School",
    "Larkfield Road": "Elm Road",
    "Wexmoor County Council": "Barset County Council",
    "Wexmoor": "Barchester",
    "ZZ99 4LF": "BA1 1AA",
    "01632 960140": "01225 000000",
    "Anita Hollis": "Ruth Adeyemi",
    "Peter Quayle": "Tom Ash",
    "Joan Treadwell": "Amy Lund",
    "Imran Sadiq": "Joe Park",
    "Carol Binns": "Pat Dale",
}
"""What a school puts in the place of the example's."""
SERVER = '[mail.in]\nkind = "imap"\nhost = "imap.oakside.sch.uk"\nuser = "x@oakside.sch.uk"\n'


@pytest.fixture
def fresh(tmp_path: Path) -> Path:
    """What `init` makes."""
    make_school_folder(tmp_path / "school")
    return tmp_path / "school"


@pytest.fixture
def real(fresh: Path) -> Path:
    """The same, with a school's own values in all four files."""
    (fresh / "staff.csv").write_text("name\nMs Ada Reeve\n", encoding="utf-8")
    toml = fresh / "school.toml"
    text = toml.read_text(encoding="utf-8")
    for old, new in REAL.items():
        text = text.replace(old, new)
    toml.write_text(text, encoding="utf-8")
    head, row, *_ = (EXAMPLE / "people.csv").read_text(encoding="utf-8").splitlines()
    own = row.replace("Catterick", "Lowe").replace("letterbox.example", "mail.oakside.sch.uk")
    (fresh / "people.csv").write_text(f"{head}\n{own}\n", encoding="utf-8")
    edited(fresh, ("last = 2026-10-23", "last = 2026-10-16"), file="calendar.toml")
    return fresh


def wheres(folder: Path) -> list[str]:
    """Where the problems are."""
    return [problem.where for problem in what_is_invented(folder).problems]


def test_a_file_is_no_folder_for_a_school(tmp_path: Path) -> None:
    """Said in a sentence, and the file stays as it is."""
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(WrongUsage, match="This is a file"):
        make_school_folder(tmp_path / "notes.txt")
    assert (tmp_path / "notes.txt").read_text(encoding="utf-8") == "mine"


def test_a_fresh_folder_is_all_invented(fresh: Path) -> None:
    """School, people, addresses, words of letters, register and calendar; logo, signature and policy as notes."""
    assert {"school.toml, school.name", "school.toml, people.head.name", "people.csv", "staff.csv"} < set(
        wheres(fresh)
    )
    assert {"calendar.toml", "school.toml, letters.premises", "school.toml, complaints.title"} < set(
        wheres(fresh)
    )
    notes = [note.where for note in what_is_invented(fresh).notes]
    assert notes == [f"school.toml, {key}" for key in ("school.logo", "people.head.signature", "policy.file")]


def test_what_may_stay_as_it_ships_is_not_named(fresh: Path) -> None:
    """Roles, the kind of school, days, and words of letters that fit any school."""
    named = " ".join(wheres(fresh))
    assert not any(
        key in named for key in ("role", "school.type", "posting", "letters.attendees", "retention")
    )


def test_a_school_with_values_of_its_own_hears_nothing(real: Path) -> None:
    """No problem, no note."""
    found = what_is_invented(real)
    assert (found.problems, found.notes) == ((), ())


@pytest.mark.parametrize(
    ("where", "old", "new"),
    [
        ("people.dsl.name", "Miss Amy Lund", "Miss Joan Treadwell"),
        ("people.head.email", "a.hollis@oakside.sch.uk", "a.hollis@larkfield.example"),
        ("letters.premises", "of Oakside Infant School", "and the pond of Larkfield Primary School"),
        ("letters_from", "letters@oakside.sch.uk", "letters@oakside.example"),
        ("people.office.email", "office@oakside.sch.uk", "office@example.org"),
    ],
)
def test_one_value_left_is_named(where: str, old: str, new: str, real: Path) -> None:
    """Also in the middle of a text of the school's own, and any address under a domain kept for examples."""
    toml = real / "school.toml"
    before, table, after = toml.read_text(encoding="utf-8").partition(
        "[people.office]" if "office" in where else "["
    )
    toml.write_text(before + table + after.replace(old, new, 1), encoding="utf-8")
    assert [one.endswith(where) for one in wheres(real)] == [True], wheres(real)


def test_one_family_left_is_named_without_its_name(real: Path) -> None:
    """By its id, and an email address that reaches nobody too."""
    rows = (EXAMPLE / "people.csv").read_text(encoding="utf-8").splitlines()
    with (real / "people.csv").open("a", encoding="utf-8") as file:
        file.write(f"{rows[4]}\n{rows[5].replace('Balogun', 'Bello')}\n")
    assert ["A104" in one.what or "A105" in one.what for one in what_is_invented(real).problems] == [
        True,
        True,
    ]


def test_a_school_that_is_truly_called_so_gets_a_note(real: Path) -> None:
    """The name or the road alone may be chance; they stop nothing."""
    edited(real, ("Oakside Infant School", "Larkfield Primary School"), ("Elm Road", "Larkfield Road"))
    found = what_is_invented(real)
    assert (found.problems, len(found.notes)) == ((), 2)


def test_the_very_same_terms_are_a_note_once_somebody_looked(real: Path) -> None:
    """As it ships the calendar is a problem; with a line of the school's own it may be right."""
    shipped = (EXAMPLE / "calendar.toml").read_text(encoding="utf-8")
    (real / "calendar.toml").write_text(shipped, encoding="utf-8")
    assert wheres(real) == ["calendar.toml"]
    (real / "calendar.toml").write_text(f"# the same as ours\n{shipped}", encoding="utf-8")
    assert (wheres(real), len(what_is_invented(real).notes)) == ([], 1)


def test_check_ends_with_1_and_does_not_say_well(fresh: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A person has to put values in; nothing of the configuration is wrong."""
    said = Terminal(fresh, capsys).type("check", "--no-login", "--today", "2026-11-02")
    assert (said.code, "All is well" in said.out) == (1, False)
    told = Terminal(fresh, capsys).type("check", "--no-login", "--json", "--today", "2026-11-02")
    assert (told.json["ok"], told.code) == (False, 1)


def test_a_demo_says_that_it_is_one(fresh: Path) -> None:
    """A note and no problem: nobody means it to be real."""
    mark_as_demo(fresh)
    found = what_is_invented(fresh)
    assert (found.problems, "invented" in found.notes[0].what, len(found.notes)) == ((), True, 1)


def test_a_demo_on_a_real_server_is_none_any_more(fresh: Path) -> None:
    """Somebody built a school out of it."""
    mark_as_demo(fresh)
    with (fresh / "school.toml").open("a", encoding="utf-8") as file:
        file.write(SERVER)
    assert "people.csv" in wheres(fresh)


@pytest.mark.parametrize(("server", "expected"), [("", 0), (SERVER, 1)])
def test_a_round_is_loud_only_where_a_server_is_connected(server: str, expected: int, fresh: Path) -> None:
    """Playing in plain folders is what the example is for."""
    with (fresh / "school.toml").open("a", encoding="utf-8") as file:
        file.write(server)
    assert len(loud(fresh)) == expected


def test_a_round_of_a_real_school_is_quiet(real: Path) -> None:
    """Nothing of the example is left."""
    with (real / "school.toml").open("a", encoding="utf-8") as file:
        file.write(SERVER)
    assert loud(real) == []


def test_round_says_so_in_its_problems(fresh: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Beside what the server says; the code is not 0."""
    with (fresh / "school.toml").open("a", encoding="utf-8") as file:
        file.write(
            '[mail.in]\nkind = "imap"\nhost = "127.0.0.1"\nport = 1\nuser = "x"\ntimeout_seconds = 2\n'
        )
    said = Terminal(fresh, capsys).type("round", "--json")
    assert said.code != 0
    assert any("invented example" in one["what"] for one in said.json["problems"])
