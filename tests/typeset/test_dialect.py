"""What a label means: which characters are variables, which are words, units, numbers or scripts."""

import pytest
from diagrammar import render
from diagrammar.compiler.typeset import Style, typeset
from diagrammar.compiler.typeset.lexicon import Lexicon, speaking, substances_in
from diagrammar.dsl.scene import TextItem


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
        ("6V", "6 V"),
        ("2.5m", "2.5 m"),
        ("2m", "2m"),
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
    "label",
    ["$5,000", "G = $200", "First Cost | $10,000 | $15,000", "between $5 and $7", "−$3.6 million, then $2"],
)
def test_money_is_printed_with_its_sign(label: str) -> None:
    assert "".join(run.text for run in typeset(label).runs).count("$") == label.count("$")


def test_dollar_signs_make_a_formula() -> None:
    assert fonts("mass $m$ of $KMnO_4$") == "mass /m of KMnO 4"
    assert fonts("queries: $1 + (3)1 + 9(1)$") == "queries: 1 + (3)1 + 9(1)"
    assert fonts("costs $5, x = $y$") == "costs $5, /x = /y"


@pytest.mark.parametrize("label", ["CO_3^{2-}", "$CO_3^{2-}$", "Cr_2O_7^2-", "[H_2SO_4]"])
def test_chemical_formulas_are_upright(label: str) -> None:
    assert "italic" not in {run.font for run in typeset(label).runs}


def test_products_of_indexed_variables_are_not_chemistry() -> None:
    assert fonts("P_1V_1 = P_2V_2") == "/P 1 /V 1 = /P 2 /V 2"


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("H2O", "H 2 O"),
        ("10 mL of H2SO4", "10 mL of H 2 SO 4"),
        ("Ca2+", "Ca 2+"),
        ("Na+ and Cl-", "Na + and Cl −"),
        ("SO4^2-", "SO 2− 4"),
        ("grade A+", "grade A+"),
        ("O2", "/O 2"),
    ],
)
def test_indices_and_charges_of_substances_are_set_as_such(label: str, expected: str) -> None:
    assert fonts(label) == expected


def test_an_index_stands_low() -> None:
    assert [run.y < 0 for run in typeset("H2O").runs] == [False, True, False]


def test_the_chemistry_style_lowers_all_digits() -> None:
    assert fonts("O2", Style(chemistry=True)) == "O 2"


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
        ("2 x 3 matrix", "2 × 3 matrix"),
        ("- 5 V", "−5 V"),
        ("9.8m/s^2", "9.8 m/s 2"),
        ("kg m^2", "kg m 2"),
        ("det (xI - A) = 0", "det ( /xI − /A ) = 0"),
        (r"\iiint_E xyz dV", "∭ /E /xyz /dV"),
        ("p = -4w^3 + 4s^2", "/p = −4 /w 3 + 4 /s 2"),
        ("AB + BC > AC", "/AB + /BC > /AC"),
        ("income, Y", "income, /Y"),
        ("the x-y plane", "the /x - /y plane"),
        ("xy-plane", "/xy -plane"),
        ("side AB", "side /AB"),
        ("angle ABC", "angle /ABC"),
        ("5m x 3m", "5m × 3m"),
        ("25^o C", "25 °C"),
        (r"$25^\circ C$", "25 °C"),
        (r"$10 \Omega$", "10 Ω"),
        (r"$5\,\mu F$", "5 μF"),
        ("$5cm$", "5 cm"),
        ("$3.2 x 10^{-4}$", "3.2 × 10 −4"),
        ("5.60x10$^{-5}$ m", "5.60 × 10 −5 m"),
        ('number of "1"s chosen', "number of “1”s chosen"),
        ("speed in m/s = ?", "speed in m/s = ?"),
        ("distance in m", "distance in m"),
        ("in s seconds", "in s seconds"),
    ],
)
def test_neighbours_decide_what_a_letter_means(label: str, expected: str) -> None:
    assert fonts(label) == expected


POINTS = Lexicon(frozenset("ABCQSsm"), frozenset("ABCQ"))
"""What a picture with points A, B, C, Q and quantities S, s, m has."""


@pytest.mark.parametrize(
    ("label", "alone", "in_picture"),
    [
        ("walk along ABC", "walk along ABC", "walk along /ABC"),
        ("four charges Q at the corners", "four charges Q at the corners", "four charges /Q at the corners"),
        ("at rest at A", "at rest at A", "at rest at /A"),
        ("A is moved to B", "A is moved to /B", "/A is moved to /B"),
        ("A ball rolls", "A ball rolls", "A ball rolls"),
        ("find m and S", "find /m and S", "find /m and /S"),
        ("m = 5 m after 4 s", "/m = 5 m after 4 s", "/m = 5 m after 4 s"),
        ("orbit 4s^2", "orbit 4s 2", "orbit 4 /s 2"),
        ("AgI(s)", "AgI(s)", "AgI(s)"),
        ("B cell", "B cell", "B cell"),
    ],
)
def test_symbols_of_a_picture_look_alike_in_its_prose(label: str, alone: str, in_picture: str) -> None:
    assert fonts(label) == alone
    with speaking(lambda: POINTS):
        assert fonts(label) == in_picture


def test_a_picture_s_own_points_and_formulas_are_its_symbols() -> None:
    text = 'point A, Q\nsegment s(A, Q, 5 cm)\ngiven("t = 3 s")\nask("the charge at Q after t")'
    scene = render(text).scene
    found = {
        run.text
        for item in scene.items
        if isinstance(item, TextItem)
        for run in item.runs
        if run.font == "italic"
    }
    assert {"A", "Q", "t"} <= found
    assert not any(
        "Q" in run.text
        for item in scene.items
        if isinstance(item, TextItem)
        for run in item.runs
        if run.font == "roman"
    )


@pytest.mark.parametrize(
    ("label", "alone", "beside_a_reaction"),
    [("F2", "/F 2", "F 2"), ("1.0 moles F2", "1.0 moles F2", "1.0 moles F 2"), ("F1", "/F 1", "/F 1")],
)
def test_what_a_reaction_names_is_a_substance_in_the_whole_picture(
    label: str, alone: str, beside_a_reaction: str
) -> None:
    assert fonts(label) == alone
    with speaking(lambda: Lexicon(substances=frozenset(substances_in(["2 Li(s) + F2(g) -> 2 LiF(s)"])))):
        assert fonts(label) == beside_a_reaction
