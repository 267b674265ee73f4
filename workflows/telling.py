"""People hear of what waits in the in-tray: at once, again while nobody has an alarm, and the next person in time.

First the email to our own people is in the queue, then the log says that they were told; it is not sent before.
"""

import hashlib
from collections.abc import Iterable, Sequence
from datetime import timedelta
from functools import partial

from ..ground.english import listed
from ..ground.errors import LetterladderError
from ..rules.cases.case import Case
from ..rules.cases.case_parts import Alarm
from ..rules.cases.events import AlertRepeated
from ..rules.mails.card_words import CardWords, by_when, card_words, is_about_a_child
from ..rules.mails.desk_links import to_case, to_email, to_in_tray, to_today
from ..rules.mails.mail_log import CardTold, MailRow
from ..rules.mails.mail_rows import is_grave
from ..rules.mails.outgoing import MailKind, OutgoingMail
from ..rules.mails.telling import (
    ALARMED,
    Telling,
    alarm_of,
    as_counted,
    is_due_again,
    newest_repeat,
    next_after,
    pause_after,
    spared,
    tellings_due,
    told_next,
    untold_alarms,
)
from ..rules.words import Level
from .alerting import alert_id, alert_without_case, own_id
from .known_emails import read_again
from .notices import subject_of
from .office import RULES, Office, Tally
from .readers import near_of, near_to
from .sure_page import sure_page
from .troubles import attempt

TELLING = "telling people of the in-tray"
MOST_LISTED = 10
MOST_LOGGED = 100
"""Of so many emails at most the log says that their alarm was repeated; the others are counted in that email.

A flood of which nobody takes any would otherwise write a line about each in each hour.
"""
_PLAIN_CARD = """{number} in the safeguarding inbox {needs} somebody to read {them}. Please look:
  letterladder intray
"""
_PLAIN_ALARM = """URGENT

Nobody has said that they are dealing with {number}. Please look now:
  letterladder intray
  letterladder cases

If somebody is in danger now, ring 999 first, then children's social care.
"""


def tell_of_in_tray(office: Office, tally: Tally) -> None:
    """Queue and log every email to our own people that is due now about what is in the in-tray."""
    rows: list[MailRow] = []
    # Alerts on cases are repeated also where the log of emails cannot be read.
    attempt(tally, TELLING, lambda: rows.extend(office.index.mails.in_tray()))
    for row in untold_alarms(rows):
        attempt(tally, TELLING, partial(_first_alarm, office, row))
    _repeat_alarms(office, rows, tally)
    for telling in tellings_due(rows, office.school, office.clock.now(), near_of(office)):
        attempt(tally, TELLING, partial(_tell, office, telling))


def _first_alarm(office: Office, row: MailRow) -> None:
    """The alert itself was queued when the email was judged, as a rule; it is queued once."""
    judged = row.judged
    report = read_again(office, row)
    meant = [one.adult for one in judged.suggestions] if judged else []
    alert_without_case(office, tuple(judged.flags) if judged else (), report, meant)
    to = spared(office.school.mails_of(*ALARMED), near_of(office)(row), office.school)
    pause = timedelta(minutes=office.school.triaging.red_minutes)
    told = Telling(level=Level.RED, rows=(row,), to=to, read_by=office.clock.now() + pause)
    _log(office, told, alert_id(office, row.seen.sha256))


def _tell(office: Office, telling: Telling) -> None:
    mail = card_mail(office, telling)
    office.queue_mail(mail)
    _log(office, telling, mail.message_id)


def _log(office: Office, telling: Telling, message_id: str) -> None:
    told = [
        CardTold(
            mailbox=row.seen.mailbox,
            key=row.seen.key,
            sha256=row.seen.sha256,
            level=telling.level,
            to=list(telling.to),
            message_id=message_id,
            read_by=telling.read_by,
            stage=telling.stage,
        )
        for row in telling.rows
    ]
    office.mail_log.append(office.clock.now(), RULES, *told)


def card_mail(office: Office, telling: Telling) -> OutgoingMail:
    """The email about one email of the in-tray or several: their sort, by when, and what to do."""
    school = office.school
    today, number = office.clock.today(), len(telling.rows)
    when = by_when(telling.read_by, today) if telling.read_by else ""
    fields = {
        "number": number,
        "level": str(telling.level),
        "again": telling.stage > 1,
        "when": when,
        "cards": _cards(office, telling.rows[:MOST_LISTED]),
        "mail": telling.rows[0].seen.sha256[:12],
        "more": max(0, number - MOST_LISTED),
        "old": sum(row.seen.old for row in telling.rows),
        "next": next_after(telling, school, near_of(office)),
    }
    one = number == 1
    link = to_email(school, telling.rows[0].seen.sha256) if one else to_in_tray(school)
    otherwise = _PLAIN_CARD.format(
        number="1 email" if one else f"{number} emails",
        needs="needs" if one else "need",
        them="it" if one else "them",
    )
    written = sure_page(office, "card.j2", fields, link=link, otherwise=otherwise)
    return OutgoingMail(
        message_id=own_id(office, _mark(str(telling.level), str(telling.stage), _numbers(telling.rows))),
        kind=MailKind.CARD,
        to=telling.to,
        subject=subject_of(office, "", _subject(telling, when)),
        text=written.text,
        html=written.html,
        line=_subject(telling, "") if telling.level is Level.PLAIN else "",
        link=link,
        urgent=any(is_grave(row) for row in telling.rows),
    )


def _cards(office: Office, rows: Sequence[MailRow]) -> list[CardWords]:
    """What is said of each; nothing where the register, whose names may not be said, cannot be read."""
    try:
        people = office.people.read()
    except LetterladderError:
        return []
    return [card_words(row, office.school, people) for row in rows]


