"""The parts of a clause that tells a danger whole: who may do it, that they mean to, what, to whom and with what.

They are parts of speech, not phrases: an act that is meant needs a will before it, and somebody (not a thing) after it.
What the act is done to decides whether it is a figure of speech: people are killed, and so are time, joy and ideas.
"""

from collections.abc import Mapping

from ..texts.phrases import Patterns, phrases
from .clause_words import OF_CLAUSES
from .verb_forms import forms

_MOVES = (
    *(
        "drag",
        "throw",
        "tip",
        "chuck",
        "launch",
        "drop",
        "kick",
        "shove",
        "push",
        "knock",
        "lob",
        "hurl",
        "fling",
    ),
    *("boot", "ram", "leave", "pull"),
)

OF_TELLING: Mapping[str, str] = {
    **OF_CLAUSES,
    "meaning": r"""
        will gonna gunna gonnae going_to ill hell shell theyll youll wanna ima imma means?_to mean_to meaning_to
        intends?_to intend_to intending_to wants?_to wanted_to plan(s|ned|ning)?_(to|on) about_to
        (threat\w*|vow\w*|swor\w*|swears?|promis\w*|offer\w*)_(to|that_(he|she|they|id|hed|shed|theyd)) ready_to
        (hed|shed|theyd|id)(?=_(kill|stab|shoot|torch|burn|slit|blow|set|bomb|murder|strangle|cut|smash|break|run)_)
        (swor\w*|said|says|promis\w*|told_\w+|threat\w*)_(that_)?(he|she|they|i)_would i_could_easily try(ing)?_to
        tried_to looking_to out_to sworn_to
    """,
    "person": r"""
        him(?!self)
        her(?!_(feelings|chances|reputation|career|confidence|prospects|record|case|pride|self|exams?|performance|
        lines))
        them me us you u ya ye everyone everybody someone somebody anyone anybody whoever
        (him|her|them|my)sel(f|ves) himself all_of_(you|them|us) the_lot_of_(you|them) each_other
        one_of_(you|them|us)
        (the|that|this|a|an|every|each|any|our|your|my|his|their|her|ur|some|two|three|both|those|
        these)_(\w+_){0,2}?<somebody>
        (mr|mrs|miss|ms|dr|sir|auntie|uncle|coach)_\w+ <name>
    """,
    "somebody": r"""
        <child> <kin> <staff> <family> man men woman women bloke person people lot one ones lass cow bitch bastard
        prick head heads sec\w+ neighbour driver nurse friend mate boy class grandson cat dog classmate ex
        teachers? girls boys lads kids pupils students mothers fathers mums dads
    """,
    "name": r"""
        (?!(?:the|a|an|some|for|it|its|off|out|up|down|in|on|at|to|of|by|over|time|two|joy|and|or|but|with|when|if|
        this|that|these|those|any|no|all|his|her|their|my|your|our|ur|as|is|was|are|be|not|so|too|reply|send|back|
        home|through|into|hard|again|there|where|what|about|from|under|because|play|goal|people|more|most|every|each|
        both|themselves|ideas?|rumou?rs?|interest|weeds|germs|bacteria|flies|wasps|slugs|rats|ants|mice|baskets|hoops|
        goals|penalties|anybodys|someones|hunger|nothing|something|anything|everything|myself|himself|herself|
        yourself|one|three|four|five|six|seven|eight|nine|ten|just|only|even|first|last|half|record|st|
        records)\b)[a-z]{2,}
    """,
    "slay": r"""
        kill murder stab shoot strangle throttle behead batter rape poison drown knife lynch bury slaughter execute
        suffocate smother gut bottle glass headbutt hospitalise
    """,
    "strike": r"""
        hit punch slap smack kick hurt harm deck thump belt attack assault jump cut torture whip burn scald
    """,
    "whose one": r"his her your ur their my our the (mr|mrs|miss|ms|dr)_\w+ (his|my|her|your)_\w+s \w+s",
    "crush": r"""
        break smash cave kick knock rip slit cut punch rearrange snap wring bash crack stamp_on blow bust chop saw
        tear sever shatter stave
    """,
    "bodily": r"""
        head face skull teeth jaw nose neck legs? arms? fingers? wrists? kneecaps? knees? ribs back throats? eyes?
        brains? bones? lights windpipe guts
    """,
    "school here": r"""
        school place building office house home block dump car classroom nursery hall
        it_(down|to_the_ground|all_down|up) hut gym lot_down block_down library mosque synagogue church temple flat
        lab labs academy
    """,
    "move": f"{forms(_MOVES)} put",
    "body of": r"""
        him her them me us you u ya (the|that|this|our|your|my|his|them)_(\w+_){0,2}?<somebody> (mr|mrs|miss|ms|
          dr)_\w+
        that_\w+(_\w+)?
    """,
    "moved": "put dropped dragged thrown tipped chucked launched kicked shoved pushed knocked sent run lobbed hurled",
    "into hard": r"""
        through_(the|a|that|this|her|his|my)_(\w+_){0,2}?(window|windscreen|wall|door|glass|hedge|floor|fence|roof|
          railings)
        under_(the|a|that|my|his)_(\w+_){0,2}?(\d+|car|van|bus|train|wheels|lorry|truck|tyres|patio)
        off_(the|a|that)_(\w+_){0,2}?(bridge|roof|cliff|balcony|pier|building|viaduct|top|multi.?storey|platform)
        in(to)?_(the|a|that)_(\w+_){0,2}?(river|canal|traffic|road|ditch|lake|sea|grave|skip|boot|wall|gutter|
          railings)
        down_(the|them|those|that)_(\w+_){0,2}?(stairs|steps|well|stairwell)
        (behind|in_front_of)_(the|a|his|my|that)_(\w+_){0,2}?(car|van|bus|train|lorry)
        (out_of|from)_(the|a|that|her|his)_(\w+_){0,2}?(window|office_by|car_by|roof)
        by_(the|her|his)_(hair|throat|neck) face_first in_(two|three|bin|black)_bags
    """,
    "weaponry": r"""
        <arm> <blade> shank scissors hammer bat chisel razor cosh chain brick bottle air_pistol air_rifle cleaver
        screwdriver crowbar spanner stick firearm revolver taser
    """,
    "edged": r"""
        knife knives machete blade shank gun handgun shotgun pistol revolver rifle cleaver sword dagger axe hatchet
        crossbow knuckle_?duster firearm grenade zombie_knife samurai_sword
    """,
    "blow": r"""
        hit hits hitting punched punches punching kicked kicks kicking slapped slaps slapping belted belts battered
        batters battering thumped thumps smacked smacks smacking strangled strangles strangling choked chokes
        choking throttled throttling burned burnt burns burning whipped whips whipping beat beats beaten beating
        stamped_on headbutted clobbered walloped wallops leathered leathers
    """,
    "strike seen": r"""
        hit punch kick slap beat strangle choke batter thump smack drag shake throw shove hitting punching kicking
        slapping beating strangling choking battering thumping smacking dragging shaking throwing shoving whipping
        pinning
    """,
    "home one": r"""
        <kin>
        (mum|dad|mam|nan|mother|father|uncle|auntie?|sister|carer|grandad)s_(boyfriend|partner|fella|bloke|mate|
        husband|girlfriend|friend)
        (big|older|eldest)_brother grandma nan gran auntie? aunt stepbrother childminder babysitter au_pair nanny
    """,
    "works here": r"""
        <works> (mr|mrs|miss|ms|dr|sir)_\w+ coach\w* sir instructor tutor colleague cover_supervisor technician
        chaplain music_teacher swimming_teacher volunteer
    """,
    "little one": r"""
        him her them me us (my|our|his|the|a|one_of_the|one_of_your|that|this|your)_(\w+_){0,2}?<child> <name>
    """,
    "grown man": r"""
        man men bloke guy adult stranger grown_\w+ someone_pretending someone_who somebody_who somebody_pretending
        person_who lad_of \d\d_year_old he_is_\d\d hes_\d\d woman older_(man|lad|boy|guy|person) fella paedo\w*
        pedo\w* account_\w+ sugar_daddy weirdo randomer
    """,
    "stuff": r"""
        pills tablets paracetamol ibuprofen medication meds sleeping_(pills|tablets) antidepressants co_?codamol
        codeine aspirin painkillers insulin bleach
    """,
    "many": r"""
        loads lots too_many all_(of_)?(the|my|her|his) a_load a_whole a_bottle a_packet a_box a_handful a_bunch
        \d\d (my|her|his)_(mums?|mams?|dads?|nans?|grans?|brothers?) a_lot the_whole every handfuls? packets?
        bottles? the_rest (twenty|thirty|forty|fifty|sixteen|ten|a_dozen)
    """,
    "small": r"""
        baby babies toddler kids children little small year_[1-4] [1-9]_years?_old <number>_years?_old
        (only|just|is|shes|hes|aged|eldest|oldest|youngest|theyre)_(\w+_){0,4}?(<number>|[1-9])
    """,
    "number": r"one two three four five six seven eight nine ten",
    "long": r"""
        since_\w+ till_\w+ until_\w+ all_(weekend|night|day) every_(night|weekend|evening|day) overnight
        for_(two|three|days|hours|\d)(_\w+)? last_night at_night nights the_whole_weekend most_nights again_tonight
        (two|three|four|several)_(days|nights) tonight in_the_house at_home
    """,
}
"""Lists for the clauses of told_dangers.py, beside those of the older clauses."""


def told(lines: str) -> Patterns:
    """Phrases with these lists; a line that is further in goes on with the one before it."""
    return phrases("\n".join(rows_of(lines)), LISTS)


def rows_of(lines: str) -> list[str]:
    """Each row on one line."""
    written = [line for line in lines.splitlines() if line.strip()]
    least = min(len(line) - len(line.lstrip()) for line in written)
    rows: list[str] = []
    for line in written:
        if rows and len(line) - len(line.lstrip()) > least:
            rows[-1] = _joined(rows[-1], line.strip())
        else:
            rows.append(line.strip())
    return rows


def _joined(before: str, after: str) -> str:
    """Two pieces of a row: a blank between words, none inside a group of ways or before a number of times."""
    close = before.endswith(("|", "?")) or after.startswith(("|", "{", "?"))
    return f"{before}{after}" if close else f"{before} {after}"


def one_line(words: str) -> str:
    """A list in which a group may go on in the next line."""
    made = ""
    for line in (part.strip() for part in words.splitlines()):
        made = f"{made}{line}" if made.endswith("|") or line.startswith("_") else f"{made} {line}"
    return made


LISTS = {name: one_line(words) for name, words in OF_TELLING.items()}
