"""The values that are in a letter."""

from datetime import date

import pytest
from cast import BEGUN, PUPIL, a_case, a_policy, a_school, an_adult, reported, sent, triaged
from shipped import LETTERS

from letterladder.ground.values import replace
from letterladder.rules.cases.events import ActionDone, AnswerRecorded, AnyEvent, FieldsGiven
from letterladder.rules.cases.hearing import NO_ANSWER
from letterladder.rules.letters.letter_fields import case_fields, given_fields, school_fields
from letterladder.rules.words import Channel, Outcome

STEPS = a_policy().steps
AFTERWARDS = date(2026, 11, 20)
"""The day after every answer-by of the cast."""


def of_case(step: str, *events: AnyEvent) -> dict[str, object]:
    """The fields that the case fills for the letter of this step."""
    return case_fields(
        a_case(*BEGUN, *events), a_school(), STEPS[step], adult=an_adult(), pupils=[PUPIL], today=AFTERWARDS
    )


def of_school(step: str = "L1", *, alternate: bool = False, **changes: object) -> dict[str, object]:
    """The fields that the school fills."""
    return school_fields(a_school(**changes), STEPS[step], signed_by="alternate" if alternate else "head")


def answer(outcome: Outcome, on: str, letter: str = "L1", channel: Channel = Channel.PHONE) -> AnswerRecorded:
    """An answer of that day."""
    return AnswerRecorded(
        outcome=outcome, channel=channel, on=date.fromisoformat(on), summary="x", letter=letter
    )


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ("ref", "2026-0042"),
        ("adult_name", "Mr Gavin Stott"),
        ("salutation", "Mr Stott"),
        ("addressee_lines", ["Mr Gavin Stott", "17 Tanner's Row", "Wexmoor", "ZZ99 2XB"]),
        ("child_names", ["Ruby Stott"]),
        ("conduct", ["statements that the school believes to be untrue"]),
        ("policy_clause", "4.6"),
        ("platform", "Facebook"),
        ("posted_on", "Thursday 5 November 2026"),
        ("quoted_words", "the head is a liar"),
        ("history", []),
        ("heard", ""),
    ],
)
def test_the_case_fills_its_fields(field: str, expected: object) -> None:
    """From the register, the triage and the report."""
    assert of_case("L1")[field] == expected


def test_several_reports_are_told_together() -> None:
    """Each platform, link, day and quotation once, in the order they came."""
    more = reported("and a thief", platform="WhatsApp", link="https://a.example/1", posted_on="2026-11-06")
    again = reported("and a thief", platform="Facebook", posted_on="last week")
    fields = of_case("L1", more, again)
    assert fields["platform"] == "Facebook and WhatsApp"
    assert fields["posted_on"] == "Thursday 5 November 2026 and Friday 6 November 2026"
    assert (fields["quoted_words"], fields["link"]) == (
        "the head is a liar … and a thief",
        "https://a.example/1",
    )


def test_three_are_joined_with_commas() -> None:
    """As one would say it."""
    fields = of_case("L1", reported(platform="X"), reported(platform="WhatsApp"))
    assert fields["platform"] == "Facebook, X and WhatsApp"


def test_conduct_without_a_clause_leaves_the_clause_out() -> None:
    """A policy that is not numbered is not made to look so."""
    fields = of_case("L1", triaged("threat"))
    assert (fields["policy_clause"], fields["conduct"]) == ("", ["words that the school takes as a threat"])


def test_each_clause_is_named_once() -> None:
    """In the order of the triage; conduct the policy does not know is not named."""
    assert (
        of_case("L1", triaged("harassment", "false-or-defamatory", "gone"))["policy_clause"] == "4.7 and 4.6"
    )


def test_the_history_is_told_by_date() -> None:
    """Letters and answers, oldest first, in plain words."""
    rows = of_case(
        "L3", answer(Outcome.REFUSED, "2026-11-13"), *sent("L1"), answer(Outcome.APOLOGY, "2026-11-16")
    )
    assert rows["history"] == [
        {"date": "Tuesday 10 November 2026", "what": "we wrote to you and asked you to remove the post"},
        {"date": "Friday 13 November 2026", "what": "you told us that you would not remove the content"},
        {"date": "Monday 16 November 2026", "what": "you apologised"},
    ]


def test_the_history_mixes_letters_and_answers_by_day() -> None:
    """An answer between two letters is between them."""
    rows = of_case(
        "L3", *sent("L1"), answer(Outcome.REFUSED, "2026-11-13"), *sent("L2", on=date(2026, 11, 16))
    )
    history = rows["history"]
    assert isinstance(history, list)
    assert [row["date"][:3] for row in history] == ["Tue", "Fri", "Mon"]


