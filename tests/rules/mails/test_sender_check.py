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


GOOD = "mx.school.example; dmarc=pass header.from=school.example"


@pytest.mark.parametrize(
    ("vouched", "headers"),
    [
        (True, ("mx.other.example; dmarc=fail header.from=school.example", GOOD)),
        (False, ("mx.school.example; none", GOOD)),
        (False, (GOOD, "mx.school.example; dmarc=fail header.from=school.example")),
        (False, (GOOD, "mx.school.example; compauth=fail reason=001")),
        (False, ("mx.other.example; dmarc=pass header.from=school.example",)),
        (False, ("mx.school.example.other.example; dmarc=pass header.from=school.example",)),
    ],
)
def test_names_that_nobody_knows_are_ignored_and_the_topmost_of_ours_counts(
    vouched: bool, headers: tuple[str, ...]
) -> None:
    """What our own server says anywhere against the sender counts; what it says for them only on top."""
    mail = report(from_address="head@school.example", authentication=headers)
    assert (doubt_about_sender(mail, OURS) == "") is vouched


@pytest.mark.parametrize(
    "header",
    [
        "mx.school.example; spf=pass smtp.mailfrom=evil.example smtp.helo=school.example",
        "mx.school.example; spf=pass smtp.helo=school.example",
        "mx.school.example; dkim=pass header.d=evil.example header.i=@school.example",
        "mx.school.example; dkim=pass header.d=evil.example header.from=school.example",
        "mx.school.example; dkim=pass header.d=evil.example header.d=school.example",
        "mx.school.example; dmarc=pass header.from=evil.example policy.from=school.example",
        "mx.school.example; dmarc=pass header.from=school.example; dmarc=pass header.from=evil.example",
        "mx.school.example; iprev=pass smtp.helo=school.example; auth=pass smtp.auth=head@school.example",
        "mx.school.example; dkim=pass header.d=evil.example (header.d=school.example)",
        "mx.school.example; dkim=neutral header.d=school.example; spf=none smtp.mailfrom=school.example",
        "mx.school.example; dmarc=temperror header.from=school.example; dkim=pass header.d=school.example",
    ],
)
def test_only_the_domain_that_signed_or_sent_is_the_senders(header: str) -> None:
    """A greeting, a name inside somebody else's signature or a comment is typed by whoever sends."""
    mail = report(from_address="head@school.example", authentication=(header,))
    assert "does not vouch" in doubt_about_sender(mail, OURS)


@pytest.mark.parametrize(
    ("vouched", "sender", "signed"),
    [
        (True, "head@office.school.example", "school.example"),
        (True, "head@school.example", "mail.school.example"),
        (True, "head@larkfield.wexmoor.sch.uk", "larkfield.wexmoor.sch.uk"),
        (False, "head@larkfield.wexmoor.sch.uk", "wexmoor.sch.uk"),
        (False, "head@larkfield.wexmoor.sch.uk", "sch.uk"),
        (False, "head@larkfield.co.uk", "co.uk"),
        (False, "head@school.example", "preschool.example"),
        (False, "head@school.example", "example"),
        (True, "head@office.larkfield.co.uk", "larkfield.co.uk"),
        (True, "head@it.larkfield.wexmoor.sch.uk", "larkfield.wexmoor.sch.uk"),
    ],
)
def test_a_domain_that_many_share_vouches_for_none(vouched: bool, sender: str, signed: str) -> None:
    """A part of the sender's own domain may sign, or the whole of it; never what other schools are below too."""
    mail = report(from_address=sender, authentication=(f"mx.school.example; dkim=pass header.d={signed}",))
    assert (doubt_about_sender(mail, OURS) == "") is vouched


CLOUD = (
    "spf=pass (sender IP is 40.107.1.1) smtp.mailfrom=school.example; dkim=pass (signature was verified)"
    " header.d=school.example;dmarc=pass action=none header.from=school.example;compauth=pass reason=100"
)


@pytest.mark.parametrize(
    ("vouched", "headers", "inside"),
    [
        (True, (CLOUD,), "Anonymous"),
        (True, ("dkim=none (message not signed) header.d=none;dmarc=none action=none",), "Internal"),
        (True, (), "Internal"),
        (True, (CLOUD.replace("dmarc=pass", "dmarc=bestguesspass"),), "Anonymous"),
        (False, (), "Anonymous"),
        (False, (), ""),
        (False, (CLOUD.replace("compauth=pass", "compauth=fail"),), "Anonymous"),
        (False, (CLOUD.replace("compauth=pass", "compauth=fail"),), "Internal"),
        (False, (CLOUD.replace("dmarc=pass", "dmarc=fail"),), "Internal"),
        (False, ("spf=fail smtp.mailfrom=school.example; dkim=none; dmarc=none",), "Internal"),
        (False, (CLOUD.replace("school.example", "evil.example"),), "Anonymous"),
        (False, ("mx.evil.example; dmarc=pass header.from=school.example",), "Anonymous"),
        (False, ("microsoft-365; dmarc=pass header.from=school.example",), "Anonymous"),
        (False, ("mx.microsoft.com 1; dmarc=pass header.from=school.example",), "Anonymous"),
    ],
)
def test_what_microsoft_365_writes_without_a_name_is_understood(
    vouched: bool, headers: tuple[str, ...], inside: str
) -> None:
    """Its results begin at once; of email from inside the tenant it says that the sender was signed in."""
    mail = report(from_address="head@school.example", authentication=headers, inside=inside)
    assert (doubt_about_sender(mail, "microsoft-365") == "") is vouched


@pytest.mark.parametrize("name", ["", OURS, "microsoft-365"])
def test_two_senders_or_none_are_refused_whatever_a_server_says(name: str) -> None:
    """Programs differ in which of two they show and check."""
    mail = report(
        from_address="head@school.example",
        doubtful_from="it names more than one sender",
        authentication=(GOOD,),
        inside="Internal",
    )
    assert doubt_about_sender(mail, name) == "it names more than one sender"


@pytest.mark.parametrize(
    ("doubt", "header"),
    [
        (True, "any; dmarc=fail"),
        (False, "any; dmarc=none"),
        (True, "any; spf=fail smtp.mailfrom=school.example"),
        (True, "spf=pass smtp.mailfrom=x.example; compauth=fail reason=000"),
        (False, "any; spf=fail smtp.mailfrom=x.example; dmarc=pass header.from=school.example"),
        (False, "any; spf=softfail"),
        (False, "any; spf=pass (not spf=fail) smtp.mailfrom=school.example"),
    ],
)
def test_without_a_name_only_a_clear_failure_counts(doubt: bool, header: str) -> None:
    """A school that did not name its server is not locked out of its own approvals."""
    mail = report(from_address="head@school.example", authentication=(header,))
    assert bool(doubt_about_sender(mail, "")) is doubt


def test_a_mail_without_any_check_passes_where_no_server_is_named() -> None:
    """As inside one mail system, which writes none."""
    assert doubt_about_sender(report(from_address="head@school.example"), "") == ""
