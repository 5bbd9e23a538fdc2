"""The loss of whole sequences of tags, against all sequences one by one."""

from __future__ import annotations

import itertools

import pytest
import torch

from newsparse_english.training.paths import barred, path_loss


@pytest.fixture(autouse=True)
def seeded():
    torch.manual_seed(3)


class TestPaths:
    NAMES = ("O", "B-a", "I-a", "B-b", "I-b")

    def every(self, scores, follows, count):
        """The scores of all sequences of ``count`` words, one by one."""
        found = {}
        for path in itertools.product(range(5), repeat=count):
            steps = zip((0, *path), path, scores[:count], strict=False)
            found[path] = sum(float(row[tag] + follows[before, tag]) for before, tag, row in steps)
        return found

    @pytest.mark.parametrize("count", [1, 2, 3, 4])
    def test_the_loss_is_that_of_all_sequences_one_by_one(self, count):
        scores, follows = torch.randn(1, 4, 5), torch.randn(5, 5) + barred(self.NAMES)
        right = (1, 2, 2, 0)[:count]
        known = self.every(scores[0], follows, count)
        total = torch.logsumexp(torch.tensor(list(known.values())), 0)
        tags = torch.full((1, 4), -100)
        tags[0, :count] = torch.tensor(right)
        loss = path_loss(scores, tags, follows, outside=0)
        assert float(loss) == pytest.approx((float(total) - known[right]) / count, abs=1e-4)

    def test_a_span_goes_on_only_after_its_own_label(self):
        table = barred(self.NAMES)
        allowed = [(a, b) for i, a in enumerate(self.NAMES) for j, b in enumerate(self.NAMES) if not table[i, j]]
        inside = {(a, b) for a, b in allowed if b[0] == "I"}
        assert inside == {("B-a", "I-a"), ("I-a", "I-a"), ("B-b", "I-b"), ("I-b", "I-b")}
