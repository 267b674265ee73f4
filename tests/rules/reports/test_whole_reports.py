"""What is read in a report: every part of the answer, not only the one that decides."""

import tomllib
from itertools import islice
from pathlib import Path

from made_reports import REGISTER, SCREENSHOT, form_report, report, shipped_policy
from whole_answers import agreed

from letterladder.ground.values import replace
from letterladder.rules.people.conflict import Staff
from letterladder.rules.reports.deeds import deeds_of
from letterladder.rules.reports.facts import fact_of
from letterladder.rules.reports.flags import flags_of
from letterladder.rules.reports.genres import counts_in, is_about_nobody
from letterladder.rules.reports.kinds_like import kinds_seen
from letterladder.rules.reports.learned import all_learned
from letterladder.rules.reports.likeness import likeness_of
from letterladder.rules.reports.matching import suggest_adults, writers_of
from letterladder.rules.reports.mentions import mentions_in, names_stranger, pupils_in
from letterladder.rules.reports.triage import triage
from letterladder.rules.reports.urgency import NOBODY
from letterladder.rules.texts.sentences import sentences_of

HERE = Path(__file__).resolve().parent
POLICY = shipped_policy()
STAFF = Staff(
    own_domains=frozenset({"school.example"}),
    approver="Mrs Greta Lyle",
    approver_address="g.lyle@school.example",
    names=("Mr Ola Bright", "Miss Fay Pell"),
)
MENTIONING = (
    "Ned Farrow wrote it, and N. Farrow shared it. Mr Farrow denies it; Mrs Farrow does not.",
    "It was Farrow, the Farrows, Ned, and ned.farrow@mail.example.",
    "Ned Farrow-Lamb and Lamb-Farrow are others.",
    "Tess's dad put it up. Dad of Tess Farrow in 4K, that is.",
    "Lina's dad in 3P, not Lina's mum in 3K; the father of Lina Haddad.",
    "The Haddad dad, and Mr Farrow's wife.",
    "Mr Farrow (Tess, 4K) and Mr Osei (Lina)",
    "Mary Quill, Mrs Quill, Ms Quill, Mary Quill (Dot)",
    "tata Liny napisał; mama Jonaha też",
    "Änne Weiß-Bright and Anne Weiss Bright and Mrs Weiss-Bright",
    "Dr O'Dell, Uma ODell, Orla's carer, Orla's grandfather",
    "Robin's mum in Reception. Robin Beck's mother Flo",
    "Nobody of ours: Bert Unheard posted it. Written by Ida Farrow",
    "Abe Quill's partner; Ida's husband; the Oseis' dad",
    "jo beck; JO BECK; Beck, Jo",
)
LINES = (
    ("Mr Ned Farrow", "Tess Farrow 4K"),
    ("Nedd Farow", "Tess Farrow 4K"),
    ("Farrow", "Tess Farrow 4K"),
    ("N Farrow", ""),
    ("Mr Farrow", ""),
    ("dad", "Tess Farrow 4K"),
    ("", "Lina 3P"),
    ("Lina's dad", "Lina"),
    ("Mary Quill", ""),
    ("Mary Quill", "Dot"),
    ("Ned Farrow", "Lina Haddad 3K"),
    ("Ned Farrow", "Bert Unheard 9Z"),
    ("Mr and Mrs Farrow", "Tess"),
    ("unknown", "Robin Beck"),
    ("Ms Beck", "Robin Beck RP"),
    ("Bert Unheard", "Tess Farrow 4K"),
    ("Quil", "Orla 2P"),
    ("Mr Farrow", "Jonah Weiß-Bright and Tess Farrow"),
    ("Mr Farrow", "Lina Tess Haddad Farrow"),
    ("Mr Haddad", "Lina 3K, Tess 4K and Orla"),
)
INSULT = '"Miss Pell is a lazy cow"'
FREE = (
    "Ned Farrow wrote on Facebook yesterday that Miss Pell is a lazy cow.",
    "Ned Farrow has put up photos of other children from the play on his Instagram page.",
    "Tess's dad shouted at Mr Bright at the gate on Monday and would not leave.",
    "Mr Farrow says online that Mr Bright hit his son in the corridor.",
    "Ned Farrow: I will come up to the school and smash his face in, you will see.",
    "Somebody on the class chat says Miss Pell is a thief. I do not know who wrote it.",
    "I want a copy of everything you hold about me and Tess. Ned Farrow",
    "I am very unhappy with how the school dealt with the trip. Nobody rang us back.",
    "Thank you so much for the lovely play. We all enjoyed it.",
    "My solicitor will write to you about Mr Farrow's post.",
    "Tess told me that her dad hits her when he is drunk.",
    "Mrs Farrow shared a film of the sports day with all the children in it; see https://social.example/p/17",
    "Mr Haddad keeps emailing Miss Pell forty times a day and calls her names in every email.",
    "Kofi Osei filmed the staff in the car park and put it on TikTok.",
    "W poniedziałek tata Liny napisał na grupie, że pani Pell jest głupia i leniwa.",
    "see attached",
    "They made a page that pretends to be the school and asks for money. Ida Farrow runs it.",
    "Uma O'Dell posted that all of them should go back to where they came from.",
)
MAILS = {
    **{text: report(text) for text in FREE},
    **{f"from staff: {text}": report(text, from_address="t.reed@school.example") for text in FREE[:6]},
    **{
        f"form: {what} {parent} {pupil}": form_report(what, parent, pupil)
        for what, parent, pupil in (
            (INSULT, "Mr Ned Farrow", "Tess Farrow 4K"),
            (INSULT, "Mrs Beata Zawadzka", "Kacper 1P"),
            (INSULT, "Darren Unheard", ""),
            ("He put up photos of other children from the play", "Mr Ned Farrow", "Tess"),
            ('"Send them home, the dirty foreigners"', "Mr Ned Farrow", "Tess Farrow 4K"),
            ('"I will smash her face in"', "Mr Ned Farrow", "Tess Farrow 4K"),
        )
    },
    "from the adult": report("I have removed it.", from_address="ned.farrow@mail.example"),
    "with a picture": replace(report("See the picture of Mr Farrow's page."), attachments=(SCREENSHOT,)),
    "forged": report(
        "Ned Farrow is a thief.",
        from_address="g.lyle@school.example",
        authentication=("mx.school.example; spf=fail; dkim=none; dmarc=fail header.from=school.example",),
    ),
    "from a machine": report("I am away.", robot="an automatic answer"),
    "sent on": report(
        "See below.\n\nFrom: Ida Lamb\nSent: 8 November 2026 21:50\nTo: Office\nSubject: x\n\n"
        "Ned Farrow called Miss Pell a thief on Facebook on 5 November.",
        own_words="See below.",
    ),
}


