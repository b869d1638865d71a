"""The authoring prompt: the language and its vocabulary in as few words as serve a model that writes specs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib.resources import files

from ..compiler.vocabulary import Domain
from .vocabulary import Word, known_domains, signature

EXAMPLES = ("incircle", "ladder", "area", "tank")
"""Worked problems in `grammar/examples`, simplest first."""


def authoring_prompt(domains: Iterable[str] = ()) -> str:
    """Return the prompt with the vocabulary of some domains, of all when none is named.

    Raises `KeyError` for a domain that does not exist.

    >>> "triangle" in authoring_prompt(["geometry"])
    True
    """
    folder = files(__package__)
    page = folder.joinpath("authoring.md").read_text("utf-8")
    examples = "\n\n".join(
        _example(folder.joinpath("examples", f"{name}.dgm").read_text("utf-8")) for name in EXAMPLES
    )
    listed = "\n".join(line for domain in known_domains(domains) for line in _lines(domain))
    return page.replace("{vocabulary}", listed).replace("{examples}", examples).rstrip() + "\n"


def _lines(domain: Domain) -> Iterator[str]:
    yield f"### {domain.name}"
    for title, words in (("kinds", domain.kinds), ("verbs", domain.verbs)):
        if words:
            yield f"{title}:"
            yield from map(_line, words)


def _line(word: Word) -> str:
    example = f"  e.g. {word.example.replace(chr(10), '; ')}" if word.example else ""
    return f"`{signature(word)}` {word.doc}{example}"


def _example(text: str) -> str:
    problem, _, spec = text.partition("\n")
    return f"{problem.removeprefix('// ')}\n```dg\n{spec.rstrip()}\n```"
