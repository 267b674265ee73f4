"""What LibreOffice may do with a letter: set it, and nothing else. No macro runs, and nothing is fetched."""

from pathlib import Path

_SECURITY = "/org.openoffice.Office.Common/Security/Scripting"
_NEVER = "2"
_SETTINGS = (
    (_SECURITY, "DisableMacrosExecution", "true"),
    (_SECURITY, "MacroSecurityLevel", "3"),
    (_SECURITY, "BlockUntrustedRefererLinks", "true"),
    (_SECURITY, "DisableActiveContent", "true"),
    ("/org.openoffice.Office.Writer/Content/Update", "Link", _NEVER),
)
"""Paths and names of LibreOffice's own settings; those that a version does not know it passes over."""


def quiet_profile(profile: Path) -> Path:
    """Make a profile in which LibreOffice keeps to itself, and return its folder.

    Raises:
        OSError: it cannot be written.
    """
    items = "".join(
        f'<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for path, name, value in _SETTINGS
    )
    user = profile / "user"
    user.mkdir(parents=True)
    (user / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema"'
        f' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{items}</oor:items>\n',
        encoding="utf-8",
    )
    return profile
