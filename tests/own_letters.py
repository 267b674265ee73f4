"""A school with a letter of its own: its record, its Word file, and a policy that has a step for it."""

from pathlib import Path

from docx import Document
from office import edited
from shipped import LETTERS

from letterladder.config.paths import shipped_policy

RECORD = """\
[fields]
mediator = { type = "person with address", help = "who leads the talk" }
talk_on = { type = "day in the future", help = "the day of the talk" }
room_fee = { type = "money", help = "what the room costs the school" }
way = { type = "choice", choices = ["in person", "online"], help = "how you talk" }
topics = { type = "list", help = "what is talked about, separated by semicolons", optional = true }

[letters.S1]
name = "Offer of a led talk"
file = "S1-led-talk.docx"
adverse = false
follows = ["L1"]
must_print = ["answer_by", "mediator", "talk_on"]
needs = ["talk_on"]
why = "A talk is offered for a day, or it is not offered"
we_did = "we offered you a led talk"
we_may = "offer you a led talk"
"""
WORDS = (
    "Offer of a led talk",
    "We wrote to you on {{ earlier_letter_on }}. We offer you a talk {{ way }} on {{ talk_on }}.",
    "{{ mediator.name }} leads it, at {{ mediator.lines|join(', ') }}. The room costs the school {{ room_fee }}.",
    "{% for topic in topics %}We would talk about {{ topic }}. {% endfor %}",
    "Please tell us by {{ answer_by }}.",
)
STEP = """
[steps.S1]
name = "Offer of a led talk"
clock = { days = 5, unit = "working days" }

[steps.S1.then]
lapsed = ["L3"]
other = ["Z1"]
"""
FIELDS = {
    "mediator": "Mrs Una Kerr; 5 Mill Lane; Wexmoor; ZZ99 4AE",
    "talk_on": "Friday 11 December 2026",
    "room_fee": "1250.50",
    "way": "ONLINE",
    "topics": "the post; the school gate",
}


def put_own_letter(
    folder: Path, *, record: str = RECORD, words: tuple[str, ...] = WORDS, file: str = "S1-led-talk.docx"
) -> Path:
    """The record and the Word file in the school's own folder; the folder."""
    own = folder / "letter_templates"
    own.mkdir(exist_ok=True)
    (own / "letters.toml").write_text(record, encoding="utf-8")
    document = Document()
    for text in (" ".join(f"{{{{ {name} }}}}" for name in sorted(LETTERS.every_letter)), *words):
        document.add_paragraph(text)
    document.save(str(own / file))
    return own


def put_own_policy(folder: Path, step: str = STEP) -> None:
    """The model policy as the school's own, with a step that sends the letter when nobody answers the first one."""
    text = shipped_policy("model").read_text(encoding="utf-8")
    lapsed = 'lapsed = ["L2", "L3"]'
    assert lapsed in text
    (folder / "ours.toml").write_text(text.replace(lapsed, 'lapsed = ["S1", "L3"]') + step, encoding="utf-8")
    edited(folder, ('file = "model"', 'file = "ours.toml"'))


SHEET = """
[letters.S5]
name = "Note to the parents' association"
file = "S5-association-note.docx"
sheet = true
recipient_lines = ["The parents' association"]
must_print = ["sharing_reason"]
"""
SHEET_STEP = """
[steps.S5]
name = "Note to the parents' association"
kind = "action"
tell_adult = "never"

[steps.S5.then]
other = ["Z1"]
"""


def put_own_sheet(folder: Path) -> None:
    """A sheet beside the letter, for an action that may follow it."""
    own = put_own_letter(folder, record=RECORD + SHEET)
    document = Document()
    document.add_paragraph(
        " ".join(f"{{{{ {name} }}}}" for name in sorted(LETTERS.every_sheet - {"recipient_lines"}))
    )
    document.add_paragraph("To: {{ recipient_lines|join(', ') }}. We may share this: {{ sharing_reason }}")
    document.save(str(own / "S5-association-note.docx"))
    put_own_policy(folder, STEP.replace('lapsed = ["L3"]', 'lapsed = ["L3", "S5"]') + SHEET_STEP)
