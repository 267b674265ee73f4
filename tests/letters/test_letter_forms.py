"""Letters with parts that come and go: after a meeting, comments received, reviews, one visit, an agreement."""

import pytest
from letters.printing import fields_of, letter
from letters.sample_fields import LEGAL, SAMPLES
from shipped import LETTERS

from letterladder.rules.policies.legal import section_547
from letterladder.rules.words import SchoolType, Switch

NOBODY_CAME: dict[str, object] = {
    "attended": "",
    "talked_about": "",
    "agreed_actions": [],
    "complaint_points": [],
}
TIMES = ["Tuesday 5 January 2027 at 3.45 pm", "Thursday 7 January 2027 at 8.30 am"]
BARS = sorted(LETTERS.switched(Switch.SITE_ACCESS))
WAYS = ("arrival_arrangements", "emergency_arrangements", "meetings_arrangements", "news_arrangements")


@pytest.mark.parametrize(
    ("expected", "changes"),
    [
        ("Our meeting: please do what we agreed by Friday 18 December 2026", {}),
        (
            "Please choose a new time for a meeting by Friday 18 December 2026",
            {**NOBODY_CAME, "new_times": TIMES},
        ),
        ("We did not meet: please send us your comments by Friday 18 December 2026", NOBODY_CAME),
    ],
)
def test_the_letter_after_a_meeting_has_one_heading_for_each_form(
    expected: str, changes: dict[str, object]
) -> None:
    """The outcome in plain words, and only one of them."""
    lines = letter("L2b", **changes).splitlines()
    headings = [line for line in lines if line.endswith("by Friday 18 December 2026")]
    assert headings == [expected]


def test_who_agreed_to_what_is_listed() -> None:
    """Each action with its owner."""
    text = letter("L2b")
    assert (
        "What we agreed\n- You: remove the post by Friday 11 December 2026\n- Mrs Ellwood: phone you" in text
    )


def test_a_complaint_made_at_the_meeting_goes_to_the_complaints_procedure() -> None:
    """Criticism is not misconduct: it goes to the complaints procedure."""
    text = letter("L2b")
    assert "They do not count against you.\n- how homework is set in Year 4\n" in text


@pytest.mark.parametrize(
    "section", ["What we talked about", "What we agreed", "Points for our complaints", "Who came"]
)
def test_a_meeting_that_did_not_take_place_has_no_outcome(section: str) -> None:
    """No empty section, and nobody is said to have agreed."""
    assert section in letter("L2b")
    assert section not in letter("L2b", **NOBODY_CAME)


def test_a_second_invitation_offers_the_new_times() -> None:
    """As a list, with a phone or video meeting as another way."""
    text = letter("L2b", **NOBODY_CAME, new_times=TIMES)
    assert "The new times\n" + "".join(f"- {time}\n" for time in TIMES) in text
    assert "rather meet by phone or video" in text


def test_new_times_left_over_do_not_turn_an_outcome_into_an_invitation() -> None:
    """Who came decides which form it is."""
    assert "The new times" not in letter("L2b", new_times=TIMES)


def test_more_time_for_comments_is_the_heading() -> None:
    """The new date first; the decision waits for it."""
    text = letter("B2a", more_time_until="Monday 14 December 2026")
    assert "You have more time to comment: until Monday 14 December 2026\n" in text
    assert "We have your comments" not in text


def test_comments_that_came_are_answered_with_the_day_of_the_decision() -> None:
    """No second date where no more time was given."""
    text = letter("B2a")
    assert "We have your comments: you will have a decision by Thursday 17 December 2026\n" in text
    assert "more time to comment" not in text
    assert "Your comments by" not in text


@pytest.mark.parametrize("name", ["B2a", "B5", "B6", "B7", "B8"])
def test_a_letter_about_access_speaks_of_the_child_and_of_complaints(name: str) -> None:
    """The child's place, the arrangements, the school's procedure and nothing beyond it."""
    text = letter(name)
    assert "The place of Ruby Stott at the school" in text
    assert "Arrangements for your child\n" in text
    assert str(SAMPLES[name]["complaints_where"]) in text


@pytest.mark.parametrize("name", ["B5", "B8"])
def test_while_permission_is_withdrawn_the_arrangements_stand_in_full(name: str) -> None:
    """Nobody has to look for an older letter to collect a child."""
    text = letter(name)
    assert [field for field in WAYS if str(SAMPLES[name][field]) not in text] == []


