"""Emails with a machine's sign that carry a person's words, and machines' emails that carry none.

Truth was fixed before the first run: "alerted" a person must be alerted at once; "seen" a person must get to see it;
"machine" it may be put away. `{letter}` stands for the Message-ID of a letter that we sent to Ross Dunn by email.
"""

from machine_mails import INSULT, THREAT, MachineMail

HELP = "Please can somebody ring me about my daughter Ada in 2A, I am worried about her."
HURT = "My daughter says her dad punches her when he is drunk and she is too scared to go home."

SIGNS: dict[str, tuple[str, str]] = {
    "forwarded by a rule": (
        "office@larkfield.example",
        "Subject: FW: please read\nAuto-Submitted: auto-generated",
    ),
    "forwarded by a rule, with references": (
        "office@larkfield.example",
        "Subject: FW: please read\nAuto-Submitted: auto-generated\nReferences: <a@b.example>",
    ),
    "redirected": (
        "s.price@letterbox.example",
        "Subject: please read\nAuto-Submitted: auto-forwarded\nReturn-Path: <>",
    ),
    "a website's form": (
        "wordpress@larkfield.example",
        "Subject: Contact form\nAuto-Submitted: auto-generated",
    ),
    "a form that forbids answers": (
        "noreply@forms.example",
        "Subject: New submission\nAuto-Submitted: auto-generated\nX-Auto-Response-Suppress: All",
    ),
    "out of office hours": ("s.price@letterbox.example", "Subject: Out of office hours: at the gate"),
    "out of the office": ("s.price@letterbox.example", "Subject: Out of the office: what I saw there"),
    "automatic reply, a person's subject": (
        "s.price@letterbox.example",
        "Subject: Automatic reply to me: see below",
    ),
    "auto reply and a colon": ("s.price@letterbox.example", "Subject: Autoreply: he answered me this"),
    "an empty return path": ("s.price@letterbox.example", "Subject: please read\nReturn-Path: <>"),
    "precedence auto_reply": ("s.price@letterbox.example", "Subject: please read\nPrecedence: auto_reply"),
    "precedence bulk": ("s.price@letterbox.example", "Subject: please read\nPrecedence: bulk"),
    "precedence junk": ("s.price@letterbox.example", "Subject: please read\nPrecedence: junk"),
    "a postmaster": ("postmaster@larkfield.example", "Subject: please read"),
    "a mailer daemon's address": ("mailer-daemon@letterbox.example", "Subject: please read"),
    "undeliverable mail threatened": (
        "s.price@letterbox.example",
        "Subject: Undeliverable mail threatened us",
    ),
    "delivery failed": ("s.price@letterbox.example", "Subject: Delivery failed - the letter went next door"),
    "undeliverable and a colon": ("s.price@letterbox.example", "Subject: Undeliverable: my letter to school"),
    "failed recipients": (
        "s.price@letterbox.example",
        "Subject: please read\nX-Failed-Recipients: a@b.example",
    ),
    "x-autoreply": ("s.price@letterbox.example", "Subject: please read\nX-Autoreply: yes"),
    "x-autorespond": ("s.price@letterbox.example", "Subject: please read\nX-Autorespond: x"),
    "auto-replied": ("s.price@letterbox.example", "Subject: please read\nAuto-Submitted: auto-replied"),
    "auto-replied to nothing of ours": (
        "s.price@letterbox.example",
        "Subject: Re: hello\nAuto-Submitted: auto-replied\nIn-Reply-To: <x@y.example>",
    ),
    "our own mark": ("s.price@letterbox.example", "Subject: please read\nX-Letterladder: letter"),
    "a list": (
        "s.price@letterbox.example",
        "Subject: [mums] please read\nList-Id: <mums.example>\nPrecedence: list",
    ),
    "an automatic answer to our letter": (
        "ross.dunn@letterbox.example",
        "Subject: Automatic reply: Letter\nAuto-Submitted: auto-replied\nIn-Reply-To: {letter}",
    ),
    "a calendar answer": (
        "s.price@letterbox.example",
        "Subject: Declined: Meeting\nContent-Class: urn:content-classes:x",
    ),
    "a helpdesk": (
        "tickets@helpdesk.example",
        "Subject: [Ticket 9] New\nAuto-Submitted: auto-generated\nPrecedence: bulk",
    ),
}

BODIES: dict[str, tuple[str, str]] = {
    "a threat": ("alerted", THREAT),
    "a child hurt": ("alerted", HURT),
    "a post": ("seen", INSULT),
    "a worry": ("seen", HELP),
    "away, and a threat": ("alerted", f"I am out of the office until Monday 16 November.\n\n{THREAT}"),
    "not delivered, and a threat": (
        "alerted",
        f"Your message to x@y.example could not be delivered (550 5.1.1 unknown user).\n\n{THREAT}",
    ),
}


def probes() -> dict[str, MachineMail]:
    """Every sign with every body."""
    return {
        f"{sign}: {body}": MachineMail(truth=truth, headers=f"From: Someone <{sender}>\n{headers}", body=text)
        for sign, (sender, headers) in SIGNS.items()
        for body, (truth, text) in BODIES.items()
    }


