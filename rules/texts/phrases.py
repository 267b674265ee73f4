"""Phrases over folded text, written so that they can be read: lists by name, and a sign for "later in the sentence".

One phrase a line, read as a regular expression over lower-case words without accents and apostrophes; `<name>`
stands for a list below, ` ~ ` for anything up to 60 letters within the sentence.
"""

import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Final, overload

from .sieve import Sieve

LISTS: Final[Mapping[str, str]] = {
    "will": r"""
        ill will shall gonna gunna gonnae wanna could can hope going_to want_to wants_to ready_to
        about_to plan\w*_to threat\w*_to promis\w*_to let_me feel_like come_and love_to try_to
        tried_to able_to might_just
    """,
    "kill": r"""
        kill murder stab shoot strangle throttle lynch behead hurt harm batter smash punch slap
        smack attack headbutt burn torch firebomb bomb poison drown rape run_over do_in
    """,
    "hit": r"hit cut kick hang jump deck beat bury glass knock lamp finish swing_for go_for come_for",
    "killed": r"""
        killed murdered stabbed shot strangled lynched hanged hung strung_up hurt battered beaten
        smashed punched slapped kicked hit burnt burned torched bombed run_over knocked_out
        done_in raped jumped sorted_out
    """,
    "who": r"""
        you u ya him her them me us someone somebody
        (the|that|this|every|your|her|his|a)_(teacher|head|woman|man|principal|cow|bitch|prick|lot|one|kid|
          child|ta)
        (mr|mrs|miss|ms|dr)_\w+
    """,
    "whom": r"<who> the that this your his their my each one_of",
    "whose": r"your ur his her their \w+s",
    "beating": r"slap\w* kick\w* hiding beating smack punch thump battering",
    "body": r"""
        face head skull teeth jaw nose neck legs? arms? fingers wrists? kneecaps? ribs back throat
        eyes? shoulders? hair ears? thighs? bottom body
    """,
    "property": r"windows? car house door bike",
    "weapon": r"""
        knife machete gun baseball_bat bat hammer blade axe crowbar shotgun weapon rifle crossbow
        acid petrol firework screwdriver
    """,
    "afraid": r"frightened scared afraid terrified petrified",
    "works": r"""
        teachers? ta teaching_assistant member_of_staff staff_member staff head_?teacher
        headmaster headmistress principal deputy_head coach caretaker
        (lunchtime|midday|cover)_supervisor dinner_lady tutor teaches pe nursery_nurse keyworker
        governor school_nurse bus_driver
    """,
    "staff": r"""
        teachers? ta teaching_assistant member_of_staff staff_member staff head_?teacher
        headmaster headmistress principal deputy_head coach caretaker
        (lunchtime|midday|cover)_supervisor dinner_lady tutor teaches pe nursery_nurse keyworker
        governor school_nurse bus_driver (mr|mrs|miss|ms|dr)_\w+
    """,
    "child": r"""
        sons? daughters? childs? children kids? boys? girls? lad baby pupils? students? toddler
        little_one stepson stepdaughter grandson granddaughter niece nephew year_\d+s? brother
        sister
    """,
    "my child": r"(my|our|his|her|their|a|an|the|this|another|one_of|some|\w+s)_(\w+_){0,2}?<child>",
    "family": r"""
        dad daddy mum mummy mam father mother stepdad stepmum stepfather stepmother nan nana
        grandad grandfather uncle boyfriend partner carer parents? brother
    """,
    "handled": r"""
        grabbed grabs pinched pinches hit hits slapped slaps shoved pinned kicked punched dragged hurt assaulted
        assaults smacked choked strangled manhandled man_handled restrained squeezed twisted
        bruised locked touched(?!_(on|upon|by)) touches touching groped groomed grooming kissed kissing stroked
        abused abuses abusing molested pulled_(him|her|my|them)_by shut_(him|her|my|them)_in
        put_(his|her|their)_hands_(on|round|around) laid_(a_)?hands?_on threw_(him|her|my|them|a)
        pushed_(him|her|my|them|a)
    """,
    "hits": r"""
        hits beats punches kicks slaps smacks whips burns hurts straps belts touches starves locks
        does_it leathers batters chokes punched slapped kicked strapped belted burnt
    """,
    "hitting": r"""
        hits hitting beats beating punching slapping smacking kicking hurting shaking starving
        whipping abusing abuses abused neglecting neglects neglected molested raped grooming
        groomed
    """,
    "picture": r"photos? photographs? pictures? pics? images? videos? selfies? clip film",
    "polite": r"""
        _(you|to|but|if) _for_(the_(delay|late)|bother\w*|troubl\w*|not|you)
        _about_(this_being|the_delay)
    """,
    "bare": r"nude naked topless indecent explicit sexual intimate undressed half_naked porn\w*",
    "injury": r"marks? bruis\w+ welts? burns? finger_?marks scars black_eye bite_marks?",
    "place on": r"of on across round around over down up to",
    "abuse": r"kill hurt hit harm stab burn batter smash punch beat attack find come get",
    "quiet": r"dont do_not mustnt must_not not_to never cant wont_let_me",
    "or else": r"or_(he|she|they|ill|hell|shell) hell shell worse hit hurt",
    "drunk": r"drunk drinking stoned high_on on_drugs (his|her)_cans off_(his|her)_(head|face)",
    "undressed state": r"""
        naked nude topless undress\w* no_clothes private_parts
        in_(his|her|their)_(underwear|pants|knickers|bra) in_the_(bath|shower|toilet)
        up_(her|a|the)_skirt
    """,
    "unhappy": r"unhappy dissatisfied disappointed disgusted fed_up appalled",
    "break": r"break breaking smash\w* kick\w* cave stamp_on rip snap wring twist knock punch bash crack rearrange",
    "bring": r"bring\w* brought take taking carry\w* carries got with pull\w* waving has have buy\w*",
    "undo": r"take taking remov(e|ing) delet(e|ing) apologi\w+ attend\w* agree\w*",
    "own act": r"what my posting the_post any all",
    "puts": r"put puts putting posting posts posted write writes wrote writing shares shared sharing",
    "snaps": r"photos? photographs? pictures? pics? images? selfies? snaps? snapshots?",
    "any name": r"[a-z]{3,}",
    "a number": r"four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen",
    "no name": r"""
        the a an my his her our your its? this that these which one some another \d+ two three there what nothing i is
    """,
    "pupil name": r"pupil",
    "group": r"""
        immigrants? migrants? foreigners? muslims? islam jews? gypsies gypsy travellers? gays? lesbians? trans
        refugees? asylum_seekers? blacks? asians? poles polish romanians? eastern_europeans? indians? pakistanis?
        somalis? africans? roma lgbt\w* disabled_(kids|children|people) autistic_(kids|
          children) special_needs_kids
        catholics? hindus? sikhs? ethnics?
    """,
    "school matters": r"""
        school schools homework uniforms? dinners? lunches parking lessons? teaching staff teachers? heads? headteacher
        governors? sats ofsted trips? fees? clubs? toilets results exams? phones? behaviour policy policies rules
        communication attendance fines? newsletter office management leadership send_provision discipline class_sizes
        playground building
    """,
    "school things": r"""
        school schools homework uniforms? dinners? lunches parking lessons? teaching sats trips? fees? clubs? toilets
        results exams? policy policies rules communication attendance fines? newsletter management leadership provision
        discipline class_sizes playground building
    """,
    "premises": r"""
        gates? playground play_?ground yard reception office foyer car_?park corridor hallway class_?room hall lobby
        entrance field grounds school site premises staff_?room library canteen nursery_door cloakroom toilets pavement
        zig_?zags crossing path steps doorway drive bus_stop pitch fence doors? building forecourt main_door front_desk
        meeting_room bike_shed
    """,
    "do wrong": r"""
        hitting hurting touching abusing assaulting grabbing slapping grooming inappropriate\w*
    """,
    "hospital": r"ambulance hospital ground coffin a_?(and|&)_?e grave wheelchair intensive_care box",
}
"""Lists for the phrases, by name; words between spaces, `_` for a space inside one. A list may name another."""


