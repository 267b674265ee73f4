"""The families of many cases: names that are put together, one adult and one pupil each."""

from dataclasses import dataclass

HEADER = (
    "person_id,title,given_name,family_name,relationship,pupil_id,pupil_given_name,pupil_family_name,class,"
    "address_line1,address_line2,town,postcode,email,phone,flags"
)
_GIVEN = (
    (
        "Mr",
        "Father",
        ("Alwin", "Bardo", "Corin", "Doran", "Edric", "Fulk", "Garvin", "Hodge", "Ivor", "Jory"),
    ),
    ("Mrs", "Mother", ("Averil", "Bettina", "Clemence", "Dorcas", "Elfrida", "Fenella", "Gisela", "Hester")),
)
_PUPILS = ("Annis", "Blaise", "Cosmo", "Dulcie", "Ebba", "Florin", "Greta", "Hale", "Isolde", "Jago", "Kezia")
_START = ("Thorn", "Ash", "Mar", "Kel", "Wind", "Bram", "Holl", "Stan", "Pen", "Ridd", "Cald", "Fern", "Gris")
_MIDDLE = ("er", "in", "a", "el", "o", "ing", "is", "um", "ar", "en", "y")
_END = (
    "ley",
    "ford",
    "combe",
    "wick",
    "thorpe",
    "dale",
    "worth",
    "by",
    "stead",
    "mere",
    "gate",
    "shaw",
    "croft",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """One adult with one pupil."""

    number: int
    title: str
    relationship: str
    given: str
    surname: str
    pupil: str
    school_class: str

    @property
    def person_id(self) -> str:
        """The adult's id in the people register."""
        return f"A{self.number}"

    @property
    def pupil_id(self) -> str:
        """The pupil's id."""
        return f"P{self.number}"

    @property
    def adult_name(self) -> str:
        """As staff write it."""
        return f"{self.title} {self.given} {self.surname}"

    @property
    def pupil_name(self) -> str:
        """Pupil and class, as staff write it."""
        return f"{self.pupil} {self.surname}, {self.school_class}"

    @property
    def email(self) -> str:
        """The adult's email address."""
        return f"{self.given}.{self.surname}.{self.number}@letterbox.example".lower()

    @property
    def street(self) -> str:
        """The first line of the address."""
        return f"{self.number % 180 + 1} {self.surname} Rise"

    @property
    def row(self) -> str:
        """The line of people.csv."""
        return (
            f"{self.person_id},{self.title},{self.given},{self.surname},{self.relationship},{self.pupil_id},"
            f"{self.pupil},{self.surname},{self.school_class},{self.street},,Wexmoor,ZZ99 4AB,{self.email},"
            "01632 960777,"
        )


STAND_IN = Family(
    number=77777777,
    title="Mr",
    relationship="Father",
    given="Quillon",
    surname="Vextrow",
    pupil="Ombeline",
    school_class="4K",
)
"""The family that the stories are played with; every case puts another in its place."""


def family(number: int) -> Family:
    """The family of this number, always the same."""
    title, relationship, given = _GIVEN[number % 2]
    rest = number // 2
    return Family(
        number=100_000 + number,
        title=title,
        relationship=relationship,
        given=given[rest % len(given)],
        surname=_START[rest % 13] + _MIDDLE[rest // 13 % 11] + _END[rest // 143 % 13],
        pupil=_PUPILS[(rest // 7) % len(_PUPILS)],
        school_class=f"{rest % 6 + 1}{'AKPT'[rest % 4]}",
    )
