"""The command line, run as a user runs it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from diagrammar import cli
from diagrammar.output import BUG, OK, USAGE, WRONG

GOOD = "triangle ABC(AB = 3 cm, BC = 4 cm, CA = 5 cm)\n"
BAD = "point A\nsegment s(A, ABX)\ncircle c(center = )\n"


class Shell:
    """Runs commands in a folder and keeps what they print."""

    def __init__(self, folder: Path, capture: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self.capture = capture
        self.out = self.err = ""

    def __call__(self, *arguments: str) -> int:
        with pytest.MonkeyPatch.context() as patch:
            patch.chdir(self.folder)
            patch.setattr(sys, "argv", ["diagrammar", *arguments])
            with pytest.raises(SystemExit) as left:
                cli.main()
        self.out, self.err = self.capture.readouterr()
        return int(left.value.code or 0)

    def write(self, name: str, text: str) -> None:
        target = self.folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")

    def read(self, name: str) -> str:
        return (self.folder / name).read_text("utf-8")


@pytest.fixture
def shell(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Shell:
    made = Shell(tmp_path, capsys)
    made.write("good.dgm", GOOD)
    made.write("bad.dgm", BAD)
    return made


def test_check_lists_readings_and_texts(shell: Shell) -> None:
    assert shell("check", "good.dgm") == OK
    assert "triangle `ABC`" in shell.out and "3 cm" in shell.out and "ok" in shell.out.splitlines()


def test_quiet_check_of_a_sound_spec_prints_nothing(shell: Shell) -> None:
    assert shell("check", "-q", "good.dgm") == OK
    assert shell.out == ""


def test_check_exits_1_and_points_at_the_error(shell: Shell) -> None:
    assert shell("check", "bad.dgm") == WRONG
    assert "bad.dgm:3:" in shell.out


def test_plain_and_parsed_check_print_the_same(shell: Shell) -> None:
    shell("check", "bad.dgm")
    plain = shell.out
    shell("check", "bad.dgm", "--seed", "0")
    assert shell.out == plain


@pytest.mark.parametrize("format", ["json", "sarif"])
def test_machine_formats_are_json_for_one_and_for_many(shell: Shell, format: str) -> None:
    assert shell("check", "bad.dgm", "--format", format) == WRONG
    assert json.loads(shell.out)
    assert shell("check", "bad.dgm", "good.dgm", "--format", format) == WRONG
    assert json.loads(shell.out)


def test_concise_format_is_a_line_each(shell: Shell) -> None:
    shell("check", "bad.dgm", "--format", "concise")
    assert all(line.startswith("bad.dgm:") for line in shell.out.splitlines())


def test_folders_patterns_and_markdown_are_read(shell: Shell) -> None:
    shell.write("more/deep/one.dgm", GOOD)
    shell.write("page.md", "# A\n```dg\npoint A\n```\ntext\n```dg\npoint B\n```\n")
    assert shell("check", "more", "g*.dgm", "page.md") == OK
    assert shell.out.count("\nok") == 4
    assert "page.md:3" in shell.out and "page.md:7" in shell.out


def test_a_path_that_names_nothing_is_a_usage_error(shell: Shell) -> None:
    assert shell("check", "nothing.dgm") == USAGE
    assert "nothing.dgm" in shell.err


def test_check_fix_mends_the_file(shell: Shell) -> None:
    shell.write("glued.dgm", "segment s(A, B, 5kg)\n")
    assert shell("check", "--fix", "glued.dgm") == OK
    assert shell.read("glued.dgm") == "segment s(A, B, 5 kg)\n"


def test_strict_makes_unknown_words_errors(shell: Shell) -> None:
    shell.write("odd.dgm", "flurble f\n")
    assert shell("check", "odd.dgm") == OK
    assert shell("check", "--strict", "odd.dgm") == WRONG


def test_check_reads_the_problem_and_the_answer(shell: Shell) -> None:
    shell.write("problem.txt", "A triangle has sides 3 cm, 4 cm, 5 cm and a mass of 2.5 kg.")
    shell("check", "good.dgm", "--problem", "problem.txt", "--format", "concise")
    assert "AUD001" in shell.out and "2.5 kg" in shell.out
    shell.write("told.dgm", 'segment s(A, B, "AB = 13.75 cm")\n')
    assert shell("check", "told.dgm", "--answer", "13.75 cm") == WRONG


@pytest.mark.parametrize(
    ("ending", "start"),
    [("png", b"\x89PNG"), ("svg", b"<svg"), ("pdf", b"%PDF"), ("py", b'"""'), ("tex", b"%")],
)
def test_render_draws_what_the_ending_says(shell: Shell, ending: str, start: bytes) -> None:
    assert shell("render", "good.dgm", "--out", f"out/{{stem}}.{ending}") == OK
    data = (shell.folder / "out" / f"good.{ending}").read_bytes()
    assert data.lstrip().startswith((start, b"<?xml", b"#"))


