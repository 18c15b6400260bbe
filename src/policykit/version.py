"""The version, kept apart so that printing it costs nothing; pyproject.toml says the same and a test compares them."""

VERSION = "0.1.0"
