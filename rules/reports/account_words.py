"""The steps of the accounts that tell a danger (told_accounts.py), each as the ways in which people say it."""

from collections.abc import Mapping

from ..texts.phrases import Patterns, phrases
from .told_words import LISTS as TOLD_LISTS
from .told_words import one_line, rows_of
from .verb_forms import forms, going_on

_BLOWS = (
    *(
        "hit",
        "slap",
        "smack",
        "punch",
        "kick",
        "belt",
        "beat",
        "thump",
        "batter",
        "whack",
        "clout",
        "cuff",
        "wallop",
    ),
    *(
        "lash",
        "cane",
        "leather",
        "thrash",
        "strap",
        "whip",
        "burn",
        "scald",
        "choke",
        "throttle",
        "strangle",
        "boot",
    ),
    *("bash", "strike", "lay_into", "stamp_on", "hammer", "bang", "smash", "knock"),
)
_HOLDS = ("shake", "throw", "twist", "squeeze", "drag", "pinch", "bite", "fling", "crack", "hold_under")
_STRIKES = (
    *(
        "hit",
        "slap",
        "smack",
        "punch",
        "kick",
        "thump",
        "whack",
        "headbutt",
        "batter",
        "beat",
        "attack",
        "assault",
    ),
    *(
        "knock",
        "shove",
        "push",
        "grab",
        "elbow",
        "swing",
        "throw",
        "drag",
        "pull",
        "deck",
        "floor",
        "bang",
        "knee",
    ),
    *("butt", "slam", "stamp_on", "lamp", "bottle", "glass", "strangle", "throttle", "choke"),
)
_OF_ACCOUNTS: Mapping[str, str] = {
    "blows": forms((*_BLOWS, *_HOLDS)),
    "hard blows": forms(_BLOWS),
    "blows seen": going_on((*_BLOWS, *_HOLDS)),
    "strikes": forms(_STRIKES),
    "small one": r"""
        (my|our|his|her|the|a|that|this|those|these|their)_(\w+_){0,2}?(<child>|girls?|boys?|lads?|kid|kids|children|
        one|ones|bairns?|brother|sister|twins|grandson|granddaughter|friend)
    """,
    "grown": r"""
        <kin> man woman bloke lady mummys_friend mums_friend mums_boyfriend dads_girlfriend nan gran he she hes shes
        her_upstairs him_upstairs guy fella
    """,
    "any part": r"""
        head face lip lips eye eyes eyebrow nose cheek jaw tooth teeth ear chin neck ribs? wrist arm hand finger
        knee leg back shoulder skull forehead
    """,
    "years": r"four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen 5 6 7 8 9 1[0-6]",
    "garment": r"""
        top clothes clothing bra shirt blouse trousers bottoms knickers underwear pants shorts skirt dress
        pyjamas tights boxers thong towel nightie stitch
    """,
    "grown age": r"[2-6]\d twenty\w* thirty\w* forty\w* fifty\w* sixty\w* nineteen",
}

_LISTS = {**TOLD_LISTS, **{name: one_line(words) for name, words in _OF_ACCOUNTS.items()}}


def steps(lines: str) -> Patterns:
    """Phrases with these lists; a line that is further in goes on with the one before it."""
    return phrases("\n".join(rows_of(lines)), _LISTS)


