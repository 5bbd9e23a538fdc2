"""Whose turn it is: which attributions are believed, and which sources."""

from __future__ import annotations

import attrs
import pytest

from newsparse.model import Sentence, Span
from newsparse.syntax import Index, Tree
from newsparse.testing import parsed, written
from newsparse_quotes.drafts.draft import Draft, Tie
from newsparse_quotes.marks.stretches import Outer, stretches
from newsparse_quotes.readings import is_anonymity
from newsparse_quotes.sources.answers import answered
from newsparse_quotes.sources.case import SourceCase
from newsparse_quotes.sources.choose import attributed, is_doubtful, sourced
from newsparse_quotes.sources.datelines import is_dateline
from newsparse_quotes.sources.lines import labelled
from newsparse_quotes.sources.passive import is_asked

TEXT = "The quay “sank at dawn.” It rained."
PLAIN, MARKED, SOURCE = Span(25, 34), Span(10, 22), Span(0, 8)
CASES = [
    ("no source and a doubtful model", PLAIN, None, Tie.GIVEN, 0.6, True),
    ("no source and a sure model", PLAIN, None, Tie.GIVEN, 0.9, False),
    ("the verb above, no marks", PLAIN, SOURCE, Tie.GOVERNOR, 0.9, True),
    ("the verb above, in marks", MARKED, SOURCE, Tie.GOVERNOR, 0.6, False),
    ("its own subject", PLAIN, SOURCE, Tie.SUBJECT, 0.6, False),
    ("no model", PLAIN, None, Tie.GIVEN, None, False),
]


@pytest.mark.parametrize(
    ("content", "source", "tie", "confidence", "doubtful"), [c[1:] for c in CASES], ids=[c[0] for c in CASES]
)
def test_an_attribution_is_doubted_without_marks_and_without_a_good_source(content, source, tie, confidence, doubtful):
    draft = Draft([content], None, source, "marks", confidence, tie)
    assert is_doubtful(draft, Outer(stretches(TEXT))) == doubtful


ASKED = [
    ("was asked", [("was", "AUX", "aux:pass", 2), ("asked", "VERB", "root", 2)], True),
    ("has asked", [("has", "AUX", "aux", 2), ("asked", "VERB", "root", 2)], False),
    ("once asked", [("once", "ADV", "advmod", 2), ("asked", "VERB", "root", 2)], False),
    ("was heard", [("was", "AUX", "aux:pass", 2), ("heard", "VERB", "root", 2)], False),
]


@pytest.mark.parametrize(("verbs", "asked"), [c[1:] for c in ASKED], ids=[c[0] for c in ASKED])
def test_somebody_who_is_asked_does_not_say_it(verbs, asked):
    document = parsed([("Brook", "PROPN", "nsubj", 2), *verbs], lemmas={"asked": "ask", "has": "have", "was": "be"})
    tokens = [attrs.evolve(token, xpos="VBN" if token.upos == "VERB" else None) for token in document.tokens]
    assert is_asked(Tree(document.with_layer("tokens", tokens)), 2) == asked


@pytest.mark.parametrize(
    ("piece", "found"), [("to be named because the talks go on", True), ("the quay sank", False)], ids=["why", "what"]
)
def test_the_reason_for_anonymity_is_no_content(piece, found):
    text = "A clerk, who asked not to be named because the talks go on, said the quay sank."
    start = text.index(piece)
    assert is_anonymity(Index(written(text)), Span(start, start + len(piece))) == found


@pytest.mark.parametrize(
    ("line", "found"), [("because", True), ("she left because", True), ("She said because", False)]
)
def test_the_reason_for_anonymity_may_begin_its_line(line, found):
    words = "he was not authorised to speak about it" if found else "he was not at home to speak about it"
    text = f"It rained.\n{line} {words}"
    assert is_anonymity(Index(written(text)), Span(text.index("speak"), len(text))) == found


def test_what_is_said_after_the_reason_for_anonymity_is_content(pipeline):
    text = "A city clerk who asked not to be named said up to 14 ships would leave the quay."
    (quote,) = pipeline(text).quotes
    assert quote.text == "up to 14 ships would leave the quay"
    assert str(quote.speaker.anonymity) == "asked not to be named"