def test_render_writes_nothing_for_a_spec_with_errors(shell: Shell) -> None:
    assert shell("render", "bad.dgm", "good.dgm") == WRONG
    assert sorted(p.name for p in shell.folder.glob("*.png")) == ["good.png"]


def test_render_facts_stand_beside_the_picture(shell: Shell) -> None:
    assert shell("render", "good.dgm", "--facts", "--width", "300") == OK
    assert json.loads(shell.read("good.json"))["size"]["width"] == 300


def test_render_refuses_to_draw_two_specs_into_one_file(shell: Shell) -> None:
    assert shell("render", "good.dgm", "bad.dgm", "--out", "one.png") == USAGE
    assert not (shell.folder / "one.png").exists()


@pytest.mark.parametrize(
    "wrong", [("--out", "a.bmp"), ("--style", "neon"), ("--out", "{x}.png"), ("--width", "2")]
)
def test_render_refuses_wrong_options_before_drawing(shell: Shell, wrong: tuple[str, str]) -> None:
    assert shell("render", "good.dgm", *wrong) == USAGE
    assert shell.out == ""


def test_force_draws_the_best_effort(shell: Shell) -> None:
    shell.write(
        "torn.dgm", "point A, B, C\ndistance(A, B) == 3 cm; distance(B, C) == 3 cm; distance(C, A) == 9 cm\n"
    )
    assert shell("render", "torn.dgm") == WRONG
    assert not (shell.folder / "torn.png").exists()
    shell("render", "torn.dgm", "--force")
    assert (shell.folder / "torn.png").exists()


def test_fmt_writes_in_place_and_check_tells(shell: Shell) -> None:
    shell.write("loose.dgm", "point  A,B\n")
    assert shell("fmt", "--check", "loose.dgm") == WRONG
    assert shell.read("loose.dgm") == "point  A,B\n"
    assert shell("fmt", "loose.dgm") == OK
    assert shell.read("loose.dgm") == "point A, B\n"
    assert shell("fmt", "--check", "loose.dgm") == OK


def test_fmt_leaves_a_broken_file_alone(shell: Shell) -> None:
    assert shell("fmt", "bad.dgm") == WRONG
    assert shell.read("bad.dgm") == BAD


def test_explain_prints_the_page_of_a_code_or_a_name(shell: Shell) -> None:
    assert shell("explain", "SOL001") == OK
    page = shell.out
    assert "Why:" in page and "Bad:" in page
    assert shell("explain", "contradictory-statements") == OK
    assert shell.out == page


def test_explain_suggests_a_near_code(shell: Shell) -> None:
    assert shell("explain", "SOL01") == USAGE
    assert "SOL001" in shell.err


def test_vocab_explains_a_word_under_any_spelling(shell: Shell) -> None:
    assert shell("vocab", "dim") == OK
    assert "dimension" in shell.out
    assert shell("vocab", "triangel") == USAGE
    assert "triangle" in shell.err
    assert shell("vocab", "--json") == OK
    assert {"word", "role", "doc", "slots"} <= set(json.loads(shell.out)["words"][0])


@pytest.mark.parametrize("kind", ["lark", "decoding", "schema"])
def test_grammars_are_printed(shell: Shell, kind: str) -> None:
    assert shell("grammar", kind) == OK
    assert len(shell.out) > 1000


def test_prompt_can_be_limited_to_domains(shell: Shell) -> None:
    assert shell("prompt") == OK
    whole = len(shell.out)
    assert shell("prompt", "core") == OK
    assert len(shell.out) < whole
    assert shell("prompt", "alchemy") == USAGE


def test_facts_are_printed_as_json(shell: Shell) -> None:
    assert shell("facts", "good.dgm", "--width", "400") == OK
    assert json.loads(shell.out)["size"]["width"] == 400
    assert shell("facts", "bad.dgm") == WRONG


def test_time_says_how_long_each_step_took(shell: Shell) -> None:
    shell("check", "good.dgm", "--time", "-q")
    assert "parse" in shell.err and "ms" in shell.err


def test_a_bug_prints_what_to_report(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(arguments: object) -> int:
        raise RuntimeError("boom")

    monkeypatch.setattr(cli, "run", broken)
    assert shell("check", "good.dgm") == BUG
    assert "boom" in shell.err and "bug in diagrammar" in shell.err


def test_stdin_is_read_and_formatted_to_stdout(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "diagrammar", "fmt", "-"],
        input="point  A,B",
        capture_output=True,
        text=True,
        cwd=tmp_path,
    )
    assert (done.returncode, done.stdout) == (OK, "point A, B\n")
