"""Pictures of goods: three WebP sizes under a name made of the content, so that equal pictures are kept once.

An Oscar `ProductImage` points to the large size, `caption` is the text that somebody wrote for it (empty: the article's
name stands in, and the supplier may be asked); rows are written only after the
files stand, so a page never shows a missing picture.
"""

import hashlib
import io
from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from threading import Lock

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from oscar.core.loading import get_model
from PIL import Image, ImageOps, UnidentifiedImageError

from catalog.models import Listing

ProductImage = get_model("catalogue", "ProductImage")

SIZES = {"small": 320, "medium": 640, "large": 1280}  # longest edge in px
MAX_PIXELS = 64_000_000  # what phones make today
FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "TIFF")
BIG = 12_000_000  # pixels: of larger ones a process holds only one in memory, whatever its threads do
one_at_a_time = Lock()
QUALITY = 82
PAPER = "white"  # shows through where a picture is transparent


class NotAPicture(ValueError):
    """The bytes are no picture that we take, or one beyond the limits."""


def keep_picture(data: bytes) -> str:
    """Store the three sizes once and return the name of the large one; raises NotAPicture."""
    stem = f"pictures/{hashlib.blake2b(data, digest_size=12).hexdigest()}"
    name = _name(stem, "large")
    if not default_storage.exists(name):
        made = dict(_sizes(_opened(data)))
        for size in SIZES:  # the large one is the last: where it stands, all stand
            default_storage.save(_name(stem, size), ContentFile(made[size]))
    return name


def small_size(data: bytes) -> bytes:
    """The small size alone, not stored; raises NotAPicture."""
    return dict(_sizes(_opened(data)))["small"]


def picture_url(image, size: str = "medium") -> str:
    """Where the picture of a ProductImage is, in one of the three sizes."""
    return stored_url(image.original.name, size)


def stored_url(name: str, size: str = "medium") -> str:
    """The same for the name that `keep_picture` gave."""
    return default_storage.url(_name(name.removesuffix(f"-{SIZES['large']}.webp"), size))


def set_picture(listing: Listing, name: str, alt: str = "") -> None:
    """Make the stored picture the listing's first one; without a text its article's name stands for it."""
    ProductImage.objects.update_or_create(
        product_id=listing.product_id, display_order=0, defaults={"original": name, "caption": alt}
    )


def set_pictures(chosen: Iterable[tuple[Listing, str]]) -> None:
    """The same for many listings in two queries."""
    pairs = list(chosen)
    products = [listing.product_id for listing, _ in pairs]
    ProductImage.objects.filter(product__in=products, display_order=0).delete()
    ProductImage.objects.bulk_create(
        ProductImage(product_id=listing.product_id, original=name, display_order=0) for listing, name in pairs
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
    """The picture in its large size, upright, without transparency."""
    if len(data) > settings.PICTURE_MAX_BYTES:
        raise NotAPicture
    try:
        picture = Image.open(io.BytesIO(data), formats=FORMATS)
        if picture.width * picture.height > MAX_PIXELS:
            raise NotAPicture
        with one_at_a_time if picture.width * picture.height > BIG else nullcontext():
            return _on_paper(picture)
    except (UnidentifiedImageError, OSError, Image.DecompressionBombError, ValueError, SyntaxError) as error:
        raise NotAPicture from error


def _on_paper(picture: Image.Image) -> Image.Image:
    edge = SIZES["large"]
    picture.draft("RGB", (2 * edge, 2 * edge))  # a JPEG is read no larger than needed
    mode = "RGBA" if picture.has_transparency_data else "RGB"
    if picture.mode != mode:
        picture = picture.convert(mode)
    picture.thumbnail((edge, edge))
    upright = ImageOps.exif_transpose(picture)
    if mode == "RGB":
        return upright
    return Image.alpha_composite(Image.new("RGBA", upright.size, PAPER), upright).convert("RGB")


def _sizes(picture: Image.Image) -> Iterator[tuple[str, bytes]]:
    """From large to small, each made of the one before."""
    for size in reversed(SIZES):
        picture.thumbnail((SIZES[size], SIZES[size]))
        out = io.BytesIO()
        picture.save(out, "WEBP", quality=QUALITY)
        yield size, out.getvalue()
