"""Days off and make-up days of each year, as the State Council's office gives them out (国务院办公厅 节假日安排).

A day is ``MMDD``, ``-`` joins the first and the last of a holiday. Weekends inside a holiday are written with it. A
year is listed only where its notice is out: the days of a year that is not are unknown, not workdays.
"""

from typing import NamedTuple


class Year(NamedTuple):
    """One year: ``off`` the holidays, ``worked`` the weekend days that are worked in their place."""

    off: str
    worked: str


HOLIDAYS: dict[int, Year] = {
    2018: Year(
        "0101 0215-0221 0405-0407 0429-0501 0618 0924 1001-1007 1230-1231", "0211 0224 0408 0428 0929 0930 1229"
    ),
    2019: Year("0101 0204-0210 0405-0407 0501-0504 0607-0609 0913-0915 1001-1007", "0202 0203 0428 0505 0929 1012"),
    2020: Year("0101 0124-0202 0404-0406 0501-0505 0625-0627 1001-1008", "0119 0426 0509 0628 0927 1010"),
    2021: Year(
        "0101-0103 0211-0217 0403-0405 0501-0505 0612-0614 0919-0921 1001-1007", "0207 0220 0425 0508 0918 0926 1009"
    ),
    2022: Year(
        "0101-0103 0131-0206 0403-0405 0430-0504 0603-0605 0910-0912 1001-1007 1231",
        "0129 0130 0402 0424 0507 1008 1009",
    ),
    2023: Year(
        "0101-0102 0121-0127 0405 0429-0503 0622-0624 0929-1006 1230-1231", "0128 0129 0423 0506 0625 1007 1008"
    ),
    2024: Year(
        "0101 0210-0217 0404-0406 0501-0505 0610 0915-0917 1001-1007", "0204 0218 0407 0428 0511 0914 0929 1012"
    ),
    2025: Year("0101 0128-0204 0404-0406 0501-0505 0531-0602 1001-1008", "0126 0208 0427 0928 1011"),
    2026: Year(
        "0101-0103 0215-0223 0404-0406 0501-0505 0619-0621 0925-0927 1001-1007", "0104 0214 0228 0509 0920 1010"
    ),
}
