"""The office hears in time that the school's calendar ends, not first when a letter cannot be dated."""

from datetime import date

from msgspec.structs import replace

from ..ground.english import uk_date
from ..ground.moments import local_day
from ..rules.days.calendar import is_weekend
from ..rules.days.calendar_end import STAGES, calendar_stage, time_left
from ..rules.mails.desk_links import to_calendar
from ..rules.mails.outgoing import MailKind, OutgoingMail
from ..rules.standing.reminders import in_hours
from .liveness import mail_to
from .notices import in_school_hours, write_page
from .office import Office

TOLD = ("office",)


def watch_calendar(office: Office) -> None:
    """Say once at each stage before the calendar's last day that it ends, and once that it is over."""
    before = office.pulse.read()
    stage = calendar_stage(office.school.calendar, office.clock.today())
    if stage == before.calendar_told or (stage and not _may_tell(office)):
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
    return mail_to(office, MailKind.WATCH, subject, written, roles=TOLD)


def _may_tell(office: Office) -> bool:
    """In the hours of a school day; past the calendar's end, where nobody knows which those are, of a weekday."""
    now = office.clock.now()
    is_late = is_weekend(local_day(now)) or not in_hours(office.school.reminding, now)
    return not is_late and in_school_hours(office)
