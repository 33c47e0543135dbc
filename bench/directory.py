"""How fast the register answers with 5,000 spaces: to the public, and about a day long past."""

from itertools import cycle

from django.db import connection
from django.urls import reverse

from bench.office import BenchOffice
from bench.pages import visits
from bench.report import Figure, p95

SPACES = 5_000
# What visitors ask for, one after the other: everything, words, filters of every sort.
ASKED = (
    "",
    "?q=prova+17",
    "?municipality=Mantova&kind=fablab",
    "?service=bench1&desks=20",
    "?price=150&accessibility=partial",
    "?open=now",
)
DAYS = ("2024-06-30", "2025-01-01", "2026-03-15")

SERVICES = """
INSERT INTO coworking_registry_service (code, name_it, name_en)
SELECT 'bench' || i, 'Servizio ' || i, 'Service ' || i FROM generate_series(1, 8) i
"""
WRITTEN = """
INSERT INTO coworking_registry_space (name, slug, kind, manager_id, description, street,
    street_number, postcode, municipality, latitude, longitude, surface_m2, desks, accessible_desks,
    accessibility, email, phone, website)
SELECT 'Spazio di prova ' || i, 'bench-' || i,
    (ARRAY['coworking', 'hub', 'fablab', 'multifactory', 'creative'])[1 + i %% 5], %(manager)s,
    repeat('Un luogo per lavorare insieme. ', 12), 'Via di Prova', i::text, '46100',
    (ARRAY['Mantova', 'Suzzara', 'Ostiglia', 'Asola', 'Viadana'])[1 + i %% 5],
    45 + (i %% 400) / 1000.0, 10.4 + (i %% 900) / 1000.0, 200, 8 + i %% 40, 1,
    (ARRAY['total', 'partial', 'none'])[1 + i %% 3], 'b' || i || '@example.org', '', ''
FROM generate_series(1, %(spaces)s) i
"""
OFFERED = """
INSERT INTO coworking_registry_space_services (space_id, service_id)
SELECT space.id, service.id FROM coworking_registry_space space
    JOIN coworking_registry_service service ON service.code LIKE 'bench%%'
        AND (space.id + service.id) %% 3 = 0
WHERE space.slug LIKE 'bench-%%'
"""
OPEN = """
INSERT INTO coworking_registry_openinghours (space_id, weekday, opens, closes)
SELECT id, day, stretch.opens::time, stretch.closes::time
FROM coworking_registry_space, generate_series(0, 4) day,
    (VALUES ('08:00', '13:00'), ('14:00', '19:00')) stretch (opens, closes)
WHERE slug LIKE 'bench-%%'
"""
PRICED = """
INSERT INTO coworking_registry_priceitem (space_id, spend_kind, description, unit, price, vat_rate,
    valid_from)
SELECT id, 'desk_rent', 'Postazione', unit, 20 + id %% 200, 22, '2024-01-01'
FROM coworking_registry_space, unnest(ARRAY['day', 'month', 'year']) unit WHERE slug LIKE 'bench-%%'
"""
# Each has stood in the register twice: an entry that ended, and its renewal.
ENTERED = """
INSERT INTO coworking_registry_qualification (space_id, standing, list_number, act, valid_from,
    valid_to)
SELECT id, 'qualified', row_number() OVER (ORDER BY id), 'Determinazione', since::date, until::date
FROM coworking_registry_space,
    (VALUES ('2024-01-01', '2025-12-31'), ('2026-01-01', NULL)) period (since, until)
WHERE slug LIKE 'bench-%%'
"""
TABLES = ("space", "space_services", "openinghours", "priceitem", "qualification", "spaceevent")


def measure_directory(office: BenchOffice) -> list[Figure]:
    """Search the directory, and read the register as on a day; the baseline is the plainest page."""
    fill(office)
    listed, past = reverse("coworking_registry:list"), reverse("coworking_registry:register")
    searches, bare = visits(office.officer, cycle(listed + asked for asked in ASKED))
    looks, plain = visits(office.officer, cycle(f"{past}?on={day}" for day in DAYS))
    return [
        Figure("directory_p95_ms", p95(searches), "ms", p95(bare)),
        Figure("registry_as_of_p95_ms", p95(looks), "ms", p95(plain)),
    ]


def fill(office: BenchOffice) -> None:
    """Write the spaces with all that belongs to them; their history is noted by its triggers."""
    values = {"spaces": SPACES, "manager": office.office.space.manager_id}
    with connection.cursor() as cursor:
        for statement in (SERVICES, WRITTEN, OFFERED, OPEN, PRICED, ENTERED):
            cursor.execute(statement, values)
        for table in TABLES:
            cursor.execute(f"ANALYZE coworking_registry_{table}")
