"""What may be drafted unasked: only a report in which everything was understood. An allow-list, and a short one.

A known form from a known sender, one adult exactly matched, one kind of conduct, the facts that its letter needs, and
no sentence left over that no rule placed. Everything else is a person's.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..mails.mail_log import Proposal
from ..people.conflict import Staff
from ..people.people import PeopleRegister
from ..policies.policy import Policy
from ..texts.names import fold, words_of
from ..texts.negation import said
from ..texts.passages import QUOTED_WORDS
from ..texts.phrases import phrases, sought
from ..texts.readable import FEWEST, NEXT_TO_NOTHING, unread_in
from ..texts.report import Report
from ..texts.sentences import Sentence, Voice, sentences_of
from ..words import About, Deed
from .about_report import is_about_report
from .beside_deed import is_aimed, is_beside
from .cues import CueSeen
from .danger_signs import Sign
from .deed_words import KIND_WORDS, RUNS_DOWN, SAYING, UNTRUE
from .deeds import DeedSeen
from .naming import Names, names_in
from .settling import is_known
from .urgency import signs_in
from .worries import ABOUT_CHILD, child_told_of, worry_of

ROUTINE_WORDS = frozenset(
    words_of(
        "hi hello hiya dear morning afternoon evening good all team both everyone please find see here is are "
        "a an the my our this that it i ive have has weve we am to for of on in as by from with and report "
        "reports form forms below above attached attach attaching enclosed screenshot screenshots screengrab "
        "copy copies photo picture link saved kept took taken completed filled filed sent sending submitted "
        "new another one discussed requested asked agreed thanks thank you many very much kind best warm "
        "regards wishes yours sincerely faithfully cheers ta let me know if need anything more any happy glad "
        "talk chat help ring call details your information info fyi records reported safeguarding concern "
        "social media online comment post staff office reception teacher headteacher head deputy class year "
        "ta dsl school academy primary tel email phone mobile iphone android samsung galaxy outlook gmail "
        "website sir madam mrs mr miss ms "
    )
)
"""The words of greetings, thanks and "please see the form below", of which a routine sentence has nothing else."""
CLAIMED = phrases(r"""
    (she|he|they|\w+) (\w+ )?(hit|hits|took|takes|told|tells|left|leaves|gave|gives|made|makes|let|lets|put|
      puts|got|ignored|ignores|refused|refuses|lied|lies|shouted|shouts|screamed|screams|swore|swears|locked|
      locks|kept|keeps|sent|sends|stole|steals|broke|breaks|touched|touches|grabbed|grabs|pushed|pushes|said|
      says|called|calls|never|always|failed|fails|cheated|cheats|favours|picks|picked|slept|sleeps|drinks|drank)
    \w+ \w{3,}ed (a|an|the|his|her|our|my|their|your|it|them|him|me|us|mock|some|all|every|money|cash) \w+
""")
"""Something that is told as a fact, and so may be an allegation or untrue; never only an insult."""
CLAUSES = re.compile(r"[,;:()\n]| - |\b(?:and|but|then|because|cos|while|until|unless|after|before|or)\b")
"""Where one clause of a sentence ends and the next begins."""
TO_COME = phrases(r"""
    (i|we|he|she|they|somebody|someone|you|it) (will|would|am going|are going|is going|might|may|could|want|
      wants|plan\w*)
    (ill|im going|shell|hell|theyll|well see|gonna|going to|one day|one of these days|next time|soon|just wait|
      wait till)
""")
"""Something that is still to come, which no insult is."""
AUDIENCE = phrases(r"""
    (\d+|two|three|four|five|several|some|lots of|many|loads of|other|a few|dozens of) (\w+ )?(people|parents|
      likes?|comments?|members|views|mums|dads|laughing|reactions|shares|families)( \w+){0,8}
    (when|as|before|after) i (looked|saw it|checked|screenshotted|took (it|this|the))( \w+){0,4}
    (still|now) (up|there|public|live)( \w+){0,3}
    (taken |posted |shared |put up )?without (asking|permission|consent|agreement|their|the|our|any)( \w+){0,4}
    it (has|had|was|is) (\w+ ){0,2}?(liked|seen|shared|public|up|deleted|taken down|removed)( \w+){0,6}
