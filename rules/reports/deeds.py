"""What was done, and to whom: read from each sentence by its verbs and by the people it names, not by insults.

Whom a sentence is about is told by names first (staff.csv, role holders, pupils and adults of the register), then by
words for a role ("the teacher", "my son", "another mum"), then by the sentence before.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..texts.names import fold
from ..texts.negation import said
from ..texts.phrases import phrases, sought
from ..texts.report import FormFields, Report
from ..texts.sentences import Sentence, Voice, sentences_of
from ..words import About, Deed, Flag
from . import flag_words
from .danger_signs import Sign
from .deed_words import OF_DEED, PRIVATE, RUNS_DOWN, SAYING
from .naming import Names, names_in
from .role_words import BY_ROLE, ONLINE, WITNESSED, without_identifying
from .site_words import OF_SITE, PLACES, PREMISES
from .urgency import signs_in

NOT_POSTED = re.compile(
    r"\b(not|wasnt|never|nothing) (\w+ )?(posted|online|on (facebook|social media)|put online)\b"
)
"""A line for the place that says it was not published."""
WRITTEN_OUT = re.compile(r"\b\d{1,4}[/.:-]\d{1,2}([/.-]\d{1,4})?( ?[ap]m)?\b|\b\d{4}\b|\b\d{1,2} ?(am|pm)\b")
"""A date in figures, a year or an hour; what is left of a line of days are their numbers."""
DATES = re.compile(r"\b\d{1,2}(?:st|nd|rd|th)?\b")
AHEAD = 2
"""Sentences further on in which it may be said whom a deed was about."""
SEVERAL = 3
"""Days from which on something is told as repeated."""
AT_MY_HOME = re.compile(
    r"\b(my|her|his|our|their) (\w+ )?(house|flat|home|step|doorstep|street|kitchen|bedroom)\b|\bfollow\w* \w+ home\b"
)
"""Somebody's own home, which is no place of the school."""
OR_ELSE = phrases(r"""
    or (i|ill|i will|we|well|we will|im|were) (?!(\w+ )?(ring|call|email|pop|come|think|dont|would|could|can|
      was|am))(\w+ ){1,4}?\w+
    (unless|if) (you|he|she|they|it|\w+) (\w+ ){0,8}?(ill|i will|im going to|well|we will) (put|post|share|tell|show|
      stick|send|make)
""")
"""Something that is demanded, and what happens otherwise; only in words that are quoted."""
INTENDS = phrases(r"""
    <bring> (in )?(a|his|her|my|the|out a) (\w+ )?<weapon>
    (threat\w*)
    (watch|mind) (your|her|his|their) back
    (know|knows|found out) where (\w+ ){1,3}(live|lives|park|parks)
    (get|gets|getting|got) what(s|ever)? (\w+ ){0,3}?(coming|deserv\w*)
    (should|ought to|needs to|wants to|deserves to) be (shot|hung|hanged|strung up|stabbed|burnt|put down|
      gassed|lynched)
    (pay|paying|be sorry|regret) (\w+ ){0,2}?(for )?(this|that|it|what)
""")
"""A threat, told or made, beside those that flag_words.DANGER knows."""

