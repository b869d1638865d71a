"""The vocabulary of formulas: what each LaTeX command and each sign stands for, and how it is spaced."""

import re
from typing import Final

from .nodes import Cls
from .tables import pairs, words

CHARACTERS: Final = pairs(
    """
    alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ
    lambda λ mu μ nu ν xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ
    phi ϕ varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ
    Psi Ψ Omega Ω ell ℓ hbar ℏ partial ∂ nabla ∇ infty ∞ emptyset ∅ varnothing ∅ Re ℜ Im ℑ aleph ℵ imath ı
    jmath ȷ prime ′ angle ∠ measuredangle ∡ triangle △ square □ Box □ blacksquare ■ degree ° forall ∀
    exists ∃ nexists ∄ top ⊤ bot ⊥ neg ¬ lnot ¬ flat ♭ sharp ♯ natural ♮ checkmark ✓ dag † ddag ‡ S § P ¶
    copyright © pounds £ euro € yen ¥ cent ¢ AA Å aa å o ø O Ø ae æ AE Æ oe œ ss ß backslash \\ Diamond ◇
    star ⋆ bigstar ★ bullet • hearts ♥ heartsuit ♥ diamondsuit ♦ clubsuit ♣ spadesuit ♠ male ♂ female ♀
    mars ♂ venus ♀ complement ∁ mho ℧ eth ð wp ℘ surd √ ohm Ω
    pm ± mp ∓ times × div ÷ cdot · ast ∗ circ ∘ cap ∩ cup ∪ uplus ⊎ wedge ∧ land ∧ vee ∨ lor ∨ setminus ∖
    smallsetminus ∖ oplus ⊕ ominus ⊖ otimes ⊗ oslash ⊘ odot ⊙ amalg ⨿ diamond ⋄ sqcap ⊓ sqcup ⊔
    bigtriangleup △ triangleleft ◁ triangleright ▷
    leq ≤ le ≤ geq ≥ ge ≥ leqslant ⩽ geqslant ⩾ neq ≠ ne ≠ equiv ≡ approx ≈ sim ∼ simeq ≃ cong ≅ propto ∝
    ll ≪ gg ≫ in ∈ notin ∉ ni ∋ subset ⊂ supset ⊃ subseteq ⊆ supseteq ⊇ subsetneq ⊊ nsubseteq ⊈ perp ⟂
    parallel ∥ nparallel ∦ mid ∣ nmid ∤ vdash ⊢ models ⊨ asymp ≍ doteq ≐ prec ≺ succ ≻ triangleq ≜
    therefore ∴ because ∵ lesssim ≲ gtrsim ≳ coloneqq ≔ approxeq ≊ backsim ∽
    to → rightarrow → leftarrow ← gets ← leftrightarrow ↔ longrightarrow ⟶ longleftarrow ⟵
    longleftrightarrow ⟷ Rightarrow ⇒ Leftarrow ⇐ Leftrightarrow ⇔ Longrightarrow ⟹ Longleftarrow ⟸
    Longleftrightarrow ⟺ implies ⟹ impliedby ⟸ iff ⟺ mapsto ↦ longmapsto ⟼ uparrow ↑ downarrow ↓
    updownarrow ↕ Uparrow ⇑ Downarrow ⇓ nearrow ↗ searrow ↘ swarrow ↙ nwarrow ↖ rightleftharpoons ⇌
    leftrightharpoons ⇋ rightharpoonup ⇀ leftharpoonup ↼ rightharpoondown ⇁ hookrightarrow ↪
    hookleftarrow ↩ twoheadrightarrow ↠ frown ⌢ smile ⌣
    rightleftarrows ⇄ curvearrowright ↷ circlearrowleft ↺ circlearrowright ↻ leadsto ⇝
    langle ⟨ rangle ⟩ lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉ lbrace { rbrace } lbrack [ rbrack ] lvert | rvert |
    lVert ‖ rVert ‖ vert | Vert ‖
    ldots … dots … cdots ⋯ vdots ⋮ ddots ⋱ dotsc … dotsb ⋯ colon :
    sum ∑ prod ∏ coprod ∐ int ∫ iint ∬ iiint ∭ oint ∮ oiint ∯ oiiint ∰ bigcup ⋃ bigcap ⋂ bigoplus ⨁
    bigotimes ⨂ bigvee ⋁ bigwedge ⋀
    """
)
"""A command without arguments, and its character."""

ESCAPED: Final = {c: c for c in "{}%#$&_"} | {"|": "‖"}
GAPS: Final = {
    ",": 1 / 6, "thinspace": 1 / 6, ":": 2 / 9, ">": 2 / 9, "medspace": 2 / 9, ";": 5 / 18,
    "thickspace": 5 / 18, "!": -1 / 6, "negthinspace": -1 / 6, " ": 0.25, "~": 0.25, "space": 0.25,
    "nobreakspace": 0.25, "enspace": 0.5, "enskip": 0.5, "quad": 1.0, "qquad": 2.0,
}  # fmt: skip
"""Spaces in ems."""

FUNCTIONS: Final = words(
    """
    sin cos tan cot sec csc arcsin arccos arctan arccot sinh cosh tanh coth log ln lg exp lim max min
    sup inf det dim ker gcd lcm deg arg mod hom Pr limsup liminf sgn tr rank curl div grad erf cosec
    sech csch
    """
)
LIMIT_FUNCTIONS: Final = frozenset(
    ["lim", "max", "min", "sup", "inf", "det", "gcd", "Pr", "limsup", "liminf"]
)

