"""What follows from a log of emails and from a queue: each part of the answer stays as it is."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from functools import cache
from itertools import product
from pathlib import Path

import pytest
from cast import a_school, an_adult
from made_cases import filled
from made_events import MAIL_KINDS
from whole_answers import Marks

from letterladder.rules.mails import card_words, mail_budget, mail_rows, telling
from letterladder.rules.mails.digests import digest_is_due, digests_of, may_leave, next_digest
from letterladder.rules.mails.earlier_mails import address_of, by_sender, earlier_mails
from letterladder.rules.mails.folded_mails import FoldedMails, fold_mails
from letterladder.rules.mails.gathered import after_gathering, gathered_today, gatherings_of, is_due
from letterladder.rules.mails.hidden_mail import hidden_mail, near_by
from letterladder.rules.mails.mail_event import MailEvent
from letterladder.rules.mails.mail_log import CardTaken, CardTold, MailEntry, MailJudged, MailSeen
from letterladder.rules.mails.outgoing import MailKind, OutgoingMail
from letterladder.rules.office.pulse import Pulse
from letterladder.rules.people.people import PeopleRegister, Pupil
from letterladder.rules.people.school import School
from letterladder.rules.words import Level, ReporterKind, Verdict

START = datetime(2026, 11, 9, 8, 10, tzinfo=UTC)
MOMENTS = [START + timedelta(hours=hours) for hours in (1, 4, 9, 30, 100)]
LOGS, MAILS, QUEUES = 12, 10, 8
SENDERS = (
    "g.stott@mail.example",
    "gavin.stott@mail.example",
    "A.Hollis@larkfield.example",
    "",
    "Ann <ann@x.example>",
)
PEOPLE = PeopleRegister(
    adults={"A1": an_adult()},
    pupils={"P1": Pupil(pupil_id="P1", given_name="Ruby", family_name="Stott", school_class="4K")},
)
LATER = [kind for kind in MAIL_KINDS if kind not in {MailSeen, MailJudged}]
VERDICTS = (Verdict.INTRAY, Verdict.INTRAY, *Verdict)


@cache
def school() -> School:
    """The school of the cast."""
    return a_school()


def log(turn: int) -> list[MailEntry]:
    """Emails seen and judged, with one line of each other kind in turn for all but the last."""
    events: list[MailEvent] = []
    for number in range(MAILS):
        given: dict[str, object] = {
            "mailbox": "in" if number % 3 else "other",
            "key": str(number + 1),
            "was": str(number),
            "sha256": f"{number // 2}{'a' * 63}",
            "message_id": f"<{number // 3}@x.example>",
            "sender": SENDERS[(turn + number) % len(SENDERS)],
            "reporter": ("", *ReporterKind)[(turn + number) % (len(ReporterKind) + 1)],
            "received": START + timedelta(minutes=7 * number),
        }
        events.append(filled(MailSeen, turn + number, **given))
        # Of the last email nothing was seen, of the one before there is no verdict yet.
        if number == MAILS - 1:
            events.pop()
        if number < MAILS - 2:
            verdict = VERDICTS[(turn * 5 + number) % len(VERDICTS)]
            level = (*Level, None)[(turn + number) % (len(Level) + 1)]
            events.append(filled(MailJudged, turn + number, **given, verdict=verdict, level=level))
        events += [
            filled(kind, turn + number + place, **given)
            for place, kind in enumerate(LATER)
            if (turn + number + place) % 4 == 0 and (number == 1 or kind not in {CardTaken, CardTold})
        ]
    return [
        MailEntry(seq=seq, at=START + timedelta(minutes=5 * seq), by="dsl", event=event)  # type: ignore[arg-type] # one of the union
        for seq, event in enumerate(events, start=1)
    ]


def queue(turn: int) -> list[OutgoingMail]:
    """Emails that wait: of every kind, to one and to two people, with each property now and then."""
    return [
        OutgoingMail(
            message_id=f"<{turn}-{number}@x.example>",
            kind=list(MailKind)[(turn * 3 + number) % len(MailKind)],
            to=(("head@x.example",), ("dsl@x.example", "Head@x.example"))[number % 2],
            subject=f"Subject {number}",
            text=f"Text {number}",
            ref=("", "2026-0001", "2026-0002")[(turn + number) % 3],
            about=("", "A1", "A2", "ann@x.example")[(turn * 2 + number) % 4],
            known=(turn + number) % 4 == 1,
            own=(turn + number) % 5 == 2,
            kinds=(("danger",), (), ("threat", "danger"))[number % 3],
            again=(turn + number) % 7 == 3,
            by_mail=(turn + number) % 3 == 2,
            gathers=(turn + number) % 11 == 4,
            line=("", "Approve L1")[(turn + number) % 2],
            until=(None, date(2026, 11, 9), date(2026, 11, 12))[(turn + number) % 3],
            waits_for=("", "approval")[number % 2],
            urgent=(turn + number) % 6 == 5,
        )
        for number in range(14)
    ]


def of_log(turn: int) -> Mapping[str, object]:
    """Everything that follows from a log."""
    lines, here = log(turn), school()
    rows = list(fold_mails(lines).values())
    mails = FoldedMails(lines)
    near = near_by(here, PEOPLE)
    return {
        "rows": rows,
        "asked": (
            mails.unjudged(),
            mails.in_tray(),
            mails.by_machines(2),
            mails.unmoved("in"),
            mails.asking(),
            mails.named("1a"),
            [mails.of_sender(address_of(one)) for one in SENDERS],
            [mails.of_message_id(f"<{one}@x.example>") for one in (0, 1, 2, "")],
            [mails.of_bytes(f"{one}{'a' * 63}") for one in range(3)],
        ),
        "boxes": [
            (mails.is_known(box), mails.first_run_since(box), mails.resets(box), mails.last_asked(box))
            for box in ("in", "other", "none")
        ],
        "states": [
            (mail_rows.level_of(one), mail_rows.where_is(one), mail_rows.is_grave(one)) for one in rows
        ],
        "counted": mail_rows.count_verdicts(rows),
        "cards": [
            (card_words.card_words(one, here, PEOPLE), card_words.is_about_a_child(one)) for one in rows
        ],
        "hidden": [
            (near(one), [hidden_mail(one, who, here, PEOPLE) for who in here.holders]) for one in rows
        ],
        "earlier": ([earlier_mails(one, rows) for one in rows], by_sender(rows)),
        "late": [
            (telling.is_late(one, now), telling.was_missed(one, now), telling.alarm_of(one))
            for one, now in product(rows, MOMENTS)
        ],
        "due": [telling.tellings_due(rows, here, now, near) for now in MOMENTS],
        "untold": (telling.untold_alarms(rows), telling.newest_repeat(rows)),
    }


def of_queue(turn: int) -> Mapping[str, object]:
    """Everything that follows from a queue, on a day on which emails have left already."""
    waiting, here = queue(turn), school()
    pulse = Pulse(day=START.date())
    for mail in queue(turn + 1)[:9]:
        pulse = mail_budget.after_mail(pulse, START.date(), mail)
    told = pulse
    for one in gatherings_of(waiting[:6]):
        told = after_gathering(one, told, START)
    gatherings = gatherings_of(waiting)
    return {
        "order": [one.message_id for one in mail_budget.in_order(waiting, pulse)],
        "budgets": [(mail_budget.budget_of(one), mail_budget.is_gathered(one)) for one in waiting],
        "full": [[mail_budget.full_for(one, pulse, most) for one in waiting] for most in (0, 1, 2, 20)],
        "pulse": (pulse, told, gathered_today(told)),
        "together": gatherings,
        "due": [is_due(one, at, now) for one, at, now in product(gatherings, (pulse, told), MOMENTS)],
        "leaves": [
            may_leave(one, here, now, digest=day)
            for one, now, day in product(waiting, MOMENTS, (None, START.date()))
        ],
        "digests": [
            (
                next_digest(here, now, None),
                digest_is_due(here, now, START.date()),
                digests_of(waiting, {}, ()),
            )
            for now in MOMENTS
        ],
        "one digest": digests_of(
            waiting,
            {"head@x.example": frozenset({waiting[0].message_id})},
            [one.message_id for one in waiting[::3]],
        ),
    }


def parts_of(name: str) -> Mapping[str, object]:
    """What follows, by the name of the log or the queue."""
    what, _, turn = name.partition(" ")
    return of_log(int(turn)) if what == "log" else of_queue(int(turn))


NAMES = [*(f"log {turn}" for turn in range(LOGS)), *(f"queue {turn}" for turn in range(QUEUES))]
AGREED = Marks(Path(__file__).resolve().parent / "mail_logs.txt", NAMES, parts_of)


@pytest.mark.parametrize("name", NAMES)
def test_what_follows_stays_as_agreed(name: str) -> None:
    """Whom each email is shown to, told of and counted for; in which order a queue leaves, and what waits."""
    AGREED.hold(name)
