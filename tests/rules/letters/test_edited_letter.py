"""An edited letter against its draft: what may be written again, what the approver hears of, what is refused."""

from datetime import date

import pytest

from letterladder.ground.values import replace
from letterladder.rules.letters.edited_letter import address_block, compare, stands
from letterladder.rules.letters.edited_lines import Reckoned, Verdict

DRAFT = """Larkfield Primary School
Larkfield Road, Wexmoor, ZZ99 4LF

Mr Gavin Stott
17 Tanner's Row
Wexmoor
ZZ99 2XB
Tuesday 10 November 2026
Our reference: 2026-0042
Dear Mr Stott
Please remove an online post by Thursday 19 November 2026
Please remove it by Thursday 19 November 2026, and tell us when you have done so.
When it was posted
Thursday 5 November 2026
- Remove the post by Thursday 19 November 2026.
Tell us by Thursday 19 November 2026 and we will consider it. The decision follows by Friday 27 November 2026.
Please give our reference, 2026-0042.
Yours sincerely
"""
DATES = {
    "letter_date": date(2026, 11, 10),
    "answer_by": date(2026, 11, 19),
    "decision_by": date(2026, 11, 27),
}
CASE = Reckoned(
    ref="2026-0042",
    name="Mr Gavin Stott",
    salutation="Mr Stott",
    address=("17 Tanner's Row", "Wexmoor", "ZZ99 2XB"),
    dates=DATES,
)
LATER = {
    "letter_date": date(2026, 11, 11),
    "answer_by": date(2026, 11, 20),
    "decision_by": date(2026, 11, 30),
}
MOVED = replace(CASE, address=("2 Weir Street", "Wexmoor", "ZZ99 4AB"))


def edited(*changes: tuple[str, str], first_only: bool = False) -> str:
    """The draft with words written over, everywhere or at the first place only."""
    text = DRAFT
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1 if first_only else -1)
    return text


def found(text: str, now: Reckoned = CASE, original: str = DRAFT) -> Verdict:
    """What a comparison says."""
    return compare(original, text, drafted=CASE, now=now)


@pytest.mark.parametrize(
    ("says", "old", "new"),
    [
        ('the answer-by date as "Friday 20 November 2026"', "Thursday 19 November", "Friday 20 November"),
        ('the answer-by date as "26/11/2026"', "Thursday 19 November 2026", "26/11/2026"),
        ('the answer-by date as "1st December"', "Thursday 19 November 2026", "1st December"),
        ('the answer-by date as "Friday 19 November 2026"', "Thursday 19", "Friday 19"),
        ("no longer says the answer-by date", "Thursday 19 November 2026", "the end of term"),
        ('the date of the letter as "Monday 9 November 2026"', "Tuesday 10 November", "Monday 9 November"),
        ("no longer says the date of the letter", "Tuesday 10 November 2026\n", ""),
        ('the day of the decision as "Friday 4 December 2026"', "Friday 27 November", "Friday 4 December"),
        ("addressed to: Mr Gavin Stott, 2 Weir Street", "17 Tanner's Row", "2 Weir Street"),
        ("addressed to: Mr Gavin Stott, 17 Tanner's Row, Wexmoor, ZZ99 2XA", "ZZ99 2XB", "ZZ99 2XA"),
        ("addressed to: Mr Gavin Stott, c/o Mrs Stott", "17 Tanner's Row", "c/o Mrs Stott\n17 Tanner's Row"),
        ("no longer says whom it is addressed to", "Mr Gavin Stott\n", "Mrs Tessa Stott\n"),
        ("addressed to", "17 Tanner's Row\n", ""),
        ('begins "Dear Mrs Falk"', "Dear Mr Stott", "Dear Mrs Falk"),
        ("reference 2026-0043", "2026-0042", "2026-0043"),
        ("no longer says its reference", "2026-0042", "as above"),
        ("by another date", "Yours sincerely", "Please reply by Monday 30 November.\nYours sincerely"),
        ("by another date", "Yours sincerely", "You have 28 days: answer within 28 days.\nYours sincerely"),
        ("by another date", "and we will", "or by 1 December at the latest let us know, and we will"),
    ],
)
def test_a_letter_that_says_other_than_the_case_is_refused(says: str, old: str, new: str) -> None:
    """The program goes on by its own dates and its own address: such a letter would not be true."""
    problems = found(edited((old, new))).refused
    assert says in " ".join(one.what for one in problems)
    assert all("2026-0042" in f"{one.where} {one.what_to_do}" for one in problems)


