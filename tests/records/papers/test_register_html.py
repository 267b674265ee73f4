from html.parser import HTMLParser

from records.register_samples import DECISION, LETTER, TITLE, record, row

from letterladder.records.papers.register_html import to_html
from letterladder.rules.register.register_case import CaseRecord


class Seen(HTMLParser):
    """The tags and attributes of a page, in order."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note it."""
        self.tags.append(tag)
        self.attributes += attrs


def page_of(*cases: CaseRecord) -> str:
    return to_html(TITLE, cases).decode()


WHOLE = page_of(record(row(), row("", 3, **LETTER), row("", 4, **DECISION)))


def test_the_page_needs_nothing_else() -> None:
    """No script, no file from elsewhere, and a policy that forbids both."""
    seen = Seen(WHOLE)
    assert not {"script", "link", "img", "iframe", "form"} & set(seen.tags)
    names = {name for name, _ in seen.attributes}
    assert not {name for name in names if name.startswith("on") or name == "src"}
    assert "default-src 'none'" in WHOLE.replace("&#39;", "'")


def test_words_from_mails_are_never_html() -> None:
    """They are shown as they are."""
    page = page_of(record(row('<script>alert(1)</script><b onclick="x">"&')))
    assert "script" not in Seen(page).tags
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


def test_a_reader_who_cannot_see_it_has_the_same() -> None:
    """Language, title, headings in order, heads of columns, words for the timeline."""
    tags = Seen(WHOLE).tags
    assert '<html lang="en-GB">' in WHOLE
    assert tags.count("h1") == 1
    assert [tag for tag in tags if tag in {"h1", "h2", "h3"}] == ["h1", "h2", "h3", "h3", "h3", "h3"]
    assert "3 entries from 9 November 2026 to 9 November 2026" in WHOLE
    assert WHOLE.count('scope="col"') == tags.count("th")


def test_each_entry_has_a_mark_on_the_timeline() -> None:
    """Its shape tells the way, so no colour is needed."""
    assert Seen(WHOLE).tags.count("g") == 3


def test_ids_are_used_once() -> None:
    """Also where many cases are on one page."""
    page = page_of(record(row()), record(row(), ref="2026-0043"), record(row(), ref="2026-0044"))
    ids = [value for name, value in Seen(page).attributes if name == "id"]
    assert len(ids) == len(set(ids))
    assert page.count('href="#c2026-0044"') == 1


def test_equal_cases_give_equal_bytes() -> None:
    """And a page without a case is a page."""
    assert page_of(record(row())) == page_of(record(row()))
    assert "Register of correspondence" in page_of()
