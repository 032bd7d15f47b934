from django.conf import settings
from django.http import HttpResponseRedirect

from accounts.actor import SESSION_KEY, actor_for
from accounts.models import Organisation

SWITCH = "als"


class ActorMiddleware:
    """Puts `request.actor` on every request: the person and the organisation chosen in the session, or None.

    Links in mails name their organisation (`?als=REFERENCE`): a member is switched to it and sent on to the page
    without that word, anybody else goes on as he is.

    A visitor without a session cookie costs no query and keeps an answer without `Vary: Cookie`.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.actor = None
        if settings.SESSION_COOKIE_NAME in request.COOKIES and request.user.is_authenticated:
            if request.method == "GET" and self._switched(request):
                return HttpResponseRedirect(_without_the_word(request))
            request.actor = actor_for(request.user, request.session.get(SESSION_KEY))
        return self.get_response(request)

    def _switched(self, request) -> bool:
        reference = request.GET.get(SWITCH)
        mine = Organisation.objects.of(request.user).filter(reference=reference).first() if reference else None
        if mine:
            request.session[SESSION_KEY] = mine.pk
        return mine is not None


def _without_the_word(request) -> str:
    query = request.GET.copy()
    del query[SWITCH]
    return f"{request.path}?{query.urlencode()}" if query else request.path