def test_one_of_several_places_is_enough() -> None:
    """The letter says its answer-by four times; changed once it contradicts itself."""
    text = edited(("Thursday 19 November", "Friday 20 November"), first_only=True)
    assert len(found(text).refused) == 1


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("and tell us when you have done so", "and let us know"),
        ("Thursday 19 November 2026", "19th November"),
        ("Thursday 19 November 2026", "Thursday, 19 Nov. 2026"),
        ("- Remove the post by Thursday 19 November 2026.\n", ""),
        ("17 Tanner's Row\nWexmoor\nZZ99 2XB", "17, TANNER’S ROW, Wexmoor, zz99 2xb"),
        ("Yours sincerely", "You may know that we marched in May.\nYours sincerely"),
        ("Please give our reference", "Thank you. Please give our reference"),
    ],
)
def test_other_words_are_the_writers_own_affair(old: str, new: str) -> None:
    """Nothing to refuse and nothing to name: the same day, the same house, other sentences."""
    assert found(edited((old, new))) == Verdict()


@pytest.mark.parametrize(
    ("says", "old", "new"),
    [
        ("We spoke on 29 October", "Yours sincerely", "We spoke on 29 October 2026.\nYours sincerely"),
        ("Friday 6 November", "Thursday 5 November", "Friday 6 November"),
        ('begins "Dear Gavin"', "Dear Mr Stott", "Dear Gavin"),
        ('begins "Dear parent"', "Dear Mr Stott", "Dear parent"),
        ("below the address", "ZZ99 2XB\n", "ZZ99 2XB\nBy recorded delivery\n"),
    ],
)
def test_a_change_that_may_be_right_is_named_to_the_approver(says: str, old: str, new: str) -> None:
    """The approver reads it before the yes."""
    verdict = found(edited((old, new)))
    assert (verdict.refused, says in " ".join(verdict.named)) == ((), True)


ALL_LATER = (
    ("Tuesday 10 November", "Wednesday 11 November"),
    ("Thursday 19 November", "Friday 20 November"),
    ("Friday 27 November", "Monday 30 November"),
)


def test_dates_that_moved_with_the_case_are_taken_and_named() -> None:
    """Edited on the day after: the case calculates the later dates too, so they are the letter's."""
    verdict = found(edited(*ALL_LATER), replace(CASE, dates=LATER))
    assert (verdict.refused, dict(verdict.dates), len(verdict.named)) == ((), LATER, 3)


@pytest.mark.parametrize("left_out", range(3))
def test_half_of_the_dates_moved_is_refused(left_out: int) -> None:
    """A letter of today with yesterday's answer-by would be too short."""
    changes = tuple(change for place, change in enumerate(ALL_LATER) if place != left_out)
    assert found(edited(*changes), replace(CASE, dates=LATER)).refused


def test_dates_left_alone_stand_although_the_case_would_reckon_others_today() -> None:
    """The draft is good until its own date has passed."""
    assert found(edited(("done so", "done it")), replace(CASE, dates=LATER)) == Verdict()


def test_an_address_that_the_register_has_now_is_taken_and_named() -> None:
    """The office corrected the register, and the head the letter."""
    verdict = found(edited(("17 Tanner's Row", "2 Weir Street"), ("ZZ99 2XB", "ZZ99 4AB")), MOVED)
    assert (verdict.refused, "2 Weir Street" in verdict.named[0]) == ((), True)


