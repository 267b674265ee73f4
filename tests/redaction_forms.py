"""The forms in which somebody is mentioned in a text, each with the letters that give them away in brackets ⟦ ⟧."""

import random
import re
from collections.abc import Callable
from dataclasses import dataclass

from redaction_names import Half


@dataclass(frozen=True, slots=True, kw_only=True)
class Somebody:
    """A protected person, as a register has them; `bent` is the name in another case of its language."""

    title: str
    given: str
    family: str
    school_class: str
    street: str
    postcode: str
    phone: str
    email: str
    other: str = ""


Write = Callable[[Somebody, random.Random], str]


def _misspelt(name: str, chance: random.Random) -> str:
    """One slip: two letters swapped, one doubled, one left out, or a vowel for a vowel; never the first."""
    place = chance.randrange(1, len(name) - 1) if len(name) > 3 else 1
    letter, after = name[place], name[place + 1 : place + 2]
    ways = [
        name[: place + 1] + letter + name[place + 1 :],
        name[:place] + chance.choice("aeiou") + name[place + 1 :],
    ]
    if len(name) > 4:
        ways += [name[:place] + name[place + 1 :]]
        if after:
            ways += [name[:place] + after + letter + name[place + 2 :]]
    found = [one for one in ways if one.casefold() != name.casefold()]
    return chance.choice(found) if found else name + name[-1]


def _possessive(one: Somebody, chance: random.Random) -> str:
    word = chance.choice([one.given, one.family])
    return chance.choice(
        ["I saw ⟦{}⟧'s post.", "It was ⟦{}⟧’s, not mine.", "That is ⟦{}s⟧ mum again."]
    ).format(word)


def _short(one: Somebody, chance: random.Random) -> str:
    text = ["⟦{}⟧ cried.", "I asked ⟦{}⟧ and the rest.", "so ⟦{}⟧ rang me", "Not ⟦{}⟧'s, she said."]
    return chance.choice(text).format(one.given)


def _plural(one: Somebody, chance: random.Random) -> str:
    ends = "es" if one.family[-1] in "sxz" else "s"
    text = ["The ⟦{}⟧ were there.", "All the ⟦{}⟧' cars block it.", "Ask the ⟦{}⟧, they know."]
    return chance.choice(text).format(one.family + ends)


def _scots(one: Somebody, chance: random.Random) -> str:
    start = re.match("Mac|Mc|O'", one.family)
    head = start[0] if start else ""
    tail = one.family[len(head) :]
    ways = [
        one.family,
        f"{head} {tail}",
        head + tail.lower(),
        f"{head.rstrip(chr(39))}{tail}",
        f"{one.family}'s",
    ]
    ways += [f"Mac{tail}", f"Mc{tail}"] if head.startswith("M") else [f"O’{tail}", f"O {tail}"]
    return f"Mrs ⟦{chance.choice(ways)}⟧ heard it too."


def _diminutive(one: Somebody, chance: random.Random) -> str:
    text = ["⟦{}⟧ told me.", "It was ⟦{}⟧ who saw it.", "ask ⟦{}⟧'s gran"]
    return chance.choice(text).format(one.other)


def _slip(one: Somebody, chance: random.Random) -> str:
    word = _misspelt(chance.choice([one.given, one.family]), chance)
    return chance.choice(["I think ⟦{}⟧ did it.", "Was it ⟦{}⟧ again?", "⟦{}⟧ said so."]).format(word)


def _part_of_phone(one: Somebody, chance: random.Random) -> str:
    digits = re.sub(r"\D", "", one.phone)
    last = digits[-6:]
    ways = [f"ring ⟦{last}⟧", f"the number ending ⟦{digits[-3:]}⟧", f"ring ⟦{last[:3]} {last[3:]}⟧ after six"]
    ways += [
        f"her mobile, ...⟦{digits[-4:]}⟧",
        f"it starts ⟦{digits[:5]} {digits[5:8]}⟧",
        f"01632 ***⟦{digits[-3:]}⟧",
    ]
    return chance.choice(ways) + "."


