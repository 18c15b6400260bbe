"""The catalogue of diagnostics: one row a finding, its code never used again for anything else.

PK1xx read, PK2xx clean, PK3xx outline, PK4xx extract, PK5xx model and export, PK6xx diff,
PK7xx profile and plan.
Each file ``catalogue_*.py`` holds the rows of one stage; the bad and good example of every row are run by the tests.
"""

from policykit.diagnostics import (
    catalogue_clean,
    catalogue_diff,
    catalogue_extract,
    catalogue_model,
    catalogue_outline,
    catalogue_plan,
    catalogue_read,
)
from policykit.diagnostics.row import Row, Severity

ROWS: tuple[Row, ...] = (
    *catalogue_read.ROWS,
    *catalogue_clean.ROWS,
    *catalogue_outline.ROWS,
    *catalogue_extract.ROWS,
    *catalogue_model.ROWS,
    *catalogue_diff.ROWS,
    *catalogue_plan.ROWS,
)

CATALOGUE: dict[str, Row] = {row.code: row for row in ROWS}

__all__ = ["CATALOGUE", "ROWS", "Row", "Severity"]