def test_an_address_that_is_no_longer_the_registers_is_named() -> None:
    """Nobody changed it in the letter; the one who approves must know."""
    verdict = found(DRAFT, MOVED)
    assert (verdict.refused, "another address" in verdict.named[0]) == ((), True)


def test_a_third_address_is_refused_though_the_register_changed() -> None:
    """Neither the draft's nor the register's."""
    assert found(edited(("17 Tanner's Row", "5 High Street")), MOVED).refused


def test_a_text_far_longer_than_a_letter_is_not_compared() -> None:
    """It would take long, and it is no letter."""
    assert "far longer" in found(DRAFT + "word\n" * 2_000).refused[0].what


ANEW = "Mr Gavin Stott\n17 Tanner's Row\nWexmoor\nZZ99 2XB\nDear Mr Stott\nThank you for the talk. All is well.\n"


def test_a_letter_typed_anew_must_say_what_the_draft_said() -> None:
    """Hardly a line of the draft is left: the head may write another letter, with its dates and its reference."""
    told = " ".join(problem.what for problem in found(ANEW).refused)
    assert ("answer-by date" in told, "date of the letter" in told, "reference" in told) == (True, True, True)


def test_an_address_that_stands_only_below_is_refused() -> None:
    """The true one at the foot of the letter does not make up for another one at its head."""
    moved = (
        DRAFT.replace("17 Tanner's Row", "5 High Street")
        + "Mr Gavin Stott\n17 Tanner's Row\nWexmoor\nZZ99 2XB\n"
    )
    assert any("begins with" in problem.what for problem in found(moved).refused), found(moved)


@pytest.mark.parametrize("line", ["Please reply by 4 December 2026.", "Please answer within 14 days."])
def test_a_letter_typed_anew_with_another_deadline_is_refused(line: str) -> None:
    """The program would count by its own."""
    assert found(ANEW + line).refused


NEW_TIMES = (
    "Please remove the post within 24 hours.",
    "Please take it down within forty-eight hours.",
    "You have 4 working days to respond.",
    "You have one week to reply.",
    "Please reply by the sixth of November.",
    "Please reply by 6/11.",
    "Please reply by 6.11.",
    "Please reply by the 6th.",
    "We expect it gone by this Friday.",
    "We expect it gone by Friday week.",
    "Do it by noon tomorrow.",
    "Let us have it by the end of next week.",
    "Let us have it before half-term.",
    "We want it before the Christmas holidays.",
    "You have until 9 am.",
    "Write on the twenty-first.",
    "Let us have it by end of play on 3/12.",
    "We need it ahead of the weekend.",
    "It is due in 2 wks.",
    "You have 72hrs.",
    "Please do it at once, by return.",
    "Come to the office at 15:30.",
    "It must be gone tonight.",
    "The time for it ends in December.",
    "We will look again in a fortnight's time.",
    "It has to be gone no later than the 16th.",
    "Please remove it by Tuesday 10 November 2026.",
)


@pytest.mark.parametrize("sentence", NEW_TIMES)
def test_a_new_sentence_that_speaks_of_time_is_never_passed_over(sentence: str) -> None:
    """The approver reads its words, or it is refused as another deadline; wherever it was put."""
    for place in ("Yours sincerely", "Please give our reference"):
        verdict = found(edited((place, f"{sentence} {place}")))
        told = [one.what for one in verdict.refused] + list(verdict.named)
        assert [sentence in one for one in told] == [True]


