"""What somebody typed below one of our emails, or between its lines, is theirs: known by what we sent."""

import html
import re

from ..ground.values import replace
from ..rules.texts.below_quotes import typed_below
from ..rules.texts.report import Report
from ..rules.texts.sentences import left_out
from .office import Office

MOST_ANSWERED = 5
"""Our emails that one email may name as answered, of which the text is compared."""
_TAG = re.compile(r"<[^<>]{0,2000}>")


def with_words_below(office: Office, report: Report) -> Report:
    """The email, its sender's own words with those in or below what it quotes of ours.

    As it came where it answers none of our emails, or none that is still kept.
    """
    sent = [mail for one in report.references[-MOST_ANSWERED:] if (mail := office.queue.kept(one))]
    if not sent:
        return report
    ours = "\n".join(
        f"{mail.subject}\n{mail.text}\n{html.unescape(_TAG.sub(' ', mail.html))}" for mail in sent
    )
    own = report.own_words
    # Its signature is read with the rest of the email, and is no part of what its sender says in it.
    if below := typed_below(report.text, f"{own}\n{left_out(report)}", ours):
        return replace(report, own_words=f"{own}\n\n{below}".strip())
    return report
