"""How much a spec may ask for: the bounds that keep time and memory finite whatever a stranger writes.

What is beyond a bound is refused with a finding, never cut off in silence. A spec within all of them is
compiled in seconds and in less than 500 MB; the slow tests of tests/limits hold this.
"""

from typing import Final

CHARACTERS: Final = 60_000
"""Of a spec's text."""
STATEMENTS: Final = 3000
"""After loops, lists and components are unfolded."""
TURNS: Final = 20_000
"""Statements visited on the way there, those that make nothing included."""
PARTS: Final = 300_000
"""Names, numbers and other words that unfolding may write in all."""
STATEMENT_PARTS: Final = 6000
"""Of one statement: a table of 1,500 cells has room."""
PANELS: Final = 24
"""Of one picture."""
VALUE_PARTS: Final = 5000
"""Of one constant."""
DEPTH: Final = 30
"""Of headings, loops and components within each other."""
UNKNOWNS: Final = 900
CONSTRAINTS: Final = 2500
"""Of one panel: what the solver is asked to find, and what must hold at once."""
TEXTS: Final = 150
"""Of one panel, tables and sheet apart: more cannot be placed beside each other in a readable way."""
MAGNITUDE: Final = 1e30
"""Of a number in a drawing: its powers still fit a float."""
JOINED_TEXT: Final = 5000
"""Characters of a text that `+` makes."""
IMPORTED_CHARACTERS: Final = 4_000_000
"""Of a file in a foreign language: some thousands of problems."""
IMPORTED_STATEMENTS: Final = 300
"""Of one foreign problem."""
