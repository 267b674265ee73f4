"""Start Letterladder from a checkout: the folders beside this file become the package `letterladder`."""

import sys
from importlib.machinery import ModuleSpec
from importlib.util import module_from_spec
from pathlib import Path

ROOT = str(Path(__file__).resolve().parent)
# The checkout's folder `mailbox/` must never hide the standard library's module of that name.
sys.path[:] = [entry for entry in sys.path if entry and Path(entry).resolve() != Path(ROOT)]
spec = ModuleSpec("letterladder", loader=None, is_package=True)
spec.submodule_search_locations = [ROOT]
sys.modules["letterladder"] = module_from_spec(spec)

if __name__ == "__main__":
    from letterladder.desk.cli import main

    main()
