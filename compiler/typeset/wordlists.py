"""Word lists by which the reader of labels judges a letter: products, nouns before names, abbreviations."""

import string
from typing import Final

from . import symbols as sy
from .tables import words
from .units import UNITS

PRODUCTS: Final = words(
    """
    xy yz xz zx xyz xt ax bx cx cy ay az dx dy dz dt dr ds dh dV dA dS dm dq dU dP dT dv dN dQ dW da
    db ma mg mgh mv mr mc kx kT kt qE qV qv qvB PV pV nRT RT IR Ir hf hc at² vt ωt kA nh mn ab ac bc ij
    pq uv vw tx ty λf fλ πr rθ Fd Fr xI λI rω αr ωr
    """
)
INTEGRAL_COMMANDS: Final = words(r"\int \iint \iiint \oint \oiint")
WORDS_TOO: Final = words("by my")
"""Products that are words of prose unless an operator or a glued factor stands beside them."""
MULTIPLIED: Final = (frozenset(string.ascii_letters) - UNITS - set("BDXe")) | set("hLFT")
"""Letters that a glued number multiplies in a label such as `2R`, and that are neither a unit, as in `5V`, nor
a figure of speech, as in `3D`."""
NAMED_BEFORE: Final = words(
    """
    point points line lines angle angles circle chord side sides vertex plane region center centre mass
    charge block triangle segment curve vector force node particle object ray set event events resistor
    lens length height radius radii distance variable constant matrix function axis base edge edges
    state vertices origin graph
    """
)
PREPOSITIONS: Final = words("of through about at from to on over under between for")
NAMES_OF_KINDS: Final = words(
    """
    cell cells chromosome chromosomes disc discs gene allele band ray rays terminus vitamin lymphocyte type
    group lineage players orbital orbitals block electron electrons subshell shell test
    """
)
"""Words after which a single letter before them is a name and no quantity: `B cell`, `p orbital`."""
RELATION_SIGNS: Final = words("= == < > ≤ ≥ <= >= ≠ !=")
STATEMENTS: Final = (sy.RELATIONS - {":"}) | words("<= >= != == ->")
NOT_FACTORS: Final = words("st nd rd th am pm")
ABBREVIATIONS: Final = words("KE PE NA RH BP HP AC DC MA ID OR AND IQ MR MC TC AR HR BW FV CO NO OH")
STATES: Final = words("s l g aq")
SHAPE_SIGNS: Final = frozenset("∠△⊥∥⟂□▱⊙∡")
SEGMENT_SIGNS: Final = SHAPE_SIGNS | words("= || ≅ ∼ < > ≤ ≥")
ENDING_QUOTES: Final = frozenset("\"”’'")
"""Before an s: the plural of what is quoted."""
VOLTS_AND_WATTS: Final = frozenset("VW")
DECIMAL_UNITS: Final = frozenset("mgshANKJL")
SHAPES: Final = words(
    """
    arc line lines segment side sides angle triangle chord edge ray vector rectangle square quadrilateral
    parallelogram trapezoid rhombus polygon plane path median altitude bisector diagonal tangent secant radius diameter
    hypotenuse
    """
)
"""Nouns before the letters of a thing's points: `side AB`."""
AXES: Final = words("xy yx yz zy xz zx")
IN_PLANE: Final = words("plane planes axes coordinates coordinate graph diagram system")
"""Nouns after two axes: `xy-plane`, `x-y plane`."""
JOINTS: Final = frozenset("+-−:")
UPRIGHT_ALONE: Final = frozenset("aAI")
AFTER_NAMES: Final = words(
    "is are was has have had lies lie and or to at from with moves starts reaches does can must stands on in by"
)
"""Words that follow a name, not an article: `A is moved`, `from A to B`, but `A ball`."""
ORBITALS: Final = frozenset("spdf")
OPERATORS: Final = frozenset("=<>≤≥≈≠∝+−±×·√∫∂∈∪∩⊂≡≫≪∼∥⟂⊥∠△∡")
