"""The copies opened by the programs people have; each test is skipped where its program is not installed."""

import csv
import io
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from openpyxl import load_workbook
from register.big_school import BigSchool, make_big_school

from letterladder.records.papers.pdf import find_libreoffice
from letterladder.rules.register.register_filter import Wanted
from letterladder.rules.words import Format, Profile
from letterladder.workflows.exporting import Order, make_copy

CHROMIUM = next(
    (found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))),
    None,
)
SECONDS = 120


def program(found: str | None, name: str, *, required_by_ci: bool) -> str:
    """The program's path; without it the test is skipped, or fails under CI where CI installs it."""
    if found is None and required_by_ci and os.environ.get("CI") == "true":
        pytest.fail(f"{name} is not installed")
    if found is None:
        pytest.skip(f"{name} is not installed")
    return found


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> BigSchool:
    return make_big_school(tmp_path_factory.mktemp("real") / "school", families=10, cases=2)


def copy(school: BigSchool, folder: Path, format_: Format) -> Path:
    order = Order(wanted=Wanted(), profile=Profile.PANEL, format=format_, bom=True)
    out = folder / f"register.{format_}"
    make_copy(school.office, order, out)
    return out


def run(*command: str) -> str:
    done = subprocess.run(command, check=True, capture_output=True, timeout=SECONDS)
    return done.stdout.decode(errors="replace")


@pytest.mark.libreoffice
@pytest.mark.parametrize("format_", [Format.XLSX, Format.CSV])
def test_libreoffice_reads_every_row(school: BigSchool, tmp_path: Path, format_: Format) -> None:
    """All rows and columns come back; umlauts and hashes whole."""
    soffice = program(find_libreoffice(), "LibreOffice", required_by_ci=True)
    source = copy(school, tmp_path, format_)
    out = tmp_path / "out"
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    to = "csv:Text - txt - csv (StarCalc):44,34,76,1"
    said = run(soffice, profile, "--headless", "--convert-to", to, "--outdir", str(out), str(source))
    if not (out / "register.csv").exists():
        pytest.skip(f"LibreOffice has no Calc here: {said.strip()}")
    back = list(csv.reader(io.StringIO((out / "register.csv").read_text(encoding="utf-8"))))
    assert len(back) == 25
    hashes = {entry.hash for ref in school.office.cases.refs() for entry in school.office.cases.read(ref)}
    assert sum(bool(hashes & set(line)) for line in back) == 24


def test_a_spreadsheet_library_reads_the_same_as_the_csv(school: BigSchool, tmp_path: Path) -> None:
    """The workbook's first sheet and the csv have the same rows."""
    sheet = load_workbook(copy(school, tmp_path, Format.XLSX))["Register"]
    heads = [cell.value for cell in sheet[1]]
    found = [line[heads.index("Log line SHA-256")] for line in sheet.iter_rows(min_row=2, values_only=True)]
    text = copy(school, tmp_path, Format.CSV).read_text(encoding="utf-8-sig")
    assert found == [row["hash"] for row in csv.DictReader(io.StringIO(text))]


def test_pdftotext_reads_the_chronology(school: BigSchool, tmp_path: Path) -> None:
    """Names, reasons and page numbers are text and no pictures."""
    pdftotext = program(shutil.which("pdftotext"), "pdftotext", required_by_ci=True)
    text = run(pdftotext, "-layout", str(copy(school, tmp_path, Format.PDF)), "-")
    family = school.cases["2026-0001"]
    assert f"Mr {family.given} {family.surname}" in text
    assert "page 1 of" in text


def test_the_pdf_has_ink_on_every_page(school: BigSchool, tmp_path: Path) -> None:
    """Drawn as pictures, no page is blank and none is black."""
    pdftoppm = program(shutil.which("pdftoppm"), "pdftoppm", required_by_ci=True)
    run(pdftoppm, "-gray", "-r", "40", str(copy(school, tmp_path, Format.PDF)), str(tmp_path / "page"))
    pages = sorted(tmp_path.glob("page*.pgm"))
    assert len(pages) >= 2
    for page in pages:
        dots = page.read_bytes()[-40 * 40 * 80 :]
        assert 0 < sum(dot < 128 for dot in dots) < len(dots) // 4


def test_chromium_shows_the_page(school: BigSchool, tmp_path: Path) -> None:
    """It is laid out, and its tables are in the document as the browser sees it."""
    chromium = program(CHROMIUM, "Chromium", required_by_ci=False)
    page = copy(school, tmp_path, Format.HTML)
    flags = ("--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path / 'chromium'}")
    seen = run(chromium, *flags, "--dump-dom", page.as_uri())
    assert seen.count("<svg") == 2
    assert seen.count("<tr>") > 24
