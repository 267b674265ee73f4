"""The closed sets: every word that is stored or shown, declared once."""

from enum import StrEnum


class Verdict(StrEnum):
    """What became of an email. Emails on the server = the sum of these."""

    OPENED = "opened"
    ATTACHED = "attached"
    INTRAY = "intray"
    DUPLICATE = "duplicate"
    ROBOT = "robot"
    BOUNCE = "bounce"


class Flag(StrEnum):
    """What an email says that a person must know of before anything is drafted."""

    DANGER = "danger"
    CHILD_PROTECTION = "child-protection"
    STAFF_ALLEGATION = "staff-allegation"
    INDECENT_IMAGE = "indecent-image"
    SAR = "sar"
    FOI = "foi"
    SOLICITOR = "solicitor"
    DP_COMPLAINT = "dp-complaint"
    COMPLAINT = "complaint"
    APOLOGY = "apology"
    REFUSAL = "refusal"
    SPOOF = "spoof"


STOPS = frozenset({Flag.DANGER, Flag.CHILD_PROTECTION, Flag.STAFF_ALLEGATION, Flag.INDECENT_IMAGE})
"""Flags that stop the ladder: alert the DSL and deputy now, draft nothing."""


class Level(StrEnum):
    """How soon a person must look at an email: act now, read it today, or in its turn."""

    RED = "red"
    AMBER = "amber"
    PLAIN = "plain"


LEVELS = (Level.PLAIN, Level.AMBER, Level.RED)
"""The levels, each sooner than the one before."""


class About(StrEnum):
    """Whom or what a deed was about. Governors count as staff, carers as parents."""

    STAFF = "staff"
    PUPIL = "pupil"
    PARENT = "parent"
    SCHOOL = "school"
    GROUP = "group"
    ANYBODY = "anybody"


class Deed(StrEnum):
    """What somebody did, whatever a policy calls it; those that begin with "site" happened on or at the premises."""

    WORDS = "words"
    PICTURE = "picture"
    VIDEO = "video"
    CLAIM = "claim"
    ALLEGATION = "allegation"
    THREAT = "threat"
    HATE = "hate"
    NAMING = "naming"
    CONTACT = "contact"
    IMPERSONATION = "impersonation"
    CRITICISM = "criticism"
    REPEATED = "repeated"
    PASSING_ON = "passing-on"
    SITE_ABUSE = "site-abuse"
    SITE_THREAT = "site-threat"
    SITE_ASSAULT = "site-assault"
    SITE_DAMAGE = "site-damage"
    SITE_TRESPASS = "site-trespass"
    SITE_PRESSING = "site-pressing"
    SITE_ALCOHOL = "site-alcohol"
    SITE_DOGS = "site-dogs"
    SITE_PARKING = "site-parking"
    SITE_FILMING = "site-filming"

    @property
    def on_site(self) -> bool:
        """Whether it is done on or at the premises, not online."""
        return self.startswith("site-")


class Where(StrEnum):
    """Where something was done: online, or on the premises and at them."""

    ONLINE = "online"
    ON_SITE = "on site"


class Material(StrEnum):
    """What a letter is about: words, pictures, a video, pictures or film (nobody says which), or conduct on site."""

    WORDS = "words"
    PICTURE = "picture"
    VIDEO = "video"
    IMAGES = "images"
    CONDUCT = "conduct"


class Unit(StrEnum):
    """How a clock counts. Working days: Mon-Fri less bank holidays. School days: those inside a term, no INSET."""

    WORKING_DAYS = "working days"
    SCHOOL_DAYS = "school days"
    CALENDAR_DAYS = "calendar days"


class Until(StrEnum):
    """The school holiday before which a measure ends; by the school's calendar."""

    HALF_TERM = "half term"
    END_OF_TERM = "end of term"
    END_OF_YEAR = "end of school year"


class Method(StrEnum):
    """How a letter left the school; decides its deemed receipt."""

    FIRST_CLASS = "first-class"
    SECOND_CLASS = "second-class"
    BY_HAND = "by-hand"
    MAIL = "mail"


class Outcome(StrEnum):
    """How a step ended: what the adult did, or that the answer-by date lapsed."""

    LAPSED = "lapsed"
    REMOVED = "removed"
    REFUSED = "refused"
    CONTINUES = "refused-and-continues"
    AGREED = "agreed"
    DECLINED = "declined"
    ATTENDED = "attended"
    ABSENT = "did-not-attend"
    REPRESENTATIONS = "representations"
    COMPLAINT = "complaint"
    APOLOGY = "apology"
    STOPS = "stops"
    GOES_ON = "continues"
    NO_MEETING = "refuses-to-meet"
    APPEALS = "appeals"
    UPHELD = "appeal-upheld"
    PARTLY = "appeal-partly-upheld"
    DISMISSED = "appeal-dismissed"
    WITHDRAWN = "appeal-withdrawn"
    UNDELIVERED = "undelivered"
    OTHER = "other"


RESULTS = frozenset({Outcome.UPHELD, Outcome.PARTLY, Outcome.DISMISSED, Outcome.WITHDRAWN})
"""How an appeal ended. Whoever heard it says so, with the action that hears it; the adult answers none of them."""


class Channel(StrEnum):
    """How an answer reached the school."""

    MAIL = "mail"
    PHONE = "phone"
    LETTER = "letter"
    MEETING = "meeting"


class LetterStatus(StrEnum):
    """Where one version of one letter stands; derived from the log, never stored."""

    DRAFTED = "drafted"
    BLOCKED = "blocked"
    APPROVED = "approved"
    RETURNED = "returned"
    POSTING = "posting"
    POSTED = "posted"
    VOID = "void"


