"""Kernels in space: what the kernels of points and lines say in the plane, said of places (x, y, z).

Each stands in for the kernel of the plane that names it: the slots are the same, but for three coordinates
where the plane has two.
"""

from .. import jets
from ..jets import Jet
from .kernel import Unit, kernel


def length(x: Jet, y: Jet, z: Jet) -> Jet:
    """Length of the vector (x, y, z)."""
    return jets.hypot(jets.hypot(x, y), z)


def dot(ux: Jet, uy: Jet, uz: Jet, wx: Jet, wy: Jet, wz: Jet) -> Jet:
    """Scalar product of two vectors."""
    return ux * wx + uy * wy + uz * wz


def cross(ux: Jet, uy: Jet, uz: Jet, wx: Jet, wy: Jet, wz: Jet) -> tuple[Jet, Jet, Jet]:
    """Vector product of two vectors."""
    return uy * wz - uz * wy, uz * wx - ux * wz, ux * wy - uy * wx


def opening(ax: Jet, ay: Jet, az: Jet, vx: Jet, vy: Jet, vz: Jet, bx: Jet, by: Jet, bz: Jet) -> Jet:
    """Angle AVB in [0, pi]."""
    u, w = (ax - vx, ay - vy, az - vz), (bx - vx, by - vy, bz - vz)
    return jets.atan2(length(*cross(*u, *w)), dot(*u, *w))


@kernel("distance_in_space", Unit.LENGTH)
def distance(ax: Jet, ay: Jet, az: Jet, bx: Jet, by: Jet, bz: Jet, d: Jet) -> Jet:
    """Value |AB| - d."""
    return length(bx - ax, by - ay, bz - az) - d


@kernel("equal_length_in_space", Unit.LENGTH)
def equal_length(
    ax: Jet, ay: Jet, az: Jet, bx: Jet, by: Jet, bz: Jet,
    cx: Jet, cy: Jet, cz: Jet, dx: Jet, dy: Jet, dz: Jet,
) -> Jet:  # fmt: skip
    """Value |AB| - |CD|."""
    return length(bx - ax, by - ay, bz - az) - length(dx - cx, dy - cy, dz - cz)


@kernel("coincident_in_space", Unit.LENGTH, size=3)
def coincident(ax: Jet, ay: Jet, az: Jet, bx: Jet, by: Jet, bz: Jet) -> tuple[Jet, ...]:
    """A - B, all coordinates."""
    return ax - bx, ay - by, az - bz


@kernel("midpoint_in_space", Unit.LENGTH, size=3)
def midpoint(
    ax: Jet, ay: Jet, az: Jet, bx: Jet, by: Jet, bz: Jet, mx: Jet, my: Jet, mz: Jet
) -> tuple[Jet, ...]:
    """Value (A + B) / 2 - M, all coordinates."""
    return (ax + bx) * 0.5 - mx, (ay + by) * 0.5 - my, (az + bz) * 0.5 - mz


@kernel("fraction_in_space", Unit.LENGTH, size=3)
def fraction(
    ax: Jet, ay: Jet, az: Jet, bx: Jet, by: Jet, bz: Jet, t: Jet, px: Jet, py: Jet, pz: Jet
) -> tuple[Jet, ...]:
    """A + t (B - A) - P, all coordinates."""
    return ax + t * (bx - ax) - px, ay + t * (by - ay) - py, az + t * (bz - az) - pz


@kernel("centroid_in_space", Unit.LENGTH, size=3)
def centroid(
    ax: Jet, ay: Jet, az: Jet, bx: Jet, by: Jet, bz: Jet, cx: Jet, cy: Jet, cz: Jet, gx: Jet, gy: Jet, gz: Jet
) -> tuple[Jet, ...]:
    """Value (A + B + C) / 3 - G, all coordinates."""
    return (ax + bx + cx) * (1 / 3) - gx, (ay + by + cy) * (1 / 3) - gy, (az + bz + cz) * (1 / 3) - gz


@kernel("parallelogram_in_space", Unit.LENGTH, size=3)
def parallelogram(
    ax: Jet, ay: Jet, az: Jet, bx: Jet, by: Jet, bz: Jet, cx: Jet, cy: Jet, cz: Jet, dx: Jet, dy: Jet, dz: Jet
) -> tuple[Jet, ...]:
    """A - B + C - D, all coordinates: ABCD is a parallelogram."""
    return ax - bx + cx - dx, ay - by + cy - dy, az - bz + cz - dz


