"""Names in training texts are replaced by invented ones of the same class, and everything else stays in its place."""

from __future__ import annotations

import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsparse_english.tokens import tokenize
from newsparse_english.training import inventing, names
from newsparse_english.training.corpora import Example, within
from newsparse_english.training.inventing import data, expanded, initials, invented, person
from newsparse_english.training.made import made
from newsparse_english.training.names import REPLACED, named, with_other_names

CLASSES = (*REPLACED, "NORP", "Date", "Money")
WORD = st.sampled_from(
    ["Ada", "Holt", "said", ".", ",", "the", "(", "ADA", "FC", "\u2019s", "'", "Dr.", "Monday", "of"]
)


@st.composite
def examples(draw: st.DrawFn) -> Example:
    words = draw(st.lists(WORD, min_size=1, max_size=30))
    tags: list[str] = []
    for _ in words:
        label = draw(st.sampled_from(CLASSES))
        same = tags and tags[-1] != "O" and draw(st.booleans())
        tags.append(f"I-{tags[-1][2:]}" if same else draw(st.sampled_from(["O", f"B-{label}"])))
    size = len(words)
    gaps = [2, *draw(st.lists(st.integers(0, 2), min_size=size - 1, max_size=size - 1))]
    roles = draw(
        st.none() | st.lists(st.sampled_from(["O", "B-Cue", "I-Cue", "B-Source"]), min_size=size, max_size=size)
    )
    links = roles and draw(st.lists(st.integers(-1, size - 1), min_size=size, max_size=size))
    return Example(corpus="own", name="a", words=words, gaps=gaps, entities=tags, roles=roles, links=links)


def example(marked: str) -> Example:
    """An example from text with names as in "[Person Ada Holt]"."""
    text, spans = "", []
    for plain, label, name in re.findall(r"([^\[]+)|\[(\w+) ([^\]]+)\]", marked):
        if label:
            spans.append((len(text), len(text) + len(name), label))
        text += plain or name
    words = tokenize(text)
    tags = ["O"] * len(words)
    for start, end, label in spans:
        for count, index in enumerate(within(words, start, end)):
            tags[index] = ("I-" if count else "B-") + label
    return Example(corpus="own", name="a", words=[w.text for w in words], gaps=[w.gap for w in words], entities=tags)


def labelled(item: Example) -> list[tuple[str, str]]:
    """Class and text of the names of ``item``."""
    spans = named(item.entities or [])
    return [(label, names.surface_of(item.words[a:b], item.gaps[a:b])) for a, b, label in spans]


def around(item: Example) -> list[str]:
    """The words outside names, without footnotes."""
    words = [word for word, tag in zip(item.words, item.entities or [], strict=True) if tag == "O"]
    return re.sub(r" \[ \d+ \]", "", " ".join(words)).split()


@pytest.fixture
def always(monkeypatch):
    """Every name is replaced, without footnotes."""
    monkeypatch.setattr(names, "REPLACED", dict.fromkeys(REPLACED, 1.0))
    for name in ("FOOTNOTE", "GLUED_FOOTNOTE", "GLUED_TITLE"):
        monkeypatch.setattr(names, name, 0.0)


def changed(marked: str, seed: int) -> Example:
    return with_other_names(example(marked), random.Random(seed), share=1)


