"""The columns of people.csv and staff.csv, and what the usual systems call them in their exports."""

from collections.abc import Mapping, Sequence

PEOPLE = (
    "person_id",
    "title",
    "given_name",
    "family_name",
    "relationship",
    "pupil_id",
    "pupil_given_name",
    "pupil_family_name",
    "class",
    "address_line1",
    "address_line2",
    "town",
    "postcode",
    "email",
    "phone",
    "flags",
    "language",
)
OPTIONAL = ("language",)
"""Columns that a people.csv may do without."""

STAFF = ("name", "role", "email", "also_known_as")
ADDRESS = "address"
"""The whole address in one cell, as some systems export it."""

NEEDED = {
    "people": ("person_id", "family_name", "pupil_id", "pupil_given_name", "pupil_family_name"),
    "staff": ("name",),
}

SAID: Mapping[str, str] = {
    "person_id": "Adult's number",
    "title": "Adult's title",
    "given_name": "Adult's first name",
    "family_name": "Adult's surname",
    "relationship": "Relationship to the pupil",
    "pupil_id": "Pupil's number",
    "pupil_given_name": "Pupil's first name",
    "pupil_family_name": "Pupil's surname",
    "class": "Class",
    "address_line1": "Address, first line",
    "address_line2": "Address, second line",
    "town": "Town",
    "postcode": "Postcode",
    "email": "Email",
    "phone": "Telephone",
    "flags": "Notes such as confidential_address",
    "language": "Language the adult reads beside English",
    ADDRESS: "The whole address in one column",
    "name": "Name",
    "role": "Role",
    "also_known_as": "Also known as",
}
"""What a column is called on a page."""

_ADULT = (
    "contact",
    "guardian",
    "parent",
    "carer",
    "adult",
    "parent carer",
    "primary guardian",
    "parent guardian",
)
_PUPIL = ("pupil", "student", "child", "learner")
_FIRST = ("given name", "forename", "first name", "firstname", "legal forename", "legal first name")
_LAST = ("family name", "surname", "last name", "lastname", "legal surname", "legal last name")


def _of(owners: Sequence[str], names: Sequence[str]) -> tuple[str, ...]:
    return tuple(f"{owner} {name}" for name in names for owner in owners)


CALLED: Mapping[str, tuple[str, ...]] = {
    "person_id": (
        "person id",
        *_of(_ADULT, ("id", "number", "person id", "unique id", "reference")),
        "mis contact id",
        "external id",
    ),
    "title": (*_of(_ADULT, ("title",)), "title", "salutation"),
    "given_name": (*_of(_ADULT, _FIRST), *_FIRST),
    "family_name": (*_of(_ADULT, _LAST), *_LAST),
    "relationship": (
        "relationship",
        "relation",
        "relationship to pupil",
        "relationship to student",
        *_of(_ADULT, ("relationship", "relationship type", "type")),
        "relationship type",
    ),
    "pupil_id": (
        "pupil id",
        *_of(_PUPIL, ("id", "number", "upn", "admission number", "adno")),
        "upn",
        "unique pupil number",
        "admission number",
        "admission no",
        "adno",
        "adm no",
        "mis id",
    ),
    "pupil_given_name": (*_of(_PUPIL, _FIRST), "preferred forename", "preferred first name"),
    "pupil_family_name": (*_of(_PUPIL, _LAST), "preferred surname", "preferred last name"),
    "class": (
        "class",
        "reg group",
        "reg",
        "registration group",
        "registration form",
        "tutor group",
        "form",
        "form group",
        "year reg",
        "current registration form",
        *_of(_PUPIL, ("class", "reg group", "tutor group")),
    ),
    "address_line1": (
        "address line1",
        "address line 1",
        "address 1",
        "line 1",
        "house and street",
        "street",
        "street address",
        *_of(_ADULT, ("address line 1", "address 1", "street")),
    ),
    "address_line2": (
        "address line2",
        "address line 2",
        "address 2",
        "line 2",
        "locality",
        "district",
        *_of(_ADULT, ("address line 2", "address 2")),
    ),
    "town": ("town", "city", "town city", "town or city", "post town", *_of(_ADULT, ("town", "city"))),
    "postcode": ("postcode", "post code", "zip", *_of(_ADULT, ("postcode", "post code"))),
    "email": (
        *_of(_ADULT, ("email", "email address", r"e mail", "primary email", "main email")),
        "email",
        "email address",
        "primary email",
        "main email",
        "home email",
        "work email",
    ),
    "phone": (
        *_of(_ADULT, ("phone", "telephone", "mobile", "mobile number", "phone number", "primary telephone")),
        "phone",
        "telephone",
        "telephone number",
        "phone number",
        "mobile",
        "mobile number",
        "mobile phone",
        "primary telephone",
        "main telephone",
        "home telephone",
    ),
    "flags": ("flags", "letterladder flags"),
    "language": (
        "correspondence language",
        "language of correspondence",
        "letter language",
        *_of(_ADULT, ("correspondence language", "language")),
    ),
    ADDRESS: (
        "address",
        "full address",
        "home address",
        "address block",
        *_of(_ADULT, ("address", "full address")),
    ),
    "name": ("name", "full name", "staff name", "employee name", "display name", "member of staff"),
    "role": ("role", "job title", "post", "position", "post title", "staff role"),
    "also_known_as": ("also known as", "aka", "known as", "preferred name", "former name"),
}
"""By column: headings of exports, the surest first. A heading that names neither adult nor pupil is the adult's."""
