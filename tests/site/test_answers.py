"""What the pages say, by HTTP: of small stories that need no model."""

from __future__ import annotations

import html
import re

import pytest

pytest.importorskip("starlette", reason="starlette is not installed")

from starlette.testclient import TestClient

from newsparse.corpus import index
from newsparse.site import application
from tests.corpus.stories import STORIES, article, count, person


@pytest.fixture(scope="module")
def site(stories):
    return TestClient(application(stories), base_url="http://127.0.0.1", follow_redirects=False)


def words(answer):
    """A page as it is read, without the form that asks and without markup."""
    return " ".join(html.unescape(re.sub(r"<form.*?</form>|<title>.*?</title>|<.*?>", " ", answer, flags=re.S)).split())


def bars(page):
    """The parts of the plots of a page: what each says, and where it leads."""
    found = re.findall(r'<a href="([^"]*)" aria-label="([^"]*)"><rect', page)
    return [(html.unescape(label), html.unescape(link)) for link, label in found]


def quotes(page):
    return [html.unescape(quote) for quote in re.findall(r"<blockquote[^>]*>(.*?)</blockquote>", page)]


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/static/site.css", "text/css"),
        ("/static/view.css", "text/css"),
        ("/static/verified.css", "text/css"),
        ("/static/view.js", "text/javascript"),
        ("/static/icon.svg", "image/svg+xml"),
    ],
)
def test_what_pages_need_comes_from_the_site_itself_and_is_asked_for_anew(site, path, kind):
    answer = site.get(path)
    assert (answer.status_code, answer.headers["content-type"].partition(";")[0]) == (200, kind)
    assert answer.text.strip()
    assert answer.headers["cache-control"] == "no-cache"
    assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("path", ["/articles", "/people", "/drafts"])
@pytest.mark.parametrize("number", ["0", "99", str(2**63 - 1), str(2**63), "99999999999999999999", "-1", "x"])
def test_there_is_nothing_at_a_number_that_nobody_has(site, path, number):
    answer = site.get(f"{path}/{number}")
    assert answer.status_code == 404
    assert re.search(r"There is (no article|nobody|no draft) of that number\.|There is no such page\.", answer.text)


@pytest.mark.parametrize(
    "name", ["", "quotes", "csv", ".csv", "quotes.", "speakers.CSV", "names.csv", "quotes.csv.csv"]
)
def test_a_table_that_a_page_does_not_have_is_not_found(site, name):
    answer = site.get("/quotes", params={"download": name})
    assert answer.status_code == 404
    assert f"There is no table {name}." in answer.text


def test_a_table_comes_as_a_file_with_its_name_and_kind(site):
    answer = site.get("/people/1?download=roles.csv")
    assert answer.headers["content-disposition"] == 'attachment; filename="roles.csv"'
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.content.startswith(b"\xef\xbb\xbfrole,")
    pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    answer = site.get("/people/1?download=roles.parquet")
    assert answer.headers["content-type"] == "application/vnd.apache.parquet"
    assert answer.content.startswith(b"PAR1")


@pytest.mark.parametrize(
    ("at", "words"),
    [
        ("28-37", "4 percent"),
        ("33-36", "4 percent"),
        ("1-38", "Every pension will rise by 4 percent,"),
        ("1-10", "Every pension will rise by 4 percent,"),
        ("37-38", "Every pension will rise by 4 percent,"),
        ("0-87", "Every pension will rise by 4 percent,"),
        ("106-500", "Ana Ruiz cannot pay,"),
        ("38-39", None),
        ("0-1", None),
        ("86-87", None),
        ("107-108", None),
        ("28-28", None),
        ("37-28", None),
        ("28", None),
        ("28-37-40", None),
    ],
)
def test_a_place_opens_the_claim_that_has_most_of_it_and_little_else(site, at, words):
    answer = site.get(f"/articles/2?at={at}")
    if words is None:
        assert answer.status_code == 200
        return
    assert answer.status_code == 303
    path, _, key = answer.headers["location"].partition("#")
    assert path == "/articles/2"
    (card,) = re.findall(rf'id="{key}".*?<span class="words">(.*?)</span>', site.get(path).text, re.DOTALL)
    assert card.startswith(words)


