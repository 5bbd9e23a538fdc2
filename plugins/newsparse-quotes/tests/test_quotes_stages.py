"""What each stage makes of drafts: a file of ``stages`` for each, in which a text is followed by drafts and results.

``~`` is before an amendment of the tree, ``<`` before a draft, ``>`` before what the stage makes of the drafts above. ¶
is a line end with a blank line, ↵ without. The notation of drafts and amendments is in ``conftest.py``.
"""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

import attrs
import pytest

from newsparse.model import Attribution
from newsparse.rules import IN_ORDER
from newsparse.syntax import Tree
from newsparse_quotes.content.blocks import blocks as blocks_of
from newsparse_quotes.content.clauses import lengthened
from newsparse_quotes.content.contact import apart
from newsparse_quotes.content.dividing import divided
from newsparse_quotes.content.edges import edged, pleaded, without_setting, without_that
from newsparse_quotes.content.fronting import fronted
from newsparse_quotes.content.headlines import headlines
from newsparse_quotes.content.namelines import under_names
from newsparse_quotes.content.pieces import mended
from newsparse_quotes.content.remarks import without_remark
from newsparse_quotes.content.snapping import (
    bracketed,
    by_paragraph,
    disjoint,
    in_paragraph,
    in_sentence,
    snapped,
    unbroken,
)
from newsparse_quotes.content.strays import without_strays
from newsparse_quotes.content.transcripts import transcript
from newsparse_quotes.content.widening import widened
from newsparse_quotes.content.windows import gathered
from newsparse_quotes.dismissed import without_dismissed
from newsparse_quotes.drafts.attributing import authority, is_shown, put_at, seen_as, speaker_like
from newsparse_quotes.drafts.colons import cued_behind
from newsparse_quotes.drafts.draft import Draft, top_at, trimmed, words_at
from newsparse_quotes.drafts.firsthand import first_hand
from newsparse_quotes.drafts.interrupted import interrupted
from newsparse_quotes.drafts.listed import opening
from newsparse_quotes.drafts.marks import from_marks, is_inside, is_term
from newsparse_quotes.drafts.model import from_attributions
from newsparse_quotes.drafts.passives import completed
from newsparse_quotes.drafts.planned import planned
from newsparse_quotes.drafts.posts import posted
from newsparse_quotes.drafts.relayed import relayed
from newsparse_quotes.drafts.tree import from_trees, left_out
from newsparse_quotes.inner.given import by_cue, inside
from newsparse_quotes.inner.nested import nested, outside
from newsparse_quotes.lexicon import cues
from newsparse_quotes.marks.stretches import Outer, stretches
from newsparse_quotes.page import Page
from newsparse_quotes.quotation import QuotationCase, measured
from newsparse_quotes.quotes import quotes
from newsparse_quotes.readings import (
    accused,
    act,
    addressee,
    anonymity,
    hedges_and_negations,
    is_anonymity,
    is_answer,
    is_denial,
    is_resuming,
)
from newsparse_quotes.repeats import with_repeats
from newsparse_quotes.sources.answers import answered, asked
from newsparse_quotes.sources.choose import attributed
from newsparse_quotes.sources.datelines import is_dateline
from newsparse_quotes.sources.distance import detached
from newsparse_quotes.sources.exchange import exchanged, with_next
from newsparse_quotes.sources.letters import is_learned
from newsparse_quotes.sources.lines import labelled
from newsparse_quotes.sources.passive import is_passive
from newsparse_quotes.sources.phrases import undated, worded
from newsparse_quotes.sources.tree import source
from newsparse_quotes.sources.turns import in_turn
from newsparse_quotes.sources.unclosed import unclosed
from newsparse_quotes.statements import STATEMENT, StatementCase
from newsparse_quotes.unquoted import is_nickname, unquoted

pytestmark = pytest.mark.int8

FOLDER = Path(__file__).with_name("stages")
NOTHING = "-"


def sourced(at, draft):
    """The draft with the source that the tree gives its cue, where nothing of the content can be in it."""
    found = source(at.tree, draft.cue, set(draft.inside(at.tree)))
    return [attrs.evolve(draft, source=found.span, tie=found.tie)] if found is not None else []


