"""What there is more of than one page shows: the page shows the first, and the table that it offers has all."""

from __future__ import annotations

import html
import re

import pytest

pytest.importorskip("starlette", reason="starlette is not installed")

from starlette.testclient import TestClient

from newsparse.site import application


@pytest.fixture(scope="module")
def site(long_lists):
    return TestClient(application(long_lists), base_url="http://127.0.0.1", follow_redirects=False)


def person_of(site, name):
    """The address of somebody, from a page of names."""
    page = site.get("/people", params={"words": name}).text
    return re.findall(rf'<a href="(/people/\d+)">{name}</a>', page)[0]


def rows(page, label):
    """The rows of the table of that name."""
    return re.findall(r"<tr>(?!<th scope=\"col)", page.partition(f'aria-label="{label}"')[2].partition("</table>")[0])


def section(page, heading):
    """The rows of a table below a heading."""
    part = page.partition(f"<h2>{heading}")[2].partition("</section>")[0]
    return re.findall(r"<tr>(?!<th scope=\"col)", part)


def lines(answer):
    return answer.text.count("\n") - 1


@pytest.mark.parametrize(
    ("address", "label", "counts"),
    [
        ("/articles", "Articles", [100, 1, 0]),
        ("/people", "Names", [100, 100, 3, 0]),
        ("/figures", "Figures", [50, 50, 50, 50, 50, 50, 3, 0]),
        ("/figures?quantity=3", "Figures", [3, 0]),
    ],
)
def test_a_page_of_a_list_holds_so_many_rows(site, address, label, counts):
    mark = "&" if "?" in address else "?"
    pages = [site.get(f"{address}{mark}page={number}").text for number in range(1, len(counts) + 1)]
    assert [len(rows(page, label)) for page in pages] == counts
    more = ['rel="next"' in page for page in pages]
    assert more == [number < len(counts) - 2 for number in range(len(counts))]
    assert ['rel="prev"' in page for page in pages[: len(counts) - 1]] == [
        number > 0 for number in range(len(counts) - 1)
    ]


def test_pages_of_quotes_hold_fifty(site):
    pages = [site.get(f"/quotes?page={number}").text for number in (1, 2, 9, 10)]
    assert [page.count("<blockquote") for page in pages] == [50, 50, 4, 0]
    assert "Page 1 of 9" in pages[0]


def test_the_page_of_a_person_has_fifty_quotes_and_why_fifty_articles_mean_it(site):
    address = person_of(site, "Ana Ruiz")
    pages = [site.get(f"{address}?page={number}").text for number in (1, 2, 3, 4)]
    assert [page.count("<blockquote") for page in pages] == [50, 50, 1, 0]
    assert "Page 1 of 3" in pages[0]
    assert [len(rows(page, "Why these articles are joined")) for page in pages] == [50] * 4
    assert "The other articles are in the table “articles” below." in pages[0]
    assert lines(site.get(f"{address}?download=quotes.csv")) == 101
    assert lines(site.get(f"{address}?download=articles.csv")) == 101


def test_the_company_of_a_person_is_whole_in_its_table(site):
    address = person_of(site, "Ana Ruiz")
    assert (
        len(
            re.findall(
                "<li>",
                site.get(address).text.partition("Who speaks in the same articles")[2].partition("</section>")[0],
            )
        )
        == 20
    )
    assert lines(site.get(f"{address}?download=beside.csv")) == 202


def test_the_first_page_has_the_twelve_who_speak_most(site):
    page = site.get("/").text
    speakers = page.partition("Who speaks most")[2].partition("</table>")[0]
    assert len(re.findall(r"/people/\d+", speakers)) == 12
    assert "Port of Orla" not in speakers
    assert lines(site.get("/?download=speakers.csv")) == 102
    assert lines(site.get("/?download=outlets.csv")) == 101
    assert lines(site.get("/?download=months.csv")) == 101


