"""The vocabulary in words: a list, a page for each word, completion data for editors."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from ..compiler.domains import vocabulary
from ..compiler.vocabulary import Domain, Kind, Slot, Verb, Vocabulary
from ..dsl.report import Json

COMPLETION_VERSION = 1

Word = Kind | Verb


def words_of(domain: Domain) -> tuple[Word, ...]:
    """Return the kinds and verbs of a domain, in the order of their declarations."""
    return (*domain.kinds, *domain.verbs)


def known_domains(names: Iterable[str], words: Vocabulary | None = None) -> tuple[Domain, ...]:
    """Return the domains of these names, all when there are none; `KeyError` for a name that is none.

    >>> [domain.name for domain in known_domains(["core"])]
    ['core']
    """
    every = {domain.name: domain for domain in (words or vocabulary()).domains}
    return tuple(every[name] for name in names) or tuple(every.values())


def signature(word: Word) -> str:
    """Return a word with its arguments on one line.

    >>> signature(vocabulary().verb("parallel")).split("(")[0]
    'parallel'
    """
    named = ", ".join(_slot(slot) for slot in word.slots)
    choices = {choice for slot in word.slots for choice in slot.choices}
    flags = " ".join(flag for flag in word.flags if flag not in choices)
    inside = "; ".join(part for part in (named, flags) if part)
    return f"{word.name}({inside})" if inside else word.name


def _slot(slot: Slot) -> str:
    name = slot.name if slot.positional else f"{slot.name}="
    choices = "|".join(slot.choices)
    many, needed = "…" if slot.many else "", "!" if slot.required else ""
    return f"{name}{needed}{many}{' ' if choices and slot.positional else ''}{choices}"


def listing() -> str:
    """Return every word with its meaning, by domain."""
    lines: list[str] = []
    for domain in vocabulary().domains:
        lines += ["", f"{domain.name}: {domain.doc}"]
        width = max((len(word.name) for word in words_of(domain)), default=0)
        for title, words in (("kinds", domain.kinds), ("verbs", domain.verbs)):
            lines += [f"  {title}"] if words else []
            lines += [f"    {word.name:<{width}}  {word.doc}" for word in words]
    return "\n".join(lines[1:])


def describe(word: str) -> str | None:
    """Return the page of a word under any of its spellings: as a kind, as a verb, or as both.

    >>> describe("dim").splitlines()[0].startswith("verb dimension")
    True
    """
    words = vocabulary()
    found: tuple[Word | None, ...] = (words.kind(word), words.verb(word))
    pages = ["\n".join(_page(w, words.domain_of(w))) for w in found if w is not None]
    return "\n\n".join(pages) or None


def _page(word: Word, domain: Domain) -> Iterator[str]:
    yield f"{'kind' if isinstance(word, Kind) else 'verb'} {word.name} ({domain.name})"
    yield f"  {word.doc}"
    if word.aliases:
        yield f"  also: {', '.join(word.aliases)}"
    yield ""
    yield f"  {signature(word)}"
    for slot in word.slots:
        yield f"    {slot.name}: {slot.doc} [{accepted(slot)}]{_also(slot)}"
    if word.flags:
        yield f"    flags: {', '.join(word.flags)}"
    for part in word.parts if isinstance(word, Kind) else ():
        yield f"    .{part.name}: {part.doc}"
    if word.example:
        yield ""
        yield f"  {word.example}"


def accepted(slot: Slot) -> str:
    """Return what a slot takes, in words."""
    wants = " or ".join(want.value for want in slot.wants)
    dimension = f" of {slot.dimension}" if slot.dimension else ""
    choices = f": {', '.join(slot.choices)}" if slot.choices else ""
    tags = [
        t
        for t, on in (
            ("several", slot.many),
            ("required", slot.required),
            ("by name only", not slot.positional),
        )
        if on
    ]
    return ", ".join((f"{wants}{dimension}{choices}", *tags))


def _also(slot: Slot) -> str:
    return f" (also {', '.join(slot.aliases)})" if slot.aliases else ""


def completion_json() -> str:
    """Return what an editor needs to complete and explain words, as JSON."""
    records: list[Json] = [
        _record(word, domain) for domain in vocabulary().domains for word in words_of(domain)
    ]
    return json.dumps({"version": COMPLETION_VERSION, "words": records}, ensure_ascii=False, indent=1)


def _record(word: Word, domain: Domain) -> dict[str, Json]:
    record: dict[str, Json] = {
        "word": word.name,
        "role": "kind" if isinstance(word, Kind) else "verb",
        "domain": domain.name,
        "doc": word.doc,
        "signature": signature(word),
        "aliases": list(word.aliases),
        "flags": list(word.flags),
        "slots": [_slot_record(slot) for slot in word.slots],
        "example": word.example,
    }
    if isinstance(word, Kind):
        record["parts"] = [{"name": part.name, "doc": part.doc} for part in word.parts]
        return record
    return record | {"home": word.home.value}


def _slot_record(slot: Slot) -> dict[str, Json]:
    return {
        "name": slot.name,
        "doc": slot.doc,
        "wants": [want.value for want in slot.wants],
        "dimension": slot.dimension,
        "choices": list(slot.choices),
        "aliases": list(slot.aliases),
        "many": slot.many,
        "required": slot.required,
        "positional": slot.positional,
    }