def test_an_action_of_ours_is_not_called_a_letter() -> None:
    """Nothing was sent to the adult."""
    done = ActionDone(step="P1", done_by="office", on=date(2026, 11, 11))
    assert of_case("L3", done)["history"] == [
        {"date": "Wednesday 11 November 2026", "what": "we asked the platform to remove the post"}
    ]


@pytest.mark.parametrize("outcome", [one for one in Outcome if one not in NO_ANSWER])
def test_every_answer_has_words(outcome: Outcome) -> None:
    """A sentence to the adult, never our own word for the outcome."""
    history = of_case("L3", answer(outcome, "2026-11-13"))["history"]
    assert isinstance(history, list)
    assert history[0]["what"].startswith("you ")


@pytest.mark.parametrize(
    ("step", "expected"),
    [("B3", "You did not send us any comments by the date in our letter."), ("L3", "")],
)
def test_only_a_decision_says_what_was_heard(step: str, expected: str) -> None:
    """Any other letter leaves the words out."""
    assert of_case(step, *sent("B2"))["heard"] == expected


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ("school_name", "Larkfield Primary School"),
        ("school_address", ["Larkfield Road", "Wexmoor", "ZZ99 4LF"]),
        ("contact_name", "Mrs Carol Binns"),
        ("contact_phone", "01632 960140"),
        ("signer_name", "Mrs Anita Hollis"),
        ("signer_role", "Headteacher"),
        ("complaints_days", "10"),
        ("decision_owner", "Mrs Anita Hollis, Headteacher"),
        ("policy_title", "Policy on Conduct Online"),
        (
            "comments_to",
            "Mrs Carol Binns at the address above, by email to office@larkfield.example or on 01632 960140",
        ),
    ],
)
def test_the_school_fills_its_fields(field: str, expected: object) -> None:
    """From its configuration."""
    assert of_school()[field] == expected


def test_without_a_number_of_their_own_the_contact_has_the_schools() -> None:
    """A letter always has a telephone number."""
    assert of_school(contact=replace(a_school().contact, phone=""))["contact_phone"] == "01632 960140"


def test_the_alternate_signs_for_the_head() -> None:
    """And answers for the decision."""
    fields = of_school(alternate=True)
    assert (fields["signer_name"], fields["signer_role"]) == ("Mr Peter Quayle", "Chair of Governors")


@pytest.mark.parametrize(("expected", "alternate"), [(b"ink", False), (b"", True)])
def test_the_heads_signature_is_printed_under_the_heads_letters_alone(
    expected: bytes, alternate: bool
) -> None:
    """Nobody signs with another's hand."""
    letterhead = replace(a_school().letterhead, signature=b"ink")
    assert of_school(alternate=alternate, letterhead=letterhead)["signature"] == expected


@pytest.mark.parametrize(
    ("expected", "given"),
    [
        ({"facts": "he came in"}, {"facts": " he came in "}),
        ({}, {"facts": "  "}),
        ({"expectations": ["be kind", "ring first"]}, {"expectations": "be kind; ring first;"}),
        (
            {
                "considered_points": [
                    {"point": "I was angry.", "answer": "We saw that."},
                    {"point": "I moved.", "answer": ""},
                ]
            },
            {"considered_points": "I was angry => we saw that; I moved."},
        ),
        ({}, {"answer_by": "tomorrow", "addressee_lines": "elsewhere"}),
    ],
)
def test_what_a_person_typed_becomes_a_field(expected: dict[str, object], given: dict[str, str]) -> None:
    """Lists split at semicolons, pairs at =>; what is calculated is not taken."""
    assert given_fields(LETTERS, given) == expected


def test_a_decision_repeats_what_its_notice_said() -> None:
    """The facts of B2 are in B3 unless somebody writes them again."""
    notice = FieldsGiven(letter="B2", fields={"facts": "he came in", "premises": "the field"})
    decision = FieldsGiven(letter="B3", fields={"premises": "the whole site"})
    given = a_case(*BEGUN, notice, decision).given("B3", LETTERS)
    assert given_fields(LETTERS, given) == {"facts": "he came in", "premises": "the whole site"}


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        ((), ""),
        ((answer(Outcome.REFUSED, "2026-11-13"),), ""),
        ((answer(Outcome.COMPLAINT, "2026-11-13"),), "yes"),
    ],
)
def test_only_who_complained_to_the_school_raised_the_matter(
    events: tuple[AnyEvent, ...], expected: str
) -> None:
    """What another reported, the adult did not raise with us."""
    assert of_case("L1", *events)["raised_with_us"] == expected
