"""Where ticks stand and what their numbers say: steps of 1, 2 or 5, multiples of π, stated positions."""

from __future__ import annotations

import math

MOST = 60


def nice_step(least: float) -> float:
    """Return the smallest 1-2-5 step that is at least as large.

    >>> nice_step(0.3), nice_step(12)
    (0.5, 20.0)
    """
    power = 10.0 ** math.floor(math.log10(least))
    return next(step * power for step in (1.0, 2.0, 5.0, 10.0) if step * power >= least * (1 - 1e-9))


def multiples(step: float, low: float, high: float) -> tuple[float, ...]:
    """Return the multiples of a step in an interval.

    >>> multiples(0.5, -0.6, 1)
    (-0.5, 0.0, 0.5, 1.0)
    """
    slack = 1e-9 * max(1.0, abs(low), abs(high)) / step
    first, last = math.ceil(low / step - slack), math.floor(high / step + slack)
    return tuple(k * step + 0.0 for k in range(first, min(last, first + MOST) + 1))


def numeral(value: float) -> str:
    """Return a tick's number as text; a minus is a true one.

    >>> numeral(-0.5), numeral(20.0), numeral(1e6)
    ('$-0.5$', '20', '$10^{6}$')
    """
    if abs(value) >= 1e5 or 0 < abs(value) < 1e-3:
        return _scientific(value)
    text = f"{value:.6g}"
    return f"${text}$" if value < 0 else text


def imaginary_numeral(value: float) -> str:
    """Return a multiple of i as a formula.

    >>> imaginary_numeral(1.0), imaginary_numeral(-2.5)
    ('$i$', '$-2.5i$')
    """
    text = {1.0: "", -1.0: "-"}.get(value, f"{value:.6g}")
    return f"${text}i$"


def _scientific(value: float) -> str:
    power = math.floor(math.log10(abs(value)) + 1e-12)
    share = f"{value / 10.0**power:.6g}"
    head = {"1": "", "-1": "-"}.get(share, rf"{share} \cdot ")
    return f"${head}10^{{{power}}}$"


def pi_numeral(value: float) -> str:
    """Return a multiple of π as a formula.

    >>> pi_numeral(math.pi / 2), pi_numeral(-2 * math.pi), pi_numeral(0)
    ('$\\\\pi/2$', '$-2\\\\pi$', '0')
    """
    for below in (1, 2, 3, 4, 6):
        over = value / math.pi * below
        if abs(over - round(over)) < 1e-9:
            whole = round(over)
            if whole == 0:
                return "0"
            head = {1: "", -1: "-"}.get(whole, str(whole))
            return rf"${head}\pi{f'/{below}' if below > 1 else ''}$"
    return numeral(value)
