"""Lists of words that a policy's cues may name: "@insult + @staff" in a policy file. One comma between words."""

from collections.abc import Mapping
from typing import Final


def _listed(text: str) -> tuple[str, ...]:
    return tuple(" ".join(word.split()) for word in text.split(",") if word.strip())


INSULT: Final = _listed("""
    useless, waste of space, clown*, idiot*, moron*, stupid, thick as, thick, dumb, pathetic, lazy, fat,
    ugly, disgusting, disgrace, disgraceful, joke of a, a joke, scum*, scrounger*, weasel, witch, cow,
    pig, pigs, bitch*, slag, slags, slapper, tart, twat*, prat*, muppet*, wanker*, bastard*, arse*,
    dickhead*, knob, knobhead*, prick*, cunt*, arsehole*, tosser*, git, animals, animal, feral, vermin,
    trash, rat, snake, loser*, freak*, weirdo*, creep*, nutter*, jobsworth*, incompetent, not fit to,
    unfit to, past it, wants sacking, should be sacked, needs sacking, get rid of, couldnt teach, cant
    teach, couldnt run, putting out to grass, spiteful, nasty piece, evil, bully, cant even read,
    retard*, spoilt brat*, brat*, little shit*, legs shut, dirty, tramp*, skank*, insult*, derogatory,
    abusive, offensive, vile, slagg* off, name calling, called her names, called him names, mocking,
    making fun of, ridicul*, horrible things, nasty things, nasty comments, two faced, clueless, power
    mad, dragon, psycho, mental, drunk, alcoholic, hopeless, rubbish teacher, worst teacher, glupia
    krowa, glupi*, idiotka, obrazliw*
""")
"""Words that run a person down. Whom, says the other part of the cue."""

STAFF: Final = _listed("""
    teacher*, teach, teaches, teaching, head teacher, headteacher, principal, deputy, staff, ta,
    teaching assistant, midday supervisor, lunchtime supervisor, dinner lad*, caretaker, office staff,
    tutor, receptionist, coach, school cook, class assistant, marked, lesson*, governor*, senco, pani,
    jobsworths, supply, head of year, school office, the office, the head
""")
"""Words for people who work or govern at the school; the names of those whom it knows count as well."""

PARENT: Final = _listed("""
    another parent, a fellow parent, fellow parents, another mum, another dad, one of the mums, one of
    the dads, one of the other mums, one of the other dads, one of the other parents, a parent helper,
    other parents by name, about a parent, about a mum, about a dad, someones mum, someones dad
""")
"""Another parent or carer as the one mentioned."""

PUPIL: Final = _listed("""
    pupil*, student*, children, child, kid, kids, girl in, boy in, little girl, little boy, class, lad,
    my son, my daughter, our son, our daughter, classmate*, year 7s, year 11s
""")
"""Children of the school."""

PICTURE: Final = _listed("""
    photo*, picture*, pic, pics, video*, footage, film*, recording, livestream*, live streamed, selfie*
""")
"""Photographs and film."""

OTHERS: Final = _listed("""
    other children, other childrens, other peoples children, other peoples kids, other kids, other
    pupils, children in other families, someone elses child, someone elses kid, other families, without
    permission, without consent, without asking, no photo consent, no consent, whole class, whole front
    row, front row, class photo, of my son, of my daughter, of my child, of our child, of our son, of
    our daughter, of our children, nativity, sports day, of pupils, of children, of the children, of the
    kids, of a member of staff, of a teacher, of the staff, of staff, in the changing, of a pupil, of
    another child
""")
"""Children of other families, or staff, in a picture."""

ONLINE: Final = _listed("""
    facebook, instagram, whatsapp, tiktok, twitter, snapchat, nextdoor, youtube, google review*,
    review*, online, social media, group, post, posted, posts, posting, page, tweet*, thread, status,
    forum
""")
"""Places and acts of publishing."""

LISTS: Mapping[str, tuple[str, ...]] = {
    "insult": INSULT,
    "staff": STAFF,
    "parent": PARENT,
    "pupil": PUPIL,
    "picture": PICTURE,
    "others": OTHERS,
    "online": ONLINE,
}
"""The lists by the names under which cues ask for them."""
