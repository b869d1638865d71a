"""How texts are read: forms, precedence, numbers and units, spans."""

import pytest
from diagrammar.compiler.format import format_spec
from diagrammar.compiler.parse import parse
from diagrammar.dsl.source import Source
from diagrammar.dsl.spec import (
    Binary,
    Block,
    Call,
    Compare,
    Declaration,
    Equation,
    Expr,
    For,
    Link,
    Name,
    Number,
    Quantity,
    Relation,
    Sign,
    Statement,
    Text,
)


def read(text: str) -> tuple[Statement, ...]:
    outcome = parse(Source(text=text))
    assert outcome.value is not None and not outcome.errors, outcome.errors
    return outcome.value.statements


def value(text: str) -> Expr:
    """Read the value of `let v = …`."""
    (statement,) = read(f"let v = {text}")
    assert isinstance(statement, Declaration)
    (declarator,) = statement.declarators
    assert declarator.value is not None
    return declarator.value


def first_argument(text: str) -> Expr:
    (statement,) = read(f"f({text})")
    assert isinstance(statement, Relation) and isinstance(statement.expr, Call)
    return statement.expr.args[0].value


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("3x", "3*x"),
        ("5 e^(-x)", "5*e^-x"),
        ("2x-y", "2*x - y"),
        ("3x^2 - 8x", "3*x^2 - 8*x"),
        ("2(x + 1)", "2*(x + 1)"),
        ("(x + 1)(x - 1)", "(x + 1)*(x - 1)"),
        ("x² + 1", "x^2 + 1"),
        ("-x^2", "-x^2"),
        ("2^3^x", "2^3^x"),
        ("a − b·c ÷ d", "a - b*c/d"),
        ("x**2", "x^2"),
        ("S - [P, Q]", "S - [P, Q]"),
        ("3t^2", "3*t^2"),
    ],
)
def test_products_and_powers_bind_as_in_algebra(text: str, canonical: str) -> None:
    spec = parse(Source(text=f"let v = {text}")).value
    assert spec is not None
    assert format_spec(spec) == f"let v = {canonical}\n"


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("9.8 m/s^2", 9.8, "m/s^2"),
        ("4.18 J/(g·°C)", 4.18, "J/(g·°C)"),
        ("30°", 30, "°"),
        ("60%", 60, "%"),
        ("17 °C", 17, "°C"),
        ("6 μF", 6, "μF"),
        ("31 million km", 31, "million km"),
        ("1.7E+5 kg", 1.7e5, "kg"),
        ("5.0 × 10^-3 m", 0.005, "m"),
        (".5 s", 0.5, "s"),
    ],
)
def test_number_with_unit_is_a_quantity(text: str, number: float, unit: str) -> None:
    quantity = value(text)
    assert isinstance(quantity, Quantity)
    assert (quantity.text, quantity.number, quantity.unit) == (text, number, unit)


def test_digits_stay_as_written() -> None:
    number = value("5.00")
    assert isinstance(number, Number) and number.text == "5.00"


def test_unit_ends_where_words_begin() -> None:
    sum_ = value("3 m - x")
    assert isinstance(sum_, Binary) and isinstance(sum_.left, Quantity) and sum_.left.unit == "m"


def test_comparison_binds_weaker_than_link() -> None:
    compare = first_argument("A--B == C--D")
    assert isinstance(compare, Compare) and all(isinstance(term, Link) for term in compare.terms)


def test_link_binds_weaker_than_sum() -> None:
    (union,) = read("father + mother -> [son]")
    assert isinstance(union, Relation) and isinstance(union.expr, Link)
    assert isinstance(union.expr.ends[0], Binary)


def test_bare_sign_is_a_value_and_ends_its_line() -> None:
    assert isinstance(first_argument("charge = +"), Sign)
    assert len(read("a -> b : charge = +\npoint A")) == 2


def test_equation_nests_in_an_argument() -> None:
    equation = first_argument("at = t = pi/3")
    assert isinstance(equation, Equation) and isinstance(equation.left, Name)


def test_for_and_in_stay_ordinary_names() -> None:
    loop, call, other = read("for (a, b) in pairs(S) { a -> b }\nin(na, world)\nforce F(in = c, for = x)")
    assert isinstance(loop, For) and loop.names == ("a", "b")
    assert isinstance(call, Relation) and isinstance(other, Declaration)


def test_line_end_ends_a_statement_only_outside_brackets_and_after_nothing_open() -> None:
    assert len(read("point A(1,\n  2)\npoint B,\n  C\na ->\n  b; c -> d")) == 4


def test_blocks_need_no_line_ends_between_them() -> None:
    assert all(isinstance(block, Block) for block in read('entities { } labels { } diagram "T" { }'))


def test_names_may_be_numbers_or_quoted() -> None:
    (nodes,) = read('node 1, "n-1", n')
    assert isinstance(nodes, Declaration)
    assert [declarator.name for declarator in nodes.declarators] == ["1", "n-1", "n"]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        (r'"\theta"', r"\theta"),
        (r'"5\" pipe"', '5" pipe'),
        ("“x”", "x"),
        (r'"a\\"', r"a\\"),
        ('"// no"', "// no"),
    ],
)
def test_strings_are_raw(text: str, meant: str) -> None:
    string = value(text)
    assert isinstance(string, Text) and string.value == meant


def test_comments_are_kept_with_their_place() -> None:
    spec = parse(Source(text="// one\npoint A  # two\n")).value
    assert spec is not None
    assert [(comment.text, comment.own_line) for comment in spec.comments] == [("one", True), ("two", False)]


def test_spans_cover_exactly_what_was_written() -> None:
    source = Source(text="  block w(50 kg, at = (x + 1)*2) // c\n\ta -> b.top : dashed")
    spec = parse(source).value
    assert spec is not None
    block, link = spec.statements
    assert source.slice(block.span) == "block w(50 kg, at = (x + 1)*2)"
    assert source.slice(link.span) == "a -> b.top : dashed"
    assert isinstance(block, Declaration) and block.declarators[0].args is not None
    mass, at = block.declarators[0].args
    assert source.slice(mass.span) == "50 kg"
    assert source.slice(at.span) == "at = (x + 1)*2"
    assert isinstance(at.value, Binary) and source.slice(at.value.left.span) == "(x + 1)"
    assert isinstance(link, Relation) and isinstance(link.expr, Link)
    assert source.slice(link.expr.ends[1].span) == "b.top"
