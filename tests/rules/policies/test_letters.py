"""The records that ship: each whole, each field with a type and help, and what rules ask of them."""

import ast
import re

import pytest
from shipped import FILES, LETTERS, NAMES, SHEETS, record

from letterladder.config.paths import LETTER_TEMPLATES, ROOT
from letterladder.records.word.word import DocxPrinter
from letterladder.rules.policies.letters import Field, Letter
from letterladder.rules.words import FieldType, Stage, Switch

PRINTER = DocxPrinter()
EVERY = sorted(FILES)


@pytest.mark.parametrize("name", EVERY)
def test_a_record_is_whole(name: str) -> None:
    """Name, file, what it must print, and nothing that is nowhere."""
    one = record(name)
    assert re.fullmatch(r"[A-Z][A-Za-z0-9]+", one.id)
    assert one.name
    assert one.file.startswith(f"{one.id}-")
    assert (LETTER_TEMPLATES / one.file).is_file()
    assert one.must_print
    assert (
        set(one.must_print) | set(one.needs) | set(filter(None, [one.names_reviewer]))
        <= LETTERS.fields.keys()
    )
    assert {*one.ends, *one.follows, *one.repeats} <= set(NAMES)
    assert bool(one.needs) == bool(one.why)
    assert (one.stage is Stage.NOTICE) == bool(one.meanwhile)
    assert one.settles <= bool(one.ends)


@pytest.mark.parametrize("name", EVERY)
def test_a_letter_prints_what_its_record_asks_for_and_knows_no_other_field(name: str) -> None:
    """`templates check` may not call a field of our own letters unknown, nor find one missing."""
    used = PRINTER.fields_of(LETTER_TEMPLATES / FILES[name])
    assert used <= LETTERS.fields.keys()
    lacking = LETTERS.must_print(name) - used
    assert lacking <= {"salutation"}


@pytest.mark.parametrize("field", LETTERS.fields.values(), ids=lambda one: one.name)
def test_a_field_has_a_type_and_help(field: Field) -> None:
    """One line that ends without a stop: it is in brackets within a sentence, beside others."""
    assert isinstance(field.type, FieldType)
    assert field.help
    assert not field.help.removesuffix("...").endswith(".")
    assert len(field.parts) == (2 if field.type is FieldType.PAIRS else 0)
    assert bool(field.choices) == (field.type is FieldType.CHOICE)


def test_every_field_that_ships_is_printed_by_a_letter() -> None:
    """A field that no letter prints is a slip of the pen; but for the language, and whose legal advice and when."""
    used = frozenset().union(*(PRINTER.fields_of(LETTER_TEMPLATES / file) for file in FILES.values()))
    unused = LETTERS.fields.keys() - used
    assert unused == {"language", "adviser", "advice_on"}
    assert all(LETTERS.fields[name].inside for name in unused - {"language"})


def test_the_stages_of_a_bar() -> None:
    """What announces, decides and reviews; what lifts is not a stage of what is in force."""
    assert LETTERS.stages() == {"B1", "B2", "B3", "B5"}
    assert LETTERS.lifting("B3") == {"B4", "B6"}
    assert LETTERS.ending("B1") == {"B3", "B4", "B5", "B6"}
    assert [one.id for one in LETTERS if one.upholds] == ["B3", "B5"]


def test_what_each_switch_turns_on() -> None:
    """The letters about access are one family; no other switch has more than one letter."""
    access = {"B1", "B2", "B2a", "B3", "B4", "B5", "B6", "B7", "B8"}
    assert LETTERS.switched(Switch.SITE_ACCESS) == access
    assert [len(LETTERS.switched(one)) for one in Switch] == [9, 1, 1, 1, 1]


def test_a_sheet_has_a_common_block_of_its_own() -> None:
    """It goes to another body, and says whom it is about."""
    assert {"P1", "X2", "X3"} == SHEETS
    assert "adult_name" in LETTERS.must_print("X3")
    assert "salutation" in LETTERS.must_print("L1")


def test_an_interim_bar_cannot_do_without_its_dates_and_its_hearing() -> None:
    """An end date, a date for comments, and who decides and when (DfE advice on controlling access)."""
    wanted = {"interim_end", "answer_by", "decision_owner", "decision_by", "comments_to"}
    assert wanted <= LETTERS.must_print("B2")


def test_a_letter_is_known_by_its_file() -> None:
    """A school's own file of the same name is the same letter; any other is none."""
    assert LETTERS.of_file("B2-interim-withdrawal.docx") == "B2"
    assert LETTERS.of_file("newsletter.docx") == ""


def test_a_letter_whose_record_is_gone_is_called_by_its_id() -> None:
    """An old case may hold one; it is still told of."""
    assert (LETTERS.name_of("S9"), LETTERS.title_of("S9"), LETTERS.get("S9")) == ("S9", "S9", None)
    assert (LETTERS.is_sheet("S9"), LETTERS.is_notice("S9")) == (False, False)


def test_a_file_in_a_case_is_called_what_the_letter_is() -> None:
    """Without the id, which its number takes the place of."""
    assert Letter(id="L1", file="L1-removal-request.docx", name="Request").title == "removal-request"


PLAYED = {"desk/demo.py", "desk/notice_samples.py"}
"""The demo plays a story with named letters, and so do the samples of our emails."""


def test_no_code_knows_a_letter_by_its_id() -> None:
    """Rules ask the record, so that a school's own letter is treated as what it is."""
    folders = ("ground", "rules", "workflows", "records", "mailbox", "config", "desk")
    files = [file for folder in folders for file in sorted((ROOT / folder).rglob("*.py"))]
    found = [
        f"{file.relative_to(ROOT)}:{node.lineno} {node.value}"
        for file in files
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant)
        and node.value in FILES
        and str(file.relative_to(ROOT)) not in PLAYED
    ]
    assert len(files) > 250
    assert found == []
