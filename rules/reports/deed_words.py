"""How people tell of each deed, as phrases (rules/texts/phrases.py); what they add up to is in deeds.py.

These are the verbs and nouns of a deed itself, not words for running somebody down: an insult is told by who says it
of whom, whatever the word is.
"""

from collections.abc import Mapping

from ..texts.phrases import Patterns, phrases
from ..words import Deed

SAYING = phrases(r"""
    <puts> (that|about|on|in|up|a|an|the|how|her|him|it|this|these|some|something|loads|stuff|all|under|
      comments?|things)
    (said|says|saying|called|calls|calling|wrote|writes|written|posted|posting|posts|commented|comments|
      commenting|tweeted)
    (slag\w*|rant\w*|mock\w*|bad ?mouth\w*|having a (go|pop|dig)|taking the (mick|mickey|piss)|laughing at|
      piss\w* on)
    (insult\w*|abus\w*|rude|nasty|horrible|vile|unkind|derogatory|offensive|cruel|spiteful|
      foul) (\w+ ){0,3}?(comment|post|thing|remark|word|message|name|about)\w*
    (running|putting|pulling|dragging) (\w+ ){1,3}(down|through the mud|apart)
    (post|comment|message|status|tweet|thread|story|caption|reply)s? (\w+ ){0,3}?(about|says?|reads?|saying|
      calling|of|on|from)
""")
"""Somebody wrote or said something."""

RUNS_DOWN = phrases(r"""
    (call|calls|called|calling) (\w+ ){1,4}?(a|an|the|that|names|all sorts|every name)
    (insult|mock|ridicul|belittl|slagg|slate|taunt|sneer|humiliat|degrad|demean|disrespect|bad ?mouth|abus|
      bull)\w*
    (rude|nasty|horrible|vile|unkind|derogatory|offensive|cruel|spiteful|foul|disgusting|hurtful|mean|awful|
      insulting|personal) (\w+ ){0,3}?(about|comment|post|thing|remark|word|message|name)\w*
    (having|had) a (go|pop|dig) at
    (tak(es|ing)|took) the (mick|mickey|piss|michael) (out )?(of)?
    (couldnt|could not|cant|cannot|wouldnt|would not) (\w+ ){1,8}?(if|in a|to save|out of|a|any|from|without|
      with)
    (waste of|not fit|unfit|fit for|needs? (a |to be )?(sack\w*|retir\w*|shot of)|wants? (sack\w*|shooting|
      retiring|putting)|should (be|have been|never have been) (sacked|fired|retired|struck|given|allowed|let|
      put))
    (thick|daft|dim|dense|soft|bent|slow|mad|useful|much use|bright|sharp|nutty) as
    (what a|such a|proper|complete|absolute|total|utter|right|pure|typical|bloody|fucking|effing|flipping|
      stupid|fat|lazy|ugly|old|miserable|sad|little|useless) (\w+ ){0,2}?<any name>
    (two|three|half|few|several|couple of) (\w+ )?(short of|sandwiches|cans|bricks)
    (lights are on|not the (brightest|sharpest|full)|face like|looks like a|smells? (like|of)|built like|
      dressed like|walks like|talks like|voice like|brain of|brains of|iq of|personality of|charm of|like a wet)
    (is|was|are|s|hes|shes|theyre|being|youre) (nothing but |just |such |some kind of |one |that |about as |
      as )?(a|an) (?!(new |good |very |really |part ?time |supply |full ?time |great |lovely )?(teacher|
      governor|ta|parent|mum|dad|friend|member|pupil|child|boy|girl|lady|woman|man|person|teaching|headteacher|
      supervisor|nurse|cleaner|cook|coach|neighbour|volunteer)s?\b)
    \w+ as (a|an|two|bottled|pig|dish) \w+
    (thinks|acts like|reckons) (shes|hes|theyre|she is|he is) (\w+ )?(the|it|god|lady|lord|queen|king|better|
      above|all that|something|mother)
    (does|do|doing) my (head|nut) in
    (is|was|are|s|hes|shes|theyre) (the|some|one of the|such) (\w+ )?(biggest|worst|most \w+|\w{4,}iest|right|absolute)
    (is|was|hes|shes) some (?!of|days|time|times|kind)\w+
    (?<!i )(?<!we )(couldnt|could not|cant|cannot) (\w+ )(a|an|my|our|his|her|their|own|the) (\w+ ){1,4}?(to|in|with|if|
      on|at|out|for)
    (?<!i )(?<!we )(couldnt|could not|cant|cannot) (find|organise|tie|spell|count|boil|run) (a|an|his|her|their)
    (excuse|wipe|waste|streak|lump|poor imitation) (for|of) (a|an|space) (\w+)?
    (in charge of|trusted with|fit to run) (a|an) \w+,? (let alone|never mind|much less)
    who (does|do) (he|she|they) think (he|she|they) (is|are)
    (only thing|all|what) (these|those|you|them) \w+s (\w+ )?(read|understand|do|want|care|are good)
    wouldnt know (a|an|how|what|one|where)
    (needs|want\w*|could do with) (\w+ )?(a new|a brain|a bath|glasses|shooting|putting)
    (call|calls|called|calling) (\w+ ){0,2}?(him|her|me|us|them)
    (worst|laziest|nastiest|rudest|thickest|useless|most useless|dimmest) (\w+ )?(teacher|head|ta|person|woman|
      man|thing|member|mum|dad|parent|kid|child|class|in)
""")
"""Somebody is run down, told by the frame of the sentence and not by the insult in it."""

