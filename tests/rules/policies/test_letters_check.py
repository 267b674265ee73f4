"""A school's own records: each fault under its key, and no safeguard of ours is weakened by one."""

import pytest
from shipped import LETTERS, record

from letterladder.ground.errors import Problem
from letterladder.ground.values import parts_of, replace
from letterladder.rules.policies.letters import Field, Letter, Letters
from letterladder.rules.policies.letters_check import Claim, joined
from letterladder.rules.words import FieldType, Stage, Switch

NEVER_SAID = {"id", "own"}
HEARING = frozenset({"answer_by", "comments_to"})
SETTLED = frozenset({"considered_points", "decision_reason", "reviewer"})


def own(letter: str = "S1", **said: object) -> Letter:
    """A whole letter of the school's own, with what a test wants different."""
    given = {"id": letter, "name": "Offer of a talk", "file": f"{letter}-talk.docx", "own": True, **said}
    return Letter(**given)  # type: ignore[arg-type]


def join(*records: Letter, fields_too: tuple[Field, ...] = ()) -> tuple[Letters, list[Problem]]:
    """These records joined with ours; every key that is not as nothing said would be was written, and `adverse`."""
    claims = {one.id: Claim(record=one, said=_said(one)) for one in records}
    return joined(LETTERS, claims, {one.name: one for one in fields_too}, where="letters.toml")


def _said(one: Letter) -> frozenset[str]:
    plain = Letter(id=one.id, file="", name="")
    names = {key.name for key in parts_of(Letter)} - NEVER_SAID
    return frozenset(name for name in names if getattr(one, name) != getattr(plain, name)) | {"adverse"}


def faults(*records: Letter, fields_too: tuple[Field, ...] = ()) -> list[str]:
    """What is said of them, as where: what."""
    return [f"{one.where}: {one.what}" for one in join(*records, fields_too=fields_too)[1]]


def test_a_whole_record_joins_ours() -> None:
    """Ours stay as they are, and come first."""
    letters, found = join(own())
    assert found == []
    assert [one.id for one in letters][:-1] == [one.id for one in LETTERS]
    assert letters.records["S1"].name == "Offer of a talk"
    assert "S1" not in LETTERS


NOTICE = own("S1", stage=Stage.NOTICE, adverse=True, must_print=HEARING, meanwhile="all stays as it is")
DECISION = own("S2", stage=Stage.DECISION, adverse=True, ends=("S1",), must_print=SETTLED)
LIFT = own("S3", stage=Stage.REVIEW, ends=("S2",), must_print=SETTLED)


def test_a_measure_of_ones_own_has_a_notice_a_decision_and_a_review() -> None:
    """The same stages, with the same protections, and apart from the bar's."""
    letters, found = join(NOTICE, DECISION, LIFT)
    assert found == []
    assert letters.ending("S1") == {"S2"}
    assert letters.lifting("S2") == {"S3"}
    assert letters.ending("B1") == LETTERS.ending("B1")


FAULTS = [
    ("letters.toml, letters.s1: 's1' cannot be the id of a letter.", own("s1")),
    ("letters.toml, letters.B2A: 'B2A' looks like the letter B2a.", own("B2A")),
    ("letters.toml, letters.S1.name: This key is missing.", own(name="")),
    ("letters.toml, letters.S1.file: This key is missing.", own(file="")),
    ("letters.toml, letters.S1.file: 'talk.docx' cannot be", own(file="talk.docx")),
    ("letters.toml, letters.S1.file: 'S1-../x.docx' cannot be", own(file="S1-../x.docx")),
    ("letters.toml, letters.S1.follows: There is no letter 'S7'.", own(follows=("S7",))),
    ("letters.toml, letters.S1.repeats: There is no letter 'S7'.", own(repeats=("S7",))),
    ("letters.toml, letters.S1.ends: There is no letter 'S7'.", own(ends=("S7",))),
    ("letters.toml, letters.S1.must_print: There is no field 'x'.", own(must_print=frozenset({"x"}))),
    ("letters.toml, letters.S1.needs: There is no field 'x'.", own(needs=("x",))),
    ("letters.toml, letters.S1.needs: ref cannot be typed in: it comes from", own(needs=("ref",))),
    ("letters.toml, letters.S1.names_reviewer: There is no field 'x'.", own(names_reviewer="x")),
    ("letters.toml, letters.S1.recipient_lines: A letter goes to", own(recipient_lines=("The club",))),
    ("letters.toml, letters.S1.meanwhile: Only a notice", own(meanwhile="as before")),
    ("letters.toml, letters.S1.stage: A sheet goes to no adult", own(sheet=True, stage=Stage.NOTICE)),
    ('letters.toml, letters.S1.must_print: A notice must print "answer_by"', replace(NOTICE, must_print=frozenset())),
    ("letters.toml, letters.S1.ends: A decision settles what a notice", replace(DECISION, id="S1", ends=())),
    ("letters.toml, letters.S1.ends: A review ends what it reviews", own(stage=Stage.REVIEW, must_print=SETTLED)),
    ('letters.toml, letters.S1.must_print: A decision must print "considered_points"', own(stage=Stage.DECISION)),
    ("letters.toml, letters.S1.signpost: It cannot leave", own(signpost=True, adverse=True)),
    ('letters.toml, letters.S1.must_print: A letter that points to the complaints', own(signpost=True)),
]  # fmt: skip


