"""`check`: everything that is wrong (problems) or worth knowing (notes), all at once."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from difflib import get_close_matches
from pathlib import Path
from secrets import token_hex

from ..config.letters_file import read_letters
from ..config.paths import OWN_TEMPLATES
from ..config.private_files import open_folders, open_secrets
from ..config.settings import Settings, read_settings
from ..ground.english import uk_date
from ..ground.errors import CalendarEnds, LetterladderError, Problem
from ..records.logs.room import problems_of_room
from ..records.outgoing.shared_tray import problems_of_sharing
from ..rules.days.calendar import Calendar
from ..rules.days.counting import clock_words
from ..rules.letters.field_values import doubt, wanted
from ..rules.policies.legal_facts import facts_ahead, facts_overdue
from ..rules.policies.letters import Field
from ..workflows.absent import absences_ahead
from ..workflows.acts.waiting import problems_of_orders
from ..workflows.held_back import problems_of_waiting
from ..workflows.office import Office
from ..workflows.ports import Clock
from ..workflows.troubles import problems_of
from .checking_desk import notes_of_desk, problems_of_desk
from .checking_languages import notes_of_languages, problems_of_languages
from .checking_letters import notes_of_letters
from .checking_policy import PlayedPolicies, stray_files, unsent_files
from .wiring import build, template_of

AHEAD_DAYS = 90
"""Calendar days that the calendar should reach ahead, so that no deadline meets its end."""


def check_everything(
    folder: Path, clock: Clock, *, login: bool, policies: PlayedPolicies | None = None, answers: bool = False
) -> tuple[list[Problem], list[Problem]]:
    """Problems that must be fixed, and notes that may wait; `policies` are those that were played already."""
    settings, problems = read_settings(folder)
    played = (policies or PlayedPolicies()).of(folder)
    letters = settings.school.policy.letters if settings else read_letters(folder / OWN_TEMPLATES)[0]
    problems += [*played.problems, *stray_files(folder / OWN_TEMPLATES, letters)]
    if settings is None:
        return problems, list(played.notes)
    today = clock.today()
    problems += [*_calendar(settings.school.calendar, today), *_templates(settings), *open_secrets(settings)]
    problems += [*_dates_not_told(settings), *_words_of_letters(settings, today), *_key_of_assist(settings)]
    problems += problems_of_desk(folder, settings.desk, "school.toml", today)
    notes = [
        *open_folders(settings),
        *played.notes,
        *unsent_files(settings.own_templates, settings.school.policy),
    ]
    legal = settings.school.legal
    problems += facts_ahead(legal, today)
    notes += [*_policy(settings, today), *facts_overdue(legal, today)]
    try:
        office = build(settings, clock)
    except LetterladderError as error:
        return [*problems, *error.problems], notes
    people = office.people.read()
    if people.adults:
        notes += people.faults
    else:
        problems += people.faults or [_nobody(settings)]
    notes += [*([] if people.staff else [_no_staff(settings)]), *_nobody_vouches(settings)]
    notes += _assist(settings)
    notes += notes_of_desk(settings.desk, settings.school.holders, "school.toml")
    problems += _connections(settings, office, login=login, answers=answers)
    problems += [*_last_rounds(office, settings), *problems_of_languages(settings, office)]
    notes += [*notes_of_languages(settings, office), *notes_of_letters(settings, office)]
    notes += [*_pdf(office), *_pictures(settings), *_away(office)]
    return problems, notes


def _calendar(calendar: Calendar, today: date) -> Iterator[Problem]:
    try:
        calendar.why_not_school(today)
        calendar.why_not_school(today + timedelta(days=AHEAD_DAYS))
    except CalendarEnds as ends:
        yield from ends.problems


def _templates(settings: Settings) -> Iterator[Problem]:
    from ..records.word.template_check import check_template

    letters = settings.school.policy.letters
    for letter in letters:
        path = template_of(settings, letter.id)
        if path.parent == settings.own_templates:
            yield from check_template(path, letters)


def _dates_not_told(settings: Settings) -> Iterator[Problem]:
    """Time to answer or to appeal of which the letter itself does not tell: nobody keeps a date they do not know."""
    from .lazy import LazyWord

    word = LazyWord()
    for step in settings.school.policy.steps.values():
        dates = {"answer_by": step.clock, "appeal_by": step.also.get("appeal_by")}
        if step.record is None or not any(dates.values()):
            continue
        path = template_of(settings, step.id)
        try:
            printed = word.fields_of(path)
        except LetterladderError:
            continue  # what is wrong with the file is said with the templates
        for name, clock in dates.items():
            if clock and name not in printed:
                yield Problem(
                    where=f"policy {settings.school.policy.id}, steps.{step.id}",
                    what=f"It gives {clock_words(clock)}, and its Word file {path.name} does not print {name}.",
                    what_to_do=f"Print {{{{ {name} }}}} in a Word file of your own, or take the clock out.",
                )


def _words_of_letters(settings: Settings, today: date) -> Iterator[Problem]:
    """Words below [letters] that no letter can print: a misspelt name, a field that nobody types, a wrong value."""
    letters = settings.school.policy.letters
    typed = set(letters.typed())
    for key, words in settings.school.defaults.items():
        letter, dot, name = key.rpartition(".")
        if name in typed and (not dot or letter in letters):
            yield from _wrong_words(letters.field(name), key, words, today)
            continue
        near = get_close_matches(name, typed, n=1)
        hint = f"Did you mean {near[0]}? " if near else ""
        source = letters.field(name).comes_from
        yield Problem(
            where=f"school.toml, letters.{key}",
            what=f"It comes from {source}." if source else "No letter has such a field.",
            what_to_do=f"{hint}Correct the name or remove the line; `templates` lists the fields of each letter.",
        )


def _wrong_words(field: Field, key: str, words: str, today: date) -> Iterator[Problem]:
    what = doubt(field, words, today) if words.strip() else ""
    if what:
        what_to_do = f"What it takes: {wanted(field)}."
        yield Problem(where=f"school.toml, letters.{key}", what=what, what_to_do=what_to_do)


def _policy(settings: Settings, today: date) -> Iterator[Problem]:
    policy = settings.school.policy
    if policy.review and today > policy.review:
        yield Problem(
            where=f"policy {policy.id}",
            what=f"'{policy.title}' was due for review on {uk_date(policy.review)}.",
            what_to_do="Ask the governors for the reviewed version; until then every draft says so.",
        )


def _assist(settings: Settings) -> Iterator[Problem]:
    """Said for as long as it is on: the text of emails leaves the program."""
    assisting = settings.school.assisting
    if assisting.on:
        yield Problem(
            where="school.toml, assist.on",
            what=f"The text of emails in the in-tray is sent to {assisting.address} ({assisting.model}).",
            what_to_do="Your record of processing must say so, see docs/assist.md; on = false ends it at once.",
        )


def _key_of_assist(settings: Settings) -> Iterator[Problem]:
    assisting = settings.school.assisting
    if assisting.on and assisting.key_file and not (settings.folder / assisting.key_file).is_file():
        yield Problem(
            where="school.toml, assist.key_file",
            what=f"{assisting.key_file} is not there, so the language model cannot be asked.",
            what_to_do="Write the key alone into that file, readable by you alone (chmod 600).",
        )


def _pdf(office: Office) -> Iterator[Problem]:
    if not office.pdf.available():
        yield Problem(
            where="PDF",
            what="LibreOffice is not installed, so letters are produced as Word files only.",
            what_to_do="Install LibreOffice Writer if you want PDFs and one file for the printer.",
        )


def _pictures(settings: Settings) -> Iterator[Problem]:
    from ..mailbox.machine_reading import missing

    if settings.school.triaging.ocr and (what := missing()):
        yield Problem(
            where="school.toml, triage.ocr",
            what=f"Pictures are not read: {what}.",
            what_to_do="Install it, or set ocr = false; people look at pictures in any case.",
        )


def _no_staff(settings: Settings) -> Problem:
    return Problem(
        where="staff.csv",
        what="There is no list of staff, so a report that gives only somebody's name waits for a person.",
        what_to_do=f"Put the names of your staff into {settings.people_csv.with_name('staff.csv')}, one per row.",
    )


def _connections(settings: Settings, office: Office, *, login: bool, answers: bool) -> Iterator[Problem]:
    """What stands in the way of reading and sending, and of the way back."""
    found = [*office.inbox.check(), *office.outbox.check()] if login else []
    yield from office.poster.check() if login else ()
    yield from found
    if answers and not found:
        from .checking_answers import problems_of_answers

        yield from problems_of_answers(settings, office, token_hex(8))
    if answers and office.bell:
        yield from _rung(office)


def _rung(office: Office) -> Iterator[Problem]:
    """Ring once to try: the words say that it is a test."""
    try:
        office.bell.ring(
            f"Letterladder, {office.school.name}: a test. Nothing waits."
        ) if office.bell else None
    except LetterladderError as error:
        yield from error.problems


def _nobody_vouches(settings: Settings) -> Iterator[Problem]:
    """Said of a mailbox on a server whose name is not given: whoever writes an address of the school is not known."""
    if settings.school.by_server and not settings.school.mailing.authserv_id:
        yield Problem(
            where="school.toml, mail.authserv_id",
            what="Nothing is drafted unasked: no mail server is named that vouches for who sent a report.",
            what_to_do='Put in the name it writes into Authentication-Results; for Microsoft 365 "microsoft-365".',
        )


def _tray(settings: Settings) -> list[Problem]:
    """What stands in the way of the group that is to read the print tray."""
    group = settings.school.posting.share_group
    return problems_of_sharing(settings.data / "outbox" / "to-post", group) if group else []


def _last_rounds(office: Office, settings: Settings) -> list[Problem]:
    """What broke in the last round, emails that are held back, orders that wait, a full disk, a tray not shared."""
    return [
        *problems_of_room(settings.data),
        *_tray(settings),
        *_said(lambda: problems_of(office.pulse.read())),
        *_said(lambda: problems_of_waiting(office, office.pulse.read())),
        *_said(lambda: problems_of_orders(office)),
    ]


def _away(office: Office) -> Iterator[Problem]:
    """Who is away, or will be: not a fault, and everybody should know."""
    for one in absences_ahead(office):
        do = f"Once they are there again: letterladder away {one.role} --back."
        yield Problem(where="away", what=one.words(office.school), what_to_do=do)


def _said(say: Callable[[], list[Problem]]) -> list[Problem]:
    """What it says; where it cannot be read, that."""
    try:
        return say()
    except LetterladderError as error:
        return list(error.problems)


def _nobody(settings: Settings) -> Problem:
    return Problem(
        where=settings.people_csv.name,
        what="There are no adults in the register.",
        what_to_do="Export parents and carers from your information system into it.",
    )
