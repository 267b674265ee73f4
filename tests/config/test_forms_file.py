from pathlib import Path

import pytest
from office import edited, school_folder

from letterladder.config.forms_file import read_forms, shipped_forms
from letterladder.config.settings import read_settings
from letterladder.rules.texts.forms import FormTrust
from letterladder.rules.texts.forms_check import faults_of

OWN = """
id = "gate-book"
title = "the gate book"
trust = "staff"
layouts = ["table"]
[from]
addresses = ["gate@larkfield.example"]
[labels]
parent = ["Which adult?"]
what = ["What happened?"]
"""


def forms_of(tmp_path: Path, **files: str) -> Path:
    """A forms folder with these files; a _ in a name stands for a hyphen."""
    folder = tmp_path / "forms"
    folder.mkdir()
    for name, text in files.items():
        (folder / f"{name.replace('_', '-')}.toml").write_text(text, encoding="utf-8")
    return folder


def test_what_ships_has_no_fault_and_the_staff_form_comes_first() -> None:
    """Of two mappings that fit alike the first counts."""
    forms = shipped_forms()
    assert [fault for form in forms.values() for fault in faults_of(form, frozenset(), where=form.id)] == []
    assert next(name for name in forms if forms[name].kind == "report") == "staff-form"


def test_a_school_without_a_folder_knows_ours(tmp_path: Path) -> None:
    """Nothing need be set up."""
    book, faults = read_forms(tmp_path / "forms")
    assert ({form.id for form in book.forms}, faults) == (set(shipped_forms()), [])


def test_a_schools_own_form_joins_ours_and_comes_first(tmp_path: Path) -> None:
    """It is the one they meant."""
    book, faults = read_forms(forms_of(tmp_path, gate_book=OWN))
    assert faults == []
    assert (book.forms[0].id, set(book.own)) == ("gate-book", {"gate-book"})


def test_one_like_ours_keeps_our_labels_and_says_its_own_sender(tmp_path: Path) -> None:
    """Most schools have only an address to set."""
    text = 'id = "microsoft-forms"\nlike = "microsoft-forms"\ntrust = "staff"\n'
    text += '[from]\naddresses = ["f@larkfield.example"]\n'
    book, faults = read_forms(forms_of(tmp_path, microsoft_forms=text))
    form, ours = book.forms[0], shipped_forms()["microsoft-forms"]
    assert faults == []
    assert (form.addresses, form.trust, form.labels) == (
        ("f@larkfield.example",),
        FormTrust.STAFF,
        ours.labels,
    )
    assert [one.id for one in book.forms].count("microsoft-forms") == 1


def test_a_label_that_a_school_moves_is_where_it_says(tmp_path: Path) -> None:
    """Their "Where?" may be a place on site."""
    text = 'id = "staff-form"\nlike = "staff-form"\n[labels]\non_site = ["Where"]\n'
    book, faults = read_forms(forms_of(tmp_path, staff_form=text))
    assert (book.forms[0].by_label["where"], faults) == ("on_site", [])


def test_ours_can_be_switched_off(tmp_path: Path) -> None:
    """A school that has no CPOMS need not know it."""
    book, faults = read_forms(forms_of(tmp_path, cpoms_like='id = "cpoms-like"\noff = true\n'))
    assert ("cpoms-like" in {form.id for form in book.forms}, book.off, faults) == (
        False,
        ("cpoms-like",),
        [],
    )


