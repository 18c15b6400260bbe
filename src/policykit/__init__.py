"""policykit: a Chinese policy notice becomes a checklist of duties, owners, deadlines and indicators.

``parse(text)`` and ``parse_file(path)`` return a ``Notice``; ``ReadError`` says why a file cannot be read.
``load_rules(path)`` returns the ``Rules`` of a policykit.toml, ``ConfigError`` says what is wrong in it.
"""

from typing import TYPE_CHECKING, Any

from policykit.version import VERSION

if TYPE_CHECKING:
    from policykit.api import STAGES, parse, parse_file
    from policykit.config.rules import load_rules
    from policykit.config.toml import ConfigError
    from policykit.extract.rules import Rules
    from policykit.model.notice import Notice
    from policykit.readers.source import ReadError

__version__ = VERSION

__all__ = [
    "STAGES",
    "ConfigError",
    "Notice",
    "ReadError",
    "Rules",
    "__version__",
    "load_rules",
    "parse",
    "parse_file",
]

_HOMES = {
    "STAGES": "policykit.api",
    "parse": "policykit.api",
    "parse_file": "policykit.api",
    "ConfigError": "policykit.config.toml",
    "load_rules": "policykit.config.rules",
    "Notice": "policykit.model.notice",
    "Rules": "policykit.extract.rules",
    "ReadError": "policykit.readers.source",
}


def __getattr__(name: str) -> Any:
    """Import the public names when they are first used, so that ``policykit --version`` need not."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
