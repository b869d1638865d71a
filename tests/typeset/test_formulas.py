"""LaTeX as authors write it: translated or refused, never printed wrong."""

import pytest
from diagrammar.compiler.typeset import check_text, is_printable, typeset


def codes(source: str) -> list[str]:
    return [found.code for found in check_text(source)]


@pytest.mark.parametrize(
    ("loose", "strict"),
    [
        (r"$\frac34$", r"$\frac{3}{4}$"),
        (r"$\frac \pi 6$", r"$\frac{\pi}{6}$"),
        (r"$\frac {x^4} 8$", r"$\frac{x^4}{8}$"),
        (r"$\sqrt 2$", r"$\sqrt{2}$"),
        (r"$\mathbf F$", r"$\mathbf{F}$"),
        (r"$\underline a$", r"$\underline{a}$"),
        (r"$\mathrm d x$", r"$\mathrm{d} x$"),
        (r"$x \le 2$", r"$x \leq 2$"),
        (r"$\tfrac{1}{2}$", r"$\frac{1}{2}$"),
        (r"${n \choose k}$", r"$\binom{n}{k}$"),
        (r"$\lvert x \rvert$", "$|x|$"),
        (r"$\large x$", "$x$"),
        (r"$45^\circ$", "45°"),
        (r"$45^o$", "45°"),
        (r"\(x\)", "$x$"),
        ("{eq}x^2{/eq}", "$x^2$"),
        (r"$9.8\ m/s^2$", "9.8 m/s^2"),
        ("$\\int\\limits_0^1 x$", "$\\int\\limits_{0}^{1} x$"),
    ],
)
def test_loose_latex_means_the_same_as_strict(loose: str, strict: str) -> None:
    assert codes(loose) == []
    assert typeset(loose).runs == typeset(strict).runs


@pytest.mark.parametrize(
    "source",
    [
        r"$\displaystyle \sum_{n=1}^{\infty} \frac{1}{n^2}$",
        r"$\lim_{x\to 0} \frac{\sin x}{x}$",
        r"$\vec{F} \cdot \hat{n} = \overline{AB}$",
        r"$\left\{ x \in \mathbb R \mid x > 0 \right\}$",
        r"$A \xrightarrow[cold]{heat} B$",
        r"$\boxed{x} \cancel{y} \ce{2H2 + O2 -> 2H2O}$",
        r"$\textbf{bold} \text{ if } x\hspace{1em} \implies y$",
        r"\iiint_E xyz\,dV",
        r"E_n = -\frac{13.6\ eV}{n^2}",
        r"$\unicode{x222F}_S$",
        r"$\left.\frac{dy}{dx}\right|_{x=0}$",
        r"$a \\ b$",
        r"$\not= \not\in$",
        r"$\substack{i \\ j}$",
    ],
)
def test_common_constructs_are_printable(source: str) -> None:
    assert codes(source) == []
    assert typeset(source).runs


@pytest.mark.parametrize(
    ("source", "code"),
    [
        (r"$\frobnicate x$", "TXT001"),
        (r"$\frac{1}{2$", "TXT002"),
        (r"$x}$", "TXT002"),
        (r"$\left( x$", "TXT002"),
        (r"$\begin{tabular}{c} 1 \\ 2 \end{tabular}$", "TXT003"),
        ("eye 🧿", "TXT004"),
        (r"$\frac{1}$", "TXT005"),
        ("x^", "TXT005"),
        (r"$\text{a \frob}$", "TXT001"),
        (r"sqrt(\frob 2)", "TXT001"),
        (r"x^\frac{1}", "TXT005"),
        (r"$\substack{\frob \\ j}$", "TXT001"),
        ("x" * 3000, "TXT006"),
        ("$x^2 is steep", "TXT007"),
    ],
)
def test_what_cannot_be_set_is_reported(source: str, code: str) -> None:
    assert code in codes(source)
    typeset(source)


def test_an_environment_names_the_entity_to_use() -> None:
    (found,) = check_text(r"$\begin{tabular}{c} 1 \end{tabular}$")
    assert "`table`" in found.hints[0]


@pytest.mark.parametrize(
    "source",
    [
        r"$\frac12\begin{vmatrix} x_1 & y_1 & 1 \\ x_2 & y_2 & 1 \\ x_3 & y_3 & 1 \end{vmatrix}$",
        r"$f(x) = \begin{cases} x^2 & x < 0 \\ \sin x & x \ge 0 \end{cases}$",
        r"$\begin{pmatrix} 1 & \begin{pmatrix} a \\ b \end{pmatrix} \\ 2 & 3 \end{pmatrix}$",
        r"$\begin{array}{lr} 1 & 22 \\ 333 & 4 \end{array}$",
        r"$\begin{aligned} a &= b \\ &= c + d \end{aligned}$",
    ],
)
def test_matrices_and_cases_are_set(source: str) -> None:
    assert codes(source) == []
    assert typeset(source).height > 1.8 * typeset("$x$").height


def test_an_environment_that_never_ends_is_reported() -> None:
    (found,) = check_text(r"$\begin{pmatrix} 1 & 2$")
    assert found.code == "TXT002"


def test_the_span_points_into_the_quoted_string() -> None:
    from diagrammar.dsl.source import Span

    source = r"$a \frob b$"
    (found,) = check_text(source, Span(start=10, end=10 + len(source) + 2))
    assert found.span == Span(start=11 + 3, end=11 + 8)


@pytest.mark.parametrize("source", ["v_0 = 3 m/s", "$x^2$", "静", "x → y", "A_1 | lethal"])
def test_plain_labels_are_printable(source: str) -> None:
    assert is_printable(source)


def test_every_known_character_has_a_glyph() -> None:
    from diagrammar.compiler.typeset import symbols
    from diagrammar.compiler.typeset.checking import KNOWN
    from diagrammar.compiler.typeset.glyphs import find_glyph

    marks = set(symbols.ACCENTS.values())
    assert [char for char in sorted(KNOWN | marks) if find_glyph("roman", char) is None] == []


def test_checking_common_labels_opens_no_font() -> None:
    import subprocess
    import sys

    script = (
        "import sys; from diagrammar.compiler.typeset import check_text\n"
        "assert not check_text('v = 5 m/s, θ → $\\\\frac{1}{2}$')\n"
        "assert 'matplotlib' not in sys.modules and 'numpy' not in sys.modules"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


def test_every_code_is_documented_once() -> None:
    from diagrammar.compiler.typeset import CODES
    from diagrammar.compiler.typeset.codes import BY_FAULT

    assert len({code.code for code in CODES}) == len(CODES)
    assert set(BY_FAULT.values()) == set(CODES)
