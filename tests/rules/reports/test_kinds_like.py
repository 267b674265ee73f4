"""Which kinds of conduct an email reads like, and in what order kinds are offered."""

from made_reports import policy, report

from letterladder.rules.mails.mail_log import Proposal
from letterladder.rules.policies.conduct import Conduct
from letterladder.rules.reports.kinds_like import WHY, Kind, kinds_seen, offered, shipped_kinds
from letterladder.rules.texts.report import Report
from letterladder.rules.words import About, Deed


def kind(name: str, *deeds: tuple[Deed, About]) -> Conduct:
    """A kind of conduct that is these deeds."""
    return Conduct(id=name, title=name, clause="", cues=(), first=("L1",), deeds=deeds)


RUDE, DOGS = (Deed.WORDS, About.STAFF), (Deed.SITE_DOGS, About.ANYBODY)
POLICY = policy(rude=kind("rude", RUDE), loose=kind("loose", DOGS), petition=kind("petition"))
KINDS = (
    Kind(about=frozenset({RUDE}), bias=-3.0, of={"useless": 40.0, "office": 2.0}),
    Kind(about=frozenset({DOGS}), bias=-3.0, of={"terrier": 40.0, "lead": 20.0, "the": 5.0}),
)
FILLING = " ".join(f"word{chr(97 + one // 26)}{chr(97 + one % 26)}" for one in range(40))
TERRIER = report(f"The terrier was off its lead again by the hatch. {FILLING}")


def names(mail: Report, *proposed: str) -> list[str]:
    """The kinds offered, in order."""
    told = tuple(Proposal(conduct=one, words="x", why="a clause") for one in proposed)
    return [one.conduct for one in offered(told, kinds_seen(mail, KINDS), POLICY)]


def test_a_kind_of_which_no_clause_speaks_is_offered() -> None:
    """With the words that weighed most, in the order of the email, and no word that says nothing."""
    (found,) = offered((), kinds_seen(TERRIER, KINDS), POLICY)
    assert (found.conduct, found.words, found.why) == ("loose", "terrier ... lead", WHY)


def test_what_reads_most_like_a_kind_comes_first_and_nothing_proposed_is_lost() -> None:
    """The clauses' first has a start, which likeness may make good."""
    assert names(TERRIER, "rude") == ["loose", "rude"]
    assert names(report(f"They are useless, the office was shut. {FILLING}"), "loose") == ["rude", "loose"]
    assert names(report(f"Nothing to do with either of them. {FILLING}"), "rude") == ["rude"]


def test_what_a_policy_knows_by_its_cues_alone_keeps_its_place() -> None:
    """Nothing could be learned of it."""
    assert names(report(f"Nothing to do with either. {FILLING}"), "petition", "rude") == ["petition", "rude"]


def test_few_words_are_like_no_kind() -> None:
    """The clauses decide of them."""
    assert names(report("Useless terrier"), "rude") == ["rude"]
    assert names(report("Useless terrier")) == []


def test_what_ships_knows_each_deed_that_the_model_policy_names() -> None:
    """Online and on site; each with words for and against."""
    kinds = shipped_kinds()
    assert {deed for one in kinds for deed, _ in one.about} >= {
        Deed.WORDS,
        Deed.THREAT,
        Deed.PICTURE,
        Deed.SITE_ABUSE,
    }
    assert all(100 <= len(one.of) <= 150 and min(one.of.values()) < 0 < max(one.of.values()) for one in kinds)
