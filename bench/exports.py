"""The accountants' workbook of 100,000 grants, in a process of its own so that memory is its own."""

from bench.children import child
from bench.office import BenchOffice
from bench.report import Figure

LIMIT_MB = 150


def measure_export(office: BenchOffice) -> list[Figure]:
    """Make the workbook through its job, then write the same cells with bare openpyxl."""
    from accounting.services.workbooks import request_workbook  # noqa: PLC0415

    office.fill_grants()
    job = request_workbook("granted", office.office.call, by=office.office.accountant)
    made = child("bench.export_job", str(job.pk))
    bare = child("bench.export_bare", str(made["rows"]), str(made["columns"]))
    return [
        Figure("export_rows_per_s", made["rows_per_s"], "rows/s", bare["rows_per_s"]),
        Figure("export_peak_mb", made["peak_mb"], "MB", LIMIT_MB),
    ]