UNSIFTED = 60
"""Texts for which all patterns are tried: reading off what they need is worth it only where many emails come."""


class Patterns(Sequence[re.Pattern[str]]):
    """The patterns of some phrases, each compiled when a text is first read that may hold it; most never are."""

    def __init__(self, sources: Sequence[str] | Callable[[], Sequence[str]]) -> None:
        """Of these patterns as written out, or of what gives them when they are first wanted."""
        self._given = sources
        self._compiled: dict[int, re.Pattern[str]] = {}
        self._asked = 0

    @cached_property
    def sources(self) -> tuple[str, ...]:
        """The patterns as written out."""
        return tuple(self._given() if callable(self._given) else self._given)

    def __add__(self, other: "Patterns") -> "Patterns":
        """These and then those."""
        return Patterns(lambda: (*self.sources, *other.sources))

    @cached_property
    def _sieve(self) -> Sieve:
        return Sieve(self.sources)

    def _places(self, text: str) -> Sequence[int]:
        if self._asked < UNSIFTED:
            self._asked += 1
            return range(len(self))
        return self._sieve.places(text)

    def likely(self, text: str) -> Sequence[re.Pattern[str]]:
        """Those that may fit somewhere in a text, in order; no other does."""
        return [self._compiled.get(place) or self[place] for place in self._places(text)]

    def found_in(self, text: str) -> Iterator[re.Match[str]]:
        """All that they find in a text, one pattern after another."""
        return (found for pattern in self.likely(text) for found in pattern.finditer(text))

    def left_out_of(self, text: str) -> str:
        """The text with a blank for what each of them finds, one after another."""
        places = deque(self._places(text))
        while places:
            place = places.popleft()
            left = self[place].sub(" ", text)
            if left != text:
                # Half a word that is left may be what a later one needs.
                text, places = left, deque(one for one in self._places(left) if one > place)
        return text

    @overload
    def __getitem__(self, place: int) -> re.Pattern[str]: ...

    @overload
    def __getitem__(self, place: slice) -> tuple[re.Pattern[str], ...]: ...

    def __getitem__(self, place: int | slice) -> re.Pattern[str] | tuple[re.Pattern[str], ...]:
        if isinstance(place, slice):
            return tuple(self[one] for one in range(len(self))[place])
        known = self._compiled.get(place)
        if known is None:
            known = self._compiled[place] = re.compile(self.sources[place])
        return known

    def __len__(self) -> int:
        return len(self.sources)


