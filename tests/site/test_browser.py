"""The site in a browser: three questions answered by clicking, and no rule of accessibility broken. Needs Chromium."""

from __future__ import annotations

import threading
from urllib.parse import urljoin

import pytest

uvicorn = pytest.importorskip("uvicorn", reason="uvicorn is not installed")
playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
PATIENCE_MS = 300_000
"""A busy machine is slow; only a page that hangs waits for this long."""
WIDE, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}
PAGES = (
    "/",
    "/quotes?words=pension",
    "/figures?topic=Deaths",
    "/people",
    "/people/1",
    "/articles",
    "/articles/1",
    "/articles/9",
    "/findings",
    "/findings/quotes",
    "/findings/figures",
    "/findings/claims",
    "/sources",
    "/drafts",
    "/drafts/1",
)


@pytest.fixture(scope="module")
def address(place):
    """The site of the stories, served."""
    from newsparse.site import application
    from newsparse.site.serving import listening

    socket = listening(None)
    server = uvicorn.Server(uvicorn.Config(application(place), log_level="warning"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [socket]}, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{socket.getsockname()[1]}"
    server.should_exit = True
    thread.join(60)


@pytest.fixture
def visit(browser, address):
    """Opens a page; what it complains of, or asks of another address, is in ``heard``."""
    opened = []

    def visit(path, viewport=WIDE, **options):
        context = browser.new_context(viewport=viewport, **options)
        context.set_default_timeout(PATIENCE_MS)
        page = context.new_page()
        page.heard = []
        page.on("console", lambda message: page.heard.append(message.text))
        page.on("pageerror", lambda error: page.heard.append(str(error)))
        page.on("dialog", lambda dialog: (page.heard.append(dialog.message), dialog.dismiss()))
        page.on("request", lambda asked: asked.url.startswith(address) or page.heard.append(asked.url))
        page.goto(urljoin(address, path))
        opened.append(context)
        return page

    yield visit
    for context in opened:
        context.close()


def shown(found, count):
    """The texts of what a page shows once there are as many: a click does not wait for the next page."""
    playwright.expect(found).to_have_count(count, timeout=PATIENCE_MS)
    return found.all_inner_texts()


def test_everything_the_finance_minister_said_about_pensions_in_march(visit):
    page = visit("/")
    page.click("nav >> text=People")
    page.locator("table a", has_text="Ana Ruiz").first.click()
    assert "finance minister" in page.locator(".facet", has_text="Roles over time").inner_text()
    page.locator(".facet .word a", has_text="pensions").click()
    page.click("svg a[aria-label^='2024-03']")
    assert shown(page.locator("blockquote"), 2) == [
        "Every pension will rise by 4 percent,",
        "We will not cut pensions,",
    ]


def test_which_articles_give_different_death_tolls(visit):
    page = visit("/")
    page.click("nav >> text=Figures")
    page.click(".topics >> text=Deaths")
    page.locator(".facet", has_text="Mentioned in the same articles").locator("text=Orla").first.click()
    values = page.locator(".values tbody tr")
    assert [row.split("\t")[0] for row in shown(values, 2)] == ["12", "at least 14"]
    values.locator("a", has_text="at least 14").click()
    assert len(shown(page.locator(".figures a", has_text="Ferry toll rises"), 1)) == 1
    page.locator(".figures a", has_text="Ferry toll rises").click()
    assert page.locator(".card[open] .words").inner_text() == "At least 14 people"


def test_which_articles_give_different_death_tolls_of_one_fire_and_why(visit):
    page = visit("/")
    page.click("nav >> text=Findings")
    page.click(".counts >> text=figures that differ")
    page.click("[aria-label=Topics] >> text=Deaths")
    finding = page.locator(".finding")
    assert shown(finding.locator("h2"), 1) == ["people: 12, 14, 16"]
    assert "both are of the same day" in finding.inner_text()
    rows = [row.split("\t") for row in finding.locator("tbody tr").all_inner_texts()]
    assert [(row[0], row[3].splitlines()[0]) for row in rows] == [
        ("12 headline", "Mill fire kills 12"),
        ("12", "Mill fire kills 12"),
        ("12 headline", "Mill fire kills 12"),
        ("12", "Mill fire kills 12"),
        ("14", "Fire toll at mill in Holm rises"),
        ("16", "Inquiry into mill fire in Holm"),
    ]
    finding.locator("text=Inquiry into mill fire in Holm").click()
    assert page.locator(".card[open] .words").inner_text() == "16 people"
    assert page.heard == []


def test_who_changed_a_quote_and_who_is_said_to_have_said_it(visit):
    page = visit("/people")
    page.locator("table a", has_text="Ada Brook").first.click()
    page.click(".actions >> text=Quotes that changed")
    finding = page.locator(".finding").first
    assert shown(finding.locator("ins"), 1) == ["doors"]
    assert finding.locator("del").all_inner_texts() == ["gates"]
    assert finding.locator("tr", has_text="another speaker").locator("a").nth(1).inner_text() == "Greta Lindholm"
    page.select_option("select[name=what]", "another speaker")
    page.click("button:has-text('Search')")
    assert len(shown(page.locator(".finding"), 1)) == 1
    assert page.locator(".chip").inner_text().split()[:3] == ["Remove:", "of", "Ada"]


def test_who_disputes_a_claim_of_an_article(visit):
    page = visit("/articles/9")
    page.click(".names >> text=Disputed claims")
    page.locator(".effects b", has_text="Tomas Varga").first.wait_for()
    with page.expect_download() as waiting:
        page.locator(".downloads a", has_text="CSV of findings_claims").click()
    assert waiting.value.suggested_filename == "findings_claims.csv"


def test_how_many_unnamed_sources_each_outlet_uses(visit):
    page = visit("/")
    page.click("nav >> text=Sources")
    page.locator("thead th", has_text="Unnamed").first.wait_for()
    heads = page.locator("table").first.locator("thead th").all_inner_texts()
    rows = [row.split("\t") for row in page.locator("table").first.locator("tbody tr").all_inner_texts()]
    unnamed = {row[0]: row[heads.index("Unnamed")] for row in rows}
    assert (unnamed["Kell Times"], unnamed["Orla Post"], unnamed["Sail Weekly"]) == ("1", "2", "0")
    page.click("svg a[aria-label='Orla Post: 2 unnamed']")
    assert shown(page.locator("blockquote"), 2) == ["Nobody warned us,", "They all knew,"]


def test_a_phone_shows_the_titles_of_articles_in_few_lines(visit):
    page = visit("/articles", viewport=PHONE)
    assert max(page.locator("td.words").evaluate_all("cells => cells.map(cell => cell.clientHeight)")) < 220


def test_what_of_a_draft_the_articles_do_not_support_and_where_they_say_something_else(visit):
    page = visit("/")
    page.click("nav >> text=Drafts")
    row = page.locator("tbody tr", has_text="A week in March")
    assert shown(row.locator(".n"), 3) == ["2", "1", "2"]
    row.locator("a").click()
    assert shown(page.locator("article.against h2"), 2) == [
        "absent not in the sources",
        "value another value in the sources",
    ]
    page.locator(".text a.against", has_text="13").click()
    assert page.evaluate("document.querySelector(':target h2').innerText") == "value another value in the sources"
    page.locator("article.against blockquote a").click()
    assert shown(page.locator("h1", has_text="Ferry sinks off Orla"), 1) == ["Ferry sinks off Orla"]
    assert page.locator(".card[open] .words").inner_text() == "12 people"
    page.click("text=A week in March")
    assert page.locator(".summary").inner_text() == "2 quotations, 1 unsupported; 1 figure, 1 unsupported"
    assert page.heard == []


def test_a_form_asks_and_keeps_what_was_asked(visit):
    page = visit("/quotes")
    page.fill("input[name=speaker]", "finance minister")
    page.select_option("select[name=outlet]", "Orla Post")
    page.keyboard.press("Enter")
    page.click("button:has-text('Search')")
    assert len(shown(page.locator("blockquote"), 3)) == 3
    assert page.input_value("input[name=speaker]") == "finance minister"
    assert page.heard == []


def test_a_table_comes_as_a_file(visit):
    page = visit("/sources")
    with page.expect_download() as waiting:
        page.locator(".downloads a", has_text="CSV of sources").click()
    assert waiting.value.suggested_filename == "sources.csv"


@pytest.mark.parametrize("path", PAGES)
def test_no_rule_of_accessibility_is_broken(visit, path):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed")
    for options in ({}, {"color_scheme": "dark", "viewport": PHONE}):
        page = visit(path, bypass_csp=True, **options)
        found = axe.Axe().run(page).response["violations"]
        assert [(item["id"], item["nodes"][0]["html"]) for item in found] == []
        assert page.heard == []


@pytest.mark.parametrize("path", PAGES)
def test_a_phone_needs_no_sideways_scrolling(visit, path):
    page = visit(path, viewport=PHONE)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


@pytest.mark.parametrize("path", ["/findings/figures?topic=Deaths", "/quotes"])
def test_paper_shows_what_was_found_and_nothing_to_click(visit, path):
    page = visit(path)
    page.emulate_media(media="print")
    assert page.locator("main h1").is_visible()
    buttons = page.locator(".top, .search, .downloads, .topics")
    assert [buttons.nth(place).is_visible() for place in range(buttons.count())] == [False] * buttons.count()
    assert buttons.count() > 1


def test_the_keyboard_comes_first_to_the_content_then_the_pages(visit):
    page = visit("/quotes")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Corpus"


@pytest.mark.parametrize(
    "path",
    [
        *("/quotes", "/people", "/articles", "/articles/7", "/findings/quotes?words=valley", "/sources"),
        *("/drafts", "/drafts/2"),
    ],
)
def test_a_hostile_article_runs_nothing_and_asks_for_nothing(visit, path):
    page = visit(path)
    page.mouse.move(300, 300)
    page.wait_for_load_state("networkidle")
    assert page.heard == []
    assert page.locator("main img, main script").count() == 0
