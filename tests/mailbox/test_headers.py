from datetime import UTC, datetime
from email import message_from_bytes
from email.message import Message

import pytest

from letterladder.mailbox.headers import addresses, message_ids, moment, raw_values, readable, value
from letterladder.mailbox.message import read_mail


def headers(*lines: bytes) -> Message:
    """An email of headers only."""
    return message_from_bytes(b"\r\n".join(lines) + b"\r\n\r\n")


@pytest.mark.parametrize(
    ("expected", "raw"),
    [
        ("Zgłoszenie", "=?utf-8?q?Zg=C5=82oszenie?="),
        ("Müller", "=?utf-8?q?M?=\n =?utf-8?q?=C3=BCller?="),
        ("£5’s", "=?utf-8?q?=A35=92s?="),
        ("plain", "plain"),
        ("=?utf-8?b?!!!?=", "=?utf-8?b?!!!?="),
        ("café ok", "=?x-none?q?caf=E9?= ok"),
        ("a b", "a\r\n b"),
    ],
)
def test_encoded_words_are_read(expected: str, raw: str) -> None:
    """RFC 2047, also where the words are broken or name no known character set."""
    assert readable(raw) == expected


def test_bytes_outside_ascii_in_a_header_are_text() -> None:
    """Such headers are forbidden and common."""
    assert value(headers("Subject: Müller post".encode()), "subject") == "Müller post"


@pytest.mark.parametrize(
    ("expected", "raw"),
    [
        (["sam@school.example"], b"Sam Reader <Sam@School.example>"),
        (["z@x.example"], b"=?utf-8?q?M=C3=BCller=2C_Zo=C3=AB?= <z@x.example>"),
        (["evil@x.example"], b'"head@school.example" <evil@x.example>'),
        (["a@x.example", "b@x.example"], b"a@x.example, b@x.example"),
        (["a@x.example"], b"=?utf-8?q?Sam_<a=40x.example>?="),
        (["a@x.example"], b"Sam (teacher <a@x.example>"),
        (["maureen.o'brien@x.example"], b"Maureen O'Brien <maureen.o'brien@x.example>"),
        ([], b"undisclosed-recipients:;"),
        ([], b""),
        ([], b"(((((((((((("),
    ],
)
def test_addresses_are_found(expected: list[str], raw: bytes) -> None:
    """The address is what is between the brackets, never the name that imitates one."""
    assert [address for _, address in addresses(headers(b"From: " + raw), "From")] == expected


def test_a_name_with_a_comma_stays_whole() -> None:
    """The name is decoded after the address was cut off."""
    raw = b"From: =?utf-8?q?M=C3=BCller=2C_Zo=C3=AB?= <z@x.example>"
    assert addresses(headers(raw), "From") == [("Müller, Zoë", "z@x.example")]


def test_deeply_nested_comments_are_no_crash() -> None:
    """The standard library's parser runs out of stack on this one."""
    assert addresses(headers(b"From: " + b"(" * 50_000 + b" a@x.example"), "From") == [("", "a@x.example")]


def test_message_ids_keep_their_order_and_brackets() -> None:
    """What is answered comes first, each once."""
    mail = headers(b"References: <1@x> <2@x>", b"In-Reply-To: <2@x>")
    assert message_ids(mail, "In-Reply-To", "References") == ("<2@x>", "<1@x>")


def test_the_topmost_header_comes_first() -> None:
    """The own server writes on top; what is below may be forged."""
    mail = headers(b"Authentication-Results: ours; dkim=fail", b"Authentication-Results: theirs; dkim=pass")
    assert raw_values(mail, "authentication-results")[0] == "ours; dkim=fail"


@pytest.mark.parametrize(
    ("expected", "raw"),
    [
        (datetime(2026, 11, 2, 16, 42, 8, tzinfo=UTC), "Mon, 02 Nov 2026 17:42:08 +0100"),
        (datetime(2026, 11, 2, 16, 42, 8, tzinfo=UTC), "2 Nov 2026 16:42:08"),
        (None, "yesterday"),
        (None, ""),
        (None, "Mon, 99 Nov 2026 99:99:99 +9999"),
    ],
)
def test_times_are_utc_or_nothing(expected: datetime | None, raw: str) -> None:
    """A date nobody can read is not a date."""
    assert moment(raw) == expected


@pytest.mark.parametrize(
    ("lines", "doubt"),
    [
        ("From: head@school.example", ""),
        ("From: Head <head@school.example>\nSender: office@school.example", ""),
        ("From: head@school.example\nFrom: x@evil.example", "more than one sender"),
        ("From: x@evil.example\nfrom: head@school.example", "more than one sender"),
        ("From: head@school.example, x@evil.example", "more than one sender"),
        ("From: head@school.example <x@evil.example>, Head <head@school.example>", "more than one sender"),
        ("Sender: head@school.example", "does not say who"),
        ("From: \nSender: head@school.example", "does not say who"),
        ("Subject: nobody", "does not say who"),
    ],
)
def test_an_email_that_names_two_senders_or_none_is_in_doubt(lines: str, doubt: str) -> None:
    """Also where Sender names one of the school's people."""
    mail = read_mail(f"{lines}\n\nAPPROVE".encode(), datetime(2026, 11, 2, tzinfo=UTC))
    assert doubt in mail.doubtful_from
    assert bool(doubt) == bool(mail.doubtful_from)


@pytest.mark.parametrize(
    ("lines", "inside"),
    [
        ("X-MS-Exchange-Organization-AuthAs: Internal", "Internal"),
        (
            "X-MS-Exchange-Organization-AuthAs: Anonymous\nX-MS-Exchange-Organization-AuthAs: Internal",
            "",
        ),
        ("X-MS-Exchange-CrossTenant-AuthAs: Internal", ""),
        ("Subject: none", ""),
    ],
)
def test_what_microsoft_365_says_of_its_own_tenant(lines: str, inside: str) -> None:
    """What another tenant says of its own sender is no word about ours."""
    mail = read_mail(f"{lines}\nFrom: a@b.example\n\nText".encode(), datetime(2026, 11, 2, tzinfo=UTC))
    assert mail.inside == inside