""")
"""Who saw it, and whether it is still there."""
WHEN = phrases(r"""
    (on|in|at|to|from|under|by) (\w+ ){0,3}?(facebook|fb|instagram|whats ?app|tik ?tok|twitter|x|snapchat|group|
      page|wall|chat|story|status|profile|comments?|thread|post|school page|public|replies|caption)
    (under|with|saying|captioned|and) (the )?(words?|caption|heading|title|comment)
    (yesterday|today|last night|this (morning|evening|afternoon)|on (mon|tues|wednes|thurs|fri|satur|sun)day)
""")
"""When and where it was posted."""
ILL = RUNS_DOWN + AUDIENCE
TOLD_OF = SAYING + RUNS_DOWN + WHEN + AUDIENCE
GRAVE = frozenset(Sign) - {
    *(Sign.CHILD, Sign.PERSON, Sign.STAFF, Sign.HOME, Sign.TELLS, Sign.PLACE, Sign.INTENT, Sign.VIOLENCE),
    *(Sign.WEAPON, Sign.HUNGER, Sign.UNWASHED, Sign.PICTURE, Sign.CHARGE, Sign.ADULT),
}
"""Signs that no insult needs: where one is in it, a person reads it first."""
HEADS = re.compile(r"\b(head|head ?teacher|principal|deputy|vice principal)\b")
"""Roles of those who approve letters: whom such words are about decides who may, and so a person reads them."""
RHETORICAL = re.compile(
    r"\b(how (is|was|are|did|does|do|can|could|on earth|in gods name|the hell)|who (does|do)) (?!any|you)"
)
"""A question that wants no answer, as insults ask them."""
QUESTION = re.compile(r"\?\s*[\"”’']?$")
CHILDREN_AT_LARGE = frozenset(
    {"children", "kids", "pupils", "students", "a kid", "a child", "the children", "the kids"}
)
"""Words for children that mean none in particular."""
SPECIAL = frozenset(Deed) - {Deed.WORDS, Deed.PASSING_ON}
"""Deeds that say what it was by themselves; beside words about somebody they leave open which of the two it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """Whether all of a report was understood: the one kind of conduct, or why a person must look, in words."""

    conduct: str = ""
    why_not: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """All that the rules made of a report; `place` and `day` are where and when it was, "" where it does not say."""

    report: Report
    register: PeopleRegister
    policy: Policy
    staff: Staff
    names: Names
    deeds: tuple[DeedSeen, ...]
    cues: tuple[CueSeen, ...]
    proposed: tuple[Proposal, ...]
    place: str
    day: str = ""


def understood(told: Told) -> Understood:
    """The one kind of conduct that a letter may be drafted about unasked, or why not; `told.place` is where it was."""
    for why in _why_not(told):
        return Understood(why_not=why)
    return Understood(conduct=told.proposed[0].conduct)


def why_amber(told: Told) -> str:
    """Why a form whose adult or conduct a person must settle is one to read today; "" where it can take its turn."""
    unread = next(_by_the_sentences(told), "")
    return unread or ("" if _runs_down(told) or _is_special(told) else "what it tells of is not understood")


def _is_special(told: Told) -> bool:
    """Whether it tells of a deed that says by itself what it was, and of no threat, claim or allegation."""
    special = {one.deed for one in told.deeds if one.deed in SPECIAL}
    return bool(special) and not special & {
        Deed.THREAT,
        Deed.ALLEGATION,
        Deed.CLAIM,
        Deed.REPEATED,
        Deed.HATE,
    }


def _why_not(told: Told) -> Iterator[str]:
    """The reasons for which a person must look first."""
    report = told.report
    if not report.form.is_form:
        yield "it is not on the report form"
    if not is_known(report, told.staff, told.register):
        yield "the school does not know who sent it"
    if not told.proposed:
        yield "none of the policy's kinds of conduct is recognised"
    if not (told.place or report.form.link):
        yield "it does not say where it was posted"
    if report.form.posted_on and not (told.day or report.form.link.startswith("http")):
        yield "it does not say on which day"
    if (two := _two_fit(told)) or told.deeds == ():
        yield two or "it does not say what was done"
    yield from _by_the_sentences(told)


