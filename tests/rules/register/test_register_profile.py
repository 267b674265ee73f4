"""One row, as each reader reads it: what is said in place of names and free text, and what is noted as left out."""

from collections.abc import Mapping

import pytest

from letterladder.ground.values import replace
from letterladder.rules.cases.register_row import Direction, RegisterRow, RowFile, Sensitivity
from letterladder.rules.privacy.redaction import Redaction, Term
from letterladder.rules.register.register_case import CaseHead, CaseRecord
from letterladder.rules.register.register_profile import View, ending_of, record_for
from letterladder.rules.words import Profile, Why

HEAD = CaseHead(
    ref="2026-0042",
    school="Larkfield",
    adult="Mr Gavin Stott",
    pupils=("Ruby Stott", "Noah Stott"),
    conduct=("threat",),
    state="open",
    opened_on="2026-11-09",
    step="L1",
    outcome="refused",
    last_seq=9,
    last_hash="h",
)
ROW = RegisterRow(
    seq=4,
    ref="2026-0042",
    school="Larkfield",
    happened_on="2026-11-09",
    recorded_at="2026-11-09 09:00",
    direction=Direction.INTERNAL,
    summary="The adult answered Mrs Falk.",
    kind="AnswerRecorded",
    sensitivity=Sensitivity.ORDINARY,
    hash="h4",
)
FILES = tuple(RowFile(name=name, sha256=name) for name in ("mail/a.eml", "evidence/Ruby.PNG", "other/x.html"))
FALK = Redaction([Term(words=("falk",), why=Why.OTHER_ADULT)])
ROLES = {"Mrs Binns": "office", "Mr Lowell": "head"}


def shown(
    profile: Profile, *rows: RegisterRow, head: CaseHead = HEAD, own: frozenset[str] = frozenset()
) -> CaseRecord:
    """What this reader gets."""
    view = View(
        profile=profile,
        redaction=FALK,
        own_mails=own,
        role_of=lambda name: ROLES.get(name, ""),
        steps=frozenset({"L1", "L2"}),
    )
    return record_for(view, head, rows)


def governors(**changes: object) -> RegisterRow:
    """The row as governors read it."""
    return shown(Profile.GOVERNORS, replace(ROW, **changes)).rows[0]


def adults(**changes: object) -> RegisterRow:
    """The row as the adult reads it."""
    return shown(Profile.SUBJECT, replace(ROW, **changes)).rows[0]


def test_a_panel_reads_every_row_as_it_is() -> None:
    """Nothing is left out."""
    assert shown(Profile.PANEL, ROW) == CaseRecord(head=HEAD, rows=(ROW,))


@pytest.mark.parametrize(
    ("column", "shows", "written"),
    [
        ("letter", "L2", "L2"),
        ("letter", "another step", "L7"),
        ("letter", "", ""),
        ("from_role", "office", "Mrs Binns"),
        ("from_role", "staff", "Mr Nobody"),
        *(("from_role", one, one) for one in ("", "reporter", "sender", "adult", "carrier", "rules")),
        ("decided_by", "head", "Mr Lowell"),
        ("decided_by", "", ""),
        ("owner", "staff", "Mr Nobody"),
        *(("decision", one, one) for one in ("", "approved", "returned", "no further action", "L1")),
        ("decision", "another step", "call her"),
        ("outcome", "refused", "refused"),
        ("outcome", "", "he shouted"),
        ("next_action", "follow up on 2026-12-01", "follow up on 2026-12-01"),
        ("next_action", "L2", "L2"),
        ("next_action", "another step", "ring Mrs Falk"),
        ("next_action", "", ""),
        *((one, "", "words of Mrs Falk") for one in ("reason", "proof", "correction", "answer_rule")),
    ],
)
def test_governors_read_roles_and_steps_and_no_words(column: str, shows: str, written: str) -> None:
    """What the program itself counts and dates stays; names become roles, other words go."""
    assert getattr(governors(**{column: written}), column) == shows


def test_for_governors_a_hold_is_a_hold() -> None:
    """Whoever asked for it."""
    assert governors(kind="HoldPlaced", decision="police, PC Falk").decision == "hold"


@pytest.mark.parametrize(
    ("to", "direction", "kind"),
    [
        ("school", Direction.IN, "AnswerRecorded"),
        ("school", Direction.IN, "LetterPosted"),
        ("adult", Direction.OUT, "LetterPosted"),
        ("", Direction.OUT, "DecisionMade"),
        ("", Direction.INTERNAL, "DecisionMade"),
    ],
)
def test_governors_read_which_way_it_went(to: str, direction: Direction, kind: str) -> None:
    """To the school, to the adult, or to nobody who is said."""
    row = replace(ROW, direction=direction, kind=kind, to="Mrs Falk")
    assert [one.to for one in shown(Profile.GOVERNORS, row).rows] == [to]


@pytest.mark.parametrize("column", ["reason", "proof", "correction"])
def test_governors_are_told_that_words_were_left_out(column: str) -> None:
    """Only where there were any."""
    quiet = {"kind": "LetterPosted"}
    assert governors(**quiet).withheld == ""
    assert governors(**quiet, **{column: "he said so"}).withheld == str(Why.FREE_TEXT)
    assert governors().withheld == str(Why.FREE_TEXT)


