"""The questions of setting up: which keys of school.toml a school answers, in an order in which its office can.

The terminal and the browser ask the same; what an answer may be is said by the tables of school.toml and nowhere else.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from ..rules.words import Method, SchoolType


class Sort(StrEnum):
    """What is typed: one line, several lines, a number, or one of several choices."""

    LINE = "line"
    LINES = "lines"
    NUMBER = "number"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question.

    Attributes:
        key: where the answer is written in school.toml: "people.head.name".
        asks: the question, a few words.
        help: what helps to answer it.
        sort: what is typed.
        choices: for a choice: what each value means.
        may_be_empty: whether it may be left empty.
    """

    key: str
    asks: str
    help: str = ""
    sort: Sort = Sort.LINE
    choices: Mapping[str, str] = field(default_factory=dict)
    may_be_empty: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Some questions that belong together; `says` is told before them."""

    id: str
    title: str
    says: str = ""
    questions: tuple[Question, ...] = ()

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of its questions."""
        return tuple(one.key for one in self.questions)


TYPES = {
    SchoolType.COMMUNITY: "community school, run by the local authority",
    SchoolType.VOLUNTARY_CONTROLLED: "voluntary controlled school",
    SchoolType.VOLUNTARY_AIDED: "voluntary aided school",
    SchoolType.FOUNDATION: "foundation school",
    SchoolType.ACADEMY: "academy or free school",
    SchoolType.ALTERNATIVE_PROVISION_ACADEMY: "alternative provision academy",
    SchoolType.COMMUNITY_SPECIAL: "community special school",
    SchoolType.FOUNDATION_SPECIAL: "foundation special school",
    SchoolType.NON_MAINTAINED_SPECIAL: "non-maintained special school",
    SchoolType.MAINTAINED_NURSERY: "maintained nursery school",
    SchoolType.PUPIL_REFERRAL_UNIT: "pupil referral unit",
    SchoolType.INDEPENDENT: "independent school",
}
ROLES = {
    "head": (
        "the headteacher",
        "With title and first name, such as Mrs Ann Hill. The head approves every letter.",
    ),
    "alternate": (
        "who decides in the head's place",
        "Where the head is the target or a witness. Mostly the chair of governors.",
    ),
    "dsl": ("the designated safeguarding lead (DSL)", "Is told of danger at once, and sorts the in-tray."),
    "deputy": ("the deputy DSL", "Is told of danger with the DSL."),
    "office": ("whoever runs the school office", "Prints and posts letters, and records answers."),
}
"""Who must be named; a school adds roles of its own in school.toml."""

