"""What must still be so when a letter is approved or leaves: its address, its day, and the way that is recorded."""

from datetime import date

from ..ground.english import uk_date
from ..ground.errors import Problem, Refused
from ..ground.moments import local_day
from ..rules.cases.case import Case, LetterState
from ..rules.cases.events import PostingStarted
from ..rules.words import Method
from .office import Office


def other_address(office: Office, case: Case, letter: LetterState) -> str:
    """Why a letter may not go to the address that it prints, by the register of today; "" where it may.

    Letters that get their dates at the yes are compared as a whole (`dating.changed`); this is for the others, such as
    those about access, whose words stand as they were drafted.
    """
    register = office.people.read()
    adult = register.adults.get(case.adult)
    if adult is None:
        return "" if register.faults else "the adult is no longer in people.csv"
    if adult.address_is_confidential:
        return "people.csv marks the adult's address as confidential now"
    if letter.planned_method is Method.MAIL:
        return ""
    printed = _bare(office.word.text_of(office.cases.file(case.ref, letter.file)))
    if adult.address and all(_bare(line) in printed for line in adult.address):
        return ""
    return "the address in people.csv is not the one that it prints"


def _bare(text: str) -> str:
    return "".join(text.split()).casefold()


def check_day(office: Office, case: Case, letter: LetterState, on: date, *, late: bool) -> None:
    """Whether the letter can have left on that day.

    Raises:
        Refused: the day is ahead, before the letter was approved, or after its date without `late`.
    """
    today = office.clock.today()
    if on > today:
        what = f"{uk_date(on)} has not come yet."
        raise _refused(case, what, "Record the posting on the day.")
    first = _first_day(office, case, letter)
    # A first day that is ahead was noted by a clock that was wrong: nothing follows from it.
    if first and on < first <= today:
        began = "handed to the mail server" if letter.method is Method.MAIL else "approved"
        what = f"{uk_date(on)} cannot be the day: the letter was {began} on {uk_date(first)}."
        do = "Give the day on which it really left. If something left before the yes, tell the headteacher."
        raise _refused(case, what, do)
    dated = letter.date_on_letter
    if dated and on > dated and not late:
        what = (
            f"The letter is dated {uk_date(dated)}; posted on {uk_date(on)}, it would leave too little time "
            "to answer."
        )
        do = (
            f"If it has not gone yet: draft {case.ref}, and approve the new date."
            " If it has gone: add --late; the time for answering then runs from the actual day."
        )
        raise _refused(case, what, do)


def _first_day(office: Office, case: Case, letter: LetterState) -> date | None:
    """The first day on which it can have left: of its yes, or of the attempt to send it by email."""
    if letter.method is not Method.MAIL:
        return local_day(letter.approved_on) if letter.approved_on else None
    begun = [
        entry.at
        for entry in office.cases.read(case.ref)
        if isinstance(entry.event, PostingStarted)
        and (entry.event.letter, entry.event.version) == (letter.letter, letter.version)
    ]
    return local_day(begun[-1]) if begun else None


def check_way(office: Office, case: Case, letter: LetterState, method: Method, *, proof: str) -> None:
    """Whether the letter can have gone that way: an email went to an address, which the register has or somebody says.

    Raises:
        Refused: it was laid out for the post, nobody has an email address of the adult, and no proof is given.
    """
    adult = office.people.read().adults.get(case.adult)
    if method is not Method.MAIL or letter.method is Method.MAIL or proof.strip() or (adult and adult.email):
        return
    what = f"{letter.letter} was laid out for the post, and people.csv has no email address for this adult."
    do = "Record the way it really went. If somebody emailed it, say to which address: --proof 'to ...'."
    raise _refused(case, what, do)


def _refused(case: Case, what: str, what_to_do: str) -> Refused:
    return Refused(Problem(where=case.ref, what=what, what_to_do=what_to_do))
