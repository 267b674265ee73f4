"""What makes an email one to read today: any word that could be about a child's safety, a body, a home, or fear.

It is wide on purpose, for it only ever makes a person look sooner: nothing is drafted, told or decided by it.
"""

from ..texts.phrases import phrases, sought
from ..texts.readable import THANKING
from ..texts.report import Report
from ..texts.sentences import Sentence, Voice, sentences_of
from ..words import About
from .deed_words import KIND_WORDS
from .naming import Names, names_in
from .role_words import BY_ROLE

WORRY = phrases(r"""
    # what is felt
    (worr\w*|concern\w*|scared|scares|frighten\w*|fright|terrif\w*|afraid|fear\w*|panic\w*|anxious|anxiety|
      nervous|cry|cries|crying|cried|tears|sobb\w*|upset|distress\w*|shak(en|ing|y)|trembl\w*|flinch\w*|
      withdrawn|depress\w*|lonely|hopeless|desperate|traumati\w*|unsafe|safe|safety|danger\w*|risk\w*|
      vulnerable|trust(s|ed)?)
    # bodies and harm
    (hurt\w*|harm\w*|injur\w*|bruis\w*|marks?|scratch\w*|burn\w*|cuts?|cutting|bleed\w*|blood\w*|bit(e|es|ten)?|
      broken|sore|pain\w*|wound\w*|black eye|limp\w*|swollen|hit\w*|punch\w*|slap\w*|smack\w*|kick\w*|beat\w*|
      batter\w*|strangl\w*|chok\w*|push\w*|shov\w*|grab\w*|drag\w*|throw\w*|threw|attack\w*|assault\w*|fight\w*|
      violen\w*|kill\w*|die|dies|died|dying|dead|death|murder\w*|stab\w*|shoot\w*|shot|gun\w*|knife|knives|
      blade\w*|weapon\w*|bomb\w*|petrol|arson|acid|explo\w*|rope|hang\w*|drown\w*|overdos\w*|pills|tablets|
      suicid\w*|self harm\w*)
    # home and care
    (hungry|starv\w*|not eat\w*|no food|fed|thin|dirty|filthy|smell\w*|unwashed|same clothes|no coat|cold|tired|
      asleep|sleep\w*|bed|bedroom|bath\w*|shower\w*|toilet\w*|wet\w*|nappy|underwear|pants|knickers|undress\w*|
      naked|nude\w*|alone|on (his|her|their) own|by (him|her|them)sel\w+|left at|locked|lock|home alone|
      nobody home|no one home|evict\w*|drunk\w*|drink\w*|drugs?|weed|cannabis|needles?|dealer\w*|dealing)
    # secrets, contact, moving away
    (secret\w*|dont tell|not to tell|promis\w* not|keep (it|this) quiet|presents?|sweets|gifts?|meet\w* up|
      stranger\w*|older (man|boy|lad|boyfriend|girl)|boyfriend\w*|online friend|touch\w*|cuddl\w*|tickl\w*|
      kiss\w*|sex\w*|porn\w*|groom\w*|rap(e|ed|ist)|abus\w*|inappropriate\w*|indecent|explicit|stalk\w*|
      follow(ed|ing|s) (her|him|me|us|them|home)|watching|waiting (for|outside)|knows? where|passport\w*|abroad|
      airport|one way|take (him|her|them) away|court order|injunction|custody|refuge|married|wedding|
      cutting season|missing|ran away|run(ning)? away|gone|disappear\w*|never see)
    # people who are called when it is grave
    (police|999|101|ambulance|hospital|a and e|a&e|doctor|gp|nurse|social (services|worker|care)|camhs|
      childline|nspcc|mash|lado|probation|prison|bail|arrest\w*|safeguard\w*|child protection|disclos\w*|
      allegation\w*|refer(red|ral)\w*)
    # what is going to be done
    (will|gonna|going to|gunna|ill|shell|hell|theyll|about to|plan\w* to|threat\w*) (\w+ ){0,4}?(get|sort|find|
      come|wait|finish|end|make|show|teach|pay|regret|sorry|see)
    (watch (your|her|his|their) back|wait and see|just wait|youll see|mark my words|last warning|or else|
      revenge|payback)
    (racis\w*|nazi\w*|extremis\w*|radicali\w*|isis|terroris\w*|jihad\w*|swastika\w*|hate)
""")
"""Words that are looked at by a person the same day."""

ABOUT_CHILD = BY_ROLE[About.PUPIL]


def worry_of(one: Sentence) -> str:
    """The words of a sentence that a person reads today; "" for none."""
    return sought(one.plain, WORRY)


def child_told_of(one: Sentence, names: Names) -> str:
    """The words of a sentence that are about a child; "" for none."""
    named = next((name for about, name in names_in(one, names) if about is About.PUPIL), "")
    return named or sought(one.plain, ABOUT_CHILD)


def read_today(report: Report, names: Names) -> str:
    """Why an email is to be read today, in words for the office; "" where nothing in it asks for that."""
    sentences = sentences_of(report)
    for one in sentences:
        if words := worry_of(one):
            return f'it says "{words}" {one.file}'.rstrip()
    if unread := next((one for one in report.evidence if one.unread and not one.is_picture), None):
        return f'"{unread.name}" could not be read ({unread.unread})'
    free = [one for one in sentences if not report.form.is_form or one.place in {"", "what"}]
    if words := next((words for one in free if (words := child_told_of(one, names))), ""):
        return f'it tells of a child ("{words}")'
    return ""


def beside_thanks(report: Report) -> str:
    """A sentence of a letter of thanks that does not thank or praise, and so may be what it was written for; or ""."""
    for one in sentences_of(report):
        if one.voice is Voice.ANSWERED or one.place == "subject" or len(one.text.split()) <= 4:
            continue
        if not sought(one.plain, KIND_WORDS) and not THANKING.search(one.plain):
            return one.text[:70]
    return ""
