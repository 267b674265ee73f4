"""What the in-tray says of an email that comes through a form or a system: whole answers."""

from typing import Any

import pytest
from made_reports import form_report, report

from letterladder.ground.values import replace
from letterladder.rules.cases.events import Fact
from letterladder.rules.mails.mail_log import Suggestion
from letterladder.rules.reports.judgement import Judgement
from letterladder.rules.reports.outcomes import TriageOutcome
from letterladder.rules.reports.systems import about_form, missing_in, news_of
from letterladder.rules.reports.triage import Triage
from letterladder.rules.texts.forms import FormKind
from letterladder.rules.texts.report import FormFields
from letterladder.rules.words import Level, Verdict

NOTICE = FormFields(
    source="cpoms", title="CPOMS", kind=FormKind.NOTICE, system=True, doubt="nobody vouches for it"
)
KNOWN = replace(NOTICE, known_sender=True, doubt="")
SAYS = "CPOMS says that there is something new to read there; the email itself does not tell what."
LIKE = (
    "It looks like a message from CPOMS, but nobody vouches for it. Do not open its links; go to CPOMS the way you"
    " always do."
)
FOUND = Triage(
    outcome=TriageOutcome.ADULT_UNKNOWN,
    reason="not used",
    pupils=("P1",),
    fact=Fact(words="he wrote"),
    suggestions=(Suggestion(adult="A1", why="the name"),),
    level=Level.PLAIN,
)


@pytest.mark.parametrize("level", list(Level))
@pytest.mark.parametrize(
    ("form", "reason", "missing"),
    [
        (KNOWN, SAYS, "what CPOMS holds: sign in there, read it, then file MAIL --to REF, new or none"),
        (
            NOTICE,
            LIKE,
            "whether CPOMS really has something new: look there, then file MAIL --to REF, new or none",
        ),
    ],
    ids=["known", "not known"],
)
def test_a_notice_is_for_a_person(form: FormFields, reason: str, missing: str, level: Level) -> None:
    """Red stays red; whatever else is seen in it is amber, and nothing seen is lost."""
    found = replace(FOUND, level=level)
    assert news_of(report("Something new", form=form), found) == Judgement(
        verdict=Verdict.INTRAY,
        reason=reason,
        missing=(missing,),
        suggestions=FOUND.suggestions,
        reporter=FOUND.reporter,
        flags=(),
        level=Level.RED if level is Level.RED else Level.AMBER,
        why_level=reason,
        proposed=(),
        fact=FOUND.fact,
        pupils=("P1",),
    )


FILLED = form_report("He put up a photo").form


@pytest.mark.parametrize(
    ("form", "says"),
    [
        (FormFields(), ""),
        (KNOWN, f" {SAYS}"),
        (NOTICE, f" {LIKE}"),
        (replace(FILLED, system=True, source="ours", title="our form"), ""),
        (
            FormFields(system=True, source="ours", title="our form"),
            " It comes through our form, but without the adult it is about or their child and what was posted, said or"
            " done or the exact words in a line that is known.",
        ),
        (
            FormFields(system=True, source="ours", title="our form", pupil="Tess"),
            " It comes through our form, but without what was posted, said or done or the exact words in a line that"
            " is known.",
        ),
        (FormFields(system=False, source="ours", title="our form", pupil="Tess"), ""),
        (FormFields(system=True, source="", title="our form", pupil="Tess"), ""),
    ],
    ids=["no form", "known", "not known", "whole", "empty", "half", "no system", "no source"],
)
def test_what_could_not_be_read_of_a_form_is_named(form: FormFields, says: str) -> None:
    """Nothing where it is whole, or where there is none."""
    assert about_form(report("x", form=form)) == says


@pytest.mark.parametrize(
    ("fields", "missing"),
    [
        ({"parent": "x", "exact": "x"}, ()),
        ({"pupil": "x", "what": "x"}, ()),
        ({"parent": "x"}, ("what was posted, said or done or the exact words",)),
        ({"exact": "x"}, ("the adult it is about or their child",)),
    ],
    ids=["adult and words", "child and what", "adult alone", "words alone"],
)
def test_one_of_each_two_is_enough(fields: dict[str, Any], missing: tuple[str, ...]) -> None:
    """The adult or the child, and what was done or the words."""
    assert missing_in(FormFields(**fields)) == missing
