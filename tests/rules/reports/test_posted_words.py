"""A letter quotes the poster's own words where they are marked as such, and nobody else's."""

import pytest
from made_reports import form_report, report

from letterladder.rules.reports.cues import CueSeen
from letterladder.rules.reports.posted_words import posters_words, words_posted


def test_only_the_quoted_words_of_the_form_are_quoted() -> None:
    """The reporter's remarks, such as about a child in care, never reach the letter."""
    mail = form_report('Four photos. Caption: "Proud of our fishes". One child shown is looked after.')
    assert words_posted(mail) == "Proud of our fishes"


def test_the_quotation_that_holds_the_cue_is_chosen() -> None:
    """As few words as needed, and the telling ones."""
    mail = form_report('"Nice weather for it" and then "Miss Pell is a lazy cow" and "see you all"')
    assert words_posted(mail, [CueSeen(conduct="x", words="lazy ... Miss Pell")]) == "Miss Pell is a lazy cow"


TOLD = "She showed it me at pick-up: he calls Mr Bright {}. My daughter Ada in 2A saw it. I live opposite him"
WORDS = "a clown and a fool"


@pytest.mark.parametrize(
    ("expected", "what"),
    [
        ("", TOLD.format(WORDS)),
        (WORDS, TOLD.format(f'"{WORDS}"')),
        (WORDS, TOLD.format(f"“{WORDS}”")),
        (WORDS, TOLD.format(f"‘{WORDS}’")),
        (WORDS, TOLD.format(f"'{WORDS}'")),
        (WORDS, TOLD.format(f"«{WORDS}»")),
        ("", TOLD.format(f'"{WORDS}') + '. He also wrote "idiot and left it there.'),
        ("", TOLD.format(f'{WORDS}"') + ', and "idiot'),
        ("", "'cause she showed it me at the girls' gate"),
        ("", "She showed 'em to the other parents' children"),
        ("the children's hour is a joke", "'the children's hour is a joke' and my son saw it"),
        ("", "> Mr Bright is a clown"),
    ],
)
def test_of_a_form_only_marked_words_are_quoted(expected: str, what: str) -> None:
    """The line is the reporter's own telling: it may name their child, their house, themselves."""
    assert words_posted(form_report(what)) == expected


def test_a_long_quotation_is_cut_at_300_characters() -> None:
    """A letter is not a place for an essay."""
    words = words_posted(form_report(f'"{"bad words " * 60}end"'))
    assert len(words) <= 300
    assert words.endswith(" …")


def test_a_free_texts_own_telling_is_never_quoted() -> None:
    """Only what is between quotation marks was posted."""
    assert words_posted(report("He calls her thick and I think he is jealous")) == ""
    assert (
        words_posted(report("I’m sorry, he said she’s “thick as mince” and I don’t like it"))
        == "thick as mince"
    )


def test_the_name_of_a_group_is_not_what_was_posted() -> None:
    """Group names are in quotation marks too."""
    text = 'In the WhatsApp group "Year 3 parents all" he wrote "what a clown she is"'
    assert words_posted(report(text)) == "what a clown she is"


@pytest.mark.parametrize(
    "told",
    [
        'My daughter asked me "why is Mr Stott so cross with Miss Pell", she cried all evening',
        "My son Kit in 2A keeps asking “will he shout at us again”",
        'I said to him "you should be ashamed of yourself" and walked off',
        "I told my husband straight away: 'this has to stop now'",
        'We replied "please take it down at once"',
        'The class teacher told me "I cannot sleep because of it"',
        'Another parent commented "about time somebody said it"',
        'Twelve people liked it, and one wrote "could not agree more with you"',
        '"I do not want to go to school any more", my daughter said to me',
        '"This really has to stop now", I told him at the gate',
        'Some comments said "sack her on the spot"',
    ],
)
def test_what_somebody_else_said_is_not_the_posters(told: str) -> None:
    """The writer, their child, the teacher, people who commented: all of it is the reporter's account."""
    assert words_posted(report(f"Mr Stott was rude on Facebook. {told}")) == ""


@pytest.mark.parametrize(
    "told",
    [
        'He wrote "{}" last night',
        'My daughter\'s dad wrote "{}" in the group',
        'I saw that he has put "{}" on Facebook',
        'I saw this under her photo: "{}"',
        'I told the office that Mr Stott wrote "{}" about her',
        'My neighbour showed me what he posted: "{}"',
        'My son showed me that she calls her "{}"',
        'Another parent sent me this: "{}"',
        'He told the teacher "{}" in front of everybody',
        '"{}" was in the group, I said I would tell you',
        'We all read it: "{}". I said nothing.',
    ],
)
def test_what_the_poster_said_is_theirs_whoever_saw_it(told: str) -> None:
    """Who saw it, or told of it, did not say it."""
    assert words_posted(report(told.format("Miss Pell is a lazy cow"))) == "Miss Pell is a lazy cow"


def test_the_posters_words_are_found_behind_those_of_somebody_else() -> None:
    """A report often has both."""
    text = 'My daughter asked me "why does he hate her so much". He had written "Miss Pell is a cow" in the group.'
    assert posters_words(report(text)) == ("Miss Pell is a cow",)


@pytest.mark.parametrize(
    ("expected", "typed"),
    [
        ("Miss Pell is a lazy cow", "Miss Pell is a lazy cow"),
        ("Miss Pell is a lazy cow", '"Miss Pell is a lazy cow"'),
        ("Miss Pell is a lazy cow", "He wrote: “Miss Pell is a lazy cow” and three angry faces"),
        ("Miss Pell is a lazy cow", "Miss Pell is\na lazy cow"),
    ],
)
def test_the_forms_line_for_the_exact_words_is_quoted(expected: str, typed: str) -> None:
    """With quotation marks or without; it goes before whatever is quoted in the account."""
    mail = form_report('He called her "a so called teacher" too', exact=typed)
    assert words_posted(mail) == expected
