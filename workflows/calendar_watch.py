"""The office hears in time that the school's calendar ends, not first when a letter cannot be dated."""

from datetime import date

from msgspec.structs import replace

from ..ground.english import uk_date
from ..ground.errors import CalendarEnds
from ..ground.moments import LONDON
from ..rules.days.calendar import is_weekend
from ..rules.days.calendar_end import STAGES, calendar_stage, time_left
from ..rules.mails.desk_links import to_calendar
from ..rules.mails.outgoing import MailKind, OutgoingMail
from ..rules.standing.reminders import may_remind
from .notices import subject_of, write_page
from .office import Office

TOLD = ("office",)


def watch_calendar(office: Office) -> None:
    """Say once at each stage before the calendar's last day that it ends, and once that it is over."""
    before = office.pulse.read()
    stage = calendar_stage(office.school.calendar, office.clock.today())
    if stage == before.calendar_told or (stage and not _in_school_hours(office)):
        return
    if stage:
        office.queue_mail(calendar_mail(office, office.clock.today()))
    office.pulse.write(replace(before, calendar_told=stage))


def calendar_mail(office: Office, today: date) -> OutgoingMail:
    """The email that says on this day when the calendar ends, or that it has ended."""
    calendar = office.school.calendar
    left, days = time_left(calendar, today), (calendar.covered_until - today).days
    next_stage = max((stage for stage in STAGES if stage < days and stage), default=0)
    fields = {
        "last_day": uk_date(calendar.covered_until),
        "left": left,
        "again": f"{next_stage // 7} weeks before it ends" if left and next_stage else "",
    }
    written = write_page(office, "notice-calendar.j2", fields, to_calendar(office.school))
    subject = f"Please put in term dates: the calendar {'ends soon' if left else 'has ended'}"
    return OutgoingMail(
        message_id=office.new_id(""),
        kind=MailKind.WATCH,
        to=office.school.mails_of(*TOLD),
        subject=subject_of(office, "", subject),
        text=written.text,
        html=written.html,
    )


def _in_school_hours(office: Office) -> bool:
    reminding, now = office.school.reminding, office.clock.now().astimezone(LONDON)
    try:
        return may_remind(office.school.calendar, reminding, now)
    except CalendarEnds:  # which days are school days is not known any more
        return not is_weekend(now.date()) and reminding.from_hour <= now.hour < reminding.to_hour
