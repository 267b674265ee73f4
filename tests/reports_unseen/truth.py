"""What a careful reader finds in an email: the fields, and the closed sets they take their values from."""

from typing import Literal

import msgspec

School = Literal["harebell-lane", "northgate-bridge"]
Voice = Literal[
    "staff",
    "head",
    "governor",
    "parent",
    "grandparent",
    "pupil",
    "neighbour",
    "public",
    "anonymous",
    "accused",
    "solicitor",
    "police",
    "system",
    "robot",
    "impostor",
]
Kind = Literal[
    "report",
    "reply",
    "complaint",
    "praise",
    "question",
    "request",
    "robot",
    "circular",
    "spoof",
    "phishing",
    "other",
]
OnlineConduct = Literal[
    "allegation-staff",
    "complaint-online",
    "derogatory-parent",
    "derogatory-pupil",
    "derogatory-staff",
    "false-or-defamatory",
    "harassment",
    "hate",
    "impersonation",
    "naming-child",
    "photo-of-others",
    "staff-contact",
    "threat",
    "other",
]
SiteConduct = Literal[
    "site-abuse",
    "site-threat",
    "site-assault",
    "site-damage",
    "site-trespass",
    "site-pressing",
    "site-alcohol",
    "site-dogs",
    "site-parking",
    "site-filming",
]
Conduct = OnlineConduct | SiteConduct
Danger = Literal[
    "",
    "violence",
    "weapon",
    "arson",
    "abduction",
    "self-harm",
    "neglect",
    "abuse-at-home",
    "sexual",
    "staff-harm",
    "indecent-image",
    "online-grooming",
    "extremism",
    "stalking",
    "domestic-abuse",
    "other",
]
Level = Literal["red", "amber", "plain"]
About = Literal["staff", "pupil", "parent", "school", "group", "nobody"]
Request = Literal["sar", "foi", "solicitor", "dp-complaint"]


class Truth(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The truth of one email.

    Args:
        file: the name of its .eml file
        adult: the person_ids of who did it, where the register leaves no doubt; one id is certain
        may_suggest: further person_ids that may fairly be offered to a person
        conduct: any one of these, among the first two offered, is right
        conduct_draft: those that a letter may name that nobody asked for
        draft_ok: whether a careful head is content with a first letter drafted unasked
        danger_plain: any reader sees the danger at once
        harmless: an alarm on somebody's phone would be a false one
        level_ok: further levels that a reasonable designated lead accepts
        tell_now: a person must be emailed at once
        obliquely: the grave thing is said without its usual words
    """

    file: str
    school: School
    voice: Voice
    kind: Kind
    adult: tuple[str, ...]
    may_suggest: tuple[str, ...]
    conduct: tuple[Conduct, ...]
    conduct_draft: tuple[Conduct, ...]
    draft_ok: bool
    danger: bool
    danger_plain: bool
    danger_kind: Danger
    harmless: bool
    level: Level
    level_ok: tuple[Level, ...]
    tell_now: bool
    on_site: bool
    about: tuple[About, ...]
    requests: tuple[Request, ...]
    obliquely: bool
    why: str
    notes: str


def whole(row: dict[str, object]) -> Truth:
    """The truth of a row in which what is empty, false or follows from the rest is left out."""
    danger = bool(row.get("danger", False))
    usual: dict[str, object] = {
        "kind": "report",
        **dict.fromkeys(("adult", "may_suggest", "conduct", "level_ok", "requests"), ()),
        **dict.fromkeys(("draft_ok", "danger_plain", "harmless", "on_site", "obliquely"), False),
        "danger": danger,
        "danger_kind": "",
        "tell_now": danger,
        "conduct_draft": row.get("conduct", ()) if row.get("draft_ok") else (),
        "notes": "",
    }
    return msgspec.convert({**usual, **row}, Truth)