@pytest.mark.parametrize(("said", "letter"), FAULTS)
def test_a_fault_is_said_with_its_file_and_key(said: str, letter: Letter) -> None:
    """And what to do about it."""
    found = join(letter)[1]
    assert any(f"{one.where}: {one.what}".startswith(said) for one in found), found
    assert all(one.what_to_do for one in found)


def test_all_faults_are_said_at_once() -> None:
    """Nobody corrects a record one run at a time."""
    assert len(faults(own(name="", needs=("x",), follows=("S7",)), own("s2"))) == 4


def test_whether_the_adult_is_worse_off_must_be_said() -> None:
    """Silence would mean that they are not, and nobody thought of it."""
    claim = Claim(record=own(), said=frozenset({"name", "file"}))
    (found,) = joined(LETTERS, {"S1": claim}, {}, where="letters.toml")[1]
    assert found.where == "letters.toml, letters.S1.adverse"


def test_two_letters_of_ones_own_differ_by_more_than_capitals() -> None:
    """On some disks their Word files would be one."""
    assert [one.partition(":")[0] for one in faults(own("Sa"), own("SA"))] == [
        "letters.toml, letters.Sa",
        "letters.toml, letters.SA",
    ]


WEAKER = [
    ("adverse: B3 leaves the adult worse off, and no record can say otherwise: a person must be heard",
     Letter(id="B3", file="", name="", adverse=False)),
    ("adverse: What B4 means for the adult is fixed", Letter(id="B4", file="", name="", adverse=True)),
    ("switch: What B3 does is fixed", Letter(id="B3", file="", name="", adverse=True, switch=Switch.LEGAL_WARNING)),
    ("stage: What B5 does is fixed", Letter(id="B5", file="", name="", adverse=True, stage=Stage.NOTICE)),
    ("ends: What L1 does is fixed", Letter(id="L1", file="", name="", ends=("B3",))),
    ("sheet: What L3 does is fixed", Letter(id="L3", file="", name="", adverse=True, sheet=True)),
    ("signpost: What L3 does is fixed", Letter(id="L3", file="", name="", adverse=True, signpost=True)),
    ("file: What B1 does is fixed", Letter(id="B1", file="B1-mine.docx", name="", adverse=True)),
    ("asks_removal: What L2 does is fixed", Letter(id="L2", file="", name="", asks_removal=True)),
]  # fmt: skip


@pytest.mark.parametrize(("said", "letter"), WEAKER, ids=[row[0] for row in WEAKER])
def test_no_record_of_a_school_weakens_a_letter_of_ours(said: str, letter: Letter) -> None:
    """It is refused with the reason, and ours stands whatever happens next."""
    letters, found = join(letter)
    first = f"{found[0].where}: {found[0].what}"
    assert first.startswith(f"letters.toml, letters.{letter.id}.{said}")
    ours, now = record(letter.id), letters.records[letter.id]
    kept = {key.name for key in parts_of(Letter)} - {"name", "must_print", "needs", "why", "adverse"}
    assert [key for key in sorted(kept) if getattr(now, key) != getattr(ours, key)] == []
    assert now.adverse >= ours.adverse


