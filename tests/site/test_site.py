"""The site by HTTP: every page answers, tables go out, and nothing of an article becomes part of a page."""

from __future__ import annotations

import contextlib
import io
import re

import pytest

pytest.importorskip("starlette", reason="starlette is not installed")

from starlette.testclient import TestClient

from newsparse.corpus import alike, drafts, index, opened
from newsparse.errors import ReadError, WriteError
from newsparse.site import application, serving
from newsparse.verification import verify
from tests.corpus.stories import TOGETHER, article, count

PAGES = (
    "/",
    "/quotes",
    "/quotes?words=pension&speaker=minister&since=2024-03&until=2024-03&low=1&measure=percent&order=oldest",
    "/quotes?entity=1&about=1&beside=1&who=person&outlet=Orla+Post&page=2",
    "/figures",
    "/figures?topic=Deaths",
    "/figures?noun=people&quantity=12",
    "/people",
    "/people?words=ru*&label=Person",
    "/people/1",
    "/articles",
    "/articles?words=ferry&since=2024-05",
    "/articles/1",
    "/articles/7",
    "/findings",
    "/findings/quotes",
    "/findings/quotes?what=all&words=gates&outlet=Kell+Times&since=2026-03&until=2026-03&entity=2&document=11",
    "/findings/quotes?what=all",
    "/findings/figures",
    "/findings/figures?topic=Deaths&what=conflict&words=mill",
    "/findings/claims",
    "/findings/claims?what=denied&words=gates&outlet=North+Wire",
    "/articles/11",
    "/sources",
    "/sources?by=outlet+and+month&since=2024-03-01",
    "/sources?by=month&attribute=party&outlet=Kell+Times",
    "/drafts",
    "/drafts?page=2",
    "/drafts/1",
    "/drafts/2",
)


@pytest.fixture(scope="module")
def site(place):
    return TestClient(application(place), base_url="http://127.0.0.1", follow_redirects=False)


@pytest.mark.parametrize("address", PAGES)
def test_every_page_answers_under_the_policy(site, address):
    answer = site.get(address)
    assert answer.status_code == 200
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert "unsafe" not in answer.headers["content-security-policy"]


@pytest.mark.parametrize("address", PAGES)
def test_no_page_has_markup_of_an_article_or_asks_for_anything_elsewhere(site, address):
    words = site.get(address).text
    assert re.findall(r"<script(?! src=\"/static/view\.js\" defer>)|<img|<b on|<i>Greens|[\u202e\x00\x1b]", words) == []
    assert re.findall(r"(?:src|href|action)=\"(?!/|#)[^\"]*", words) == []
    assert re.findall(r" style=| on\w+=\"", words) == []


@pytest.fixture(scope="module")
def links(site):
    """The addresses to which the pages lead, each once."""
    found = (link for address in PAGES for link in re.findall(r"href=\"(/[^\"]*)\"", site.get(address).text))
    return sorted({link.replace("&amp;", "&") for link in found})


def test_every_link_leads_somewhere(site, links):
    shown = [link for link in links if "download=" not in link][::3]
    assert {link: site.get(link).status_code for link in shown} == {
        link: 303 if re.search(r"[?&]at=", link) else 200 for link in shown
    }


def test_every_table_can_be_taken_away(site, links):
    pyarrow = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed")
    tables = {re.sub(r"(/\w+).*?(\w+\.\w+)$", r"\1 \2", link): link for link in links if "download=" in link}
    for link in tables.values():
        answer = site.get(link)
        assert answer.headers["content-disposition"].startswith("attachment")
        if link.endswith("parquet"):
            assert pyarrow.read_table(io.BytesIO(answer.content)).num_columns
        else:
            assert answer.content.decode("utf-8-sig").count("\n") >= 1


@pytest.mark.parametrize(
    ("address", "tables"),
    [
        ("/", "months outlets speakers"),
        ("/quotes", "quotes speakers outlets months mentioned words"),
        ("/figures", "figures speakers outlets months mentioned counted values"),
        ("/people", "names"),
        ("/people/1", "quotes figures names roles beside articles months words namesakes attributes"),
        ("/articles", "articles"),
        ("/articles/1", "quotes figures names copies drafts"),
        ("/findings/quotes", "findings_quotes"),
        ("/findings/figures", "findings_figures"),
        ("/findings/claims", "findings_claims"),
        ("/sources", "sources kinds unnamed reasons affiliations attribute"),
        ("/drafts", "drafts"),
        ("/drafts/1", "findings"),
    ],
)
def test_whatever_a_page_lists_can_be_taken_away_in_both_formats(site, address, tables):
    offered = re.findall(r"download=(\w+)\.(\w+)\"", site.get(address).text)
    assert offered == [(name, form) for name in tables.split() for form in ("csv", "parquet")]


def test_the_quotes_of_an_article_come_in_the_order_of_its_text(site):
    head, *rows = site.get("/articles/1?download=quotes.csv").text.splitlines()
    assert head.split(",").count("text") == 1
    assert ["We will not cut pensions," in rows[0], "The pot is empty," in rows[1]] == [True, True]


