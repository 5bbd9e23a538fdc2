"""The text report shows every claim with its place; JSON can be read back."""

from __future__ import annotations

from decimal import Decimal

import attrs

from newsparse.model import (
    Affiliation,
    Document,
    Entity,
    Failure,
    Mention,
    Meta,
    NumberClaim,
    Passage,
    Quantity,
    Quote,
    Span,
    Speaker,
    TitlePassage,
    distinct,
)
from newsparse.serial import loads
from newsparse.testing import written
from newsparse.visible import visible
from newsparse.writers import write_json, write_jsonl, write_text

TEXT = 'Bread dearer\n\n"Flour rose by 40 cents," said Ilse Marek, the miller.'


def _document() -> Document:
    words = "Flour rose by 40 cents,"
    start, name, figure = TEXT.index(words), TEXT.index("Ilse"), TEXT.index("40")
    mention = Mention.make(TEXT, Span(name, name + 10), label="Person", entity=f"entity:{name}-{name + 10}")
    role = Affiliation(role=Passage(Span(len(TEXT) - 7, len(TEXT) - 1), "miller"), former=True)
    entity = Entity.make(
        TEXT, mention.span, label="Person", name="Ilse Marek", mentions=(mention.id,), affiliations=(role,)
    )
    speaker = Speaker(name="Ilse Marek", mention=Passage(mention.span, mention.text), entity=entity.id, kind="person")
    span = Span(start, start + len(words))
    quote = Quote.make(TEXT, span, fragments=(span,), form="direct", speaker=speaker, rule="test")
    quantity = Quantity(low=Decimal(40), high=Decimal(40), kind="count", unit="cent")
    number = NumberClaim.make(
        TEXT, Span(figure, figure + 8), quantity=quantity, role="change", direction="up", speaker=speaker
    )
    document = Document(text=TEXT, meta=Meta(path="bread.txt"))
    for layer, item in {"mentions": mention, "entities": entity, "quotes": quote, "numbers": number}.items():
        document = document.with_layer(layer, [item])
    return document


def test_the_report_names_every_claim():
    report = write_text(_document())
    lines = report.splitlines()
    assert lines[0] == "Bread dearer"
    assert "bread.txt" in lines[2]
    assert any(line.startswith("  Ilse Marek, former miller  [direct") for line in lines)
    assert '      "Flour rose by 40 cents,"' in lines
    assert any("a rise; says Ilse Marek" in line for line in lines)
    assert any("1 mention; former miller" in line for line in lines)


def test_a_figure_is_not_said_twice():
    text = "It took 18 months and 5ft of rope."
    layer = [
        NumberClaim.make(text, Span(at, at + len(words)), quantity=Quantity(low=value, high=value, unit=unit))
        for words, value, unit in (("18 months", Decimal(18), "month"), ("5ft", Decimal(5), "foot"))
        for at in [text.index(words)]
    ]
    report = write_text(Document(text=text).with_layer("numbers", layer))
    assert "  18 months  [8-17]" in report
    assert "  5ft  [= 5 foot; 22-25]" in report


def test_pieces_of_a_quote_are_kept_apart_in_the_report():
    text = '"No," said Ada. "Never."'
    pieces = (Span(1, 4), Span(17, 23))
    quote = Quote.make(text, Span(1, 23), fragments=pieces, form="direct", unattributed="no source")
    report = write_text(Document(text=text).with_layer("quotes", [quote]))
    assert '      "No, … Never."' in report.splitlines()
    assert "(nobody named: no source)" in report


def test_every_place_in_the_report_is_true():
    document = _document()
    (quote,) = document.quotes
    assert f"{quote.span.start}-{quote.span.end}" in write_text(document)
    assert document.cut(quote.span) == quote.text


def test_an_empty_document_has_a_report():
    assert write_text(Document(text="")).startswith("(no text)")


def test_failures_are_in_the_report():
    failure = Failure(stage="extract", where="quotes", code="NP304", message="quotes raised ValueError.")
    assert "[NP304] quotes raised ValueError." in write_text(Document(text="Rain.").with_failure(failure))


def test_both_json_layouts_can_be_read_back():
    document = _document()
    assert loads(write_json(document)) == document
    assert loads(write_jsonl(document)) == document
    assert "\n" not in write_jsonl(document)


UNSAFE = [*map(chr, range(0x09)), *map(chr, range(0x0B, 0x20)), *map(chr, range(0x7F, 0xA0))]
UNSAFE += list("\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ud800")
HOSTILE = "\x1b]0;owned\x07 \x9b2J \u202e" + "".join(UNSAFE)


def test_no_control_character_of_an_article_reaches_the_report():
    words = f"“We{HOSTILE}lost,” said A{HOSTILE}da. 40{HOSTILE}cents"
    whole = Span(0, len(words))
    speaker = Speaker(name=HOSTILE, mention=Passage(whole, words))
    entity = Entity.make(words, whole, label=HOSTILE, name=HOSTILE, aliases=(HOSTILE,), titles=(HOSTILE,))
    quote = Quote.make(words, whole, fragments=(whole,), form="direct", speaker=speaker, cue=Passage(whole, words))
    unnamed = Quote.make(words, whole, fragments=(whole,), form="mixed", unattributed=HOSTILE)
    quantity = Quantity(low=Decimal(40), high=None, unit=HOSTILE, per=HOSTILE)
    number = NumberClaim.make(words, whole, quantity=quantity, subject=Passage(whole, words), speaker=speaker)
    mention = Mention.make(words, whole, label="x")
    failure = Failure(stage="read", where=HOSTILE, code="NP401", message=f"no\n{HOSTILE}")
    document = Document(text=words, meta=Meta(path=HOSTILE, title=f"Title{HOSTILE}"), failures=(failure,))
    layers = {"entities": entity, "quotes": quote, "numbers": number, HOSTILE: mention}
    for layer, item in layers.items():
        document = document.with_layer(layer, [item])
    document = document.with_layer("quotes", distinct([quote, unnamed]))
    report = write_text(document)
    assert [character for character in UNSAFE if character in report] == []
    assert report.count("\\x1b]0;owned\\x07") >= 10
    assert "\\u202e" in report