@kernel("reflected_in_space", Unit.LENGTH, size=3)
def reflected(
    px: Jet, py: Jet, pz: Jet, ax: Jet, ay: Jet, az: Jet, bx: Jet, by: Jet, bz: Jet, qx: Jet, qy: Jet, qz: Jet
) -> tuple[Jet, ...]:
    """The middle of PQ, less the foot of P on the line AB: Q is P turned about AB by half a turn."""
    u = (bx - ax, by - ay, bz - az)
    t = dot(*u, px - ax, py - ay, pz - az) / dot(*u, *u)
    return (
        (px + qx) * 0.5 - ax - t * u[0], (py + qy) * 0.5 - ay - t * u[1], (pz + qz) * 0.5 - az - t * u[2],
    )  # fmt: skip


@kernel("foot_in_space", Unit.LENGTH, size=3)
def foot(
    px: Jet, py: Jet, pz: Jet, ax: Jet, ay: Jet, az: Jet, bx: Jet, by: Jet, bz: Jet, fx: Jet, fy: Jet, fz: Jet
) -> tuple[Jet, ...]:
    """A + t AB - F with t = AP · AB / AB²: F is the foot of the perpendicular from P on the line AB."""
    u = (bx - ax, by - ay, bz - az)
    t = dot(*u, px - ax, py - ay, pz - az) / dot(*u, *u)
    return ax + t * u[0] - fx, ay + t * u[1] - fy, az + t * u[2] - fz


@kernel("distance_to_line_in_space", Unit.LENGTH)
def distance_to_line(
    px: Jet, py: Jet, pz: Jet, ax: Jet, ay: Jet, az: Jet, bx: Jet, by: Jet, bz: Jet, d: Jet
) -> Jet:
    """Value |AB × AP| / |AB| - d."""
    u = (bx - ax, by - ay, bz - az)
    return length(*cross(*u, px - ax, py - ay, pz - az)) / length(*u) - d


@kernel("collinear_in_space", Unit.LENGTH, size=3)
def collinear(
    px: Jet, py: Jet, pz: Jet, ax: Jet, ay: Jet, az: Jet, bx: Jet, by: Jet, bz: Jet
) -> tuple[Jet, ...]:
    """AB × AP / |AB|, all coordinates (two of them say it)."""
    u = (bx - ax, by - ay, bz - az)
    size = length(*u)
    x, y, z = cross(*u, px - ax, py - ay, pz - az)
    return x / size, y / size, z / size


@kernel("on_segment_in_space", Unit.LENGTH)
def on_segment(px: Jet, py: Jet, pz: Jet, ax: Jet, ay: Jet, az: Jet, bx: Jet, by: Jet, bz: Jet) -> Jet:
    """Value min(AB · AP, BA · BP) / |AB|: how far P, on the line AB, is inside the nearer end."""
    u = (bx - ax, by - ay, bz - az)
    size = length(*u)
    along = dot(*u, px - ax, py - ay, pz - az) / size
    return jets.minimum(along, size - along)


@kernel("on_ray_in_space", Unit.LENGTH)
def on_ray(px: Jet, py: Jet, pz: Jet, ax: Jet, ay: Jet, az: Jet, bx: Jet, by: Jet, bz: Jet) -> Jet:
    """Value (AB · AP) / |AB|: P, on the line AB, is on B's side of A."""
    u = (bx - ax, by - ay, bz - az)
    return dot(*u, px - ax, py - ay, pz - az) / length(*u)


@kernel("parallel_in_space", Unit.ANGLE, size=3)
def parallel(
    ax: Jet, ay: Jet, az: Jet, bx: Jet, by: Jet, bz: Jet,
    cx: Jet, cy: Jet, cz: Jet, dx: Jet, dy: Jet, dz: Jet,
) -> tuple[Jet, ...]:  # fmt: skip
    """AB × CD / (|AB| |CD|), all coordinates (two of them say it)."""
    u, w = (bx - ax, by - ay, bz - az), (dx - cx, dy - cy, dz - cz)
    size = length(*u) * length(*w)
    x, y, z = cross(*u, *w)
    return x / size, y / size, z / size


@kernel("perpendicular_in_space", Unit.ANGLE)
def perpendicular(
    ax: Jet, ay: Jet, az: Jet, bx: Jet, by: Jet, bz: Jet,
    cx: Jet, cy: Jet, cz: Jet, dx: Jet, dy: Jet, dz: Jet,
) -> Jet:  # fmt: skip
    """Value AB · CD / (|AB| |CD|), the cosine of the angle between the lines, which need not meet."""
    u, w = (bx - ax, by - ay, bz - az), (dx - cx, dy - cy, dz - cz)
    return dot(*u, *w) / (length(*u) * length(*w))