def led(at, draft, find):
    """The draft with what a verb leads to as content, and the word that leads to it as cue."""
    for particle, head in find(at.tree, top_at(at.tree, draft.cue)):
        yield attrs.evolve(draft, content=[at.tree.phrase(head)], cue=at.tree.tokens[particle].span)


def spoken(at, draft, find):
    """The draft with the word that ``find`` gives for the first word of its cue as source."""
    word = find(at.tree, words_at(at.tree, draft.cue)[0])
    return [attrs.evolve(draft, source=at.tree.tokens[word].span)] if word is not None else []


def linked(at, drafts):
    """What a model links as the drafts say; what they have from afar are further sources."""
    given = []
    for draft in drafts:
        content, cue = tuple(draft.content), (draft.cue,) if draft.cue is not None else ()
        source = tuple(span for span in (draft.source, *draft.far) if span is not None)
        given.append(Attribution.make(at.text, *content, content=content, cue=cue, source=source))
    return from_attributions(at.tree.document.with_layer("attributions", given))


def stretched(stretch):
    """Words in marks as a draft, with its marks as cue and source, its depth and whether it opens again."""
    return Draft([stretch.content], stretch.open, stretch.close, rule=f"{stretch.depth}{' again' * stretch.reopened}")


def summed(quote):
    """A quote in words: the text, its form, who speaks and why, and everything else that is known of it."""
    speaker = quote.speaker
    who = [speaker.name, speaker.reason, speaker.anonymity] if speaker else [quote.unattributed]
    told = [quote.cue, quote.act, quote.manner, quote.modality, quote.addressee, quote.when]
    more = [*quote.hedges, *quote.negations, "inside" if quote.within else ""]
    rules = [item.rule.rpartition(".")[2] for item in quote.evidence]
    return " / ".join(str(part) for part in [quote.text, quote.form, *who, *told, *more, *rules] if part)


def left(at, drafts):
    """The words in marks that are in none of some quotes, with the reason."""
    return [
        f"{found.text} / {found.reason}" for found in unquoted(at.tree.index, at.quoted, [*quotes(at.page, drafts)])
    ]


