"""The email that tells somebody that their expression of interest was taken note of."""

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from coworking_registry.models import SpaceInterest


def tell_interest(interest_id: int) -> None:
    """Send the email, in the language of its reader; raises what the mail server answers."""
    interest = SpaceInterest.objects.select_related("sent_by", "protocol_in__body").get(
        pk=interest_id
    )
    user, office = interest.sent_by, interest.protocol_in.body
    with translation.override(user.language):
        context = {
            "interest": interest,
            "name": str(user),
            "page": settings.SITE_URL + reverse("coworking_registry:interest"),
            "office": ", ".join(filter(None, (office.unit, office.name))),
        }
        body = render_to_string("coworking_registry/mail/interest_noted.txt", context).strip()
        subject = _("Your expression of interest: {name}").format(name=interest.name)
        domain = office.email.rpartition("@")[2]
        EmailMessage(
            subject=subject,
            body=body + "\n",
            to=[user.email],
            reply_to=[office.email],
            headers={"Message-ID": f"<interest-{interest.pk}@{domain}>"},
        ).send()
