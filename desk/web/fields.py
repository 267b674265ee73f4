"""What was typed into a form, read field by field; what is wrong with one is kept beside it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date

from ...rules.texts.typed_dates import typed_day

LONGEST = 2_000
"""Characters of one field; more is refused with words."""


@dataclass(slots=True, kw_only=True)
class Fields:
    """The fields of one form. `faults` are by field, in the order in which they were read."""

    typed: Mapping[str, str]
    today: date
    faults: dict[str, str] = field(default_factory=dict)

    def words(self, name: str, needed: str = "") -> str:
        """Words; `needed` is what is said where there are none."""
        found = self.typed.get(name, "").strip()
        if not found and needed:
            self.faults[name] = needed
        if len(found) > LONGEST:
            self.faults[name] = f"This is longer than {LONGEST:,} characters. Shorten it."
            return ""
        return found

    def day(self, name: str, needed: str = "", *, ahead: bool = False) -> date | None:
        """A day as people type it; None where there is none or it is wrong. `ahead`: a weekday is one to come."""
        typed = self.words(name, needed)
        if not typed:
            return None
        found = typed_day(typed, self.today, ahead=ahead)
        if found.day is None:
            self.faults[name] = found.doubt
        return found.day

    def past_day(self, name: str, needed: str = "") -> date | None:
        """A day that has come."""
        found = self.day(name, needed)
        if found and found > self.today:
            self.faults[name] = "This day has not come yet. Type today or a day before."
            return None
        return found

    def one_of(self, name: str, among: Collection[str], needed: str = "") -> str:
        """One of several choices; "" for none."""
        found = self.words(name, needed)
        if found and found not in among:
            self.faults[name] = needed or "Choose one of the list."
            return ""
        return found

    @property
    def summary(self) -> list[dict[str, str]]:
        """The faults as the list at the top of a page shows them, each with a link to its field."""
        return [{"text": what, "href": f"#{name}"} for name, what in self.faults.items()]
