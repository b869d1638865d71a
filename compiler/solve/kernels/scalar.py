"""made by tools/make_scalar_kernels.py, do not edit.

Each function takes a kernel's slots and returns its values, then their slopes, row by row.
"""

from collections.abc import Callable
from math import acos, asin, atan, atan2, cos, exp, hypot, log, pi, sin, sqrt
from typing import Final, TypeAlias

Scalar: TypeAlias = Callable[..., tuple[float, ...]]

# fmt: off
# ruff: noqa: D103, SIM300


def same_(a: float, b: float) -> tuple[float, ...]:
    return (a - b, 1.0, -1.0)


def sum2_(a: float, b: float, c: float) -> tuple[float, ...]:
    return ((a + b) - c, 1.0, 1.0, -1.0)


def sum3_(a: float, b: float, c: float, d: float) -> tuple[float, ...]:
    return (((a + b) + c) - d, 1.0, 1.0, 1.0, -1.0)


def difference_(a: float, b: float, c: float) -> tuple[float, ...]:
    return ((a - b) - c, 1.0, -1.0, -1.0)


def negate_(a: float, c: float) -> tuple[float, ...]:
    return ((-a) - c, -1.0, -1.0)


def scaled_(a: float, k: float, b: float) -> tuple[float, ...]:
    t0 = sqrt(max((k * k) + 1.0, 0.0))
    t1 = t0 if abs(t0) >= 1e-30 else 1e-30
    t2 = ((k * a) - b) / t1
    t3 = 1.0 / t1
    t4 = ((t3 * t2) * (0.5 / (max(t0, 1e-09)))) * k
    return (t2, t3 * k, ((-t4) - t4) + (t3 * a), -t3)


def affine_(a: float, k: float, c: float, b: float) -> tuple[float, ...]:
    t0 = sqrt(max((k * k) + 1.0, 0.0))
    t1 = t0 if abs(t0) >= 1e-30 else 1e-30
    t2 = (((k * a) + c) - b) / t1
    t3 = 1.0 / t1
    t4 = ((t3 * t2) * (0.5 / (max(t0, 1e-09)))) * k
    return (t2, t3 * k, ((-t4) - t4) + (t3 * a), t3, -t3)


def affine2_(a: float, k: float, b: float, m: float, c: float) -> tuple[float, ...]:
    t0 = sqrt(max(((k * k) + (m * m)) + 1.0, 0.0))
    t1 = t0 if abs(t0) >= 1e-30 else 1e-30
    t2 = (((k * a) + (m * b)) - c) / t1
    t3 = 1.0 / t1
    t4 = (t3 * t2) * (0.5 / (max(t0, 1e-09)))
    t5 = t4 * k
    t6 = t4 * m
    return (t2, t3 * k, ((-t5) - t5) + (t3 * a), t3 * m, ((-t6) - t6) + (t3 * b), -t3)


def affine3_(a: float, k: float, b: float, m: float, c: float, n: float, d: float) -> tuple[float, ...]:
    t0 = sqrt(max((((k * k) + (m * m)) + (n * n)) + 1.0, 0.0))
    t1 = t0 if abs(t0) >= 1e-30 else 1e-30
    t2 = ((((k * a) + (m * b)) + (n * c)) - d) / t1
    t3 = 1.0 / t1
    t4 = (t3 * t2) * (0.5 / (max(t0, 1e-09)))
    t5 = t4 * k
    t6 = t4 * m
    t7 = t4 * n
    return (t2, t3 * k, ((-t5) - t5) + (t3 * a), t3 * m, ((-t6) - t6) + (t3 * b), t3 * n, ((-t7) - t7) + (t3 * c), -t3)


def mean_(a: float, b: float, c: float) -> tuple[float, ...]:
    return (((a + b) * 0.5) - c, 0.5, 0.5, -1.0)


def product_(a: float, b: float, c: float) -> tuple[float, ...]:
    t0 = sqrt(max(((a * a) + (b * b)) + 1.0, 0.0))
    t1 = t0 if abs(t0) >= 1e-30 else 1e-30
    t2 = ((a * b) - c) / t1
    t3 = 1.0 / t1
    t4 = (t3 * t2) * (0.5 / (max(t0, 1e-09)))
    t5 = t4 * a
    t6 = t4 * b
    return (t2, ((-t5) - t5) + (t3 * b), ((-t6) - t6) + (t3 * a), -t3)


def quotient_(a: float, b: float, c: float) -> tuple[float, ...]:
    t0 = sqrt(max((b * b) + 1.0, 0.0))
    t1 = t0 if abs(t0) >= 1e-30 else 1e-30
    t2 = (a - (b * c)) / t1
    t3 = 1.0 / t1
    t4 = ((t3 * t2) * (0.5 / (max(t0, 1e-09)))) * b
    return (t2, t3, ((-t4) - t4) - (t3 * c), -(t3 * b))


def sqrt_(a: float, c: float) -> tuple[float, ...]:
    t0 = sqrt(max(a, 0.0))
    return (t0 - c, 0.5 / (max(t0, 1e-09)), -1.0)


def sin_(a: float, c: float) -> tuple[float, ...]:
    return (sin(a) - c, cos(a), -1.0)


def cos_(a: float, c: float) -> tuple[float, ...]:
    return (cos(a) - c, -sin(a), -1.0)


def tan_(a: float, c: float) -> tuple[float, ...]:
    t0 = sin(a)
    t1 = cos(a)
    t2 = t0 - (c * t1)
    t3 = t1 * t1
    return (t2 * t1, (-((t2 - (t1 * c)) * t0)) + t3, -t3)


def asin_(a: float, c: float) -> tuple[float, ...]:
    t0 = max(min(a, 1.0), -1.0)
    return (asin(t0) - c, 1.0 / (sqrt(max(1.0 - (t0 * t0), 1e-12))), -1.0)


def acos_(a: float, c: float) -> tuple[float, ...]:
    t0 = max(min(a, 1.0), -1.0)
    return (acos(t0) - c, -(1.0 / (sqrt(max(1.0 - (t0 * t0), 1e-12)))), -1.0)


def atan_(a: float, c: float) -> tuple[float, ...]:
    return (atan(a) - c, 1.0 / (1.0 + (a * a)), -1.0)


def exp_(a: float, c: float) -> tuple[float, ...]:
    t0 = exp(min(a, 200.0))
    return (t0 - c, t0, -1.0)


def ln_(a: float, c: float) -> tuple[float, ...]:
    t0 = max(a, 1e-12)
    return (log(t0) - c, 1.0 / t0, -1.0)


def abs_(a: float, c: float) -> tuple[float, ...]:
    t0 = -1.0 if a < 0 else 1.0
    return (abs(a) - c, t0, -1.0)


def distance_(ax: float, ay: float, bx: float, by: float, d: float) -> tuple[float, ...]:
    t0 = bx - ax
    t1 = by - ay
    t2 = hypot(t0, t1)
    t3 = t2 if abs(t2) >= 1e-30 else 1e-30
    t4 = t0 / t3
    t5 = t1 / t3
    return (t2 - d, -t4, -t5, t4, t5, -1.0)


def equal_length_(ax: float, ay: float, bx: float, by: float, cx: float, cy: float, dx: float, dy: float) -> tuple[float, ...]:
    t0 = bx - ax
    t1 = by - ay
    t2 = hypot(t0, t1)
    t3 = dx - cx
    t4 = dy - cy
    t5 = hypot(t3, t4)
    t6 = t2 if abs(t2) >= 1e-30 else 1e-30
    t7 = t0 / t6
    t8 = t1 / t6
    t9 = t5 if abs(t5) >= 1e-30 else 1e-30
    t10 = t3 / t9
    t11 = t4 / t9
    return (t2 - t5, -t7, -t8, t7, t8, t10, t11, -t10, -t11)


def coincident_(ax: float, ay: float, bx: float, by: float) -> tuple[float, ...]:
    return (ax - bx, ay - by, 1.0, 0.0, -1.0, 0.0, 0.0, 1.0, 0.0, -1.0)


def midpoint_(ax: float, ay: float, bx: float, by: float, mx: float, my: float) -> tuple[float, ...]:
    return (((ax + bx) * 0.5) - mx, ((ay + by) * 0.5) - my, 0.5, 0.0, 0.5, 0.0, -1.0, 0.0, 0.0, 0.5, 0.0, 0.5, 0.0, -1.0)


def fraction_(ax: float, ay: float, bx: float, by: float, t: float, px: float, py: float) -> tuple[float, ...]:
    t0 = bx - ax
    t1 = by - ay
    t2 = 1.0 - t
    return ((ax + (t * t0)) - px, (ay + (t * t1)) - py, t2, 0.0, t, 0.0, t0, -1.0, 0.0, 0.0, t2, 0.0, t, t1, 0.0, -1.0)


def centroid_(ax: float, ay: float, bx: float, by: float, cx: float, cy: float, gx: float, gy: float) -> tuple[float, ...]:
    return ((((ax + bx) + cx) * 0.3333333333333333) - gx, (((ay + by) + cy) * 0.3333333333333333) - gy, 0.3333333333333333, 0.0, 0.3333333333333333, 0.0, 0.3333333333333333, 0.0, -1.0, 0.0, 0.0, 0.3333333333333333, 0.0, 0.3333333333333333, 0.0, 0.3333333333333333, 0.0, -1.0)


def parallelogram_(ax: float, ay: float, bx: float, by: float, cx: float, cy: float, dx: float, dy: float) -> tuple[float, ...]:
    return (((ax - bx) + cx) - dx, ((ay - by) + cy) - dy, 1.0, 0.0, -1.0, 0.0, 1.0, 0.0, -1.0, 0.0, 0.0, 1.0, 0.0, -1.0, 0.0, 1.0, 0.0, -1.0)


def polar_(cx: float, cy: float, r: float, theta: float, px: float, py: float) -> tuple[float, ...]:
    t0 = cos(theta)
    t1 = r * t0
    t2 = sin(theta)
    t3 = r * t2
    return ((cx + t1) - px, (cy + t3) - py, 1.0, 0.0, t0, -t3, -1.0, 0.0, 0.0, 1.0, t2, t1, 0.0, -1.0)


def rotated_(px: float, py: float, cx: float, cy: float, theta: float, qx: float, qy: float) -> tuple[float, ...]:
    t0 = px - cx
    t1 = cos(theta)
    t2 = t0 * t1
    t3 = py - cy
    t4 = sin(theta)
    t5 = t3 * t4
    t6 = t0 * t4
    t7 = t3 * t1
    return (((cx + t2) - t5) - qx, ((cy + t6) + t7) - qy, t1, -t4, 1.0 - t1, t4, (-t7) - t6, -1.0, 0.0, t4, t1, -t4, (-t1) + 1.0, (-t5) + t2, 0.0, -1.0)


def reflected_(px: float, py: float, ax: float, ay: float, bx: float, by: float, qx: float, qy: float) -> tuple[float, ...]:
    t0 = qx - px
    t1 = bx - ax
    t2 = qy - py
    t3 = by - ay
    t4 = hypot(t1, t3)
    t5 = t4 if abs(t4) >= 1e-30 else 1e-30
    t6 = ((t0 * t1) + (t2 * t3)) / t5
    t7 = ((py + qy) * 0.5) - ay
    t8 = ((px + qx) * 0.5) - ax
    t9 = ((t1 * t7) - (t3 * t8)) / t5
    t10 = 1.0 / t5
    t11 = t10 * t1
    t12 = t10 * t3
    t13 = t10 * t6
    t14 = t1 / t5
    t15 = (-(t13 * t14)) + (t10 * t0)
    t16 = t3 / t5
    t17 = (-(t13 * t16)) + (t10 * t2)
    t18 = t11 * 0.5
    t19 = t10 * t9
    t20 = (-(t19 * t14)) + (t10 * t7)
    t21 = (-(t19 * t16)) - (t10 * t8)
    return (t6, t9, -t11, -t12, -t15, -t17, t15, t17, t11, t12, -(t12 * 0.5), t18, t12 - t20, (-t21) - t11, t20, t21, -(t12 * 0.5), t18)


def distance_to_line_(px: float, py: float, ax: float, ay: float, bx: float, by: float, d: float) -> tuple[float, ...]:
    t0 = bx - ax
    t1 = py - ay
    t2 = by - ay
    t3 = px - ax
    t4 = hypot(t0, t2)
    t5 = t4 if abs(t4) >= 1e-30 else 1e-30
    t6 = ((t0 * t1) - (t2 * t3)) / t5
    t7 = -1.0 if t6 < 0 else 1.0
    t8 = t7 / t5
    t9 = t8 * t2
    t10 = t8 * t0
    t11 = t8 * t6
    t12 = (-(t11 * (t0 / t5))) + (t8 * t1)
    t13 = (-(t11 * (t2 / t5))) - (t8 * t3)
    return (abs(t6) - d, -t9, t10, t9 - t12, (-t13) - t10, t12, t13, -1.0)


def signed_distance_to_line_(px: float, py: float, ax: float, ay: float, bx: float, by: float, d: float) -> tuple[float, ...]:
    t0 = bx - ax
    t1 = py - ay
    t2 = by - ay
    t3 = px - ax
    t4 = hypot(t0, t2)
    t5 = t4 if abs(t4) >= 1e-30 else 1e-30
    t6 = ((t0 * t1) - (t2 * t3)) / t5
    t7 = 1.0 / t5
    t8 = t7 * t2
    t9 = t7 * t0
    t10 = t7 * t6
    t11 = (-(t10 * (t0 / t5))) + (t7 * t1)
    t12 = (-(t10 * (t2 / t5))) - (t7 * t3)
    return (t6 - d, -t8, t9, t8 - t11, (-t12) - t9, t11, t12, -1.0)


def collinear_(px: float, py: float, ax: float, ay: float, bx: float, by: float) -> tuple[float, ...]:
    t0 = bx - ax
    t1 = py - ay
    t2 = by - ay
    t3 = px - ax
    t4 = hypot(t0, t2)
    t5 = t4 if abs(t4) >= 1e-30 else 1e-30
    t6 = ((t0 * t1) - (t2 * t3)) / t5
    t7 = 1.0 / t5
    t8 = t7 * t2
    t9 = t7 * t0
    t10 = t7 * t6
    t11 = (-(t10 * (t0 / t5))) + (t7 * t1)
    t12 = (-(t10 * (t2 / t5))) - (t7 * t3)
    return (t6, -t8, t9, t8 - t11, (-t12) - t9, t11, t12)


def foot_(px: float, py: float, ax: float, ay: float, bx: float, by: float, fx: float, fy: float) -> tuple[float, ...]:
    t0 = bx - ax
    t1 = fy - ay
    t2 = by - ay
    t3 = fx - ax
    t4 = hypot(t0, t2)
    t5 = t4 if abs(t4) >= 1e-30 else 1e-30
    t6 = ((t0 * t1) - (t2 * t3)) / t5
    t7 = fx - px
    t8 = fy - py
    t9 = ((t0 * t7) + (t2 * t8)) / t5
    t10 = 1.0 / t5
    t11 = t10 * t2
    t12 = t10 * t6
    t13 = t0 / t5
    t14 = (-(t12 * t13)) + (t10 * t1)
    t15 = t2 / t5
    t16 = (-(t12 * t15)) - (t10 * t3)
    t17 = t10 * t0
    t18 = t10 * t9
    t19 = (-(t18 * t13)) + (t10 * t7)
    t20 = (-(t18 * t15)) + (t10 * t8)
    return (t6, t9, 0.0, 0.0, t11 - t14, (-t16) - t17, t14, t16, -t11, t17, -t17, -t11, -t19, -t20, t19, t20, t17, t11)


