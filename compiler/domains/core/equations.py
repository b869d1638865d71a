"""What the equations and bounds of a curve or region say: a rule to plot by, its domain, what limits it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from ...expression import (
    Application,
    Constant,
    Equation,
    Expression,
    Letter,
    Number,
    Operation,
    read_formula,
)
from ...expression.substitute import substituted
from ...model import Entity, Panel
from ...values import Bound, Formula, Interval, Measure, Value
from .solved_letters import with_letters

Form: TypeAlias = Literal["y", "x", "path", "polar", "implicit"]
PLANE = frozenset({"x", "y"})
POLAR = frozenset({"r", "θ"})
VARIABLES = ("x", "y", "t", "r", "θ", "theta", "φ", "phi", "u")
"""What a curve's equations are written in; `t` and `u` run along a path."""
EQUATION = "equation"
TURN = 2 * math.pi


@dataclass(frozen=True)
class Limit:
    """An inequality: `smaller <= larger`."""

    smaller: Expression
    larger: Expression
    strict: bool = False

    @property
    def gap(self) -> Expression:
        """What is at least 0 where the inequality holds."""
        return Operation("-", self.larger, self.smaller)


@dataclass(frozen=True)
class Rule:
    """How a curve is plotted: `y` of x, `x` of y, a path in a parameter, `r` of θ, or an equation in both."""

    form: Form
    first: Expression
    """y(x), x(y), x(t), r(θ), or the difference that vanishes on the curve."""
    second: Expression | None = None
    """y(t) of a path."""
    variable: str = "x"
    low: float = -math.inf
    high: float = math.inf
    limits: tuple[Limit, ...] = ()
    """Inequalities that cut the curve besides its domain."""

    @property
    def parameters(self) -> tuple[str, ...]:
        """The letters of the rule that are no variables: nobody gave them a number."""
        names = dict.fromkeys((*self.first.letters, *(self.second.letters if self.second else ())))
        own = PLANE if self.form == "implicit" else {self.variable}
        return tuple(name for name in names if name not in own)

    @property
    def open_ended(self) -> bool:
        """Whether the domain is left to the picture."""
        return math.isinf(self.low) or math.isinf(self.high)


def rule_of(entity: Entity, panel: Panel | None = None) -> Rule | None:
    """Return the rule by which a thing with equations is plotted, or nothing if it has no equation.

    In its panel a thing may have a curve without an equation of its own: a circle of known centre and radius.
    """
    if entity.kind.curve is not None:
        difference = entity.kind.curve(entity, panel) if panel is not None else None
        return Rule("implicit", difference) if difference is not None else None
    equations = [bound for bound in bounds_of(entity) if bound.ops == ("==",)]
    rule = _by_definition(equations) or (_implicit(equations[0]) if equations else None)
    if rule is None:
        return None
    rule = _restricted(rule, entity)
    return with_letters(rule, entity, panel) if panel is not None and rule.parameters else rule


def rule_of_bound(bound: Bound) -> Rule | None:
    """Return the rule of one equation by itself."""
    return (_by_definition([bound]) or _implicit(bound)) if bound.ops == ("==",) else None


def rule_of_text(text: str) -> Rule | None:
    """Return the rule of an equation in a text, `"x = -2"`."""
    found = _quoted(text.strip().strip("$"))
    return rule_of_bound(found) if found else None


def bounds_of(entity: Entity) -> tuple[Bound, ...]:
    """Return the equations and inequalities of a thing; a bare expression is what y equals."""
    found = tuple(b for value in entity.values_of(EQUATION) if (b := _as_bound(value)))
    if found or entity.value(EQUATION) is not None or entity.value("through") is not None:
        return found
    return tuple(b for text in entity.texts if (b := _quoted(text.text)))[:1]


def _as_bound(value: Value) -> Bound | None:
    match value:
        case Bound(ops, terms, text):
            return Bound(ops, tuple(map(in_plane, terms)), text)
        case Formula(expression, ()) | Measure(formula=Formula(expression, ())):
            return Bound(("==",), (Letter("y"), in_plane(expression)))
    return None


def in_plane(expression: Expression) -> Expression:
    """Return an expression with `xy` as the product that it is where x and y are variables.

    >>> in_plane(Letter("xy")) == Operation("*", Letter("x"), Letter("y"))
    True
    """
    return substituted(expression, _product)


def _product(name: str) -> Expression | None:
    if len(name) < 2 or not set(name) <= PLANE:
        return None
    whole: Expression = Letter(name[0])
    for letter in name[1:]:
        whole = Operation("*", whole, Letter(letter))
    return whole