def _initials(one: Somebody, chance: random.Random) -> str:
    a, b, room = one.given[0], one.family[0], one.school_class
    ways = [
        f"⟦{a}.{b}.⟧ in {room}",
        f"⟦{a}{b}⟧ ({room})",
        f"⟦{a} {b}⟧ of Class {room}",
        f"⟦{a}. {b}.⟧, Year {room[0]},",
    ]
    ways += [f"⟦{a}.⟧ from {room}", f"{room}'s ⟦{a}.{b}.⟧"]
    return f"It was {chance.choice(ways)} who cried."


def _street(one: Somebody, chance: random.Random) -> str:
    number, _, road = one.street.rpartition(", ")[2].partition(" ")
    road = road if number.isdigit() else f"{number} {road}"
    name, _, kind = road.rpartition(" ")
    short = {
        "Road": "Rd",
        "Avenue": "Ave",
        "Close": "Cl",
        "Terrace": "Tce",
        "Crescent": "Cres",
        "Street": "St",
    }
    ways = [
        f"⟦{road}⟧",
        f"⟦{name} {short.get(kind, kind)}⟧",
        f"⟦{road.lower()}⟧",
        f"⟦{one.street}⟧",
        f"⟦{name}⟧",
    ]
    return chance.choice(["They live on {}.", "seen near {} last night", "that house in {}"]).format(
        chance.choice(ways)
    )


def _sender(one: Somebody, chance: random.Random) -> str:
    ways = [
        f"⟦{one.given}⟧ wrote to you too.",
        f"I know that ⟦{one.given} {one.family}⟧ wrote.",
        f"see ⟦{one.email}⟧",
    ]
    return chance.choice([*ways, f"Mrs ⟦{one.family}⟧'s email"])


def _whole(one: Somebody, chance: random.Random) -> str:
    ways = ["{0.given} {0.family}", "{0.family}, {0.given}", "{0.given}\n{0.family}", "{0.title} {0.family}"]
    return f"I spoke to ⟦{chance.choice(ways).format(one).replace(one.title + ' ', '')}⟧ yesterday."


def _lower(one: Somebody, chance: random.Random) -> str:
    word = chance.choice([f"{one.given} {one.family}", one.family, one.given])
    return f"i told ⟦{chance.choice([word.lower(), word.upper()])}⟧ to stop"


def _title_initial(one: Somebody, chance: random.Random) -> str:
    ways = ["Mrs ⟦{}.⟧ told me.", "Ask Mrs ⟦{}⟧ about it.", "I heard Miss ⟦{}.⟧ say so."]
    return chance.choice(ways).format(one.family[0])


def _handle(one: Somebody, chance: random.Random) -> str:
    a, b = one.given.lower(), one.family.lower()
    ways = [
        f"@{a}_{b[0]}{chance.randrange(10, 99)}",
        f"{a}{b}{chance.randrange(10)}",
        f"@{a[0]}.{b}",
        f"@{a}xx",
    ]
    return f"it came from ⟦{chance.choice(ways)}⟧ on TikTok"


def _spaced(one: Somebody, chance: random.Random) -> str:
    word = chance.choice([one.given, one.family])
    return f"You know, ⟦{chance.choice([' ', '-', '.']).join(word)}⟧ did."


def _digits_for_letters(one: Somebody, chance: random.Random) -> str:
    word = chance.choice([one.given, one.family])
    changed = word
    for letter, digit in chance.sample([*zip("aeios", "43105", strict=True)], 5):
        if letter in changed:
            changed = changed.replace(letter, digit)
            break
    return f"It was ⟦{changed if changed != word else word + '1'}⟧ who did it."


def _look_alike(one: Somebody, chance: random.Random) -> str:
    word = chance.choice([one.given, one.family])
    letters = {"a": "а", "e": "е", "o": "о", "i": "і", "c": "с", "y": "у"}
    return "Ask ⟦" + "".join(letters.get(letter, letter) for letter in word) + "⟧ then."


