"""Fills the email texts, letter_templates/*.j2: sandboxed, strict, and values are never templates.

The HTML of an email to our own people is made of the same text; its layout is ours alone, and escapes every word.
"""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from jinja2 import (
    BytecodeCache,
    FileSystemLoader,
    StrictUndefined,
    TemplateNotFound,
    TemplateSyntaxError,
    UndefinedError,
)
from jinja2.bccache import Bucket
from jinja2.sandbox import SandboxedEnvironment

from ...ground.errors import Problem, Refused
from ...rules.mails.email_page import Kind, Written, as_value, parts_of, plain, plain_text

LAYOUT = "email.html.j2"


class _Compiled(BytecodeCache):
    """Texts that were compiled before in this process, by what they hold: many schools share ours."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take what was kept of exactly this text."""
        kept = self._kept.get((bucket.key, bucket.checksum))
        if kept is not None:
            bucket.bytecode_from_string(kept)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep it."""
        self._kept[bucket.key, bucket.checksum] = bucket.bytecode_to_string()


_COMPILED = _Compiled()


class TextFiles:
    """Email texts from folders, the school's own before ours.

    Args:
        folders: where the texts are; the layout of the HTML is in the last one, ours.
        desk: the address of the desk, to which buttons may lead; "" for none.
    """

    def __init__(self, folders: Sequence[Path], desk: str = "") -> None:
        # Plain text, not HTML: nothing to escape, but each value is marked, so that it stays one.
        self._texts = _environment(folders, finalize=as_value)
        self._layouts = _environment(folders[-1:], autoescape=True)
        self._desk = desk.rstrip("/")

    def write(self, name: str, fields: Mapping[str, object]) -> str:
        """The finished text, plain and no more.

        Raises:
            Refused: there is no such text, its tags are broken, or it asks for a field nobody knows.
        """
        return plain(self._filled(self._texts, name, fields))

    def page(self, name: str, fields: Mapping[str, object]) -> Written:
        """The finished email as plain text and as HTML; raises `Refused` as `write`."""
        marked = self._filled(self._texts, name, fields)
        parts = parts_of(marked, self._desk)
        title = next((one.lines[0] for one in parts if one.kind is Kind.ASKED and one.lines), "Letterladder")
        html = self._filled(self._layouts, LAYOUT, {"parts": parts, "title": title})
        return Written(text=plain_text(marked), html=html)

    def _filled(self, source: SandboxedEnvironment, name: str, fields: Mapping[str, object]) -> str:
        try:
            return source.get_template(name).render(**fields)
        except TemplateNotFound:
            what, do = "There is no such email text.", "Put it back into letter_templates/."
        except TemplateSyntaxError as error:
            what, do = f"Line {error.lineno}: {error.message}.", "Correct the tag in that line."
        except UnicodeDecodeError:
            what, do = "It is not UTF-8 text.", "Save it as UTF-8 in your editor."
        except UndefinedError as error:
            what, do = f"{error.message}.", "Check the spelling of the field in the text."
        raise Refused(Problem(where=name, what=what, what_to_do=do))


def _environment(
    folders: Sequence[Path], *, autoescape: bool = False, finalize: Callable[[object], object] | None = None
) -> SandboxedEnvironment:
    return SandboxedEnvironment(
        bytecode_cache=_COMPILED,
        loader=FileSystemLoader([str(folder) for folder in folders]),
        undefined=StrictUndefined,
        autoescape=autoescape,
        finalize=finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
