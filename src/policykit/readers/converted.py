"""Documents of old formats, read as what they are converted to, by one of the two ways there are."""

import hashlib
from dataclasses import replace
from importlib import import_module

from policykit.model.notice import Diagnostic
from policykit.readers.extras import need
from policykit.readers.request import Request
from policykit.readers.source import ReadError, Source


def need_either(module_name: str, extra: str, what: str) -> None:
    """As ``extras.need``, for what LibreOffice can do as well: the error names both ways."""
    try:
        need(module_name, extra, what)
    except ReadError as error:
        reason = f"{what}要装 {extra} 组件，或者 LibreOffice"
        raise ReadError(reason, f"{error.mend}，或安装 LibreOffice 后重试") from error


def read_converted(request: Request, converted: bytes) -> tuple[Source, list[Diagnostic]]:
    """Read ``converted``, which was made of the document asked for, and return it as that document."""
    from policykit.readers import choose

    reader = choose(converted, "")
    inner = request._replace(data=converted, suffix=reader.suffixes[0], media_type=reader.media_type)
    source, found = import_module(reader.module).read(inner)
    sha256 = hashlib.sha256(request.data).hexdigest()
    return replace(source, media_type=request.media_type, sha256=sha256), found