def _two_fit(told: Told) -> str:
    """That more than one kind of conduct may be meant, or that the one is no more than a guess; "" otherwise."""
    special = {one.deed for one in told.deeds if one.deed in SPECIAL}
    best = told.proposed[0]
    pairs = told.policy.conduct[best.conduct].deeds
    seen = [one for one in told.deeds if (one.deed, one.about) in pairs or (one.deed, About.ANYBODY) in pairs]
    if not seen:
        return "the words that the policy lists may be about something else"
    if graver := _graver(told, best.conduct, seen):
        return f"whether it is {graver}, a person must judge"
    if others := special - {one.deed for one in seen}:
        return f"it may be more than one kind of conduct ({', '.join(sorted(others))})"
    if special and _runs_down(told) and any(one.deed is Deed.WORDS and one.named for one in told.deeds):
        return f"it may be more than one kind of conduct (words, {', '.join(sorted(special))})"
    if not special and not _runs_down(told):
        return "whether somebody is run down in it, a person must judge"
    abouts = {one.about for one in told.deeds if one.deed is seen[0].deed and one.named}
    if len(abouts) > 1:
        return "it may be about more than one sort of person"
    if any(one.deed is Deed.CLAIM for one in seen) and not _is_denied_by_reporter(told.report):
        return "whether what it says is untrue, a person must judge"
    by_role = [one for one in seen if one.told and not HEADS.search(fold(one.words).text)]
    if not any(one.named for one in seen) and not by_role and not special:
        return "whom it is about is not certain"
    return ""


def _graver(told: Told, proposed: str, seen: list[DeedSeen]) -> str:
    """The title of another kind of conduct that the same deed is, and that a person sorts first; "" for none."""
    likeliest = max(one.weight for one in seen)
    pairs = {(one.deed, one.about) for one in seen if one.weight == likeliest}
    others = (one for name, one in told.policy.conduct.items() if name != proposed and not one.ordinary)
    return next((one.title for one in others if pairs & set(one.deeds)), "")


def _is_denied_by_reporter(report: Report) -> bool:
    """Whether whoever fills the form in says themselves, outside what is quoted, that it is not so."""
    own = [QUOTED_WORDS.sub(" ", one.text) for one in sentences_of(report) if one.place == "what"]
    return any(said(fold(text).text, UNTRUE) for text in own)


def tells_by_itself(deeds: tuple[DeedSeen, ...]) -> bool:
    """Whether a report tells of a deed that nobody would praise; words alone may be kind ones."""
    return any(one.deed in SPECIAL - {Deed.REPEATED, Deed.CRITICISM, Deed.CLAIM} for one in deeds)


def _runs_down(told: Told) -> bool:
    """Whether somebody is run down in it: by the frame of a sentence, or by the policy's own words."""
    mine = [one for one in sentences_of(told.report) if one.place == "what"]
    if not told.proposed or any(sought(one.plain, KIND_WORDS) for one in mine):
        return False
    cued = any(cue.conduct == told.proposed[0].conduct for cue in told.cues)
    return cued or any(sought(one.plain, RUNS_DOWN) for one in mine)


def _by_the_sentences(told: Told) -> Iterator[str]:
    """Files that a person must look at, sentences that no rule placed, and words that a person must weigh."""
    yield from unread_in(told.report, FEWEST if told.cues else NEXT_TO_NOTHING)
    runs_down = _runs_down(told)
    for one in sentences_of(told.report):
        if one.place in {"", "subject"} and _is_routine(one, told.names):
            continue
        if one.place == "file" and not one.machine_read:
            continue
        if words := _grave(one):
            yield f'it says "{words}" {one.file}'.rstrip()
        if one.place in {"where", "seen_by", "on_site", "affected", "subject", "file"}:
            continue
        if one.place != "what":
            yield f'beside the form it says "{_short(one.text)}"'
        yield from _in_what(one, told, runs_down=runs_down)


def _grave(one: Sentence) -> str:
    """The words of a sentence that a person must weigh; in a quoted insult, those that may tell of harm."""
    if not (one.place == "what" and one.spoken):
        return worry_of(one)
    signs = signs_in(one.plain)
    if signs.keys() >= {Sign.VIOLENCE, Sign.INTENT}:
        return f"{signs[Sign.VIOLENCE]} ... {signs[Sign.INTENT]}"
    return next((words for sign, words in signs.items() if sign in GRAVE), "")


