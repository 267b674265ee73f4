"""The adviser's review, whole: every letter of a school in one PDF behind first pages that say what they are."""

import io
import re
from datetime import date
from pathlib import Path

import pytest
from office import edited, school_folder
from pypdf import PdfReader

from letterladder.config.settings import load_settings
from letterladder.desk.clock import RehearsalClock
from letterladder.desk.letters_pdf import review_pdf
from letterladder.desk.letters_review import papers_now, sent_letters
from letterladder.desk.wiring import build


@pytest.mark.libreoffice
def test_the_review_is_one_pdf_of_every_letter(tmp_path: Path) -> None:
    """School, policy, facts with sources, letters and fingerprint first, then each letter."""
    folder = school_folder(tmp_path / "school")
    edited(folder, ('file = "model"', 'file = "aspire-federation"'))
    settings = load_settings(folder)
    made = review_pdf(settings, build(settings, RehearsalClock(date(2026, 12, 1))))
    pages = [page.extract_text().replace("\u00a0", " ") for page in PdfReader(io.BytesIO(made)).pages]
    front = re.sub(r"\s+", " ", " ".join(page for page in pages if "for its adviser" in page))
    for said in (
        settings.school.name,
        settings.school.policy.title,
        papers_now(settings).fingerprint,
        "never",
    ):
        assert said in front
    for name in settings.school.legal.facts:
        assert name in front
    assert "the local authority (Wexmoor County Council)" in front
    letters = sent_letters(settings)
    assert all(one.path.name[:16] in front for one in letters)
    heads = [page for page in pages if page.startswith(f"{settings.school.name}\nLarkfield Road")]
    assert len(heads) == len(letters)
