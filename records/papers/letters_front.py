"""The first pages of all letters together: which school, which policy, which facts of law, which letters; to sign."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.platypus import Flowable

from .pdf_sheet import Sheet, heading, make_pdf, table, text

TITLE = "The letters of this school, for its adviser"


@dataclass(frozen=True, slots=True, kw_only=True)
class Front:
    """What is on these pages.

    Attributes:
        about: what is said of the school and its policy: a label and its words.
        notice: what the reader should know of what follows.
        letters: of each letter: its id, what it is, its Word file, whose it is, its SHA-256.
        facts: of each fact of law: its name and what it is, as it is, its source, when it was checked.
        fingerprint: the number that stands for all of it.
    """

    school: str
    about: Sequence[tuple[str, str]]
    notice: Sequence[str]
    letters: Sequence[tuple[str, str, str, str, str]]
    facts: Sequence[tuple[str, str, str, str]]
    fingerprint: str


def front_pdf(front: Front) -> bytes:
    """The finished pages."""
    story: list[Flowable] = [
        text(TITLE, "title"),
        *table(("What", "This school"), front.about, (25, 75), empty=""),
        *(text(one) for one in front.notice),
        *heading("Sign-off"),
        *table(
            ("To be filled in by the adviser", ""),
            [
                ("Name and office", "\n"),
                ("Day", "\n"),
                ("Signature", "\n\n"),
                ("Fingerprint", front.fingerprint),
            ],
            (30, 70),
            empty="",
        ),
        *heading("The letters, in the order of the pages that follow"),
        *table(
            ("Letter", "What it is", "Word file", "Whose", "SHA-256, its beginning"),
            front.letters,
            (7, 32, 29, 14, 18),
            empty="None.",
        ),
        *heading("The facts of law that they use"),
        *table(
            ("Fact", "As the letters have it", "Source", "Checked"),
            front.facts,
            (23, 33, 30, 14),
            empty="None.",
        ),
    ]
    return make_pdf(Sheet(title=f"{TITLE}: {front.school}", foot=f"{front.school} · {TITLE}"), story)
