"""Reads names, descriptions and pronouns in the order of the text, and links each to what it refers to."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from newsparse.model import Mention, Span
from newsparse.model.making import made_at
from newsparse_entities.grouping.groups import Group
from newsparse_entities.headlines import HeadlineRole
from newsparse_entities.lexicon import Pronoun, pronoun_label
from newsparse_entities.mentions.context import follows_relative
from newsparse_entities.phrases import Phrase, phrases
from newsparse_entities.reading import Reading
from newsparse_entities.references.appositions import Known, partners
from newsparse_entities.references.bodies import Bodies
from newsparse_entities.references.commanded import named_after
from newsparse_entities.references.history import History
from newsparse_entities.references.holders_of_roles import Bearers
from newsparse_entities.references.memory import Described, Memory
from newsparse_entities.references.nominals import DESCRIPTION
from newsparse_entities.references.pronouns import ANTECEDENT, Asked
from newsparse_entities.references.speakers import speaker_tokens
from newsparse_entities.references.spotting import Reference, references
from newsparse_entities.references.voices import Voice, state_genders
from newsparse_entities.roles.affiliations import held_roles
from newsparse_entities.roles.holders import Holders
from newsparse_entities.roles.names import PlacedNames
from newsparse_entities.roles.phrases import RolePhrase

_FIRST_SENTENCES = 4
"""In how many sentences at its start an article mentions people whom it names later."""
SPOKEN = ("first", "group", "second")
"""Classes of pronouns whose meaning depends on who speaks."""


class Named(NamedTuple):
    """A name with its group and its head token."""

    mention: Mention
    group: Group
    first: int
    last: int
    token: int


class Resolved(NamedTuple):
    """A mention that is not a name, its group if it has one, its kind, and whether the backend marked it."""

    mention: Mention
    group: Group | None
    kind: Pronoun | Literal["nominal"]
    given: bool


class Resolver:
    """Reads one document; ``resolve`` gives the mentions that are not names, and ``groups`` all groups."""

    def __init__(
        self,
        reading: Reading,
        groups: Iterable[Group],
        placed: PlacedNames,
        given: Iterable[Mention],
        roles: Sequence[RolePhrase],
        in_title: Mapping[Group, Sequence[HeadlineRole]],
    ) -> None:
        """``placed`` are all names, dates too, whose words refer to nothing; ``given`` what the backend marked too.

        ``roles`` are the role phrases beside the names of people, ``in_title`` the roles that the title gives them.
        """
        self._reading = reading
        self.groups = list(groups)
        self._taken = set(placed.at)
        self._names = [entry for group in self.groups for entry in _named(reading, group)]
        marked = list(given)
        self._references = list(references(reading, self._taken, [m for m in marked if m.form == "pronoun"]))
        pronouns = {reference.token for reference in self._references}
        spans = {reference.span for reference in self._references}
        described = [m for m in marked if m.form == "nominal" and m.span not in spans]
        self._phrases = phrases(reading, self._taken | pronouns, described)
        self._speakers: dict[int, Group] = {}
        self._quotes: dict[int, list[int]] = {}
        self._named_in_content: dict[int, frozenset[Group]] = {}
        self._chains: dict[tuple[str, Group | int | None], Group] = {}
        self._history = History(reading)
        by_mention = {entry.mention.id: entry.group for entry in self._names}
        found = functools.cache(lambda: held_roles(roles, Holders(reading, placed, by_mention), by_mention))
        bearers = Bearers(reading, self._history, found, in_title)
        self._memory = Memory(reading, self._history, Bodies(found), bearers)
        self._meanings = self._memory.meanings

    def resolve(self) -> list[Resolved]:
        """All pronouns and descriptions, which are now members of their groups."""
        if not self._reading.tokens:
            return []
        self._prepare()
        items: list[Named | Phrase | Reference] = [*self._names, *self._phrases, *self._references]
        found: list[tuple[Reference | Phrase, Group | None]] = []
        spoken: list[Reference] = []
        for item in sorted(items, key=_token):
            if isinstance(item, Named):
                self._read_name(item)
            elif isinstance(item, Phrase):
                if (meant := self._read_phrase(item)) is not None:
                    found.append((item, meant))
            elif item.kind in SPOKEN:
                spoken.append(item)
            else:
                found.append((item, self._read_pronoun(item)))
        known = self._introduced()
        found = [(item, known.get(group, group) if group else None) for item, group in found]
        found += [(item, self._spoken(item)) for item in spoken]
        return self._resolved(found)

    def _prepare(self) -> None:
        """Find appositions, predicates and speakers before the reading begins; names are known from the start."""
        known = [Known(n.first, n.last, n.token, n.group.label, named=True) for n in self._names]
        known += [Known(r.token, r.token + 1, r.token, pronoun_label(r.kind), named=False) for r in self._references]
        self._memory.partners = partners(self._reading, known, self._phrases)
        heads = [
            *(n.token for n in self._names),
            *(p.token for p in self._phrases),
            *(r.token for r in self._references),
        ]
        of_name = {index: entry for entry in self._names for index in range(entry.first, entry.last)}
        self._memory.of_name = {index: entry.group for index, entry in of_name.items()}
        self._named_in_content = self._contents()
        self._memory.speaking = self._heads_of_sources()
        state_genders(self._voices())
        for quote, token in speaker_tokens(self._reading, [*heads, *of_name]).items():
            if token in of_name:
                self._speakers[quote] = of_name[token].group
            else:
                self._quotes.setdefault(token, []).append(quote)

    def _voices(self) -> Iterator[Voice]:
        """The people named or described, and the pronouns for one person outside marks; not who is only told of."""
        for name in self._names:
            if name.group.label == "Person":
                yield Voice(name.token, self._speaks(name.first, name.last), person=name.group)
        for phrase in self._phrases:
            speaks = self._speaks(phrase.token)
            if phrase.label == "Person" and (speaks or not self._reading.told(phrase.token)):
                yield Voice(phrase.token, speaks)
        for pronoun in self._references:
            if pronoun.kind in ("masculine", "feminine") and self._reading.quote_at(pronoun.span.start) is None:
                yield Voice(pronoun.token, self._speaks(pronoun.token), gender=pronoun.kind)

    def _heads_of_sources(self) -> frozenset[int]:
        """The head words of the sources of what is said."""
        spans = (span for item in self._reading.attributions for span in item.source)
        sources = map(self._reading.starting_in, spans)
        return frozenset(map(self._reading.top_index, sources))

    def _contents(self) -> dict[int, frozenset[Group]]:
        """The words of each source to those who are named in what it says, outside the source itself."""
        found: dict[int, frozenset[Group]] = {}
        of_name = self._memory.of_name
        for item in self._reading.attributions:
            spans = map(self._reading.starting_in, item.content)
            named = frozenset([of_name[at] for words in spans for at in words if at in of_name])
            for at in (at for span in item.source for at in self._reading.starting_in(span)):
                found[at] = found.get(at, frozenset()) | named
        return found

    def _mean(self, token: int, group: Group) -> None:
        """Note what the mention at ``token`` refers to, also as the speaker of its quotes."""
        self._meanings[token] = group
        self._memory.heard(token, group)
        for quote in self._quotes.get(token, ()):
            self._speakers[quote] = group

    def _speaks(self, first: int, last: int | None = None) -> bool:
        """Whether the word ``first``, or those from it to before ``last``, hold the head of a source."""
        return not self._memory.speaking.isdisjoint(range(first, last or first + 1))

    def _read_name(self, item: Named) -> None:
        for index in range(item.first, item.last):
            self._meanings[index] = item.group
            self._memory.heard(index, item.group)
        speaks = self._speaks(item.first, item.last)
        if follows_relative(self._reading, item.mention):
            self._history.kin.add(item.group)
        self._history.see(item.group, item.mention.span, item.token, speaks=speaks)
        self._note_age(item.group, item.last)
        title = item.mention.title
        self._memory.learn_name(item.group, item.mention.text, title.text if title else "")

    def _note_age(self, group: Group, comma: int, years: str | None = None) -> None:
        """Note the age of somebody that is told after a comma, or is ``years``: "Ada Brook, 34", "a 9-year-old boy"."""
        after = self._reading.word(comma + 1) if self._reading.word(comma) == "," else ""
        age = after if after.isdigit() else years
        if age is not None and group.label == "Person":
            self._memory.learn_age(age, group, self._reading.sentence_of_word(comma - 1))

    def _read_phrase(self, phrase: Phrase) -> Group | None:
        """What a description means, a new group where nothing is known; None for one kept only where it is known."""
        if phrase.aside:
            self._see_newcomer(phrase)
            return None
        decision = DESCRIPTION.decide(Described(phrase, self._memory), phrase.span)
        if decision is None and phrase.tentative:
            return None
        group = decision.found if decision else self._new(phrase.label, plural=phrase.plural)
        if phrase.gender and not group.plural and group.allows(phrase.gender):
            group.genders.add(phrase.gender)
        self._memory.learn_phrase(phrase, group)
        self._note_age(group, phrase.token + 1, phrase.years)
        self._history.see(group, phrase.span, phrase.token, speaks=self._speaks(phrase.token))
        self._mean(phrase.token, group)
        return group

    def _see_newcomer(self, phrase: Phrase) -> None:
        """Note somebody new as whom a pronoun may mean, unless grammar links the description to a name."""
        if phrase.token in self._memory.partners:
            return
        group = self._new(phrase.label, plural=phrase.plural)
        if phrase.gender and not phrase.plural:
            group.genders.add(phrase.gender)
        self._history.see(group, phrase.span, phrase.token, speaks=self._speaks(phrase.token))

    def _later(self, phrase: Phrase) -> Group | None:
        """The person named later whom a role in a headline, or one in full at the start of an article, means."""
        if self._reading.in_headline(phrase.span.start):
            return self._memory.introduced(phrase) if phrase.opening == "bare" and not phrase.plural else None
        start = self._reading.sentence_at(phrase.span.start) < _FIRST_SENTENCES
        anaphoric = phrase.opening in ("definite", "possessive")
        owner = Described(phrase, self._memory).owner
        return self._memory.bearers.later(phrase, owner) if start and anaphoric else None

    def _introduced(self) -> dict[Group, Group]:
        """The people named later that bare roles of a headline mean, by the groups made for these: "auditor says"."""
        known: dict[Group, Group] = {}
        for phrase in self._phrases:
            group = self._meanings.get(phrase.token)
            if group is None or group.named or group.label != "Person":
                continue
            person = self._later(phrase)
            if person is not None:
                known[group] = person
                person.last = max(person.last, group.last)
                self._mean(phrase.token, person)
        self.groups = [group for group in self.groups if group not in known]
        return known

    def _read_pronoun(self, reference: Reference) -> Group | None:
        group = self._antecedent(reference)
        if group is None:
            return None
        if reference.kind in ("masculine", "feminine"):
            group.genders.add("masculine" if reference.kind == "masculine" else "feminine")
        speaks = self._speaks(reference.token)
        self._history.see(group, reference.span, reference.token, pronoun=True, speaks=speaks)
        self._mean(reference.token, group)
        return group

    def _antecedent(self, reference: Reference) -> Group | None:
        named = self._named_in_content.get(reference.token, frozenset())
        named |= named_after(self._reading.tree, reference.token, self._memory.of_name)
        speaks = self._speaks(reference.token)
        asked = Asked(reference, self._reading, self._history, self._speakers, named, speaks)
        decision = ANTECEDENT.decide(asked, reference.span)
        return decision.found if decision else None

    def _spoken(self, reference: Reference) -> Group:
        """The speaker for "I" in a quote; "we" of one speaker is one thing, and so is "I" outside quotes."""
        found = self._antecedent(reference)
        if found is not None:
            return found
        quote = self._reading.quote_at(reference.span.start)
        speaker = self._speakers.get(quote) if quote is not None else None
        turn = quote if speaker is None else speaker
        if (reference.kind, turn) not in self._chains:
            self._chains[reference.kind, turn] = self._new("Person", plural=reference.kind != "first")
        return self._chains[reference.kind, turn]

    def _new(self, label: str, *, plural: bool) -> Group:
        group = Group(label=label, plural=plural)
        self.groups.append(group)
        return group

    def _resolved(self, found: Sequence[tuple[Reference | Phrase, Group | None]]) -> list[Resolved]:
        """References and descriptions as mentions, each a member of its group."""
        result = []
        for (item, group), mention in zip(found, self._mentions(found), strict=True):
            if group is not None:
                group.add(mention)
                group.given |= item.given is not None
            kind: Pronoun | Literal["nominal"] = "nominal" if isinstance(item, Phrase) else item.kind
            result.append(Resolved(mention, group, kind, item.given is not None))
        return result

    def _mentions(self, found: Sequence[tuple[Reference | Phrase, Group | None]]) -> list[Mention]:
        """The mentions of references and descriptions, made together."""
        items = [item for item, _ in found]
        given = [item.given for item in items]
        return made_at(
            Mention,
            self._reading.text,
            [item.span for item in items],
            label=[group.label if group else _label(item) for item, group in found],
            form=[_form(item) for item in items],
            head=[self._head(item) for item in items],
            confidence=[mention.confidence if mention else None for mention in given],
            origin=[mention.origin if mention else None for mention in given],
        )

    def _head(self, item: Reference | Phrase) -> Span | None:
        """The head of a mention as the backend gives it; the word itself for those that it did not mark."""
        return item.given.head if item.given else self._reading.tokens[item.token].span


def _label(item: Reference | Phrase) -> str:
    return item.label if isinstance(item, Phrase) else pronoun_label(item.kind)


def _form(item: Reference | Phrase) -> str:
    return "nominal" if isinstance(item, Phrase) else "pronoun"


def _named(reading: Reading, group: Group) -> list[Named]:
    found = []
    for item in group.members:
        inside = reading.starting_in(item.span)
        if inside:
            found.append(Named(item, group, inside.start, inside.stop, reading.top_index(inside)))
            group.plural |= _in_plural(reading, inside) and group.label == "Person"
    return found


def _in_plural(reading: Reading, inside: Sequence[int]) -> bool:
    return len(inside) == 1 and reading.tokens[inside[0]].xpos == "NNPS"


def _token(item: Named | Phrase | Reference) -> int:
    return item.token
