"""Which email goes first and what a day holds: alerts about the register, other alerts, all else."""

from datetime import date

import pytest

from letterladder.ground.values import replace
from letterladder.rules.mails.mail_budget import after_mail, budget_of, full_for, in_order
from letterladder.rules.mails.outgoing import MailKind, OutgoingMail
from letterladder.rules.office.pulse import Pulse, of_day

TODAY = date(2026, 11, 2)
NOTICE = OutgoingMail(message_id="<n>", kind=MailKind.NOTICE, to=("a@x.example",), subject="s", text="t")
STRANGER = replace(NOTICE, kind=MailKind.ALERT, message_id="<s>", about="from 1")
UNCLEAR = replace(NOTICE, by_mail=True, message_id="<u>")
CASE = replace(NOTICE, kind=MailKind.ALERT, message_id="<c>", ref="2026-0001")
OWN = replace(STRANGER, message_id="<o>", about="from o", own=True)
AGAIN = replace(NOTICE, kind=MailKind.ALERT, message_id="<g>", known=True, again=True)
NAMED = replace(NOTICE, kind=MailKind.ALERT, message_id="<k>", about="A1 A2", known=True)


def after(*mails: OutgoingMail) -> Pulse:
    """The day after these emails left."""
    pulse = of_day(Pulse(), TODAY)
    for mail in mails:
        pulse = after_mail(pulse, TODAY, mail)
    return pulse


@pytest.mark.parametrize(
    ("expected", "mail"),
    [
        ("known", CASE),
        ("known", NAMED),
        ("again", AGAIN),
        ("stranger", STRANGER),
        ("own", OWN),
        ("known", replace(OWN, ref="2026-0001")),
        ("work", NOTICE),
        ("work", replace(NOTICE, ref="x")),
        ("mail", UNCLEAR),
        ("mail", replace(NOTICE, kind=MailKind.RECEIPT)),
        ("together", replace(NOTICE, kind=MailKind.CARD)),
        ("together", replace(NOTICE, gathers=True)),
        ("again", replace(STRANGER, gathers=True)),
    ],
)
def test_each_mail_has_a_budget(expected: str, mail: OutgoingMail) -> None:
    """An alert about a case is about the register; a notice about it is an email like others."""
    assert budget_of(mail) == expected


@pytest.mark.parametrize(
    ("expected", "mail", "sent"),
    [
        ("", NOTICE, [NOTICE]),
        ("a@x.example", NOTICE, [NOTICE] * 2),
        ("", NOTICE, [CASE, STRANGER] * 9),
        ("", NOTICE, [UNCLEAR] * 9),
        ("a@x.example", UNCLEAR, [UNCLEAR] * 2),
        ("", replace(UNCLEAR, ref="2026-0001"), [UNCLEAR] * 9),
        ("a@x.example", replace(UNCLEAR, ref="2026-0001"), [replace(UNCLEAR, ref="2026-0001")] * 2),
        ("", AGAIN, [AGAIN] * 99),
        ("", CASE, [AGAIN] * 99 + [CASE]),
        ("", STRANGER, [STRANGER] * 3 + [NOTICE] * 9),
        ("a@x.example", STRANGER, [STRANGER] * 4),
        ("", CASE, [STRANGER] * 9 + [NAMED] * 9),
        ("", CASE, [CASE] * 3),
        ("a@x.example", CASE, [CASE] * 4),
        ("", NAMED, [CASE] * 9),
        ("", OWN, [STRANGER] * 9),
        ("a@x.example", OWN, [OWN] * 4),
        ("", OWN, [replace(OWN, about="from p")] * 15),
        ("a@x.example", OWN, [replace(OWN, about="from p")] * 16),
        ("A@x.example", replace(NOTICE, to=("b@x.example", "A@x.example")), [NOTICE] * 2),
    ],
)
def test_a_day_holds_so_many(expected: str, mail: OutgoingMail, sent: list[OutgoingMail]) -> None:
    """Two emails, four alerts of each budget; the first about each person of the register above all of that."""
    assert full_for(mail, after(*sent), 2) == expected


def test_the_register_goes_first_and_each_person_once_before_any_twice() -> None:
    """Then strangers, each sender once before any twice; then the rest as it came."""
    waiting = [
        NOTICE,
        STRANGER,
        replace(STRANGER, message_id="<2>"),
        replace(STRANGER, message_id="<3>", about="b"),
    ]
    waiting += [CASE, replace(CASE, message_id="<c2>"), NAMED, replace(NOTICE, message_id="<n2>")]
    order = [mail.message_id for mail in in_order(waiting, after())]
    assert order == ["<c>", "<k>", "<c2>", "<s>", "<3>", "<2>", "<n>", "<n2>"]


def test_who_was_alerted_about_today_comes_after_who_was_not() -> None:
    """Rounds count on from one another."""
    assert [mail.message_id for mail in in_order([CASE, NAMED], after(CASE))] == ["<k>", "<c>"]
