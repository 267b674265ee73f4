"""A report cut into sentences, and whose words each holds."""

import pytest
from made_reports import form_report, report

from letterladder.rules.texts.sentences import Sentence, Voice, sentences_in, sentences_of


def cut(text: str) -> list[Sentence]:
    """The sentences of a text of the reporter's own."""
    return list(sentences_in(text, Voice.OWN))


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("He shouted. She left.", ["He shouted.", "She left."]),
        ("Mr. Dunn shouted at Mrs. Lowell.", ["Mr. Dunn shouted at Mrs. Lowell."]),
        ("It cost 3.50 in all.", ["It cost 3.50 in all."]),
        ("First\n\nSecond", ["First", "Second"]),
        ("- one thing\n- another", ["- one thing", "- another"]),
        ("a line\nthat goes on", ["a line that goes on"]),
        ("", []),
        ("...", []),
    ],
)
def test_a_text_is_cut_where_its_sentences_end(text: str, sentences: list[str]) -> None:
    """Not after a title or inside a number."""
    assert [one.text for one in cut(text)] == sentences


def test_a_quotation_of_several_sentences_is_spoken_throughout() -> None:
    """What stands around it is the reporter's own."""
    own, first, second = cut('He wrote it. "She is a clown. She always was."')
    assert (own.voice, own.spoken) == (Voice.OWN, "")
    assert [one.voice for one in (first, second)] == [Voice.SPOKEN, Voice.SPOKEN]


def test_a_sentence_that_quotes_knows_the_words() -> None:
    """The rest of it is the reporter's."""
    (one,) = cut('He called her "a clown" again')
    assert (one.voice, one.spoken) == (Voice.OWN, '"a clown"')


def test_a_text_without_an_end_is_cut_all_the_same() -> None:
    """A hostile one has thousands of words and no stop."""
    assert len(cut("word " * 1_000)) == 5


def test_what_stands_beside_a_form_is_not_lost() -> None:
    """The form's lines come under their names, everything else as free text."""
    mail = form_report("He shouted")
    text = f"{mail.text}\n\nPS she has no coat."
    places = [(one.text, one.place) for one in sentences_of(report(text, form=mail.form))]
    assert ("He shouted", "what") in places
    assert ("PS she has no coat.", "") in places
    assert not any("Parent:" in one for one, _ in places)
