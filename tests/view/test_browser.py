"""The page in a browser: what a reader clicks, types and sees. Skipped where no Chromium is installed."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsparse.model import Document, Entity, Mention, Meta, Passage, Quote, Span, Speaker
from newsparse.view import render
from tests.view.test_page import parsed

PATIENCE_MS = 300_000
"""A busy machine is slow; only a page that hangs waits for this long."""
WIDE, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}


@pytest.fixture
def shown(browser, tmp_path):
    """Opens documents as a page; what the page complains of, or asks the network for, is in ``heard``."""
    opened = []

    def show(*documents, viewport=WIDE, **options):
        file = Path(tmp_path, "page.html")
        file.write_text(render(*documents), "utf-8", "backslashreplace")
        context = browser.new_context(viewport=viewport, **options)
        context.set_default_timeout(PATIENCE_MS)
        page = context.new_page()
        page.heard = []
        page.on("console", lambda message: page.heard.append(message.text))
        page.on("pageerror", lambda error: page.heard.append(str(error)))
        page.on("dialog", lambda dialog: (page.heard.append(dialog.message), dialog.dismiss()))
        page.on("request", lambda request: request.url.startswith("file:") or page.heard.append(request.url))
        page.goto(file.as_uri())
        opened.append(context)
        return page

    yield show
    for context in opened:
        context.close()


def interview():
    """Two speakers, three quotes, one inside another, and a fourth of nobody named."""
    text = "“Ada said ‘it rained’,” said Tomas Varga. “We swam,” said Ada Brook. Nobody drowned, it is said."
    document = Document(text=text, meta=Meta(title="Rain"))
    tomas, ada = Speaker(name="Tomas Varga", kind="person"), Speaker(name="Ada Brook", kind="person")
    outer = Quote.make(text, Span(1, 22), fragments=(Span(1, 22),), form="direct", speaker=tomas)
    inner = Quote.make(text, Span(11, 20), fragments=(Span(11, 20),), form="direct", speaker=ada, within=outer.id)
    last = Quote.make(text, Span(43, 51), fragments=(Span(43, 51),), form="direct", speaker=ada, manner="writing")
    nobody = Quote.make(text, Span(69, 83), fragments=(Span(69, 83),), form="indirect")
    return document.with_layer("quotes", [outer, inner, last, nobody])


def test_a_click_on_a_claim_opens_it_and_lights_its_words(shown):
    page = shown(parsed())
    page.click(".card.quote summary")
    assert page.locator(".card.quote").get_attribute("open") is not None
    assert page.locator(".lit").all_inner_texts() == ["We lost ", "3", " ships,"]
    assert page.heard == []


def test_a_click_on_words_opens_the_innermost_claim(shown):
    page = shown(interview())
    page.locator(".hl", has_text="it rained").click()
    assert page.locator(".card[open] .words").all_inner_texts() == ["it rained"]


def test_an_opened_claim_is_shown_whole_beside_the_text(shown):
    text = "He swam and swam. " * 2000
    spans = [Span(start, start + 700) for start in range(0, len(text), 720)]
    cue = Passage.at(text, 0, 700)
    quotes = [Quote.make(text, span, fragments=(span,), form="direct", cue=cue) for span in spans]
    page = shown(Document(text=text).with_layer("quotes", quotes))
    page.locator(".who").nth(25).click()
    inside = "card => card.getBoundingClientRect().bottom <= card.closest('.claims').getBoundingClientRect().bottom + 1"
    page.wait_for_function(f"({inside})(document.querySelector('.card[open]'))")
    assert page.locator(".card[open]").count() == 1


def test_a_click_on_a_speaker_s_name_opens_the_claim(shown):
    page = shown(interview())
    page.locator(".who", has_text="Ada Brook").last.click()
    assert page.locator(".card[open] .words").all_inner_texts() == ["We swam,"]


@pytest.mark.parametrize(
    ("field", "value", "left"),
    [
        ("speaker", "Ada Brook", ["it rained", "We swam,"]),
        ("manner", "writing", ["We swam,"]),
        ("kind", "figure", []),
    ],
)
def test_filters_leave_the_claims_that_fit(shown, field, value, left):
    page = shown(interview())
    page.select_option(f"select[name={field}]", value)
    assert page.locator(".card:visible .words").all_inner_texts() == left
    page.click("button[type=reset]")
    page.locator(".card:not([hidden])").nth(2).wait_for()


def test_a_search_finds_words_of_a_claim(shown):
    page = shown(interview())
    page.fill("input[name=words]", "SWAM")
    assert page.locator(".card:visible .words").all_inner_texts() == ["We swam,"]
    assert page.locator("output").inner_text() == "1 of 4 shown"


def test_the_keyboard_reaches_filters_text_and_claims_in_this_order(shown):
    page = shown(parsed())
    order = []
    for _ in range(40):
        page.keyboard.press("Tab")
        name = page.evaluate("(e => e.closest('.filters,.text,.claims,.skip')?.classList[0])(document.activeElement)")
        order += [name] if name and name not in order else []
    assert order == ["skip", "filters", "text", "claims"]


def test_enter_opens_the_focused_claim(shown):
    page = shown(parsed())
    page.focus(".card.figure summary")
    page.keyboard.press("Enter")
    assert page.locator(".card.figure").get_attribute("open") is not None
    assert page.locator(".lit").all_inner_texts() == ["3"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [WIDE, PHONE])
def test_no_rule_of_accessibility_is_broken(shown, scheme, viewport):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed")
    page = shown(interview(), parsed(title="Ships"), viewport=viewport, color_scheme=scheme)
    for summary in page.locator("summary").all():
        summary.click()
    found = axe.Axe().run(page).response["violations"]
    assert [(item["id"], item["nodes"][0]["html"]) for item in found] == []


def test_a_phone_needs_no_sideways_scrolling(shown):
    page = shown(parsed(title="An " + "extraordinarily" * 20), viewport=PHONE)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_on_paper_all_claims_are_open_and_there_are_no_filters(shown):
    page = shown(parsed())
    page.emulate_media(media="print")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert page.locator(".card:not([open])").count() == 0
    assert not page.locator(".filters").is_visible()


def test_a_hostile_article_runs_nothing_and_asks_for_nothing(shown):
    words = (
        "<script>alert(1)</script><img src=https://evil.example/x onerror=alert(2)><b onmouseover=alert(3)>\u202eb\x00"
    )
    page = shown(parsed(f"“We lost 3 ships,” said Ada Brook, the harbour master. {words}", title=words, outlet=words))
    page.mouse.move(300, 300)
    page.wait_for_load_state("networkidle")
    assert page.heard == []
    assert page.locator("img, .text b").count() == 0


def test_ten_thousand_highlights_are_shown_and_can_be_filtered(shown):
    text = "He swam. " * 10_000
    spans = [Span(start, start + 8) for start in range(0, len(text), 9)]
    quotes = [Quote.make(text, span, fragments=(span,), form="direct") for span in spans]
    page = shown(Document(text=text).with_layer("quotes", quotes))
    page.fill("input[name=words]", "place characters 0 to 8")
    assert page.locator("output").inner_text() == "1 of 10000 shown"


def test_highlights_over_each_other_stay_few(shown):
    text = "a" * 4000
    mentions = [
        Mention.make(text, Span(start, 4000 - start), label="Misc", entity="entity:0-4000") for start in range(1500)
    ]
    entity = Entity.make(text, Span(0, 4000), label="Misc", name="a", mentions=())
    page = shown(Document(text=text).with_layer("entities", [entity]).with_layer("mentions", mentions))
    assert page.locator(".hl").count() >= 1500
    assert page.heard == []
