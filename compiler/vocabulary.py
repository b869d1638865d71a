"""How a domain declares its vocabulary: kinds, verbs, slots. One declaration is the single source of a
word's signature, prose, completion data, drawing and example.

Nothing in here, nor in anything that uses it, knows a particular kind.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Literal, TypeVar

from ..dsl.diagnostics import Code
from ..dsl.theme import TEXT

if TYPE_CHECKING:
    from .arrange.plan import Block, Hint
    from .draw.pen import Pen
    from .expression import Expression
    from .laws import Rule
    from .model import Entity, Panel, Relation
    from .pose.poser import Poser
    from .shapes import Shape
    from .space.camera import XYZ, Camera
    from .values import Measure as MeasureValue
    from .values import PartRef


class Want(StrEnum):
    """What a slot accepts; positional arguments find their slot by it."""

    POINT = "point"
    """A point, anything with a centre, coordinates `(x, y)`, an anchor (`ladder.mid`)."""
    LINE = "line"
    """A segment, ray, line or side: an entity, a path `A--B`, two letters `AB`."""
    PATH = "path"
    """A chain of points `A -> B -> C`, or a line."""
    CIRCLE = "circle"
    ENTITY = "entity"
    """Any thing of the picture."""
    REGION = "region"
    """An area: an entity that encloses one, or `A & B`, `A | B`, `A - B` of such."""
    MEASURE = "measure"
    """A value with a dimension: `5 cm`, `"F = 127 N"`, `"d"`, `?`, `2*a`."""
    NUMBER = "number"
    """A bare number or an expression without unit."""
    EXPRESSION = "expression"
    """Arithmetic in the kind's own variables: `-y`, `x*y`; a letter alone is one, too."""
    TEXT = "text"
    """A quoted text."""
    WORD = "word"
    """One of the slot's choices."""
    DIRECTION = "direction"
    """`up`, `east`, `ccw`, `30°`, `toward(O)`, `bearing(20°, south, east)`."""
    RANGE = "range"
    """`0..3`."""
    BOUND = "bound"
    """An equation or inequality in the kind's own variables: `y = x^2`, `0 <= x <= 2`."""
    ROW = "row"
    """A text `"a | b"` or a list: one row of a table."""
    ANY = "any"


class Home(StrEnum):
    """The heading under which the formatter keeps a statement."""

    ENTITIES = "entities"
    LAYOUT = "layout"
    LABELS = "labels"
    CONSTRAINTS = "constraints"


@dataclass(frozen=True)
class Slot:
    """One argument of a kind or verb."""

    name: str
    want: Want | tuple[Want, ...]
    doc: str
    aliases: tuple[str, ...] = ()
    dimension: str = ""
    """For measures: `length`, `angle`, `mass` …; empty takes any."""
    choices: tuple[str, ...] = ()
    trait: str = ""
    """For entities: the trait that the thing must have."""
    many: bool = False
    """Takes any number of positional arguments, or a list."""
    least: int = 1
    """How many things a required slot for many cannot do without."""
    counts_to: int = 0
    """For whole numbers from 1: the largest that a picture can show; 0 for what is no count."""
    required: bool = False
    printed: bool = False
    """Prints itself when given with a unit or in quotes."""
    packs: bool = False
    """Whether bare numbers are taken as one place, though it takes many: the components of a vector."""
    positional: bool = True
    """Whether it can be given without its name."""
    spans: float = 1.0
    """For lengths: how many times its value the thing reaches across (2 for a radius)."""

    @property
    def wants(self) -> tuple[Want, ...]:
        """All that is accepted, in the order in which it is tried."""
        return self.want if isinstance(self.want, tuple) else (self.want,)


@dataclass(frozen=True)
class PartOf:
    """An anchor or attribute of a kind, reached by a dot: `t.incenter`, `c.radius`."""

    name: str
    doc: str
    aliases: tuple[str, ...] = ()


