"""Reading one panel: first its names, then what is said of them."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from ...dsl.diagnostics import Diagnostic, Severity
from ...dsl.source import Source, Span
from ...dsl.spec import (
    Arg,
    Call,
    Compare,
    Declaration,
    Declarator,
    Equation,
    Expr,
    Link,
    List,
    Name,
    Part,
    Quantity,
    Text,
    Tuple,
)
from ...dsl.spec import Relation as RelationSyntax
from ..model import Claim, Comparison, Entity, Panel, Reading, Relation, Style
from ..values import Given, Invoked, Listed, Measure, Ref, Value
from ..vocabulary import Kind, Role, Slot, Verb, Vocabulary, Want
from .bind import WAIVER, Arguments, Binder
from .claims import ClaimReader
from .codes import DUPLICATE_NAME, UNCHECKED, UNKNOWN_KIND
from .expand import Draft
from .forms import said_of, shares_members, slot_for_text, takes_several, with_value
from .formulas import formula
from .homes import claimant, declines, home_of, is_flat
from .links import read_link
from .misdeclared import reread
from .read import Reader
from .readings import reading_of
from .scope import Scope
from .style import with_flag
from .unknown import unknown_kind, unknown_verb

NOWHERE = Span(start=0, end=0)
ANY_MEASURE = Slot("", Want.MEASURE, "any value")


class PanelReader:
    """Reads the statements of one panel into entities, relations and comparisons."""

    def __init__(self, draft: Draft, vocabulary: Vocabulary, source: Source) -> None:
        self.draft = draft
        self.vocabulary = vocabulary
        self.scope = Scope(vocabulary, source)
        self.reader = Reader(self.scope, self.create, self.invoke)
        self.comparisons: list[Comparison] = []
        self.claims: list[Claim] = []
        bind = partial(self.bound, compared=True)
        self.claim_reader = ClaimReader(self.scope, self.comparison, bind)
        self.sheet: list[Relation] = []
        self.readings: list[Reading] = []
        self.compounds: dict[str, list[str]] = {}
        self.calls: dict[str, list[Call]] = {}
        """The calls that made unnamed things, by kind and place: a loop makes several at one place."""

    @property
    def diagnostics(self) -> list[Diagnostic]:
        """What was found while reading."""
        return self.scope.diagnostics

    def run(self) -> Panel:
        """Return the panel."""
        found = reread(
            self.draft.statements, lambda word: self.kind_of(word)[0], self.vocabulary, self.scope.source
        )
        self.diagnostics.extend(found.diagnostics)
        declared = [s for s in found.statements if isinstance(s, Declaration)]
        for statement in declared:
            self.name(statement, statement.declarators[0])
        for statement in declared:
            self.declare(statement, statement.declarators[0])
        for other in found.statements:
            if isinstance(other, RelationSyntax):
                self.say(other)
        self.companions()
        self.superseded()
        self.changes()
        return Panel(
            name=self.draft.name, caption=self.draft.caption, entities=self.scope.entities,
            relations=tuple(self.scope.relations), comparisons=tuple(self.comparisons), span=self.draft.span,
            claims=tuple(self.claims),
        )  # fmt: skip

    def companions(self) -> None:
        """Bring along the kinds that conventionally accompany others, unless their first trait is there."""
        for entity in list(self.scope.entities.values()):
            word = entity.kind.companion(entity) if entity.kind.companion and not entity.style.bare else ""
            kind = self.vocabulary.kind(word) if word else None
            if kind is not None and not any(kind.traits[0] in k.traits for k in self.scope.kinds.values()):
                self.scope.mention(f"{kind.name}@", kind, entity.span)

    def superseded(self) -> None:
        """Drop an arrangement taken over from another panel where this one says its own of the same things."""
        opened = self.draft.span
        sole = [r for r in self.scope.relations if r.verb.sole]
        own = [r for r in sole if opened is None or r.span.start >= opened.start]
        old = [r for r in sole if r not in own and any(shares_members(r, new) for new in own)]
        self.scope.relations[:] = [r for r in self.scope.relations if r not in old]

    def changes(self) -> None:
        """Let what is said of the looks of things take effect."""
        for relation in self.scope.relations:
            if relation.verb.change is not None:
                self.scope.entities.update(relation.verb.change(relation, self.scope.entities))

    # Declarations

    def name(self, statement: Declaration, declarator: Declarator) -> None:
        """Make a name known, so that what stands before its declaration may use it."""
        held = self.scope.kinds.get(declarator.name)
        if held is not None:
            message = f"`{declarator.name}` is declared twice"
            self.diagnostics.append(
                DUPLICATE_NAME.found(message, declarator.span, hints=["give one of them another name"])
            )
            return
        kind, flags = self.kind_of(statement.kind)
        if kind is None:
            kind = self.vocabulary.kind_in(Role.THING)
            self.unknown_kind(statement.kind, statement.span)
        elif claim := claimant(statement.kind, said_of(declarator), self.vocabulary):
            kind = claim
        elif declines(kind, said_of(declarator)):
            kind = self.another_home(statement.kind, kind, declarator)
        elif kind.space and is_flat(said_of(declarator), self.scope.kinds):
            kind = next((home for home in self.vocabulary.homes(statement.kind) if not home.space), kind)
        self.compounds[declarator.name] = flags
        self.scope.kinds[declarator.name] = kind

    def kind_of(self, word: str) -> tuple[Kind | None, list[str]]:
        """Return the kind of a word, and the flags in front of it: `dashed_line` is a dashed line."""
        kind = self.vocabulary.kind(word)
        if kind is not None:
            return kind, []
        head, _, tail = word.partition("_")
        kind = self.vocabulary.kind(tail) if tail else None
        if kind is not None and (head in kind.flags or with_flag(Style(), head)):
            return kind, [head]
        return None, []

    def another_home(self, word: str, kind: Kind, declarator: Declarator) -> Kind:
        """Return what a word means where its own kind lacks all that it needs."""
        other = home_of(word, said_of(declarator), self.vocabulary)
        if other is None:
            other = self.vocabulary.kind_in(Role.THING)
            message = (
                f"`{declarator.name}` has no `{kind.needs[0]}`: it is drawn as the thing that `{word}` names"
            )
            self.diagnostics.append(UNKNOWN_KIND.found(message, declarator.span, severity=Severity.NOTE))
        return other

    def unknown_kind(self, word: str, span: Span) -> None:
        """Report a kind that nobody declares, at its word."""
        self.diagnostics.append(unknown_kind(word, self.word_span(word, span), self.vocabulary))

    def word_span(self, word: str, span: Span) -> Span:
        """Return the place of a word at the start of a statement, or the whole statement if it is not there."""
        start = Span(start=span.start, end=span.start + len(word))
        return start if self.scope.source.slice(start) == word else span

    def declare(self, statement: Declaration, declarator: Declarator) -> None:
        kind = self.scope.kinds.get(declarator.name)
        if kind is None or (
            declarator.name in self.scope.entities and self.scope.entities[declarator.name].named
        ):
            return
        args = list(declarator.args or ())
        if declarator.value is not None:
            args = with_value(kind, declarator, args)
        self.entity(declarator.name, kind, args, statement.span.cover(declarator.span), word=statement.kind)

    def entity(
        self, name: str, kind: Kind, args: list[Arg], span: Span, *, word: str, named: bool = True
    ) -> None:
        """Bind the arguments of a thing and put it among the entities."""
        own = Name(span=span, id=name)
        owner = name if named else ""
        binder = Binder(self.reader, kind, lambda verb, arg: self.related(verb, own, arg, owner))
        generic = kind is self.vocabulary.kind_in(Role.THING)
        bound = binder.bind(args, lenient=generic)
        self.letters_in_name(name, kind, bound, span)
        for flag in self.compounds.get(name, ()):
            styled = with_flag(bound.style, flag)
            bound.style, bound.flags = (
                (styled, bound.flags) if styled else (bound.style, [*bound.flags, flag])
            )
        binder.complete(own, f"{kind.name} {name}" if named else kind.name)
        self.scope.kinds[name] = kind
        self.scope.entities[name] = Entity(
            name=name, kind=kind, span=span, values=bound.values, style=bound.style, flags=tuple(bound.flags),
            texts=tuple(bound.texts), extra=tuple(bound.extra), named=named, waived=tuple(bound.waived), word=word,
        )  # fmt: skip
        self.readings.append(reading_of(self.scope.entities[name]))

    def letters_in_name(self, name: str, kind: Kind, bound: Arguments, span: Span) -> None:
        """Let `triangle ABC` and `segment AB` have the points that their names spell."""
        slot = next((s for s in kind.slots if s.many and Want.POINT in s.wants), None)
        letters = self.scope.letters(name)
        if slot is None or letters is None or kind.vague or slot.name in bound.values:
            return
        for letter in letters:
            self.scope.point(letter, span)
        bound.values[slot.name] = Given(Listed(tuple(Ref(letter) for letter in letters)), span)

    def create(self, kind: Kind, call: Call, *, word: str = "") -> str | None:
        """Make the unnamed thing that a kind used as a call stands for; `word` is the author's for it."""
        name = self.unnamed(kind, call)
        if name not in self.scope.entities:
            self.scope.kinds[name] = kind
            self.entity(name, kind, list(call.args), call.span, word=word or kind.name, named=False)
        return name

    def unnamed(self, kind: Kind, call: Call) -> str:
        """Return the name within of what a call makes: one for each place, and in a loop for each turn."""
        place = f"{kind.name}@{call.span.start}"
        turns = self.calls.setdefault(place, [])
        if call not in turns:
            turns.append(call)
        turn = turns.index(call)
        return f"{place}.{turn + 1}" if turn else place

    # What is said

    def say(self, statement: RelationSyntax) -> None:
        expr = statement.expr
        if isinstance(expr, Compare):
            self.compare(expr)
        elif isinstance(expr, Link):
            read_link(expr, statement.args, self.scope, self.relation)
        elif isinstance(expr, Call) and isinstance(expr.callee, Name):
            self.called(expr, expr.callee.id)
        elif isinstance(expr, Name) and self.says_itself(expr.id):
            self.called(Call(span=expr.span, callee=expr), expr.id)
        else:
            self.unchecked(statement.span, "this statement says nothing by itself")

    def says_itself(self, word: str) -> bool:
        """Whether a word alone says something: a verb that needs no argument, `not_to_scale`."""
        verb = self.vocabulary.verb(word)
        return verb is not None and not self.scope.has(word) and not any(slot.required for slot in verb.slots)

    def unchecked(self, span: Span, message: str, *hints: str) -> None:
        self.diagnostics.append(UNCHECKED.found(message, span, hints=hints))

    def called(self, call: Call, word: str) -> None:
        """Read a call: a verb, a thing to which relations are added, an unnamed thing, or a word unknown."""
        if word == WAIVER:
            self.waive(call)
        elif self.scope.has(word) and (self.vocabulary.verb(word) is None or all(a.name for a in call.args)):
            self.about(word, call)
        elif (verb := self.vocabulary.verb(word)) is not None and verb is self.vocabulary.verb_in(Role.CLAIM):
            found = tuple(self.claim_reader.read(call))
            self.claims += found
            self.readings += [Reading(claim.span, f"to verify: {claim.text}") for claim in found]
        elif verb is not None:
            self.relation(verb, call.args, call.span)
        elif (kind := self.kind_of(word)[0]) is not None:
            self.compounds.setdefault(self.unnamed(kind, call), self.kind_of(word)[1])
            self.create(kind, call)
        else:
            self.unknown_call(call, word)

    def about(self, name: str, call: Call) -> None:
        """Read `c(right_of = a)` about a declared thing."""
        kind = self.scope.kinds[name]
        own = Name(span=call.callee.span, id=name)
        binder = Binder(self.reader, kind, lambda verb, arg: self.related(verb, own, arg, name))
        bound = binder.bind(call.args)
        held = self.scope.entities.get(name)
        if held is not None:
            again = {slot: given for slot, given in bound.values.items() if slot in held.values}
            for slot, given in again.items():
                self.said_again(name, slot, given, call)
            new = {slot: given for slot, given in bound.values.items() if slot not in again}
            self.scope.entities[name] = replace(
                held, values={**held.values, **new}, flags=(*held.flags, *bound.flags),
                texts=(*held.texts, *bound.texts), extra=(*held.extra, *bound.extra),
            )  # fmt: skip

    def said_again(self, name: str, slot: str, given: Given, call: Call) -> None:
        """Let both statements hold where a thing's slot is said twice: the second becomes a relation."""
        verb = self.vocabulary.verb(slot)
        if verb is None or verb.hold is None or len(verb.slots) < 2:
            self.unchecked(given.span, f"`{slot}` of `{name}` is said twice", "the first one counts")
            return
        values = {verb.slots[0].name: Given(Ref(name), call.callee.span), verb.slots[1].name: given}
        self.add(Relation(verb, call.span, values, text=self.scope.text(call.span)))

    def waive(self, call: Call) -> None:
        for arg in call.args:
            if isinstance(arg.value, Name) and arg.value.id in self.scope.entities:
                held = self.scope.entities[arg.value.id]
                self.scope.entities[arg.value.id] = replace(held, waived=(*held.waived, "*"))

    def unknown_call(self, call: Call, word: str) -> None:
        """Keep what a verb or kind says that nobody declared: an arrow, a label, or a thing."""
        things = [
            t
            for a in call.args
            if isinstance(a.value, Name | Part) and (t := self.reader.thing(a.value, "")) is not None
        ]
        says = any(isinstance(a.value, Text | Quantity) for a in call.args)
        if not things and says:
            self.unknown_kind(word, call.callee.span)
            self.create(self.vocabulary.kind_in(Role.THING), call, word=word)
            return
        self.diagnostics.append(unknown_verb(word, call.callee.span, self.vocabulary))
        if things:
            self.keep(call, things[0])

    def keep(self, call: Call, subject: Value) -> None:
        """Keep what an unknown verb says of a thing: an arrow where it has a direction, a label where it has a text."""
        readings = [(self.reader.direction(a.value), a.value) for a in call.args if not self.refers(a.value)]
        heading = next(
            (d for d, expr in readings if d is not None and not isinstance(expr, Text | Quantity)), None
        )
        said = next((a.value for a in call.args if isinstance(a.value, Text | Quantity)), None)
        text = self.reader.text(said) if said is not None else None
        verb = self.vocabulary.verb_in(Role.LABEL if heading is None else Role.ARROW)
        if text is None and heading is None:
            return
        values = {verb.slots[0].name: Given(subject, call.span)}
        for want, value in ((Want.TEXT, text), (Want.DIRECTION, heading)):
            slot = next((s for s in verb.slots if want in s.wants), None)
            if slot is not None and value is not None:
                values[slot.name] = Given(value, call.span)
        self.add(Relation(verb, call.span, values, text=self.scope.text(call.span)))

    def refers(self, expr: Expr) -> bool:
        """Whether an expression is the name of a thing."""
        return isinstance(expr, Name) and self.scope.has(expr.id)

    def related(self, verb: Verb, own: Name, arg: Arg, owner: str) -> None:
        """Read a relation that is said as an argument of an owner, if it has a name: `below = p` is `below(own, p)`."""
        given = arg.value
        spread = given.items if isinstance(given, Tuple | List) and takes_several(verb) else (given,)
        args = (Arg(span=own.span, value=own), *(Arg(span=g.span, value=g) for g in spread))
        self.relation(verb, args, arg.span, owner=owner)

    def relation(self, verb: Verb, args: tuple[Arg, ...], span: Span, *, owner: str = "") -> None:
        """Keep a relation; reports name its owner where it is said as an argument of one."""
        rows = [self.keyed(arg, verb) for arg in args] if verb.keyed else []
        if rows and all(rows):
            for row in rows:
                self.relation(verb, row, row[0].span)
            return
        relation = self.bound(verb, args, span)
        if relation is None:
            return
        if owner:
            relation = replace(relation, text=f"{owner}({relation.text})")
        subject = verb.slots[0].name if verb.slots else ""
        first = relation.values.get(subject)
        if verb.distributes and first is not None and isinstance(first.value, Listed):
            for member in first.value.items:
                self.add(replace(relation, values={**relation.values, subject: Given(member, first.span)}))
        else:
            self.add(relation)

    def keyed(self, arg: Arg, verb: Verb) -> tuple[Arg, ...]:
        """Return what an argument says that gives a look, a thing, a kind or a sign its text; nothing for another."""
        if isinstance(arg.value, Equation):
            sign, meaning = arg.value.left, arg.value.right
            if not isinstance(sign, Text) or not isinstance(meaning, Text):
                return ()
            both = Text(span=arg.span, value=f"{sign.value}: {meaning.value}")
            return (Arg(span=arg.span, value=both),)
        known = arg.name and (
            self.scope.has(arg.name) or with_flag(Style(), arg.name) or self.vocabulary.kind(arg.name)
        )
        if not known or not isinstance(arg.value, Text) or verb.slot(arg.name or "") is not None:
            return ()
        key = Arg(span=arg.span, value=Name(span=arg.span, id=arg.name or ""))
        return (key, arg.model_copy(update={"name": None}))

    def bound(
        self, verb: Verb, args: tuple[Arg, ...], span: Span, *, compared: bool = False
    ) -> Relation | None:
        """Bind the arguments of a verb."""
        binder = Binder(self.reader, verb)
        found = binder.bind(tuple(self.spread_kind(a) for a in args))
        if not binder.complete(Arg(span=span, value=Name(span=span, id=verb.name)), verb.name):
            return None
        values = dict(found.values)
        slot = slot_for_text(verb, values) if found.texts else None
        if slot is not None:
            words = found.texts[0]
            values[slot.name] = Given(
                words if Want.TEXT in slot.wants else Measure(words.text, quoted=True), span
            )
        return Relation(
            verb=verb, span=span, values=values, style=found.style, flags=tuple(found.flags),
            text=self.scope.text(span), compared=compared,
        )  # fmt: skip

    def spread_kind(self, arg: Arg) -> Arg:
        """Let a kind's name stand for all things of that kind: `style(vector, red)`."""
        word = arg.value.id if isinstance(arg.value, Name) else ""
        known = self.scope.has(word) or self.scope.is_known_chain(word)
        kind = self.vocabulary.kind(word) if word and not known else None
        members = [n for n, k in self.scope.kinds.items() if k is kind] if kind else []
        if not members or arg.name:
            return arg
        names = tuple(Name(span=arg.span, id=n) for n in members)
        whole = names[0] if len(names) == 1 else List(span=arg.span, items=names)
        return arg.model_copy(update={"value": whole})

    def add(self, relation: Relation) -> None:
        (self.sheet if relation.verb.sheet else self.scope.relations).append(relation)
        self.readings.append(reading_of(relation))

    def invoke(self, verb: Verb, call: Call) -> Value | None:
        """Return a measured value that stands in an equation."""
        relation = self.bound(verb, call.args, call.span, compared=True)
        return Invoked(relation) if relation else None

    def compare(self, expr: Compare) -> None:
        comparison = self.comparison(expr)
        if comparison is not None:
            self.comparisons.append(comparison)
            self.readings.append(Reading(expr.span, f"holds: {comparison.text}"))

    def comparison(self, expr: Compare) -> Comparison | None:
        """Return a comparison of measures; what is none is reported."""
        terms = [
            self.reader.line(t) or formula(t, self.reader) or self.reader.measure(t, ANY_MEASURE, True)
            for t in expr.terms
        ]
        found = tuple(t for t in terms if t is not None)
        text = self.scope.text(expr.span)
        if len(found) < len(terms):
            bad = next(e for e, t in zip(expr.terms, terms) if t is None)
            self.unchecked(
                bad.span, f"`{self.scope.text(bad.span)[:50]}` is not a measure", "it is not checked"
            )
            return None
        return Comparison(expr.ops, found, expr.span, text)
