"""What a clause that seems to tell a danger must not be: asked in general, told in a book, done by or to a thing.

These look at the sentence itself, never at another one: nothing else in an email takes a danger back.
"""

import re
from functools import lru_cache

from ..texts.phrases import sought
from .told_words import told

NOT_SAID = told(r"""
    # asked in general, or supposed
    (if|whether|when|suppose|imagine|in case|should) (a|an|any|some|one|there were|somebody|someone|children|
      pupils|parents)\b
    if you (are|see|suspect|think|know|notice|believe|have (a|any)|hear)\b|what (would|do|should|will) you do
    (scenario|case stud\w+|example|exercise|quiz|dear beneficiary|debate|this house would|discuss|script|essay|
      petition)
    a (child|pupil|student|parent) (tells|told|says|asks|who) (you|brings|threatens|hits)
    (any|every|a) (pupil|child|student|parent|person)s? (who|that|bringing|found|caught) (brings?|carr\w+|
      is (found|caught)|threatens?|with)
    talk (with|to) (your|our|the|years?) (\w+ ){0,3}?(form|pupils|year|students|class\w*|children|\d+) about
    # what no one said, or what was a prank
    (never|didnt|did not|nobody|no one|hasnt|has not|havent|have not) ((actually|ever|really|once|even|
      himself|herself) )?(said|says|say|threatened|told|heard|wrote|written)
    (rumour|prank|hoax|not true|no truth|turned out (to be|that)|it was a (ruler|toy|pen)|was a toy|toy|rubber|
      plastic|foam|pretend|make believe|dressed as|costumes?|nerf|water pistols?|retractable|stage (fight\w*|
      combat))
    (shouldnt|should not|ought not to) have (said|written|put|posted)
""")
"""What a sentence says of itself, in which the clause is not told as true, unless somebody means it for soon."""
FICTION = told(r"""
    # told in a book, a play, a lesson, the paper, or of long ago
    in (the|a|our|this) (\w+ )?(book|novel|story|stories|play|film|poem|chapter|game|scene|musical|show|episode|
      song|text|comic|dream|nightmare|panto\w*|production|drama|paper|papers|news|echo|documentary|script)
    (the|a) (detective|villain|ghost|witch|vampire|king|prince|soldier|hero|wolf|monster|zombie|dragon|giant|
      pirate|knight|narrator|character|author|actor|duke|queen|emperor)
    (wrote|writes|written|read|reads|acts?|plays?|playing|filming|rehears\w*|our|the) (a |an |
      the )?(\w+ ){0,2}?(story|poem|corpse|part|role|scene|book|chapter|play|novel|film) (in which|about|where|
      is about|by|that|with|to)
    (acts?|plays?|playing) the (corpse|part|role|murderer|victim|villain|ghost)
    (macbeth|duncan|romeo|mercutio|hamlet|lear|inspector calls|of mice and men|blood brothers|boleyn|tudors?|
      romans?|vikings?|victorians?|world war|ww1|ww2|gallipoli|holocaust|napoleon|guy fawkes|drama club|
      paintball\w*|fortnite|minecraft|call of duty|laser ?tag)
    in (my|his|her|those) (day|days|time)|(in|since|back in) (19\d\d|18\d\d|200\d)|when i was (a|at|little|
      young|your|\d+)|years ago|in the (war|sixties|seventies|eighties|olden days)
    (covers?|covering|session|module|workshop|course|training|policy|guidance|drill|rehearsal|exercise|practice|
      assembly) (\w+ ){0,3}?(physical|sexual|emotional|suicide|self harm|knife crime|neglect|bullying|violence|
      abuse|an intruder)
""")
"""Where a sentence is about something made up, or long over."""
MEANT = re.compile(
    r"\b(will|ill|hell|shell|theyll|gonna|gunna|(going|means?|meaning|plans?|planning|wants?|vowed|swore|sworn) to"
    r")\b.{0,60}?\b(kill|stab|shoot|murder|burn|torch|batter|slit|strangl|punch|smash|bomb|blow|hurt|run)"
)
SOON = re.compile(
    r"\b(today|tonight|tomorrow|this (morning|afternoon|evening|week|weekend)|after school|home time|pick ?up"
    r"|at the (gate|gates|school)|half (past )?(two|three|four)|on (mon|tues|wednes|thurs|fri)day"
    r"|next (week|time)|(he|she|they) (comes?|leaves?))\b"
)
"""What is meant for a day or a place that is near: then no frame of words makes it a mere example."""
THINGS = told(r"""
    (an? )?(account|mailbox|process|session|server|engine|file|parcel)s? (\w+ ){0,3}?(killed|terminated|
      destroyed|attacked)
    (somebody|someone|people|kids|children|you|anyone|one of (us|them)) (will|could|might|may|can|ll|
      d) (\w+ )?(cut|hurt|burn|scald|trip|stab) (them|your|him|her)sel(f|ves)
    (may|might|could|if (she|he|they)) (\w+ )?(hit|bang|bump|cut|hurt|bite) (his|her|their) (head|tongue|knee|
      lip|hand|face|arm)
    (cut|banged|bumped|hit|burnt|burned|grazed) (his|her|their|my) (\w+ )?(hand|finger|thumb|head|knee|lip|toe|
      chin|arm) (on|with|off|against) (a|the|an|her|his|some) (?!(?:\w+ )?(?:fist|belt))
    (nuts?|peanuts?|bees?|wasps?|one (bite|sting|taste)|traffic|homework|heat|cold|stairs|hill|feet|shoes|heels|
      wait|suspense|commute|chlorine|smell|boredom|curiosity|bleach kills|road|corner|junction|path|
      hole) (\w+ ){0,2}?(could|will|would|might|may|can|is|are|was|were|ll) (\w+ )?(kill|killing|be the death|
      murder)
    # a loss or a muddle at home, for which nobody is killed
    (kill|murder|skin|strangle|throttle|shoot|swing for) (me|him|her|them|us) (alive )?(if|for|when|because|
      over|about) (i|its|hes|shes|theyve|he|she|they|it|ive|we|the|her|his|my|forgetting|losing|
      being) (\w+ ){0,3}?(lost|gone for good|left|forget|forgot\w*|late|miss(ed)?|broken|spil\w*|dont (hand|
      bring|do)|ruin\w*|get (mud|paint|ink)|muddy|havent|hasnt|not)
    (die|died|dying|dead) (of|with|from|for|to) (\w+ )?(embarrass\w*|shame|laugh\w*|boredom|bored|thirst|hunger|
      curiosity|know|see|hear|meet|try|get|cold|heat|nerves|happiness|excitement|man flu)
    (rather|sooner) (die|be dead( in a ditch)?) than (?!(live|carry|go(?! (through|to (maths|pe|assembly)))|
      be(?! seen)|
      stay|face|wake|come|see|keep|spend|tell)\b)\w+
    thought (i|we|id|wed) (\w+ ){0,4}?(die|dying|dead)
    (kill|murder|stab|shoot) (\w+ )?(for|time|two birds)
""")
"""Acts whose doer or object is a thing, or that stand for annoyance: nobody is harmed."""
GRAVE_VERB = re.compile(
    r"\b(kill|terminat|destroy|attack|cut|hurt|burn|scald|trip|stab|hit|bang|bump|bite|graz|be the death"
    r"|murder|skin|strangl"
    r"|throttl|shoot|swing|die|dying|dead|lynch)"
)
"""What a sentence holds where a thing could be killed or kill."""
NEAR = 60
"""Characters on either side in which somebody is afraid, or told it."""
KILLS_ME = re.compile(
    r"\b(miss|sir|mum|mam|mom|dad|parents|wife|husband|boss|teacher|nan|sister|brother|coach|mr \w+|mrs \w+|she"
    r"|he|they|"
    r"shell|hell|theyll) (\w+ ){0,4}?(kill|murder|shoot|strangle|throttle|skin|lynch) (me|us)\b"
)
"""What somebody at home would do to the writer, as people say of a lost coat."""
IN_EARNEST = re.compile(
    r"\b(said|says|saying|told|tells|threat\w*|swor\w*|promis\w*|scared|afraid|frighten\w*|terrif\w*|hit|hits"
    r"|beat|beats|hurt"
    r"|hurts|punch\w*|knife|gun|police|999|help|safe|belt|last time|tonight|tomorrow|drunk|order|injunction"
    r"|find me|finds me"
    r"|finds us|if (i|we) (go|leave|tell|ring|call|talk|speak|ever|try to leave|come))\b"
)
"""What makes it meant: somebody said it, or the writer is afraid, was hurt before, or would go or tell."""


@lru_cache(maxsize=2_000)
def is_told_as_true(plain: str) -> bool:
    """Whether a sentence tells what it says as something that is so."""
    if sought(plain, FICTION):
        return False
    return not sought(plain, NOT_SAID) or bool(MEANT.search(plain) and SOON.search(plain))


@lru_cache(maxsize=2_000)
def without_things(plain: str) -> str:
    """A folded sentence without the acts in which a thing acts or is acted on, or nobody is meant."""
    if not GRAVE_VERB.search(plain):
        return plain
    plain = KILLS_ME.sub(_unless_in_earnest, plain)
    for thing in THINGS:
        plain = thing.sub(" ", plain)
    return plain


def _unless_in_earnest(found: re.Match[str]) -> str:
    near = found.string[max(0, found.start() - NEAR) : found.end() + NEAR]
    return found.group() if IN_EARNEST.search(near) else " "
