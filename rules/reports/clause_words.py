"""The lists that the phrases of one clause are written with: who, does what, to whom and with what."""

from collections.abc import Mapping

from ..texts.phrases import LISTS, Patterns, phrases

OF_CLAUSES: Mapping[str, str] = {
    **LISTS,
    "kin": r"""
        dad dads daddy mum mums mummy mam father mother step_?dad step_?mum stepfather stepmother boyfriend
        partner uncle grandad fella husband wife ex carer foster_(mum|dad|carer|mother|father)
    """,
    "grown up": r"""
        <kin> man woman bloke lady lad driver (mr|mrs|miss|ms|dr)_\w+ <works> coach_\w+ parent stranger
    """,
    "little": r"""
        him her them me his_(son|lad|daughter|boy|girl) her_(son|lad|daughter|boy|girl)
        (my|the|a|that|our|this|one_of_(your|our|the|my))_(\w+_){0,2}?<child>
    """,
    "struck": r"""
        hit hits slapped slaps smacked punched kicked belted walloped thumped battered cracked clouted caught beat
        whacked shook shaken threw slammed banged choked throttled strangled grabbed dragged yanked pinned bit kicks
        punches drags shoved
    """,
    "limb": r"""
        head face ears? mouth cheek back legs? neck throat arms? hair stomach belly ribs eye jaw nose wrists? bottom
        body chest
    """,
    "over": r"across round around in on over by against into to onto",
    "arm": r"""
        knife knives machete blade gun handgun shotgun pistol rifle sword axe hatchet crossbow cleaver dagger
        zombie_knife stanley_knife kitchen_knife bread_knife hunting_knife carving_knife screwdriver hammer
        baseball_bat crowbar knuckle_?duster acid petrol petrol_bomb grenade weapon
    """,
    "blade": r"""
        knife knives machete blade gun handgun shotgun pistol rifle crossbow zombie_knife knuckle_?duster acid
        petrol_bomb
        grenade weapon baseball_bat shank
    """,
    "message": r"""
        messag\w+ texts? texted texting snapchat\w* snaps? dms? dmd whatsapp\w* emails? emailed sends sent asks asked
        wants says said telling told writes wrote
    """,
    "drunken": r"""
        drunk plastered bladdered legless hammered paralytic wasted stoned slurring slurred staggering staggered swaying
        swayed unsteady (reek\w*|stank|stink\w*|smel\w+)_of_(the_)?(drink|alcohol|booze|vodka|wine|gin|beer|cider|
        whisky|whiskey|weed|cannabis|spirits) drink_on_(him|her|his_breath|her_breath) had_a_(skinful|few)
        (could|can)_(hardly|barely|not)_(stand|walk) couldnt_(stand|walk) off_(his|her|their)_(head|face)
        over_the_limit high_as fell_(out_of_the_car|over)
    """,
    "carries": r"""
        has had have hes_got shes_got got gets brought brings bringing carrying carries carried pulled pulls took
        waving waved pointed pointing showed shows showing holding held keeps hiding hid hidden with stashed bought
        grabbed
    """,
    "at once": r"now today tonight tomorrow on_\w+day this_(morning|afternoon|evening|weekend)",
}
"""Lists of these clauses, beside those of all phrases."""


def clauses(lines: str) -> Patterns:
    """Phrases with these lists."""
    return phrases(lines, OF_CLAUSES)


SOON = clauses(
    r"(now|today|tonight|tomorrow|just|this (morning|afternoon|evening|weekend|minute)|\w+day|last night|"
    r"minutes?|an hour|at \d+|half (past )?\w+|home ?time|after school|again|by the time|yet|still|since|next)"
)
DRIVING = clauses(r"""
    (him|her|them|kids|children|<child>|twins|both|two|\w+) (\w+ ){0,4}?(in|into|in to|in the back of) (the|his|her|
      a) (\w+ )?(car|van|car seat|back seat|
      truck|motor|minibus|range rover)
    (drove|driven|driving|drives|sped|speeding|pulled|swerv\w+|set|reversed) (off|away|out|him|her|them|the (kids|
      children|boys|girls|minibus|bus)|with|over|across|home with)
    (behind|at) the wheel|car keys|mounted the (kerb|pavement)|drives? the (school )?(minibus|bus|taxi)
""")
LEWD = clauses(r"""
    (sexy|fit|gorgeous|naked|nudes?|sexual\w*|(take|took|without) (\w+ ){0,2}?(top|clothes|bra|shirt|uniform)( off)?|
      in (bed|the bath|the shower)|underwear|knickers|bra|boobs|body|virgin|kiss\w*|cuddl\w*|our (little )?secret|
      send (\w+ ){0,4}?(pictures?|pics?|photos?|selfies?|one)|(what|wot) (\w+ ){0,3}?wear\w*|touch\w*|sex|
      love (you|her|him)|delete (this|these|them|the messages)|mature for|beautiful|meet (up|him|her|me))
""")
WHO_CARES = clauses(r"<works>|coach\w*|tutors?|sir|instructor|volunteer|(mr|mrs|miss|ms|dr) \w+|technician")
YOUNG = clauses(
    r"<child>|our (school )?uniform|year \d+|y\d+|\d{1,2}[a-h]|lads?|lass|little (girl|boy|one|lad)s?|form|class"
)
