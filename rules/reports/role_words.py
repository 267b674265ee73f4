"""Words for whom a sentence is about where nobody is named, for whoever only saw it, and for places of publishing."""

import re
from collections.abc import Mapping
from functools import lru_cache

from ..texts.phrases import Patterns, phrases
from ..words import About

BY_ROLE: Mapping[About, Patterns] = {
    About.STAFF: phrases(r"""
        (<works>|\w+ (dept|department)|head ?teacher\w*|teachers?|tas?|teaching assistants?|staff|
          member of staff|office (staff|lady|ladies)|receptionist|caretaker|site manager|lunchtime supervisor|
          midday supervisor|dinner lad(y|ies)|tutor|head of year|governors?|chair of governors|senco|the head|
          the deputy|the office|colleagues?|my class|my classroom|my lesson|our (\w+ )?(team|colleague|trainee|
          ect|supply|cover|lollipop \w+))s?
    """),
    About.PUPIL: phrases(r"""
        (pupils?|students?|(my|our|his|her|their|another|somebody elses|someone elses|other peoples|a|the|this|
          that|which|one of the|year \w+) (\w+ ){0,2}?(sons?|daughters?|child|children|kids?|boys?|girls?|lad|
          lads|lass|little (one|boy|girl)|grandson|granddaughter|twins|bairn)|children|kids|year \d+s?|
          classmates?|(an? )?(<a number>|\d{1,2}) year old)(?! (\w+ )?(teachers?|tas?|tutors?|heads?|
          headteacher|teaching|lead|team|coach|mums?|dads?|
          parents?|mother|father|nan|grandad|chat|group|page|whatsapp|school|class|stuff|assembly|play|camp|trip))
    """),
    About.PARENT: phrases(r"""
        ((another|other|fellow|one of the( other)?|a|some|the other|two|several|which|both) (\w+ )?(mums?|dads?|
          parents?|mothers?|fathers?|carers?|nans?|grandmas?|grandads?|families)|(pta|parent helper|
          parent governor|class rep)|my (husband|wife|partner|ex|family|mum|mother|dad)|someones (mum|dad))
    """),
    About.SCHOOL: phrases(r"(the|this|that|our|your|ur) (whole )?(school|academy|place)|ofsted"),
    About.GROUP: phrases(r"<group>"),
}
"""Words for a role, where nobody is named."""

WITNESSED = re.compile(
    r"\b(my|a|an|another|our|the|one of (the|my|our)( other)?) (\w+ ){0,2}?(wife|husband|partner|mum|mother|dad|father"
    r"|friend|parent|colleague|neighbour|daughter|son|pupil|child|sister|brother|nan|grandad|cousin)s? "
    r"((has|had|have|just|then|also) )*(showed|told|sent|forwarded|rang|saw|noticed|flagged|mentioned|screenshotted|"
    r"shown|pointed|passed)\b|\b(showed?|shown|sent|told|forwarded|passed) (it |this |on )?(to )?(me |us )?by "
    r"(my|a|an|another|the|two|several|one of) (\w+ ){0,3}"
)
"""Whoever saw it or passed it on, who is not whom it was about."""
KIN = (
    r"(?:mum|mam|mummy|dad|da|daddy|father|mother|step ?dad|step ?mum|stepfather|stepmother|parent|nan|gran|grandma"
    r"|grandad|grandmother|grandfather|uncle|aunt|auntie|carer|guardian|foster (?:mum|dad|carer))"
)
OF_WHOM = r"(?: (?:of|to|in) (?:\w+ ){0,2}\w+)?"
POSTING = (
    r"(?:posted|posts|posting|put|puts|wrote|writes|written|writing|says|said|saying|commented|comments|shared|shares"
    r"|sent|tweeted|replied|uploaded|published|messaged|calls|calling|tagged|added|is (?:posting|saying|calling|at it"
    r"|on)|rang|shouted|filmed|parked|swore|emailed|went|has been|came|keeps|left)"
)
IDENTIFYING = re.compile(
    # "Mr Okoro, Ada's father, has written ..."; "Mr Okoro (Ada's dad) has ..."; "Mr Okoro, who is Ada's father, ..."
    rf"(?<=\w), (?:who (?:is|was) |also |the )?(?:\w+ ){{0,3}}?(?:\w+s |the |a ){KIN}{OF_WHOM}(?=,)"
    rf"|\((?:\w+ ){{0,3}}{KIN}{OF_WHOM}(?:,? (?:\w+ )?\d+\w)?\)"
    # "Ada's mum has posted ..."
    rf"|(?<!that )(?<!said )(?<!says )(?<!about )(?<!called )\b(?:\w+ )?\w+s {KIN} "
    rf"(?=(?:has |have |had |just |also |then |is |who )*{POSTING}\b)"
    # "I am Ada's mum and ..."; "as Ada's father I ..."; "Ada's mum here"
    r"|\b(?:i am|im|as|its|this is|from) (?:\w+ ){0,2}?"
    rf"(?:\w+s {KIN}|(?:a|the) (?:\w+ )?{KIN} (?:of|to) (?:\w+ ){{0,1}}\w+)\b"
    rf"|\b\w+s {KIN} here\b"
)
"""Kin words that only say who somebody is who wrote it or reports it: nobody they are about."""
_ANY_KIN = re.compile(rf"\b{KIN}\b")


@lru_cache(maxsize=2_000)
def without_identifying(plain: str) -> str:
    """A folded sentence without the kin words that only say who wrote it or reports it."""
    return IDENTIFYING.sub(" ", plain) if _ANY_KIN.search(plain) else plain


ONLINE = phrases(r"""
    (facebook|fb|instagram|insta|whats ?app|tik ?tok|twitter|snap ?chat|snap|next ?door|you ?tube|google|
      mumsnet|reddit|telegram|discord|messenger|group chat|chat group|class chat|social media|online|web ?site|
      forum|blog|post|posted|posting|posts|tweet\w*|comment thread|screenshot\w*|screen ?shot\w*|story|status|
      thread|marketplace|(parents?|class|whats ?app|facebook|fb|community|chat|mums|dads|public|private|open|
      closed|whole|the|this|that|our|year \d+|\d+[a-h]) (\w+ )?groups?|
      group (chat|page|admin|message)s?|page|profile|hashtag|livestream\w*|upload\w*|
      trustpilot|review|comment(s|ed|ing)?|emojis?)
""")
"""Places and acts of publishing."""
