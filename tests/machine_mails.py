"""Emails that carry a machine's sign, each with what must become of it; the truth was fixed before the first run.

`alerted`: a person must be alerted at once. `seen`: a person must get to see it, in a case or the in-tray.
`machine`: it may be put away as a machine's. `letter` stands for the Message-ID of a letter that we sent by email.
"""

from dataclasses import dataclass

BOX = "safeguarding@larkfield.example"
THREAT = "Mr Ross Dunn wrote on Facebook that he is going to kill Mr Lowell at the gate tomorrow."
INSULT = 'Mr Ross Dunn posted on Facebook last night that "Mr Lowell is a useless lazy clown".'


@dataclass(frozen=True, slots=True, kw_only=True)
class MachineMail:
    """One email: headers as written, and its body."""

    truth: str
    headers: str
    body: str

    def raw(self, letter: str) -> bytes:
        """Its bytes, with the Message-ID of our letter put in."""
        text = f"To: {BOX}\n{self.headers.strip()}\n\n{self.body}\n"
        return text.replace("{letter}", letter).encode()


def _mail(truth: str, headers: str, body: str) -> MachineMail:
    return MachineMail(truth=truth, headers=headers, body=body)


_GENERATED = "Auto-Submitted: auto-generated"
_REPLIED = "Auto-Submitted: auto-replied"
REPORTS: dict[str, MachineMail] = {
    "WordPress contact form": _mail(
        "alerted",
        f"From: WordPress <wordpress@larkfield.example>\nSubject: [Website] Worried parent\n{_GENERATED}\n"
        "X-Mailer: PHPMailer 6.8.0\nReply-To: s.price@letterbox.example",
        f"From: Sian Price\nSubject: Worried parent\n\nMessage Body:\n{THREAT}\n\n--\nThis e-mail was sent from a"
        " contact form on Larkfield School",
    ),
    "Google Forms notification": _mail(
        "seen",
        f"From: Google Forms <forms-receipts-noreply@google.example>\nSubject: Staff report form - new response\n"
        f"{_GENERATED}\nPrecedence: bulk",
        f"You have a new response.\n\nWhat happened?\n{INSULT}\n\nYour name\nBeth Aldous",
    ),
    "Microsoft Forms through Power Automate": _mail(
        "alerted",
        f"From: Microsoft Power Apps and Power Automate <microsoft@powerapps.example>\nReturn-Path: <>\n{_GENERATED}\n"
        "Subject: New response: Report a concern",
        f"Response 14\nWho: Ross Dunn\nWhat: {THREAT}",
    ),
    "sent on by a rule": _mail(
        "alerted",
        f"From: Office <office@larkfield.example>\nSubject: FW: please read\n{_GENERATED}\n"
        "References: <abc.1@elsewhere.example>\nIn-Reply-To: <abc.1@elsewhere.example>",
        f"From: Sian Price <s.price@letterbox.example>\nSent: Sunday\nTo: Office\nSubject: please read\n\n{THREAT}",
    ),
    "sent on by a rule that answers": _mail(
        "alerted",
        "From: Office <office@larkfield.example>\nSubject: FW: please read\nAuto-Submitted: auto-replied\n"
        "References: <abc.1@elsewhere.example>",
        f"From: Sian Price <s.price@letterbox.example>\nSent: Sunday\nTo: Office\nSubject: please read\n\n{THREAT}",
    ),
    "copier": _mail(
        "seen",
        f"From: Copier <copier@larkfield.example>\nSubject: Scanned from Front Office\n{_GENERATED}",
        "Device: Front Office\nPages: 2\n\nNote: letter from a neighbour about Mr Dunn",
    ),
    "voicemail transcript": _mail(
        "alerted",
        f"From: Voicemail <voicemail@phones.example>\nSubject: Voice message from 01632 960777\n{_GENERATED}\n"
        "Return-Path: <>\nPrecedence: bulk",
        "Transcript: hello this is a neighbour of ross dunn he says he is going to kill that teacher mr lowell",
    ),
    "school information system": _mail(
        "alerted",
        f"From: MIS <noreply@mis.example>\nSubject: New behaviour note: Ella Dunn\n{_GENERATED}",
        "Ella Dunn (4B) told us that her dad hits her when he is drunk.",
    ),
    "helpdesk ticket": _mail(
        "seen",
        "From: Helpdesk <tickets@helpdesk.example>\nSubject: [Ticket #441] Website comment\n"
        "Auto-Submitted: auto-replied\nX-Auto-Response-Suppress: All\nPrecedence: auto_reply",
        f"A new ticket was opened by Beth Aldous:\n\n{INSULT}",
    ),
    "list software": _mail(
        "seen",
        "From: Sam Price <sam@letterbox.example>\nSubject: [parents] have you seen this\nPrecedence: bulk\n"
        f"List-Id: <parents.larkfield.example>\nSender: parents-bounces@larkfield.example\n{_GENERATED}",
        INSULT,
    ),
    "Exchange journal": _mail(
        "alerted",
        "From: Microsoft Outlook <journal@larkfield.example>\nReturn-Path: <>\nSubject: please read\n"
        'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="J"',
        "--J\nContent-Type: text/plain\n\nSender: s.price@letterbox.example\nRecipient: office@larkfield.example\n\n"
        "--J\nContent-Type: message/rfc822\n\nFrom: s.price@letterbox.example\nSubject: please read\n\n"
        f"{THREAT}\n--J--",
    ),
    "Exchange redirect": _mail(
        "alerted",
        "From: Sian Price <s.price@letterbox.example>\nReturn-Path: <>\nSubject: please read\n"
        "Resent-From: office@larkfield.example\nX-MS-Exchange-Inbox-Rules-Loop: office@larkfield.example",
        THREAT,
    ),
    "empty return path": _mail(
        "seen",
        "From: Beth Aldous <b.aldous@larkfield.example>\nReturn-Path: <>\nSubject: A post",
        INSULT,
    ),
    "out of office hours": _mail(
        "alerted",
        "From: Sian Price <s.price@letterbox.example>\nSubject: Out of office hours: he was at my door",
        f"This happened out of office hours. {THREAT}",
    ),
    "undeliverable mail threatened": _mail(
        "alerted",
        "From: Sian Price <s.price@letterbox.example>\nReturn-Path: <>\n"
        "Subject: Undeliverable mail threatened Mr Lowell",
        f"The card that came back in the post says it all. {THREAT}",
    ),
    "an automatic reply quoted in prose": _mail(
        "seen",
        "From: Beth Aldous <b.aldous@larkfield.example>\nSubject: Automatic reply from Ross Dunn, and a post",
        f'His e-mail said "I am out of the office until Monday". Meanwhile {INSULT}',
    ),
    "an automatic reply with a report under it": _mail(
        "seen",
        "From: Beth Aldous <b.aldous@larkfield.example>\nSubject: Automatic reply: your questions\n"
        "Auto-Submitted: auto-replied\nReturn-Path: <>",
        "I am out of the office until Monday.\n\nBefore I left I saw that a mum is calling the Year 2 teacher a"
        " fat cow on WhatsApp.",
    ),
    "a bounce that a person sends on": _mail(
        "seen",
        "From: Mrs Binns <office@larkfield.example>\nSubject: Undeliverable: Letter\nReturn-Path: <>",
        "The letter to Mr Dunn did not arrive, what now?\n\nHi. This is the qmail-send program at mx.example.\n"
        "<ross.dunn@letterbox.example>:\nSorry, no mailbox here by that name. (#5.1.1)",
    ),
    "a threat in the words of a delivery report": _mail(
        "alerted",
        "From: MAILER-DAEMON@mx.example\nReturn-Path: <>\nSubject: Undelivered Mail Returned to Sender\n"
        'Content-Type: multipart/report; report-type=delivery-status; boundary="B"',
        f"--B\nContent-Type: text/plain\n\n{THREAT}\n--B\nContent-Type: message/delivery-status\n\n"
        "Reporting-MTA: dns; mx.example\n\nFinal-Recipient: rfc822; x@y.example\nAction: failed\n\n--B--",
    ),
    "a request for data by an automatic system": _mail(
        "seen",
        f"From: Requests <noreply@requests.example>\nSubject: New request\n{_GENERATED}\nReturn-Path: <>",
        "This is a subject access request. Please send me everything you hold about me.",
    ),
    "a pupil's form": _mail(
        "alerted",
        f"From: Tell us <noreply@tellus.example>\nSubject: Worry box\n{_GENERATED}\nX-Autoreply: yes",
        "I want to die. Nobody likes me in 5B.",
    ),
    "his answer through a portal": _mail(
        "seen",
        f"From: Portal <noreply@portal.example>\nSubject: Message from a parent\n{_GENERATED}\nIn-Reply-To: {{letter}}",
        "It is gone now. R.",
    ),
    "his machine adds a threat": _mail(
        "alerted",
        "From: Ross Dunn <ross.dunn@letterbox.example>\nSubject: Automatic reply: Letter\n"
        "Auto-Submitted: auto-replied\nIn-Reply-To: {letter}",
        "I am away. Tell Lowell I am coming for him, he is dead meat.",
    ),
    "an answering machine that names a child": _mail(
        "seen",
        "From: Nkem <n@letterbox.example>\nSubject: Automatic reply: hello\nAuto-Submitted: auto-replied",
        "I am away until Monday. Ada Okoro in 2A is with her aunt.",
    ),
    "an absent colleague's machine sends a stranger's mail on": _mail(
        "alerted",
        f"From: Office <office@larkfield.example>\nSubject: Automatic reply: worried\n{_REPLIED}\n"
        "In-Reply-To: <abc.1@elsewhere.example>",
        "I am on leave until Monday. Please contact safeguarding@larkfield.example.\n\nFrom: Sian Price"
        " <s.price@letterbox.example>\nSent: Sunday\nTo: Office\nSubject: worried\n\n"
        "My daughter told me that her dad hits her.",
    ),
    "a rule forwards below its template": _mail(
        "alerted",
        f"From: Office <office@larkfield.example>\nSubject: Automatic reply: please read\n{_REPLIED}",
        "I am on leave until Monday.\n\n---------- Forwarded message ---------\nFrom: Sian Price"
        f" <s.price@letterbox.example>\nDate: Sunday\nSubject: please read\nTo: Office\n\n{THREAT}",
    ),
    "an answering machine quotes with marks": _mail(
        "alerted",
        f"From: Beth <b.aldous@larkfield.example>\nSubject: Automatic reply: please read\n{_REPLIED}",
        "I am on leave until Monday.\n\nOn Sun, 1 Nov 2026 at 09:00, Sian Price <s.price@letterbox.example> wrote:\n"
        f"> {THREAT}",
    ),
    "a machine quotes a stranger without alarm": _mail(
        "seen",
        f"From: Beth <b.aldous@larkfield.example>\nSubject: Automatic reply: please ring\n{_REPLIED}",
        "I am on leave until Monday.\n\nFrom: Sian Price <s.price@letterbox.example>\nSent: Sunday\nTo: Beth\n"
        "Subject: please ring\n\nPlease ring me about my girl, I do not know what to do.",
    ),
    "our mark on a stranger's mail": _mail(
        "alerted",
        "From: Jo <jo@letterbox.example>\nSubject: hello\nX-Letterladder: alert\n"
        "Message-ID: <2026-0001.k7qm2r.0123456789abcdef@elsewhere.example>",
        THREAT,
    ),
    "our mark and our domain, but no mail of ours": _mail(
        "alerted",
        "From: letters@larkfield.example\nSubject: hello\nX-Letterladder: alert\n"
        "Message-ID: <office.0123456789abcdef@larkfield.example>",
        THREAT,
    ),
    "an automatic answer that claims to answer a notice": _mail(
        "seen",
        f"From: Jo <jo@letterbox.example>\nSubject: Automatic reply: hello\n{_REPLIED}\n"
        "In-Reply-To: <office.0123456789abcdef@larkfield.example>",
        "It was me who wrote about the school.",
    ),
    "a report sent on by hand that came back unread": _mail(
        "alerted",
        "From: MAILER-DAEMON@mx.example\nReturn-Path: <>\nSubject: Undelivered Mail Returned to Sender\n"
        'Content-Type: multipart/report; report-type=delivery-status; boundary="B"',
        "--B\nContent-Type: text/plain\n\nUnknown user.\n--B\nContent-Type: message/delivery-status\n\n"
        "Reporting-MTA: dns; mx.example\n\nFinal-Recipient: rfc822; dls@larkfield.example\nAction: failed\n\n"
        f"--B\nContent-Type: message/rfc822\n\nMessage-ID: <2@larkfield.example>\nSubject: FW\n\n{THREAT}\n--B--",
    ),
    "a bare family name": _mail(
        "seen",
        "From: Lettings <lettings@hall.example>\nSubject: Automatic reply: your booking\nAuto-Submitted: auto-replied",
        "Out of office until Monday. Ring Vance.",
    ),
}

