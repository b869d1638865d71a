"""Recognises chemical formulas among labels and sets them upright with their indices and charges."""

import re
from typing import Final

from . import symbols as sy
from .nodes import Cls, Node, Row, Scripts, Sym
from .tables import words

ELEMENTS: Final = words(
    """
    H He Li Be B C N O F Ne Na Mg Al Si P S Cl Ar K Ca Sc Ti V Cr Mn Fe Co Ni Cu Zn Ga Ge As Se Br Kr Rb
    Sr Y Zr Nb Mo Tc Ru Rh Pd Ag Cd In Sn Sb Te I Xe Cs Ba La Ce Pr Nd Pm Sm Eu Gd Tb Dy Ho Er Tm Yb Lu
    Hf Ta W Re Os Ir Pt Au Hg Tl Pb Bi Po At Rn Fr Ra Ac Th Pa U Np Pu Am Cm D
    """
)
_INDEX = r"(?:_\{?\d+\}?|\d+|[₀-₉]+)"
_CHARGE = r"(?:\^\{?\d*[+\-−]\}?|[⁰¹²³⁴-⁹]*[⁺⁻])"
_PART = rf"(?:[A-Z][a-z]?{_INDEX}?|[(\[](?=[A-Z])|[)\]]{_INDEX}?)"
FORMULA: Final = re.compile(
    rf"\d{{0,2}}(?P<body>[A-Z(\[](?:(?<=[(\[])|[a-z]?{_INDEX}?){_PART}*)(?P<charge>{_CHARGE})?(?![A-Za-z_^0-9])"
)
ION: Final = re.compile(
    r"\d{0,2}(?P<body>[A-Z][a-z]?\d*?(?:[A-Z][a-z]?\d*?)*)(?P<charge>\d?[+\-−])(?=[\s,;.)\](]|$)"
)
"""An ion as chemists type it, without a caret: `OH-`, `Ca2+`, `NH4+`."""
MOLECULE: Final = re.compile(
    r"(?<![A-Za-z\d])(?:[A-Z][a-z]?\d*)*[A-Z][a-z]?\d+(?:[A-Z][a-z]?\d*)*(?![A-Za-z])"
)
"""A formula with an index, without brackets."""
IONS: Final = words(
    """
    H+ OH- K+ Li+ Na+ Ag+ Cu+ Cu2+ Mg2+ Ca2+ Ba2+ Sr2+ Zn2+ Fe2+ Fe3+ Pb2+ Ni2+ Co2+ Mn2+ Hg2+ Sn2+ Cr3+ Al3+ Cl- Br-
    NH4+ H3O+ NO3- NO2- HCO3- HSO4- MnO4- ClO3- ClO4- CN-
    """
)
"""Ions that are recognised in any text; `A+` and `C-` there are grades."""
_SIGN_OF_REACTION: Final = re.compile(r"->|→|⇌|<=>|\(aq\)")
_SUBSTANCE: Final = re.compile(r"(?<![A-Za-z_])(?:[A-Z][a-z]?\d*|\((?:[A-Z][a-z]?\d*)+\)\d*)+(?![a-z])")
_STATED: Final = re.compile(r"([A-Z][A-Za-z0-9]*)\((?:s|l|g|aq)\)")
_ATOM = re.compile(rf"(?P<name>[A-Z][a-z]?)(?P<index>{_INDEX})?")


def chemical_at(text: str, pos: int, *, loose: bool = False) -> re.Match[str] | None:
    """Match a chemical formula at a place in a text; `loose` takes single elements too.

    >>> chemical_at("CO_3^{2-} in water", 0)[0]
    'CO_3^{2-}'
    >>> chemical_at("P_1V_1", 0) is None
    True

    A text that is nothing but `O2` is more often the second of some centres.

    >>> chemical_at("O2", 0) is None, chemical_at("O2 gas", 0) is None
    (True, False)
    """
    ion = ION.match(text, pos)
    if ion is not None and ion[0].replace("−", "-") in IONS:
        return ion
    match = (ion if loose else None) or FORMULA.match(text, pos)
    if match is not None and not _is_balanced(match["body"]) and match[0][-1] in ")]":
        match = FORMULA.fullmatch(text, pos, match.end() - 1)
    if match is None or not _is_balanced(match["body"]):
        return None
    atoms = _ATOM.findall(match["body"])
    names = {name for name, _ in atoms}
    if not atoms or not names <= ELEMENTS:
        return None
    loose = loose or (text[max(0, pos - 1) : pos] == "[" and text[match.end() : match.end() + 1] == "]")
    marked = bool(match["charge"]) or any(index for _, index in atoms)
    if not marked or not (loose or _is_likely(atoms, bool(match["charge"]))):
        return None
    if not loose and names == {"O"} and match[0] == text.strip("$ "):
        return None
    return match


