"""Claims: what should follow from the rest of a spec, checked on the drawing and never solved with."""

from __future__ import annotations

from ...vocabulary import Home, Slot, Verb, Want

VERIFY = Verb(
    name="verify",
    doc="Statements that should follow from the others, such as what a problem asks to prove. The figure is drawn "
    "without them; then they are measured on it and on other drawings of the same statements, and one that does not hold is reported.",
    slots=(
        Slot(
            "statements",
            (Want.BOUND, Want.ANY),
            "relations or comparisons",
            ("of",),
            many=True,
            required=True,
        ),
    ),
    aliases=("claim", "prove", "theorem", "check_that"),
    home=Home.CONSTRAINTS,
    example="verify(collinear(A, M, B))",
)

VERBS = (VERIFY,)
