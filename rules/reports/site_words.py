"""How people tell of what happened on or at the premises, as phrases (rules/texts/phrases.py)."""

from collections.abc import Mapping

from ..texts.phrases import Patterns, phrases
from ..words import Deed

PREMISES = phrases(r"""
    (on|off|onto|in|into|at|by|outside|near|round|through|over|across|from|to|inside|around|along|behind|
      blocking|blocked) (\w+ ){0,3}?<premises>
    (on|off) (the )?(school )?(site|premises|grounds|property)
    (on site|onsite|in person|face to face|to my face|to (her|his|their) face)
    (pick ?up|drop ?off|home ?time|collection|the school run|parents evening|sports day|assembly|school fair|
      christmas fair|the disco|open (day|evening)|breakfast club|after school club)
    (came|comes|come|coming|walked|walks|marched|stormed|barged|turned up|burst|got|wandered|
      strolled) (\w+ ){0,3}?(in|into|up|to|through|onto|over|past|round)
""")
"""Where it happened: a place of the school, or a moment at which people are there."""

PLACES = phrases(r"""
    <premises>
    (zig ?zags?|bus bay|barrier|turning circle|school hall|stage door|my room|his room|her room|crossing|main road)
""")
"""A place of the school by its bare name, as a form's line for the place has it."""

