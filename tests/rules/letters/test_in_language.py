"""What a letter says in another language: dates and phrases in it, typed words in English, and nothing guessed."""

import ast
from pathlib import Path

import pytest
from shipped import LETTERS

from letterladder.config.language_file import languages_of
from letterladder.config.paths import POLICIES
from letterladder.config.policy_file import read_policy
from letterladder.ground.values import replace
from letterladder.rules.letters import (
    child_words,
    heard_words,
    letter_dates,
    letter_fields,
    place_fields,
    told_history,
)
from letterladder.rules.letters.in_language import AS_IT_IS, in_language
from letterladder.rules.policies.telling import Telling
from letterladder.rules.policies.told_steps import telling_of, we_did, we_may
from letterladder.rules.texts.languages import PLAIN_JOINING, Joining, Language

LANGUAGES, FAULTS = languages_of(Path(__file__).parent)


def said(code: str, name: str, value: object) -> object:
    """What a translation prints for one field, without the marks of a script from right to left."""
    found = in_language({name: value}, LETTERS, LANGUAGES[code]).fields[name]
    return found.translate(dict.fromkeys(map(ord, AS_IT_IS))) if isinstance(found, str) else found


SAID = [
    ("cy", "answer_by", "Tuesday 8 December 2026", "dydd Mawrth 8 Rhagfyr 2026"),
    ("pl", "answer_by", "Thursday 1 January 2026", "czwartek, 1 stycznia 2026"),
    ("ur", "answer_by", "Tuesday 8 December 2026", "منگل، 8 دسمبر، 2026"),
    ("pl", "slot_1", "Tuesday 8 December 2026 at 3.45 pm", "wtorek, 8 grudnia 2026, godz. 15:45"),
    ("cy", "slot_1", "Friday 1 May 2026 at 12 am", "dydd Gwener 1 Mai 2026 am 00:00"),
    ("pl", "seen_on", "1 May 2026 and 2 May 2026", "piątek, 1 maja 2026 i sobota, 2 maja 2026"),
    ("cy", "slot_1", "Friday 1 May 2026 at 3.59 pm", "dydd Gwener 1 Mai 2026 am 15:59"),
    (
        "cy",
        "slot_1",
        "Friday 1 May 2026 at 3.60 pm",
        "Friday 1 May 2026 at 3.60 pm (yn Saesneg)",
    ),
    ("cy", "posting_method", "by hand", "â llaw"),
    ("cy", "decision_owner", "Mrs Anita Hollis, Headteacher", "Mrs Anita Hollis, Pennaeth"),
    ("cy", "quoted_words", "Miss Harker is useless", "Miss Harker is useless"),
    (
        "pl",
        "facts",
        "You shouted at the gate on 3 May 2026.",
        "You shouted at the gate on 3 May 2026. (w języku angielskim)",
    ),
    ("cy", "poster", "you", "chi"),
    ("cy", "poster", "your child", "eich plentyn"),
    ("pl", "poster", "you", "Państwa"),
    ("pl", "poster", "your child", "Państwa dziecko"),
    ("ur", "poster", "you", "آپ"),
    ("ur", "poster", "your child", "آپ کے بچے"),
    ("ur", "facts", "Tuesday 31 February 2026", "Tuesday 31 February 2026 (انگریزی میں)"),
    (
        "pl",
        "heard",
        "We received your comments on Friday 4 December 2026 (by phone).",
        "Otrzymaliśmy Państwa uwagi w dniu: piątek, 4 grudnia 2026 (telefonicznie).",
    ),
    (
        "cy",
        "meanwhile",
        "you may come onto the premises as you do now",
        "cewch ddod ar y safle fel yr ydych yn ei wneud yn awr",
    ),
]


@pytest.mark.parametrize(("code", "name", "english", "other"), SAID)
def test_a_field_in_another_language(code: str, name: str, english: str, other: str) -> None:
    """Dates, times, lists and phrases are said; names and quotations stay; what is typed is marked as English."""
    assert said(code, name, english) == other


def test_it_is_told_which_fields_stayed_in_english() -> None:
    """The approver hears their names; a list counts where one of its things stayed."""
    fields = {"facts": "typed", "answer_by": "1 May 2026", "conduct": ["racist comments", "being loud"]}
    assert in_language(fields, LETTERS, LANGUAGES["cy"]).stayed == ("facts", "conduct")


