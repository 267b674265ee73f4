"""What is read in short texts: every part of the answer."""

from datetime import date
from itertools import product
from pathlib import Path

import pytest
from made_reports import report
from whole_answers import agreed

from letterladder.rules.texts.names import (
    fit_name,
    fold,
    is_relation,
    relation_in,
    spellings,
    title_of,
    titles_agree,
    words_of,
    words_with_places,
)
from letterladder.rules.texts.passages import is_heading, passages_of, quotations, without_greeting
from letterladder.rules.texts.sentences import sentences_of
from letterladder.rules.texts.typed_dates import typed_day

HERE = Path(__file__).resolve().parent
THURSDAY = date(2026, 11, 12)
TYPED = (
    "gavin stott", "g stott", "stott g", "gavin", "stott", "gavin james stott", "g j stott", "mr stott",
    "gavn stott", "zoe muller hart", "zoe muller", "hart", "z hart", "zoe mueller-hart", "annemarie o dea",
    "anne odea", "anne marie", "a odea", "marie odea", "stott hart", "",
)  # fmt: skip
PEOPLE = (("Gavin", "Stott"), ("Zoë", "Müller-Hart"), ("Anne-Marie", "O'Dea"), ("G", "Stott Lamb"))
DAYS = (
    "today", "Yesterday", "tomorrow", "the day before yesterday", "12/11", "3.11.26", "31/2", "29 Feb", "29 Feb 2028",
    "30 Feb 2028", "2026-11-03", "2026-13-01", "12 Nov", "Nov 12", "12", "12th of Nov", "Friday", "fri", "last Friday",
    "next Friday", "this Thursday", "Thursday", "next Thursday", "last Thursday", "Friday 13 November",
    "Friday 12 November", "Thu 12/11/2026", "1 Jan", "31 Dec", "12 May", "13 May", "11 May 2026", "1/1/1999", "0/0",
    "soon", "", "12/11/26 at 3", "Sunday", "on the 3rd of November 2026", "May", "99 Nov", "12 Foo",
)  # fmt: skip
TEXTS = (
    "See below.\n\nFrom: Ida Lamb\nSent: 8 November 2026 21:50\nTo: Office\nSubject: x\n\nHello\n\nIt is on his page.",
    "No.\n\nOn 6 Nov 2026, at 16:00, The School wrote:\n> Please remove it.\n>> I will not.\n> > Nor I.",
    "---------- Forwarded message ---------\nFrom: Ida <i@x.example>\nDate: Sun, 8 Nov 2026 at 21:50\n\nHe wrote it.",
    "-----Original Message-----\nFrom: Ida\nSent: 8 November 2026\n\nIt is here.\n\nBegin forwarded message:\n\nMore",
    "He said “Miss Pell is thick” and 'lazy'. She's right: \"No, she isn't\", I said. The Smiths' dog's bone.",
    "Dear Mrs Hollis,\n\nIt is about Mr Stott. e.g. the post of 3.11.26! Is it? Yes...\nMr. Stott wrote it\n- one",
    "Parent: Ned Farrow\nPupil: Tess\nDate: 6 November\nWhat was posted: x",
    "WHAT WAS POSTED\nIt said: «Elle est bête»; „głupia”, ‘silly’ and ``x''.\n\nKind regards\nIda",
)


def test_how_a_typed_name_fits_is_told_for_each_person() -> None:
    """Whole, by an initial, by a part, or not at all."""
    agreed(
        HERE / "names_that_fit.txt",
        {
            f"{typed}: {given} {family}": fit_name(words_of(typed), given, family)
            for typed, (given, family) in product(TYPED, PEOPLE)
        },
    )


def test_the_spellings_of_a_name_and_the_places_of_its_words_are_told() -> None:
    """Letters with marks as people type them without; where each word begins and ends in what was typed."""
    names = (
        "Zoë Müller-Hart",
        "Anne-Marie O’Dea",
        "Łukasz Żuk",
        "Ångström",
        "straße",
        "ＡＢ Ǆ",
        "D'Arcy-St. John",
        "",
    )
    agreed(
        HERE / "spellings.txt", {one: [spellings(one), words_with_places(one), fold(one)] for one in names}
    )


def test_titles_and_relations_are_told_apart() -> None:
    """Which two may be one person's, and whom a word of kinship may mean."""
    titles = ("mr", "mrs", "miss", "ms", "mx", "dr", "rev", "sir", "")
    related = (
        "Father",
        "Mother",
        "Stepfather",
        "Grandmother (carer)",
        "Carer",
        "Foster carer",
        "Aunt",
        "Other",
        "",
    )
    words = ("dad", "mum", "nan", "parents", "carer", "stepdad", "aunt", "brother", "parent")
    agreed(
        HERE / "titles_and_relations.txt",
        {
            **{one: [other for other in titles if titles_agree(one, other)] for one in titles},
            **{
                f"a {one}": [two for two in related if is_relation(two, relation_in((one,)))] for one in words
            },
            "title of": [title_of(words_of(one)) for one in ("Mr G Stott", "Dr Ms Lamb", "Ida", "")],
        },
    )


@pytest.mark.parametrize("ahead", [False, True])
def test_the_day_that_was_typed_or_why_it_is_none_is_agreed(ahead: bool) -> None:
    """Before and after today, with its year and without, with a weekday that fits and one that does not."""
    name = "typed_days_ahead.txt" if ahead else "typed_days.txt"
    agreed(HERE / name, {one: typed_day(one, THURSDAY, ahead=ahead) for one in DAYS})


def test_an_email_is_cut_into_the_same_passages() -> None:
    """Own words, quoted, sent on: each with its text and its day."""
    agreed(HERE / "passages.txt", {one: passages_of(report(one)) for one in TEXTS})


def test_an_email_is_cut_into_the_same_sentences() -> None:
    """Each with whose voice it is and where it stands."""
    agreed(HERE / "sentences.txt", {one: sentences_of(report(one)) for one in TEXTS})


def test_the_quoted_words_of_a_text_are_told_with_what_is_around_them() -> None:
    """Marks of all kinds; an apostrophe is none."""
    agreed(HERE / "quotations.txt", {one: quotations(one) for one in TEXTS})
    agreed(HERE / "ungreeted.txt", {one: without_greeting(one) for one in TEXTS})
    lines = [line for one in TEXTS for line in one.splitlines() if is_heading(line)]
    agreed(HERE / "headings.txt", {"headings": lines})
