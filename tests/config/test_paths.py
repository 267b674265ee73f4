"""What ships with the program is found."""

from shipped import FILES

from letterladder.config import paths


def test_every_shipped_folder_and_file_is_there() -> None:
    """From a checkout as from an installed wheel."""
    assert paths.LEGAL_FACTS.is_file()
    assert all(folder.is_dir() for folder in (paths.POLICIES, paths.EXAMPLE, paths.LETTER_TEMPLATES))


def test_every_letter_has_its_word_file() -> None:
    """A letter without its file could never be drafted."""
    assert [name for name in FILES.values() if not (paths.LETTER_TEMPLATES / name).is_file()] == []


def test_the_shipped_policies_are_known_by_name() -> None:
    """The model is among them; each name leads to its file."""
    names = paths.shipped_policies()
    assert "model" in names
    assert names == sorted(names)
    assert all(paths.shipped_policy(name).is_file() for name in names)


def test_an_unknown_policy_leads_to_no_file() -> None:
    """It is looked for beside school.toml then."""
    assert not paths.shipped_policy("unheard-of").exists()
