"""Word files hold plain names alone; those written with the names and filters of before print the same."""

import re
import zipfile
from html import escape
from pathlib import Path

import pytest
from letters.printing import LANGUAGES, PRINTER, TEMPLATES
from letters.sample_fields import ON_SITE, SAMPLES
from shipped import FILES, LETTERS
from sweeps import each

from letterladder.records.word.template_check import check_template
from letterladder.records.word.translation_check import check_translation
from letterladder.records.word.word_template import open_template
from letterladder.records.word.word_text import text_lines
from letterladder.rules.letters.in_language import in_language
from letterladder.rules.policies.letters import english_file, language_of_file

SHIPPED = sorted(TEMPLATES.glob("*.docx"))
TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")
PLAIN = re.compile(r"\{\{ \w+(\.\w+)? \}\}|\{%(p|tr) ((?:el)?if \w+|for \w+ in \w+|else|endif|endfor) %\}")
"""A name, or a condition or a loop that has its paragraph or its row to itself."""

OF_BEFORE = {
    "addressee": "{{ addressee_lines|join('\\n') }}",
    "recipient": "{{ recipient_lines|join('\\n') }}",
    "school_address": "{{ school_address|join(', ') }}",
    "school_contact": "{{ school_phone }}{% if school_email %} · {{ school_email }}{% endif %}",
    "conduct": "{{ conduct|join('; ') }}",
    "policy": "our {{ policy_title }}{% if policy_version or policy_clause %}"
    " ({{ [policy_version, policy_clause]|select|join(', ') }}){% endif %}",
    "contact": "{{ contact_name }}{% if contact_role %} ({{ contact_role }}){% endif %}"
    "{% if contact_phone %} on {{ contact_phone }}{% endif %}"
    "{% if contact_email %}{% if contact_phone %} or{% endif %} at {{ contact_email }}{% endif %}",
    "children": "{{ child_names[:-1]|join(', ') }}{% if child_names|length > 1 %} and {% endif %}"
    "{{ child_names[-1] }}",
    "follows": "{% if earlier_letter %} This letter follows ours of {{ earlier_letter_on }},"
    " {{ earlier_letter }}.{% endif %}",
}
"""What the English files had in the place of these names."""

IN_WELSH = {
    **OF_BEFORE,
    "policy": OF_BEFORE["policy"].replace("our ", "ein ", 1),
    "contact": "{{ contact_name }}{% if contact_role %} ({{ contact_role }}){% endif %}"
    "{% if contact_phone %} ar {{ contact_phone }}{% endif %}"
    "{% if contact_email %}{% if contact_phone %} neu{% endif %} drwy {{ contact_email }}{% endif %}",
    "children": "{{ child_names|join(', ') }}",
    "follows": "{% if earlier_letter %} Mae'r llythyr hwn yn dilyn ein llythyr dyddiedig {{ earlier_letter_on }},"
    " {{ earlier_letter }}.{% endif %}",
}
CHANGES: tuple[dict[str, object], ...] = (
    {},
    {"earlier_letter": "", "earlier_letter_on": ""},
    {"policy_version": "", "policy_clause": ""},
    {"policy_clause": "", "contact_email": "", "school_email": ""},
    {"contact_role": ""},
    {"contact_phone": "", "child_names": ["Ada Ash", "Bo Ash", "Cy Ash"], "conduct": ["rude, loud", "abuse"]},
    ON_SITE,
)


def as_before(path: Path, folder: Path, of_before: dict[str, str]) -> Path:
    """The Word file with what it had in the place of plain names."""
    made = folder / path.name
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "word/document.xml":
                text = content.decode()
                for plain, tag in of_before.items():
                    space = " ?" if plain == "follows" else ""
                    pieces = re.split(f"{space}\\{{\\{{ {plain} \\}}\\}}", text)
                    text = escape(tag, quote=False).join(pieces)
                content = text.encode()
            new.writestr(name, content)
    return made


