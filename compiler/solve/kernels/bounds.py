"""Kernels that are wanted >= 0: sides, order, clearance, general position."""

from .. import jets
from ..jets import Jet
from .kernel import Unit, kernel, variable_kernel
from .lines import offset, opening


@kernel("greater", Unit.NUMBER)
def greater(a: Jet, b: Jet) -> Jet:
    """Value a - b."""
    return a - b


@kernel("positive", Unit.NUMBER)
def positive(a: Jet, margin: Jet) -> Jet:
    """Value a - margin."""
    return a - margin


@kernel("ahead", Unit.NUMBER)
def ahead(a: Jet, b: Jet, gap: Jet) -> Jet:
    """Value b - a - gap: b comes after a, by a gap at least."""
    return b - a - gap


@kernel("left_of_line", Unit.LENGTH, apart="ab")
def left_of_line(px: Jet, py: Jet, ax: Jet, ay: Jet, bx: Jet, by: Jet) -> Jet:
    """Value (AB × AP) / |AB|: P is to the left of A to B."""
    return offset(px, py, ax, ay, bx, by)


@kernel("same_side", Unit.LENGTH, apart="ab")
def same_side(px: Jet, py: Jet, qx: Jet, qy: Jet, ax: Jet, ay: Jet, bx: Jet, by: Jet) -> Jet:
    """Least distance of P and Q from the line AB if on one side, else minus the lesser."""
    p, q = offset(px, py, ax, ay, bx, by), offset(qx, qy, ax, ay, bx, by)
    return jets.maximum(jets.minimum(p, q), jets.minimum(-p, -q))


@kernel("opposite_sides", Unit.LENGTH, apart="ab")
def opposite_sides(px: Jet, py: Jet, qx: Jet, qy: Jet, ax: Jet, ay: Jet, bx: Jet, by: Jet) -> Jet:
    """Least distance of P and Q from the line AB if on two sides, else minus the lesser."""
    p, q = offset(px, py, ax, ay, bx, by), offset(qx, qy, ax, ay, bx, by)
    return jets.maximum(jets.minimum(p, -q), jets.minimum(-p, q))


@kernel("same_turn", Unit.LENGTH, apart="ab de")
def same_turn(
    ax: Jet, ay: Jet, bx: Jet, by: Jet, cx: Jet, cy: Jet, dx: Jet, dy: Jet, ex: Jet, ey: Jet, fx: Jet, fy: Jet
) -> Jet:
    """Least height of C over AB and F over DE if both triangles turn one way, else minus the lesser."""
    p = jets.cross(bx - ax, by - ay, cx - ax, cy - ay) / jets.hypot(bx - ax, by - ay)
    q = jets.cross(ex - dx, ey - dy, fx - dx, fy - dy) / jets.hypot(ex - dx, ey - dy)
    return jets.maximum(jets.minimum(p, q), jets.minimum(-p, -q))


@kernel("inside_circle", Unit.LENGTH)
def inside_circle(px: Jet, py: Jet, cx: Jet, cy: Jet, r: Jet) -> Jet:
    """Value r - |CP|."""
    return r - jets.hypot(px - cx, py - cy)


@kernel("outside_circle", Unit.LENGTH)
def outside_circle(px: Jet, py: Jet, cx: Jet, cy: Jet, r: Jet) -> Jet:
    """Value |CP| - r."""
    return jets.hypot(px - cx, py - cy) - r


@kernel("separation", Unit.LENGTH)
def separation(ax: Jet, ay: Jet, bx: Jet, by: Jet, d: Jet) -> Jet:
    """Value |AB| - d."""
    return jets.hypot(bx - ax, by - ay) - d


@kernel("apart", Unit.LENGTH)
def apart(ax: Jet, ay: Jet, bx: Jet, by: Jet) -> Jet:
    """Value |AB|: with a margin, A and B are not one point."""
    return jets.hypot(bx - ax, by - ay)


@kernel("nearness", Unit.LENGTH)
def nearness(ax: Jet, ay: Jet, bx: Jet, by: Jet, d: Jet) -> Jet:
    """Value d - |AB|."""
    return d - jets.hypot(bx - ax, by - ay)


@kernel("close", Unit.NUMBER)
def close(a: Jet, b: Jet) -> Jet:
    """Value -|a - b|: as a wish, a is drawn towards b."""
    return -jets.absolute(a - b)


