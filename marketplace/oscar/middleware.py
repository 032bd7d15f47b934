from django.utils.functional import SimpleLazyObject

from marketplace.oscar.strategy import Default
from orders.services import basket_of


class BasketMiddleware:
    """Puts Oscar's basket on `request.basket`: the one of this person for this organisation, with our strategy.

    Oscar's own middleware merges all open baskets of a person. Lazy: a page that shows no basket costs nothing, and
    nobody gets a basket by looking at a page. None for people who may not buy.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.basket = SimpleLazyObject(lambda: oscar_basket(request.actor))
        return self.get_response(request)


def oscar_basket(actor):
    if actor is None or not actor.may("purchases.make"):
        return None
    basket = basket_of(actor).basket
    basket.strategy = Default(actor)
    return basket