def is_compound(formula: str) -> bool:
    """Whether digits in a formula can only be indices: it bears a charge or has two elements or more.

    >>> is_compound("H2O"), is_compound("O2"), is_compound("Ca2+")
    (True, False, True)
    """
    return formula[-1] in "+-−}" or len(set(re.findall("[A-Z][a-z]?", formula))) > 1


def is_substance(text: str) -> bool:
    """Whether a text consists of element names and digits.

    >>> is_substance("LiF"), is_substance("X")
    (True, False)
    """
    return (
        bool(re.fullmatch(r"(?:[A-Z][a-z]?\d*)+", text)) and {n for n, _ in _ATOM.findall(text)} <= ELEMENTS
    )


def is_reaction(text: str) -> bool:
    """Whether a line is a chemical equation, where letters are elements and digits are indices."""
    if len(text) < 4 or not _SIGN_OF_REACTION.search(text) or "=" in text.replace("<=>", "") or "_" in text:
        return False
    if any(chemical_at(match[0], 0) for match in _SUBSTANCE.finditer(text)):
        return True
    stated = _STATED.findall(text)
    return bool(stated) and all(is_substance(part) for part in stated)


def _is_balanced(body: str) -> bool:
    return body.count("(") == body.count(")") and body.count("[") == body.count("]")


def _is_likely(atoms: list[tuple[str, str]], charged: bool) -> bool:
    """Whether element names with indices are more likely a substance than a product of variables."""
    names = [name for name, _ in atoms]
    if any(len(name) == 2 for name in names):
        return len(atoms) > 1 or charged or names[0] in ("Cl", "Br")
    if len(set(names)) == 1:
        return (charged and len(atoms) == 1 and names[0] == "H") or atoms in ([("O", "_2")], [("O", "2")])
    if all(index for _, index in atoms) and not {"O", "H"} & set(names):
        return False
    return charged or bool({"O", "H"} & set(names)) or (names[-1] in "FINS" and not atoms[0][1])


def chemical_node(formula: str, *, digits: bool = True) -> Node:
    """Return a formula set upright; plain digits become indices only if `digits`.

    >>> chemical_node("H_2O")
    Row(items=(Scripts(base=Sym(text='H', ...), sup=None, sub=Sym(text='2', ...)), Sym(text='O', ...)))
    """
    nodes: list[Node] = []
    if digits and "^" not in formula:
        formula = _caret_before_charge(formula)
    for part in re.finditer(
        rf"(?P<charge>{_CHARGE})|(?P<low>_\{{?\d+\}}?|[₀-₉]+)|(?P<digits>\d+)|(?P<text>[A-Za-z()\[\]]+)|.",
        formula,
    ):
        kind, text = part.lastgroup, part[0]
        if kind == "charge" and nodes:
            nodes[-1] = _scripted(nodes[-1], sup=_plain(text))
        elif nodes and (kind == "low" or (kind == "digits" and digits)):
            nodes[-1] = _scripted(nodes[-1], sub=_plain(text))
        else:
            nodes.append(Sym(text))
    return Row(tuple(nodes))


def _caret_before_charge(formula: str) -> str:
    """Mark the charge of an ion: `Ca2+` bears 2+, but `NH4+` four hydrogens and one charge."""
    single = re.fullmatch(r"(\d*[A-Z][a-z]?)(\d?[+\-−])", formula)
    several = re.fullmatch(r"(.*[A-Za-z0-9)\]])([+\-−])", formula)
    found = single or several
    return f"{found[1]}^{{{found[2]}}}" if found else formula


def _scripted(base: Node, *, sup: str = "", sub: str = "") -> Node:
    if isinstance(base, Scripts):
        return Scripts(base.base, Sym(sup) if sup else base.sup, Sym(sub) if sub else base.sub)
    return Scripts(base, Sym(sup) if sup else None, Sym(sub) if sub else None)


def _plain(text: str) -> str:
    plain = "".join(sy.SUPERSCRIPTS.get(char, sy.SUBSCRIPTS.get(char, char)) for char in text)
    return plain.strip("^_{}").replace("-", "−")


_REACTION = re.compile(r"(?P<arrow><=>|<->|->|→|⇌)|(?P<plus>\s\+\s)|(?P<space>\s+)|(?P<text>[^\s]+)")


def read_chemistry(text: str) -> Row:
    r"""Read the body of `\ce{…}`: substances with indices, charges, plus signs and arrows.

    >>> len(read_chemistry("2H2 + O2 -> 2H2O").items)
    5
    """
    nodes: list[Node] = []
    for match in _REACTION.finditer(text):
        if match.lastgroup == "arrow":
            nodes.append(Sym({"->": "→", "<->": "↔", "<=>": "⇌"}.get(match[0], match[0]), cls=Cls.REL))
        elif match.lastgroup == "plus":
            nodes.append(Sym("+", cls=Cls.BIN))
        elif match.lastgroup == "text":
            nodes.append(_substance(match[0]))
    return Row(tuple(nodes))


def _substance(text: str) -> Node:
    return chemical_node(text)
