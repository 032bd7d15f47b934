"""Pictures of goods: three WebP sizes under a name made of the content, so that equal pictures are kept once.

An Oscar `ProductImage` points to the large size, `caption` is the alternative text; rows are written only after the
files stand, so a page never shows a missing picture.
"""

import hashlib
import io
from collections.abc import Iterable

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from oscar.core.loading import get_model
from PIL import Image, ImageOps, UnidentifiedImageError

from catalog.models import Listing

ProductImage = get_model("catalogue", "ProductImage")

SIZES = {"small": 320, "medium": 640, "large": 1280}  # longest edge in px
MAX_PIXELS = 40_000_000
MAX_BYTES = 15 * 2**20
FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "TIFF")
QUALITY = 82


class NotAPicture(ValueError):
    """The bytes are no picture that we take, or one beyond the limits."""


def keep_picture(data: bytes) -> str:
    """Store the three sizes once and return the name of the large one; raises NotAPicture."""
    stem = f"pictures/{hashlib.blake2b(data, digest_size=12).hexdigest()}"
    name = _name(stem, "large")
    if not default_storage.exists(name):
        picture = _opened(data)
        for size in SIZES:  # the large one is the last: where it stands, all stand
            default_storage.save(_name(stem, size), ContentFile(_as_webp(picture, SIZES[size])))
    return name


def picture_url(image, size: str = "medium") -> str:
    """Where the picture of a ProductImage is, in one of the three sizes."""
    stem = image.original.name.removesuffix(f"-{SIZES['large']}.webp")
    return default_storage.url(_name(stem, size))


def set_picture(listing: Listing, name: str, alt: str = "") -> None:
    """Make the stored picture the listing's first one."""
    ProductImage.objects.update_or_create(
        product_id=listing.product_id, display_order=0, defaults={"original": name, "caption": alt or listing.name}
    )


def set_pictures(chosen: Iterable[tuple[Listing, str]]) -> None:
    """The same for many listings in two queries; the alternative text is the article's name."""
    pairs = list(chosen)
    products = [listing.product_id for listing, _ in pairs]
    ProductImage.objects.filter(product__in=products, display_order=0).delete()
    ProductImage.objects.bulk_create(
        ProductImage(product_id=listing.product_id, original=name, caption=listing.name, display_order=0)
        for listing, name in pairs
    )


def first_pictures(listings: Iterable[Listing]) -> dict[int, object]:
    """Product key to its first ProductImage; one query however many listings."""
    images = ProductImage.objects.filter(product__in=[listing.product_id for listing in listings]).order_by(
        "-display_order"
    )
    return {image.product_id: image for image in images}


def _name(stem: str, size: str) -> str:
    return f"{stem}-{SIZES[size]}.webp"


def _opened(data: bytes) -> Image.Image:
    if len(data) > MAX_BYTES:
        raise NotAPicture
    try:
        picture = Image.open(io.BytesIO(data), formats=FORMATS)
        if picture.width * picture.height > MAX_PIXELS:
            raise NotAPicture
        return ImageOps.exif_transpose(picture).convert("RGB")
    except (UnidentifiedImageError, OSError, Image.DecompressionBombError, ValueError, SyntaxError) as error:
        raise NotAPicture from error


def _as_webp(picture: Image.Image, edge: int) -> bytes:
    smaller = picture.copy()
    smaller.thumbnail((edge, edge))
    out = io.BytesIO()
    smaller.save(out, "WEBP", quality=QUALITY)
    return out.getvalue()
