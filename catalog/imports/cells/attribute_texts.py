"""Attributes in one cell, as our own export says them: `Farbe: braun`, one a line, or JSON."""

from __future__ import annotations

import json
import re
from typing import Any

BREAKS = re.compile("[\n\r]")
NOT_KEPT = re.compile("[\x00\ud800-\udfff]")  # by the database
NAME_LENGTH, VALUE_LENGTH = 80, 20_000


def lines_of_attributes(attributes: dict[str, Any]) -> str:
    """Lines for people; what would not come back so stays JSON."""
    if all(_is_plain(name, value) for name, value in attributes.items()):
        return "\n".join(f"{name}: {value}" for name, value in attributes.items())
    return json.dumps(attributes, ensure_ascii=False)


def _is_plain(name: str, value: Any) -> bool:
    if value.__class__ is not str or not value or BREAKS.search(name + value) or value != value.strip():
        return False
    return bool(name) and ": " not in name and name == name.strip() and not name.startswith("{")


def attributes_in(text: str) -> dict[str, Any]:
    """What a cell of our own export says; values that are no texts come back as they were."""
    if not text.startswith("{"):
        pairs = (line.partition(": ") for line in BREAKS.sub("\n", text).split("\n"))
        return {name[:NAME_LENGTH]: value[:VALUE_LENGTH] for name, _, value in pairs if value}
    try:
        found = json.loads(text, parse_constant=str, parse_int=_int)
    except (ValueError, RecursionError):
        return {}
    return {_kept(name)[:NAME_LENGTH]: _kept(value) for name, value in found.items()}


def _int(digits: str) -> int | str:
    return int(digits) if len(digits) < 16 else digits


def _kept(value: Any, depth: int = 9) -> Any:
    """The value without what the database refuses, and no deeper than anybody writes."""
    if isinstance(value, str):
        return NOT_KEPT.sub("", value)[:VALUE_LENGTH]
    if not depth:
        return ""
    if isinstance(value, dict):
        return {_kept(name): _kept(part, depth - 1) for name, part in value.items()}
    return [_kept(part, depth - 1) for part in value] if isinstance(value, list) else value
