"""Italian words for dates, lengths and days, as letters and pages print them."""

from datetime import date

from workflows.terms.public_holidays import SATURDAY, SUNDAY, holidays_of

MONTHS = (
    "gennaio",
    "febbraio",
    "marzo",
    "aprile",
    "maggio",
    "giugno",
    "luglio",
    "agosto",
    "settembre",
    "ottobre",
    "novembre",
    "dicembre",
)
WEEKDAYS = ("lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica")
VOWEL_DAYS = (8, 11)  # "otto" and "undici" take the elided article
LENGTHS = {
    "days": ("giorno", "giorni"),
    "working_days": ("giorno lavorativo", "giorni lavorativi"),
    "months": ("mese", "mesi"),
    "years": ("anno", "anni"),
}
SUSPENSION_LABELS = {
    "integration": "richiesta di integrazione",
    "refusal_notice": "preavviso di rigetto",
}


def italian_date(day: date) -> str:
    """Such as "1° giugno 2026"."""
    number = "1°" if day.day == 1 else str(day.day)
    return f"{number} {MONTHS[day.month - 1]} {day.year}"


def with_weekday(day: date) -> str:
    """Such as "lunedì 1° giugno 2026"."""
    return f"{WEEKDAYS[day.weekday()]} {italian_date(day)}"


def on_day(day: date) -> str:
    """Such as "il 2 giugno 2026", "l'8 giugno 2026"."""
    return _joined(day, "il ", "l'")


def from_day(day: date) -> str:
    """Such as "dal 2 giugno 2026", "dall'8 giugno 2026"."""
    return _joined(day, "dal ", "dall'")


def to_day(day: date) -> str:
    """Such as "al 2 giugno 2026", "all'8 giugno 2026"."""
    return _joined(day, "al ", "all'")


def of_day(day: date) -> str:
    """Such as "del 2 giugno 2026", "dell'8 giugno 2026"."""
    return _joined(day, "del ", "dell'")


def length(count: int, unit: str = "days") -> str:
    """Such as "1 giorno", "6 mesi", "5 giorni lavorativi"."""
    one, many = LENGTHS[unit]
    return f"{count} {one if count == 1 else many}"


def day_name(day: date) -> str:
    """Why a day stands out: the holiday, "domenica" or "sabato"; empty for the others."""
    name = holidays_of(day.year).get(day)
    if name:
        return name
    return WEEKDAYS[day.weekday()] if day.weekday() in (SATURDAY, SUNDAY) else ""


def is_what(day: date) -> str:
    """Such as "è domenica", "è giorno festivo (Natale)"."""
    name = holidays_of(day.year).get(day)
    return f"è giorno festivo ({name})" if name else f"è {WEEKDAYS[day.weekday()]}"


def suspension_label(kind: str, label: str = "") -> str:
    """The Italian name of a kind of suspension, or the label the caller gave."""
    return label or SUSPENSION_LABELS.get(kind, "sospensione")


def _joined(day: date, full: str, elided: str) -> str:
    return f"{elided if day.day in VOWEL_DAYS else full}{italian_date(day)}"