def test_whom_a_text_names_is_told_with_every_part() -> None:
    """Which adults, in which words, through which child, and whether wholly."""
    agreed(HERE / "mentions.txt", {one: mentions_in(one, REGISTER) for one in MENTIONING})


def test_which_pupils_a_text_names_and_whether_it_names_a_stranger() -> None:
    """A child by two marks; somebody who posts and is not in the register."""
    agreed(
        HERE / "pupils_named.txt",
        {
            one: [*(pupil.pupil_id for pupil in pupils_in(one, REGISTER)), names_stranger(one, REGISTER)]
            for one in MENTIONING
        },
    )


def test_whom_the_lines_of_a_form_may_mean_is_told_with_the_reason() -> None:
    """In order, each with why, and whether it is beyond doubt."""
    agreed(
        HERE / "form_lines.txt",
        {
            f"{parent}; {pupil}": suggest_adults(form_report("x", parent, pupil), REGISTER)
            for parent, pupil in LINES
        },
    )


def test_whom_a_free_text_may_mean_and_who_wrote_it() -> None:
    """In order, each with why; a writer's own name means nobody."""
    agreed(
        HERE / "suggested.txt",
        {
            one: [*suggest_adults(report(one), REGISTER), writers_of(report(one), REGISTER)]
            for one in (*MENTIONING, *FREE)
        },
    )


def test_everything_that_triage_says_of_a_report_is_agreed() -> None:
    """The outcome and its reason, the level, the fact, the flags, the words that told, what is missing."""
    agreed(
        HERE / "triaged.txt",
        {
            name: triage(mail, REGISTER, POLICY, {"A3": "2026-0007", "A1": "2026-0003"}, staff=STAFF)
            for name, mail in MAILS.items()
        },
    )


OPEN = HERE.parents[1] / "reports_unseen" / "open"
EACH = 32
"""Of the open corpus each thirty-second email: of every kind some."""


def open_texts() -> list[str]:
    """What is in some emails of the open corpus, with the subject."""
    tables = [tomllib.loads(file.read_text(encoding="utf-8")) for file in sorted(OPEN.glob("*.toml"))]
    mails = [mail for table in tables for mail in table.get("email", ())]
    return [f"{mail['subject']}\n{mail['body']}" for mail in islice(mails, 0, None, EACH)]


def test_what_is_told_in_open_emails_is_read_with_every_part() -> None:
    """The deeds, about whom and how often; alarms with their words; the fact; and how like a danger it reads."""
    learned = all_learned()
    found: dict[str, object] = {}
    for one in open_texts():
        mail = report(one.partition("\n")[2], subject=one.partition("\n")[0])
        sentences = sentences_of(mail)
        found[one] = [
            *(deeds_of(mail, NOBODY, from_staff=bool(len(found) % 2))),
            *flags_of(mail),
            fact_of(mail),
            likeness_of(mail, learned.danger),
            [(like.kind.about, like.much, like.words) for like in kinds_seen(mail, learned.kinds)],
            (len(sentences), is_about_nobody(sentences), counts_in(sentences)),
        ]
    agreed(HERE / "open_emails.txt", found)


def test_what_is_asked_for_is_told_with_its_words() -> None:
    """Each fourth of the requests that are tried elsewhere, with the words that led to each flag."""
    halves = [
        tomllib.loads((HERE / f"requests_{one}.toml").read_text("utf-8"))["mail"]
        for one in ("built", "aside")
    ]
    mails = [mail for half in halves for mail in half][::4]
    agreed(
        HERE / "requests_read.txt",
        {mail["text"]: flags_of(report(mail["text"]), tuple(mail.get("children", ()))) for mail in mails},
    )
