"""What `forms` and `forms try` show: the forms that are known, and what is read in one email."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ..config.settings import Settings
from ..ground.errors import Problem, WrongUsage
from ..rules.reports.systems import missing_in
from ..rules.texts.forms import FIELDS
from ..rules.texts.report import Arrival, Report
from .clock import clock_for
from .reading import LazyReader


@dataclass(frozen=True, slots=True, kw_only=True)
class FormRow:
    """One form as `forms --json` shows it; `own`: the school's own file says what it is."""

    id: str
    title: str
    kind: str
    trust: str
    senders: list[str]
    layouts: list[str]
    own: bool
    off: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """What was read in one email, as `forms try --json` shows it.

    Attributes:
        form: the id of the form that was recognised, "" for none.
        doubt: why its sender is not known.
        fields: each field that was read: its label as the email has it, and the answer.
        beside: what was left over, which a person must read.
        missing: what a filled form must hold and this email does not.
        not_given: the other fields, which may be missing.
        machine: why the email is filed as a machine's, "" where it is not.
    """

    file: str
    form: str
    title: str
    kind: str
    trust: str
    known_sender: bool
    doubt: str
    fields: dict[str, dict[str, str]]
    beside: str
    missing: list[str]
    not_given: list[str]
    machine: str

    @property
    def needs_a_person(self) -> bool:
        """Whether a report like this one could not be understood whole."""
        return not self.form or bool(self.missing or self.beside)


def form_rows(settings: Settings) -> Iterator[FormRow]:
    """One row for each form, in the order in which they are tried; those switched off last."""
    book = settings.forms
    for form in book.forms:
        senders = [*form.addresses, *form.domains, *(["the school's own staff"] if form.own_staff else [])]
        yield FormRow(
            id=form.id,
            title=form.title,
            kind=str(form.kind),
            trust=str(form.trust),
            senders=senders,
            layouts=sorted(str(one) for one in form.layouts),
            own=form.id in book.own,
        )
    for name in book.off:
        yield FormRow(id=name, title="", kind="", trust="", senders=[], layouts=[], own=True, off=True)


def tried(settings: Settings, file: Path) -> Tried:
    """What is read in the email in this file; nothing is kept of it.

    Raises:
        WrongUsage: the file cannot be read.
    """
    try:
        raw = file.read_bytes()
    except OSError as error:
        what_to_do = "Save the email from your email program as a file that ends in .eml, and name that."
        what = f"The file cannot be read: {error.strerror}."
        raise WrongUsage(Problem(where=str(file), what=what, what_to_do=what_to_do)) from error
    report = LazyReader(settings)(Arrival(key=file.name, raw=raw, size=len(raw)), clock_for(None).now())
    return _tried(file, report)


def _tried(file: Path, report: Report) -> Tried:
    form = report.form
    read = {line.field: {"label": line.label, "value": line.value} for line in form.lines}
    wanted = bool(form.source) and not form.is_notice
    return Tried(
        file=file.name,
        form=form.source,
        title=form.title,
        kind=str(form.kind) if form.source else "",
        trust=str(form.trust) if form.source else "",
        known_sender=form.known_sender,
        doubt=form.doubt,
        fields=read,
        beside=report.beside_form,
        missing=list(missing_in(form)) if wanted else [],
        not_given=[name for name in FIELDS if name not in read] if wanted else [],
        machine=report.robot,
    )
