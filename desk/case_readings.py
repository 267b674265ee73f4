"""What the command line and the pages read of one case, and what needs little else to be loaded."""

from ..workflows.reporter_notes import kinds_noted

__all__ = ["kinds_noted"]
