"""The table of the command line: each command with its module and the deeds it ends in. Nothing is imported for it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """A command: `where` it is defined ('module:attribute' inside this package) and the desk functions it calls."""

    where: str
    deeds: tuple[str, ...] = ()


GROUPS: dict[str, str] = {
    "claim": "Add, change, split, merge, waive, flag or ask about claims.",
    "passage": "Waive a whole passage that needs no check.",
    "source": "Keep the library of sources.",
    "evidence": "Change what a source says about a claim.",
    "config": "See and change the settings.",
    "db": "Check, back up and restore the database.",
}

COMMANDS: dict[str, Entry] = {
    "import": Entry("importing:import_files", ("import_document", "restore_review")),
    "review": Entry("opening:review"),
    "sample": Entry("opening:sample", ("import_document", "add_sample_sources")),
    "tour": Entry("opening:tour", ("import_document", "add_sample_sources")),
    "list": Entry("reading:list_library", ("list_articles",)),
    "show": Entry("reading:show", ("open_review",)),
    "claims": Entry("reading:claims", ("open_review",)),
    "status": Entry("gates:status", ("open_review",)),
    "statistics": Entry("counting:statistics", ("count_work",)),
    "check": Entry("checking:check", ("open_review",)),
    "verdict": Entry("verdicts:verdict", ("decide_claim", "decide_claims")),
    "annotate": Entry("verdicts:annotate", ("edit_verdict",)),
    "reopen": Entry("verdicts:reopen", ("reopen_claim",)),
    "claim add": Entry("claims:add", ("add_claim",)),
    "claim edit": Entry("claims:edit", ("edit_claim",)),
    "claim split": Entry("claims:split", ("split_claim",)),
    "claim merge": Entry("claims:merge", ("merge_claims",)),
    "claim waive": Entry("claims:waive", ("waive_claim", "waive_claims")),
    "claim flag": Entry("claims:flag", ("flag_claim",)),
    "claim question": Entry("claims:question", ("ask_author",)),
    "passage waive": Entry("passages:waive", ("waive_passage",)),
    "passage lift": Entry("passages:lift", ("lift_passage",)),
    "source add": Entry("sources:add", ("add_source", "find_similar_sources")),
    "source edit": Entry("sources:edit", ("edit_source", "add_version")),
    "source list": Entry("sources:list_all", ("list_sources", "find_changed_files")),
    "source show": Entry("sources:show", ("get_source", "read_source_text", "list_uses")),
    "source remove": Entry("sources:remove", ("remove_source",)),
    "attach": Entry("evidence:attach", ("attach_source",)),
    "detach": Entry("evidence:detach", ("detach_evidence",)),
    "evidence edit": Entry("evidence:edit", ("edit_evidence",)),
    "history": Entry("undoing:show_history", ("history",)),
    "undo": Entry("undoing:undo", ("undo", "undo_newest", "undo_event")),
    "redo": Entry("undoing:redo", ("redo", "redo_newest")),
    "edit": Entry("articles:edit", ("edit_article",)),
    "archive": Entry("articles:archive", ("archive_article",)),
    "unarchive": Entry("articles:unarchive", ("restore_article",)),
    "purge": Entry("articles:purge", ("purge_article",)),
    "sign": Entry("articles:sign", ("sign_article",)),
    "export": Entry("exporting:export", ("export_review",)),
    "figures": Entry("figuring:figures"),
    "serve": Entry("serving:serve"),
    "keys": Entry("configuring:keys"),
    "config show": Entry("configuring:show"),
    "config get": Entry("configuring:get"),
    "config set": Entry("configuring:set_value"),
    "config path": Entry("configuring:path"),
    "config validate": Entry("configuring:validate"),
    "db path": Entry("databases:path"),
    "db check": Entry("databases:check", ("check_store",)),
    "db backup": Entry("databases:backup", ("backup_store",)),
    "db list": Entry("databases:list_all", ("list_backups",)),
    "db restore": Entry("databases:restore", ("restore_store",)),
}
