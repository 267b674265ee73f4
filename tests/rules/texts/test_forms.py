import pytest

from letterladder.rules.texts.forms import Form, FormKind, fits, tidy


@pytest.mark.parametrize(
    "label",
    [
        "Child’s name",
        " child's  NAME:",
        "3. Child's name *",
        "12) Child's name?",
        "Q4: Child's name".replace(":", "."),
        "**Child's name** (required)",
        "Child's\u00a0name",
    ],
)
def test_one_label_has_many_looks(label: str) -> None:
    """Numbers, stars and colons are the form's, not the label's."""
    assert tidy(label) == "child's name"


@pytest.mark.parametrize(
    ("expected", "phrase"),
    [
        (True, "new response: report a concern"),
        (True, "new response*"),
        (True, "*a   concern"),
        (True, "new*:*concern"),
        (True, "*"),
        (False, "response"),
        (False, "*response"),
        (False, "new*concern*concern"),
        (False, "new response: report a concern*n"),
    ],
)
def test_a_star_stands_for_any_words(expected: bool, phrase: str) -> None:
    """Everything else must be there, once and in this order."""
    assert fits((phrase,), "New response:  Report a concern") is expected


@pytest.mark.parametrize(
    ("expected", "address"),
    [
        (True, "Noreply@CPOMS.co.uk"),
        (True, "x@larkfield.cpoms.co.uk"),
        (True, "one@forms.example"),
        (False, "two@forms.example"),
        (False, "x@notcpoms.co.uk"),
        (False, "x@cpoms.co.uk.example"),
        (False, "cpoms.co.uk"),
        (False, ""),
    ],
)
def test_a_domain_stands_for_those_below_it_and_for_no_other(expected: bool, address: str) -> None:
    """A stranger can buy a name that ends alike."""
    form = Form(id="x", title="X", domains=("cpoms.co.uk",), addresses=("One@forms.example",), labels={})
    assert form.is_sent_by(address, frozenset()) is expected


def test_the_subject_of_a_notice_does_not_decide_who_sent_it() -> None:
    """It only helps to tell an imitation."""
    notice = Form(id="x", title="X", kind=FormKind.NOTICE, subject=("alert",), labels={})
    report = Form(id="x", title="X", subject=("alert",), labels={})
    assert (notice.fits_subject("news"), report.fits_subject("news")) == (True, False)