def parallel_(ax: float, ay: float, bx: float, by: float, cx: float, cy: float, dx: float, dy: float) -> tuple[float, ...]:
    t0 = bx - ax
    t1 = dy - cy
    t2 = by - ay
    t3 = dx - cx
    t4 = hypot(t0, t2)
    t5 = hypot(t3, t1)
    t6 = t4 * t5
    t7 = t6 if abs(t6) >= 1e-30 else 1e-30
    t8 = ((t0 * t1) - (t2 * t3)) / t7
    t9 = 1.0 / t7
    t10 = t9 * t8
    t11 = t10 * t5
    t12 = t4 if abs(t4) >= 1e-30 else 1e-30
    t13 = (-(t11 * (t0 / t12))) + (t9 * t1)
    t14 = (-(t11 * (t2 / t12))) - (t9 * t3)
    t15 = t10 * t4
    t16 = t5 if abs(t5) >= 1e-30 else 1e-30
    t17 = (-(t15 * (t3 / t16))) - (t9 * t2)
    t18 = (-(t15 * (t1 / t16))) + (t9 * t0)
    return (t8, -t13, -t14, t13, t14, -t17, -t18, t17, t18)


def perpendicular_(ax: float, ay: float, bx: float, by: float, cx: float, cy: float, dx: float, dy: float) -> tuple[float, ...]:
    t0 = bx - ax
    t1 = dx - cx
    t2 = by - ay
    t3 = dy - cy
    t4 = hypot(t0, t2)
    t5 = hypot(t1, t3)
    t6 = t4 * t5
    t7 = t6 if abs(t6) >= 1e-30 else 1e-30
    t8 = ((t0 * t1) + (t2 * t3)) / t7
    t9 = 1.0 / t7
    t10 = t9 * t8
    t11 = t10 * t5
    t12 = t4 if abs(t4) >= 1e-30 else 1e-30
    t13 = (-(t11 * (t0 / t12))) + (t9 * t1)
    t14 = (-(t11 * (t2 / t12))) + (t9 * t3)
    t15 = t10 * t4
    t16 = t5 if abs(t5) >= 1e-30 else 1e-30
    t17 = (-(t15 * (t1 / t16))) + (t9 * t0)
    t18 = (-(t15 * (t3 / t16))) + (t9 * t2)
    return (t8, -t13, -t14, t13, t14, -t17, -t18, t17, t18)


def angle_(ax: float, ay: float, vx: float, vy: float, bx: float, by: float, theta: float) -> tuple[float, ...]:
    t0 = ax - vx
    t1 = by - vy
    t2 = ay - vy
    t3 = bx - vx
    t4 = (t0 * t1) - (t2 * t3)
    t5 = abs(t4)
    t6 = (t0 * t3) + (t2 * t1)
    t7 = max((t5 * t5) + (t6 * t6), 1e-30)
    t8 = t5 / t7
    t9 = -1.0 if t4 < 0 else 1.0
    t10 = (t6 / t7) * t9
    t11 = (-(t8 * t3)) + (t10 * t1)
    t12 = (-(t8 * t1)) - (t10 * t3)
    t13 = (-(t8 * t0)) - (t10 * t2)
    t14 = (-(t8 * t2)) + (t10 * t0)
    return ((atan2(t5, t6)) - theta, t11, t12, (-t13) - t11, (-t12) - t14, t13, t14, -1.0)


def directed_angle_(ax: float, ay: float, vx: float, vy: float, bx: float, by: float, theta: float) -> tuple[float, ...]:
    t0 = ax - vx
    t1 = by - vy
    t2 = ay - vy
    t3 = bx - vx
    t4 = (t0 * t1) - (t2 * t3)
    t5 = (t0 * t3) + (t2 * t1)
    t6 = max((t4 * t4) + (t5 * t5), 1e-30)
    t7 = t4 / t6
    t8 = t5 / t6
    t9 = (-(t7 * t3)) + (t8 * t1)
    t10 = (-(t7 * t1)) - (t8 * t3)
    t11 = (-(t7 * t0)) - (t8 * t2)
    t12 = (-(t7 * t2)) + (t8 * t0)
    return ((((atan2(t4, t5)) - theta) + pi) % (2 * pi) - pi, t9, t10, (-t11) - t9, (-t10) - t12, t11, t12, -1.0)


def direction_(ax: float, ay: float, bx: float, by: float, theta: float) -> tuple[float, ...]:
    t0 = by - ay
    t1 = bx - ax
    t2 = max((t0 * t0) + (t1 * t1), 1e-30)
    t3 = t0 / t2
    t4 = t1 / t2
    return ((((atan2(t0, t1)) - theta) + pi) % (2 * pi) - pi, t3, -t4, -t3, t4, -1.0)


def line_angle_(ax: float, ay: float, bx: float, by: float, cx: float, cy: float, dx: float, dy: float, theta: float) -> tuple[float, ...]:
    t0 = bx - ax
    t1 = dy - cy
    t2 = by - ay
    t3 = dx - cx
    t4 = (t0 * t1) - (t2 * t3)
    t5 = abs(t4)
    t6 = (t0 * t3) + (t2 * t1)
    t7 = abs(t6)
    t8 = max((t5 * t5) + (t7 * t7), 1e-30)
    t9 = -1.0 if t6 < 0 else 1.0
    t10 = (t5 / t8) * t9
    t11 = -1.0 if t4 < 0 else 1.0
    t12 = (t7 / t8) * t11
    t13 = (-(t10 * t3)) + (t12 * t1)
    t14 = (-(t10 * t1)) - (t12 * t3)
    t15 = (-(t10 * t0)) - (t12 * t2)
    t16 = (-(t10 * t2)) + (t12 * t0)
    return ((atan2(t5, t7)) - theta, -t13, -t14, t13, t14, -t15, -t16, t15, t16, -1.0)


def directed_line_angle_(ax: float, ay: float, bx: float, by: float, cx: float, cy: float, dx: float, dy: float, theta: float) -> tuple[float, ...]:
    t0 = bx - ax
    t1 = dy - cy
    t2 = by - ay
    t3 = dx - cx
    t4 = (t0 * t1) - (t2 * t3)
    t5 = cos(theta)
    t6 = (t0 * t3) + (t2 * t1)
    t7 = sin(theta)
    t8 = hypot(t0, t2)
    t9 = hypot(t3, t1)
    t10 = t8 * t9
    t11 = t10 if abs(t10) >= 1e-30 else 1e-30
    t12 = ((t4 * t5) - (t6 * t7)) / t11
    t13 = 1.0 / t11
    t14 = t13 * t12
    t15 = t14 * t9
    t16 = t8 if abs(t8) >= 1e-30 else 1e-30
    t17 = t13 * t7
    t18 = t13 * t5
    t19 = ((-(t15 * (t0 / t16))) - (t17 * t3)) + (t18 * t1)
    t20 = ((-(t15 * (t2 / t16))) - (t17 * t1)) - (t18 * t3)
    t21 = t14 * t8
    t22 = t9 if abs(t9) >= 1e-30 else 1e-30
    t23 = ((-(t21 * (t3 / t22))) - (t17 * t0)) - (t18 * t2)
    t24 = ((-(t21 * (t1 / t22))) - (t17 * t2)) + (t18 * t0)
    return (t12, -t19, -t20, t19, t20, -t23, -t24, t23, t24, (-((t13 * t6) * t5)) - ((t13 * t4) * t7))


def equal_angle_(ax: float, ay: float, vx: float, vy: float, bx: float, by: float, cx: float, cy: float, wx: float, wy: float, dx: float, dy: float) -> tuple[float, ...]:
    t0 = ax - vx
    t1 = by - vy
    t2 = ay - vy
    t3 = bx - vx
    t4 = (t0 * t1) - (t2 * t3)
    t5 = abs(t4)
    t6 = (t0 * t3) + (t2 * t1)
    t7 = cx - wx
    t8 = dy - wy
    t9 = cy - wy
    t10 = dx - wx
    t11 = (t7 * t8) - (t9 * t10)
    t12 = abs(t11)
    t13 = (t7 * t10) + (t9 * t8)
    t14 = max((t5 * t5) + (t6 * t6), 1e-30)
    t15 = t5 / t14
    t16 = -1.0 if t4 < 0 else 1.0
    t17 = (t6 / t14) * t16
    t18 = (-(t15 * t3)) + (t17 * t1)
    t19 = (-(t15 * t1)) - (t17 * t3)
    t20 = (-(t15 * t0)) - (t17 * t2)
    t21 = (-(t15 * t2)) + (t17 * t0)
    t22 = max((t12 * t12) + (t13 * t13), 1e-30)
    t23 = t12 / t22
    t24 = -1.0 if t11 < 0 else 1.0
    t25 = (t13 / t22) * t24
    t26 = (t23 * t10) - (t25 * t8)
    t27 = (t23 * t8) + (t25 * t10)
    t28 = (t23 * t7) + (t25 * t9)
    t29 = (t23 * t9) - (t25 * t7)
    return ((atan2(t5, t6)) - (atan2(t12, t13)), t18, t19, (-t20) - t18, (-t19) - t21, t20, t21, t26, t27, (-t28) - t26, (-t27) - t29, t28, t29)


def on_circle_(px: float, py: float, cx: float, cy: float, r: float) -> tuple[float, ...]:
    t0 = px - cx
    t1 = py - cy
    t2 = hypot(t0, t1)
    t3 = t2 if abs(t2) >= 1e-30 else 1e-30
    t4 = t0 / t3
    t5 = t1 / t3
    return (t2 - r, t4, t5, -t4, -t5, -1.0)


def tangent_line_circle_(ax: float, ay: float, bx: float, by: float, cx: float, cy: float, r: float) -> tuple[float, ...]:
    t0 = bx - ax
    t1 = cy - ay
    t2 = by - ay
    t3 = cx - ax
    t4 = hypot(t0, t2)
    t5 = t4 if abs(t4) >= 1e-30 else 1e-30
    t6 = ((t0 * t1) - (t2 * t3)) / t5
    t7 = -1.0 if t6 < 0 else 1.0
    t8 = t7 / t5
    t9 = t8 * t2
    t10 = t8 * t6
    t11 = (-(t10 * (t0 / t5))) + (t8 * t1)
    t12 = (-(t10 * (t2 / t5))) - (t8 * t3)
    t13 = t8 * t0
    return (abs(t6) - r, t9 - t11, (-t12) - t13, t11, t12, -t9, t13, -1.0)


def tangent_circles_external_(ax: float, ay: float, r: float, bx: float, by: float, s: float) -> tuple[float, ...]:
    t0 = bx - ax
    t1 = by - ay
    t2 = hypot(t0, t1)
    t3 = t2 if abs(t2) >= 1e-30 else 1e-30
    t4 = t0 / t3
    t5 = t1 / t3
    return (t2 - (r + s), -t4, -t5, -1.0, t4, t5, -1.0)


def tangent_circles_internal_(ax: float, ay: float, r: float, bx: float, by: float, s: float) -> tuple[float, ...]:
    t0 = bx - ax
    t1 = by - ay
    t2 = hypot(t0, t1)
    t3 = r - s
    t4 = t2 if abs(t2) >= 1e-30 else 1e-30
    t5 = t0 / t4
    t6 = t1 / t4
    t7 = -1.0 if t3 < 0 else 1.0
    return (t2 - abs(t3), -t5, -t6, -t7, t5, t6, t7)


def tangent_circles_(ax: float, ay: float, r: float, bx: float, by: float, s: float) -> tuple[float, ...]:
    t0 = bx - ax
    t1 = by - ay
    t2 = hypot(t0, t1)
    t3 = t2 - (r + s)
    t4 = r - s
    t5 = t2 - abs(t4)
    t6 = (t2 + r) + s
    t7 = t6 if abs(t6) >= 1e-30 else 1e-30
    t8 = (t3 * t5) / t7
    t9 = 1.0 / t7
    t10 = t9 * t3
    t11 = t9 * t5
    t12 = ((-(t9 * t8)) + t10) + t11
    t13 = t2 if abs(t2) >= 1e-30 else 1e-30
    t14 = t12 * (t0 / t13)
    t15 = t12 * (t1 / t13)
    t16 = -1.0 if t4 < 0 else 1.0
    t17 = t10 * t16
    return (t8, -t14, -t15, ((-(t9 * t8)) - t17) - t11, t14, t15, ((-(t9 * t8)) + t17) - t11)


def tangent_point_(px: float, py: float, tx: float, ty: float, cx: float, cy: float) -> tuple[float, ...]:
    t0 = px - tx
    t1 = cx - tx
    t2 = py - ty
    t3 = cy - ty
    t4 = hypot(t1, t3)
    t5 = t4 if abs(t4) >= 1e-30 else 1e-30
    t6 = ((t0 * t1) + (t2 * t3)) / t5
    t7 = 1.0 / t5
    t8 = t7 * t1
    t9 = t7 * t3
    t10 = t7 * t6
    t11 = (-(t10 * (t1 / t5))) + (t7 * t0)
    t12 = (-(t10 * (t3 / t5))) + (t7 * t2)
    return (t6, t8, t9, (-t11) - t8, (-t12) - t9, t11, t12)


def touch_point_(ax: float, ay: float, r: float, bx: float, by: float, tx: float, ty: float) -> tuple[float, ...]:
    t0 = bx - ax
    t1 = by - ay
    t2 = hypot(t0, t1)
    t3 = t2 if abs(t2) >= 1e-30 else 1e-30
    t4 = r / t3
    t5 = t0 / t3
    t6 = t5 * t4
    t7 = t4 - (t6 * t5)
    t8 = t1 / t3
    t9 = t6 * t8
    t10 = t8 * t4
    t11 = t10 * t5
    t12 = t4 - (t10 * t8)
    return ((ax + (t4 * t0)) - tx, (ay + (t4 * t1)) - ty, 1.0 - t7, t9, t5, t7, -t9, -1.0, 0.0, t11, 1.0 - t12, t8, -t11, t12, 0.0, -1.0)


