"""Training: a network learns what it is shown, from labels and from a larger model, and goes on from its checkpoint."""

from __future__ import annotations

import itertools
import json
import random
import shutil

import attrs
import numpy as np
import pytest
import torch

from newsparse.errors import ModelDamagedError, ModelMissingError
from newsparse_english import packed
from newsparse_english.labels import Labels
from newsparse_english.model import Model
from newsparse_english.network import Network, Sizes, agreed, buckets
from newsparse_english.packed import folder
from newsparse_english.training.batches import batched
from newsparse_english.training.corpora import Example
from newsparse_english.training.counting import count
from newsparse_english.training.distil import judge, near, smaller, soft_losses
from newsparse_english.training.export import export
from newsparse_english.training.feeding import epochs
from newsparse_english.training.pack import averaged, pack
from newsparse_english.training.pack import beside as tokenizer_beside
from newsparse_english.training.recipe import Recipe, weights_of
from newsparse_english.training.running import packed_network
from newsparse_english.training.tensors import Window, pad
from newsparse_english.training.train import _larger, beside, restored, with_all_heads
from newsparse_english.training.trainer import Trainer
from newsparse_english.windows import Encoded

CLASSES = {"upos": 3, "xpos": 3, "feats": 3, "deprel": 3, "entity": 3, "role": 7, "nested": 7}
SMALL = Sizes(vocabulary=200, hidden=24, layers=1, attention=2, inner=32, arc=8, relation=8, link=8, **CLASSES)
ROLES = ("O", "B-Source", "I-Source", "B-Cue", "I-Cue", "B-Content", "I-Content")
NAMES = Labels(
    {name: tuple("Oab") for name in CLASSES if name not in ("role", "nested")}
    | dict.fromkeys(("role", "nested"), ROLES),
    together=tuple(itertools.product(range(3), repeat=3)),
    follows={"entity": ((0.0,) * 3,) * 3, "role": ((0.0,) * 7,) * 7},
)


def window(size, seed, *, known=True):
    rng = np.random.default_rng(seed)
    ids = np.concatenate(([101], rng.integers(105, 199, size), [102])).astype(np.int32)
    encoded = Encoded(ids, np.arange(1, size + 1, dtype=np.int32), np.zeros((size, 3), np.int8))
    labels = {"upos": (ids[1:-1] % 3).astype(np.int64), "start": np.eye(1, size, dtype=np.int64)[0]}
    return Window(encoded, labels if known else {"entity": labels["upos"]}, np.ones(size, np.int64))


ITEMS = [window(4 + i % 5, i) for i in range(12)]


def made(_epoch=0):
    return batched(ITEMS, subwords=60)


@pytest.fixture(autouse=True)
def seeded():
    torch.manual_seed(3)


class TestTogether:
    def test_only_tags_that_a_word_has_had_are_chosen(self):
        rows = torch.tensor([(0, 0, 0), (1, 1, 1), (2, 2, 2), (2, 1, 0)])
        upos, xpos, feats = (torch.tensor([[scores]]) for scores in ([0, 2.0, 1.9], [0, 2.0, 1.0], [3.0, 0, 0]))
        assert rows[agreed([upos, xpos, feats], rows)].tolist() == [[[2, 1, 0]]]
        assert rows[agreed([upos, xpos, feats * 0], rows)].tolist() == [[[1, 1, 1]]]

    def test_tags_are_counted_together_without_rare_classes(self):
        words = ["The", "quay", "sank"] * 3 + ["Ada"]
        upos, xpos = ["DET", "NOUN", "VERB"] * 3 + ["PROPN"], ["DT", "NN", "VBD"] * 3 + ["NN"]
        example = Example(
            corpus="quay",
            name="1",
            words=words,
            gaps=[1] * 10,
            starts=[1] + [0] * 9,
            upos=upos,
            xpos=xpos,
            feats=["_"] * 10,
        )
        labels = count([example, attrs.evolve(example, upos=None, xpos=None, feats=None)])
        tags = [
            [labels.names[head][n] for head, n in zip(("upos", "xpos"), row, strict=False)] for row in labels.together
        ]
        assert tags == [["DET", "DT"], ["NOUN", "NN"], ["VERB", "VBD"]]


def test_weights_of_losses_are_given_by_head():
    assert weights_of(["role=0.75", "upos=1"]) == {"role": 0.75, "upos": 1}
    with pytest.raises(ValueError, match="no head rôle: there are start, "):
        weights_of(["rôle=1"])
    with pytest.raises(ValueError, match="could not convert"):
        weights_of(["role=much"])