def test_a_school_may_ask_for_more_and_name_a_letter_anew() -> None:
    """What ours asks for stays beside it."""
    more = Letter(
        id="L3", file="", name="Formal warning", adverse=True, needs=("facts",), why="We say what happened"
    )
    letters, found = join(replace(more, must_print=frozenset({"facts"})))
    now = letters.records["L3"]
    assert (found, now.name, now.needs) == ([], "Formal warning", ("facts",))
    assert now.must_print == record("L3").must_print | {"facts"}
    assert not now.own


GOES_ROUND = [
    ("ends: B3 can only be ended by B4 or B5 or B6", own(ends=("B3",))),
    ("ends: B1 can only be ended by", own(stage=Stage.DECISION, ends=("B1",), adverse=True, must_print=SETTLED)),
    ("stage: How a measure under site_access is announced", replace(NOTICE, switch=Switch.SITE_ACCESS)),
    ("stage: S2 is ended by a decision or a review", own(ends=("S2",))),
]  # fmt: skip


@pytest.mark.parametrize(("said", "letter"), GOES_ROUND, ids=[row[0] for row in GOES_ROUND])
def test_no_letter_of_a_school_goes_round_the_hearing(said: str, letter: Letter) -> None:
    """A bar is ended by our letters alone, whose rules make it fair."""
    found = faults(letter, replace(NOTICE, id="S4", file="S4-x.docx"), replace(DECISION, ends=("S4",)))
    assert any(one.startswith(f"letters.toml, letters.S1.{said}") for one in found), found


FIELD_FAULTS = [
    (
        "fields.answer_by: 'answer_by' is a field of ours",
        Field(name="answer_by", help="x", type=FieldType.WORDS),
    ),
    ("fields.Fee: 'Fee' cannot be the name", Field(name="Fee", help="x", type=FieldType.WORDS)),
    (
        "fields.fee.from: A field of your own is supplied",
        Field(name="fee", help="x", type=FieldType.WORDS, comes_from="the sky"),
    ),
    ("fields.fee.type: Pictures", Field(name="fee", help="x", type=FieldType.PICTURE)),
    ("fields.fee.choices: A choice needs", Field(name="fee", help="x", type=FieldType.CHOICE)),
    (
        "fields.fee.choices: A choice needs",
        Field(name="fee", help="x", type=FieldType.WORDS, choices=("one",)),
    ),
    ("fields.fee.parts: Pairs need two", Field(name="fee", help="x", type=FieldType.PAIRS, parts=("one",))),
]


@pytest.mark.parametrize(("said", "field"), FIELD_FAULTS)
def test_a_fault_in_a_field_is_said_with_its_key(said: str, field: Field) -> None:
    """And ours stay what they are."""
    letters, found = join(fields_too=(field,))
    assert [f"{one.where}: {one.what}".startswith(f"letters.toml, {said}") for one in found] == [True]
    assert letters.fields["answer_by"] == LETTERS.fields["answer_by"]


@pytest.mark.parametrize(
    "said",
    [
        {"switch": Switch.WEBSITE_BLOCK},
        {"stage": Stage.NOTICE, "must_print": HEARING},
        {"ends": ("C2",)},
    ],
)
def test_a_letter_about_a_measure_is_not_dated_at_its_approval(said: dict[str, object]) -> None:
    """Whoever withdraws or restricts something approves the very dates."""
    found = faults(replace(own(dated_at_approval=True), **said))
    assert [one for one in found if one.startswith("letters.toml, letters.S1.dated_at_approval: ")] != []


def test_another_letter_of_a_school_may_be_dated_at_its_approval() -> None:
    """Its record says so, not its id."""
    letters, found = join(own(dated_at_approval=True))
    assert (found, letters.records["S1"].dated_at_approval) == ([], True)


def test_no_record_of_a_school_changes_how_one_of_ours_is_dated() -> None:
    """A bar with places for its dates would be approved unseen."""
    found = faults(Letter(id="B2", dated_at_approval=True, own=True))
    assert "letters.toml, letters.B2.dated_at_approval: What B2 does is fixed" in " ".join(found)