def test_in_a_letter_whose_dates_moved_a_new_deadline_is_named_too() -> None:
    """The dates are the case's; the sentence beside them is not."""
    later = edited(*ALL_LATER, ("Yours sincerely", "Do it by noon tomorrow.\nYours sincerely"))
    named = found(later, replace(CASE, dates=LATER)).named
    assert (len(named), "Do it by noon tomorrow." in named[-1]) == (4, True)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("and we will consider it", "and we shall read it with care"),
        ("Please remove it by", "We ask you to remove it by"),
        ("Yours sincerely", "We value what you do for the school.\nYours sincerely"),
        (
            "Yours sincerely",
            "We sent it by first class post. I am sorry that it came to this.\nYours sincerely",
        ),
        ("Yours sincerely", "Ruby in Year 4 is welcome, and you may march in with us.\nYours sincerely"),
        ("Yours sincerely", "Our policy, section 4.2, says why. Please ring 01632 960400.\nYours sincerely"),
    ],
)
def test_an_innocent_edit_is_taken_without_a_word(old: str, new: str) -> None:
    """Softer words around the same dates, sentences without any time."""
    assert found(edited((old, new))) == Verdict()


def problem(old: str, new: str) -> tuple[str, str]:
    """The only thing that is wrong with the letter, and what to do."""
    (one,) = found(edited((old, new))).refused
    return one.what, one.what_to_do


@pytest.mark.parametrize(
    ("what", "do", "old", "new"),
    [
        (
            'The edited letter gives the date of the letter as "9 November 2026"; the case has'
            " Tuesday 10 November 2026.",
            "It is the day of posting. Put it back; to post later, draft it again on that day: draft 2026-0042.",
            "Tuesday 10 November 2026",
            "9 November 2026",
        ),
        (
            "The edited letter no longer says the answer-by date, Thursday 19 November 2026.",
            "The program goes by its own date. Put it back; to give more time, change the days for this step in the"
            " policy file, and draft it again: draft 2026-0042.",
            "Thursday 19 November 2026",
            "soon",
        ),
        (
            'The edited letter gives the day of the decision as "1 December 2026"; the case has'
            " Friday 27 November 2026.",
            "Put it back, or have it printed again: draft 2026-0042 --set decision_by=YYYY-MM-DD.",
            "Friday 27 November 2026",
            "1 December 2026",
        ),
        (
            "The edited letter says the reference 2026-0043.",
            "Our reference is 2026-0042: put it back where it was.",
            "Our reference: 2026-0042",
            "Our reference: 2026-0042, or 2026-0043",
        ),
        (
            'The edited letter begins "Dear Mrs Stott-Lind"; it goes to Mr Gavin Stott.',
            'Write "Dear Mr Stott". A letter to somebody else is another case: one adult, one letter.',
            "Dear Mr Stott",
            "Dear Mrs Stott-Lind",
        ),
    ],
)
def test_a_refusal_says_what_is_wrong_and_what_to_do(what: str, do: str, old: str, new: str) -> None:
    """Each date has its own way back."""
    assert problem(old, new) == (what, do)


@pytest.mark.parametrize(
    ("is_asked", "sentence"),
    [
        (True, "Please reply by 4 December 2026."),
        (True, "Reply 4 December 2026 at the latest."),
        (True, f"Reply by {'x' * 36} 4 December 2026."),
        (False, f"Reply by {'x' * 39} 4 December 2026."),
        (True, "Reply, 4 December 2026 xx, at the latest."),
        (False, f"Reply, 4 December 2026 {'x' * 12} at the latest."),
        (
            False,
            "We met before you did. Our talk with you, in which you said what you said, was on 4 December 2026.",
        ),
        (False, "It closes by 4 December 2026."),
        (True, "Answer within the next two weeks."),
        (False, "We write within the next two weeks."),
    ],
)
def test_a_deadline_is_a_date_close_behind_by_or_before_at_the_latest(is_asked: bool, sentence: str) -> None:
    """And the sentence asks for something; else the approver hears of it, and that is all."""
    verdict = found(edited(("Yours sincerely", f"{sentence}\nYours sincerely")))
    assert bool(verdict.refused) is is_asked
    assert verdict.refused or verdict.named


