"""A policykit.toml as tables, and where in it a key stands, so that a message can name the line."""

import re
from pathlib import Path
from typing import Any, NamedTuple

from policykit.text.lazy import Lazy

NAME = "policykit.toml"
MOST_BYTES = 1 << 20
_HEADER = Lazy(r"\s*\[{1,2}([^\[\]]{1,200})\]{1,2}\s*(?:#.*)?")
_KEY = Lazy(r"\s*(?:\"([^\"]{1,200})\"|'([^']{1,200})'|([A-Za-z0-9_-]{1,200}))\s*[=.]")
_AT_LINE = Lazy(r"at line (\d+)")


class ConfigError(Exception):
    """A policykit.toml cannot be used; the message names the file, the line, the reason and the mend."""


class Config(NamedTuple):
    """A file that was read: its name as shown, its text, and its tables."""

    name: str
    text: str
    tables: dict[str, Any]

    def error(self, table: str, key: str, reason: str) -> ConfigError:
        """Return the error for a key of a table (its dotted name); for the table itself where ``key`` is empty."""
        return ConfigError(f"{self.name}:{line_of(self.text, table, key)}: {reason}")


def find_config(start: Path) -> Path | None:
    """Return the nearest policykit.toml in ``start`` or a directory above it."""
    return next((place / NAME for place in (start, *start.parents) if (place / NAME).is_file()), None)


def read_config(path: Path) -> Config:
    """Read the file at ``path``; ConfigError where it is no TOML in UTF-8."""
    import tomllib

    from policykit.readers.files import read_bytes
    from policykit.readers.source import ReadError
    from policykit.text.width import printable, shown_name

    name = shown_name(str(path))
    try:
        text = read_bytes(path, MOST_BYTES).decode("utf-8-sig")
        return Config(name, text, tomllib.loads(text))
    except ReadError as error:
        raise ConfigError(f"{name}: {error.reason}。{error.mend}") from None
    except UnicodeDecodeError:
        raise ConfigError(f"{name}: 不是 UTF-8 编码。请另存为 UTF-8") from None
    except RecursionError:
        raise ConfigError(f"{name}: 嵌套太深。请对照 docs/rules.md 的例子改正") from None
    except tomllib.TOMLDecodeError as error:
        line = _AT_LINE.search(str(error))
        where = f"{name}:{line[1]}" if line else name
        mend = "中文的键和值都要加引号，请对照 docs/rules.md 的例子改正"
        raise ConfigError(f"{where}: 不合 TOML 的写法（{printable(str(error))}）。{mend}") from None
    except ValueError:  # an integer of more digits than Python reads
        raise ConfigError(f"{name}: 里面有位数太多的整数。请改成合理的数，是文字就加引号") from None


def line_of(text: str, table: str, key: str) -> int:
    r"""Return the line of ``key`` in ``table``, or of the table's header where the key is not found; 1 without either.

    >>> line_of('[units]\nnames = []\n[units.aliases]\n"甲" = "乙"', "units.aliases", "甲")
    4
    """
    here, found = "", 1
    for number, line in enumerate(text.split("\n"), 1):
        if header := _HEADER.fullmatch(line):
            here = re.sub(r"[\s\"']", "", header[1])
            found = number if here == table else found
        elif here == table and (match := _KEY.match(line)) and key in match.groups():
            return number
    return found
