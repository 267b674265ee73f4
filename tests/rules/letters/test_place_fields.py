"""What a letter says of where it was follows from what the case is about, and names nobody."""

from datetime import date

import pytest
from calendars import school_calendar
from cast import a_case, a_school, an_adult, opened, reported, sent, triaged
from cast_site import GATE, POST, a_site_policy, case_of
from shipped import LETTERS

from letterladder.ground.values import replace
from letterladder.rules.cases.case import Case
from letterladder.rules.cases.events import AnswerRecorded, AnyEvent, FieldsGiven
from letterladder.rules.letters.compose import Composed, Missing, Order, compose
from letterladder.rules.letters.later_fields import sheet_fields
from letterladder.rules.letters.letter_fields import case_fields
from letterladder.rules.letters.place_fields import place_fields
from letterladder.rules.policies.policy import Step, StepKind
from letterladder.rules.policies.telling import Seriousness
from letterladder.rules.words import Channel, Outcome

POLICY = a_site_policy()
CALENDAR = school_calendar()
WORDS = frozenset(
    {"is_online", "is_on_site", "platform", "removal_by", "place", "happened_on", "facts", "affected"}
)
CONTINUES = AnswerRecorded(
    outcome=Outcome.CONTINUES, channel=Channel.PHONE, on=date(2026, 11, 12), summary="no", letter="L2"
)


def told_by(case: Case, step: str = "L2") -> dict[str, object]:
    """What the letter of this step says of where it was."""
    return place_fields(case, POLICY, POLICY.steps[step])


def written(step: str, *events: AnyEvent) -> Composed | Missing:
    """The letter of this step in a case of these events."""
    return compose(
        Order(
            case=a_case(opened(), *events),
            step=POLICY.steps[step],
            school=a_school(calendar=CALENDAR, policy=POLICY),
            adult=an_adult(),
            pupils=(),
            used=WORDS,
            today=date(2026, 11, 9),
        )
    )


def test_a_letter_about_conduct_on_site_tells_the_place_and_the_day() -> None:
    """And nothing of a platform, whatever else was reported."""
    told = told_by(case_of({**GATE, "affected": "office staff"}, "site-abuse"))
    assert told == {
        "is_online": "",
        "is_on_site": "yes",
        "platform": "",
        "link": "",
        "posted_on": "",
        "place": "the main gate",
        "happened_on": "Friday 6 November 2026",
        "affected": "office staff",
        "quoted_words": "the head is a liar",
        "poster": "you",
    }


def test_a_letter_about_a_post_tells_nothing_of_the_site() -> None:
    """Also where the case is about both: this letter is about the post alone."""
    case = a_case(
        opened(),
        reported("a", **POST),
        reported("bb", **GATE),
        triaged("false-or-defamatory", "site-abuse"),
    )
    about_post, about_both = told_by(case, "L1"), told_by(case, "L2")
    assert (about_post["platform"], about_post["place"], about_post["quoted_words"]) == ("Facebook", "", "a")
    assert (about_both["platform"], about_both["place"]) == ("Facebook", "the main gate")


@pytest.mark.parametrize(
    ("field", "words"),
    [("affected", "Mrs Khan"), ("place", "Mrs Khan's classroom"), ("happened_on", "at pick-up")],
)
def test_what_may_name_somebody_or_is_no_day_is_left_to_a_person(field: str, words: str) -> None:
    """Nothing of it is printed, also where another report says it plainly."""
    case = a_case(
        opened(),
        reported("a", **{**GATE, "affected": "office staff"}),
        reported("bb", **{**GATE, "affected": "office staff", field: words}),
        triaged("site-abuse"),
    )
    plain = {"happened_on": "Friday 6 November 2026"}
    assert told_by(case)[field] == plain.get(field, "")


def test_a_letter_about_one_thing_names_only_that_conduct() -> None:
    """A request to remove a post does not mention the gate."""
    case = case_of(POST, "false-or-defamatory", "site-abuse")
    fields = [
        case_fields(
            case,
            a_school(policy=POLICY),
            POLICY.steps[name],
            adult=an_adult(),
            pupils=[],
            today=date(2026, 11, 9),
        )
        for name in ("L1", "L2")
    ]
    post = "statements that the school believes to be untrue"
    assert [one["conduct"] for one in fields] == [[post], [post, "shouting on site"]]


