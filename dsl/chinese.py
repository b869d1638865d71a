"""Chinese running text made readable for the readers of numbers: unit words, numerals, signs between words.

Characters of Chinese words stand beside Latin ones without a space, so that neither would end at the other.
"""

import re
from collections.abc import Callable
from typing import Final

from .plain import Plain

_HAN: Final = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f]")
_BETWEEN: Final = "\x1f"
"""Stands for what is no part of a number, a unit or a name."""
_UNITS: Final[dict[str, str]] = {
    "平方米": "m^2", "平方厘米": "cm^2", "立方米": "m^3", "立方厘米": "cm^3", "米每秒": "m/s",
    "千米每小时": "km/h", "公里每小时": "km/h", "千米": "km", "公里": "km", "分米": "dm", "厘米": "cm",
    "毫米": "mm", "微米": "μm", "纳米": "nm", "光年": "ly", "米": "m", "千克": "kg", "公斤": "kg", "毫克": "mg",
    "克": "g", "吨": "tonne", "小时": "h", "分钟": "min", "毫秒": "ms", "秒": "s", "千牛": "kN", "牛顿": "N",
    "牛": "N", "焦耳": "J", "焦": "J", "千瓦": "kW", "瓦特": "W", "瓦": "W", "千伏": "kV", "伏特": "V",
    "伏": "V", "毫安": "mA", "安培": "A", "安": "A", "千欧": "kΩ", "欧姆": "Ω", "欧": "Ω", "法拉": "F",
    "微法": "μF", "赫兹": "Hz", "赫": "Hz", "帕斯卡": "Pa", "千帕": "kPa", "帕": "Pa", "毫升": "mL", "升": "L",
    "摄氏度": "°C", "度": "°", "开": "K", "摩尔": "mol", "库仑": "C", "特斯拉": "T", "亨利": "H", "弧度": "rad",
}  # fmt: skip
_DIGITS: Final = {char: digit for digit, chars in enumerate(("零〇", "一", "二两", "三", "四", "五", "六", "七", "八", "九")) for char in chars}  # fmt: skip
_STEPS: Final = {"十": 10, "百": 100, "千": 1000}
_UNIT: Final = "|".join(sorted(_UNITS, key=len, reverse=True))
# `开` and `安` begin many words, so that a unit of one character must not run on into a word.
_MEASURED: Final = re.compile(rf"(?<=[\d)}}]) ?(?:{_UNIT})(?![始关全装放口动])")
_COUNTED: Final = re.compile(
    rf"(?<![\d.])[零〇一二两三四五六七八九十][零〇一二两三四五六七八九十百千]{{0,7}}(?=(?:{_UNIT})(?![始关全装放口动]))"
)


def numeral(text: str) -> int | None:
    """Return the whole number that Chinese digits spell, up to 9999.

    >>> [numeral(t) for t in ("三", "十二", "二十", "两百零五", "米")]
    [3, 12, 20, 205, None]
    """
    total, digit = 0, None
    for char in text:
        if char in _DIGITS:
            digit = _DIGITS[char]
        elif char in _STEPS:
            total += (1 if digit is None else digit) * _STEPS[char]
            digit = None
        else:
            return None
    return total + (digit or 0) if text else None


def westernised(shown: Plain) -> Plain:
    """Return a text with Chinese units in Latin symbols, numerals before them in digits, and no other Chinese signs.

    >>> from .plain import plain
    >>> westernised(plain("长5厘米")).text.replace(chr(31), "|")
    '|5 cm'
    """
    if not _HAN.search(shown.text):
        return shown
    replaced = _replaced(shown, _COUNTED, lambda words: str(numeral(words) or 0))
    replaced = _replaced(replaced, _MEASURED, lambda words: " " + _UNITS[words.strip()])
    return Plain(_HAN.sub(_BETWEEN, replaced.text), replaced.starts, replaced.ends)


def _replaced(shown: Plain, pattern: re.Pattern[str], spelling: Callable[[str], str]) -> Plain:
    """Return a text with the matches of a pattern spelt otherwise; each new sign stands for the whole match."""
    text, starts, ends, at = "", list[int](), list[int](), 0
    for found in pattern.finditer(shown.text):
        first, last = shown.original(*found.span())
        words = spelling(found.group())
        text += shown.text[at : found.start()] + words
        starts += [*shown.starts[at : found.start()], *[first] * len(words)]
        ends += [*shown.ends[at : found.start()], *[last] * len(words)]
        at = found.end()
    return Plain(text + shown.text[at:], (*starts, *shown.starts[at:]), (*ends, *shown.ends[at:]))
