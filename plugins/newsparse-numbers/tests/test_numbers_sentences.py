"""Whole claims: everything that is said about each figure of parsed sentences, so that no field goes unchecked.

``sentences.txt`` has, for each sentence, its words as word/tag/relation>head or word~lemma/tag/relation>head, its names
with their labels, and its claims, a line each. A sentence without claims has no quantity.
"""

from __future__ import annotations

from pathlib import Path

import attrs
import pytest

from newsparse.model import Document, Entity, Mention, NumberClaim, Sentence, Span, Token
from newsparse_numbers import NumberExtractor

FIELDS = ("direction", "outlook", "subject", "holder", "to", "whole", "when", "where", "bound", "negation", "condition")
CALM = ("The night was calm.", "The/DET/det>1 night/NOUN/nsubj>3 was/AUX/cop>3 calm/ADJ/root>3 ./PUNCT/punct>3")
NOBODY = ("Nobody was here.", "Nobody/PRON/nsubj>2 was/AUX/cop>2 here/ADV/root>2 ./PUNCT/punct>2")
LAST = [
    *(
        "of",
        "for",
        "to",
        "by",
        "with",
        "at",
        "from",
        "in",
        "on",
        "than",
        "and",
        "or",
        "(",
        ")",
        "-",
        ",",
        ":",
        "’s",
        "=",
        "$",
    ),
    *(
        "aged",
        "old",
        "as",
        "the",
        "a",
        "his",
        "over",
        "under",
        "behind",
        "ago",
        "later",
        "up",
        "down",
        "who",
        "half",
        "most",
    ),
]
"""Words that say something of a figure behind them, but nothing as the last word of a text that begins with one."""
BEGINS = 12
"""A figure stands at the beginning of a text where it starts before this character."""


def tokens(text, rows):
    """The words of a sentence, each where it is in the text."""
    found, end = [], 0
    for number, row in enumerate(rows.split()):
        word, upos, relation = row.rsplit("/", 2)
        deprel, head = relation.split(">")
        word, _, lemma = word.partition("~")
        begin = text.index(word, end)
        end = begin + len(word)
        grammar = {"upos": upos, "deprel": deprel, "head": int(head), "lemma": lemma or word.lower()}
        found.append(Token.make(text, Span(begin, end), group=number, **grammar))
    return found


def document(text, rows, names):
    """The parsed sentence; names are written "Ada Brook: Person; Kell: Location"."""
    words, mentions, entities = tokens(text, rows), [], []
    for name, label in (item.rsplit(": ", 1) for item in names.split("; ") if item):
        begin = text.index(name)
        mention = Mention.make(text, Span(begin, begin + len(name)), label=label)
        entities.append(Entity.make(text, mention.span, label=label, name=name, mentions=(mention.id,)))
        mentions.append(attrs.evolve(mention, entity=entities[-1].id))
    sentence = Sentence.make(text, Span(0, len(text)), first=0, last=len(words), paragraph=0)
    layers = {"tokens": words, "sentences": [sentence], "mentions": mentions, "entities": entities}
    made = Document(text=text)
    for name, items in layers.items():
        made = made.with_layer(name, items)
    return made


def told(claim, claims):
    """A claim in one line: what it says, its kind, and every field that has a value."""
    parts = [f"{claim.text} = {claim.quantity}", claim.quantity.kind]
    parts += [f"role: {claim.role}"] if claim.role != "level" else []
    values = {name: getattr(claim, name) for name in (*FIELDS, "speaker")}
    parts += [f"{name}: {getattr(value, 'text', value)}" for name, value in values.items() if value is not None]
    parts += ["hedges: " + ", ".join(hedge.text for hedge in claim.hedges)] if claim.hedges else []
    parts += [f"change: {claim.change}"] if claim.change else []
    texts = {other.id: other.text for other in claims}
    others = (("counterpart", claim.counterpart), ("equivalent", claim.equivalent))
    return " | ".join(parts + [f"{name}: {texts[value]}" for name, value in others if value])


def claims(text, rows, names=""):
    found = [item for item in NumberExtractor().extract(document(text, rows, names)) if isinstance(item, NumberClaim)]
    return [told(item, found) for item in found]


def cases():
    """Each sentence of the file with its words, names and claims."""
    for block in Path(__file__).with_name("sentences.txt").read_text("utf-8").strip().split("\n\n"):
        text, rows, *rest = block.splitlines()
        names = [line.removeprefix("names ") for line in rest if line.startswith("names ")]
        yield pytest.param(text, rows, "".join(names), [line for line in rest if " = " in line], id=text)


@pytest.mark.parametrize(("text", "rows", "names", "expected"), list(cases()))
def test_everything_that_is_said_about_each_figure(text, rows, names, expected):
    assert claims(text, rows, names) == expected


