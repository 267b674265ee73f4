"""What rings beside the email when something urgent waits."""

from typing import Protocol


class Bell(Protocol):
    """A way to be heard that is no email."""

    def ring(self, text: str) -> None:
        """Ring once.

        Raises:
            WorldFailed: nobody was reached, or not by every way.
        """
