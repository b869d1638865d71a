"""Values of expressions: domain errors are nan, arrays agree with numbers, syntax becomes arithmetic."""

import math

import numpy as np
import pytest
from diagrammar.compiler.expression import Letter, Number, Operation, read_expr, read_formula
from diagrammar.dsl import spec
from diagrammar.dsl.source import Span
from hypothesis import given
from hypothesis import strategies as st

AT = Span(start=0, end=1)


def name(word: str) -> spec.Name:
    return spec.Name(span=AT, id=word)


def number(value: float) -> spec.Number:
    return spec.Number(span=AT, text=f"{value:g}", value=value)


def binary(op: str, left: spec.Expr, right: spec.Expr) -> spec.Binary:
    return spec.Binary(span=AT, op=op, left=left, right=right)


@pytest.mark.parametrize(
    "text", ["sqrt(-1)", "1/0", "ln(0)", "asin(2)", "0^-1", "exp(10^9)", "x", "sec(q)", "(-8)^0.5"]
)
def test_outside_the_domain_the_value_is_nan(text: str) -> None:
    assert math.isnan(read_formula(text).value())


def test_odd_roots_of_negative_numbers_are_real() -> None:
    assert read_formula("(-8)^(1/3)").value() == pytest.approx(-2)
    assert read_formula("(-8)^(2/3)").value() == pytest.approx(4)


@pytest.mark.parametrize(
    "text",
    ["x^2 - 3x", "sqrt(x)", "1/x", "x^(1/3)", "max(x, 1)", "log(x, 2)", "sec x", "7", "atan2(x, 2)", "ln x"],
)
def test_arrays_agree_with_numbers(text: str) -> None:
    formula = read_formula(text)
    points = np.array([-8.0, -0.5, 0.0, 0.5, 2.0, 9.0])
    expected = [formula.value({"x": float(x)}) for x in points]
    assert formula.values({"x": points}) == pytest.approx(expected, nan_ok=True)


def test_syntax_becomes_arithmetic_in_si() -> None:
    length = spec.Quantity(span=AT, text="30 cm", number=30.0, unit="cm")
    assert read_expr(binary("*", number(2), length)).value() == pytest.approx(0.6)


def test_calls_of_known_functions_are_arithmetic_and_others_are_not() -> None:
    root = spec.Call(span=AT, callee=name("sqrt"), args=(spec.Arg(span=AT, value=number(9)),))
    other = root.model_copy(update={"callee": name("resistor")})
    assert read_expr(root).value() == 3
    assert read_expr(other) is None


def test_what_is_no_arithmetic_may_get_a_placeholder() -> None:
    part = spec.Part(span=AT, base=name("A"), name="x")
    whole = binary("+", part, number(1))
    assert read_expr(whole) is None
    named = read_expr(whole, placeholder=lambda e: "#1" if isinstance(e, spec.Part) else None)
    assert named == Operation("+", Letter("#1"), Number("1", 1.0))


def test_regions_are_no_arithmetic() -> None:
    assert read_expr(binary("&", name("A"), name("B"))) is None


def test_deep_syntax_is_refused() -> None:
    deep: spec.Expr = number(1)
    for _ in range(100):
        deep = spec.Unary(span=AT, op="-", operand=deep)
    assert read_expr(deep) is None


@given(st.floats(-50, 50), st.floats(-50, 50))
def test_values_follow_python(x: float, y: float) -> None:
    value = read_formula("(x + y)(x - y) + x*y").value({"x": x, "y": y})
    assert value == pytest.approx((x + y) * (x - y) + x * y, abs=1e-9)
