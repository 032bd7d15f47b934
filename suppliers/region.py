"""The map of producers: places with names, and the outline that an operator loaded with `load_region`."""

import json

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

OUTLINE = "region.geojson"
DECIMALS = 4  # about ten metres: fine for an outline, a third of the bytes
SHAPES = {"Polygon", "MultiPolygon"}


class NotAnOutline(ValueError):
    """The file is no GeoJSON FeatureCollection with areas."""


def map_data(suppliers, here=None) -> dict:
    """What the map draws: places [{name, url, lat, lon, town}], `here`, outline and tiles (each may be empty)."""
    return {
        "places": [_place(supplier) for supplier in suppliers if supplier.address and supplier.address.latitude],
        "here": [here.latitude, here.longitude] if here and here.latitude else None,
        "outline": default_storage.url(OUTLINE) if default_storage.exists(OUTLINE) else "",
        "tiles": settings.MAP_TILES,
        "attribution": settings.MAP_ATTRIBUTION,
        "centre": settings.REGION_CENTRE,
    }


def _place(supplier) -> dict:
    address = supplier.address
    return {
        "name": supplier.name,
        "url": supplier.get_absolute_url(),
        "town": address.town,
        "lat": address.latitude,
        "lon": address.longitude,
    }


def load_outline(data: bytes) -> int:
    """Keep the areas of a GeoJSON file as the region's outline and return how many they are; raises NotAnOutline."""
    try:
        features = json.loads(data)["features"]
        areas = [_area(feature) for feature in features if feature["geometry"]["type"] in SHAPES]
    except (ValueError, KeyError, TypeError) as error:
        raise NotAnOutline(str(error)) from error
    if not areas:
        raise NotAnOutline("no Polygon or MultiPolygon in it")
    default_storage.delete(OUTLINE)
    collection = {"type": "FeatureCollection", "features": areas}
    default_storage.save(OUTLINE, ContentFile(json.dumps(collection, separators=(",", ":")).encode()))
    return len(areas)


def _area(feature: dict) -> dict:
    geometry = feature["geometry"]
    return {
        "type": "Feature",
        "properties": {},
        "geometry": {"type": geometry["type"], "coordinates": _rounded(geometry["coordinates"])},
    }


def _rounded(coordinates):
    if isinstance(coordinates, list):
        return [_rounded(part) for part in coordinates]
    return round(float(coordinates), DECIMALS)
