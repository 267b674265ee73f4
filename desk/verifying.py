"""`verify`: the walk through a school's data folder, and what only its settings can tell."""

from ..config.glance import CACHE, is_glance_forged
from ..config.settings import Settings
from ..ground.errors import Problem
from ..records.logs.care_file import CareFile
from ..records.logs.derived import TRAY
from ..records.verify.verify import Found, Watch, walk
from .cli_common import problems_json
from .clock import WallClock
from .tray_glance import forged
from .wiring import build

_ANEW = "Remove it: it is derived, and will be written again when next needed."


def verify_school(settings: Settings, typed: str, watch: Watch) -> Found:
    """Walk one school's data folder; call it under the writer lock.

    Args:
        settings: the school's.
        typed: hex digits of an anchor, from its email; "" where none is asked about.
        watch: hands the references on, and may show how far it is.

    Raises:
        DiskFailed: it cannot be noted that everything was looked at.
    """
    found = walk(settings.data, typed=typed, watch=watch, share_group=settings.school.posting.share_group)
    if is_glance_forged(settings.folder, settings.school):
        what = "This file shows a different school from the settings it says it was made from."
        found.problems.append(Problem(where=str(settings.folder / CACHE), what=what, what_to_do=_ANEW))
    if wrong := forged(build(settings, WallClock()), settings.folder, settings.data):
        what = f"This file tells other things of email {wrong[0][:12]} than the email itself."
        found.problems.append(Problem(where=str(settings.data / TRAY), what=what, what_to_do=_ANEW))
    CareFile(settings.data).verified(WallClock().now(), len(found.problems))
    return found


def as_json(found: Found) -> dict[str, object]:
    """What `verify --json` promises.

    ok and problems; how much was looked at; what the anchor proves; and, as notes, what was acknowledged.
    """
    return {
        "ok": not found.problems,
        "problems": problems_json(found.problems),
        "looked_at": {"cases": found.cases, "lines": found.lines, "files": found.files},
        "anchor": found.anchor,
        "notes": found.notes,
    }