@kernel("within", Unit.LENGTH)
def within(ax: Jet, ay: Jet, bx: Jet, by: Jet, near: Jet, far: Jet) -> Jet:
    """Value min(|AB| - near, far - |AB|)."""
    length = jets.hypot(bx - ax, by - ay)
    return jets.minimum(length - near, far - length)


@variable_kernel("spread", Unit.LENGTH, round_of=("px", "py"))
def spread(*slots: Jet) -> Jet:
    """Value sqrt(mean |P - mean P|²) - d, the slots being x1, y1 ... xn, yn, d."""
    return jets.deviation(slots[:-1:2], slots[1:-1:2]) - slots[-1]


@kernel("discs_apart", Unit.LENGTH)
def discs_apart(ax: Jet, ay: Jet, r: Jet, bx: Jet, by: Jet, s: Jet) -> Jet:
    """Value |AB| - r - s."""
    return jets.hypot(bx - ax, by - ay) - r - s


@kernel("disc_inside", Unit.LENGTH)
def disc_inside(ax: Jet, ay: Jet, r: Jet, bx: Jet, by: Jet, s: Jet) -> Jet:
    """Value s - r - |AB|: the disc (A, r) lies in the disc (B, s)."""
    return s - r - jets.hypot(bx - ax, by - ay)


@kernel("on_segment", Unit.LENGTH, apart="ab")
def on_segment(px: Jet, py: Jet, ax: Jet, ay: Jet, bx: Jet, by: Jet) -> Jet:
    """Value min(AB · AP, BA · BP) / |AB|: how far P, on the line AB, is inside the nearer end."""
    ux, uy = bx - ax, by - ay
    along = jets.dot(ux, uy, px - ax, py - ay) / jets.hypot(ux, uy)
    return jets.minimum(along, jets.hypot(ux, uy) - along)


@kernel("on_ray", Unit.LENGTH, apart="ab")
def on_ray(px: Jet, py: Jet, ax: Jet, ay: Jet, bx: Jet, by: Jet) -> Jet:
    """Value (AB · AP) / |AB|: P, on the line AB, is on B's side of A."""
    ux, uy = bx - ax, by - ay
    return jets.dot(ux, uy, px - ax, py - ay) / jets.hypot(ux, uy)


@kernel("clear_of_segment", Unit.LENGTH)
def clear_of_segment(px: Jet, py: Jet, ax: Jet, ay: Jet, bx: Jet, by: Jet, d: Jet) -> Jet:
    """Distance of P from the nearest point of the segment AB, minus d."""
    ux, uy, wx, wy = bx - ax, by - ay, px - ax, py - ay
    length = jets.hypot(ux, uy)
    along = jets.dot(ux, uy, wx, wy) / length
    past = jets.maximum(jets.maximum(-along, along - length), along * 0.0)
    return jets.hypot(past, jets.cross(ux, uy, wx, wy) / length) - d


@kernel("boxes_apart", Unit.LENGTH)
def boxes_apart(ax: Jet, ay: Jet, aw: Jet, ah: Jet, bx: Jet, by: Jet, bw: Jet, bh: Jet, gap: Jet) -> Jet:
    """Value max(|ax - bx| - aw - bw, |ay - by| - ah - bh) - gap; w and h are half sizes."""
    across = jets.absolute(ax - bx) - aw - bw
    return jets.maximum(across, jets.absolute(ay - by) - ah - bh) - gap


@kernel("box_inside", Unit.LENGTH)
def box_inside(ax: Jet, ay: Jet, aw: Jet, ah: Jet, bx: Jet, by: Jet, bw: Jet, bh: Jet, gap: Jet) -> Jet:
    """Value min(bw - aw - |ax - bx|, bh - ah - |ay - by|) - gap: box a in box b, half sizes."""
    across = bw - aw - jets.absolute(ax - bx)
    return jets.minimum(across, bh - ah - jets.absolute(ay - by)) - gap


@kernel("angle_at_least", Unit.ANGLE, apart="va vb")
def angle_at_least(ax: Jet, ay: Jet, vx: Jet, vy: Jet, bx: Jet, by: Jet, theta: Jet) -> Jet:
    """Unsigned angle AVB minus θ."""
    return opening(ax, ay, vx, vy, bx, by) - theta


@kernel("angle_at_most", Unit.ANGLE, apart="va vb")
def angle_at_most(ax: Jet, ay: Jet, vx: Jet, vy: Jet, bx: Jet, by: Jet, theta: Jet) -> Jet:
    """θ minus unsigned angle AVB."""
    return theta - opening(ax, ay, vx, vy, bx, by)


