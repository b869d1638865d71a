"""Random valid specs for property tests: syntax trees with empty spans, and their text."""

from diagrammar.dsl.source import Span
from diagrammar.dsl.spec import (
    Arg,
    Binary,
    Block,
    Call,
    Compare,
    Declaration,
    Declarator,
    Equation,
    Expr,
    For,
    Index,
    Link,
    List,
    Name,
    Number,
    Part,
    Quantity,
    Range,
    Relation,
    Sign,
    Spec,
    Statement,
    Text,
    Tuple,
    Unary,
    Unknown,
)
from hypothesis import strategies as st

NOWHERE = Span(start=0, end=0)

IDENTIFIERS = ("A", "B'", "x", "in", "ρ", "qΔ", "R_1", "点", "length", "for_", "v₀")
WORDS = st.sampled_from(IDENTIFIERS)
NUMBERS = ("0", "3", "2.50", ".5", "1.7E+5", "10", "10^24", "5.0 × 10^-3")
QUANTITIES = (("5", "kg"), ("9.8", "m/s^2"), ("31", "million km"), ("4.18", "J/(g·°C)"), ("17", "°C"))

names = st.builds(Name, span=st.just(NOWHERE), id=WORDS)
texts = st.builds(
    Text,
    span=st.just(NOWHERE),
    value=st.text(
        st.characters(codec="utf-8", exclude_categories=("Cc", "Cs"), exclude_characters="”"), max_size=8
    ),
)


@st.composite
def numbers(draw: st.DrawFn) -> Number:
    text = draw(st.sampled_from(NUMBERS))
    value = float(text.replace(" × 10^", "e").replace("10^", "1e"))
    return Number(span=NOWHERE, text=text, value=value)


@st.composite
def quantities(draw: st.DrawFn) -> Quantity:
    digits, unit = draw(st.sampled_from(QUANTITIES))
    return Quantity(span=NOWHERE, text=f"{digits} {unit}", number=float(digits), unit=unit)


def _tuples(items: st.SearchStrategy[Expr], least: int = 0) -> st.SearchStrategy[tuple[Expr, ...]]:
    return st.lists(items, min_size=least, max_size=3).map(tuple)


def _named(items: st.SearchStrategy[Expr]) -> st.SearchStrategy[Expr]:
    """Things that have a name: what a call, a part or an index may stand behind."""
    return st.one_of(
        names,
        st.builds(Part, span=st.just(NOWHERE), base=names, name=WORDS | st.just("3s")),
        st.builds(Index, span=st.just(NOWHERE), base=names, items=_tuples(items, 1)),
    )


def arguments(items: st.SearchStrategy[Expr]) -> st.SearchStrategy[tuple[Arg, ...]]:
    equations = st.builds(Equation, span=st.just(NOWHERE), left=items, right=items)
    signs = st.builds(Sign, span=st.just(NOWHERE), sign=st.sampled_from("+-"))
    values = items | equations | signs
    arg = st.builds(Arg, span=st.just(NOWHERE), name=st.none() | WORDS | st.just("for"), value=values)
    return st.lists(arg, max_size=3).map(tuple)


def calls(items: st.SearchStrategy[Expr]) -> st.SearchStrategy[Call]:
    return st.builds(Call, span=st.just(NOWHERE), callee=_named(items), args=arguments(items))


@st.composite
def compares(draw: st.DrawFn, items: st.SearchStrategy[Expr]) -> Compare:
    terms = draw(_tuples(items, 2))
    ops = draw(st.lists(st.sampled_from(("==", "!=", "<=", ">=", "<", ">")), min_size=2, max_size=2))
    return Compare(span=NOWHERE, ops=tuple(ops[: len(terms) - 1]), terms=terms)


@st.composite
def links(draw: st.DrawFn) -> Link:
    end = names | texts | _named(names) | st.builds(List, span=st.just(NOWHERE), items=_tuples(names))
    jointly = st.builds(Binary, span=st.just(NOWHERE), op=st.just("+"), left=names, right=names)
    ends = draw(_tuples(end | jointly, 2))
    ops = draw(st.lists(st.sampled_from(("->", "<->", "--")), min_size=2, max_size=2))
    return Link(span=NOWHERE, ops=tuple(ops[: len(ends) - 1]), ends=ends)


def _compounds(items: st.SearchStrategy[Expr]) -> st.SearchStrategy[Expr]:
    ops = st.sampled_from("+-*/^&|")
    here = st.just(NOWHERE)
    return st.one_of(
        st.builds(Tuple, span=here, items=_tuples(items)),
        st.builds(List, span=here, items=_tuples(items)),
        st.builds(Unary, span=here, op=st.sampled_from("+-"), operand=items),
        st.builds(Binary, span=here, op=ops, left=items, right=items),
        st.builds(Range, span=here, low=items, high=items),
        _named(items),
        calls(items),
        compares(items),
        links(),
    )


expressions: st.SearchStrategy[Expr] = st.recursive(
    st.one_of(names, texts, numbers(), quantities(), st.just(Unknown(span=NOWHERE))), _compounds, max_leaves=8
)
simple = names | numbers() | quantities() | texts


@st.composite
def declarations(draw: st.DrawFn, body: st.SearchStrategy[tuple[Statement, ...] | None]) -> Declaration:
    declarator = st.builds(
        Declarator,
        span=st.just(NOWHERE),
        name=WORDS | st.just("7"),
        count=st.none() | names | numbers(),
        args=st.none() | arguments(expressions),
        value=st.none() | expressions,
    )
    return Declaration(
        span=NOWHERE,
        kind=draw(WORDS),
        declarators=tuple(draw(st.lists(declarator, min_size=1, max_size=3))),
        body=draw(body),
    )


relations: st.SearchStrategy[Statement] = st.one_of(
    st.builds(Relation, span=st.just(NOWHERE), expr=calls(expressions) | compares(simple) | links()),
    st.builds(Relation, span=st.just(NOWHERE), expr=links(), args=arguments(simple)),
)


def _holders(inner: st.SearchStrategy[Statement]) -> st.SearchStrategy[Statement]:
    body = st.lists(inner, max_size=3).map(tuple)
    here = st.just(NOWHERE)
    titles = st.none() | texts
    loop_names = st.lists(WORDS, min_size=1, max_size=2).map(tuple)
    return st.one_of(
        declarations(body),
        st.builds(Relation, span=here, expr=calls(simple), body=body),
        st.builds(
            Block, span=here, word=st.sampled_from(("entities", "labels", "diagram")), title=titles, body=body
        ),
        st.builds(For, span=here, names=loop_names, iterable=simple | calls(simple), body=body),
    )


statements: st.SearchStrategy[Statement] = st.recursive(
    declarations(st.none()) | relations, _holders, max_leaves=4
)
specs: st.SearchStrategy[Spec] = st.lists(statements, max_size=4).map(
    lambda found: Spec(statements=tuple(found))
)
