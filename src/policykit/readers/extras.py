"""The optional parts of an installation: the module each extra brings, and how one that is missing is named."""

from importlib import import_module
from importlib.util import find_spec
from types import ModuleType

from policykit.readers.source import ReadError

MODULES: dict[str, str] = {
    "pdf": "pdfplumber",
    "ocr": "rapidocr",
    "doc": "doc2docx",
    "xls": "python_calamine",
    "hant": "opencc",
}
"""The extras of pyproject.toml that reading can use, and the module by which each is known to be installed."""


def need(module_name: str, extra: str, what: str) -> ModuleType:
    """Return the module, imported; where it is missing, ReadError: ``what`` (读 PDF) needs the ``extra``."""
    try:
        return import_module(module_name)
    except ImportError as error:
        raise ReadError(f"{what}要装 {extra} 组件", f"请运行 {install_command(extra)}") from error


def install_command(extra: str) -> str:
    """Return the command that installs an extra.

    >>> install_command("pdf")
    'pip install "policykit[pdf]"'
    """
    return f'pip install "policykit[{extra}]"'


def has(extra: str) -> bool:
    """Whether an extra is installed; it is looked for, not imported."""
    try:
        return find_spec(MODULES[extra]) is not None
    except ValueError:  # a module that was put in place by hand has no origin
        return False
