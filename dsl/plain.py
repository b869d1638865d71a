"""Running text without its markup: LaTeX, dataset tags and typographic variants reduced to plain signs.

Every character of the plain text knows which characters of the original it stands for, so that what is
found in it can be pointed at. Nothing is lost on purpose but markup; nothing is ever refused.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from typing import Final

_DEEPEST: Final = 12

_SIGNS: Final[dict[str, str]] = {
    "µ": "μ", "\u2126": "Ω", "\u212b": "Å", "º": "°", "˚": "°", "⋅": "·", "∙": "·", "•": "·",
    "−": "-", "‐": "-", "‑": "-", "–": "-", "—": "-", "∕": "/", "⁄": "/", "÷": "/", "’": "'", "′": "'",
    "ϕ": "φ", "ϵ": "ε", "∆": "Δ", "½": "1/2", "⅓": "1/3", "⅔": "2/3", "¼": "1/4", "¾": "3/4", "⅕": "1/5",
    "⅙": "1/6", "⅛": "1/8", "⅜": "3/8", "⅝": "5/8", "⅞": "7/8",
}  # fmt: skip
_RAISED: Final = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺ⁿˣʸ", "0123456789-+nxy"))
_LOWERED: Final = dict(zip("₀₁₂₃₄₅₆₇₈₉₊₋", "0123456789+-"))

_COMMANDS: Final[dict[str, str]] = {
    "times": "×", "cdot": "·", "cdotp": "·", "div": "/", "pm": "±", "circ": "°", "degree": "°", "le": "≤",
    "leq": "≤", "leqslant": "≤", "ge": "≥", "geq": "≥", "geqslant": "≥", "ne": "≠", "neq": "≠", "approx": "≈",
    "to": "→", "rightarrow": "→", "longrightarrow": "→", "infty": "∞", "ell": "l", "ohm": "Ω", "percent": "%",
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "varepsilon": "ε", "zeta": "ζ",
    "eta": "η", "theta": "θ", "vartheta": "θ", "kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ",
    "pi": "π", "rho": "ρ", "sigma": "σ", "tau": "τ", "phi": "φ", "varphi": "φ", "chi": "χ", "psi": "ψ",
    "omega": "ω", "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ", "Sigma": "Σ", "Phi": "Φ",
    "Psi": "Ψ", "Omega": "Ω", "Pi": "Π", "quad": " ", "qquad": " ", "space": " ", "in": "∈", "cup": "∪",
    "cap": "∩", "langle": "⟨", "rangle": "⟩",
}  # fmt: skip
_SILENT: Final = frozenset((
    "rm", "bf", "it", "sf", "tt", "text", "textrm", "textbf", "textit", "mathrm", "mathbf", "mathit",
    "mathsf", "mathbb", "mathcal", "mbox", "hbox", "operatorname", "displaystyle", "textstyle", "large",
    "Large", "small", "left", "right", "big", "Big", "bigg", "Bigg", "limits", "boldsymbol", "bm",
    "underline", "overline", "vec", "hat", "bar", "unit", "si", "num", "boxed",
))  # fmt: skip
_TOKEN: Final = re.compile(
    r"(?P<tag>\{/?eq\})"
    r"|(?P<degree>\^ ?\{? ?(?:\\circ|\\degree|°|o(?![A-Za-z]))(?: ?\})?)"
    r"|(?P<fraction>\\[dtc]?frac(?![A-Za-z]))"
    r"|(?P<root>\\sqrt(?![A-Za-z]))"
    r"|(?P<script>[\^_] ?\{)"
    r"|\\(?P<command>[A-Za-z]+)"
    r"|(?P<space>\\[ ,;:!]|\\\\|~|\s+)"
    r"|(?P<escaped>\\[%$&#_{}])"
    r"|(?P<fence>\\[()\[\]]|\$\$?)"
    r"|(?P<brace>[{}])"
    r"|(?P<raised>[⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺ⁿˣʸ]+)"
    r"|(?P<lowered>[₀₁₂₃₄₅₆₇₈₉₊₋]+)"
    r"|(?P<other>.)",
    re.DOTALL,
)


@dataclass(frozen=True)
class Plain:
    """Plain text, and for each of its characters the range of the original that it stands for."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Return the range of the original that `text[start:end]` came from."""
        if start >= end:
            return (0, 0)
        return min(self.starts[start:end]), max(self.ends[start:end])

    def at(self, offset: int) -> int:
        """Return the first plain character that comes from `offset` of the original or later."""
        return bisect_left(self.starts, offset)


def plain(text: str) -> Plain:
    r"""Return a text without markup.

    >>> plain(r"$1.25 \times 10^{25}$ {eq}\rm kg\ m{eq}^2").text
    '1.25 × 10^25 kg m^2'
    >>> plain("10²⁴ and 60{eq}^{\\circ}{/eq}, costs $5").text
    '10^24 and 60°, costs $5'
    """
    writer = _Writer(text, _math_dollars(text))
    writer.write(0, len(text), 0)
    return Plain("".join(writer.out), tuple(writer.starts), tuple(writer.ends))


