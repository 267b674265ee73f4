"""Languages by the names that people write in a register."""

import pytest

from letterladder.ground import tongues
from letterladder.ground.tongues import language_code


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ("", ""),
        ("  ", ""),
        ("Welsh", "cy"),
        ("cymraeg", "cy"),
        ("cy-GB", "cy"),
        ("Polski", "pl"),
        ("English", "en"),
        ("zh_Hant", "zh-Hant"),
        ("no such tongue", ""),
    ],
)
def test_a_language_is_known_by_code_or_name(told: str, code: str) -> None:
    assert language_code(told) == code


def test_an_english_name_is_known_without_reading_every_language(monkeypatch: pytest.MonkeyPatch) -> None:
    def read() -> dict[str, str]:
        raise AssertionError("the file of each language was read")

    monkeypatch.setattr(tongues, "_in_themselves", read)
    assert language_code("Urdu") == "ur"
    assert language_code("") == ""
