"""All letters of a school in one PDF, with first pages that say what they are, for its adviser to read and sign."""

from collections.abc import Iterator
from datetime import date

from ..config.paths import LETTER_TEMPLATES
from ..config.settings import Settings
from ..ground.english import uk_date, uk_date_short
from ..ground.errors import Problem, WorldFailed
from ..records.papers.letters_front import Front, front_pdf
from ..records.papers.pdf import combine
from ..rules.office.sign_off import SignOff
from ..rules.policies.legal_facts import AUTHORITY, FACTS, Fact
from ..workflows.acts.on_adviser import last_signed
from ..workflows.office import Office
from .letters_review import SentLetter, papers_now, sample_letter, sent_letters, sha256_of, shown_fact


def review_pdf(settings: Settings, office: Office) -> bytes:
    """All letters in one PDF, with the first pages before them.

    Raises:
        Refused: a Word file has a fault.
        WorldFailed: LibreOffice is not there, or failed.
    """
    if not office.pdf.available():
        what = "LibreOffice is not installed here, and without it there is no PDF."
        do = "Install LibreOffice Writer on this computer, then give the command again."
        raise WorldFailed(Problem(where="letters review", what=what, what_to_do=do))
    letters, today = sent_letters(settings), office.clock.today()
    printed = office.pdf.convert_all([sample_letter(settings, office.word, one, today) for one in letters])
    papers = papers_now(settings)
    front = Front(
        school=settings.school.name,
        about=[*_about(settings, last_signed(office), today)],
        notice=NOTICE,
        letters=[_row(one) for one in letters],
        facts=[
            _fact(name, settings.school.legal.facts[name], settings.school.authority)
            for name in settings.school.legal.facts
        ],
        fingerprint=papers.fingerprint,
    )
    return combine([front_pdf(front), printed])


NOTICE = (
    "The adult, the child and what happened are invented. Letterhead, policy, law, who signs, whom to ask and the days"
    " of the clocks are the school's own. Letters that are approved without their dates have them here.",
    "This is software, not legal advice. Where a source below says what is for the school's adviser to check, nobody"
    " has checked it.",
)


def _about(settings: Settings, signed: SignOff | None, today: date) -> Iterator[tuple[str, str]]:
    school, policy = settings.school, settings.school.policy
    yield "School", school.name
    yield "Nation and type", f"{school.nation}; {school.type}, {school.authority}"
    yield "Policy", ", ".join(filter(None, (policy.title, policy.version)))
    yield "Printed on", uk_date(today)
    if policy.review:
        yield "Policy due for review", uk_date(policy.review)
    if policy.linked_policy:
        yield "For access to the site", policy.linked_policy
    yield "Last signed off", f"{signed.adviser}, {uk_date(signed.on)}" if signed else "never"


def _row(letter: SentLetter) -> tuple[str, str, str, str, str]:
    whose = "program's" if letter.path.parent == LETTER_TEMPLATES else "school's own"
    return letter.step.id, letter.step.name, letter.path.name, whose, sha256_of(letter.path)[:16]


def _fact(name: str, fact: Fact, authority: str) -> tuple[str, str, str, str]:
    whose = " (school's own)" if fact.own else ""
    return (
        f"{name}\n{FACTS[name].says}",
        shown_fact(FACTS[name], fact).replace(AUTHORITY, authority),
        fact.source,
        f"{uk_date_short(fact.checked)}{whose}",
    )
