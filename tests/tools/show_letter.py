"""Show a letter that ships as its reader will see it: filled with invented values, as a Word file and a PDF.

python tests/tools/show_letter.py L1 FOLDER
python tests/tools/show_letter.py L1 FOLDER ur      with its translation behind it
"""

import runpy
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
if __name__ == "__main__":
    runpy.run_path(str(ROOT / "run.py"), run_name="checkout")
    sys.path.insert(0, str(ROOT / "tests"))

from letters.printing import PRINTER, TEMPLATES, in_both  # noqa: E402
from letters.sample_fields import SAMPLES  # noqa: E402 - the package is registered just above
from shipped import FILES  # noqa: E402

from letterladder.records.papers.pdf import LibreOfficePrinter  # noqa: E402
from letterladder.rules.policies.letters import translated_file  # noqa: E402


def show(letter: str, folder: Path, code: str = "") -> list[Path]:
    """Write the letter into the folder; without LibreOffice the Word file alone."""
    docx = in_both(letter, code) if code else PRINTER.print_letter(TEMPLATES / FILES[letter], SAMPLES[letter])
    path = folder / (translated_file(FILES[letter], code) if code else FILES[letter])
    made = {path: docx}
    if (converter := LibreOfficePrinter()).available():
        made[path.with_suffix(".pdf")] = converter.convert(docx)
    for path, content in made.items():
        path.write_bytes(content)
    return list(made)


if __name__ == "__main__":
    for file in show(sys.argv[1], Path(sys.argv[2]), *sys.argv[3:]):
        sys.stdout.write(f"{file}\n")
