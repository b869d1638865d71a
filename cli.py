"""The entry of the command line: `diagrammar check spec.dgm`, `diagrammar render spec.dgm`.

Exit codes: 0 all is well; 1 a spec has errors (or `fmt --check` would change one); 2 the command was called
wrongly; 3 a bug in diagrammar, with what to report. The commands stand in `commands`.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence

from .output import BUG, USAGE, ReportFormat, UsageError, exit_code, write_reports

# numpy's threads cost more start-up time than they save on systems of this size.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
# Nothing here is a pydantic plugin; looking for one reads the metadata of every installed package.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
# Loading modules makes much and drops nothing: looking for garbage meanwhile is a tenth of a short command.
gc.set_threshold(100_000)

QUIET = ("-q", "--quiet")


def main() -> None:
    """Run the command line; a bug prints what to report instead of a bare traceback."""
    try:
        sys.exit(run(sys.argv[1:]))
    except (KeyboardInterrupt, BrokenPipeError):
        sys.exit(130)
    except UsageError as error:
        print(f"diagrammar: {error}", file=sys.stderr)
        sys.exit(USAGE)
    except Exception:
        _bug_page()
        sys.exit(BUG)


def run(arguments: Sequence[str]) -> int:
    """Carry out a command and return its exit code.

    A plain `check` is what editors and repair loops call all day, so it does without the tenth of a second
    that the option parser takes to load.
    """
    paths = [a for a in arguments[1:] if a not in QUIET]
    if arguments[:1] == ["check"] and paths and not any(p.startswith("-") and p != "-" for p in paths):
        return _check(paths, quiet=len(paths) < len(arguments) - 1)
    from .commands import app

    app(args=list(arguments), prog_name="diagrammar")
    return 0


def _check(paths: list[str], *, quiet: bool) -> int:
    from .compiler.pipeline import Options, compile_spec
    from .files import sources

    options = Options(draw=False)
    results = [compile_spec(source, options) for source in sources(paths)]
    write_reports(results, ReportFormat.TEXT, quiet=quiet)
    return exit_code(results)


def _bug_page() -> None:
    import traceback

    from . import __version__

    traceback.print_exc()
    print(
        f"\nThis is a bug in diagrammar {__version__}. Please report the lines above with the spec.",
        file=sys.stderr,
    )


if __name__ == "__main__":
    main()