def _in_what(one: Sentence, told: Told, *, runs_down: bool) -> Iterator[str]:
    """Why a sentence of what was posted is not understood; nothing where each clause of it is."""
    insult = bool(one.spoken) and runs_down
    if QUESTION.search(one.text) and not (insult and RHETORICAL.search(one.plain)):
        yield f'it asks something ("{_short(one.text)}")'
    special = {seen.deed for seen in told.deeds} & SPECIAL
    child = "" if insult and _is_aimed_at_pupil(one, told) else _child_in(one, told.names, insult=insult)
    if child and not special & {Deed.PICTURE, Deed.VIDEO, Deed.NAMING}:
        yield f'it tells of a child ("{child}")'
    if not special and (words := _claimed(one)):
        yield f'it tells something as a fact ("{words}")'
    outside = one.plain
    if insult:
        outside = "" if one.voice is Voice.SPOKEN else fold(QUOTED_WORDS.sub(" ", one.text)).text
    if insult and (words := sought(fold(one.spoken).text, TO_COME)):
        yield f'it tells of something to come ("{words}")'
    for clause in CLAUSES.split(outside):
        if not _is_placed(clause, told):
            yield f'no rule knows what to make of "{_short(clause.strip())}"'


def _claimed(one: Sentence) -> str:
    """What a sentence tells as a fact: a clause that runs nobody down; "" where each that tells something does."""
    clauses = CLAUSES.split(one.plain)
    told = ((clause, sought(clause, CLAIMED)) for clause in clauses)
    return next((words for clause, words in told if words and not sought(clause, ILL)), "")


def _child_in(one: Sentence, names: Names, *, insult: bool) -> str:
    """The words about a child; in an insult neither children in general nor "that Hartnell girl"."""
    child = child_told_of(one, names)
    staff = [fold(name).text for about, name in names_in(one, names) if about is About.STAFF]
    of_staff = any(name in child for name in staff)
    return "" if insult and (child in CHILDREN_AT_LARGE or of_staff) else child


def _is_aimed_at_pupil(one: Sentence, told: Told) -> bool:
    """Whether a sentence with an insult tells of a child only that it was aimed at one, as the conduct has it."""
    outside = fold(QUOTED_WORDS.sub(" ", one.text)).text
    of_pupils = (Deed.WORDS, About.PUPIL) in told.policy.conduct[told.proposed[0].conduct].deeds
    return of_pupils and is_aimed(outside) and not _tells_of_child(one, told.names)


def _tells_of_child(one: Sentence, names: Names) -> bool:
    """Whether a pupil is named in a sentence, or its quoted words are about a child."""
    named = any(about is About.PUPIL for about, _ in names_in(one, names))
    return named or bool(sought(fold(one.spoken).text, ABOUT_CHILD))


def _is_placed(clause: str, told: Told) -> bool:
    """Whether a rule knows what a clause says: who said it, of whom, when and where, and nothing that is to come."""
    if len(re.findall(r"\w+", clause)) <= 2:
        return True
    if sought(clause, TO_COME):
        return False
    if is_beside(clause, frozenset(seen.deed for seen in told.deeds)):
        return True
    hints = {part for cue in told.cues for part in fold(cue.words).text.split(" ... ")}
    # Whom it was about comes last in a deed's words: a clause that only names them may tell anything of them.
    deeds = {seen.words.split(" ... ")[0] for seen in told.deeds if seen.deed in SPECIAL}
    return bool(sought(clause, TOLD_OF)) or any(part in clause for part in hints | deeds if len(part) > 2)


def _is_routine(one: Sentence, names: Names) -> bool:
    """Whether a sentence beside the form says nothing of the matter."""
    if worry_of(one) or (one.place != "subject" and child_told_of(one, names)):
        return False
    if one.place == "subject" or is_about_report(one.plain):
        return True
    # A name, a class or a telephone number below the thanks is no sentence.
    found = re.findall(r"[^\W_]+(?:['’][^\W_]+)*", one.text)
    words = [word for word in found if not word.istitle()]
    return len(found) - len(words) <= 6 and all(
        word in ROUTINE_WORDS or any(letter.isdigit() for letter in word)
        for word in words_of(" ".join(words))
    )


def _short(text: str) -> str:
    return text if len(text) <= 70 else f"{text[:67].rsplit(' ', 1)[0]} ..."


def titles(conduct: Iterable[str], policy: Policy) -> str:
    """The titles of kinds of conduct, joined."""
    return " and ".join(policy.conduct[one].title for one in conduct)
