"""The nation of a school and its number there: letters, facts of law and calendars are those of England alone."""

import re

from ..rules.words import Nation

_ELSEWHERE = {
    Nation.WALES: "section 547 holds there too, but complaints about schools, school terms, the duties of the school"
    " towards the Welsh language and the guidance are the law of Wales",
    Nation.SCOTLAND: "neither section 547 nor the Education Acts hold there; trespass, barring and education are the"
    " law of Scotland",
    Nation.NORTHERN_IRELAND: "neither section 547 nor the Education Acts hold there; schools and barring are the law"
    " of Northern Ireland",
}
"""Why our letters would be wrong there."""

_WHAT_TO_DO = (
    "Do not use Letterladder for such a school: its letters would state the wrong law to a parent. Ask the school's"
    " local authority or legal adviser for letters of that nation"
)


def nation_we_know(told: object) -> Nation:
    """The nation that school.toml names.

    Raises:
        ValueError: it is not England, with why that matters and what to do; or it is no nation of the United Kingdom.
    """
    said = str(told).strip().casefold().replace("-", " ")
    found = next((one for one in Nation if one.casefold() == said), None)
    if found is None:
        raise ValueError(
            f"'{told}' is no nation that is known here; write \"England\", or one of Wales, Scotland, Northern Ireland"
        )
    if found is not Nation.ENGLAND:
        raise ValueError(
            f"the letters and the facts of law are those of England, and not of {found}: {_ELSEWHERE[found]}."
            f" {_WHAT_TO_DO}"
        )
    return found


def dfe_number(told: object) -> str:
    """The Department for Education's number of a school as it is usually written, "123/4567"; "" for none.

    Raises:
        ValueError: it is no such number.
    """
    said = "".join(str(told).split())
    if not said:
        return ""
    found = re.fullmatch(r"(\d{3})[/-]?(\d{4})", said)
    if found is None:
        raise ValueError(f"'{told}' is no DfE number; it has three and four digits: \"123/4567\"")
    return f"{found[1]}/{found[2]}"