def _expanded(phrase: str, lists: Mapping[str, str]) -> str:
    """The phrase with its lists written out; in a list, `_` stands for a space."""
    while found := re.search(r"<([a-z ]+)>", phrase):
        # A list may name another one, so the words are put in until no name is left.
        ways = "|".join(lists[found[1]].split()).replace("_", " ")
        phrase = f"{phrase[: found.start()]}({ways}){phrase[found.end() :]}"
    return phrase.replace(" ~ ", r"\b[^.!?\n]{0,60}?\b")


def phrases(lines: str, lists: Mapping[str, str] = LISTS) -> Patterns:
    """The patterns of a block: one phrase a line, whole words, `#` begins a line of comment; `lists` by name.

    A line that ends with `|` goes on in the next one. They are compiled when they are first looked for.
    """
    joined = (line.strip() for line in re.sub(r"\|\n\s*", "|", lines).splitlines())
    rows = tuple(row for row in joined if row and not row.startswith("#"))
    return Patterns(lambda: [rf"(?<!\w){_expanded(row, lists)}(?!\w)" for row in rows])


def likely_in(text: str, patterns: Iterable[re.Pattern[str]]) -> Iterable[re.Pattern[str]]:
    """Those of some patterns that may fit in a text, in order: all of them, where they are no `Patterns`."""
    return patterns.likely(text) if isinstance(patterns, Patterns) else patterns


def sought(plain: str, patterns: Iterable[re.Pattern[str]]) -> str:
    """The first words that one of these patterns finds; "" for none."""
    for pattern in likely_in(plain, patterns):
        if match := pattern.search(plain):
            return match.group()
    return ""