def test_the_bars_of_sources_lead_to_the_quotes_that_they_count(site):
    assert bars(site.get("/sources").text)[:2] == [
        ("Orla Post: 3 named", "/quotes?who=person&outlet=Orla+Post"),
        ("Orla Post: 2 unnamed", "/quotes?who=unnamed&outlet=Orla+Post"),
    ]
    by_month = bars(site.get("/sources?by=month").text)
    assert by_month[1] == ("2024-03: 1 unnamed", "/quotes?who=unnamed&since=2024-03&until=2024-03")
    both = bars(site.get("/sources?by=outlet+and+month&attribute=seat").text)
    link = "/quotes?who=person&outlet=Orla+Post&since=2024-03&until=2024-03"
    assert ("Orla Post 2024-03: 2 named", link) in both
    assert len(quotes(site.get(link).text)) == 2
    narrowed = bars(site.get("/sources?by=month&outlet=Kell+Times").text)
    assert narrowed[0] == ("2024-03: 1 named", "/quotes?outlet=Kell+Times&who=person&since=2024-03&until=2024-03")


def test_a_bar_of_an_unknown_outlet_or_month_leads_nowhere(tmp_path):
    said = {"entities": [("Ana Ruiz", "Person", None)], "quotes": [("We wait,", person("Ana Ruiz"))]}
    text = "“We wait,” said Ana Ruiz."
    known = article(f"{text} It rained.", outlet="Kell Times", published="2024-03-04", **said)
    bare, dated = article(text, **said), article(f"{text} It snowed.", published="2024-04-02", **said)
    index([known, bare, dated], tmp_path / "news.db")
    site = TestClient(application(tmp_path / "news.db"), base_url="http://127.0.0.1")
    for by, led in (
        ("outlet", ["Kell Times"]),
        ("month", ["2024-03", "2024-04"]),
        ("outlet and month", ["Kell Times 2024-03"]),
    ):
        page = site.get("/sources", params={"by": by}).text
        assert [label for label, _ in bars(page)] == [f"{name}: 1 named" for name in led]
        assert len(re.findall('<rect class="bar', page)) == {"outlet": 2}.get(by, 3)
        assert "(unknown)" in page


@pytest.mark.parametrize(
    ("by", "shown"), [("", "outlet"), ("year", "outlet"), ("month", "month"), ("outlet", "outlet")]
)
def test_sources_are_by_outlet_unless_something_else_that_there_is_was_asked_for(site, by, shown):
    page = site.get("/sources", params={"by": by}).text
    assert f"<option selected>{shown}</option>" in page
    assert f"<figcaption>Sources by {shown} <" in page


@pytest.mark.parametrize(
    ("attribute", "shown", "value"), [("", "party", "Greens"), ("seat", "seat", "Kell"), ("shoes", "party", "Greens")]
)
def test_the_table_of_the_user_s_own_is_by_its_first_attribute_or_the_one_asked_for(site, attribute, shown, value):
    page = site.get("/sources", params={"attribute": attribute}).text
    assert f"Named people by {shown}" in page
    assert f'<th scope="row">{value}</th>' in page
    assert value in site.get("/sources", params={"attribute": attribute, "download": "attribute.csv"}).text


def test_only_kinds_of_sources_that_there_are_have_a_column(site):
    heads = re.findall(r'<th scope="col"[^>]*>(.*?)</th>', site.get("/sources").text)
    assert heads[:7] == ["Outlet", "Articles", "Sources", "Named", "Unnamed", "Organisations", "Share of words"]
    heads = re.findall(
        r'<th scope="col"[^>]*>(.*?)</th>', site.get("/sources?by=month&since=2024-04&until=2024-04").text
    )
    assert heads[:5] == ["Month", "Articles", "Sources", "Named", "Share of words"]


def test_a_corpus_without_a_table_of_the_user_s_own_offers_none(tmp_path):
    index(STORIES[:1], tmp_path / "news.db")
    site = TestClient(application(tmp_path / "news.db"), base_url="http://127.0.0.1")
    page = site.get("/sources").text
    assert "Your table" not in page
    assert "Named people by" not in page
    assert site.get("/sources?download=attribute.csv").status_code == 200


def test_the_months_of_the_first_page_lead_to_their_articles(site):
    assert bars(site.get("/").text) == [
        (f"2024-{month}: {many}", f"/articles?since=2024-{month}&until=2024-{month}")
        for month, many in (("03", "2 articles"), ("04", "1 article"), ("05", "3 articles"))
    ]


def test_the_months_of_a_person_lead_to_what_it_says(site):
    (ruiz,) = set(re.findall(r'<a href="(/people/\d+)">Ana Ruiz</a>', site.get("/articles/1").text))
    number = ruiz.rpartition("/")[2]
    page = site.get(ruiz).text
    assert bars(page) == [
        ("2024-03: 2 quotes", f"/quotes?entity={number}&since=2024-03&until=2024-03"),
        ("2024-04: 2 quotes", f"/quotes?entity={number}&since=2024-04&until=2024-04"),
    ]
    assert [len(quotes(site.get(link).text)) for _, link in bars(page)] == [2, 2]
    assert quotes(page) == [
        *("We will not cut pensions,", "Every pension will rise by 4 percent,"),
        *("Pensions come first,", "Taxes stay as they are."),
    ]
    told = site.get(f"{ruiz}?download=quotes.csv").text
    assert told.index("We will not") < told.index("Every pension") < told.index("Pensions come first")
    figures = site.get(f"{ruiz}?download=figures.csv").text
    assert figures.count("\n") == 2
    assert "4 percent" in figures


