"""The frames in which grave words tell of nothing grave: taught, asked in general, played, or a way of speaking."""

from ..texts.phrases import phrases

NOT_TOLD_AS_TRUE = phrases(r"""
    (training|courses?|webinars?|workshops?|conference|seminars?|inset|cpd|e ?learning|modules?|refresher|
      case stud(y|ies)|all cases are|invented|fictional|briefing|bulletin|newsletter|leaflet|brochure|
      local review|(book|free|live|short|a) demo(nstration)?|from £|per site|a site|subscri\w*|unsubscribe|
      awareness (week|day|month)|policy (review|update)|template|toolkit|statistics|survey|debate|motion|
      this house would|panto\w*|nativity|musical|rehears\w*|script|costumes?|props?|acting|drama (club|group|
      festival)|school play|the play|end of term show|movie|netflix|episode|novel|chapter|poem|set text|macbeth|
      romeo|shakespeare|gcse|a level|syllabus|romans?|vikings?|tudors?|victorians?|blitz|ww1|ww2|world war|
      gunpowder|guy fawkes|remembrance|range conducting|air rifles?|cadets?|clay pigeon|museum|re ?enact\w*|
      escape room|murder mystery|halloween|consent forms?|talk (about|on)|visits? (us )?on|assembly on|essays?|
      course ?work|essay question|nursery rhymes?|rhyme ?time|fairy ?tales?|lyrics|book club|reading list|author|
      insur\w+|cover(ed|s)? (for|by) (\w+ )?(policy|insurance)|risk assessment)
    # what would be, or is only counted
    (what|how) (would|does|do|will|should|happens) (\w+ ){0,6}?(do |happen )?(if|when|where) (a|an|any|some\w*) \w+
    what (it|you|we|they|the \w+) (does|do|would do|will do) (if|when|where)
    (on|in) the news|news (story|piece|report|item)|in general
    (is|are) there (a|an|any) (\w+ ){0,3}?(policy|procedure|guidance|protocol|rule)
    (how many|numbers? of|figures (for|on|of)|the total of):? (\w+ ){0,4}?(pupils|children|staff|incidents?|
      referrals?|exclusions?|suspensions?|disclosures?|cases|reports|times has the|assaults?)
""")
"""What is taught, played, sold or shown: nobody is in danger in it."""
GAMES = phrases(r"""
    (paintball\w*|laser ?(tag|quest)|nerf|fortnite|minecraft|call of duty|roblox|video ?games?|computer game|
      xbox|playstation|football match|rugby|netball|cricket|hockey|tournament|league|penalt\w*|goalkeeper|
      striker|fancy dress|fire (drill|engine|station|practice|extinguisher)|fireworks? (display|night)|bonfire|
      barbecue|bbq|cake|recipe|bak(e|ing)|cookery|cooking|food tech|goals?|kick ?off|cup tie|half ?time|full ?time|
      the match|under ?\d+s?|u1\d|\d{1,2} ?- ?\d{1,2}|\d+ nil|scored?|keeper|party invit\w+|ammo provided)
""")
"""Where shooting, hitting and burning are harmless."""
SIMILE = phrases(r"(like|as if|as) (a|an|the|hes|shes) (\w+ ){0,2}?\w+")
"""What something is only likened to: "a face like a slapped arse"."""
FIGURE = phrases(r"""
    (hang draw\w* (and|n) quarter\w*|guts for garters|skin (him|her|me|them) alive|read (him|her|them|me) the riot act)
    (died? (of|with|laughing|from) (laugh\w*|embarrass\w*|shame|boredom)|dying (to|for) (see|know|hear|get|meet|
      go|a)|(feet|back|head|legs|knees|shoes|heels) (is|are|was|were) killing (me|us|him|her|them)|(traffic|
      parking|homework|wait|heat|stairs|commute|suspense|jealousy) (\w+ ){0,2}?(is|was) killing|killing (me|us|
      them|themselves|himself|herself) (with|laughing|over|trying)|laugh\w* (\w+ ){0,3}?(dead|die|died|head off|
      to death)|killing (it|two birds)|(bored|scared|tickled|worried|frozen|freezing|thrilled|sick|starv\w*|
      work\w*|driv\w*) (\w+ ){0,2}?(to death|half to death|stiff|to bits)|over my dead body|
      drop dead (gorgeous)?|dead (tired|good|proud|chuffed|easy|line)|deadline|kill(s|ed)? (the|my) (mood|vibe|
      lawn|weeds|engine|battery|time)|(he|she|mum|dad|mam|wife|husband|teacher|hell|shell|theyll|boss) (will |
      is going to |would |s going to |d )?(kill|murder|shoot|strangle) me|kill for|shoot me (now|down)|
      shot (down|himself in the foot)|bomb(ed)? (out|on|in the)|went like a bomb|photo ?bomb|cost a bomb|
      blow\w* (your|his|her|our) (mind|socks)|beat(en|s|ing)? (us|them|you|the|by|\w+ \d)|hit (the|it|home|
      hard by|and|a (wall|six|home)|traffic|the (bar|post|roof|nail))|smash(ed|ing)? (it|her|his|the|
      their) (sats|exams?|test|record|target|audition)|break a leg|knock\w* (\w+ )?(socks off|dead|for six)|
      cut (it|corners|the grass|out)|fight\w* (fit|chance|for (a|his|her|better|more))|attack\w* (the|
      a) (problem|hill)|stab at|take a stab|backstab\w*|burn\w* (out|the (toast|candle|dinner|midnight))|
      explode\w* with|guilt trip|sick (of|to death)|over ?dos\w* on (chocolate|sugar|cake|christmas|telly)|
      knock\w* (\w+ ){1,3}into (the middle of )?next week|saw red|
      blood(y|y minded) (\w+ )?(good|marvellous|hard|brilliant|well)|bloodhound\w*|blood (donor|drive|
      test|brothers)|crime (scene)? (novel|writing))
""")
"""Figures of speech, in which nobody is harmed."""
