"""What a person says that an email reports, over what the rules read in it."""

from collections.abc import Mapping

from msgspec.structs import replace

from ..ground.errors import Problem, Refused
from ..rules.cases.event_values import ADULT, PUPIL
from ..rules.cases.events import Fact
from ..rules.words import Material

LONGEST = 10_000
"""Characters of one fact."""


def with_facts(read: Fact, typed: Mapping[str, str], *, where: str) -> Fact:
    """The fact with what was typed; what nobody typed stays as it was read.

    Raises:
        Refused: there is no such fact, or one is too long to be printed in a letter.
    """
    for name, words in typed.items():
        if name not in Fact.__struct_fields__:
            do = f"Known: {', '.join(Fact.__struct_fields__)}."
            raise Refused(Problem(where=where, what=f"There is no fact '{name}'.", what_to_do=do))
        if name == "poster" and words.strip() not in {"", PUPIL, ADULT}:
            what = f"Who posted it is '{ADULT}' or '{PUPIL}', not '{words[:40]}'."
            do = f"Write '{PUPIL}' where a child posted for whom the adult answers."
            raise Refused(Problem(where=where, what=what, what_to_do=do))
        if name == "material" and words.strip() not in {"", *Material}:
            what = f"What was reported is one of {', '.join(Material)}, not '{words[:40]}'."
            raise Refused(Problem(where=where, what=what, what_to_do="Write one of these, or leave it out."))
        if len(words) > LONGEST:
            what = f"That is longer than {LONGEST:,} characters: {words[:40]} ..."
            do = "Give the words that matter. The whole email stays on the case."
            raise Refused(Problem(where=where, what=what, what_to_do=do))
    return replace(read, **{name: words.strip() for name, words in typed.items()})
