"""Runs that differ in one thing from the usual ones: no backend, two kinds, a second run, an odd text."""

from __future__ import annotations

from types import SimpleNamespace

import attrs
import pytest

import newsparse
from newsparse.errors import ContractError, PlanError, PluginBuildError
from newsparse.model import Document, Entity, Failure, Layer, Mention, Meta, Quote, Sentence, Source, Span, Token
from newsparse.pipeline import make_plan
from newsparse.pipeline.config import settings_digest
from newsparse.pipeline.inputs import malformed
from newsparse.pipeline.labels import with_known_labels
from newsparse.pipeline.plan import misfit
from newsparse.pipeline.wrapping import on_text
from newsparse.specs import BackendSpec, ExtractorSpec
from newsparse.testing import FakeBackend, fake_backend

TEXT = "Ada said no."
PAIR = "Ada said \ud83d\ude00."
"""A text with a sign that is written as two code points, as some programs cut it."""


class Giving:
    """Gives what a function finds in a document."""

    def __init__(self, find):
        self.find = find

    def extract(self, document):
        return self.find(document)


def extractor(find=lambda _document: [], *, name="under-test", provides=("mentions",), **fields):
    return ExtractorSpec(name=name, summary=".", make=lambda: Giving(find), provides=provides, **fields)


def load(*extractors, backends=(), **options):
    plugin = SimpleNamespace(
        newsparse_extractors=newsparse.hookimpl(lambda: extractors),
        newsparse_backends=newsparse.hookimpl(lambda: backends),
    )
    return newsparse.load("en", host=newsparse.Host.of(plugin, strict=True), **options)


def ada(document, **fields):
    return attrs.evolve(Mention.make(document.text, Span(0, 3), label="Person"), **fields)


def entity(document, **fields):
    return attrs.evolve(Entity.make(document.text, Span(0, 3), label="Person", name="Ada"), **fields)


def quote(document, **fields):
    return Quote.make(document.text, Span(9, 11), fragments=(Span(9, 11),), form="indirect", **fields)


class TestSettingsDigest:
    def test_sets_that_were_filled_in_another_order_are_the_same(self):
        one, other = {0, 8}, {8, 0}
        assert repr(one) != repr(other)
        assert settings_digest({"pages": one}) == settings_digest({"pages": other})
        assert settings_digest({"pages": frozenset(one)}) == settings_digest({"pages": other})

    def test_a_set_is_told_from_one_with_other_items(self):
        assert settings_digest({"pages": {0, 8}}) != settings_digest({"pages": {0, 9}})

    def test_a_tuple_is_a_list_and_keeps_its_order(self):
        assert settings_digest({"pages": (1, 2)}) == settings_digest({"pages": [1, 2]})
        assert settings_digest({"pages": (1, 2)}) != settings_digest({"pages": (2, 1)})


class TestContract:
    def test_an_id_is_taken_by_an_annotation_of_another_kind_too(self):
        found = load(extractor(lambda d: [ada(d, id="ada"), entity(d, id="ada")], provides=("mentions", "entities")))(
            TEXT
        )
        assert [failure.message.partition(" (")[0] for failure in found.failures] == ["the id ada occurs twice"]
        apart = load(extractor(lambda d: [ada(d, id="ada"), entity(d, id="Ada")], provides=("mentions", "entities")))
        assert apart(TEXT).failures == ()

    @pytest.mark.parametrize("wrong", [0, 1, 2])
    def test_of_several_annotations_the_one_with_a_fault_is_named(self, wrong):
        def find(document):
            spans = [Span(0, 3), Span(4, 8), Span(9, 11)]
            made = [Mention.make(document.text, span, label="Person") for span in spans]
            made[wrong] = attrs.evolve(made[wrong], label=7)
            return made

        (failure,) = load(extractor(find))(TEXT).failures
        assert failure.message.startswith(("mention:0-3: ", "mention:4-8: ", "mention:9-11: ")[wrong])

    @pytest.mark.parametrize("text", [TEXT, PAIR])
    def test_what_is_right_is_right_in_any_text(self, text):
        found = load(extractor(lambda d: [ada(d), entity(d)], provides=("mentions", "entities")))(text)
        assert found.failures == ()
        assert [item.text for item in (*found.mentions, *found.entities)] == ["Ada", "Ada"]

    @pytest.mark.parametrize("text", [TEXT, PAIR])
    def test_places_are_checked_in_any_text(self, text):
        found = load(extractor(lambda d: [attrs.evolve(ada(d), text="Eve")]))(text)
        assert ["its words are not those of the text" in failure.message for failure in found.failures] == [True]

    def test_an_id_twice_in_two_layers_of_a_backend_is_a_breach(self):
        def given(second):
            words = attrs.evolve(Token.make(TEXT, Span(0, 3), group=0), id="word")
            whole = attrs.evolve(Sentence.make(TEXT, Span(0, 12), first=0, last=1, paragraph=0), id=second)
            return fake_backend({TEXT: [Layer("tokens", (words,)), Layer("sentences", (whole,))]})

        reader = extractor(requires=("tokens", "sentences"))
        assert "the id word occurs twice" in load(reader, backends=[given("word")])(TEXT).failures[0].message
        assert load(reader, backends=[given("sentence")])(TEXT).failures == ()


