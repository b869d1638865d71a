"""What stands on the sheet: sections of rows in their order, heads in the language of the rows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ...dsl.scene import Origin
from ..expression import to_label
from ..model import Relation
from ..values import Formula, Measure, Standing, Value, Words
from ..vocabulary import Section

REMARK = Section("remark", 8)
"""Remarks of the compiler itself, such as `not to scale`."""
LETTER = re.compile(r"\s*(\(?[A-Za-z0-9]{1,2}[).．、:]|[①-⑳])\s*(?=\S)")
"""The letter of an option, in any style that sources use: `A)`, `(a)`, `b.`, `C、`, `①`."""
BARE_LETTER = re.compile(r"\s*([A-Z])\s+(?=\S)")
"""A letter without any sign; it counts only where all options have theirs, in order."""
CHINESE = re.compile(r"[\u4e00-\u9fff]")
ASKED = re.compile(r"(?:\s*[=＝]\s*[?？])+\s*$")
WORD = re.compile(r"[^\W\d_]{3,}[,.]?")
"""A word of prose; a shorter one may be a symbol."""
QUESTION_WORDS = frozenset(
    {
        *("how", "what", "which", "when", "where", "who", "why", "whose", "is", "are", "was", "were"),
        *("does", "do", "did", "can", "could", "will", "would", "should", "has", "have"),
    }
)
MOSTLY = 0.2
"""Share of Chinese characters from which the heads are Chinese too; formulas and units are not."""


@dataclass(frozen=True)
class Row:
    """One row: its text, and the statement that asked for it."""

    text: str
    origin: Origin


@dataclass(frozen=True)
class Block:
    """A section with its rows and the head over them."""

    section: Section
    rows: tuple[Row, ...]
    head: str = ""


def lettered(rows: Sequence[Row]) -> list[tuple[str, str]]:
    """Return the letter of each option, if it has one, and the text behind it.

    >>> origin = Origin(entity="options")
    >>> lettered([Row("A) 3 m", origin), Row("none", origin)])
    [('A)', '3 m'), ('', 'none')]
    """
    bare = [BARE_LETTER.match(row.text) for row in rows]
    letters = [found.group(1) for found in bare if found]
    if len(letters) == len(rows) > 1 and letters == [chr(ord("A") + n) for n in range(len(rows))]:
        return [(found.group(1), row.text[found.end() :]) for row, found in zip(rows, bare) if found]
    matches = [(row.text, LETTER.match(row.text)) for row in rows]
    return [(found.group(1), text[found.end() :]) if found else ("", text) for text, found in matches]


def row_text(value: Value) -> str:
    """Return what a row's value prints; nothing for what is hidden."""
    match value:
        case Measure(standing=Standing.HIDDEN):
            return ""
        case Measure(text=text, standing=Standing.CLAIMED, by=by) if by:
            return f"{text} ({by})"
        case Measure(text="", formula=Formula(expression)) | Formula(expression):
            return f"${to_label(expression)}$"
        case Words(text) | Measure(text=text):
            return text
        case _:
            return ""


def blocks_of(
    relations: Iterable[Relation], remarks: Iterable[str] = (), *, ranked: bool = True
) -> tuple[Block, ...]:
    """Return the sections of the sheet by rank, or as they were written if they are all there is."""
    found: dict[str, tuple[Section, list[Row]]] = {}
    for relation in relations:
        section = relation.verb.section
        if section is not None:
            rows = found.setdefault(section.name, (section, []))[1]
            said = {row.text for row in rows}
            rows.extend(row for row in _rows(relation, section) if row.text not in said)
    ordered = [block for block in found.values() if block[1]]
    if ranked:
        ordered.sort(key=lambda block: block[0].rank)
    notes = tuple(Row(text, Origin(entity=REMARK.name)) for text in remarks)
    chinese = is_chinese(row.text for _, rows in ordered for row in rows)
    blocks = [Block(section, tuple(rows), _head(section, rows, chinese)) for section, rows in ordered]
    return (*blocks, *((Block(REMARK, notes),) if notes else ()))


def _rows(relation: Relation, section: Section) -> list[Row]:
    texts = (row_text(value) for value in relation.values_of(relation.verb.slots[0].name))
    origin = Origin(entity=relation.verb.name, span=relation.span)
    asked = (worded(text) if section.question else text for text in texts)
    return [Row(templated(text, section), origin) for text in asked if text.strip()]


def worded(text: str) -> str:
    """Return what is asked for as one says it: `= ?` belongs to a symbol, once, and not to a phrase or a question.

    >>> worded("v = ? = ?"), worded("all equilibria of this game = ?")
    ('v = ?', 'all equilibria of this game')
    >>> worded("how fast is the ladder coming down = ?")
    'how fast is the ladder coming down?'
    """
    found = ASKED.search(text)
    if found is None:
        return text
    phrase = text[: found.start()].rstrip(" ?？")
    words = phrase.split()
    if len(words) > 2 and words[0].lower() in QUESTION_WORDS:
        return f"{phrase}?"
    once = f"{phrase} = ?" if found.group().count("?") > 1 else text
    says = [word for word in words if WORD.fullmatch(word)]
    is_phrase = len(says) > 1 and 2 * len(says) >= len(words) and words[-1] in says
    return phrase if is_phrase and not set("$=") & set(phrase) else once


def templated(text: str, section: Section) -> str:
    """Return a row's text as it is set: a formula gets the dollar signs that it was written without."""
    return text if not section.template or "$" in text else section.template.format(text)


def _head(section: Section, rows: Sequence[Row], chinese: bool) -> str:
    if chinese:
        return section.chinese
    if section.question and all(_is_question(row.text) for row in rows):
        return section.question
    return section.head


def _is_question(text: str) -> bool:
    """Whether a text is a sentence that asks, not a symbol with a question mark.

    >>> _is_question("Does M recognise this language?"), _is_question("v = ?")
    (True, False)
    """
    return text.rstrip().endswith(("?", "？")) and len(text.split()) > 2 and "=" not in text


def is_chinese(texts: Iterable[str]) -> bool:
    """Whether texts are mostly Chinese.

    >>> is_chinese(["m = 2 kg", "光滑斜面"]), is_chinese(["smooth plane"])
    (True, False)
    """
    whole = "".join(texts)
    return len(CHINESE.findall(whole)) > MOSTLY * max(1, len(whole))
