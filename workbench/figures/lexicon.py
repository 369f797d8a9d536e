"""The words that English writes numbers with, and what each of them is worth."""

from __future__ import annotations

from decimal import Decimal

ONES = {
    word: value
    for value, word in enumerate(
        [
            "zero",
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
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ],
    )
} | {"nought": 0, "naught": 0, "nil": 0}

TENS = {
    word: 10 * value
    for value, word in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], start=2
    )
}

HUNDRED = "hundred"

SCALES = {
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "quadrillion": 10**15,
    "quintillion": 10**18,
    "sextillion": 10**21,
    "septillion": 10**24,
    "octillion": 10**27,
    "nonillion": 10**30,
    "decillion": 10**33,
    "milliard": 10**9,
    "lakh": 10**5,
    "crore": 10**7,
}

# Behind another number their plurals are scales too: 'a hundred trillions', 'two millions'.
PLURAL_SCALES = {f"{word}s": word for word in (*SCALES, HUNDRED)}

# A nought read out: 'five point oh two', 'nineteen oh five'.
OH = "oh"

# Words that count like a number behind 'a' or another number: 'a dozen', 'two dozen', 'three score'.
GROUPS = {"dozen": 12, "score": 20, "couple": 2}

# 'hundreds of thousands' is a range from N to 10 N.
VAGUE = {
    "tens": 10,
    "dozens": 12,
    "scores": 20,
    "hundreds": 100,
    "thousands": 10**3,
    "millions": 10**6,
    "billions": 10**9,
    "trillions": 10**12,
    "lakhs": 10**5,
    "crores": 10**7,
}

ORDINALS = {
    word: value
    for value, word in enumerate(
        [
            "zeroth",
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
            "twentieth",
        ],
    )
    if value
} | {
    "thirtieth": 30,
    "fortieth": 40,
    "fiftieth": 50,
    "sixtieth": 60,
    "seventieth": 70,
    "eightieth": 80,
    "ninetieth": 90,
    "hundredth": 100,
    "thousandth": 1000,
    "millionth": 10**6,
    "billionth": 10**9,
    "trillionth": 10**12,
}

# What a number of parts is called: 'a half', 'two-thirds', 'nine tenths'.
PARTS = (
    {"half": 2, "halves": 2, "quarter": 4, "quarters": 4}
    | {word: value for word, value in ORDINALS.items() if word not in {"first", "second"}}
    | {word + "s": value for word, value in ORDINALS.items() if word not in {"first", "second"}}
)

DECADES = {
    "twenties": 20,
    "thirties": 30,
    "forties": 40,
    "fifties": 50,
    "sixties": 60,
    "seventies": 70,
    "eighties": 80,
    "nineties": 90,
}

_TIMES = {
    "doubl": 2,
    "tripl": 3,
    "trebl": 3,
    "quadrupl": 4,
    "quintupl": 5,
    "sextupl": 6,
}
MULTIPLES = (
    {stem + ending: Decimal(value) for stem, value in _TIMES.items() for ending in ("e", "ed", "es", "ing")}
    | {"halved": Decimal("0.5"), "halves": Decimal("0.5"), "halving": Decimal("0.5"), "halve": Decimal("0.5")}
    | {"single": Decimal(1)}
    | {"twice": Decimal(2), "thrice": Decimal(3)}
)

# Children by the age they are still below: 'under-fives'.
AGES = {
    word + ("es" if word == "six" else "s"): ONES[word]
    for word in ("three", "four", "five", "six", "seven", "eight", "nine", "eleven", "twelve")
}

FOLDS = {
    number + "fold": value for number, value in (ONES | TENS | {"hundred": 100, "thousand": 1000}).items() if value > 1
}

# Banknotes by their nicknames.
NOTES = {"fiver": 5, "tenner": 10}

CLOCK = {"noon": "T12:00", "midday": "T12:00", "midnight": "T00:00"}

# Everything that can open or continue a number written in words.
CARDINALS = frozenset(ONES) | frozenset(TENS) | frozenset(SCALES) | frozenset(GROUPS) | {HUNDRED}
VOCABULARY = (
    CARDINALS
    | frozenset(VAGUE)
    | frozenset(ORDINALS)
    | frozenset(PARTS)
    | frozenset(DECADES)
    | frozenset(AGES)
    | frozenset(MULTIPLES)
    | frozenset(FOLDS)
    | frozenset(CLOCK)
    | frozenset(NOTES)
)