class TestMalformedDocuments:
    @pytest.mark.parametrize(
        ("fields", "fault"),
        [
            ({}, ""),
            ({"text": 7}, "its text is of type int, not str"),
            ({"sources": ("english",)}, "its sources are not a tuple of Source records"),
            (
                {"sources": [Source(id="a", distribution="b", version="1")]},
                "its sources are not a tuple of Source records",
            ),
            ({"failures": ("late",)}, "its failures are not a tuple of Failure records"),
            ({"layers": (Layer(7, ()),)}, "its layers do not have distinct names"),
            ({"layers": (Layer("quotes", ()), Layer("quotes", ()))}, "its layers do not have distinct names"),
            ({"layers": (Layer("quotes", ()), Layer("numbers", ()))}, ""),
        ],
    )
    def test_a_field_of_another_type_is_named(self, fields, fault):
        document = Document(text=TEXT)
        for name, value in fields.items():
            object.__setattr__(document, name, value)
        assert malformed(document) == fault

    @pytest.mark.parametrize(
        ("items", "is_right"),
        [((), True), ([], False), (("Ada",), False), ((Mention.make(TEXT, Span(0, 3), label="Person"),), True)],
    )
    def test_a_layer_is_a_tuple_of_annotations(self, items, is_right):
        layer = Layer("mentions", ())
        object.__setattr__(layer, "annotations", items)
        document = Document(text=TEXT)
        object.__setattr__(document, "layers", (layer,))
        assert malformed(document) == ("" if is_right else "its layer 'mentions' is not a tuple of annotations")

    @pytest.mark.parametrize(("text", "is_right"), [(TEXT, False), (PAIR, True)])
    def test_records_are_looked_at_where_the_text_can_be_written(self, text, is_right):
        meta = Meta()
        object.__setattr__(meta, "outlet", 7)
        assert (malformed(Document(text=text, id="a", meta=meta)) == "") is is_right


class TestLabels:
    def test_what_is_no_mention_has_no_label_that_could_be_mapped(self):
        odd = Layer("mentions", (Entity.make(TEXT, Span(0, 3), label="GPE", name="Ada"),))
        mention = Mention.make(TEXT, Span(0, 3), label="GPE")
        (layer,), problem = with_known_labels(
            [Layer("mentions", (*odd.annotations, mention))], {"GPE": "Location", "": "Misc"}
        )
        assert [item.label for item in layer.annotations] == ["Location"]
        assert problem is None

    def test_labels_of_the_inventory_stay_beside_unknown_ones(self):
        mentions = [Mention.make(TEXT, Span(0, 3), label="Person"), Mention.make(TEXT, Span(4, 8), label="Verb")]
        (layer,), problem = with_known_labels([Layer("mentions", tuple(mentions))], {})
        assert [item.label for item in layer.annotations] == ["Person"]
        assert isinstance(problem, ContractError)
        assert "'Verb'" in problem.message
        assert "Person" not in problem.message

    def test_only_mentions_have_labels_that_count(self):
        entities = Layer("entities", (Entity.make(TEXT, Span(0, 3), label="Verb", name="Ada"),))
        assert with_known_labels([entities], {}) == ([entities], None)


