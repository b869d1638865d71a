"""Exact expressions: arithmetic over numbers and letters, evaluated, compared and written out."""

from .exact import coincide, equivalent, to_sympy
from .formula import read_formula
from .label import to_label
from .syntax import read_expr
from .tree import (
    FUNCTIONS,
    Application,
    Constant,
    Equation,
    Expression,
    Letter,
    Negation,
    Number,
    Operation,
    canonical_letter,
    function_named,
)

__all__ = [
    "FUNCTIONS", "Application", "Constant", "Equation", "Expression", "Letter", "Negation", "Number",
    "Operation", "canonical_letter", "coincide", "equivalent", "function_named", "read_expr", "read_formula", "to_label",
    "to_sympy",
]  # fmt: skip
