"""What the program depends on: each library is used or justified, each import is declared, none has a known fault."""

import ast
import re
import sys
from datetime import date, timedelta
from functools import cache
from importlib.metadata import packages_distributions

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version
from test_layout import PROJECT, ROOT, code_files
from tools import audit

JUSTIFIED = {
    "govuk-frontend-jinja": "the page templates load its macros by name; nothing of it is called",
    "tzdata": "Windows has no time zones of its own",
}
"""Direct dependencies that no line of code imports, and why they stay."""
BY_PAGE = {"govuk-frontend-jinja": "govuk_frontend_jinja/"}
"""What the templates load of them."""

DAY = date(2026, 11, 22)
LIST = """
date = 2026-11-22
[[advisory]]
package = "{package}"
id = "CVE-2026-1000"
affected = "{affected}"
what = "x"
"""


def declared(*extras: str) -> set[str]:
    """The direct dependencies, with those of these extras."""
    project = PROJECT["project"]
    words = [*project["dependencies"]]
    words += [one for extra in extras for one in project["optional-dependencies"][extra]]
    return {canonicalize_name(Requirement(one).name) for one in words}


@cache
def imported() -> frozenset[str]:
    """The distributions of what the program imports from outside, anywhere in a file."""
    known = packages_distributions()
    found: set[str] = set()
    for file in code_files():
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            names = [one.name for one in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and not node.level and node.module:
                names = [node.module]
            tops = {name.partition(".")[0] for name in names} - sys.stdlib_module_names - {"letterladder"}
            found |= {canonicalize_name(one) for top in tops for one in known.get(top, [top])}
    return frozenset(found)


def test_each_library_is_used() -> None:
    """One that nothing imports any more leaves, or its reason is in the table above."""
    unused = declared("microsoft", "google", "ocr", "notify") - imported()
    assert unused == set(JUSTIFIED)


def test_what_is_imported_is_declared() -> None:
    """Not only because another library happens to bring it along."""
    assert imported() - declared("microsoft", "google", "ocr", "notify") == set()


@pytest.mark.parametrize(("package", "words"), BY_PAGE.items())
def test_what_only_templates_load_is_loaded(package: str, words: str) -> None:
    """A justification that no longer holds is red as well."""
    assert package in JUSTIFIED
    files = [*(ROOT / "desk").rglob("*.html"), *(ROOT / "desk" / "web").rglob("*.py")]
    assert any(words in file.read_text(encoding="utf-8") for file in files)


def test_the_page_of_libraries_names_each() -> None:
    """docs/decisions/0002 says of each why it is there."""
    page = (ROOT / "docs" / "decisions" / "0002-dependencies.md").read_text(encoding="utf-8")
    rows = " ".join(
        line.partition("|")[2].partition("|")[0] for line in page.splitlines() if line.startswith("| ")
    )
    named = {canonicalize_name(one) for one in re.findall(r"[A-Za-z0-9._-]+", rows)}
    assert declared("microsoft", "google", "ocr", "notify") - named == set()


# -- the audit -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("version", "affected", "has_it"),
    [
        ("1.9.9", "<2.0", True),
        ("2.0", "<2.0", False),
        ("2.0rc1", "<=2.0rc1", True),
        ("2.0.post1", "<2.0", False),
        ("1.10", ">=1.2,<1.11", True),
        ("1.10", ">=1.2,<1.9", False),
        ("3.1.0", "==3.1.0", True),
    ],
)
def test_a_version_is_compared_as_a_version(version: str, affected: str, *, has_it: bool) -> None:
    """1.10 comes after 1.9, and a release after its candidates."""
    known = audit.read_list(LIST.format(package="Some_Thing", affected=affected))
    found = list(audit.faults(known, "a.lock", [("some-thing", Version(version))]))
    assert bool(found) is has_it


@pytest.mark.parametrize(
    "text",
    [
        "",
        "date = 'soon'\n",
        "date = 2026-11-22\n[[advisory]]\npackage = 'x'\n",
        LIST.format(package="x", affected="before 2"),
        LIST.format(package="x", affected=""),
        LIST.format(package="x", affected="<2").replace("CVE-2026-1000", "see above"),
        "date = \n",
    ],
)
def test_a_list_that_cannot_be_read_is_no_clean_bill(text: str) -> None:
    """It says so, and never passes for a list without faults."""
    with pytest.raises(audit.Unreadable):
        audit.read_list(text)


@pytest.mark.parametrize("line", ["requests", "requests>=2", "requests @ https://example.org/x.whl", "a b"])
def test_a_lock_that_pins_nothing_is_said(line: str) -> None:
    """A loose line could become any version."""
    with pytest.raises(audit.Unreadable):
        list(audit.read_pins("a.lock", line))


def test_pins_are_read_with_markers_and_hashes() -> None:
    """As uv writes them."""
    text = "tzdata==2026.6 ; sys_platform == 'win32' \\\n    --hash=sha256:00\nfl_x==6.0.0 --hash=sha256:00\n# y==1\n"
    assert dict(audit.read_pins("a.lock", text)) == {"tzdata": Version("2026.6"), "fl-x": Version("6.0.0")}


def test_an_old_list_is_said() -> None:
    """After half a year it knows too little; a newer one is silent."""
    known = audit.read_list(LIST.format(package="x", affected="<2"))
    told = [bool(list(audit.notes(known, [], DAY + timedelta(days=days)))) for days in (0, 180, 181)]
    assert told == [False, False, True]


def test_no_lock_pins_a_known_fault(capsys: pytest.CaptureFixture[str]) -> None:
    """The list that is checked in, against the locks that are checked in."""
    assert audit.main([], DAY) == 0
    assert "0 faults in" in capsys.readouterr().out


def test_a_lock_that_goes_back_is_red() -> None:
    """The real list knows older versions of what is pinned: of these packages at least."""
    known = audit.read_list(audit.LIST.read_text(encoding="utf-8"))
    old = {"jinja2": "3.1.5", "pypdf": "6.9.0", "pillow": "12.1.0", "werkzeug": "3.1.3", "urllib3": "2.5.0"}
    for package, version in old.items():
        assert list(audit.faults(known, "a.lock", [(package, Version(version))])), package
