"""Where the files that ship with Letterladder lie, in a checkout and in an installed wheel alike."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
"""The folder that holds config/, rules/ ... : the checkout, or the installed package."""

POLICIES = ROOT / "config" / "policies"
LEGAL_FACTS = ROOT / "config" / "legal" / "england.toml"
FORMS = ROOT / "config" / "forms"
LANGUAGES = ROOT / "config" / "languages"
EXAMPLE = ROOT / "config" / "example"
LETTER_TEMPLATES = ROOT / "letter_templates"
LETTERS = LETTER_TEMPLATES / "letters.toml"
SAMPLES = LETTER_TEMPLATES / "samples.toml"
PEOPLE = "people.csv"
"""The people register, beside school.toml."""

OWN_LEGAL = "legal.toml"
"""The file, beside school.toml, of the facts of law that a school says otherwise, or has compared again."""

OWN_TEMPLATES = "letter_templates"
"""The folder, beside school.toml, of the letters that a school adds or words again."""

SAMPLE = "sample-"
"""Begins the name of each file that `templates try` makes; no such file is a letter."""

OWN_LANGUAGES = "languages"
"""The folder, beside school.toml, of the languages that a school confirms or adds."""

OWN_FORMS = "forms"
"""The folder, beside school.toml, of the forms and systems that a school adds, replaces or switches off."""


def shipped_policy(name: str) -> Path:
    """The file of a policy that ships with the program: "model" -> config/policies/model.toml."""
    return POLICIES / f"{name}.toml"


def shipped_policies() -> list[str]:
    """The names of all policies that ship with the program."""
    return sorted(file.stem for file in POLICIES.glob("*.toml"))