def text_of(path: Path, fields: dict[str, object]) -> str:
    """What this Word file prints."""
    return PRINTER.text_of(PRINTER.print_letter(path, fields))


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_a_word_file_holds_plain_names_alone(path: Path) -> None:
    """No filter, no slice, no list and no condition within a sentence."""
    words = "\n".join(text_lines(open_template(path).get_docx()))
    assert [tag for tag in TAG.findall(words) if not PLAIN.fullmatch(tag)] == []


@pytest.mark.parametrize("name", each(6, sorted(FILES)))
def test_the_wording_of_before_prints_the_same(name: str, tmp_path: Path) -> None:
    """A school's own copy of an earlier file goes on, whatever is empty, and nothing is wrong with it."""
    path = TEMPLATES / FILES[name]
    before = as_before(path, tmp_path, OF_BEFORE)
    assert b"join(" in zipfile.ZipFile(before).read("word/document.xml")
    assert check_template(before, LETTERS) == []
    for change in CHANGES:
        fields = {**SAMPLES[name], **change}
        assert text_of(before, fields) == text_of(path, fields), change


@pytest.mark.parametrize("name", ["L1", "L2", "L3"])
def test_a_translation_of_before_prints_the_same(name: str, tmp_path: Path) -> None:
    """The words around what is joined come from the language's own file now."""
    path = TEMPLATES / FILES[name].replace(".docx", ".cy.docx")
    before = as_before(path, tmp_path, IN_WELSH)
    assert check_translation(before, TEMPLATES / FILES[name], LETTERS) == []
    for change in CHANGES:
        fields = {**SAMPLES[name], **change}
        used = {one: fields[one] for one in PRINTER.fields_of(path) if one in fields}
        said = in_language(used, LETTERS, LANGUAGES["cy"]).fields
        assert text_of(before, dict(said)) == text_of(path, dict(said)), change


@pytest.mark.parametrize("path", [one for one in SHIPPED if language_of_file(one.name)], ids=lambda p: p.stem)
def test_a_translation_joins_in_its_own_language(path: Path) -> None:
    """No English word of ours stands around what it joins."""
    fields = {**SAMPLES[LETTERS.of_file(path.name)], **CHANGES[-2]}
    language = LANGUAGES[language_of_file(path.name)]
    used = {one: fields[one] for one in PRINTER.fields_of(path) if one in fields}
    text = text_of(path, dict(in_language(used, LETTERS, language).fields))
    assert "This letter follows" not in text
    assert re.search(r"\b(our|and|or at)\b (Policy|Cy|contact@)", text) is None
    assert "Mrs Jean Oldroyd" in text.replace("\u00a0", " ")
    assert english_file(path.name) in FILES.values()


def test_a_missing_sentence_takes_its_space_with_it(tmp_path: Path) -> None:
    """The office writes a space before the tag, as before any word; nothing doubles and nothing trails."""
    document = open_template(TEMPLATES / FILES["L1"]).docx
    document.add_paragraph("Before. {{ follows }} After.")
    document.save(str(tmp_path / "own.docx"))
    fields = {**SAMPLES["L1"], "earlier_letter": "", "earlier_letter_on": ""}
    assert "Before. After.\n" in text_of(tmp_path / "own.docx", fields)
    fields |= {"earlier_letter": "in which we met", "earlier_letter_on": "Monday 2 November 2026"}
    told = "Before. This letter follows ours of Monday 2 November 2026, in which we met. After.\n"
    assert told in text_of(tmp_path / "own.docx", fields)


def test_a_letter_asks_for_the_fields_of_a_phrase() -> None:
    """Never for the phrase itself, which nobody can supply."""
    assert {"policy_title", "contact_name", "addressee_lines"} <= PRINTER.fields_of(TEMPLATES / FILES["L1"])
    assert not {"policy", "contact", "addressee"} & PRINTER.fields_of(TEMPLATES / FILES["L1"])