def concyclic_(ax: float, ay: float, bx: float, by: float, cx: float, cy: float, dx: float, dy: float) -> tuple[float, ...]:
    t0 = ax - dx
    t1 = ay - dy
    t2 = (t0 * t0) + (t1 * t1)
    t3 = bx - dx
    t4 = cy - dy
    t5 = by - dy
    t6 = cx - dx
    t7 = (t3 * t4) - (t5 * t6)
    t8 = (t3 * t3) + (t5 * t5)
    t9 = (t6 * t1) - (t4 * t0)
    t10 = (t6 * t6) + (t4 * t4)
    t11 = (t0 * t5) - (t1 * t3)
    t12 = hypot(t0, t1)
    t13 = hypot(t3, t5)
    t14 = t12 * t13
    t15 = hypot(t6, t4)
    t16 = t14 * t15
    t17 = t16 if abs(t16) >= 1e-30 else 1e-30
    t18 = (((t2 * t7) + (t8 * t9)) + (t10 * t11)) / t17
    t19 = 1.0 / t17
    t20 = t19 * t18
    t21 = t20 * t15
    t22 = t21 * t13
    t23 = t12 if abs(t12) >= 1e-30 else 1e-30
    t24 = t19 * t10
    t25 = t19 * t8
    t26 = t19 * t7
    t27 = t26 * t0
    t28 = ((((-(t22 * (t0 / t23))) + (t24 * t5)) - (t25 * t4)) + t27) + t27
    t29 = t26 * t1
    t30 = ((((-(t22 * (t1 / t23))) - (t24 * t3)) + (t25 * t6)) + t29) + t29
    t31 = t21 * t12
    t32 = t13 if abs(t13) >= 1e-30 else 1e-30
    t33 = t19 * t9
    t34 = t33 * t3
    t35 = t19 * t2
    t36 = ((((-(t31 * (t3 / t32))) - (t24 * t1)) + t34) + t34) + (t35 * t4)
    t37 = t33 * t5
    t38 = ((((-(t31 * (t5 / t32))) + (t24 * t0)) + t37) + t37) - (t35 * t6)
    t39 = t20 * t14
    t40 = t15 if abs(t15) >= 1e-30 else 1e-30
    t41 = t19 * t11
    t42 = t41 * t6
    t43 = ((((-(t39 * (t6 / t40))) + t42) + t42) + (t25 * t1)) - (t35 * t5)
    t44 = t41 * t4
    t45 = ((((-(t39 * (t4 / t40))) + t44) + t44) - (t25 * t0)) + (t35 * t3)
    return (t18, t28, t30, t36, t38, t43, t45, ((-t43) - t36) - t28, ((-t38) - t45) - t30)


def on_ellipse_(px: float, py: float, cx: float, cy: float, a: float, b: float, phi: float) -> tuple[float, ...]:
    t0 = px - cx
    t1 = cos(phi)
    t2 = py - cy
    t3 = sin(phi)
    t4 = a if abs(a) >= 1e-30 else 1e-30
    t5 = ((t0 * t1) + (t2 * t3)) / t4
    t6 = b if abs(b) >= 1e-30 else 1e-30
    t7 = ((t2 * t1) - (t0 * t3)) / t6
    t8 = hypot(t5, t7)
    t9 = t8 - 1.0
    t10 = sqrt(max(a * b, 0.0))
    t11 = t8 if abs(t8) >= 1e-30 else 1e-30
    t12 = (t10 * (t7 / t11)) / t6
    t13 = (t10 * (t5 / t11)) / t4
    t14 = (-(t12 * t3)) + (t13 * t1)
    t15 = (t12 * t1) + (t13 * t3)
    t16 = t9 * (0.5 / (max(t10, 1e-09)))
    t17 = (((-(t12 * t0)) + (t13 * t2)) * t1) - (((t12 * t2) + (t13 * t0)) * t3)
    return (t9 * t10, t14, t15, -t14, -t15, (t16 * b) - (t13 * t5), (t16 * a) - (t12 * t7), t17)


def on_conic_(px: float, py: float, fx: float, fy: float, e: float, h: float, phi: float) -> tuple[float, ...]:
    t0 = px - fx
    t1 = py - fy
    t2 = (t0 * t0) + (t1 * t1)
    t3 = cos(phi)
    t4 = sin(phi)
    t5 = (t0 * t3) + (t1 * t4)
    t6 = h + (e * t5)
    t7 = sqrt(max(t2 + (h * h), 0.0))
    t8 = t7 if abs(t7) >= 1e-30 else 1e-30
    t9 = (t2 - (t6 * t6)) / t8
    t10 = 1.0 / t8
    t11 = t10 * t6
    t12 = (-t11) - t11
    t13 = t12 * e
    t14 = (t10 * t9) * (0.5 / (max(t7, 1e-09)))
    t15 = (-t14) + t10
    t16 = t15 * t0
    t17 = ((t13 * t3) + t16) + t16
    t18 = t15 * t1
    t19 = ((t13 * t4) + t18) + t18
    t20 = t14 * h
    return (t9, t17, t19, -t17, -t19, t12 * t5, ((-t20) - t20) + t12, ((t13 * t1) * t3) - ((t13 * t0) * t4))


def triangle_area_(ax: float, ay: float, bx: float, by: float, cx: float, cy: float, s: float) -> tuple[float, ...]:
    t0 = bx - ax
    t1 = cy - ay
    t2 = by - ay
    t3 = cx - ax
    t4 = hypot(t0, t2)
    t5 = hypot(t3, t1)
    t6 = t4 + t5
    t7 = t6 if abs(t6) >= 1e-30 else 1e-30
    t8 = ((((t0 * t1) - (t2 * t3)) * 0.5) - s) / t7
    t9 = 1.0 / t7
    t10 = t9 * t8
    t11 = t5 if abs(t5) >= 1e-30 else 1e-30
    t12 = t9 * 0.5
    t13 = (-(t10 * (t3 / t11))) - (t12 * t2)
    t14 = t4 if abs(t4) >= 1e-30 else 1e-30
    t15 = (-(t10 * (t0 / t14))) + (t12 * t1)
    t16 = (-(t10 * (t2 / t14))) - (t12 * t3)
    t17 = (-(t10 * (t1 / t11))) + (t12 * t0)
    return (t8, (-t13) - t15, (-t16) - t17, t15, t16, t13, t17, -t9)


def segment_area_(r: float, d: float, s: float) -> tuple[float, ...]:
    t0 = r * r
    t1 = r * (-0.999999999)
    t2 = r * 0.999999999
    t3 = d <= t2
    t4 = d if t3 else t2
    t5 = t1 <= t4
    t6 = t4 if t5 else t1
    t7 = r if abs(r) >= 1e-30 else 1e-30
    t8 = t6 / t7
    t9 = max(min(t8, 1.0), -1.0)
    t10 = acos(t9)
    t11 = sqrt(max(t0 - (t6 * t6), 0.0))
    t12 = (((t0 * t10) - (t6 * t11)) - s) / t7
    t13 = 1.0 / t7
    t14 = ((t13 * t0) * (1.0 / (sqrt(max(1.0 - (t9 * t9), 1e-12))))) / t7
    t15 = (t13 * t6) * (0.5 / (max(t11, 1e-09)))
    t16 = t15 * t6
    t17 = (((-(t13 * t11)) + t16) + t16) - t14
    t18 = t17 if t5 else 0.0
    t19 = 0.0 if t3 else t18
    t20 = 0.0 if t5 else t17
    t21 = (((-(t13 * t12)) + (t14 * t8)) + (t19 * 0.999999999)) + (t20 * (-0.999999999))
    t22 = ((-t15) + (t13 * t10)) * r
    t23 = t18 if t3 else 0.0
    return (t12, (t21 + t22) + t22, t23, -t13)


def sector_area_(r: float, theta: float, s: float) -> tuple[float, ...]:
    t0 = r if abs(r) >= 1e-30 else 1e-30
    t1 = s / t0
    t2 = (-1.0) / t0
    return (((r * theta) * 0.5) - t1, (-(t2 * t1)) + (0.5 * theta), 0.5 * r, t2)


def disc_area_(r: float, s: float) -> tuple[float, ...]:
    t0 = r if abs(r) >= 1e-30 else 1e-30
    t1 = s / t0
    t2 = (-1.0) / t0
    return ((r * 3.141592653589793) - t1, (-(t2 * t1)) + 3.141592653589793, t2)


def arc_length_(r: float, theta: float, s: float) -> tuple[float, ...]:
    return ((r * theta) - s, theta, r, -1.0)


def chord_length_(r: float, d: float, c: float) -> tuple[float, ...]:
    t0 = r * (-0.999999999)
    t1 = r * 0.999999999
    t2 = d <= t1
    t3 = d if t2 else t1
    t4 = t0 <= t3
    t5 = t3 if t4 else t0
    t6 = sqrt(max((r * r) - (t5 * t5), 0.0))
    t7 = 2.0 * (0.5 / (max(t6, 1e-09)))
    t8 = t7 * t5
    t9 = (-t8) - t8
    t10 = t9 if t4 else 0.0
    t11 = 0.0 if t2 else t10
    t12 = 0.0 if t4 else t9
    t13 = t7 * r
    t14 = t10 if t2 else 0.0
    return ((t6 * 2.0) - c, (((t11 * 0.999999999) + (t12 * (-0.999999999))) + t13) + t13, t14, -1.0)


def chord_angle_(r: float, theta: float, c: float) -> tuple[float, ...]:
    t0 = theta * 0.5
    t1 = sin(t0)
    return (((r * t1) * 2.0) - c, 2.0 * t1, ((2.0 * r) * cos(t0)) * 0.5, -1.0)


def greater_(a: float, b: float) -> tuple[float, ...]:
    return (a - b, 1.0, -1.0)


def positive_(a: float, margin: float) -> tuple[float, ...]:
    return (a - margin, 1.0, -1.0)


def ahead_(a: float, b: float, gap: float) -> tuple[float, ...]:
    return ((b - a) - gap, -1.0, 1.0, -1.0)


def left_of_line_(px: float, py: float, ax: float, ay: float, bx: float, by: float) -> tuple[float, ...]:
    t0 = bx - ax
    t1 = py - ay
    t2 = by - ay
    t3 = px - ax
    t4 = hypot(t0, t2)
    t5 = t4 if abs(t4) >= 1e-30 else 1e-30
    t6 = ((t0 * t1) - (t2 * t3)) / t5
    t7 = 1.0 / t5
    t8 = t7 * t2
    t9 = t7 * t0
    t10 = t7 * t6
    t11 = (-(t10 * (t0 / t5))) + (t7 * t1)
    t12 = (-(t10 * (t2 / t5))) - (t7 * t3)
    return (t6, -t8, t9, t8 - t11, (-t12) - t9, t11, t12)


def same_side_(px: float, py: float, qx: float, qy: float, ax: float, ay: float, bx: float, by: float) -> tuple[float, ...]:
    t0 = bx - ax
    t1 = py - ay
    t2 = by - ay
    t3 = px - ax
    t4 = hypot(t0, t2)
    t5 = t4 if abs(t4) >= 1e-30 else 1e-30
    t6 = ((t0 * t1) - (t2 * t3)) / t5
    t7 = qy - ay
    t8 = qx - ax
    t9 = ((t0 * t7) - (t2 * t8)) / t5
    t10 = (-t6) <= (-t9)
    t11 = (-t6) if t10 else (-t9)
    t12 = t6 <= t9
    t13 = t6 if t12 else t9
    t14 = t11 <= t13
    t15 = t13 if t14 else t11
    t16 = 1.0 if t14 else 0.0
    t17 = t16 if t12 else 0.0
    t18 = 0.0 if t14 else 1.0
    t19 = t18 if t10 else 0.0
    t20 = (t17 - t19) / t5
    t21 = t20 * t2
    t22 = t20 * t0
    t23 = 0.0 if t12 else t16
    t24 = 0.0 if t10 else t18
    t25 = (t23 - t24) / t5
    t26 = t25 * t2
    t27 = t25 * t0
    t28 = (-(t25 * t9)) - (t20 * t6)
    t29 = ((t25 * t7) + (t28 * (t0 / t5))) + (t20 * t1)
    t30 = ((-(t25 * t8)) + (t28 * (t2 / t5))) - (t20 * t3)
    return (t15, -t21, t22, -t26, t27, (t26 + t21) - t29, ((-t27) - t30) - t22, t29, t30)


def opposite_sides_(px: float, py: float, qx: float, qy: float, ax: float, ay: float, bx: float, by: float) -> tuple[float, ...]:
    t0 = bx - ax
    t1 = py - ay
    t2 = by - ay
    t3 = px - ax
    t4 = hypot(t0, t2)
    t5 = t4 if abs(t4) >= 1e-30 else 1e-30
    t6 = ((t0 * t1) - (t2 * t3)) / t5
    t7 = qy - ay
    t8 = qx - ax
    t9 = ((t0 * t7) - (t2 * t8)) / t5
    t10 = (-t6) <= t9
    t11 = (-t6) if t10 else t9
    t12 = t6 <= (-t9)
    t13 = t6 if t12 else (-t9)
    t14 = t11 <= t13
    t15 = t13 if t14 else t11
    t16 = 1.0 if t14 else 0.0
    t17 = t16 if t12 else 0.0
    t18 = 0.0 if t14 else 1.0
    t19 = t18 if t10 else 0.0
    t20 = (t17 - t19) / t5
    t21 = t20 * t2
    t22 = t20 * t0
    t23 = 0.0 if t12 else t16
    t24 = 0.0 if t10 else t18
    t25 = ((-t23) + t24) / t5
    t26 = t25 * t2
    t27 = t25 * t0
    t28 = (-(t25 * t9)) - (t20 * t6)
    t29 = ((t25 * t7) + (t28 * (t0 / t5))) + (t20 * t1)
    t30 = ((-(t25 * t8)) + (t28 * (t2 / t5))) - (t20 * t3)
    return (t15, -t21, t22, -t26, t27, (t26 + t21) - t29, ((-t27) - t30) - t22, t29, t30)


def same_turn_(ax: float, ay: float, bx: float, by: float, cx: float, cy: float, dx: float, dy: float, ex: float, ey: float, fx: float, fy: float) -> tuple[float, ...]:
    t0 = bx - ax
    t1 = cy - ay
    t2 = by - ay
    t3 = cx - ax
    t4 = hypot(t0, t2)
    t5 = t4 if abs(t4) >= 1e-30 else 1e-30
    t6 = ((t0 * t1) - (t2 * t3)) / t5
    t7 = ex - dx
    t8 = fy - dy
    t9 = ey - dy
    t10 = fx - dx
    t11 = hypot(t7, t9)
    t12 = t11 if abs(t11) >= 1e-30 else 1e-30
    t13 = ((t7 * t8) - (t9 * t10)) / t12
    t14 = (-t6) <= (-t13)
    t15 = (-t6) if t14 else (-t13)
    t16 = t6 <= t13
    t17 = t6 if t16 else t13
    t18 = t15 <= t17
    t19 = t17 if t18 else t15
    t20 = 1.0 if t18 else 0.0
    t21 = t20 if t16 else 0.0
    t22 = 0.0 if t18 else 1.0
    t23 = t22 if t14 else 0.0
    t24 = (t21 - t23) / t5
    t25 = t24 * t2
    t26 = t24 * t6
    t27 = (-(t26 * (t0 / t5))) + (t24 * t1)
    t28 = (-(t26 * (t2 / t5))) - (t24 * t3)
    t29 = t24 * t0
    t30 = 0.0 if t16 else t20
    t31 = 0.0 if t14 else t22
    t32 = (t30 - t31) / t12
    t33 = t32 * t9
    t34 = t32 * t13
    t35 = (-(t34 * (t7 / t12))) + (t32 * t8)
    t36 = (-(t34 * (t9 / t12))) - (t32 * t10)
    t37 = t32 * t7
    return (t19, t25 - t27, (-t28) - t29, t27, t28, -t25, t29, t33 - t35, (-t36) - t37, t35, t36, -t33, t37)


