"""Heavy libraries, imported when they are first used: `cases` must answer at once."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from ..rules.mails.cover_list import CoverList
from ..rules.mails.email_page import Written
from ..rules.mails.post_states import Box
from ..rules.texts.languages import Language
from ..rules.words import Format
from ..workflows.ports import PdfPrinter, TextWriter, WordPrinter

if TYPE_CHECKING:
    from ..rules.privacy.passages import CopyPage
    from ..rules.register.case_papers import CasePapers
    from ..rules.register.register_case import CaseRecord, Title, Withholding
    from ..rules.register.summary_report import Report


class LazyWord:
    """A `WordPrinter` that loads docxtpl with the first letter; `by_provider` as for `DocxPrinter`."""

    def __init__(self, *, by_provider: bool = False) -> None:
        self._real: WordPrinter | None = None
        self._by_provider = by_provider

    def _printer(self) -> WordPrinter:
        if self._real is None:
            from ..records.word.word import DocxPrinter

            self._real = DocxPrinter(by_provider=self._by_provider)
        return self._real

    def fields_of(self, template: Path) -> frozenset[str]:
        """See `WordPrinter`."""
        return self._printer().fields_of(template)

    def tags_of(self, template: Path) -> frozenset[str]:
        """See `DocxPrinter`."""
        from ..records.word.word import DocxPrinter

        return DocxPrinter().tags_of(template)

    def print_letter(self, template: Path, fields: Mapping[str, object], *, large: bool = False) -> bytes:
        """See `WordPrinter`."""
        return self._printer().print_letter(template, fields, large=large)

    def joined(self, english: bytes, other: bytes, language: Language) -> bytes:
        """See `WordPrinter`."""
        return self._printer().joined(english, other, language)

    def english_of(self, docx: bytes) -> bytes | None:
        """See `WordPrinter`."""
        return self._printer().english_of(docx)

    def with_dates(self, docx: bytes, words: Mapping[str, str], *, by_hand: bool = False) -> bytes:
        """See `WordPrinter`."""
        return self._printer().with_dates(docx, words, by_hand=by_hand)

    def other_parts(self, docx: bytes, other: bytes, words: Mapping[str, str]) -> list[str]:
        """See `WordPrinter`."""
        return self._printer().other_parts(docx, other, words)

    def text_of(self, docx: bytes) -> str:
        """See `WordPrinter`."""
        return self._printer().text_of(docx)

    def with_properties_of(self, docx: bytes, draft: bytes) -> bytes:
        """See `WordPrinter`."""
        return self._printer().with_properties_of(docx, draft)

    def unseen_text_of(self, docx: bytes) -> str:
        """See `WordPrinter`."""
        return self._printer().unseen_text_of(docx)


class LazyPdf:
    """A `PdfPrinter` that looks for LibreOffice with the first letter."""

    stays = False
    """Whether LibreOffice stays open between letters: only in a program that runs for long (`stay_open`)."""

    def __init__(self) -> None:
        self._real: PdfPrinter | None = None

    def _printer(self) -> PdfPrinter:
        if self._real is None and self.stays:
            from ..records.papers.warm_pdf import shared_printer

            self._real = shared_printer()
        if self._real is None:
            from ..records.papers.pdf import LibreOfficePrinter

            self._real = LibreOfficePrinter()
        return self._real

    def get_ready(self) -> None:
        """See `PdfPrinter`."""
        if self.stays:
            self._printer().get_ready()

    def available(self) -> bool:
        """See `PdfPrinter`."""
        return self._printer().available()

    def convert(self, docx: bytes) -> bytes:
        """See `PdfPrinter`."""
        return self._printer().convert(docx)

    def convert_all(self, letters: Sequence[bytes]) -> bytes:
        """See `PdfPrinter`."""
        return self._printer().convert_all(letters)


class LazyTexts:
    """A `TextWriter` that loads Jinja with the first email; `desk` is where its buttons may lead."""

    def __init__(self, folders: Sequence[Path], desk: str) -> None:
        self._folders, self._desk = folders, desk
        self._real: TextWriter | None = None

    def _writer(self) -> TextWriter:
        if self._real is None:
            from ..records.papers.texts import TextFiles

            self._real = TextFiles(self._folders, self._desk)
        return self._real

    def write(self, name: str, fields: Mapping[str, object]) -> str:
        """See `TextWriter`."""
        return self._writer().write(name, fields)

    def page(self, name: str, fields: Mapping[str, object]) -> Written:
        """See `TextWriter`."""
        return self._writer().page(name, fields)


class LazyPapers:
    """A `Papers` that loads what a format needs with its first copy."""

    def write_register(
        self, path: Path, title: "Title", records: "Iterator[CaseRecord]", format_: Format, *, bom: bool
    ) -> None:
        """See `Papers`."""
        from ..records.papers.register_formats import write_register

        write_register(path, title, records, format_, bom=bom)

    def write_bundle(
        self,
        path: Path,
        title: "Title",
        records: "list[CaseRecord]",
        *,
        cases: "Iterable[CasePapers]",
        withheld: "list[Withholding]",
    ) -> None:
        """See `Papers`."""
        from ..records.papers.bundle import write_bundle
        from ..records.papers.bundle_case import bundle_pieces

        write_bundle(path, title, bundle_pieces(title, records, cases, withheld))

    def write_worksheet(
        self, path: Path, title: "Title", withheld: "Iterable[Withholding]", pages: "Iterable[CopyPage]"
    ) -> int:
        """See `Papers`."""
        from ..records.papers.worksheet import write_worksheet

        return write_worksheet(path, title, withheld, pages)

    def report(self, report: "Report", *, as_pdf: bool) -> bytes:
        """See `Papers`."""
        from ..records.papers.summary_html import summary_html
        from ..records.papers.summary_pdf import summary_pdf

        return summary_pdf(report) if as_pdf else summary_html(report)


class LazyShop:
    """A `PrintShop` that loads what draws PDFs with the first letter."""

    def pages(self, pdf: bytes) -> int:
        """See `PrintShop`."""
        from ..records.papers.cover_list import CoverPrinter

        return CoverPrinter().pages(pdf)

    def boxes(self, pdf: bytes) -> Sequence[Box]:
        """See `PrintShop`."""
        from ..records.papers.page_words import boxes_of

        return boxes_of(pdf)

    def bundle(self, cover: CoverList, pdfs: Sequence[bytes]) -> bytes:
        """See `PrintShop`."""
        from ..records.papers.cover_list import CoverPrinter

        return CoverPrinter().bundle(cover, pdfs)


class LazyShredder:
    """A `Shredder` of one data folder, loaded when a case is deleted."""

    def __init__(self, data: Path) -> None:
        self._data = data

    def count(self, ref: str, mails: Collection[str]) -> int:
        """See `Shredder`."""
        from ..records.keeping.forgetting import count_files

        return count_files(self._data, ref, mails)

    def sent(self, ref: str) -> list[str]:
        """See `Shredder`."""
        from ..records.keeping.forgetting import sent_files

        return sent_files(self._data, ref)

    def forget(self, ref: str, note: str, mails: Collection[str]) -> int:
        """See `Shredder`."""
        from ..records.keeping.forgetting import forget_files

        return forget_files(self._data, ref, note, mails)


def combine_pdfs(pdfs: Sequence[bytes]) -> bytes:
    """One PDF of many, for the printer."""
    from ..records.papers.pdf import combine

    return combine(pdfs)


def calendar_entry(title: str, day: date, uid: str, stamped_at: datetime) -> bytes:
    """A calendar entry to attach."""
    from ..mailbox.calendar_event import event

    return event(title, day, uid, stamped_at)


def mailto(address: str, subject: str, body: str) -> str:
    """A link that opens an email already filled in."""
    from ..mailbox.approval_links import mailto as link

    return link(address, subject, body)


def stay_open() -> None:
    """From now on this process prints by a LibreOffice that stays open."""
    LazyPdf.stays = True


def ready_for_letters() -> None:
    """Start what prints letters, where it stays open."""
    LazyPdf().get_ready()


def warm_up() -> None:
    """Load what the first report needs, so that a daemon drafts it within seconds of its arrival."""
    from ..mailbox import message
    from ..records.word import word

    del message, word
