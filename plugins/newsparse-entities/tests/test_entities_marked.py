"""Mentions as backends other than ours give them: odd edges, wrong classes, marked pronouns and descriptions."""

from __future__ import annotations

import attrs
import pytest

from newsparse.model import Mention, Span
from newsparse.testing import parsed
from newsparse.testing.parsing import Word
from newsparse_entities.linking import EntitiesConfig, Linker
from newsparse_entities.phrases import phrases
from newsparse_entities.reading import Reading


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("She left{, Velia:Location} that day.", "Velia Location"),
        ("The {Philippines' Tarn Province:Location} was dry.", "Philippines Location, Tarn Province Location"),
        ("The {Lovers' Lane:Location} was dry.", "Lovers' Lane Location"),
        ("The {Pan-Norwegian:NORP} border was long.", "Pan-Norwegian NORP"),
        ("Then {the mayor Ada van Brook:Person} left.", "Ada van Brook Person"),
        ("Then {the mayor Ada now Brook:Person} left.", "Brook Person"),
        ("Then {the President:Person} left.", ""),
        ("Then {the Presidents Ada and Tom:Person} left.", ""),
        ("Then {Prime Minister:Person} left.", ""),
        ("Then {the union:Organization} left.", ""),
        ("Then {the club Studio 54:Organization} closed.", "Studio 54 Organization"),
        ("{Tom Varga:Person}\n{Orla:Person} left.", "Tom Varga Person, Orla Person"),
        ("{Orla:Person}\n{Tom Varga:Person} left.", "Orla Person, Tom Varga Person"),
        ("{Orla:Person}\n{Varga:Person} left.", "Orla\nVarga Person"),
        ("A {Tarn Song:Misc} {Kell Cup:Misc} began.", "Tarn Song Misc, Kell Cup Misc"),
        ("{The:Misc} {Kell Cup:Misc} began.", "The Kell Cup Misc"),
        ("Then {Storm:Organization} beat {Orla Rovers:Organization}.", "Storm Organization, Orla Rovers Organization"),
        ("She likes {Star Ice:Misc} and {Norwegian:NORP}.", "Star Ice Misc, Norwegian NORP"),
        ("She wrote in {Danish:NORP} and {Norwegian:NORP}.", "Danish Misc, Norwegian Misc"),
        ("The {Larkmoor Academy:Misc} fell.", "Larkmoor Academy Misc"),
        ("Then Minister {Tarn:Location} left.", "Tarn Person"),
        ("She left the Region Council.", ""),
        ("She left the Region.", "Region Location"),
        ("Staff of {BT:Organization} {Holt:Person} met.", "BT Organization, Holt Person"),
        ("Staff of {K. V.:Organization} {Holt:Person} met.", "K. V. Organization, Holt Person"),
    ],
)
def test_names_and_classes_of_odd_mentions(read, sentence, found):
    told = [f"{entity.name} {entity.label}" for entity in read(sentence).document.entities]
    assert ", ".join(told).replace("\n", " ") == found.replace("\n", " ")


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("The {Tarn Rail Board:Organization} ({TRB:Organization}) met.", ["Tarn Rail Board"]),
        ("The {Tarn Rail Board:Organization} ({BCR:Organization}) met.", ["Tarn Rail Board"]),
        ("The {Tarn Rail Board:Organization} ({LARKMOOR:Organization}) met.", ["Tarn Rail Board", "LARKMOOR"]),
        (
            "The {Orla Rowers:Organization} ({US:Organization}) met, and {US:Organization} won.",
            ["Orla Rowers", "US"],
        ),
        (
            "{Larkmoor:Organization} ({Lowmere:Organization}) met, and {Lowmere:Organization} fell.",
            ["Larkmoor", "Lowmere"],
        ),
        (
            "{Kell University:Organization} ({Kafuc:Organization}) met, and {Kafuc:Organization} fell.",
            ["Kell University"],
        ),
    ],
)
def test_what_is_in_brackets_after_a_body(read, sentence, names):
    assert read(sentence).names == names


@pytest.mark.parametrize(
    ("word", "name"), [("Brook", "Ada Brook"), ("KLP", "Ada"), ("brook", "Ada"), ("PhD", "Ada"), ("Esq", "Ada")]
)
def test_a_single_name_goes_on_with_the_next_proper_noun(read, word, name):
    tree = {word: ("PROPN", "flat", "Ada"), "left": ("VERB", "root", None)}
    assert read(f"Then {{Ada:Person}} {word} left.", tree=tree).names == [name]


def test_a_date_may_be_called_like_a_disease(read):
    assert read("It fell in {Covid-19:Date}.").mention("Covid-19").label == "Date"


def test_a_work_has_its_name_in_another_script_in_brackets(read):
    assert read("The {Tarn Song:Misc} (塔恩歌) began.").words("Tarn Song") == ["Tarn Song", "塔恩歌"]


def test_a_whole_name_needs_no_article_to_be_found_again(read):
    result = read("{Ministry of Health:Organization} staff met.", "Later Ministry of Health left.")
    assert len(result.words("Ministry of Health")) == 2