def inside_circle_(px: float, py: float, cx: float, cy: float, r: float) -> tuple[float, ...]:
    t0 = px - cx
    t1 = py - cy
    t2 = hypot(t0, t1)
    t3 = t2 if abs(t2) >= 1e-30 else 1e-30
    t4 = t0 / t3
    t5 = t1 / t3
    return (r - t2, -t4, -t5, t4, t5, 1.0)


def outside_circle_(px: float, py: float, cx: float, cy: float, r: float) -> tuple[float, ...]:
    t0 = px - cx
    t1 = py - cy
    t2 = hypot(t0, t1)
    t3 = t2 if abs(t2) >= 1e-30 else 1e-30
    t4 = t0 / t3
    t5 = t1 / t3
    return (t2 - r, t4, t5, -t4, -t5, -1.0)


def separation_(ax: float, ay: float, bx: float, by: float, d: float) -> tuple[float, ...]:
    t0 = bx - ax
    t1 = by - ay
    t2 = hypot(t0, t1)
    t3 = t2 if abs(t2) >= 1e-30 else 1e-30
    t4 = t0 / t3
    t5 = t1 / t3
    return (t2 - d, -t4, -t5, t4, t5, -1.0)


def apart_(ax: float, ay: float, bx: float, by: float) -> tuple[float, ...]:
    t0 = bx - ax
    t1 = by - ay
    t2 = hypot(t0, t1)
    t3 = t2 if abs(t2) >= 1e-30 else 1e-30
    t4 = t0 / t3
    t5 = t1 / t3
    return (t2, -t4, -t5, t4, t5)


def nearness_(ax: float, ay: float, bx: float, by: float, d: float) -> tuple[float, ...]:
    t0 = bx - ax
    t1 = by - ay
    t2 = hypot(t0, t1)
    t3 = t2 if abs(t2) >= 1e-30 else 1e-30
    t4 = t0 / t3
    t5 = t1 / t3
    return (d - t2, t4, t5, -t4, -t5, 1.0)


def close_(a: float, b: float) -> tuple[float, ...]:
    t0 = a - b
    t1 = -1.0 if t0 < 0 else 1.0
    return (-abs(t0), -t1, t1)


def within_(ax: float, ay: float, bx: float, by: float, near: float, far: float) -> tuple[float, ...]:
    t0 = bx - ax
    t1 = by - ay
    t2 = hypot(t0, t1)
    t3 = t2 - near
    t4 = far - t2
    t5 = t3 <= t4
    t6 = t3 if t5 else t4
    t7 = 0.0 if t5 else 1.0
    t8 = 1.0 if t5 else 0.0
    t9 = (-t7) + t8
    t10 = t2 if abs(t2) >= 1e-30 else 1e-30
    t11 = t9 * (t0 / t10)
    t12 = t9 * (t1 / t10)
    return (t6, -t11, -t12, t11, t12, -t8, t7)


def discs_apart_(ax: float, ay: float, r: float, bx: float, by: float, s: float) -> tuple[float, ...]:
    t0 = bx - ax
    t1 = by - ay
    t2 = hypot(t0, t1)
    t3 = t2 if abs(t2) >= 1e-30 else 1e-30
    t4 = t0 / t3
    t5 = t1 / t3
    return ((t2 - r) - s, -t4, -t5, -1.0, t4, t5, -1.0)


def disc_inside_(ax: float, ay: float, r: float, bx: float, by: float, s: float) -> tuple[float, ...]:
    t0 = bx - ax
    t1 = by - ay
    t2 = hypot(t0, t1)
    t3 = t2 if abs(t2) >= 1e-30 else 1e-30
    t4 = t0 / t3
    t5 = t1 / t3
    return ((s - r) - t2, t4, t5, -1.0, -t4, -t5, 1.0)


def on_segment_(px: float, py: float, ax: float, ay: float, bx: float, by: float) -> tuple[float, ...]:
    t0 = bx - ax
    t1 = px - ax
    t2 = by - ay
    t3 = py - ay
    t4 = hypot(t0, t2)
    t5 = t4 if abs(t4) >= 1e-30 else 1e-30
    t6 = ((t0 * t1) + (t2 * t3)) / t5
    t7 = t4 - t6
    t8 = t6 <= t7
    t9 = t6 if t8 else t7
    t10 = 1.0 if t8 else 0.0
    t11 = 0.0 if t8 else 1.0
    t12 = (t10 - t11) / t5
    t13 = t12 * t0
    t14 = t12 * t2
    t15 = t11 - (t12 * t6)
    t16 = (t15 * (t0 / t5)) + (t12 * t1)
    t17 = (t15 * (t2 / t5)) + (t12 * t3)
    return (t9, t13, t14, (-t13) - t16, (-t14) - t17, t16, t17)


def on_ray_(px: float, py: float, ax: float, ay: float, bx: float, by: float) -> tuple[float, ...]:
    t0 = bx - ax
    t1 = px - ax
    t2 = by - ay
    t3 = py - ay
    t4 = hypot(t0, t2)
    t5 = t4 if abs(t4) >= 1e-30 else 1e-30
    t6 = ((t0 * t1) + (t2 * t3)) / t5
    t7 = 1.0 / t5
    t8 = t7 * t0
    t9 = t7 * t2
    t10 = t7 * t6
    t11 = (-(t10 * (t0 / t5))) + (t7 * t1)
    t12 = (-(t10 * (t2 / t5))) + (t7 * t3)
    return (t6, t8, t9, (-t8) - t11, (-t9) - t12, t11, t12)


def clear_of_segment_(px: float, py: float, ax: float, ay: float, bx: float, by: float, d: float) -> tuple[float, ...]:
    t0 = bx - ax
    t1 = px - ax
    t2 = by - ay
    t3 = py - ay
    t4 = hypot(t0, t2)
    t5 = t4 if abs(t4) >= 1e-30 else 1e-30
    t6 = ((t0 * t1) + (t2 * t3)) / t5
    t7 = t6 - t4
    t8 = t7 <= (-t6)
    t9 = (-t6) if t8 else t7
    t10 = 0.0 <= t9
    t11 = t9 if t10 else 0.0
    t12 = ((t0 * t3) - (t2 * t1)) / t5
    t13 = hypot(t11, t12)
    t14 = t13 if abs(t13) >= 1e-30 else 1e-30
    t15 = (t12 / t14) / t5
    t16 = (t11 / t14) if t10 else 0.0
    t17 = t16 if t8 else 0.0
    t18 = 0.0 if t8 else t16
    t19 = ((-t17) + t18) / t5
    t20 = (-(t15 * t2)) + (t19 * t0)
    t21 = (t15 * t0) + (t19 * t2)
    t22 = (-t18) + ((-(t15 * t12)) - (t19 * t6))
    t23 = ((t15 * t3) + (t22 * (t0 / t5))) + (t19 * t1)
    t24 = ((-(t15 * t1)) + (t22 * (t2 / t5))) + (t19 * t3)
    return (t13 - d, t20, t21, (-t20) - t23, (-t21) - t24, t23, t24, -1.0)


def boxes_apart_(ax: float, ay: float, aw: float, ah: float, bx: float, by: float, bw: float, bh: float, gap: float) -> tuple[float, ...]:
    t0 = ay - by
    t1 = (abs(t0) - ah) - bh
    t2 = ax - bx
    t3 = (abs(t2) - aw) - bw
    t4 = t1 <= t3
    t5 = t3 if t4 else t1
    t6 = 1.0 if t4 else 0.0
    t7 = -1.0 if t2 < 0 else 1.0
    t8 = t6 * t7
    t9 = 0.0 if t4 else 1.0
    t10 = -1.0 if t0 < 0 else 1.0
    t11 = t9 * t10
    return (t5 - gap, t8, t11, -t6, -t9, -t8, -t11, -t6, -t9, -1.0)


def box_inside_(ax: float, ay: float, aw: float, ah: float, bx: float, by: float, bw: float, bh: float, gap: float) -> tuple[float, ...]:
    t0 = ax - bx
    t1 = (bw - aw) - abs(t0)
    t2 = ay - by
    t3 = (bh - ah) - abs(t2)
    t4 = t1 <= t3
    t5 = t1 if t4 else t3
    t6 = 1.0 if t4 else 0.0
    t7 = -1.0 if t0 < 0 else 1.0
    t8 = t6 * t7
    t9 = 0.0 if t4 else 1.0
    t10 = -1.0 if t2 < 0 else 1.0
    t11 = t9 * t10
    return (t5 - gap, -t8, -t11, -t6, -t9, t8, t11, t6, t9, -1.0)


def angle_at_least_(ax: float, ay: float, vx: float, vy: float, bx: float, by: float, theta: float) -> tuple[float, ...]:
    t0 = ax - vx
    t1 = by - vy
    t2 = ay - vy
    t3 = bx - vx
    t4 = (t0 * t1) - (t2 * t3)
    t5 = abs(t4)
    t6 = (t0 * t3) + (t2 * t1)
    t7 = max((t5 * t5) + (t6 * t6), 1e-30)
    t8 = t5 / t7
    t9 = -1.0 if t4 < 0 else 1.0
    t10 = (t6 / t7) * t9
    t11 = (-(t8 * t3)) + (t10 * t1)
    t12 = (-(t8 * t1)) - (t10 * t3)
    t13 = (-(t8 * t0)) - (t10 * t2)
    t14 = (-(t8 * t2)) + (t10 * t0)
    return ((atan2(t5, t6)) - theta, t11, t12, (-t13) - t11, (-t12) - t14, t13, t14, -1.0)


def angle_at_most_(ax: float, ay: float, vx: float, vy: float, bx: float, by: float, theta: float) -> tuple[float, ...]:
    t0 = ax - vx
    t1 = by - vy
    t2 = ay - vy
    t3 = bx - vx
    t4 = (t0 * t1) - (t2 * t3)
    t5 = abs(t4)
    t6 = (t0 * t3) + (t2 * t1)
    t7 = max((t5 * t5) + (t6 * t6), 1e-30)
    t8 = t5 / t7
    t9 = -1.0 if t4 < 0 else 1.0
    t10 = (t6 / t7) * t9
    t11 = (t8 * t3) - (t10 * t1)
    t12 = (t8 * t1) + (t10 * t3)
    t13 = (t8 * t0) + (t10 * t2)
    t14 = (t8 * t2) - (t10 * t0)
    return (theta - (atan2(t5, t6)), t11, t12, (-t13) - t11, (-t12) - t14, t13, t14, 1.0)


def angle_avoids_(ax: float, ay: float, vx: float, vy: float, bx: float, by: float, theta: float, margin: float) -> tuple[float, ...]:
    t0 = ax - vx
    t1 = by - vy
    t2 = ay - vy
    t3 = bx - vx
    t4 = (t0 * t1) - (t2 * t3)
    t5 = abs(t4)
    t6 = (t0 * t3) + (t2 * t1)
    t7 = (atan2(t5, t6)) - theta
    t8 = -1.0 if t7 < 0 else 1.0
    t9 = max((t5 * t5) + (t6 * t6), 1e-30)
    t10 = t8 * (t5 / t9)
    t11 = -1.0 if t4 < 0 else 1.0
    t12 = (t8 * (t6 / t9)) * t11
    t13 = (-(t10 * t3)) + (t12 * t1)
    t14 = (-(t10 * t1)) - (t12 * t3)
    t15 = (-(t10 * t0)) - (t12 * t2)
    t16 = (-(t10 * t2)) + (t12 * t0)
    return (abs(t7) - margin, t13, t14, (-t15) - t13, (-t14) - t16, t15, t16, -t8, -1.0)


def lines_avoid_(ax: float, ay: float, bx: float, by: float, cx: float, cy: float, dx: float, dy: float, margin: float) -> tuple[float, ...]:
    t0 = bx - ax
    t1 = dy - cy
    t2 = by - ay
    t3 = dx - cx
    t4 = hypot(t0, t2)
    t5 = hypot(t3, t1)
    t6 = t4 * t5
    t7 = t6 if abs(t6) >= 1e-30 else 1e-30
    t8 = ((t0 * t1) - (t2 * t3)) / t7
    t9 = abs(t8)
    t10 = ((t0 * t3) + (t2 * t1)) / t7
    t11 = abs(t10)
    t12 = t9 <= t11
    t13 = t9 if t12 else t11
    t14 = 0.0 if t12 else 1.0
    t15 = -1.0 if t10 < 0 else 1.0
    t16 = (t14 * t15) / t7
    t17 = 1.0 if t12 else 0.0
    t18 = -1.0 if t8 < 0 else 1.0
    t19 = (t17 * t18) / t7
    t20 = (-(t16 * t10)) - (t19 * t8)
    t21 = t20 * t5
    t22 = t4 if abs(t4) >= 1e-30 else 1e-30
    t23 = ((t16 * t3) + (t21 * (t0 / t22))) + (t19 * t1)
    t24 = ((t16 * t1) + (t21 * (t2 / t22))) - (t19 * t3)
    t25 = t20 * t4
    t26 = t5 if abs(t5) >= 1e-30 else 1e-30
    t27 = ((t16 * t0) + (t25 * (t3 / t26))) - (t19 * t2)
    t28 = ((t16 * t2) + (t25 * (t1 / t26))) + (t19 * t0)
    return (t13 - margin, -t23, -t24, t23, t24, -t27, -t28, t27, t28, -1.0)


def lengths_avoid_(ax: float, ay: float, bx: float, by: float, cx: float, cy: float, dx: float, dy: float, margin: float) -> tuple[float, ...]:
    t0 = bx - ax
    t1 = by - ay
    t2 = hypot(t0, t1)
    t3 = max(t2, 1e-12)
    t4 = dx - cx
    t5 = dy - cy
    t6 = hypot(t4, t5)
    t7 = max(t6, 1e-12)
    t8 = log(t3) - log(t7)
    t9 = -1.0 if t8 < 0 else 1.0
    t10 = t9 * (1.0 / t3)
    t11 = t2 if abs(t2) >= 1e-30 else 1e-30
    t12 = t10 * (t0 / t11)
    t13 = t10 * (t1 / t11)
    t14 = t9 * (1.0 / t7)
    t15 = t6 if abs(t6) >= 1e-30 else 1e-30
    t16 = t14 * (t4 / t15)
    t17 = t14 * (t5 / t15)
    return (abs(t8) - margin, -t12, -t13, t12, t13, t16, t17, -t16, -t17, -1.0)


def corners_avoid_(ax: float, ay: float, bx: float, by: float, cx: float, cy: float, d: float) -> tuple[float, ...]:
    t0 = bx - ax
    t1 = cy - ay
    t2 = by - ay
    t3 = cx - ax
    t4 = (t0 * t1) - (t2 * t3)
    t5 = t3 - t0
    t6 = t1 - t2
    t7 = hypot(t5, t6)
    t8 = hypot(t3, t1)
    t9 = hypot(t0, t2)
    t10 = t8 <= t9
    t11 = t9 if t10 else t8
    t12 = t7 <= t11
    t13 = t11 if t12 else t7
    t14 = t13 if abs(t13) >= 1e-30 else 1e-30
    t15 = abs(t4) / t14
    t16 = 1.0 / t14
    t17 = (-(t16 * t15)) if t12 else 0.0
    t18 = 0.0 if t10 else t17
    t19 = t8 if abs(t8) >= 1e-30 else 1e-30
    t20 = 0.0 if t12 else (-(t16 * t15))
    t21 = t7 if abs(t7) >= 1e-30 else 1e-30
    t22 = t20 * (t5 / t21)
    t23 = -1.0 if t4 < 0 else 1.0
    t24 = t16 * t23
    t25 = ((t18 * (t3 / t19)) + t22) - (t24 * t2)
    t26 = t17 if t10 else 0.0
    t27 = t9 if abs(t9) >= 1e-30 else 1e-30
    t28 = ((t26 * (t0 / t27)) - t22) + (t24 * t1)
    t29 = t20 * (t6 / t21)
    t30 = ((t26 * (t2 / t27)) - t29) - (t24 * t3)
    t31 = ((t18 * (t1 / t19)) + t29) + (t24 * t0)
    return (t15 - d, (-t25) - t28, (-t30) - t31, t28, t30, t25, t31, -1.0)


