"""How many emails each person gets in three school weeks, by kind: one email for each case, or one digest a day.

    python tests/tools/bench_told.py [digest] [away]

Fourteen families, twenty-eight emails to the safeguarding mailbox, people who answer at fixed hours, and a head who
is away in the second week. All of it is invented and fixed, so that two runs of one program give the same figures.
`digest` switches `[reminders] digest` on, `away` gives the order that says when the head is away.
"""

import runpy
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))
runpy.run_path(str(ROOT / "run.py"), run_name="checkout")

from office import (  # noqa: E402 - after the checkout is a package
    ALTERNATE,
    DEPUTY,
    DSL,
    HEAD,
    INSULT,
    MONDAY,
    OFFICE,
    SLOTS,
    THREAT,
    Rehearsal,
    SentMail,
    an_office,
    edited,
    form,
    school_folder,
)

from letterladder.ground.errors import LetterladderError  # noqa: E402
from letterladder.rules.office.absences import Absence  # noqa: E402
from letterladder.rules.standing.next_step import next_step  # noqa: E402
from letterladder.rules.standing.steps import About, asked_of  # noqa: E402
from letterladder.rules.words import LetterStatus, Outcome, Verdict  # noqa: E402
from letterladder.workflows.acts.on_absences import say_away  # noqa: E402
from letterladder.workflows.answering import TriageOrder, triage_case  # noqa: E402
from letterladder.workflows.filing_by_hand import NONE, file_by_hand  # noqa: E402

DAYS, HOURS = 19, (8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 20)
AWAY_FROM, AWAY_TO = MONDAY + timedelta(days=7), MONDAY + timedelta(days=11)
READ, APPROVE, ALTERNATES, POST = (9, 14), 12, 16, 15
FAMILIES = (
    "Ashby",
    "Birch",
    "Cole",
    "Dale",
    "Eaves",
    "Firth",
    "Gale",
    "Holt",
    "Ince",
    "Joyce",
    "Kemp",
    "Lund",
)
CASES = (
    (0, 9),
    (0, 11),
    (1, 10),
    (2, 14),
    (3, 9),
    (4, 10),
    (7, 9),
    (7, 13),
    (8, 10),
    (10, 9),
    (14, 10),
    (15, 11),
)
"""The day and the hour at which the report about each family comes."""
AGAIN = ((3, 11, 0), (8, 9, 2), (16, 9, 5))
UNCLEAR = ((0, 13), (1, 9), (2, 20), (5, 10), (6, 20), (7, 10), (9, 9), (11, 14), (14, 9), (16, 10), (17, 13))
DANGER = ((4, 11, 3), (12, 20, 8))
ROLES = {HEAD: "head", ALTERNATE: "alternate", DSL: "dsl", DEPUTY: "deputy", OFFICE: "office"}
_HEADER = (
    "person_id,title,given_name,family_name,relationship,pupil_id,pupil_given_name,pupil_family_name,class,"
    "address_line1,address_line2,town,postcode,email,phone,flags\n"
)


def a_school(folder: Path, *, digest: bool) -> Rehearsal:
    """The school of the tests, with these families and the settings that `init` writes."""
    school_folder(folder)
    rows = [
        f"F{number},Mr,Tom,{name},Father,Q{number},Amy,{name},3A,{number + 1} Mill Lane,,Wexmoor,ZZ99 4AA,,,\n"
        for number, name in enumerate(FAMILIES)
    ]
    (folder / "school" / "people.csv").write_text(_HEADER + "".join(rows), encoding="utf-8")
    edited(
        folder / "school",
        ("heartbeat = false", "heartbeat = true"),
        ("[anchor]\non = false", "[anchor]\non = true"),
    )
    if digest:
        edited(folder / "school", ("[reminders] ", "[reminders]\ndigest = true\n# "))
    return an_office(folder)


def arrive(school: Rehearsal, day: int, hour: int) -> None:
    """What comes in at this hour."""
    now, staff, form_ = (day, hour), "Beth Aldous <b.aldous@larkfield.example>", "Form: online"
    for number in (one for one, at in enumerate(CASES) if at == now):
        school.write(staff, form_, _form(number, INSULT))
    for family in (one[2] for one in AGAIN if one[:2] == now):
        school.write(staff, form_, _form(family, f"{INSULT} And once more, on day {day}."))
    for family in (one[2] for one in DANGER if one[:2] == now):
        school.write(staff, form_, _form(family, THREAT))
    for number in (one for one, at in enumerate(UNCLEAR) if at == now):
        words = f"Somebody wrote something rude about the school on a page, it was seen on day {number}."
        school.write(f"n{number}@freemail.example", f"A question, {number}", words)


def _form(number: int, what: str) -> str:
    name = FAMILIES[number]
    return form(f"Mr Tom {name}", f"Amy {name}, 3A", what, link=f"https://www.social.example/posts/{number}")


def act(school: Rehearsal, hour: int) -> None:
    """What people do at this hour of a school day."""
    if hour in READ:
        _read_tray(school)
    if hour == APPROVE and not AWAY_FROM <= school.clock.today() <= AWAY_TO:
        _answer_all(school, HEAD)
    if hour == ALTERNATES:
        _answer_all(school, ALTERNATE)
    if hour == POST:
        _post_all(school)