KIND_WORDS = phrases(r"""
    (best|lovely|brilliant|amazing|fantastic|wonderful|excellent|superb|kind|great|fab|fabulous|star|stars|hero|
      legend|compliment\w*|made my day|recommend\w*|blessed|lucky|grateful|thank\w*|congratulat\w*|proud|well done|
      good luck|happy birthday|praise\w*|nice|helpful|supportive)
""")
"""Words of praise: beside them nothing is drafted unasked, they may be meant, or not."""

PRIVATE = phrases(r"""
    my (\w+ )?(own|private|personal|home) (\w+ )?(account|instagram|insta|facebook|messenger|linkedin|phone|mobile|
      number|email|snapchat|profile|twitter|strava|whatsapp)
    (direct messages?|dms?|messages?|friend requests?) (to|on|from) (\w+ ){0,2}?my (own|private|personal)
    my (linkedin|messenger|home phone|own mobile)
    friend requests?
""")
"""An account or a number of somebody's own, as a form's line for the place has it."""

UNTRUE = phrases(r"""
    (untrue|not true|isnt true|wasnt true|no truth|false|falsely|made (it |this |that |all )?up|never happened|
      didnt happen|not what happened)
    (none|nothing|not a word|no word|not one word|no bit|no part) of (it|this|that|which) (is|was|were) (so|true|
      right|correct|the case)
    (which|it|that|this) (is|was) (not|simply not|just not|plainly not) (so|true|the case|right|correct)
    (not a word|no word|not an ounce|not one word|nothing|no) of? ?truth (in|to|about)
""")
"""Whoever reports it says that it is not so."""