def rim_avoids_point_(px: float, py: float, cx: float, cy: float, r: float, d: float) -> tuple[float, ...]:
    t0 = px - cx
    t1 = py - cy
    t2 = hypot(t0, t1)
    t3 = t2 - r
    t4 = -1.0 if t3 < 0 else 1.0
    t5 = t2 if abs(t2) >= 1e-30 else 1e-30
    t6 = t4 * (t0 / t5)
    t7 = t4 * (t1 / t5)
    return (abs(t3) - d, t6, t7, -t6, -t7, -t4, -1.0)


def rim_avoids_line_(ax: float, ay: float, bx: float, by: float, cx: float, cy: float, r: float, d: float) -> tuple[float, ...]:
    t0 = bx - ax
    t1 = cy - ay
    t2 = by - ay
    t3 = cx - ax
    t4 = hypot(t0, t2)
    t5 = t4 if abs(t4) >= 1e-30 else 1e-30
    t6 = ((t0 * t1) - (t2 * t3)) / t5
    t7 = abs(t6) - r
    t8 = -1.0 if t7 < 0 else 1.0
    t9 = -1.0 if t6 < 0 else 1.0
    t10 = (t8 * t9) / t5
    t11 = t10 * t2
    t12 = t10 * t6
    t13 = (-(t12 * (t0 / t5))) + (t10 * t1)
    t14 = (-(t12 * (t2 / t5))) - (t10 * t3)
    t15 = t10 * t0
    return (abs(t7) - d, t11 - t13, (-t14) - t15, t13, t14, -t11, t15, -t8, -1.0)


def rims_avoid_(ax: float, ay: float, r: float, bx: float, by: float, s: float, d: float) -> tuple[float, ...]:
    t0 = bx - ax
    t1 = by - ay
    t2 = hypot(t0, t1)
    t3 = t2 - (r + s)
    t4 = abs(t3)
    t5 = r - s
    t6 = t2 - abs(t5)
    t7 = abs(t6)
    t8 = t4 <= t7
    t9 = t4 if t8 else t7
    t10 = 0.0 if t8 else 1.0
    t11 = -1.0 if t6 < 0 else 1.0
    t12 = t10 * t11
    t13 = 1.0 if t8 else 0.0
    t14 = -1.0 if t3 < 0 else 1.0
    t15 = t13 * t14
    t16 = t12 + t15
    t17 = t2 if abs(t2) >= 1e-30 else 1e-30
    t18 = t16 * (t0 / t17)
    t19 = t16 * (t1 / t17)
    t20 = -1.0 if t5 < 0 else 1.0
    t21 = t12 * t20
    return (t9 - d, -t18, -t19, (-t21) - t15, t18, t19, t21 - t15, -1.0)


def sizes_avoid_(a: float, b: float, margin: float) -> tuple[float, ...]:
    t0 = max(a, 1e-12)
    t1 = max(b, 1e-12)
    t2 = log(t0) - log(t1)
    t3 = -1.0 if t2 < 0 else 1.0
    return (abs(t2) - margin, t3 * (1.0 / t0), -(t3 * (1.0 / t1)), -1.0)


def distance_in_space_(ax: float, ay: float, az: float, bx: float, by: float, bz: float, d: float) -> tuple[float, ...]:
    t0 = bx - ax
    t1 = by - ay
    t2 = hypot(t0, t1)
    t3 = bz - az
    t4 = hypot(t2, t3)
    t5 = t4 if abs(t4) >= 1e-30 else 1e-30
    t6 = t2 / t5
    t7 = t2 if abs(t2) >= 1e-30 else 1e-30
    t8 = t6 * (t0 / t7)
    t9 = t6 * (t1 / t7)
    t10 = t3 / t5
    return (t4 - d, -t8, -t9, -t10, t8, t9, t10, -1.0)


def equal_length_in_space_(ax: float, ay: float, az: float, bx: float, by: float, bz: float, cx: float, cy: float, cz: float, dx: float, dy: float, dz: float) -> tuple[float, ...]:
    t0 = bx - ax
    t1 = by - ay
    t2 = hypot(t0, t1)
    t3 = bz - az
    t4 = hypot(t2, t3)
    t5 = dx - cx
    t6 = dy - cy
    t7 = hypot(t5, t6)
    t8 = dz - cz
    t9 = hypot(t7, t8)
    t10 = t4 if abs(t4) >= 1e-30 else 1e-30
    t11 = t2 / t10
    t12 = t2 if abs(t2) >= 1e-30 else 1e-30
    t13 = t11 * (t0 / t12)
    t14 = t11 * (t1 / t12)
    t15 = t3 / t10
    t16 = t9 if abs(t9) >= 1e-30 else 1e-30
    t17 = t7 / t16
    t18 = t7 if abs(t7) >= 1e-30 else 1e-30
    t19 = t17 * (t5 / t18)
    t20 = t17 * (t6 / t18)
    t21 = t8 / t16
    return (t4 - t9, -t13, -t14, -t15, t13, t14, t15, t19, t20, t21, -t19, -t20, -t21)


def coincident_in_space_(ax: float, ay: float, az: float, bx: float, by: float, bz: float) -> tuple[float, ...]:
    return (ax - bx, ay - by, az - bz, 1.0, 0.0, 0.0, -1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, -1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, -1.0)


def midpoint_in_space_(ax: float, ay: float, az: float, bx: float, by: float, bz: float, mx: float, my: float, mz: float) -> tuple[float, ...]:
    return (((ax + bx) * 0.5) - mx, ((ay + by) * 0.5) - my, ((az + bz) * 0.5) - mz, 0.5, 0.0, 0.0, 0.5, 0.0, 0.0, -1.0, 0.0, 0.0, 0.0, 0.5, 0.0, 0.0, 0.5, 0.0, 0.0, -1.0, 0.0, 0.0, 0.0, 0.5, 0.0, 0.0, 0.5, 0.0, 0.0, -1.0)


def fraction_in_space_(ax: float, ay: float, az: float, bx: float, by: float, bz: float, t: float, px: float, py: float, pz: float) -> tuple[float, ...]:
    t0 = bx - ax
    t1 = by - ay
    t2 = bz - az
    t3 = 1.0 - t
    return ((ax + (t * t0)) - px, (ay + (t * t1)) - py, (az + (t * t2)) - pz, t3, 0.0, 0.0, t, 0.0, 0.0, t0, -1.0, 0.0, 0.0, 0.0, t3, 0.0, 0.0, t, 0.0, t1, 0.0, -1.0, 0.0, 0.0, 0.0, t3, 0.0, 0.0, t, t2, 0.0, 0.0, -1.0)


def centroid_in_space_(ax: float, ay: float, az: float, bx: float, by: float, bz: float, cx: float, cy: float, cz: float, gx: float, gy: float, gz: float) -> tuple[float, ...]:
    return ((((ax + bx) + cx) * 0.3333333333333333) - gx, (((ay + by) + cy) * 0.3333333333333333) - gy, (((az + bz) + cz) * 0.3333333333333333) - gz, 0.3333333333333333, 0.0, 0.0, 0.3333333333333333, 0.0, 0.0, 0.3333333333333333, 0.0, 0.0, -1.0, 0.0, 0.0, 0.0, 0.3333333333333333, 0.0, 0.0, 0.3333333333333333, 0.0, 0.0, 0.3333333333333333, 0.0, 0.0, -1.0, 0.0, 0.0, 0.0, 0.3333333333333333, 0.0, 0.0, 0.3333333333333333, 0.0, 0.0, 0.3333333333333333, 0.0, 0.0, -1.0)


def parallelogram_in_space_(ax: float, ay: float, az: float, bx: float, by: float, bz: float, cx: float, cy: float, cz: float, dx: float, dy: float, dz: float) -> tuple[float, ...]:
    return (((ax - bx) + cx) - dx, ((ay - by) + cy) - dy, ((az - bz) + cz) - dz, 1.0, 0.0, 0.0, -1.0, 0.0, 0.0, 1.0, 0.0, 0.0, -1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, -1.0, 0.0, 0.0, 1.0, 0.0, 0.0, -1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, -1.0, 0.0, 0.0, 1.0, 0.0, 0.0, -1.0)


def reflected_in_space_(px: float, py: float, pz: float, ax: float, ay: float, az: float, bx: float, by: float, bz: float, qx: float, qy: float, qz: float) -> tuple[float, ...]:
    t0 = bx - ax
    t1 = px - ax
    t2 = by - ay
    t3 = py - ay
    t4 = bz - az
    t5 = pz - az
    t6 = ((t0 * t0) + (t2 * t2)) + (t4 * t4)
    t7 = t6 if abs(t6) >= 1e-30 else 1e-30
    t8 = (((t0 * t1) + (t2 * t3)) + (t4 * t5)) / t7
    t9 = t0 / t7
    t10 = t9 * t0
    t11 = t9 * t2
    t12 = t9 * t4
    t13 = t9 * t8
    t14 = t13 * t0
    t15 = (((-t8) + t14) + t14) - (t9 * t1)
    t16 = t13 * t2
    t17 = (t16 + t16) - (t9 * t3)
    t18 = t13 * t4
    t19 = (t18 + t18) - (t9 * t5)
    t20 = t2 / t7
    t21 = t20 * t0
    t22 = t20 * t2
    t23 = t20 * t4
    t24 = t20 * t8
    t25 = t24 * t0
    t26 = (t25 + t25) - (t20 * t1)
    t27 = t24 * t2
    t28 = (((-t8) + t27) + t27) - (t20 * t3)
    t29 = t24 * t4
    t30 = (t29 + t29) - (t20 * t5)
    t31 = t4 / t7
    t32 = t31 * t0
    t33 = t31 * t2
    t34 = t31 * t4
    t35 = t31 * t8
    t36 = t35 * t0
    t37 = (t36 + t36) - (t31 * t1)
    t38 = t35 * t2
    t39 = (t38 + t38) - (t31 * t3)
    t40 = t35 * t4
    t41 = (((-t8) + t40) + t40) - (t31 * t5)
    return ((((px + qx) * 0.5) - ax) - (t8 * t0), (((py + qy) * 0.5) - ay) - (t8 * t2), (((pz + qz) * 0.5) - az) - (t8 * t4), (-t10) + 0.5, -t11, -t12, (t10 - t15) + (-1.0), t11 - t17, t12 - t19, t15, t17, t19, 0.5, 0.0, 0.0, -t21, (-t22) + 0.5, -t23, t21 - t26, (t22 - t28) + (-1.0), t23 - t30, t26, t28, t30, 0.0, 0.5, 0.0, -t32, -t33, (-t34) + 0.5, t32 - t37, t33 - t39, (t34 - t41) + (-1.0), t37, t39, t41, 0.0, 0.0, 0.5)


def foot_in_space_(px: float, py: float, pz: float, ax: float, ay: float, az: float, bx: float, by: float, bz: float, fx: float, fy: float, fz: float) -> tuple[float, ...]:
    t0 = bx - ax
    t1 = px - ax
    t2 = by - ay
    t3 = py - ay
    t4 = bz - az
    t5 = pz - az
    t6 = ((t0 * t0) + (t2 * t2)) + (t4 * t4)
    t7 = t6 if abs(t6) >= 1e-30 else 1e-30
    t8 = (((t0 * t1) + (t2 * t3)) + (t4 * t5)) / t7
    t9 = t0 / t7
    t10 = t9 * t0
    t11 = t9 * t2
    t12 = t9 * t4
    t13 = t9 * t8
    t14 = t13 * t0
    t15 = ((t8 - t14) - t14) + (t9 * t1)
    t16 = t13 * t2
    t17 = ((-t16) - t16) + (t9 * t3)
    t18 = t13 * t4
    t19 = ((-t18) - t18) + (t9 * t5)
    t20 = t2 / t7
    t21 = t20 * t0
    t22 = t20 * t2
    t23 = t20 * t4
    t24 = t20 * t8
    t25 = t24 * t0
    t26 = ((-t25) - t25) + (t20 * t1)
    t27 = t24 * t2
    t28 = ((t8 - t27) - t27) + (t20 * t3)
    t29 = t24 * t4
    t30 = ((-t29) - t29) + (t20 * t5)
    t31 = t4 / t7
    t32 = t31 * t0
    t33 = t31 * t2
    t34 = t31 * t4
    t35 = t31 * t8
    t36 = t35 * t0
    t37 = ((-t36) - t36) + (t31 * t1)
    t38 = t35 * t2
    t39 = ((-t38) - t38) + (t31 * t3)
    t40 = t35 * t4
    t41 = ((t8 - t40) - t40) + (t31 * t5)
    return ((ax + (t8 * t0)) - fx, (ay + (t8 * t2)) - fy, (az + (t8 * t4)) - fz, t10, t11, t12, (1.0 - t10) - t15, (-t11) - t17, (-t12) - t19, t15, t17, t19, -1.0, 0.0, 0.0, t21, t22, t23, (-t21) - t26, (1.0 - t22) - t28, (-t23) - t30, t26, t28, t30, 0.0, -1.0, 0.0, t32, t33, t34, (-t32) - t37, (-t33) - t39, (1.0 - t34) - t41, t37, t39, t41, 0.0, 0.0, -1.0)


def distance_to_line_in_space_(px: float, py: float, pz: float, ax: float, ay: float, az: float, bx: float, by: float, bz: float, d: float) -> tuple[float, ...]:
    t0 = by - ay
    t1 = pz - az
    t2 = bz - az
    t3 = py - ay
    t4 = (t0 * t1) - (t2 * t3)
    t5 = px - ax
    t6 = bx - ax
    t7 = (t2 * t5) - (t6 * t1)
    t8 = hypot(t4, t7)
    t9 = (t6 * t3) - (t0 * t5)
    t10 = hypot(t8, t9)
    t11 = hypot(t6, t0)
    t12 = hypot(t11, t2)
    t13 = t12 if abs(t12) >= 1e-30 else 1e-30
    t14 = t10 / t13
    t15 = 1.0 / t13
    t16 = t10 if abs(t10) >= 1e-30 else 1e-30
    t17 = t15 * (t9 / t16)
    t18 = t15 * (t8 / t16)
    t19 = t8 if abs(t8) >= 1e-30 else 1e-30
    t20 = t18 * (t7 / t19)
    t21 = (-(t17 * t0)) + (t20 * t2)
    t22 = t18 * (t4 / t19)
    t23 = (t17 * t6) - (t22 * t2)
    t24 = (-(t20 * t6)) + (t22 * t0)
    t25 = t15 * t14
    t26 = t25 * (t11 / t13)
    t27 = t11 if abs(t11) >= 1e-30 else 1e-30
    t28 = ((-(t26 * (t6 / t27))) + (t17 * t3)) - (t20 * t1)
    t29 = ((-(t26 * (t0 / t27))) - (t17 * t5)) + (t22 * t1)
    t30 = ((-(t25 * (t2 / t13))) + (t20 * t5)) - (t22 * t3)
    return (t14 - d, t21, t23, t24, (-t28) - t21, (-t23) - t29, (-t30) - t24, t28, t29, t30, -1.0)