@pytest.mark.parametrize(
    ("where", "what", "change"),
    [
        ("gate-book.toml, labels.parnt", "no field 'parnt'", ("parent =", "parnt =")),
        ("gate-book.toml, labels", "No label is given for what was", ("what =", "where =")),
        ("gate-book.toml, layouts", "laid out", ('layouts = ["table"]', "layouts = []")),
        ("gate-book.toml, layouts.0", "should be", ('["table"]', '["tabel"]')),
        ("gate-book.toml, labels.what", "also under parent", ("What happened?", "which adult")),
        ("gate-book.toml, labels.what", "1 to 160", ("What happened?", "*")),
        ("gate-book.toml, from.addresses", "not an email address", ("gate@larkfield.example", "gate")),
        ("gate-book.toml, trust", "needs a sender", ('addresses = ["gate@larkfield.example"]', "")),
        (
            "gate-book.toml, from",
            "Anybody in the world",
            ("gate@larkfield.example", "microsoft@powerapps.com"),
        ),
        (
            "gate-book.toml, from",
            "Anybody in the world",
            ('addresses = ["gate@larkfield.example"]', 'domains = ["gmail.com"]'),
        ),
        ("gate-book.toml, from.domains", "not a domain", ("addresses", 'domains = ["@cpoms"]\naddresses')),
        ("gate-book.toml, says", "so short", ("[from]", 'says = ["*new*"]\n[from]')),
        ("gate-book.toml, subject or frame", "fits every line", ("[from]", 'subject = ["*"]\n[from]')),
        ("gate-book.toml, labls", "no such key", ("[labels]", "[labls]")),
        ("gate-book.toml, id", "not the name of the file", ('"gate-book"', '"gate book"')),
        ("gate-book.toml, like", "no form 'stafform'", ("title =", 'like = "stafform"\ntitle =')),
        ("gate-book.toml, off", "no form 'gate-book' to switch off", ("title =", "off = true\ntitle =")),
        ("gate-book.toml, line 2", "cannot be read", ('"gate-book"', "gate-book")),
    ],
)
def test_a_fault_says_where_and_what(where: str, what: str, change: tuple[str, str], tmp_path: Path) -> None:
    """Whoever wrote the file can put it right from the words alone."""
    assert change[0] in OWN
    _, faults = read_forms(forms_of(tmp_path, gate_book=OWN.replace(*change, 1)))
    found = [one for one in faults if one.where == f"forms/{where}"]
    assert any(what in one.what and one.what_to_do for one in found), faults


def test_all_faults_come_at_once_and_stop_the_settings(tmp_path: Path) -> None:
    """`check` lists them beside those of school.toml."""
    folder = school_folder(tmp_path)
    (folder / "forms").mkdir()
    wrong = OWN.replace("parent =", "parnt =").replace("gate@larkfield.example", "gate")
    (folder / "forms" / "gate-book.toml").write_text(wrong, encoding="utf-8")
    edited(folder, ('name = "Larkfield Primary School"', "name = 1"))
    settings, faults = read_settings(folder)
    assert settings is None
    assert len({one.where for one in faults}) >= 4


def test_a_schools_people_and_server_tell_strangers(tmp_path: Path) -> None:
    """The staff form is trusted from the domain of the school's own mailbox."""
    settings, faults = read_settings(school_folder(tmp_path))
    assert settings is not None, faults
    assert settings.forms.own_domains == {"larkfield.example"}


@pytest.mark.parametrize(
    ("told", "is_fault"),
    [
        ('[from]\naddresses = ["no-reply@gate.example"]', False),
        ('[from]\ndomains = ["gate.example"]', False),
        ('[from]\nnames = ["Gate system"]', False),
        ('subject = ["a new entry in the book*"]\nsays = ["*was written into the gate book*"]', False),
        ('subject = ["a new entry in the book*"]', True),
        ('says = ["*was written into the gate book*"]', True),
        ("", True),
    ],
)
def test_a_system_is_told_from_others_by_its_sender_or_by_subject_and_words(
    told: str, is_fault: bool, tmp_path: Path
) -> None:
    """By its address, domain or name; else by what it always writes, in the subject and below it."""
    notice = f'id = "gate-book"\ntitle = "the gate book"\nkind = "notice"\nlayouts = ["line"]\n{told}\n'
    _, faults = read_forms(forms_of(tmp_path, gate_book=notice))
    assert any("Nothing tells this system's emails" in one.what for one in faults) is is_fault, faults