class TestOtherNames:
    @given(examples(), st.integers(0, 1000))
    def test_all_layers_are_as_long_as_the_words(self, item, seed):
        new = with_other_names(item, random.Random(seed), share=1)
        layers = [new.gaps, new.entities, new.roles, new.links]
        assert {len(layer) for layer in layers if layer is not None} == {len(new.words)}
        assert all(new.words)

    @given(examples(), st.integers(0, 1000))
    def test_classes_and_their_order_stay(self, item, seed):
        new = with_other_names(item, random.Random(seed), share=1)
        assert [label for label, _ in labelled(new)] == [label for label, _ in labelled(item)]

    @given(examples(), st.integers(0, 1000))
    def test_a_link_points_to_the_same_word_or_to_the_name_in_its_place(self, item, seed):
        new = with_other_names(item, random.Random(seed), share=1)
        assert all(-1 <= link < len(new.words) for link in new.links or [])
        if item.links is not None and new.words != item.words:
            kept = {item.words[link] for link in item.links if link >= 0 and (item.entities or [])[link] == "O"}
            assert kept <= {new.words[link] for link in new.links or [] if link >= 0}

    @given(examples(), st.integers(0, 1000))
    def test_a_seed_gives_the_same_text(self, item, seed):
        one, other = (with_other_names(item, random.Random(seed), share=1) for _ in range(2))
        assert one == other

    @pytest.mark.parametrize("seed", range(15))
    def test_the_words_between_names_stay(self, seed):
        marked = "Mr [Person Ada Holt] of [Organization Brook & Co] left [Facility Ashby Prison] on [Date Monday]."
        assert around(changed(marked, seed)) == around(example(marked))

    @pytest.mark.parametrize("seed", range(15))
    def test_dates_money_and_nationalities_are_never_replaced(self, seed):
        marked = "[NORP Kenyan] firms paid [Money $5 million] on [Date May 3]; [Person Ada Holt] did not."
        assert {label: name for label, name in labelled(changed(marked, seed)) if label != "Person"} == {
            "NORP": "Kenyan",
            "Money": "$5 million",
            "Date": "May 3",
        }

    @pytest.mark.usefixtures("always")
    @pytest.mark.parametrize("seed", range(15))
    def test_a_name_becomes_the_same_name_everywhere_and_the_surname_follows(self, seed):
        new = changed("[Person Ada Holt] met [Person Ben Brook]. [Person Holt] left; [Person Ada Holt] won.", seed)
        first, other, short, again = (name for _, name in labelled(new))
        assert first == again != other
        assert short in first
        assert "Holt" not in (short, first)

    @pytest.mark.usefixtures("always")
    @pytest.mark.parametrize("seed", range(15))
    def test_a_given_name_stays_a_part_of_the_full_name(self, seed):
        new = changed("[Person Ada Holt] won. \u201c[Person Ada] is fast\u201d, said [Person Holt]\u2019s coach.", seed)
        full, given_name, short = (name for _, name in labelled(new))
        assert given_name in full
        assert short in full

    @pytest.mark.usefixtures("always")
    @pytest.mark.parametrize("seed", range(15))
    def test_an_acronym_follows_what_it_abbreviates(self, seed):
        new = changed(
            "The [Organization Ashby River Board] ([Organization ARB]) met. The [Organization ARB] won.", seed
        )
        full, short, again = (name for _, name in labelled(new))
        assert (short, again) == (initials(full), initials(full)) or short == "ARB"

    @pytest.mark.usefixtures("always")
    @pytest.mark.parametrize("seed", range(15))
    def test_capitals_stay_capitals_and_a_possessive_stays(self, seed):
        new = changed("[Person ADA HOLT] WINS\n[Organization Brook Motors]\u2019s boss resigned.", seed)
        assert labelled(new)[0][1].isupper()
        assert "\u2019s" in around(new)

    @pytest.mark.usefixtures("always")
    @pytest.mark.parametrize("seed", range(15))
    def test_no_full_stop_comes_twice_and_no_article(self, seed):
        text = changed("She left the [Organization Ashby Times].\nThen she bought [Organization Brook Co].", seed)
        pairs = list(zip(text.words, text.words[1:], text.gaps[1:], strict=False))
        assert not [pair for pair in pairs if pair[0].endswith(".") and pair[1] == "." and not pair[2]]
        assert not [pair for pair in pairs if pair[0].lower() == pair[1].lower() == "the"]

    @pytest.mark.parametrize("seed", range(10))
    def test_an_example_with_a_tree_stays_as_it_is(self, seed):
        given_example = example("[Person Ada Holt] won.")
        given_example.heads = [0] * len(given_example.words)
        assert with_other_names(given_example, random.Random(seed), share=1) is given_example

    def test_weekdays_and_years_that_were_labelled_otherwise_stay(self):
        new = [changed("He left on [Misc Monday] in [Misc 2019].", seed) for seed in range(40)]
        assert {name for item in new for _, name in labelled(item)} == {"Monday", "2019"}

    @pytest.mark.usefixtures("always")
    @pytest.mark.parametrize("term", ["[Misc GDP]", "[Product RISC-V]", "[Misc COVID-19]", "[Organization HRB]"])
    def test_acronyms_do_not_turn_into_shouted_names(self, term):
        names_ = [labelled(changed(f"It is about {term} again.", seed))[0][1] for seed in range(30)]
        assert not [name for name in names_ if name.isupper() and len(name.split()) > 2]

    @pytest.mark.usefixtures("always")
    @pytest.mark.parametrize("seed", range(15))
    def test_a_country_does_not_become_a_street(self, seed, monkeypatch):
        monkeypatch.setattr(inventing, "SAME_KIND", 1.0)
        ((_, name),) = labelled(changed("She fled [Location South Korea] by boat.", seed))
        assert any(name.endswith(country) for country in data()["words"]["country"])

    def test_the_share_says_how_many_examples_change(self):
        item = example("[Person Ada Holt] and [Person Ben Brook] met [Person Cy Dale] and [Person Di Evans].")
        rng = random.Random(5)
        new = sum(with_other_names(item, rng, share=0.35) is not item for _ in range(1000))
        assert 280 < new < 420
        assert with_other_names(item, rng, share=0) is item

    def test_footnotes_stand_after_names_and_outside_of_them(self, monkeypatch):
        monkeypatch.setattr(names, "FOOTNOTE", 1.0)
        monkeypatch.setattr(names, "GLUED_FOOTNOTE", 0.0)
        item = changed("[Person Ada Holt] and [Person Ben Brook] met [Person Cy Dale] then.", 3)
        at = item.words.index("[")
        assert item.gaps[at : at + 3] == [0, 0, 0]
        assert (item.entities or [])[at : at + 3] == ["O", "O", "O"]