def collinear_in_space_(px: float, py: float, pz: float, ax: float, ay: float, az: float, bx: float, by: float, bz: float) -> tuple[float, ...]:
    t0 = by - ay
    t1 = pz - az
    t2 = bz - az
    t3 = py - ay
    t4 = bx - ax
    t5 = hypot(t4, t0)
    t6 = hypot(t5, t2)
    t7 = t6 if abs(t6) >= 1e-30 else 1e-30
    t8 = ((t0 * t1) - (t2 * t3)) / t7
    t9 = px - ax
    t10 = ((t2 * t9) - (t4 * t1)) / t7
    t11 = ((t4 * t3) - (t0 * t9)) / t7
    t12 = 1.0 / t7
    t13 = t12 * t2
    t14 = t12 * t0
    t15 = t12 * t8
    t16 = t5 / t7
    t17 = t15 * t16
    t18 = t5 if abs(t5) >= 1e-30 else 1e-30
    t19 = t4 / t18
    t20 = t17 * t19
    t21 = t0 / t18
    t22 = t12 * t1
    t23 = (-(t17 * t21)) + t22
    t24 = t2 / t7
    t25 = t12 * t3
    t26 = (-(t15 * t24)) - t25
    t27 = t12 * t4
    t28 = t12 * t10
    t29 = t28 * t16
    t30 = (-(t29 * t19)) - t22
    t31 = t29 * t21
    t32 = t12 * t9
    t33 = (-(t28 * t24)) + t32
    t34 = t12 * t11
    t35 = t34 * t16
    t36 = (-(t35 * t19)) + t25
    t37 = (-(t35 * t21)) - t32
    t38 = t34 * t24
    return (t8, t10, t11, 0.0, -t13, t14, t20, t13 - t23, (-t26) - t14, -t20, t23, t26, t13, 0.0, -t27, (-t30) - t13, t31, t27 - t33, t30, -t31, t33, -t14, t27, 0.0, t14 - t36, (-t37) - t27, t38, t36, t37, -t38)


def on_segment_in_space_(px: float, py: float, pz: float, ax: float, ay: float, az: float, bx: float, by: float, bz: float) -> tuple[float, ...]:
    t0 = bx - ax
    t1 = px - ax
    t2 = by - ay
    t3 = py - ay
    t4 = bz - az
    t5 = pz - az
    t6 = hypot(t0, t2)
    t7 = hypot(t6, t4)
    t8 = t7 if abs(t7) >= 1e-30 else 1e-30
    t9 = (((t0 * t1) + (t2 * t3)) + (t4 * t5)) / t8
    t10 = t7 - t9
    t11 = t9 <= t10
    t12 = t9 if t11 else t10
    t13 = 1.0 if t11 else 0.0
    t14 = 0.0 if t11 else 1.0
    t15 = (t13 - t14) / t8
    t16 = t15 * t0
    t17 = t15 * t2
    t18 = t15 * t4
    t19 = t14 - (t15 * t9)
    t20 = t19 * (t6 / t8)
    t21 = t6 if abs(t6) >= 1e-30 else 1e-30
    t22 = (t20 * (t0 / t21)) + (t15 * t1)
    t23 = (t20 * (t2 / t21)) + (t15 * t3)
    t24 = (t19 * (t4 / t8)) + (t15 * t5)
    return (t12, t16, t17, t18, (-t16) - t22, (-t17) - t23, (-t18) - t24, t22, t23, t24)


def on_ray_in_space_(px: float, py: float, pz: float, ax: float, ay: float, az: float, bx: float, by: float, bz: float) -> tuple[float, ...]:
    t0 = bx - ax
    t1 = px - ax
    t2 = by - ay
    t3 = py - ay
    t4 = bz - az
    t5 = pz - az
    t6 = hypot(t0, t2)
    t7 = hypot(t6, t4)
    t8 = t7 if abs(t7) >= 1e-30 else 1e-30
    t9 = (((t0 * t1) + (t2 * t3)) + (t4 * t5)) / t8
    t10 = 1.0 / t8
    t11 = t10 * t0
    t12 = t10 * t2
    t13 = t10 * t4
    t14 = t10 * t9
    t15 = t14 * (t6 / t8)
    t16 = t6 if abs(t6) >= 1e-30 else 1e-30
    t17 = (-(t15 * (t0 / t16))) + (t10 * t1)
    t18 = (-(t15 * (t2 / t16))) + (t10 * t3)
    t19 = (-(t14 * (t4 / t8))) + (t10 * t5)
    return (t9, t11, t12, t13, (-t11) - t17, (-t12) - t18, (-t13) - t19, t17, t18, t19)


def parallel_in_space_(ax: float, ay: float, az: float, bx: float, by: float, bz: float, cx: float, cy: float, cz: float, dx: float, dy: float, dz: float) -> tuple[float, ...]:
    t0 = by - ay
    t1 = dz - cz
    t2 = bz - az
    t3 = dy - cy
    t4 = bx - ax
    t5 = hypot(t4, t0)
    t6 = hypot(t5, t2)
    t7 = dx - cx
    t8 = hypot(t7, t3)
    t9 = hypot(t8, t1)
    t10 = t6 * t9
    t11 = t10 if abs(t10) >= 1e-30 else 1e-30
    t12 = ((t0 * t1) - (t2 * t3)) / t11
    t13 = ((t2 * t7) - (t4 * t1)) / t11
    t14 = ((t4 * t3) - (t0 * t7)) / t11
    t15 = 1.0 / t11
    t16 = t15 * t12
    t17 = t16 * t9
    t18 = t6 if abs(t6) >= 1e-30 else 1e-30
    t19 = t5 / t18
    t20 = t17 * t19
    t21 = t5 if abs(t5) >= 1e-30 else 1e-30
    t22 = t4 / t21
    t23 = t20 * t22
    t24 = t0 / t21
    t25 = t15 * t1
    t26 = (-(t20 * t24)) + t25
    t27 = t2 / t18
    t28 = t15 * t3
    t29 = (-(t17 * t27)) - t28
    t30 = t16 * t6
    t31 = t9 if abs(t9) >= 1e-30 else 1e-30
    t32 = t8 / t31
    t33 = t30 * t32
    t34 = t8 if abs(t8) >= 1e-30 else 1e-30
    t35 = t7 / t34
    t36 = t33 * t35
    t37 = t3 / t34
    t38 = t15 * t2
    t39 = (-(t33 * t37)) - t38
    t40 = t1 / t31
    t41 = t15 * t0
    t42 = (-(t30 * t40)) + t41
    t43 = t15 * t13
    t44 = t43 * t9
    t45 = t44 * t19
    t46 = (-(t45 * t22)) - t25
    t47 = t45 * t24
    t48 = t15 * t7
    t49 = (-(t44 * t27)) + t48
    t50 = t43 * t6
    t51 = t50 * t32
    t52 = (-(t51 * t35)) + t38
    t53 = t51 * t37
    t54 = t15 * t4
    t55 = (-(t50 * t40)) - t54
    t56 = t15 * t14
    t57 = t56 * t9
    t58 = t57 * t19
    t59 = (-(t58 * t22)) + t28
    t60 = (-(t58 * t24)) - t48
    t61 = t57 * t27
    t62 = t56 * t6
    t63 = t62 * t32
    t64 = (-(t63 * t35)) - t41
    t65 = (-(t63 * t37)) + t54
    t66 = t62 * t40
    return (t12, t13, t14, t23, -t26, -t29, -t23, t26, t29, t36, -t39, -t42, -t36, t39, t42, -t46, t47, -t49, t46, -t47, t49, -t52, t53, -t55, t52, -t53, t55, -t59, -t60, t61, t59, t60, -t61, -t64, -t65, t66, t64, t65, -t66)


def perpendicular_in_space_(ax: float, ay: float, az: float, bx: float, by: float, bz: float, cx: float, cy: float, cz: float, dx: float, dy: float, dz: float) -> tuple[float, ...]:
    t0 = bx - ax
    t1 = dx - cx
    t2 = by - ay
    t3 = dy - cy
    t4 = bz - az
    t5 = dz - cz
    t6 = hypot(t0, t2)
    t7 = hypot(t6, t4)
    t8 = hypot(t1, t3)
    t9 = hypot(t8, t5)
    t10 = t7 * t9
    t11 = t10 if abs(t10) >= 1e-30 else 1e-30
    t12 = (((t0 * t1) + (t2 * t3)) + (t4 * t5)) / t11
    t13 = 1.0 / t11
    t14 = t13 * t12
    t15 = t14 * t9
    t16 = t7 if abs(t7) >= 1e-30 else 1e-30
    t17 = t15 * (t6 / t16)
    t18 = t6 if abs(t6) >= 1e-30 else 1e-30
    t19 = (-(t17 * (t0 / t18))) + (t13 * t1)
    t20 = (-(t17 * (t2 / t18))) + (t13 * t3)
    t21 = (-(t15 * (t4 / t16))) + (t13 * t5)
    t22 = t14 * t7
    t23 = t9 if abs(t9) >= 1e-30 else 1e-30
    t24 = t22 * (t8 / t23)
    t25 = t8 if abs(t8) >= 1e-30 else 1e-30
    t26 = (-(t24 * (t1 / t25))) + (t13 * t0)
    t27 = (-(t24 * (t3 / t25))) + (t13 * t2)
    t28 = (-(t22 * (t5 / t23))) + (t13 * t4)
    return (t12, -t19, -t20, -t21, t19, t20, t21, -t26, -t27, -t28, t26, t27, t28)


def angle_in_space_(ax: float, ay: float, az: float, vx: float, vy: float, vz: float, bx: float, by: float, bz: float, theta: float) -> tuple[float, ...]:
    t0 = ay - vy
    t1 = bz - vz
    t2 = az - vz
    t3 = by - vy
    t4 = (t0 * t1) - (t2 * t3)
    t5 = bx - vx
    t6 = ax - vx
    t7 = (t2 * t5) - (t6 * t1)
    t8 = hypot(t4, t7)
    t9 = (t6 * t3) - (t0 * t5)
    t10 = hypot(t8, t9)
    t11 = ((t6 * t5) + (t0 * t3)) + (t2 * t1)
    t12 = max((t10 * t10) + (t11 * t11), 1e-30)
    t13 = t10 / t12
    t14 = t11 / t12
    t15 = t10 if abs(t10) >= 1e-30 else 1e-30
    t16 = t14 * (t9 / t15)
    t17 = t14 * (t8 / t15)
    t18 = t8 if abs(t8) >= 1e-30 else 1e-30
    t19 = t17 * (t7 / t18)
    t20 = ((-(t13 * t5)) + (t16 * t3)) - (t19 * t1)
    t21 = t17 * (t4 / t18)
    t22 = ((-(t13 * t3)) - (t16 * t5)) + (t21 * t1)
    t23 = ((-(t13 * t1)) + (t19 * t5)) - (t21 * t3)
    t24 = ((-(t13 * t6)) - (t16 * t0)) + (t19 * t2)
    t25 = ((-(t13 * t0)) + (t16 * t6)) - (t21 * t2)
    t26 = ((-(t13 * t2)) - (t19 * t6)) + (t21 * t0)
    return ((atan2(t10, t11)) - theta, t20, t22, t23, (-t20) - t24, (-t25) - t22, (-t23) - t26, t24, t25, t26, -1.0)


def line_angle_in_space_(ax: float, ay: float, az: float, bx: float, by: float, bz: float, cx: float, cy: float, cz: float, dx: float, dy: float, dz: float, theta: float) -> tuple[float, ...]:
    t0 = by - ay
    t1 = dz - cz
    t2 = bz - az
    t3 = dy - cy
    t4 = (t0 * t1) - (t2 * t3)
    t5 = dx - cx
    t6 = bx - ax
    t7 = (t2 * t5) - (t6 * t1)
    t8 = hypot(t4, t7)
    t9 = (t6 * t3) - (t0 * t5)
    t10 = hypot(t8, t9)
    t11 = ((t6 * t5) + (t0 * t3)) + (t2 * t1)
    t12 = abs(t11)
    t13 = max((t10 * t10) + (t12 * t12), 1e-30)
    t14 = -1.0 if t11 < 0 else 1.0
    t15 = (t10 / t13) * t14
    t16 = t12 / t13
    t17 = t10 if abs(t10) >= 1e-30 else 1e-30
    t18 = t16 * (t9 / t17)
    t19 = t16 * (t8 / t17)
    t20 = t8 if abs(t8) >= 1e-30 else 1e-30
    t21 = t19 * (t7 / t20)
    t22 = ((-(t15 * t5)) + (t18 * t3)) - (t21 * t1)
    t23 = t19 * (t4 / t20)
    t24 = ((-(t15 * t3)) - (t18 * t5)) + (t23 * t1)
    t25 = ((-(t15 * t1)) + (t21 * t5)) - (t23 * t3)
    t26 = ((-(t15 * t6)) - (t18 * t0)) + (t21 * t2)
    t27 = ((-(t15 * t0)) + (t18 * t6)) - (t23 * t2)
    t28 = ((-(t15 * t2)) - (t21 * t6)) + (t23 * t0)
    return ((atan2(t10, t12)) - theta, -t22, -t24, -t25, t22, t24, t25, -t26, -t27, -t28, t26, t27, t28, -1.0)


