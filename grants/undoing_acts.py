"""The acts by which the office undoes what it decided: annulments and revocations."""

from django.utils.translation import gettext_lazy as _

from grants import consequences, services
from grants.forms import annulment, revocation
from workflows import kinds
from workflows.examination import acts as forms

UNDOING = (
    kinds.Act(
        "start_annulment",
        services.start_annulment,
        _("Start the annulment"),
        annulment.StartAnnulmentForm,
        tone="danger",
        settles=frozenset({"PROC-03"}),
        hint=_("Letter with the reasons; time for memories starts; the grant still holds."),
        preview=consequences.of_annulment_start,
        confirmation=_("The start of the annulment has been told."),
    ),
    kinds.Act(
        "close_memories",
        services.close_memories,
        _("Go on without memories"),
        forms.ConfirmForm,
        hint=_("Open once the beneficiary's term has passed; the director decides."),
        preview=consequences.of_closing_memories,
    ),
    kinds.Act(
        "annul",
        services.annul,
        _("Annul the grant"),
        annulment.AnnulForm,
        tone="danger",
        settles=frozenset({"PRE-11"}),
        hint=_("Every memory gets its answer; the money comes back into the call."),
        preview=consequences.of_annulment,
        confirmation=_("The grant has been annulled."),
    ),
    kinds.Act(
        "drop_annulment",
        services.drop_annulment,
        _("Leave the grant as it is"),
        annulment.ReasonForm,
        hint=_("The annulment ends, with your reason; the grant holds."),
        preview=consequences.of_dropping,
        confirmation=_("The grant stays as it is."),
    ),
    kinds.Act(
        "start_revocation",
        services.start_revocation,
        _("Start the revocation for a lost premium"),
        revocation.StartRevocationForm,
        tone="danger",
        settles=frozenset({"PROC-03", "CALL-16"}),
        hint=_("Letter with the reason and what would follow; time for memories starts."),
        preview=consequences.of_revocation_start,
        confirmation=_("The start of the revocation has been told."),
    ),
    kinds.Act(
        "reduce_grant",
        services.reduce_grant,
        _("Take the advantage of the premium back"),
        annulment.AnnulForm,
        tone="warning",
        settles=frozenset({"PRE-11"}),
        hint=_("Still admitted without it: the difference comes back into the call."),
        preview=consequences.of_reduction,
        confirmation=_("The contribution has been lowered."),
    ),
    kinds.Act(
        "revoke_grant",
        services.revoke_grant,
        _("Revoke the whole grant"),
        annulment.AnnulForm,
        tone="danger",
        settles=frozenset({"PRE-11"}),
        hint=_("Not admitted without it: the money comes back into the call."),
        preview=consequences.of_revocation,
        confirmation=_("The grant has been revoked."),
    ),
    kinds.Act(
        "drop_revocation",
        services.drop_revocation,
        _("Leave the grant as it is"),
        annulment.ReasonForm,
        hint=_("The revocation ends, with your reason; the grant holds."),
        preview=consequences.of_dropping_revocation,
        confirmation=_("The grant stays as it is."),
    ),
    kinds.Act(
        "annul_refusal",
        services.annul_refusal,
        _("Annul the refusal"),
        annulment.ReasonForm,
        tone="warning",
        hint=_("The application goes back to examination and its term starts anew."),
        preview=consequences.of_refusal_annulment,
        confirmation=_("The refusal has been annulled: the application is examined anew."),
    ),
)
