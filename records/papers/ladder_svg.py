"""A policy as one picture: a box for each step, a row in it for each answer, an arrow to the step that is proposed.

What a step is, its frame says as well as its colour: a letter has a plain frame, a measure a double one, an action
round corners, and what closes the case a thick one. An arrow is drawn to a later column; a row that leads back, or to
the end, names its step.
"""

from collections.abc import Iterator

from markupsafe import Markup

from ...rules.policies.policy import Policy
from .ladder_layout import LINE, PAD, WIDTH, Box, Picture, laid_out

FILLS = {"letter": "#ffffff", "measure": "#fff3d6", "action": "#e4eefb", "closing letter": "#e8e8e8"}
_LEGEND = 46
_FONT = "Arial, Helvetica, sans-serif"


def ladder_svg(policy: Policy) -> bytes:
    """The picture of this policy, as a file of its own."""
    return str(ladder_picture(policy)).encode()


def ladder_picture(policy: Policy) -> Markup:
    """The picture, to be put into a page."""
    picture = laid_out(policy)
    width, height = max(picture.width, 900), picture.height + _LEGEND
    return Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {w} {h}" width="{w}" height="{h}" role="img"'
        ' font-family="{font}"><title>{title}: its steps and what follows each answer</title>'
        '<defs><marker id="tip" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" orient="auto">'
        '<path d="M0 0 L10 5 L0 10 z" fill="#111"/></marker></defs>'
        '<rect width="{w}" height="{h}" fill="#fff"/>{legend}'
        '<g transform="translate(0 {below})">{arrows}{boxes}</g></svg>'
    ).format(
        w=width,
        h=height,
        font=_FONT,
        title=policy.title,
        below=_LEGEND,
        legend=_legend(),
        arrows=Markup("").join(_arrows(picture)),
        boxes=Markup("").join(map(_drawn, picture.boxes.values())),
    )


def _legend() -> Markup:
    """What each frame means."""
    parts = []
    for number, (sort, fill) in enumerate(FILLS.items()):
        left = 20 + number * 150
        parts.append(_frame(sort, (left, 14, 26, 18), fill))
        parts.append(
            Markup('<text x="{x}" y="28" font-size="13">{sort}</text>').format(x=left + 34, sort=sort)
        )
    told = Markup('<text x="{x}" y="28" font-size="13">{words}</text>')
    words = "→ the step proposed first; in brackets what may be chosen instead"
    return Markup("").join([*parts, told.format(x=20 + len(FILLS) * 150, words=words)])


def _arrows(picture: Picture) -> Iterator[Markup]:
    """From a row to the step it proposes, where that is in a later column and does not close the case."""
    for box in picture.boxes.values():
        for row, at in box.row_tops():
            target = picture.boxes.get(row.target)
            if target is None or target.column <= box.column or target.step.closes:
                continue
            x, y = box.left + WIDTH, at + LINE * 0.7
            to_x, to_y = target.left - 3, target.top + target.head / 2
            bend = min(90, (to_x - x) / 2)
            path = f"M{x} {y:.0f} C{x + bend:.0f} {y:.0f} {to_x - bend:.0f} {to_y:.0f} {to_x} {to_y:.0f}"
            yield Markup(
                '<path d="{path}" fill="none" stroke="#333" stroke-width="1.3" marker-end="url(#tip)"/>'
            ).format(path=path)


def _drawn(box: Box) -> Markup:
    texts = [_head(box)]
    at = box.top + box.head
    for line in box.told:
        texts.append(_text(box.left + PAD, at + LINE - 4, line, style="italic"))
        at += LINE
    for row, top in box.row_tops():
        texts += [
            _text(box.left + PAD + (0 if place == 0 else 12), top + (place + 1) * LINE - 4, line)
            for place, line in enumerate(row.words)
        ]
    place = (box.left, box.top, WIDTH, box.height)
    return Markup("<g>{}{}</g>").format(_frame(box.sort, place, FILLS[box.sort]), Markup("").join(texts))


def _head(box: Box) -> Markup:
    """The id and sort of the step, and its name; a line below them."""
    names = Markup("").join(
        Markup('<text x="{}" y="{}" font-size="14">{}</text>').format(
            box.left + PAD, box.top + 38 + place * 18, name
        )
        for place, name in enumerate(box.name)
    )
    return names + Markup(
        '<text x="{x}" y="{y}" font-size="15" font-weight="bold">{step}</text>'
        '<text x="{end}" y="{y}" font-size="12" text-anchor="end">{sort}</text>'
        '<line x1="{left}" x2="{right}" y1="{line}" y2="{line}" stroke="#777"/>'
    ).format(
        x=box.left + PAD,
        y=box.top + 19,
        end=box.left + WIDTH - PAD,
        step=box.step.id,
        sort=box.sort,
        left=box.left,
        right=box.left + WIDTH,
        line=box.top + box.head - 4,
    )


def _text(x: float, y: float, words: str, style: str = "normal") -> Markup:
    return Markup('<text x="{}" y="{}" font-size="13" font-style="{}">{}</text>').format(x, y, style, words)


def _frame(sort: str, place: tuple[int, int, int, int], fill: str) -> Markup:
    """The frame that tells a letter from a measure, an action and the end, without its colour."""
    x, y, width, height = place
    thick = 3 if sort == "closing letter" else 1.3
    outer = _rectangle(place, 12 if sort == "action" else 0, fill, thick)
    if sort != "measure":
        return outer
    return outer + _rectangle((x + 3, y + 3, width - 6, height - 6), 0, "none", 1)


def _rectangle(place: tuple[int, int, int, int], rounded: int, fill: str, thick: float) -> Markup:
    x, y, width, height = place
    bare = '<rect x="{}" y="{}" width="{}" height="{}" rx="{}" fill="{}" stroke="#111" stroke-width="{}"/>'
    return Markup(bare).format(x, y, width, height, rounded, fill, thick)  # noqa: S704 - a constant, filled with escapes