def equal_angle_in_space_(ax: float, ay: float, az: float, vx: float, vy: float, vz: float, bx: float, by: float, bz: float, cx: float, cy: float, cz: float, wx: float, wy: float, wz: float, dx: float, dy: float, dz: float) -> tuple[float, ...]:
    t0 = ay - vy
    t1 = bz - vz
    t2 = az - vz
    t3 = by - vy
    t4 = (t0 * t1) - (t2 * t3)
    t5 = bx - vx
    t6 = ax - vx
    t7 = (t2 * t5) - (t6 * t1)
    t8 = hypot(t4, t7)
    t9 = (t6 * t3) - (t0 * t5)
    t10 = hypot(t8, t9)
    t11 = ((t6 * t5) + (t0 * t3)) + (t2 * t1)
    t12 = cy - wy
    t13 = dz - wz
    t14 = cz - wz
    t15 = dy - wy
    t16 = (t12 * t13) - (t14 * t15)
    t17 = dx - wx
    t18 = cx - wx
    t19 = (t14 * t17) - (t18 * t13)
    t20 = hypot(t16, t19)
    t21 = (t18 * t15) - (t12 * t17)
    t22 = hypot(t20, t21)
    t23 = ((t18 * t17) + (t12 * t15)) + (t14 * t13)
    t24 = max((t10 * t10) + (t11 * t11), 1e-30)
    t25 = t10 / t24
    t26 = t11 / t24
    t27 = t10 if abs(t10) >= 1e-30 else 1e-30
    t28 = t26 * (t9 / t27)
    t29 = t26 * (t8 / t27)
    t30 = t8 if abs(t8) >= 1e-30 else 1e-30
    t31 = t29 * (t7 / t30)
    t32 = ((-(t25 * t5)) + (t28 * t3)) - (t31 * t1)
    t33 = t29 * (t4 / t30)
    t34 = ((-(t25 * t3)) - (t28 * t5)) + (t33 * t1)
    t35 = ((-(t25 * t1)) + (t31 * t5)) - (t33 * t3)
    t36 = ((-(t25 * t6)) - (t28 * t0)) + (t31 * t2)
    t37 = ((-(t25 * t0)) + (t28 * t6)) - (t33 * t2)
    t38 = ((-(t25 * t2)) - (t31 * t6)) + (t33 * t0)
    t39 = max((t22 * t22) + (t23 * t23), 1e-30)
    t40 = t22 / t39
    t41 = t23 / t39
    t42 = t22 if abs(t22) >= 1e-30 else 1e-30
    t43 = t41 * (t21 / t42)
    t44 = t41 * (t20 / t42)
    t45 = t20 if abs(t20) >= 1e-30 else 1e-30
    t46 = t44 * (t19 / t45)
    t47 = ((t40 * t17) - (t43 * t15)) + (t46 * t13)
    t48 = t44 * (t16 / t45)
    t49 = ((t40 * t15) + (t43 * t17)) - (t48 * t13)
    t50 = ((t40 * t13) - (t46 * t17)) + (t48 * t15)
    t51 = ((t40 * t18) + (t43 * t12)) - (t46 * t14)
    t52 = ((t40 * t12) - (t43 * t18)) + (t48 * t14)
    t53 = ((t40 * t14) + (t46 * t18)) - (t48 * t12)
    return ((atan2(t10, t11)) - (atan2(t22, t23)), t32, t34, t35, (-t32) - t36, (-t37) - t34, (-t35) - t38, t36, t37, t38, t47, t49, t50, (-t47) - t51, (-t52) - t49, (-t50) - t53, t51, t52, t53)


def separation_in_space_(ax: float, ay: float, az: float, bx: float, by: float, bz: float, d: float) -> tuple[float, ...]:
    t0 = bx - ax
    t1 = by - ay
    t2 = hypot(t0, t1)
    t3 = bz - az
    t4 = hypot(t2, t3)
    t5 = t4 if abs(t4) >= 1e-30 else 1e-30
    t6 = t2 / t5
    t7 = t2 if abs(t2) >= 1e-30 else 1e-30
    t8 = t6 * (t0 / t7)
    t9 = t6 * (t1 / t7)
    t10 = t3 / t5
    return (t4 - d, -t8, -t9, -t10, t8, t9, t10, -1.0)


def clear_of_segment_in_space_(px: float, py: float, pz: float, ax: float, ay: float, az: float, bx: float, by: float, bz: float, d: float) -> tuple[float, ...]:
    t0 = bx - ax
    t1 = px - ax
    t2 = by - ay
    t3 = py - ay
    t4 = bz - az
    t5 = pz - az
    t6 = hypot(t0, t2)
    t7 = hypot(t6, t4)
    t8 = t7 if abs(t7) >= 1e-30 else 1e-30
    t9 = (((t0 * t1) + (t2 * t3)) + (t4 * t5)) / t8
    t10 = t9 - t7
    t11 = t10 <= (-t9)
    t12 = (-t9) if t11 else t10
    t13 = 0.0 <= t12
    t14 = t12 if t13 else 0.0
    t15 = (t2 * t5) - (t4 * t3)
    t16 = (t4 * t1) - (t0 * t5)
    t17 = hypot(t15, t16)
    t18 = (t0 * t3) - (t2 * t1)
    t19 = hypot(t17, t18)
    t20 = t19 / t8
    t21 = hypot(t14, t20)
    t22 = t21 if abs(t21) >= 1e-30 else 1e-30
    t23 = (t20 / t22) / t8
    t24 = t19 if abs(t19) >= 1e-30 else 1e-30
    t25 = t23 * (t18 / t24)
    t26 = t23 * (t17 / t24)
    t27 = t17 if abs(t17) >= 1e-30 else 1e-30
    t28 = t26 * (t16 / t27)
    t29 = (t14 / t22) if t13 else 0.0
    t30 = t29 if t11 else 0.0
    t31 = 0.0 if t11 else t29
    t32 = ((-t30) + t31) / t8
    t33 = ((-(t25 * t2)) + (t28 * t4)) + (t32 * t0)
    t34 = t26 * (t15 / t27)
    t35 = ((t25 * t0) - (t34 * t4)) + (t32 * t2)
    t36 = ((-(t28 * t0)) + (t34 * t2)) + (t32 * t4)
    t37 = (-t31) + ((-(t23 * t20)) - (t32 * t9))
    t38 = t37 * (t6 / t8)
    t39 = t6 if abs(t6) >= 1e-30 else 1e-30
    t40 = (((t25 * t3) - (t28 * t5)) + (t38 * (t0 / t39))) + (t32 * t1)
    t41 = (((-(t25 * t1)) + (t34 * t5)) + (t38 * (t2 / t39))) + (t32 * t3)
    t42 = (((t28 * t1) - (t34 * t3)) + (t37 * (t4 / t8))) + (t32 * t5)
    return (t21 - d, t33, t35, t36, (-t33) - t40, (-t35) - t41, (-t36) - t42, t40, t41, t42, -1.0)


def nearness_in_space_(ax: float, ay: float, az: float, bx: float, by: float, bz: float, d: float) -> tuple[float, ...]:
    t0 = bx - ax
    t1 = by - ay
    t2 = hypot(t0, t1)
    t3 = bz - az
    t4 = hypot(t2, t3)
    t5 = t4 if abs(t4) >= 1e-30 else 1e-30
    t6 = t2 / t5
    t7 = t2 if abs(t2) >= 1e-30 else 1e-30
    t8 = t6 * (t0 / t7)
    t9 = t6 * (t1 / t7)
    t10 = t3 / t5
    return (d - t4, t8, t9, t10, -t8, -t9, -t10, 1.0)


def volume_(ax: float, ay: float, az: float, bx: float, by: float, bz: float, cx: float, cy: float, cz: float, dx: float, dy: float, dz: float, v: float) -> tuple[float, ...]:
    t0 = bx - ax
    t1 = cy - ay
    t2 = dz - az
    t3 = cz - az
    t4 = dy - ay
    t5 = (t1 * t2) - (t3 * t4)
    t6 = by - ay
    t7 = dx - ax
    t8 = cx - ax
    t9 = (t3 * t7) - (t8 * t2)
    t10 = bz - az
    t11 = (t8 * t4) - (t1 * t7)
    t12 = (((t0 * t5) + (t6 * t9)) + (t10 * t11)) * 0.16666666666666666
    t13 = (((t0 * t0) + (t6 * t6)) + (t10 * t10)) + (((t8 * t8) + (t1 * t1)) + (t3 * t3))
    t14 = t13 + (((t7 * t7) + (t4 * t4)) + (t2 * t2))
    t15 = t14 if abs(t14) >= 1e-30 else 1e-30
    t16 = (t12 - v) / t15
    t17 = 1.0 / t15
    t18 = t17 * t16
    t19 = t18 * t8
    t20 = t17 * 0.16666666666666666
    t21 = t20 * t10
    t22 = t20 * t6
    t23 = (((-t19) - t19) + (t21 * t4)) - (t22 * t2)
    t24 = t18 * t7
    t25 = (((-t24) - t24) - (t21 * t1)) + (t22 * t3)
    t26 = t18 * t0
    t27 = ((-t26) - t26) + (t20 * t5)
    t28 = t18 * t6
    t29 = ((-t28) - t28) + (t20 * t9)
    t30 = t18 * t4
    t31 = t20 * t0
    t32 = (((-t30) - t30) + (t21 * t8)) - (t31 * t3)
    t33 = t18 * t1
    t34 = (((-t33) - t33) - (t21 * t7)) + (t31 * t2)
    t35 = t18 * t10
    t36 = ((-t35) - t35) + (t20 * t11)
    t37 = t18 * t3
    t38 = (((-t37) - t37) + (t22 * t7)) - (t31 * t4)
    t39 = t18 * t2
    t40 = (((-t39) - t39) - (t22 * t8)) + (t31 * t1)
    return (t16, ((-t23) - t25) - t27, ((-t29) - t32) - t34, ((-t36) - t38) - t40, t27, t29, t36, t23, t34, t38, t25, t32, t40, -t17)


def distance_to_plane_(px: float, py: float, pz: float, ax: float, ay: float, az: float, bx: float, by: float, bz: float, cx: float, cy: float, cz: float, d: float) -> tuple[float, ...]:
    t0 = by - ay
    t1 = cz - az
    t2 = bz - az
    t3 = cy - ay
    t4 = (t0 * t1) - (t2 * t3)
    t5 = px - ax
    t6 = cx - ax
    t7 = bx - ax
    t8 = (t2 * t6) - (t7 * t1)
    t9 = py - ay
    t10 = (t7 * t3) - (t0 * t6)
    t11 = pz - az
    t12 = hypot(t4, t8)
    t13 = hypot(t12, t10)
    t14 = t13 if abs(t13) >= 1e-30 else 1e-30
    t15 = (((t4 * t5) + (t8 * t9)) + (t10 * t11)) / t14
    t16 = 1.0 / t14
    t17 = t16 * t4
    t18 = t16 * t8
    t19 = t16 * t10
    t20 = t16 * t15
    t21 = (-(t20 * (t10 / t14))) + (t16 * t11)
    t22 = t20 * (t12 / t14)
    t23 = t12 if abs(t12) >= 1e-30 else 1e-30
    t24 = (-(t22 * (t8 / t23))) + (t16 * t9)
    t25 = (t21 * t3) - (t24 * t1)
    t26 = (-(t21 * t0)) + (t24 * t2)
    t27 = (-(t22 * (t4 / t23))) + (t16 * t5)
    t28 = (t21 * t7) - (t27 * t2)
    t29 = (-(t21 * t6)) + (t27 * t1)
    t30 = (t24 * t6) - (t27 * t3)
    t31 = (-(t24 * t7)) + (t27 * t0)
    return (t15 - d, t17, t18, t19, ((-t25) - t26) - t17, ((-t18) - t28) - t29, ((-t19) - t30) - t31, t25, t29, t30, t26, t28, t31, -1.0)


def foot_on_plane_(px: float, py: float, pz: float, ax: float, ay: float, az: float, bx: float, by: float, bz: float, cx: float, cy: float, cz: float, fx: float, fy: float, fz: float) -> tuple[float, ...]:
    t0 = by - ay
    t1 = cz - az
    t2 = bz - az
    t3 = cy - ay
    t4 = (t0 * t1) - (t2 * t3)
    t5 = px - ax
    t6 = cx - ax
    t7 = bx - ax
    t8 = (t2 * t6) - (t7 * t1)
    t9 = py - ay
    t10 = (t7 * t3) - (t0 * t6)
    t11 = pz - az
    t12 = ((t4 * t4) + (t8 * t8)) + (t10 * t10)
    t13 = t12 if abs(t12) >= 1e-30 else 1e-30
    t14 = (((t4 * t5) + (t8 * t9)) + (t10 * t11)) / t13
    t15 = t4 / t13
    t16 = t15 * t4
    t17 = t15 * t8
    t18 = t15 * t10
    t19 = t15 * t14
    t20 = t19 * t10
    t21 = (t20 + t20) - (t15 * t11)
    t22 = t19 * t8
    t23 = (t22 + t22) - (t15 * t9)
    t24 = (t21 * t3) - (t23 * t1)
    t25 = (-(t21 * t0)) + (t23 * t2)
    t26 = t19 * t4
    t27 = (((-t14) + t26) + t26) - (t15 * t5)
    t28 = (t21 * t7) - (t27 * t2)
    t29 = (-(t21 * t6)) + (t27 * t1)
    t30 = (t23 * t6) - (t27 * t3)
    t31 = (-(t23 * t7)) + (t27 * t0)
    t32 = t8 / t13
    t33 = t32 * t4
    t34 = t32 * t8
    t35 = t32 * t10
    t36 = t32 * t14
    t37 = t36 * t10
    t38 = (t37 + t37) - (t32 * t11)
    t39 = t36 * t8
    t40 = (((-t14) + t39) + t39) - (t32 * t9)
    t41 = (t38 * t3) - (t40 * t1)
    t42 = (-(t38 * t0)) + (t40 * t2)
    t43 = t36 * t4
    t44 = (t43 + t43) - (t32 * t5)
    t45 = (t38 * t7) - (t44 * t2)
    t46 = (-(t38 * t6)) + (t44 * t1)
    t47 = (t40 * t6) - (t44 * t3)
    t48 = (-(t40 * t7)) + (t44 * t0)
    t49 = t10 / t13
    t50 = t49 * t4
    t51 = t49 * t8
    t52 = t49 * t10
    t53 = t49 * t14
    t54 = t53 * t10
    t55 = (((-t14) + t54) + t54) - (t49 * t11)
    t56 = t53 * t8
    t57 = (t56 + t56) - (t49 * t9)
    t58 = (t55 * t3) - (t57 * t1)
    t59 = (-(t55 * t0)) + (t57 * t2)
    t60 = t53 * t4
    t61 = (t60 + t60) - (t49 * t5)
    t62 = (t55 * t7) - (t61 * t2)
    t63 = (-(t55 * t6)) + (t61 * t1)
    t64 = (t57 * t6) - (t61 * t3)
    t65 = (-(t57 * t7)) + (t61 * t0)
    return ((px - (t14 * t4)) - fx, (py - (t14 * t8)) - fy, (pz - (t14 * t10)) - fz, 1.0 - t16, -t17, -t18, ((-t24) - t25) + t16, (t17 - t28) - t29, (t18 - t30) - t31, t24, t29, t30, t25, t28, t31, -1.0, 0.0, 0.0, -t33, 1.0 - t34, -t35, ((-t41) - t42) + t33, (t34 - t45) - t46, (t35 - t47) - t48, t41, t46, t47, t42, t45, t48, 0.0, -1.0, 0.0, -t50, -t51, 1.0 - t52, ((-t58) - t59) + t50, (t51 - t62) - t63, (t52 - t64) - t65, t58, t63, t64, t59, t62, t65, 0.0, 0.0, -1.0)


