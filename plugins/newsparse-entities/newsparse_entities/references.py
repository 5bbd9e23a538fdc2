"""Words that stand for names: pronouns and a few sure nominals, each linked to its entity or left open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

import attrs

from newsparse.model import Mention, Span
from newsparse_entities.groups import Group
from newsparse_entities.lexicon import Gender, Pronoun, lexicon
from newsparse_entities.organisations import shares_word
from newsparse_entities.reading import Reading

WINDOW = 2
"""How many sentences before its own a pronoun or a nominal looks back."""

_RIVALS = {
    "neuter": ("Product", "Location", "Facility", "Misc", "Person"),
    "plural": ("Person", "NORP"),
}
"""Labels of mentions that could be meant too, or have a role in the organisation: then only a subject is sure."""
Kind = Pronoun | Literal["nominal"]

_OBJECTS = ("obj", "iobj", "obl")


@attrs.frozen(kw_only=True)
class Seen:
    """A mention already read: its group, place, rank as a subject, and whether "and" joins it to another person."""

    group: Group
    span: Span
    rank: int
    quote: int | None
    governor: int | None
    joined: bool


@attrs.frozen(kw_only=True)
class Reference:
    """A pronoun or nominal: its span, its class ("masculine", "nominal", ...), its head word and that word's token."""

    span: Span
    kind: Kind
    word: str
    token: int


class Resolver:
    """Reads the mentions and references of one document in order and links the latter to the former."""

    def __init__(self, reading: Reading, groups: Iterable[Group], named: Iterable[Mention]) -> None:
        """Index the members of ``groups``; words of ``named`` mentions, dates too, are no references."""
        self._reading = reading
        self._history: dict[int, list[Seen]] = {}
        self._named = sorted(((item, group) for group in groups for item in group.members), key=_place)
        self._taken = {index for item in named for index in reading.words_in(item.span)}

    def resolve(self) -> list[Mention]:
        """Mentions for all references; those that are linked are members of their groups from now on."""
        made: list[Mention] = []
        named = iter(self._named)
        upcoming = next(named, None)
        for reference in references(self._reading, self._taken):
            while upcoming and upcoming[0].span.start < reference.span.start:
                self._see(upcoming[1], upcoming[0].span)
                upcoming = next(named, None)
            group = self._antecedent(reference)
            if group or reference.kind != "nominal":
                made.append(self._mention(reference, group))
        return made

    def _mention(self, reference: Reference, group: Group | None) -> Mention:
        label = group.label if group else lexicon().pronoun_labels[reference.kind]
        head = self._reading.tokens[reference.token].span
        form = "nominal" if reference.kind == "nominal" else "pronoun"
        mention = Mention.make(self._reading.text, reference.span, label=label, form=form, head=head)
        if group:
            group.add(mention)
            self._see(group, reference.span)
            if reference.kind in ("masculine", "feminine"):
                group.genders.add(reference.kind)
        return mention

    def _see(self, group: Group, span: Span) -> None:
        row = self._history.setdefault(self._reading.sentence_at(span.start), [])
        between = self._reading.text[row[-1].span.end : span.start].strip() if row else ""
        joined = between == "and"
        if joined:
            row[-1] = attrs.evolve(row[-1], joined=True)
        top = self._reading.top(span)
        row.append(
            Seen(
                group=group,
                span=span,
                rank=self._reading.subject_rank(span),
                quote=self._reading.quote_at(span.start),
                governor=top.head if top else None,
                joined=joined,
            )
        )

    def _antecedent(self, reference: Reference) -> Group | None:
        if reference.kind in ("masculine", "feminine"):
            return self._person(reference, reference.kind)
        if reference.kind == "relative":
            return self._before_who(reference)
        if reference.kind == "nominal":
            return self._named_by(reference)
        return self._body(reference)

    def _levels(self, reference: Reference, back: int) -> Iterator[list[Seen]]:
        """The mentions of the reference's sentence that it can mean, then those of each sentence before."""
        number = self._reading.sentence_at(reference.span.start)
        for sentence in range(number, number - back - 1, -1):
            row = self._history.get(sentence, ())
            yield [seen for seen in row if self._reachable(seen, reference, sentence == number)]

    def _reachable(self, seen: Seen, reference: Reference, same_sentence: bool) -> bool:
        """Quoted words do not mean their speaker, nor their frame someone quoted; a subject is not its own object."""
        quote = self._reading.quote_at(reference.span.start)
        if quote != seen.quote and (quote is None or same_sentence):
            return False
        token = self._reading.tokens[reference.token]
        object_of = token.head if (token.deprel or "").split(":")[0] in _OBJECTS else None
        own = object_of is not None and seen.rank > 0 and seen.governor == object_of
        return not own or reference.word in lexicon().reflexives

    def _person(self, reference: Reference, gender: Gender) -> Group | None:
        for level in self._levels(reference, WINDOW):
            fitting = [seen for seen in level if seen.group.label == "Person" and seen.group.allows(gender)]
            stated = [seen for seen in fitting if gender in seen.group.genders]
            pool = stated or [seen for seen in fitting if not seen.joined]
            if pool:
                return max(pool, key=_salience).group
            if fitting:
                return None
        return None

    def _before_who(self, reference: Reference) -> Group | None:
        row = self._history.get(self._reading.sentence_at(reference.span.start), ())
        if not row or row[-1].group.label != "Person":
            return None
        gap = self._reading.text[row[-1].span.end : reference.span.start]
        return row[-1].group if gap.strip() in ("", ",") else None

    def _named_by(self, reference: Reference) -> Group | None:
        """The only organisation in reach, for "the company"; for "the bank" the only one with that word in its name."""
        near = [seen for level in self._levels(reference, WINDOW) for seen in level]
        every = [seen for seen in near if seen.group.label == "Organization"]
        if reference.word in lexicon().typed_nouns:
            every = [seen for seen in every if shares_word(seen.group, reference.word)]
        return _only(every)

    def _body(self, reference: Reference) -> Group | None:
        """The organisation that "it" or "they" means where the sentence offers one alone or as its subject."""
        token = self._reading.tokens[reference.token]
        if (token.deprel or "").startswith("expl"):
            return None
        for level in self._levels(reference, 1):
            bodies = [seen for seen in level if seen.group.label == "Organization" and not seen.joined]
            subjects = [seen for seen in bodies if seen.rank > 0]
            rivals = [seen for seen in level if seen.group.label in _RIVALS[reference.kind]]
            if reference.kind == "plural":
                bodies = subjects
            if subjects or bodies or rivals:
                return _only(subjects) or (None if rivals else _only(bodies))
        return None