def test_without_trees_only_words_right_behind_say_what_a_figure_counts():
    for case in cases():
        text, rows, names, _ = case.values
        parsed = document(text, rows, names)
        bare = [attrs.evolve(token, head=None, deprel=None, upos=None) for token in parsed.layer("tokens")]
        with_trees, without = (
            [item for item in NumberExtractor().extract(given) if isinstance(item, NumberClaim)]
            for given in (parsed, parsed.with_layer("tokens", bare))
        )
        told = [[(claim.text, claim.role, claim.direction) for claim in found] for found in (with_trees, without)]
        assert told[0] == told[1], text
        assert all(claim.holder is None and claim.to is None for claim in without), text
        rules = {claim.rule.removeprefix("numbers.") for claim in without if claim.subject}
        assert all(rule == "subject.following" or rule.startswith("carried.") for rule in rules), text


def paragraphs(*parts):
    """One document of sentences, each a paragraph: its text, its words as in ``sentences.txt``, and its names."""
    text, made, start, first = "\n\n".join(part[0] for part in parts), {}, 0, 0
    for number, (sentence, rows, names) in enumerate(parts):
        words = tokens(sentence, rows)
        for token in words:
            head = None if token.head is None else token.head + first
            fields = {"upos": token.upos, "deprel": token.deprel, "lemma": token.lemma, "head": head}
            place = Span(token.span.start + start, token.span.end + start)
            made.setdefault("tokens", []).append(Token.make(text, place, group=first + token.group, **fields))
        place = Span(start, start + len(sentence))
        found = Sentence.make(text, place, first=first, last=first + len(words), paragraph=number)
        made.setdefault("sentences", []).append(found)
        for entity in document(sentence, rows, names).entities:
            mention = Mention.make(text, Span(entity.span.start + start, entity.span.end + start), label=entity.label)
            moved = attrs.evolve(entity, id=f"entity:{mention.span.start}", span=mention.span, mentions=(mention.id,))
            made.setdefault("entities", []).append(moved)
            made.setdefault("mentions", []).append(attrs.evolve(mention, entity=moved.id))
        start, first = start + len(sentence) + 2, first + len(words)
    whole = Document(text=text)
    for name, items in made.items():
        whole = whole.with_layer(name, items)
    return whole


def claims_of_part(whole, start, length):
    """The claims of the part of a document that begins at ``start``."""
    found = [item for item in NumberExtractor().extract(whole) if isinstance(item, NumberClaim)]
    return [told(item, found) for item in found if start <= item.span.start < start + length]


def test_what_is_said_about_figures_does_not_depend_on_other_paragraphs():
    start = len(CALM[0]) + 2
    for text, rows, names, expected in (case.values for case in cases()):
        whole = paragraphs((*CALM, ""), (text, rows, names), (*NOBODY, ""))
        assert claims_of_part(whole, start, len(text)) == expected, text


def test_the_last_word_of_a_text_says_nothing_of_a_figure_at_its_beginning():
    for number, (text, rows, names, expected) in enumerate(case.values for case in cases()):
        found = [item for item in NumberExtractor().extract(document(text, rows, names)) if item.span.start < BEGINS]
        for word in LAST[number % 3 :: 3] if found and expected else ():
            last = (word, f"{word}/{'NOUN' if word.isalpha() else 'PUNCT'}/root>0", "")
            assert claims_of_part(paragraphs((text, rows, names), last), 0, len(text)) == expected, (text, word)


def cuts(text, rows, names):
    """The sentence up to the end of each of its figures; words whose heads come later hang on themselves."""
    made = document(text, rows, names)
    words, parts = list(made.layer("tokens")), rows.split()
    for item in NumberExtractor().extract(made):
        last = next(number for number, word in enumerate(words) if word.span.end >= item.span.end)
        heads = [row.rsplit(">", 1) for row in parts[: last + 1]]
        kept = [f"{row}>{head if int(head) <= last else number}" for number, (row, head) in enumerate(heads)]
        so_far = text[: words[last].span.end]
        known = [name for name in names.split("; ") if name and name.rsplit(": ", 1)[0] in so_far]
        yield so_far, " ".join(kept), "; ".join(known)


def related(whole):
    """What each figure measures and whose it is; places in an order are left out, since they need what follows."""
    claims = (item for item in NumberExtractor().extract(whole) if isinstance(item, NumberClaim))
    return {
        (claim.text, claim.quantity): (claim.subject, claim.holder, claim.to)
        for claim in claims
        if claim.quantity.kind not in ("ordinal", "rank")
    }


def test_a_figure_at_the_end_of_a_text_measures_what_it_does_before_another_paragraph():
    for case in cases():
        for cut in cuts(*case.values[:3]):
            alone, followed = related(document(*cut)), related(paragraphs(cut, (*NOBODY, "")))
            assert all(followed.get(figure, said) == said for figure, said in alone.items()), cut[0]
