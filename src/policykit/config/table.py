"""One table of a policykit.toml, and what is asked of it: its keys known, its words fit for the matching view."""

from difflib import get_close_matches
from typing import Any, NamedTuple

from policykit.config.toml import Config, ConfigError
from policykit.text.fold import fold
from policykit.text.lazy import Lazy

_SPACES = Lazy(r"\s")


class Table(NamedTuple):
    """A table of the file: its dotted name and its value, whatever that is."""

    config: Config
    name: str
    value: Any

    def entries(self, known: tuple[str, ...] | None = None) -> dict[str, Any]:
        """Return the keys and values; ``known`` are the keys that may stand here, None for any."""
        if not isinstance(self.value, dict):
            parent, _, key = self.name.rpartition(".")
            raise self.config.error(parent, key, f"{key} 应为一节，写成 [{self.name}]")
        if known is not None:
            for key in self.value:
                if key not in known:
                    raise self.error(key, f"没有字段“{key}”。{nearest(key, known)}")
        return self.value

    def error(self, key: str, reason: str) -> ConfigError:
        return self.config.error(self.name, key, reason)

    def strings(self, key: str, lengths: range) -> tuple[str, ...]:
        """Return the list of words under ``key``, each as long as ``lengths`` allow."""
        value = self.value.get(key, [])
        if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
            raise self.error(key, f'{key} 应为一组文字，如 {key} = ["甲", "乙"]')
        return tuple(self.word(key, word, lengths) for word in value)

    def word(self, key: str, word: str, lengths: range) -> str:
        """Return ``word`` as the matching view has it, where it is as long as allowed and holds no blanks."""
        if len(word) not in lengths or _SPACES.search(word):
            raise self.error(key, f"“{word[:40]}”不能用：要 {lengths[0]} 到 {lengths[-1]} 个字，中间没有空白")
        return fold(word)


def nearest(key: str, known: tuple[str, ...]) -> str:
    """Return a hint at the known name that ``key`` is nearest to, and all that are known."""
    near = get_close_matches(key, known, 1)
    return (f"是不是 {near[0]}？" if near else "") + f"可用：{'、'.join(known)}"
