"""The register as one printable page that needs nothing else: styles within, no script, a drawn timeline per case."""

import base64
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from markupsafe import Markup

from ...ground.english import uk_date_short
from ...rules.cases.register_row import Direction, RegisterRow
from ...rules.register.happening import Happening
from ...rules.register.register_case import CaseRecord, Title
from ...rules.register.register_tables import DECISIONS, LETTERS
from ...rules.texts.plain_signs import plain_signs
from .exhibits import Shown, exhibits_of

STYLE = Markup(
    """
:root{color-scheme:light}
body{font:16px/1.5 system-ui,"Segoe UI",Arial,sans-serif;color:#111;background:#fff;margin:0 auto;max-width:70rem;
padding:1rem 1.5rem}
h1{font-size:1.7rem;margin:.2em 0}h2{font-size:1.35rem;margin:2em 0 .3em;border-top:3px solid #111;padding-top:.6em}
h3{font-size:1.05rem;margin:1.4em 0 .3em}p{margin:.4em 0}
.notice{border-left:6px solid #111;padding:.3em .8em;background:#f2f2f2}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.86rem}
caption{text-align:left;font-weight:600;padding:.3em 0}
th,td{text-align:left;vertical-align:top;padding:.35em .5em;border-bottom:1px solid #767676}
thead th{border-bottom:2px solid #111;background:#f2f2f2}
td.hash{font-family:ui-monospace,Consolas,monospace;font-size:.75rem;overflow-wrap:anywhere;max-width:18rem}
.withheld{font-weight:600;border:1px dashed #111;padding:0 .3em}
dl{display:grid;grid-template-columns:10rem 1fr;gap:.15em .8em;margin:.6em 0}dt{font-weight:600}dd{margin:0}
td img{max-width:9rem;max-height:9rem}.fine{font-size:.8rem;color:#333}
svg{max-width:100%;height:auto;display:block;margin:.6em 0}
nav ul{columns:3;padding-left:1.2em}
a{color:#003078}
@media print{@page{size:A4;margin:14mm}body{font-size:10pt;max-width:none;padding:0}nav{display:none}
.scroll{overflow:visible}h2{break-before:page}h2.first{break-before:auto}tr,svg{break-inside:avoid}
thead{display:table-header-group}}
"""
)
POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
"""Even if something slipped through, the page may run and load nothing."""

_LONG_LIST = 3
_WAYS = {Direction.IN: "in", Direction.OUT: "out", Direction.INTERNAL: "within"}


def html_page(title: str, body: Markup) -> bytes:
    """A whole page around `body`, in English, with its styles within."""
    page = Markup(
        '<!doctype html>\n<html lang="en-GB"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        '<meta http-equiv="Content-Security-Policy" content="{}">'
        "<title>{}</title><style>{}</style></head>\n<body><main>\n{}</main></body></html>\n"
    ).format(POLICY, title, STYLE, body)
    return plain_signs(page).encode("utf-8", errors="replace")


def to_html(title: Title, cases: Iterable[CaseRecord]) -> bytes:
    """The page: what it is, a list of the cases, then each with timeline and tables."""
    records = list(cases)
    parts = [
        Markup("<h1>Register of correspondence</h1>\n<p>{}. {}.</p>\n").format(title.school, _scope(title)),
        Markup('<p class="notice">{}</p>\n').format(title.words),
    ]
    if len(records) >= _LONG_LIST:
        links = (
            Markup('<li><a href="#c{0}">{0}</a> ({1})</li>').format(record.head.ref, record.head.state)
            for record in records
        )
        parts.append(Markup('<nav aria-label="Cases"><ul>{}</ul></nav>\n').format(Markup("").join(links)))
    parts += [_case(record, first=place == 0) for place, record in enumerate(records)]
    return html_page(f"Register, {title.school}", Markup("").join(parts))


def _scope(title: Title) -> str:
    return f"Contents: {title.scope}"


def _case(record: CaseRecord, *, first: bool) -> Markup:
    head = record.head
    told = (
        ("Adult", head.adult),
        ("Pupils", ", ".join(head.pupils) or "none named"),
        ("Conduct", "; ".join(head.conduct) or "not yet triaged"),
        ("Opened", _day(head.opened_on)),
        ("State", head.state),
        ("Last step", head.step or "none"),
        ("Log ends with", f"entry {head.last_seq}, SHA-256 {head.last_hash}"),
    )
    terms = Markup("").join(Markup("<dt>{}</dt><dd>{}</dd>").format(*pair) for pair in told)
    return Markup(
        '<section aria-labelledby="c{0}"><h2 id="c{0}"{1}>Case {0}</h2><dl>{2}</dl>\n{3}{4}{5}{6}{7}{8}</section>\n'
    ).format(
        head.ref,
        Markup(' class="first"') if first else "",
        terms,
        _opening(record.happening),
        _timeline(record),
        _rows(record),
        _decisions(record),
        _letters(record),
        _fine_print(record),
    )


def _opening(happening: Happening | None) -> Markup:
    """The event itself, in one paragraph, with the evidence; small pictures are within the page."""
    if happening is None:
        return Markup("")
    lines = ((_picture(one), _titled(one), _hash(one.sha256)) for one in exhibits_of(happening))
    table = _table("Evidence", ("Picture", "What it is", "SHA-256 of its bytes"), lines)
    return Markup("<h3>What happened</h3><p>{}</p>\n{}").format(happening.told, table)


def _picture(one: Shown) -> str | Markup:
    if not one.picture:
        return ""
    drawn = base64.b64encode(one.picture).decode()
    return Markup('<td><img alt="{}" src="data:image/jpeg;base64,{}"></td>').format(one.title, drawn)


def _titled(one: Shown) -> str:
    return f"{one.title}. {one.note}" if one.note else one.title


