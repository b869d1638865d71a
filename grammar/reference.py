"""The reference pages of the documentation, made from the declarations of words and codes."""

from __future__ import annotations

from collections.abc import Iterator

from ..compiler.codes import all_codes
from ..compiler.domains import vocabulary
from ..compiler.vocabulary import Domain, Kind, Slot, Verb
from ..dsl.diagnostics import Code
from .vocabulary import Word, accepted, signature, words_of

MADE = "<!-- Made by `make docs`; do not edit. -->"


def vocabulary_page() -> str:
    """Return every kind and verb with its arguments, as Markdown."""
    lines = [
        MADE,
        "# Vocabulary",
        "",
        "Every word that a spec may use, as `diagrammar vocab WORD` explains it.",
        "",
    ]
    for domain in vocabulary().domains:
        lines += _domain(domain)
    return "\n".join(lines).rstrip() + "\n"


def codes_page() -> str:
    """Return the manual page of every finding, as Markdown."""
    lines = [MADE, "# Findings", "", "What `diagrammar explain CODE` prints.", ""]
    for code in all_codes().values():
        lines += _code(code)
    return "\n".join(lines).rstrip() + "\n"


def _domain(domain: Domain) -> Iterator[str]:
    yield from (f"## {domain.name}", "", domain.doc, "")
    for word in words_of(domain):
        yield from _word(word)


def _word(word: Word) -> Iterator[str]:
    role = "kind" if isinstance(word, Kind) else "verb"
    yield from (f"### {word.name} ({role})", "", word.doc, "", "```dg", word.example, "```", "")
    yield f"`{signature(word)}`"
    yield ""
    if word.aliases:
        yield from (f"Also written {', '.join(f'`{alias}`' for alias in word.aliases)}.", "")
    if word.slots:
        yield from ("| argument | takes | meaning |", "|---|---|---|")
        yield from (_slot(slot) for slot in word.slots)
        yield ""
    if isinstance(word, Kind) and word.parts:
        yield from ("| part | meaning |", "|---|---|")
        yield from (f"| `.{part.name}` | {_cell(part.doc)} |" for part in word.parts)
        yield ""
    if isinstance(word, Verb):
        yield from (f"Belongs under `{word.home}`.", "")


def _slot(slot: Slot) -> str:
    names = " ".join(f"`{name}`" for name in (slot.name, *slot.aliases))
    return f"| {names} | {_cell(accepted(slot))} | {_cell(slot.doc)} |"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _code(code: Code) -> Iterator[str]:
    yield from (f"## {code.code} {code.name}", "", f"*{code.severity}.* {code.summary}", "", code.why, "")
    for title, example in (("Gives it:", code.bad), ("Does not:", code.good)):
        if example:
            yield from (title, "", "```dg", *example.splitlines(), "```", "")