DATELINES = [
    ("PUNE: The quay sank.", {"PUNE": "Location"}, True),
    ("LOWMERE (Reuben Wire) — The quay sank.", {"LOWMERE": "Location"}, True),
    ("BROOK: The quay sank.", {"BROOK": "Person"}, False),
    ("Pune: The quay sank.", {"Pune": "Location"}, True),
    ("Iran: We will not sell the quay.", {"Iran": "Location"}, False),
    ("Iran: The quay sank", {"Iran": "Location"}, False),
]


@pytest.mark.parametrize(("text", "names", "dateline"), DATELINES, ids=[case[0] for case in DATELINES])
def test_the_place_that_an_article_is_from_does_not_speak(text, names, dateline):
    tree = Tree(written(text, names=names))
    name = next(iter(names))
    assert is_dateline(tree, Span(0, len(name))) == dateline
    draft = labelled(text, Draft([Span(0, len(text) - 1)], None, None, "attribution-model", 0.9), tree)
    assert draft.source == (None if dateline else Span(0, len(name)))


def test_a_label_that_looks_like_a_dateline_speaks():
    text = "LOWMERE (off camera): The quay sank."
    draft = Draft([Span(22, len(text))], Span(20, 21), Span(0, 7), "transcript", tie=Tie.LABEL)
    tree = Tree(written(text, names={"LOWMERE": "Location"}))
    assert sourced(SourceCase(draft, tree, Outer([]))).source == Span(0, 7)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Pune, India – “The quay sank.", True),
        ("Pune — The quay sank.", True),
        ("Pune – a city of sailors – sank.", False),
        ("Pune: “The quay sank.”", True),
        ("Pune: the quay sank.", False),
    ],
)
def test_a_dateline_in_small_letters_has_a_mark_and_a_sentence_after_it(text, found):
    assert is_dateline(Tree(written(text, names={"Pune": "Location"})), Span(0, 4)) == found


def test_who_speaks_comes_after_the_dateline():
    rows = [
        ("LOWMERE", "PROPN", "nsubj", 4),
        ("—", "PUNCT", "punct", 0),
        ("A", "DET", "det", 3),
        ("baker", "NOUN", "appos", 0),
        ("said", "VERB", "root", 4),
        ("the", "DET", "det", 6),
        ("quay", "NOUN", "nsubj", 7),
        ("sank", "VERB", "ccomp", 4),
    ]
    document = parsed(rows, names={"LOWMERE": "Location"})
    text = document.text
    draft = Draft(
        [Span(text.index("the quay"), len(text))], Span(text.index("said"), text.index("said") + 4), None, "m"
    )
    found = sourced(SourceCase(draft, Tree(document), Outer([])))
    assert (document.cut(found.source), found.rule) == ("A baker", "quotes.source.subject")


def test_the_name_right_after_a_cue_speaks_where_the_tree_takes_the_dateline_for_a_subject():
    rows = [
        ("LOWMERE", "PROPN", "nsubj", 5),
        ("—", "PUNCT", "punct", 0),
        ("It", "PRON", "nsubj", 3),
        ("sank", "VERB", "ccomp", 5),
        (",", "PUNCT", "punct", 3),
        ("said", "VERB", "root", 5),
        ("Ada", "PROPN", "nsubj", 5),
        ("Brook", "PROPN", "flat", 6),
    ]
    document = parsed(rows, names={"LOWMERE": "Location", "Ada Brook": "Person"})
    text = document.text
    cue = Span(text.index("said"), text.index("said") + 4)
    draft = Draft([Span(text.index("It"), text.index(","))], cue, Span(0, 7), "m", 0.9)
    found = sourced(SourceCase(draft, Tree(document), Outer([])))
    assert (document.cut(found.source), found.rule) == ("Ada Brook", "quotes.source.subject")


INTERVIEW = "{question}\n\n“The quay sank in the night.”\n\nWhat now?\n\n“We build,” said Ada Brook."