def _report(text: str, *parts: str) -> str:
    inside = "".join(f"--B\nContent-Type: {one}\n\n" for one in parts)
    return f"--B\nContent-Type: text/plain\n\n{text}\n{inside}--B--"


def _dsn(truth: str, body: str, *, extra: str = "") -> MachineMail:
    headers = (
        "From: MAILER-DAEMON@mx.example\nReturn-Path: <>\nSubject: Undelivered Mail Returned to Sender\n"
        f'{extra}Content-Type: multipart/report; report-type=delivery-status; boundary="B"'
    )
    return MachineMail(truth=truth, headers=headers, body=body)


_FAILED = (
    "message/delivery-status\n\nReporting-MTA: dns; mx.example\n\n"
    "Final-Recipient: rfc822; dls@larkfield.example\n"
)
_OTHERS = "message/rfc822\n\nMessage-ID: <2@larkfield.example>\nSubject: FW: see\n\n"

RETURNED: dict[str, MachineMail] = {
    "a colleague's email came back": _dsn(
        "alerted", _report("Sorry.", f"{_FAILED}Action: failed", f"{_OTHERS}{THREAT}")
    ),
    "it is late": _dsn("alerted", _report("Not yet.", f"{_FAILED}Action: delayed", f"{_OTHERS}{THREAT}")),
    "its subject alone": _dsn(
        "alerted",
        _report(
            "Sorry.",
            f"{_FAILED}Action: failed",
            f"text/rfc822-headers\n\nMessage-ID: <2@larkfield.example>\nSubject: {HURT}",
        ),
    ),
    "words in the diagnosis": _dsn(
        "alerted", _report("Sorry.", f"{_FAILED}Action: failed\nDiagnostic-Code: smtp; 550 {HURT}")
    ),
    "words before the parts": _dsn("alerted", f"{THREAT}\n\n{_report('Sorry.', f'{_FAILED}Action: failed')}"),
    "words after the parts": _dsn(
        "alerted", f"{_report('Sorry.', f'{_FAILED}Action: failed')}\n\n{THREAT}\n"
    ),
    "a comment in its header": _dsn(
        "alerted", _report("Sorry.", f"{_FAILED}Action: failed"), extra=f"Comments: {THREAT}\n"
    ),
    "a read receipt that returns a stranger's email": MachineMail(
        truth="alerted",
        headers="From: Beth <b.aldous@larkfield.example>\nSubject: Read: see\n"
        'Content-Type: multipart/report; report-type=disposition-notification; boundary="B"',
        body=_report(
            "It was displayed.",
            "message/disposition-notification\n\nFinal-Recipient: rfc822; b.aldous@larkfield.example\n"
            "Disposition: manual-action/MDN-sent-manually; displayed",
            f"{_OTHERS}{THREAT}",
        ),
    ),
    "words typed into a read receipt": MachineMail(
        truth="alerted",
        headers="From: Ross Dunn <ross.dunn@letterbox.example>\nSubject: Read: Letter\nReferences: {letter}\n"
        'Content-Type: multipart/report; report-type=disposition-notification; boundary="B"',
        body=_report(
            THREAT,
            "message/disposition-notification\n\nFinal-Recipient: rfc822; ross.dunn@letterbox.example\n"
            "Original-Message-ID: {letter}\nDisposition: manual-action/MDN-sent-manually; displayed",
        ),
    ),
    "a name typed into a bounce": MachineMail(
        truth="seen",
        headers="From: MAILER-DAEMON@mx.example\nReturn-Path: <>\nSubject: Undelivered Mail Returned to Sender\n"
        'Content-Type: multipart/report; report-type=delivery-status; boundary="B"',
        body=_report("Ross Dunn was here and took Ella home early.", f"{_FAILED}Action: failed"),
    ),
    "a German absence with a worry": MachineMail(
        truth="seen",
        headers="From: T <t@verlag.example>\nSubject: Abwesenheitsnotiz: Anruf\nAuto-Submitted: auto-replied",
        body="Ich bin bis zum 16. November nicht im Büro.\n\nMeine Tochter hat Angst vor ihrem Vater, er schlägt sie.",
    ),
    "a French absence with a worry": MachineMail(
        truth="seen",
        headers="From: T <t@maison.example>\nSubject: Réponse automatique : appel\nAuto-Submitted: auto-replied",
        body="Je suis absent du bureau jusqu'à lundi. Mon fils a peur de son beau-père, il le frappe.",
    ),
    "a Polish absence with a name": MachineMail(
        truth="seen",
        headers="From: T <t@firma.example>\nSubject: Odpowiedź automatyczna\nAuto-Submitted: auto-replied",
        body="Jestem poza biurem do poniedziałku. Pan Ross Dunn groził nauczycielce.",
    ),
    "a circular that holds a threat": MachineMail(
        truth="alerted",
        headers="From: News <news@club.example>\nSubject: Bulletin\nList-Unsubscribe: <mailto:u@club.example>",
        body=f"Newsletter, issue 4. Book now, limited places, early bird.\n\n{HURT}\n\nTo unsubscribe press here.",
    ),
}
