"""A policy as a picture and a page: every step, every answer, frames that tell more than colours, nothing to load."""

from itertools import combinations
from pathlib import Path

import pytest
from broken_policies import text_of
from lxml import etree
from shipped import LETTERS

from letterladder.config.paths import shipped_policies, shipped_policy
from letterladder.config.policy_file import read_policy
from letterladder.ground.values import replace
from letterladder.records.papers.ladder_layout import WIDTH, laid_out
from letterladder.records.papers.ladder_page import ladder_page
from letterladder.records.papers.ladder_svg import FILLS, ladder_svg
from letterladder.rules.policies.policy import Policy
from letterladder.rules.policies.policy_words import ended_words

NAMES = shipped_policies()


def policy(name: str) -> Policy:
    """A shipped policy."""
    found, _ = read_policy(shipped_policy(name), LETTERS)
    assert found is not None
    return found


def drawn(of: Policy) -> tuple[etree._Element, str]:
    """The picture, and all words in it."""
    root = etree.fromstring(ladder_svg(of))
    return root, " ".join(str(one) for one in root.itertext())


@pytest.mark.parametrize("name", NAMES)
def test_every_step_and_every_answer_is_in_the_picture(name: str) -> None:
    """Each step by its id, each answer in plain words."""
    shown = policy(name)
    root, words = drawn(shown)
    said = {str(one.text) for one in root.iter("{*}text")}
    assert shown.steps.keys() <= said
    for step in shown.steps.values():
        for outcome in step.then:
            if outcome != "other":
                assert ended_words(outcome) in words


@pytest.mark.parametrize("name", NAMES)
def test_no_two_boxes_are_on_top_of_one_another(name: str) -> None:
    """Whatever the policy, each box has its own room in the picture."""
    picture = laid_out(policy(name))
    for one, other in combinations(picture.boxes.values(), 2):
        beside = one.left + WIDTH <= other.left or other.left + WIDTH <= one.left
        below = one.top + one.height <= other.top or other.top + other.height <= one.top
        assert beside or below, (one.step.id, other.step.id)
    assert all(one.top + one.height <= picture.height for one in picture.boxes.values())


def test_what_a_step_is_shows_without_its_colour() -> None:
    """Two frames for a measure, round corners for an action, a thick one for the end, and the word itself."""
    root, _ = drawn(policy("model"))
    frames: dict[str, set[tuple[int, str | None, str | None]]] = {}
    for group in root.iterfind(".//{*}g/{*}g"):
        words = [str(one.text) for one in group.iter("{*}text")]
        sort = next(one for one in words if one in FILLS)
        rects = group.findall("{*}rect")
        frames.setdefault(sort, set()).add((len(rects), rects[0].get("rx"), rects[0].get("stroke-width")))
    assert frames == {
        "letter": {(1, "0", "1.3")},
        "measure": {(2, "0", "1.3")},
        "action": {(1, "12", "1.3")},
        "closing letter": {(1, "0", "3")},
    }


@pytest.mark.parametrize("name", NAMES)
def test_the_page_says_every_step_and_loads_nothing(name: str) -> None:
    """One file: no script, no address."""
    shown = policy(name)
    page = ladder_page(shown).decode()
    assert all(f"<h3>{step} · " in page for step in shown.steps)
    assert "<script" not in page
    assert "src=" not in page
    assert "href=" not in page


def test_ladders_roles_and_what_waits_are_shown(tmp_path: Path) -> None:
    """How a step goes on on each ladder, silence that is fine, the letter it sends, who acts, what holds it back."""
    file = tmp_path / "ladders.toml"
    roles = 'name = "Appeal heard"\ndoer = "panel"\nconsults = ["dsl"]'
    rule = '[[mandatory]]\nid = "told"\nstep = "X3"\nbefore = ["block"]\nasks = true\nsays = "Told?"\nsource = "2"\n\n'
    text = (
        text_of("ladders")
        .replace('name = "Appeal heard"', roles)
        .replace("[steps.L1]", f"{rule}[steps.L1]", 1)
    )
    file.write_text(text, encoding="utf-8")
    shown, faults = read_policy(file, LETTERS)
    assert shown is not None, faults
    words = drawn(shown)[1]
    assert "children: no answer → block" in " ".join(words.split())
    assert "no answer: nothing follows" in words
    assert "It sends L3." in words
    assert "Waits for X3 where that is required." in words
    page = ladder_page(shown).decode()
    for said in (
        "Done by: panel. First consulted: dsl.",
        "Nothing follows, and nobody is asked: it stands.",
        "Somebody does it, or decides by name that it is not done. Until then these wait: block",
        "They keep away from other people&#39;s children. It counts as “stops”.",
        "children, after: no answer</dt><dd>block",
    ):
        assert said in page


def test_what_a_school_wrote_is_no_markup() -> None:
    """A name with signs in it is shown as it is, in the picture and on the page."""
    model = policy("model")
    odd = {**model.steps, "L1": replace(model.steps["L1"], name="<b>Ask & tell</b>")}
    shown = replace(model, title="Kind <i>Words</i>", steps=odd)
    assert "<b>Ask & tell</b>" in drawn(shown)[1]
    assert b"<b>" not in ladder_page(shown)
    assert b"<i>" not in ladder_page(shown)
