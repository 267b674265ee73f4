"""A linked policy lends what it says of the site: its steps about access, and conduct there; nothing else."""

from cast import a_policy

from letterladder.ground.values import replace
from letterladder.rules.policies.conduct import Conduct
from letterladder.rules.policies.policy import Mandatory
from letterladder.rules.policies.policy_link import link_site_access
from letterladder.rules.words import About, Deed, Outcome

ABUSE = Conduct(
    id="site-abuse",
    title="shouting on site",
    clause="7",
    cues=(),
    deeds=((Deed.SITE_ABUSE, About.ANYBODY),),
    first=("L2", "L1", "B1"),
)


def test_the_steps_about_access_join() -> None:
    """B1 to B4 come; the own steps stay as they are."""
    own = a_policy(site_access=False, steps={"L1": a_policy().steps["L1"]})
    linked, faults = link_site_access(own, a_policy(title="Site policy"), where="site.toml")
    assert faults == []
    assert sorted(linked.steps) == ["B1", "B2", "B3", "B4", "L1"]
    assert (linked.linked_policy, linked.site_access) == ("Site policy", False)


def test_a_bar_may_follow_who_refuses_and_goes_on() -> None:
    """It is offered last, behind what the own policy names."""
    own = a_policy(site_access=False, steps={"L1": a_policy().steps["L1"]})
    linked, _ = link_site_access(own, a_policy(), where="site.toml")
    assert linked.steps["L1"].then[Outcome.CONTINUES] == ("L3", "L2", "B1", "B2")
    assert linked.steps["L1"].then[Outcome.LAPSED] == ("L2", "L3")


def test_steps_that_the_own_policy_lacks_are_no_longer_named() -> None:
    """The linked B4 would go on to a closing letter that is not there."""
    own = a_policy(site_access=False, steps={"L1": a_policy().steps["L1"]})
    linked, _ = link_site_access(own, a_policy(), where="site.toml")
    assert linked.steps["B4"].then == {}


def test_a_policy_that_does_not_provide_for_access_cannot_be_linked() -> None:
    """The fault names the file and the key."""
    _, faults = link_site_access(a_policy(), a_policy(site_access=False), where="site.toml")
    assert [fault.where for fault in faults] == ["site.toml, site_access"]


def test_conduct_on_site_joins_with_the_name_of_the_policy_that_names_it() -> None:
    """It begins with those of its steps that are there; what is done online stays with the own policy."""
    own = a_policy(site_access=False, steps={"L1": a_policy().steps["L1"]})
    online = replace(ABUSE, id="elsewhere", deeds=((Deed.WORDS, About.STAFF),))
    other = a_policy(title="Site policy", conduct={"site-abuse": ABUSE, "elsewhere": online})
    linked, _ = link_site_access(own, other, where="site.toml")
    assert linked.conduct == {
        **own.conduct,
        "site-abuse": replace(ABUSE, first=("L1", "B1"), named_by="Site policy"),
    }


def test_conduct_on_site_does_not_begin_with_a_step_that_must_wait() -> None:
    """The own policy warns in writing only after a refusal."""
    steps = a_policy().steps
    waits = replace(steps["L1"], requires=(Outcome.REFUSED,))
    own = a_policy(site_access=False, steps={"L1": waits, "L2": steps["L2"]})
    linked, _ = link_site_access(own, a_policy(conduct={"site-abuse": ABUSE}), where="site.toml")
    assert linked.conduct["site-abuse"].first == ("L2", "B1")


def test_a_kind_of_conduct_that_the_own_policy_names_stays_its_own() -> None:
    """The school's own text comes first."""
    own = a_policy(site_access=False, conduct={"site-abuse": replace(ABUSE, title="ours")})
    linked, _ = link_site_access(own, a_policy(conduct={"site-abuse": ABUSE}), where="site.toml")
    assert [(one.title, one.named_by) for one in linked.conduct.values()] == [("ours", "")]


def test_what_the_linked_policy_requires_for_conduct_on_site_is_required() -> None:
    """For that conduct alone, under a name of its own; nothing about other conduct or with a step not there."""
    rule = Mandatory(id="police", says="Tell them.", source="8", conduct=("site-abuse", "threat"))
    lacking, online = replace(rule, id="other", step="X3"), replace(rule, id="third", conduct=("threat",))
    own = a_policy(site_access=False, steps={"L1": a_policy().steps["L1"]}, mandatory=(rule,))
    other = a_policy(title="Site policy", conduct={"site-abuse": ABUSE}, mandatory=(rule, lacking, online))
    linked, _ = link_site_access(own, other, where="site.toml")
    joined = replace(rule, id="site-police", conduct=("site-abuse",), source="Site policy, 8")
    assert linked.mandatory == (rule, joined)
