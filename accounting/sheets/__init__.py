"""Workbooks and CSV files for the offices: typed columns, totals, reproducible bytes.

Nothing here knows Django or the database: a caller hands over columns and an iterable of rows.
"""

from accounting.sheets.choosing import with_columns
from accounting.sheets.delimited import write_csv
from accounting.sheets.formulas import Formula
from accounting.sheets.model import Column, FileSummary, Sheet, SheetError, WorkbookSummary
from accounting.sheets.workbook import write_workbook

__all__ = [
    "Column",
    "FileSummary",
    "Formula",
    "Sheet",
    "SheetError",
    "WorkbookSummary",
    "with_columns",
    "write_csv",
    "write_workbook",
]
