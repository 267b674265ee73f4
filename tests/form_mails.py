"""Invented emails as forms and systems really send them: tables, quoted-printable, labels with stars and numbers."""

from email.message import EmailMessage
from email.policy import SMTP

BOX = "safeguarding@school.example"
POST = "She wrote “Mr Sample is a useless lazy clown” on her page"
GENERATED = {"Auto-Submitted": "auto-generated"}
STAFF = "Beth Aldous <b.aldous@school.example>"
FLOWS = "Microsoft Power Apps and Power Automate <microsoft@powerapps.com>"
GOOGLE = "Google Forms <forms-receipts-noreply@google.com>"
WEBSITE = "Larkfield School <wordpress@website.example>"
CPOMS = "CPOMS <noreply@cpoms.co.uk>"
MYCONCERN = "MyConcern <noreply@myconcern.education>"


def form_mail(sender: str, subject: str, text: str = "", html: str = "", **headers: str) -> bytes:
    """An email with a text, an HTML body or both, in quoted-printable; `reply_to=...` becomes Reply-To."""
    message = EmailMessage(policy=SMTP)
    message["From"], message["To"], message["Subject"] = sender, BOX, subject
    message["Message-ID"] = "<form.1@mail.example>"
    for name, value in headers.items():
        message[name.replace("_", "-")] = value
    if text:
        message.set_content(text, cte="quoted-printable")
    if html and text:
        message.add_alternative(html, subtype="html", cte="quoted-printable")
    elif html:
        message.set_content(html, subtype="html", cte="quoted-printable")
    return message.as_bytes()


def table(*rows: tuple[str, str]) -> str:
    """An HTML table as flows and websites write it, in a table that only lays it out."""
    cells = "".join(
        f'<tr><td style="width:30%"><b>{label}</b></td><td>&nbsp;{value}</td></tr>\r\n'
        for label, value in rows
    )
    return (
        "<html><head><style>td { color: #333 }</style></head><body>"
        f'<table width="600"><tr><td><table border="1">{cells}</table></td></tr></table></body></html>'
    )


REPORTS: dict[str, tuple[str, bytes]] = {
    "the staff form, typed": (
        "staff-form",
        form_mail(
            STAFF,
            "Online post",
            f"Hello Fiona,\n\nParent: Mrs Petra Example\nPupil: Robin Example, 4C\nWhere: Facebook\nLink: n/a\n"
            f"Posted on: 3 November 2026\nWhat was posted: {POST}\nSeen by: Jo Specimen\n\nKind regards\nBeth",
        ),
    ),
    "the staff form in a table of Word": (
        "staff-form",
        form_mail(
            STAFF,
            "form",
            html=table(
                ("Parent/carer:", "Mrs Petra Example"),
                ("Child and class", "Robin Example, 4C"),
                ("What was posted", POST),
                ("Your name", "Beth Aldous"),
                ("Your role", "Teacher"),
            ),
        ),
    ),
    "Microsoft Forms, a table by a flow": (
        "microsoft-forms",
        form_mail(
            FLOWS,
            "New response: Report a concern",
            html=table(
                ("Start time", "11/3/2026 8:02:11"),
                ("Responders' Email", "b.aldous@school.example"),
                ("Name of the parent or carer *", "Mrs Petra Example"),
                ("Name of their child and class", "Robin Example, 4C"),
                ("What happened?", POST),
                ("Where was it posted?", "Facebook"),
                ("When was it posted?", "03/11/2026"),
                ("Who was affected?", "Mr Sample"),
            ),
            **GENERATED,
        ),
    ),
    "Microsoft Forms, numbered questions": (
        "microsoft-forms",
        form_mail(
            FLOWS,
            "Report a concern",
            "A new response has been submitted.\n\n1. Your name *\nBeth Aldous\n\n2. Who is it about?"
            f"\nMrs Petra Example\n\n3. Child's name and class\nRobin Example, 4C\n\n4. What happened?\n{POST}\n\n"
            "5. Where on site did it happen?\nthe front gate\n\nThis form was created inside Larkfield School.\n",
            **GENERATED,
        ),
    ),
    "Google Forms, a copy of the response": (
        "google-forms",
        form_mail(
            GOOGLE,
            "Report a post",
            "Thanks for filling out Report a post\nHere's what was received.\n\nReport a post\n\n"
            f"Your name *\nBeth Aldous\n\nParent or carer’s name *\nMrs Petra Example\n\n"
            f"Pupil's name and class\nRobin Example, 4C\n\n"
            f"What was posted or said? *\n{POST}\n\nSeen by\nJo Specimen\n\n"
            "Create your own Google Form\nReport Abuse\n",
            **GENERATED,
        ),
    ),
    "Google Forms, HTML that a script wrote": (
        "google-forms",
        form_mail(
            GOOGLE,
            "Report a post - response",
            html="<html><body><h2>Google Forms</h2><p><b>Timestamp</b><br>03/11/2026 08:02:11</p>"
            "<p><b>Name of parent *</b><br>Mrs Petra Example</p><p><b>Child&#39;s name</b><br>Robin&nbsp;Example</p>"
            f"<p><b>What was posted?</b><br>{POST}</p><div>Powered by <a href='https://google.com'>Google</a></div>"
            "<p>This content is neither created nor endorsed by Google.</p></body></html>",
            **GENERATED,
        ),
    ),
    "the website, lines behind labels": (
        "website-form",
        form_mail(
            WEBSITE,
            "Larkfield School: report a concern",
            "Name: Sian Price\nEmail: s.price@letterbox.example\nWho is your concern about?: Mrs Petra Example\n"
            f"Child: Robin Example\nMessage: {POST}\n\n-- \n"
            "This e-mail was sent from a contact form on Larkfield School",
            reply_to="Sian Price <s.price@letterbox.example>",
            **GENERATED,
        ),
    ),
    "the website, rows with the answer in the next one": (
        "website-form",
        form_mail(
            WEBSITE,
            "New submission",
            html="<table><tr bgcolor='#EAF2FA'><td colspan='2'><strong>Your name</strong></td></tr>"
            "<tr><td width='20'>&nbsp;</td><td>Sian Price</td></tr>"
            "<tr><td colspan='2'><strong>Name of parent or carer</strong></td></tr>"
            "<tr><td width='20'>&nbsp;</td><td>Mrs Petra Example</td></tr>"
            "<tr><td colspan='2'><strong>What happened?</strong></td></tr>"
            f"<tr><td>&nbsp;</td><td>{POST}</td></tr></table>"
            "<p>You have received a new enquiry from your website</p>",
            **GENERATED,
        ),
    ),
}
"""Filled forms: by what they are, the form that must be recognised and the email."""

