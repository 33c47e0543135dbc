"""Writes as many rows and columns with bare openpyxl: nothing looked up, styled or checked."""

import json
import sys
import tempfile
import time
from datetime import date
from decimal import Decimal

from openpyxl import Workbook

rows, columns = int(sys.argv[1]), int(sys.argv[2])
kinds = ["Testo di prova", Decimal("1234.56"), date(2026, 11, 22), "01234560207", 42]
begun = time.perf_counter()
book = Workbook(write_only=True)
sheet = book.create_sheet("Dati")
for _row in range(rows):
    sheet.append([kinds[number % len(kinds)] for number in range(columns)])
with tempfile.NamedTemporaryFile(suffix=".xlsx") as file:
    book.save(file.name)
print(json.dumps({"rows_per_s": rows / (time.perf_counter() - begun)}))
