"""The governors' report as one printable page: charts as drawings with patterns and words, no script."""

import textwrap

from markupsafe import Markup

from ...rules.register.summary_report import Chart, Fill, Report
from .register_html import html_page

ROW = 26
LEFT, RIGHT = 330, 860

PATTERNS = Markup(
    '<defs><pattern id="striped" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<rect width="8" height="8" fill="#fff"/><rect width="4" height="8" fill="#111"/></pattern>'
    '<pattern id="dotted" width="7" height="7" patternUnits="userSpaceOnUse"><rect width="7" height="7" fill="#fff"/>'
    '<circle cx="3" cy="3" r="1.4" fill="#111"/></pattern></defs>'
)
NARROW, LINE, LINE_CHARACTERS = 340, 19, 42
"""A chart for a telephone: its width, the height of a line of words above a bar, and how much fits on one."""
NARROW_PATTERNS = Markup(str(PATTERNS).replace('id="', 'id="narrow-'))  # noqa: S704 our own drawing
FILLS = {Fill.SOLID: "#111", Fill.STRIPED: "url(#striped)", Fill.EMPTY: "#fff", Fill.DOTTED: "url(#dotted)"}


def summary_html(report: Report) -> bytes:
    """The page; the table below the charts holds every number that is drawn."""
    parts = [
        Markup('<h1>{}</h1>\n<p>{}, {}</p>\n<p class="notice">{}</p>\n').format(
            report.title, report.school, report.period, report.notice
        ),
        _pairs("In numbers", report.facts, ("What", "Number")),
        *(chart_svg(chart, place) for place, chart in enumerate(report.charts)),
        *(_pairs(title, lines, (title, "How often")) for title, lines in report.tables),
    ]
    return html_page(f"{report.title}, {report.school}", Markup("").join(parts))


def _pairs(title: str, lines: tuple[tuple[str, str], ...], header: tuple[str, str]) -> Markup:
    if not lines:
        return Markup('<h2 class="first">{}</h2><p>None.</p>\n').format(title)
    rows = Markup("").join(
        Markup('<tr><th scope="row">{}</th><td>{}</td></tr>\n').format(*line) for line in lines
    )
    return Markup(
        '<h2 class="first">{0}</h2><table><thead><tr><th scope="col">{1}</th><th scope="col">{2}</th></tr></thead>'
        "<tbody>\n{3}</tbody></table>\n"
    ).format(title, *header, rows)


def chart_svg(chart: Chart, place: int) -> Markup:
    """A bar for each count, its number beside it; filled by pattern, named in words."""
    most = max((bar.count for bar in chart.bars), default=0) or 1
    height = ROW * max(len(chart.bars), 1) + 10
    bars = Markup("").join(
        Markup(
            '<text x="{left}" y="{text_y}" text-anchor="end">{label}</text>'
            '<rect x="{bar_x}" y="{y}" width="{width:.1f}" height="16" fill="{fill}" stroke="#111"/>'
            '<text x="{end:.1f}" y="{text_y}">{count}</text>'
        ).format(
            left=LEFT - 10,
            label=bar.label,
            text_y=number * ROW + 19,
            bar_x=LEFT,
            y=number * ROW + 6,
            width=(RIGHT - LEFT) * bar.count / most,
            fill=FILLS[bar.fill],
            end=LEFT + (RIGHT - LEFT) * bar.count / most + 8,
            count=bar.count,
        )
        for number, bar in enumerate(chart.bars)
    )
    return Markup(
        '<h2 class="first">{0}</h2><svg viewBox="0 0 920 {1}" role="img" aria-labelledby="ct{2} cd{2}"'
        ' font-size="13" fill="#111">'
        '<title id="ct{2}">{0}</title><desc id="cd{2}">{3}</desc>{4}{5}</svg>\n'
    ).format(chart.title, height, place, chart.says, PATTERNS if place == 0 else Markup(""), bars)


def narrow_chart_svg(chart: Chart, place: int) -> Markup:
    """The same chart for a narrow window: the words of each bar are above it."""
    most = max((bar.count for bar in chart.bars), default=0) or 1
    parts, top = list[Markup](), 0
    for bar in chart.bars:
        for line in textwrap.wrap(bar.label, LINE_CHARACTERS) or [""]:
            top += LINE
            parts.append(Markup('<text x="0" y="{0}">{1}</text>').format(top - 5, line))
        width = (NARROW - 50) * bar.count / most
        parts.append(
            Markup(
                '<rect x="1" y="{y}" width="{width:.1f}" height="16" fill="{fill}" stroke="#111"/>'
                '<text x="{end:.1f}" y="{text_y}">{count}</text>'
            ).format(
                y=top,
                width=width,
                fill=FILLS[bar.fill].replace("#s", "#narrow-s").replace("#d", "#narrow-d"),
                end=width + 8,
                text_y=top + 13,
                count=bar.count,
            )
        )
        top += 26
    return Markup(
        '<svg viewBox="0 0 {0} {1}" role="img" aria-labelledby="nt{2} nd{2}" font-size="14" fill="#111">'
        '<title id="nt{2}">{3}</title><desc id="nd{2}">{4}</desc>{5}{6}</svg>\n'
    ).format(
        NARROW,
        max(top, LINE),
        place,
        chart.title,
        chart.says,
        NARROW_PATTERNS if place == 0 else Markup(""),
        Markup("").join(parts),
    )