class TestBuckets:
    def test_near_distances_are_exact_and_far_ones_share(self):
        table = buckets(200, 32)
        assert table[10, 10] == 0
        assert [int(table[10, 10 - d]) for d in range(8)] == list(range(8))
        assert table[199, 0] == table[199, 60] == 15
        assert int(table.max()) == 31

    def test_before_and_after_differ(self):
        table = buckets(9, 32)
        assert torch.equal(table.triu(1), (table.T + 16).triu(1))
        assert bool((table.tril() < 16).all())

    def test_a_network_with_distances_reads_a_window_alone_as_in_a_batch(self):
        network = Network(attrs.evolve(SMALL, buckets=8)).eval()
        alone, together = pad(ITEMS[:1]).inputs, pad(ITEMS[:5]).inputs
        one = network.encode(alone.ids, alone.mask, alone.first, alone.features)
        many = network.encode(together.ids, together.mask, together.first, together.features)
        assert torch.allclose(one[0], many[0, : one.shape[1]], atol=1e-5)


class TestLearningFromOtherModels:
    def test_the_judgement_is_a_distribution_for_each_word(self):
        for table in judge([Network(SMALL)], pad(ITEMS)).soft.values():
            assert torch.allclose(table.sum(-1), torch.ones(()), atol=0.02)

    def test_sentences_without_labels_follow_the_larger_model(self):
        batch = pad([window(6, 1, known=False), window(6, 2)])
        judged = judge([Network(SMALL)], batch)
        assert judged.sentence[0].tolist() == judged.soft["start"].argmax(-1).cumsum(-1)[0].tolist()
        assert judged.sentence[1].tolist() == batch.sentence[1].tolist()

    def test_the_larger_model_reads_its_own_subwords(self):
        item = window(6, 1)
        other = attrs.evolve(item, larger=(window(6, 2).encoded,))
        teacher = Network(SMALL).eval()
        read = judge([teacher], pad([other])).vectors
        assert torch.equal(read, judge([teacher], pad([window(6, 2)])).vectors)
        assert not torch.equal(read, judge([teacher], pad([item])).vectors)

    def test_several_models_are_averaged(self):
        one, two, batch = Network(SMALL).eval(), Network(SMALL).eval(), pad(ITEMS)
        alone = [judge([network], batch) for network in (one, two)]
        both = judge([one, two], batch)
        for head in ("role", "link"):
            assert torch.allclose(both.soft[head], (alone[0].soft[head] + alone[1].soft[head]) / 2, atol=1e-6)
        assert both.heads.equal(both.soft["arc"].argmax(-1))
        assert both.vectors.equal(alone[0].vectors)

    def test_a_head_that_one_model_lacks_is_judged_by_the_other(self):
        with_it, without = Network(SMALL).eval(), Network(attrs.evolve(SMALL, nested=0)).eval()
        batch = pad(ITEMS)
        assert torch.equal(judge([without, with_it], batch).soft["nested"], judge([with_it], batch).soft["nested"])
        assert "nested" not in judge([without], batch).soft

    def test_arcs_stay_in_their_sentence(self):
        sentence, present = torch.tensor([[1, 1, 2]]), torch.tensor([[True, True, True]])
        assert near(sentence, present)[0].tolist() == [[True, True, False], [True, True, False], [False, False, True]]

    def test_a_network_comes_nearer_to_what_it_learns_from(self, tmp_path):
        network, teacher = Network(SMALL), Network(SMALL).eval()

        def distance():
            batch = pad(ITEMS)
            read = batch.inputs
            words = network.encode(read.ids, read.mask, read.first, read.features)
            return float(sum(soft_losses(network, words, batch, judge([teacher], batch)).values()).detach())

        before = distance()
        recipe = Recipe(epochs=8, subwords=60, head_rate=1e-2, encoder_rate=1e-2, averaged=0.5)
        Trainer(network, NAMES, recipe, tmp_path, teachers=[teacher]).fit(made, {"tiny": made()})
        assert distance() < before


