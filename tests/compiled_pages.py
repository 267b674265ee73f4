"""Page templates and addresses that are compiled once in a test run, however many desks its tests open."""

from collections.abc import Callable

from flask import Flask
from jinja2 import BytecodeCache
from jinja2.bccache import Bucket
from werkzeug.routing import Rule

Builder = Callable[..., tuple[str, str]]
_BUILDERS: dict[object, Builder] = {}


class _CompiledRule(Rule):
    """A rule whose two builders of addresses are those of the same rule of an earlier desk: they know no desk."""

    def _compile_builder(self, append_unknown: bool = True) -> Builder:
        key = (self.rule, str(self.defaults), tuple(self._trace), append_unknown)
        if key not in _BUILDERS:
            _BUILDERS[key] = super()._compile_builder(append_unknown)
        return _BUILDERS[key]


Flask.url_rule_class = _CompiledRule


class _Compiled(BytecodeCache):
    """In memory, by template; one whose source has changed is compiled again."""

    def __init__(self) -> None:
        self._held: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """What was compiled before."""
        if bucket.key in self._held:
            bucket.bytecode_from_string(self._held[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep it."""
        self._held[bucket.key] = bucket.bytecode_to_string()


_COMPILED = _Compiled()


def with_compiled_pages(app: Flask) -> Flask:
    """The same application; half of what a test of one page takes was compiling its templates."""
    app.jinja_env.bytecode_cache = _COMPILED
    return app
