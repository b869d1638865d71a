"""Kernels over plain numbers: what turns an expression of the language into equations."""

from .. import jets
from ..jets import Jet
from .kernel import Unit, kernel, variable_kernel


@kernel("same", Unit.NUMBER)
def same(a: Jet, b: Jet) -> Jet:
    """Value a - b."""
    return a - b


@kernel("sum2", Unit.NUMBER)
def sum2(a: Jet, b: Jet, c: Jet) -> Jet:
    """Value a + b - c."""
    return a + b - c


@kernel("sum3", Unit.NUMBER)
def sum3(a: Jet, b: Jet, c: Jet, d: Jet) -> Jet:
    """Value a + b + c - d."""
    return a + b + c - d


@variable_kernel("total", Unit.NUMBER, round_of=("a",))
def total(*terms: Jet) -> Jet:
    """Value a1 + a2 + ... + an - s, the slots being a1 ... an, s."""
    result = -terms[-1]
    for term in terms[:-1]:
        result = result + term
    return result


@kernel("difference", Unit.NUMBER)
def difference(a: Jet, b: Jet, c: Jet) -> Jet:
    """Value a - b - c."""
    return a - b - c


@kernel("negate", Unit.NUMBER)
def negate(a: Jet, c: Jet) -> Jet:
    """Value -a - c."""
    return -a - c


@kernel("scaled", Unit.NUMBER)
def scaled(a: Jet, k: Jet, b: Jet) -> Jet:
    """Value (k a - b) / sqrt(1 + k²)."""
    return (k * a - b) / jets.sqrt(k * k + 1.0)


@kernel("affine", Unit.NUMBER)
def affine(a: Jet, k: Jet, c: Jet, b: Jet) -> Jet:
    """Value (k a + c - b) / sqrt(1 + k²)."""
    return (k * a + c - b) / jets.sqrt(k * k + 1.0)


@kernel("affine2", Unit.NUMBER)
def affine2(a: Jet, k: Jet, b: Jet, m: Jet, c: Jet) -> Jet:
    """Value (k a + m b - c) / sqrt(1 + k² + m²)."""
    return (k * a + m * b - c) / jets.sqrt(k * k + m * m + 1.0)


@kernel("affine3", Unit.NUMBER)
def affine3(a: Jet, k: Jet, b: Jet, m: Jet, c: Jet, n: Jet, d: Jet) -> Jet:
    """Value (k a + m b + n c - d) / sqrt(1 + k² + m² + n²)."""
    return (k * a + m * b + n * c - d) / jets.sqrt(k * k + m * m + n * n + 1.0)


@kernel("mean", Unit.NUMBER)
def mean(a: Jet, b: Jet, c: Jet) -> Jet:
    """Value (a + b) / 2 - c."""
    return (a + b) * 0.5 - c


@kernel("product", Unit.NUMBER)
def product(a: Jet, b: Jet, c: Jet) -> Jet:
    """Value (a b - c) / sqrt(1 + a² + b²): of the order of a change in a or b."""
    return (a * b - c) / jets.sqrt(a * a + b * b + 1.0)


@kernel("quotient", Unit.RATIO)
def quotient(a: Jet, b: Jet, c: Jet) -> Jet:
    """Value (a - b c) / sqrt(1 + b²): c is a / b."""
    return (a - b * c) / jets.sqrt(b * b + 1.0)


@kernel("power", Unit.NUMBER)
def power(a: Jet, n: Jet, c: Jet) -> Jet:
    """Value a^n - c; a negative base needs a whole exponent."""
    return jets.power(a, n) - c


@kernel("sqrt", Unit.NUMBER)
def sqrt(a: Jet, c: Jet) -> Jet:
    """Value sqrt a - c; below zero the root is 0."""
    return jets.sqrt(a) - c


@kernel("sin", Unit.NUMBER)
def sin(a: Jet, c: Jet) -> Jet:
    """Value sin a - c."""
    return jets.sin(a) - c


@kernel("cos", Unit.NUMBER)
def cos(a: Jet, c: Jet) -> Jet:
    """Value cos a - c."""
    return jets.cos(a) - c


@kernel("tan", Unit.NUMBER)
def tan(a: Jet, c: Jet) -> Jet:
    """Value (tan(a) - c) cos²(a): the slope of a stays 1 near the poles."""
    slope = jets.cos(a)
    return (jets.sin(a) - c * slope) * slope


@kernel("asin", Unit.ANGLE)
def asin(a: Jet, c: Jet) -> Jet:
    """Value asin a - c, a clipped to [-1, 1]."""
    return jets.asin(a) - c


@kernel("acos", Unit.ANGLE)
def acos(a: Jet, c: Jet) -> Jet:
    """Value acos a - c, a clipped to [-1, 1]."""
    return jets.acos(a) - c


@kernel("atan", Unit.ANGLE)
def atan(a: Jet, c: Jet) -> Jet:
    """Value atan a - c."""
    return jets.atan(a) - c


@kernel("exp", Unit.NUMBER)
def exp(a: Jet, c: Jet) -> Jet:
    """Value exp a - c."""
    return jets.exp(a) - c


@kernel("ln", Unit.NUMBER)
def ln(a: Jet, c: Jet) -> Jet:
    """Value ln a - c, for a > 0."""
    return jets.log(a) - c


@kernel("abs", Unit.NUMBER)
def absolute(a: Jet, c: Jet) -> Jet:
    """Value |a| - c."""
    return jets.absolute(a) - c


ARITHMETIC = (
    same, sum2, sum3, total, difference, negate, scaled, affine, affine2, affine3, mean, product, quotient,
    power, sqrt, sin, cos, tan, asin, acos, atan, exp, ln, absolute,
)  # fmt: skip
