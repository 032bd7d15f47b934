"""The embedded engine: an index in a folder, read by every process of the machine, written by one at a time.

tantivy has no hook for scores, no sort by a price that differs per buyer and no distance: what depends on the supplier
is multiplied, counted or sorted here, exactly, in as small a window as can be proven to hold the page.
"""

import json
import shutil
from collections.abc import Iterable, Mapping
from hashlib import blake2b
from pathlib import Path

import numpy as np
from django.conf import settings
from tantivy import Document, FieldType, Index, Occur, Order, SchemaBuilder, TextAnalyzerBuilder, Tokenizer
from tantivy import Query as Q

from search.engines.base import (
    CODE_SCORE,
    FACETS,
    MAX_PRICE,
    PRICE_EDGES,
    BuyerTable,
    Facets,
    Hit,
    Query,
    Result,
    SearchDown,
    fields_of,
    packed,
)
from search.text import Group, Terms
from search.words import base_version

MUST, SHOULD, NOT = Occur.Must, Occur.Should, Occur.MustNot
HEAP = 50_000_000
MOST = 1000  # buckets of a facet: more than suppliers, categories or attribute values that one search shows
WINDOW = 800  # documents read one by one to sort by price


def schema_of(kind: str):
    builder = SchemaBuilder().add_integer_field("key", indexed=True, fast=True).add_integer_field("digest", fast=True)
    for name, how in fields_of(kind).items():
        if how == "tokens":
            builder.add_text_field(name, tokenizer_name="stems", index_option="freq")
        elif how.startswith("number"):
            builder.add_integer_field(name, indexed=True, fast=True, stored=name == "prices")
        else:
            builder.add_text_field(name, fast=True, tokenizer_name="raw", index_option="basic")
    return builder.build()


class TantivyIndex:
    """One generation: a folder with an index for each kind. See engines.base.SearchIndex."""

    engine = "tantivy"

    def __init__(self, generation: str, root: Path | None = None):
        self.generation = generation
        self.root = Path(root or settings.SEARCH_DIR) / "tantivy"
        self._opened: dict[str, Index] = {}

    def _folder(self, kind: str) -> Path:
        return self.root / self.generation / kind

    def _open(self, kind: str) -> Index:
        """The index with all that is committed; a reload costs a tenth of a millisecond and survives a fork."""
        try:
            if kind not in self._opened:
                index = Index.open(str(self._folder(kind)))
                index.register_tokenizer("stems", TextAnalyzerBuilder(Tokenizer.whitespace()).build())
                self._opened[kind] = index
            self._opened[kind].reload()
        except (ValueError, FileNotFoundError) as error:
            self._opened.pop(kind, None)
            raise SearchDown(str(error)) from error
        return self._opened[kind]

    @staticmethod
    def layout() -> str:
        kinds = [fields_of("listings"), fields_of("pages"), base_version()]
        return blake2b(json.dumps(kinds).encode(), digest_size=4).hexdigest()

    def exists(self, kinds: Iterable[str]) -> bool:
        return all((self._folder(kind) / "meta.json").exists() for kind in kinds)

    def create(self, kinds: Iterable[str]) -> None:
        for kind in kinds:
            self._folder(kind).mkdir(parents=True, exist_ok=True)
            Index(schema_of(kind), path=str(self._folder(kind)))

    def drop_others(self) -> None:
        for folder in self.root.glob("*"):
            if folder.name != self.generation:
                shutil.rmtree(folder, ignore_errors=True)

    def write(self, kind: str, documents: list[dict], gone: Iterable[int] = ()) -> None:
        writer = self._open(kind).writer(HEAP, 1)
        for key in [*(document["key"] for document in documents), *gone]:
            writer.delete_documents_by_term("key", key)
        for document in documents:
            writer.add_document(_document(kind, document))
        writer.commit()
        writer.wait_merging_threads()

    def digests(self, kind: str) -> dict[int, int]:
        searcher = self._open(kind).searcher()
        if not searcher.num_docs:
            return {}
        found = [address for _, address in searcher.search(Q.all_query(), searcher.num_docs, count=False).hits]
        values = (searcher.fast_field_values(field, found) for field in ("key", "digest"))
        return dict(zip(*values, strict=True))

    def listings(self, query: Query, facets: Iterable[str] = FACETS) -> Result:
        return _Listings(self._open("listings"), query).result(frozenset(facets))

    def find(self, kind: str, terms: Terms, language: str, size: int) -> tuple[int, list[int]]:
        index = self._open(kind)
        searcher = index.searcher()
        languages = Q.term_set_query(index.schema, "language", ["", language])
        matches = Q.boolean_query(
            [(MUST, text_query(index.schema, terms)), (MUST, Q.const_score_query(languages, 0.0))]
        )
        found = searcher.search(matches, size)
        return found.count, searcher.fast_field_values("key", [address for _, address in found.hits])

    def complete(self, prefix: str, buyer: BuyerTable, size: int) -> list[str]:
        index = self._open("listings")
        seen = Q.boolean_query(
            [
                (MUST, Q.regex_query(index.schema, "words", f"{prefix}.*")),
                (MUST, Q.term_set_query(index.schema, "audience", list(buyer.audiences))),
                (MUST, Q.term_set_query(index.schema, "supplier", list(buyer.weights))),
            ]
        )
        terms = {"field": "words", "size": size, "include": f"{prefix}.*"}
        buckets = index.searcher().aggregate(seen, {"words": {"terms": terms}})["words"]["buckets"]
        return [bucket["key"].partition("\t")[2] for bucket in buckets]


