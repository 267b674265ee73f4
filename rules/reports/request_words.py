"""The parts of a request for data or information: phrases for the grammar in requests.py.

How a phrase is written is in phrases.py; a line that ends in a backslash goes on in the next. The rules that say which
parts make a request are in request_rules.py.
"""

from collections.abc import Mapping

LISTS: Mapping[str, str] = {
    "kin": r"""
        son daughter child boy girl lad grandson granddaughter grandchild stepson stepdaughter niece nephew ward
        foster_child kid brother sister wife husband
    """,
    "kins": r"""
        <kin> sons daughters children kids boys girls lads grandsons granddaughters grandchildren twins two three
        family wards little_ones
    """,
    "end": r"""
        and or from since in at after to please within that which over for by including under so as on with this
        before when because is was has have but now asap it i we during last then who until going was_at
    """,
    "school": r"""
        you u ya yous you_lot you_people the_school school staff the_trust the_office the_teachers? the_class_teacher
        your_\w+ governors the_governors other_governors they teachers anyone anybody an_organisation
        organisations schools a_school
    """,
    "keeps": r"""
        hold holds held keep keeps kept keeping store stored process processed processing record recorded log logged
        wrote written write collected retain retained noted
    """,
    "has": r"have has had got ve put",
    "give": r"""
        send give show provide supply disclose release forward_(me|us) email_(me|us) post_(me|us) print
        let_(me|us)_(have|see|know) hand_over hand_(me|us) tell copy_(me|us) furnish share_with_(me|us)
    """,
    "get": r"""
        have see get getting receive obtain access view inspect know find_out read be_(sent|given|shown|told|provided)
        look_at request ask_for apply_for
    """,
    "others": r"you him her them it somebody someone this that these those the_\w+ my_\w+",
    "not others": r"(?!_(<others>)_(to_(?!<give>)|removed|taken|deleted|stopped))",
    "thing": r"""
        emails? messages? notes records files? documents? documentation paperwork correspondence data minutes
        statements logs? footage cctv reports entries comments memos recordings transcripts letters forms texts
        information info everything anything communications assessments
    """,
    "record": r"""
        records? file files data information info log logs chronology
    """,
    "personal": r"""
        details data information address addresses email e-mail phone telephone mobile number medical report records?
        files? form photo photos picture pictures image video assessment diagnosis condition marks sen send bank_details
        full_name ehcp results date_of_birth sickness_record health pay salary disability adoption
        grades
    """,
    "lawyer": r"solicitors? lawyers? barristers? law_firm legal_team legal_representatives? legal_advis[eo]rs?",
    "third": r"""
        he she they who mum dad mam mother father parents? woman man somebody someone everybody everyone people
        neighbour post it (mr|mrs|ms|miss|dr)_\w+ grandma grandad nan
    """,
    "tells": r"""
        says? said saying told tells? telling posted posts posting wrote writes writing writing_that shout\w* scream\w*
        threat\w* claims? claimed claiming boast\w* comment\w* reckons swore yell\w* mutter\w* bragg\w* put
    """,
    "shared": r"""
        shared sharing sent emailed gave given passed told published posted displayed showed shown leaked disclosed
        handed discussed discussing released forwarded put uploaded printed announced revealed mentioned read_out
        circulated lost pinned stuck talking talked gossip\w* chatting texted
    """,
    "share": r"share send give pass tell publish post disclose hand discuss release forward put show use mention",
}
"""Lists of words for the parts; a list may name another one."""

