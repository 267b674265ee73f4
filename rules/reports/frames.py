"""The frames in which grave words tell of nothing grave: taught, asked in general, played, or a way of speaking."""

from .told_words import told

NOT_TOLD_AS_TRUE = told(r"""
    (training|courses?|webinars?|workshops?|conference|seminars?|inset|cpd|e ?learning|modules?|refresher|
      case stud(y|ies)|all cases are|invented|fictional|briefing|bulletin|newsletter|leaflet|brochure|
      local review|(book|free|live|short|a) demo(nstration)?|from £|per site|a site|subscri\w*|unsubscribe|
      awareness (week|day|month)|policy (review|update)|template|toolkit|statistics|survey|debate|motion|
      this house would|panto\w*|nativity|musical|rehears\w*|script|costumes?|props?|acting|drama (club|group|
      festival)|school play|the play|end of term show|movie|netflix|episode|novel|chapter|poem|set text|macbeth|
      romeo|shakespeare|gcse|a level|syllabus|romans?|vikings?|tudors?|victorians?|blitz|ww1|ww2|world war|
      gunpowder|guy fawkes|remembrance|range conducting|air rifles?|cadets?|clay pigeon|museum|re ?enact\w*|
      escape room|murder mystery|halloween|consent forms?|talk (about|on)|visits? (us )?on|assembly on|essays?|
      course ?work|essay question|nursery rhymes?|rhyme ?time|fairy ?tales?|lyrics|book club|reading list|
      author|insur\w+|cover(ed|s)? (for|by) (\w+ )?(policy|insurance)|risk assessment)
    # what would be, or is only counted
    (what|how) (would|does|do|will|should|happens) (\w+ ){0,6}?(do |happen )?(if|when|where) (a|an|any|
      some\w*) \w+
    what (it|you|we|they|the \w+) (does|do|would do|will do) (if|when|where)
    (on|in) the news|news (story|piece|report|item)|in general
    (is|are) there (a|an|any) (\w+ ){0,3}?(policy|procedure|guidance|protocol|rule)
    (how many|numbers? of|figures (for|on|of)|the total of):? (\w+ ){0,4}?(pupils|children|staff|incidents?|
      referrals?|exclusions?|suspensions?|disclosures?|cases|reports|times has the|assaults?)
""")
"""What is taught, played, sold or shown: nobody is in danger in it."""
GAMES = told(r"""
    (paintball\w*|laser ?(tag|quest)|nerf|fortnite|minecraft|call of duty|roblox|video ?games?|computer game|
      xbox|playstation|football match|rugby|netball|cricket|hockey|tournament|league|penalt\w*|goalkeeper|
      striker|fancy dress|fire (drill|engine|station|practice|extinguisher)|fireworks? (display|night)|bonfire|
      barbecue|bbq|cake|recipe|bak(e|ing)|cookery|cooking|food tech|goals?|kick ?off|cup tie|half ?time|
      full ?time|the match|under ?\d+s?|u1\d|\d{1,2} ?- ?\d{1,2}|\d+ nil|scored?|keeper|party invit\w+|
      ammo provided)
""")
"""Where shooting, hitting and burning are harmless."""
TO_MANY = told(r"""
    (dear|hi|hello|to) (all |our )?(parents|families|volunteers|carers|helpers|members|residents|neighbours|
      customers?)
    (instructions|information|notice|letter|reminder|dates|timetable|agenda|minutes|rota|menu|newsletter|herald|
      bulletin|update) (for|to|of) (the )?(parents|families|pupils|volunteers|week|term|meeting|colleagues|
      staff)
    (risk assessment|kit list|packing list|reading list|book list|order form|price list|quotation|invoice|
      purchase order|planned maintenance|fire drill|lockdown (drill|practice|rehearsal)|film club|topic (books?|
      list)|school play|school production|first aid log|(booking|place|order|delivery|purchase|
      payment) (\w+ )?(confirm\w*|despatched|dispatched|received)|order (\w+ ){1,2}(confirm\w*|despatched|
      dispatched|received|shipped)|(despatch|dispatch|delivery) note|your (order|booking|place) (is|has))
""")
"""What a message to people outside says of itself, or one that lists, orders or announces.

A greeting to colleagues ("Hi all") is none: danger is passed on in just such emails.
"""
CALM = told(r"""
    (no (real |lasting )?(harm|damage|injur(y|ies)|hard feelings|drama|threat (was )?(made|intended)|
      dispute)( was)?( done| meant| intended)?|(nobody|no one|noone|none of us) (\w+ )?(was |were |got |
      is )?(hurt|harmed|injured|upset|in danger|at risk|worried|frightened)|not (at all )?(frightened|scared|
      worried|threatened|afraid|in danger)|irritated|(dont|do not|didnt|did not|not) (\w+ ){0,2}?(suggest|think|
      believe|take|took|suppose) (\w+ ){0,5}?(meant|means|mean|threat\w*|serious\w*|harm|danger|plotting|
      literal\w*)|(just|only|purely|simply) (for|to) (the|your|be) (log|record|file|records|information|
      on file)|for the (log|record|file|records|incident log)|(so )?its on (file|record)|
      no action (is )?(needed|required|wanted)|no rush|not urgent|nothing urgent|((figure|turn|way|
      manner) of (speech|phrase|speaking|talking)|figuratively|so to speak|not literally|hot air|all talk|
      all mouth|just show|for show|venting|letting off steam)|(friends|mates|pals) again|made (it )?up|
      shook hands|all (sorted|settled|resolved|forgotten|calm)( now)?|(is|was|its) all over now|(been|is|its|
      now) (dealt with|sorted|resolved|settled|closed)|over and done|(much )?calmer|calmed down|(she|he|
      they) (has |have )?since apologi[sz]ed|apologi[sz]ed (to|for (the|her|his|their) (language|tone|outburst|
      swearing))|(went|left|walked) (\w+ )?(quietly|without (any )?(fuss|trouble|further))|we (\w+ )?(laughed|
      had a laugh)|have a (quiet|gentle|friendly) word|i was (not polite|rude))
""")
"""What says that a matter is over, or was never meant: nobody has to come at once."""
SIMILE = told(r"(like|as if|as) (a|an|the|hes|shes) (\w+ ){0,2}?\w+")
"""What something is only likened to: "a face like a slapped arse"."""
FIGURE = told(r"""
    # what the writer would have liked to do, and did not
    (i|we|id|wed) (\w+ ){0,2}?(could|would|might|happily|gladly|cheerfully) (\w+ )?(have|ve|a|
      of) (\w+ ){0,2}?(throttl\w*|strangl\w*|swung for|murdered|w(r|ru)ng (\w+ )?neck|locked|shot|scream\w*|
      cried|bang(ed)? (\w+ )?heads together|knocked (\w+ )?heads together)
    (id|wed) (\w+ )?(have|ve) (\w+ )?(throttl\w*|strangl\w*|swung for|murdered|locked|shot|screamed|cried)
    (i|we|im|was|were) (\w+ ){0,2}?(tempted to|itching to|half a mind to|resist\w*) (\w+ ){0,2}?(throttl\w*|
      strangl\w*|swing for|murder|wring (\w+ )?neck|scream\w*|cry|bang\w* (\w+ )?heads? (together|against))
    (nearly|almost) (\w+ )?(screamed|cried|banged (\w+ )?heads together)
    ((could|would|might) (have|ve|a|of)|couldve|wouldve|nearly|almost) (\w+ )?died (of|with) (shame|
      embarrassment|laughing|laughter|boredom|fright)
    (want(s|ed)? to|felt like|like to|love to) (\w+ ){0,2}?(scream|cry|bang (\w+ )?heads together|
      knock (\w+ )?heads together|bang (my|his|her) head against)
    bang(ing)? (\w+ )?heads together|(my|our|the) nerves (are )?shot|shot (nerves|to (bits|pieces))
    # jobs, reputations and courts, words and tempers
    heads? (should|will|must|must surely|ought to|are going to|would)( \w+)? roll|(somebodys?|someones?|your|
      his|her|my|their|the \w+s?) heads? (on a (plate|spike|stick|block|platter)|on the block)
    (see|seeing) (you|us|him|her|them|you all|us all) in court|(have|want|after|get) (your|her|his|my|
      their) (jobs?|badge|head on)
    (end|ends|ended|finish\w*|ruin\w*|destroy\w*|kill\w*|wreck\w*|sink) (his|her|your|my|their|the (schools?|
      trusts?)) (career|reputation|name|business|job|chances?|confidence|morale|weekend|evening|day|social life)
    (kick(ed|ing|s)? (off(?! (his|her|their))|up (a )?(stink|fuss|storm))|kick (in|up) the (teeth|backside|
      pants|bum)|kick(ed|ing)? (myself|himself|herself|the (bin|ball|habit|can))|alive and kicking)
    (hit|hits|went through|go through|raise|raised) the (roof|ceiling)|(blew|blow|blown|blowing) (up at|a (fuse|
      gasket)|(his|her|my|their) top|(it|this|things) up|out of)|(went|gone|going|go) (mental|ballistic|nuclear|
      berserk|spare|off on one|postal|mad|bananas|for the jugular)
    (ripped|rip|tore|tear|tears|tearing) (\w+ )?(into|strips off|a strip off|apart (in|on|over))|(jump\w*|
      leap\w*) down (my|his|her|our) throat|(bit|bite|bites|biting|snap\w*) (my|her|his|our|your) head off|
      at each others throats|(bite|bit) (my|her|his) tongue|tongue lashing|cut (him|her|me|them) dead
    (stab|stabb\w*|knife|knives?) (\w+ ){0,2}?in the back(?! (with|by a|of))|knives (are|were) out|
      on a knife ?edge|knife ?edge|under fire|in the firing line|firing line|friendly fire|line of fire|
      jump\w* the gun|gunning for|stick\w* to (my|our|his|her|their) guns|smoking gun|top gun|going great guns|
      bullet ?points?|bite the bullet|dodg\w* a bullet|silver bullet|magic bullet|quick fire|like a shot|
      long shot|big shot|one shot|a shot (at|of)|screenshots?|head ?shots?|parting shot|mug ?shots?|
      shot (of \w+|across the bows?)|flu (jab|shot)|booster shot
    (axe[ds]?|axing|cut|chop|scrap\w*|kill\w*) (the|our|your|this|all|its) (\w+ )?(club|clubs|bus|budget|
      funding|trip|service|subject|course|programme|plan|project|idea|rumour|story|thread|post)|(facing|
      for) the (axe|chop)|the axe (falls|fell)|hatchet (job|man)|bury the hatchet
    (bomb ?shell|bomb ?site|time bomb|carpet bomb\w*|love bomb\w*|bath bombs?|carnage|war (zone|path|of words)|
      on the warpath|battle ?(ground|field|lines?|axe)?|crossfire|minefield|massacre of|nuclear option|
      blue murder|(get|gets|getting|got) away with (blue )?murder|murder on the (dance|ears|knees|feet|back)|
      (traffic|parking|roads?|queues?|heat|stairs|homework|hill|lot|class|\d+\w) (was|were|is|
      are) (\w+ )?murder|(absolute|sheer|pure) murder|murder(ed)? (the|that) (song|hymn|carol|tune|solo|anthem|
      piece|recorder)|(absolutely|totally|properly|really) (killed|smashed|slaughtered|destroyed|murdered|
      nailed) it|(slaughtered|hammered|battered|murdered|crucified|lynched|mauled|savaged|roasted|flamed|
      annihilated) (\w+ ){0,4}?(on|in|at|by) (the |a |this |their )?(\w+ )?(facebook|social media|online|
      whatsapp|comments?|chat|group|press|papers?|reviews?|forum|media|ofsted|inspectors?|governors|bake off)|
      trial by|witch ?hunt|lynch mob|hung out to dry|throw\w* (\w+ )?under the bus|thrown under the bus|(in for|
      up for) the (kill|chop)|dressed to kill|killer (\w+)|lady ?killer|pain ?killers?|kill ?joy|overkill|
      buzz ?kill|curiosity kill\w*|(wont|didnt|doesnt|not going to|wouldnt|not) kill (you|him|her|them|anyone|
      anybody|us)|if (it|that) kills me|kill (him|her|them|you) with kindness)
    (die|dies|died|dying|dead) (on (his|her|my|its|a)( \w+)? (feet|hill|hands?)|hard|down|of (thirst|hunger|
      boredom|cold)|a death)|i nearly died (when|as|and|laugh\w*|of)|die on (this|that|a) hill|catch (his|her|
      their|your) death|like death|death (by|warmed|knell|trap|stare|metal|wish)|sick to death|to the death|
      dead (end|line|set|weight|lock|heat|pan|wrong|right|easy|keen|against|slow|simple|funny|horse|loss|ringer|
      battery|phone|plants?)
    (shoot|shoots|shot|shooting) (me|us|him|her|them|you) (an email|a message|a text|a look|a glance)|shot (me|
      it|that|the idea) down|shoot\w* (the (messenger|breeze)|from the hip|(my|his|her) mouth off|up (in|to))|
      trouble ?shoot\w*
    (punch|punches|punching) (above|line)|pull\w* no punches|packs? a punch|roll\w* with the punches|
      pleased as punch|beat\w* (about|around) the bush|beat (the|him|her|it) (to it|queue|rush|traffic|clock)|
      beaten (by (the )?\w+ (nil|\d)|to it|to the)|hit(s|ting)? (the (headlines|target|nail|road|jackpot|ground|
      books|button|bar|post)|rock bottom|send|reply|a nerve|my inbox|(him|her|me) hard|out at|on (the|an) idea|
      and miss)|(smash|big|huge|massive) hit|a (real |big )?hit with
    slap(ped)? (on|in) the (wrist|back|face)|slap dash|slap ?stick|slap up|tough love|twist\w* (my|his|her|
      their|your) (arm|words)|arm ?twisting|strong ?arm\w*|pain in the (neck|backside|arse|bum)|
      costs? an arm and a leg|up in arms|foaming at the mouth|blood (boil\w*|pressure|out of a stone|
      on the carpet|on (his|her|their|your) hands)|boil\w* (my|her|his) blood|(out|baying|after) for blood|
      in cold blood|fresh blood|new blood|sweat and tears
    (burn|burned|burnt|burning) (bridges|(his|her|my|our|their) bridges|(my|his|her) (fingers|ears)|rubber|
      question|desire|issue|ambition|the midnight)|(ears|eyes|cheeks) (are|were|is|was) burning|crash and burn|
      play\w* with fire|add\w* fuel|fuel (to|on) the (fire|flames)|(pour\w*|throw\w*) (petrol|fuel|oil) on (the|
      a|this) (\w+ )?(fire|flames|row|argument|situation|debate)|put\w* out fires|fire ?fighting|fired up|
      (striker|lads|girls|boys|team|defence|attack|band|choir|sales) (was|were|is|are) (\w+ )?on fire|
      ready to explode
    (explod\w*|erupt\w*|implod\w*) (at|with|over|in|on|into) (me|us|him|her|them|rage|anger|laughter|fury|tears|
      the (comments|group|thread|chat))|(comments|group|thread|chat|phone|phones|inbox|volcano\w*|facebook|
      whatsapp) (\w+ )?(explod\w*|erupt\w*|blew up|blown up|on fire)
    # what the traffic may do one day
    (a|some|one of (the|our|these)|any) ?(child|kid|children|kids|body|one|pupil|person|baby|toddler|pensioner|
      dog|cat|cyclist)s? (\w+ ){0,3}?(will|could|might|may|is going to|are going to|gonna|gets?|ll|
      has to) (\w+ ){0,2}?(be |get |getting )?(\w+ )?(hit|killed|hurt|run over|knocked (down|over|flying)|
      mown down|injured|flattened|squashed)(?! by (his|her|my|the (father|mother|dad|mum)|mr|mrs|miss))
    (i|we|child|toddler|pram|mother|lady|he|she) (\w+ ){0,2}?(nearly|almost) (\w+ )?(got|was|were) (\w+ )?(hit|
      run over|knocked (down|over|flying)|mown down|killed|squashed) by (a|the|an) (\w+ ){0,3}?(car|van|lady|
      bike|bus|lorry|driver|four by four|range rover|scooter|cyclist)
    (before|until|till|takes) (a |some ?|one of (the|our) )?(child|kid|children|somebody|someone|one|
      anyone)( \w+)? (dies?|died|is dead|getting killed|to die|to be killed)
    (flatten|bulldoze|knock down|pull down|demolish|blow up|burn down) (it|the (place|building|lot|
      school))? ?and (start|begin|rebuild|build)
    (hang draw\w* (and|n) quarter\w*|guts for garters|skin (him|her|me|them) alive|read (him|her|them|
      me) the riot act)
    (died? (of|with|laughing|from) (laugh\w*|embarrass\w*|shame|boredom)|dying (to|for) (see|know|hear|get|meet|
      go|a)|(feet|back|head|legs|knees|shoes|heels) (is|are|was|were) killing (me|us|him|her|them)|(traffic|
      parking|homework|wait|heat|stairs|commute|suspense|jealousy) (\w+ ){0,2}?(is|was) killing|killing (me|us|
      them|themselves|himself|herself) (with|laughing|over|trying)|laugh\w* (\w+ ){0,3}?(dead|die|died|head off|
      to death)|killing (it|two birds)|(bored|scared|tickled|worried|frozen|freezing|thrilled|sick|starv\w*|
      work\w*|driv\w*) (\w+ ){0,2}?(to death|half to death|stiff|to bits)|over my dead body|
      drop dead (gorgeous)?|dead (tired|good|proud|chuffed|easy|line)|deadline|kill(s|ed)? (the|my) (mood|vibe|
      lawn|weeds|engine|battery|time)|kill for|shoot me (now|down)|shot (down|(my|him|her|them|our)sel(f|
      ves) in the foot)|bombed (out|at the|in (the|his|her) (exam|test|maths))|went like a bomb|photo ?bomb|
      cost a bomb|blow\w* (your|his|her|our) (mind|socks)|beat(en|s|ing)? (\w+ ){0,3}?(\d+ ?(-|nil)|
      on penalties|in the (cup|final|league|semi\w*)|at (chess|snap|\w+ball|tennis|cards|conkers))|hit (home|
      a (wall|six|snag)|traffic|the (bar|post|roof|nail|crossbar|ball|wicket|target|net))|smash(ed|ing)? (it|
      her|his|the|their) (sats|exams?|test|record|target|audition)|break a leg|knock\w* (\w+ )?(socks off|
      for six)|knock (them|em) dead|cut (it|corners|the grass|out)|fight\w* (fit|chance|for (a|his|her|better|
      more))|attack\w* (the|a) (problem|hill)|(a|another) stab at|take a stab|backstab\w*|burn\w* (out|
      the (toast|candle|dinner|midnight))|explode\w* with|guilt trip|sick (of|to death)|
      over ?dos\w* on (chocolate|sugar|cake|christmas|telly)|
      knock\w* (\w+ ){1,3}into (the middle of )?next week|saw red|blood(y|y minded) (\w+ )?(good|marvellous|
      hard|brilliant|well)|bloodhound\w*|blood (donor|drive|test|brothers)|crime (scene)? (novel|writing))
""")
"""Figures of speech, in which nobody is harmed.

Each is one of these: what the writer would have liked and did not do; an act on a thing (a career, a song, a budget);
a thing that acts (traffic, feet); a fixed pair of words (bullet point, dead line); or what may befall nobody in
particular some day. None is a verb of harm beside a pronoun or a name alone: that would hide a danger
(told_dangers.py).
"""
