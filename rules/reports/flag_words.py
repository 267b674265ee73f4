"""The phrases that raise a flag; how they are written is in phrases.py.

To add a phrase: a line here, and two rows in tests/rules/reports/test_flags.py, one text that must alarm and a like one
that must not.
"""

import re
from collections.abc import Mapping

from ..texts.phrases import Patterns, phrases
from ..words import Flag

HARMLESS = re.compile(
    r"(would|could|can|id) kill for|kill(ing)? (time|two birds|for a|off)"
    r"|shoot(ing)? (\w+ )?(pictures|photos|video|film|hoops|penalties)"
    r"|burn(ing)? (off|some|calories|it off)|bath bomb|photo ?bomb|glue gun|water (gun|pistol)|nerf gun|toy gun"
    r"|knife (and fork|to cut the (cake|bread))"
    r"|smash(ed|ing)? (it|the|his|her|their|your) (test|sats|exams?|race|target|it)"
    r"|beat (you|him|her|them|us) (at|in|by|on|to)"
    r"|hit (you|him|her|them) up\b|cut (you|him|her|them) (some|a|out|off)|go for (a|the|it)"
    r"|burn (the|your) (cakes?|dinner|toast)"
    r"|attack (the|this|that|your|my) (problem|project|work|pile)|kick (you|him|her|them) (off|out)"
    r"|threat\w* to (sue|complain|leave|go to|take|move|withdraw|report|ring|call|contact|write)",
)
"""Everyday talk around words that would alarm; sought in the phrase found and a little around it."""

