"""What a run of a Word file looks like, from its own settings and from all styles it takes part in."""

from collections.abc import Iterator, Sequence

from lxml import etree

from .word_contents import bare

_OFF = frozenset({"0", "false", "off"})
_WHITE = frozenset({"ffffff", "white"})
_DRAWN = frozenset({"txbxContent", "drawing", "pict"})
DEEPEST = 30
"""Styles based on one another; Word itself allows eleven."""
_PALE = 0xF2
"""Each of red, green and blue at least this: as good as white on paper."""
_CLOSE = 0x30
"""Red, green and blue of words and ground each less than this apart: nobody reads them."""
_WHITE_RGB, _BLACK_RGB = (255, 255, 255), (0, 0, 0)
_HIGHLIGHTS = {
    "black": "000000",
    "blue": "0000ff",
    "cyan": "00ffff",
    "green": "00ff00",
    "magenta": "ff00ff",
    "red": "ff0000",
    "yellow": "ffff00",
    "white": "ffffff",
    "darkBlue": "000080",
    "darkCyan": "008080",
    "darkGreen": "008000",
    "darkMagenta": "800080",
    "darkRed": "800000",
    "darkYellow": "808000",
    "darkGray": "808080",
    "lightGray": "c0c0c0",
}
"""Word's highlighters (ECMA-376, ST_HighlightColor)."""
_THEME = {"background1": _WHITE_RGB, "light1": _WHITE_RGB, "text1": _BLACK_RGB, "dark1": _BLACK_RGB}
Rgb = tuple[int, ...]


def local(element: etree._Element) -> str:
    """The name of an element without its namespace."""
    return bare(str(element.tag))


def value_of(element: etree._Element, name: str = "val") -> str:
    """An attribute in whichever of Word's namespaces; "" where there is none."""
    return next((str(held) for key, held in element.items() if bare(str(key)) == name), "")


class Styles:
    """The styles of one file."""

    def __init__(self, root: etree._Element | None) -> None:
        """Read the styles part; a file without one has no styles."""
        self._styles: dict[str, etree._Element] = {}
        self._default: dict[str, str] = {}
        self._document: etree._Element | None = None
        for element in root if root is not None else ():
            if local(element) == "style":
                self._styles[value_of(element, "styleId")] = element
                if value_of(element, "default") in {"1", "true", "on"}:
                    self._default[value_of(element, "type")] = value_of(element, "styleId")
            elif local(element) == "docDefaults":
                self._document = _below(element, "rPrDefault", "rPr")

    def look_of(self, run: etree._Element) -> "Look":
        """How the words of a run look."""
        return Look(run, [_child(run, "rPr"), *self._settings(run)])

    def _settings(self, run: etree._Element) -> Iterator[etree._Element]:
        """The settings of the styles that a run takes part in: its own, its paragraph's, its tables', the file's."""
        yield from self._of(
            value_of_child(_child(run, "rPr"), "rStyle") or self._default.get("character", "")
        )
        for above in run.iterancestors():
            if local(above) == "p":
                named = value_of_child(_child(above, "pPr"), "pStyle")
                yield from self._of(named or self._default.get("paragraph", ""))
            elif local(above) == "tbl":
                yield from self._of(value_of_child(_child(above, "tblPr"), "tblStyle"))
            elif local(above) == "txbxContent":
                break
        if self._document is not None:
            yield self._document

    def _of(self, style: str) -> Iterator[etree._Element]:
        """The settings of a style and of those it is based on."""
        for _ in range(DEEPEST):
            if style not in self._styles:
                return
            element = self._styles[style]
            settings = _child(element, "rPr")
            if settings is not None:
                yield settings
            style = value_of_child(element, "basedOn")


