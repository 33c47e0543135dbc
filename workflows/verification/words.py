"""What may be wrong, in a word or two, and how much it weighs."""

from django.utils.translation import gettext_lazy as _

from workflows.verification.chain import Trouble

TROUBLES = {
    Trouble.EDITED: _("Edited"),
    Trouble.INSERTED: _("Inserted"),
    Trouble.MISSING: _("Removed"),
    Trouble.MOVED: _("Moved"),
    Trouble.UNVERIFIABLE: _("Not verifiable"),
    Trouble.END: _("End not ours"),
    Trouble.STATUS: _("Status without a step"),
    Trouble.BEGINNING: _("Beginning removed"),
    Trouble.UNWRITTEN: _("Past its history"),
    Trouble.DANGLING: _("Entry removed"),
    Trouble.ANCHOR: _("Not as printed"),
    Trouble.CHAINS: _("Chains not ours"),
    Trouble.COLUMNS: _("Not verifiable"),
    Trouble.UNSEALED: _("Not sealed yet"),
}
TONES = dict.fromkeys(TROUBLES, "danger") | dict.fromkeys(
    (Trouble.UNVERIFIABLE, Trouble.COLUMNS, Trouble.UNSEALED), "warning"
)