DANGER = phrases(r"""
    # somebody says that he will hurt somebody, or that somebody should be hurt
    <will>( \w+){0,3}? <kill>( \w+)? <whom>
    <will> ~ (<kill>|<hit>) <who>
    run (you|him|her|them) (over|down)
    (wish|hope|want|like) (someone|somebody|they|he|she)( would| to)? <kill>
    (ill|gonna|going to|will) (fucking |so )?have (you|him|her)(?= ?([.!,"\n]|$)| mate| for (this|that))
    (should|ought to|needs?|wants?|deserves?|going|gonna)( to)?( be| get| getting)? <killed>
    (needs?|wants?|deserves?|could do with|asking for) a (good )?<beating>
    if (he|she|they|you|somebody|someone) (was|were|got|gets) <killed>
    (im|i am|were|we are|hes|shes|theyre) coming for (you|him|her|them|us|me)
    teach (you|him|her|them|<who>) a lesson
    (you |they |he |she )?(better|had better) hope (i|we) (dont|never)
    (if|when) (i|we) (see|catch|find|get hold of) (you|him|her|them) (in the|on the|again|near|touch\w*|out|alone)
    kill(ing|s)? (you|him|her|them)
    (youre?|u r|you are) (so |all )?dead( meat)?
    (hes|shes|theyre|is|are) (so )?dead meat
    dead (man|woman|boy|girl) walking
    a dead (man|woman)
    hope\w* (you|he|she|they|<whose>)( \w+){0,2}? (dies?|rots?|burns?|crash\w*)
    hope\w* (you|he|she|they|<whose>)( \w+){0,2}? gets? (hurt|run over|cancer|hit|stabbed|raped)
    put (you|u|him|her|them|\w+ \w+) in (an? |the )?<hospital>
    (sort|sorting|do|doing) (him|her|you|u|them) (right )?(out|in)
    <break> <whose> (\w+ )?(<body>|<property>)( in| off)?
    <will> get (you|him|her|them)(?= ?([.!,"\n]|$)| back for| for (this|that|what))
    (getting|gonna get|going to get|will get|gets) it (tomorrow|tonight|today|later|at|when|off|after)
    (do time|swing) for (you|him|her|them|<who>)
    (say (that|it) to my face|see what happens|one eye open|on sight|dance on <whose> grave)
    (something|anything) (bad )?(happens?|happened) to (you|him|her|them|your|<who>)
    violen(t|ce|tly)
    (slit|cut) <whose> (throat|wrists?)
    bullet (in|through|with)
    beat(ing)? (you|him|her|them|<who>) (up|to a pulp|senseless|black and blue)
    (lynch mob|string (him|her|them) up|good hiding|good kicking|kick(ing)? the (\w+ )?out of)
    # somebody lies in wait
    watch <whose> back
    (posted|shared|put|gave out|published|found) (\w+ ){0,3}?<whose> (home |private )?(address|phone number)
    (posted|shared|put|gave out|published) (\w+ ){0,3}?my (home |private )?(address|phone number)
    pay (you|him|her|them|me|<who>) a visit
    (posted|shared|put up|told \w+) where (\w+ ){1,2}(lives?|parks?)
    (outside|at the gates?|round)( \w+){0,6}? with (his|my|some|her) (\w+ )?(brothers?|mates|lads|cousins|family|boys)
    (knows?|found out) where (you|u|he|she|they|that \w+|the \w+|<who>) (lives?|parks?|works?|drinks?)
    know (what|which) (time|car|route|way|bus) (you|he|she|they|your|his|her)
    know (your|her|his|their) (address|route|house|kids)
    (waiting|wait|be there) (for|to get) (you|u|him|her|them|<who>) (outside|at the gates?|after|by the|in the car park)
    (followed|following) (her|him|me|us|them|<who>)( all the way)? (home|to (my|her|his|our) (house|flat|door|street))
    (stalked|stalking) (her|him|me|us|them|<who>)
    (outside|round|come to|turned up at) (my|her|his|your) (house|home|flat|door)
    (get|getting|got) (whats|what is|what he|what she|what you|what they)( deserves?| has| have|ve|s)? coming
    whats coming to (you|him|her|them)
    (youll|hell|shell|theyll|(you|he|she|they) will) (pay for (this|what|it)|regret (this|it))
    (youll|hell|shell|theyll|(you|he|she|they) will) be sorry(?! (to|for|you))
    (mob|gang|lads|crew) ~ (waiting|outside|coming|round|turn up) ~ (gates?|house|school|door|home)
    # weapons, fire, bombs
    <picture> of (a |his |her |the )?<weapon>
    (acid|petrol) (in|on|over|through) (your|his|her|their|the)
    (blow|burn)( up)? (the|this|that|your|his|her|their|it) (\w+ )?(school|house|place|car|building|office|down|up)
    (bomb|shoot|shooting|stab|knife|acid|arson) (threat|attack|the school)
    ((there is|theres|planted|got) a bomb|shoot up)
    # threats told of
    threat(s|ened|ening|ens)? (of violence|to <abuse>)
    threat(ened|ening|ens) (<who>|staff|a teacher|teachers|pupils|children)
    threat(s|ened|ening)? <whose> (life|safety)
    (death|physical|violent) threats?
    (threats?|violence) (against|towards|to|at) (\w+ )?<who>
    threats? (against|towards|to|at) (\w+ )?(staff|teachers?|pupils|the school)
    made (a )?threats?
    rap(e|es|ed|ing|ist)
    # fear
    <afraid> to (walk|leave|go out|come (in|to)|open|be alone|be on|drive|go to (her|his|their|the) car)
    (not|isnt|doesnt feel|dont feel|never) safe to (walk|leave|go|come|be)
    (fears?|feared|<afraid>|worried) for (my|his|her|their|our|the) (\w+ )?(life|lives|safety)
    <afraid> of (what (he|she|they)|him|her|them)
    # somebody may hurt himself
    suicid\w*
    self[- ]?harm\w*
    overdos\w*
    kill(ing|s)? (my|him|her|them|your)sel(f|ves)
    end(ing)? (it all|(my|his|her|their) (own )?life)
    (take|taking|took) (my|his|her|their) own life
    (want|wants|wanted|wish|wishes) (to die|to be dead|(i|he|she) was dead)
    better off (dead|without me)
    (cut|cuts|cutting) (my|him|her|them)sel(f|ves)
    jump\w* (off|from|in front of) (a|the) (bridge|roof|cliff|train|bus|lorry|window|flats)
    dont want to (live|be here anymore|be alive)
    # the commonest of other languages in English schools
    (zabij\w* \w+|zabij\w*|pobij\w*|zabic|te voy a matar|ich bringe? dich um|je vais te tuer|te omor|te voi omori)
""")

