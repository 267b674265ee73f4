"""Which emails the sender's own domain vouches for, as the school's mail server found."""

import pytest
from made_reports import report

from letterladder.rules.mails.sender_check import doubt_about_sender

OURS = "mx.school.example"


@pytest.mark.parametrize(
    ("vouched", "header"),
    [
        (True, "mx.school.example; dmarc=pass header.from=school.example"),
        (True, "MX.School.Example 1; spf=pass smtp.mailfrom=head@school.example"),
        (True, "mx.school.example; spf=fail smtp.mailfrom=x.example; dkim=pass header.d=school.example"),
        (True, "mx.school.example; dkim=pass (good) header.i=@school.example; dmarc=none"),
        (
            False,
            "mx.school.example; dkim=pass header.d=school.example; dmarc=fail header.from=school.example",
        ),
        (False, "mx.school.example; dkim=pass header.d=x.example; spf=pass smtp.mailfrom=x.example"),
        (False, "mx.school.example; dmarc=pass header.from=x.example"),
        (False, "mx.school.example; spf=softfail smtp.mailfrom=school.example"),
        (False, "mx.school.example; dkim=pass header.d=example"),
        (False, "mx.school.example; none"),
        (False, "mx.school.example.evil.example; dmarc=pass header.from=school.example"),
        (False, "dmarc=pass header.from=school.example"),
        (False, "(mx.school.example; dmarc=pass"),
        (False, ""),
    ],
)
def test_the_topmost_header_of_our_server_decides(vouched: bool, header: str) -> None:
    """A check that passed for the very domain of the sender, and no failed DMARC."""
    mail = report(from_address="head@school.example", authentication=(header,) if header else ())
    assert (doubt_about_sender(mail, OURS) == "") is vouched


def test_headers_below_the_topmost_count_for_nothing() -> None:
    """The sender may have written them."""
    good = "mx.school.example; dmarc=pass header.from=school.example"
    mail = report(from_address="head@school.example", authentication=("mx.other.example; none", good))
    assert doubt_about_sender(mail, OURS)


@pytest.mark.parametrize(
    ("doubt", "header"), [(True, "any; dmarc=fail"), (False, "any; dmarc=none"), (False, "any; spf=fail")]
)
def test_without_a_name_only_a_clear_failure_counts(doubt: bool, header: str) -> None:
    """A school that did not name its server is not locked out of its own approvals."""
    mail = report(from_address="head@school.example", authentication=(header,))
    assert bool(doubt_about_sender(mail, "")) is doubt


def test_a_mail_without_any_check_passes_where_no_server_is_named() -> None:
    """As inside one mail system, which writes none."""
    assert doubt_about_sender(report(from_address="head@school.example"), "") == ""