def _document(kind: str, values: dict) -> Document:
    document = Document()
    for name in ("key", "digest"):
        document.add_integer(name, values[name])
    for name, how in fields_of(kind).items():
        add = document.add_integer if how.startswith("number") else document.add_text
        for value in values[name] if how.endswith("s") and how != "tokens" else [values[name]]:
            add(name, value)
    return document


def text_query(schema, terms: Terms) -> Q:
    """Documents with all `must` groups, better with the whole words; a number that fits comes before all."""
    if not terms:
        return Q.all_query()
    clauses = [(MUST, _group(schema, group)) for group in terms.must]
    clauses += [(SHOULD, Q.boost_query(Q.term_query(schema, "name", whole, "freq"), 2.0)) for whole in terms.should]
    code = Q.const_score_query(Q.term_query(schema, "codes", terms.code, "basic"), CODE_SCORE)
    return Q.disjunction_max_query([Q.boolean_query(clauses), code] if terms.must else [code])


def _group(schema, group: Group) -> Q:
    alternatives = [
        Q.boolean_query([(MUST, _stem(schema, stem)) for stem in alternative]) if len(alternative) > 1
        else _stem(schema, alternative[0])
        for alternative in group
    ]  # fmt: skip
    return Q.disjunction_max_query(alternatives) if len(alternatives) > 1 else alternatives[0]


def _stem(schema, stem: str) -> Q:
    name, text = (Q.term_query(schema, field, stem, "freq") for field in ("name", "text"))
    return Q.disjunction_max_query([Q.boost_query(name, 3.0), text])


