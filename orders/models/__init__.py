"""The basket, and what becomes of it: one purchase, one order for each supplier."""

from orders.models.basket import Basket, BasketLine, Wish
from orders.models.purchase import Purchase
from orders.models.supplier_order import Line, Message, SupplierOrder, VatShare

__all__ = ["Basket", "BasketLine", "Line", "Message", "Purchase", "SupplierOrder", "VatShare", "Wish"]
