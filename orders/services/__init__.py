"""The verbs of buying and selling. Each locks, guards, changes, records, announces; `by` is the actor."""

from orders.services.baskets import (
    add_to_basket,
    basket_of,
    change_quantity,
    choose_address,
    choose_delivery,
    note_reference,
    order_again,
    remove_line,
    take_new_prices,
)
from orders.services.fulfilment import accept_order, cancel_order, deliver_order, refuse_order, write_message
from orders.services.purchases import place_purchase

__all__ = [
    "accept_order",
    "add_to_basket",
    "basket_of",
    "cancel_order",
    "change_quantity",
    "choose_address",
    "choose_delivery",
    "deliver_order",
    "note_reference",
    "order_again",
    "place_purchase",
    "refuse_order",
    "remove_line",
    "take_new_prices",
    "write_message",
]