ASKING: Mapping[str, str] = {
    "named-sar": r"""
        subject access
        (dsar|sar|right of access|article 15|(data|information|records?|personal) access request)
        (gdpr|data protection) request
    """,
    "asks": r"""
        (please|kindly|will|just|and|or|then|so|now|therefore|could|can|would|must|need to|have to\
            |to) (now )?<give>
        <give> (me|us|it over|them over|the lot)
        (can|could|would|will|may|might|must) (you|u|the school|someone|somebody)( \w+){0,3}? <give>
        (can|could|may|might) (i|we)( \w+){0,2}? <get>
        (id|wed|(i|we) (would|should|d))( \w+){0,2}? (like|love|appreciate|wish|be (grateful|obliged|glad\
            |pleased))<not others>
        (i|we) (\w+ ){0,2}?(want|need|require|demand|request|wish)<not others>( to <get>| to be (sent\
            |given|shown))?
        ^ ?(now |also |and )?<give>
        (i am|im|we are|were) (\w+ ){0,2}?(asking|requesting|applying)( for| to <get>| that)?
        (make|making|made|submit\w*) (this|a|an|my|the) (\w+ ){0,3}?request
        (entitled|(have|got|my|legal) (a |the |every |legal )*right) to( <get>| ask| it| them)?
        how (do|can|would|should|could) (i|we)( go about)?( \w+)? <get>
        asks? (that (you|we|the school)|for)
        do(es)? (i|we) <get>
    """,
    "law": r"(data protection|(uk )?gdpr|dpa)( \w+){0,3}?",
    "what kept": r"""
        (what|which)( \w+){0,3}? (do|does|did|have|has|is|are|was\
            |were) <school>( \w+)? <keeps>(?! to)( down| up| on file)?
        (what|which)( \w+){0,3}? (have|has) <school> got(?! to)( on (file|record)| stored| written( down)?\
            | kept)?
        (what|which)( \w+){0,3}? (do|does) <school> have(?! to)( on (file|record)| stored| written( down)?\
            | kept)?
        (what|which)( \w+){0,3}? (has|have|is|are|was|were)( \w+)? (held|kept|stored|written|recorded\
            |logged)( down)?
    """,
    "tell": r"(know|tell me|told|ask|asking|say|see|me) (what|which|whatever|everything|anything)",
    "kept": r"""
        (what|whats|whatever|which|everything|anything|all|any|every|documents?|information|info|data\
            |records?|emails)( that| \w+){0,4}? <school>( \w+){0,2}? <keeps>(?! to)( down| up| on file)?
        (what|whats|whatever|everything|anything|all|any|every|data|information|records?\
            |documents)( \w+){0,4}? (held|kept|stored|written|recorded|logged|noted)( down| up)?
        (what|whatever|which|everything|anything|all|any)( that| \w+){0,4}? <school>( \w+)? <has>(?! (to\
            |planned|said|done|against))( got)?( on (file|record)| down| stored| in writing)?
        (what|everything|anything|whatever)( \w+){0,2}? <has> (you|u|the school|they)( got| kept| stored\
            | written| down)*( on file| on record)?
        (whats|what is|everything|anything|all)( \w+){0,2}? on (record|file)
        (everything|anything|all|whatever|whats|what is|what)( \w+){0,3}? (on|in) (your|the|my|our|his|her\
            |their|file) ?(systems?|files?|records|computers?|database)?
    """,
    "about": r"""
        (on|about|concerning|regarding|mention(s|ing|ed)?|naming|names|relat(ing|ed|es) to|in respect of\
            |with)
        (referenc(e|es|ing)|referr?(s|ing|ed)? to|involv(es|ing)|discuss(es|ed|ing)?|shows?|showing\
            |to do with|refer to)
    """,
    "for": r"(for|of|on)",
    "me": r"""
        (my|our)( \w+s)? names?
        (parents|people|families|pupils|mums|dads|us) like (me|us)
        (me|us|myself|ourselves)(?= ?([^\w ]|$)| (<end>)\b)
        (me|us|my <kins>|myself) (and|or|nor|&) (me|us|my|our|myself)( \w+){0,2}
        (my|our|both my|both our|my own)( \w+){0,2}? <kins>(?= ?([^\w ]|$)| (<end>)\b)
        (the|a) (child|children|boys|girls|twins)( who are| that are)? (in my care|i (foster|care for\
            |look after))
        our (client|clients|son|daughter)
        (my|our) (\w+ )?absence
    """,
    "mine": r"((my|our)( \w+)? <kin>s|my own|my|our clients|our|(mr|mrs|ms|miss) \w+s)",
    "theirs": r"(his|her|their|whose)",
    "record": r"""
        ((?!reading|homework|swimming|lunch|art|word|worst|track|bank|details)\w+ ){0,2}?(records|file\
            |files|log|logs|chronology)(?! (back|size|format))
        (school|pupil|personnel|attendance|behaviour|safeguarding|medical|educational|sen|staff|hr\
            |full) (record|file|log|data)
        (personal|held) (data|information)
        data
    """,
    "things": r"""
        (cop(y|ies) of |all |any |every |the full |full |whole |complete |internal |sight of |email \
            |emails? )*(?<!these )(?<!those )(?<!this )(?<!attached )<thing>
    """,
    "footage": r"(footage|cctv|recordings?)",
    "of": r"(of|which shows|that shows|showing)",
    "named": r"""
        (i am|we are|im|i was|my <kin> is|(he|she) is)( \w+){0,2}? (named|mentioned|discussed|referred to\
            |copied)
    """,
    "anybody": r"(you|people|someone|somebody|them|one)",
    "file": r"(file|record|log|dossier)",
    "copy": r"""
        (a|the) cop(y|ies)
        (see|send|have|read) (it|them|all of it|the lot)
        how do i get (that|it|them|one)
        (see|have|get|want|like) mine
        send me the lot
    """,
    "my child": r"""
        ((my|our) (\w+ )?<kins>|legal guardian|parental responsibility|in my care|on behalf of (my|our))
        (the |a )?(parent|mother|father|mum|dad|guardian|carer|grandmother|grandfather) (of|for|to)
    """,
    "removal": r"""
        (delet|remov|correct|amend|destroy|updat|chang)\w*
        (taken|take|taking|took) (it |them )?(down|off)
        stopp?(ed|ing)?
    """,
    "online": r"""
        (facebook|whatsapp|snapchat|instagram|tiktok|twitter|group|chat|online|posts?|posted|page|comments)
    """,
    "named-foi": r"""
        freedom of info\w*
        foia?
        information request under
        environmental information regulations
        request(ing|ed)? the following information
    """,
    "public": r"""
        (public (body|authority|money|interest|funds)|taxpayers?|council ?tax payer|publicly funded)
    """,
    "count": r"""
        how (many|much|often)
        (the )?(number|numbers|figures?|statistics|breakdown|totals?|total amount|amount|percentage\
            |proportion|rate|stats|data|list|costs?) (of|for|on|about|spent|paid|per|by|relating)
        (statistics|figures|breakdown|spending|expenditure|salary|salaries|salary band|accounts|budget\
            |expenses)
        what( \w+){1,3}? (spent|spends|spend|paid|pays)
        what (the|your)( \w+){1,3}? (is|are|was|were|gets?|get) paid
    """,
    "of public": r"""
        (exclu\w+|suspen\w+|complaints?|grievances?|barred|banned|bans|bullying|racis\w+|restrain\w*\
            |incidents?|police|assaults?)
        (spent|spend|spending|expenditure|paid|pays?|salary|salaries|pay rise|cost|costs|budget|contracts?\
            |tender|agency|supply|turnover|vacanc\w+|funding|premium|surplus|deficit|consultan\w+|expenses)
        (legal (advice|fees|costs)|tribunals?|settlements?|non-disclosure|ndas?|redundanc\w+|absence\
            |sickness|left the school|resign\w*|extra help|send|sen|ehcps?|off-roll\w*|unauthorised|fines?\
            |fined|applications|admissions|appeals|waiting list|class sizes?)
    """,
    "span": r"""
        (last|past|previous|each of the last|recent) (\w+ )?(years|terms|academic years|financial years\
            |\d+ months|twelve months|five|three)
        (last|the previous|past) (academic |financial |school )?year
        (since|between|from|in) (20\d\d|january|\w+ 20\d\d)
        (each|every|per|by|academic|financial) years?
    """,
    "own child": r"""
        for (my|our) (\w+ )?(<kins>)
        (has|have|was|were|did|does|is|will|can) (my|our) <kins>
        (my|our) <kin>s? (has|have|had|was|owes?|class|teacher|group)
        (i|we) (have |have over|over)?(overpaid|owe|owed|pay|need to pay)
    """,
    "document": r"""
        (recorded|held) information
        information (do|does) <school> (hold|keep)
        (letters|emails) (with|between|to|from) the (council|authority|trust|diocese|department|dfe)
        minutes (of|from|for|where|in which|when|at which)( \w+){0,3}? (governors?|governing|committee\
            |board|trust|trustees|finance|full|it was|approved|local)
        (governors|governing body|trust|trustees|committee|board)( meetings?)? minutes
        (the )?risk assessments?(?! for (my|the trip|the visit|his|her))
        correspondence (with|between)( \w+){0,4}? (council|authority|company|contractor|trust|ofsted\
            |diocese|governors|dfe|department)
        (tender|procurement|contract)s?( documents?)? (for|with|about|relating)
        (register of interests|impact assessment|asbestos (report|register|survey)|fire risk assessment\
            |contracts? (with|for))
        (all )?(versions|copies) of (the|your)( \w+){0,4}? polic(y|ies)
        (provide|supply|disclose|release|request)( \w+){0,5}? polic(y|ies)
    """,
    "trip": r"(trip|visit|residential|allerg\w+|my (son|daughter|child)s?)",
}
"""Who asks for what, and of whom it tells."""
