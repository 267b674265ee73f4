"""The governors' report on paper: numbers, drawn charts with their words, tables."""

from reportlab.graphics.shapes import Circle, Drawing, Group, Line, Rect, String
from reportlab.lib.colors import black, white
from reportlab.platypus import Flowable, KeepTogether

from ...rules.register.summary_report import Bar, Chart, Fill, Report
from .pdf_sheet import PLAIN, WIDTH, Sheet, heading, make_pdf, table, text

ROW, BAR = 18, 11
LEFT = WIDTH * 0.42
ROOM = WIDTH - LEFT - 30
_LONGEST_LABEL = 46


def summary_pdf(report: Report) -> bytes:
    """The finished document."""
    story: list[Flowable] = [
        text(report.title, "title"),
        text(f"{report.school}, {report.period}"),
        text(report.notice),
        *heading("In numbers"),
        *table(("What", "Number"), report.facts, (60, 40), empty=""),
    ]
    for chart in report.charts:
        story.append(KeepTogether([text(chart.title, "heading"), draw(chart), text(chart.says)]))
    for title, lines in report.tables:
        story += [*heading(title), *table((title, "How often"), lines, (80, 20), empty="None.")]
    sheet = Sheet(title=f"{report.title}, {report.school}", foot=f"{report.school} · {report.title}")
    return make_pdf(sheet, story)


def draw(chart: Chart) -> Drawing:
    """A bar for each count, filled by pattern, its number beside it."""
    height = ROW * max(len(chart.bars), 1)
    drawing = Drawing(WIDTH, height + 4)
    most = max((bar.count for bar in chart.bars), default=0) or 1
    for place, bar in enumerate(chart.bars):
        base = height - ROW * (place + 1) + 4
        width = ROOM * bar.count / most
        label = bar.label if len(bar.label) <= _LONGEST_LABEL else bar.label[: _LONGEST_LABEL - 1] + "…"
        drawing.add(String(LEFT - 6, base + 2, label, fontName=PLAIN, fontSize=8, textAnchor="end"))
        drawing.add(_filled(bar, base, width))
        drawing.add(String(LEFT + width + 5, base + 2, str(bar.count), fontName=PLAIN, fontSize=8))
    return drawing


def _filled(bar: Bar, base: float, width: float) -> Group:
    fill = black if bar.fill is Fill.SOLID else white
    outline = Rect(LEFT, base, width, BAR)
    outline.fillColor, outline.strokeColor, outline.strokeWidth = fill, black, 0.8
    group = Group(outline)
    if bar.fill is Fill.STRIPED:
        for step in range(int(width // 5)):
            x = LEFT + step * 5
            group.add(
                Line(
                    x,
                    base,
                    min(x + BAR, LEFT + width),
                    min(base + BAR, base + LEFT + width - x),
                    strokeWidth=1,
                )
            )
    if bar.fill is Fill.DOTTED:
        for step in range(int(width // 4)):
            group.add(Circle(LEFT + 2 + step * 4, base + BAR / 2, 0.8, fillColor=black, strokeWidth=0))
    return group