class _Listings:
    """One question to one state of the index of listings."""

    def __init__(self, index: Index, query: Query):
        self.schema, self.searcher, self.query = index.schema, index.searcher(), query

    def result(self, facets: frozenset[str]) -> Result:
        total = self.searcher.search(self.matches(), 1).count
        if not total:
            return Result(0, [], Facets(prices=[0] * (len(PRICE_EDGES) - 1)))
        return Result(total, self.hits(total), self.facets(facets))

    def hits(self, total: int) -> list[Hit]:
        query = self.query
        if query.offset >= total or not query.size:
            return []
        if query.sort == "relevance":
            return self.by_relevance() if query.terms else self.by_supplier(self.by_weight(), "key")
        if query.sort in ("price", "-price"):
            return self.by_price()
        if query.sort == "distance":
            return self.by_supplier(query.buyer.rank_of_distance(), "order")
        found = self.searcher.search(
            self.matches(), query.size, count=False, order_by_field="order", order=Order.Asc, offset=query.offset
        )
        return self.read([address for _, address in found.hits])

    # what matches ------------------------------------------------------------------------------------------------

    def matches(self, suppliers: Iterable[int] | None = None, price: tuple[int, int] | None = None) -> Q:
        """The query's text and filters; `suppliers` and `price` stand in for the query's own."""
        query, schema = self.query, self.schema
        allowed = query.allowed if suppliers is None else suppliers
        filters = [
            Q.term_set_query(schema, "supplier", list(allowed)),
            Q.term_set_query(schema, "audience", list(query.buyer.audiences)),
            *(
                Q.term_set_query(schema, "attributes", [f"{name}={v}" for v in values])
                for name, values in query.attributes
            ),
        ]
        if query.categories:
            filters.append(Q.term_set_query(schema, "categories", list(query.categories)))
        for limits in filter(None, {price, query.price}):
            filters.append(self.own_price(*limits))
        return Q.boolean_query(
            [(MUST, text_query(schema, query.terms)), *((MUST, Q.const_score_query(f, 0.0)) for f in filters)]
        )

    def own_price(self, low: int, high: int) -> Q:
        """Articles whose price for this buyer is at least `low` and below `high`."""
        lists = self.query.price_lists
        ranges = [(SHOULD, self.between("prices", packed(one, low), packed(one, high))) for one in lists]
        return Q.boolean_query([*ranges, (SHOULD, self.unlisted(self.between("base", low, high)))])

    def unlisted(self, within: Q) -> Q:
        """Articles on none of this buyer's lists: his price is the base price."""
        lists = Q.term_set_query(self.schema, "lists", self.query.price_lists)
        return Q.boolean_query([(MUST, within), (NOT, lists)])

    def between(self, field: str, low: int, high: int) -> Q:
        sparse = field == "prices"
        return Q.range_query(self.schema, field, FieldType.Integer, low, high, True, False, use_inverted_index=sparse)

    def by_weight(self) -> dict[int, float]:
        """Without words every score is the supplier's weight."""
        return {supplier: -weight for supplier, weight in self.query.buyer.weights.items()}

    # pages -------------------------------------------------------------------------------------------------------

    def by_relevance(self) -> list[Hit]:
        """The best by text, times the supplier's weight; more of them until no other could come in between."""
        weights, last = self.query.buyer.weights, self.query.offset + self.query.size
        count = max(512, last * 2)
        while True:
            found = self.searcher.search(self.matches(), count, count=False).hits
            scores = np.array([score for score, _ in found], np.float32)
            addresses = [address for _, address in found]
            keys, suppliers = (np.array(self.searcher.fast_field_values(f, addresses)) for f in ("key", "supplier"))
            weighted = scores * np.array([weights[supplier] for supplier in suppliers.tolist()], np.float32)
            order = np.lexsort((keys, -weighted))[:last]
            is_proven = len(order) == last and weighted[order[-1]] > scores[-1] * max(weights.values())
            if len(found) < count or is_proven:
                page = order[self.query.offset :]
                return self.read([addresses[at] for at in page], weighted[page].tolist())
            count *= 6

    def by_supplier(self, ranks: Mapping[int, float], field: str) -> list[Hit]:
        """Suppliers of low rank first; those of one rank are one small query in the order of `field`."""
        counts = self.facets(frozenset(["suppliers"])).suppliers
        levels: dict[float, list[int]] = {}
        for supplier in counts:
            levels.setdefault(ranks[supplier], []).append(supplier)
        skip, hits = self.query.offset, []
        for rank in sorted(levels):
            count, wanted = sum(counts[supplier] for supplier in levels[rank]), self.query.size - len(hits)
            if skip < count and wanted:
                matches = self.matches(levels[rank])
                found = self.searcher.search(
                    matches, wanted, count=False, order_by_field=field, order=Order.Asc, offset=skip
                )
                hits += self.read([address for _, address in found.hits])
            skip = max(0, skip - count)
        return hits

    def by_price(self) -> list[Hit]:
        """Own prices in order; after them, by key, what is on request or hidden from this viewer."""
        offset, size = self.query.offset, self.query.size
        low, high = self.query.price or (0, MAX_PRICE)
        hits = self.priced(low, high, offset, size)
        if len(hits) < size and not self.query.price:
            before = sum(self.price_counts([0, MAX_PRICE]))
            hits += self.unpriced(max(0, offset - before), size - len(hits))
        return hits

    def priced(self, low: int, high: int, skip: int, wanted: int) -> list[Hit]:
        """Hits with an own price in [low, high): counts per price range say which few ranges must be read."""
        edges = _cuts(low, high)
        ranges = list(zip(edges, edges[1:], self.price_counts(edges), strict=False))
        hits: list[Hit] = []
        for start, end, count in ranges if self.query.sort == "price" else reversed(ranges):
            need = wanted - len(hits)
            if not need:
                break
            if count <= skip:
                skip -= count
                continue
            if count <= WINDOW or end - start == 1:
                hits += self.sorted_by_price(start, end, count)[skip : skip + need]
            else:
                hits += self.priced(start, end, skip, need)
            skip = 0
        return hits

    def sorted_by_price(self, start: int, end: int, count: int) -> list[Hit]:
        found = self.searcher.search(self.matches(self.open, (start, end)), count, count=False).hits
        sign = 1 if self.query.sort == "price" else -1
        return sorted(self.read([address for _, address in found]), key=lambda hit: (sign * (hit.price or 0), hit.key))

    def unpriced(self, skip: int, wanted: int) -> list[Hit]:
        any_price = Q.boolean_query([(MUST, self.own_price(0, MAX_PRICE)), (MUST, self.of(self.open))])
        rest = Q.boolean_query([(MUST, self.matches()), (NOT, any_price)])
        found = self.searcher.search(rest, wanted, count=False, order_by_field="key", order=Order.Asc, offset=skip)
        return self.read([address for _, address in found.hits])

    def read(self, addresses: list, scores: list[float] | None = None) -> list[Hit]:
        """Hits with this buyer's prices, in the order given."""
        columns = (self.searcher.fast_field_values(field, addresses) for field in ("key", "supplier", "base"))
        rows = zip(addresses, *columns, scores or [0.0] * len(addresses), strict=True)
        return [Hit(key, supplier, score, self.price(supplier, base, at)) for at, key, supplier, base, score in rows]

    def price(self, supplier: int, base: int, address) -> int | None:
        buyer = self.query.buyer
        if supplier in buyer.closed:
            return None
        if own := buyer.lists.get(supplier):
            for value in self.searcher.doc(address).to_dict().get("prices", []):
                if value >> 32 == own:
                    return value & 0xFFFFFFFF
        return base if base >= 0 else None

    # counts ------------------------------------------------------------------------------------------------------

    def facets(self, wanted: frozenset[str]) -> Facets:
        plain = {name[:-1] if name == "suppliers" else name for name in wanted - {"prices"}}
        terms = {name: {"terms": {"field": name, "size": MOST}} for name in plain}
        found = self.searcher.aggregate(self.matches(), terms) if terms else {}
        counts = {name: {b["key"]: b["doc_count"] for b in found[name]["buckets"]} for name in plain}
        suppliers = {int(key): count for key, count in counts.pop("supplier", {}).items()}
        prices = self.price_counts(PRICE_EDGES) if "prices" in wanted else []
        return Facets(suppliers=suppliers, prices=prices, **counts)

    def price_counts(self, edges) -> list[int]:
        """Hits per range of this buyer's price: on his lists, and by base price where no list has the article."""
        pairs = list(zip(edges, edges[1:], strict=False))
        matches, lists = self.matches(self.open), self.query.price_lists
        counts = self.ranges(self.unlisted(matches), "base", [pairs])
        if lists:
            own = self.ranges(matches, "prices", [[(packed(x, a), packed(x, b)) for a, b in pairs] for x in lists])
            counts = [base + mine for base, mine in zip(counts, own, strict=True)]
        return counts

    def ranges(self, matches: Q, field: str, rows: list[list[tuple[int, int]]]) -> list[int]:
        """Documents per column of `rows`; tantivy adds buckets for the gaps, which count for nobody."""
        asked = [{"from": float(a), "to": float(b)} for row in rows for a, b in row]
        found = self.searcher.aggregate(matches, {"r": {"range": {"field": field, "ranges": asked}}})["r"]["buckets"]
        counts = {(bucket.get("from"), bucket.get("to")): bucket["doc_count"] for bucket in found}
        return [sum(counts.get((float(a), float(b)), 0) for a, b in column) for column in zip(*rows, strict=True)]

    @property
    def open(self) -> frozenset[int]:
        return self.query.allowed - self.query.buyer.closed

    def of(self, suppliers: Iterable[int]) -> Q:
        return Q.term_set_query(self.schema, "supplier", list(suppliers))


def _cuts(low: int, high: int, count: int = 24) -> list[int]:
    """Ends of price ranges between low and high, finer where prices are small."""
    inner = (int(cut) for cut in np.geomspace(max(low, 1), high, count + 1)[1:-1])
    return sorted({low, high, *(cut for cut in inner if low < cut < high)})
