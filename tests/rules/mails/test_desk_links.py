"""The addresses of the desk's pages that our emails name."""

from cast import a_school

from letterladder.ground.values import replace
from letterladder.rules.mails.desk_links import desk_name, to_case, to_email, to_letter, to_page
from letterladder.rules.people.school import Desking, School

ON = Desking(on=True, address="https://desk.larkfield.example/")


def _school(desking: Desking, **said: str) -> School:
    return replace(a_school(), desking=desking, **said)


def test_a_page_has_the_school_and_no_more_in_its_address() -> None:
    """A reference, the beginning of a SHA-256: nobody's name."""
    school = _school(ON, slug="larkfield")
    assert to_page(school, "to-post") == "https://desk.larkfield.example/larkfield/to-post"
    assert to_email(school, "ab" * 32) == "https://desk.larkfield.example/larkfield/in-tray/abababababab"
    assert to_case(school, "2026-0042") == "https://desk.larkfield.example/larkfield/cases/2026-0042"
    assert to_letter(school, "2026-0042").endswith("/larkfield/cases/2026-0042/letter")


def test_without_a_desk_no_page_is_named() -> None:
    """Neither where it is off, nor where nobody said how it is reached."""
    assert to_page(_school(replace(ON, on=False)), "to-post") == ""
    assert to_case(_school(replace(ON, address="")), "2026-0042") == ""


def test_a_schools_name_in_an_address_is_plain() -> None:
    """Whatever the school is called, its part of the address needs no quoting."""
    assert desk_name(_school(ON, slug="St Bede's / Lower School")) == "st-bede-s-lower-school"
    assert desk_name(_school(ON, slug="", name="Ysgol Ŵy")) == "ysgol-y"
    assert desk_name(_school(ON, slug="", name="學校")) == "school"
