"""Old Excel workbooks (.xls) and WPS sheets (.et), by python-calamine; or through LibreOffice, where that is found.

python-calamine tells values, not how they are shown: a date stands as 2023年2月28日, a share of 50% as 0.5.
"""

import json

from policykit.model.notice import Diagnostic
from policykit.readers.compose import Composer
from policykit.readers.converted import need_either, read_converted
from policykit.readers.extras import has
from policykit.readers.grid import Area, Sheet, add_sheets, clip_areas
from policykit.readers.isolated import convert_isolated
from policykit.readers.libreoffice import convert, find_program
from policykit.readers.request import Request
from policykit.readers.source import ReadError, Source

_Found = tuple[str, bool, list[tuple[int, int, str]], list[list[int]]]
"""A worksheet as the worker writes it."""


def read(request: Request) -> tuple[Source, list[Diagnostic]]:
    """Read a workbook by the way there is; ReadError that names both where there is none."""
    if not has("python_calamine") and find_program():
        return read_converted(request, convert(request, "MS Excel 97", "xlsx"))
    need_either("python_calamine", "xls", "读旧版 Excel 工作簿")
    made = convert_isolated("xls", request.data, request.limits)
    if made is None:
        raise ReadError("工作簿读不出来（可能加了密码，或已损坏）", "请用 Excel/WPS 打开，去掉密码后另存为 .xlsx")
    return _compose(json.loads(made), request)


def _compose(found: list[_Found], request: Request) -> tuple[Source, list[Diagnostic]]:
    request.limits.check("cells", sum(len(cells) for _, _, cells, _ in found), "单元格数")
    shown: list[Sheet] = []
    for name, visible, cells, areas in found:
        if visible:
            texts = {(row, column): text for row, column, text in cells}
            shown.append(Sheet(name, texts, clip_areas([Area(*area) for area in areas], texts)))
    composer = Composer()
    add_sheets(composer, shown, [name for name, visible, _, _ in found if not visible])
    return composer.finish(request)