def _read_tray(school: Rehearsal) -> None:
    """The DSL answers each email about the in-tray, puts aside what tells of no conduct, and clears alerts."""
    for row in school.mails():
        if row.verdict is Verdict.INTRAY:
            _file(school, row.seen.sha256[:12])
    for ref in school.office.cases.refs():
        if school.case(ref).alert:
            _clear(school, ref)


def _file(school: Rehearsal, mail: str) -> None:
    with suppress(LetterladderError):
        file_by_hand(school.office, mail, NONE, TriageOrder(note="about no parent"), by="Miss Treadwell")


def _clear(school: Rehearsal, ref: str) -> None:
    with suppress(LetterladderError):
        order = TriageOrder(clear=True, note="spoken to, no danger")
        triage_case(school.office, school.case(ref), order, by="Miss Treadwell")


def _answer_all(school: Rehearsal, address: str) -> None:
    """Whoever it is approves each letter that they were asked about by email, and decides what they were asked."""
    for ref in list(school.office.cases.refs()):
        case = school.case(ref)
        letter = case.in_hand
        waits = asked_of(next_step(case, school.office.school.policy, school.clock.today()))
        if letter and letter.status is LetterStatus.DRAFTED and waits and waits.about is About.APPROVAL:
            asked = [one for one in _mails(school, "approval", ref) if address in one.to]
            if asked:
                school.press(asked[-1].links[0], address)
        elif waits and waits.about is About.DECISION:
            asked = [one for one in _mails(school, "decision", ref) if address in one.to]
            links = [
                link for one in asked[-1:] for link in one.links if "%20L2%0D" in link or "%20none%0D" in link
            ]
            if links:
                school.press(links[0], address, "It is the next step.")


def _mails(school: Rehearsal, kind: str, ref: str) -> list[SentMail]:
    return [one for one in school.sent_mails() if one.kind == kind and one.subject.startswith(f"[{ref}")]


def _post_all(school: Rehearsal) -> None:
    """The office supplies what is missing, posts what is in the tray for today, and records answers."""
    for ref in list(school.office.cases.refs()):
        case, today = school.case(ref), school.clock.today()
        if case.blocked:
            with suppress(LetterladderError, AssertionError):
                school.supplied(case.blocked.letter, ref, **SLOTS)
        letter = school.case(ref).in_hand
        if (
            letter
            and letter.status in {LetterStatus.APPROVED, LetterStatus.POSTING}
            and letter.date_on_letter == today
        ):
            with suppress(LetterladderError):
                school.office_posts(ref)
        if _answers(school, ref):
            with suppress(LetterladderError):
                school.answered(Outcome.AGREED, ref)


def _answers(school: Rehearsal, ref: str) -> bool:
    """Every third adult answers four days after the letter went out."""
    case = school.case(ref)
    posted = [one for one in case.letters if one.status is LetterStatus.POSTED and one.posted_on]
    if int(ref[-4:]) % 3 or not posted:
        return False
    return posted[-1].posted_on == school.clock.today() - timedelta(days=4)


def three_weeks(school: Rehearsal, *, away: bool) -> None:
    """Every round of three school weeks and the weekends between."""
    for day, hour in ((day, hour) for day in range(DAYS) for hour in HOURS):
        today = MONDAY + timedelta(days=day)
        school.clock.turn_to(today, hour)
        if away and (day, hour) == (4, 13):
            _says_away(school)
        arrive(school, day, hour)
        school.round()
        if today.weekday() < 5:
            act(school, hour)
            school.clock.turn_to(today, hour, 30)
            school.round()


def _says_away(school: Rehearsal) -> None:
    """On the Friday before, the office notes that the head is away."""
    say_away(school.office, Absence(role="head", first=AWAY_FROM, last=AWAY_TO, by="Mrs Binns"))


def counted(mails: list[SentMail]) -> Iterator[str]:
    """A line for each who got any, with the kinds of emails."""
    found: dict[str, Counter[str]] = {}
    for mail in mails:
        for to in mail.to:
            found.setdefault(to, Counter())[mail.kind] += 1
    for to in sorted(found, key=lambda one: -found[one].total()):
        kinds = ", ".join(f"{kind} {many}" for kind, many in sorted(found[to].items()))
        yield f"  {ROLES.get(to, to):<12}{found[to].total():>4}   {kinds}"


def main() -> None:
    """Play it and print the figures."""
    digest, away = "digest" in sys.argv, "away" in sys.argv
    with tempfile.TemporaryDirectory() as folder:
        school = a_school(Path(folder), digest=digest)
        three_weeks(school, away=away)
        mails = school.sent_mails()
        subjects = Counter((mail.kind, mail.about) for mail in mails)
        states = Counter(
            f"{'closed' if school.case(ref).closed else 'open'}" for ref in school.office.cases.refs()
        )
    out = sys.stdout.write
    out(f"{len(mails)} emails; cases: {dict(states)}\n")
    out("".join(f"{line}\n" for line in counted(mails)))
    if "subjects" in sys.argv:
        out("".join(f"  {many:>4} {kind:<10} {what}\n" for (kind, what), many in subjects.most_common(60)))


if __name__ == "__main__":
    main()
