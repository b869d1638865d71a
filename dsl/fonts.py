"""Which font file stands behind each font key of a `Run`.

The files ship inside packages that the core depends on, so a picture looks the same everywhere:
STIX and DejaVu with Matplotlib, Noto Sans CJK and the Material Design Icons in packages of their own.
"""

from functools import cache
from importlib.util import find_spec
from pathlib import Path

MATPLOTLIB_FACES = {
    "roman": "STIXGeneral.ttf",
    "italic": "STIXGeneralItalic.ttf",
    "bold": "STIXGeneralBol.ttf",
    "bolditalic": "STIXGeneralBolIta.ttf",
    "sans": "DejaVuSans.ttf",
    "mono": "DejaVuSansMono.ttf",
}
PACKAGED_FACES = {
    "cjk": ("cvttf_NotoSansCJK_Regular", "NotoSansCJKtc-Regular.otf"),
    "icon": ("fonticon_mdi7", "fonts/materialdesignicons-webfont.ttf"),
}


def package_folder(package: str) -> Path:
    """Return the folder of an installed package, found without importing it.

    Raises `ModuleNotFoundError` when the package is not installed.
    """
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError(f"package `{package}` is not installed", name=package)
    return Path(spec.submodule_search_locations[0])


@cache
def font_file(key: str) -> Path:
    """Return the file of a font key; `math:NAME` is the Matplotlib face `NAME.ttf`.

    >>> font_file("roman").name
    'STIXGeneral.ttf'
    """
    if key in PACKAGED_FACES:
        package, file = PACKAGED_FACES[key]
        return package_folder(package) / file
    name = MATPLOTLIB_FACES.get(key) or f"{key.removeprefix('math:')}.ttf"
    path = package_folder("matplotlib") / "mpl-data" / "fonts" / "ttf" / name
    if not path.is_file():
        raise KeyError(f"no font `{key}`")
    return path
