"""Plans: completed layers, optional layers, and messages that say what to install or leave out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsparse.errors import PlanError
from newsparse.pipeline import make_plan
from newsparse.pipeline.plan import backend_layers, completes
from newsparse.specs import ExtractorSpec

LAYERS = ("sentences", "tokens", "mentions", "quotes", "numbers", "polls")


def spec(name: str, provides=(), requires=(), uses=()) -> ExtractorSpec:
    return ExtractorSpec(name=name, summary=".", make=object, provides=provides, requires=requires, uses=uses)


def order(specs, backend=LAYERS) -> list[str]:
    return [item.name for item in make_plan(specs, backend=backend).extractors]


@st.composite
def without_circle(draw) -> list[ExtractorSpec]:
    """Extractors each of which makes a layer of its own and reads only layers of those before it."""
    count = draw(st.integers(1, 7))
    names = draw(st.permutations([chr(ord("a") + index) for index in range(count)]))
    specs = []
    for index, name in enumerate(names):
        reads = draw(st.lists(st.sampled_from(names[:index]), unique=True)) if index else []
        half = draw(st.integers(0, len(reads)))
        specs.append(spec(name, (f"layer-{name}",), [f"layer-{x}" for x in reads[:half]], reads_of(reads[half:])))
    return specs


def reads_of(names) -> list[str]:
    return [f"layer-{name}" for name in names]


@given(without_circle(), st.randoms(use_true_random=False))
def test_each_runs_after_those_that_it_reads_in_whatever_order_they_were_registered(specs, shuffler):
    planned = order(specs)
    shuffled = list(specs)
    shuffler.shuffle(shuffled)
    assert order(shuffled) == planned
    place = {f"layer-{name}": index for index, name in enumerate(planned)}
    for item in specs:
        assert all(place[layer] < planned.index(item.name) for layer in (*item.requires, *item.uses))


def test_one_that_completes_a_layer_runs_between_its_maker_and_its_readers():
    maker = spec("z-maker", ("mentions",))
    completer = spec("y-completer", ("mentions", "entities"), ("mentions",))
    reader = spec("a-reader", ("quotes",), (), ("mentions",))
    assert completes(completer, "mentions")
    assert not completes(completer, "entities")
    assert order([reader, completer, maker], backend=("tokens",)) == ["z-maker", "y-completer", "a-reader"]
    assert order([completer, reader], backend=("mentions",)) == ["y-completer", "a-reader"]


def test_two_that_complete_a_layer_run_by_name():
    both = [spec(name, ("mentions",), ("mentions",)) for name in ("second", "first")]
    assert order(both) == order(both[::-1]) == ["first", "second"]


def test_a_layer_that_is_only_used_may_be_missing_and_is_asked_of_a_backend_that_has_it():
    reader = spec("reader", ("polls",), ("sentences",), ("trees", "quotes"))
    assert make_plan([reader], backend=("sentences", "tokens")).layers == ("sentences", "tokens")
    assert make_plan([reader], backend=("sentences", "tokens", "trees")).layers == ("sentences", "tokens", "trees")


def test_nothing_is_asked_of_the_backend_where_nobody_reads_it():
    assert make_plan([spec("alone", ("polls",))], backend=LAYERS).layers == ()
    assert make_plan([spec("alone", ("polls",))], backend=LAYERS, layers=("mentions",)).layers == (
        "mentions",
        "sentences",
        "tokens",
    )


def test_what_an_extractor_makes_is_not_asked_of_the_backend():
    specs = [spec("names", ("mentions",), ("tokens",)), spec("said", ("quotes",), ("mentions",), ("trees",))]
    assert backend_layers(specs) == {"tokens", "trees"}
    assert backend_layers(specs, required=True) == {"tokens"}
    assert make_plan(specs, backend=LAYERS).layers == ("sentences", "tokens")


def test_a_missing_layer_names_what_could_give_it():
    offers = {"extractor 'said' (desk 1.0)": ("quotes",), "extractor 'polls' (desk 1.0)": ("polls",)}
    with pytest.raises(PlanError) as caught:
        make_plan([spec("polls", ("polls",), ("quotes",))], backend=("tokens",), offers=offers)
    assert str(caught.value) == (
        "[NP307] the extractor 'polls' requires the layer 'quotes', which nothing that was chosen gives. "
        "It could come from: extractor 'said' (desk 1.0)."
    )


def test_a_missing_layer_that_nothing_gives_says_so():
    with pytest.raises(PlanError, match="Nothing that is installed gives it"):
        make_plan([spec("polls", ("polls",), ("quotes",))], backend=())


def test_a_circle_is_drawn():
    specs = [spec("a", ("x",), ("z",)), spec("b", ("y",), (), ("x",)), spec("c", ("z",), ("y",))]
    with pytest.raises(PlanError, match="a -> c -> b -> a|b -> a -> c -> b|c -> b -> a -> c"):
        make_plan(specs, backend=())


def test_a_layer_that_the_backend_does_not_have_cannot_be_asked_for():
    with pytest.raises(PlanError, match=r"does not provide trees \(it provides tokens\)"):
        make_plan([], backend=("tokens",), layers=("trees",))


def test_who_requires_what_it_makes_itself_is_told_so():
    offers = {"extractor 'fines' (newsparse-fines 0.1.0)": ("fines",)}
    with pytest.raises(PlanError, match="requires the layer 'fines', which it makes itself. Leave it out of requires"):
        make_plan([spec("fines", ["fines"], ["fines"])], backend=LAYERS, offers=offers)


def test_a_layer_that_is_misspelt_is_told_with_the_nearest_one():
    with pytest.raises(PlanError, match="Nothing that is installed gives it; did you mean 'sentences'"):
        make_plan([spec("fines", ["fines"], ["sentence"])], backend=LAYERS)
