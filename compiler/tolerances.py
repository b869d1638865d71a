"""How exact is exact: every tolerance of the compiler, each with its reason."""

LENGTH_SHARE = 1e-6
"""Of the sketch's extent: a stated length holds to this. A pixel at 600 px is 2e-3 of the extent, a reader
sees perhaps a tenth of that; solved figures reach 1e-12, so what misses 1e-6 is wrong and not unlucky."""

ANGLE = 1e-6
"""Radians, for the same reason: the end of an arm as long as the extent moves by 1e-6 of the extent."""

NUMBER_SHARE = 1e-6
"""Of the largest number that a constraint reads (of 1 at least): plain numbers have no extent."""

SOLVED_SHARE = 1e-12
"""Of the extent: where the polish stops. Rounding alone leaves about 1e-15 per operation."""

RANK = 1e-7
"""Of the largest singular value, columns scaled to one: below it a direction counts as free. Square root
of the precision, because a tangency solved to 1e-12 leaves singular values of about 1e-6 to 1e-8."""

SUPPORT_SHARE = 1e-3
"""Of the largest residual at a least-squares minimum: what is smaller takes no part in the conflict."""

BOUND_MARGIN = 1e-3
"""Of the extent: how far inside a bound the solver aims, so that rounding cannot break it."""

DEGENERATE_SHARE = 1e-3
"""Of the extent: two points nearer than this have no direction between them, so no angle or line holds."""

FARTHEST = 30.0
"""Extents: a drawing that needs more room holds only by running away (two right angles in one triangle)."""
