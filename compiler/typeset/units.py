"""Which words after a number are units, so that they stand upright behind a thin space."""

import re
from collections.abc import Iterator
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


UNITS: Final = (
    PREFIXED | {f"{prefix}{unit}" for unit in PREFIXED for prefix in PREFIXES} | PLAIN
) - NOT_UNITS
_POWER = r"(?:\^\{?[-−+]?\d+\}?|\^\([-−]?\d+\)|[⁺⁻⁰¹²³⁴-⁹]+)"
_RAISED = re.compile(_POWER)
_WORD = re.compile(r"°[CFRK](?![A-Za-z])|[A-Za-zμµΩÅ]+")
_JOINT = re.compile(r" per |\s?[·*⋅/]\s?|[ -]|(?=°)")
THIN, WORD_GAP = 1 / 6, 0.25
_SPELLED = re.compile(r"(?!kmol|mmol|kcal|torr)[a-z]{4,}|[a-z]+ per ")
"""A unit that is a word, not a symbol."""
_OPEN_END = re.compile(r"[\w(^'’]")
_DEGREE = re.compile(r"°(?![A-Za-z])")
_SPACED_PAIRS: Final = frozenset({("N", "m"), ("V", "s"), ("A", "s"), ("J", "s")})
_PARTS = re.compile(
    rf"(?P<power>{_POWER})|(?P<times>\s?[·*⋅]\s?|-)|(?P<space>\s+)|(?P<slash>\s?/\s?)"
    r"|(?P<word>[^\^\s·*⋅/⁺⁻⁰¹²³⁴-⁹-]+)|."
)


def unit_at(text: str, pos: int) -> str:
    """Return the unit expression at a place in a text, or nothing.

    >>> unit_at("9.8 m/s^2 down", 4), unit_at("5 apples", 2)
    ('m/s^2', '')
    """
    if text[pos : pos + 1] in ("%", "‰") or _DEGREE.match(text, pos):
        return text[pos]
    ends = [end for end in _ends(text, pos) if not _OPEN_END.match(text, end)]
    return text[pos : ends[-1]] if ends else ""


def bracketed_unit_at(text: str, pos: int) -> str:
    """Return the unit expression at a place where only a unit can stand; spaces may join its parts.

    >>> bracketed_unit_at("kg m/s)", 0)
    'kg m/s'
    """
    ends = list(_ends(text, pos, spaced=True))
    return text[pos : ends[-1]] if ends else ""


def _ends(text: str, pos: int, *, spaced: bool = False) -> Iterator[int]:
    """Yield the places where a unit expression may end, each one factor further."""
    end = _factor(text, pos)
    before = pos
    while end > 0:
        yield end
        joint = _JOINT.match(text, end)
        after = _factor(text, joint.end()) if joint else 0
        if joint is None or not after:
            return
        pair = (text[before:end], text[joint.end() : after])
        if joint[0] == " " and not (spaced or pair in _SPACED_PAIRS or _RAISED.search(pair[1])):
            return
        before, end = joint.end(), after


def _factor(text: str, pos: int) -> int:
    """Return the end of a unit with its power, or of a product of units in brackets; 0 if there is none."""
    if text[pos : pos + 1] == "(":
        end = text.find(")", pos)
        inside = text[pos + 1 : end]
        whole = end > 0 and "(" not in inside and bracketed_unit_at(inside, 0) == inside != ""
        return end + 1 if whole else 0
    word = _WORD.match(text, pos)
    if word is None or word[0] not in UNITS:
        return 0
    power = _RAISED.match(text, word.end())
    return power.end() if power else word.end()


def unit_gap(unit: str) -> Gap:
    """Return the space between a number and its unit: thin before a symbol, a word's before a word.

    >>> unit_gap("km/h").em < unit_gap("miles per hour").em
    True
    """
    return Gap(WORD_GAP if _SPELLED.match(unit) else THIN)


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
            nodes.append(Gap(WORD_GAP if _SPELLED.search(unit) else THIN))
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