class TestPlans:
    def test_a_layer_could_not_come_from_the_one_that_lacks_it(self):
        completer = extractor(name="completer", provides=("mentions",), requires=("mentions",))
        offers = {"extractor 'completer'": ("mentions",), "backend 'english'": ("mentions",)}
        _, error = misfit([completer], backend=(), offers=offers)
        assert error.hint == "It could come from: backend 'english'."
        for offered in ({"extractor 'completer'": ("mentions",)}, None):
            _, error = misfit([completer], backend=(), offers=offered)
            assert error.hint == "Leave it out of requires."

    @pytest.mark.parametrize(("given", "words"), [((), "no layers"), (("tokens", "sentences"), "sentences, tokens")])
    def test_what_the_backend_gives_instead_is_listed(self, given, words):
        with pytest.raises(PlanError, match=f"does not provide mentions .it provides {words}."):
            make_plan([], backend=given, layers=("mentions",))


class TestSettings:
    def test_settings_name_what_was_chosen_or_that_nothing_was(self):
        with pytest.raises(PluginBuildError, match=r"chosen: under-test"):
            load(extractor(), settings={"other": {}})
        with pytest.raises(PluginBuildError, match=r"chosen: none"):
            load(settings={"other": {}})

    def test_a_setting_that_there_is_not_names_those_that_there_are(self):
        @attrs.frozen
        class Config:
            pages: int = 1
            lines: int = 2

        with pytest.raises(
            PluginBuildError, match=r"has no setting 'words' .it has: none.|no setting words .it has: none."
        ):
            load(extractor(), settings={"under-test": {"words": 1}})
        with pytest.raises(PluginBuildError, match=r"no setting words .it has: pages, lines."):
            load(extractor(config=Config), settings={"under-test": {"words": 1, "pages": 2}})

    def test_excluding_one_by_name_leaves_the_others_that_were_named(self):
        specs = [extractor(name="one"), extractor(name="two", provides=("quotes",))]
        assert load(*specs, extractors=["one", "two"], exclude=["two"]).extractors == ("one",)
        assert load(*specs, exclude="one").extractors == ("two",)

    def test_a_backend_with_options_of_its_own_takes_any_and_others_name_theirs(self):
        def backend(make):
            return BackendSpec(
                name="fake", summary=".", make=make, provides=("sentences", "tokens"), default_for=("en",)
            )

        reader = extractor(requires=("tokens",))
        taking = backend(lambda _language, layers, **_options: FakeBackend(layers))
        assert load(reader, backends=[taking], colour="red").backend == "fake"
        with pytest.raises(PluginBuildError, match=r"no argument 'colour', .*it has: none"):
            load(reader, backends=[backend(lambda _language, layers: FakeBackend(layers))], colour="red")
        choosing = backend(lambda _language, layers, size=1: FakeBackend(layers[:size]))
        with pytest.raises(PluginBuildError, match=r"no argument 'colour', .*it has: size"):
            load(reader, backends=[choosing], colour="red")

    def test_the_model_that_a_backend_names_is_its_source_unless_it_is_empty_or_no_text(self):
        class Named(FakeBackend):
            def __init__(self, layers, model):
                super().__init__(layers)
                self.model = model

        def model(given):
            spec = BackendSpec(
                name="fake",
                summary=".",
                make=lambda _language, layers: Named(layers, given),
                provides=("sentences", "tokens"),
                default_for=("en",),
                model="declared",
            )
            return load(extractor(requires=("tokens",)), backends=[spec]).sources[0].model

        assert [model(given) for given in ("small", "", None, 7)] == ["small", "declared", "declared", "declared"]