@pytest.mark.parametrize("profile", [Profile.GOVERNORS, Profile.SUBJECT])
def test_files_are_called_by_their_sort_and_place(profile: Profile) -> None:
    """Numbered from one; nobody's name is in them; the bytes are still known by their sum."""
    found = shown(profile, replace(ROW, attachments=FILES)).rows[0].attachments
    assert [one.name for one in found] == ["mail 1.eml", "evidence 2.png", "file 3.html"]
    assert [one.sha256 for one in found] == [one.sha256 for one in FILES]


@pytest.mark.parametrize(
    ("ending", "name"),
    [
        (".png", "a.PNG"),
        (".html", "a.b.html"),
        ("", "a.htmls"),
        ("", "a"),
        ("", "a."),
        ("", "a.p g"),
        ("", "a.é"),
    ],
)
def test_only_a_short_plain_ending_is_kept(ending: str, name: str) -> None:
    """Four letters or figures at most."""
    assert ending_of(name) == ending


def test_the_head_for_governors_names_nobody() -> None:
    """One mark for the adult, one for all the children; each is noted for the reviewer."""
    found = shown(Profile.GOVERNORS, ROW)
    assert (found.head.adult, found.head.pupils) == ("withheld: the adult's name", ("withheld: a child",))
    assert (found.head.step, found.head.outcome, found.head.ref) == ("L1", "refused", "2026-0042")
    assert [(one.why, one.written) for one in found.withheld] == [
        (Why.ADULT, "Mr Gavin Stott"),
        (Why.PUPIL, "Ruby Stott"),
        (Why.PUPIL, "Noah Stott"),
    ]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"pupils": ()}, ((), "L1", "refused")),
        ({"step": "L9", "outcome": "said no"}, (("withheld: a child",), "another step", "")),
    ],
)
def test_a_head_without_children_or_with_other_words(changes: Mapping[str, object], expected: object) -> None:
    """No mark where nobody is; no words that are not the program's."""
    head = shown(Profile.GOVERNORS, head=replace(HEAD, **changes)).head
    assert (head.pupils, head.step, head.outcome) == expected


def test_the_adult_reads_a_row_with_marks_and_each_is_noted() -> None:
    """In every column that holds words; once in the cell that says why."""
    view = shown(Profile.SUBJECT, replace(ROW, reason="Falk and Falk", owner="the office"))
    row = view.rows[0]
    assert row.summary == "The adult answered Mrs [withheld: another adult]."
    assert (row.reason, row.owner) == (
        "[withheld: another adult] and [withheld: another adult]",
        "the office",
    )
    assert row.withheld == str(Why.OTHER_ADULT)
    assert [one.place for one in view.withheld] == ["entry 4, summary", "entry 4, reason", "entry 4, reason"]


@pytest.mark.parametrize(
    ("summary", "why", "kind", "own"),
    [
        ("A report arrived.", str(Why.REPORTER), "ReportReceived", False),
        ("A report arrived.", str(Why.REPORTER), "ReportReceived", True),
        ("An email from another person was added to the case.", str(Why.OTHER_WORDS), "MailAttached", False),
        ("I am sorry.", "", "MailAttached", True),
    ],
)
def test_the_adult_reads_their_own_emails_and_of_others_that_they_came(
    summary: str, why: str, kind: str, own: bool
) -> None:
    """An email is known by its bytes, the first of the files of its row."""
    row = replace(ROW, kind=kind, summary="I am sorry.", from_role="sender", attachments=FILES)
    record = shown(Profile.SUBJECT, row, own=frozenset({FILES[0].sha256} if own else {FILES[1].sha256}))
    found = record.rows[0]
    assert (found.summary, found.withheld) == (summary, why)
    assert [one.name for one in found.attachments] == ["mail 1.eml", "evidence 2.png", "file 3.html"]
    assert [one.written for one in record.withheld] == (["I am sorry."] if why else [])


def test_of_an_entry_that_is_kept_apart_the_adult_reads_that_it_is_there() -> None:
    """Its place in the log, its day and the reason; nothing else."""
    found = adults(
        kind="AlertRaised", owner="Miss Treadwell", reason="threat", attachments=FILES, letter="L1"
    )
    assert (found.seq, found.hash, found.happened_on) == (4, "h4", "2026-11-09")
    assert (found.summary, found.kind) == ("An entry is withheld.", "Withheld")
    assert found.withheld
    assert (found.owner, found.reason, found.attachments, found.letter) == ("", "", (), "")


def corrected(kind: str, correction: str = "It was Mrs Falk (entry 5)") -> list[RegisterRow]:
    """An entry of this kind and the correction of it, as the adult reads them."""
    entry = replace(ROW, kind=kind, corrected_by="5, 6", correction=correction)
    five = replace(ROW, seq=5, kind="Corrected", summary="It was another day.")
    return list(shown(Profile.SUBJECT, entry, five, replace(five, seq=6), replace(five, seq=7)).rows)


def test_the_adult_reads_the_correction_of_an_entry_that_they_read() -> None:
    """Each that is named by the row; one that is about no row they read is words of others."""
    rows = corrected("AnswerRecorded")
    assert [one.summary for one in rows[1:3]] == ["It was another day."] * 2
    assert rows[0].correction == "It was Mrs [withheld: another adult] (entry 5)"
    assert (rows[3].summary, rows[3].withheld) != ("It was another day.", "")


@pytest.mark.parametrize("kind", ["AlertRaised", "ReportReceived", "MailAttached"])
def test_the_adult_does_not_read_the_correction_of_an_entry_that_they_do_not_read(kind: str) -> None:
    """It would tell what the entry said."""
    rows = corrected(kind)
    assert rows[0].correction == ""
    assert [one.withheld for one in rows[1:]] == [str(Why.FREE_TEXT)] * 3
