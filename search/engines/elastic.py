"""Elasticsearch, version 8 or 9: one request answers a page with its counts."""

import json
from collections.abc import Iterable
from functools import lru_cache
from hashlib import blake2b
from itertools import pairwise

from django.conf import settings
from elasticsearch import ApiError, Elasticsearch, TransportError, helpers
from elasticsearch.dsl import A, Index, Keyword, Long, Mapping, Q, Search, Text
from elasticsearch.dsl.query import Query as Clause

from search.engines.base import (
    CODE_SCORE,
    FACETS,
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

MOST = 1000  # buckets of a facet: more than suppliers, categories or attribute values that one search shows
_FIELDS = {
    "tokens": lambda: Text(analyzer="whitespace", index_options="freqs"),
    "number": Long,
    "keyword": Keyword,
    "order": Keyword,
}
OWN_PRICE = """
String supplier = String.valueOf(doc['supplier'].value);
if (params.closed.containsKey(supplier)) return;
Object own = params.lists.get(supplier);
if (own != null) {
  long list = ((Number) own).longValue();
  def prices = doc['prices'];
  for (int i = 0; i < prices.size(); i++) {
    long price = prices.get(i);
    if ((price >> 32L) == list) { emit(price & 0xffffffffL); return; }
  }
}
if (doc['base'].value >= 0) emit(doc['base'].value);
"""
DISTANCE = "emit(((Number) params.ranks.get(String.valueOf(doc['supplier'].value))).longValue());"


@lru_cache
def client(url: str) -> Elasticsearch:
    """A client that gives up early: a page must not wait for a dead server."""
    return Elasticsearch(url, request_timeout=3, max_retries=0, retry_on_timeout=False)


def mapping_of(kind: str) -> Mapping:
    mapping = Mapping().meta("dynamic", "strict").meta("_source", enabled=False)
    mapping.field("key", Long()).field("digest", Long())
    for name, how in fields_of(kind).items():
        mapping.field(name, _FIELDS[how if how == "tokens" else how.removesuffix("s")]())
    return mapping


class _Errors:
    """Whatever keeps the server from answering becomes SearchDown."""

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        if isinstance(error, TransportError | ApiError):
            raise SearchDown(str(error)) from error


class ElasticIndex:
    """One generation: an index for each kind, named prefix-kind-generation. See engines.base.SearchIndex."""

    engine = "elasticsearch"

    def __init__(self, generation: str, url: str | None = None, prefix: str | None = None):
        self.generation = generation
        self.client = client(url or settings.SEARCH_URL)
        self.patient = self.client.options(request_timeout=60)  # for writing
        self.prefix = prefix or settings.SEARCH_PREFIX

    def _name(self, kind: str) -> str:
        return f"{self.prefix}-{kind}-{self.generation}"

    @staticmethod
    def layout() -> str:
        kinds = [mapping_of("listings").to_dict(), mapping_of("pages").to_dict(), base_version()]
        return blake2b(json.dumps(kinds, sort_keys=True).encode(), digest_size=4).hexdigest()

    def exists(self, kinds: Iterable[str]) -> bool:
        with _Errors():
            return bool(self.client.indices.exists(index=[self._name(kind) for kind in kinds]))

    def create(self, kinds: Iterable[str]) -> None:
        with _Errors():
            for kind in kinds:
                index = Index(self._name(kind), using=self.patient)
                index.settings(
                    number_of_shards=1, number_of_replicas=0, refresh_interval="-1", max_result_window=100_000
                )
                index.mapping(mapping_of(kind))
                index.create()

    def drop_others(self) -> None:
        with _Errors():
            for name in self.client.indices.get(index=f"{self.prefix}-*", expand_wildcards="open"):
                if not name.endswith(f"-{self.generation}"):
                    self.client.indices.delete(index=name)

    def write(self, kind: str, documents: list[dict], gone: Iterable[int] = ()) -> None:
        name = self._name(kind)
        puts = ({"_op_type": "index", "_index": name, "_id": d["key"], "_source": d} for d in documents)
        drops = ({"_op_type": "delete", "_index": name, "_id": key} for key in gone)
        with _Errors():
            for actions in (puts, drops):
                for ok, item in helpers.streaming_bulk(self.patient, actions, raise_on_error=False):
                    if not ok and item.get("delete", {}).get("status") != 404:
                        raise SearchDown(str(item))
            self.patient.indices.refresh(index=name)

    def digests(self, kind: str) -> dict[int, int]:
        search = Search(using=self.client, index=self._name(kind)).source(False)
        search = search.extra(docvalue_fields=["key", "digest"]).params(size=5000, preserve_order=False)
        with _Errors():
            return {hit.key[0]: hit.digest[0] for hit in search.scan()}

    def listings(self, query: Query, facets: Iterable[str] = FACETS) -> Result:
        with _Errors():
            return _Listings(query, frozenset(facets)).result(Search(using=self.client, index=self._name("listings")))

    def find(self, kind: str, terms: Terms, language: str, size: int) -> tuple[int, list[int]]:
        matches = Q("bool", must=[text_query(terms)], filter=[Q("terms", language=["", language])])
        search = Search(using=self.client, index=self._name(kind)).query(matches).source(False)
        search = search.extra(docvalue_fields=["key"], track_total_hits=True)[:size]
        with _Errors():
            response = search.execute()
        return response.hits.total.value, [hit.key[0] for hit in response]

    def complete(self, prefix: str, buyer: BuyerTable, size: int) -> list[str]:
        seen = [Q("prefix", words=prefix), Q("terms", audience=list(buyer.audiences))]
        search = Search(using=self.client, index=self._name("listings"))
        search = search.query("bool", filter=[*seen, Q("terms", supplier=list(buyer.weights))])[:0]
        search.aggs.bucket("words", A("terms", field="words", size=size, include=f"{prefix}.*"))
        with _Errors():
            buckets = search.execute().aggregations.words.buckets
        return [bucket.key.partition("\t")[2] for bucket in buckets]


def text_query(terms: Terms) -> Clause:
    """Documents with all `must` groups, better with the whole words; a number that fits comes before all."""
    if not terms:
        return Q("match_all")
    should = [Q("term", name={"value": whole, "boost": 2}) for whole in terms.should]
    words = Q("bool", must=[_group(group) for group in terms.must], should=should)
    code = Q("constant_score", filter=Q("term", codes=terms.code), boost=CODE_SCORE)
    return Q("dis_max", queries=[words, code] if terms.must else [code])


def _group(group: Group) -> Clause:
    found = [Q("bool", must=[_stem(stem) for stem in stems]) if len(stems) > 1 else _stem(stems[0]) for stems in group]
    return Q("dis_max", queries=found) if len(found) > 1 else found[0]


def _stem(stem: str) -> Clause:
    return Q("dis_max", queries=[Q("term", name={"value": stem, "boost": 3}), Q("term", text=stem)])


class _Listings:
    """One question: the request for it and the reading of the answer."""

    def __init__(self, query: Query, facets: frozenset[str]):
        self.query, self.facets = query, facets

    def result(self, search: Search) -> Result:
        response = self.request(search).execute()
        hits = [
            Hit(hit.key[0], hit.supplier[0], hit.meta.score or 0.0, getattr(hit, "own", [None])[0]) for hit in response
        ]
        found = {name: response.aggregations[name].buckets for name in self.facets}
        prices = [bucket.doc_count for bucket in found.pop("prices", [])]
        counts = {name: {bucket.key: bucket.doc_count for bucket in buckets} for name, buckets in found.items()}
        return Result(response.hits.total.value, hits, Facets(prices=prices, **counts))

    def request(self, search: Search) -> Search:
        query = self.query
        search = search.query(self.matches()).source(False).sort(*self.order())
        search = search.extra(
            docvalue_fields=["key", "supplier"], fields=["own"], runtime_mappings=self.runtime(), track_total_hits=True
        )[query.offset : query.offset + query.size]
        for name in self.facets - {"prices"}:
            field = name.removesuffix("s") if name == "suppliers" else name
            search.aggs.bucket(name, A("terms", field=field, size=MOST))
        if "prices" in self.facets:
            ranges = [{"from": low, "to": high} for low, high in pairwise(PRICE_EDGES)]
            search.aggs.bucket("prices", A("range", field="own", ranges=ranges))
        return search

    def runtime(self) -> dict:
        """Fields that exist for this question only: this buyer's price, and his distance where it is the order."""
        buyer = self.query.buyer
        lists = {str(supplier): own for supplier, own in buyer.lists.items()}
        own = {"source": OWN_PRICE, "params": {"lists": lists, "closed": dict.fromkeys(map(str, buyer.closed), 1)}}
        fields = {"own": {"type": "long", "script": own}}
        if self.query.sort == "distance":
            ranks = {str(supplier): rank for supplier, rank in buyer.rank_of_distance().items()}
            fields["distance"] = {"type": "long", "script": {"source": DISTANCE, "params": {"ranks": ranks}}}
        return fields

    def order(self) -> list:
        orders: dict[str, list] = {
            "relevance": ["_score", "key"],
            "price": [{"own": {"order": "asc", "missing": "_last"}}, "key"],
            "-price": [{"own": {"order": "desc", "missing": "_last"}}, "key"],
            "distance": ["distance", "order"],
            "name": ["order"],
        }
        return orders[self.query.sort]

    def matches(self) -> Clause:
        matches = Q("bool", must=[text_query(self.query.terms)], filter=self.filters())
        return self.weighted(matches) if self.query.sort == "relevance" else Q("bool", filter=[matches])

    def weighted(self, matches: Clause) -> Clause:
        """The score times the supplier's weight: one filter per level of weight."""
        levels: dict[float, list[int]] = {}
        for supplier in self.query.allowed:
            levels.setdefault(self.query.buyer.weights[supplier], []).append(supplier)
        functions = [
            {"filter": Q("terms", supplier=suppliers), "weight": weight}
            for weight, suppliers in levels.items()
            if weight != 1
        ]
        return Q("function_score", query=matches, functions=functions, score_mode="first", boost_mode="multiply")

    def filters(self) -> list[Clause]:
        query = self.query
        filters = [Q("terms", supplier=sorted(query.allowed)), Q("terms", audience=list(query.buyer.audiences))]
        filters += [Q("terms", attributes=[f"{name}={v}" for v in values]) for name, values in query.attributes]
        if query.categories:
            filters.append(Q("terms", categories=list(query.categories)))
        if query.price:
            filters.append(self.own_price(*query.price))
        return filters

    def own_price(self, low: int, high: int) -> Clause:
        """Articles whose price for this buyer is at least `low` and below `high`."""
        lists = self.query.price_lists
        ranges = [Q("range", prices={"gte": packed(one, low), "lt": packed(one, high)}) for one in lists]
        base = Q("bool", filter=[Q("range", base={"gte": low, "lt": high})], must_not=[Q("terms", lists=lists)])
        return Q("bool", should=[*ranges, base], minimum_should_match=1)
