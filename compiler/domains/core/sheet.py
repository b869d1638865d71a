"""The rows of the sheet: what is given, what is asked, options, notes, formulas; captions and titles."""

from __future__ import annotations

from ....dsl.theme import TEXT
from ...vocabulary import Home, Section, Slot, Verb, Want

ROWS = Slot("text", (Want.TEXT, Want.MEASURE), "one row each", ("rows",), many=True, required=True)


def _row(name: str, doc: str, aliases: tuple[str, ...], section: Section, example: str) -> Verb:
    return Verb(
        name=name,
        doc=doc,
        slots=(ROWS,),
        aliases=aliases,
        home=Home.LABELS,
        sheet=True,
        section=section,
        example=example,
    )


GIVEN = _row(
    "given", "A fact with no place in the drawing.", ("data", "info", "known", "facts"),
    Section("given", 2, head="Given", chinese="已知", indent=1.5), 'given("m = 2 kg")',
)  # fmt: skip
ASK = _row(
    "ask", "What the problem asks for.", ("find", "unknown", "question", "target"),
    Section("ask", 5, head="Find", chinese="求", question="Question", indent=1.5), 'ask("v = ?")',
)  # fmt: skip
NOTE = _row(
    "note", "A condition or remark.", ("remark", "comment", "remarks"), Section("note", 4),
    'note("rolls without slipping")',
)  # fmt: skip
OPTIONS = _row(
    "options", "The options of a multiple choice, verbatim with their own letters.",
    ("choices", "mcq", "option", "choice"), Section("options", 6, indent=1.5, lettered=True),
    'options("A) 3", "B) 4")',
)  # fmt: skip
FORMULA = _row(
    "formula", "A displayed formula, in LaTeX without dollar signs.", ("expression", "display"),
    Section("formula", 3, template="${}$", size=TEXT.formula, centered=True), 'formula("E = mc^2")',
)  # fmt: skip
TITLE = _row(
    "title", "A heading over the picture, or over the panel that it stands in.", ("heading",),
    Section("title", 0, place="above", size=TEXT.title, bold=True), 'title("A cross")',
)  # fmt: skip
CAPTION = _row(
    "caption", "A line below the picture, or below the panel that it stands in.",
    ("panel_caption", "figure_caption"), Section("caption", 9, place="below", size=TEXT.caption), 'caption("Fig. 1")',
)  # fmt: skip

VERBS = (GIVEN, ASK, NOTE, OPTIONS, FORMULA, TITLE, CAPTION)