_DOLLAR: Final = re.compile(r"(?<!\\)\$")
_MONEY: Final = re.compile(r"\$ ?\d[\d,]*(?:\.\d+)?(?![\d^_\\])")
_WORDS: Final = re.compile(r"(?<![\\A-Za-z])[A-Za-z]{3,}")
_MATHS: Final = re.compile(r"[\\^_=+*<>{}−-]|^\S*[^-–/,(\s]$|^\d[\d.]* ?[A-Za-z]$")


def _math_dollars(text: str) -> frozenset[int]:
    """Return the offsets of the dollar signs that fence formulas; the others are money."""
    at = [found.start() for found in _DOLLAR.finditer(text)]
    fences: set[int] = set()
    i = 0
    while i < len(at):
        inside = text[at[i] + 1 : at[i + 1]] if i + 1 < len(at) else ""
        money = _MONEY.match(text, at[i])
        formula = bool(_MATHS.search(inside)) and not _WORDS.search(inside)
        if i + 1 < len(at) and (formula or not money):
            fences.update(at[i : i + 2])
            i += 2
            continue
        if not money:
            fences.add(at[i])
        i += 1
    return frozenset(fences)


@dataclass
class _Writer:
    """Writes plain characters one after the other, each with its place."""

    source: str
    fences: frozenset[int]
    out: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)

    def put(self, text: str, start: int, end: int) -> None:
        if text == " " and (not self.out or self.out[-1] == " "):
            return
        for char in text:
            self.out.append(char)
            self.starts.append(start)
            self.ends.append(end)

    def write(self, at: int, stop: int, depth: int) -> None:
        while at < stop:
            token = _TOKEN.match(self.source, at, stop)
            if token is None:
                break
            at = self._token(token, stop, depth)

    def _token(self, token: re.Match[str], stop: int, depth: int) -> int:
        """Write one token and return where the next begins."""
        kind, start, end = token.lastgroup, token.start(), token.end()
        if kind == "fraction" and depth < _DEEPEST:
            return self._fraction(start, end, stop, depth)
        if kind == "root" and depth < _DEEPEST:
            self.put("√", start, end)
            return self._group(end, stop, depth, wrap=True)
        if kind == "script" and depth < _DEEPEST:
            self.put(self.source[start], start, end)
            return self._group(end - 1, stop, depth, wrap=True)
        self.put(self._sign(token), start, end)
        return end

    def _sign(self, token: re.Match[str]) -> str:
        kind, text = token.lastgroup, token.group()
        match kind:
            case "degree":
                return "°"
            case "command":
                name = token.group("command")
                return _COMMANDS.get(name, "" if name in _SILENT else name)
            case "space":
                return " "
            case "escaped":
                return text[1]
            case "fence":
                return "" if text != "$" or token.start() in self.fences else "$"
            case "raised":
                return "^" + "".join(_RAISED[char] for char in text)
            case "lowered":
                return "_" + "".join(_LOWERED[char] for char in text)
            case "other":
                return self._other(text)
        return ""

    def _other(self, text: str) -> str:
        sign = _SIGNS.get(text, text)
        mixed = len(sign) > 1 and self.out and self.out[-1].isdigit()
        return " " + sign if mixed else sign

    def _fraction(self, start: int, end: int, stop: int, depth: int) -> int:
        middle = self._group(end, stop, depth, wrap=True)
        self.put("/", start, end)
        return self._group(middle, stop, depth, wrap=True)

    def _group(self, at: int, stop: int, depth: int, *, wrap: bool) -> int:
        """Write a braced group, or the next character; brackets where the group is more than a word."""
        while at < stop and self.source[at] == " ":
            at += 1
        if at >= stop:
            return stop
        if self.source[at] != "{":
            token = _TOKEN.match(self.source, at, stop)
            return self._token(token, stop, depth + 1) if token else stop
        close = _closing(self.source, at, stop)
        inner = self.source[at + 1 : close]
        compound = wrap and not re.fullmatch(r"\s*[-+−]?(?:[\w.]*|\\[A-Za-z]+)\s*", inner)
        self.put("(" if compound else "", at, at + 1)
        self.write(at + 1 + len(inner) - len(inner.lstrip()), at + 1 + len(inner.rstrip()), depth + 1)
        self.put(")" if compound else "", min(close, stop - 1), min(close + 1, stop))
        if self.ends:
            self.ends[-1] = max(self.ends[-1], min(close + 1, stop))
        return min(close + 1, stop)


def _closing(text: str, at: int, stop: int) -> int:
    """Return the offset of the brace that closes the one at `at`, or the end."""
    depth = 0
    for i in range(at, stop):
        if text[i] == "{":
            depth += 1
        elif text[i] == "}":
            depth -= 1
            if depth == 0:
                return i
    return stop