class TestRuns:
    def test_without_a_backend_only_extractors_are_sources_and_threads_change_nothing(self):
        pipeline = load(extractor(), threads=2)
        assert [source.id for source in pipeline.sources] == ["under-test"]
        assert (pipeline.backend, pipeline.conditions(), pipeline.layers) == (None, {}, ("mentions",))

    def test_a_backend_that_cannot_limit_its_threads_says_so(self):
        class Stubborn(FakeBackend):
            def limit_threads(self, count):
                raise ValueError(f"never {count}")

        spec = BackendSpec(
            name="stubborn",
            summary=".",
            make=lambda _language, layers: Stubborn(layers),
            provides=("sentences", "tokens"),
            default_for=("en",),
        )
        reader = extractor(requires=("tokens",))
        assert load(reader, backends=[spec]).backend == "stubborn"
        with pytest.raises(PluginBuildError, match=r"'stubborn' cannot limit its threads: .*never 3"):
            load(reader, backends=[spec], threads=3)

    @pytest.mark.parametrize(
        ("stage", "where", "stays"),
        [
            ("read", "under-test", True),
            ("extract", "under-test", False),
            ("extract", "another", True),
            ("analyse", "fake", False),
            ("analyse", "english", True),
        ],
    )
    def test_a_second_run_forgets_the_failures_of_its_own_parts_alone(self, stage, where, stays):
        pipeline = load(extractor(requires=("tokens",)), backends=[fake_backend()])
        failure = Failure(stage=stage, where=where, code="NP301", message="It rained.")
        assert (failure in pipeline(Document(text=TEXT).with_failure(failure)).failures) is stays

    def test_a_second_run_keeps_the_layers_of_others(self):
        first = load(extractor(lambda d: [quote(d)], name="other", provides=("quotes",)))(TEXT)
        second = load(extractor(lambda d: [ada(d)]))(first)
        assert [layer.name for layer in second.layers] == ["mentions", "quotes"]

    def test_trees_come_with_the_words_and_are_missing_without_them(self):
        reader = extractor(lambda d: [ada(d)], requires=("trees",))
        given = Document(text=TEXT)
        spec = attrs.evolve(fake_backend(), provides=("sentences", "tokens", "trees"))
        assert load(reader, backends=[spec])(given).failures == ()

    def test_a_limit_of_time_is_kept_only_where_there_is_one(self, monkeypatch):
        monkeypatch.setattr("newsparse.pipeline.run.keeps_limits", lambda: False)
        assert load(extractor())(TEXT).failures == ()
        with pytest.raises(newsparse.NewsparseError, match="a time limit cannot be kept here"):
            load(extractor(), timeout=5)(TEXT)

    @pytest.mark.parametrize(("most", "codes"), [(12, []), (11, ["NP309"]), (None, [])])
    def test_a_text_may_have_as_many_characters_as_are_allowed(self, most, codes):
        assert [failure.code for failure in load(extractor(), max_length=most)(TEXT).failures] == codes

    @pytest.mark.parametrize(
        ("title", "codes"), [("Ada declines", []), ("Ada declined", []), ("Ada declines!", ["NP309"])]
    )
    def test_so_may_its_title(self, title, codes):
        document = Document(text=TEXT, meta=Meta(title=title))
        assert [failure.code for failure in load(extractor(), max_length=12)(document).failures] == codes

    def test_what_the_message_of_an_error_says_in_pairs_can_be_written(self):
        def find(_document):
            raise ValueError("no \ud83d\ude00 here")

        (failure,) = load(extractor(find))(TEXT).failures
        assert "no \U0001f600 here" in failure.message
        failure.message.encode("utf-8")


class TestWrapping:
    def test_only_words_that_are_those_of_the_text_are_taken_from_the_other(self):
        old, new = "Ada\nsaid no.", "Ada said no."
        right = Mention.make(old, Span(0, 8), label="Person")
        free = attrs.evolve(right, text="Ada Brook", id="free")
        document = Document(text=old).with_layer("mentions", [right, free])
        assert [item.text for item in on_text(document, new).mentions] == ["Ada Brook", "Ada said"]

    def test_what_does_not_change_is_the_same_object(self):
        old, new = "Ada\nsaid no.", "Ada said no."
        item = Quote.make(old, Span(9, 11), fragments=(Span(9, 11),), form="indirect")
        document = Document(text=old).with_layer("quotes", [item])
        assert on_text(document, new).quotes[0] is item
        assert on_text(document, new).text == new
        assert on_text(document, old) is document
