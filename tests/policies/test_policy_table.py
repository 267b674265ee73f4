"""The school and step table of the documentation is made from the policies, and is up to date."""

from tools.policy_table import README, TABLE, policies, table, with_table


def test_the_table_is_up_to_date() -> None:
    """Run tests/tools/policy_table.py after a change of a policy."""
    assert TABLE.read_text(encoding="utf-8") == table()


def test_every_shipped_policy_is_in_it() -> None:
    """The five schools and the model; none has a fault."""
    assert [one.id for one in policies()] == [
        "model",
        "alsop-high-school",
        "aspire-federation",
        "avenue-junior-and-recreation-road",
        "heartwood-academy-trust",
        "levens-ce-school",
    ]


def test_the_readme_shows_the_policies_as_they_are() -> None:
    """Run tests/tools/policy_table.py after a change of a policy."""
    shown = README.read_text(encoding="utf-8")
    assert with_table(shown) == shown
