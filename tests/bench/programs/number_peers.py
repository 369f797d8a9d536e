"""Run a library that finds numbers over texts; started by the figures' benchmark with that library's own Python.

Reads `{"peer": name, "texts": [...]}` on standard input, writes `{"seconds": s, "found": [[[start, end, value], ...], ...]}`.
"""

from __future__ import annotations

import json
import re
import sys
import time
import warnings
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

Found = list[tuple[int, int, float | None]]


def load_quantulum() -> Callable[[str], Found]:
    from quantulum3 import parser

    return lambda text: [(*quantity.span, quantity.value) for quantity in parser.parse(text)]


def load_recognizers() -> Callable[[str], Found]:
    from recognizers_number import Culture, recognize_number, recognize_ordinal, recognize_percentage
    from recognizers_number_with_unit import (
        recognize_age,
        recognize_currency,
        recognize_dimension,
        recognize_temperature,
    )

    readers = (
        recognize_currency,
        recognize_dimension,
        recognize_temperature,
        recognize_age,
        recognize_percentage,
        recognize_ordinal,
        recognize_number,
    )

    def find(text: str) -> Found:
        found: Found = []
        for reader in readers:
            for result in reader(text, Culture.English):
                place = (result.start, result.end + 1)
                # A later reader sees less of the same: the number in a price.
                if result.resolution and not any(place[0] < end and start < place[1] for start, end, _ in found):
                    found.append((*place, read(result.resolution.get("value"))))
        return found

    return find


def load_number_parser() -> Callable[[str], Found]:
    from number_parser import parse

    # It rewrites the text with its numbers in digits and tells no places: only its speed can be compared.
    def find(text: str) -> Found:
        parse(text)
        return []

    return find


def load_floor() -> Callable[[str], Found]:
    words = [
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "hundred",
        "thousand",
        "million",
        "billion",
    ]
    pattern = re.compile(rf"\b(?:[0-9]+(?:[.,][0-9]+)*|{'|'.join(words)})\b", re.IGNORECASE)
    return lambda text: [(*match.span(), None) for match in pattern.finditer(text)]


def read(value: str | None) -> float | None:
    try:
        return float(value.rstrip("%")) if value is not None else None
    except ValueError:
        return None


LOADERS = {
    "quantulum3": load_quantulum,
    "recognizers-text": load_recognizers,
    "number-parser": load_number_parser,
    "floor": load_floor,
}


def main() -> None:
    warnings.simplefilter("ignore")
    order = json.load(sys.stdin)
    find = LOADERS[order["peer"]]()
    # The first call compiles patterns and loads tables.
    find("two hundred and five people paid $3.5bn for 5 km")
    began = time.process_time()
    found = [find(text) for text in order["texts"]]
    json.dump({"seconds": time.process_time() - began, "found": found}, sys.stdout)


if __name__ == "__main__":
    main()
