"""Clean what people type before it is stored: one normaliser, and limits that catch a paste gone wrong."""

from __future__ import annotations

from workbench.errors import UsageError
from workbench.text.cleaning import clean, unify_line_ends

# Characters; far above anything written by hand.
MAX_LINE = 2_000
MAX_PROSE = 100_000


def clean_prose(text: str, name: str) -> str:
    """Clean text of several lines; UsageError when it is absurdly long. `name` is what the message calls it."""
    cleaned = clean(unify_line_ends(text)).text.strip()
    if len(cleaned) > MAX_PROSE:
        raise UsageError(
            f"the {name} has {len(cleaned):,} characters; at most {MAX_PROSE:,} are kept",
            hint="keep the long version as a source, and say here what it shows",
        )
    return cleaned


def clean_line(text: str, name: str) -> str:
    """Clean text of one line: line breaks and runs of space become one space. UsageError as `clean_prose`."""
    cleaned = " ".join(clean(unify_line_ends(text)).text.split())
    if len(cleaned) > MAX_LINE:
        raise UsageError(
            f"the {name} has {len(cleaned):,} characters; at most {MAX_LINE:,} are kept", hint="say it in one line"
        )
    return cleaned
