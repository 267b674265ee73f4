"""The languages of a school, and where the translations of its letters lie: its own, and ours of our own letters."""

from collections.abc import Callable
from pathlib import Path

from ..config.language_file import read_language
from ..config.settings import Settings
from ..rules.policies.letters import translated_file
from ..rules.texts.languages import Language
from ..workflows.ports import Translation


class OwnLanguages:
    """What a school can say in other languages; a file is looked through once for as long as it is the same."""

    def __init__(self, settings: Settings, template: Callable[[str], Path]) -> None:
        """`template` tells where the English Word file of a letter lies."""
        self._settings, self._template = settings, template
        self._known: dict[tuple[str, str], tuple[object, Translation]] = {}

    def language(self, code: str) -> Language | None:
        """See `Languages`."""
        return read_language(self._settings.folder, code)[0]

    def translation(self, letter: str, code: str) -> Translation:
        """See `Languages`: the school's own file, or ours where the English file is ours as well."""
        english = self._template(letter)
        own = self._settings.own_templates / translated_file(english.name, code)
        path = own if own.is_file() else english.with_name(own.name)
        if not path.is_file():
            return Translation(path=own)
        stamps = [(one, one.stat().st_mtime_ns, one.stat().st_size) for one in (english, path)]
        before = self._known.get((letter, code))
        if before is None or before[0] != stamps:
            from ..records.word.translation_check import check_translation

            faults = check_translation(path, english, self._settings.school.policy.letters)
            before = self._known[letter, code] = (stamps, Translation(path=path, faults=tuple(faults)))
        return before[1]