CHILD_PROTECTION = phrases(r"""
    # signs on a body
    <injury>( \w+){0,6}? <place on> (\w+ ){0,4}?<body>
    cigarette burns?
    (bruises|bruised|black eye) ~ (home|dad|mum|father|mother|stepdad|partner)
    # somebody at home hurts a child
    (<family>|he|she) (\w+ )?<hits> (\w+ )?(me|him|her|them|us|when|with|my|if|in front)
    (<family>|he|she) (\w+ )?<hits> (\w+ ){0,2}?(<child>|<family>)
    heard ~ (screaming|slapping|smacking|beating|hitting|begging)
    (treats?|screams? at) (the|his|her|their) (\w+ )?<child>
    (hands?|fingers?) (in|up|down|inside|under) <whose> (\w+ )?(pants|knickers|skirt|top|trousers|shorts|bed|shirt)
    (watch\w*|film\w*|spy\w*|walks in on|stares at) ~ (in the (shower|bath|toilet)|getting (un)?dressed|asleep)
    (asked|asks|wants|wanted|told) ~ send (him|her|them) ~ <picture>
    <family> (\w+ )?hit (me|him|her|them|the kids|the children)
    <hitting> (\w+ ){0,2}?<child>
    (beaten|beat|hit|hurt|strangled|raped|touched) (\w+ )?by (\w+ )?(his|her|their|my) (\w+ )?<family>
    (sexual(ly)?|physical(ly)?|emotional(ly)?) (abus\w*|assault\w*|touch\w*|exploit\w*)
    child (sexual )?(abuse|exploitation|cruelty|neglect)
    (touch(ed|es|ing)|feels?|felt) (me|him|her|them|\w+) (inappropriate\w*|down there|where (he|she) should|between)
    inappropriate\w* touch\w*
    private parts
    (he|she|they|<family>) (is|was|has been|had been|keeps|kept) touching (me|him|her|them|my|our)
    (comes?|came|coming|gets?) in ?to (my|her|his|their) (bed|room|bedroom)
    (a black eye|black and blue)
    domestic (abuse|violence)
    violent (at home|towards (\w+ )?(kids|children|her|him))
    (not|isnt|arent|never) safe (at home|with (him|her|his|their))
    # a child is told to keep quiet, or fears home
    <quiet> tell (\w+ ){0,2}?(dad|mum|him|her|them|anyone|anybody|or)( \w+){0,4}? <or else>
    (our|a|his|her) (little )?secret ~ (tell|touch|mum|dad|nobody)
    (<afraid>|begg\w+ not|doesnt want|does not want|refus\w+) (of going|to go|to be (sent|taken)) (back )?home
    (begged|begging|pleaded) ~ (stay|stop|not to go) ~ (night|home|with us|longer)
    <afraid> of (his|her|their) (\w+ )?<family>
    disclos(ed|ure|ing)
    # a child is not looked after
    left (home )?(alone|on (his|her|their) own|by (him|her|them)sel(f|ves)) ~ (night|day|hours|weekend|home|car)
    (leaves?|leaving) (the |her |his |their )?(them|him|her|<child>) (home )?(alone|on (their|his|her) own|in the car)
    home alone ~ (night|weekend|days|often|always|while|until|for hours|again)
    (told|made|forced|has to|have to|got to) ~ (get|getting|be) married
    (wet bed|no sheets|no bed|dirty nappy|smells of (wee|urine)|vodka|cannabis|cocaine|heroin|ketamine|drug dealer)
    <child> (is|was|were|are|been|being) left ~ (alone|in the (car|bath)|on (his|her|their) own|for hours|overnight)
    (never|not|doesnt|isnt|dont|wasnt|rarely|hardly ever) (gets? |get |being |been |properly )?fed
    (not|never|isnt|hasnt|hadnt|havent)( been| being| had)? (fed|eaten|any food|anything to eat)
    no (food|heating|electric\w*) in
    (nothing to eat|starving hungry|always hungry|same dirty clothes|sleeping in the car|sleeping rough)
    neglect(ed|ful|ing|s)?
    <drunk> ~ (in charge|looking after|pick(s|ed|ing)? \w+ up|kids|children|baby|driving)
    locked (him|her|them|me|(the|a|my) (kids?|children|child|boy|girl)) (in|out)
    (wet|wets|wetting|soil\w*) (him|her|them)sel(f|ves)
    # from outside the home
    groom(ed|ing|s)(?! (dog|horse|parlour))
    (fgm|forced marriage|radicali[sz]\w*|county lines|cuckooed|child sexual exploitation|cse)
    (sell\w*|carry\w*|running|deal\w*) (drugs|weed|coke|crack|spice)
    (asked|asking|wants|trying) ~ meet( up)? ~ (year \d+|girl|boy|pupil|child) (alone|after)
    (social services|social worker|child protection|mash) ~ (him|her|child|children|kids?|son|daughter|family|home)
    (bije|uderzyl\w*) (\w+ )?(dzieck\w*|cork\w*|syn\w*|mnie|ja|go)
""")