class SchoolType(StrEnum):
    """The legal kind of school; decides who may authorise removal and proceedings under section 547(3)-(5)."""

    COMMUNITY = "community"
    VOLUNTARY_CONTROLLED = "voluntary-controlled"
    COMMUNITY_SPECIAL = "community-special"
    VOLUNTARY_AIDED = "voluntary-aided"
    FOUNDATION = "foundation"
    FOUNDATION_SPECIAL = "foundation-special"
    MAINTAINED_NURSERY = "maintained-nursery"
    PUPIL_REFERRAL_UNIT = "pupil-referral-unit"
    ACADEMY = "academy"
    ALTERNATIVE_PROVISION_ACADEMY = "alternative-provision-academy"
    INDEPENDENT = "independent"
    NON_MAINTAINED_SPECIAL = "non-maintained-special"


class Nation(StrEnum):
    """Where the school is; the letters, the facts of law and the calendars are those of England."""

    ENGLAND = "England"
    WALES = "Wales"
    SCOTLAND = "Scotland"
    NORTHERN_IRELAND = "Northern Ireland"


class HoldFor(StrEnum):
    """Who asked that nothing goes out and no clock runs."""

    POLICE = "police"
    SOCIAL_CARE = "social-care"
    LEGAL = "legal"
    HEAD = "head"
    SIGNER = "whoever-signed"


class Profile(StrEnum):
    """For whom a copy is made: governors (numbers and outcomes), a panel or authority (all), the adult concerned."""

    GOVERNORS = "governors"
    PANEL = "panel"
    SUBJECT = "subject"


class Format(StrEnum):
    """The formats of a copy of the register."""

    CSV = "csv"
    XLSX = "xlsx"
    JSON = "json"
    PDF = "pdf"
    HTML = "html"
    BUNDLE = "bundle"


class RequestAbout(StrEnum):
    """What a person asks of the school: their data, information, or a remedy for how their data were used."""

    SUBJECT_ACCESS = "sar"
    FREEDOM_OF_INFORMATION = "foi"
    COMPLAINT = "dp-complaint"


class Switch(StrEnum):
    """A measure that a policy provides for or does not; its letters are refused where it does not."""

    SITE_ACCESS = "site_access"
    WEBSITE_BLOCK = "website_block"
    CAMERA_RESTRICTION = "camera_restriction"
    SIGNED_AGREEMENT = "signed_agreement"
    LEGAL_WARNING = "legal_warning"


class Included(StrEnum):
    """Whom a policy about parents is about besides: its document says what "parent" includes."""

    PARENTS = "parents"
    CARERS = "carers"
    GUARDIANS = "guardians"
    WITH_CARE = "anyone with care of a pupil"
    GRANDPARENTS = "grandparents"
    RELATIVES = "relatives"
    PARTNERS = "partners"
    VISITORS = "visitors"
    ANYONE = "anyone associated with the school"


class Stage(StrEnum):
    """Where a letter is in settling a measure: it asks for comments first, decides after them, or reviews."""

    NOTICE = "notice"
    DECISION = "decision"
    REVIEW = "review"


class Promised(StrEnum):
    """What a letter tells the adult that the school will do, by somebody or on a day."""

    REVIEWER = "reviewer"
    DECIDER = "decider"
    MEETING = "meeting"


class FieldType(StrEnum):
    """What may be typed for a field of a letter; rules.letters.field_values says how each is read."""

    WORDS = "words"
    LIST = "list"
    PAIRS = "pairs"
    DAY = "day"
    PAST_DAY = "day in the past"
    FUTURE_DAY = "day in the future"
    PAST_TIME = "time in the past"
    FUTURE_TIME = "time in the future"
    FUTURE_TIMES = "times in the future"
    MONEY = "money"
    CHOICE = "choice"
    LANGUAGE = "language"
    PERSON = "person with address"
    ADDRESS = "address lines"
    PICTURE = "picture"


class Why(StrEnum):
    """Why something is left out of a copy."""

    REPORTER = "the person who reported"
    OTHER_ADULT = "another adult"
    ADULT = "the adult's name"
    PUPIL = "a child"
    CONTACT = "an address, telephone number or email address"
    SAFEGUARDING = "safeguarding record, kept apart"
    ENQUIRY = "police, social care or legal matter"
    OTHER_WORDS = "another person's own words"
    FREE_TEXT = "free text, not shown to governors"
    UNREAD = "a file nobody has yet checked for other people"
    SOMEBODY = "somebody else's information"
    INDECENT = "it may show the abuse of a child, so it is not copied; the police take the original"


class ReporterKind(StrEnum):
    """What the school knows of whoever sent a report."""

    STAFF = "staff"
    PARENT = "parent"
    OTHER_PARENT = "other-parent"
    ADULT = "adult"
    PUPIL = "pupil"
    UNKNOWN = "unknown"
    UNVERIFIED = "unverified"

    @property
    def words(self) -> str:
        """The kind, for people; it names nobody."""
        return {
            ReporterKind.STAFF: "an address of the school's staff",
            ReporterKind.PARENT: "a parent or carer in your register",
            ReporterKind.OTHER_PARENT: "another parent or carer of the same child",
            ReporterKind.ADULT: "the adult whom it is about",
            ReporterKind.PUPIL: "a pupil's school address",
            ReporterKind.UNKNOWN: "somebody not in your records",
            ReporterKind.UNVERIFIED: "an address that nobody vouches for, so it may be forged",
        }[self]