NOTICES: dict[str, tuple[str, bytes]] = {
    "CPOMS, an alert": (
        "cpoms-like",
        form_mail(
            CPOMS,
            "CPOMS Alert",
            "Dear Miss Treadwell,\n\nYou have been alerted to a new incident by Mrs B Aldous.\n"
            "Category: Child Protection\n\n"
            "Please log in to CPOMS to view it: https://larkfield.cpoms.net\n\nThis is an automated email.",
            **{"Auto-Submitted": "auto-replied", "Precedence": "auto_reply"},
        ),
    ),
    "CPOMS, in HTML": (
        "cpoms-like",
        form_mail(
            "noreply@larkfield.cpoms.net",
            "New incident",
            html="<p>A new incident has been added to CPOMS.</p><p>Added by: B. Aldous</p>"
            "<p><a href='https://larkfield.cpoms.net/'>Log in</a></p><p>This mailbox is not monitored.</p>",
            **{"Auto-Submitted": "auto-replied", "Return-Path": "<>"},
        ),
    ),
    "MyConcern, a new concern": (
        "myconcern-like",
        form_mail(
            MYCONCERN,
            "A new concern has been raised",
            "A new concern has been raised.\n\nConcern reference: 10442\n\nPlease sign in to MyConcern to view it. "
            "This mailbox is not monitored; please do not reply.",
            **{"Auto-Submitted": "auto-replied", "X-Auto-Response-Suppress": "All"},
        ),
    ),
    "MyConcern, a changed one, in HTML": (
        "myconcern-like",
        form_mail(
            MYCONCERN,
            "Automatic reply: concern updated",
            html="<h1>MyConcern</h1><p>A concern has been updated.</p><p>View this concern</p>"
            "<p>For confidentiality this message holds no details. This mailbox is unmonitored.</p>",
            **{"Auto-Submitted": "auto-replied"},
        ),
    ),
    "Microsoft Forms, its own": (
        "microsoft-forms",
        form_mail(
            "Microsoft Forms <maccount@microsoft.com>",
            "Report a concern",
            "You have a new response\n\nReport a concern\n\nView results https://forms.office.com/Pages/x",
            **GENERATED,
        ),
    ),
    "Google Forms, its own": (
        "google-forms",
        form_mail(
            GOOGLE,
            "Report a post",
            "Report a post has received new responses.\n\nView summary\n",
            **{"Auto-Submitted": "auto-replied", "Precedence": "bulk"},
        ),
    ),
}
"""Emails that only say that there is something to read."""

STRANGERS: dict[str, bytes] = {
    "CPOMS by its name": form_mail(
        "CPOMS StudentSafe <alerts@cpoms-secure.example>",
        "CPOMS alert",
        "You have been alerted to a new incident. Log in to CPOMS: https://cpoms-secure.example/login",
        **{"Auto-Submitted": "auto-replied"},
    ),
    "CPOMS by its words": form_mail(
        "Alerts <no-reply@alerts.example>",
        "New incident",
        "A new incident has been added to CPOMS.\n\nLog in",
    ),
    "CPOMS by a domain that ends alike": form_mail(
        "noreply@notcpoms.co.uk", "CPOMS alert", "Please log in to CPOMS to view it."
    ),
    "MyConcern by its name": form_mail(
        "MyConcern <myconcern@mail.example>", "New concern", "A new concern has been raised.\n\nSign in"
    ),
    "the staff form": form_mail(
        "Beth Aldous <b.aldous@elsewhere.example>",
        "form",
        f"Parent: Mrs Petra Example\nPupil: Robin Example\nWhat was posted: {POST}",
    ),
    "the staff form from a pupil": form_mail(
        "Kim <kim@pupils.school.example>",
        "form",
        f"Parent: Mrs Petra Example\nPupil: Robin Example\nWhat was posted: {POST}",
    ),
    "the staff form under the school's domain, forged": form_mail(
        STAFF,
        "form",
        f"Parent: Mrs Petra Example\nPupil: Robin Example\nWhat was posted: {POST}",
        authentication_results="mx.school.example; dmarc=fail header.from=school.example",
    ),
}
"""Emails that look like a form or system and come from somebody else."""