OF_DEED: Mapping[Deed, Patterns] = {
    Deed.PICTURE: phrases(r"""
        <snaps>( \w+){0,3}? (of|with|from|showing|where|taken|on|to|in|was|were|are|has|have|shared|posted)
        (share|shared|shares|sharing|post|posted|posting|posts|put|puts|upload\w*|took|taken|taking|takes|
          tagged) (\w+ ){0,4}?<snaps>
        photograph(ed|ing)
    """),
    Deed.VIDEO: phrases(r"""
        (video\w*|clip|clips|footage|reel|reels|livestream\w*|live ?stream\w*|recording|recorded|filmed|filming|
          (full|match|short|whole|minute|hour) (\w+ )?film|went live|going live|dash ?cam|film of)
    """),
    Deed.CLAIM: phrases(r"""
        (untrue|not true|isnt true|wasnt true|no truth|false|falsely|lie|lies|lied|lying|made (it |this |that |
          all )?up|making (it |this |things |stuff )up|fabricat\w*|invented|never happened|didnt happen|
          misinformation|fake news|rumour\w*|rumor\w*|gossip\w*|defam\w*|libel\w*|slander\w*|hearsay|
          not what happened)
        (none|nothing|not a word|no word|not one word|no bit|no part) of (it|this|that|which) (is|was|were|
          being) (so|true|right|correct|the case)
        (which|it|that|this) (is|was) (not|simply not|just not|plainly not) (so|true|the case|right|correct)
        (not a word|no word|not an ounce|not one word|nothing|no) of? ?truth (in|to|about)
        (is|its|are) (all )?(rubbish|nonsense|tosh|a fib|fibs|made up|an invention|a fairy tale|complete fiction)
        (takes?|took|taken|has had|had|pinched|owes?|kept|skimmed|helped (him|her|them)selves to) (\w+ ){0,4}?(£ ?\d+|
          \d+ (pounds|quid|grand)|the (money|cash|takings|float|tin|fund|funds))
        (steal\w*|stole|stolen|thief|thieves|nick(ed|ing|s)|fiddl\w*|pocket(ed|ing|s)|fraud\w*|embezzl\w*|
          on the take|back ?hander\w*|brib\w*|corrupt\w*|cook\w* the books|missing money|money (is |has |
          went )?(gone|missing)|where the money|(money|cash|funds|fees|takings|tin|pot) (\w+ ){0,9}?(never|
          vanish\w*|had it away|nowhere|spent on|disappear\w*)|had it away|lin(ed|es|ing) (\w+ )?pockets?|
          skim\w*|siphon\w*)
        (cover(ed|s|ing)? (it |this |things |that )?up|brush\w* (it|this|things) under|hush\w* up|
          sweep\w* \w+ under|turn\w* a blind eye|look\w* the other way)
        (having an affair|affair with|sleeping with|shagging|carrying on with|at it with|knocking off)
        (was|got|been|being|is being|is getting) (sacked|suspended|struck off|arrested|investigated|thrown out|
          kicked out of|banned from|done for|convicted|cautioned)
        (criminal record|struck off|forged|faked|rigged|fixed the|cheat(ed|ing|s)? (in|on|at)? ?(the )?(sats|
          results|exams?|tests?|ofsted)|doctored|falsif\w*)
        (no|without|hasnt got|never got|fake) (\w+ )?(qualifications?|degree|dbs|teaching certificate|checks)
        (drunk|drinking|drinks|hungover|stoned|high|on drugs|taking drugs|coke|dealing|wasted|
          smell\w* of (drink|booze|alcohol|weed)) (\w+ ){0,3}?(at work|in class|in school|on the job|in lessons|
          at school|in charge|on duty)
        (told|tells|telling) (everyone|everybody|people|other (parents|mums|dads)|the (whole )?group|
          anyone) (that |how )?
        (accus\w+|alleg\w+|claim\w*|insinuat\w*|implied|implying|reckons|makes out|making out|
          made out) (\w+ ){0,4}?(of|that|to|we|the|she|he|is|are|was|has|had|<staff>|<child>)
        (gives?|gave|giving|getting|gets|got) (\w+ ){0,4}?(jobs?|places?|favours?|contracts?|preferential|
          special treatment) (\w+ ){0,4}?(to|for|because|mates|family|friends|husband|wife|son|daughter)
    """),
    Deed.HATE: phrases(r"""
        (racis\w*|racial\w*|homophob\w*|transphob\w*|islamophob\w*|anti ?semit\w*|sexis[tm]|misogyn\w*|bigot\w*|
          xenophob\w*|hate (crime|speech|post)|hateful|slurs?|ableis[tm]|prejudice\w*|discriminat\w*|
          neo ?nazi\w*|nazi salute|swastika\w*|white power|great replacement)
        (n word|nigger\w*|nigga\w*|paki|pakis|faggot\w*|tranny\w*|poofter\w*|queers|dyke|gyppo\w*|gypsy scum|
          pikey\w*|pikeys|spastic\w*|spaz\w*|retard\w*|mong|chink\w*|coon\w*|wog|wogs|kike\w*|raghead\w*|
          towelhead\w*|golliwog\w*)
        (send|ship|sent|shipped|kick|deport) (\w+ ){0,4}?(home|back|packing|out of (the|this|our) country|all)
        (go|get|went|bugger|clear|naff|sod) (off )?(back|home) (to )?(where|your own|his own|her own|their own|
          africa|poland|romania|pakistan|syria|india|wherever|the jungle)
        (these|those|them|the|all|bloody|dirty|too many|full of|filthy|illegal|more) (\w+ )?<group>
        <group> (are|is|shouldnt|should not|dont belong|taking|take|coming|breed\w*|get|got|have|always|only|
          everywhere|all)
        (taking over|overrun|invad\w*|not one of us|their (kind|sort|lot)|that lot|our own (kids|children|
          people) first|dont (even )?speak (a word of )?english|learn english|speak english|british (kids|
          children|people) first|ban the (hijab|burka|niqab)|sharia|not normal people|against (nature|god))
        (breeding ground|headscar\w*|hijab\w*|prayer room|black history|white history|pride (flag|month|club)|
          ramadan|eid|halal|turban\w*)
        (monkey|banana|gorilla|ape|chimp)s? (\w+ )?(emojis?|noises?|chants?|gifs?|sounds?|memes?|pictures?)
        (picture|photo|emoji|gif|meme|image)s? of (a |an |some )?(monkey|banana|gorilla|ape|chimp)s?
        (because|cos|for being|just as|due to|on account of) (\w+ ){0,3}?(black|brown|asian|gay|lesbian|trans|
          muslim|jewish|polish|romanian|foreign|disabled|autistic|traveller|immigrant|his colour|her colour|
          their colour|skin colour|their religion|his religion|her religion|her accent|his accent)
    """),
    Deed.NAMING: phrases(r"""
        (named|names|naming|name (of|and|is|was)|full name|first name|by name|identif\w+|pointed out|outed|
          gave (his|her|their) name|whose name|published (his|her|the)) (\w+ ){0,6}?(<child>|<pupil name>)
        (<child>|<pupil name>|childs|childrens|sons|daughters|pupils) (\w+ ){0,3}?(named|by name|identif\w+|
          name (is|was|and|in)|full name|names?)
        (everyone|anyone|anybody|you can|people) (\w+ ){0,3}?(knows?|tell|work out|guess|see) (\w+ ){0,2}?(who|
          which) (\w+ ){0,2}?(child|kid|pupil|boy|girl|it is|he is|she is|is meant)
        (tagged|put) (\w+ ){0,3}?(name|school and class|class and name|which class)
    """),
    Deed.CONTACT: phrases(r"""
        (friend|follow|connection) requests?
        (messag\w*|dm\w*|text(ed|s|ing)?|whatsapp\w*|inbox\w*|pm(ed|d)?|snap(ped|ping|s)?|add(ed|ing)|follow(ed|
          ing|s)?|contact\w*|ring(s|ing)?|rang|phon(ed|es|ing)|call(ed|s|ing)?) (me|her|him|<staff>|our <staff>|
          one of our \w+|one of (the|my) \w+) (\w+ ){0,6}?(on|at|through|via|by|late|privately|out of hours|
          directly|in the evening|at night|at home)
        (messages?|dms?|texts?|whatsapps?|voice ?notes?|emails?) (\w+ ){0,4}?(to|on|at|from) (\w+ )?(my|her|his|
          <staff>|staffs?|their) (\w+ ){0,2}?(own|private|personal|account|phone|number|mobile|facebook|
          insta\w*|messenger|linkedin|home)
        (my|her|his|their|staff|staffs|s) (own |private |personal |home )+(\w+ )?(account|phone|number|mobile|facebook|
          insta\w*|messenger|profile|email|address|whatsapp)
        (found|got hold of|tracked down|got) (my|her|his|<staff>) (\w+ ){0,2}?(number|profile|account|facebook|
          insta\w*|address)
        (trying|tried|tries|keeps trying|wants|wanted) to (add|friend|follow|befriend|connect with|chat to|
          message) (me|her|him|<staff>)
    """),
    Deed.IMPERSONATION: phrases(r"""
        (impersonat\w*|imposter\w*|impostor\w*|parody|spoof (account|page|profile)|pretend\w* to be|posing as|
          passing (it|itself|himself|herself) off|mock(ed)?[- ]up of our)
        (fake|false|bogus|phoney|copycat|clone[d]?|duplicate|made ?up|unofficial|dodgy|
          second) (\w+ ){0,3}?(account|page|profile|group|site|website|twitter|facebook|insta\w*|tiktok|channel)
        (account|page|profile|group|website|channel|tiktok|insta\w*) (\w+ ){0,5}?(in (the|our|her|his|my) name|
          in the name of|called after|using (our|the|her|his|my|a)|with (our|the school|her|his|
          my) (\w+ )?(logo|badge|crest|name|photo|picture|face)|that (isnt|is not) (ours|hers|his|mine)|
          looks? (just |exactly |a lot )?like (ours|the schools?|the official|the real|hers|his|mine))
        (us(es|ed|ing)|copied|copying|nicked|lifted|stolen|stole|has|with|under) (our|your|the schools?|the academys?|
          her|his|my) (\w+ ){0,2}?(logo|badge|crest|name and photo|photo and name|banner|letterhead|name and logo)
        (set up|setting up|made|created|opened|started|runs?|running) (\w+ ){0,5}?(in (the|our|her|his|my|mr|
          mrs|miss|ms) (\w+ ){0,2}?name|as (if|though) (it|they|he|she) (was|were)|made to look|to look like|
          that looks like|pretending)
        (our|the schools?|your|the academys?) (crest|badge|logo|letterhead|name)
        (read|reads|looks?|made to look|appears?|sounds?|signs? (\w+ ){0,2}?) as (if|though) (\w+ ){0,3}?(ours|us|
          official|the school|the academy)
        call(s|ed|ing) (itself|themself|themselves|himself|herself) (\w+ ){0,3}?(official|head|school|academy|the head|
          @?\w*(head|school|academy)\w*)
        (in (our|the schools?|the heads?|the academys?|my|your) name|@\w*head\w*)
        (not (ours|our page|our account|us|the (real|official) (school|page|account)))
    """),
    Deed.CRITICISM: phrases(r"""
        (petition\w*|one star|1 star|two stars?|star review|bad review|negative review|google review|
          reviewed (us|the school)|left (\w+ ){0,3}?review|trustpilot|change\.org)
        (complain\w*|moan\w*|grumbl\w*|rant\w*|whing\w*|slat(ed|es|ing)|grip(ed|es|ing)|having a go|unhappy|
          not happy|fed up|kicking off|critici\w*|grievance) (\w+ ){0,6}?(about|at|with|over|on|
          of) (\w+ ){0,4}?<school matters>
        (the|this|that) school (is|has|are|does|doesnt|never|cant|couldnt|wont|dont|should|needs|went|used to|
          just) (\w+ ){0,3}?
        (anyone|anybody) else (\w+ )?(fed up|think|find|had|noticed|sick|having)|(emailed|rang|phoned|
          asked) (\w+ )?(twice|three times|again) (\w+ )?no (reply|answer|response)|(schools?|
          school is) (a )?(bit )?(rubbish|useless|hopeless|poor|slow) at|(dont send|wouldnt send|not send|
          take your (kids|children) (out|elsewhere)|name and shame|avoid this school|boycott)
        <school things> (is|are|was|were|has been|have been) (a |an |the |so |too |very |just |
          absolutely )?(joke|disgrace|shambles|rubbish|awful|terrible|useless|shocking|shit|crap|poor|bad|
          unfair|ridiculous|pathetic|going downhill)
    """),
    Deed.REPEATED: phrases(r"""
        (harass\w*|stalk\w*|hound\w*|bombard\w*|barrage|relentless\w*|incessant\w*|constant\w*|non ?stop|
          pester\w*|persist\w*|campaign (against|of)|vendetta|targeting|wont (stop|leave|let it)|will not (stop|
          leave)|doesnt stop|keeps (on )?\w+ing|kept (on )?\w+ing|obsess\w*)
        (every|each) (single )?(day|night|evening|morning|week|weekend|lesson|few (minutes|hours|days)|hour)
        (day after day|night after night|again and again|over and over|time and again|on a daily basis|
          for the (last|past) (\w+ )?(days|weeks|
          months|term|year)|several times|many times|multiple (times|posts|occasions|messages)|more than once|
          for (weeks|
          months|days)|on and on)
        (\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a dozen|dozens of|hundreds of|
          loads of|twenty|thirty|forty|fifty) (\w+ )?(messages|posts|calls|texts|emails|times|
          occasions|separate|tweets|videos|voice ?notes|missed)
        (second|third|fourth|fifth|sixth|umpteenth|yet another|another) (\w+ )?(post|time|message|comment|one|
          video|occasion|tweet) (\w+ ){0,4}?(this|in|now|since|from|about|today|week|month|of hers|of his)
    """),
    Deed.PASSING_ON: phrases(r"""
        (forward\w*|re ?shar\w*|re ?post\w*|retweet\w*|passed (it|this|them|the \w+) (on|round)|sent (it|this|
          the \w+) (on|round)|shared (somebody|someone) elses)
    """),
}
"""What was done, by deed. The deeds on site are in site_words.py; words, threats and allegations in deeds.py."""
