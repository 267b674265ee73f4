"""Dangers that one clause tells whole, by its grammar: who, with what will, does what, to whom, with what, where.

Such a clause is red by itself. Nothing elsewhere in the email takes it back: neither a joke told beside it, nor a
greeting to many, nor that somebody calmed down. Only the clause's own sentence may: where it asks in general, tells
of a book or of long ago, or where what it names is no person (`NOT_SAID`, `THINGS`).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ..texts.negation import said
from ..texts.phrases import Patterns, sought
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


MAY_TELL = re.compile(
    r"\b(kill|murd|stab|sho[ot]|strangl|throttl|behead|batter|rap(e|ing)|poison|drown|kni[fv]|lynch|hit|punch|slap|smack"
    r"|kick|hurt|harm|deck|thump|belt|attack|jump|cut|burn|break|broke|smash|cave|knock|rip|slit|run|dead|die|death|bomb"
    r"|torch|petrol|fire|blow|acid|hang|hung|end|alive|born|here|goodbye|read this|pill|tablet|paracet|overdos|suicid|gun"
    r"|machete|blade|shank|hammer|crowbar|screwdriver|cleaver|bat|sword|axe|pistol|rifle|revolver|scissors|tak(e|en|ing)"
    r"|took|snatch|abduct|grabbed?|pull|drag|tried|passport|flight|ticket|collect|pick|message|messag|text|snap|meet|nud"
    r"|naked|picture|photo|secret|touch|sex|lick|follow|track|outside|waiting|alone|own|lock|eat|fed|food|wak|mark|bruis"
    r"|bald|tied|tape|chok|beat|throw|threw|drive|wish|ambulance|coffin|hospital|going to|coma|private|undress)"
)
"""What a sentence holds that may tell a danger whole: all others are not read any further."""
NOT_SAID = told(r"""
    # asked in general, or supposed
    (if|when|whether|what if|where|who|suppose|imagine|in case|should) (a|an|any|some|you|your|one|there were|
      somebody|someone|children|pupils|parents)\b
    (scenario|case stud\w+|example|exercise|quiz|dear beneficiary|debate|this house would|discuss|script|essay|petition)
    a (child|pupil|student|parent) (tells|told|says|asks|who) (you|brings|threatens|hits)
    (any|a|every) (pupil|child|student|parent|person)s? (who|that|bringing|found|caught)
    # told in a book, a play, a lesson, the paper, or of long ago
    in (the|a|his|her|our|my|this) (\w+ )?(book|novel|story|stories|play|film|poem|chapter|game|scene|musical|show|
      episode|song|text|comic|dream|nightmare|panto\w*|production|drama|paper|papers|news|echo|documentary|script)
    (the|a) (detective|villain|ghost|witch|vampire|king|prince|soldier|hero|wolf|monster|zombie|dragon|giant|pirate|
      knight|narrator|character|author|actor|duke|queen|emperor)
    (wrote|writes|written|read|reads|acts?|plays?|playing|filming|rehears\w*) (\w+ ){0,3}?(story|poem|corpse|part|role|
      scene|book|chapter|play|essay)
    (macbeth|duncan|romeo|mercutio|hamlet|lear|inspector calls|of mice and men|blood brothers|boleyn|tudors?|romans?|
      vikings?|victorians?|world war|ww1|ww2|gallipoli|holocaust|napoleon|guy fawkes|drama club|paintball\w*|fortnite|
      minecraft|call of duty|laser ?tag)
    in (my|his|her|those) (day|days|time)|(in|since|back in) (19\d\d|18\d\d|200\d)|when i was (a|at|little|young|your|
      \d+)|years ago|in the (war|sixties|seventies|eighties|olden days)
    (covers?|covering|about|on|against|session|module|workshop|course|training|policy|guidance|drill|rehearsal|
      exercise|practice|assembly) (\w+ ){0,3}?(physical|sexual|emotional|suicide|self harm|knife crime|neglect|bullying|
      violence|abuse|an intruder)
    # what no one said, or what was a prank
    (never|didnt|did not|nobody|no one|hasnt|not) (\w+ ){0,2}?(said|says|say|threatened|told|heard|wrote)
    (rumour|prank|hoax|not true|no truth|turned out (to be|that)|it was a (ruler|toy|pen)|was a toy|toy|rubber|plastic|
      foam|pretend|make believe|dressed as|costumes?|nerf|water pistols?|retractable|stage (fight\w*|combat))
    (shouldnt|should not|ought not to) have (said|written|put|posted)