ALL = {
    "left": left,
    "quotes": lambda at, drafts: map(summed, quotes(at.page, drafts)),
    "repeated": lambda at, drafts: map(summed, with_repeats([*quotes(at.page, drafts)])),
    "answered": lambda at, drafts: answered(at.text, drafts, at.quoted),
    "blocks": lambda at, _: blocks_of(at.tree, cues().verbs),
    "disjoint": lambda at, drafts: disjoint(at.tree, drafts),
    "gathered": lambda at, drafts: gathered(at.text, drafts, at.quoted),
    "headlines": lambda at, drafts: [draft for _, draft in headlines(at.tree, at.quoted, drafts)],
    "outside": lambda at, drafts: outside(at.tree, drafts),
    "transcript": lambda at, _: transcript(at.tree),
    "under_names": lambda at, _: under_names(at.tree, at.quoted),
    "widened": lambda at, drafts: widened(at.tree, drafts, at.quoted),
    "within": lambda at, drafts: inside(at.tree, drafts[0], by_cue(drafts[1:]), [], at.inner),
    "asked": lambda at, drafts: asked(at.tree, drafts, at.quoted),
    "attributed": lambda at, drafts: attributed(drafts, at.tree, at.quoted, IN_ORDER),
    "cued_behind": lambda at, drafts: cued_behind(at.text, at.tree, drafts, at.quoted),
    "first_hand": lambda at, drafts: first_hand(at.text, drafts, at.quoted),
    "from_marks": lambda at, drafts: from_marks(at.text, at.quoted, drafts),
    "from_trees": lambda at, _: from_trees(at.tree, frozenset({"say", "warn", "mend"}), at.quoted),
    "interrupted": lambda at, drafts: interrupted(at.tree, drafts, at.quoted),
    "opening": lambda at, _: [Draft([at.tree.tokens[word].span]) for word in opening(at.tree)],
    "model": linked,
    "left_out": lambda at, drafts: left_out(at.tree, drafts, (), at.quoted),
    "posted": lambda at, drafts: posted(at.tree.index, drafts, at.quoted),
    "relayed": lambda at, drafts: relayed(at.tree, drafts, at.quoted),
    "stretches": lambda at, _: [stretched(stretch) for stretch in stretches(at.text)],
    "unclosed": lambda at, drafts: unclosed(at.text, drafts, at.quoted),
    "with_next": lambda at, drafts: with_next(at.text, drafts, at.quoted),
}
"""What is made of all drafts of a text."""
EACH = {
    "apart": lambda at, draft: [apart(at.tree, draft, at.quoted)],
    "bracketed": lambda at, draft: [bracketed(at.text, draft)],
    "by_paragraph": lambda at, draft: [by_paragraph(at.text, draft, at.quoted)],
    "divided": lambda at, draft: divided(at.tree, draft, at.quoted, cues()),
    "edged": lambda at, draft: [edged(at.tree, draft, at.quoted)],
    "fronted": lambda at, draft: [fronted(at.tree, draft, at.quoted)],
    "in_paragraph": lambda at, draft: [in_paragraph(at.text, draft, at.quoted)],
    "in_sentence": lambda at, draft: [in_sentence(at.tree, draft, at.quoted)],
    "lengthened": lambda at, draft: [lengthened(at.tree, draft, at.quoted, cues())],
    "mended": lambda at, draft: [mended(at.tree, draft, at.quoted)],
    "nested": lambda at, draft: nested(at.tree, draft, at.quoted, at.inner),
    "pleaded": lambda at, draft: [pleaded(at.tree, draft)],
    "snapped": lambda at, draft: [snapped(at.text, draft, at.quoted)],
    "unbroken": lambda at, draft: [unbroken(at.text, draft, at.quoted)],
    "without_remark": lambda at, draft: [without_remark(at.tree, draft, at.quoted)],
    "without_setting": lambda at, draft: [without_setting(at.tree, draft, at.quoted)],
    "without_strays": lambda at, draft: [without_strays(at.tree, draft, at.quoted)],
    "without_that": lambda at, draft: [without_that(at.tree, draft, at.quoted)],
    "as": lambda at, draft: led(at, draft, seen_as),
    "at": lambda at, draft: led(at, draft, put_at),
    "authority": lambda at, draft: spoken(at, draft, authority),
    "completed": lambda at, draft: [completed(at.tree, draft)],
    "detached": lambda at, draft: detached(at.text, draft, at.tree),
    "exchanged": lambda at, draft: exchanged(at.text, draft, at.tree, at.quoted),
    "in_turn": lambda at, draft: in_turn(at.text, draft, at.tree, at.quoted),
    "labelled": lambda at, draft: [labelled(at.text, draft, at.tree)],
    "like": lambda at, draft: spoken(at, draft, speaker_like),
    "planned": lambda at, draft: [planned(at.tree, draft, at.quoted)],
    "source": sourced,
    "trimmed": lambda at, draft: [draft.having(content=trimmed(at.text, draft.content, at.quoted))],
    "undated": lambda at, draft: [undated(at.tree, draft)],
    "worded": lambda at, draft: [worded(at.tree.index, draft)],
}
"""What is made of each draft by itself."""
KEPT = {
    "anonymous": lambda at, draft: is_anonymity(at.tree.index, draft.content[0], draft.cue),
    "answers": lambda at, draft: is_answer(at.tree, draft.cue),
    "denies": lambda at, draft: is_denial(at.tree, draft.cue, cues()),
    "resumes": lambda at, draft: is_resuming(at.tree, draft.cue),
    "dismissed": lambda at, draft: not list(without_dismissed([draft], at.tree, at.quoted)),
    "nickname": lambda at, draft: is_nickname(at.text, draft, at.tree, at.quoted),
    "dateline": lambda at, draft: is_dateline(at.tree, draft.source),
    "inside": lambda at, draft: is_inside(at.text, draft, at.quoted),
    "learned": lambda at, draft: is_learned(at.tree, draft.cue, draft.source),
    "passive": lambda at, draft: is_passive(at.tree, top_at(at.tree, draft.cue)),
    "shown": lambda at, draft: is_shown(at.tree, top_at(at.tree, draft.cue)),
    "term": lambda at, draft: is_term(at.text, draft, at.quoted),
}
"""Questions to each draft, which pass those to which the answer is yes."""