_OFFICE_AWAY = "Auto-Submitted: auto-generated\nX-Auto-Response-Suppress: All\nReturn-Path: <>"
_OUR_LETTER = "Dear Mr Dunn\n\nYour post says that you will kill Mr Lowell at the gate. Please remove it."


def _dsn(
    text: str, original: str, *, action: str = "failed", sender: str = "MAILER-DAEMON@mx.example"
) -> MachineMail:
    return _mail(
        "machine",
        f"From: Mail Delivery System <{sender}>\nReturn-Path: <>\nSubject: Undelivered Mail Returned to Sender\n"
        "Auto-Submitted: auto-replied\nMIME-Version: 1.0\nContent-Type: multipart/report; report-type=delivery-status;"
        ' boundary="B"',
        f"--B\nContent-Type: text/plain\n\n{text}\n--B\nContent-Type: message/delivery-status\n\n"
        f"Reporting-MTA: dns; mx.example\n\nFinal-Recipient: rfc822; ross.dunn@letterbox.example\nAction: {action}\n"
        f"Status: 5.1.1\n\n--B\nContent-Type: {original}\n\n--B--",
    )


_RFC822 = f"message/rfc822\n\nMessage-ID: {{letter}}\nSubject: Letter\n\n{_OUR_LETTER}"
MACHINES: dict[str, MachineMail] = {
    "Postfix": _dsn(
        "This is the mail system at host mx.example.\n\n<ross.dunn@letterbox.example>: unknown", _RFC822
    ),
    "Exchange": _dsn(
        "Your message to ross.dunn@letterbox.example couldn't be delivered.\nRoss Dunn wasn't found at"
        " letterbox.example.",
        _RFC822,
        sender="postmaster@letterbox.example",
    ),
    "Gmail": _dsn(
        "** Address not found **\n\nYour message wasn't delivered to ross.dunn@letterbox.example because the address"
        " couldn't be found.",
        "text/rfc822-headers\n\nMessage-ID: {letter}\nSubject: Letter",
        sender="mailer-daemon@googlemail.example",
    ),
    "delayed": _dsn("It is not delivered yet; nothing for you to do.", _RFC822, action="delayed"),
    "qmail": _mail(
        "machine",
        "From: MAILER-DAEMON@mx.example\nReturn-Path: <>\nSubject: failure notice",
        "Hi. This is the qmail-send program at mx.example.\nI'm afraid I wasn't able to deliver your message to the"
        " following addresses.\n\n<ross.dunn@letterbox.example>:\nSorry, no mailbox here by that name. (#5.1.1)\n\n"
        "--- Below this line is a copy of the message.\n\nReturn-Path: <letters@larkfield.example>\n"
        f"Message-ID: {{letter}}\nFrom: letters@larkfield.example\n\n{_OUR_LETTER}",
    ),
    "Exim": _mail(
        "machine",
        "From: Mail Delivery System <Mailer-Daemon@mx.example>\nReturn-Path: <>\nAuto-Submitted: auto-replied\n"
        "X-Failed-Recipients: ross.dunn@letterbox.example\n"
        "Subject: Mail delivery failed: returning message to sender",
        "This message was created automatically by mail delivery software.\n\nA message that you sent could not be"
        " delivered to one or more of its\nrecipients. This is a permanent error. The following address(es)"
        " failed:\n\n  ross.dunn@letterbox.example\n    Unrouteable address\n\n"
        "------ This is a copy of the message, including all the headers. ------\n\n"
        f"Message-ID: {{letter}}\nFrom: letters@larkfield.example\nTo: ross.dunn@letterbox.example\n\n{_OUR_LETTER}",
    ),
    "a bounce of somebody else's mail": _mail(
        "machine",
        "From: MAILER-DAEMON@mx.example\nReturn-Path: <>\nSubject: Undelivered Mail Returned to Sender\n"
        'Content-Type: multipart/report; report-type=delivery-status; boundary="B"',
        "--B\nContent-Type: text/plain\n\nUnknown user.\n--B\nContent-Type: message/delivery-status\n\n"
        "Reporting-MTA: dns; mx.example\n\nFinal-Recipient: rfc822; shop@sales.example\nAction: failed\n\n"
        "--B\nContent-Type: message/rfc822\n\nMessage-ID: <1@larkfield.example>\nSubject: Order\n\nTen pens.\n--B--",
    ),
    "out of office, Exchange, from the adult": _mail(
        "machine",
        f"From: Ross Dunn <ross.dunn@letterbox.example>\nSubject: Automatic reply: Letter\n{_OFFICE_AWAY}\n"
        "In-Reply-To: {letter}",
        "I am out of the office until Monday 16 November. I apologise for any inconvenience.\n\nRoss Dunn\nFitter\n\n"
        "From: Larkfield School <letters@larkfield.example>\nSent: Monday\nTo: Ross Dunn\nSubject: Letter\n\n"
        f"{_OUR_LETTER}",
    ),
    "vacation(1) from the adult": _mail(
        "machine",
        "From: Ross Dunn <ross.dunn@letterbox.example>\nSubject: away from my mail\nAuto-Submitted: auto-replied"
        " (vacation)\nPrecedence: bulk\nIn-Reply-To: {letter}\nReferences: {letter}",
        'I am on holiday till the 20th and will read your mail about "Letter" when I return.',
    ),
    "quoted with marks": _mail(
        "machine",
        "From: Ross Dunn <ross.dunn@letterbox.example>\nSubject: Automatic reply: Letter\n"
        "Auto-Submitted: auto-replied\nIn-Reply-To: {letter}",
        "I am away.\n\nOn Mon, 2 Nov 2026 at 09:00, Larkfield <letters@larkfield.example> wrote:\n"
        + "\n".join(f"> {line}" for line in _OUR_LETTER.split("\n")),
    ),
    "out of office of a stranger": _mail(
        "machine",
        f"From: Priya Shah <p.shah@council.example>\nSubject: Automatic reply: Agenda\n{_OFFICE_AWAY}",
        "Thank you for your e-mail. I am on annual leave until Monday 16 November.\nIf your enquiry is urgent please"
        " contact duty.desk@council.example or ring 01632 960200.\n\nKind regards\n\nPriya Shah\nAdmissions Officer",
    ),
    "German": _mail(
        "machine",
        "From: T <t@verlag.example>\nSubject: Abwesenheitsnotiz: Bestellung\nAuto-Submitted: auto-replied",
        "Ich bin bis zum 16. November nicht im Büro. Ihre Nachricht wird nicht weitergeleitet.",
    ),
    "Polish": _mail(
        "machine",
        "From: T <t@firma.example>\nSubject: Odpowiedź automatyczna: zamówienie\nAuto-Submitted: auto-replied",
        "Jestem poza biurem do 16 listopada. Odpowiem po powrocie.",
    ),
    "French": _mail(
        "machine",
        "From: T <t@maison.example>\nSubject: Réponse automatique : commande\nX-Autoreply: yes",
        "Je suis absent du bureau jusqu'au 16 novembre et je vous répondrai à mon retour.",
    ),
    "read receipt": _mail(
        "machine",
        "From: Ross Dunn <ross.dunn@letterbox.example>\nSubject: Read: Letter\n"
        'Content-Type: multipart/report; report-type=disposition-notification; boundary="B"\nReferences: {letter}',
        "--B\nContent-Type: text/plain\n\nYour message was read.\n"
        "--B\nContent-Type: message/disposition-notification\n\n"
        "Final-Recipient: rfc822; ross.dunn@letterbox.example\nOriginal-Message-ID: {letter}\n"
        "Disposition: manual-action/MDN-sent-manually; displayed\n\n--B--",
    ),
    "challenge and response": _mail(
        "machine",
        "From: Ross Dunn <ross.dunn@letterbox.example>\nSubject: Please confirm your message\n"
        "Auto-Submitted: auto-replied\nIn-Reply-To: {letter}",
        "Your message is held. To have it delivered press this link: https://confirm.example/x1",
    ),
    "our own notice, sent round": _mail(
        "machine",
        "From: letters@larkfield.example\nX-Letterladder: alert\nAuto-Submitted: auto-generated\n"
        "Message-ID: {letter}\nSubject: [Letterladder] URGENT: please look now",
        "A mail in the safeguarding inbox may tell of danger. Kind: child protection",
    ),
}

