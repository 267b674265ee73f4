"""Fills the email texts, letter_templates/*.j2: sandboxed, strict, and values are never templates."""

from collections.abc import Mapping, Sequence
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
    """Email texts from folders, the school's own before ours."""

    def __init__(self, folders: Sequence[Path]) -> None:
        # Plain text, not HTML: nothing to escape.
        self._texts = SandboxedEnvironment(
            bytecode_cache=_COMPILED,
            loader=FileSystemLoader([str(folder) for folder in folders]),
            undefined=StrictUndefined,
            autoescape=False,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )

    def write(self, name: str, fields: Mapping[str, object]) -> str:
        """The finished text.

        Raises:
            Refused: there is no such text, its tags are broken, or it asks for a field nobody knows.
        """
        try:
            return self._texts.get_template(name).render(**fields)
        except TemplateNotFound:
            what, do = "There is no such email text.", "Put it back into letter_templates/."
        except TemplateSyntaxError as error:
            what, do = f"Line {error.lineno}: {error.message}.", "Correct the tag in that line."
        except UnicodeDecodeError:
            what, do = "It is not UTF-8 text.", "Save it as UTF-8 in your editor."
        except UndefinedError as error:
            what, do = f"{error.message}.", "Check the spelling of the field in the text."
        raise Refused(Problem(where=name, what=what, what_to_do=do))
