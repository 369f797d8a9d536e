"""Fill templates: our own, and (sandboxed) the users'. Whatever is not markup is escaped for the format."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, PackageLoader, StrictUndefined, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from workbench.errors import InputError
from workbench.formats.canonical import make_fit, to_bytes
from workbench.reports.changing import track_changes
from workbench.reports.wording import cite, count, end_sentence, join_words, safe_link, say_state, say_time
from workbench.text.phrases import in_quotes

if TYPE_CHECKING:
    from collections.abc import Callable

_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>()#|~&$!])")
# What begins a list, a heading's underline or a rule, but only at the start of a line.
_LINE_START = re.compile(r"^(?:([-+=])|(\d{1,9})([.)])(?= |$))")
# Markdown has no element that would keep these from turning the words behind them about.
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
# Not the no-break space, which says something.
_SPACES = re.compile("[ \t\n\r\f\v\x1c-\x1e\x85\u2028\u2029]+")


def escape_markdown(text: str) -> str:
    """Escape for one line of CommonMark (GitHub's dialect too); line ends and runs of spaces become one space."""
    line = _MARKDOWN.sub(r"\\\1", _SPACES.sub(" ", _TURNING.sub("\N{REPLACEMENT CHARACTER}", make_fit(text))))
    return _LINE_START.sub(lambda found: f"\\{found[1]}" if found[1] else f"{found[2]}\\{found[3]}", line)


def escape_lines(text: str, indent: str = "") -> Markup:
    """Escape for CommonMark and keep the line ends; every line but the first gets the indent."""
    return Markup(f"\\\n{indent}".join(escape_markdown(line.strip()) for line in text.strip().splitlines()))  # noqa: S704 - escaped


def markdown_link(url: str, words: str) -> Markup:
    """Write a link, or the words alone where the address may not stand behind one."""
    shown = escape_markdown(words).strip() or "link"
    safe = safe_link(url)
    target = safe.replace("\\", "%5C").replace("<", "%3C").replace(">", "%3E")
    return Markup(f"[{shown}](<{target}>)" if safe else shown)  # noqa: S704 - escaped


def render(name: str, **values: Any) -> bytes:
    """Fill one of our own templates ('memo.html')."""
    template = _prepare(Environment, name).get_template(f"{name}.jinja")
    return to_bytes(make_fit(template.render(**values)).rstrip("\n") + "\n")


def render_own(name: str, source: str, **values: Any) -> bytes:
    """Fill a user's template in a sandbox; raise InputError with the line where it is wrong.

    The file's name (without '.jinja' or '.j2') says how values are escaped: '.html', '.htm', '.xml' and '.svg' as
    HTML, '.md' as Markdown, anything else not at all.
    """
    hint = "`workbench export --template-help` says what may be used in one."
    try:
        environment = _prepare(ImmutableSandboxedEnvironment, name.removesuffix(".jinja").removesuffix(".j2"))
        return to_bytes(make_fit(environment.from_string(source).render(**values)))
    except TemplateError as error:
        line = getattr(error, "lineno", None)
        where = f"{name}, line {line}" if line else name
        raise InputError(f"{where}: {error.message or type(error).__name__}", hint) from None
    except (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError) as error:
        raise InputError(f"{name}: {str(error) or type(error).__name__}", hint) from None
    except MemoryError:
        raise InputError(f"{name}: it asks for more memory than there is", hint) from None


def _prepare(make: type[Environment], name: str) -> Environment:
    markdown = name.endswith(".md")
    environment = make(
        # With Markdown it makes macros return Markup, so that what they escaped is not escaped again.
        autoescape=markdown or name.endswith((".html", ".htm", ".xml", ".svg")),
        finalize=_escape_for_markdown if markdown else None,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        loader=PackageLoader("workbench", "data/templates"),
    )
    environment.filters.update(_filters())
    return environment


def _escape_for_markdown(value: Any) -> Any:
    return value if isinstance(value, Markup) else Markup(escape_markdown(str(value)))  # noqa: S704 - escaped


def _filters() -> dict[str, Callable[..., Any]]:
    return {
        "time": say_time,
        "changes": track_changes,
        "cite": cite,
        "count": count,
        "quoted": in_quotes,
        "stopped": end_sentence,
        "words": join_words,
        "state": say_state,
        "link": safe_link,
        "md_number": lambda number: Markup(f"{number}."),  # noqa: S704 - a number
        "md_lines": escape_lines,
        "md_link": markdown_link,
    }
