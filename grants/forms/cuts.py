"""Why a spend is cut: the usual reasons, each with the words that go into the letter (AMT-03)."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Cut(models.TextChoices):
    """A usual reason for not admitting a spend. Source: AMT-03."""

    VAT = "vat", _("VAT that can be recovered")
    TAXES = "taxes", _("Withholding, stamp duty and bank charges")
    TRAVEL = "travel", _("Travel, board and lodging")
    GIFTS = "gifts", _("Gifts and samples")
    OWN_STAFF = "own_staff", _("The applicant's own staff")
    SMALL_INVOICE = "small_invoice", _("Invoice below the call's floor")
    USED = "used", _("Used goods or leasing")
    LINKED = "linked", _("Supplier linked to the applicant")
    CASH = "cash", _("Cash payments or compensation between invoices")
    WINDOW = "window", _("Spend outside the period allowed")
    SUSPENDED = "suspended", _("Spend of days on which the grant was suspended")
    ABOVE_LIST = "above_list", _("Price above the space's list")
    NOT_QUOTED = "not_quoted", _("Not supported by the quotation")
    OTHER = "other", _("Another reason, written beside")


# The letter is an Italian act in whatever language the officer works.
LEGAL_WORDS = {
    Cut.VAT: "IVA recuperabile",
    Cut.TAXES: "ritenute, bolli e spese bancarie",
    Cut.TRAVEL: "viaggi, vitto e alloggio",
    Cut.GIFTS: "omaggi e campioni",
    Cut.OWN_STAFF: "personale proprio",
    Cut.SMALL_INVOICE: "fattura sotto l'importo minimo del bando",
    Cut.USED: "beni usati o in leasing",
    Cut.LINKED: "fornitore collegato a chi fa domanda",
    Cut.CASH: "pagamenti in contanti o compensazioni",
    Cut.WINDOW: "spesa fuori dal periodo ammesso",
    Cut.SUSPENDED: "spesa di giorni in cui la concessione era sospesa",
    Cut.ABOVE_LIST: "prezzo superiore al listino dello spazio",
    Cut.NOT_QUOTED: "spesa non documentata dal preventivo",
}


def cut_sentence(code: str, text: str) -> str:
    """Return the reason of a cut as the letter says it, rule first."""
    words = [LEGAL_WORDS.get(Cut(code), ""), text.strip()]
    return "AMT-03: " + " – ".join(word for word in words if word)


def cut_read(sentence: str) -> tuple[str, str]:
    """Return code and free text of a stored reason; what is not ours is free text."""
    body = sentence.removeprefix("AMT-03: ")
    for code, words in LEGAL_WORDS.items():
        if body == words or body.startswith(f"{words} – "):
            return code.value, body.removeprefix(words).removeprefix(" – ")
    return (Cut.OTHER.value, body) if body else ("", "")
