"""The one plug in Oscar: what a basket line costs and whether it can be had."""

from oscar.apps.partner import availability, prices, strategy

from buyers.models import buyer_of
from catalog.models import Listing
from catalog.pricing import prices_for
from orders import quantities
from orders.models import BasketLine
from orders.slips import left_of


class Default(strategy.Default):
    """Prices depend on the buying organisation and the quantity, and only catalog knows how.

    Oscar's unit is one step, its price so that quantity times price is our line, rounded once. Tax stays unknown to
    Oscar: theirs is per unit, ours per rate on the sum.
    """

    def __init__(self, actor=None, request=None):
        super().__init__(request)
        self.buyer = buyer_of(actor)
        self._answers = {}

    def warm(self, lines):
        """Price all lines of a basket with one bulk question; Oscar asks line by line."""
        ours = BasketLine.objects.filter(line__in=lines).select_related("listing__supplier")
        wanted = {line.line_id: (line.listing, line.quantity) for line in ours}
        answers = prices_for(self.buyer, wanted.values())
        self._answers |= dict(zip(wanted, answers, strict=True))

    def fetch_for_line(self, line, stockrecord=None):
        """Price and availability of a basket line, from one bulk answer per basket."""
        if line.pk not in self._answers:
            self.warm(line.basket.all_lines())
        answer = self._answers.get(line.pk)
        return strategy.PurchaseInfo(self._price(line, answer), self._availability(answer), line.stockrecord)

    def fetch_for_product(self, product, stockrecord=None):
        """One step at the minimum quantity, as cards show it."""
        listing = Listing.objects.select_related("supplier").filter(product=product).first()
        if listing is None:
            return super().fetch_for_product(product, stockrecord)
        [answer] = prices_for(self.buyer, [(listing, listing.minimum)])
        count = quantities.count_of(listing.minimum, quantities.step_of(listing))
        return strategy.PurchaseInfo(
            self._fixed(answer, count), self._availability(answer), stockrecord or self.select_stockrecord(product)
        )

    def _price(self, line, answer):
        return self._fixed(answer, line.quantity) if answer else prices.Unavailable()

    def _fixed(self, answer, count):
        if answer.total is None or not answer.is_visible:
            return prices.Unavailable()
        return prices.FixedPrice(currency="EUR", excl_tax=answer.total / count)

    def _availability(self, answer):
        if answer is None or not answer.may_order or answer.amount is None:
            return availability.Unavailable()
        left = left_of(answer.listing)
        return availability.Available() if left is None or answer.quantity <= left else availability.Unavailable()
