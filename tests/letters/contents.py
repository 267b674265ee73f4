"""Short, usual and longest content for each letter that ships: what is made of it must look right on paper."""

from collections.abc import Mapping

from letters.sample_fields import SAMPLES
from shipped import LETTERS

SHORT, USUAL, LONGEST = "short", "usual", "longest"
KINDS = (SHORT, USUAL, LONGEST)

_MORE = (
    " This was told to us by people who were there, and we have looked at it with care. We have kept what we were"
    " given, and Mrs Dinah Fell, governor, has seen it. On Wednesday 30 September 2026 we spoke of it once before."
)
_SCHOOL = {
    "school_name": "St Bartholomew and St Mary Magdalene Church of England Primary School and Nursery",
    "school_address": ["Old Cathedral Close", "Lower Ambleford-under-Wychwood", "Ambleshire", "AM14 7QZ"],
    "school_footer": (
        "St Bartholomew and St Mary Magdalene Church of England Primary School and Nursery is an academy of the"
        " Ambleshire Diocesan Academies Trust, a company limited by guarantee and registered in England."
    ),
    "signer_name": "Mrs Wilhelmina Featherstonehaugh-Cholmondeley",
    "signer_role": "Executive Headteacher and National Leader of Education",
    "policy_title": "Policy on the Conduct of Parents, Carers and Visitors towards the School Community",
    "contact_name": "Mrs Wilhelmina Featherstonehaugh-Cholmondeley",
    "link": f"https://social.example/groups/{'millbrook-mums-and-dads-' * 4}/posts/884201937465",
}
_ADDRESS = [
    "Flat 12, The Old Corn Exchange and Counting House",
    "Lower Ambleford-under-Wychwood Business and Craft Park West",  # 60 characters, the most that a line may have
    "117 Tanner's Row",
    "Millbrook",
    "Ambleford",
    "AM14 2XB",
]
_NAME = "Mr Bartholomew Maximilian Featherstonehaugh-Cholmondeley"
_PERSON = {
    "adult_name": _NAME,
    "salutation": "Mr Featherstonehaugh-Cholmondeley",
    "addressee_lines": [_NAME, *_ADDRESS],
    "recipient_lines": ["Ambleshire Police, Harm Reduction and Safeguarding Partnership", *_ADDRESS],
    "child_names": ["Anneliese-Marguerite Featherstonehaugh-Cholmondeley", "Finn Stott", "Ida Lee"],
}
_NAMES_OF_ONE = frozenset({"event", "complaint_about", "posting_method", "policy_title", "claim_kind"})
"""Fields of a few words that come in a heading or within a sentence."""


def content(letter: str, kind: str) -> dict[str, object]:
    """The fields of this letter, as `kind` of content."""
    usual = SAMPLES[letter]
    if kind == USUAL:
        return dict(usual)
    make = _least if kind == SHORT else _most
    made = {name: make(name, value) for name, value in usual.items()}
    return {**made, **_SCHOOL, **_PERSON} if kind == LONGEST else made


def _least(name: str, value: object) -> object:
    """Nothing where nothing may stand, else one thing of a few words."""
    if _is_optional(name) and name not in {"is_online", "is_on_site", "history", "attended", "talked_about"}:
        return [] if isinstance(value, list) else b"" if isinstance(value, bytes) else ""
    if isinstance(value, list) and name not in {"addressee_lines", "recipient_lines", "school_address"}:
        return [_least(name, one) for one in value[:1]]
    if isinstance(value, Mapping):
        return {part: _least(name, text) for part, text in value.items()}
    if isinstance(value, str) and _is_prose(name, value):
        return value.partition(". ")[0].rstrip(".") + "."
    return value


def _most(name: str, value: object) -> object:
    """Every list three times as long, all that somebody tells in their own words longer by three sentences."""
    if name in {"addressee_lines", "recipient_lines", "school_address", "child_names"}:
        return value
    if isinstance(value, list):
        return [_most(name, one) for one in value * 3]
    if isinstance(value, Mapping):
        return {
            part: text if part in {"date", "name", "sha256"} else _most(name, text)
            for part, text in value.items()
        }
    return f"{value}{_MORE}" if isinstance(value, str) and _is_prose(name, value) else value


def _is_prose(name: str, value: str) -> bool:
    return not LETTERS.field(name).same and name not in _NAMES_OF_ONE and value.endswith(".")


def _is_optional(name: str) -> bool:
    return LETTERS.field(name).optional