MENACE = (Sign.VIOLENCE, Sign.INTENT)
"""A threat in signs: an act, and that it is to come."""
ACCUSED = (
    (Sign.STAFF, Sign.CHILD, Sign.HURT),
    (Sign.STAFF, Sign.CHILD, Sign.HELD),
    (Sign.STAFF, Sign.SEXUAL),
)
"""An allegation in signs: somebody who works at the school, and what was done to a child."""
DANGER_OR_INTENT = flag_words.DANGER + INTENDS
HARMED = flag_words.STAFF_ALLEGATION
WEIGHTS: Mapping[Deed, float] = {
    Deed.IMPERSONATION: 3.6,
    Deed.ALLEGATION: 3.4,
    Deed.THREAT: 3.3,
    Deed.HATE: 3.2,
    Deed.CONTACT: 3.0,
    Deed.PICTURE: 3.0,
    Deed.VIDEO: 2.9,
    Deed.CLAIM: 2.4,
    Deed.NAMING: 2.3,
    Deed.CRITICISM: 2.2,
    Deed.REPEATED: 2.6,
    Deed.PASSING_ON: 0.9,
    Deed.WORDS: 1.0,
    Deed.SITE_ASSAULT: 4.0,
    Deed.SITE_DAMAGE: 3.9,
    Deed.SITE_THREAT: 3.8,
    Deed.SITE_DOGS: 3.5,
    Deed.SITE_PARKING: 3.6,
    Deed.SITE_ALCOHOL: 3.7,
    Deed.SITE_FILMING: 3.4,
    Deed.SITE_TRESPASS: 3.2,
    Deed.SITE_PRESSING: 3.0,
    Deed.SITE_ABUSE: 2.9,
}
"""How much a deed says: the more special it is, the more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeedSeen:
    """A deed, whom it was about, and the words that told of both.

    `named` holds where a person whom the school knows was named, not merely a role; `told` where at least a role was;
    `times` how often it was told.
    """

    deed: Deed
    about: About
    words: str
    named: bool = False
    told: bool = False
    times: int = 1

    @property
    def weight(self) -> float:
        """How much speaks for it."""
        return WEIGHTS[self.deed] + 0.15 * min(self.times - 1, 3)


def deeds_of(report: Report, names: Names, *, from_staff: bool) -> tuple[DeedSeen, ...]:
    """The deeds that a report tells of, each once for each whom it is about, the most telling first.

    Args:
        report: the email.
        names: the people whom the school knows, and who among them may have done it.
        from_staff: the reporter works at the school, so that "me" is a member of staff and else a parent.
    """
    sentences = _told(report)
    online = _is_online(report, sentences)
    reading = _Reading(
        names=names,
        from_staff=from_staff,
        sentences=sentences,
        online=online,
        posted=_says_posted(report),
        form=report.form,
        subject=report.subject,
    )
    found: dict[tuple[Deed, About], DeedSeen] = {}
    for seen in reading.deeds():
        key = seen.deed, seen.about
        before = found.get(key)
        words = before.words if before else seen.words
        times = before.times + 1 if before else 1
        named = seen.named or bool(before and before.named)
        told = seen.told or bool(before and before.told)
        found[key] = DeedSeen(
            deed=seen.deed, about=seen.about, words=words, named=named, told=told, times=times
        )
    return tuple(sorted(found.values(), key=lambda one: -one.weight))


def _says_posted(report: Report) -> bool:
    """Whether a form says that it was posted, and nothing of the premises: then it did not happen there."""
    form = report.form
    where = fold(form.where).text
    said_so = form.is_form and not form.on_site and not NOT_POSTED.search(where)
    return said_so and bool(form.link or sought(where, ONLINE))


def _is_online(report: Report, sentences: tuple[Sentence, ...]) -> bool:
    """Whether something was published; the form's line for the place settles it, where there is one."""
    if report.form.on_site and not report.form.where:
        return False
    where = fold(report.form.where).text
    if report.form.is_form and NOT_POSTED.search(where):
        return False
    if report.form.link or sought(where, ONLINE):
        return True
    if report.form.is_form and (sought(where, PREMISES) or sought(where, PLACES)):
        return False
    return bool(report.links) or any(sought(one.plain, ONLINE) for one in sentences)


def _told(report: Report) -> tuple[Sentence, ...]:
    """The sentences that may tell of a deed; of a form its lines, of an answer not what it answers."""
    sentences = sentences_of(report)
    wanted = [one for one in sentences if one.voice is not Voice.ANSWERED]
    if not report.form.is_form:
        return tuple(wanted)
    return tuple(one for one in wanted if one.place == "what")


