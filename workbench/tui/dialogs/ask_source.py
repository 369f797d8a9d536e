"""Ask what is known of a source, a call log entry included."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING

from textual import on

from workbench.model.sources import SourceFields, SourceType
from workbench.text.dates import is_iso_date
from workbench.tui.dialogs.form import Entry, Form
from workbench.tui.widgets.choice import Choice

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

CALL_ENTRIES = ("asked", "asked_at", "channel", "answer", "deadline")
PAGE_ENTRIES = ("url", "path", "publisher", "author", "published", "accessed", "archive_url")
DATES = {"published": "Published", "accessed": "Looked at", "asked_at": "When", "deadline": "Deadline"}
TYPES = tuple((kind.value, kind.value.replace("-", " ")) for kind in SourceType)


class AskSource(Form[SourceFields]):
    """Ask for a new source, or change a known one."""

    def __init__(
        self,
        source: SourceFields | None = None,
        *,
        new: bool = False,
        subject: str = "new",
        check: Callable[[SourceFields], Awaitable[str]] | None = None,
    ) -> None:
        super().__init__(classes="question--wide", subject=subject, check=check)
        self.title_text = "A new source" if source is None or new else "What is known of this source"
        self._source = source or SourceFields("")

    def entries(self) -> Sequence[Entry]:
        """Return what can be said about a source."""
        have = self._source
        return (
            Entry("title", "Title", have.title, "what it is called"),
            Entry("type", "Type", have.type.value, options=TYPES),
            Entry("url", "Address", have.url, "https://…"),
            Entry("path", "File", have.path, "its text is kept with the source (→ completes the path)", path=True),
            Entry("publisher", "Publisher", have.publisher),
            Entry("author", "Author", have.author),
            Entry("published", "Published", have.published, "YYYY-MM-DD"),
            Entry("accessed", "Looked at", have.accessed, "YYYY-MM-DD"),
            Entry("archive_url", "Archived at", have.archive_url),
            Entry("asked", "Who", have.asked, "who was asked"),
            Entry("asked_at", "When", have.asked_at, "YYYY-MM-DDThh:mm"),
            Entry("channel", "How", have.channel, "phone, mail, in person"),
            Entry("answer", "Answer", have.answer, long=True),
            Entry("deadline", "Deadline", have.deadline),
            Entry("note", "Note", have.note, long=True),
            Entry(
                "confidential",
                "Confidential",
                "yes" if have.confidential else "no",
                options=(("no", "no"), ("yes", "yes, keep it out of public reports")),
            ),
        )

    def on_mount(self) -> None:
        """Show the entries that the type has."""
        self._fit(self._source.type.value)

    @on(Choice.Chosen)
    def _type(self, event: Choice.Chosen) -> None:
        if event.choice.name == "type":
            self._fit(event.choice.value)

    def _fit(self, kind: str) -> None:
        call = kind in {SourceType.CALL.value, SourceType.INTERVIEW.value}
        self.show_entries(CALL_ENTRIES, shown=call)
        self.show_entries(PAGE_ENTRIES, shown=kind != SourceType.CALL.value)

    def read(self, values: dict[str, str]) -> SourceFields | None:
        """Return the fields; something must name the source."""
        if not (values["title"] or values["url"] or values["path"]):
            self.tell("A source needs a title, an address or a file.")
            return None
        for name, label in DATES.items():
            if values[name] and not is_iso_date(values[name]):
                self.tell(f"{label}: write 2024, 2024-03, 2024-03-25 or 2024-03-25T10:30.")
                self.control(name).focus()
                return None
        texts = {field.name: values[field.name] for field in fields(SourceFields) if field.name in values}
        texts.pop("type")
        texts.pop("confidential")
        return replace(
            self._source,
            **texts,
            type=SourceType(values["type"]),
            confidential=values["confidential"] == "yes",
        )