STAFF_ALLEGATION = phrases(r"""
    # somebody at the school is said to have hurt or misused a child
    <staff> ~ <handled>( \w+){0,3}? <my child>
    <staff> ~ <handled>( \w+)? ((our|my) \w+|him|her|them|me)
    <staff> ~ (<handled>|held|holds|gripped|pulled)( \w+){0,3}? (his|her|their|my) (\w+ )?<body>
    (keep|kept) (your|the|our|my|his|her) <child> away from
    (shouldnt|should not|never|not) be (allowed |let |trusted )?(near|around|with) (\w+ )?<child>
    <staff> ~ (pushed|shoved|threw|knocked|pulled|lifted) <my child>(?! to)
    <child> ~ (was|been|being|got|gets|were) (\w+ )?(<killed>|<handled>|pushed|thrown) ~ (by|from) (\w+ ){0,3}?<staff>
    <staff> ~ (left|leaving|gave|given) (\w+ ){0,4}(bruis\w+|marks?|finger ?marks|injur\w+)
    (bruis\w+|marks?|injur\w+) ~ (from|by|after|where) (\w+ ){0,3}?<staff> ~ (grab|h[ie]ld|hit|pull|squeez|drag|push)\w*
    allegations? (against|about|that|of|concerning) (\w+ ){0,4}?(<staff>|abuse|assault)
    (accus\w+|alleg\w+|claim\w*) ~ <staff> ~ <do wrong>
    (paedo\w*|pedo\w*|nonces?|kidd(y|ie) fiddler|child molester|sex offender|child abuser|groomer)
    inappropriate\w* (relationship|contact|messag\w+|texts?|behaviour|touch\w*) ~ (with|to|towards) (\w+ ){0,3}?<child>
    <staff> ~ (messag\w+|text(s|ing)|snapchat\w*|dating|sleeping with|flirt\w+|perving|leering) ~ <my child>
    <staff> ~ (drunk|on drugs|stoned|drinking) (\w+ )?(at|in) (work|school|charge|class)
""")

INDECENT_IMAGE = phrases(r"""
    <bare>( \w+){0,2}? <picture>
    <picture> ~ <undressed state>
    rude <picture> of <my child>
    <picture> ~ getting (changed|undressed)
    (sext(ing|ed|s)?|upskirt\w*|nudes|dick ?pics?|child porn\w*|csam|revenge porn)
    (sent|send\w*|shar\w+|ask\w*) (\w+ ){0,4}?(nudes?|naked)
""")

COMPLAINT = phrases(r"""
    (make|making|raise|lodge|submit|register|put in) (\w+ ){0,2}(complaint|grievance)
    (want|wish|like|going|need|intend|know how|writing|decided) (\w+ ){0,4}?to (\w+ )?complain
    complain (formally|officially)
    (formal(ly)?|official) (complain|complaint)
    complaints? (procedure|policy|form|process)
    i am (\w+ ){0,2}<unhappy> (with|about|that|at|by|in) (the|this|your|my|how|our)
    not (at all )?happy (with|about|that) (the|this|your|how)
    (very|so|really|deeply) (unhappy|dissatisfied) (with|about) (the|how|your)
    (treat|accept|take|consider|regard) this (\w+ ){0,4}complaint
    my complaint (is|about|concerns)
""")

APOLOGY = phrases(r"""
    i( do| really| sincerely| truly| fully| would like to| want to| wish to)* apologi[sz]e
    my (\w+ )?apolog(y|ies)
    (am|im|very|truly|really|genuinely|deeply) sorry ((for|about) <own act>|i (said|wrote|posted|put|did|called))
    (am|im) (very |truly |really |so )?sorry(?!<polite>)
    say sorry
    sorry for (what|my|the post|posting|saying|any (upset|offence|hurt|distress)|calling)
    i was (out of order|wrong|in the wrong)
    (wont|will not|will never|never) happen again
    i (regret|am (so |deeply |truly )?ashamed)
    (should (not|never)|shouldnt) (have|of) (posted|said|written|put)
""")
REFUSAL = phrases(r"""
    (will|am|shall|do|im) not( \w+)? (be |going to |intend to )?(\w+ )?<undo>
    (wont|never|aint|refuse to) (be |going to |gonna )?<undo>
    i refuse
    not (taking|removing|deleting) (it|them|this|that|the|one|any\w*|my)
    no intention of
    not (coming|attending|going) to (your|the|any) meeting
    (its|it is|theyre|post is|it will be|post) stay(ing|s)? (up|there|where)
    i stand by
    (free speech|freedom of speech|my right to|(every|a|the) right to (say|post|speak|my|an opinion))
    (cant|cannot|can not) (make|force|tell|stop) me
    (get stuffed|get lost|get a life|none of your business|do your worst|no chance)
""")


STOPPING: Mapping[Flag, Patterns] = {
    Flag.DANGER: DANGER,
    Flag.CHILD_PROTECTION: CHILD_PROTECTION,
    Flag.STAFF_ALLEGATION: STAFF_ALLEGATION,
    Flag.INDECENT_IMAGE: INDECENT_IMAGE,
}
"""Sought everywhere in the email."""

ASKING: Mapping[Flag, Patterns] = {
    Flag.COMPLAINT: COMPLAINT,
}
"""Sought in what the sender, or an email sent on, says for itself: not in a quoted post, not in the email answered."""

ANSWERING: Mapping[Flag, Patterns] = {Flag.APOLOGY: APOLOGY, Flag.REFUSAL: REFUSAL}
"""Sought only in the sender's own words."""
