"""Make the README's pictures from the real program on the sample article: python .readme/make.py."""

from __future__ import annotations

import asyncio
import re
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from workbench.desk import citing, importing, reviewing, sourcing  # noqa: E402 - found beside this file
from workbench.model.sources import SourceFields, SourceType, Stance  # noqa: E402
from workbench.model.verdicts import Action  # noqa: E402
from workbench.readers import read_bytes, read_file  # noqa: E402
from workbench.settings.settings import Settings  # noqa: E402
from workbench.store.opening import Store, open_store  # noqa: E402
from workbench.tui.app import Workbench  # noqa: E402

NOW = "2024-03-26T14:02:00Z"
# Each picture with its size and the keys that lead there from the review.
PICTURES: dict[str, tuple[tuple[int, int], tuple[str, ...]]] = {
    "review": ((120, 34), ()),
    "source": ((120, 28), ("o",)),
    "library": ((120, 12), ("f2",)),
}
# What else lies in the library of the pictures: made-up articles, each with when it was touched and how much is settled.
OTHERS = Path(__file__).parent / "others.md"
# The web font of Textual's pictures would be asked for over the network.
FONT_FACE = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)


def make_library(path: Path) -> int:
    """Put the sample and its draft into a database, with some work done on the draft; return the draft's id."""
    store = open_store(path)
    fill(store)
    sample = ROOT / "sample_data"
    for name in ("ceasefire-vote.md", "ceasefire-vote-draft.md"):
        imported = importing.import_document(store, read_file(sample / name), now=NOW, actor="ada")
    kept = sample / "sources" / "sc-15641.md"
    fields = SourceFields(
        "Press release SC/15641",
        SourceType.PRIMARY,
        url="https://press.un.org/en/2024/sc15641.doc.htm",
        publisher="United Nations",
        published="2024-03-25",
        accessed="2024-03-26",
    )
    source = sourcing.add_source(store, fields, content=(kept.name, kept.read_bytes()), now=NOW, actor="ada")
    check(store, imported.article.id, source.id, kept.read_text(encoding="utf-8"))
    store.close()
    return imported.article.id


def fill(store: Store) -> None:
    """Import the other articles and decide as many claims of each as it says of itself."""
    for number, article in enumerate(re.split(r"\n\n(?=---\n)", OTHERS.read_text(encoding="utf-8"))):
        touched, settled = re.findall(r"^(?:touched|settled): (.+)$", article, re.MULTILINE)
        document = read_bytes(f"{number}.md", article.encode())
        imported = importing.import_document(store, document, now=touched, actor="ada")
        for claim in reviewing.open_review(store, imported.article.id).claims[: int(settled)]:
            reviewing.decide_claim(store, claim.ref, "correct", now=touched, actor="ada")


def check(store: Store, article: int, source: int, text: str) -> None:
    """Decide the first claims of an article: the count of votes is wrong, and the source says so."""
    claims = [claim for claim in reviewing.open_review(store, article).claims if claim.kind in ("figure", "quote")]
    quote = next(line for line in text.splitlines() if "14 in favour" in line).removeprefix("- Vote: ")
    citing.attach_source(
        store, [claims[0].ref], source, stance=Stance.CONTRADICTS, quote=quote, locator="Vote", now=NOW, actor="ada"
    )
    reviewing.decide_claim(
        store,
        claims[0].ref,
        "incorrect",
        action=Action.FIX,
        rationale="The press release counts 14 votes in favour, none against, and one abstention.",
        correction="14",
        now=NOW,
        actor="ada",
    )
    for claim, rating in zip(
        claims[1:6], ("correct", "correct-with-context", "correct", "imprecise", "correct"), strict=False
    ):
        reviewing.decide_claim(store, claim.ref, rating, now=NOW, actor="ada")


async def draw(path: Path, article: int, size: tuple[int, int], keys: tuple[str, ...]) -> str:
    """Run the program, press keys, and return what stands on the screen as SVG."""
    app = Workbench(path, Settings(actor="ada", theme="workbench-night"), article=article, clock=lambda: NOW)
    async with app.run_test(size=size) as pilot:
        await app.workers.wait_for_complete()
        first = next(claim.number for claim in app.screen.session.review.claims if claim.verdict)  # type: ignore[attr-defined]  # the review
        app.screen.go(first)  # type: ignore[attr-defined]  # the review
        for key in keys:
            await pilot.press(key)
            await app.workers.wait_for_complete()
        await pilot.pause()
        return FONT_FACE.sub("", app.export_screenshot(title="workbench"))


def main() -> None:
    """Write every picture beside this file."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "workbench.db"
        article = make_library(path)
        for name, (size, keys) in PICTURES.items():
            svg = asyncio.run(draw(path, article, size, keys))
            (Path(__file__).parent / f"{name}.svg").write_text(svg, encoding="utf-8")


if __name__ == "__main__":
    main()