def test_a_warning_about_conduct_on_site_has_no_day_of_removal_and_asks_what_happened() -> None:
    """No platform is asked for; what happened and to whom is."""
    missing = written("L3", reported(**GATE), triaged("site-abuse"))
    assert isinstance(missing, Missing)
    assert missing.fields == ("affected", "facts")
    given = FieldsGiven(letter="L3", fields={"affected": "staff", "facts": "You swore."})
    letter = written("L3", reported(**GATE), triaged("site-abuse"), given)
    assert isinstance(letter, Composed)
    assert (dict(letter.also), letter.fields["removal_by"], letter.fields["platform"]) == ({}, "", "")


def test_a_warning_about_a_post_asks_for_nothing_on_site() -> None:
    """It prints the day of removal, as ever."""
    letter = written("L3", reported(**POST), triaged())
    assert isinstance(letter, Composed)
    assert letter.fields["removal_by"]
    assert (letter.fields["place"], letter.fields["facts"]) == ("", "")


def test_a_warning_about_both_asks_for_both() -> None:
    """Whatever either needs."""
    missing = written("L3", reported(platform="", link=""), triaged("false-or-defamatory", "site-abuse"))
    assert isinstance(missing, Missing)
    assert set(missing.fields) == {"affected", "facts", "happened_on", "place", "platform"}


def test_the_history_of_conduct_on_site_speaks_of_no_post() -> None:
    """To the adult, and to another body."""
    case = a_case(opened(), reported(**GATE), triaged("site-abuse"), *sent("L2"), CONTINUES)
    school = a_school(calendar=CALENDAR, policy=POLICY)
    to_adult = case_fields(
        case, school, POLICY.steps["L3"], adult=an_adult(), pupils=[], today=date(2026, 11, 13)
    )
    to_body = sheet_fields(case, POLICY, a_sheet(), today=date(2026, 11, 13), calendar=CALENDAR)
    assert "would not do what we asked, and it happened again" in str(to_adult["history"])
    assert "said no to what was asked, and it happened again" in str(to_body["chronology"])
    assert "remove" not in str((to_adult["history"], to_body["chronology"]))


def test_what_the_policy_permits_next_on_site_is_nothing_about_a_post() -> None:
    """No report to the platform, which the policy names for a refusal."""
    steps = {**POLICY.steps, "L3": replace(POLICY.steps["L3"], then={Outcome.CONTINUES: ("P1", "B1", "L1")})}
    shouting = replace(POLICY.conduct["site-abuse"], seriousness=Seriousness.SERIOUS)
    policy = replace(POLICY, steps=steps, conduct={**POLICY.conduct, "site-abuse": shouting})
    fields = [
        case_fields(
            case_of(fact, conduct),
            a_school(policy=policy),
            steps["L3"],
            adult=an_adult(),
            pupils=[],
            today=date(2026, 11, 9),
        )
        for fact, conduct in ((GATE, "site-abuse"), (POST, "false-or-defamatory"))
    ]
    bar = "consider whether you may still come onto our premises, and ask for your comments first"
    ask = "write to you and ask you to remove the post"
    assert fields[0]["next_steps"] == [bar]
    assert fields[1]["next_steps"] == ["ask the platform to remove the post", ask]


def test_the_policy_that_the_school_linked_is_named_for_its_conduct() -> None:
    """Without the version of the school's own, which says nothing of it."""
    linked = {**POLICY.conduct, "site-abuse": replace(POLICY.conduct["site-abuse"], named_by="Site Policy")}
    school = a_school(policy=replace(POLICY, conduct=linked))
    fields = case_fields(
        case_of(GATE, "site-abuse"),
        school,
        POLICY.steps["L2"],
        adult=an_adult(),
        pupils=[],
        today=date(2026, 11, 9),
    )
    assert (fields["policy_title"], fields["policy_version"]) == ("Site Policy", "")


def a_sheet() -> Step:
    """The referral to the police."""
    return Step(id="X3", name="Referral to the police", kind=StepKind.ACTION, record=LETTERS.get("X3"))
