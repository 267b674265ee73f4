"""The dangers to children that one clause tells: taken, hurt at home or by staff, touched, pictured, lured, left."""

from ..words import Flag
from .told_rows import ToldDanger
from .told_words import told

TO_CHILDREN: tuple[ToldDanger, ...] = (
    # a child is taken, or to be taken
    ToldDanger(
        flag=Flag.CHILD_PROTECTION,
        act=told(r"""
            <meaning> (\w+ ){0,4}?(snatch|abduct|kidnap|steal) (<person>)
            (<meaning>|to) (\w+ ){0,3}?(take|collect|fetch|pick) (<person>) (\w+ ){0,8}?(abroad|
              out of the country|to the airport|(and|or) (\w+ ){0,4}?(never|not) (\w+ ){0,3}?(see|bring|come)|
              wont bring|not bring\w*)
            (pick(ing|s)?|collect\w*|tak(ing|es|e)|fetch\w*) (<person>) (\w+ ){0,8}?(not bringing|wont bring|
              never bring\w*|not giving|never coming back|not coming back|wont see|never see)
            (one way (ticket|flight)s?|flights?|(has|got|took|have) (\w+ ){0,2}?passports?) ~ (pick\w*|
              collect\w*|tak(e|ing)|fetch\w*|airport|phone is off|abroad|not coming back|him|her|them|\w+day)
            (collected|taken|took|picked up|removed|has got|got|snatched|grabbed) ~ (isnt allowed|not allowed|
              against the (court )?order|court order|breach of|no contact|injunction|(has|
              got) (\w+ ){0,2}?passports?)
            (isnt|not|is not|arent) (\w+ )?(allowed|supposed|permitted) (\w+ ){0,4}?(near|contact|to (see|have|
              take|collect|pick)) ~ (outside|waiting|in the (car park|playground|yard)|at the gates?|here|
              coming|on (his|her) way|says)
            (no contact|court order|injunction|non molestation) ~ (says|will|going to|
              means to) (\w+ ){0,4}?(take|collect|snatch|have) (<person>)
            (man|bloke|fella|stranger|someone|somebody|woman|guy|driver|lad) (\w+ ){0,9}?(tried|trying|
              attempted|just|grabbed|pulled|dragged|pulling|dragging) (\w+ ){0,3}?(to )?(pull|drag|grab|get|
              lure|snatch|force|bundle|push|tempt)? ?(<person>) (\w+ ){0,5}?(into|in|towards|to|off|away|
              by the arm|from) (\w+ ){0,3}?(car|van|vehicle|bushes|alley\w*|garage|by|boot|off|away|her off|
              him off|school|bus stop|park)
            cant have (\w+ ){1,4}?(nobody|no one|noone|neither) (will|can|does)
            drive (<person>|them all|us all) (\w+ )?(off|into|over) (a|the|that) (\w+ )?(cliff|headland|bridge|
              quay|pier|wall|river|lake|canal|edge|motorway)
        """),
    ),
    # somebody at home, or a grown-up who is seen, hurts a child or a partner
    ToldDanger(
        flag=Flag.CHILD_PROTECTION,
        act=told(r"""
            <home one> ((?!told|said|says|told|is|currently|that)\w+ ){0,3}?<blow> (him|her|them|me|us|my|his|
              <name>)(?! (at|in (a|the) (race|game|quiz|final)|by (accident|mistake|\d+)|up (on|the)|
              around (the )?(goal|pitch)))
            (him|her|me|them|us) (was|were|is|gets|got|being|been) (\w+ )?(beaten|strangled|burnt|burned|
              punched|belted) (\w+ ){0,3}?(by|with)
            (saw|seen|heard|watched|caught|witnessed) (\w+ ){0,2}?(the |his |her |their |\w+s )?(<grown up>|
              father|mother|<home one>|colleague|husband|<works here>) (\w+ ){0,5}?<strike seen> (<little one>|
              a child|children)
            (marks?|bruis\w+|burns?|black eye|cuts?|scars?|welts?|lump|bald patch|handprint|hand ?mark|
              injur\w+) ~ (<home one>|he|she|they|him|her|uncle) (\w+ )?(did|done|caused|made|gave|hit|does|
              burn\w*)
            (tied|tie|ties|chained|gagged|handcuffed) (\w+ ){0,3}?to (the|a|his|her) (radiator|bed|chair|pipe|
              post|banister)
            (tape|sock|hand|pillow) (\w+ ){0,2}?(on|over|in) (his|her|their|my) (mouth|nose|face)
            (locked|shut|thrown|put) (\w+ ){0,3}?(out|in|outside) ~ (freezing|all night|last night|slept in|
              no coats?|in the (shed|cold|dark|snow|rain)|all weekend|for hours)
            (dont|do not|doesnt|didnt|begging|begged|pleading|refus\w*|scared|afraid|frightened|
              too scared) (\w+ ){0,2}?(not )?(to )?(want to )?go(ing)? home ~ (hit|beat|beats|punch\w*|belt|
              kill|hurt\w*|kick\w*|strap|batter\w*)
            (kicked|punched|beat|slapped|hit|battered|strangled) (mummy|mum|mam|my mum|her mum|his mum|daddy|
              dad)
            (pulled|tore|ripped|dragged) (\w+ ){0,4}?(out )?(by|of) (his|her|their|my) hair
            (is|was|been|keeps|still) (\w+ )?(beating|battering|strangling|throttling) (<little one>|<home one>)
            (begging|begged|screaming at|pleading with|screaming for) him to (stop|let)
            (been|was|were|is|gets|got|has been) (\w+ )?(strangled|beaten up|beaten|
              battered) (\w+ ){0,2}?by (\w+ ){0,3}?(partner|husband|boyfriend|<home one>|father|mother|ex)
            he (broke|fractured|smashed) (her|my) (nose|jaw|arm|ribs?|face|cheek\w*|eye socket)
            <blow> (me|her) (again|up|last night|in front of) ~ (kill|child\w*|kids|police|<child>|screaming|
              hospital)
            (hell|he will|he is going to|hes going to|hes gonna|shell|will|going to) (\w+ )?kill (me|us|her|
              them) if (i|we|she|they) (go|leave|tell|ring|call|talk|speak|try to leave|ever)
        """),
    ),
    # somebody is touched, or worse
    ToldDanger(
        flag=Flag.CHILD_PROTECTION,
        act=told(r"""
            (touch\w*|touching|rub\w*|strok\w*|feel\w*|lick\w*|kiss\w*|grop\w*|
              fondl\w*) (\w+ ){0,3}?(private (parts?|bits|area)|privates|bits|willy|down there|between (her|his|
              my) legs|breasts?|boobs|bottom|crotch|where (he|she) shouldnt)
            (makes?|made|making|asks?|asked|forc\w*) (me|her|him|them|<name>) (\w+ ){0,5}?(to )?(touch|rub|kiss|
              lick|suck)
            (gets?|got|comes?|came|climb\w*|coming|getting) (\w+ ){0,2}?(in|into|in to) (my|her|his|their) (bed|
              room|bedroom) (\w+ ){0,6}?(night|touch\w*|and|when|naked|makes)
            <home one> (\w+ ){0,3}?(touches|touched|touching|groped?|gropes|molest\w*|rapes) (me|her|him|them|
              <name>)(?! (up|base|hand|hair))
            (was|been|got|being|were|is) (\w+ )?raped
            (raped|molested|sexually (abus\w+|assault\w+)) (me|him|her|them|my|<name>)(?! (is|are|was|will|
              would|or|in))
            (has|have|having|had|been having) sex with (?!(?:his|her|my|your) (?:wife|husband|partner|
              boyfriend))(<person>)
            (takes?|taking|took|taken|films?|filming|filmed) (\w+ ){0,3}?(photos?|pictures?|pics|videos?|films?|
              him|her) (\w+ ){0,3}?(with no clothes|naked|undress\w*|in the (bath|shower)|with nothing on|
              without (her|his|any) clothes)
            (shows?|showed|showing|makes? \w+ watch) (me|him|her|them|<name>) (\w+ ){0,2}?(porn|his (willy|
              private|penis)|dirty (films?|videos?))
        """),
    ),
    # somebody who works here hurts a child, or writes to one
    ToldDanger(
        flag=Flag.STAFF_ALLEGATION,
        act=told(r"""
            <works here> (\w+ ){0,5}?(slapped|punched|kicked|hit|smacked|strangled|choked|headbutted|
              throttled) (him|her|them|me|my (son|daughter|lad|boy|girl|child)|a (child|pupil|boy|girl|lad)|
              <name>)(?! (out|the|a|up|for six))
            <works here> (\w+ ){0,5}?(grabbed|dragged|threw|slammed|pinned|shoved|shook|pulled|lifted) (him|her|
              them|me|my (son|daughter|lad|boy|girl|child)|a (child|pupil|boy|girl|lad)|
              <name>) (\w+ ){0,3}?(by the|by (his|her)|against|into the|across the|round the|to the (floor|
              ground)|down the (stairs|corridor))
            (saw|seen|watched|caught|watch) (a colleague|her|him|<works here>) (\w+ ){0,3}?(hit|slap|punch|kick|
              drag|shake|throw|shove|strangle|smack|choke|grab) (<little one>|a child)
            <works here> (\w+ ){0,6}?(locked|shut|tied) (him|her|them|me|<name>) (\w+ ){0,2}?(in|up|to)
            <works here> ~ (messag\w*|texts?|texting|texted|snapchat\w*|dms?|emails?|sending|sent) ~ (underwear|
              knickers|in bed|naked|nudes?|delete|secret|love you|loves? (her|him)|sexy|pictures? in|topless|
              bra|wearing|alone)
            <works here> (\w+ ){0,4}?(kissed|kissing|touched|fondled|groped) (him|her|me|my|<name>)
        """),
    ),
    # pictures of a child
    ToldDanger(
        flag=Flag.INDECENT_IMAGE,
        act=told(r"""
            (naked|nude|topless|undressed|explicit|indecent) (pictures?|photos?|pics?|images?|videos?|
              selfies?) (\w+ ){0,6}?(of|going|sent|shar\w*|round|around|my|her|him)
            (nudes?|naked pictures?|naked photos?|topless) ~ (going (round|around)|all over|group|shar\w*|
              sent (it|them|round|to)|everyone|unless|blackmail\w*|leak\w*|phones?)
            (put|post|send|share|leak|show|sending|posting) (\w+ ){0,8}?(nudes?|naked|topless|ones (he|she) has|
              pictures? of me|pics? of me) ~ (unless|if (i|she|he) (dont|doesnt|do not)|tonight|everyones?|
              online|group)
            (if|unless) (i|she|he) (dont|doesnt|do not|do) (\w+ ){0,3}?send (\w+ ){0,4}?(nudes?|naked|pics|
              pictures)
        """),
    ),
    # a stranger and a child
    ToldDanger(
        flag=Flag.CHILD_PROTECTION,
        act=told(r"""
            <grown man> ~ (messag\w*|talk\w* to|chat\w* (to|with)|text\w*|telling|asking|asks|sent|sends|
              sending|wants|met|snapchat\w*|pretend\w*|loves?)
            (meet|meeting|meet up with|see) (\w+ ){0,3}?(man|bloke|guy|adult|someone|somebody|lad|stranger|
              person) (\w+ ){0,3}?(met|from|on|off|he|she)
        """),
        words=(
            told(r"""
                (online|on (\w+ )?(snap\w*|insta\w*|discord|roblox|xbox|tiktok|whatsapp|a game|an app|fortnite|
                  the game|her phone|his phone|tablet|ipad)|snapchat|discord|roblox|insta\w*|messag\w*|texts?|
                  texting|tablet|phone|chat\w*|pretending|sending|money)
            """),
            told(r"""
                (naked|nudes?|nothing on|no clothes|undress\w*|topless|underwear|(pictures?|photos?|
                  pics) of (her|him)\w*|send (\w+ )?(pictures?|photos?|pics)|meet (her|him|up|with)|
                  meeting (her|him|a man|up)|wants? to meet|to meet (a|her|him|the)|come to the house|told (her|
                  him) not to|not to tell|secret|loves? (her|him)|hotel|keep it between)
            """),
            told(
                r"(her|him|herself|himself|my (daughter|son|girl|lad|niece|nephew)|our \w+|<child>|year \d+|she"
                r"|he|shes|hes)"
            ),
        ),
    ),
    # small children by themselves, without food, or with nobody fit to mind them
    ToldDanger(
        flag=Flag.CHILD_PROTECTION,
        act=told(r"""
            (left|leaves|leave|leaving|are|is|been|home|alone|gone off|out|goes) (\w+ ){0,8}?(alone|on (her|his|
              their) own|by (them|him|her)sel(f|ves)|home alone|to fend for)
        """),
        words=(
            told(r"<long>"),
            told(r"<small>"),
        ),
    ),
    ToldDanger(
        flag=Flag.CHILD_PROTECTION,
        act=told(r"""
            (hasnt|havent|has not|not|nothing) (\w+ )?(eaten|been fed|had (any )?food|
              to eat) (\w+ ){0,2}?(since|for (two|three|days)|all (day|weekend))
            (no|nothing|never any) (\w+ )?(food|to eat|in the fridge|in the cupboards?)
            (cant|cannot|wont|couldnt) (wake|rouse) (\w+ )?(up|her|him|mum|dad|mummy)
            locked in (\w+ ){0,3}?(room|bedroom|cupboard|house|cellar) (\w+ ){0,3}?(all|weekend|while|day|
              without|for)
            (asleep|passed out|unconscious|collapsed|lying) (\w+ ){0,5}?(floor|since|sofa|settee)
        """),
        words=(
            told(
                r"(mum|mummy|mam|dad|daddy|mother|parents?|she|he|nan|carer) (\w+ ){0,8}?(drunk|passed out"
                r"|using|asleep|out"
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
                r"(about to|going to|gonna|just|trying to|has|is|wants to|insists on|now) (\w+ ){0,2}?(drive"
                r"|drives|driven|"
                r"driving|drove|taking|got in(to)? the car)"
            ),
            told(r"(<child>|kids|children|home|them|him|her)"),
        ),
    ),
)
"""One row for each danger."""
