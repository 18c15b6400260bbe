"""Parts that are installed only when asked for: what is missing, and the command that installs it."""

from importlib.util import find_spec

from policykit.readers.source import ReadError


def need(module_name: str, extra: str, what: str) -> None:
    """Raise ReadError where ``module_name`` is not installed, naming the ``extra`` that ``what`` (读 PDF) needs."""
    if not has(module_name):
        raise ReadError(f"{what}要装 {extra} 组件", f'请运行 pip install "policykit[{extra}]"')


def has(module_name: str) -> bool:
    """Whether a package is installed, without loading it."""
    return find_spec(module_name) is not None
