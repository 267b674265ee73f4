import pytest
from made_events import entry
from msgspec.structs import replace as changed
from register.schools import SCHOOL

from letterladder.rules.cases.case import Case, Reported
from letterladder.rules.cases.case_parts import Kept
from letterladder.rules.cases.event_values import Fact, FlagSeen
from letterladder.rules.cases.events import (
    AlertRaised,
    AnyEvent,
    CaseOpened,
    DecisionMade,
    HoldPlaced,
    LetterApproved,
    Triaged,
)
from letterladder.rules.cases.fold import fold
from letterladder.rules.people.acting import actors_named
from letterladder.rules.people.people import PeopleRegister
from letterladder.rules.privacy.redaction import Redaction
from letterladder.rules.register.happening import Happening, happening_of
from letterladder.rules.register.panel_words import NOT_NAMED, PanelWords, named
from letterladder.rules.register.register import register_rows
from letterladder.rules.register.register_case import Names, head_of
from letterladder.rules.register.register_profile import View, record_for
from letterladder.rules.words import Flag, HoldFor, Profile

REGISTER = PeopleRegister(adults={}, pupils={})
OPENED = CaseOpened(
    adult="A1",
    adult_name="Mr Ross Dunn",
    school="larkfield",
    policy="p",
    policy_version="1",
    reason="a report",
)


def person(typed: str) -> str:
    """Name and office, as `export` finds them."""
    found = actors_named(typed, SCHOOL, REGISTER)
    return f"{found[0].name}, {found[0].title}" if len(found) == 1 else ""


WORDS = PanelWords(
    person=person,
    school="Larkfield Primary School",
    steps={"L1": "Request to remove online content"},
    conduct={"threat": "words that the school takes as a threat"},
)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("rules", "Letterladder, by its rules"),
        ("DSL", "Miss Joan Treadwell, Designated Safeguarding Lead"),
        ("head", "Mrs Anita Hollis, Headteacher"),
        ("Mrs Binns", "Mrs Carol Binns, School Office Manager"),
        ("a.hollis@larkfield.example", "Mrs Anita Hollis, Headteacher"),
        ("a.hollis@larkfield.example by email", "Mrs Anita Hollis, Headteacher, by email"),
        ("Mr Owen Marsh", "Mr Owen Marsh"),
        ("root", NOT_NAMED),
        ("admin", NOT_NAMED),
        ("k.oneill@elsewhere.example", NOT_NAMED),
        ("k.oneill@elsewhere.example by email", f"{NOT_NAMED} by email"),
        ("", ""),
    ],
)
def test_who_acted_is_a_person(typed: str, expected: str) -> None:
    """A role or an address is whoever holds it; an account of a computer is nobody; who left keeps their name."""
    assert named(WORDS, typed) == expected


def summary_of(event: AnyEvent, by: str = "rules") -> str:
    """The sentence that a panel reads for an event of a case."""
    entries = [entry(OPENED, 1, by="rules"), entry(event, 2, by=by)]
    rows = tuple(register_rows("2026-0042", WORDS.school, entries, lambda _: ""))
    head = head_of(fold("2026-0042", entries), Names(school=WORDS.school, pupils={}, conduct={}), rows)
    view = View(profile=Profile.PANEL, redaction=Redaction(()), words=WORDS)
    return record_for(view, head, rows, entries).rows[-1].summary


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        (
            AlertRaised(
                flags=[FlagSeen(flag=Flag.DANGER, words="kill")],
                told=[],
                message_id="",
                to=["j.treadwell@larkfield.example"],
            ),
            "An alert to Miss Joan Treadwell, Designated Safeguarding Lead was raised; nothing is drafted;"
            " marked: danger.",
        ),
        (
            Triaged(pupils=[], conduct=["threat"], clear=True, note="police informed"),
            "The report was taken as words that the school takes as a threat. The case may proceed: police informed.",
        ),
        (
            LetterApproved(
                letter="L1", version=2, sha256="a", approver="head", how="mail", person="Mrs Anita Hollis"
            ),
            "Letter L1 version 2 (request to remove online content) was approved by Mrs Anita Hollis, head (by email).",
        ),
        (OPENED, "A case about Mr Ross Dunn was opened at Larkfield Primary School, because: a report."),
        (
            HoldPlaced(hold_for=HoldFor.POLICE),
            "The case was put on hold for police. Nothing goes out and no clock runs.",
        ),
    ],
)
def test_a_panel_reads_no_ids(event: AnyEvent, expected: str) -> None:
    """What a letter is, what the conduct is called, whom an alert reached."""
    assert summary_of(event) == expected


