from django.conf import settings

from accounts.actor import SESSION_KEY, actor_for


class ActorMiddleware:
    """Puts `request.actor` on every request: the person and the organisation chosen in the session, or None.

    A visitor without a session cookie costs no query and keeps an answer without `Vary: Cookie`.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.actor = None
        if settings.SESSION_COOKIE_NAME in request.COOKIES and request.user.is_authenticated:
            request.actor = actor_for(request.user, request.session.get(SESSION_KEY))
        return self.get_response(request)