def test_a_spreadsheet_computes_nothing(site):
    assert "'=cmd()" in site.get("/articles?download=articles.csv").text


def test_a_search_shows_what_it_found(site):
    words = site.get("/quotes?words=pensions&speaker=finance+minister&since=2024-03&until=2024-03").text
    assert "We will not cut pensions," in words
    assert "Every pension will rise" in words
    assert "Taxes stay" not in words


def test_a_claim_opens_its_card_in_the_article(site):
    answer = site.get("/articles/1?at=quote:1-26")
    assert answer.status_code == 303
    key = answer.headers["location"].partition("#")[2]
    assert f'id="{key}"' in site.get("/articles/1").text


@pytest.mark.parametrize("at", ["0-30", "2-10", "1-26"])
def test_a_place_in_an_article_opens_the_claim_that_is_there(site, at):
    key = site.get(f"/articles/1?at={at}").headers["location"]
    assert key == site.get("/articles/1?at=quote:1-26").headers["location"]


@pytest.mark.parametrize("at", ["99999-100000", "5-5", "9-1", "quote:9-9", "0-1"])
def test_a_place_without_a_claim_opens_none(site, at):
    assert site.get(f"/articles/1?at={at}").status_code == 200


def test_what_is_not_understood_is_said(site):
    words = site.get("/quotes?since=<b>&low=x").text
    assert "since: &#39;&lt;b&gt;&#39; is not a day" in words


@pytest.mark.parametrize(
    "address",
    [
        *("/nothing", "/people/999", "/articles/999", "/drafts/999", "/people/0", "/articles/0", "/drafts/0"),
        *("/quotes?download=secrets.csv", "/quotes?download=quotes.exe"),
    ],
)
def test_what_is_not_there_is_not_found(site, address):
    answer = site.get(address)
    assert answer.status_code == 404
    assert "Not found" in answer.text
    assert "default-src 'none'" in answer.headers["content-security-policy"]


def test_another_host_s_name_is_refused(site):
    assert site.get("/", headers={"host": "evil.example"}).status_code == 400
    assert site.get("/", headers={"host": "localhost:8470"}).status_code == 200


def test_nothing_can_be_changed(site):
    assert site.post("/quotes").status_code == 405


@pytest.mark.parametrize("words", ["' OR 1=1 --", '" OR "', "NEAR(a b)", "text: x", "*", "(((", "\x00", "\ud83d"])
def test_no_words_break_a_search(site, words):
    for path in ("/quotes", "/figures", "/people", "/articles"):
        answer = site.get(path, params={"words": words.encode("utf-8", "surrogatepass"), "speaker": "( -"})
        assert answer.status_code == 200


def test_a_file_that_is_no_corpus_is_refused(tmp_path):
    with pytest.raises(ReadError):
        application(tmp_path / "none.db")


def test_of_articles_of_which_nothing_is_known_the_site_says_so(tmp_path):
    figures = [("12 boats", count(12), "boats", None), ("14 boats", count(14), "boats", None)]
    text = "12 boats sank off Orla. 14 boats sank off Kell."
    bare = article(text, figures=figures)
    dated = article(f"{text} It rained.", figures=figures, published="2026-03-02")
    index([bare, dated], tmp_path / "news.db")
    checked = article("12 boats sank off Orla, and it rained.", figures=[("12", count(12), "boats", None)])
    with contextlib.closing(opened(tmp_path / "news.db")) as database:
        found = verify(checked, [], archive=alike(database, checked))
    drafts.store(tmp_path / "news.db", found)
    site = TestClient(application(tmp_path / "news.db"), base_url="http://127.0.0.1")
    marks = re.findall(r"<title>(.*?)</title>", site.get("/figures?noun=boats").text)
    assert "2026-03-02, no outlet: 12" in marks
    assert not any("None" in mark for mark in marks)
    assert "None" not in site.get("/drafts/1").text
    assert "(unknown)" in site.get("/sources").text


def test_a_site_without_a_port_takes_a_free_one_where_its_own_is_taken(monkeypatch):
    with contextlib.closing(serving.listening(0)) as first:
        taken = first.getsockname()[1]
        monkeypatch.setattr(serving, "PORT", taken)
        with contextlib.closing(serving.listening(None)) as second:
            assert second.getsockname()[1] not in (0, taken)
        with pytest.raises(WriteError, match=f"port {taken} is taken"):
            serving.listening(taken)


def test_words_of_several_name_all_of_them(tmp_path):
    index([TOGETHER], tmp_path / "news.db")
    site = TestClient(application(tmp_path / "news.db"), base_url="http://127.0.0.1")
    (holt,) = re.findall(r'<a href="(/people/\d+)">Per Holt</a>', site.get("/people").text)
    (first, second) = re.findall(r'<p class="by">(.*?)</p>', site.get(holt).text, re.DOTALL)
    assert re.sub(r"<.*?>", "", first).strip() == "said by Ana Ruiz, together with Per Holt, Ida Marsh"
    assert "together" not in second
    assert "</b>, together with Per Holt, Ida Marsh" in site.get("/quotes").text
