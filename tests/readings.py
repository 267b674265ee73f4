"""Everything that the rules read in one email, part by part."""

from functools import cache

from cast import a_school
from sample_schools import School, schools
from shipped import FORMS
from tools.score_reports import TAKEN_AT, policy

from letterladder.mailbox.message import read_mail
from letterladder.rules.mails.known_lines import Signer, unknown_lines
from letterladder.rules.mails.look_alikes import known_of, look_alike
from letterladder.rules.mails.reply_words import read_reply, says_stop
from letterladder.rules.mails.sender_check import doubt_about_sender
from letterladder.rules.mails.taking_words import says_mine
from letterladder.rules.people.people import Adult
from letterladder.rules.privacy.account import Account
from letterladder.rules.privacy.redaction import Redaction
from letterladder.rules.privacy.redaction_terms import Reporter, redaction_for
from letterladder.rules.privacy.reporter_guard import Guard
from letterladder.rules.privacy.reporter_marks import kept_for
from letterladder.rules.privacy.reporter_traits import register_traits, together, told_traits
from letterladder.rules.reports.deeds import deeds_of
from letterladder.rules.reports.facts import fact_of
from letterladder.rules.reports.flags import flags_of
from letterladder.rules.reports.genres import counts_in, is_about_nobody
from letterladder.rules.reports.kinds_like import kinds_seen
from letterladder.rules.reports.learned import all_learned
from letterladder.rules.reports.likeness import likeness_of
from letterladder.rules.reports.machines import why_for_people
from letterladder.rules.reports.matching import (
    mentioned_in,
    names_of,
    pupils_of_report,
    suggest_adults,
    writers_of,
)
from letterladder.rules.reports.mentions import names_stranger, pupils_in
from letterladder.rules.reports.posted_words import posters_words, words_posted
from letterladder.rules.reports.reporters import reporter_of
from letterladder.rules.reports.triage import Triage, triage
from letterladder.rules.reports.urgency import alarms_of
from letterladder.rules.texts.device_lines import is_device_line
from letterladder.rules.texts.footers import without_footer
from letterladder.rules.texts.readable import is_bulletin, is_english, is_thanks, says_nothing, unread_in
from letterladder.rules.texts.reply_lines import own_lines
from letterladder.rules.texts.report import Report
from letterladder.rules.texts.sentences import left_out, sentences_of

LONGEST = 6_000
"""Characters of an email that the parts on privacy look through."""
PROTECTED = 3
"""Adults of a school for whom a copy is made, where a report is about nobody known; a redaction takes 30 ms to make."""


def reading_of(raw: bytes, school: str, number: int) -> dict[str, object]:
    """What the rules read in one email of a sample school, part by part; `number` chooses whom a copy protects."""
    where = schools()[school]
    report = read_mail(raw, TAKEN_AT, forms=FORMS)
    known = sorted(where.people.adults)
    open_cases = {known[number % len(known)]: "2026-0001"}
    found = triage(report, where.people, policy(), open_cases, staff=where.staff)
    subject = where.people.adults[found.adult or known[number % PROTECTED]]
    return {
        str(found.outcome): f"{found.level} {found.adult}",
        "triage": found,
        **_report_parts(report, where, found),
        **_reply_parts(report),
        **_sender_parts(report, where),
        **_privacy_parts(report, school, subject),
    }


def _report_parts(report: Report, where: School, found: Triage) -> dict[str, object]:
    people, staff = where.people, where.staff
    mentioned = mentioned_in(report, people)
    offered = suggest_adults(report, people, mentioned)
    writers = writers_of(report, people)
    names = names_of(mentioned, people, offered, staff.all_names, writers=writers)
    sentences = sentences_of(report)
    learned = all_learned()
    return {
        "lines": (sentences, is_about_nobody(sentences), counts_in(sentences), left_out(report)),
        "named": (mentioned, offered, writers, names_stranger(report.own_words, people)),
        "pupils": (
            pupils_in(report.own_words, people),
            pupils_of_report(report, people, found.adult, mentioned),
        ),
        "deeds": (deeds_of(report, names, from_staff=True), deeds_of(report, names, from_staff=False)),
        "alarms": (alarms_of(report, names), alarms_of(report), flags_of(report)),
        "fact": (fact_of(report), words_posted(report), posters_words(report)),
        "like": (
            likeness_of(report, learned.danger),
            [(one.kind.about, one.much, one.words) for one in kinds_seen(report, learned.kinds)],
        ),
        "genre": (is_bulletin(report), is_thanks(report), says_nothing(report), is_english(report)),
        "machine": (why_for_people(report, people, policy(), staff=staff.all_names), [*unread_in(report)]),
    }


def _reply_parts(report: Report) -> dict[str, object]:
    """What an answer to one of our own emails would say with these words."""
    own = report.own_words
    lines = own.splitlines()[:40]
    signer = Signer(names=(report.from_name,), others=("Mrs Lyle", "Mr Ola Bright"))
    return {
        "reply": (read_reply(own), read_reply(own, signer), says_stop(own), says_mine(own)),
        "lines_of": (own_lines(report.text), without_footer(report.text), [*map(is_device_line, lines)]),
        "unknown": unknown_lines(lines, signer),
    }


def _sender_parts(report: Report, where: School) -> dict[str, object]:
    """Who seems to have sent it."""
    school, people = a_school(), where.people
    doubts = [doubt_about_sender(report, server) for server in ("", "mx.school.example", "microsoft 365")]
    told = [reporter_of(report, one, people, where.staff) for one in ("", *sorted(people.adults)[:2])]
    return {"sender": (doubts, told, look_alike(report, known_of(school, people), people))}


@cache
def _redaction(school: str, subject: str) -> Redaction:
    people = schools()[school].people
    reporters = (Reporter(name="Mrs Beth Aldous", address="b.aldous@mail.example", seen_by="Tom Aldous"),)
    return redaction_for(people.adults[subject], people, reporters, a_school(), affected=("Ada Lamb, 4K",))


def _privacy_parts(report: Report, school: str, subject: Adult) -> dict[str, object]:
    """What the email gives away of its writer, and what is taken out of it for one adult, and for one protected."""
    people = schools()[school].people
    told = told_traits(report)
    known = together([told, register_traits(told, [report.from_address], people, subject)])
    kept = kept_for(subject, people.pupils_of(subject.person_id), a_school())
    text = report.own_words[:LONGEST]
    account = Account([report], [], ["Larkfield Primary School"], ["4K"])
    guard = Guard(known, kept)
    return {
        "traits": known,
        "leaks": (guard.leaks(text), guard.staff_named(text), account.hits(text)),
        "withheld": _redaction(school, subject.person_id).with_marks(text),
    }