SCHOOL = Section(
    id="school",
    title="The school",
    says="It is printed at the head of each letter.",
    questions=(
        Question(key="school.name", asks="Name of the school", help="As letters are to print it."),
        Question(
            key="school.nation",
            asks="Nation",
            help="The letters and the law in them are those of England.",
            sort=Sort.CHOICE,
            choices={one: one for one in ("England", "Wales", "Scotland", "Northern Ireland")},
        ),
        Question(
            key="school.type",
            asks="Legal kind of school",
            help="It decides who may act on a bar (Education Act 1996, section 547). 'Get information about schools',"
            " the government's register, says which kind yours is.",
            sort=Sort.CHOICE,
            choices={str(kind): words for kind, words in TYPES.items()},
        ),
        Question(
            key="school.authority",
            asks="Local authority, or the trust or owner",
            help="Of a maintained school the local authority; of an academy its trust.",
        ),
        Question(
            key="school.dfe_number",
            asks="DfE number",
            help="Such as 123/4567. It is printed on copies for a panel, the police or a governor, and nowhere else.",
            may_be_empty=True,
        ),
        Question(
            key="school.address",
            asks="Postal address",
            help="One line each: street, town, postcode.",
            sort=Sort.LINES,
        ),
        Question(key="school.phone", asks="Telephone"),
        Question(key="school.email", asks="Email address of the office", help="As it is printed in letters."),
        Question(key="school.website", asks="Website", may_be_empty=True),
        Question(
            key="school.safeguarding_mailbox",
            asks="Email address to which reports are sent",
            help="A mailbox of its own, such as safeguarding@ your school. Whoever can open it can read every report.",
        ),
        Question(
            key="school.letters_from",
            asks="Email address from which Letterladder writes",
            help="It may be the same mailbox.",
        ),
    ),
)
PEOPLE = Section(
    id="people",
    title="Who holds which role",
    says="Approvals are taken only from these addresses, so each person needs one of their own.",
    questions=tuple(
        question
        for role, (who, does) in ROLES.items()
        for question in (
            Question(key=f"people.{role}.name", asks=f"Name of {who}", help=does),
            Question(key=f"people.{role}.role", asks="Their title in letters"),
            Question(key=f"people.{role}.email", asks="Their email address"),
        )
    ),
)
WORDS = Section(
    id="words",
    title="What letters say",
    says="Each is printed in letters. What is offered is usual; a draft that lacks one says which.",
    questions=(
        Question(key="contact.name", asks="Whom a parent may ask about a letter"),
        Question(key="contact.role", asks="Their title", may_be_empty=True),
        Question(key="contact.email", asks="Their email address"),
        Question(key="contact.phone", asks="Their telephone", may_be_empty=True),
        Question(key="complaints.title", asks="Title of your complaints procedure"),
        Question(key="complaints.where", asks="Where a parent finds it"),
        Question(key="complaints.contact", asks="Whom a parent asks about it"),
        Question(
            key="complaints.days", asks="School days until a complaint is first answered", sort=Sort.NUMBER
        ),
        Question(key="privacy.contact", asks="Who answers for data protection, and how to reach them"),
        Question(key="letters.meeting_place", asks="Where meetings are held"),
        Question(key="letters.attendees", asks="Who takes part for the school"),
        Question(key="letters.premises", asks="What belongs to the premises"),
        Question(
            key="letters.arrival_arrangements", asks="Who brings a child when a parent may not enter the site"
        ),
        Question(key="letters.news_arrangements", asks="How that parent hears of their child"),
    ),
)
POLICY = Section(
    id="policy",
    title="The procedure",
    says="Letters name it as your school's policy, so your governors must have adopted what you choose here. One of"
    " those that ship, or a .toml file of your own beside school.toml: docs/policies.md.",
    questions=(Question(key="policy.file", asks="Procedure", help="A name of the table, or of your file."),),
)
POSTING = Section(
    id="posting",
    title="Posting",
    says="How letters usually leave, and from which day they count as received.",
    questions=(
        Question(
            key="posting.method",
            asks="Usual way",
            sort=Sort.CHOICE,
            choices={
                Method.FIRST_CLASS: "first-class post",
                Method.SECOND_CLASS: "second-class post",
                Method.BY_HAND: "by hand",
                Method.MAIL: "by email",
            },
        ),
        Question(
            key="posting.receipt",
            asks="Counts as received",
            help="A parent's time to answer begins then. The first is the kinder.",
            sort=Sort.CHOICE,
            choices={
                "pd-1985": "two working days after first-class post, four after second-class (Practice Direction 1985)",
                "cpr-6.26": "the second day after posting, or the next working day (Civil Procedure Rules 6.26)",
            },
        ),
    ),
)
MAILBOX = Section(
    id="mailbox",
    title="The mailbox",
    says="Where reports come in and emails go out. It is tried at once; nothing in it is deleted.",
)
CALENDAR = Section(
    id="calendar",
    title="Term dates",
    says="Every answer-by date is counted on them.",
)
REGISTER = Section(
    id="register",
    title="Parents, carers and staff",
    says="An export of your school's system. Nothing is replaced before you have said yes.",
)
PICTURES = Section(
    id="pictures",
    title="Logo and signature",
    says="Pictures (.png or .jpg) for the letters. Without a signature the head signs each letter by hand.",
    questions=(
        Question(key="school.logo", asks="Logo", may_be_empty=True),
        Question(key="people.head.signature", asks="The head's signature", may_be_empty=True),
    ),
)
ADVISER = Section(
    id="adviser",
    title="The adviser's review",
    says="Before first use the school's own adviser reads the letters. Letterladder is not legal advice.",
)
SAMPLE = Section(
    id="sample",
    title="A letter to yourself",
    says="An invented case is written to the headteacher, with your letterhead, and the head approves it by email: the"
    " whole way is tried before the first report. Nothing of it goes into your cases.",
)
SECTIONS = (
    SCHOOL,
    PEOPLE,
    WORDS,
    POLICY,
    MAILBOX,
    POSTING,
    CALENDAR,
    REGISTER,
    PICTURES,
    ADVISER,
    SAMPLE,
)
"""All of them, in order."""
