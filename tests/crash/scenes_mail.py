"""Schools into whose inbox something has come; the command is a round."""

import shutil
from collections.abc import Iterator
from datetime import timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage

from crash.scenes_cases import (
    REF,
    STRANGER,
    THREAT,
    approved,
    by_mail_into_folder,
    drafted,
    edited_letter,
    lapsed,
    plain_adults,
    posted,
    report,
)
from crash.scenes_records import unplaced
from crash.school import School
from servers.dovecot import PASSWORD

from letterladder.desk.demo_mails import HEAD, HEAD_MAIL, approval_reply, asked_in, decision_reply
from letterladder.rules.words import Verdict
from letterladder.workflows.known_emails import rows_of

ROUND = ("round",)
BOX = "box0@school.example"
"""The user of the prepared IMAP mailbox; each try gets one of its own."""


def reports(school: School) -> tuple[str, ...]:
    """A clear report, a threat, an email nobody can place, an empty email, and one that came twice."""
    report(school)
    report(school, THREAT, adult=-1, sender="T Low <t.low@larkfield.example>")
    school.deliver("hm", STRANGER, "I saw something bad online about a mum, please act.\n")
    school.deliver("", STRANGER, "")
    school.deliver_raw((school.folder / "inbox" / "003.eml").read_bytes())
    return ROUND


KNIFE = "A dad is at the gate with a knife and says he will stab us.\n"


def told_again(school: School) -> tuple[str, ...]:
    """Nobody took yesterday's emails: an alarm in the in-tray, one on a case, one to read and one to sort."""
    reports(school)
    school.deliver("gate", STRANGER, KNIFE)
    school.deliver("thanks", STRANGER, "Thank you all so much for the lovely assembly.\n")
    school.round()
    school.day += timedelta(days=1)
    return ROUND


def taken(school: School) -> tuple[str, ...]:
    """An email to read, which the deputy takes."""
    return ("take", unplaced(school), "--by", "Mr Imran Sadiq")


def alert_taken(school: School) -> tuple[str, ...]:
    """An alert on a case, which the deputy takes."""
    report(school, THREAT)
    school.round()
    return ("take", REF, "--by", "Mr Imran Sadiq")


def taken_by_mail(school: School) -> tuple[str, ...]:
    """The deputy answers "mine" to an alarm that names an email and a case."""
    told_again(school)
    school.round()
    alarm = next(
        str(one["Message-ID"])
        for file in sorted((school.folder / "sent").glob("*.eml"), reverse=True)
        if "act now" in str((one := message_from_bytes(file.read_bytes(), policy=policy.default))["Subject"])
    )
    mail = EmailMessage()
    mail["From"], mail["To"] = "i.sadiq@larkfield.example", "safeguarding@larkfield.example"
    mail["Subject"], mail["Message-ID"] = "Re: act now", "<mine.1@larkfield.example>"
    mail["Date"], mail["In-Reply-To"] = "Tue, 03 Nov 2026 10:30:00 +0000", alarm
    mail.set_content("mine\n\nImran\n")
    school.deliver_raw(mail.as_bytes())
    return ROUND


def is_told_in_steps(school: School) -> Iterator[str]:
    """Each email of the in-tray is told of once at each stage, whatever came in between."""
    for row in rows_of(school.office()).values():
        stages = [one.event.stage for one in row.told]
        if stages != list(range(1, len(stages) + 1)):
            yield f"email {row.seen.sha256[:8]} was told of in the stages {stages}"
        if row.judged and row.verdict is Verdict.INTRAY and not row.told and not row.seen.old:
            yield f"nobody was told of email {row.seen.sha256[:8]}"


def first_run(school: School) -> tuple[str, ...]:
    """A school without a data folder, and one report."""
    report(school)
    shutil.rmtree(school.folder / "data")
    return ROUND


def acknowledged(school: School) -> tuple[str, ...]:
    """A school that tells reporters that their email arrived."""
    school.set_up("[acknowledge]\non = false", "[acknowledge]\non = true")
    school.set_up('hours = ""', 'hours = "school days from 8.30 am to 4 pm"')
    school.set_up('mash_number = ""', 'mash_number = "01632 960199"')
    school.set_up('# authserv_id = "mx', 'authserv_id = "mx')
    report(school)
    file = school.folder / "inbox" / "001.eml"
    vouched = b"Authentication-Results: mx.larkfield.example; dmarc=pass header.from=larkfield.example\n"
    file.write_bytes(vouched + file.read_bytes())
    return ROUND


def further_report(school: School) -> tuple[str, ...]:
    """A second report about an adult whose first letter is drafted."""
    drafted(school)
    report(school, '"Mr Lowell the teacher is a lazy fool."')
    return ROUND


def danger(school: School) -> tuple[str, ...]:
    """A threat by an adult whose first letter is drafted."""
    drafted(school)
    report(school, THREAT)
    return ROUND


