"""The page in a real browser: clicks, a correction, print, accessibility, and that no request leaves this machine."""

from __future__ import annotations

import shutil
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
if CHROMIUM is None:
    pytest.skip("there is no Chromium on this machine: apt-get install chromium", allow_module_level=True)
playwright = pytest.importorskip("playwright.sync_api", reason="browser tests need playwright")

from tests.reports import Tell, report  # noqa: E402
from tests.web.conftest import a_ledger  # noqa: E402

pytestmark = pytest.mark.browser
AXE = (Path(__file__).parent / "vendor" / "axe.min.js").read_text(encoding="utf8")

# Names that are read from right to left, one with a character in it that turns round whatever follows; and one that nobody sees.
RIGHT_TO_LEFT = report(
    Tell(
        "Kenya פלונית thanked Chad \u202eאלמונית for the zebras.",
        "SUPPORT",
        None,
        ("KEN פלונית",),
        ("TCD \u202eאלמונית\u200b",),
        day="2025-05-02",
    ),
    publisher="העיתון (3)",
    published="2025-05-03",
    title="פלונית תודה: 12 zebras!",
)


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    import uvicorn

    from ontherecord.web import create_app

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    app = create_app(a_ledger(tmp_path_factory.mktemp("browser") / "ledger.duckdb", RIGHT_TO_LEFT), port=port, read_only=False)
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=port, log_level="warning"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join()


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        )
        yield browser
        browser.close()


@pytest.fixture
def tab(chromium: Any, base: str) -> Iterator[Any]:
    """A tab that fails the test at its end when a request left this machine, or the console held an error."""
    context = chromium.new_context(base_url=base)
    page = context.new_page()
    amiss: list[str] = []
    page.on("request", lambda r: None if r.url.startswith((base, "data:")) else amiss.append(r.url))
    page.on("console", lambda m: amiss.append(m.text) if m.type == "error" else None)
    page.on("pageerror", lambda e: amiss.append(str(e)))
    yield page
    context.close()
    assert amiss == []


def test_from_the_start_to_a_sentence_in_three_clicks(tab: Any) -> None:
    tab.goto("/")
    tab.click(".changes a.pair")
    tab.click("text=Call, 2 Mar 2026")
    tab.click(".entry a >> nth=0")
    assert "#here" in tab.url
    assert tab.locator(".m.here").count() > 0


def test_an_event_is_picked_with_the_keyboard(tab: Any, base: str) -> None:
    tab.goto("/search?q=tuna+imports")
    tab.click(".main .plainlist a >> nth=0")
    tab.wait_for_load_state()
    tab.keyboard.press("j")
    tab.wait_for_url("**pick=e1*")
    assert tab.locator(".picked").is_visible()
    tab.keyboard.press("/")
    assert tab.evaluate("document.activeElement.id") == "q"


def test_a_correction_is_made_seen_and_undone(tab: Any) -> None:
    tab.goto("/search?q=tuna+imports")
    tab.click(".main .plainlist a >> nth=0")
    tab.click(".items a >> nth=0")
    tab.click("text=Correct it")
    tab.select_option(".correct select[name=type]", "REJECT")
    tab.fill(".correct input[name=who]", "Ada")
    tab.fill(".correct textarea", "Only words.")
    tab.click("text=Keep the correction")
    assert "Kept as a correction" in tab.inner_text(".picked")
    assert "Reject" in tab.inner_text(".picked h2")
    assert tab.input_value(".undo input[name=who] >> nth=0") == "Ada"
    tab.click(".undo button >> nth=0")
    assert "machine's value stands again" in tab.inner_text(".picked")
    assert "Sanction" in tab.inner_text(".picked h2")


def test_a_missed_event_is_added_by_selecting_words(tab: Any) -> None:
    tab.goto("/search?q=tuna+imports")
    tab.click(".main .plainlist a >> nth=0")
    tab.click("text=Add a missed event")
    tab.evaluate("""() => {
        const walker = document.createTreeWalker(document.getElementById("text"), NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
            const at = walker.currentNode.data.indexOf("imports");
            if (at < 0) continue;
            document.getSelection().setBaseAndExtent(walker.currentNode, at, walker.currentNode, at + 7);
            return;
        }
    }""")
    tab.wait_for_function("document.querySelector('[data-words]').value === 'imports'")
    tab.select_option(".missed select[name=type]", "COOPERATE")
    tab.fill(".missed input[name=who]", "Ada")
    tab.fill(".missed textarea", "They traded before.")
    tab.click("text=Add the event")
    assert "Kept as a correction" in tab.inner_text(".picked")
    assert "Cooperate" in tab.inner_text(".picked h2")
    tab.click(".undo button >> nth=0")
    assert "is gone" in tab.inner_text(".side")


