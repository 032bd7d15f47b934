"""Does this producer come to that place, and what does it cost?"""

from decimal import Decimal

from suppliers.models import Supplier
from suppliers.places import distance_km, haversine, locate


def delivers_to(supplier: Supplier, postcode: str, place=None) -> bool:
    """Whether a postcode lies in the delivery area; `place` (latitude, longitude) is its exact spot where known."""
    if supplier.delivery_area == Supplier.Area.POSTCODES:
        return postcode.startswith(tuple(supplier.postcodes))
    if supplier.delivery_area == Supplier.Area.NONE or supplier.address is None:
        return False
    distance = _distance(supplier, postcode, place)
    return distance is not None and distance <= supplier.radius_km


def _distance(supplier: Supplier, postcode: str, place) -> float | None:
    if place is not None and place.latitude is not None:
        return distance_km(supplier.address, place)
    middle = locate(postcode)
    if middle is None or supplier.address.latitude is None:
        return None
    return haversine(supplier.address.latitude, supplier.address.longitude, *middle)


def charge_for(supplier: Supplier, net: Decimal) -> Decimal:
    """Net delivery charge for goods of that net value."""
    free = supplier.free_from is not None and net >= supplier.free_from
    return Decimal(0) if free else supplier.delivery_charge