""")
"""What a sentence says of itself, in which the clause is not told as true."""
THINGS = told(r"""
    (an? )?(account|mailbox|process|session|server|engine|file|parcel)s? (\w+ ){0,3}?(killed|terminated|destroyed|attacked)
    (somebody|someone|people|kids|children|you|anyone|one of (us|them)) (will|could|might|may|can|ll|d) (\w+ )?(cut|hurt|
      burn|scald|trip|stab) (them|your|him|her)sel(f|ves)
    (may|might|could|if (she|he|they)) (\w+ )?(hit|bang|bump|cut|hurt|bite) (his|her|their) (head|tongue|knee|lip|hand|
      face|arm)
    (cut|banged|bumped|hit|burnt|burned|grazed) (his|her|their|my) (\w+ )?(hand|finger|thumb|head|knee|lip|toe|chin|arm)
      (on|with|off|against) (a|the|an|her|his|some) (?!(?:\w+ )?(?:fist|belt))
    (nuts?|peanuts?|bees?|wasps?|one (bite|sting|taste)|traffic|homework|heat|cold|stairs|hill|feet|shoes|heels|wait|
      suspense|commute|chlorine|smell|boredom|curiosity|bleach kills|road|corner|junction|path|hole) (\w+ ){0,2}?(could|
      will|would|might|may|can|is|are|was|were|ll) (\w+ )?(kill|killing|be the death|murder)
    # a loss or a muddle at home, for which nobody is killed
    (kill|murder|skin|strangle|throttle|shoot|swing for) (me|him|her|them|us) (alive )?(if|for|when|because|over|about)
      (i|its|hes|shes|theyve|he|she|they|it|ive|we|the|her|his|my|forgetting|losing|being) (\w+ ){0,3}?(lost|gone for good|
      left|forget|forgot\w*|late|miss(ed)?|broken|spil\w*|dont (hand|bring|do)|ruin\w*|get (mud|paint|ink)|muddy|
      havent|hasnt|not)
    (die|died|dying|dead) (of|with|from|for|to) (\w+ )?(embarrass\w*|shame|laugh\w*|boredom|bored|thirst|hunger|curiosity|
      know|see|hear|meet|try|get|cold|heat|nerves|happiness|excitement|man flu)
    (rather|sooner) die than (do|wear|eat|sing|miss|be seen|share|sit|read|run|go to (maths|pe|assembly)|speak|dance)
    (kill|murder|stab|shoot) (\w+ )?(for|time|two birds)
