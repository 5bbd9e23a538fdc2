"""The tokens of a document by place, and the trees over them, read one sentence at a time as figures ask for them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from newsparse.model import Document, Mention, Passage, Sentence, Span

MODIFIERS = frozenset(
    ["amod", "compound", "nmod", "flat", "nmod:desc", "nmod:unmarked", "goeswith", "fixed", "nmod:poss"]
)
SUBJECTS = frozenset(["nsubj", "nsubj:pass", "nsubj:outer", "csubj"])
NOUNS = frozenset(["NOUN", "PROPN", "SYM"])


class Trees:
    """Words, heads and dependents of a document; indices are those of the layer ``tokens``."""

    def __init__(self, document: Document) -> None:
        """Nothing is read before it is asked for."""
        self.document, self.tokens, self.text = document, document.tokens, document.text
        self._starts = [token.span.start for token in self.tokens]
        self._sentences = document.sentences
        self._firsts = [sentence.first for sentence in self._sentences]
        self._children: dict[int, list[int]] = {}
        self.taken: set[int] = set()
        self.ages: dict[int, Span] = {}
        self._read: set[int] = set()
        self._latest = range(0)
        self._subjects: dict[int, int | None] = {}
        self._cases: dict[int, str] = {}

    def inside(self, span: Span) -> range:
        """The indices of the tokens that overlap ``span``."""
        first = max(0, bisect_right(self._starts, span.start) - 1)
        last = bisect_left(self._starts, span.end)
        while first < last and self.tokens[first].span.end <= span.start:
            first += 1
        return range(first, last)

    def parsed(self, index: int) -> bool:
        """Whether there is a tree over the token."""
        return self.tokens[index].head is not None

    def sentence(self, index: int) -> range:
        """The indices of the tokens of the sentence that holds ``index``."""
        if index in self._latest:
            return self._latest
        at = bisect_right(self._firsts, index) - 1
        if at < 0 or index >= self._sentences[at].last:
            return range(max(0, index - 40), min(len(self.tokens), index + 40))
        sentence: Sentence = self._sentences[at]
        self._latest = range(sentence.first, min(sentence.last, len(self.tokens)))
        return self._latest

    def children(self, index: int) -> list[int]:
        """The dependents of a token, in the order of the text."""
        if index in self._children:
            return self._children[index]
        words = self.sentence(index)
        if words.start not in self._read:
            self._read.add(words.start)
            for child in words:
                head = self.tokens[child].head
                if head is not None and head != child:
                    self._children.setdefault(head, []).append(child)
        return self._children.get(index, [])

    def head(self, index: int) -> int | None:
        """The governor, None for a root."""
        head = self.tokens[index].head
        return None if head is None or head == index else head

    def relation(self, index: int) -> str:
        """The relation to the governor."""
        return self.tokens[index].deprel or ""

    def noun(self, index: int) -> bool:
        """Whether the token is a noun or name."""
        return index not in self.taken and self.tokens[index].upos in NOUNS and self.tokens[index].text[0].isalpha()

    def case(self, index: int) -> str:
        """The preposition of a phrase, by its head; "" without one."""
        if index not in self._cases:
            marks = (child for child in self.children(index) if child < index and self.relation(child) == "case")
            first = next((child for child in marks if child not in self.taken), None)
            self._cases[index] = "" if first is None else self.tokens[first].text.lower()
        return self._cases[index]

    def top(self, words: range) -> int:
        """The token of ``words`` whose governor stands outside."""
        for index in words:
            head = self.head(index)
            if head is None or head not in words:
                return index
        return words[0]

    def subject(self, verb: int) -> int | None:
        """The head of the subject of ``verb``: the nearest before it, else an object before it."""
        if verb not in self._subjects:
            self._subjects[verb] = self._subject(verb)
        return self._subjects[verb]

    def _subject(self, verb: int) -> int | None:
        found = [child for child in self.children(verb) if self.relation(child) in SUBJECTS]
        before = [child for child in found if child < verb]
        plain = [child for child in before if child not in self.taken and not self.case(child)]
        if found:
            return plain[-1] if plain else before[-1] if before else found[0]
        inverted = [child for child in self.children(verb) if child < verb and self.relation(child) == "obj"]
        return next((child for child in inverted if self.noun(child) and self.tokens[verb].upos == "VERB"), None)

    def phrase(self, head: int, words: range) -> tuple[Passage, Span]:
        """The noun with the modifiers right before it, the figure itself left out, and the place of the noun."""
        first = last = head
        while first - 1 >= 0 and first - 1 not in words and self._modifies(first - 1, head):
            first -= 1
        for child in self.children(head):
            if child == last + 1 and child not in words and self._belongs(child):
                last = child
        last = self._hyphened(last)
        while first < head and self.tokens[first].text in ("-", "–", "'s", "’s", "and", ","):
            first += 1
        passage = Passage.at(self.text, self.tokens[first].span.start, self.tokens[last].span.end)
        return passage, self.tokens[head].span

    def run(self, first: int, end: int) -> int | None:
        """The head of the noun phrase that begins at ``first``: the last noun of its adjectives and nouns, or None."""
        noun = None
        index = first
        while index < end:
            token = self.tokens[index]
            if index in self.taken:
                if noun is not None or token.upos != "NUM":
                    break
                index += 1
                continue
            if token.upos in ("NOUN", "PROPN") and token.text[0].isalnum():
                noun = index
            elif token.text in ("'s", "’s") or (token.text in ("'", "’") and noun is not None):
                noun = None
            elif token.upos not in ("ADJ", "DET", "ADV") and token.text not in ("-", "–", "$", "&"):
                owner = token.upos == "PRON" and token.deprel == "nmod:poss"
                joins = noun is None and first < index < end - 1 and token.text == "and"
                passed = owner or token.upos == "NUM" or (token.upos == "VERB" and token.deprel == "amod")
                if not passed and not (joins and self.tokens[index + 1].upos == "ADJ"):
                    break
            elif noun is not None and token.upos in ("ADV", "DET", "ADJ") and self.tokens[index - 1].text != "-":
                break
            index += 1
        return noun

    def named_by(self, index: int) -> int | None:
        """The noun or name that ends at ``index``, digits in its name passed over: "S&P 500"."""
        if index > 0 and index not in self.taken and self.tokens[index].text[:1].isdigit():
            index -= 1
        return index if index >= 0 and self.noun(index) else None

    def _belongs(self, child: int) -> bool:
        """Whether the word right behind a noun is part of its name."""
        digits = self.relation(child) == "nummod" and child not in self.taken and self.tokens[child].text.isdigit()
        return digits or self.relation(child) in ("flat", "compound", "goeswith")

    def _hyphened(self, last: int) -> int:
        """The last token of the word that ``last`` belongs to: "break-in" is one."""
        while last + 2 < len(self.tokens) and self.tokens[last + 1].text == "-":
            one, two = self.tokens[last + 1].span, self.tokens[last + 2].span
            if one.start != self.tokens[last].span.end or two.start != one.end:
                break
            last += 2
        return last

    def _modifies(self, index: int, head: int) -> bool:
        token = self.tokens[index]
        if token.text in ("-", "–", "'s", "’s") and index >= 1:
            governor = self.tokens[index - 1].head
            return governor is not None and index - 1 < governor <= head
        near = token.head is not None and (token.head == head or index < token.head <= head)
        if token.upos == "NUM":
            return near and token.deprel == "compound" and token.text[0].isdigit() and index not in self.taken
        return near and (token.deprel or "") in MODIFIERS and token.upos not in ("PRON", "DET", "ADP", "PUNCT")


class Named:
    """The mentions by name of a document, by place."""

    def __init__(self, mentions: tuple[Mention, ...]) -> None:
        """Of ``mentions`` those by name count."""
        self._items = tuple(item for item in mentions if item.form == "named")
        self._starts = [item.span.start for item in self._items]

    def near(self, span: Span, distance: int) -> list[Mention]:
        """Those that begin within ``distance`` characters of the start of ``span``."""
        first, last = bisect_left(self._starts, span.start - distance), bisect_right(self._starts, span.end + distance)
        return list(self._items[first:last])

    def at(self, span: Span) -> Mention | None:
        """The one that overlaps ``span``."""
        index = bisect_right(self._starts, span.end - 1) - 1
        for item in self._items[max(0, index - 1) : index + 1]:
            if item.span.overlaps(span):
                return item
        return None


class Chains:
    """The pronouns of a document with the names that they stand for."""

    def __init__(self, mentions: tuple[Mention, ...]) -> None:
        """Of ``mentions`` those that are linked count."""
        self._pronouns = {item.span.start: item for item in mentions if item.form == "pronoun" and item.entity}
        self._names: dict[str, list[Mention]] = {}
        for item in mentions:
            if item.form == "named" and item.entity:
                self._names.setdefault(item.entity, []).append(item)

    def name(self, span: Span) -> Mention | None:
        """The last name before the pronoun at ``span`` of what it stands for, or None."""
        pronoun = self._pronouns.get(span.start)
        names = self._names.get(pronoun.entity or "", []) if pronoun is not None else []
        return next((item for item in reversed(names) if item.span.start < span.start), None)