AT_WORST_SEEN: dict[str, MachineMail] = {
    "a calendar answer": _mail(
        "seen",
        "From: Ross Dunn <ross.dunn@letterbox.example>\nSubject: Accepted: Meeting\nIn-Reply-To: {letter}\n"
        'Content-Type: multipart/alternative; boundary="B"',
        "--B\nContent-Type: text/plain\n\n\n--B\nContent-Type: text/calendar; method=REPLY\n\nBEGIN:VCALENDAR\n"
        "METHOD:REPLY\nEND:VCALENDAR\n--B--",
    ),
    "a nightly job": _mail(
        "seen",
        "From: backup@nas.example\nSubject: Backup done\nAuto-Submitted: auto-generated",
        "Nightly backup done. 0 errors.",
    ),
    "the DSL's automatic answer that names no mail of ours": _mail(
        "seen",
        f"From: J Treadwell <j.treadwell@larkfield.example>\nSubject: Automatic reply: [2026-0001.abcdef] URGENT\n"
        f"{_REPLIED}",
        "I am on leave. If you think a child is being neglected or abused at home ring children's social care.",
    ),
    "the deputy's, which quotes the alert": _mail(
        "seen",
        f"From: J Treadwell <j.treadwell@larkfield.example>\nSubject: Automatic reply: [Letterladder] URGENT\n"
        f"{_REPLIED}",
        f"I am on leave. If a child is abused at home ring 999.\n\nFrom: Larkfield\nSent: Monday\nTo: J\n\n{THREAT}",
    ),
    "the DSL's automatic answer with the usual advice": _mail(
        "seen",
        "From: J Treadwell <j.treadwell@larkfield.example>\nSubject: Automatic reply: URGENT: please look now\n"
        "Auto-Submitted: auto-replied\nIn-Reply-To: {letter}",
        "I am on leave. If you think a child is being neglected or abused at home ring children's social care.",
    ),
}