def test_orders_of_tags_are_learned(tmp_path):
    roles = np.array([1, 2, 2, 0, 3, 4], np.int64)
    items = [attrs.evolve(window(6, seed), labels={"role": roles}) for seed in range(12)]
    network = Network(SMALL)
    recipe = Recipe(epochs=12, subwords=60, head_rate=3e-2, averaged=0.5)
    Trainer(network, NAMES, recipe, tmp_path).fit(lambda _epoch: batched(items, subwords=60), {"tiny": made()})
    follows = network.follows["role"].detach()
    assert float(follows[1, 2]) > 0 > float(follows[2, 1])


class TestFeeding:
    def test_epochs_made_ahead_are_the_same(self):
        def seeded(epoch):
            return batched(ITEMS, subwords=60, rng=random.Random(epoch))

        alone, ahead = (list(epochs(seeded, 1, 4, workers=workers)) for workers in (0, 2))
        assert len(alone) == 3
        for one, other in zip(itertools.chain(*alone), itertools.chain(*ahead), strict=True):
            assert torch.equal(one.inputs.ids, other.inputs.ids)
            assert one.rows.keys() == other.rows.keys()


class TestTrainer:
    recipe = Recipe(epochs=6, subwords=60, head_rate=1e-2, encoder_rate=1e-2, averaged=0.5)

    def test_it_learns_the_labels(self, tmp_path):
        network = Network(SMALL)
        Trainer(network, NAMES, attrs.evolve(self.recipe, epochs=25), tmp_path).fit(made, {"tiny": made()})
        figures = [json.loads(line)["tiny.upos"] for line in (tmp_path / "log.jsonl").read_text("utf-8").splitlines()]
        assert len(figures) == 25
        assert figures[-1] > max(60, figures[0])
        network, names = restored(tmp_path / "best.pt")
        assert (network.sizes, names) == (SMALL, NAMES)

    def test_it_continues_from_its_checkpoint(self, tmp_path):
        Trainer(Network(SMALL), NAMES, self.recipe, tmp_path).fit(made, {"tiny": made()})
        done = Trainer(Network(SMALL), NAMES, self.recipe, tmp_path)
        done.fit(made, {"tiny": made()})
        assert len((tmp_path / "log.jsonl").read_text("utf-8").splitlines()) == self.recipe.epochs
        assert len(list(tmp_path.glob("epoch-[1-6].pt"))) == self.recipe.epochs
        saved = torch.load(tmp_path / "last.pt", weights_only=True)
        assert all(torch.equal(weight, saved["trained"][name]) for name, weight in done.network.state_dict().items())


def test_what_ships_can_be_trained_on():
    network, names = restored(folder())
    assert network.tags["role"].out_features == len(names.names["role"]) == len(names.follows["role"])
    assert all(weight.dtype == torch.float32 for weight in network.parameters())


def test_what_cannot_be_continued_is_named(tmp_path):
    with pytest.raises(ModelMissingError, match="no such checkpoint"):
        restored(tmp_path / "none.pt")
    torch.save({"sizes": attrs.asdict(SMALL), "network": Network(SMALL).state_dict(), "names": {}}, tmp_path / "old.pt")
    with pytest.raises(ModelDamagedError, match="not a checkpoint of this version: KeyError: 'together'"):
        restored(tmp_path / "old.pt")
    (tmp_path / "text.pt").write_text("no checkpoint", "utf-8")
    with pytest.raises(ModelDamagedError, match="not a checkpoint of this version"):
        restored(tmp_path / "text.pt")


def test_a_larger_model_has_to_know_the_same_classes(tmp_path):
    Trainer(Network(SMALL), NAMES, Recipe(epochs=1), tmp_path)._save("larger.pt")
    with pytest.raises(ModelMissingError, match="tokenizer"):
        _larger([tmp_path / "larger.pt"], NAMES, beside(folder()))
    shutil.copyfile(folder() / packed.SUBWORDS, tmp_path / "tokenizer.json")
    networks, encoders = _larger([tmp_path / "larger.pt"], NAMES, beside(folder()))
    assert ([network.sizes for network in networks], encoders) == ([SMALL], [])
    assert len(_larger([tmp_path / "larger.pt"] * 2, NAMES, beside(folder("cased")))[1]) == 2
    assert _larger([], NAMES, beside(folder())) == ([], [])
    with pytest.raises(ModelDamagedError, match="has other classes"):
        _larger([tmp_path / "larger.pt"], attrs.evolve(NAMES, names=NAMES.names | {"upos": ("X",)}), beside(folder()))