PEACE = steps(r"""
    (shook hands|made (it )?up|friends again|apologi[sz]ed|dealt with|all over now|no harm|hot air|both laughed)
""")
"""What says that it is over."""
BARELY_MEANT = steps(r"""
    (swim\w*|bath time|beach|gala|paddling|nappy|rash|doctor|nurse|pox|vaccin\w*|art|gallery|marble|statue|painting)
""")
"""Where a body is seen as anybody may see it."""
MINOR = steps(r"""
    (<child>|girls?|boys?|lads?|lass|sons?|daughters?|grandsons?|granddaughters?|niece|nephew|year \d+|y\d+|\d+[a-h]|
      form tutor|tutor group|pupils?|kid|in my class|form|after school)
    (is|was|hes|shes|only|just|im|aged|a|of|about|at most|shes only) (\w+ )?<years>\b
    <years> (years? old|year old|at most|if that)
""")
"""Somebody under age."""
GROWN_UP_ONLINE = steps(r"""
    (online|discord|server|snap|snapchat|roblox|insta|instagram|tik ?tok|xbox|playstation|whatsapp|headset|internet|
      computer|
      tablet|ipad|apps?|games|gaming|(the|a|her|his|second|burner) (phone|game|app|account|profile|lives|messages)|
      messages|writes? to (her|him)|chats?|texts|dating)
""")
"""The screen by which somebody is known to a child."""
OLDER = steps(r"""
    (man|men|bloke|adult|grown ?up|grown (man|woman)|stranger|guy|older \w+|sugar daddy|weirdo|mans|sixth former)
    (he|she|him|hes|shes|he is|she is|says|is|profile says|about|of|was|
      turns out) (\w+ ){0,2}?<grown age>(?= ?([.,;:)"!?\n]|$|years?|odd|something|he |she |and |but |or ))
    (beard|deep voice|has a car|calls? (him|her)self|pretend\w*|not really|turns? out|says (that )?(he|she) (is|runs|
      scouts)|never met|internet (uncle|boyfriend|friend))
""")
"""That it is a grown-up, or somebody who hides who they are."""
PICTURES_WANTED = steps(r"""
    (ask\w*|want\w*|beg\w*|had|got|coax\w*|sends?|sent|demand\w*|persuad\w*) (\w+ ){0,6}?(pictures?|photos?|
      photographs?|pics?|selfies?|shots|snaps|videos?|camera|webcam)
    (ask\w*|want\w*) (\w+ ){0,6}?(undressed|underwear|pants|nightie|less on|wearing|show him|to show|look like|bath|
      shirt off|top off|body|muscles|favours)
    (what|wot) (\w+ ){0,2}?(wearing|looks like)
    (show (him|her)|underwear|nightie|undress\w*|with less on|shirt off|top off|nudes?|naked)
""")
"""Pictures that are asked for, or sent."""
KEPT_QUIET = steps(r"""
    (not|dont|without|never|mustnt|must not|nothing|say nothing) (\w+ ){0,3}?(tell\w*|say\w*|show|let|mention\w*|know)
    (keep|kept|keeps) (it|this|that|things|us|them) (\w+ )?(from|quiet|secret|between|to)
    (secret|delet\w*|vanish\w*|promise|disappearing|(wouldnt|wont|to|not|dont|never) understand|spoil it|
      (will|hell|shell|ill|hed|shed) be in trouble|say nothing)
""")
"""That nobody is to know."""
MEETING = steps(r"""
    (meet|meets|meeting|met up|hotel|booked a room|the coach to|come to (mine|his|my|a)|going to his|by (him|
      her)self|fetch (you|her|him)|
      pick\w* (him|her|you) up|(the|a) train|at the park|skate park|retail park|see (him|her) at)
    (he|hes|she|shes|is|will|ll|hell|shell|to) (\w+ )?(com(e|ing)|driv(e|ing)|wait\w*|fetch\w*|travel\w*) (\w+ ){0,4}?
      (down|to|for|over|outside|up|by)
    knows (\w+ ){0,3}?(school|road|house|bus|where)
""")
"""That they are to meet."""
GIFTS = steps(r"""
    (bought|buys?|sends?|sent|sending|gives?|gave|given|giving|posted|offer\w*|pays?|paid) (\w+ ){0,4}?(phone|money|
      skins|
      vouchers?|gifts?|presents?|vapes?|headphones|trainers|ring|robux|credit|cash|pounds|quid)
    (parcel|gifts|vouchers|presents|second phone|£\d+|lifts)
""")
"""What the child is given."""
BARE = steps(r"""
    (no|without|nothing|less|not) (a |any |her |his |their |much )?(<garment>|on)\b
    <garment> (\w+ )?(off|down|pulled (up|down)|lifted)
    (take|takes|took|taken|taking|remov\w*|strip\w*|pull\w*) (\w+ ){0,3}?<garment>
    (in|wearing) (just |only |nothing but )?(her|his|their|my|a) (knickers|underwear|bra|pants|boxers|thong|towel)
    (in the altogether|below the waist|in the nuddy|undress\w*|getting changed|get changed|bare|topless|naked|nude|
      nudes|in the shower|private parts|boobs|breasts|
      (her|his|girls|their|our \w+) chests?)
""")
"""A body without its clothes."""
PICTURED = steps(r"""
    (pictures?|photos?|photographs?|pics?|images?|videos?|film|filmed|clips?|selfies?|screenshots?|recorded|camera|
      snap|phones?|deepfakes?|app|come through|fac(e|es) (\w+ )?on)
""")
"""That it was pictured."""
SPREAD = steps(r"""
    (shar(e|ed|ing)|pass(ed|ing) (it |them )?(round|around|on)|(sent|sending|send|gone|goes|going|forward\w*|show\w*|
      shown|put|putting|post\w*|puts) (\w+ ){0,6}?(people|mates|boys|lads|group|chat|everyone|story|team|round|around|
      about|everywhere|out|online|snapchat|whatsapp|followers|it|others|class|year)|group|chat|everyone|
      everybody|everywhere|his story|snapchat|views|blackmail\w*|or (it goes|theyll|they will|he will|hell)|site|
        phones|if (i|she|he) dont|they(ve| have) all|
      (his|her) (mates|team)|got hold of|all got it|rate them)
""")
"""To whom it goes."""
STRUCK_ON_SITE = steps(r"""
    (mr|mrs|miss|ms|dr) \w+ (\w+ ){0,4}?<strikes> (me|him|her|them|us|(mr|mrs|miss|ms) \w+|the|a|another|\w+)
    (father|mother|dad|dads|mum|mums|man|woman|parent|bloke|fella|fathers|mothers|parents|he|she|they|one|
      \w+s (dad|mum)) (\w+ ){0,4}?<strikes> (me|him|her|them|us|my|our|(mr|mrs|miss|ms) \w+|the|a|another|by)
    (was|were|got|been|get) (\w+ )?(<strikes>|beat up|beaten up|pushed over|knocked \w+|jumped)
    (took|got|had|grabbed|held) (\w+ ){0,3}?by the (throat|neck|hair|collar)
    (mr|mrs|miss|ms|dr) \w+ (took|had|got) hold of
    (did|done) (that|this)
    (fighting|scrap|fracas|came to blows|brawl\w*|trading punches|scrapping|laid into)
    (swung|threw|slammed|banged) (\w+ ){0,3}?(at|against|on|into)
""")
"""A grown-up who lays hands on somebody."""
HURT = steps(r"""
    (cut|split|bust|burst|swollen|black|broken|fractured|bleeding|bloody|bruised|sore|chipped|gashed|
      grazed) (\w+ )?<any part>
    <any part> (\w+ )?(is|was|are|were|has been|got|s|all|hes|shes)? ?(\w+ )?(swollen|cut|split|bleeding|broken|
      bruised|blood\w*|sore|out|open|gashed|fractured)
    (broke|broken|cut|bruised|split|cracked|knocked|fractured|scratched|hurt|banged) (\w+ ){0,4}?<any part>
    (blood|bleed\w*|bled|stitches|concuss\w*|unconscious|a lump|bruis\w*|ambulance|a&e|a and e|hospital|first aid\w*|
      cant stand|glasses (\w+ )?(broke|smashed))
    (pulled my hair|in the (stomach|groin)|cant (see|hear|walk|move)|deaf|covered in blood)
    (fractured|broken|swollen|crushed) (hand|finger|arm)
""")
"""What it did to a body."""
GOES_ON = steps(r"""
    (not|wasnt|isnt|hadnt|hasnt|never) (\w+ )?(finished|over|done with|the end|had enough)
    (will|ll|would|hed|shed|theyd|hell|shell|theyll|ill|going to|gonna) (\w+ ){0,2}?(be back|be waiting|come back|
      wait|finish|do (it|me|her|him|them|that) again|get the same|settle|put the|see (him|her|me|you) then|
      bring (his|her|their|the))
    (said|says|shout\w*|told \w+|yell\w*|scream\w*|messaged|swor\w*|promis\w*|threat\w*) (\w+ ){0,4}?(hell|shell|hed|
      shed|theyll|theyd|brothers|cousins) (?!(\w+ )?(ring|call|apolog\w*|talk|speak|email|write|move|pay|leave|go|
        calm|
      think|complain|be in touch|had|not|never)\b)\w+
    (for starters|here every day|same time|where that came from|(seen|sitting|sat|
      been) (\w+ ){0,6}?(across the road|outside)
      (since|still|now))
    (next time|round two|the same again|part two|getting it|(again|worse|more) (\w+ )?(tonight|tomorrow|at (three|
      home time|pick ?up))|both (\w+ ){0,4}?(here|there|back|come|collect|in)|(for|with|fetching|getting) (his|her)
      (brothers?|cousins?|mates|lads)|still outside|walking up and down|waiting (outside|at the gate|for (him|her|
        me))|
      he(s| has)? followed|this is not over|what time \w+ (locks|leaves|finishes|comes))
""")
"""That it is to go on."""
FORETOLD = steps(r"""
    (shame|pity) if (somebody|someone|something|anything|anybody|he|she|they|that)
    (your|his|her|their) (last|final) (weekend|week|christmas|night|day|lesson|assembly|birthday)
    (life insurance|affairs in order|made (your|his|her) will|need a (mop|coffin|hearse|priest|undertaker)|
      sorry for your|(check|checked) (your|his|her|the) (brakes|tyres))
    (wont|will not|doesnt|never going to|not going to) (\w+ )?(get|make it|make|see|reach|come) (\w+ )?(past|to|
      through|home|
      back|another|christmas|the end of|morning)
    (end|ends|ended|ending|found|finds?|go|goes|be|leave|left) (\w+ ){0,2}?(face ?down|in (the|a) (river|canal|
      quarry|ditch|
      road|skip|boot|box|bag)|in (two|three|bin|black) bags|under my wheels|in the ground)
    (wont|will not|not) (\w+ )?be (walking|driving|going|getting|coming) (home|back|anywhere|out|again)
    (coffins?|bullets?|noose|gravestone|wreath|rip) (\w+ ){0,8}?
    (one|a) (head\w*|teacher|\w+) (fewer|less)
    (doesnt|dont) (\w+ )?(always see (\w+ )?\w+|see (\w+ )?(bikes|cyclists|people))
    (watch|see) (him|her|them|you) (burn|bleed|drop|fall|go under)
    (accidents?|things) (\w+ )?happens?
    (tick tock|knock knock|sleep well|sweet dreams|not long now|its coming|itll happen|it will happen)
""")
"""What is to become of somebody, without the deed."""
WHEREABOUTS = steps(r"""
    (walks?|cycles?|drives?|runs?|parks?|leaves?|finishes|locks|comes? out|out|jogs?|crosses|cross|gets? (off|
      in|home)) (\w+ ){0,6}?(at|by|along|down|round|every|alone|on (his|her|their) own|in the dark|
      morning) ?(\w+ )?(one|two|three|four|five|six|seven|eight|nine|ten|\d+|night|morning|day|evening|lane|road|
      canal|back|own)?
    (know|knows|seen|watched|see) (\w+ )?(what time|when|where|which (way|bus|car|door)|you|him|her)
    (parked outside|(has|got|have) (our|your|the|her|his) (\w+ )?(list|address|route)|(your|her|his) (roads?|street)|
      that lane|taken (\w+ ){0,5}?gun|(tonight|tomorrow|today|
      (on |this )?(mon|tues|wednes|thurs|fri|satur|sun)day)|your door|her car|his car)
""")
"""That it is known where and when somebody is to be found."""
CHILD_STRUCK = steps(r"""
    <grown> (\w+ ){0,4}?<blows> (\w+ ){0,2}?<small one>
    <kin> (\w+ ){0,3}?<blows> (me|him|her|them|us|it)\b
    <kin> ~ <hard blows> (me|him|her|them|us|it|my|his)\b
    (heard|hear|hearing|saw|see|seen|seeing|watched|watching|listen\w* to) (\w+ ){0,5}?<blows seen> (\w+ ){0,3}?
      (him|her|them|it|<small one>|into|out of)
    <grown> (\w+ ){0,4}?<hard blows> (him|her|them|me|<small one>|(his|her|my) \w+) (\w+ ){0,2}?(with|across|round|over|
      on|in|until|till|because|about) (\w+ ){0,2}?\w+
    put\w* (\w+ ){0,3}?(fags?|cigarettes?|cigs?|joints?) (\w+ )?out on
    (had|has|got|held|pinned|holding) (\w+ ){0,7}?by (the|his|her) (throat|neck|hair|scruff|ear)
    \w+s (mum|mummy|mam|dad|daddy|stepdad|father|mother|carer) (\w+ ){0,2}?<blows> (\w+)
    (daddy|mummy|dad|mum|mam) (was |is |had |has |keeps )?(\w+ )?<blows>
""")
"""Somebody at home strikes a child, in whatever tense it is told."""
AT_HOME = steps(r"""
    (<kin>|mummys?|daddys?|her upstairs|next door|neighbours?|at home|upstairs|nanny|nanna|your school|at yours|
      to you|my own (son|daughter)|through (the|my) (wall|window|ceiling)|
      other side of the wall|garden|(number|no|flat|man at|family at|woman at) \d+|front step|(your|school) (uniform|
      sweatshirts?|jumper|skirt|bag|badge)|(he|she|they|lad|girl|boy|kids|both) (\w+ ){0,3}?(go|goes|are|come|
        is) (\w+ )?
      (to|at) (you|your school)|in (year|class) \d|year \d|\d[a-h]|sleepover|moved in|uniform|the house)
""")
"""That it is somebody's own child, or one of the school's."""
IN_HAND = steps(r"""
    against (the|my|a|his) (\w+ )?(window|wall|door|radiator|floor|bath|table)
    (on|off) the (bath|floor|wall|table|stairs|radiator)
    with (a|an|the|his|her|my|some|something) ?(\w+ ){0,3}?(belt|strap|stick|cane|slipper|shoe|hose|hanger|cable|cord|
      wire|flex|spoon|spatula|brush|hairbrush|broom|ruler|lead|iron|lighter|cigarette|fist|buckle|pan|remote|bottle|
      something)
    (length of|the belt|his belt|her belt|over and over|every (night|day|week)|most nights|again and again|
      always|keeps|since|third time|not the first time|each time)
""")
"""With what, or how often."""
SUFFERS = steps(r"""
    (scream\w*|sob\w*|cry\w*|cried|cries|beg\w*|plead\w*|yelp\w*|howl\w*|stop (mum|dad|it)|please (mum|dad|stop)|
      frightened|scared|terrified|flinch\w*|blood\w*|bleed\w*|bruis\w*|marks?|weals?|welts?|stripes|scarlet|red raw|
      black eye|burns?|swollen|cut lip|fell|on the floor|black and blue|purple|thud|(stop|stopping) (her|his) noise|
        wouldnt sit|fags?|cant (sit|walk)|limp\w*|hurts|dont show|doesnt show)
""")
"""How the child suffers, and what is to be seen of it."""
