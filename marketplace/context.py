"""What every page of ours knows about the house. Asks nothing of the session unless the visitor brought one."""

from functools import cached_property

from django.conf import settings
from django.utils.translation import get_language

from accounts.models import Organisation
from applications.models import Application
from marketplace import demo, navigation

CARRIES_SOMETHING = {settings.SESSION_COOKIE_NAME, "messages"}  # the second is Django's cookie for messages


class House:
    """The frame's facts about one request: network, actor, navigation, messages, the other language."""

    network = settings.NETWORK_NAME
    office = settings.OFFICE_NAME
    demo = settings.DEMO

    def __init__(self, request):
        self.request = request

    @property
    def actor(self):
        return getattr(self.request, "actor", None)

    @property
    def user(self):
        """The signed-in person, also without an organisation; None for a visitor without a session."""
        if settings.SESSION_COOKIE_NAME not in self.request.COOKIES:
            return None
        user = getattr(self.request, "user", None)
        return user if user and user.is_authenticated else None

    @cached_property
    def nav(self):
        return navigation.entries_for(self.request)

    @property
    def has_messages(self):
        """Looking for messages touches the session; only do it where some may lie."""
        store = getattr(self.request, "_messages", None)
        brought = self.request.COOKIES.keys() & CARRIES_SOMETHING
        return store is not None and bool(store.added_new or brought)

    @property
    def other_language(self):
        return "de" if get_language() == "en" else "en"

    @property
    def path(self):
        """Where the visitor is; an answer to a sent form has no query of its own."""
        return self.request.get_full_path() if self.request.method == "GET" else self.request.path

    @cached_property
    def organisations(self):
        """Those between which the person may switch."""
        return list(Organisation.objects.of(self.user)) if self.user else []

    @property
    def demo_logins(self):
        """Who may sign in to the demo region; nobody where there is none."""
        return demo.logins() if settings.DEMO else []

    @cached_property
    def application(self):
        """What somebody who may not sell here yet has asked for, on a page that he will have afterwards."""
        sells = self.actor and any(role.startswith("supplier_") for role in self.actor.roles)
        if not self.user or sells or not self.request.resolver_match or "/verkauf/" not in self.request.path:
            return None
        return Application.objects.made_by(self.user).open().newest_first().first()

    @property
    def buys(self):
        return bool(self.actor and self.actor.may("purchases.make"))


def house(request):
    return {"house": House(request)}
