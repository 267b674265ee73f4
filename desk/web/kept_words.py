"""Words that somebody has typed for a letter and not drafted yet: kept for them in memory, and in no log."""

import threading
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, field

MOST = 300
"""Letters for which words are kept; those typed longest ago go first."""

Key = tuple[str, str, str, str]
"""School, address of the person, case, letter."""


@dataclass(slots=True)
class KeptWords:
    """Typed words, shared by all threads; gone when the desk is started again."""

    _words: OrderedDict[Key, Mapping[str, str]] = field(default_factory=OrderedDict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def keep(self, key: Key, words: Mapping[str, str]) -> None:
        """Keep these in place of earlier ones."""
        with self._lock:
            self._words.pop(key, None)
            self._words[key] = dict(words)
            while len(self._words) > MOST:
                self._words.popitem(last=False)

    def of(self, key: Key) -> Mapping[str, str]:
        """The words that were kept; none where there are none."""
        with self._lock:
            return self._words.get(key, {})

    def forget(self, key: Key) -> None:
        """They are in the log now."""
        with self._lock:
            self._words.pop(key, None)