@dataclass(slots=True, kw_only=True)
class _Reading:
    """The sentences of one report, and who is mentioned in each."""

    names: Names
    from_staff: bool
    sentences: tuple[Sentence, ...]
    online: bool
    posted: bool
    form: FormFields
    subject: str
    placed: bool = True

    def _by_the_lines(self) -> Iterator[DeedSeen]:
        """What a form's lines for place and day tell: a private account, a page in the school's name, many days."""
        if not self.form.is_form:
            return
        lines = fold(f"{self.subject}\n\n{self.form.where}").text
        if words := said(lines, OF_DEED[Deed.IMPERSONATION]):
            yield DeedSeen(deed=Deed.IMPERSONATION, about=About.SCHOOL, words=words, named=True)
        if self.from_staff and (words := said(lines, PRIVATE)):
            yield DeedSeen(deed=Deed.CONTACT, about=About.STAFF, words=words, named=True)
        day = WRITTEN_OUT.sub(" ", fold(f"{self.form.posted_on} {self.form.seen_when}").text)
        if self.posted and len(DATES.findall(day)) >= SEVERAL:
            yield DeedSeen(deed=Deed.REPEATED, about=About.ANYBODY, words=day.strip())

    def deeds(self) -> Iterator[DeedSeen]:
        """Every deed of every sentence; where nobody is said to be meant, whoever reports it means their own."""
        premises = [bool(sought(one.plain, PREMISES)) for one in self.sentences]
        self.placed = self.online or self.posted or any(premises)
        yield from self._by_the_lines()
        told = [tuple(self._abouts(one)) for one in self.sentences]
        before: tuple[tuple[About, str, bool], ...] = ()
        for place, one in enumerate(self.sentences):
            following = next(filter(None, told[place + 1 : place + 1 + AHEAD]), ())
            abouts = told[place] or before or following
            here = premises[place] and not sought(one.plain, ONLINE)
            on_site = not self.posted and (here or not self.online) and not AT_MY_HOME.search(one.plain)
            yield from self._of_sentence(one, abouts, on_site=on_site)
            before = told[place] or before
        if self.online and not any(told):
            about = About.STAFF if self.from_staff else About.PARENT
            words = next((one.spoken for one in self.sentences if one.spoken), "")
            yield DeedSeen(deed=Deed.WORDS, about=about, words=words)

    def _of_sentence(
        self, one: Sentence, abouts: tuple[tuple[About, str, bool], ...], *, on_site: bool
    ) -> Iterator[DeedSeen]:
        aimed = abouts or ((About.ANYBODY, "", False),)
        worker = next((name for about, name, _ in aimed if about is About.STAFF), "")
        if worker and (words := _accused(signs_in(one.plain))):
            yield DeedSeen(deed=Deed.ALLEGATION, about=About.STAFF, words=_with(words, worker), named=True)
        for deed, words in _deeds_in(one, on_site=on_site, online=self.online or not self.placed):
            if deed.on_site or deed in {Deed.HATE, Deed.THREAT, Deed.REPEATED, Deed.PASSING_ON}:
                yield DeedSeen(deed=deed, about=About.ANYBODY, words=_with(words, aimed[0][1]))
                continue
            for about, name, named in aimed:
                yield DeedSeen(deed=deed, about=about, words=_with(words, name), named=named)
        if self.online or (not (on_site and self.placed) and (one.spoken or sought(one.plain, SAYING))):
            words = sought(one.plain, RUNS_DOWN)
            for about, name, named in aimed:
                yield DeedSeen(
                    deed=Deed.WORDS,
                    about=about,
                    words=one.spoken or words or name,
                    named=named,
                    told=bool(name),
                )

    def _abouts(self, one: Sentence) -> Iterator[tuple[About, str, bool]]:
        """Whom a sentence is about: named people first, each kind once."""
        told: set[About] = set()
        for about, name in names_in(one, self.names):
            if about not in told:
                told.add(about)
                yield about, name, True
        me = re.search(
            r"\b(call\w*|about|at|to|of|insult\w*|with|for|tagged|named|messag\w*) me\b", one.plain
        )
        if me and one.voice is not Voice.SPOKEN:
            about = About.STAFF if self.from_staff else About.PARENT
            if about not in told:
                told.add(about)
                yield about, me.group(), False
        plain = without_identifying(WITNESSED.sub(" ", one.plain))
        for about, patterns in BY_ROLE.items():
            if about not in told and (words := sought(plain, patterns)):
                told.add(about)
                yield about, words, False


def _deeds_in(one: Sentence, *, on_site: bool, online: bool) -> Iterator[tuple[Deed, str]]:
    """The deeds of one sentence with the words that tell them; on site, online, or either where both are told of."""
    if on_site:
        for deed, patterns in OF_SITE.items():
            if words := said(one.plain, patterns):
                yield deed, words
        if words := _together(signs_in(one.plain), *MENACE):
            yield Deed.SITE_THREAT, words
            yield Deed.THREAT, words
        if words := one.spoken and sought(fold(one.spoken).text, OR_ELSE):
            yield Deed.SITE_THREAT, words
        if not online:
            return
    for deed, patterns in OF_DEED.items():
        if words := said(one.plain, patterns):
            yield deed, words
    signs = signs_in(one.plain)
    if words := signs.get(Sign.FOLLOWING, ""):
        yield Deed.REPEATED, words
    if words := one.spoken and sought(fold(one.spoken).text, OR_ELSE):
        yield Deed.THREAT, words
    if words := signs.get(Sign.BURNING, "") or _together(signs, Sign.TAKING, Sign.INTENT):
        yield Deed.THREAT, words
    if words := sought(one.plain, DANGER_OR_INTENT) or _together(signs, *MENACE):
        yield Deed.THREAT, words
    if words := sought(one.plain, HARMED) or next(
        (found for row in ACCUSED if (found := _together(signs, *row))), ""
    ):
        yield Deed.ALLEGATION, words


def _accused(signs: Mapping[Sign, str]) -> str:
    """What somebody who works at the school is said to have done to a child, or in charge of one; "" for nothing."""
    rows = ((Sign.CHILD, Sign.HURT), (Sign.CHILD, Sign.HELD), (Sign.SEXUAL,), (Sign.CHILD, Sign.DRUNK))
    return next((found for row in rows if (found := _together(signs, *row))), "")


def _together(signs: Mapping[Sign, str], *wanted: Sign) -> str:
    """The words of these signs where all of them are there; "" otherwise."""
    return " ... ".join(signs[one] for one in wanted) if signs.keys() >= set(wanted) else ""


def _with(words: str, name: str) -> str:
    return words if not name or name in words else f"{words} ... {name}"


STOPPING_DEEDS = {Deed.THREAT: Flag.DANGER, Deed.ALLEGATION: Flag.STAFF_ALLEGATION}
"""Deeds that may be told of without any danger, and never without a look."""