def manner(at, draft):
    """The manner of a draft."""
    return STATEMENT.decide(StatementCase(draft, at.tree, at.quoted, cues()), at=draft.content[0]).found


def features(at, draft):
    """What weights may look at to decide whether a draft is a quote."""
    found = measured(QuotationCase(draft, manner(at, draft), at.tree, at.quoted, cues()), None)
    return ", ".join(f"{name} {value:.2g}" for name, value in found.items())


def hedged(at, draft):
    """What weakens the words of a draft, and what denies them."""
    return " / ".join(
        ", ".join(part.text for part in parts) or NOTHING for parts in hedges_and_negations(at.text, draft.content)
    )


TOLD = {
    "accused": lambda at, draft: getattr(accused(at.tree, draft.cue), "text", NOTHING),
    "act": lambda at, draft: act(at.tree, draft.cue, draft.source, draft.content, cues()),
    "addressee": lambda at, draft: getattr(addressee(at.tree, draft.cue, draft.content), "text", NOTHING),
    "anonymity": lambda at, draft: getattr(anonymity(at.tree, draft.source, draft.cue), "text", NOTHING),
    "features": features,
    "hedged": hedged,
    "manner": manner,
}
"""What is told of each draft, in words."""


@attrs.frozen
class Place:
    """A text as its tree and its words in marks."""

    tree: Tree
    quoted: Outer

    @property
    def text(self):
        return self.tree.document.text

    @property
    def inner(self):
        return Outer([attrs.evolve(part, depth=0) for part in stretches(self.text) if part.depth == 1])

    @property
    def page(self):
        return Page(self.tree.document, self.tree, stretches(self.text), cues())

    def made(self, stage, drafts):
        """What a stage makes of drafts."""
        if stage in ALL:
            return ALL[stage](self, drafts)
        if stage in TOLD:
            return [TOLD[stage](self, draft) for draft in drafts]
        if stage in EACH:
            return [part for draft in drafts for part in EACH[stage](self, draft)]
        return [draft for draft in drafts if KEPT[stage](self, draft)]


def blocks():
    """The stage of each block, with its lines."""
    for file in sorted(FOLDER.glob("*.txt")):
        for block in file.read_text("utf-8").strip().split("\n\n"):
            text, *lines = (
                line.replace("¶", "\n\n").replace("↵", "\n") for line in block.splitlines() if not line.startswith("#")
            )
            yield file.stem, text, lines


def cases():
    """The stage, the text, the amendments, the drafts and the results of each case."""
    for stage, text, lines in blocks():
        changes = [line[2:] for line in lines if line.startswith("~")]
        groups = groupby((line for line in lines if not line.startswith("~")), key=lambda line: line[0])
        rows = [[line[2:] for line in group] for _, group in groups]
        for drafts, results in zip(rows[::2], rows[1::2], strict=True):
            yield stage, text, changes, [line for line in drafts if line], [line for line in results if line]


@pytest.fixture(scope="module")
def documents(pipeline):
    """The texts as the backend reads them."""
    texts = list(dict.fromkeys(text for _, text, _ in blocks()))
    return dict(zip(texts, pipeline.pipe(texts), strict=True))


def made(document, notation, stage, changes, drafts):
    """What a stage makes of drafts."""
    text = document.text
    tree = Tree(notation.amended(document, changes))
    found = Place(tree, Outer(stretches(text))).made(stage, [notation.given(text, line) for line in drafts])
    return [notation.shown(text, draft) for draft in found]


@pytest.mark.parametrize(("stage", "text", "changes", "drafts", "results"), list(cases()))
def test_what_a_stage_makes_of_drafts(documents, notation, stage, text, changes, drafts, results):
    assert made(documents[text], notation, stage, changes, drafts) == results
