"""Which Region a province is in: regional rules follow the place of the unit (R-HOS-07, R-PRO-03)."""

REGIONS = {
    "Abruzzo": "AQ CH PE TE",
    "Basilicata": "MT PZ",
    "Calabria": "CS CZ KR RC VV",
    "Campania": "AV BN CE NA SA",
    "Emilia-Romagna": "BO FC FE MO PC PR RA RE RN",
    "Friuli-Venezia Giulia": "GO PN TS UD",
    "Lazio": "FR LT RI RM VT",
    "Liguria": "GE IM SP SV",
    "Lombardia": "BG BS CO CR LC LO MB MI MN PV SO VA",
    "Marche": "AN AP FM MC PU",
    "Molise": "CB IS",
    "Piemonte": "AL AT BI CN NO TO VB VC",
    "Puglia": "BA BR BT FG LE TA",
    "Sardegna": "CA CI NU OG OR OT SS SU VS",
    "Sicilia": "AG CL CT EN ME PA RG SR TP",
    "Toscana": "AR FI GR LI LU MS PI PO PT SI",
    "Trentino-Alto Adige": "BZ TN",
    "Umbria": "PG TR",
    "Valle d'Aosta": "AO",
    "Veneto": "BL PD RO TV VE VI VR",
}


def region_of(province: str) -> str:
    """Return the Region of a province by its two letters; empty where there is none."""
    found = (name for name, provinces in REGIONS.items() if province in provinces.split())
    return next(found, "") if province else ""