class Look:
    """How one run looks: `settings` are its own and those of its styles, the nearest first."""

    def __init__(self, run: etree._Element, settings: Sequence[etree._Element | None]) -> None:
        """Remember what is said of the run."""
        self._run, self._own, self._settings = run, settings[0], settings

    def is_on(self, name: str) -> bool:
        """Whether a setting such as `vanish` holds: the run's own word counts, else that of any style."""
        own = _child(self._own, name)
        found = [own] if own is not None else [_child(one, name) for one in self._settings]
        return any(one is not None and value_of(one).casefold() not in _OFF for one in found)

    def size(self) -> int | None:
        """The size in half-points, where one is said."""
        said = self._nearest("sz")
        told = value_of(said) if said is not None else ""
        return int(told) if told.isdecimal() else None

    def is_white_on_white(self) -> bool:
        """Whether the words have the colour of the paper. In a shade, a table style or a drawing nobody can tell."""
        colour = self._nearest("color")
        if colour is None or not _is_white(colour) or self._is_highlighted():
            return False
        shades = [self._nearest("shd"), *(_shade_of(one) for one in self._run.iterancestors())]
        return not any(_is_dark(one) for one in shades) and not any(
            local(one) in _DRAWN or _has_table_style(one) for one in self._run.iterancestors()
        )

    def is_like_its_ground(self) -> bool:
        """Whether the words have the colour of the highlighter or shade they are on, or nearly so."""
        ground, words = self._ground(), _rgb(self._nearest("color"))
        if words is None and self._is_highlighted():
            words = _BLACK_RGB  # without a colour they are black, and turn white on a dark shade only
        if ground is None or words is None:
            return False
        return all(abs(one - other) < _CLOSE for one, other in zip(words, ground, strict=True))

    def _is_highlighted(self) -> bool:
        highlight = self._nearest("highlight")
        return highlight is not None and value_of(highlight) in _HIGHLIGHTS

    def _ground(self) -> Rgb | None:
        """The colour right behind the words, as far as it is said: by the highlighter, else by the nearest shade."""
        highlight = self._nearest("highlight")
        if highlight is not None and value_of(highlight) in _HIGHLIGHTS:
            return tuple(bytes.fromhex(_HIGHLIGHTS[value_of(highlight)]))
        shades = [self._nearest("shd")]
        for above in self._run.iterancestors():
            if local(above) in _DRAWN:
                break
            shades.append(_shade_of(above))
        shade = next((one for one in shades if _is_shade(one)), None)
        if shade is None or value_of(shade).casefold() not in {"", "clear", "nil", "solid"}:
            return None
        return _hex(value_of(shade, "color" if value_of(shade).casefold() == "solid" else "fill"))

    def _nearest(self, name: str) -> etree._Element | None:
        return next((one for setting in self._settings if (one := _child(setting, name)) is not None), None)


def value_of_child(element: etree._Element | None, name: str) -> str:
    """The value of the child of this name, or ""."""
    child = _child(element, name)
    return value_of(child) if child is not None else ""


def _child(element: etree._Element | None, name: str) -> etree._Element | None:
    if element is None or not name:
        return None
    return next(element.iterchildren(f"{{*}}{name}"), None)


def _below(element: etree._Element, *names: str) -> etree._Element | None:
    found: etree._Element | None = element
    for name in names:
        found = _child(found, name)
    return found


def _is_white(colour: etree._Element) -> bool:
    if value_of(colour).casefold() in _WHITE or value_of(colour, "themeColor") in {"background1", "light1"}:
        return True
    parts = _hex(value_of(colour))
    return parts is not None and min(parts) >= _PALE


def _rgb(colour: etree._Element | None) -> Rgb | None:
    """The colour of words; None for the automatic one."""
    if colour is None:
        return None
    return _hex(value_of(colour)) or _THEME.get(value_of(colour, "themeColor"))


def _hex(told: str) -> Rgb | None:
    try:
        parts = bytes.fromhex(told)
    except ValueError:
        return None
    return tuple(parts) if len(parts) == 3 else None


def _is_shade(shade: etree._Element | None) -> bool:
    """Whether a shade says any colour at all."""
    return shade is not None and (
        _hex(value_of(shade, "fill")) is not None or value_of(shade).casefold() not in {"", "clear", "nil"}
    )


def _shade_of(element: etree._Element) -> etree._Element | None:
    settings = _child(element, {"p": "pPr", "tc": "tcPr", "tbl": "tblPr"}.get(local(element), ""))
    return _child(settings, "shd")


def _is_dark(shade: etree._Element | None) -> bool:
    """Whether a shade is anything but the paper's own white."""
    if shade is None:
        return False
    fill = value_of(shade, "fill").casefold()
    return fill not in {"", "auto", *_WHITE} or value_of(shade).casefold() not in {"", "clear", "nil"}


def _has_table_style(element: etree._Element) -> bool:
    return local(element) == "tbl" and bool(value_of_child(_child(element, "tblPr"), "tblStyle"))