def _subject(telling: Telling, when: str) -> str:
    number = len(telling.rows)
    if telling.level is Level.PLAIN:
        return f"Please sort {'1 email' if number == 1 else f'{number} emails'}"
    child = all(is_about_a_child(row) for row in telling.rows)
    what = "a safeguarding email" if number == 1 else f"{number} safeguarding emails"
    about = " about a child" if child and number == 1 else " about children" if child else ""
    day = "today" if when.endswith(" today") else f"by {when}"
    if telling.stage > 1:
        return f"Nobody has {'it' if number == 1 else 'them'} yet, please read {day}"
    return f"Please read {day}: {what}{about}"


def _numbers(rows: Iterable[MailRow]) -> str:
    return " ".join(sorted(row.seen.sha256 for row in rows))


def _mark(*parts: str) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:24]


def _repeat_alarms(office: Office, rows: Sequence[MailRow], tally: Tally) -> None:
    """One email for all alarms that nobody has taken, however many they are, once the first is due again.

    Those that are about one of our own people are told in an email of their own, so that it does not reach them.
    """
    now = office.clock.now()
    last = newest_repeat(rows)
    going = [(row, as_counted(alarm, last)) for row in rows if (alarm := alarm_of(row))]
    alarms = [*(alarm for _, alarm in going), *(case.alarm for case in tally.alarms if case.alarm)]
    if not any(is_due_again(alarm, office.school, now) for alarm in alarms):
        return
    if any(mail.again for mail in office.queue.waiting()):
        return  # the one before has not left yet: another would only wait behind it
    near = near_of(office)
    by_near: dict[frozenset[str], tuple[list[tuple[MailRow, Alarm]], list[Case]]] = {}
    for row, alarm in going:
        by_near.setdefault(near(row), ([], []))[0].append((row, alarm))
    for case in tally.alarms:
        if case.alarm:
            by_near.setdefault(near_to(office, case), ([], []))[1].append(case)
    for left_out in sorted(by_near, key=sorted):
        own, cases = by_near[left_out]
        _repeat(office, tally, own, cases, left_out=left_out)


def _repeat(
    office: Office,
    tally: Tally,
    going: Sequence[tuple[MailRow, Alarm]],
    refs: Sequence[Case],
    *,
    left_out: frozenset[str],
) -> None:
    school, now = office.school, office.clock.now()
    alarms = [*(alarm for _, alarm in going), *(case.alarm for case in refs if case.alarm)]
    to = tuple(dict.fromkeys(one for alarm in alarms for one in told_next(alarm, school, left_out)))
    stage = max(alarm.stage for alarm in alarms) + 1
    mail = alarm_mail(office, [row for row, _ in going], refs, to=to, stage=stage)
    office.queue_mail(mail)
    for row, alarm in sorted(going, key=_is_about_nobody)[:MOST_LOGGED]:
        due = now + pause_after(alarm, school)
        told = Telling(level=Level.RED, rows=(row,), to=to, stage=alarm.stage + 1, read_by=due)
        attempt(tally, TELLING, partial(_log, office, told, mail.message_id))
    for case in refs:
        repeated = AlertRepeated(to=list(to), message_id=mail.message_id)
        attempt(tally, case.ref, partial(office.note, case.ref, repeated))


def _is_about_nobody(going: tuple[MailRow, Alarm]) -> bool:
    judged = going[0].judged
    return not (judged and (judged.suggestions or judged.named or judged.pupils))


def alarm_mail(
    office: Office, rows: Sequence[MailRow], cases: Sequence[Case], *, to: tuple[str, ...], stage: int
) -> OutgoingMail:
    """The email about all alarms that nobody has taken."""
    number = len(rows) + len(cases)
    what = "1 alarm" if number == 1 else f"{number} alarms"
    kinds = {str(seen.flag) for row in rows if row.judged for seen in row.judged.flags}
    kinds |= {str(seen.flag) for case in cases for seen in case.alert}
    fields = {
        "number": number,
        "mails": [row.seen.sha256[:12] for row in rows[:MOST_LISTED]],
        "refs": [case.ref for case in cases[:MOST_LISTED]],
        "more": max(0, len(rows) - MOST_LISTED) + max(0, len(cases) - MOST_LISTED),
        "kinds": sorted(kinds),
        "told": listed(office.school.role_named(one) for one in to),
    }
    link = _place_of(office, rows, cases)
    written = sure_page(office, "alarm.j2", fields, link=link, otherwise=_PLAIN_ALARM.format(number=what))
    refs = " ".join(f"{case.ref} {case.alarm.stage if case.alarm else 0}" for case in cases)
    stages = " ".join(f"{row.seen.sha256} {len(row.told)}" for row in rows)
    return OutgoingMail(
        message_id=own_id(office, _mark("again", str(stage), stages, refs)),
        kind=MailKind.ALERT,
        to=to,
        subject=subject_of(office, "", f"URGENT, act now: nobody is dealing with {what} yet"),
        text=written.text,
        html=written.html,
        about="alarms that nobody has taken",
        known=True,
        kinds=tuple(sorted(kinds)),
        again=True,
    )


def _place_of(office: Office, rows: Sequence[MailRow], cases: Sequence[Case]) -> str:
    """The page of the desk where the one alarm is, or where all of them are."""
    match rows, cases:
        case [row], []:
            return to_email(office.school, row.seen.sha256)
        case [], [case]:
            return to_case(office.school, case.ref)
        case _:
            return to_today(office.school)
