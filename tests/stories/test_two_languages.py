"""A letter in English with its translation behind it: one file, one approval, one posting; and what is said without."""

import io
from datetime import date
from pathlib import Path

import pytest
from desk.terminal import Terminal
from docx import Document
from docx.oxml.ns import qn
from office import Rehearsal, an_office, edited, school_folder
from stories.test_edited_letters import rewritten

from letterladder.ground.english import uk_date
from letterladder.ground.tongues import date_in
from letterladder.records.verify.verify import verify
from letterladder.records.word.word_join import english_of
from letterladder.rules.cases.events import LetterApproved, LetterDated, LetterDrafted

REF = "2026-0001"
TODAY = ("--today", "2026-11-02")
CONFIRMED = 'confirmed_by = "Dr Nest Rees"\nconfirmed_on = 2026-10-05\n'
HEADS = {"cy": "Cyfieithiad yw hwn.", "pl": "To jest tłumaczenie.", "ur": "یہ ترجمہ ہے۔"}


def confirmed(folder: Path, *codes: str, more: str = "") -> None:
    """Somebody who reads these languages has read their words."""
    (folder / "languages").mkdir(exist_ok=True)
    for code in codes:
        (folder / "languages" / f"{code}.toml").write_text(CONFIRMED + more, encoding="utf-8")


def reading(tmp_path: Path, language: str, *codes: str, **told: str) -> Rehearsal:
    """A school in whose register Ross Dunn reads this language; these languages are confirmed, or that one."""
    folder = school_folder(tmp_path)
    rows = (folder / "people.csv").read_text(encoding="utf-8").splitlines()
    spoken = [f"{row},{language if 'Ross,Dunn' in row else ''}" for row in rows[1:]]
    (folder / "people.csv").write_text("\n".join([f"{rows[0]},language", *spoken]) + "\n", encoding="utf-8")
    confirmed(folder, *(codes or (language,)))
    school = an_office(tmp_path)
    school.report(**told)
    return school


def docx_of(school: Rehearsal) -> bytes:
    """The Word file of the letter in hand."""
    return school.office.cases.file(REF, school.in_hand().file)


def of_kind(school: Rehearsal, kind: type) -> list[object]:
    """The events of one kind in the log of the case."""
    return [entry.event for entry in school.office.cases.read(REF) if isinstance(entry.event, kind)]


@pytest.mark.parametrize("code", list(HEADS))
def test_one_approval_dates_both_texts_and_the_proof_holds(code: str, tmp_path: Path) -> None:
    """What the head said yes to is one file; both texts get the same days, each in its own words."""
    school = reading(tmp_path, code)
    text = school.letter_text()
    assert (text.count("[date of this letter]"), text.count(HEADS[code])) == (1, 1)
    assert HEADS[code] in " ".join(school.newest("approval", REF).text.split())
    approved_bytes = school.in_hand().sha256

    school.head_approves()
    (approved,), (dated,) = of_kind(school, LetterApproved), of_kind(school, LetterDated)
    assert isinstance(approved, LetterApproved)
    assert isinstance(dated, LetterDated)
    assert approved.sha256 == dated.text_sha256 == approved_bytes
    assert dated.answer_by is not None
    form = {"cy": "EEEE d MMMM y"}.get(code, "full")
    spoken = date_in(code, dated.answer_by, form)
    final = school.letter_text().casefold()
    assert uk_date(dated.answer_by).casefold() in final
    assert spoken.casefold() in final
    assert "[" not in final
    school.office_posts()
    assert verify(school.folder / "data") == []


CHILD_POSTED = {
    "cy": ("Deallwn mai eich plentyn a'i postiodd", "Os nad eich plentyn a'i postiodd"),
    "pl": ("udostępniona przez Państwa dziecko.", "zamieszczona przez Państwa dziecko albo"),
    "ur": ("یہ آپ کے بچے نے پوسٹ یا شیئر کی ہے", "اگر یہ آپ کے بچے نے پوسٹ نہیں کی"),
}


