"""The dangers to life that one clause tells: violence meant, fire, weapons, a wish to die, being followed, a plan."""

from dataclasses import dataclass

from ..texts.phrases import Patterns
from ..words import Flag
from .told_words import told


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldDanger:
    """A clause that tells a danger whole.

    Args:
        act: the clause.
        words: each of these must be found in its sentence or in one beside it.
        of_oneself: the writer's own wish, which no frame takes back.
    """

    flag: Flag
    act: Patterns
    words: tuple[Patterns, ...] = ()
    of_oneself: bool = False


TO_LIFE: tuple[ToldDanger, ...] = (
    # somebody means to hurt somebody
    ToldDanger(
        flag=Flag.DANGER,
        act=told(r"""
            <meaning> (\w+ ){0,3}?<slay> (<person>)
            <meaning> (\w+ ){0,2}?(hit|punch|slap|smack|deck|thump|attack|assault|torture|whip|hurt|harm) (him|
              her|them|you|u|ya|me|us|(mr|mrs|miss|ms|dr) \w+|(the|that|every|your|my|his|
              a) (\w+ )?<somebody>)(?! (up|hard on|feelings))
            <meaning> (\w+ ){0,3}?<crush> (both |all )?(<whose one>|
              <whose one> (\w+ ){1,2}?)( \w+)? (<bodily>)(?! off if)
            <meaning> (\w+ ){0,3}?(cut|do|finish|beat|knock|mess|take|string|hunt|gun|mow|run|jump|carve|
              blow) (him|her|them|you|u|ya|me|(mr|mrs|miss|ms|dr) \w+) (up|over|out cold|in|to (a pulp|death)|
              senseless|black and blue|down with)
            <meaning> (\w+ ){0,3}?(cut|beat|run|carve|blow|mow) <name> (up|over|to (a pulp|death)|senseless|
              black and blue)
            <meaning> (\w+ ){0,3}?(knock|lay|spark) (him|her|them|you|u|ya|(mr|mrs|miss|ms|dr) \w+) out
            <meaning> (\w+ ){0,3}?(put|send|leave|see) (\w+ ){1,3}?(in|into|to|under|through) (a |an |
              the )?(<hospital>|coma|intensive care|six feet|window|wall|casualty|morgue|back of an ambulance)
            <meaning> (\w+ ){0,3}?(have|get) (\w+ ){1,3}?(done over|kneecapped|beaten up|jumped|shot|stabbed|
              killed|battered)
            <meaning> (\w+ ){0,3}?(throw|chuck|squirt|use|pour) (\w+ )?acid
            (leav\w*|go(ing)? home|going out|come out|carried out) (\w+ ){0,4}?in (an?|the|two|three|bin|
              black) (ambulance|box|
              body bag|bags|hearse|coffin|wheelchair|pieces)
            (is|are|youre|ur|hes|shes|your) (a )?dead (man|woman|meat)
            (i|we) (swear|promise) ~ <slay> (<person>)
            <meaning> (\w+ ){0,3}?<move> (<body of>) (\w+ ){0,2}?(<into hard>)
            (you|u|he|she|they|hes|shes|<name>) (\w+ ){0,3}?(is|are|be|getting|gets|goes|going|go|
              will be) (\w+ )?(<moved>
              )?(<into hard>)
            (threat\w*|talk\w* about|spoke of|plans? for|plotting) (\w+ ){0,2}?(killing|stabbing|shooting|
              murdering|strangling|battering|attacking|burning|hurting) (<person>)
        """),
    ),
    # a building set on fire, or blown up
    ToldDanger(
        flag=Flag.DANGER,
        act=told(r"""
            <meaning> (\w+ ){0,3}?(burn|torch|firebomb|petrol bomb|blow up|blow|bomb|shoot up|set fire to|
              set light to|set alight) ((the|your|this|that|his|her|our|their|my|whole|bloody|fucking|mr|mrs|
              miss|ms|\w+s) ){0,3}?((?!for|on|up|in|at|with)\w+ )?<school here>
            <meaning> (\w+ ){0,3}?set (\w+ ){0,3}?<school here> (on fire|alight|ablaze)
            (theres|there is|ive (put|planted|left|hidden)|planted|put|left|hidden|got) (a|the|two|
              three) (\w+ )?bombs?
            (push\w*|post\w*|put|threw|thrown|chuck\w*|shov\w*) (\w+ ){0,3}?(burning|lit|petrol|flaming|
              alight) ~ (letter?box|window|door|school|block|house)
            school (\w+ ){0,2}?(is getting|gets|will be|is going to be|getting) (\w+ )?(torched|burnt|burned|
              bombed|blown)
        """),
    ),
    # a weapon, and whom or where it is for
    ToldDanger(
        flag=Flag.DANGER,
        act=told(r"""
            (pull|pulls|pulled|drew|draws|got|get|waved|waving|pointed|pointing|swung|swinging|showed|
              shown) (\w+ ){0,3}?(a|an|the|his|her|some) (\w+ ){0,3}?<weaponry> (\w+ ){0,3}?(on|at|out on|
              in the face of) (me|him|her|us|them|<person>)
            (held|holding|hold|holds|put|puts|had|pressed|shoved) (\w+ ){0,2}?(a|an|the|his|
              some) (pair of )?(\w+ )?(\w+ )?<weaponry> (\w+ ){0,5}?(to|at|against|up to|towards) (my|her|his|
              their|the|mr \w+|\w+s) (\w+ ){0,2}?(throat|neck|face|head|back|chest|stomach|ribs|eyes?)
            (brought|bringing|brings|taking|took|takes|sneaked|smuggl\w*) (\w+ ){0,2}?(a|an|the|his|
              her) (\w+ ){0,2}?<edged> (in|into school|to school)\b
            <meaning> (\w+ ){0,2}?(throw|chuck|squirt|pour) (it|this|that) (in|over|at|into) (my|her|his|their|
              your) (face|eyes)
            threaten\w* (\w+ ){0,5}?with (a|an|the|his|her) (\w+ ){0,3}?<weaponry>
            (carries|carrying|carried|has|got|had|have|brought|bringing|brings|keeps|hid|hiding|pulled|took|saw|
              seen|showed|shows) (\w+ ){0,4}?(a|an|the|his|her) (\w+ ){0,3}?<edged> (\w+ ){0,4}?(in (today|
              school|class|to school|his|her|the)|into school|to school|on (him|her|the bus|the top deck)|
              at school|out of (his|her)|down (his|her))(?! (case|kitchen|drawer|block|shop|museum|book))
            (man|woman|lad|bloke|boy|someone|somebody|parent|dad|father|mother|he|she|mr \w+|girl|youth|uncle|
              grandad|fella|brother|cousin|father) (\w+ ){0,6}?(with|carrying|waving|holding|swinging|has|got|
              bringing) (a|an|the|his) (\w+ ){0,3}?<weaponry> (\w+ ){0,8}?(asking|looking|demanding|shouting|
              saying|on (his|her) way|outside|screaming|after|waiting|who said)
            (outside|waiting|coming|on (his|her) way|at (the|our) (\w+ )?gates?|
              in reception) (\w+ ){0,5}?with (a|an|the|his|some|her) (\w+ ){0,3}?<weaponry>
            <weaponry> ~ (use it on|stick it in|says its for|said (it was|its) for|hes going to use|gets? it)
        """),
    ),
    # the writer's own wish to die, and what they have begun
    ToldDanger(
        flag=Flag.DANGER,
        of_oneself=True,
        act=told(r"""
            (i|im|ive|id|ill|just) (\w+ ){0,6}?(want|wanna|wanted|wish|wishing|need|plan\w*|decid\w*|going|
              gonna|gunna|thinking|think|ready|tried|try|trying|hope|will|might|about|rather|deserve|
              like) ((?!of |with |laughing )\w+ ){0,4}?(die|be dead|dying|kill(ing)? my ?self|end(ing)? (it|my life|
                things|it all)|
              hang(ing)? my ?self|drown(ing)? my?self|jump(ing)? (off|in front|from) (\w+ )?\w+|not wake up|
              never wake up|was dead|were dead|am dead|wasnt alive|werent alive|wasnt here|never been born|
              take my (own )?life|shoot(ing)? my ?self|cut my wrists|slit my wrists|do it tonight|o d|overdose)
            ill (kill|hang|drown|shoot) my ?self
            (i|im) (\w+ ){0,2}?(dont|do not|didnt|not|no longer|cant) (\w+ ){0,3}?(want|wanna|bear|stand|see (a|
              any) (point|reason|way)) (\w+ ){0,3}?(live|living|be alive|exist|existing|wake up|
              be here any ?more|go on|carry on|forward|anymore of this life)
            (i|ive|im|we) (\w+ ){0,3}?(took|taken|swallowed|necked|had|taking|take|got|saved up|
              been saving) (\w+ ){0,3}?(an overdose|<many> (\w+ ){0,3}?<stuff>|the <stuff>)
            (i|ive|im|been|keep) (\w+ ){0,3}?(cut|cutting|burning|hurting|harming) (my ?self|my (\w+ )?(arms|
              legs|wrists|thighs|skin)|really deep|deep|too deep)
            (ive|i|my|ill) (\w+ ){0,4}?(goodbye letters?|suicide note|letters? (\w+ ){0,3}?saying goodbye|
              letters? (\w+ ){0,3}?for when (she|he|they))
            by the time (you|u) (\w+ )?(read|get|see|find) (this|it) (\w+ ){0,4}?(gone|dead|be too late)
            (i|ill|we) (\w+ )?(wont|will not|not) be (here|around|alive) (\w+ )?(tomorrow|any ?more|after|by|on|
              next)
            (i wont be here|ill be (dead|gone)) (by|tomorrow|soon|when)
            because i wont be here
            (everyone|everybody|you|they|the world|mum) (\w+ ){0,2}?(would|will|ll|
              d)? ?(be )?better off (without me|if i (was|were) (dead|gone))
            (nobody|no one|noone|who) (\w+ ){0,3}?(care|notice|miss me) if i (\w+ )?(died|was dead|die|
              killed my ?self|disappeared)
            ive got (a|the|my) (\w+ )?(rope|noose|blade|pills|tablets|razor) (\w+ ){0,3}?(in|under|ready|hidden)
            (im|i am) (on|stood on|sat on|standing on|sitting on) (\w+ ){0,3}?(bridge|roof|ledge|edge|railway|
              tracks?)
        """),
    ),
    # somebody else's
    ToldDanger(
        flag=Flag.DANGER,
        act=told(r"""
            (<meaning>|has tried to|trying to|of|about|thought of|try to) (\w+ ){0,2}?(kill|killing|hang|
              hanging|drown|drowning|shoot|suffocate) (him|her|them) ?sel(f|ves)
            (<meaning>|hed|shed) (\w+ ){0,2}?(end|ending|take|taking) (it all|(his|her|their) (own )?life)
            (<meaning>|hell|shell|hed|shed|threat\w* to|says he|says she) (\w+ ){0,2}?jump (off|from|in front|
              out)? ?(\w+ ){0,4}?(bridge|roof|train|multi ?storey|car park|cliff|window|building|tracks?|
              balcony|viaduct|tonight|now)?
            (says|said|saying|told|posted|wrote|writes|thinks|messaged|texted|put|feels|felt|that|
              because) (\w+ ){0,10}?(he|she|they) (\w+ )?(wants?|wanted|wishes|wished|would rather|
              rather) (\w+ ){0,3}?(to die|to be dead|was dead|were dead|never been born|not be here)
            (doesnt|does not|didnt|dont) (\w+ )?want to (live|be alive|wake up|exist|be here any ?more)
            (took|taken|swallowed|necked|taking) (\w+ ){0,3}?(an overdose|<many> (\w+ ){0,3}?<stuff>)
            (suicide note|goodbye (letter|note|video)|letters? (\w+ ){0,5}?(saying|say) goodbye|
              songs? (\w+ ){0,4}?(his|her) funeral)
            (has|have|been|is|keeps|started|shes|hes|says (he|she)) (\w+ ){0,2}?(cutting|burning|harming) (him|
              her)sel(f|ves)
            (cutting|cuts) (her|his) (own )?(\w+ )?(arms|legs|wrists|thighs|skin)
            (sat|sitting|stood|standing|up|climbed|is) (\w+ ){0,6}?(bridge|roof|ledge|parapet|railings?|tracks?|
              viaduct|multi ?storey) (\w+ ){0,5}?(jump|says|wont come|threat\w*|refus\w*)
            (tied|put) (\w+ ){0,5}?(round|around) (his|her|their) (own )?neck
        """),
    ),
    # followed, and not let go
    ToldDanger(
        flag=Flag.DANGER,
        act=told(r"""
            (follow\w*|tail\w*|chas\w*) (me|her|him|us|them|my|<name>|(mr|mrs|miss|ms) \w+) (\w+ ){0,6}?(home|
              to (my|her|his|our)|car|wherever|everywhere)
            (sat|stood|waiting|waited|waits|parked|is|was|been|stands|sits|hanging) (\w+ ){0,2}?(outside|
              opposite) (my|her|our|his|where i) (\w+ )?(house|flat|home|work|door|place|road|window|live)
            (put|found|hid|fitted|stuck) (\w+ ){0,2}?(tracker|airtag|gps) (\w+ ){0,2}?(on|in|under) (my|her|the|
              our)
            turns? up (wherever|everywhere|every time) (i|we|she|he)
        """),
        words=(
            told(r"""
                (again|every (day|night|morning|time)|days? running|keeps|until|till|all night|wherever|
                  everywhere|nights?|tried|trying|try|with (a|an) (\w+ ){0,3}?<weaponry>|frightened|scared|
                  terrified|afraid|notes?|police|turns? up|started|hours|tracker|airtag|order|comfortable|
                  dont feel safe|handle)
            """),
        ),
    ),
    # a plan
    ToldDanger(
        flag=Flag.DANGER,
        act=told(r"""
            list of (\w+ ){0,3}?(people|names|pupils|teachers|kids|everyone|girls|boys|staff) ~ (kill|die|dead|
              shoot|stab|get)
            (instructions|recipe|how) (\w+ ){0,3}?(to|for) (mak\w+|build\w*) (\w+ )?(pipe )?(bombs?|explosives?|
              a gun)
            (dont|do not) (come|go) (in|to school) ~ (live|die|safe|shot|hurt)
            names (\w+ ){0,3}?(with|marked) (\w+ ){0,3}?(dead|kill|die)
        """),
    ),
)
"""One row for each danger."""
