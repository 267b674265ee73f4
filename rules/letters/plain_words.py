"""What the plain names of a letter print: several fields joined into a phrase, in English or another language."""

from collections.abc import Callable, Mapping

from ...ground.english import listed
from ..policies.plain_names import PLAIN_NAMES
from ..texts.languages import Joining

ENGLISH = Joining()
_Maker = Callable[[Mapping[str, object], Joining], str]


class Listed(list[object]):
    """A list that prints itself with what stands between its things; a Word file may still go through it."""

    def __init__(self, things: list[object], between: str) -> None:
        """`between` is what stands between two things."""
        super().__init__(things)
        self.between = between

    def __str__(self) -> str:
        """Its things in a row."""
        return self.between.join(map(str, self))


def with_plain_words(fields: Mapping[str, object], joining: Joining = ENGLISH) -> dict[str, object]:
    """These fields, and each phrase whose parts are among them; a phrase that is there already stays as it is.

    Args:
        fields: what a letter prints.
        joining: how the language of these fields joins them.
    """
    told = dict(fields)
    if isinstance(conduct := fields.get("conduct"), list) and not isinstance(conduct, Listed):
        told["conduct"] = Listed(conduct, joining.between_kinds)
    for name, one in PLAIN_NAMES.items():
        # A phrase whose parts nobody knows is left to the printer, which says what is missing.
        if name not in told and all(part in fields for part in one.parts):
            told[name] = _MADE[name](fields, joining)
    return told


def _lines(name: str) -> _Maker:
    return lambda fields, _: "\n".join(_texts(fields[name]))


def _school_contact(fields: Mapping[str, object], _: Joining) -> str:
    return " · ".join(filter(None, (str(fields["school_phone"]), str(fields["school_email"]))))


def _policy(fields: Mapping[str, object], joining: Joining) -> str:
    where = [str(fields[name]) for name in ("policy_version", "policy_clause") if fields[name]]
    title = joining.policy.replace("{title}", str(fields["policy_title"]))
    return f"{title} ({joining.between.join(where)})" if where else title


def _contact(fields: Mapping[str, object], joining: Joining) -> str:
    name, role, phone, email = (
        str(fields[f"contact_{one}"] or "") for one in ("name", "role", "phone", "email")
    )
    name = f"{name} ({role})" if role else name
    how = {
        (True, True): joining.contact_by_both,
        (True, False): joining.contact_by_phone,
        (False, True): joining.contact_by_email,
    }.get((bool(phone), bool(email)), "{name}")
    return joining.filled(how, name=name, phone=phone, email=email)


def _children(fields: Mapping[str, object], joining: Joining) -> str:
    names = _texts(fields["child_names"])
    return listed(names, joining.last) if joining.last else joining.between.join(names)


def _follows(fields: Mapping[str, object], joining: Joining) -> str:
    if not fields["earlier_letter"]:
        return ""
    day, what = str(fields["earlier_letter_on"]), str(fields["earlier_letter"])
    return joining.filled(joining.follows, day=day, what=what)


def _texts(value: object) -> list[str]:
    return [str(one) for one in value] if isinstance(value, list | tuple) else [str(value)]


_MADE: Mapping[str, _Maker] = {
    "addressee": _lines("addressee_lines"),
    "recipient": _lines("recipient_lines"),
    "school_contact": _school_contact,
    "policy": _policy,
    "contact": _contact,
    "children": _children,
    "follows": _follows,
}