def test_pairs_pictures_and_nothing_pass() -> None:
    """The parts of pairs are said each for itself; a picture and an empty field are as they were."""
    history = [
        {"date": "Tuesday 10 November 2026", "what": "we sent you a written warning (in an earlier matter)"}
    ]
    warned = "wysłaliśmy Państwu pisemne ostrzeżenie (we wcześniejszej sprawie)"
    assert said("pl", "history", history) == [{"date": "wtorek, 10 listopada 2026", "what": warned}]
    assert (said("pl", "logo", b"png"), said("pl", "link", ""), said("pl", "next_steps", [])) == (
        b"png",
        "",
        [],
    )


def test_a_typed_mark_cannot_end_the_words_it_is_in() -> None:
    """Text between the marks of another script cannot hold such a mark."""
    first, last = AS_IT_IS
    told = in_language({"facts": f"a{last}b{first}c"}, LETTERS, LANGUAGES["ur"]).fields["facts"]
    assert str(told).startswith(f"{first}abc{last}")


def constants() -> set[str]:
    """The sentences that the rules put into letters: every constant of these modules that begins one."""
    modules = (heard_words, place_fields, letter_fields)
    found: set[str] = set()
    for module in modules:
        for node in ast.walk(ast.parse(Path(str(module.__file__)).read_text("utf-8"))):
            if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
                found |= {
                    one.value
                    for one in ast.walk(node.value)
                    if isinstance(one, ast.Constant)
                    and isinstance(one.value, str)
                    and one.value.endswith(".")
                }
    answers = (place_fields.ONLINE_ANSWERS, place_fields.SITE_ANSWERS, place_fields.ANSWERS)
    clauses = {words for table in answers for words in table.values()} | {told_history.WROTE}
    return {one for one in found if one[0].isupper()} | set(letter_dates.POSTED.values()) | clauses


def of_children() -> set[str]:
    """What letters call the adult's children."""
    many = set(child_words.MANY.values())
    several = {f"one of {one}" for one in many}
    return {*child_words.ONE.values(), *many, *several, child_words.ANY, child_words.A_CHILD}


def of_policies() -> set[str]:
    """The titles of conduct and the sentences of steps in the policies that ship."""
    policies = [policy for file in POLICIES.glob("*.toml") if (policy := read_policy(file, LETTERS)[0])]
    titles = {one.title for policy in policies for one in policy.conduct.values()}
    steps = [
        step for policy in policies for step in policy.steps.values() if telling_of(step) is not Telling.NEVER
    ]
    return titles | {words for step in steps for words in (we_did(step), we_may(step)) if words}


@pytest.mark.parametrize("code", sorted(LANGUAGES))
def test_a_language_that_ships_has_every_phrase(code: str) -> None:
    """Whatever a rule or a shipped policy puts into a letter is not left in English."""
    wanted = constants() | of_policies() | of_children()
    assert len(wanted) > 100
    assert [
        one for one in sorted(wanted) if in_language({"facts": one}, LETTERS, LANGUAGES[code]).stayed
    ] == []


def test_the_languages_that_ship_are_sound_and_wait_to_be_confirmed() -> None:
    """No fault in their files, the same phrases in each, and nobody has confirmed them for a school."""
    assert FAULTS == []
    assert {frozenset(one.phrases) for one in LANGUAGES.values()} == {frozenset(LANGUAGES["cy"].phrases)}
    assert [one.is_confirmed for one in LANGUAGES.values()] == [False, False, False]
    assert isinstance(LANGUAGES["ur"], Language)
    assert LANGUAGES["ur"].right_to_left


@pytest.mark.parametrize("code", sorted(LANGUAGES))
def test_a_language_that_ships_says_how_it_joins(code: str) -> None:
    """Every phrase has words of its own, and "follows" is a sentence and not the plain brackets."""
    joining = LANGUAGES[code].joining
    assert joining.follows not in {Joining().follows, PLAIN_JOINING.follows}
    assert joining.contact_by_both not in {Joining().contact_by_both, PLAIN_JOINING.contact_by_both}


def test_a_language_that_says_nothing_of_joining_has_no_english_in_between() -> None:
    """Such as a school's own, written before there were phrases."""
    fields = {"contact_name": "Mrs Binns", "contact_phone": "01632 960140", "contact_email": "o@s.example"}
    fields |= {"contact_role": "", "policy_title": "Policy", "policy_version": "", "policy_clause": "4.2"}
    told = in_language(fields, LETTERS, replace(LANGUAGES["pl"], joining=PLAIN_JOINING)).fields
    assert (told["contact"], told["policy"]) == ("Mrs Binns, 01632 960140, o@s.example", "Policy (4.2)")