PoseKind = Callable[["Entity", "Poser"], "Shape[int]"]
DrawKind = Callable[["Entity", "Shape[float]", "Pen"], None]
PosePart = Callable[["Entity", "Shape[int]", str, "Poser"], "Shape[int] | None"]
Measure = Callable[["Relation", "Poser"], int]
Hold = Callable[["Relation", "Poser"], None]
LocatePart = Callable[["Entity", "Shape[int]", "PartRef", "Poser"], "Shape[int] | None"]
ReachKind = Callable[["Entity", "Panel"], "tuple[tuple[float, float], ...]"]
ReachInSpace = Callable[["Entity", "Panel"], "tuple[XYZ, ...]"]
See = Callable[["Relation"], "Camera | None"]
Manner = Literal["", "upright", "oblique", "orthographic", "raised", "axes"]
Companion = Callable[["Entity"], str]
WholeLength = Callable[["Entity"], "MeasureValue | None"]
DrawVerb = Callable[["Relation", "Pen"], None]
Claim = Callable[["Relation", "Panel"], "MeasureValue | None"]
Extent = Callable[["Entity", "Panel"], "Block | None"]
ArrangeKind = Callable[["Entity"], "tuple[Hint, ...]"]
ArrangeVerb = Callable[["Relation", "Panel"], "tuple[Hint, ...]"]
Change = Callable[["Relation", "Mapping[str, Entity]"], "Mapping[str, Entity]"]
Adopts = Callable[["Entity", "Relation"], bool]
CurveOf = Callable[["Entity", "Panel"], "Expression | None"]


@dataclass(frozen=True)
class Kind:
    """A sort of thing that can be declared.

    `pose` makes the thing's shape from unknowns and implied equations; `part` answers for its own
    anchors; `draw` lowers the solved shape. A kind without `draw` leaves no ink of its own.
    """

    name: str
    doc: str
    slots: tuple[Slot, ...] = ()
    aliases: tuple[str, ...] = ()
    traits: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    """Bare words that the kind understands beyond the common styles."""
    parts: tuple[PartOf, ...] = ()
    variables: tuple[str, ...] = ()
    """Free variables of its bounds and equations."""
    pose: PoseKind | None = None
    part: PosePart | None = None
    draw: DrawKind | None = None
    reach: ReachKind | None = None
    """Data coordinates that the drawing must have room for (ranges of axes, ends of curves); nan says nothing."""
    whole: WholeLength | None = None
    """The length that it comes to in all, where no slot states it: the scale must have room for it."""
    space: Manner = ""
    """For what lives in space, which makes its panel one in space: how it is seen where its author does not say.

    `oblique` for flat-faced solids, `orthographic` for round ones, whose outlines would be skew in an oblique
    view, `raised` for those seen from higher up, `axes` for axes of three dimensions. The strongest of a panel's kinds decides."""
    reach_in_space: ReachInSpace | None = None
    """Data coordinates in space that the drawing must have room for; nan says nothing."""
    curve: CurveOf | None = None
    """What vanishes on it, in data coordinates x and y, where stated numbers alone decide where it runs."""
    isometric: bool = False
    """Whether it keeps its shape only on axes of equal scales, so that its panel has such."""
    frames: bool = False
    """Whether its reach alone decides the panel's frame (axes with stated ranges)."""
    locate: LocatePart | None = None
    """Answers for parts with arguments: `f.at(2)`."""
    extent: Extent | None = None
    """The room that it takes, if it is a box whose place the compiler finds."""
    arrange: ArrangeKind | None = None
    """What its own arguments say of where boxes stand."""
    adopts: Adopts | None = None
    """Whether it writes the text of a label about it itself, in its own place."""
    companion: Companion | None = None
    """The kind that comes by itself, once per panel, when such a thing is drawn and none is declared; or nothing."""
    names_itself: bool = False
    """Whether the entity's own name is printed (points, nodes, states)."""
    vague: bool = False
    """Whether it stands for anything, so that its author may ask any part and any trait of it."""
    needs: tuple[str, ...] = ()
    """Slots of which one must be given, else the word means something else: `table desk(horizontal)` has no rows."""
    claims: tuple[tuple[str, ...], ...] = ()
    """Arguments that, all given by name or as letters of equations, make a word this kind's though another kind has it
    first: a `box` with three ranges is a cuboid, a `region` with bounds for z a solid."""
    holds_body: bool = False
    lettered: bool = False
    """Whether it takes data under the names of its points: `AB = 5 cm` is a side, `A = 60°` an angle."""
    z: int = 0
    """Drawing order: areas low, lines in the middle, points high."""
    example: str = ""

    def slot(self, name: str) -> Slot | None:
        """Return the slot of a name or alias."""
        return next((s for s in self.slots if name == s.name or name in s.aliases), None)


