"""What the check says of a school's own Word file."""

import shutil
from pathlib import Path

import pytest
from docx import Document
from records.word_files import template, template_of_runs
from shipped import FILES, LETTERS

from letterladder.records.word.template_check import check_template
from letterladder.rules.policies.letters import PRIVACY

SHIPPED = Path(__file__).resolve().parents[3] / "letter_templates"
COMMON = " ".join(f"{{{{ {name} }}}}" for name in sorted(LETTERS.every_letter))


def faults(file: Path) -> list[str]:
    return [f"{problem.what} {problem.what_to_do}" for problem in check_template(file, LETTERS)]


def faults_of(folder: Path, *paragraphs: str) -> list[str]:
    return faults(template(folder, COMMON, *paragraphs))


@pytest.mark.parametrize("name", sorted(FILES.values()))
def test_a_shipped_letter_has_no_fault(name: str) -> None:
    """What we ship passes what we ask of others."""
    assert faults(SHIPPED / name) == []


def test_a_letter_with_the_common_block_has_no_fault(tmp_path: Path) -> None:
    """A school's own plain letter is enough."""
    assert faults_of(tmp_path, "Words of our own.") == []


def test_a_misspelt_field_is_shown_with_the_nearest_name_and_its_sentence(tmp_path: Path) -> None:
    """The office sees what was meant, and where."""
    assert faults_of(tmp_path, "Please reply by {{ anser_by }}.") == [
        'There is no field "anser_by", near "Please reply by {{ anser_by }}.". Did you mean "answer_by"?'
    ]


def test_a_field_like_no_other_gets_no_guess(tmp_path: Path) -> None:
    """A wrong guess is worse than none."""
    assert faults_of(tmp_path, "{{ zzz }}") == [
        'There is no field "zzz", near "{{ zzz }}". Take a name from the list of fields.'
    ]


def test_a_field_that_is_kept_inside_is_in_no_letter(tmp_path: Path) -> None:
    """Whose legal advice, and when: a sheet for another body may print such a thing."""
    found = faults_of(tmp_path, "We have taken advice from {{ adviser }}.")
    assert [one.partition(",")[0] for one in found] == ['The field "adviser" is privileged or confidential']
    assert "Take it out." in found[0]


def test_a_lost_field_of_the_common_block_is_named(tmp_path: Path) -> None:
    """No letter goes out without our reference."""
    file = template(tmp_path, COMMON.replace("{{ ref }}", ""))
    assert faults(file) == [
        'A letter must print the field "ref". Put it where it belongs; the shipped letter shows where.'
    ]


def test_a_letter_that_holds_what_others_told_says_whose_data_it_is(tmp_path: Path) -> None:
    """Also one of a school's own, whatever its record says; without such a field nothing is asked of it."""
    told = faults_of(tmp_path, "Reported as {{ conduct|join(', ') }}")
    lacking = {
        name for name in PRIVACY if any(f'A letter must print the field "{name}"' in one for one in told)
    }
    assert lacking == PRIVACY
    assert faults_of(tmp_path, "You said {{ talked_about }}") == []


def test_an_interim_bar_without_its_end_is_named(tmp_path: Path) -> None:
    """A school's own B2 cannot lose what makes it lawful."""
    copy = tmp_path / FILES["B2"]
    shutil.copy(SHIPPED / FILES["L1"], copy)
    named = [fault for fault in faults(copy) if "Letter B2 must print" in fault]
    assert any('"interim_end"' in fault for fault in named)
    assert any('"comments_to"' in fault for fault in named)


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ('"{{" without its other end', "Reply by {{ answer_by } please"),
        ('"}}" without its other end', "Reply by { answer_by }} please"),
        ('"{%" without its other end', "{% if link } The link"),
        ("quotation marks that are not straight", "{{ conduct|join(„, “) }}"),
        ("is not in double braces", "Reply by { answer_by }"),
        ("is not in double braces", "Reply by «answer_by»"),
        ("endif", "{% if link %} The link"),
        ("endfor", "{% for item in history %} x"),
    ],
)
def test_a_broken_tag_is_shown(tmp_path: Path, expected: str, text: str) -> None:
    """Each with the words around it."""
    found = faults_of(tmp_path, text)
    assert any(expected in fault and text[-6:] in fault for fault in found), found


def test_a_tag_over_two_paragraphs_is_shown(tmp_path: Path) -> None:
    """Word broke it at an Enter."""
    assert any('"{{" without its other end' in fault for fault in faults_of(tmp_path, "{{ answer_", "by }}"))


@pytest.mark.parametrize(
    "runs", [("{", "{ answer_by }}"), ("{{ ans", "wer", "_by }}"), ("{{ answer_by }", "}")]
)
def test_a_tag_that_word_split_by_formatting_is_no_fault(tmp_path: Path, runs: tuple[str, ...]) -> None:
    """It is read whole, so nobody is sent to repair it."""
    file = template_of_runs(tmp_path, COMMON, *runs)
    assert faults(file) == []


def test_curly_quotes_that_are_healed_are_no_fault(tmp_path: Path) -> None:
    """Word makes them while a person types; they are made straight in reading."""
    assert faults_of(tmp_path, "{{ next_steps|join(“, ”) }} {{ next_steps|join(‘, ’) }}") == []


def test_braces_that_name_no_field_are_plain_words(tmp_path: Path) -> None:
    """A school may write {sic}."""
    assert faults_of(tmp_path, "As you wrote {sic}.") == []


def test_a_tag_in_the_footer_is_checked(tmp_path: Path) -> None:
    """Header and footer count as the text does."""
    file = template(tmp_path, COMMON)
    document = Document(str(file))
    document.sections[0].footer.paragraphs[0].text = "{{ reff }}"
    document.save(str(file))
    assert 'There is no field "reff"' in faults(file)[0]


def test_what_goes_wrong_only_in_printing_is_shown(tmp_path: Path) -> None:
    """A loop over a word's missing part is well formed, yet cannot be printed."""
    found = faults_of(tmp_path, "{% for row in history %}{{ row.day }}{% endfor %}")
    assert 'field "day" is missing' in found[0]


@pytest.mark.parametrize("content", [b"", b"plain text", b"\xd0\xcf\x11\xe0 an old .doc"])
def test_a_file_that_is_no_word_file_is_shown(tmp_path: Path, content: bytes) -> None:
    """Also the format of Word before 2007."""
    file = tmp_path / "letter.docx"
    file.write_bytes(content)
    assert faults(file) == [
        "This is not a Word file (.docx). Open it in Word and save it as a Word document (.docx)."
    ]


def test_a_file_that_is_not_there_is_shown(tmp_path: Path) -> None:
    """As a problem, not as an exception."""
    assert "cannot be read" in faults(tmp_path / "none.docx")[0]
