"""``python -m tools.constraints``: pin what policykit and its tools need, directly or not, as it is installed here."""

import re
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from packaging.markers import default_environment
from packaging.requirements import Requirement

PROJECT = "policykit"
TARGET = Path(__file__).parents[1] / "constraints.txt"


def normal(name: str) -> str:
    """Return the name of a package as all its spellings are compared.

    >>> normal("Typing_Extensions")
    'typing-extensions'
    """
    return re.sub(r"[-_.]{1,9}", "-", name).lower()


def pinned() -> list[str]:
    """Return ``name==version`` of all that is installed on behalf of the project, every extra counted, in order."""
    versions: dict[str, str] = {}
    waiting = list(_needs(PROJECT, None))
    while waiting:
        requirement = waiting.pop()
        name = normal(requirement.name)
        if name not in versions:
            versions[name] = distribution(name).version
            waiting += _needs(name, requirement.extras)
    versions = {**_kept(), **versions}
    return [f"{name}=={version}" for name, version in sorted(versions.items())]


def _kept() -> dict[str, str]:
    """Return the pins of what is not installed here, an extra that was left out: nothing newer is known of it."""
    pins = (line.split("==") for line in TARGET.read_text(encoding="utf-8").split())
    return {name: version for name, version in pins if not _installed(name)}


def _needs(name: str, extras: set[str] | None) -> Iterator[Requirement]:
    """What a package requires here, with the ``extras`` asked for (None: all), as far as it is installed."""
    package = distribution(name)
    asked = package.metadata.get_all("Provides-Extra") or [] if extras is None else extras
    environments = [{**default_environment(), "extra": extra} for extra in ("", *asked)]
    for requirement in map(Requirement, package.requires or []):
        marker = requirement.marker
        if (marker is None or any(marker.evaluate(env) for env in environments)) and _installed(requirement.name):
            yield requirement


def _installed(name: str) -> bool:
    try:
        distribution(name)
    except PackageNotFoundError:
        return False
    return True


if __name__ == "__main__":
    TARGET.write_text("".join(f"{line}\n" for line in pinned()), encoding="utf-8", newline="\n")