def test_only_somebody_in_several_articles_is_said_to_be_joined(site):
    pages = [site.get(link).text for link in re.findall(r'<a href="(/people/\d+)">', site.get("/people").text)]
    joined = {
        re.findall(r"in <b>(\d+)</b> article", page)[0]: "Why these articles are joined" in page for page in pages
    }
    assert joined == {"1": False, "2": True, "3": True}


def test_the_plot_of_a_search_has_its_months_and_leads_to_them(site):
    assert bars(site.get("/quotes?words=pensions").text) == [
        ("2024-03: 2 quotes", "/quotes?words=pensions&since=2024-03&until=2024-03"),
        ("2024-04: 2 quotes", "/quotes?words=pensions&since=2024-04&until=2024-04"),
    ]


@pytest.mark.parametrize(
    ("order", "first"), [("", "I am glad,"), ("newest", "I am glad,"), ("oldest", "We will not cut pensions,")]
)
def test_quotes_are_the_newest_first_unless_the_oldest_are_asked_for(site, order, first):
    page = site.get("/quotes", params={"order": order}).text
    assert quotes(page)[0] == first
    assert first in site.get("/quotes", params={"order": order, "download": "quotes.csv"}).text.splitlines()[1]


def test_figures_on_one_scale_are_drawn_by_day_and_others_are_not(site):
    assert bars(site.get("/figures?measure=count").text) == [
        ("2024-05-07, Orla Post: at least 14", "/figures?measure=count&quantity=at+least+14"),
        ("2024-05-06, Kell Times: 12", "/figures?measure=count&quantity=12"),
    ]
    lengths = [label for label, _ in bars(site.get("/figures?measure=mile").text)]
    assert lengths == ["2024-05-07, Orla Post: 3 mile", "2024-05-06, Kell Times: 5 kilometre"]
    assert "Values by day" not in site.get("/figures").text
    assert "Values by day" not in site.get("/figures?measure=USD").text


def test_figures_without_a_day_are_not_drawn(tmp_path):
    told = [("12 boats", count(12), "boats", None), ("14 boats", count(14), "boats", None)]
    dated = article("12 boats sank, then 14 boats.", figures=told, published="2026-03-02", outlet="Kell Times")
    bare = article("99 boats sank.", figures=[("99 boats", count(99), "boats", None)])
    index([dated, bare], tmp_path / "news.db")
    site = TestClient(application(tmp_path / "news.db"), base_url="http://127.0.0.1")
    page = site.get("/figures?noun=boats").text
    assert [label for label, _ in bars(page)] == ["2026-03-02, Kell Times: 12", "2026-03-02, Kell Times: 14"]
    assert "99 boats" in page


def test_a_search_names_those_whom_it_names_by_a_number(site):
    people = {name: number for number, name in re.findall(r'/people/(\d+)">(.*?)</a>', site.get("/people").text)}
    page = site.get(f"/quotes?about={people['Tomas Varga']}&beside={people['Orla']}").text
    assert re.findall(r"</span>(about|articles that mention|said by) <b>(.*?)</b>", page) == [
        ("about", "Tomas Varga"),
        ("articles that mention", "Orla"),
    ]
    page = site.get("/quotes?entity=99999").text
    assert re.findall(r"</span>said by <b>(.*?)</b>", page) == ["nobody"]


@pytest.mark.parametrize(
    ("address", "summary"),
    [
        ("/", "6 articles 2024-03-04 to 2024-05-09 10 quotes 6 figures 3 people 0 organisations 3 outlets"),
        ("/quotes", "Quotes 10 quotes in 6 articles Newest first."),
        ("/quotes?words=cannot", "Quotes 1 quote in 1 article Remove: words cannot"),
        ("/quotes?words=nothing-like-it", "Quotes 0 quotes in 0 articles Remove: words"),
        ("/figures?measure=percent", "Figures 1 figure in 1 article Remove: unit percent"),
        ("/articles?words=ferry", "Articles 2 articles Article Words"),
        ("/articles?words=swimmer", "Articles 1 article Article Words"),
    ],
)
def test_a_page_counts_what_there_is(site, address, summary):
    assert summary in words(site.get(address).text)
