"""A document with its figures: words and trees, and the noun phrases that no figure is part of."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from newsparse.model import Document, Passage, QuantityKind, Span
from newsparse.syntax import SUBJECTS, Tree
from newsparse_numbers.lexicon import endings, months, owners, people, words
from newsparse_numbers.quantities.found import Found
from newsparse_numbers.subjects.names import Chains, Named

MODIFIERS = frozenset(
    ["amod", "compound", "nmod", "flat", "nmod:desc", "nmod:unmarked", "goeswith", "fixed", "nmod:poss"]
)
NOUNS = frozenset(["NOUN", "PROPN", "SYM"])
POSSESSIVES = frozenset(["'s", "’s"])
HYPHENS = frozenset(["-", "–"])
HOLDERS = frozenset(["Organization", "Person", "Location", "NORP", "Facility", "Product", "Misc"])
OWNERS = frozenset(["Person", "Organization"])
MODIFYING: frozenset[QuantityKind] = frozenset(["duration", "age"])
"""The kinds of figures that often stand inside the phrase of another figure: "hundreds of 12-year-old girls"."""
_INNER = MODIFYING | {"count"}
"""Those, and numbers: "a dozen of its several dozen workers"."""
REACH_WORDS = 40
"""How far a line is read on either side of a word that no sentence holds."""

_NAMED_BEHIND = frozenset(["flat", "compound", "goeswith"])
_UNMODIFYING = frozenset(["PRON", "DET", "ADP", "PUNCT"])
_DESCRIBING = frozenset(["ADJ", "DET", "ADV"])
_AFTER_PHRASE = frozenset(["ADP", "VERB", "AUX", "PUNCT", "CCONJ", "PRON", "SCONJ"])
_MODIFYING_AS = {"PRON": "nmod:poss", "VERB": "amod"}
"""The relation in which words of these classes are inside a noun phrase."""
_JOINING_MARKS = HYPHENS | POSSESSIVES | {","}
_INNER_MARKS = frozenset(["-", "–", "$", "&"])


class Page(Tree):
    """The words and trees of a document, and which words its figures take: those count and measure nothing."""

    def __init__(self, document: Document, figures: Iterable[Found] = ()) -> None:
        """Take the words of ``figures``; those of ages refer to a person."""
        super().__init__(document)
        self.text = document.text
        self.lower = self.words.lower
        kinds: dict[int, QuantityKind] = {}
        ages: dict[int, Span] = {}
        for figure in figures:
            inside = self.index.overlapping(figure.span)
            kinds.update(dict.fromkeys(inside, figure.quantity.kind))
            if figure.quantity.kind == "age":
                ages.update(dict.fromkeys(inside, figure.span))
        self.kinds = kinds
        self.taken = frozenset(kinds)
        self._cases: dict[int, str] = {}
        self._subjects: dict[int, int | None] = {}
        self._around: dict[int, range] = {}
        self._upward: dict[range, frozenset[int]] = {}
        self.ages = ages

    @cached_property
    def named(self) -> Named:
        """The names, by place."""
        return Named(self.document.mentions)

    @cached_property
    def chains(self) -> Chains:
        """The pronouns, with the names of what they refer to."""
        return Chains(self.document.mentions)

    def sentence(self, word: int) -> range:
        """The words of the sentence that holds a word; of its line where no sentence does."""
        found = self._around.get(word)  # rules ask about the same words over and over
        if found is None:
            alone = self.index.sentence_of(word) is None
            found = self.index.line(word, REACH_WORDS) if alone else self.index.sentence(word)
            self._around[word] = found
        return found

    def noun(self, word: int) -> bool:
        """Whether a word is a noun or name, not part of a figure."""
        token = self.tokens[word]
        return word not in self.taken and token.upos in NOUNS and token.text[0].isalpha()

    def is_time(self, word: int) -> bool:
        """Whether a word only says when: "year", "Monday", "May"."""
        lower = self.lower[word]
        if lower in words("frames.periods", "dates.weekdays"):
            return True
        return self.tokens[word].upos == "PROPN" and lower in months()

    def is_owner(self, word: int) -> bool:
        """Whether a word is part of the name of a person or organisation, who owns figures and is not measured."""
        named = self.named.at(self.tokens[word].span)
        return named is not None and named.label in OWNERS

    def is_event(self, word: int) -> bool:
        """Whether a word is part of the name of an event, a work or a thing made, which last or measure something."""
        named = self.named.at(self.tokens[word].span)
        return named is not None and named.label in ("Misc", "Product", "Facility")

    def is_person(self, word: int) -> bool:
        """Whether a word is a common noun for people, which have figures and are not measured."""
        return self.tokens[word].upos == "NOUN" and self.lemma(word) in people()

    def can_own(self, word: int) -> bool:
        """Whether a word names somebody or a body that figures can belong to, by name or by a common noun."""
        if not self.noun(word):
            return False
        named = self.named.at(self.tokens[word].span)
        if named is not None:
            return named.label in HOLDERS
        proper = self.tokens[word].upos == "PROPN" and not self.is_time(word)
        return proper or self.lemma(word) in owners()

    def case(self, word: int) -> str:
        """The preposition before a word in small letters, figures left out; empty where there is none."""
        if word not in self._cases:
            led = (child for child in self.children(word, "case") if child < word and child not in self.taken)
            self._cases[word] = next((self.lower[child] for child in led), "")
        return self._cases[word]

    def subject(self, verb: int) -> int | None:
        """The head of the subject of ``verb``: the nearest before it, else an object before it."""
        if verb not in self._subjects:
            self._subjects[verb] = self._subject(verb)
        return self._subjects[verb]

    def _subject(self, verb: int) -> int | None:
        found = [child for child in self.children(verb, *SUBJECTS) if self.lower[child] not in words("dates.days")]
        if found:
            return self._nearest_before(verb, found)
        if self.tokens[verb].upos != "VERB":
            return None
        return next((child for child in self.children(verb, "obj") if child < verb and self.noun(child)), None)

    def _nearest_before(self, verb: int, subjects: list[int]) -> int:
        """The last of ``subjects`` before their verb, if possible no figure and without preposition; else the first."""
        before = [child for child in subjects if child < verb]
        plain = [child for child in before if child not in self.taken and not self.case(child)]
        nearest = plain or before
        return nearest[-1] if nearest else subjects[0]

    def chain(self, words_of_figure: range) -> frozenset[int]:
        """The words of a figure and all the words above them."""
        known = self._upward.get(words_of_figure)  # asked for each date and each hedge near a figure
        if known is None:
            found = set(words_of_figure)
            for word in words_of_figure:
                found.update(self.above(word))
            known = self._upward[words_of_figure] = frozenset(found)
        return known

    def clause(self, word: int) -> int:
        """The nearest verb at or above a word, else the root."""
        last = word
        for at in (word, *self.above(word)):
            last = at
            if self.tokens[at].upos == "VERB":
                break
        return last

    def noun_phrase(self, head: int, figure: range) -> Passage:
        """The noun with the modifiers right before it, the words of ``figure`` left out."""
        first = last = head
        apart = self.taken.union(figure)
        while first >= 1 and first - 1 not in apart and self._modifies(first - 1, head):
            first -= 1
        for child in self.children(head):
            if child == last + 1 and child not in figure and self._belongs(child):
                last = child
        last = self._hyphened(last)
        while first < head and self._is_no_part(first):
            first += 1
        return Passage.at(self.text, self.tokens[first].span.start, self.tokens[last].span.end)

    def words_at(self, first: int, last: int) -> Passage:
        """The words from ``first`` to ``last``."""
        return Passage.at(self.text, self.tokens[first].span.start, self.tokens[last].span.end)

    def noun_phrase_start(self, head: int) -> int:
        """The first word of the noun phrase around ``head``, an article included."""
        first = head
        while first >= 1 and (self._modifies(first - 1, head) or self.lower[first - 1] in words("names.determiners")):
            first -= 1
        return first

    def phrase_from(self, first: int, end: int) -> int | None:
        """The head of the noun phrase that begins at ``first``: the last noun of its adjectives and nouns, or None."""
        noun: int | None = None
        for word in range(first, end):
            token = self.tokens[word]
            if word in self.taken:
                if noun is not None or not self._is_inner_figure(word):
                    break
            elif token.upos in ("NOUN", "PROPN") and token.text[0].isalnum():
                if noun is not None and self._begins_another(word, noun):
                    break
                noun = word
            elif self._makes_modifier(word, noun):
                noun = None
            elif not self._goes_on(word, noun, range(first, end)):
                break
        return noun

    def _is_inner_figure(self, word: int) -> bool:
        """Whether the word of a figure may be inside the phrase of another: "hundreds of 12-year-old girls"."""
        return self.tokens[word].upos == "NUM" or self.kinds[word] in _INNER

    def adjective_from(self, first: int, end: int) -> int | None:
        """The adjective that stands for people at the end of a phrase: "the world's hungry", "the very poor"."""
        word, closed = first, False
        while word < end and (self.tokens[word].upos in ("DET", "ADV", "NOUN", "PROPN") or self._owns(word)):
            closed = closed or self.tokens[word].upos == "DET" or self._owns(word)
            word += 1
        if not closed or word >= end or self.tokens[word].upos != "ADJ":
            return None
        follows = self.tokens[word + 1] if word + 1 < end else None
        return word if follows is None or follows.upos in _AFTER_PHRASE else None

    def _owns(self, word: int) -> bool:
        """Whether a word is the mark of an owner."""
        return self.tokens[word].text in POSSESSIVES

    def past_short_form(self, head: int | None, end: int) -> int | None:
        """The noun behind a short form in brackets after ``head``: "ten long-term agreement (LTA) contractors"."""
        if head is None or head + 4 >= end or self.tokens[head + 3].text != ")":
            return head
        if not self.tokens[head + 2].text.rstrip("s").isupper():
            return head
        behind = self.phrase_from(head + 4, end)
        return head if behind is None or self.is_time(behind) else behind

    def past_figure(self, word: int) -> int | None:
        """The "of" behind a figure that begins at ``word``, an article left out: "half of the 1,020 acres of land"."""
        end = self.sentence(min(word, len(self.tokens) - 1)).stop
        first = next((at for at in range(word, end) if self.lower[at] not in words("names.determiners")), end)
        last = next((at for at in range(first, end) if at not in self.taken), end)
        return last if first < last < end and self.lower[last] in words("claims.of_or_in") else None

    def named_by(self, word: int) -> int | None:
        """The noun or name that ends at ``word``, digits in its name skipped: "S&P 500"."""
        if word > 0 and word not in self.taken and self.tokens[word].text[:1].isdigit():
            word -= 1
        return word if word >= 0 and self.noun(word) else None

    def _begins_another(self, word: int, noun: int) -> bool:
        """Whether a noun after ``noun`` is no part of its phrase: "40 workers Monday", "the people today"."""
        if self.lower[word] in words("dates.days") or self._opens_verb(word):
            return True
        if word + 1 in self.taken and self.lower[word] in words("ages.noun"):
            return True  # "nine children ages 3 to 17"
        names = self.tokens[word].upos == "PROPN" and self.tokens[noun].upos == "NOUN"
        polled = self.lower[word] in words("claims.polled")
        return polled or (names and self.tokens[noun].head != word)  # "workers polled" are workers

    def _opens_verb(self, word: int) -> bool:
        """Whether a noun is the beginning of a verb: "voters self-identify"."""
        hyphen, verb = self.tokens[word + 1 : word + 3] if word + 2 < len(self.tokens) else (None, None)
        joined = hyphen is not None and hyphen.text == "-" and hyphen.span.start == self.tokens[word].span.end
        return joined and verb is not None and verb.upos == "VERB" and verb.deprel != "amod"

    def _makes_modifier(self, word: int, noun: int | None) -> bool:
        """Whether a word makes the ``noun`` before it a modifier: "boats’ owners", "government-managed bodies"."""
        token = self.tokens[word]
        if token.text in POSSESSIVES:
            return True
        if noun is None:
            return False
        if token.text in ("'", "’"):
            return True
        adjective = token.upos == "ADJ" or (token.upos == "VERB" and token.deprel == "amod")
        return adjective and self.tokens[word - 1].text == "-"

    def _goes_on(self, word: int, noun: int | None, phrase: range) -> bool:
        """Whether a noun phrase continues with a word that is not a noun; ``noun`` is the last noun before it."""
        token = self.tokens[word]
        if token.upos in _DESCRIBING:
            return noun is None or self._describes_on(word, noun)
        if token.text in ("-", "/") or self._is_between_hyphens(word):
            return word > 0 and self.tokens[word - 1].span.end == token.span.start
        if token.text in _INNER_MARKS or token.upos == "NUM":
            return True
        if token.upos in _MODIFYING_AS:
            return token.deprel == _MODIFYING_AS[token.upos]
        joins = phrase.start < word < phrase.stop - 1 and token.text in words("claims.joining")
        return joins and self._joins_modifiers(word, noun)

    def _is_between_hyphens(self, word: int) -> bool:
        """Whether a word is inside a longer one: the "for" of "a cash-for-votes affair", an "and" between hyphens."""
        return all(0 <= at < len(self.tokens) and self.tokens[at].text in HYPHENS for at in (word - 1, word + 1))

    def _describes_on(self, word: int, noun: int) -> bool:
        """Whether an adjective after a noun describes the next, which both modify: "Orla coastal land"."""
        head = self.tokens[word].head
        return (
            self.tokens[word].deprel == "amod" and head is not None and head > word and self.tokens[noun].head == head
        )

    def _joins_modifiers(self, word: int, noun: int | None) -> bool:
        """Whether "and" joins two modifiers of one noun: "a walking and cycling connection", "old and new boats"."""
        if noun is None:
            return word + 1 < len(self.tokens) and self.tokens[word + 1].upos == "ADJ"
        gerund = endings("changes.participle_endings")
        gerunds = self.lower[word - 1].endswith(gerund) and self.lower[word + 1].endswith(gerund)
        return gerunds and word + 2 < len(self.tokens) and self.tokens[word + 2].upos == "NOUN"

    def _is_no_part(self, word: int) -> bool:
        """Whether a word that opens a phrase only joins it to what was before, or counts on ("two more winters")."""
        text = self.tokens[word].text
        if text in _JOINING_MARKS or text.lower() in words("claims.again"):
            return True
        size = self.kinds.get(word - 1) == "measure" and text in words("claims.dimensions")
        placed = self.kinds.get(word - 1) in ("rank", "ordinal") and text in words("claims.most")
        return size or placed or self._is_tied_to_figure(word)

    def _is_tied_to_figure(self, word: int) -> bool:
        """Whether a hyphen ties a word to the figure before: "60-storey", "a 90-strong crew"."""
        if word < 1 or self.tokens[word - 1].text not in HYPHENS:
            return False
        return word > 1 and word - 2 in self.taken

    def _belongs(self, child: int) -> bool:
        """Whether the word right after a noun is part of its name."""
        digits = self.relation(child) == "nummod" and child not in self.taken and self.tokens[child].text.isdigit()
        return digits or self.relation(child) in _NAMED_BEHIND

    def _hyphened(self, last: int) -> int:
        """The last token of the word that ``last`` belongs to: "break-in" is one."""
        while last + 2 < len(self.tokens) and self.tokens[last + 1].text == "-":
            one, two = self.tokens[last + 1].span, self.tokens[last + 2].span
            if one.start != self.tokens[last].span.end or two.start != one.end:
                break
            last += 2
        return last

    def _modifies(self, word: int, head: int) -> bool:
        token = self.tokens[word]
        if (token.text in HYPHENS or token.text in POSSESSIVES) and word >= 1:
            governor = self.tokens[word - 1].head
            return governor is not None and word - 1 < governor <= head
        if token.head is None or not word < token.head <= head:
            return False
        if token.upos == "NUM":
            return token.deprel == "compound" and word not in self.taken
        if token.upos == "ADV" and token.deprel == "advmod":
            return self.tokens[token.head].deprel == "amod"  # "newly built homes"
        return token.deprel in MODIFIERS and token.upos not in _UNMODIFYING