@pytest.mark.parametrize("name", BARS)
def test_a_letter_about_access_says_how_it_was_sent(name: str) -> None:
    """The method belongs to the proof of posting."""
    assert f"Sent {SAMPLES[name]['posting_method']}\n" in letter(name)


@pytest.mark.parametrize("name", ["B5", "B6"])
def test_a_review_is_made_by_somebody_else_and_deals_with_each_point(name: str) -> None:
    """The reviewer of a bar is not the person who decided on it (DfE advice on controlling access)."""
    text = letter(name)
    assert "made by Mr Alan Priestley, Chair of Governors, who did not make the earlier decision." in text
    points = SAMPLES[name]["considered_points"]
    assert isinstance(points, list)
    assert [item for item in points if f"- {item['point']} {item['answer']}" not in text] == []


def test_a_review_that_extends_has_an_end_and_a_next_review() -> None:
    """A bar without an end is never printed."""
    text = letter("B5")
    assert "Now lasts until\nFriday 21 May 2027\n" in text
    assert "Next review\nBy Friday 7 May 2027, by Mrs Dinah Fell, governor\n" in text


def test_permission_given_back_without_conditions_names_none() -> None:
    """The sentence about them goes with them."""
    assert "Please note what we ask of you below." in letter("B6")
    assert "Please note what we ask" not in letter("B6", conditions=[])


@pytest.mark.parametrize(
    ("expected", "kind"),
    [
        ("whom the local authority (Ambleshire) has authorised", SchoolType.COMMUNITY),
        ("the local authority (Ambleshire) or the school's governing body", SchoolType.FOUNDATION),
        ("whom the academy trust (Ambleshire) has authorised", SchoolType.ACADEMY),
        ("whom the proprietor of the school (Ambleshire) has authorised", SchoolType.INDEPENDENT),
    ],
)
def test_a_breach_is_worded_for_the_kind_of_school(expected: str, kind: SchoolType) -> None:
    """Who may act differs; trespass alone is civil everywhere."""
    law = section_547(LEGAL, kind, school="Millbrook Primary School", authority="Ambleshire").as_fields()
    text = letter("B8", **law)
    assert expected in text
    assert "Trespass is a civil matter. It is not, by itself, the offence" in text


def test_one_visit_changes_nothing_else() -> None:
    """An exception is not a review."""
    text = letter("B7")
    assert "Apart from this, our letter of Wednesday 16 December 2026, in which we told you that" in text
    assert "is withdrawn, stays as it is." in text
    assert "Who will meet you\nMr Tom Reddish, Deputy Headteacher" in text


def test_a_letter_about_a_claim_says_who_could_make_it_and_nothing_of_advice() -> None:
    """Advice is privileged; a maintained school's governing body can rarely sue for defamation itself."""
    text = letter("X1", adviser="Fell and Marsh Solicitors", advice_on="Monday 11 January 2027")
    assert "Fell and Marsh" not in text
    assert "11 January" not in text
    assert "we have taken" not in text
    assert "Who could make it\nthe member of staff who is named in the post\n" in text
    assert "No legal claim has been made." in text


def test_who_did_not_complain_to_the_school_is_not_told_that_they_did() -> None:
    """The school only heard that they are not content."""
    assert "We understand that you have a concern about how homework is set" in letter("C1")
    assert "You have raised a concern with us about how homework is set" in letter("C1", raised_with_us="yes")


def test_one_contact_leaves_the_urgent_ways_open() -> None:
    """A plan for contact never is between a child and help."""
    text = letter("C2")
    assert "If a child may be in danger now, phone 999." in text
    assert "phone the office as usual: 01632 960120" in text


def test_pictures_of_the_own_child_are_offered_where_the_school_can() -> None:
    """The row goes where there is no such arrangement."""
    assert "Pictures of your child" in letter("P3")
    assert "Pictures of your child" not in letter("P3", picture_arrangements="")


@pytest.mark.parametrize("name", ["P2", "P3"])
def test_a_restriction_has_an_end_a_review_and_a_way_to_comment(name: str) -> None:
    """Short of a bar, but fair in the same way."""
    wanted = {"starts_on", "ends_on", "review_by", "reviewer", "comments_to", "decision_reason"}
    assert wanted - fields_of(name) == set()


def test_the_agreement_has_a_part_to_return_after_the_signature() -> None:
    """The school keeps one part, the family the other."""
    text = letter("G1")
    assert text.index("Mrs Catherine Ellwood") < text.index("To be returned to the school")
    assert "Name\nMr Gavin Stott\nSignature\n\nDate\n\nOur reference\n2026-0042\n" in text
    assert "The place of your child at the school does not depend on your signature." in text
