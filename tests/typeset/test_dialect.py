"""What a label means: which characters are variables, which are words, units, numbers or scripts."""

import pytest
from diagrammar.compiler.typeset import Style, typeset


def fonts(label: str, style: Style | None = None) -> str:
    """Return the label's characters in order, those in italics marked by a leading slash."""
    text = typeset(label, style or Style())
    return " ".join(("/" if run.font == "italic" else "") + run.text for run in text.runs)


@pytest.mark.parametrize("symbol", ["A", "v", "θ", "ω", "x", "F"])
def test_a_label_of_one_letter_is_a_variable(symbol: str) -> None:
    assert fonts(symbol) == f"/{symbol}"


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("v_0", "/v 0"),
        ("F_N", "/F /N"),
        ("v_max", "/v max"),
        ("E_{n=1}", "/E /n = 1"),
        ("d'", "/d ′"),
        ("x₁", "/x 1"),
        ("R1", "/R 1"),
    ],
)
def test_a_variable_keeps_its_scripts(label: str, expected: str) -> None:
    assert fonts(label) == expected


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("v = 5 m/s", "/v = 5 m/s"),
        ("θ = 30°", "/θ = 30°"),
        ("m = 2 kg", "/m = 2 kg"),
        ("T = 20 °C", "/T = 20 °C"),
        ("V = ? L", "/V = ? L"),
        ("a = 9.8 m/s^2", "/a = 9.8 m/s 2"),
        ("E (eV)", "/E (eV)"),
        ("t (s)", "/t (s)"),
    ],
)
def test_a_symbol_is_italic_and_its_unit_upright(label: str, expected: str) -> None:
    assert fonts(label) == expected


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("2R", "2 /R"),
        ("R_1 = 4R", "/R 1 = 4 /R"),
        ("3x", "3 /x"),
        ("2d", "2 /d"),
        ("2πr", "2 /πr"),
        ("3d", "3d"),
        ("6V", "6V"),
        ("3D", "3D"),
    ],
)
def test_a_number_glued_to_a_letter_multiplies_it_unless_it_counts_units_or_shells(
    label: str, expected: str
) -> None:
    assert fonts(label) == expected


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("about x = 4 by the shell method", "about /x = 4 by the shell method"),
        ("ax + by = c", "/ax + /by = /c"),
    ],
)
def test_by_is_a_product_only_in_a_formula(label: str, expected: str) -> None:
    assert fonts(label) == expected


@pytest.mark.parametrize(
    "label", ["frictionless", "total mass", "Reservoir A", "option B", "B cell", "(a) none", "H2O"]
)
def test_prose_stays_upright(label: str) -> None:
    assert {run.font for run in typeset(label).runs} == {"roman"}


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("f(x) = 3x^2 - 8x", "/f ( /x ) = 3 /x 2 − 8 /x"),
        ("500 tan θ = y", "500 tan /θ = /y"),
        ("E = mc^2", "/E = /mc 2"),
        ("F = ma", "/F = /ma"),
        ("point P", "point /P"),
        ("x-axis", "/x -axis"),
        ("height = h", "height = /h"),
        ("y(x, t) = ?", "/y ( /x , /t ) = ?"),
    ],
)
def test_formulas_without_dollar_signs_are_recognised(label: str, expected: str) -> None:
    assert fonts(label) == expected


@pytest.mark.parametrize("label", ["10^24 kg", "10²⁴ kg", "10^{24} kg"])
def test_three_dialects_of_a_power_look_the_same(label: str) -> None:
    assert typeset(label).runs == typeset("10^24 kg").runs


def test_a_hyphen_before_a_number_is_a_minus_sign() -> None:
    assert fonts("-8") == "−8"
    assert fonts("2 × 10^-4") == "2 × 10 −4"


@pytest.mark.parametrize("label", ["3-methylpentane", "self-incompatibility", "10.00-ohm"])
def test_a_hyphen_in_a_word_stays_a_hyphen(label: str) -> None:
    assert fonts(label) == label


@pytest.mark.parametrize(
    "label", ["$5,000", "G = $200", "First Cost | $10,000 | $15,000", "between $5 and $7"]
)
def test_money_is_printed_with_its_sign(label: str) -> None:
    assert "".join(run.text for run in typeset(label).runs).count("$") == label.count("$")


def test_dollar_signs_make_a_formula() -> None:
    assert fonts("mass $m$ of $KMnO_4$") == "mass /m of KMnO 4"


@pytest.mark.parametrize("label", ["CO_3^{2-}", "$CO_3^{2-}$", "Cr_2O_7^2-", "[H_2SO_4]"])
def test_chemical_formulas_are_upright(label: str) -> None:
    assert "italic" not in {run.font for run in typeset(label).runs}


def test_products_of_indexed_variables_are_not_chemistry() -> None:
    assert fonts("P_1V_1 = P_2V_2") == "/P 1 /V 1 = /P 2 /V 2"


def test_the_chemistry_style_lowers_digits() -> None:
    assert fonts("H2O") == "H2O"
    lowered = typeset("H2O", Style(chemistry=True)).runs
    assert [run.text for run in lowered] == ["H", "2", "O"]
    assert lowered[1].y < 0


def test_a_chemical_equation_lowers_digits_by_itself() -> None:
    assert fonts("2 H2 + O2 -> 2 H2O") == "2 H 2 + O 2 → 2 H 2 O"


def test_electron_configurations_are_upright() -> None:
    assert "italic" not in {run.font for run in typeset("1s^2 2s^2 2p^6").runs}
    assert "italic" not in {run.font for run in typeset("$1s^2 2s^2 2p^6$").runs}


def test_underscores_are_a_blank_to_fill_in() -> None:
    text = typeset("W = _____")
    assert fonts("W = _____") == "/W ="
    assert len(text.rules) == 1
    assert text.rules[0][2] - text.rules[0][0] > 6


def test_cjk_and_missing_signs_come_from_their_fonts() -> None:
    runs = {run.text: run.font for run in typeset("静 $L$ ☐").runs}
    assert runs == {"静": "cjk", "L": "italic", "☐": "sans"}


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("S^2", "/S 2"),
        ("N/C", "N/C"),
        ("n-1", "/n − 1"),
        ("AB = 5 cm", "/AB = 5 cm"),
        ("y = mx + b", "/y = /mx + /b"),
        ("^14C", "14 C"),
        ("H+ + OH- -> H2O", "H + + OH − → H 2 O"),
        ("3.2 x 10^-4 mol", "3.2 × 10 −4 mol"),
        ("flux of F through S", "flux of /F through /S"),
        ("½mv²", "½ /mv 2"),
    ],
)
def test_neighbours_decide_what_a_letter_means(label: str, expected: str) -> None:
    assert fonts(label) == expected
