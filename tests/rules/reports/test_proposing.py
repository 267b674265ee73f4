"""Which kinds of conduct are offered: the pair of deed and person decides, a policy's cues only add to it."""

from made_reports import policy

from letterladder.rules.policies.conduct import Conduct
from letterladder.rules.reports.cues import CueSeen
from letterladder.rules.reports.deeds import DeedSeen
from letterladder.rules.reports.proposing import MOST, propose
from letterladder.rules.words import About, Deed


def kind(name: str, *deeds: tuple[Deed, About]) -> Conduct:
    """A kind of conduct that is these deeds."""
    return Conduct(id=name, title=name, clause="", cues=(), first=("L1",), deeds=deeds)


POLICY = policy(
    rude=kind("rude", (Deed.WORDS, About.STAFF)),
    unkind=kind("unkind", (Deed.WORDS, About.PUPIL)),
    pictures=kind("pictures", (Deed.PICTURE, About.PUPIL)),
    anything=kind("anything", (Deed.WORDS, About.ANYBODY)),
    petition=kind("petition"),
)


def offered(*deeds: DeedSeen, cues: tuple[CueSeen, ...] = ()) -> list[str]:
    """The kinds that are offered, in order."""
    return [one.conduct for one in propose(deeds, cues, POLICY)]


def seen(deed: Deed, about: About, words: str = "x", *, named: bool = False) -> DeedSeen:
    """A deed."""
    return DeedSeen(deed=deed, about=about, words=words, named=named)


def test_whom_it_is_about_decides() -> None:
    """The same words about a pupil are another kind of conduct, and mere words about anybody come last."""
    assert offered(seen(Deed.WORDS, About.STAFF)) == ["rude", "anything"]
    assert offered(seen(Deed.WORDS, About.PUPIL)) == ["unkind", "anything"]


def test_the_more_special_deed_comes_first() -> None:
    """A picture of a child says more than the words below it."""
    both = (seen(Deed.WORDS, About.PUPIL, named=True), seen(Deed.PICTURE, About.PUPIL))
    assert offered(*both)[:2] == ["pictures", "unkind"]


def test_a_name_that_the_school_knows_tips_the_balance() -> None:
    """Of two equal ones."""
    assert offered(seen(Deed.WORDS, About.STAFF), seen(Deed.WORDS, About.PUPIL, named=True))[0] == "unkind"


def test_a_cue_alone_offers_what_a_policy_knows_by_its_cues() -> None:
    """A petition is no deed of ours."""
    assert offered(cues=(CueSeen(conduct="petition", words="sign this"),)) == ["petition"]


def test_the_words_are_shown_without_their_quotation_marks() -> None:
    """Whoever shows them puts marks around them."""
    (one, *_) = propose([seen(Deed.WORDS, About.STAFF, "“a clown”")], (), POLICY)
    assert (one.words, one.why) == ("a clown", "words about a member of staff")


def test_never_more_are_offered_than_anybody_reads() -> None:
    """The likeliest few."""
    many = policy(**{name: kind(name, (Deed.WORDS, About.STAFF)) for name in "abcdefgh"})
    assert len(propose([seen(Deed.WORDS, About.STAFF)], (), many)) == MOST