def _quoted(text: str) -> Bound | None:
    found = read_formula(text)
    if not isinstance(found, Equation) or not set(in_plane(found).letters) & (PLANE | {"f(x)", "g(x)"}):
        return None
    left = Letter("y") if isinstance(found.left, Letter) and found.left.name.endswith("(x)") else found.left
    return Bound(("==",), (in_plane(left), in_plane(found.right)), text)


def _by_definition(equations: Sequence[Bound]) -> Rule | None:
    """Return the rule of equations that say outright what x, y or r is."""
    given: dict[str, Expression] = {}
    for bound in equations:
        for name, other in (_defined(*bound.terms), _defined(*reversed(bound.terms))):
            if name and other is not None:
                given.setdefault(name, other)
                break
    if "x" in given and "y" in given:
        return _path(given["x"], given["y"])
    if "r" in given and not set(given["r"].letters) & PLANE:
        return Rule("polar", given["r"], variable="θ")
    if "θ" in given and not given["θ"].letters:
        return _ray(given["θ"])
    for name, form in (("y", "y"), ("x", "x")):
        if name in given:
            return _of_one(form, given[name])  # type: ignore[arg-type]
    return None


def _defined(left: Expression, right: Expression) -> tuple[str, Expression | None]:
    """Return the variable that an equation defines, with what it is."""
    if isinstance(left, Letter) and left.name in PLANE | POLAR and left.name not in right.letters:
        return left.name, right
    if (
        isinstance(left, Operation)
        and left.op == "^"
        and left.left == Letter("r")
        and left.right.value() == 2
    ):
        # Of r² = f(θ) the negative root says the same half a turn on.
        return ("r", Application("sqrt", (right,))) if "r" not in right.letters else ("", None)
    return "", None


def _ray(angle: Expression) -> Rule:
    """Return the line through the pole at an angle."""
    across, up = (Application(name, (angle,)) for name in ("sin", "cos"))
    return Rule(
        "implicit", Operation("-", Operation("*", across, Letter("x")), Operation("*", up, Letter("y")))
    )


def _path(x: Expression, y: Expression) -> Rule | None:
    names = [name for name in dict.fromkeys((*x.letters, *y.letters)) if name not in PLANE]
    if not names:
        return None
    parameter = next((name for name in ("t", "θ", "u", "φ") if name in names), names[0])
    return Rule("path", x, y, variable=parameter)


def _of_one(form: Form, value: Expression) -> Rule | None:
    other = "x" if form == "y" else "y"
    letters = value.letters
    # `y = 5t` is a graph over t: without an x, its one variable is the abscissa.
    running = next((name for name in ("t", "θ", "u") if name in letters), other)
    return Rule(form, value, variable=other if other in letters else running)


def _implicit(bound: Bound) -> Rule:
    return Rule("implicit", Operation("-", *bound.terms), variable="x")


# Domains


def _restricted(rule: Rule, entity: Entity) -> Rule:
    """Return a rule with the domain and limits that a thing states."""
    for limit in limits_of(entity):
        rule = _limited(rule, limit)
    for name, low, high in intervals_of(entity, rule.variable):
        rule = _within(rule, name, low, high)
    if rule.form == "polar" and rule.open_ended:
        rule = replace(rule, low=0.0, high=TURN)
    elif rule.form == "path" and rule.open_ended:
        parts = (*rule.first.walk(), *(rule.second.walk() if rule.second else ()))
        periodic = any(isinstance(part, Application) and part.function in ("sin", "cos") for part in parts)
        rule = replace(rule, low=0.0 if periodic else -3.0, high=TURN if periodic else 3.0)
    return rule


def intervals_of(entity: Entity, variable: str) -> Iterator[tuple[str, float, float]]:
    """Yield the stated intervals with the variables that they are about."""
    for key, given in entity.values.items():
        if key.startswith(f"{EQUATION}:") and isinstance(given.value, Interval):
            yield _canonical(key.partition(":")[2]), *numbers(given.value)
    domain = entity.value("domain")
    if isinstance(domain, Interval):
        yield variable, *numbers(domain)
    ends = [number(entity.value(name)) for name in ("from", "to")]
    if ends != [None, None]:
        low, high = ends
        yield variable, -math.inf if low is None else low, math.inf if high is None else high


def _canonical(name: str) -> str:
    return {"theta": "θ", "phi": "φ"}.get(name, name)


def _within(rule: Rule, name: str, low: float, high: float) -> Rule:
    if name == rule.variable or (rule.form not in ("implicit",) and name not in PLANE):
        return replace(rule, low=max(rule.low, low), high=min(rule.high, high))
    ends = ((Number(f"{low:g}", low), Letter(name)), (Letter(name), Number(f"{high:g}", high)))
    finite = tuple(Limit(*pair) for pair, end in zip(ends, (low, high)) if math.isfinite(end))
    return replace(rule, limits=(*rule.limits, *finite))


