"""A linked policy lends its steps about access to the site, and nothing else."""

from cast import a_policy

from letterladder.rules.policies.policy_link import link_site_access
from letterladder.rules.words import Outcome


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
