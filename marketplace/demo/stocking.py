"""The producers upload their lists, and every article gets a still life."""

import io
import zipfile
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor

from django.core.files.base import ContentFile

from accounts.actor import Actor
from catalog.imports import service
from catalog.models import ImportRun, Listing, PictureZip
from catalog.pictures import keep_picture, set_pictures, zips
from marketplace.demo import stills
from marketplace.demo.goods import Article
from marketplace.demo.layouts.parts import whole_title
from marketplace.demo.people import Producer
from marketplace.demo.stills import Still
from marketplace.demo.workbooks import Workbook, new_prices, price_list
from suppliers.models import Supplier

RETURNS_WITH_NEW_PRICES = {"backstube-hollenbach", "hofmolkerei-parthenaue"}
ZIPPED = 12  # articles with a second view


def upload_lists(producer: Producer, supplier: Supplier, by: Actor, seed: int) -> list[ImportRun]:
    """His list, and some months later the next, as far as he is one who keeps it up to date."""
    lists = [price_list(producer, seed)]
    if producer.slug in RETURNS_WITH_NEW_PRICES:
        lists.append(new_prices(producer, seed))
    return [_upload(workbook, supplier, by) for workbook in lists]


def _upload(workbook: Workbook, supplier: Supplier, by: Actor) -> ImportRun:
    run = service.start_import(supplier, workbook.content, workbook.name, by=by)
    run = service.run_to_dry_run(run)
    if run.status != ImportRun.Status.READY:
        raise RuntimeError(f"{supplier}: {workbook.name} cannot be read: {run.fault}")
    return service.commit_run(run, by=by)


def hang_pictures(producer: Producer, supplier: Supplier, names: dict[Still, str]) -> int:
    """Give each of his articles its still life; `names` are the stored pictures. Returns how many got one."""
    drawn = {_key(article): still for article, still in _stills(producer)}
    listings = Listing.objects.filter(supplier=supplier).select_related("product")
    chosen = [(listing, names[still]) for listing in listings if (still := _still_for(listing, drawn))]
    set_pictures(chosen)
    return len(chosen)


def draw_pictures(producers: Iterable[Producer]) -> dict[Still, str]:
    """Render every still life that these producers need once, through the ordinary path of pictures."""
    needed = sorted({still for producer in producers for _, still in _stills(producer)})
    with ThreadPoolExecutor() as pool:
        return dict(zip(needed, pool.map(_kept, needed), strict=True))


def bring_zip(producer: Producer, supplier: Supplier, by: Actor) -> PictureZip | None:
    """A second view of some articles as a zip, with one picture whose name says nothing."""
    if producer.slug not in RETURNS_WITH_NEW_PRICES:
        return None
    numbered = [(article, place) for place, article in enumerate(producer.articles()) if article.number][:ZIPPED]
    files = {f"{article.number}_2.png": stills.png(stills.still_of(article, place + 1)) for article, place in numbered}
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, data in (files | {"IMG_2041.png": next(iter(files.values()))}).items():
            archive.writestr(f"Bilder/{name.replace('/', '-')}", data)
    taken = zips.take_zip(supplier, ContentFile(target.getvalue()), "Bilder Ansichten.zip", by=by)
    while zips.keep_some(taken):
        pass
    return taken


def _kept(still: Still) -> str:
    return keep_picture(stills.png(still))


def _stills(producer: Producer) -> list[tuple[Article, Still]]:
    return [(article, stills.still_of(article, place)) for place, article in enumerate(producer.articles())]


def _key(article: Article) -> str:
    return (article.number or whole_title(article)).casefold()


def _still_for(listing: Listing, drawn: dict[str, Still]) -> Still | None:
    return drawn.get(listing.article_number.casefold()) or drawn.get(listing.product.title.casefold())
