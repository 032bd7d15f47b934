"""Ask the search as a person or an organisation would; the twin of the search page."""

import json
import sys

from django.core.management.base import BaseCommand, CommandError
from django.utils.text import slugify

from accounts.actor import Actor, actor_for
from accounts.models import Organisation, User
from search.engines import ENGINES
from search.params import Params
from search.queries import Answer, Card, search


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser):
        parser.add_argument("query")
        parser.add_argument("--as", dest="email", metavar="EMAIL", help="the person who asks (default: a visitor)")
        parser.add_argument("--for", dest="slug", metavar="SLUG", help="the organisation for which he asks")
        parser.add_argument("--engine", choices=list(ENGINES), help="default: the one that answers on the pages")
        parser.add_argument("--json", action="store_true", help="the answer as JSON on standard output")

    def handle(self, query, email=None, slug=None, engine=None, **options):
        answer = search(_actor(email, slug), Params(text=query), engine=engine)
        if answer.is_down:
            raise CommandError("No search engine answers.")
        if options["json"]:
            self.stdout.write(json.dumps(as_json(answer), ensure_ascii=False))
        else:
            self.report(answer)

    def report(self, answer: Answer):
        self.stderr.write(f"{answer.total} articles of {answer.makers} producers ({answer.engine})")
        for card in answer.cards:
            hit = hit_as_json(card)
            price = "–" if hit["price"] is None else f"{hit['price']} €"
            print(hit["supplier"], hit["article_number"], hit["name"], price, sep="\t", file=sys.stdout)


def as_json(answer: Answer) -> dict:
    counts = answer.counts
    suppliers = {answer.viewer.shops[key].supplier.slug: n for key, n in counts.suppliers.items()}
    facets = {"suppliers": suppliers, "categories": counts.categories, "attributes": counts.attributes}
    groups = {group.name or "preis": group for group in answer.groups}
    rings = {value.value: value.count for value in groups["umkreis"].values} if "umkreis" in groups else {}
    return {
        "engine": answer.engine,
        "total": answer.total,
        "facets": facets | {"prices": counts.prices, "distances": rings},
        "hits": [hit_as_json(card) for card in answer.cards],
    }


def hit_as_json(card: Card) -> dict:
    """`price` is net for one order unit at the minimum quantity, as text; None where this asker may not see it."""
    seen = card.price.unit_price if card.price.is_visible else None
    return {
        "supplier": card.listing.supplier.slug,
        "article_number": card.listing.article_number,
        "name": card.listing.product.title,
        "price": None if seen is None else f"{seen.normalize():f}",
        "distance": None if card.shop.distance is None else round(card.shop.distance, 1),
        "score": round(card.score, 4),
    }


def _actor(email: str | None, slug: str | None) -> Actor | None:
    organisation = _organisation(slug) if slug else None
    if email is None:
        return Actor(None, organisation) if organisation else None
    user = User.objects.filter(email__iexact=email).first()
    actor = actor_for(user, organisation) if user else None
    if actor is None or (organisation and actor.organisation != organisation):
        raise CommandError(f"{email} is no member of an organisation with that name", returncode=2)
    return actor


def _organisation(slug: str) -> Organisation:
    """By the slug of its shop, its reference, or its name written as a slug."""
    found = (
        Organisation.objects.filter(supplier__slug=slug).first() or Organisation.objects.filter(reference=slug).first()
    )
    found = found or next((one for one in Organisation.objects.all() if slugify(one.name) == slug), None)
    if found is None:
        raise CommandError(f"No organisation is called {slug}", returncode=2)
    return found
