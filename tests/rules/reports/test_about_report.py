"""What is said beside a form about the report itself."""

import pytest

from letterladder.rules.reports.about_report import is_about_report
from letterladder.rules.texts.names import fold


@pytest.mark.parametrize(
    "text",
    [
        "As discussed, here's the form.",
        "Hope that's all you need.",
        "Shout if you need anything else.",
        "I haven't replied to it and don't intend to.",
        "Nobody has contacted her yet.",
        "She has kept the original on her phone and is happy to talk it through.",
        "I was told about it by two colleagues on Tuesday, and I took the screenshot myself at 8am.",
        "No reply has been made from the school.",
        "Shown to me by a parent who would rather not be named.",
    ],
)
def test_the_reports_own_story_is_no_matter_of_the_report(text: str) -> None:
    """How it came, who has it, who has not answered."""
    assert is_about_report(fold(text).text)


@pytest.mark.parametrize(
    "text",
    [
        "I took the screenshot and he is waiting outside.",
        "Shout if you need to know what he did to her.",
        "Hope that's enough to stop him hurting her.",
        "I haven't replied because he frightens me.",
        "Nothing should go out until the police say so.",
        "She showed me the marks on his arm.",
        "He has contacted her every night.",
        "As discussed, Marcus speaks to the member of staff first.",
        "Honestly",
    ],
)
def test_whatever_a_clause_goes_on_to_tell_is_a_persons(text: str) -> None:
    """Every clause, from beginning to end, must be about the report."""
    assert not is_about_report(fold(text).text)
