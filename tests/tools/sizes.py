"""Say which module or function has outgrown the house: 350 lines a module, 40 a function."""

import ast
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CODE = ("ground", "rules", "desk", "workflows", "mailbox", "records", "config", "letter_templates")
LONGEST_MODULE = 350
LONGEST_FUNCTION = 40


def too_long(file: Path) -> list[str]:
    """What in `file` is over the limits, one line each."""
    text = file.read_text(encoding="utf-8")
    name = file.relative_to(ROOT)
    found = []
    if text.count("\n") > LONGEST_MODULE:
        found.append(f"{name}: {text.count(chr(10))} lines; a module stops at {LONGEST_MODULE}")
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno is not None:
            size = node.end_lineno - node.lineno + 1
            if size > LONGEST_FUNCTION:
                found.append(
                    f"{name}:{node.lineno} {node.name}: {size} lines; a function stops at {LONGEST_FUNCTION}"
                )
    return found


def main() -> int:
    """Print every place over the limits; 1 where there is one."""
    files = [file for folder in CODE for file in sorted((ROOT / folder).rglob("*.py"))]
    found = [line for file in files for line in too_long(file)]
    sys.stdout.write("".join(f"{line}\n" for line in found) or f"sizes: {len(files)} modules within limits\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