def line_plane_angle_(px: float, py: float, pz: float, qx: float, qy: float, qz: float, ax: float, ay: float, az: float, bx: float, by: float, bz: float, cx: float, cy: float, cz: float, theta: float) -> tuple[float, ...]:
    t0 = qx - px
    t1 = by - ay
    t2 = cz - az
    t3 = bz - az
    t4 = cy - ay
    t5 = (t1 * t2) - (t3 * t4)
    t6 = qy - py
    t7 = cx - ax
    t8 = bx - ax
    t9 = (t3 * t7) - (t8 * t2)
    t10 = qz - pz
    t11 = (t8 * t4) - (t1 * t7)
    t12 = ((t0 * t5) + (t6 * t9)) + (t10 * t11)
    t13 = abs(t12)
    t14 = (t6 * t11) - (t10 * t9)
    t15 = (t10 * t5) - (t0 * t11)
    t16 = hypot(t14, t15)
    t17 = (t0 * t9) - (t6 * t5)
    t18 = hypot(t16, t17)
    t19 = max((t13 * t13) + (t18 * t18), 1e-30)
    t20 = t13 / t19
    t21 = t18 if abs(t18) >= 1e-30 else 1e-30
    t22 = t20 * (t17 / t21)
    t23 = t20 * (t16 / t21)
    t24 = t16 if abs(t16) >= 1e-30 else 1e-30
    t25 = t23 * (t15 / t24)
    t26 = -1.0 if t12 < 0 else 1.0
    t27 = (t18 / t19) * t26
    t28 = ((-(t22 * t9)) + (t25 * t11)) + (t27 * t5)
    t29 = t23 * (t14 / t24)
    t30 = ((t22 * t5) - (t29 * t11)) + (t27 * t9)
    t31 = ((-(t25 * t5)) + (t29 * t9)) + (t27 * t11)
    t32 = ((t25 * t0) - (t29 * t6)) + (t27 * t10)
    t33 = ((-(t22 * t0)) + (t29 * t10)) + (t27 * t6)
    t34 = (t32 * t4) - (t33 * t2)
    t35 = (-(t32 * t1)) + (t33 * t3)
    t36 = ((t22 * t6) - (t25 * t10)) + (t27 * t0)
    t37 = (t32 * t8) - (t36 * t3)
    t38 = (-(t32 * t7)) + (t36 * t2)
    t39 = (t33 * t7) - (t36 * t4)
    t40 = (-(t33 * t8)) + (t36 * t1)
    return ((atan2(t13, t18)) - theta, -t28, -t30, -t31, t28, t30, t31, (-t34) - t35, (-t37) - t38, (-t39) - t40, t34, t38, t39, t35, t37, t40, -1.0)


def along_plane_(px: float, py: float, pz: float, qx: float, qy: float, qz: float, ax: float, ay: float, az: float, bx: float, by: float, bz: float, cx: float, cy: float, cz: float) -> tuple[float, ...]:
    t0 = qx - px
    t1 = by - ay
    t2 = cz - az
    t3 = bz - az
    t4 = cy - ay
    t5 = (t1 * t2) - (t3 * t4)
    t6 = qy - py
    t7 = cx - ax
    t8 = bx - ax
    t9 = (t3 * t7) - (t8 * t2)
    t10 = qz - pz
    t11 = (t8 * t4) - (t1 * t7)
    t12 = hypot(t0, t6)
    t13 = hypot(t12, t10)
    t14 = hypot(t5, t9)
    t15 = hypot(t14, t11)
    t16 = t13 * t15
    t17 = t16 if abs(t16) >= 1e-30 else 1e-30
    t18 = (((t0 * t5) + (t6 * t9)) + (t10 * t11)) / t17
    t19 = 1.0 / t17
    t20 = t19 * t18
    t21 = t20 * t15
    t22 = t13 if abs(t13) >= 1e-30 else 1e-30
    t23 = t21 * (t12 / t22)
    t24 = t12 if abs(t12) >= 1e-30 else 1e-30
    t25 = (-(t23 * (t0 / t24))) + (t19 * t5)
    t26 = (-(t23 * (t6 / t24))) + (t19 * t9)
    t27 = (-(t21 * (t10 / t22))) + (t19 * t11)
    t28 = t20 * t13
    t29 = t15 if abs(t15) >= 1e-30 else 1e-30
    t30 = (-(t28 * (t11 / t29))) + (t19 * t10)
    t31 = t28 * (t14 / t29)
    t32 = t14 if abs(t14) >= 1e-30 else 1e-30
    t33 = (-(t31 * (t9 / t32))) + (t19 * t6)
    t34 = (t30 * t4) - (t33 * t2)
    t35 = (-(t30 * t1)) + (t33 * t3)
    t36 = (-(t31 * (t5 / t32))) + (t19 * t0)
    t37 = (t30 * t8) - (t36 * t3)
    t38 = (-(t30 * t7)) + (t36 * t2)
    t39 = (t33 * t7) - (t36 * t4)
    t40 = (-(t33 * t8)) + (t36 * t1)
    return (t18, -t25, -t26, -t27, t25, t26, t27, (-t34) - t35, (-t37) - t38, (-t39) - t40, t34, t38, t39, t35, t37, t40)


def planes_perpendicular_(ax: float, ay: float, az: float, bx: float, by: float, bz: float, cx: float, cy: float, cz: float, dx: float, dy: float, dz: float, ex: float, ey: float, ez: float, fx: float, fy: float, fz: float) -> tuple[float, ...]:
    t0 = by - ay
    t1 = cz - az
    t2 = bz - az
    t3 = cy - ay
    t4 = (t0 * t1) - (t2 * t3)
    t5 = ey - dy
    t6 = fz - dz
    t7 = ez - dz
    t8 = fy - dy
    t9 = (t5 * t6) - (t7 * t8)
    t10 = cx - ax
    t11 = bx - ax
    t12 = (t2 * t10) - (t11 * t1)
    t13 = fx - dx
    t14 = ex - dx
    t15 = (t7 * t13) - (t14 * t6)
    t16 = (t11 * t3) - (t0 * t10)
    t17 = (t14 * t8) - (t5 * t13)
    t18 = hypot(t4, t12)
    t19 = hypot(t18, t16)
    t20 = hypot(t9, t15)
    t21 = hypot(t20, t17)
    t22 = t19 * t21
    t23 = t22 if abs(t22) >= 1e-30 else 1e-30
    t24 = (((t4 * t9) + (t12 * t15)) + (t16 * t17)) / t23
    t25 = 1.0 / t23
    t26 = t25 * t24
    t27 = t26 * t21
    t28 = t19 if abs(t19) >= 1e-30 else 1e-30
    t29 = (-(t27 * (t16 / t28))) + (t25 * t17)
    t30 = t27 * (t18 / t28)
    t31 = t18 if abs(t18) >= 1e-30 else 1e-30
    t32 = (-(t30 * (t12 / t31))) + (t25 * t15)
    t33 = (t29 * t3) - (t32 * t1)
    t34 = (-(t29 * t0)) + (t32 * t2)
    t35 = (-(t30 * (t4 / t31))) + (t25 * t9)
    t36 = (t29 * t11) - (t35 * t2)
    t37 = (-(t29 * t10)) + (t35 * t1)
    t38 = (t32 * t10) - (t35 * t3)
    t39 = (-(t32 * t11)) + (t35 * t0)
    t40 = t26 * t19
    t41 = t21 if abs(t21) >= 1e-30 else 1e-30
    t42 = (-(t40 * (t17 / t41))) + (t25 * t16)
    t43 = t40 * (t20 / t41)
    t44 = t20 if abs(t20) >= 1e-30 else 1e-30
    t45 = (-(t43 * (t15 / t44))) + (t25 * t12)
    t46 = (t42 * t8) - (t45 * t6)
    t47 = (-(t42 * t5)) + (t45 * t7)
    t48 = (-(t43 * (t9 / t44))) + (t25 * t4)
    t49 = (t42 * t14) - (t48 * t7)
    t50 = (-(t42 * t13)) + (t48 * t6)
    t51 = (t45 * t13) - (t48 * t8)
    t52 = (-(t45 * t14)) + (t48 * t5)
    return (t24, (-t33) - t34, (-t36) - t37, (-t38) - t39, t33, t37, t38, t34, t36, t39, (-t46) - t47, (-t49) - t50, (-t51) - t52, t46, t50, t51, t47, t49, t52)


def dihedral_(px: float, py: float, pz: float, ax: float, ay: float, az: float, bx: float, by: float, bz: float, qx: float, qy: float, qz: float, theta: float) -> tuple[float, ...]:
    t0 = bz - az
    t1 = px - ax
    t2 = bx - ax
    t3 = pz - az
    t4 = (t0 * t1) - (t2 * t3)
    t5 = qy - ay
    t6 = by - ay
    t7 = qx - ax
    t8 = (t2 * t5) - (t6 * t7)
    t9 = py - ay
    t10 = (t2 * t9) - (t6 * t1)
    t11 = qz - az
    t12 = (t0 * t7) - (t2 * t11)
    t13 = (t4 * t8) - (t10 * t12)
    t14 = (t6 * t11) - (t0 * t5)
    t15 = (t6 * t3) - (t0 * t9)
    t16 = (t10 * t14) - (t15 * t8)
    t17 = hypot(t13, t16)
    t18 = (t15 * t12) - (t4 * t14)
    t19 = hypot(t17, t18)
    t20 = ((t15 * t14) + (t4 * t12)) + (t10 * t8)
    t21 = max((t19 * t19) + (t20 * t20), 1e-30)
    t22 = t19 / t21
    t23 = t20 / t21
    t24 = t19 if abs(t19) >= 1e-30 else 1e-30
    t25 = t23 * (t17 / t24)
    t26 = t17 if abs(t17) >= 1e-30 else 1e-30
    t27 = t25 * (t16 / t26)
    t28 = t25 * (t13 / t26)
    t29 = ((-(t22 * t8)) + (t27 * t14)) - (t28 * t12)
    t30 = t23 * (t18 / t24)
    t31 = ((-(t22 * t12)) - (t30 * t14)) + (t28 * t8)
    t32 = (-(t29 * t6)) + (t31 * t0)
    t33 = ((-(t22 * t14)) + (t30 * t12)) - (t27 * t8)
    t34 = (-(t33 * t0)) + (t29 * t2)
    t35 = (t33 * t6) - (t31 * t2)
    t36 = ((-(t22 * t4)) + (t30 * t15)) - (t28 * t10)
    t37 = ((-(t22 * t10)) - (t27 * t15)) + (t28 * t4)
    t38 = (t36 * t0) - (t37 * t6)
    t39 = (((-(t36 * t11)) + (t29 * t9)) + (t37 * t5)) - (t31 * t3)
    t40 = ((-(t22 * t15)) - (t30 * t4)) + (t27 * t10)
    t41 = (((t33 * t3) + (t40 * t11)) - (t29 * t1)) - (t37 * t7)
    t42 = (-(t40 * t0)) + (t37 * t2)
    t43 = (t40 * t6) - (t36 * t2)
    t44 = (((-(t33 * t9)) - (t40 * t5)) + (t36 * t7)) + (t31 * t1)
    return ((atan2(t19, t20)) - theta, t32, t34, t35, ((-t38) - t39) - t32, ((-t34) - t41) - t42, ((-t43) - t35) - t44, t39, t41, t44, t38, t42, t43, -1.0)


SCALARS: Final[dict[str, Scalar]] = {
    "same": same_,
    "sum2": sum2_,
    "sum3": sum3_,
    "difference": difference_,
    "negate": negate_,
    "scaled": scaled_,
    "affine": affine_,
    "affine2": affine2_,
    "affine3": affine3_,
    "mean": mean_,
    "product": product_,
    "quotient": quotient_,
    "sqrt": sqrt_,
    "sin": sin_,
    "cos": cos_,
    "tan": tan_,
    "asin": asin_,
    "acos": acos_,
    "atan": atan_,
    "exp": exp_,
    "ln": ln_,
    "abs": abs_,
    "distance": distance_,
    "equal_length": equal_length_,
    "coincident": coincident_,
    "midpoint": midpoint_,
    "fraction": fraction_,
    "centroid": centroid_,
    "parallelogram": parallelogram_,
    "polar": polar_,
    "rotated": rotated_,
    "reflected": reflected_,
    "distance_to_line": distance_to_line_,
    "signed_distance_to_line": signed_distance_to_line_,
    "collinear": collinear_,
    "foot": foot_,
    "parallel": parallel_,
    "perpendicular": perpendicular_,
    "angle": angle_,
    "directed_angle": directed_angle_,
    "direction": direction_,
    "line_angle": line_angle_,
    "directed_line_angle": directed_line_angle_,
    "equal_angle": equal_angle_,
    "on_circle": on_circle_,
    "tangent_line_circle": tangent_line_circle_,
    "tangent_circles_external": tangent_circles_external_,
    "tangent_circles_internal": tangent_circles_internal_,
    "tangent_circles": tangent_circles_,
    "tangent_point": tangent_point_,
    "touch_point": touch_point_,
    "concyclic": concyclic_,
    "on_ellipse": on_ellipse_,
    "on_conic": on_conic_,
    "triangle_area": triangle_area_,
    "segment_area": segment_area_,
    "sector_area": sector_area_,
    "disc_area": disc_area_,
    "arc_length": arc_length_,
    "chord_length": chord_length_,
    "chord_angle": chord_angle_,
    "greater": greater_,
    "positive": positive_,
    "ahead": ahead_,
    "left_of_line": left_of_line_,
    "same_side": same_side_,
    "opposite_sides": opposite_sides_,
    "same_turn": same_turn_,
    "inside_circle": inside_circle_,
    "outside_circle": outside_circle_,
    "separation": separation_,
    "apart": apart_,
    "nearness": nearness_,
    "close": close_,
    "within": within_,
    "discs_apart": discs_apart_,
    "disc_inside": disc_inside_,
    "on_segment": on_segment_,
    "on_ray": on_ray_,
    "clear_of_segment": clear_of_segment_,
    "boxes_apart": boxes_apart_,
    "box_inside": box_inside_,
    "angle_at_least": angle_at_least_,
    "angle_at_most": angle_at_most_,
    "angle_avoids": angle_avoids_,
    "lines_avoid": lines_avoid_,
    "lengths_avoid": lengths_avoid_,
    "corners_avoid": corners_avoid_,
    "rim_avoids_point": rim_avoids_point_,
    "rim_avoids_line": rim_avoids_line_,
    "rims_avoid": rims_avoid_,
    "sizes_avoid": sizes_avoid_,
    "distance_in_space": distance_in_space_,
    "equal_length_in_space": equal_length_in_space_,
    "coincident_in_space": coincident_in_space_,
    "midpoint_in_space": midpoint_in_space_,
    "fraction_in_space": fraction_in_space_,
    "centroid_in_space": centroid_in_space_,
    "parallelogram_in_space": parallelogram_in_space_,
    "reflected_in_space": reflected_in_space_,
    "foot_in_space": foot_in_space_,
    "distance_to_line_in_space": distance_to_line_in_space_,
    "collinear_in_space": collinear_in_space_,
    "on_segment_in_space": on_segment_in_space_,
    "on_ray_in_space": on_ray_in_space_,
    "parallel_in_space": parallel_in_space_,
    "perpendicular_in_space": perpendicular_in_space_,
    "angle_in_space": angle_in_space_,
    "line_angle_in_space": line_angle_in_space_,
    "equal_angle_in_space": equal_angle_in_space_,
    "separation_in_space": separation_in_space_,
    "clear_of_segment_in_space": clear_of_segment_in_space_,
    "nearness_in_space": nearness_in_space_,
    "volume": volume_,
    "distance_to_plane": distance_to_plane_,
    "foot_on_plane": foot_on_plane_,
    "line_plane_angle": line_plane_angle_,
    "along_plane": along_plane_,
    "planes_perpendicular": planes_perpendicular_,
    "dihedral": dihedral_,
}