def test_names_from_right_to_left_turn_nothing_else_round(tab: Any) -> None:
    tab.goto("/search?q=zebras")
    assert tab.inner_text(".main .sub").endswith("3 May 2025")
    tab.click(".main .plainlist a >> nth=0")
    tab.click(".items a >> nth=0")
    for place in (".items .who", ".facts"):
        names = tab.locator(f"{place} bdi")
        assert all(b == "isolate" for b in names.evaluate_all("all => all.map(e => getComputedStyle(e).unicodeBidi)"))
    # Who thanked stands left of the arrow, whom right of it, though both names run the other way.
    left, right = tab.locator(".items .who bdi").evaluate_all("all => all.map(e => e.getBoundingClientRect().left)")
    assert left < right
    assert "⟨U+202E⟩" in tab.inner_text(".items .who")
    assert "⟨U+200B⟩" in tab.inner_text(".items .who")
    shown = tab.inner_text("main")
    assert not {"\u202e", "\u200b"} & set(shown)
    assert "U+202E" in tab.inner_text("#text")


def test_an_issue_and_a_period_filter_the_whole_relationship(tab: Any) -> None:
    tab.goto("/dyad/PER/GHA")
    assert tab.locator(".happening").count() == 3
    tab.select_option("select[name=issue]", "cocoa")
    tab.click(".filters button")
    assert tab.inner_text(".issues tbody th a") == "cocoa"
    assert tab.locator(".issues tbody tr").count() == 1
    assert tab.locator(".happening").count() == 1
    assert tab.locator(".chart .dot, .chart .ring").count() == 1
    tab.goto("/dyad/PER/GHA?until=2026-02-01")
    assert [t.inner_text() for t in tab.locator(".happening .chip").all()] == ["Sanction discontinue"]
    assert tab.locator("text=Latest readouts").count() == 0
    tab.goto("/dyad/PER/GHA?since=2026-05-01")
    assert "all of it" in tab.inner_text(".empty")


def test_lines_of_the_map_open_the_relationship(tab: Any) -> None:
    tab.goto("/?days=365")
    tab.locator(".world a[href='/dyad/GHA/PER'], .world a[href='/dyad/PER/GHA']").dispatch_event("click")
    tab.wait_for_url("**/dyad/**")
    assert "Peru" in tab.inner_text("h1")


def test_readouts_print_on_one_page(tab: Any) -> None:
    tab.goto("/")
    tab.click(".changes a.pair")
    tab.click("text=Call, 2 Mar 2026")
    pdf = tab.pdf(prefer_css_page_size=True)
    assert pdf.startswith(b"%PDF")
    assert pdf.count(b"/Type /Page\n") == 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_serious_violation(chromium: Any, base: str, scheme: str) -> None:
    context = chromium.new_context(base_url=base, color_scheme=scheme, viewport={"width": 390, "height": 800} if scheme == "dark" else None)
    tab = context.new_page()
    tab.goto("/dyad/PER/GHA")
    views = ["/", "/review", "/api", "/search?q=tuna", "/dyad/PER/GHA", "/nowhere"]
    views += [a.get_attribute("href") for a in tab.locator(".side .plainlist a").all()[:2]]
    views += [a.get_attribute("href") for a in tab.locator(".happening a").all()[:1]]
    views += ["/document/" + tab.request.get("/search.json?q=tuna+imports").json()["documents"][0]["id"] + "?pick=e1"]
    for view in views:
        tab.goto(view)
        tab.evaluate(AXE)
        found = tab.evaluate("axe.run({resultTypes: ['violations']}).then(r => r.violations)")
        grave = [(v["id"], v["nodes"][0]["html"][:200]) for v in found if v["impact"] in ("serious", "critical")]
        assert grave == [], (view, grave)
    context.close()


@pytest.mark.parametrize("path", ["/", "/dyad/PER/GHA", "/review", "/search?q=tuna", "/api"])
def test_nothing_is_wider_than_a_narrow_window(chromium: Any, base: str, path: str) -> None:
    context = chromium.new_context(base_url=base, viewport={"width": 390, "height": 800})
    tab = context.new_page()
    tab.goto(path)
    assert tab.evaluate("document.documentElement.scrollWidth") <= 390
    context.close()
