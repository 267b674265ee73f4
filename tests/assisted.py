"""A school folder in which [assist] is switched on, as a person would do it: line by line in school.toml."""

import json
import re
from pathlib import Path


def switch_on(folder: Path, **values: object) -> None:
    """Put `on = true` and these values into [assist]."""
    path = folder / "school.toml"
    before, table, rest = re.split(
        r"(?s)(\[assist\]\n.*?\n)(?=\n)", path.read_text(encoding="utf-8"), maxsplit=1
    )
    for key, value in {"on": True, **values}.items():
        table, count = re.subn(
            rf"(?m)^{key} = .*$", lambda _, k=key, v=value: f"{k} = {json.dumps(v)}", table
        )
        assert count == 1, f"[assist] has no {key}"
    path.write_text(f"{before}{table}{rest}", encoding="utf-8")