def _broken(one: Somebody, chance: random.Random) -> str:
    word = one.family if len(one.family) > 5 else one.given + one.family
    place = chance.randrange(2, len(word) - 2)
    return f"as was told by ⟦{word[:place]}-\n{word[place:]}⟧ at the gate"


def _spoken_phone(one: Somebody, chance: random.Random) -> str:
    names = ["oh", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
    digits = re.sub(r"\D", "", one.phone)
    digits = digits[-6:] if chance.random() < 0.5 else digits
    return "Ring ⟦" + " ".join(names[int(digit)] for digit in digits) + "⟧ please."


def _hidden_email(one: Somebody, chance: random.Random) -> str:
    name, _, domain = one.email.partition("@")
    at, dot = chance.choice([(" at ", " dot "), ("[at]", "[dot]"), (" (at) ", ".")])
    return "Write to ⟦" + name.replace(".", dot) + at + domain.replace(".", dot) + "⟧ instead."


def _part_of_postcode(one: Somebody, chance: random.Random) -> str:
    out, _, back = one.postcode.partition(" ")
    ways = [
        f"up in ⟦{out}⟧",
        f"the ⟦{out} {back[0]}⟧ end of town",
        f"postcode ends ⟦{back}⟧",
        f"in ⟦{out.lower()}{back.lower()}⟧",
    ]
    return "They live " + chance.choice(ways) + " now."


def _bent(one: Somebody, chance: random.Random) -> str:
    return chance.choice(
        ["Widziałam ⟦{}⟧ przy bramie.", "To mama ⟦{}⟧ pisała.", "with ⟦{}⟧, as we say"]
    ).format(one.other)


def _half(one: Somebody, chance: random.Random) -> str:
    first, _, last = one.family.partition("-")
    return f"Mr ⟦{chance.choice([first, last])}⟧ was in the playground."


def _together(one: Somebody, chance: random.Random) -> str:
    ways = [
        f"Mrs{one.family}",
        f"{one.given}{one.family}",
        f"mrs{one.family}".lower(),
        f"{one.given}AndTwins",
    ]
    return f"I said it to ⟦{chance.choice(ways)}⟧ too."


def _file_name(one: Somebody, chance: random.Random) -> str:
    word = chance.choice([one.given, one.family]).lower()
    ways = [
        f"screenshot-⟦{word}⟧2.png",
        f"IMG_⟦{word}⟧_0411.jpg",
        f"chat with ⟦{word}⟧.pdf",
        f"⟦{word}⟧Post.docx",
    ]
    return f"See {chance.choice(ways)} for all of it."


def _two_slips(one: Somebody, chance: random.Random) -> str:
    word = one.family if len(one.family) >= len(one.given) else one.given
    return f"I mean ⟦{_misspelt(_misspelt(word, chance), chance)}⟧, whatever the name."


FORMS: dict[Half, dict[str, Write]] = {
    Half.OPEN: {
        "whole name": _whole,
        "lower or upper case": _lower,
        "possessive": _possessive,
        "name up to four letters": _short,
        "the family (Reids)": _plural,
        "Mc, Mac and O'": _scots,
        "diminutive": _diminutive,
        "misspelling": _slip,
        "part of a telephone number": _part_of_phone,
        "initials with a class": _initials,
        "part of a street": _street,
        "sender in the in-tray": _sender,
        "half of a double name": _half,
    },
    Half.HELD: {
        "title and initial": _title_initial,
        "account name": _handle,
        "letters apart": _spaced,
        "digits for letters": _digits_for_letters,
        "look-alike letters": _look_alike,
        "broken at a line's end": _broken,
        "telephone number in words": _spoken_phone,
        "email address in words": _hidden_email,
        "part of a postcode": _part_of_postcode,
        "bent as in Polish": _bent,
        "words run together": _together,
        "in a file name": _file_name,
        "two slips": _two_slips,
    },
}
