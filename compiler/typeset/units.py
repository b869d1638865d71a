"""Which words after a number are units, so that they stand upright behind a thin space."""

import re
from typing import Final

from . import symbols as sy
from .nodes import Gap, Node, Row, Scripts, Sym
from .tables import words

PREFIXED: Final = words(
    """
    m g s A K mol cd Hz N Pa J W C V F Ω T H Wb S L l eV bar cal B Bq Gy Sv kat rad M u U
    """
)
PREFIXES: Final = words("T G M k h d c m μ µ u n p f")
PLAIN: Final = words(
    """
    °C °F °R °K min h hr hrs sec ms yr yrs day days d week weeks year years ft in inch inches feet foot
    mi mile miles mph kph yd lb lbs lbf oz psi atm mmHg torr Torr Å AU au ly pc kpc Mpc rad sr deg
    degrees rpm rev dB pH amu Da kDa ppm ppb gal qt pt tonne tonnes ton tons ha acre acres hp Btu BTU
    erg dyn dyne ohm ohms volts volt watts amps meters metres meter metre seconds second minutes minute
    hours hour grams gram kilograms joules newtons cents cent units unit moles mole kcal Kcal kJ bp kb
    km kg cm mm nm μm µm um kPa MPa kWh kmol mmol Mev MeV GeV keV mL ml dm dL kΩ MΩ % ‰ cc cP St Gs kN
    kV mV mA μA µA uF nF pF μF µF mH μH µH nC μC µC uC D wk kip ksi slug gr
    """
)
NOT_UNITS: Final = words("u U l B d D cd ha")
"""Units in principle, but after a number more often something else."""
GLUED_SIGNS: Final = frozenset("%‰°")


def _unit_words() -> frozenset[str]:
    prefixed = {prefix + unit for unit in PREFIXED for prefix in PREFIXES}
    return (PREFIXED | prefixed | PLAIN) - NOT_UNITS


def _pattern(endings: frozenset[str]) -> str:
    """Return a pattern for exactly these words, the longest first, that looks at each character once."""
    heads = sorted({ending[0] for ending in endings if ending})
    branches = [
        re.escape(head) + _pattern(frozenset(ending[1:] for ending in endings if ending[:1] == head))
        for head in heads
    ]
    if not branches:
        return ""
    return f"(?:{'|'.join(branches)})" + ("?" if "" in endings else "")


_BASE = _pattern(_unit_words())
_POWER = r"(?:\^\{?[-−+]?\d+\}?|\^\([-−]?\d+\)|[⁺⁻⁰¹²³⁴-⁹]+)"
_ONE = rf"{_BASE}(?![A-Za-zμΩ])"
_FACTOR = rf"(?:{_ONE}{_POWER}?|\({_ONE}{_POWER}?(?:\s?[·*⋅/\- ]\s?{_ONE}{_POWER}?)*\))"
_NEXT = (
    rf"(?:\s?[·*⋅]\s?{_FACTOR}|\s?/\s?{_FACTOR}|[ -]{_ONE}{_POWER}|-{_ONE}|[ ]?[/·]?[ ]?°[CFK]"
    r"|(?<=N) m(?!\w)|(?<=[VAJ]) s(?!\w))"
)
UNIT: Final = re.compile(rf"(?:°(?![A-Za-z])|[%‰]|{_ONE}{_POWER}?{_NEXT}*)(?![\w(^'’])")
WHOLE_UNIT: Final = re.compile(rf"{_FACTOR}(?:{_NEXT}|[ ]{_FACTOR})*")
_PARTS = re.compile(
    rf"(?P<power>{_POWER})|(?P<times>\s?[·*⋅]\s?|-)|(?P<space>\s+)|(?P<slash>\s?/\s?)"
    r"|(?P<word>[^\^\s·*⋅/⁺⁻⁰¹²³⁴-⁹-]+)|."
)


def unit_at(text: str, pos: int) -> re.Match[str] | None:
    """Match a unit expression at a place in a text.

    >>> unit_at("9.8 m/s^2 down", 4)[0]
    'm/s^2'
    """
    return UNIT.match(text, pos)


def unit_node(unit: str) -> Node:
    """Return a unit expression set upright, with true exponents and minus signs.

    >>> unit_node("m/s^2")
    Row(items=(Sym(text='m/', ...), Scripts(base=Sym(text='s', ...), sup=Sym(text='2', ...), sub=None)))
    """
    nodes: list[Node] = []
    for match in _PARTS.finditer(unit):
        if match.lastgroup == "power":
            base = nodes.pop() if nodes else Row(())
            nodes.append(Scripts(base, Sym(_plain_power(match[0]))))
        elif match.lastgroup == "times":
            nodes.append(Sym("·"))
        elif match.lastgroup == "space":
            nodes.append(Gap(1 / 6))
        else:
            nodes.append(Sym(match[0].strip()))
    return Row(tuple(_merged(nodes)))


def _plain_power(power: str) -> str:
    plain = "".join(sy.SUPERSCRIPTS.get(char, char) for char in power)
    return plain.strip("^{}()").replace("-", "−")


def _merged(nodes: list[Node]) -> list[Node]:
    """Join neighbouring upright words, which keeps the runs few."""
    joined: list[Node] = []
    for node in nodes:
        last = joined[-1] if joined else None
        if not isinstance(node, Sym) or not isinstance(last, Sym):
            joined.append(node)
        elif last.text[-1:] in ("/", "·", "(") or node.text in ("/", "·", ")"):
            joined[-1] = Sym(last.text + node.text)
        else:
            joined.append(node)
    return joined
