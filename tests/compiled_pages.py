"""Page templates that are compiled once in a test run, however many desks its tests open."""

from flask import Flask
from jinja2 import BytecodeCache
from jinja2.bccache import Bucket


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