def test_a_decision_says_what_it_was_for() -> None:
    """In its own column, and who made it."""
    entries = [
        entry(OPENED, 1, by="rules"),
        entry(DecisionMade(step="L1", reason="it went on"), 2, by="head"),
    ]
    rows = tuple(register_rows("2026-0042", WORDS.school, entries, lambda _: ""))
    head = head_of(fold("2026-0042", entries), Names(school=WORDS.school, pupils={}, conduct={}), rows)
    row = record_for(
        View(profile=Profile.PANEL, redaction=Redaction(()), words=WORDS), head, rows, entries
    ).rows[1]
    assert (row.decision, row.decided_by) == (
        "L1 (request to remove online content)",
        "Mrs Anita Hollis, Headteacher",
    )


DAY = entry(OPENED, 1, by="rules").at.date()
CASE = Case(ref="2026-0042", adult_name="Mr Ross Dunn", conduct=("threat",), mails=frozenset({"aa", "bb"}))


def told(case: Case) -> Happening:
    """What a panel reads first."""
    return happening_of(case, WORDS.conduct, lambda path: path.encode())


def about(**fact: str) -> str:
    """The paragraph of a case with one report of these facts."""
    return told(changed(CASE, facts=(Reported(seq=1, day=DAY, fact=Fact(**fact), mail="aa"),))).told


@pytest.mark.parametrize(
    ("fact", "expected"),
    [
        (
            {"platform": "Facebook", "posted_on": "2026-11-01", "words": "I am coming"},
            "a post on Facebook on 1 November 2026. The exact words, as reported: “I am coming”. ",
        ),
        (
            {"platform": "Facebook", "words": '"Enough!"'},
            "a post on Facebook. The exact words, as reported: “Enough!” ",
        ),
        ({"link": "https://x.example/1"}, "a post online (https://x.example/1). The school"),
        (
            {"place": "the main gate", "happened_on": "2026-11-03"},
            "conduct at the main gate on 3 November 2026. ",
        ),
        ({"place": "outside the hall", "happened_on": "last week"}, "conduct outside the hall last week. "),
        ({"platform": "X", "place": "the gate"}, "a post on X, and conduct at the gate. "),
        ({"platform": "X", "poster": "pupil"}, "a pupil for whom Mr Ross Dunn answers: a post on X. "),
        ({"platform": "X", "affected": "the caretaker"}, "Who was affected: the caretaker. "),
        (
            {},
            "the school was told about Mr Ross Dunn. The school treats it as words that the school takes as a threat.",
        ),
    ],
)
def test_the_event_is_told_in_one_paragraph(fact: dict[str, str], expected: str) -> None:
    """Where, when, which words, who was affected: whatever of it was reported."""
    said = about(**fact)
    assert said.startswith("On 9 November 2026 the school was told about ")
    assert expected in said
    assert "\n" not in said


def test_what_people_wrote_comes_before_what_was_reported() -> None:
    """The school's own account, and who was affected as the office put it last."""
    fields = {
        "X1": {"affected": "somebody"},
        "X2": {"affected": "the caretaker"},
        "X3": {"account": "He wrote a threat", "affected": "a teacher"},
        "X4": {"affected": " "},
    }
    fact = Fact(affected="Miss Ward, my neighbour")
    case = changed(CASE, facts=(Reported(seq=1, day=DAY, fact=fact, mail="aa"),), fields=fields)
    assert "The school's own account: He wrote a threat. " in told(case).told
    assert "Who was affected: a teacher. " in told(case).told


def kept(name: str, mail: str = "aa") -> Kept:
    """A file that came with an email."""
    return Kept(name=name, file=f"evidence/{name}", sha256=name, mail=mail)


def test_evidence_is_what_reports_and_answers_brought() -> None:
    """Not the letter that an approver sent back, nor a file of an email that was moved away."""
    case = changed(
        CASE,
        kept=(kept("a.png"), kept("b.pdf"), kept("c.docx", "bb"), kept("d.png", "gone")),
        replies=frozenset({"bb"}),
    )
    assert [(one.title, one.is_picture) for one in told(case).exhibits] == [("a.png", True), ("b.pdf", False)]


@pytest.mark.parametrize("where", ["flags", "alert"])
def test_no_picture_is_shown_where_one_may_be_indecent(where: str) -> None:
    """Whatever a triage said of it later; the file is named with its SHA-256."""
    flag = FlagSeen(flag=Flag.INDECENT_IMAGE, words="a naked picture")
    case = changed(CASE, kept=(kept("a.png"),), **{where: (flag,)})
    assert [(one.sha256, one.is_picture) for one in told(case).exhibits] == [("a.png", False)]