def test_a_title_cannot_forge_lines_of_the_report():
    document = Document(text="It rained.", meta=Meta(title="Rain\nnewsparse: all well", path="a\nb.txt"))
    assert write_text(document).splitlines()[0] == "Rain newsparse: all well"
    assert "a b.txt, 10 characters" in write_text(document)


def test_of_what_could_not_be_read_the_report_says_only_why():
    failure = Failure(stage="read", where="a.txt", code="NP401", message="no such file: a.txt.")
    document = Document(text="", meta=Meta(path="a.txt"), failures=(failure,))
    report = write_text(document.with_layer("quotes", []).with_layer("numbers", []))
    lines = ["a.txt", "=====", "(not read)", "", "What went wrong", "  [NP401] no such file: a.txt."]
    assert report.splitlines() == lines


def test_letters_marks_and_joined_emoji_of_any_script_stay_as_they_are():
    text = "Zoë يوسف 北京 e\u0301 \U0001f468\u200d\U0001f469 \u200f\u00a0 naïve"
    assert visible(text) == text


def test_annotations_of_another_kind_in_a_layer_are_shown_and_break_nothing():
    document = _document()
    document = document.with_layer("quotes", document.mentions).with_layer("numbers", document.mentions)
    assert write_text(document).count("Ilse Marek  [mention; label Person; ") == 2


def test_thoughts_and_acts_have_headings_of_their_own_below_what_is_said():
    words = ("Flour rose", "by 40 cents", "Bread dearer")
    spans = [Span(TEXT.index(part), TEXT.index(part) + len(part)) for part in words]
    manners = ("speech", "thought", "act")
    quotes = [
        Quote.make(TEXT, span, fragments=(span,), form="indirect", manner=manner)
        for span, manner in zip(spans, manners, strict=True)
    ]
    lines = write_text(Document(text=TEXT).with_layer("quotes", distinct(quotes))).split("\n")
    headings = [line for line in lines if line and not line.startswith(" ") and line.endswith("(1)")]
    assert headings == ["Who said what (1)", "Who thinks what (1)", "What is done, not said (1)"]


def test_a_role_has_no_capital_in_the_report_only_because_a_sentence_starts_with_it():
    for role, shown in [
        ("Deputy mayor", "deputy mayor"),
        ("Deputy Mayor", "Deputy Mayor"),
        ("CEO and owner", "CEO and owner"),
    ]:
        document = written(f"{role} Ada Brook left.", names={"Ada Brook": "Person"})
        held = Affiliation(role=Passage.at(document.text, 0, len(role)))
        named = [attrs.evolve(item, affiliations=(held,)) for item in document.entities]
        assert f"; {shown};" in write_text(document.with_layer("entities", named))


def test_the_report_says_how_the_title_names_an_entity():
    document = written("Brook left.", names={"Brook": "Person"})
    named = [attrs.evolve(item, in_title=TitlePassage(0, 9, "Ada Brook")) for item in document.entities]
    document = attrs.evolve(document.with_layer("entities", named), meta=Meta(title="Ada Brook leaves"))
    assert 'in the title "Ada Brook"' in write_text(document)


def test_the_report_says_whose_text_or_lawyer_speaks():
    text = "Ada Brook left. Her report said it rained. His lawyer agreed. It also said it was cold."
    person = Mention.make(text, Span(0, 9), label="Person", entity="entity:0-9")
    entity = Entity.make(text, person.span, label="Person", name="Ada Brook", mentions=(person.id,))
    pronouns = [Mention.make(text, Span(at, at + 3), label="Person", form="pronoun") for at in (16, 43)]
    hers = attrs.evolve(pronouns[0], entity=entity.id)
    quotes = [
        Quote.of(
            text,
            Span(start, end),
            form="indirect",
            speaker=Speaker(name=name, mention=Passage(Span(at, last), text[at:last])),
        )
        for start, end, name, at, last in (
            (32, 41, "Her report", 16, 26),
            (54, 60, "His lawyer", 43, 53),
            (75, 86, "Her report", 62, 64),
        )
    ]
    document = Document(text=text).with_layer("mentions", [person, hers, pronouns[1]]).with_layer("entities", [entity])
    lines = write_text(document.with_layer("quotes", quotes)).splitlines()
    assert sum(line.startswith("  Her report (Ada Brook)  [") for line in lines) == 2
    assert any(line.startswith("  His lawyer  [") for line in lines)


def test_an_entity_is_shown_at_the_place_that_names_it():
    text = "The auditor, Ada Brook, left."
    described = Mention.make(text, Span(4, 11), label="Person", form="nominal", entity="entity:4-11")
    named = Mention.make(text, Span(13, 22), label="Person", entity="entity:4-11")
    entity = Entity.make(text, described.span, label="Person", name="Ada Brook", mentions=(described.id, named.id))
    document = Document(text=text).with_layer("mentions", [described, named]).with_layer("entities", [entity])
    assert "Ada Brook  [Person; 2 mentions; 13-22]" in write_text(document)
