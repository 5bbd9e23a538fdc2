"""What counts as the right quote, the right source and the right speaker, on quotes of a few words."""

from __future__ import annotations

import attrs
import pytest

from newsparse.model import Document, Entity, Mention, Passage, Quote, Span, Speaker
from newsparse_bench.metrics.counts import Counts
from newsparse_bench.metrics.quotes import fragments, quotes

TEXT = "Mayor Ada Brook said that the quay sank. “It leaks a lot,” she said. Tom Varga wants a boat, and (!) left."


def at(words):
    begin = TEXT.index(words)
    return Span(begin, begin + len(words))


def passage(words):
    return Passage(at(words), words)


def speaker(words, entity=None):
    return Speaker(name=words or "Ada Brook", mention=words and passage(words), entity=entity)


def quote(words, who=None, cue="said", form="indirect"):
    return Quote.make(TEXT, at(words), fragments=(at(words),), form=form, speaker=who, cue=cue and passage(cue))


def document(*given, names=("Ada Brook", "Tom Varga"), head=False):
    """Quotes and two people; the first is named by the words ``names[0]``."""
    mentions = [
        Mention.make(TEXT, at(name), label="Person", form="named", head=at(name.split()[-1]) if head else None)
        for name in names
    ]
    entities = [
        attrs.evolve(Entity.make(TEXT, m.span, label="Person", name=m.text, mentions=(m.id,)), id=key)
        for m, key in zip(mentions, ("ada", "tom"), strict=True)
    ]
    made = Document(text=TEXT).with_layer("mentions", mentions).with_layer("entities", entities)
    return made.with_layer("quotes", sorted(given, key=lambda item: item.span))


GOLD = (
    quote("that the quay sank", speaker("Mayor Ada Brook", "ada")),
    quote("It leaks a lot", speaker("she", "ada"), form="direct"),
    quote("a boat", speaker("Tom Varga", "tom"), cue="wants"),
)


def scores(*given, gold=GOLD, head=False, names=("Ada Brook", "Tom Varga")):
    return quotes(document(*gold, head=head), document(*given, names=names))


def test_the_same_quotes_are_perfect():
    assert all(count.f1 == 1 for count in scores(*GOLD).values())


def test_a_that_before_the_content_and_marks_at_its_ends_do_not_matter():
    bare = attrs.evolve(GOLD[0], fragments=(at("the quay sank."),), span=at("the quay sank."))
    assert scores(bare, *GOLD[1:])["content strict"] == Counts(3, 3, 3, 3)
    shorter = attrs.evolve(GOLD[0], fragments=(at("quay sank"),), span=at("quay sank"))
    found = scores(shorter, *GOLD[1:])
    assert found["content strict"] == Counts(2, 3, 2, 3)
    assert found["content soft"] == Counts(3, 3, 2.5, 3)
    assert found["end-to-end"] == Counts(3, 3, 3, 3)


def test_less_than_half_of_a_quote_is_not_that_quote():
    part = attrs.evolve(GOLD[0], fragments=(at("sank"),), span=at("sank"))
    found = scores(part)
    assert found["end-to-end"] == Counts(0, 1, 0, 3)
    assert found["attribution"] == Counts(0, 0, 0, 0)


def test_a_source_is_right_where_it_shares_a_word():
    own = [attrs.evolve(GOLD[0], speaker=speaker("Brook")), attrs.evolve(GOLD[1], speaker=speaker("Tom Varga"))]
    found = scores(*own)
    assert found["attribution"] == Counts(1, 2, 1, 2)
    assert found["end-to-end"] == Counts(1, 2, 1, 3)
    assert found["source strict"] == Counts(1, 2, 1, 3)
    assert (found["direct: attribution"].f1, found["indirect: attribution"].f1) == (0, 1)


def test_nobody_on_both_sides_is_right_and_on_one_wrong():
    gold = (quote("the quay sank"), quote("It leaks a lot", speaker("she")))
    own = (quote("the quay sank", speaker("Tom Varga")), quote("It leaks a lot"))
    assert scores(*gold, gold=gold)["end-to-end"] == Counts(2, 2, 2, 2)
    assert scores(*own, gold=gold)["end-to-end"] == Counts(0, 2, 0, 2)


def test_where_gold_has_no_words_for_the_speaker_the_entity_decides():
    gold = (quote("the quay sank", speaker(None, "ada")),)
    assert scores(quote("the quay sank", speaker(None, "ada")), gold=gold)["end-to-end"].f1 == 1
    assert scores(quote("the quay sank", speaker("Tom Varga", "tom")), gold=gold)["end-to-end"].f1 == 0


@pytest.mark.parametrize(
    ("names", "head", "right"),
    [
        (("Ada Brook", "Tom Varga"), False, 3),
        (("Mayor Ada Brook", "Tom Varga"), False, 1),
        (("Mayor Ada Brook", "Tom Varga"), True, 3),
        (("quay", "Tom Varga"), True, 1),
    ],
    ids=["the same name", "another name", "a name that overlaps, of heads", "a name elsewhere"],
)
def test_a_speaker_is_right_by_name_or_where_names_overlap(names, head, right):
    found = scores(*GOLD, names=names, head=head)
    assert found["speaker entity"] == Counts(right, 3, right, 3)


def test_speakers_count_of_all_quotes_and_of_those_that_were_found():
    found = scores(*GOLD[:1], quote("It leaks a lot", speaker("she", "tom"), form="direct"))
    assert found["speaker entity"] == Counts(1, 3, 1, 3)
    assert found["speaker entity of matched"] == Counts(1, 2, 1, 2)
    assert "speaker entity" not in scores(*GOLD, gold=(quote("the quay sank"),))


def test_only_cues_of_speech_count_as_speech():
    assert [item.speech for item in fragments(document(*GOLD))] == [True, True, False]
    found = scores(GOLD[0])
    assert found["speech: strict recall"] == Counts(1, 2, 1, 2)
    assert found["speech: soft recall"] == Counts(1, 2, 1, 2)
    assert found["speech: end-to-end recall"] == Counts(1, 2, 1, 2)
    assert scores(GOLD[2])["speech: end-to-end recall"] == Counts(0, 2, 0, 2)


def test_what_has_no_words_is_no_fragment():
    assert fragments(document(quote("(!)"))) == []
