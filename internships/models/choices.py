from django.db import models
from django.utils.translation import gettext_lazy as _


class HostKind(models.TextChoices):
    """Who offers the places (R-HOS-01)."""

    ENTERPRISE = "enterprise", _("Enterprise")
    PROFESSIONAL = "professional", _("Self-employed professional")
    ASSOCIATION = "association", _("Association or third-sector body")
    PUBLIC_BODY = "public_body", _("Public body")


class Area(models.TextChoices):
    """In which line of work the internship is (sectors of the national Atlas of work)."""

    AGRI_FOOD = "agri_food", _("Farming and food")
    MECHANICS = "mechanics", _("Mechanics and plant")
    TEXTILE = "textile", _("Textiles and fashion")
    CHEMISTRY = "chemistry", _("Chemistry and plastics")
    WOOD = "wood", _("Wood and furniture")
    BUILDING = "building", _("Building")
    ENERGY_WASTE = "energy_waste", _("Energy, water and waste")
    ENVIRONMENT = "environment", _("Environment and landscape")
    TRADE = "trade", _("Trade")
    TRANSPORT = "transport", _("Transport and logistics")
    TOURISM = "tourism", _("Tourism and catering")
    DIGITAL = "digital", _("Digital services")
    COMMUNICATION = "communication", _("Communication and marketing")
    ADMINISTRATION = "administration", _("Administration and finance")
    CARE = "care", _("Education and care")
    CULTURE = "culture", _("Culture and performing arts")


class Disabled(models.TextChoices):
    """How the host stands with the hiring of disabled people (R-HOS-03)."""

    IN_ORDER = "in_order", _("In order")
    NOT_SUBJECT = "not_subject", _("Not subject to it")
    NOT_IN_ORDER = "not_in_order", _("Not in order")


class Link(models.TextChoices):
    """How the host is tied to coworking (co-mantova 14.3)."""

    MANAGES = "manages", _("Manages a space of the register")
    NETWORKED = "networked", _("Is networked with a space of the register")
    STARTING = "starting", _("Wants to start a space")
    DEVELOPING = "developing", _("Wants to develop a space")


class Hiring(models.TextChoices):
    """Whether the host may hire after the internship."""

    UNDECIDED = "undecided", _("Cannot say")
    POSSIBLE = "possible", _("Possible")
    PLANNED = "planned", _("Planned")


class Sector(models.TextChoices):
    """What the host does, as the green grid looks at it (R-GRN-01, A)."""

    CORE = "core", _("Core of the green economy")
    GO_GREEN = "go_green", _("Traditional, can become green")
    OTHER = "other", _("Other")


class Role(models.TextChoices):
    """What the intern will do, as the green grid looks at it (R-GRN-01, B)."""

    FULL = "full", _("Green in full")
    HYBRID = "hybrid", _("Partly green")
    NONE = "none", _("Not green")


class CertificateKind(models.TextChoices):
    """Which certificate of the environment (R-GRN-01, C)."""

    EMAS = "EMAS", "EMAS"
    ISO_14001 = "ISO 14001", "ISO 14001"
    ORGANIC = "organic", _("Organic farming")
    ISO_50001 = "ISO 50001", "ISO 50001"
    B_CORP = "B Corp", "B Corp"
    OTHER = "other", _("Another one")


class MeasureKind(models.TextChoices):
    """Measures of circular economy and energy (R-GRN-05)."""

    WASTE = "waste", _("Prevention of waste")
    SECONDARY = "secondary", _("Secondary raw materials")
    SERVICE = "service", _("Repair, reuse, product as a service")
    RENEWABLE = "renewable", _("Own renewable energy")
    AUDIT = "audit", _("Energy audit, with what followed")
    WATER = "water", _("Saving of water")
    MOBILITY = "mobility", _("Sustainable mobility")
    DESIGN = "design", _("Life cycle and eco-design")
