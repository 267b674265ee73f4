"""What people say of the report itself beside a form: that it is attached, who showed it them, that nobody answered.

A sentence counts only where each of its clauses is such a saying from beginning to end, so that whatever else a clause
goes on to tell leaves it to a person.
"""

import re

CLAUSES = re.compile(r"[,;:()\n]| - |\b(?:and|but|so|because|cos|although|though)\b")
"""Where one clause of a sentence ends and the next begins."""
SHORT = 2
"""Words of a clause that tells nothing by itself: "honestly", "as ever"."""
_NAME = r"(?:(?:mr|mrs|miss|ms|dr) \w+|i|we|he|she|they|nobody|no one|none of us|somebody|someone|staff|\w+)"
_SOMEBODY = (
    rf"(?:{_NAME}|(?:a|an|another|the|one of (?:the|my|our)(?: other)?|two|several) (?:\w+ ){{0,2}}?(?:parents?|mums?|"
    r"dads?|colleagues?|friends?|staff|teachers?|head|deputy|office|admin|neighbours?))"
)
_AUX = (
    r"(?: (?:have|has|had|ve|did|do|was|were|been|will|would|not|never|havent|hasnt|didnt|dont|wont|also|just|"
    r"only|already|since|first|both|very kindly|kindly|then)){0,4}"
)
_WHEN = (
    r"(?: (?:on|at|by|in|this|last|yesterday|today|tonight|earlier|straight|first|just|from|with|for|below|here|too|"
    r"also|now|yet|so far|either|myself|about it|of it|to you|to me|away|when i looked|as)(?: \w+){0,7})?"
)
_SHOT = (
    r"(?:\w+ ){0,3}?(?:screen ?shots?|screen ?grabs?|cop(?:y|ies)|originals?|link|pictures? of it|it|this)"
)
_SAYINGS = (
    r"as (?:discussed|requested|agreed|asked|promised|mentioned|per|you (?:said|asked))(?: \w+){0,5}",
    r"(?:please |pls )?(?:find|see|here is|heres|here are|attached|attaching|enclosed|enclosing|below)(?: \w+){0,3}"
    r"(?: (?:form|report|screen ?shots?|copy|copies|below|attached|link|details|one))(?: \w+){0,6}",
    r"(?:dont|do not|wont|will not|not) (?:intend|plan|propose|mean|going)(?: to)?(?: \w+){0,2}",
    r"(?:report|record|form)(?: (?:of|on|about|for))? (?:online|social media|conduct|an online|a post)(?: \w+){0,2}",
    r"(?:please )?see (?:below|attached)",
    r"(?:(?:a|the|this|my|your) )?(?:form|report)(?: \w+){0,3}? (?:below|attached|filled in|completed|follows|is for"
    r" you)(?: \w+){0,4}",
    r"(?:a |the )?(?:form|report) (?:\w+ )?(?:filled|completed|as asked)(?: \w+){0,4}",
    rf"{_SOMEBODY}{_AUX} (?:kept|saved|taken|took|got|attached|printed|have|filed|filled|completed) {_SHOT}"
    rf"(?: in)?{_WHEN}",
    r"(?:taken|dictated|written|filled in|completed) (?:\w+ ){0,3}?(?:from|by|with|over)"
    rf" {_SOMEBODY}(?: \w+)?{_WHEN}",
    rf"(?:screen ?shots?|copy|original|link)(?: \w+)? (?:attached|saved|kept|enclosed|below){_WHEN}",
    rf"(?:i|we){_AUX} (?:told|shown|sent|alerted|made aware|saw|seen|noticed|found|found out|heard|spotted)"
    rf"(?: (?:it|this|about it|of it|of this|the post|about the post))?(?: by {_SOMEBODY})?{_WHEN}",
    rf"{_SOMEBODY}{_AUX} (?:showed|shown|sent|forwarded|passed|flagged|told|mentioned)"
    rf"(?: (?:it|this|that|me|us|about it|of it|to me|to us|on|the (?:screen ?shot|post|link))){{1,4}}{_WHEN}",
    r"(?:shown|sent|forwarded|passed|told) (?:it |on )?(?:to )?(?:me|us) by"
    rf" {_SOMEBODY}(?: who would rather not be named)?{_WHEN}",
    rf"(?:i|we|nobody|no one|none of us|staff){_AUX} (?:replied|reply|responded|respond|answered|commented|reacted|"
    r"spoken|spoke|contacted|approached|rung|rang|engaged|intend|plan|raised|discussed|said|say)"
    r"(?: (?:to|with|it|him|her|them|this|(?:mr|mrs|ms|miss|dr) \w+|the (?:parent|family|mother|father)|about it|on it|"
    rf"anything|do|any of it)){{0,4}}{_WHEN}",
    r"no (?:reply|response|answer|contact|comment)s? (?:has been|was|have been|were|from|by|as)(?: \w+){0,5}",
    rf"(?:{_NAME}(?: (?:am|is|are))? )?(?:happy|glad|free|available|willing) to (?:talk|chat|discuss|help|come|meet|"
    r"explain)(?: \w+){0,4}",
    r"(?:please )?(?:ring|call|email|ask|let) me(?: know)?(?: \w+){0,5}",
    r"(?:thats|that is|this is) (?:all|everything|it)(?: \w+){0,4}",
    r"(?:nothing|no) (?:else|more|further)(?: \w+){0,4}",
    rf"(?:its |it is |it was |was )?still (?:up|there|live|public|visible){_WHEN}",
    r"(?:i )?hope (?:ive|i have|this|its|thats) (?:done|is|filled|ok|right)(?: \w+){0,4}",
    r"(?:i )?hope (?:that|this|thats|it|its)(?: is)? (?:all|enough|everything|clear)"
    r"(?: (?:you|we) (?:need|want)(?:ed)?)?",
    r"(?:just )?(?:shout|holler|get in touch|give me a shout|drop me a line) if you (?:need|want)"
    r"(?: (?:me|anything|something|any|more|else|further|information|details?|help)){0,4}",
    r"sorry (?:this|its|for the|about the|to)(?: \w+){0,5}",
    r"(?:for|one for) (?:the|your) (?:log|file|record|records|pile|folder)",
    r"(?:many )?thanks(?: \w+){0,5}|thank you(?: \w+){0,5}",
    r"(?:hi|hiya|hello|dear|morning|afternoon)(?: \w+){0,3}",
)
SAYINGS = tuple(re.compile(one.replace(r"\w+", r"\w{1,24}")) for one in _SAYINGS)
"""Each saying about the report, as a whole clause; its words are bounded, so that a long one costs no more."""


def is_about_report(plain: str) -> bool:
    """Whether a folded sentence says something of the report itself, and nothing besides."""
    clauses = [clause.strip(" .!\"'") for clause in CLAUSES.split(plain)]
    told = [clause for clause in clauses if len(clause.split()) > SHORT]
    return bool(told) and all(any(one.fullmatch(clause) for one in SAYINGS) for clause in told)