def danger_in_tray(school: School) -> tuple[str, ...]:
    """A threat by an adult whose letter waits for its envelope."""
    approved(school)
    report(school, THREAT)
    return ROUND


def own_answer(school: School) -> tuple[str, ...]:
    """The adult answers by email."""
    posted(school)
    school.day -= timedelta(days=2)
    adult = plain_adults(school.office())[0]
    school.deliver("Your letter", f"X <{adult.email}>", "Hello, I have taken it down. Sorry.\n")
    return ROUND


def approved_by_mail(school: School) -> tuple[str, ...]:
    """The head approves by the link in the email."""
    drafted(school)
    asked = asked_in(school.newest_mail("] Please approve a letter"))
    school.deliver_raw(approval_reply(asked, school.office().clock.now()))
    return ROUND


def returned_by_mail(school: School) -> tuple[str, ...]:
    """The head sends the edited Word file back."""
    drafted(school)
    asked = asked_in(school.newest_mail("] Please approve a letter"))
    mail = EmailMessage()
    mail["From"], mail["To"] = f"{HEAD} <{HEAD_MAIL}>", "safeguarding@larkfield.example"
    mail["Subject"], mail["Message-ID"] = f"Re: {asked.subject}", "<edited.1@larkfield.example>"
    mail["Date"] = "Mon, 02 Nov 2026 10:30:00 +0000"
    mail.set_content(f"RETURN {asked.code}\n\nSee my words at the end.\n")
    kind = "vnd.openxmlformats-officedocument.wordprocessingml.document"
    mail.add_attachment(edited_letter(school), maintype="application", subtype=kind, filename="letter.docx")
    school.deliver_raw(mail.as_bytes())
    return ROUND


def decided_by_mail(school: School) -> tuple[str, ...]:
    """The head decides by the link in the email."""
    lapsed(school)
    asked = asked_in(school.newest_mail("Please decide what happens next"))
    now = school.office().clock.now()
    school.deliver_raw(decision_reply(asked, "L3", reason="no answer came", at=now))
    return ROUND


def bounced(school: School) -> tuple[str, ...]:
    """A letter that went by email comes back."""
    by_mail_into_folder(school)
    school.round()
    letter = school.office().case(REF).last_posted
    assert letter is not None, "the letter did not go out"
    adult = plain_adults(school.office())[0]
    school.deliver_raw(_bounce(letter.message_ids[-1], adult.email))
    return ROUND


def _bounce(message_id: str, address: str) -> bytes:
    parts = (
        "Content-Type: text/plain\n\nNo such mailbox.\n",
        "Content-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example\n\n"
        f"Final-Recipient: rfc822; {address}\nAction: failed\nStatus: 5.1.1\n",
        f"Content-Type: text/rfc822-headers\n\nMessage-ID: {message_id}\nSubject: x\n",
    )
    head = (
        "Return-Path: <>\nFrom: Mail Delivery System <MAILER-DAEMON@mx.example>\n"
        "To: letters@larkfield.example\nSubject: Undelivered Mail Returned to Sender\n"
        "Auto-Submitted: auto-replied\nMIME-Version: 1.0\n"
        'Content-Type: multipart/report; report-type=delivery-status; boundary="B"\n\n'
    )
    return (head + "".join(f"--B\n{part}\n" for part in parts) + "--B--\n").encode()


def reminded(school: School) -> tuple[str, ...]:
    """A deadline that is two working days away."""
    posted(school)
    school.day -= timedelta(days=3)
    return ROUND


def alternate_asked(school: School) -> tuple[str, ...]:
    """A draft that the head has not answered for more than a school week."""
    approved_by_mail(school)
    (school.folder / "inbox" / f"{school.mails:03d}.eml").unlink()
    school.mails -= 1
    school.set_up("alternate_after_days = 5", "alternate_after_days = 1")
    school.day += timedelta(days=1)
    return ROUND


def requested(school: School) -> tuple[str, ...]:
    """An adult asks for everything held about them; the last day is near."""
    adult = plain_adults(school.office())[0]
    words = "This is a subject access request: please send me all personal data you hold about me.\n"
    drafted(school)
    school.deliver("Subject access request", f"X <{adult.email}>", words)
    return ROUND


def request_is_due(school: School) -> tuple[str, ...]:
    """The last day of a request is near."""
    requested(school)
    school.round()
    school.day += timedelta(days=28)
    return ROUND


def by_imap(school: School) -> tuple[str, ...]:
    """The same reports as in `reports`, in a mailbox on a real server, moved there when they are kept."""
    reports(school)
    school.set_up(
        'kind = "folder"\nfolder = "inbox"',
        f'kind = "imap"\nhost = "127.0.0.1"\nport = 1\nuser = "{BOX}"\npassword_file = "mail-password"\n'
        'tls = "none"\ntaken_folder = "Taken"',
    )
    secret = school.folder / "mail-password"
    secret.write_text(PASSWORD, encoding="ascii")
    secret.chmod(0o600)
    return ROUND
