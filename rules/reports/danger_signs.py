"""The signs of danger, each a class of words; one alone never alarms. What must come together is in urgency.py.

They are read after figures of speech have been taken out. A sign says what is told of (a body hurt, a home, a secret,
a weapon), so that new words of the same class belong here and new dangers are new combinations.
"""

from collections.abc import Mapping
from enum import StrEnum

from ..texts.phrases import Patterns, phrases


class Sign(StrEnum):
    """What is told of."""

    CHILD = "a child"
    PERSON = "a person"
    STAFF = "somebody who works with children"
    HOME = "somebody at home"
    TELLS = "somebody tells or shows it"
    FEAR = "fear, or keeping quiet"
    HURT = "a body hurt"
    BY_HOME = "a body hurt by somebody at home"
    HELD = "somebody held, locked in or thrown"
    SEXUAL = "something sexual"
    NAKED = "nakedness"
    PICTURE = "a picture"
    PILLS = "a way to harm oneself"
    ENDING = "not wanting to live"
    WEAPON = "a weapon, or fire"
    VIOLENCE = "violence"
    MENACE = "violence that is announced"
    ASSAULT = "somebody laying hands on another"
    INJURED = "an injury"
    BURNING = "a building set on fire"
    ADULT = "a grown-up"
    INTENT = "an intent"
    PLACE = "a place or a time near"
    TAKING = "taking a child away"
    MISSING = "somebody missing"
    FOLLOWING = "somebody following or waiting"
    HUNGER = "hunger or cold"
    UNWASHED = "dirt, sores or the same clothes"
    ALONE = "a child left alone"
    DRUNK = "drink or drugs"
    CHARGE = "in charge of a child or a car"
    EXPLOITED = "gifts, older people, packages"
    STRANGER = "a stranger online"
    CALLED = "police or social care"
    EXTREME = "extremism"