@dataclass(frozen=True)
class Section:
    """A part of the sheet, in the order of `rank`: where the rows of a sheet verb stand."""

    name: str
    rank: int
    head: str = ""
    chinese: str = ""
    """The head of a sheet that is mostly Chinese."""
    question: str = ""
    """The head over rows that are whole questions."""
    place: Literal["sheet", "above", "below"] = "sheet"
    """Beside the scene, or a line over or under it."""
    indent: float = 0.0
    """Of the rows, in millimetres."""
    template: str = ""
    """How a row's text is wrapped: `${}$`."""
    size: float = TEXT.label
    """Type size in points."""
    bold: bool = False
    centered: bool = False
    lettered: bool = False
    """Whether rows may begin with a letter, `A)`, and may stand side by side when short."""


@dataclass(frozen=True)
class Verb:
    """A word that is called: a label, a measure, a relation, a row of the panel.

    `measure` gives the slot of what it measures, so that the verb can be compared and given a value;
    `hold` poses what must hold; `draw` puts ink and text.
    """

    name: str
    doc: str
    slots: tuple[Slot, ...] = ()
    aliases: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    home: Home = Home.CONSTRAINTS
    dimension: str = ""
    """Of what it measures."""
    measure: Measure | None = None
    hold: Hold | None = None
    change: Change | None = None
    """How it changes the looks of things, before anything is posed."""
    arrange: ArrangeVerb | None = None
    """What it says of where boxes stand, for the first arrangement."""
    see: See | None = None
    """How it says that a panel in space is seen."""
    claim: Claim | None = None
    """The length that a text states about its thing, so that the panel's scale knows it."""
    draw: DrawVerb | None = None
    sheet: bool = False
    """Whether it belongs to the whole figure (panel rows, titles), not to one panel."""
    section: Section | None = None
    """Where its rows stand on the sheet."""
    keyed: bool = False
    """Whether `look = text` is a call of its own: `legend(hatched = "isolated", white = "absent")`."""
    loosens: bool = False
    """Whether it says that the panel is not to scale: stated lengths then hold in order only, angles roughly."""
    renames: bool = False
    """Whether its text replaces the name that its first thing would print."""
    sole: bool = False
    """Whether it alone says how its things stand to each other: in a panel like another, the newest one counts."""
    distributes: bool = False
    """Whether a list as first argument means one call per member."""
    whole: tuple[str, ...] = ()
    """Bare words that speak of the whole picture, its looks by name: with one of them no thing is needed."""
    example: str = ""

    def slot(self, name: str) -> Slot | None:
        """Return the slot of a name or alias."""
        return next((s for s in self.slots if name == s.name or name in s.aliases), None)


@dataclass(frozen=True)
class LinkRule:
    """What a link between things of a trait means."""

    trait: str
    verb: Verb


@dataclass(frozen=True)
class Domain:
    """A field's vocabulary, laws and codes, tied in one place."""

    name: str
    prefix: str
    doc: str
    kinds: tuple[Kind, ...] = ()
    verbs: tuple[Verb, ...] = ()
    links: tuple[LinkRule, ...] = ()
    rules: tuple[Rule, ...] = ()
    codes: tuple[Code, ...] = ()
    roles: tuple[tuple[Role, Word], ...] = ()


class Role(StrEnum):
    """Words that the language itself leans on; a domain says which of its own they are."""

    POINT = "point"
    """The kind of a place that is only mentioned."""
    THING = "thing"
    """The kind of what nobody declared."""
    LABEL = "label"
    """The verb that keeps the text of a verb that nobody declared."""
    ARROW = "arrow"
    """The verb of what acts on a thing, or moves it, in a direction: it keeps what is said by a verb that nobody declared."""
    CLAIM = "claim"
    """The verb whose arguments are statements that should follow from the rest."""
    LINK = "link"
    """The verb of a link whose ends say nothing more particular."""


