"""What a unit measures: exponents over ten base dimensions, and the name that people give to the product."""

from dataclasses import dataclass
from typing import Final

BASES: Final = (
    "length", "mass", "time", "current", "temperature",
    "amount", "luminosity", "angle", "money", "information",
)  # fmt: skip
_ANGLE: Final = BASES.index("angle")
_ZERO: Final = (0,) * len(BASES)


@dataclass(frozen=True)
class Dimension:
    """A product of powers of the `BASES`, in their order.

    >>> (LENGTH / TIME).name
    'speed'
    """

    exponents: tuple[int, ...] = _ZERO

    def __mul__(self, other: "Dimension") -> "Dimension":
        return Dimension(tuple(a + b for a, b in zip(self.exponents, other.exponents)))

    def __truediv__(self, other: "Dimension") -> "Dimension":
        return self * other**-1

    def __pow__(self, power: int) -> "Dimension":
        return Dimension(tuple(a * power for a in self.exponents))

    def __str__(self) -> str:
        return self.name

    @property
    def is_none(self) -> bool:
        """Whether this is the dimension of a pure number."""
        return self.exponents == _ZERO

    @property
    def name(self) -> str:
        """The common name (`length`, `force`), else the product written out (`length^2·time`)."""
        return _NAMES.get(self.exponents) or _written(self.exponents)

    def fits(self, other: "Dimension") -> bool:
        """Whether values can be compared: angle counts only where both dimensions have it.

        Angular speed is written rad/s, 1/s and rpm; energy per radian is torque.

        >>> (ANGLE / TIME).fits(TIME**-1), ANGLE.fits(LENGTH), ANGLE.fits(NONE)
        (True, False, True)
        """
        mine, theirs = list(self.exponents), list(other.exponents)
        if 0 in (mine[_ANGLE], theirs[_ANGLE]):
            mine[_ANGLE] = theirs[_ANGLE] = 0
        return mine == theirs


def _base(at: int) -> Dimension:
    return Dimension(tuple(int(i == at) for i in range(len(BASES))))


NONE: Final = Dimension()
LENGTH, MASS, TIME, CURRENT, TEMPERATURE, AMOUNT, LUMINOSITY, ANGLE, MONEY, INFORMATION = (
    _base(at) for at in range(len(BASES))
)
AREA: Final = LENGTH**2
VOLUME: Final = LENGTH**3
SPEED: Final = LENGTH / TIME
ACCELERATION: Final = SPEED / TIME
FORCE: Final = MASS * ACCELERATION
PRESSURE: Final = FORCE / AREA
ENERGY: Final = FORCE * LENGTH
POWER: Final = ENERGY / TIME
CHARGE: Final = CURRENT * TIME
VOLTAGE: Final = POWER / CURRENT
RESISTANCE: Final = VOLTAGE / CURRENT
FREQUENCY: Final = TIME**-1
DENSITY: Final = MASS / VOLUME

_NAMED: Final[dict[str, Dimension]] = {
    "number": NONE,
    **{name: _base(at) for at, name in enumerate(BASES)},
    "area": AREA,
    "volume": VOLUME,
    "speed": SPEED,
    "acceleration": ACCELERATION,
    "force": FORCE,
    "pressure": PRESSURE,
    "energy": ENERGY,
    "power": POWER,
    "momentum": MASS * SPEED,
    "action": ENERGY * TIME,
    "frequency": FREQUENCY,
    "angular speed": ANGLE / TIME,
    "angular acceleration": ANGLE / TIME**2,
    "solid angle": ANGLE**2,
    "wavenumber": LENGTH**-1,
    "density": DENSITY,
    "linear density": MASS / LENGTH,
    "area density": MASS / AREA,
    "number density": VOLUME**-1,
    "specific volume": VOLUME / MASS,
    "moment of inertia": MASS * AREA,
    "stiffness": FORCE / LENGTH,
    "volume flow": VOLUME / TIME,
    "mass flow": MASS / TIME,
    "dynamic viscosity": PRESSURE * TIME,
    "diffusivity": AREA / TIME,
    "charge": CHARGE,
    "charge density": CHARGE / VOLUME,
    "surface charge": CHARGE / AREA,
    "line charge": CHARGE / LENGTH,
    "voltage": VOLTAGE,
    "electric field": VOLTAGE / LENGTH,
    "resistance": RESISTANCE,
    "conductance": RESISTANCE**-1,
    "resistivity": RESISTANCE * LENGTH,
    "conductivity": (RESISTANCE * LENGTH) ** -1,
    "capacitance": CHARGE / VOLTAGE,
    "permittivity": CHARGE / VOLTAGE / LENGTH,
    "inductance": RESISTANCE * TIME,
    "permeability": RESISTANCE * TIME / LENGTH,
    "magnetic flux": VOLTAGE * TIME,
    "magnetic field": VOLTAGE * TIME / AREA,
    "current density": CURRENT / AREA,
    "dipole moment": CHARGE * LENGTH,
    "concentration": AMOUNT / VOLUME,
    "molality": AMOUNT / MASS,
    "molar mass": MASS / AMOUNT,
    "molar energy": ENERGY / AMOUNT,
    "molar heat capacity": ENERGY / AMOUNT / TEMPERATURE,
    "rate of reaction": AMOUNT / VOLUME / TIME,
    "molar flow": AMOUNT / TIME,
    "specific energy": ENERGY / MASS,
    "heat capacity": ENERGY / TEMPERATURE,
    "specific heat": ENERGY / MASS / TEMPERATURE,
    "thermal conductivity": POWER / LENGTH / TEMPERATURE,
    "heat flux": POWER / AREA,
    "heat transfer coefficient": POWER / AREA / TEMPERATURE,
    "thermal resistance": TEMPERATURE / POWER,
    "thermal expansion": TEMPERATURE**-1,
    "luminous flux": LUMINOSITY * ANGLE**2,
    "illuminance": LUMINOSITY * ANGLE**2 / AREA,
}


def _by_exponents() -> dict[tuple[int, ...], str]:
    names: dict[tuple[int, ...], str] = {}
    for name, dimension in _NAMED.items():
        # The first name stands: m²/s² is also J/kg, and is called by what it comes from.
        names.setdefault(dimension.exponents, name)
    return names


_NAMES: Final = _by_exponents()


def dimension_named(name: str) -> Dimension | None:
    """Return the dimension with a common name, as kinds declare it.

    >>> dimension_named("force") == MASS * LENGTH / TIME**2
    True
    """
    return _NAMED.get(name)


def _written(exponents: tuple[int, ...]) -> str:
    powers = [(base, n) for base, n in zip(BASES, exponents) if n]
    return "·".join(base if n == 1 else f"{base}^{n}" for base, n in powers)
