"""``policykit.toml``: what a user adds for his place, from the nearest such file or from one that is named."""

from policykit.config.rules import load_rules
from policykit.config.toml import ConfigError, find_config

__all__ = ["ConfigError", "find_config", "load_rules"]