def _table(caption: str, header: Sequence[str], lines: Iterable[Iterable[str | Markup]]) -> Markup:
    """A table, wide ones to be scrolled with the keyboard too; cells are escaped unless they are markup."""
    rows = Markup("").join(
        Markup("<tr>{}</tr>\n").format(Markup("").join(_cell(cell) for cell in line)) for line in lines
    )
    if not rows:
        return Markup("<h3>{}</h3><p>None.</p>\n").format(caption)
    heads = Markup("").join(Markup('<th scope="col">{}</th>').format(name) for name in header)
    return Markup(
        '<h3>{0}</h3><div class="scroll" tabindex="0" role="region" aria-label="{0}"><table>'
        "<thead><tr>{1}</tr></thead><tbody>\n{2}</tbody></table></div>\n"
    ).format(caption, heads, rows)


def _cell(cell: str | Markup) -> Markup:
    if isinstance(cell, Markup):
        return cell
    return Markup("<td>{}</td>").format(cell)


def _hash(value: str) -> Markup:
    return Markup('<td class="hash">{}</td>').format(value)


def _rows(record: CaseRecord) -> Markup:
    header = ("Date", "Way", "What", "By whom", "Entry")
    said = "What was done, in order, in" if record.happening else "What happened in"
    return _table(f"{said} {record.head.ref}", header, (_happened(row) for row in record.rows))


def _fine_print(record: CaseRecord) -> Markup:
    """When each entry was written down, to the minute, and the line of the log that proves it."""
    lines = ((str(row.seq), row.recorded_at, _hash(row.hash)) for row in record.rows)
    header = ("Entry", "Recorded, with the offset from UTC", "SHA-256 of the line of the log")
    return Markup('<div class="fine">{}</div>').format(
        _table(f"Fine print: the lines of the log of {record.head.ref}", header, lines)
    )


def _happened(row: RegisterRow) -> Iterator[str | Markup]:
    yield _day(row.happened_on)
    yield _WAYS[row.direction]
    unsaid = row.withheld if "[withheld" not in row.summary else ""
    mark = Markup(' <span class="withheld">withheld: {}</span>').format(unsaid) if unsaid else ""
    right = f": {row.correction}" if row.correction else ""
    corrected = f" (Corrected by entry {row.corrected_by}{right}.)" if row.corrected_by else ""
    yield Markup("<td>{}{}{}</td>").format(row.summary, corrected, mark)
    yield row.from_role
    yield str(row.seq)


def _decisions(record: CaseRecord) -> Markup:
    lines = (
        (_day(row.happened_on), row.decision, row.reason, row.decided_by or row.owner, str(row.seq))
        for row in record.rows
        if DECISIONS.takes(row)
    )
    header = ("Date", "Decision", "Reason", "By whom", "Entry")
    return _table(f"Decisions in {record.head.ref}", header, lines)


def _letters(record: CaseRecord) -> Markup:
    lines = (
        (
            f"{row.letter} version {row.version}",
            _day(row.posted_on),
            row.method,
            _day(row.deemed_received),
            _day(row.answer_by),
            row.outcome,
            _hash(" ".join(f"{kept.name} {kept.sha256}" for kept in row.attachments)),
        )
        for row in record.rows
        if LETTERS.takes(row)
    )
    header = ("Letter", "Posted", "Method", "Counts as received", "Answer by", "Outcome", "File, SHA-256")
    return _table(f"Letters of {record.head.ref}", header, lines)


_LANES = ((Direction.IN, "in", 30), (Direction.OUT, "out", 65), (Direction.INTERNAL, "within", 100))


def _timeline(record: CaseRecord) -> Markup:
    """One line for each way; a mark for each entry, its shape telling the way, so that no colour is needed."""
    days = sorted(date.fromisoformat(row.happened_on) for row in record.rows)
    if not days:
        return Markup("")
    first, last = days[0], days[-1]
    span = max((last - first).days, 1)
    marks = Markup("").join(_mark(row, first, span) for row in record.rows)
    lanes = Markup("").join(
        Markup(
            '<text x="0" y="{1}">{0}</text><line x1="60" x2="900" y1="{2}" y2="{2}" stroke="#767676"/>'
        ).format(name, y + 4, y)
        for _, name, y in _LANES
    )
    return Markup(
        '<svg viewBox="0 0 920 140" role="img" aria-labelledby="t{0} d{0}" font-size="13" fill="#111">'
        '<title id="t{0}">Timeline of case {0}</title><desc id="d{0}">{1} entries from {2} to {3}; the table'
        ' below lists each.</desc>{4}{5}<text x="60" y="132">{2}</text>'
        '<text x="900" y="132" text-anchor="end">{3}</text></svg>\n'
    ).format(record.head.ref, len(record.rows), uk_date_short(first), uk_date_short(last), lanes, marks)


def _mark(row: RegisterRow, first: date, span: int) -> Markup:
    x = 60 + 840 * (date.fromisoformat(row.happened_on) - first).days / span
    tip = f"{_day(row.happened_on)}: entry {row.seq}"
    match row.direction:
        case Direction.IN:
            shape = Markup('<path d="M{0:.1f} 37 l-6 -12 h12 z"/>').format(x)
        case Direction.OUT:
            shape = Markup('<rect x="{0:.1f}" y="59" width="12" height="12"/>').format(x - 6)
        case _:
            shape = Markup(
                '<circle cx="{0:.1f}" cy="100" r="5" fill="#fff" stroke="#111" stroke-width="2"/>'
            ).format(x)
    return Markup("<g><title>{}</title>{}</g>").format(tip, shape)


def _day(iso: str) -> str:
    return uk_date_short(date.fromisoformat(iso)) if iso else ""