@kernel("angle_avoids", Unit.ANGLE)
def angle_avoids(ax: Jet, ay: Jet, vx: Jet, vy: Jet, bx: Jet, by: Jet, theta: Jet, margin: Jet) -> Jet:
    """Value |angle AVB - θ| - margin."""
    return jets.absolute(opening(ax, ay, vx, vy, bx, by) - theta) - margin


@kernel("lines_avoid", Unit.ANGLE)
def lines_avoid(ax: Jet, ay: Jet, bx: Jet, by: Jet, cx: Jet, cy: Jet, dx: Jet, dy: Jet, margin: Jet) -> Jet:
    """Value |sin| and |cos| of the angle between AB and CD stay above margin: neither parallel nor square."""
    ux, uy, wx, wy = bx - ax, by - ay, dx - cx, dy - cy
    area = jets.hypot(ux, uy) * jets.hypot(wx, wy)
    across, along = jets.cross(ux, uy, wx, wy) / area, jets.dot(ux, uy, wx, wy) / area
    return jets.minimum(jets.absolute(across), jets.absolute(along)) - margin


@kernel("lengths_avoid", Unit.ANGLE)
def lengths_avoid(ax: Jet, ay: Jet, bx: Jet, by: Jet, cx: Jet, cy: Jet, dx: Jet, dy: Jet, margin: Jet) -> Jet:
    """Value |ln(|AB| / |CD|)| - margin: two lengths differ by a share."""
    first, second = jets.hypot(bx - ax, by - ay), jets.hypot(dx - cx, dy - cy)
    return jets.absolute(jets.log(first) - jets.log(second)) - margin


@kernel("corners_avoid", Unit.LENGTH)
def corners_avoid(ax: Jet, ay: Jet, bx: Jet, by: Jet, cx: Jet, cy: Jet, d: Jet) -> Jet:
    """Least height of the triangle ABC, |AB × AC| over its longest side, minus d: three points off one line."""
    ux, uy, wx, wy = bx - ax, by - ay, cx - ax, cy - ay
    longest = jets.maximum(jets.maximum(jets.hypot(ux, uy), jets.hypot(wx, wy)), jets.hypot(wx - ux, wy - uy))
    return jets.absolute(jets.cross(ux, uy, wx, wy)) / longest - d


@kernel("rim_avoids_point", Unit.LENGTH)
def rim_avoids_point(px: Jet, py: Jet, cx: Jet, cy: Jet, r: Jet, d: Jet) -> Jet:
    """Value ||CP| - r| - d: P is not on the circle."""
    return jets.absolute(jets.hypot(px - cx, py - cy) - r) - d


@kernel("rim_avoids_line", Unit.LENGTH, apart="ab")
def rim_avoids_line(ax: Jet, ay: Jet, bx: Jet, by: Jet, cx: Jet, cy: Jet, r: Jet, d: Jet) -> Jet:
    """Distance of the line AB from touching the circle, minus d."""
    return jets.absolute(jets.absolute(offset(cx, cy, ax, ay, bx, by)) - r) - d


@kernel("rims_avoid", Unit.LENGTH)
def rims_avoid(ax: Jet, ay: Jet, r: Jet, bx: Jet, by: Jet, s: Jet, d: Jet) -> Jet:
    """Distance of two circles from touching, from outside or inside, minus d."""
    apart = jets.hypot(bx - ax, by - ay)
    outside = jets.absolute(apart - (r + s))
    return jets.minimum(outside, jets.absolute(apart - jets.absolute(r - s))) - d


@kernel("sizes_avoid", Unit.NUMBER)
def sizes_avoid(a: Jet, b: Jet, margin: Jet) -> Jet:
    """Value |ln(a / b)| - margin: two positive numbers differ by a share."""
    return jets.absolute(jets.log(a) - jets.log(b)) - margin


BOUNDS = (
    greater, positive, ahead, left_of_line, same_side, opposite_sides, same_turn, inside_circle, outside_circle,
    separation, apart, nearness, close, within, spread, discs_apart, disc_inside, on_segment, on_ray,
    clear_of_segment, boxes_apart, box_inside, angle_at_least, angle_at_most, angle_avoids, lines_avoid,
    lengths_avoid, corners_avoid, rim_avoids_point, rim_avoids_line, rims_avoid, sizes_avoid,
)  # fmt: skip