def test_the_plot_of_sources_has_forty_bars_and_says_so(site):
    page = site.get("/sources").text
    bars = re.findall(r'aria-label="Kell Times (\d+): \d+ ', page)
    assert len(set(bars)) == 40
    assert "The plot shows the first 40 of 101 rows." in page
    assert len(rows(page, "Table of sources")) == 101


def test_tables_of_sources_show_thirty_rows_and_give_all(site):
    page = site.get("/sources").text
    assert len(section(page, "Unnamed sources")) == 30
    assert len(section(page, "Why they are not named")) == 30
    assert len(section(page, "Organisations")) == 30
    tables = [
        lines(site.get(f"/sources?download={name}.csv")) for name in ("unnamed", "reasons", "affiliations", "sources")
    ]
    assert tables == [101, 101, 101, 101]


def test_the_plot_of_values_has_the_two_hundred_newest(site):
    page = site.get("/figures?noun=boats").text
    plot = page.partition("<figcaption>Values by day")[2].partition("</figure>")[0]
    days = re.findall(r'aria-label="(\d{4}-\d\d-\d\d), Kell Times \d+: \d+"', plot)
    assert len(days) == 200
    assert (max(days), min(days)) == ("2018-05-05", "2012-11-05")


@pytest.mark.parametrize(
    ("kind", "name", "shown", "whole"),
    [
        ("quotes", "speakers", 12, 304),
        ("quotes", "outlets", 12, 101),
        ("figures", "outlets", 12, 101),
        ("quotes", "mentioned", 1, 1),
        ("figures", "values", 100, 103),
        ("figures", "counted", 1, 1),
        ("quotes", "quotes", None, 404),
        ("figures", "figures", None, 303),
    ],
)
def test_what_claims_have_in_common_is_whole_in_its_table(site, kind, name, shown, whole):
    assert lines(site.get(f"/{kind}?download={name}.csv")) == whole
    heads = {"speakers": "Speakers", "outlets": "Outlets", "mentioned": "Mentioned in", "counted": "What is counted"}
    if name in heads:
        facet = site.get(f"/{kind}").text.partition(f"<h2>{heads[name]}")[2].partition("</section>")[0]
        assert facet.count("<li>") == shown
    elif name == "values":
        assert "100 and more different values" in site.get("/figures?noun=boats").text


@pytest.mark.parametrize(("newest", "said"), [(403, True), (404, False), (405, False)])
def test_a_search_says_when_it_has_read_only_the_newest(site, monkeypatch, newest, said):
    for module in ("newsparse.corpus.search", "newsparse.site.claims", "newsparse.site.people"):
        monkeypatch.setattr(f"{module}.NEWEST", newest)
    page = site.get("/quotes").text
    assert ("Beside the list: what the newest 403 have in common." in html.unescape(page)) is said
    assert "<b>404</b> quotes in <b>101</b> articles" in page
    oldest = site.get("/quotes?order=oldest").text
    assert ("Beside the list: what the oldest 403 have in common." in oldest) is said


def test_pages_end_where_reading_ends(site, monkeypatch):
    for module in ("newsparse.corpus.search", "newsparse.site.claims", "newsparse.site.people"):
        monkeypatch.setattr(f"{module}.NEWEST", 100)
    assert "Page 2 of 2" in site.get("/quotes?page=2").text
    assert "Page 1 of 2" in site.get(person_of(site, "Ana Ruiz")).text


def test_long_titles_are_cut_between_words(tmp_path):
    from newsparse.corpus import index
    from tests.corpus.stories import article

    whole = "The harbour of Orla, its ferries, its boats and all that the port did about them last May"
    assert len(whole) == 89
    longer = [f"{whole}.", f"{whole}?!"]
    index(
        [article(f"It rained {number}.", title=title) for number, title in enumerate([whole, *longer])],
        tmp_path / "news.db",
    )
    site = TestClient(application(tmp_path / "news.db"), base_url="http://127.0.0.1")
    shown = re.findall(r'<a href="/articles/\d+">(.*?)</a>', site.get("/articles").text)
    assert shown == [whole, longer[0], f"{whole[:-4]} …"]