def test_another_deadline_names_the_date_that_the_case_goes_by() -> None:
    """With the sentence, and with where to go for another date."""
    what, do = problem("Yours sincerely", "Please reply by 4 December 2026.\nYours sincerely")
    assert what == (
        'The edited letter asks for something by another date: "Please reply by 4 December 2026.". The case goes by'
        " Thursday 19 November 2026."
    )
    assert do.endswith("for other dates draft it again: draft 2026-0042.")


def test_a_date_that_is_there_less_often_is_no_longer_said() -> None:
    """Twice in one line of the draft and once in the edited one, or with a wrong weekday."""
    text = DRAFT.replace("Yours", "From 19 November 2026 until 19 November 2026 we wait.\nYours")
    once = text.replace(
        "From 19 November 2026 until 19 November 2026", "From 19 November 2026 until 20 November 2026"
    )
    assert "20 November 2026" in found(once, original=text).refused[0].what


@pytest.mark.parametrize("line", ["Copy for the file", "No reply needed"])
def test_a_line_below_the_address_is_named_wherever_the_address_ends(line: str) -> None:
    """Also where nothing comes after it."""
    letter = DRAFT.partition("Tuesday 10")[0]
    assert found(f"{letter}{line}\n", original=letter).named == (
        f'A line was put below the address: "{line}".',
    )
    assert found(letter, original=letter).named == ()


@pytest.mark.parametrize(
    ("shown", "block"),
    [
        (8, "\n".join(f"line {number}" for number in range(8))),
        (8, "\n".join(f"line {number}" for number in range(9))),
        (2, "line 0\nline 1\n\nline 3"),
        (1, "line 0\nTuesday 10 November 2026\nline 2"),
        (1, "line 0\nOur ref: 1\nline 2"),
        (1, "line 0\nDear Mr Stott\nline 2"),
        (0, ""),
    ],
)
def test_an_address_ends_at_an_empty_line_a_date_or_the_reference(shown: int, block: str) -> None:
    """Or after nine lines, with the name."""
    lines = address_block(
        f"Larkfield\nMr Gavin Stott\n{block}\nend" if block else "Mr Gavin Stott", "Mr Gavin Stott"
    )
    assert lines == ("Mr Gavin Stott", *(f"line {number}" for number in range(shown)))


def test_there_is_no_address_without_the_name() -> None:
    """Nothing to go by."""
    assert address_block("Larkfield\nline 0", "Mr Gavin Stott") == ()


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (True, "a b c"),
        (True, "x a b\nc"),
        (True, "A, B; C y"),
        (False, "a b"),
        (False, "a x b c"),
        (False, ""),
    ],
)
def test_lines_are_in_a_text_in_a_row(expected: bool, text: str) -> None:
    """At its beginning, at its end, over its lines."""
    assert stands(("a b", "c"), text) is expected


@pytest.mark.parametrize(
    ("too_long", "lines", "width"),
    [(False, 1_000, 2), (True, 1_001, 2), (False, 1, 100_000), (True, 1, 100_001)],
)
def test_a_letter_has_at_most_a_thousand_lines_and_a_hundred_thousand_characters(
    too_long: bool, lines: int, width: int
) -> None:
    """One more is not compared."""
    text = "\n".join(["x" * width] * lines)[: max(width, 100_000)]
    assert ("far longer" in " ".join(one.what for one in found(text, original=text).refused)) is too_long


@pytest.mark.parametrize("name", ["Mr Gavin Stott", "Mr Gavin Stott-Hale"])
def test_another_address_is_told_whichever_name_it_stands_under(name: str) -> None:
    """That of the draft, or the one that the people register has by now."""
    now = replace(CASE, name="Mr Gavin Stott-Hale")
    text = edited(("17 Tanner's Row", "5 High Street"), ("Mr Gavin Stott", name))
    (problem,) = [one for one in found(text, now).refused if "addressed to" in one.what]
    assert problem.what == (
        f"The edited letter is addressed to: {name}, 5 High Street, Wexmoor, ZZ99 2XB. "
        "The case has: Mr Gavin Stott-Hale, 17 Tanner's Row, Wexmoor, ZZ99 2XB."
    )
