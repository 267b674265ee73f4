import pytest

from letterladder.mailbox.charsets import clean, one_line, to_text


@pytest.mark.parametrize(
    ("expected", "raw", "declared"),
    [
        ("£6 – it’s", b"\xa36 \x96 it\x92s", "utf-8"),
        ("£6 – it’s", b"\xa36 \x96 it\x92s", "iso-8859-1"),
        ("£6 – it’s", b"\xa36 \x96 it\x92s", "us-ascii"),
        ("Łódź", "Łódź".encode("iso-8859-2"), "ISO-8859-2"),
        ("Łódź", "Łódź".encode(), "us-ascii"),
        ("Łódź", "Łódź".encode(), ""),
        ("Łódź", "Łódź".encode(), "x-no-such-set"),
        ("Łódź", "Łódź".encode(), '"utf-8"'),
        ("朱镕基", "朱镕基".encode("gbk"), "gb2312"),
        ("朱?基".replace("?", "\ufffd"), "朱".encode("gbk") + b"\xff" + "基".encode("gbk"), "GB2312"),
        ("뷁 안녕", "뷁 안녕".encode("cp949"), "ks_c_5601-1987"),
        ("①髙", "①髙".encode("cp932"), "x-sjis"),
        ("İzmir’de", "İzmir’de".encode("cp1254"), "iso-8859-9"),
        ("Привет", "Привет".encode("cp1251"), "x-cp1251"),
        ("Привет", "Привет".encode("koi8-r"), "koi8"),
        ("Привет \ufffd", "Привет ".encode("cp1251") + b"\x98", "windows-1251"),
        ("Łódź", "Łódź".encode(), "unicode-1-1-utf-8"),
        ("£6 – it’s", b"\xa36 \x96 it\x92s", "x-unknown"),
        ("£6 – it’s", b"\xa36 \x96 it\x92s", "iso-2022-jp"),
        ("£6 – it’s", b"\xa36 \x96 it\x92s", "hz-gb-2312"),
        ("Łódź", "Łódź".encode(), "utf-16"),
        ("plain", b"plain", "base64"),
        ("plain", b"plain", "idna"),
        ("plain", b"plain", "utf\x00-8"),
        ("Zażółć gęś�", "Zażółć gęś".encode() + b"\xc5", "utf-8"),
    ],
)
def test_text_is_read_whatever_was_declared(expected: str, raw: bytes, declared: str) -> None:
    """A wrong, missing or unknown character set costs no letter; a cut one costs itself only."""
    assert to_text(raw, declared) == expected


def test_bytes_no_set_knows_are_guessed() -> None:
    """0x81 is in no windows-1252: something readable comes back, never an error."""
    assert "hello" in to_text(b"hello \x81\x8d\x9d\xff", "utf-8")


@pytest.mark.parametrize(
    ("expected", "text"),
    [("a\nb\nc", "a\r\nb\rc"), ("ab", "a\x00\x07b"), ("a?", "a\ud800"), ("a b", "a\xa0b")],
)
def test_cleaned_text_can_be_stored(expected: str, text: str) -> None:
    """No NUL, no lone surrogate and one kind of line end: logs and files can hold it."""
    assert clean(text) == expected


def test_one_line_hides_nothing() -> None:
    """A right-to-left mark that would turn "exe.gpj" round is gone, line ends are spaces."""
    assert one_line("photo\u202egpj.exe\r\nBcc: x") == "photogpj.exe Bcc: x"