class TestAveraging:
    def saved(self, tmp_path, name, value, sizes="same"):
        torch.save({"network": {"w": torch.full((2,), value)}, "sizes": sizes, "names": {}}, tmp_path / name)
        return tmp_path / name

    def test_weights_are_averaged_by_their_shares(self, tmp_path):
        one, other = self.saved(tmp_path, "a.pt", 1.0), self.saved(tmp_path, "b.pt", 3.0)
        assert averaged([one, other])["network"]["w"].tolist() == [2, 2]
        assert averaged([one, other], [3, 1])["network"]["w"].tolist() == [1.5, 1.5]

    def test_what_does_not_fit_is_refused(self, tmp_path):
        one, other = self.saved(tmp_path, "a.pt", 1.0), self.saved(tmp_path, "b.pt", 3.0, "other")
        with pytest.raises(ValueError, match="one share each"):
            averaged([one, other])
        with pytest.raises(ValueError, match="one share each"):
            averaged([one], [1, 2])


def test_what_is_packed_can_be_loaded(tmp_path):
    name = pack(averaged([folder()]), tmp_path)
    assert packed.digest(tmp_path) == name
    own, shipped = Model.load(tmp_path), Model.load()
    assert (own.labels.names, own.lemmas) == (shipped.labels.names, shipped.lemmas)
    assert all(np.allclose(own.orders[head], shipped.orders[head], atol=1e-3) for head in shipped.orders)
    assert own.choice.why_precision == "the model has no int8 form"
    weights, others = (packed_network(place)[0].state_dict() for place in (tmp_path, folder()))
    for key, weight in weights.items():
        near = {"atol": 2e-2} if key == "word.weight" or key.startswith("follows.") else {"atol": 0, "rtol": 0}
        assert torch.allclose(weight, others[key].half().float(), **near), key


@pytest.mark.parametrize("size", packed.SIZES)
def test_the_shipped_graphs_are_what_the_code_exports(tmp_path, size):
    around = folder(size) if size in packed.ELSEWHERE else folder()
    own = shutil.copytree(around, tmp_path / "weights") / folder(size).relative_to(around)
    export(own)
    for graph in (packed.FLOATS, packed.RELATION):
        assert (own / graph).read_bytes() == (folder(size) / graph).read_bytes(), "export the shipped graphs again"


def test_a_smaller_model_leaves_its_embeddings_to_the_folder_around_it(tmp_path):
    larger = shutil.copytree(folder(), tmp_path / "weights")
    network, names = packed_network(larger)
    known = {"names": names.names, "together": names.together, "follows": names.follows, "step": 0}
    shrunk = smaller(network, [0])
    state = known | {"network": shrunk.state_dict(), "sizes": attrs.asdict(shrunk.sizes)}
    pack(state, larger / "tiny")
    assert not any((larger / "tiny" / name).exists() for name in packed.SHARED)
    assert Model.load(larger / "tiny").analyse(["Ada left."])[0].words
    state["network"]["word.weight"] = 2 * state["network"]["word.weight"]
    pack(state, larger / "tiny")
    assert (larger / "tiny" / packed.EMBEDDINGS).exists()


def test_a_run_is_packed_with_its_own_tokenizer(tmp_path):
    run, target = tmp_path / "run", tmp_path / "packed"
    run.mkdir()
    shipped = (folder() / packed.SUBWORDS).read_text("utf-8")
    (run / packed.SUBWORDS).write_text(shipped.replace('"harbour"', '"harbxour"'), "utf-8")
    torch.save({}, run / "best.pt")
    assert tokenizer_beside(run / "best.pt") == run / packed.SUBWORDS
    assert tokenizer_beside(tmp_path / "other.pt") is None
    pack(averaged([folder()]), target, subwords=tokenizer_beside(run / "best.pt"))
    assert '"harbour"' in shipped
    assert '"harbour"' not in (target / packed.SUBWORDS).read_text("utf-8")
    assert Model.load(target).labels.names == Model.load().labels.names


def test_a_network_without_quotes_inside_quotes_gets_a_head_for_them():
    old = Network(attrs.evolve(SMALL, nested=0))
    names = {head: tuple(f"{head}{n}" for n in range(count)) for head, count in CLASSES.items() if head != "nested"}
    network, labels = with_all_heads(old, Labels(names, (), {}))
    assert labels.names["nested"] == labels.names["role"]
    assert network.tags["nested"].out_features == SMALL.role
    assert all(torch.equal(network.state_dict()[name], value) for name, value in old.state_dict().items())
    assert with_all_heads(network, labels) == (network, labels)
