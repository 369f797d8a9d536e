"""What was typed into forms and not saved: it stands there again, and what is about a claim outlives the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from workbench.model.articles import Draft

# Parts the names in the field of a form's draft: form, subject, entry.
MARK = "/"

# A form and what it was about, in words of its own.
Form = tuple[str, str]


class LeftForms:
    """What differs from what is stored, by form and entry.

    `keep` and `forget` store a draft of an article's claim, and drop it: article, claim, field (and text).
    """

    def __init__(self, keep: Callable[[int, int, str, str], object], forget: Callable[[int, int, str], object]) -> None:
        self._keep = keep
        self._forget = forget
        self._typed: dict[Form, Mapping[str, str]] = {}
        # What of it is stored.
        self._kept: dict[Form, Mapping[str, str]] = {}

    def of(self, form: Form) -> Mapping[str, str]:
        """Return what was typed into a form, nothing where nothing was."""
        return self._typed.get(form, {})

    def put(self, form: Form, typed: Mapping[str, str]) -> None:
        """Hold what is being typed; nothing where the form was saved or given up."""
        self._typed[form] = dict(typed)

    def store(self, form: Form, about: tuple[int, int]) -> None:
        """Store what is held of a form about an article's claim, each entry as a draft; drop what is held no longer."""
        typed, kept = self.of(form), self._kept.get(form, {})
        for name in typed.keys() | kept.keys():
            field = MARK.join((*form, name))
            if name not in typed:
                self._forget(*about, field)
            elif typed[name] != kept.get(name):
                self._keep(*about, field, typed[name])
        self._kept[form] = typed

    def take(self, drafts: Iterable[Draft]) -> None:
        """Take over what was stored before the program ended; what is at hand is newer."""
        found: dict[Form, dict[str, str]] = {}
        for draft in drafts:
            form, _, rest = draft.field.partition(MARK)
            subject, mark, name = rest.partition(MARK)
            if mark:
                found.setdefault((form, subject), {})[name] = draft.text
        for key, typed in found.items():
            if key not in self._kept and key not in self._typed:
                self._typed[key] = self._kept[key] = typed
