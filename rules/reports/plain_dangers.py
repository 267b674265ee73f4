"""Dangers told in one clause: who did or will do what to whom. Each is red beside one more sign near it.

What a clause tells by its grammar needs fewer signs than words that merely stand near each other (urgency.py).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from ..texts.negation import said
from ..texts.phrases import Patterns, sought
from ..words import Flag
from .clause_words import DRIVING, LEWD, SOON, WHO_CARES, YOUNG, clauses
from .danger_signs import SIGNS, Sign


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainDanger:
    """A clause that tells a danger, and what must be near it.

    Args:
        act: the clause itself.
        words: each of these must be found in its sentence or one next to it.
        near: one of these signs must be there too, where any is named.
    """

    flag: Flag
    act: Patterns
    words: tuple[Patterns, ...] = ()
    near: frozenset[Sign] = frozenset()


S = Sign
UPSET = frozenset({S.FEAR, S.CALLED, S.INJURED})
ABOUT_CHILD = frozenset({S.CHILD})
PLAIN_DANGERS: tuple[PlainDanger, ...] = (
    # a grown-up hurts a child, seen or told
    PlainDanger(
        flag=Flag.CHILD_PROTECTION,
        act=clauses(r"""
            <struck> (<little>|\w+) (\w+ ){0,2}?<over> (the |his |her |their |my )(\w+ )?<limb>
            <kin> (\w+ ){0,3}?<struck> (<little>|\w+)( \w+){0,3}? (belt|lead|stick|slipper|spoon|cable|wall|floor|
      stairs|hard|again|twice)
            (burns?|bruis\w+|welts?|marks?|black eye|scalds?) ~ <kin> (\w+ )?(did|done|does|hit|burnt|burned|caused|
      was angry|lost)
        """),
        words=(
            clauses(
                r"(<kin>|man|woman|bloke|mrs \w+|mr \w+|\w+s (mum|dad)|get in|at home|another mum|open hand|fist)"
            ),
            clauses(
                r"(crying|cried|cries|screaming|sobbing|scream\w*|begg\w*|scared|terrified|frightened|bleeding|"
                r"bruis\w*|marks?|hospital|a&e|a and e|police|999|told me|told us|says?|disclosed|at home|home)"
            ),
        ),
        near=ABOUT_CHILD,
    ),
    # somebody who works with children hurts one
    PlainDanger(
        flag=Flag.STAFF_ALLEGATION,
        act=clauses(r"""
            (<works>|coach\w*|tutor|sir|instructor|(mr|mrs|miss|ms|dr) \w+|he|she) (\w+ ){0,3}?<struck> (<little>|
      \w+) (\w+ ){0,3}?(<over>|by|so hard|hard) ?((the|his|her|their|my) )?(\w+ )?(<limb>|wall|floor|door|table|
      collar|scruff|shirt|blazer|that|enough)
            (<works>|coach\w*|tutor|sir|instructor|(mr|mrs|miss|ms|dr) \w+) (\w+ ){0,3}?(hit|slapped|punched|kicked|
      smacked|strangled|choked|dragged|shook|locked|pinned) (<little>)
            (hit|slapped|punched|kicked|smacked|strangled|choked|dragged|shaken|grabbed|thrown|pinned|
      locked) (\w+ ){0,4}?by (\w+ ){0,2}?(<works>|coach\w*|tutor|(mr|mrs|miss|ms|dr) \w+)
        """),
        words=(
            WHO_CARES,
            clauses(
                r"(told|tells|says?|said|saw|seen|heard|showed|shows|bruis\w*|marks?|crying|cried|scared|terrified|"
                r"hurt|"
                r"refus\w*|wont go|a&e|a and e|hospital|police|witness\w*|cctv|video)"
            ),
        ),
        near=ABOUT_CHILD,
    ),
    # somebody was nearly killed, or is to be
    PlainDanger(
        flag=Flag.DANGER,
        act=clauses(r"""
            (strangl\w*|throttl\w*|chok\w*|stabbed|knifed|raped|battered) (me|my (mum|mam|sister|wife|daughter|son|
      brother)|us)
            (hands?|arm) (round|around) (my|her|his) (throat|neck)
            held (a |the )?<arm> (to|at|against) (my|her|his|our)
            (broke|broken|breaking|smashed his way|kicked his way) (in|into) ~ (last night|this morning|again|police|
      me|us)
            finish (the job|me off|her off|us off)
        """),
        near=UPSET | {S.HOME, S.PLACE},
    ),
    # a grown-up writes to a child what nobody should
    PlainDanger(
        flag=Flag.STAFF_ALLEGATION,
        act=clauses(r"""
            <message> ~ (sexy|what (she|he|they|i|u|you) (\w+ )?(wear|sleep)\w*|without (her|his|my|your) top|bra|
      knickers|underwear|nudes?|
              naked|in (her|his|my|your) (bed|underwear|bikini|swimsuit)|(picture|photo|pic|selfie)s? (of (her|him|
      my|your)sel\w+|in)|
              our (little )?secret|kiss\w*|sex\w*|fancies (her|him|me)|loves? (her|him|me)|body)
        """),
        words=(
            WHO_CARES,
            LEWD,
            clauses(r"messag\w*|texts?|texted|snapchat|whatsapp|dms?|insta\w*|phone|online"),
        ),
        near=ABOUT_CHILD,
    ),
    PlainDanger(
        flag=Flag.CHILD_PROTECTION,
        act=clauses(r"""
            (man|bloke|boy|lad|guy|someone|somebody|stranger|adult|he|account|person) ~ <message> ~ (nudes?|naked|
              (pictures?|photos?|pics?) (of|in|without)|meet|train|come alone|not (to )?tell|dont tell|secret|
      underwear|top off)
        """),
        words=(
            LEWD,
            clauses(
                r"online|roblox|snap\w*|insta\w*|discord|tiktok|whatsapp|game|app|phone|tablet|messag\w*"
            ),
        ),
        near=ABOUT_CHILD,
    ),
    # a camera where children undress
    PlainDanger(
        flag=Flag.INDECENT_IMAGE,
        act=clauses(r"""
            (phone|camera|go ?pro|webcam|lens|filming|recording|filmed|videoing|photos?|pictures?) ~ (toilets?|
      cubicles?|changing rooms?|
              showers?|loos?|up (her|their|girls) skirts?)
            (toilets?|cubicles?|changing rooms?|showers?|loos?) ~ (phone|camera|filming|recording|filmed|videoing)
        """),
        words=(
            clauses(
                r"(hidden|taped|stuck|pointing|pointed|recording|filming|filmed|hole|switched on|under the door|"
                r"over the (top|door)|propped|behind|without (her|their) knowing|secretly)"
            ),
        ),
        near=frozenset({S.CHILD, S.PLACE, S.STAFF}),
    ),
    # somebody who must not have a child is near it, or says they will take it
    PlainDanger(
        flag=Flag.CHILD_PROTECTION,
        act=clauses(r"""
            (not|dont|never|do not|no one|nobody|refuse to) (\w+ ){0,2}?(let|release|hand|give|
      allow) (\w+ ){1,4}?(out|go|to (him|her|anyone|anybody|the)|with)
            (not allowed|not permitted|banned from|barred from|isnt allowed|is forbidden) (\w+ ){0,3}?(near|to (see|
      collect|contact|come|go)|seeing|contact\w*|the school|site)
            (conditions?|order|injunction) (\w+ ){0,3}?not to (\w+ )?(contact|approach|go|come|see)
            (never|not) (going to )?see (him|her|them|us|my (son|daughter|kids)) again
            keep (him|her|them|\w+) (inside|indoors|in school|away from (the )?windows?)
        """),
        words=(
            clauses(
                r"(outside|parked|waiting|on (his|her) way|coming (to|for|up)|heading|released|bailed|on bail|escaped|"
                r"at large|"
                r"turned up|driving (to|over|there)|in the (building|car park|playground)|at the gates?|tak(e|"
                r"ing) (him|her|them|\w+) "
                r"(to|abroad|away|out|back)|snatch\w*|fetch (him|her|his|them)|passports?|ferry|airport|flight)"
            ),
        ),
        near=frozenset({S.CHILD, S.CALLED, S.FEAR, S.HOME}),
    ),
    # a stranger lays hands on a child
    PlainDanger(
        flag=Flag.CHILD_PROTECTION,
        act=clauses(r"""
            (man|bloke|fella|stranger|woman|someone|somebody|guy|driver|he|she|they) (\w+ ){0,8}?(had|got|took|get|
      has) (a )?hold of (\w+ ){0,4}?(<child>|her|him|wrist|arm)
            (man|bloke|fella|stranger|woman|someone|somebody|guy|driver|he|she|they) (\w+ ){0,4}?(tried to (get|pull|
      drag|grab|snatch|take|lure|
              force)|pull(ed|ing)|dragg(ed|ing)|grabb(ed|ing)|bundl(ed|ing)|snatch(ed|ing)|lur(ed|
      ing)) (\w+ ){0,4}?(<child>|her|him|one of (your|our)) ~ (car|van|
              garages?|alley|bushes|woods|lane|park|wrist|arm|towards)
            (told|asked|asking|telling) (her|him|them|<little>) to (get|come|climb|hop) (in|into|in to)
        """),
        words=(
            clauses(
                r"(car|van|vehicle|grabbed|wrist|arm|ran|drove off|garages?|alley|bushes|999|police|reg\w*|"
                r"number plate|"
                r"shouted|screamed|towards)"
            ),
            clauses(
                r"(man|bloke|fella|stranger|somebody|someone|guy|driver|did not know|dont know|doesnt know|never seen)"
            ),
        ),
        near=ABOUT_CHILD,
    ),
    # a weapon in somebody's hand
    PlainDanger(
        flag=Flag.DANGER,
        act=clauses(r"""
            <carries> (a|an|the|his|her|their|some|two|three|this|that) ((?!pictures?|photos?|image|model|toy|
      plastic|foam|rubber|nerf|water|glue|butter|palette)\w+ ){0,3}?<arm>(?! (club|bag|skin))
            <arm> (\w+ ){0,4}?(in|down|under|inside|up|from) (his|her|their|my) (\w+ )?(bag|locker|trousers?|
      waistband|pocket|coat|sleeve|
              sock|jacket|blazer|rucksack|backpack|jumper|belt)
        """),
        words=(
            clauses(
                r"(stab\w*|kill\w*|cut (him|her|you|them|anyone)|use it|dead|do (him|her|them)|get (him|her|them|you)|"
                r"for (him|her|them)|threaten\w*|"
                r"scared|frightened|terrified|gone in|going in|came in|in (the )?(school|building|class\w*|form|"
                r"toilets?|playground)|at (the )?(gates?|school)|"
                r"on (the|his|her) (bus|way)|999|police|your uniform|pointed|waving|swung|at (me|us|him|her|them))"
            ),
            SOON,
            YOUNG,
        ),
        near=frozenset({S.PERSON}),
    ),
    PlainDanger(
        flag=Flag.DANGER,
        act=clauses(r"""
            (will|would|gonna|going to|ill|hell|shell|theyll|wants? to|coming|plan\w* to|
      threat\w* to) (\w+ ){0,5}?(bring|use|fetch|take|carry|come|have|up|with) (\w+ ){0,3}?<blade>
            (bring|brings|bringing) (a|an|his|her|their|the|my) (\w+ )?<blade>
        """),
        words=(
            clauses(
                r"(to|at|up|into|in|for) (\w+ ){0,2}?(school|parents evening|class\w*|meeting|gates?|lessons?|form|"
                r"playground|yard|him|her|you|them|teacher)"
            ),
            clauses(
                r"(said|says|saying|told|posted|wrote|writes|put|threat\w*|messag\w*|texted|swears|swore|shout\w*)"
            ),
        ),
        near=frozenset({S.PERSON}),
    ),
    # an attack that is prepared
    PlainDanger(
        flag=Flag.DANGER,
        act=clauses(r"""
            (hit|kill|death|target) ?list
            (list|lists|names|map|plan|plans|diagram|drawing|notebook|diary|note|timetable) ~ (kill\w*|shoot\w*|
      stab\w*|bomb\w*|attack\w*|die|dead|massacre|
              doors?|exits?|nobody (gets|got|leaves|will)|no ?one (gets|leaves|will)|ammo|petrol|monday|tuesday|
      wednesday|thursday|friday)
            (chain|block|lock|barricade) (\w+ ){0,4}?(doors?|exits?|gates?|\d)
        """),
        words=(
            clauses(
                r"(kill\w*|shoot\w*|stab\w*|bomb\w*|attack\w*|massacre|nobody gets out|no ?one gets out|nobody leaves|"
                r"bottles|ammo|petrol|guns?|knife|knives|"
                r"die|deserve\w*|first)"
            ),
            clauses(r"(names?|staff|pupils|teachers?|everyone|hall|school|class\w*|doors?|year \d+)"),
            clauses(
                r"(found|printed|wrote|written|drew|drawn|posted|showed|shown|seen|sent|his (bag|book|phone)|her (bag|"
                r"book|phone))"
            ),
        ),
    ),
    # drink or drugs, and a child in the car
    PlainDanger(
        flag=Flag.CHILD_PROTECTION,
        act=clauses(r"<drunken>"),
        words=(DRIVING, clauses(r"(<grown up>|he|she|\w+s (mum|dad)|mum|dad|nan|grandad)")),
        near=ABOUT_CHILD,
    ),
    # a grown-up lays hands on somebody at school
    PlainDanger(
        flag=Flag.DANGER,
        act=SIGNS[Sign.ASSAULT],
        words=(SIGNS[Sign.INJURED], clauses(r"(<grown up>|me|my (\w+ )?<limb>|\w+s (dad|mum))")),
        near=frozenset({S.PLACE}),
    ),
    # followed home
    PlainDanger(
        flag=Flag.DANGER,
        act=clauses(r"""
            (followed|follows|following|tailed|tailing|chased) (me|us|her|him|my \w+|mr \w+|mrs \w+|miss \w+|ms \w+|
      dr \w+) ~ (home|house|flat|road|street|car|door|bus|drive)
            (was|is|been|sat|parked|stood|waiting|waits|waited) (\w+ ){0,3}?(outside|opposite|at the end of|
      in front of|behind) (my|her|his|our) (\w+ )?(house|home|flat|
              door|road|street|window|car)
            (came|come|been|turned up|went|was) (\w+ ){0,2}?(to|at|round|outside) (my|her|his|our) (house|home|flat|
      door) (\w+ ){0,6}?(bang\w*|shout\w*|scream\w*|
              threat\w*|kick\w*|again|night|knock\w*|hammer\w*)
        """),
        near=frozenset({S.FEAR, S.CALLED, S.MENACE}),
    ),
    # a pupil who means to die, or has begun
    PlainDanger(
        flag=Flag.DANGER,
        act=clauses(r"""
            (going to|gonna|will|wants? to|wanted to|plan\w* to|about to|trying to|tried to|ready to) (kill|hang|
      hurt|drown|end) (her|him|them|my)sel(f|ves)
            (took|taken|swallowed|has got|taking|got|necked) (\w+ ){0,5}?(pills|tablets|paracetamol|ibuprofen|
      overdose|antidepressants|sleeping tablets|meds)
            (cut|cuts|cutting|slit|slashed|carved|sliced) (\w+ ){0,3}?(her|his|my|their) (\w+ )?(wrists?|arms?|legs?|
      thighs?|stomach)
            (sat|sitting|standing|stood|up|climbed) (\w+ ){0,3}?(on|over) (the|a) (\w+ )?(bridge|roof|ledge|
      railings?|tracks?|viaduct|car park)
            (tied|tying|put) (\w+ ){0,4}?(round|around) (her|his|my|their) neck
            note (\w+ ){0,4}?(goodbye|say\w* sorry|for (his|her|my) mum|when im gone)
        """),
        words=(
            clauses(
                r"(tonight|now|today|die|dead|kill\w*|goodbye|not answering|bleed\w*|blood|wont wake|been sick|"
                r"ambulance|999|on purpose|too many|all of (them|it)|"
                r"end (it|her|his|my)|dont want|doesnt want|didnt want|\d\d|scared|please help|not to tell|dont tell|"
                r"jump\w*)"
            ),
        ),
        near=frozenset({S.CHILD, S.FEAR, S.ENDING}),
    ),
    # fire
    PlainDanger(
        flag=Flag.DANGER,
        act=clauses(r"""
            (poured|pouring|splash\w+|chuck\w+|threw|soaked|squirted|putting) (\w+ ){0,3}?(petrol|fuel|lighter fluid|
      white spirit|paraffin)
            (set|setting|sets|light|lit|lighting|start|started|starting) (\w+ ){0,2}?(fires?|light|alight|
      the \w+ on fire|fire to) ~ (school|bins?|toilets?|shed|gates?|hut|
              classroom|building|door|store|tonight|tomorrow)
            (burn|torch|firebomb|petrol bomb) (\w+ ){0,2}?(school|place|building|office|house|nursery|car|
      it) (\w+ ){0,3}?(tonight|tomorrow|down|with|at|on)
        """),
        near=frozenset({S.PLACE, S.INTENT}),
    ),
)
"""One row for each danger that a clause may tell."""


def plainly(clause: str, around: str, near: frozenset[Sign]) -> Iterator[tuple[Flag, str]]:
    """The dangers that a sentence tells in a clause.

    Args:
        clause: the sentence, folded, without figures of speech.
        around: the same with the sentences next to it.
        near: the signs of these sentences.
    """
    for row in PLAIN_DANGERS:
        if row.near and not row.near & near:
            continue
        if (found := said(clause, row.act)) and all(sought(around, words) for words in row.words):
            yield row.flag, found
