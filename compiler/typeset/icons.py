"""Pictograms by name: words of problem texts mapped to the Material Design Icons."""

from functools import cache
from typing import Final

from ...dsl.scene import MM_PER_POINT, Run
from .box import text_box
from .glyphs import face
from .tables import pairs, words
from .text import SetText

SYNONYMS: Final = pairs(
    """
    person human people human-male-female man human-male woman human-female boy human-male girl
    human-female child human-child kid human-child observer human-male student human-male worker
    human-male teacher human-male-board runner run walker walk swimmer swim skier ski cyclist bike
    climber hiking hiker hiking pilot human-male family human-male-female-child crowd account-group
    population account-group group account-group team account-group user account house home cottage home
    building office-building office office-building skyscraper office-building tower office-building
    apartment office-building town home-city village home-group aeroplane airplane
    aircraft airplane jet airplane boat sail-boat sailboat sail-boat ship ferry motorboat ferry
    automobile car vehicle car van van-utility lorry truck motorcycle motorbike bicycle bike subway
    subway-variant locomotive train mouse rodent mice rodent rat rodent hamster rodent puppy dog kitten
    cat hen bird chicken bird eagle bird hawk bird sparrow bird finch bird duckling duck ox cow cattle
    cow bull cow lamb sheep pony horse hog pig tortoise turtle insect bug mosquito bug beetle bug fly
    bee wasp bee whale dolphin shrimp fish cod fish salmon fish trout fish tuna fish bacterium bacteria
    germ bacteria microbe bacteria plant sprout seedling sprout crop barley wheat barley oak tree pine
    pine-tree palm palm-tree bush tree shrub tree rose flower sun white-balance-sunny sunlight
    white-balance-sunny moon moon-full globe earth planet earth rain weather-pouring snow snowflake wind
    weather-windy storm weather-lightning lightning lightning-bolt mountain image-filter-hdr river waves
    sea waves ocean waves lake waves bulb lightbulb lamp lightbulb computer laptop phone cellphone
    telephone phone tv television money cash coin circle-multiple dollar currency-usd gear cog book
    book-open-variant bread baguette meat food-steak lung lungs hand hand-back-right foot foot-print ear
    ear-hearing eyeball eye test_tube test-tube balance scale-balance microchip chip radiation
    radioactive nucleus atom drug pill tablet pill medicine pill syringe needle vaccine needle blood
    blood-bag spacecraft rocket-launch spaceship rocket-launch hydrant fire-hydrant flame fire rifle
    pistol gun pistol shop store market store windmill wind-turbine turbine wind-turbine dam hydro-power
    iceberg snowflake chair chair-rolling shoe shoe-sneaker goggles safety-goggles fishing fish skater
    skate goose duck squirrel rodent chick bird goldfish fish ham pig moth butterfly caterpillar
    butterfly
    """
)
"""Everyday words and the icon that shows them; words that are icon names themselves need no entry."""

MISLEADING: Final = words(
    """
    tank cell table state set source link label image shape group-work power stop play pause record
    circle square triangle rectangle ellipse hexagon pentagon octagon rhombus vector function node graph
    menu tag text format file folder page post screen application filter map close check minus plus
    equal delete lock web database server network code console cursor history sync update upload
    download export import send share sort view select help information alert cancel account variable
    sigma pi lambda alpha beta gamma omega delta epsilon theta mu point line ray region angle
    arrow axis label-variant material medium surface body mass block spring pulley resistor capacitor
    inductor diode transistor fuse switch generator electron proton neutron wave current voltage force
    plane slide satellite field drop body direction solution nuclear contact view film reflect blur contrast hook pipe connection transition progress cube sphere cone cylinder pyramid
    target flask beaker charge particle orbit lens mirror slope rope gas liquid ring layers grid
    """
)
"""Names whose icon means something else in a science problem, or that the drawing kinds show better."""


@cache
def icon_names() -> dict[str, str]:
    """Return the character of every icon by its name."""
    font = face("icon")
    return {font.get_glyph_name(index): chr(code) for code, index in sorted(font.get_charmap().items())}


def icon_char(word: str) -> str | None:
    """Return the character, in font `icon`, that shows a word; nothing if no icon fits.

    >>> icon_char("houses") == icon_char("house") == icon_names()["home"]
    True
    >>> icon_char("tank") is None
    True
    """
    name = "-".join(word.strip().lower().replace("_", " ").replace("-", " ").split())
    for candidate in _singulars(name):
        if candidate in SYNONYMS:
            return icon_names().get(SYNONYMS[candidate])
        if candidate not in MISLEADING and candidate in icon_names():
            return icon_names()[candidate]
    return None


def _singulars(name: str) -> tuple[str, ...]:
    """Return a name and what it may be the plural of.

    >>> _singulars("mosquitoes")
    ('mosquitoes', 'mosquitoe', 'mosquito')
    """
    found = [name]
    if name.endswith("s") and not name.endswith("ss"):
        found.append(name[:-1])
    if name.endswith("es"):
        found.append(name[:-2])
    if name.endswith("ies"):
        found.append(name[:-3] + "y")
    if name.endswith("ves"):
        found += [name[:-3] + "f", name[:-3] + "fe"]
    if name.endswith("men"):
        found.append(name[:-3] + "man")
    return tuple(found)


def set_icon(word: str, size_mm: float) -> SetText | None:
    """Set the icon of a word its ink `size_mm` at the larger side, its lower left at the origin."""
    char = icon_char(word)
    if char is None:
        return None
    box = text_box(char, "icon", 1.0)
    left, bottom, right, top = box.ink[0].ink
    scale = size_mm / max(right - left, top - bottom)
    width, height = (right - left) * scale, (top - bottom) * scale
    run = Run(
        text=char, font="icon", size=round(scale / MM_PER_POINT, 4),
        x=round(-left * scale, 4), y=round(-bottom * scale, 4),
    )  # fmt: skip
    return SetText(word, (run,), (), (0.0, 0.0, round(width, 4), round(height, 4)), width, height, 0.0)