@kernel("angle_in_space", Unit.ANGLE)
def angle(ax: Jet, ay: Jet, az: Jet, vx: Jet, vy: Jet, vz: Jet, bx: Jet, by: Jet, bz: Jet, theta: Jet) -> Jet:
    """Value atan2(|VA × VB|, VA · VB) - θ: the angle AVB, θ in [0, pi]."""
    return opening(ax, ay, az, vx, vy, vz, bx, by, bz) - theta


@kernel("line_angle_in_space", Unit.ANGLE)
def line_angle(
    ax: Jet, ay: Jet, az: Jet, bx: Jet, by: Jet, bz: Jet,
    cx: Jet, cy: Jet, cz: Jet, dx: Jet, dy: Jet, dz: Jet, theta: Jet,
) -> Jet:  # fmt: skip
    """Value atan2(|AB × CD|, |AB · CD|) - θ: the angle between two lines, skew or not, θ in [0, pi/2]."""
    u, w = (bx - ax, by - ay, bz - az), (dx - cx, dy - cy, dz - cz)
    return jets.atan2(length(*cross(*u, *w)), jets.absolute(dot(*u, *w))) - theta


@kernel("equal_angle_in_space", Unit.ANGLE)
def equal_angle(
    ax: Jet, ay: Jet, az: Jet, vx: Jet, vy: Jet, vz: Jet, bx: Jet, by: Jet, bz: Jet,
    cx: Jet, cy: Jet, cz: Jet, wx: Jet, wy: Jet, wz: Jet, dx: Jet, dy: Jet, dz: Jet,
) -> Jet:  # fmt: skip
    """Angle AVB minus angle CWD."""
    return opening(ax, ay, az, vx, vy, vz, bx, by, bz) - opening(cx, cy, cz, wx, wy, wz, dx, dy, dz)


@kernel("separation_in_space", Unit.LENGTH)
def separation(ax: Jet, ay: Jet, az: Jet, bx: Jet, by: Jet, bz: Jet, d: Jet) -> Jet:
    """Value |AB| - d."""
    return length(bx - ax, by - ay, bz - az) - d


@kernel("clear_of_segment_in_space", Unit.LENGTH)
def clear_of_segment(
    px: Jet, py: Jet, pz: Jet, ax: Jet, ay: Jet, az: Jet, bx: Jet, by: Jet, bz: Jet, d: Jet
) -> Jet:
    """Distance of P from the nearest place of the segment AB, minus d."""
    u, w = (bx - ax, by - ay, bz - az), (px - ax, py - ay, pz - az)
    size = length(*u)
    along = dot(*u, *w) / size
    past = jets.maximum(jets.maximum(-along, along - size), along * 0.0)
    return jets.hypot(past, length(*cross(*u, *w)) / size) - d


@kernel("nearness_in_space", Unit.LENGTH)
def nearness(ax: Jet, ay: Jet, az: Jet, bx: Jet, by: Jet, bz: Jet, d: Jet) -> Jet:
    """Value d - |AB|."""
    return d - length(bx - ax, by - ay, bz - az)


@kernel("volume", Unit.LENGTH)
def volume(
    ax: Jet,
    ay: Jet,
    az: Jet,
    bx: Jet,
    by: Jet,
    bz: Jet,
    cx: Jet,
    cy: Jet,
    cz: Jet,
    dx: Jet,
    dy: Jet,
    dz: Jet,
    v: Jet,
) -> Jet:
    """Value AB · (AC × AD) / 6 - v over a squared length: v is the signed volume of the tetrahedron ABCD."""
    u, w, t = (bx - ax, by - ay, bz - az), (cx - ax, cy - ay, cz - az), (dx - ax, dy - ay, dz - az)
    scale = dot(*u, *u) + dot(*w, *w) + dot(*t, *t)
    return (dot(*u, *cross(*w, *t)) * (1 / 6) - v) / scale


@kernel("distance_to_plane", Unit.LENGTH)
def distance_to_plane(
    px: Jet,
    py: Jet,
    pz: Jet,
    ax: Jet,
    ay: Jet,
    az: Jet,
    bx: Jet,
    by: Jet,
    bz: Jet,
    cx: Jet,
    cy: Jet,
    cz: Jet,
    d: Jet,
) -> Jet:
    """Value AP · (AB × AC) / |AB × AC| - d, signed: positive where A, B, C turn counterclockwise."""
    n = cross(bx - ax, by - ay, bz - az, cx - ax, cy - ay, cz - az)
    return dot(*n, px - ax, py - ay, pz - az) / length(*n) - d


