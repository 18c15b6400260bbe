"""``python -m policykit``."""

import gc
import sys
from contextlib import suppress
from pathlib import Path

# ``-m`` puts the working directory first on the path: a yaml.py lying there must not stand in for the library.
with suppress(OSError):
    if not sys.flags.safe_path and sys.path and Path(sys.path[0] or ".").resolve() == Path.cwd():
        del sys.path[0]

gc.disable()  # before anything is loaded: see policykit.cli.main.main

try:
    from policykit.cli.main import main

    status = main()
except KeyboardInterrupt:  # while still loading
    status = 130
sys.exit(status)