def _limited(rule: Rule, limit: Limit) -> Rule:
    """Return a rule with one more inequality, as its domain where that is what it says."""
    low, high = limit.smaller.value(), limit.larger.value()
    if isinstance(limit.larger, Letter) and limit.larger.name == rule.variable and math.isfinite(low):
        return replace(rule, low=max(rule.low, low))
    if isinstance(limit.smaller, Letter) and limit.smaller.name == rule.variable and math.isfinite(high):
        return replace(rule, high=min(rule.high, high))
    return replace(rule, limits=(*rule.limits, limit))


def letters_of(entity: Entity, panel: Panel) -> frozenset[str]:
    """Return the letters of a thing's equations that nobody gave a number."""
    if any(bound.ops != ("==",) for bound in bounds_of(entity)):
        return frozenset()
    if entity.kind.curve is not None:
        terms = [term for bound in bounds_of(entity) for term in bound.terms]
        return frozenset(name for term in terms for name in term.letters) - PLANE
    rule = rule_of(entity, panel)
    return frozenset(rule.parameters) if rule else frozenset()


def limits_of(entity: Entity) -> tuple[Limit, ...]:
    """Return the inequalities of a thing, chains taken apart."""
    return tuple(limit for bound in bounds_of(entity) for limit in taken_apart(bound))


def taken_apart(bound: Bound) -> Iterator[Limit]:
    """Yield the inequalities of a chain."""
    for op, left, right in zip(bound.ops, bound.terms, bound.terms[1:]):
        if op in ("<=", "<"):
            yield Limit(left, right, op == "<")
        elif op in (">=", ">"):
            yield Limit(right, left, op == ">")


def numbers(interval: Interval) -> tuple[float, float]:
    """Return the ends of an interval; what is no number (`inf`) has no end there.

    >>> from ...expression import Letter, Number
    >>> numbers(Interval(Formula(Number("0", 0)), Formula(Letter("inf"))))
    (0.0, inf)
    """
    low, high = interval.low.expression.value(), interval.high.expression.value()
    low, high = (
        (-math.inf if math.isnan(low) else float(low)),
        (math.inf if math.isnan(high) else float(high)),
    )
    return (low, high) if low <= high else (high, low)


def number(value: Value | None) -> float | None:
    """Return the number that a value states, if it states one."""
    match value:
        case Formula(expression, ()) | Measure(formula=Formula(expression, ())):
            found = expression.value()
            return found if math.isfinite(found) else None
    return None


def linear(rule: Rule) -> tuple[float, float, float] | None:
    """Return a, b, c of `a x + b y = c`, if that is what a rule says.

    >>> linear(Rule("y", Operation("+", Letter("x"), Number("1", 1))))
    (-1.0, 1.0, 1.0)
    """
    if rule.form not in ("y", "x", "implicit") or rule.parameters:
        return None
    at = {
        spot: _difference(rule, *spot)
        for spot in ((0.0, 0.0), (1.0, 0.0), (0.0, 1.0), (3.0, -2.0), (-5.5, 7.3))
    }
    if any(math.isnan(value) for value in at.values()):
        return None
    c = -at[0.0, 0.0]
    a, b = at[1.0, 0.0] + c, at[0.0, 1.0] + c
    exact = all(math.isclose(a * x + b * y - c, v, rel_tol=1e-9, abs_tol=1e-9) for (x, y), v in at.items())
    return (a, b, c) if exact and (a or b) else None


def _difference(rule: Rule, x: float, y: float) -> float:
    if rule.form == "implicit":
        return rule.first.value({"x": x, "y": y})
    given, other = (x, y) if rule.form == "y" else (y, x)
    return other - rule.first.value({rule.variable: given})


def mentions_pi(value: Value | None) -> bool:
    """Whether a number or an interval is counted in multiples of π."""
    formulas = [value.low, value.high] if isinstance(value, Interval) else [value]
    parts = (p for f in formulas if isinstance(f, Formula) for p in f.expression.walk())
    return any(isinstance(part, Constant) and part.name == "pi" for part in parts)


def stated_range(panel: Panel, axis: str) -> tuple[float, float] | None:
    """Return the range that the axes of a panel state for x or y, if they do."""
    for entity in panel.entities.values():
        if entity.kind.frames and (found := range_of(entity, axis)):
            return found
    return None


def range_of(entity: Entity, axis: str) -> tuple[float, float] | None:
    """Return the range that axes state for x or y."""
    for name in (axis, f"{axis}_range", "range"):
        value = entity.value(name)
        if isinstance(value, Interval):
            low, high = numbers(value)
            if math.isfinite(low) and math.isfinite(high) and low < high:
                return low, high
    return None


def finite(values: Iterable[float]) -> list[float]:
    """Return the numbers among values."""
    return [value for value in values if math.isfinite(value)]
