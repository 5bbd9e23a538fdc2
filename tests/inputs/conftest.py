"""Files that a test needs."""

from __future__ import annotations

import pytest


@pytest.fixture
def put(tmp_path):
    def write(name, content="The ferry was late."):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return str(path)

    return write
