"""Sign-in as allauth does it; what differs is said here."""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from django.conf import settings

from accounts.models import Invitation
from accounts.tasks import deliver

INVITATION_KEY = "invitation"


class AccountAdapter(DefaultAccountAdapter):
    def is_open_for_signup(self, request):
        """Where signing up is closed, an invitation still opens the door."""
        return settings.SIGNUP_OPEN or Invitation.objects.open().filter(token=invited(request)).exists()

    def save_user(self, request, user, form, commit=True):
        user.language = request.LANGUAGE_CODE[:2]
        return super().save_user(request, user, form, commit)

    def send_mail(self, template_prefix, email, context_data):
        """allauth's letters take the same way as ours: a job in this transaction."""
        request = context.request
        facts = {"request": request, "email": email, "network": settings.NETWORK_NAME, **context_data}
        message = self.render_mail(template_prefix, email, facts)
        for address in message.to:
            deliver.defer(to=address, subject=message.subject, body=message.body)


def invited(request) -> str:
    """The token of the invitation that this visitor opened last, or an empty text."""
    return request.session.get(INVITATION_KEY, "") if request else ""