@pytest.mark.parametrize("code", list(CHILD_POSTED))
def test_a_post_by_the_child_is_said_so_in_both_texts(code: str, tmp_path: Path) -> None:
    """The translation does not say of the adult what the English text says of their child."""
    what = "Mr Dunn's son has posted on Facebook that Miss Treadwell is a useless liar."
    school = reading(tmp_path, code, what=what)
    school.sorted_out()
    school.supplied("L1", quoted_words="a useless liar")
    text = school.letter_text()
    assert "We understand that your child posted or shared it." in text
    assert all(words in text for words in CHILD_POSTED[code])


def test_a_language_may_be_said_of_one_case(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With one letter it is said for all; English takes it back, and no language is guessed."""
    school = reading(tmp_path, "", "cy")
    typed = Terminal(school.folder, capsys)
    assert HEADS["cy"] not in school.letter_text()
    assert typed.type("draft", REF, "--set", "language=Welsh", *TODAY).code == 0
    assert (HEADS["cy"] in school.letter_text(), school.in_hand().language) == (True, "cy")
    assert school.case().fields[""] == {"language": "Welsh"}
    wrong = typed.type("draft", REF, "--set", "language=Klingonn", *TODAY)
    assert (wrong.code, "no language that we know" in wrong.err) == (2, True)
    typed.type("draft", REF, "--set", "language=English", *TODAY)
    assert HEADS["cy"] not in school.letter_text()


def test_a_missing_translation_is_said_to_everybody(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """To the approver, on the case, and by `check`; the letter goes all the same."""
    school = reading(tmp_path, "so", "cy")
    typed = Terminal(school.folder, capsys)
    told = "Mr Ross Dunn reads Somali. There is no Somali version of L1: it goes in English only."
    assert told in " ".join(school.newest("approval", REF).text.split())
    shown = typed.type("case", REF, *TODAY).out.replace("│", " ")
    assert told in " ".join(shown.split())
    checked = " ".join(typed.type("check", "--no-login", *TODAY).out.split())
    assert "One adult reads Somali, and there is no languages/so.toml" in checked
    school.goes_out()


def test_words_that_nobody_has_confirmed_do_not_go_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The shipped translations are a beginning: `check` and the approver are told, and English goes alone."""
    school = reading(tmp_path, "pl", "cy")
    assert school.in_hand().language == ""
    assert "Nobody who reads Polish has confirmed its words yet" in school.in_hand().english_only
    checked = Terminal(school.folder, capsys).type("check", "--no-login", *TODAY).out
    assert "The translated words for Polish are not yet confirmed" in " ".join(checked.split())


def test_typed_words_stay_as_they_are_and_are_marked(tmp_path: Path) -> None:
    """Nothing is translated by guessing; a phrase of the school's own is used where it is the same, word for word."""
    school = reading(tmp_path, "cy")
    confirmed(
        school.folder, "cy", more='[phrases]\n"the pupils\' own page" = "tudalen y disgyblion ei hun"\n'
    )
    school.supplied("L1", seen_on="Monday 26 October 2026")
    text = school.letter_text()
    assert "dydd Llun 26 Hydref 2026" in text
    assert "(yn Saesneg)" in text
    assert any("In the Welsh text these stay in English" in one for one in school.in_hand().warnings)


def test_a_changed_translation_voids_the_draft(tmp_path: Path) -> None:
    """The approver said yes to both texts, so neither may change under it."""
    school = reading(tmp_path, "cy")
    own = school.folder / "letter_templates" / "L1-removal-request.cy.docx"
    document = Document(str(school.office.languages.translation("L1", "cy").path))
    document.add_paragraph("Diolch am eich help gyda hyn.")
    document.save(str(own))
    school.head_approves()
    assert school.letters()[0] == "L1.1 void"
    assert "Diolch am eich help" in school.letter_text()


def test_an_edited_english_text_goes_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A translation that no longer says the same stays behind, which the approver is told."""
    school = reading(tmp_path, "cy")
    changed = rewritten(school, ("If you do not agree", "If you see it differently"))
    (tmp_path / "edited.docx").write_bytes(changed)
    typed = Terminal(school.folder, capsys)
    assert typed.type("draft", REF, "--file", str(tmp_path / "edited.docx"), *TODAY).code == 0
    letter = school.in_hand()
    assert (letter.language, HEADS["cy"] in school.letter_text()) == ("", False)
    assert "its Welsh version was not edited with it" in letter.english_only
    assert "See it differently".casefold() in school.letter_text().casefold()


def test_both_texts_edited_go_together(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The office edits both in the one file; a date may be missing in neither."""
    school = reading(tmp_path, "cy")
    typed, file = Terminal(school.folder, capsys), tmp_path / "edited.docx"
    both = [
        ("If you do not agree", "If you see it differently"),
        ("nad ydych yn cytuno", "ydych yn anghytuno"),
    ]
    file.write_bytes(rewritten(school, *both))
    assert typed.type("draft", REF, "--file", str(file), *TODAY).code == 0
    letter, text = school.in_hand(), school.letter_text()
    assert (letter.language, "ydych yn anghytuno" in text) == ("cy", True)
    assert any("somebody who reads Welsh must read it" in one for one in letter.warnings)

    until = school.in_hand().answer_by
    assert until is not None
    printed = date_in("cy", until, "d MMMM y").replace(" ", "\u00a0")
    file.write_bytes(rewritten(school, (printed, "31 Rhagfyr 2026")))
    said = typed.type("draft", REF, "--file", str(file), *TODAY)
    assert (said.code, "Welsh text no longer says" in said.err) == (1, True)


def test_english_of_a_joined_letter_is_the_english_letter(tmp_path: Path) -> None:
    """The two can be told apart again, with the headers and footers of each."""
    school = reading(tmp_path, "ur")
    alone = english_of(docx_of(school))
    assert alone is not None
    text = school.office.word.text_of(alone)
    assert ("Our reference" in text, "ہمارا" in text) == (True, False)
    assert english_of(alone) is None


def test_urdu_runs_from_right_to_left_and_the_address_does_not(tmp_path: Path) -> None:
    """Paragraphs and tables are turned; the address stays where the window of the envelope is."""
    school = reading(tmp_path, "ur")
    body = Document(io.BytesIO(docx_of(school))).element.body
    addresses = [one for one in body.iter(qn("w:p")) if "3 Kiln Lane" in "".join(one.itertext())]
    assert len(addresses) == 2
    assert all(one.find(f"{qn('w:pPr')}/{qn('w:bidi')}") is None for one in addresses)
    heading = next(one for one in body.iter(qn("w:p")) if "براہِ کرم آن لائن" in "".join(one.itertext()))
    assert heading.find(f"{qn('w:pPr')}/{qn('w:bidi')}") is not None
    windows = [next(one.iterancestors(qn("w:tbl"))) for one in addresses]
    assert all(one.find(f"{qn('w:tblPr')}/{qn('w:bidiVisual')}") is None for one in windows)


def test_the_history_tells_both_languages(tmp_path: Path) -> None:
    """Who reads the case, or its exported log, sees that two texts were approved as one."""
    school = reading(tmp_path, "pl")
    (drafted,) = of_kind(school, LetterDrafted)
    assert isinstance(drafted, LetterDrafted)
    assert "in English and in Polish" in drafted.sentence()
    assert len(drafted.translation_sha256) == 64
    assert drafted.other_slots.keys() == drafted.slots.keys()
    assert date.min < drafted.date_on_letter


def test_a_school_with_english_words_of_its_own_does_not_get_our_translation(tmp_path: Path) -> None:
    """Ours says what our English letter says; theirs needs a translation of its own."""
    school = reading(tmp_path, "cy")
    own = school.folder / "letter_templates" / "L1-removal-request.docx"
    own.write_bytes(school.office.template("L1").read_bytes())
    edited(school.folder, ("3 Kiln Lane", "8 Mill Bank"), file="people.csv")
    school.round()
    school.day("2026-11-03")
    assert "L1-removal-request.cy.docx is not in letter_templates" in school.in_hand().english_only
