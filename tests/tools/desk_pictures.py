"""The pictures of the desk in docs/pictures: the beginning of the demo's story, played in a real browser.

`desk_pictures.py [FOLDER]`. Needs Chromium, as the tests in a browser do.
"""

import io
import sys
import tempfile
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))
sys.path.insert(0, str(ROOT / "tests" / ".types"))

import runpy  # noqa: E402 - after the paths

runpy.run_path(str(ROOT / "run.py"), run_name="checkout")

from browser.desk_demo import demo_desk, demo_folder  # noqa: E402 - after the checkout is the package
from browser.story_steps import People  # noqa: E402
from browser.test_desk_story import seated  # noqa: E402
from servers.chromium import WIDE, Seat, chromium  # noqa: E402

PLACE = ROOT / "docs" / "pictures"
TALLEST = 1000
"""Pixels of the window; the rest of a long page is below it."""
MOST_BYTES = 120_000
COLOURS = (128, 64, 32, 16)


class Pictures:
    """Pages as they look now, as small PNG files of one folder."""

    def __init__(self, place: Path) -> None:
        self._place = place

    def take(self, seat: Seat, name: str) -> None:
        """Write what this person sees to NAME.png."""
        seat.page.set_viewport_size({"width": WIDE, "height": TALLEST})
        seat.page.evaluate("window.scrollTo(0, 0)")
        seat.page.wait_for_load_state("networkidle")
        raw = seat.page.screenshot()
        content = small(raw)
        (self._place / f"{name}.png").write_bytes(content)
        sys.stdout.write(f"{name}.png {len(content) / 1000:.0f} kB\n")


def small(raw: bytes) -> bytes:
    """The picture in as many colours as its size allows."""
    with Image.open(io.BytesIO(raw)) as found:
        picture = found.convert("RGB")
    content = b""
    for colours in COLOURS:
        out = io.BytesIO()
        picture.quantize(colours, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
        content = out.getvalue()
        if len(content) < MOST_BYTES:
            break
    return content


def main() -> int:
    """Play the beginning and take the pictures on the way."""
    place = Path(sys.argv[1]) if sys.argv[1:] else PLACE
    place.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as folder,
        chromium() as browser,
        demo_desk(demo_folder(Path(folder) / "demo-school")) as desk,
        seated(browser, desk, width=WIDE) as people,
    ):
        play(people, Pictures(place))
    return 0


def play(people: People, pictures: Pictures) -> None:
    """Three reports, the DSL's day, the head's yes, the office's post, and the case as it stands then."""
    head, dsl, office = people.head, people.dsl, people.office
    dsl.press("Let time pass", within="body")
    dsl.press("Let three reports come in")
    dsl.open("/")
    pictures.take(dsl, "today")
    dsl.press("Read it now")
    pictures.take(dsl, "in-tray")
    head.open("/")
    head.press("Read and decide")
    pictures.take(head, "letter")
    head.press("Approve this letter")
    head.press("Let time pass", within="body")
    head.press("One round of the daemon")
    office.open("/")
    office.press("Post it")
    pictures.take(office, "to-post")
    office.choose("Mr Grant Somerby")
    office.press("The ticked letters were posted")
    office.press("Cases", within="nav")
    office.press("2026-0001")
    pictures.take(office, "case")


if __name__ == "__main__":
    sys.exit(main())