def references(reading: Reading, taken: set[int]) -> Iterator[Reference]:
    """The pronouns and candidate nominals in order, except at words of names (``taken``, token indices)."""
    lists = lexicon()
    tokens = reading.tokens
    nominals = lists.company_nouns | lists.typed_nouns
    end = 0
    for index, token in enumerate(tokens):
        word = token.text.lower()
        if token.span.start < end or index in taken:
            continue
        if word in lists.pronouns and _is_pronoun(token.text, token.upos):
            yield Reference(span=token.span, kind=lists.pronouns[word], word=word, token=index)
            end = token.span.end
        elif word in nominals and token.text == word and _definite(reading, index, taken):
            span = Span(tokens[index - 1].span.start, token.span.end)
            yield Reference(span=span, kind="nominal", word=word, token=index)
            end = span.end


def _is_pronoun(surface: str, tag: str | None) -> bool:
    """Whether a word is the pronoun and no acronym ("IT") or foreign word of the same letters."""
    return (surface.islower() or surface.istitle()) and tag in (None, "PRON", "DET")


def _definite(reading: Reading, index: int, taken: set[int]) -> bool:
    """Whether "the" stands right before the noun and neither a name nor "of ..." right behind it."""
    tokens = reading.tokens
    if index == 0 or index - 1 in taken or tokens[index - 1].text.lower() != "the":
        return False
    if not tokens[index - 1].span.end <= tokens[index].span.start:
        return False
    return index + 1 == len(tokens) or (index + 1 not in taken and tokens[index + 1].text.lower() != "of")


def _only(seen: Iterable[Seen]) -> Group | None:
    groups = {id(item.group): item.group for item in seen}
    return next(iter(groups.values())) if len(groups) == 1 else None


def _salience(seen: Seen) -> tuple[int, int]:
    return (seen.rank, seen.span.start)


def _place(entry: tuple[Mention, Group]) -> tuple[int, int]:
    return (entry[0].span.start, -entry[0].span.end)
