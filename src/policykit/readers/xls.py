"""Old Excel workbooks (.xls) and WPS sheets (.et), by python-calamine; or through LibreOffice, where that is found.

python-calamine tells values, not how they are shown: a date stands as 2023年2月28日, a share of 50% as 0.5.
"""

from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import Any

from policykit.model.notice import Diagnostic
from policykit.readers.compose import Composer
from policykit.readers.converted import need_either, read_converted
from policykit.readers.extras import has
from policykit.readers.grid import Area, Sheet, add_sheets, clip_areas
from policykit.readers.libreoffice import convert, find_program
from policykit.readers.numfmt import show_number
from policykit.readers.request import Request
from policykit.readers.source import ReadError, Source

_MEND = "请用 Excel/WPS 打开，去掉密码后另存为 .xlsx"


def read(request: Request) -> tuple[Source, list[Diagnostic]]:
    """Read a workbook by the way there is; ReadError that names both where there is none."""
    if has("python_calamine") or not find_program():
        return _read_by_calamine(request)
    return read_converted(request, convert(request, "MS Excel 97", "xlsx"))


def _read_by_calamine(request: Request) -> tuple[Source, list[Diagnostic]]:
    need_either("python_calamine", "xls", "读旧版 Excel 工作簿")
    import python_calamine as calamine

    try:
        book = calamine.CalamineWorkbook.from_filelike(BytesIO(request.data))
        visible = {item.name: item.visible == calamine.SheetVisibleEnum.Visible for item in book.sheets_metadata}
        sheets = [_sheet(name, book.get_sheet_by_name(name), request) for name in visible if visible[name]]
    except calamine.CalamineError as error:
        raise ReadError("工作簿读不出来（可能加了密码，或已损坏）", _MEND) from error
    composer = Composer()
    add_sheets(composer, sheets, [name for name in visible if not visible[name]])
    return composer.finish(request)


def _sheet(name: str, sheet: Any, request: Request) -> Sheet:
    texts: dict[tuple[int, int], str] = {}
    top, left = sheet.start or (0, 0)
    for row, values in enumerate(sheet.to_python(skip_empty_area=True), top):
        for column, value in enumerate(values, left):
            text = _shown(value)
            if text:
                texts[row, column] = text
        request.limits.check("cells", len(texts), "单元格数")
    ranges = sheet.merged_cell_ranges or ()
    areas = [Area(a, b, c - a + 1, d - b + 1) for (a, b), (c, d) in ranges if c >= a and d >= b]
    return Sheet(name, texts, clip_areas(areas, texts))


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, int | float):
        return show_number(value, "")
    if isinstance(value, datetime) and value.time() != time():
        return f"{_day(value)}{value.hour}:{value.minute:02}"
    if isinstance(value, date):
        return _day(value)
    if isinstance(value, time | timedelta):
        return str(value)
    return str(value).replace("\r\n", "\n").replace("\r", "\n").strip()


def _day(value: date) -> str:
    return f"{value.year}年{value.month}月{value.day}日"
