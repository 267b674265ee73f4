"""A letter says what it is about: words, pictures or a video; of pictures it never says "words"."""

import re
from datetime import date

import pytest
from calendars import school_calendar
from cast import a_case, a_policy, a_school, an_adult, opened, reported, triaged
from cast_site import GATE, POST, a_site_policy, case_of
from letters.printing import letter

from letterladder.rules.cases.events import FieldsGiven
from letterladder.rules.letters.compose import Composed, Missing, Order, compose
from letterladder.rules.letters.material import material_fields, materials_of
from letterladder.rules.policies.conduct import Conduct
from letterladder.rules.words import About, Deed, Material

PHOTOS = Conduct(
    id="photos",
    title="photographs or film of other people's children",
    deeds=((Deed.PICTURE, About.PUPIL), (Deed.VIDEO, About.PUPIL)),
    first=("L1",),
)
POLICY = a_policy(conduct={**a_policy().conduct, "photos": PHOTOS})
INSULT = next(iter(a_policy().conduct))


def kinds(fact: dict[str, str], *conduct: str, **given: str) -> set[str]:
    """What the first letter of a case with this report is about."""
    case = case_of({**POST, "words": "", **fact}, *conduct)
    return {str(one) for one in materials_of(case, POLICY, POLICY.steps["L1"], given)}


@pytest.mark.parametrize(
    ("expected", "fact", "conduct"),
    [
        ({"words"}, {"words": "a clown"}, INSULT),
        ({"words"}, {}, INSULT),
        ({"picture"}, {"material": "picture"}, INSULT),
        ({"video"}, {"material": "video"}, INSULT),
        ({"words"}, {"material": "picture", "words": "a clown"}, INSULT),
        ({"images"}, {}, "photos"),
        ({"images"}, {"words": "Disco time"}, "photos"),
        ({"picture"}, {"material": "picture", "words": "Disco time"}, "photos"),
        ({"video"}, {"material": "video"}, "photos"),
    ],
)
def test_what_it_is_follows_from_the_conduct_and_the_reports(
    expected: set[str], fact: dict[str, str], conduct: str
) -> None:
    """Words with a photograph of other children are its caption; an insult stays words, whatever is beside it."""
    assert kinds(fact, conduct) == expected


def test_a_letter_about_both_kinds_of_conduct_says_both() -> None:
    """Photographs of children, and an insult under them."""
    assert kinds({"material": "picture", "words": "a clown"}, INSULT, "photos") == {"words", "picture"}


def test_words_that_somebody_typed_are_the_matter_although_a_report_told_of_a_picture() -> None:
    """The office read the screenshot: it is a picture of words."""
    assert kinds({"material": "picture"}, INSULT, quoted_words="a clown") == {"words"}


def test_a_letter_about_the_site_alone_is_about_nothing_posted() -> None:
    """What was said there is not told as posted words."""
    case = case_of(GATE, "site-abuse")
    policy = a_site_policy()
    assert materials_of(case, policy, policy.steps["L2"], {}) == frozenset()


USED = frozenset({"quoted_words", "shown", "material", "quote_intro", "concern", "platform"})


def written(
    fact: dict[str, str], *conduct: str, used: frozenset[str] = USED, **given: str
) -> Composed | Missing:
    """The request to remove in a case with this report."""
    told = reported(**{**POST, "words": "", "link": "", "posted_on": "", **fact})
    case = a_case(opened(), told, triaged(*conduct), FieldsGiven(letter="L1", fields=given))
    return compose(
        Order(
            case=case,
            step=POLICY.steps["L1"],
            school=a_school(calendar=school_calendar(), policy=POLICY),
            adult=an_adult(),
            pupils=(),
            used=used,
            today=date(2026, 11, 9),
        )
    )


@pytest.mark.parametrize(
    "fact", [{"posted_on": "2026-10-30"}, {"link": "https://x.example/1"}, {"words": "Disco"}]
)
def test_pictures_need_no_words_where_the_adult_can_tell_which_they_are(fact: dict[str, str]) -> None:
    """By their day, their link or their caption."""
    found = written({"material": "picture", **fact}, "photos")
    assert isinstance(found, Composed)
    assert (found.fields["material"], found.fields["concern"]) == ("one or more pictures", "the pictures")


def test_pictures_that_nothing_identifies_need_somebody_who_says_what_they_show() -> None:
    """Else the adult would not know which they should take down."""
    found = written({"material": "picture"}, "photos")
    assert isinstance(found, Missing)
    assert found.fields == ("shown",)
    assert isinstance(written({"material": "picture"}, "photos", shown="children at the disco"), Composed)


def test_words_are_asked_for_where_words_are_the_matter() -> None:
    """Unless somebody writes what a page shows."""
    found = written({"posted_on": "2026-10-30"}, INSULT)
    assert isinstance(found, Missing)
    assert found.fields == ("quoted_words",)
    page = written({"posted_on": "2026-10-30"}, INSULT, shown="a page with the school's name and badge")
    assert isinstance(page, Composed)
    assert (page.fields["quote_intro"], page.fields["concern"]) == ("", "what is described above")


def test_a_schools_own_word_file_that_cannot_say_what_is_shown_goes_on_asking_for_words() -> None:
    """It would print a heading with nothing below it."""
    found = written({"material": "picture", "posted_on": "2026-10-30"}, "photos", used=USED - {"shown"})
    assert isinstance(found, Missing)
    assert found.fields == ("quoted_words",)


@pytest.mark.parametrize("name", ["L1", "N1", "L2", "L3", "X1"])
@pytest.mark.parametrize("caption", ["", "Disco time"])
@pytest.mark.parametrize("kind", [Material.PICTURE, Material.VIDEO, Material.IMAGES])
def test_a_letter_about_pictures_or_a_video_never_says_words(kind: Material, caption: str, name: str) -> None:
    """Neither above the quotation nor where it says what it is about."""
    told = {
        "quoted_words": caption,
        "shown": "children at the disco",
        "facts": "",
        "conduct": ["photographs"],
    }
    fields = {**told, **material_fields(frozenset({kind}), told)}
    text = letter(name, **fields)
    assert re.findall(r"\bwords?\b", text, re.IGNORECASE) == []
    assert ("The caption reads:" in text) is bool(caption and name != "L2")
    assert f"What was posted\n{fields['material']}" in text
