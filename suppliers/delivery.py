"""How far is it, does this producer come to that place, and what does it cost?"""

from decimal import Decimal

from suppliers.models import Supplier
from suppliers.places import distance_km, locate


def delivers_to(supplier: Supplier, address) -> bool:
    """Whether an address (its exact spot where known, else the middle of its postcode) lies in the delivery area."""
    if supplier.delivery_area == Supplier.Area.POSTCODES:
        return address.postcode.startswith(tuple(supplier.postcodes))
    if supplier.delivery_area == Supplier.Area.NONE:
        return False
    distance = distance_between(supplier.address, address)
    return distance is not None and distance <= supplier.radius_km


def distance_between(one, other) -> float | None:
    """Kilometres between two addresses; None where one is missing or lies nobody knows where."""
    spots = [spot(address) for address in (one, other) if address is not None]
    return distance_km(*spots) if len(spots) == 2 and all(spots) else None


def spot(address) -> tuple[float, float] | None:
    """Latitude and longitude of an address: its own, else those of its postcode."""
    return address.point or locate(address.postcode)


def charge_for(supplier: Supplier, net: Decimal) -> Decimal:
    """Net delivery charge for goods of that net value."""
    free = supplier.free_from is not None and net >= supplier.free_from
    return Decimal(0) if free else supplier.delivery_charge