@kernel("foot_on_plane", Unit.LENGTH, size=3)
def foot_on_plane(
    px: Jet,
    py: Jet,
    pz: Jet,
    ax: Jet,
    ay: Jet,
    az: Jet,
    bx: Jet,
    by: Jet,
    bz: Jet,
    cx: Jet,
    cy: Jet,
    cz: Jet,
    fx: Jet,
    fy: Jet,
    fz: Jet,
) -> tuple[Jet, ...]:
    """P - t n - F with n = AB × AC, t = AP · n / n²: F is the foot of the perpendicular from P on ABC."""
    n = cross(bx - ax, by - ay, bz - az, cx - ax, cy - ay, cz - az)
    t = dot(*n, px - ax, py - ay, pz - az) / dot(*n, *n)
    return px - t * n[0] - fx, py - t * n[1] - fy, pz - t * n[2] - fz


@kernel("line_plane_angle", Unit.ANGLE)
def line_plane_angle(
    px: Jet, py: Jet, pz: Jet, qx: Jet, qy: Jet, qz: Jet, ax: Jet, ay: Jet, az: Jet,
    bx: Jet, by: Jet, bz: Jet, cx: Jet, cy: Jet, cz: Jet, theta: Jet,
) -> Jet:  # fmt: skip
    """Value atan2(|PQ · n|, |PQ × n|) - θ with n = AB × AC: the angle between a line and a plane."""
    n = cross(bx - ax, by - ay, bz - az, cx - ax, cy - ay, cz - az)
    u = (qx - px, qy - py, qz - pz)
    return jets.atan2(jets.absolute(dot(*u, *n)), length(*cross(*u, *n))) - theta


@kernel("along_plane", Unit.ANGLE)
def along_plane(
    px: Jet, py: Jet, pz: Jet, qx: Jet, qy: Jet, qz: Jet, ax: Jet, ay: Jet, az: Jet,
    bx: Jet, by: Jet, bz: Jet, cx: Jet, cy: Jet, cz: Jet,
) -> Jet:  # fmt: skip
    """Value PQ · n / (|PQ| |n|) with n = AB × AC: the sine of the angle between a line and a plane."""
    n = cross(bx - ax, by - ay, bz - az, cx - ax, cy - ay, cz - az)
    u = (qx - px, qy - py, qz - pz)
    return dot(*u, *n) / (length(*u) * length(*n))


@kernel("planes_perpendicular", Unit.ANGLE)
def planes_perpendicular(
    ax: Jet, ay: Jet, az: Jet, bx: Jet, by: Jet, bz: Jet, cx: Jet, cy: Jet, cz: Jet,
    dx: Jet, dy: Jet, dz: Jet, ex: Jet, ey: Jet, ez: Jet, fx: Jet, fy: Jet, fz: Jet,
) -> Jet:  # fmt: skip
    """Value m · n / (|m| |n|) with m = AB × AC, n = DE × DF: the cosine of the angle between two planes."""
    m = cross(bx - ax, by - ay, bz - az, cx - ax, cy - ay, cz - az)
    n = cross(ex - dx, ey - dy, ez - dz, fx - dx, fy - dy, fz - dz)
    return dot(*m, *n) / (length(*m) * length(*n))


@kernel("dihedral", Unit.ANGLE)
def dihedral(
    px: Jet,
    py: Jet,
    pz: Jet,
    ax: Jet,
    ay: Jet,
    az: Jet,
    bx: Jet,
    by: Jet,
    bz: Jet,
    qx: Jet,
    qy: Jet,
    qz: Jet,
    theta: Jet,
) -> Jet:
    """The angle at the edge AB between the half planes through P and through Q, less θ in [0, pi]."""
    u = (bx - ax, by - ay, bz - az)
    m = cross(*u, px - ax, py - ay, pz - az)
    n = cross(*u, qx - ax, qy - ay, qz - az)
    return jets.atan2(length(*cross(*m, *n)), dot(*m, *n)) - theta


SPACE = (
    distance, equal_length, coincident, midpoint, fraction, centroid, parallelogram, reflected, foot,
    distance_to_line, collinear, on_segment, on_ray, parallel, perpendicular, angle, line_angle, equal_angle,
    separation, clear_of_segment, nearness, volume, distance_to_plane, foot_on_plane, line_plane_angle,
    along_plane, planes_perpendicular, dihedral,
)  # fmt: skip
