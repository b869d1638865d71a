"""Kernels of lines and angles: incidence, direction, parallelism, angles between rays."""

from .. import jets
from ..jets import Jet
from .kernel import Unit, kernel


def offset(px: Jet, py: Jet, ax: Jet, ay: Jet, bx: Jet, by: Jet) -> Jet:
    """Signed distance of P from the line A to B, positive on its left."""
    ux, uy = bx - ax, by - ay
    return jets.cross(ux, uy, px - ax, py - ay) / jets.hypot(ux, uy)


def opening(ax: Jet, ay: Jet, vx: Jet, vy: Jet, bx: Jet, by: Jet) -> Jet:
    """Unsigned angle AVB in [0, pi]."""
    ux, uy, wx, wy = ax - vx, ay - vy, bx - vx, by - vy
    return jets.atan2(jets.absolute(jets.cross(ux, uy, wx, wy)), jets.dot(ux, uy, wx, wy))


@kernel("distance_to_line", Unit.LENGTH, apart="ab")
def distance_to_line(px: Jet, py: Jet, ax: Jet, ay: Jet, bx: Jet, by: Jet, d: Jet) -> Jet:
    """Value |AB × AP| / |AB| - d, for d >= 0."""
    return jets.absolute(offset(px, py, ax, ay, bx, by)) - d


@kernel("signed_distance_to_line", Unit.LENGTH, apart="ab")
def signed_distance_to_line(px: Jet, py: Jet, ax: Jet, ay: Jet, bx: Jet, by: Jet, d: Jet) -> Jet:
    """Value (AB × AP) / |AB| - d, positive to the left of A to B."""
    return offset(px, py, ax, ay, bx, by) - d


@kernel("collinear", Unit.LENGTH, apart="ab")
def collinear(px: Jet, py: Jet, ax: Jet, ay: Jet, bx: Jet, by: Jet) -> Jet:
    """Value (AB × AP) / |AB|."""
    return offset(px, py, ax, ay, bx, by)


@kernel("foot", Unit.LENGTH, size=2, apart="ab")
def foot(px: Jet, py: Jet, ax: Jet, ay: Jet, bx: Jet, by: Jet, fx: Jet, fy: Jet) -> tuple[Jet, Jet]:
    """F is the foot of the perpendicular from P on the line AB: (AB × AF, AB · PF) / |AB|."""
    ux, uy = bx - ax, by - ay
    length = jets.hypot(ux, uy)
    return jets.cross(ux, uy, fx - ax, fy - ay) / length, jets.dot(ux, uy, fx - px, fy - py) / length


@kernel("parallel", Unit.ANGLE, apart="ab cd")
def parallel(ax: Jet, ay: Jet, bx: Jet, by: Jet, cx: Jet, cy: Jet, dx: Jet, dy: Jet) -> Jet:
    """Value (AB × CD) / (|AB| |CD|), the sine of the angle between the lines."""
    ux, uy, wx, wy = bx - ax, by - ay, dx - cx, dy - cy
    return jets.cross(ux, uy, wx, wy) / (jets.hypot(ux, uy) * jets.hypot(wx, wy))


@kernel("perpendicular", Unit.ANGLE, apart="ab cd")
def perpendicular(ax: Jet, ay: Jet, bx: Jet, by: Jet, cx: Jet, cy: Jet, dx: Jet, dy: Jet) -> Jet:
    """Value (AB · CD) / (|AB| |CD|), the cosine of the angle between the lines."""
    ux, uy, wx, wy = bx - ax, by - ay, dx - cx, dy - cy
    return jets.dot(ux, uy, wx, wy) / (jets.hypot(ux, uy) * jets.hypot(wx, wy))


@kernel("angle", Unit.ANGLE, apart="va vb")
def angle(ax: Jet, ay: Jet, vx: Jet, vy: Jet, bx: Jet, by: Jet, theta: Jet) -> Jet:
    """Value atan2(|VA × VB|, VA · VB) - θ: the unsigned angle AVB, θ in [0, pi]."""
    return opening(ax, ay, vx, vy, bx, by) - theta


@kernel("directed_angle", Unit.ANGLE, apart="va vb")
def directed_angle(ax: Jet, ay: Jet, vx: Jet, vy: Jet, bx: Jet, by: Jet, theta: Jet) -> Jet:
    """Value atan2(VA × VB, VA · VB) - θ modulo 2 pi: counterclockwise from VA to VB."""
    ux, uy, wx, wy = ax - vx, ay - vy, bx - vx, by - vy
    return jets.wrap(jets.atan2(jets.cross(ux, uy, wx, wy), jets.dot(ux, uy, wx, wy)) - theta)


@kernel("direction", Unit.ANGLE, apart="ab")
def direction(ax: Jet, ay: Jet, bx: Jet, by: Jet, theta: Jet) -> Jet:
    """Heading of A to B minus θ modulo 2 pi: 0 is east, counterclockwise."""
    return jets.wrap(jets.atan2(by - ay, bx - ax) - theta)


@kernel("line_angle", Unit.ANGLE, apart="ab cd")
def line_angle(ax: Jet, ay: Jet, bx: Jet, by: Jet, cx: Jet, cy: Jet, dx: Jet, dy: Jet, theta: Jet) -> Jet:
    """Value atan2(|AB × CD|, |AB · CD|) - θ: the angle between two lines, θ in [0, pi/2]."""
    ux, uy, wx, wy = bx - ax, by - ay, dx - cx, dy - cy
    across = jets.absolute(jets.cross(ux, uy, wx, wy))
    return jets.atan2(across, jets.absolute(jets.dot(ux, uy, wx, wy))) - theta


@kernel("directed_line_angle", Unit.ANGLE, apart="ab cd")
def directed_line_angle(
    ax: Jet, ay: Jet, bx: Jet, by: Jet, cx: Jet, cy: Jet, dx: Jet, dy: Jet, theta: Jet
) -> Jet:
    """Value sin(φ - θ), φ counterclockwise from line AB to line CD: directed angles are equal modulo pi.

    Source: R. A. Johnson, Advanced Euclidean Geometry, section 16 (directed angles).
    """
    ux, uy, wx, wy = bx - ax, by - ay, dx - cx, dy - cy
    across, along = jets.cross(ux, uy, wx, wy), jets.dot(ux, uy, wx, wy)
    return (across * jets.cos(theta) - along * jets.sin(theta)) / (jets.hypot(ux, uy) * jets.hypot(wx, wy))


@kernel("equal_angle", Unit.ANGLE, apart="va vb wc wd", compares="avb cwd")
def equal_angle(
    ax: Jet, ay: Jet, vx: Jet, vy: Jet, bx: Jet, by: Jet,
    cx: Jet, cy: Jet, wx: Jet, wy: Jet, dx: Jet, dy: Jet,
) -> Jet:  # fmt: skip
    """Unsigned angle AVB minus unsigned angle CWD."""
    return opening(ax, ay, vx, vy, bx, by) - opening(cx, cy, wx, wy, dx, dy)


LINES = (
    distance_to_line, signed_distance_to_line, collinear, foot, parallel, perpendicular, angle,
    directed_angle, direction, line_angle, directed_line_angle, equal_angle,
)  # fmt: skip
