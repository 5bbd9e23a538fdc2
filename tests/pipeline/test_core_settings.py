"""The digest of settings: equal for equal settings, in whatever process and order."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

import newsparse
from newsparse.pipeline.config import settings_digest

SETTINGS = (
    "import attrs\nfrom newsparse.pipeline.config import settings_digest\n\n"
    "@attrs.frozen\nclass Config:\n    words: frozenset = frozenset({'a', 'bb', 'ccc', 'dddd'})\n\n"
    "print(settings_digest(Config()))\n"
)


class TestSettingsDigest:
    def test_it_is_the_same_in_every_process(self):
        digests = {
            subprocess.run(
                [sys.executable, "-c", SETTINGS],
                env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(Path(newsparse.__file__).parents[1])},
                capture_output=True,
                text=True,
                check=True,
            ).stdout
            for seed in ("1", "2", "3")
        }
        assert len(digests) == 1
        assert len(digests.pop().strip()) == 64

    @given(
        st.dictionaries(st.text(max_size=3) | st.integers(), st.integers() | st.lists(st.text(max_size=3)), min_size=1)
    )
    def test_it_does_not_depend_on_the_order_of_keys(self, fields):
        backwards = dict(reversed(fields.items()))
        assert settings_digest(fields) == settings_digest(backwards) is not None

    def test_it_tells_settings_apart(self):
        assert settings_digest({}) is None
        assert settings_digest({"a": 1}) != settings_digest({"a": 2}) != settings_digest({"b": 2})
        assert settings_digest({5: 1}) != settings_digest({"5": 1})
        assert settings_digest({5: 1, "5": 2}) == settings_digest({"5": 2, 5: 1}) != settings_digest({5: 2, "5": 1})
