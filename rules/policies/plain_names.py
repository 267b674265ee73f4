"""Plain names for what Word files used to join by themselves: each prints several fields as one phrase.

What a phrase says is made in `rules/letters/plain_words.py`, from the very values that the letter prints.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainName:
    """One phrase that a letter can print.

    Attributes:
        parts: the fields of which it is made; a letter that prints it prints these.
        help: what it prints, in words for the office.
        takes_space: a sentence that may be missing, and then the space before its tag is missing too.
    """

    name: str
    parts: tuple[str, ...]
    help: str
    takes_space: bool = False


_EVERY = (
    PlainName(
        name="addressee",
        parts=("addressee_lines",),
        help="the name and address of whom the letter goes to, one line below the other",
    ),
    PlainName(
        name="recipient",
        parts=("recipient_lines",),
        help="of a sheet: who gets it, with the address, one line below the other",
    ),
    PlainName(
        name="school_contact",
        parts=("school_phone", "school_email"),
        help="the school's phone number and, where it has one, its email address",
    ),
    PlainName(
        name="policy",
        parts=("policy_title", "policy_version", "policy_clause"),
        help="the policy that the letter rests on, with its version and where it names the conduct",
    ),
    PlainName(
        name="contact",
        parts=("contact_name", "contact_role", "contact_phone", "contact_email"),
        help="whom to ask, by name and role, with phone number and email address as far as there are any",
    ),
    PlainName(
        name="children",
        parts=("child_names",),
        help="the names of the adult's children, as in a sentence",
    ),
    PlainName(
        name="follows",
        parts=("earlier_letter_on", "earlier_letter"),
        help="the sentence that says which letter this one follows; nothing where there is none",
        takes_space=True,
    ),
)
PLAIN_NAMES: Mapping[str, PlainName] = {one.name: one for one in _EVERY}
"""Every phrase by its name."""


def parts_of(names: Iterable[str]) -> frozenset[str]:
    """The fields that these tags print: each phrase as the fields of which it is made."""
    known = ((name, PLAIN_NAMES.get(name)) for name in names)
    return frozenset(part for name, one in known for part in (one.parts if one else (name,)))