def test_two_bodies_in_one_name_of_the_title_are_neither_of_them(read):
    result = read("{Kell Bank:Organization} fell.", title="{Kell Bank and the Tarn Union:Organization} merge")
    assert result.entity("Kell Bank").in_title is None


@pytest.mark.parametrize(("owner", "body"), [("Ada Brook:Person", None), ("Tarn Union:Organization", "Tarn Union")])
def test_whose_director_in_a_place_somebody_is(read, owner, body):
    result = read(f"{{{owner}}}'s {{Velia:Location}} director {{Tom Varga:Person}} left.")
    (role,) = result.entity("Tom Varga").affiliations
    held = [entity.name for entity in result.document.entities if entity.id == role.organisation]
    assert held == ([body] if body else [])


@pytest.mark.parametrize(("place", "roles"), [("Tarn Foods:Organization", ["director"]), ("Tarn:Location", [])])
def test_a_role_without_a_comma_is_held_in_a_body(read, place, roles):
    tree = {"director": ("NOUN", "appos", "Brook"), "left": ("VERB", "root", None)}
    result = read(f"{{Ada Brook:Person}} director of {{{place}}} left.", tree=tree)
    assert [held.role.text for held in result.entity("Ada Brook").affiliations] == roles


def test_a_role_is_not_of_somebody_in_the_next_paragraph(read):
    result = read("{Ada Brook:Person}, head of {Kell Foods:Organization}", "{Tom Varga:Person} left.", joint="\n\n")
    assert [held.role.text for held in result.entity("Ada Brook").affiliations] == ["head"]


def given(text, *marked):
    """A document with mentions of words: "She: Person pronoun"."""
    document = parsed(text)
    mentions = []
    for line in marked:
        words, _, rest = line.partition(": ")
        label, form = rest.split()
        start = text.index(words, mentions[-1].span.end if mentions else 0)
        mentions.append(Mention.make(text, Span(start, start + len(words)), label=label, form=form))
    return document.with_layer("mentions", mentions)


@pytest.mark.parametrize(
    ("text", "marked", "found"),
    [
        (
            "The mayor left, and she slept.",
            ["The mayor: Person nominal", "she: Person pronoun"],
            "The mayor: The mayor, she",
        ),
        ("Then I left, and I slept.", ["I: Person pronoun", "I: Person pronoun"], "I: I, I"),
        ("The mayor left.", ["The mayor: Person nominal"], ""),
        ("Then Oslo slept, and it fell.", ["Oslo: Location named", "it: Location pronoun"], "Oslo: Oslo, it"),
        ("Then Oslo slept, and IT fell.", ["Oslo: Location named", "IT: Location pronoun"], "Oslo: Oslo, IT"),
    ],
)
def test_entities_of_marked_references(extract, text, marked, found):
    result = extract(given(text, *marked))
    assert "; ".join(f"{name}: {', '.join(result.words(name))}" for name in result.names) == found


@pytest.mark.parametrize(
    ("text", "marked", "forms"),
    [
        ("Both left.", ["Both: Person pronoun"], ["pronoun"]),
        ("He left.", ["He: Person nominal"], ["pronoun"]),
    ],
)
def test_each_marked_word_is_one_mention(extract, text, marked, forms):
    assert [item.form for item in extract(given(text, *marked)).document.mentions] == forms


@pytest.mark.parametrize(
    ("tag", "feats", "lemma", "plural"),
    [
        ("NNS", None, "nurse", True),
        ("NNPS", None, "nurse", True),
        ("NN", None, "nurse", False),
        (None, "Number=Plur", "nurse", True),
        (None, "Number=Sing", "nurse", False),
        (None, None, "nurse", True),
        (None, None, "nurses", False),
    ],
)
def test_how_a_description_is_known_to_be_plural(tag, feats, lemma, plural):
    rows = [
        Word("The", "DET", "det", 1),
        Word("nurses", "NOUN", "nsubj", 2, lemma, tag),
        Word("left", "VERB", "root", 2),
    ]
    document = parsed(rows)
    tokens = [attrs.evolve(token, feats=feats) for token in document.tokens]
    found = phrases(Reading(document.with_layer("tokens", tokens)), set(), ())
    assert [phrase.plural for phrase in found] == ([plural] if lemma == "nurse" else [])


def test_a_verb_of_the_next_sentence_says_no_quote_before_it(read):
    result = read("“I left,” {Nadia Holt:Person} said.", "{Tom Varga:Person} said no.")
    assert result.means("I") == "Nadia Holt"


def test_the_more_similar_of_two_entries_is_linked(extract):
    known = [{"id": "2", "name": "Zoe Brandvoldt"}, {"id": "1", "name": "Zoe Brandvold"}]
    (entity,) = extract(parsed("{Zoe Brandvolds:Person} left.")).document.entities
    assert Linker(EntitiesConfig(known=known)).link(entity).id == "1"
