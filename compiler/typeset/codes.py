"""What can be wrong with a text: the manual pages of the TXT codes."""

from typing import Final

from ...dsl.diagnostics import Code, Severity

UNKNOWN_COMMAND: Final = Code(
    code="TXT001",
    name="unknown-command",
    severity=Severity.ERROR,
    summary="A text holds a LaTeX command that the typesetter does not know.",
    why="Printed as it stands, or left out, the label would say something else than its author meant.",
    bad=r'note("$\frobnicate x$")',
    good=r'note("$\nabla x$")',
)
UNBALANCED: Final = Code(
    code="TXT002",
    name="unbalanced-formula",
    severity=Severity.ERROR,
    summary="A brace, `\\left` or `\\right` in a text lacks its partner.",
    why="What the group was meant to hold is a guess, and a wrong guess changes the formula.",
    bad=r'note("$\frac{1}{2$")',
    good=r'note("$\frac{1}{2}$")',
)
ENVIRONMENT: Final = Code(
    code="TXT003",
    name="environment-in-text",
    severity=Severity.ERROR,
    summary="A text holds a LaTeX environment that is no formula, such as `tabular`.",
    why="Tables are entities here: their cells can then be placed, addressed and checked.",
    bad=r'note("$\begin{tabular}{c} 1 & 2 \end{tabular}$")',
    good='table T("1 | 2")',
)
MISSING_GLYPH: Final = Code(
    code="TXT004",
    name="missing-glyph",
    severity=Severity.ERROR,
    summary="No font has a character of a text.",
    why="It would be printed as an empty box.",
    bad='note("\U0001f9ff")',
    good='note("eye")',
)
MISSING_ARGUMENT: Final = Code(
    code="TXT005",
    name="missing-argument",
    severity=Severity.ERROR,
    summary="A LaTeX command, a caret or an underscore has nothing to apply to.",
    why="The formula is incomplete: something that should be printed is not there.",
    bad=r'note("$\frac{1}$")',
    good=r'note("$\frac{1}{2}$")',
)
TOO_LARGE: Final = Code(
    code="TXT006",
    name="text-too-large",
    severity=Severity.ERROR,
    summary="A text is too long or a formula too deeply nested.",
    why="A label is read at a glance; the limits also keep the time to set any spec bounded.",
)
LONE_DOLLAR: Final = Code(
    code="TXT007",
    name="lone-dollar",
    severity=Severity.WARNING,
    summary="A dollar sign opens no formula, yet no amount of money follows it.",
    why="The sign itself is printed; if a formula was meant, its closing sign is missing.",
    bad=r'note("$x^2 is steep")',
    good=r'note("$x^2$ is steep")',
)

CODES: Final = (
    UNKNOWN_COMMAND, UNBALANCED, ENVIRONMENT, MISSING_GLYPH, MISSING_ARGUMENT, TOO_LARGE, LONE_DOLLAR,
)  # fmt: skip
BY_FAULT: Final = {
    "command": UNKNOWN_COMMAND,
    "brace": UNBALANCED,
    "environment": ENVIRONMENT,
    "glyph": MISSING_GLYPH,
    "argument": MISSING_ARGUMENT,
    "depth": TOO_LARGE,
    "dollar": LONE_DOLLAR,
}