SIGNS: Mapping[Sign, Patterns] = {
    Sign.CHILD: phrases(r"""
        (<child>|<child>s|toddlers?|babies|bairns?|little (ones?|boy|girl)|twins|teenagers?|tutor group|
          carpet time|y ?\d{1,2}|year \d{1,2}|reception class|\d{1,2}[a-h]|my friend|aged? \d{1,2}|
          \d{1,2} years? old|miss i|i dont want (my )?(mum|dad)|(told|tell|ring|at) (my |me )?(mum|mums|dad|
          dads|mam|nan)s?)
    """),
    Sign.PERSON: phrases(r"""
        (i|me|my|myself|us|our|he|him|she|her|them|they|their|you|your|u|ya|ur|someone|somebody|anyone|everyone|
          <staff>|<child>|<family>|whoever|the lot of|\w+s mum|\w+s dad|(mr|mrs|miss|ms|dr) \w+)
    """),
    Sign.STAFF: phrases(r"""
        (<works>|teachers?|coach\w*|tutors?|sir|club leader|escort|minibus driver|taxi driver|who (takes|runs|
          does|drives) (the|our|his|her) \w+|helpers?|volunteer\w*|governor|form tutor)
    """),
    Sign.HOME: phrases(r"""
        (dad|dads|daddy|daddys|mum|mums|mummy|mam|mams|mother|father|step ?dad|step ?mum|stepfather|stepmother|
          partner|partners|boyfriend|boyfriends|fella|girlfriend|husband|wife|ex|uncle|carer|foster|his lad|
          her lad|at home|indoors|home address|mother has|father was)
    """),
    Sign.TELLS: phrases(r"""
        (told|tells|telling|said|says|saying|showed|shows|disclos\w*|whisper\w*|wrote|written|drew|drawn|
          drawing|asked me|confided|blurted|let slip|came out with|mention(ed|s)|explained|admitted|reckons|
          swears|heard|hear|hears|saw|seen|noticed|found|find|has got|there (is|are|was|were)|theres)
    """),
    Sign.FEAR: phrases(r"""
        (scared|frightened|terrified|petrified|afraid|shaking|trembling|crying|sobbing|distressed|hiding|hides|
          hid|under the (table|bed|stairs)|(doesnt|does not|didnt|dont|wont|wouldnt|
          not) (\w+ )?(want to )?go(ing)? (back )?home|(dont|do not|not to|never|mustnt|cant|made me swear|
          promise|promised) (\w+ ){0,3}?(tell|say|ring|anyone|anybody|know)|secret|between (us|them|ourselves)|
          keep it (quiet|between)|hell know|he will know|she will know|last time i told|locked the door|
          changed her number|safe|unsafe|begged|begging|please help|help (me|us)|not allowed to)
    """),
    Sign.HURT: phrases(r"""
        ((hit|hits|hitting|beat|beats|beating|beaten|belts?|belted|punch\w*|slapp?\w*|slaps|smack\w*|kick\w*|
          thump\w*|batter\w*|thrash\w*|whipp?\w*|strapp?\w*|burn|burns|burnt|burned|scald\w*|bruis\w*|
          marks? (\w+ )?(on|across|all over|down|round|up) (his|her|their|my|the back)|welts?|scars?|injur\w*|
          black eye|split lip|bleed\w*|cigarette burns?|broken (arm|rib|ribs|nose|wrist|leg)|bite marks?|
          strangl\w*|throttl\w*|chok\w*|by the (throat|neck)|stamp\w*|threw (him|her|me|them)|push\w* (him|her|
          me|them)|shook|shak(es|ing) (him|her|me|the baby)|hurts?|hurting|pinch\w*|finger ?marks|fallen on the|
          fell down the|smash\w*|head ?butt\w*|drag\w* (him|her|me|them)|abus\w*|assault\w*|attack(s|ed|
          ing) (me|him|her|them|my|the|a)))
    """),
    Sign.BY_HOME: phrases(r"""
        (dads?|daddys?|mums?|mummys?|mams?|father|mother|step ?dad|step ?mum|stepfather|stepmother|boyfriend|
          partner|uncle|carer|fella|husband|wife|ex) ((?!that|said|says|told|tells|because|cos|
          when)\w+ ){0,3}?(hit|hits|hitting|beat|beats|beating|belts|belted|punch\w*|slapp?\w*|slaps|smack\w*|
          kick\w*|thump\w*|batter\w*|thrash\w*|whipp?\w*|strapp?\w*|straps|burns|burned|strangl\w*|throttl\w*|
          chok\w*|stamp\w*|threw|throws|shook|shakes|hurts|drag\w*|lock(s|ed|ing)|lamp\w*|clout\w*) (him|her|me|
          them|us|the (baby|kids|boys|girls|children|little|twins)|my|his|<child>)
        (hit|hits|beaten|belted|punched|slapped|smacked|kicked|battered|strapped|burnt|burned|strangled|thrown|
          hurt|locked) (\w+ ){0,4}?by (his|her|their|my|the) (\w+ ){0,2}?(<family>|fella|husband)
    """),
    Sign.HELD: phrases(r"""
        (lock(s|ed|ing) (\w+ ){1,3}?(in|up|out)|locks the|shut (\w+ ){1,2}?in|tied|ties|chained|
          held (\w+ ){0,2}?down|pinned|grab(s|bed|bing)|dragg\w*|shov(es|ed|ing)|by the (arm|arms|collar|hair|
          scruff|wrist|ear)|manhandl\w*|restrain\w*|got hold of|coal shed|cupboard|cellar|under the stairs)
    """),
    Sign.SEXUAL: phrases(r"""
        (touch(es|ed|ing)? (me|her|him|them|my|his|\w+ (where|down|inappropriately|between))|touched|touching|
          tickl\w*|where (your|her|his) (pants|knickers|swimming)|private parts|down there|sexual\w*|sex|rap(e|
          ed|es|ing)|grop\w*|flash(ed|ing|er)|expos(ed|ing) him|porn\w*|perv\w*|paedo\w*|pedo\w*|nonce|groom(ed|
          ing|s)|kiss(es|ed|ing)?|comes? into (her|his|my|their) (room|bed)|in (her|his|my) bed|
          game where you (have to )?keep|(his|her|my|their|your|the girls|the boys) (bits|willy|boobs|bum|chest|
          underwear|pants|knickers|bra)|undressed|undressing|chang(ing|ed|es) room|get(s|ting)? changed|
          in the shower|watch\w* (\w+ ){0,3}?shower\w*|sends? (her|him|me|them) (pictures|photos)|asks? (for|
          her|him) (for )?(a )?(pictures?|photos?)|added (some of )?(them|her|him|me|the girls|the boys) on|
          lifts home|likes them young)
    """),
    Sign.NAKED: phrases(r"""
        (nudes?|naked|topless|indecent|explicit|intimate|undressed|no clothes|in (her|his|their) (bra|underwear|
          knickers|pants)|bare (chest|bottom)|private parts|sexual\w*|sext\w*|dick ?pics?|upskirt\w*|csam)
    """),
    Sign.PICTURE: phrases(r"""
        (pictures?|photos?|photographs?|pics?|images?|videos?|film|clip|screenshots?|selfies?|camera|snapchat|
          snap|going (round|around)|passed round|sharing|shared|sent|folder|icloud|nudes|upskirt\w*|dick ?pics?)
    """),
    Sign.PILLS: phrases(r"""
        ((took|taken|takes|taking|swallow\w*|counted|collecting|saving|hidden|too many) (\w+ ){0,5}?(tablets|
          pills|paracetamol|ibuprofen|medication|sleeping)|overdos\w*|(how many|too many) (paracetamol|tablets|
          pills)|(cut|cuts|cutting|slash\w*|slit|scratching) (\w+ )?(my|her|his|their) (\w+ )?(arms?|wrists?|
          legs?|thighs?|self|skin)|(cut|cuts|cutting|harm\w*|hurt\w*|hang\w*|kill\w*) (my|him|her|them)sel(f|
          ves)|self ?harm\w*|ligature|noose|(blade|razor|sharpener) (\w+ ){0,4}?(arms?|wrists?|legs?|skin|
          sleeve)|(jump|jumping|stood|standing|sat) (\w+ ){0,3}?(off|on|from) (the|a) (bridge|roof|railway|line|
          track\w*|ledge|multi ?storey)|sitting (\w+ ){0,6}?shotgun|(shed|loft|garage) (\w+ ){0,6}?(shotgun|
          rope))
    """),
    Sign.ENDING: phrases(r"""
        (suicid\w*|(dont|didnt|doesnt|not|no longer) (\w+ )?(want|wants|wanting) to (be here|live|be alive|
          wake up|carry on|be around|exist)|(want|wants|wanted|wish|wishes|rather) (\w+ ){0,3}?(die|be dead|
          was dead|were dead|never (been )?born|not wake)|better off (\w+ )?(dead|without (me|him|her)|
          with the insurance)|end(ing)? (it( all)?|my life|her life|his life)|kill (my|him|her)self|cant (go on|
          do this any ?more|cope any ?more)|no point (in )?(living|any ?more|going on|carrying on)|goodbye|
          good run|sorted (my|his|her|all my) affairs|(paid|giving|given|gave) (\w+ ){0,5}?(everyone what|
          away (his|her|my|all)|all (his|her) things)|look after (the|my) (kids|dog|mum|girls|boys)|
          wont be here (much longer|at christmas|next|for)|not be (here|around) (by|much|next|for|any ?more)|
          does it hurt|change your mind after|take (my|his|her) own life|doesnt want to wake)
    """),
    Sign.WEAPON: phrases(r"""
        (knifes?|knives|machetes?|blades?|guns?|shotguns?|pistols?|revolvers?|rifles?|crossbow|axe|baseball bat|
          crowbar|
          hammer|acid|petrols?|a bomb|explosives?|pipe bomb|lighter fluid|one match|firebomb\w*|arson|burn (it|
          this|that|the|your) (\w+ ){0,3}?(down|out)|burn it|tooled up|stabbings?|shank|zombie knife|
          knuckle ?duster|bb gun|daddys real one)
    """),
    Sign.VIOLENCE: phrases(r"""
        (kill\w*|(bring|brings|bringing|brought|picture of) (a |his |the )?(\w+ )?(knife|gun|blade|bat|machete|
          hammer)|you are finished|youre finished|(you|youre|he|she|he is|she is|you are) dead|pay (you|him|her|
          me|them|us) a visit|zabij\w*|pobij\w*|te voy a matar|je vais te tuer|bringe? dich um|te omor|
          murder\w*|stab\w*|shoot\w*|shot|batter\w*|smash\w*|punch\w*|hit|hurt|slap\w*|knock\w*|break (his|her|
          your|my|their|every)|burn|hang|strangl\w*|jump (him|her|me|you|them)|drag (him|her|me|you)|put (him|
          her|you|them|someone) in (hospital|the ground|a box|a wheelchair)|through a straw|never walk again|
          (put|throw|chuck|kick|drag|send) (you|him|her|them) (through|under|into|down|off|out of) (a|the|that|his|
          her) \w+|sort (him|her|you|them) out|do (him|her|you|them) in|deck (him|her|you|them)|swing for|
            kick off (his|
          her)|teeth (down|out)|(legs?|arms?|nose|jaw|neck|teeth|face|head|kneecaps?|fingers) (\w+ )?(broke|broken|
          smashed|kicked|punched|rearranged|bust\w*|caved)|head in|face in|bleed|whats coming|what(s| is| he|she|
             they|
          ever) (\w+ )?(coming|deserves?)|watch (your|her|his) back|accidents happen|watch (him|her|your)self|
          (youll|hell|shell|theyll|(you|he|she|they) will) (\w+ )?pay for (this|what)|(youll|hell|shell|theyll|
          (you|he|she|they) will) (\w+ )?regret (it|this)|coming for|find out (where|who)|knows? where (you|he|
          she|they) (live|lives)|beat (him|her|you|them|seven bells)|run (him|her|you|them) over|dead (man|meat|
          woman)|youre dead|(good|proper) (hiding|kicking|slap|shoeing)|lynch\w*|string (him|her|you|them) up|
          rip (his|her|your)|wring)
    """),
    Sign.ASSAULT: phrases(r"""
        (shov\w*|push\w*|punch\w*|grab\w*|kick\w*|head ?butt\w*|slap\w*|thr(ew|own)|knock\w*|twist\w*|dragg\w*|
          hit|slamm\w*|barg\w*|swung|bit|elbow\w*|thump\w*|smack\w*|pulled|pinned|struck|
          spat) (\w+ ){0,3}?(into|in the|by the|to the (floor|ground|wall)|over|against|off|down|hard|wrist|arms?|
            head|
          face|hair|throat|neck|chest|nose|mouth)
        (g[ai]ve|given|gives|landed|fetched|caught) (\w+ ){0,3}?an? (\w+ )?(clip|slap|smack|shove|push|punch|kick|
          belt|clout|thump|whack|elbow|head ?butt|back ?hander|crack)
        (battered|beat|beaten|strangled|throttled|punched|kicked|attacked|assaulted) (me|us|my (mum|mam|sister|dad))
    """),
    Sign.INJURED: phrases(r"""
        (blood|bleed\w*|bruis\w*|concuss\w*|stitches|swollen|swelling|a lump|red marks?|
          broken (nose|arm|wrist|finger|tooth|teeth|ribs?|jaw)|knocked out|unconscious|
          medical room|first aider|ambulance|a and e|a&e|hospital|
          glasses (\w+ )?(broke|broken|smashed|flew)|(his|her|my|their|s) (head|wrist|arm|nose|lip|ear|eye|
          face|cheek|ears) (is|was|hit|are|still|s)|red but|in pain|sprain\w*|split lip|black eye)
        (hit|banged|cracked|cut) (the (back|side) of )?(his|her|my|their) (head|face|lip|elbow)
    """),
    Sign.BURNING: phrases(r"""
        (burn\w*|torch\w*|firebomb\w*|set (fire|light|alight)|one match|petrol\w*|up in (smoke|flames)|lighter fluid|
          molotov) (\w+ ){0,8}?(down|ground|schools?|place|dump|building|office|tonight|tomorrow|night)
        (schools?|place|dump|building|office|hut) (\w+ ){0,6}?(burn\w*|torch\w*|one match|petrol|up in (smoke|flames)|
          on fire|set alight)
    """),
    Sign.ADULT: phrases(r"""
        ((mr|mrs|miss|ms|dr) \w+|<family>|<works>|man|woman|\w+s (dad|mum|father|mother|grandad|nan|gran)|i|me|my)
    """),
    Sign.INTENT: phrases(r"""
        (will|ill|hell|shell|well|theyll|youll|itll|gonna|going to|gunna|gonnae|coming (up|down|round|to|for|
          in)|come (up|down|round|in)|wait(ing)? (till|until|for)|ready to|plan\w*|threat\w*|wants? to|
          needs? to|promis\w*|swore|swears|about to|tempted to|want (him|her|them|it)|should be|deserves?|hope|
          better (not|watch|hope|run)|would(nt)? (love|think twice|be responsible)|only needs|saying (hes|shes|
          he|she|theyre)|see what happens|next time|mark my words|be a|there is going|theres going|
          one of these (days|nights)|where (you|he|she|they) (live|lives|park|parks)|take matters|do something)
    """),
    Sign.PLACE: phrases(r"""
        (<premises>|home ?time|pick ?up|drop ?off|after school|before school|break ?time|lunch|tonight|tomorrow|
          today|now|this (morning|afternoon|evening|week|weekend)|monday|tuesday|wednesday|thursday|friday|
          saturday|sunday|of a night|bus stop|in (his|her|the|my) (van|car|bag|boot|coat|pocket|drawer|
          waistband)|outside|round (his|her|your|my|the)|at the (house|door)|on (his|her) way|walk\w* home|
          next week|half ?term|the \d+(st|nd|rd|th))
    """),
    Sign.TAKING: phrases(r"""
        (passports?|one way (tickets?|flights?|to)|take (him|her|them|the (kids|children|boys|girls)) (away|out|
          abroad|back|and)|
          taking (him|her|them|the (kids|children))|have (him|her|them) out|wont see (him|her|them) again|
          never see (him|her|them) again|snatch\w*|abduct\w*|kidnap\w*|flying (on|to|out|back|home)|
          flights? (booked|to|on)|leaving the country|cousins wedding|be married|get married|forced marriage|
          dont let (him|her|them) go|not to (be )?(collect\w*|pick\w*|let)|not allowed to (collect|pick|see|
          come near)|picks? (him|her|them) up (\w+ ){0,4}?(instead|without)|cut(ting)? (like|as) (her|the)|
          done (properly )?like her|be done properly|fgm|cutting)
    """),
    Sign.MISSING: phrases(r"""
        (he|she|they|we|<child>|<family>|(mr|mrs|miss|ms) \w+) (\w+ ){0,2}?(is|was|has|had|have|been|gone|went|still|
          reported) (\w+ )?(missing|gone missing)(?! (a|an|the|her|his|my|out|two|half|from the))
        (^|[.,;:!?"\n] ?|and |but |that |because |since )(?!<no name>\b)(\w+|\w*[a-rt-z] \w+) (is|was|has|had|went|
          still|been) (\w+ )?(missing|
          gone missing)(?! (a|an|the|her|his|my|out|two|half|from the))
        missing (<child>|person|boy|girl|pupil|student|teenager)
        (he|she|they|<child>|<family>) (\w+ ){0,2}?(did not|didnt|hasnt|has not|havent|never) (\w+ )?(come|came|
          arrived?|
          turn(ed)? up|been|got|get) (\w+ )?(home|back|seen|in)
        (^|[.,;:!?"\n] ?|and |but |that |because |since )(?!<no name>\b)(\w+|\w*[a-rt-z] \w+) (did not|didnt|hasnt|
          has not|havent|never) (\w+ )?(come|came|arrived?|
          turn(ed)? up|been|got|get) (\w+ )?(home|back|seen|in)
        (went|gone|goes) (out|off|away) (\w+ ){0,6}?(not|never|hasnt|didnt) (\w+ )?(come|came|been) (\w+ )?(back|home)
        (ran away|run away|running away|ran off|phone is off|not (been )?seen since|cant find (him|her|them)|
          nobody (has|knows) (seen|where))
    """),
    Sign.FOLLOWING: phrases(r"""
        (follow(ed|ing|s) (me|us|her|him|them|my)|stalk\w*|tracker|track(s|ing|ed) (me|her|my|us)|(sat|parked|
          stood|waiting|sits|parks|stands|waits|hanging|been) (\w+ ){0,6}?(outside|opposite|across from|
          near (my|our|her|the)|at the end of)|there (at|every|again) (\w+ ){0,3}?(drop|pick|morning|day|night)|
          outside again|turn(s|ed|ing)? up at (my|our|her)|(he|she|ll)?(s|ll| will)? (find|found) (me|us|them|
          her|where)|knows? where (<works>|mr|mrs|miss|ms|dr|i|we|she|they|he) (\w+ ){0,2}?(live|lives|moved|
          are|is)|changed (her|my) number|this address only|hasnt got this one|wants (our|her|my) address|
          watching (me|us|her|the))
    """),
    Sign.HUNGER: phrases(r"""
        (hungry|starv\w*|no food|nothing to eat|no dinner|no tea|no breakfast|ate (four|five|three|six|two|
          other|from|out)|not (been )?(fed|eaten|eating)|hasnt (been )?(fed|eaten)|stealing food|took food|
          out of the bin|no (heating|lecky|electric\w*|gas|coat)|freezing|fridge|empty cupboards|
          makes? the (noodles|tea|dinner)|scraps)
    """),
    Sign.UNWASHED: phrases(r"""
        (same (\w+ )?(clothes|tights|shirt|jumper|uniform|nappy)|filthy|dirty|unwashed|sores?|head ?lice|nits|
          smell\w*|stinks?|stank|soiled|wee|urine|nappy|rotten teeth|infected|no socks|odd shoes|
          shoes (with holes|too small)|no bed|no sheets|mattress|sleeps? (on the floor|in the car|on the sofa)|
          thin|losing weight)
    """),
    Sign.ALONE: phrases(r"""
        ((home |left |all |been )alone|on (his|her|their|my) own|by (him|her|them|my)sel(f|ves)|(puts?|
          put) (him|her|them)sel(f|ves) to bed|nobody (is |was )?(home|there|in)|no one (is |was )?(home|there|
          in)|goes out at night|out all night|asleep since|cant (come to|wake|get up)|wont wake|
          looks? after (the|his|her) (baby|brother|sister|little)|asleep in the (bath|car)|
          left (\w+ ){0,3}?in the (car|bath|house|flat)|locked out|until (midnight|late|dark))
    """),
    Sign.DRUNK: phrases(r"""
        (drunk|drink(s|ing)?|off (her|his) (head|face|trolley)|wasted|stoned|high|on the (wine|gear|drink|sauce|
          vodka|lash)|reek\w*|stank|(stinks?|smell\w*|smelt) of (it|drink|alcohol|booze|
          weed|beer|ale|wine|spirits)|could (hardly|barely) stand|
          slurr\w*|stagger\w*|passed out|bottles?|cans|vodka|heroin|crack|coke|cocaine|spice|weed|needles?|
          drugs?|dealer|dealing|eyes everywhere|unsteady)
    """),
    Sign.CHARGE: phrases(r"""
        (car keys?|driv\w*|drove|behind the wheel|in charge|looking after|look after|collect\w*|pick(ed|ing|
          s)? (\w+ ){0,2}?up|came for|come for|in the bath|buggy|pushchair|pram|took (him|her|them)|
          with the (baby|kids|children)|kids in)
    """),
    Sign.EXPLOITED: phrases(r"""
        (older (boys?|lads?|men|man|boyfriend|girls?|guy)|packages?|parcels?|new (phone|trainers|iphone|coat|
          bike)|burner|second phone|gave (him|her|me) (money|a phone|trainers|weed|vapes?|presents?|lifts)|
          gives (him|her|me) (money|skins|presents?|vapes?|lifts|sweets)|presents|gifts|skins|money for|
          \d+ (pounds|quid)|£\d+|drop(s|ped)? (stuff|things|it) off|county lines|trap house|cuckoo\w*|
          runs? errands|owes? (him|them|money)|debt|picked (him|her) up in a car|car (waiting|with))
    """),
    Sign.STRANGER: phrases(r"""
        ((man|bloke|someone|somebody|person|guy|lad|boy|friend|captain|uncle \w+|account) (\w+ ){0,10}?(online|
          discord|snap\w*|roblox|fortnite|insta\w*|tiktok|xbox|playstation|whatsapp|game|app|internet)|(met|
          meet|meets|meeting|talks?|talking|chatting) (\w+ ){0,4}?(online|on (discord|snap\w*|roblox|insta\w*|
          xbox|a game|an app))|(to|wants to|asked to|asks to) meet|meet (up|at|him|her)|
          not (to )?tell (\w+ )?(mum|dad|hooyo|mama|anyone)|messag\w* my (son|daughter|child|lad|girl)|
          catfish\w*)
    """),
    Sign.CALLED: phrases(r"""
        (police|999|101|crime (number|reference|ref)|log number|social (worker|services|care)|
          duty (social )?worker|arrested|bail\w*|prevent (officer|team|lead)|court|order|refuge|ambulance|
          a and e|a&e|hospital|paramedics?|camhs|mash|lado|injunction|non ?molestation|restraining|custody|
          lawyer said)
    """),
    Sign.EXTREME: phrases(r"""
        (manifesto|mosque|synagogue|isis|jihad\w*|terror\w*|radicali\w*|extremis\w*|nazi|swastika|white power|
          martyr\w*|infidel\w*|takes action|race war|bomb making|mass shooting|columbine|incel\w*|
          there is a date|doors marked|hit list|kill list)
    """),
}
"""The phrases of each sign."""