ACCENTS: Final = {
    "hat": "\u0302", "bar": "\u0304", "tilde": "\u0303", "vec": "\u20d7", "dot": "\u0307", "ddot": "\u0308",
    "acute": "\u0301", "grave": "\u0300", "breve": "\u0306", "check": "\u030c", "mathring": "\u030a",
    "widehat": "\u0302", "widetilde": "\u0303", "overrightarrow": "→", "overleftarrow": "←",
    "overleftrightarrow": "↔", "overarc": "⌢", "wideparen": "⌢", "overparen": "⌢", "arc": "⌢",
}  # fmt: skip
"""Accents and the marks that draw them."""
WIDE_ACCENTS: Final = words(
    """
    widehat widetilde overrightarrow overleftarrow overleftrightarrow overarc wideparen overparen arc
    """
)

FACES: Final = pairs(
    """
    mathrm roman rm roman text roman textrm roman mbox roman textnormal roman hbox roman mathbf bold bf
    bold textbf bold boldsymbol bolditalic bm bolditalic pmb bolditalic mathit italic it italic textit
    italic emph italic textsl italic mathsf sans textsf sans sf sans mathtt mono texttt mono tt mono
    mathnormal italic textup roman operatorname roman mathbfit bolditalic bold bold
    """
)
TEXT_COMMANDS: Final = words(
    """
    text textrm mbox textnormal hbox textbf textit emph textsl textsf texttt textup
    """
)
SWITCHES: Final = frozenset(["rm", "bf", "it", "sf", "tt"])

ALPHABETS: Final = {
    "mathbb": ("𝔸", "𝕒", {"C": "ℂ", "H": "ℍ", "N": "ℕ", "P": "ℙ", "Q": "ℚ", "R": "ℝ", "Z": "ℤ"}),
    "mathcal": ("𝒜", "𝒶", {"B": "ℬ", "E": "ℰ", "F": "ℱ", "H": "ℋ", "I": "ℐ", "L": "ℒ", "M": "ℳ", "R": "ℛ",
                "e": "ℯ", "g": "ℊ", "o": "ℴ"}),
    "mathfrak": ("𝔄", "𝔞", {"C": "ℭ", "H": "ℌ", "I": "ℑ", "R": "ℜ", "Z": "ℨ"}),
}  # fmt: skip
ALPHABET_ALIASES: Final = {"Bbb": "mathbb", "mathscr": "mathcal", "cal": "mathcal", "frak": "mathfrak"}

COMMAND: Final = re.compile(r"\\(?:[A-Za-z]+|.|$)", re.DOTALL)
"""A backslash and a name, or one other character."""
IGNORED: Final = words(
    """
    tiny scriptsize footnotesize small normalsize large Large LARGE huge Huge nonumber notag left.
    right. textstyle scriptstyle scriptscriptstyle mathstrut strut nolimits relax mathopen mathclose
    mathord mathrel mathbin mathop mathinner allowbreak nobreak noindent centering cr protect boldmath
    """
)
"""Commands that only tune the look; dropping them keeps the meaning."""

SIZED_DELIMITERS: Final = frozenset(
    f"{size}{side}" for size in ("big", "Big", "bigg", "Bigg") for side in ("", "l", "r", "m")
)

RELATIONS: Final = frozenset("=<>≤≥⩽⩾≠≡≈∼≃≅∝≪≫∈∉∋⊂⊃⊆⊇⊊⊈⟂∥∦∣∤⊢⊨≍≐≺≻≜∴∵≲≳≔≊∽→←↔⟶⟵⟷⇒⇐⇔⟹⟸⟺↦⟼↗↘↙↖⇌⇋⇀↼⇁↪↩⇄⇝↠:")
BINARIES: Final = frozenset("+−±∓×÷·∗∘∩∪⊎∧∨∖⊕⊖⊗⊘⊙⨿⋄⊓⊔⋆")
BIG_OPERATORS: Final = frozenset("∑∏∐⋃⋂⨁⨂⋁⋀∫∬∭∮∯∰")
INTEGRALS: Final = frozenset("∫∬∭∮∯∰")
OPENERS: Final = frozenset("([{⟨⌊⌈")
CLOSERS: Final = frozenset(")]}⟩⌋⌉")

SUPERSCRIPTS: Final = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱˣʸᵃᵇᶜᵈᵉᵏᵐᵗᵀ", "0123456789+−=()nixyabcdekmtT", strict=True))
SUBSCRIPTS: Final = dict(
    zip("₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₒₓₕₖₗₘₙₚₛₜᵢⱼᵣᵤᵥ", "0123456789+−=()aeoxhklmnpstijruv", strict=True)
)

GREEK_SMALL: Final = frozenset("αβγδεζηθικλμνξοπρσςτυφχψωϕϵϑϱϖ∂")
GREEK_CAPITAL: Final = frozenset("ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ")


def sign_class(char: str) -> Cls:
    """Return how a sign is spaced in a formula.

    >>> sign_class("≤"), sign_class("x")
    (<Cls.REL: 3>, <Cls.ORD: 0>)
    """
    if char in RELATIONS:
        return Cls.REL
    if char in BINARIES:
        return Cls.BIN
    if char in OPENERS:
        return Cls.OPEN
    if char in CLOSERS:
        return Cls.CLOSE
    if char in BIG_OPERATORS:
        return Cls.OP
    return Cls.PUNCT if char in ",;" else Cls.ORD


def in_alphabet(alphabet: str, char: str) -> str:
    """Return a letter in blackboard bold, script or Fraktur; other characters stay.

    >>> in_alphabet("mathbb", "R")
    'ℝ'
    """
    capital, small, special = ALPHABETS[ALPHABET_ALIASES.get(alphabet, alphabet)]
    if char in special:
        return special[char]
    if "A" <= char <= "Z":
        return chr(ord(capital) + ord(char) - ord("A"))
    if "a" <= char <= "z":
        return chr(ord(small) + ord(char) - ord("a"))
    return char