class TestInvented:
    @pytest.mark.parametrize("label", REPLACED)
    def test_names_of_a_class_differ_and_have_no_open_brace(self, label):
        rng = random.Random(2)
        found = {person(rng).text if label == "Person" else invented(label, rng) for _ in range(200)}
        assert len(found) > 150
        assert not [name for name in found if re.search(r"[{}<>]|  |^ | $", name)]

    def test_the_short_name_of_a_person_is_in_the_full_one(self):
        rng = random.Random(4)
        people = [person(rng) for _ in range(2000)]
        assert [item for item in people if item.short not in item.text] == []

    def test_a_given_surname_is_used(self):
        people = [person(random.Random(seed), of="English", family="Holt") for seed in range(30)]
        assert all("Holt" in item.text for item in people)

    def test_every_pattern_can_be_filled(self):
        rng = random.Random(1)
        forms = [form for kinds in data()["kinds"].values() for kind in kinds.values() for form in kind["forms"]]
        lines = [re.sub(r"<\w+(?:\.\w+)?(?::([^<>]+))?>", r"\1", line) for line in data()["lines"] + data()["capitals"]]
        known = {*data()["words"], *data()["cultures"], "given", "family"}
        used = {hole for form in forms + lines for hole in re.findall(r"\{(\w+)\}", form)}
        inner = {hole for entries in data()["words"].values() for e in entries for hole in re.findall(r"\{(\w+)\}", e)}
        assert used | inner <= known
        assert all(expanded(form, rng) for form in forms)

    def test_kinds_and_classes_in_lines_exist(self):
        found = re.findall(r"<(\w+)(?:\.(\w+))?[:>]", " ".join(data()["lines"] + data()["capitals"]))
        assert {label for label, _ in found} <= set(CLASSES)
        parts = ("short", "family", "given")
        special = {("Organization", "initials"), *(("Person", part) for part in parts)}
        assert [p for p in set(found) - special if p[1] and p[1] not in data()["kinds"][p[0]]] == []


class TestMade:
    def test_a_seed_gives_the_same_lines_and_another_seed_others(self):
        assert made(random.Random(1), 20) == made(random.Random(1), 20)
        assert made(random.Random(1), 20) != made(random.Random(2), 20)

    def test_there_are_as_many_as_asked_for_with_entities_only(self):
        found = made(random.Random(3), 50)
        assert len(found) == 50
        assert {item.corpus for item in found} == {"made"}
        assert all(len(item.words) == len(item.gaps) == len(item.entities or []) for item in found)
        assert all(item.roles is None and item.heads is None for item in found)

    def test_every_class_occurs_and_some_lines_are_in_capitals(self):
        found = [pair for item in made(random.Random(4), 600) for pair in labelled(item)]
        assert {label for label, _ in found} == set(CLASSES)
        assert sum(label == "Person" and len(name) > 6 and name.isupper() for label, name in found) > 100

    def test_tags_are_well_formed(self):
        for item in made(random.Random(5), 300):
            tags = item.entities or []
            for before, tag in zip(["O", *tags], tags, strict=False):
                assert not tag.startswith("I-") or before[2:] == tag[2:]
