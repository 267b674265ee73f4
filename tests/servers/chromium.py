"""A real browser: Debian's Chromium, with a mouse or by the keyboard alone, wide or as narrow as a phone.

What a person does is the same by either: press what is called so, type into the field of that label.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Error, Locator, Page, sync_playwright
from playwright.sync_api import TimeoutError as NotThere
from servers.needs import need

WIDE, PHONE = 1280, 390
MOST_TABS = 400


@contextmanager
def chromium() -> Iterator[Browser]:
    """The browser, for as long as it is needed."""
    program = need("chromium", "chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def _no_download() -> Iterator[None]:
    """A page that turns out to be a file is no page that failed: the browser stays where it is."""
    try:
        yield
    except Error as error:
        if "ERR_ABORTED" not in str(error):
            raise


class Seat:
    """Somebody in front of a window of the browser.

    Args of the constructor:
        browser: the browser.
        start: the address that all paths are below of.
        width: of the window in pixels.
        javascript: whether the pages' scripts run.
        keyboard: everything is done by Tab, Enter, Space and typing.
    """

    def __init__(
        self,
        browser: Browser,
        start: str,
        *,
        width: int = WIDE,
        javascript: bool = True,
        keyboard: bool = False,
    ) -> None:
        self._context = browser.new_context(
            viewport={"width": width, "height": 844},
            java_script_enabled=javascript,
            base_url=start,
            accept_downloads=True,
            ignore_https_errors=True,
            locale="en-GB",
        )
        self.page: Page = self._context.new_page()
        self.page.set_default_timeout(60_000)
        self.width, self.keyboard, self.presses = width, keyboard, 0
        self.faults: list[str] = []
        self.page.on("console", self._heard)
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))

    def _heard(self, message: object) -> None:
        if getattr(message, "type", "") == "error" and "status of 4" not in getattr(message, "text", ""):
            self.faults.append(getattr(message, "text", ""))

    def __enter__(self) -> "Seat":
        """Sit down."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Leave."""
        self._context.close()

    def resize(self, width: int) -> None:
        """Draw the window wider or narrower."""
        if width != self.width:
            self.page.set_viewport_size({"width": width, "height": 844})
            self.width = width

    def open(self, path: str) -> None:
        """Type an address."""
        self.page.goto(path)

    def press(self, name: str, *, within: str = "main") -> None:
        """Press the button or link of this name (its beginning is enough), the first there is."""
        self.presses += 1
        self._press(self._named(name, within))

    def _named(self, name: str, within: str) -> Locator:
        place = self.page.locator(within)
        meant = re.compile(f"^{re.escape(name)}", re.IGNORECASE)
        buttons = place.get_by_role("button", name=meant)
        found = buttons.or_(place.get_by_role("link", name=meant)).or_(
            place.locator("summary", has_text=meant)
        )
        return self._there(found.first, name)

    def _there(self, found: Locator, name: str) -> Locator:
        """The same, once it is on the page; where it never is, what is there instead."""
        try:
            found.wait_for(state="attached")
        except NotThere as error:
            raise AssertionError(f"no {name!r} at {self.page.url}: {self.text[:3000]}") from error
        return found

    def _press(self, target: Locator) -> None:
        if not self.keyboard:
            target.click()
            self.page.wait_for_load_state()
            return
        self._tab_to(target)
        if target.evaluate("found => found.matches('summary, [download]')"):
            self.page.keyboard.press("Enter")
            return
        with suppress(NotThere), _no_download(), self.page.expect_navigation(timeout=5_000):
            self.page.keyboard.press("Enter")

    def fill(self, label: str, words: str) -> None:
        """Type into the field of this label."""
        field = self._there(self.page.locator("main").get_by_label(label).first, label)
        if not self.keyboard:
            field.fill(words)
            return
        self._tab_to(field)
        self.page.keyboard.press("Control+A")
        self.page.keyboard.type(words)

    def choose(self, label: str) -> None:
        """Take the radio button or tick the box of this label."""
        self.presses += 1
        field = self._there(self.page.locator("main").get_by_label(label, exact=False).first, label)
        if not self.keyboard:
            field.check()
        else:
            self._to_choice(field)

    def _to_choice(self, field: Locator) -> None:
        if field.get_attribute("type") != "radio":
            self._tab_to(field)
            if not field.is_checked():
                self.page.keyboard.press("Space")
            return
        group = self.page.locator(f'input[type=radio][name="{field.get_attribute("name")}"]')
        self._tab_to(
            group.first if not group.locator(":checked").count() else group.locator(":checked"), group
        )
        for _ in range(group.count() + 1):
            if field.is_checked():
                return
            self.page.keyboard.press("Space" if self._has_focus(field) else "ArrowDown")
        assert field.is_checked(), "the arrow keys do not reach it"

    def attach(self, label: str, *files: Path) -> None:
        """Choose files; a browser's own window for that has no keyboard here."""
        self.page.get_by_label(label).first.set_input_files([str(file) for file in files])

    def _tab_to(self, target: Locator, group: Locator | None = None) -> None:
        """Press Tab until the target, or one of its group, has the focus; one that Tab never reaches is a fault."""
        for _ in range(MOST_TABS):
            if self._has_focus(target) or (group is not None and self._has_focus(group)):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"Tab does not reach {target}")

    def _has_focus(self, target: Locator) -> bool:
        return bool(target.evaluate_all("found => found.includes(document.activeElement)"))

    @property
    def text(self) -> str:
        """What is on the page."""
        return re.sub(r"\s+", " ", self.page.locator("main").inner_text())

    @property
    def is_too_wide(self) -> bool:
        """Whether the page must be scrolled sideways."""
        self.page.wait_for_load_state()
        return int(self.page.locator("html").evaluate("page => page.scrollWidth")) > self.width

    def findings(self) -> list[str]:
        """What axe finds wrong: the rule and the place of each finding, of WCAG 2.2 AA and of good practice."""
        found = Axe().run(self.page, options={"resultTypes": ["violations"]})
        return [
            f"{one['id']}: {node['html'][:160]}"
            for one in found.response["violations"]
            for node in one["nodes"]
        ]
