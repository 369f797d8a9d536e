"""The one table of commands: bindings, footer, help, palette and keymap check are read from it."""

from __future__ import annotations

from dataclasses import dataclass

# Each place with the place around it: a key has one meaning in a place and in all that surround it.
PLACES: dict[str, str] = {
    "everywhere": "",
    "reading": "everywhere",
    "review": "reading",
    "evidence": "review",
    "claims": "review",
    "table": "reading",
    "library": "table",
    "history": "table",
    "sources": "table",
    "source": "reading",
    "statistics": "reading",
    "queries": "reading",
    "dialog": "",
}


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that a person can do in the terminal app.

    `keys` are the default ones, `label` is the word in the footer and the palette, `help` the sentence in the help
    page, `deed` the desk function it ends in (None where nothing is stored). `footer` commands are shown at the foot
    of their place, in the order of the table; `priority` ones work above a dialog and inside a text field. `moves` is
    for what moves within its screen and leads nowhere else: keys that come with it need not wait. `marked` ones use a
    stretch that is being marked, besides making a claim of it: their keys pass, and none may be a motion's.
    """

    id: str
    keys: tuple[str, ...]
    label: str
    help: str
    place: str
    group: str
    deed: str | None = None
    footer: bool = False
    priority: bool = False
    moves: bool = False
    marked: bool = False

    @property
    def action(self) -> str:
        """Return the name of the action that carries it out ('next_claim')."""
        return self.id.replace("-", "_")


def _row(
    where: str,
    name: str,
    keys: str,
    label: str,
    text: str,
    *,
    deed: str | None = None,
    footer: bool = False,
    moves: bool = False,
    marked: bool = False,
) -> Command:
    place, _, group = where.partition(" ")
    shown = (name, tuple(keys.split()), label, text, place, group)
    return Command(*shown, deed, footer, name in _PRIORITY, moves, marked)


_PRIORITY = frozenset({"quit"})

# One row, one line: it is read as a table.
# fmt: off
COMMANDS: tuple[Command, ...] = (
    _row("everywhere Program", "help", "f1 question_mark", "help", "Show every key of this screen.", footer=True),
    _row("everywhere Program", "palette", "ctrl+p", "palette", "Find a command, an article, a claim by a part of its name."),
    _row("everywhere Program", "quit", "ctrl+q", "quit", "Leave workbench; everything is already saved."),
    _row("everywhere Program", "toggle-mouse", "f12", "mouse", "Switch the mouse off, so that the terminal selects text itself, and on again."),
    _row("review Looking", "take-tour", "f7", "tour", "Take the two-minute tour, or end it."),
    _row("everywhere Program", "choose-theme", "f8", "colours", "Choose the colours: each theme is shown while the cursor is on it."),
    _row("everywhere Screens", "show-library", "f2", "library", "Go to the library of articles."),
    _row("everywhere Screens", "show-sources", "f3", "sources", "Go to the library of sources."),
    _row("everywhere Screens", "show-history", "f4", "history", "See who changed what, and when."),
    _row("everywhere Screens", "show-statistics", "f5", "statistics", "See the verdicts and the work counted up."),
    _row("everywhere Screens", "show-queries", "f6", "queries", "See the questions to the author as a list to hand over."),
    _row("everywhere Program", "back", "escape", "back", "Close what is open, drop a selection, or go back one screen."),
    _row("everywhere Program", "leave", "q", "leave", "Leave this screen for the one before it; from the library, leave workbench."),
    _row("everywhere Program", "undo", "u", "undo", "Take the last deed back, also after a restart.", deed="undo"),
    _row("everywhere Program", "redo", "U", "redo", "Do again what was just taken back.", deed="redo"),
    # Moving in any text or list
    _row("reading Reading", "line-down", "down j", "down", "Go down a line or a row.", moves=True),
    _row("reading Reading", "line-up", "up k", "up", "Go up a line or a row.", moves=True),
    _row("reading Reading", "page-down", "pagedown ctrl+f", "page down", "Go down a page.", moves=True),
    _row("reading Reading", "page-up", "pageup", "page up", "Go up a page.", moves=True),
    _row("reading Reading", "top", "g home", "top", "Go to the beginning.", moves=True),
    _row("reading Reading", "bottom", "G end", "bottom", "Go to the end.", moves=True),
    # Any table
    _row("table Table", "filter-rows", "slash", "filter", "Show only the rows with these words.", footer=True),
    _row("table Table", "sort-rows", "s", "sort", "Sort by the next column."),
    _row("table Table", "reverse-rows", "S", "reverse", "Turn the order of the rows round."),
    # Moving through an article
    _row("review Moving", "next-claim", "n", "next", "Go to the next claim.", footer=True, moves=True),
    _row("review Moving", "previous-claim", "p", "previous", "Go to the claim before.", moves=True),
    _row("review Moving", "next-open", "N", "next open", "Go to the next claim that waits for a verdict.", footer=True, moves=True),
    _row("review Moving", "previous-open", "P", "previous open", "Go to the open claim before.", moves=True),
    _row("review Moving", "next-unaccounted", "w", "next loose words", "Go to the next words that no settled claim accounts for.", moves=True),
    _row("review Moving", "visit-back", "comma", "back", "Go back to the claim you looked at before.", moves=True),
    _row("review Moving", "visit-forward", "semicolon", "forward", "Go forward again through the claims you looked at.", moves=True),
    _row("review Moving", "jump-number", "number_sign", "go to number", "Go to a claim by its number."),
    _row("review Moving", "jump-label", "J", "jump", "Put a letter on every claim in sight and go where you press."),
    _row("review Moving", "next-panel", "tab", "other panel", "Go to the next panel: article, claim, evidence."),
    _row("review Moving", "show-claims", "V", "list", "See the claims in view as a list, or the article again."),
    _row("review Moving", "search", "slash", "search", "Search claims, article and sources, also with slips of typing."),
    _row("review Moving", "limit", "l", "filter", "Show only some claims: by state, kind, rating, speaker, words.", footer=False),
    _row("review Moving", "clear-limit", "L", "no filter", "Show all claims of the article's scope again."),
    # Deciding
    _row("review Deciding", "repeat-verdict", "full_stop", "same again", "Give this claim the last verdict once more, and the sources that it rests on.", deed="decide_claim"),
    _row("review Deciding", "decide-same", "equals_sign", "same figure", "Give the same verdict wherever the article says this figure again.", deed="decide_claims"),
    _row("review Deciding", "set-action", "A", "desk action", "Say what the desk does: fix, cut, query, add context.", deed="edit_verdict"),
    _row("review Deciding", "reopen-claim", "O", "reopen", "Take the verdict off: the claim is open again.", deed="reopen_claim"),
    _row("review Deciding", "waive-claim", "minus", "waive", "Say that there is nothing to check: an opinion, a turn of phrase.", deed="waive_claim"),
    _row("review Deciding", "waive-passage", "W", "waive passage", "Account for a whole passage that needs no check.", deed="waive_passage", marked=True),
    _row("review Deciding", "lift-passage", "ctrl+w", "lift waiver", "Take the waiver off the passage at the current claim.", deed="lift_passage"),
    _row("review Deciding", "select-claim", "space", "select", "Select this claim for a verdict on several at once."),
    _row("review Deciding", "select-all", "asterisk", "select all", "Select every claim in view, or drop them all."),
    _row("review Deciding", "flag-claim", "F", "flag", "Put a flag on the claim, or take it off.", deed="flag_claim"),
    # Writing
    _row("review Writing", "edit-rationale", "e", "rationale", "Write why, for the desk.", deed="edit_verdict", footer=True),
    _row("review Writing", "edit-rationale-outside", "E", "in editor", "Write the rationale in your own editor.", deed="edit_verdict"),
    _row("review Writing", "edit-correction", "C", "correction", "Propose the corrected wording.", deed="edit_verdict"),
    _row("review Writing", "edit-explanation", "R", "for readers", "Write the explanation that readers will see.", deed="edit_verdict"),
    _row("review Writing", "ask-author", "Q", "query", "Write a question to the author.", deed="ask_author"),
    # Evidence
    _row("review Evidence", "attach-source", "s", "source", "Attach a source to this claim, or to the selected ones.", deed="attach_source", footer=True),
    _row("review Evidence", "open-source", "o", "open source", "Read the source with the quoted passage lit."),
    _row("claims Moving", "go-to-claim", "enter", "go to claim", "Go to the claim in the article."),
    _row("evidence Evidence", "edit-evidence", "enter", "edit", "Change stance, quote, place or note of this evidence.", deed="edit_evidence"),
    _row("evidence Evidence", "detach-evidence", "delete backspace", "detach", "Take this evidence off the claim.", deed="detach_evidence"),
    # Claims
    _row("review Claims", "mark-text", "m", "mark", "Mark words with the keyboard and make a claim of them.", deed="add_claim"),
    _row("review Claims", "edit-claim", "K", "edit claim", "Change kind, bounds, figure, speaker or wording of this claim.", deed="edit_claim", marked=True),
    _row("review Claims", "split-claim", "T", "split", "Take this claim apart into two.", deed="split_claim"),
    _row("review Claims", "merge-claims", "M", "merge", "Make one claim of the selected ones, or of this and the next of its paragraph.", deed="merge_claims"),
    # Article
    _row("review Article", "copy-claim", "y", "copy", "Copy the marked words, or the claim, to the clipboard.", marked=True),
    _row("review Article", "export", "x", "export", "Write the report.", deed="export_review"),
    _row(
        "review Article",
        "sign-article",
        "S",
        "sign off",
        "Put your name under the review as it stands; a later change makes that void.",
        deed="sign_article",
    ),
    # Library
    _row("library Library", "open-article", "enter", "open", "Open the article where you left it.", footer=True),
    _row("library Library", "import-article", "i", "import", "Import a file, a folder, a review from another machine, or paste a text.", deed="import_document", footer=True),
    _row("library Library", "edit-article", "e", "edit", "Change title, outlet, author, date, address, scope or scale.", deed="edit_article"),
    _row("library Library", "archive-article", "a", "archive", "Put the article away, or back; nothing is deleted.", deed="archive_article"),
    _row("library Library", "purge-article", "delete", "remove for good", "Remove the article, its claims and its history for good; asks first.", deed="purge_article"),
    _row("library Library", "show-archived", "z", "archived too", "Show archived articles as well, or hide them."),
    _row("library Library", "export-article", "x", "export", "Write the report of this article.", deed="export_review"),
    _row("library Library", "open-sample", "t", "sample", "Put the sample article and its sources into the library and open it.", deed="add_sample_sources"),
    _row("library Library", "open-tour", "f7", "tour", "Take the two-minute tour on a sample article with mistakes in it."),
    # History
    _row("history History", "undo-event", "enter", "take back", "Take back this one deed, if nothing later depends on it.", deed="undo_event", footer=True),
    _row("history History", "widen-history", "a", "whole library", "Show what was done in all of the library, or to the open article alone."),
    # Sources
    _row("sources Sources", "read-source", "enter o", "read", "Read the source's text.", footer=True),
    _row("sources Sources", "add-source", "i", "new", "Put a source into the library.", deed="add_source", footer=True),
    _row("sources Sources", "edit-source", "e", "edit", "Change what is known of the source.", deed="edit_source"),
    _row("sources Sources", "remove-source", "delete", "remove", "Take a source out that no claim cites.", deed="remove_source"),
    _row("sources Sources", "show-uses", "w", "used where", "List the claims that cite this source, and which of them quote an older copy.", footer=True),
    _row("sources Sources", "renew-source", "r", "new copy", "Keep the file as it is now as the newest copy; evidence goes on citing the one it quotes.", deed="add_version"),
    # Statistics
    _row("statistics Statistics", "widen-statistics", "a", "whole library", "Count all of the library, or the open article alone.", footer=True),
    # Source viewer
    _row("source Source", "mark-passage", "m", "mark", "Mark words of the source with the keyboard.", footer=True),
    _row("source Source", "cite-passage", "s", "take as quotation", "Take the marked words as this evidence's quotation.", deed="edit_evidence", footer=True, marked=True),
    _row("source Source", "next-passage", "n", "next passage", "Go to the next quoted passage, or the next place with the words found.", moves=True),
    _row("source Source", "previous-passage", "p", "passage before", "Go to the passage or the place before.", moves=True),
    _row("source Source", "find-words", "slash", "find", "Find words in the source's text.", footer=True),
    _row("source Source", "copy-passage", "y", "copy", "Copy the marked words.", footer=True, marked=True),
    # Queries
    _row("queries Queries", "open-query", "enter", "go to claim", "Go to the claim that is asked about.", footer=True),
    _row("queries Queries", "copy-queries", "y", "copy", "Copy the whole list, ready to send.", footer=True),
    # Dialogs
    _row("dialog Dialogs", "accept", "ctrl+s", "save", "Save what you wrote and close."),
    _row("dialog Dialogs", "cancel", "escape", "cancel", "Close; what you were writing stays as a draft."),
    _row("dialog Dialogs", "drop-draft", "ctrl+r", "drop draft", "Put back what is stored in place of what you were writing."),
    _row("dialog Dialogs", "outside", "ctrl+e", "in editor", "Write this field in your own editor."),
)
# fmt: on

# Keys while marking, by Textual's key names.
MARKING_KEYS: dict[str, str] = {
    "h": "left",
    "left": "left",
    "l": "right",
    "right": "right",
    "j": "row_down",
    "down": "row_down",
    "k": "row_up",
    "up": "row_up",
    "w": "next_word",
    "ctrl+right": "next_word",
    "alt+f": "next_word",
    "b": "last_word",
    "ctrl+left": "last_word",
    "alt+b": "last_word",
    "e": "word_end",
    "left_parenthesis": "last_sentence",
    "right_parenthesis": "next_sentence",
    "left_curly_bracket": "last_paragraph",
    "right_curly_bracket": "next_paragraph",
    "0": "row_start",
    "home": "row_start",
    "dollar_sign": "row_end",
    "end": "row_end",
    "pagedown": "page_down",
    "pageup": "page_up",
    "ctrl+home": "text_start",
    "ctrl+end": "text_end",
    "G": "text_end",
    "o": "swap",
    "v": "restart",
    "space": "restart",
    "enter": "accept",
    "m": "accept",
    "escape": "cancel",
    "q": "cancel",
}


def find_command(name: str) -> Command | None:
    """Find a command by its id."""
    return next((command for command in COMMANDS if command.id == name), None)


def surroundings(place: str) -> tuple[str, ...]:
    """List a place and the places around it, innermost first."""
    chain = []
    while place:
        chain.append(place)
        place = PLACES[place]
    return tuple(chain)


def commands_in(place: str) -> tuple[Command, ...]:
    """List the commands that work in a place, its own first."""
    chain = surroundings(place)
    return tuple(command for where in chain for command in COMMANDS if command.place == where)