Word = Kind | Verb
W = TypeVar("W", Kind, Verb)


def normalised(word: str) -> str:
    """Return the first layer of aliasing: case, underscores and hyphens do not count.

    >>> normalised("Right_Angle")
    'rightangle'
    """
    return word.lower().replace("_", "").replace("-", "")


def singular(word: str) -> str:
    """Return a word without its plural ending, by the regular rules.

    >>> [singular(w) for w in ("points", "vertices", "boxes", "axis", "glass")]
    ['point', 'vertex', 'box', 'axis', 'glass']
    """
    if word.endswith("ices"):
        return word[:-4] + "ex"
    if word.endswith(("xes", "ches", "shes", "sses")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "is", "us")):
        return word[:-1]
    return word


def spellings(word: str) -> Iterator[str]:
    """Yield the normalised forms under which a word is looked up, the closest first."""
    plain = normalised(word)
    yield plain
    one = singular(plain)
    if one != plain:
        yield one


class Vocabulary:
    """All words of some domains, found under every spelling."""

    def __init__(self, domains: tuple[Domain, ...]) -> None:
        self.domains = domains
        self.kinds = tuple(kind for domain in domains for kind in domain.kinds)
        self.verbs = tuple(verb for domain in domains for verb in domain.verbs)
        self.links = tuple(rule for domain in domains for rule in domain.links)
        self.rules = tuple(rule for domain in domains for rule in domain.rules)
        self._kinds = _index(self.kinds)
        self._homes = _homes(self.kinds)
        self._verbs = _index(self.verbs)

    def kind(self, word: str) -> Kind | None:
        """Return the kind that a word names, in any of its spellings."""
        return next((self._kinds[s] for s in spellings(word) if s in self._kinds), None)

    def homes(self, word: str) -> tuple[Kind, ...]:
        """Return every kind that a word may name, the one that it names by itself first."""
        return next((self._homes[s] for s in spellings(word) if s in self._homes), ())

    def verb(self, word: str) -> Verb | None:
        """Return the verb that a word names, in any of its spellings."""
        return next((self._verbs[s] for s in spellings(word) if s in self._verbs), None)

    def kind_in(self, role: Role) -> Kind:
        """Return the kind that plays a role of the language."""
        return next(w for d in self.domains for r, w in d.roles if r is role and isinstance(w, Kind))

    def verb_in(self, role: Role) -> Verb:
        """Return the verb that plays a role of the language."""
        return next(w for d in self.domains for r, w in d.roles if r is role and isinstance(w, Verb))

    def domain_of(self, word: Word) -> Domain:
        """Return the domain that declares a word."""
        return next(d for d in self.domains if word in d.kinds or word in d.verbs)

    def kind_words(self) -> tuple[str, ...]:
        """Every word that names a kind, aliases included, sorted."""
        return tuple(sorted({w for kind in self.kinds for w in (kind.name, *kind.aliases)}))

    def verb_words(self) -> tuple[str, ...]:
        """Every word that names a verb, aliases included, sorted."""
        return tuple(sorted({w for verb in self.verbs for w in (verb.name, *verb.aliases)}))


def _homes(kinds: tuple[Kind, ...]) -> dict[str, tuple[Kind, ...]]:
    """Index kinds by every word for them: those of that name first, then those of that alias."""
    homes: dict[str, tuple[Kind, ...]] = {}
    pairs = [(kind.name, kind) for kind in kinds] + [
        (alias, kind) for kind in kinds for alias in kind.aliases
    ]
    for word, kind in pairs:
        held = homes.get(normalised(word), ())
        homes[normalised(word)] = held if kind in held else (*held, kind)
    return homes


def _index(words: tuple[W, ...]) -> dict[str, W]:
    """Index words by name first and alias second, so that an alias never hides a name."""
    index: dict[str, W] = {}
    for word in words:
        index.setdefault(normalised(word.name), word)
    for word in words:
        for alias in word.aliases:
            index.setdefault(normalised(alias), word)
    return index