@pytest.mark.parametrize(
    ("question", "speaker"), [("What did you see?", "Ada Brook"), ("The quay is old.", None)], ids=["asked", "told"]
)
def test_an_answer_is_by_whoever_gives_the_interview(question, speaker):
    text = INTERVIEW.format(question=question)
    said = Span(text.index("We build,"), text.index("We build,") + len("We build,"))
    found = stretches(text)
    drafts = [
        Draft([found[0].content], None, None, "marks"),
        Draft([said], Span(0, 1), Span(len(text) - 10, len(text) - 1), "attribution-model", 0.9),
    ]
    answer = answered(text, drafts, Outer(found))[0]
    assert (answer.source.cut(text) if answer.source else None) == speaker


LOST = [("Sheep", "NOUN", "nsubj:pass", 2), ("were", "AUX", "aux:pass", 2), ("reported", "VERB", "root", 2)]
FOUND = [("Sheep", "NOUN", "nsubj", 2), ("had", "AUX", "aux", 2), ("reported", "VERB", "root", 2)]


@pytest.mark.parametrize(("rows", "kept"), [(LOST, False), (FOUND, True)], ids=["passive", "active"])
def test_a_passive_has_no_source_in_another_sentence(rows, kept):
    elsewhere = [*rows, ("She", "PRON", "root", 3)]
    document = parsed(elsewhere)
    sentences = [
        Sentence.make(document.text, Span(0, 19 if kept else 20), first=0, last=3),
        Sentence.make(document.text, document.tokens[3].span, first=3, last=4),
    ]
    tree = Tree(document.with_layer("sentences", sentences))
    draft = Draft([Span(0, 5)], document.tokens[2].span, document.tokens[3].span, "attribution-model", 0.9)
    assert (sourced(SourceCase(draft, tree, Outer([]))).source is not None) == kept


@pytest.mark.parametrize(("rows", "asked"), [([], True), ([("he", "PRON", "nsubj", 0)], False)])
def test_asked_before_another_verb_is_a_participle_whatever_its_tag(rows, asked):
    document = parsed([("Asked", "VERB", "advcl", 2), ("she", "PRON", "nsubj", 2), ("said", "VERB", "root", 2), *rows])
    tokens = [attrs.evolve(token, lemma="ask" if token.text == "Asked" else token.text) for token in document.tokens]
    assert is_asked(Tree(document.with_layer("tokens", tokens)), 0) == asked


@pytest.mark.parametrize(("tag", "asked"), [("VBG", False), ("VBN", True)], ids=["telling", "told"])
def test_a_participle_that_tells_is_active_and_one_that_was_told_is_not(tag, asked):
    rows = [("Brook", "PROPN", "nsubj", 1), ("quit", "VERB", "root", 1), ("telling", "VERB", "advcl", 1)]
    document = parsed([*rows, ("us", "PRON", "obj", 2)], lemmas={"telling": "tell"})
    tokens = [attrs.evolve(t, xpos=tag if t.text == "telling" else None) for t in document.tokens]
    assert is_asked(Tree(document.with_layer("tokens", tokens)), 2) == asked


@pytest.mark.parametrize(
    ("words", "confidence", "kept"),
    [
        ([("old", "ADJ", "amod", 3), ("quays", "NOUN", "obj", 1)], 0.6, False),
        ([("old", "ADJ", "amod", 3), ("quays", "NOUN", "obj", 1)], 0.7, True),
        ([("quays", "NOUN", "nsubj", 3), ("sank", "VERB", "ccomp", 1)], 0.6, True),
    ],
    ids=["topic", "sure topic", "clause"],
)
def test_a_topic_is_a_quote_only_where_the_model_is_sure(words, confidence, kept):
    rows = [("Brook", "PROPN", "nsubj", 1), ("recalled", "VERB", "root", 1), *words]
    document = parsed(rows)
    text = document.text
    at = text.index(words[0][0])
    draft = Draft([Span(at, len(text))], Span(6, at - 1), Span(0, 5), "attribution-model", confidence)
    assert bool(attributed([draft], Tree(document), Outer([]))) is kept