""")
"""Acts whose doer or object is a thing, or that stand for annoyance: nobody is harmed."""
KILLS_ME = re.compile(
    r"\b(miss|sir|mum|mam|mom|dad|parents|wife|husband|boss|teacher|nan|sister|brother|coach|mr \w+|mrs \w+|she|he|they|"
    r"shell|hell|theyll) (\w+ ){0,4}?(kill|murder|shoot|strangle|throttle|skin|lynch) (me|us)\b"
)
"""What somebody at home would do to the writer, as people say of a lost coat."""
IN_EARNEST = re.compile(
    r"\b(said|says|saying|told|tells|threat\w*|swor\w*|promis\w*|scared|afraid|frighten\w*|terrif\w*|hit|hits|beat|beats|hurt"
    r"|hurts|punch\w*|knife|gun|police|999|help|safe|belt|last time|tonight|tomorrow|drunk|order|injunction|find me|finds me"
    r"|finds us|if (i|we) (go|leave|tell|ring|call|talk|speak|ever|try to leave|come))\b"
)
"""What makes it meant: somebody said it, or the writer is afraid, was hurt before, or would go or tell."""
ROWS: tuple[ToldDanger, ...] = (
    # somebody means to hurt somebody
    ToldDanger(
        flag=Flag.DANGER,
        act=told(r"""
            <meaning> (\w+ ){0,3}?<slay> (<person>)
            <meaning> (\w+ ){0,2}?(hit|punch|slap|smack|deck|thump|attack|assault|torture|whip|hurt|harm) (him|her|them|
              you|u|ya|me|us|(mr|mrs|miss|ms|dr) \w+|(the|that|every|your|my|his|a) (\w+ )?<somebody>)(?! (up|hard on|
              feelings))
            <meaning> (\w+ ){0,3}?<crush> (both |all )?(<whose one>|<whose one> (\w+ ){1,2}?)( \w+)? (<bodily>)(?! off
              if)
            <meaning> (\w+ ){0,3}?(cut|do|finish|beat|knock|mess|take|string|hunt|gun|mow|run|jump|carve|blow) (him|her|them|
              you|u|ya|me|(mr|mrs|miss|ms|dr) \w+) (up|over|out cold|in|to (a pulp|death)|senseless|black and blue|down with)
            <meaning> (\w+ ){0,3}?(cut|beat|run|carve|blow|mow) <name> (up|over|to (a pulp|death)|senseless|black and blue)
            <meaning> (\w+ ){0,3}?(knock|lay|spark) (him|her|them|you|u|ya|(mr|mrs|miss|ms|dr) \w+) out
            <meaning> (\w+ ){0,3}?(put|send|leave|see) (\w+ ){1,3}?(in|into|to|under|through) (a |an |the )?(<hospital>|
              coma|intensive care|six feet|window|wall|casualty|morgue|back of an ambulance)
            <meaning> (\w+ ){0,3}?(have|get) (\w+ ){1,3}?(done over|kneecapped|beaten up|jumped|shot|stabbed|killed|
              battered)
            <meaning> (\w+ ){0,3}?(throw|chuck|squirt|use|pour) (\w+ )?acid
            (leav\w*|go(ing)? home|going out|come out|carried out) (\w+ ){0,4}?in (an?|the) (ambulance|box|body bag|
              hearse|coffin|wheelchair)
            (is|are|youre|ur|hes|shes|your) (a )?dead (man|woman|meat)
            (i|we) (swear|promise) ~ <slay> (<person>)
            (threat\w*|talk\w* about|spoke of|plans? for|plotting) (\w+ ){0,2}?(killing|stabbing|shooting|murdering|
              strangling|battering|attacking|burning|hurting) (<person>)
        """),
    ),
    # a building set on fire, or blown up
    ToldDanger(
        flag=Flag.DANGER,
        act=told(r"""
            <meaning> (\w+ ){0,3}?(burn|torch|firebomb|petrol bomb|blow up|blow|bomb|shoot up|set fire to|set light to|set
              alight) ((the|your|this|that|his|her|our|their|my|whole|bloody|fucking|mr|mrs|miss|ms|\w+s) ){0,3}?<school here>
            <meaning> (\w+ ){0,3}?set (\w+ ){0,3}?<school here> (on fire|alight|ablaze)
            (theres|there is|ive (put|planted|left|hidden)|planted|put|left|hidden|got) (a|the|two|three) (\w+ )?bombs?
            (push\w*|post\w*|put|threw|thrown|chuck\w*|shov\w*) (\w+ ){0,3}?(burning|lit|petrol|flaming|alight) ~ (letter
              ?box|window|door|school|block|house)
            school (\w+ ){0,2}?(is getting|gets|will be|is going to be|getting) (\w+ )?(torched|burnt|burned|bombed|blown)
        """),
    ),
    # a weapon, and whom or where it is for
    ToldDanger(
        flag=Flag.DANGER,
        act=told(r"""
            (pull|pulls|pulled|drew|draws|got|get|waved|waving|pointed|pointing|swung|swinging|showed|shown) (\w+ ){0,3}?
              (a|an|the|his|her|some) (\w+ ){0,3}?<weaponry> (\w+ ){0,3}?(on|at|out on|in the face of) (me|him|her|us|them|
              <person>)
            (held|holding|hold|holds|put|puts|had|pressed|shoved) (\w+ ){0,2}?(a|an|the|his|some) (pair of )?(\w+ )?(\w+
              )?<weaponry> (\w+ ){0,5}?(to|at|against|up to|towards) (my|her|his|their|the|mr \w+|\w+s) (\w+ ){0,2}?
              (throat|neck|face|head|back|chest|stomach|ribs|eyes?)
            threaten\w* (\w+ ){0,5}?with (a|an|the|his|her) (\w+ ){0,3}?<weaponry>
            (carries|carrying|carried|has|got|had|have|brought|bringing|brings|keeps|hid|hiding|pulled|took|saw|seen|
              showed|shows) (\w+ ){0,4}?(a|an|the|his|her) (\w+ ){0,3}?<edged> (\w+ ){0,4}?(in (today|school|class|to
              school|his|her|the)|into school|to school|on (him|her|the bus|the top deck)|at school|out of (his|her)|down
              (his|her))(?! (case|kitchen|drawer|block|shop|museum|book))
            (man|woman|lad|bloke|boy|someone|somebody|parent|dad|father|mother|he|she|mr \w+|girl|youth|uncle|grandad|
              fella|brother|cousin|father) (\w+ ){0,6}?(with|carrying|waving|holding|swinging|has|got|bringing) (a|an|the|
              his) (\w+ ){0,3}?<weaponry> (\w+ ){0,8}?(asking|looking|demanding|shouting|saying|on (his|her) way|
              outside|screaming|after|waiting|who said)
            (outside|waiting|coming|on (his|her) way|at (the|our) (\w+ )?gates?|in reception) (\w+ ){0,5}?with (a|an|the|
              his|some|her) (\w+ ){0,3}?<weaponry>
            <weaponry> ~ (use it on|stick it in|for (him|her)|says its for|said (it was|its) for|hes going to use|
              gets? it)
        """),
    ),
    # the writer's own wish to die, and what they have begun
    ToldDanger(
        flag=Flag.DANGER,
        of_oneself=True,
        act=told(r"""
            (i|im|ive|id|ill|just) (\w+ ){0,6}?(want|wanna|wanted|wish|wishing|need|plan\w*|decid\w*|going|gonna|gunna|
              thinking|think|thought|ready|tried|try|trying|hope|will|might|about|rather|deserve|like) (\w+ ){0,4}?(die|
              be dead|dying|kill(ing)? my ?self|end(ing)? (it|my life|things|it all)|hang(ing)? my ?self|drown(ing)? my
              ?self|jump(ing)? (off|in front|from) (\w+ )?\w+|not wake up|never wake up|was dead|were dead|am dead|wasnt
              alive|werent alive|wasnt here|never been born|take my (own )?life|shoot(ing)? my ?self|cut my wrists|slit my
              wrists|do it tonight|o d|overdose)
            ill (kill|hang|drown|shoot) my ?self
            (i|im) (\w+ ){0,2}?(dont|do not|didnt|not|no longer|cant) (\w+ ){0,3}?(want|wanna|bear|stand|see (a|any)
              (point|reason|way)) (\w+ ){0,3}?(live|living|be alive|exist|existing|wake up|be here any ?more|go on|carry
              on|forward|anymore of this life)
            (i|ive|im|we) (\w+ ){0,3}?(took|taken|swallowed|necked|had|taking|take|got|saved up|been saving) (\w+ ){0,3}?(an
              overdose|<many> (\w+ ){0,3}?<stuff>|the <stuff>)
            (i|ive|im|been|keep) (\w+ ){0,3}?(cut|cutting|burning|hurting|harming) (my ?self|my (\w+ )?(arms|legs|wrists|
              thighs|skin)|really deep|deep|too deep)
            (ive|i|my|ill) (\w+ ){0,4}?(goodbye letters?|suicide note|letters? (\w+ ){0,3}?saying goodbye|letters? (\w+ )
              {0,3}?for when (she|he|they))
            by the time (you|u) (\w+ )?(read|get|see|find) (this|it) (\w+ ){0,4}?(gone|dead|be too late)
            (i|ill|we) (\w+ )?(wont|will not|not) be (here|around|alive) (\w+ )?(tomorrow|any ?more|after|by|on|next)
            (i wont be here|ill be (dead|gone)) (by|tomorrow|soon|when)
            because i wont be here
            (everyone|everybody|you|they|the world|mum) (\w+ ){0,2}?(would|will|ll|d)? ?(be )?better off (without me|if i
              (was|were) (dead|gone))
            (nobody|no one|noone|who) (\w+ ){0,3}?(care|notice|miss me) if i (\w+ )?(died|was dead|die|killed my ?self|
              disappeared)
            ive got (a|the|my) (\w+ )?(rope|noose|blade|pills|tablets|razor) (\w+ ){0,3}?(in|under|ready|hidden)
            (im|i am) (on|stood on|sat on|standing on|sitting on) (\w+ ){0,3}?(bridge|roof|ledge|edge|railway|tracks?)
        """),
    ),
    # somebody else's
    ToldDanger(
        flag=Flag.DANGER,
        act=told(r"""
            (<meaning>|has tried to|trying to|of|about|thought of|try to) (\w+ ){0,2}?(kill|killing|hang|hanging|drown|
              drowning|shoot|suffocate) (him|her|them) ?sel(f|ves)
            (<meaning>|hed|shed) (\w+ ){0,2}?(end|ending|take|taking) (it all|(his|her|their) (own )?life)
            (<meaning>|hell|shell|hed|shed|threat\w* to|says he|says she) (\w+ ){0,2}?jump (off|from|in front|out)? ?(\w+
              ){0,4}?(bridge|roof|train|multi ?storey|car park|cliff|window|building|tracks?|balcony|viaduct|tonight|now)?
            (says|said|saying|told|posted|wrote|writes|thinks|messaged|texted|put|feels|felt|that|because) (\w+ ){0,10}?
              (he|she|they) (\w+ )?(wants?|wanted|wishes|wished|would rather|rather) (\w+ ){0,3}?(to die|to be dead|was
              dead|were dead|never been born|not be here)
            (doesnt|does not|didnt|dont) (\w+ )?want to (live|be alive|wake up|exist|be here any ?more)
            (took|taken|swallowed|necked|taking) (\w+ ){0,3}?(an overdose|<many> (\w+ ){0,3}?<stuff>)
            (suicide note|goodbye (letter|note|video)|letters? (\w+ ){0,5}?(saying|say) goodbye|songs? (\w+ ){0,4}?(his|
              her) funeral)
            (has|have|been|is|keeps|started|shes|hes|says (he|she)) (\w+ ){0,2}?(cutting|burning|harming) (him|her)sel(f|ves)
            (cutting|cuts) (her|his) (own )?(\w+ )?(arms|legs|wrists|thighs|skin)
            (sat|sitting|stood|standing|up|climbed|is) (\w+ ){0,6}?(bridge|roof|ledge|parapet|railings?|tracks?|viaduct|
              multi ?storey) (\w+ ){0,5}?(jump|says|wont come|threat\w*|refus\w*)
            (tied|put) (\w+ ){0,5}?(round|around) (his|her|their) (own )?neck
        """),
    ),
    # a child is taken, or to be taken
    ToldDanger(
        flag=Flag.CHILD_PROTECTION,
        act=told(r"""
            <meaning> (\w+ ){0,4}?(snatch|abduct|kidnap|steal) (<person>)
            (<meaning>|to) (\w+ ){0,3}?(take|collect|fetch|pick) (<person>) (\w+ ){0,8}?(abroad|out of the country|to the
              airport|(and|or) (\w+ ){0,4}?(never|not) (\w+ ){0,3}?(see|bring|come)|wont bring|not bring\w*)
            (pick(ing|s)?|collect\w*|tak(ing|es|e)|fetch\w*) (<person>) (\w+ ){0,8}?(not bringing|wont bring|never bring\w*|
              not giving|never coming back|not coming back|wont see|never see)
            (one way (ticket|flight)s?|flights?|(has|got|took|have) (\w+ ){0,2}?passports?) ~ (pick\w*|collect\w*|tak(e|ing)|
              fetch\w*|airport|phone is off|abroad|not coming back|him|her|them|\w+day)
            (collected|taken|took|picked up|removed|has got|got|snatched|grabbed) ~ (isnt allowed|not allowed|against the
              (court )?order|court order|breach of|no contact|injunction|(has|got) (\w+ ){0,2}?passports?)
            (isnt|not|is not|arent) (\w+ )?(allowed|supposed|permitted) (\w+ ){0,4}?(near|contact|to (see|have|take|collect
              |pick)) ~ (outside|waiting|in the (car park|playground|yard)|at the gates?|here|coming|on (his|her) way|says)
            (no contact|court order|injunction|non molestation) ~ (says|will|going to|means to) (\w+ ){0,4}?(take|collect|
              snatch|have) (<person>)
            (man|bloke|fella|stranger|someone|somebody|woman|guy|driver|lad) (\w+ ){0,9}?(tried|trying|attempted|just|
              grabbed|pulled|dragged|pulling|dragging) (\w+ ){0,3}?(to )?(pull|drag|grab|get|lure|snatch|force|bundle|push|
              tempt)? ?(<person>) (\w+ ){0,5}?(into|in|towards|to|off|away|by the arm|from) (\w+ ){0,3}?(car|van|vehicle|
              bushes|alley\w*|garage|by|boot|off|away|her off|him off|school|bus stop|park)
            cant have (\w+ ){1,4}?(nobody|no one|noone|neither) (will|can|does)
            drive (<person>|them all|us all) (\w+ )?(off|into|over) (a|the|that) (\w+ )?(cliff|headland|bridge|quay|pier|
              wall|river|lake|canal|edge|motorway)
        """),
    ),
    # somebody at home, or a grown-up who is seen, hurts a child or a partner
    ToldDanger(
        flag=Flag.CHILD_PROTECTION,
        act=told(r"""
            <home one> ((?!told|said|says|told|is|currently|that)\w+ ){0,3}?<blow> (him|her|them|me|us|my|his|<name>)(?! (at|in (a|the) (race|game|quiz|final)|by
              (accident|mistake|\d+)|up (on|the)|around (the )?(goal|pitch)))
            (him|her|me|them|us) (was|were|is|gets|got|being|been) (\w+ )?(beaten|strangled|burnt|burned|punched|belted)
              (\w+ ){0,3}?(by|with)
            (saw|seen|heard|watched|caught|witnessed) (\w+ ){0,2}?(the |his |her |their |\w+s )?(<grown up>|father|mother|
              <home one>|colleague|husband|<works here>) (\w+ ){0,5}?<strike seen> (<little one>|a child|children)
            (marks?|bruis\w+|burns?|black eye|cuts?|scars?|welts?|lump|bald patch|handprint|hand ?mark|injur\w+) ~ (<home
              one>|he|she|they|him|her|uncle) (\w+ )?(did|done|caused|made|gave|hit|does|burn\w*)
            (tied|tie|ties|chained|gagged|handcuffed) (\w+ ){0,3}?to (the|a|his|her) (radiator|bed|chair|pipe|post|banister)
            (tape|sock|hand|pillow) (\w+ ){0,2}?(on|over|in) (his|her|their|my) (mouth|nose|face)
            (locked|shut|thrown|put) (\w+ ){0,3}?(out|in|outside) ~ (freezing|all night|last night|slept in|no coats?|in
              the (shed|cold|dark|snow|rain)|all weekend|for hours)
            (dont|do not|doesnt|didnt|begging|begged|pleading|refus\w*|scared|afraid|frightened|too scared) (\w+ ){0,2}?(not
              )?(to )?(want to )?go(ing)? home ~ (hit|beat|beats|punch\w*|belt|kill|hurt\w*|kick\w*|strap|batter\w*)
            (kicked|punched|beat|slapped|hit|battered|strangled) (mummy|mum|mam|my mum|her mum|his mum|daddy|dad)
            (pulled|tore|ripped|dragged) (\w+ ){0,4}?(out )?(by|of) (his|her|their|my) hair
            (is|was|been|keeps|still) (\w+ )?(beating|battering|strangling|punching|kicking|throttling|hitting) (<little
              one>|<home one>)
            (begging|begged|screaming at|pleading with|screaming for) him to (stop|let)
            (been|was|were|is|gets|got|has been) (\w+ )?(strangled|beaten up|beaten|battered) (\w+ ){0,2}?by (\w+ ){0,3}?
              (partner|husband|boyfriend|<home one>|father|mother|ex)
            he (broke|fractured|smashed) (her|my) (nose|jaw|arm|ribs?|face|cheek\w*|eye socket)
            <blow> (me|her) (again|up|last night|in front of) ~ (kill|child\w*|kids|police|<child>|screaming|hospital)
            (hell|he will|he is going to|hes going to|hes gonna|shell|will|going to) (\w+ )?kill (me|us|her|them) if (i|we|
              she|they) (go|leave|tell|ring|call|talk|speak|try to leave|ever)
        """),
    ),
    # somebody is touched, or worse
    ToldDanger(
        flag=Flag.CHILD_PROTECTION,
        act=told(r"""
            (touch\w*|touching|rub\w*|strok\w*|feel\w*|lick\w*|kiss\w*|grop\w*|fondl\w*) (\w+ ){0,3}?(private (parts?|bits|
              area)|privates|bits|willy|down there|between (her|his|my) legs|breasts?|boobs|bottom|crotch|where (he|she)
              shouldnt)
            (makes?|made|making|asks?|asked|forc\w*) (me|her|him|them|<name>) (\w+ ){0,5}?(to )?(touch|rub|kiss|lick|suck)
            (gets?|got|comes?|came|climb\w*|coming|getting) (\w+ ){0,2}?(in|into|in to) (my|her|his|their) (bed|room|
              bedroom) (\w+ ){0,6}?(night|touch\w*|and|when|naked|makes)
            (was|been|got|being|were|is) (\w+ )?raped
            (raped|molested|sexually (abus\w+|assault\w+)) (me|him|her|them|my|<name>)(?! (is|are|was|will|would|or|in))
            (has|have|having|had|been having) sex with (?!(?:his|her|my|your) (?:wife|husband|partner|boyfriend))(<person>)
            (takes?|taking|took|taken|films?|filming|filmed) (\w+ ){0,3}?(photos?|pictures?|pics|videos?|films?|him|her) (\w+
              ){0,3}?(with no clothes|naked|undress\w*|in the (bath|shower)|with nothing on|without (her|his|any) clothes)
            (shows?|showed|showing|makes? \w+ watch) (me|him|her|them|<name>) (\w+ ){0,2}?(porn|his (willy|private|penis)|
              dirty (films?|videos?))
        """),
    ),
    # somebody who works here hurts a child, or writes to one
    ToldDanger(
        flag=Flag.STAFF_ALLEGATION,
        act=told(r"""
            <works here> (\w+ ){0,5}?(slapped|punched|kicked|hit|smacked|strangled|choked|headbutted|throttled) (him|her|
              them|me|my (son|daughter|lad|boy|girl|child)|a (child|pupil|boy|girl|lad)|<name>)(?! (out|the|a|up|for six))
            <works here> (\w+ ){0,5}?(grabbed|dragged|threw|slammed|pinned|shoved|shook|pulled|lifted) (him|her|them|me|my
              (son|daughter|lad|boy|girl|child)|a (child|pupil|boy|girl|lad)|<name>) (\w+ ){0,3}?(by the|by (his|her)|
              against|into the|across the|round the|to the (floor|ground)|down the (stairs|corridor))
            (saw|seen|watched|caught|watch) (a colleague|her|him|<works here>) (\w+ ){0,3}?(hit|slap|punch|kick|drag|shake|
              throw|shove|strangle|smack|choke|grab) (<little one>|a child)
            <works here> (\w+ ){0,6}?(locked|shut|tied) (him|her|them|me|<name>) (\w+ ){0,2}?(in|up|to)
            <works here> ~ (messag\w*|texts?|texting|texted|snapchat\w*|dms?|emails?|sending|sent) ~ (underwear|knickers|in
              bed|naked|nudes?|delete|secret|love you|loves? (her|him)|sexy|pictures? in|topless|bra|wearing|alone)
            <works here> (\w+ ){0,4}?(kissed|kissing|touched|fondled|groped) (him|her|me|my|<name>)
        """),
    ),
    # pictures of a child
    ToldDanger(
        flag=Flag.INDECENT_IMAGE,
        act=told(r"""
            (naked|nude|topless|undressed|explicit|indecent) (pictures?|photos?|pics?|images?|videos?|selfies?) (\w+
              ){0,6}?(of|going|sent|shar\w*|round|around|my|her|him)
            (nudes?|naked pictures?|naked photos?|topless) ~ (going (round|around)|all over|group|shar\w*|sent (it|them|
              round|to)|everyone|unless|blackmail\w*|leak\w*|phones?)
            (put|post|send|share|leak|show|sending|posting) (\w+ ){0,8}?(nudes?|naked|topless|ones (he|she) has|pictures? of
              me|pics? of me) ~ (unless|if (i|she|he) (dont|doesnt|do not)|tonight|everyones?|online|group)
            (if|unless) (i|she|he) (dont|doesnt|do not|do) (\w+ ){0,3}?send (\w+ ){0,4}?(nudes?|naked|pics|pictures)
        """),
    ),
    # a stranger and a child
    ToldDanger(
        flag=Flag.CHILD_PROTECTION,
        act=told(r"""
            <grown man> ~ (messag\w*|talk\w* to|chat\w* (to|with)|text\w*|telling|asking|asks|sent|sends|sending|wants|met|
              snapchat\w*|pretend\w*|loves?)
            (meet|meeting|meet up with|see) (\w+ ){0,3}?(man|bloke|guy|adult|someone|somebody|lad|stranger|person) (\w+ ){0,3}?
              (met|from|on|off|he|she)
        """),
        words=(
            told(r"""
                (online|on (\w+ )?(snap\w*|insta\w*|discord|roblox|xbox|tiktok|whatsapp|a game|an app|fortnite|the game|her
                  phone|his phone|tablet|ipad)|snapchat|discord|roblox|insta\w*|messag\w*|texts?|texting|tablet|phone|chat\w*|
                  pretending|sending|money)
            """),
            told(r"""
                (naked|nudes?|nothing on|no clothes|undress\w*|topless|underwear|(pictures?|photos?|pics) of (her|him)\w*|
                  send (\w+ )?(pictures?|photos?|pics)|meet (her|him|up|with)|meeting (her|him|a man|up)|wants? to meet|to
                  meet (a|her|him|the)|come to the house|told (her|him) not to|not to tell|secret|loves? (her|him)|hotel|
                  keep it between)
            """),
            told(
                r"(her|him|herself|himself|my (daughter|son|girl|lad|niece|nephew)|our \w+|<child>|year \d+|she|he|shes|hes)"
            ),
        ),
    ),
    # followed, and not let go
    ToldDanger(
        flag=Flag.DANGER,
        act=told(r"""
            (follow\w*|tail\w*|chas\w*) (me|her|him|us|them|my|<name>|(mr|mrs|miss|ms) \w+) (\w+ ){0,6}?(home|to (my|her|his|
              our)|car|wherever|everywhere)
            (sat|stood|waiting|waited|waits|parked|is|was|been|stands|sits|hanging) (\w+ ){0,2}?(outside|opposite) (my|her|
              our|his|where i) (\w+ )?(house|flat|home|work|door|place|road|window|live)
            (put|found|hid|fitted|stuck) (\w+ ){0,2}?(tracker|airtag|gps) (\w+ ){0,2}?(on|in|under) (my|her|the|our)
            turns? up (wherever|everywhere|every time) (i|we|she|he)
        """),
        words=(
            told(r"""
                (again|every (day|night|morning|time)|days? running|keeps|until|till|all night|wherever|everywhere|nights?|
                  tried|trying|try|with (a|an) (\w+ ){0,3}?<weaponry>|frightened|scared|terrified|afraid|notes?|police|
                  turns? up|started|hours|tracker|airtag|order|comfortable|dont feel safe|handle)
            """),
        ),
    ),
    # small children by themselves, without food, or with nobody fit to mind them
    ToldDanger(
        flag=Flag.CHILD_PROTECTION,
        act=told(r"""
            (left|leaves|leave|leaving|are|is|been|home|alone|gone off|out|goes) (\w+ ){0,8}?(alone|on (her|his|their) own|by
              (them|him|her)sel(f|ves)|home alone|to fend for)
        """),
        words=(
            told(r"<long>"),
            told(r"<small>"),
        ),
    ),
    ToldDanger(
        flag=Flag.CHILD_PROTECTION,
        act=told(r"""
            (hasnt|havent|has not|not|nothing) (\w+ )?(eaten|been fed|had (any )?food|to eat) (\w+ ){0,2}?(since|for (two|three|
              days)|all (day|weekend))
            (no|nothing|never any) (\w+ )?(food|to eat|in the fridge|in the cupboards?)
            (cant|cannot|wont|couldnt) (wake|rouse) (\w+ )?(up|her|him|mum|dad|mummy)
            locked in (\w+ ){0,3}?(room|bedroom|cupboard|house|cellar) (\w+ ){0,3}?(all|weekend|while|day|without|for)
            (asleep|passed out|unconscious|collapsed|lying) (\w+ ){0,5}?(floor|since|sofa|settee)
        """),
        words=(
            told(
                r"(mum|mummy|mam|dad|daddy|mother|parents?|she|he|nan|carer) (\w+ ){0,8}?(drunk|passed out|using|asleep|out"
                r"|gone|away|floor|unconscious|left|wake|sleeping)|children next door|fed (\w+ ){0,3}?through"
            ),
            told(
                r"(<child>|<small>|him|her|them|she|he|they|\w+ is (three|four|five|six|seven)|since|house|home)"
            ),
        ),
    ),
    ToldDanger(
        flag=Flag.CHILD_PROTECTION,
        act=told(r"<drunken>"),
        words=(
            told(
                r"(about to|going to|gonna|just|trying to|has|is|wants to|insists on|now) (\w+ ){0,2}?(drive|drives|driven|"
                r"driving|drove|taking|got in(to)? the car)"
            ),
            told(r"(<child>|kids|children|home|them|him|her)"),
        ),
    ),
    # a plan
    ToldDanger(
        flag=Flag.DANGER,
        act=told(r"""
            list of (\w+ ){0,3}?(people|names|pupils|teachers|kids|everyone|girls|boys|staff) ~ (kill|die|dead|shoot|stab|get)
            (instructions|recipe|how) (\w+ ){0,3}?(to|for) (mak\w+|build\w*) (\w+ )?(pipe )?(bombs?|explosives?|a gun)
            (dont|do not) (come|go) (in|to school) ~ (live|die|safe|shot|hurt)
            names (\w+ ){0,3}?(with|marked) (\w+ ){0,3}?(dead|kill|die)
        """),
    ),
)
"""One row for each danger."""


@lru_cache(maxsize=4_000)
def may_tell(plain: str) -> bool:
    """Whether a folded sentence holds a word of any of these clauses."""
    return bool(MAY_TELL.search(plain))


@lru_cache(maxsize=2_000)
def is_told_as_true(plain: str) -> bool:
    """Whether a sentence tells what it says as something that is so."""
    return not sought(plain, NOT_SAID)


@lru_cache(maxsize=2_000)
def without_things(plain: str) -> str:
    """A folded sentence without the acts in which a thing acts or is acted on, or nobody is meant."""
    if not IN_EARNEST.search(plain):
        plain = KILLS_ME.sub(" ", plain)
    for thing in THINGS:
        plain = thing.sub(" ", plain)
    return plain


def told_whole(clause: str, around: str) -> Iterator[tuple[Flag, str]]:
    """The dangers that a sentence tells whole, whatever else the email says.

    Args:
        clause: the sentence, folded.
        around: the same with the sentences beside it.
    """
    if not may_tell(clause):
        return
    clause = without_things(clause)
    true = is_told_as_true(clause)
    for row in ROWS:
        if (true or row.of_oneself) and (found := said(clause, row.act)):
            if all(sought(around, words) for words in row.words):
                yield row.flag, found
