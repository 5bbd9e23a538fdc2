"""A figure of a title stands among the findings, with the title as its place."""

from __future__ import annotations

import re

import pytest

pytest.importorskip("starlette", reason="starlette is not installed")

from starlette.testclient import TestClient

from newsparse.corpus import index
from newsparse.model import Document, Meta
from newsparse.site import application


def test_the_findings_show_the_title_that_the_body_contradicts(tmp_path, english):
    text = "A fire at the Orla mill killed 12 people on Monday."
    place = tmp_path / "news.db"
    index([english(Document(text=text, meta=Meta(title="Fire at Orla mill kills 17")))], place)
    with TestClient(application(place), base_url="http://127.0.0.1") as site:
        page = site.get("/findings/figures").text
        rows = re.findall(r"<tr><td><b>.*?</tr>", page, re.DOTALL)
        links = re.findall(r"href=\"(/articles/[^\"]*)\"", page)
        shown = [site.get(link).status_code for link in links]
    assert ["headline" in row for row in rows] == [True, False]
    assert "Fire at Orla mill kills 17</small>" in rows[0]
    assert [link.partition("?")[0] for link in links] == ["/articles/1", "/articles/1"]
    assert ["?at=" in link for link in links] == [False, True]
    assert shown == [200, 200]
