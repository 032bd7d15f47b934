"""The chosen filters, each with the address that is left when it goes."""

from typing import NamedTuple

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from search.facets import Group
from search.params import NAMES, Params
from search.queries import Answer


class Chip(NamedTuple):
    label: str
    query: str


def chips(answer: Answer) -> list[Chip]:
    chosen = [chip for group in answer.groups for chip in _of(group, answer.params)]
    return chosen + _limits(answer.params)


def _of(group: Group, params: Params) -> list[Chip]:
    return [Chip(value.label, _without(params, group.name, value.value)) for value in group.values if value.chosen]


def _without(params: Params, name: str, value: str) -> str:
    attribute = next(attribute for attribute, key in NAMES.items() if key == name)
    values = getattr(params, attribute)
    if not isinstance(values, tuple):
        return params.but(**{attribute: None}).as_query()
    kept = tuple(one for one in values if ("=".join(one) if isinstance(one, tuple) else str(one)) != value)
    return params.but(**{attribute: kept}).as_query()


def _limits(params: Params) -> list[Chip]:
    found = []
    if params.low is not None:
        found.append(Chip(_("ab %(low)s €") % {"low": number_format(params.low)}, params.but(low=None).as_query()))
    if params.high is not None:
        found.append(Chip(_("bis %(high)s €") % {"high": number_format(params.high)}, params.but(high=None).as_query()))
    return found
