from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class LettersConfig(AppConfig):
    """What was written to whom."""

    name = "letters"
    verbose_name = _("Letters")

    def ready(self) -> None:
        """Make the checks of the letters known, and who draws and seals what the protocol prints."""
        from calls.kinds import register_text_page  # noqa: PLC0415 (models must be loaded first)
        from letters import (  # noqa: PLC0415 (models must be loaded first)
            bulk,
            common_values,
            mail_watch,
            outbox_watch,
            watch,
        )
        from letters.services import signing  # noqa: PLC0415 (the same)
        from letters.services.defaults import after_migrate  # noqa: PLC0415 (the same)
        from workflows import printing, signatures  # noqa: PLC0415 (the same)

        register_text_page("letters:call_text")
        watch.register()
        mail_watch.register()
        outbox_watch.register()
        bulk.register()
        common_values.ready()
        signing.register()
        post_migrate.connect(after_migrate, sender=self, dispatch_uid="letters.defaults")
        # By name: drawing and sealing are imported when they are first asked for.
        printing.register(
            printer="letters.daily_register.draw",
            sealer="letters.sealing.seal_register",
            verifier="letters.sealing.verify_register",
        )
        signatures.register("letters.signatures.uploads.read")