OF_SITE: Mapping[Deed, Patterns] = {
    Deed.SITE_ASSAULT: phrases(r"""
        (hit|hits|hitting|punch\w*|slap\w*|shov(ed|es|ing)|push(ed|es|ing)|grab(bed|s|bing)?|kick(ed|s|ing)|
          headbutt\w*|spat|spit(s|ting)?|elbow\w*|barg(ed|ing) into|throttl\w*|strangl\w*|manhandl\w*|attack(ed|
          s|ing)?|assault\w*|jab(bed|s|bing)|swung|swing(s|ing)?|lash(ed|es|ing) out|poke(d|s)?|prod(ded|s)?|
          knock(ed|s|ing)|threw|throw(s|ing)?|thump\w*|bit|scratch\w*|pinn(ed|ing)|yank\w*|drag(ged|s|
          ging)) (\w+ ){0,3}?(me|him|her|them|us|<staff>|<child>|parent|dad|mum|mother|father|man|woman|lady|
          somebody|someone|at (me|him|her|them)|by the|in the (face|chest|arm|back)|against)
        (fight|fighting|fisticuffs|punch ?up|scuffle|brawl|came to blows|exchanged blows|physical altercation|
          laid hands on|hands round|trading punches|squar(ed|ing) up)
        (g[ai]ve|given|gives|landed|fetched|caught) (\w+ ){0,3}?an? (\w+ )?(clip|slap|smack|shove|push|punch|kick|
          belt|clout|thump|whack|elbow|head ?butt|back ?hander|crack)
        (struck|pushed past|shouldered|physically|with (his|her) (fist|fists|elbow|shoulder|hand|bag))
    """),
    Deed.SITE_THREAT: phrases(r"""
        (threat\w*|menac\w*|intimidat\w*)
        (said|shouted|told|yelled|screamed|saying|muttered|hissed|growled|promised|warned) (\w+ ){0,8}?(hed|
          shed|ill|id|he would|she would|he will|she will|i will|theyd|gonna|going to|was going to|
          were going to|is going to|would) (\w+ ){0,3}?(get|have|find|kill|hurt|hit|smash|punch|batter|deck|
          knock|break|sort|wait|come|do|burn|swing|lamp|be waiting|be back|see)
        (watch (your|her|his|their) back|you wait|just wait|youll (regret|see|pay|be sorry)|know where you live|
          be waiting for|step outside|outside now|sort (you|him|her|this) out)
        (raised|shook|shaking|waved|made|clench\w*) (\w+ ){0,2}?(fist|fists|hand|stick|bat)
    """),
    Deed.SITE_DAMAGE: phrases(r"""
        (smash\w*|broke|broken|breaking|kick(ed|s|ing)? (in|down|the|over|a)|ripp(ed|ing)|tore|torn|tearing|
          keyed|scratch(ed|ing)|dent(ed|ing)?|damag\w*|vandalis\w*|graffiti\w*|spray(ed|ing)?|snapp(ed|ing)|
          pull(ed|ing) (\w+ ){0,3}?(off|down|up)|threw|hurl(ed|ing)|slash\w*|let (\w+ ){0,3}?tyres? down|
          trash\w*|crack(ed|ing)|wreck\w*|egg(ed|ing)|punch(ed|ing) (the|a)|bent) (\w+ ){0,5}?(door|window|gate|
          fence|wall|car|sign|board|chair|table|desk|display|plant\w*|bike|scooter|barrier|intercom|buzzer|
          phone|computer|screen|mirror|wing|bench|glass|panel|post|bollard|bin|tyres?|intercom|planter|
          noticeboard|paint\w*)
        (it|arm|barrier|door|gate|handle|mirror|sign|fence) (\w+ )?(snapped|shattered|came (off|away)|gave way)
        to (replace|repair)
        (panes?|glass|windows?|locks?|padlocks?|fence|gate|door|barrier|hinges?|sign|camera) (\w+ ){0,6}?(is|
          are|was|were|has been|had been|came|is now) (\w+ )?(out|cut|off|down|gone|missing|bent|hanging|
          in bits|ruined)
        (paint|graffiti|egg|glue) (on|over|across|all over) (\w+ ){0,2}?(door|wall|gate|window|sign|car|
          windscreen|fence)
        (door|window|gate|fence|wall|car|sign|chair|table|display|bench|intercom|noticeboard|screen|
          glass) (\w+ ){0,4}?(smashed|broken|damaged|kicked|cracked|ripped|keyed|off its hinges|bent|dented|
          graffiti\w*|in pieces)
    """),
    Deed.SITE_TRESPASS: phrases(r"""
        (without (signing|permission|asking|an appointment|being|a (visitors? )?badge|a lanyard|authorisation|
          buzzing)|unannounced|uninvited|unauthorised|unaccompanied|trespass\w*|not (meant|supposed|
          allowed) to be (on|in|there|here)|banned from|barred from|despite (the|his|her|being) (ban|bar|letter|
          told))
        (climb\w*|jump\w*|vault\w*|scal(ed|ing)|hopp\w*|squeez\w*|cut|tailgat\w*|follow(ed|ing) (\w+ ){0,4}?(in|
          through)|slipp\w*|sneak\w*|snuck|push(ed|ing) past|got past|walked (straight|right) (in|past|through|
          into)|let (him|her|them)sel(f|ves) in|marched (straight |right )?(in|into|past|down|through)|
          barged (straight |right )?(in|into|past)|wander\w*|stroll\w*|came (straight |right )?(in|
          into) (the )?(class\w*|school|building|corridor|hall)) (\w+ ){0,5}?(gate|fence|wall|reception|school|
          building|classroom|corridor|playground|in|barrier|door|site|room|year|nursery|grounds|field)
        (refus(ed|es|ing)|would not|wouldnt|wont|will not|declin\w*) (\w+ ){0,3}?(to )?(leave|go|move on|
          sign in|get off|get out|wear a (badge|lanyard)|budge|stand down)
        (hadnt|hasnt|didnt|not|never|without) (\w+ )?sign(ed|ing)? in
        no (\w+ )?(badge|lanyard|pass|appointment)
        past (the|our|my) (\w+ )?(desk|office|reception|receptionist)
        (asked|told|instructed) (\w+ ){0,8}?to (leave|go|get off)
        (came|got|went|gets|comes|walked|walks|pushed) (\w+ ){0,2}?(in|over|through|past) (\w+ ){0,4}?(door|
          fence|gates?|wall|me|us|hall|reception|barrier|hedge|turnstile)
        (how|where) (he|she|they) (came|got) in
        (no|without|has no|had no) (\w+ )?(booking|appointment|permission|pass|badge|business|
          right) (\w+ ){0,3}?(there|here|on|in|to|and)
        (found|saw|spotted|caught|seen) (\w+ ){0,5}?(wandering|hanging (about|around|round)|sitting|lurking|
          loitering|inside|in the (corridor|toilets?|cloakroom|classroom|grounds|staff ?room|building))
        (loiter\w*|lurk\w*|hanging (about|around|round)|sleeping|camp(ed|ing)) (\w+ ){0,4}?(site|grounds|gates?|
          playground|field|car park|school|fence)
    """),
    Deed.SITE_PRESSING: phrases(r"""
        (wouldnt|would not|wont|didnt|did not|refus\w+ to) (\w+ )?(budge|shift|move|leave|go away|go until|go till|
          stand aside|get out of)
        (before|until|till) (she|he|they)(d| would| will|ll)? (budge|shift|move|leave|go)
        (stood|standing|stands|planted|sat|put (him|her)self|moved \w+ \w+) (\w+ ){0,3}?(in|across|in front of|
          against) (my|the|our) (\w+ ){0,2}?(doorway|door|way|desk|car door)
        (would not|wouldnt|not) (\w+ ){0,4}?(until|till|unless) (i|we|id|wed) (\w+ ){0,2}?(agree\w*|
          answer\w*|promis\w*|sign\w*|give|gave|said|change\w*)
        (demand\w*|insist\w*|corner\w*|confront\w*|collar\w*|button ?hol\w*|ambush\w*|accost\w*|harangu\w*|
          badger\w*|hassl\w*|wouldnt (let|stop|take no|listen)|would not (let|stop|take no|listen)|blocked (my|
          her|his|the) (way|path|exit|door|car)|blocking (my|her|his|the) (way|path|exit|door)|stood (over|
          in front of|in the doorway)|in (my|her|his) face|lean\w* over|follow(ed|ing|s) (me|her|him|them|
          <staff>)|chas(ed|ing) (me|her|him|<staff>)|kept (on )?at (me|her|him)|poked (his|her) finger|
          finger in|pointing (his|her) finger|trapp(ed|ing) (me|her|him|<staff>)|barred the door|waited for (me|
          her|him|<staff>)|waiting for (me|her|him|<staff>)|grill(ed|ing)|lay(ing)? into|laid into|have it out|
          went for|going on and on|wont take no)
        (refus(ed|es|ing)|would not|wouldnt|wont) (\w+ ){0,3}?(to )?(leave|go|move) (\w+ ){0,4}?(office|meeting|
          room|until|till|without|reception|desk|my|her|his)
        (want(s|ed)? to see the (head|teacher|manager) (now|there and then|immediately|right))
    """),
    Deed.SITE_ABUSE: phrases(r"""
        (a (right |proper |real )?mouthful|e?ff(ed|ing|s)|f ing|jeff(ed|ing)|choice (words|language)|
          (very |such )?bad language|language at)
        (swear\w*|swore|sworn|curs(ed|ing)|cuss\w*|effing|f ?word|c ?word|four letter|foul|bad language|
          foul mouthed|obscenit\w*|expletive\w*|profan\w*|verbal\w* abus\w*|abus(ed|ive|ing|e)|hurl\w* (abuse|
          insults)|shout(ed|s|ing)?|yell(ed|s|ing)?|scream(ed|s|ing)?|bawl\w*|bellow\w*|rant(ed|ing)?|kick(ed|
          ing) off|lost it|lost (his|her) (temper|rag|head)|flew off|went off on one|mouth(ed|ing) off|gave (me|
          her|him|them) (a )?mouthful|telling (me|her|him) (to|where)|told (me|her|him|them|<staff>) to (f\w*|
          shut|get stuffed|go to|sod|bog|naff|piss|do one|jog on)|tirade|torrent|insult\w*|called (me|her|him|
          them|us|<staff>)|name calling|rude\w*|aggress\w*|ear ?ful|raised (his|her) voice|two fingers|
          finger up|v sign|gestur\w*|gob(bed|bing)?|had a (\w+ )?(go|pop|dig) at|having a (go|pop) at|
          tore (in)?to|slagg\w*|screech\w*|ballistic|berat\w*)
    """),
    Deed.SITE_ALCOHOL: phrases(r"""
        (drunk|drunken|tipsy|inebriated|intoxicated|worse for wear|slurr\w*|unsteady|stagger\w*|sway(ed|ing)|
          been drinking|drinking|(smell\w*|smelt|stank|stinking|reek\w*|whiff) (\w+ ){0,2}?(of )?(drink|alcohol|
          booze|beer|lager|cider|wine|vodka|whisky|weed|cannabis|dope|skunk)|(can|cans|bottle|bottles|tinny|
          tinnies|hip ?flask|pint) (of|in (his|her)|with)|lager|cider|vodka|prosecco|smok(ed|es|ing)|vap(e|ed|
          es|ing)|cigarette\w*|fag|fags|spliff\w*|joint|cannabis|weed|stoned|high on|under the influence|drugs|
          dealing|off (his|her) (face|head))
    """),
    Deed.SITE_DOGS: phrases(r"""
        (dog|dogs|puppy|pup|staffie|staffy|labrador|alsatian|terrier|bulldog|xl bully|jack russell|spaniel|
          cockapoo|whippet|lurcher|german shepherd|husky|pooch|mutt)
    """),
    Deed.SITE_PARKING: phrases(r"""
        (stop(s|ped)|wait(s|ed)|sits|sat|left|leaves|draws? up|pulls? up) (\w+ ){0,6}?(car|van|range rover|
          people carrier|4x4|suv|vehicle|lorry|bus bay|zig zags?|motor)
        (park(ed|s|ing)?|double park\w*|zig ?zag\w*|yellow lines?|dropped kerb|disabled (bay|space)|
          residents? (drive\w*|gate)|across (my|our|the) (drive\w*|gate)|mount(ed|ing|s) the (pavement|kerb)|
          on the (pavement|kerb)|revers(ed|es|ing)|speed(ing|s)?|drove|driv(es|ing|en)|engine (running|idling)|
          idling|u ?turn\w*|three point turn|road rage|wing mirror|nearly (hit|ran|run|knocked)|almost (hit|ran|
          run|knocked)|bus lane|turning circle|ambulance access|
          blocked (the )?(gate|entrance|road|drive\w*|bus|access)|blocking (the )?(gate|entrance|road|drive\w*|
          bus|access)|beep\w*|honk\w*|rev(ved|ving|s))
    """),
    Deed.SITE_FILMING: phrases(r"""
        (film(ed|ing|s)?|record(ed|ing|s)|video(ed|ing|s)?|livestream\w*|tak(es|ing|en) (\w+ ){0,2}?(photos?|
          pictures?|pics?|video)|took (\w+ ){0,2}?(photos?|pictures?|pics?|video)|photograph(ed|ing|s)|
          phone (out|up|in (my|her|his) face)|(holding|held|pointing|pointed|stuck|shov\w*) (\w+ ){0,3}?(phone|
          camera)|go ?pro|drone|camera)
    """),
}
"""What was done on site, by deed, the gravest first."""
