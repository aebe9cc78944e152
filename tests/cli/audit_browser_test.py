"""gongkai audit --html in a browser: what a person clicks and types, on a desktop and on a phone."""

import base64
import io
import json
import pathlib
import shutil
import tempfile
import unittest

from audit_pages import make_archive, page_of, write_pages

try:
    from PIL import Image
    from selenium import webdriver
    from selenium.webdriver.common.by import By
    from selenium.webdriver.common.keys import Keys
    from selenium.webdriver.support.ui import Select, WebDriverWait
except ImportError:
    webdriver = None

CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
MISSING = None if webdriver and CHROMIUM and DRIVER else \
    "python3-selenium, python3-pil, chromium or chromium-driver is not installed: the pages were not tried in a browser"
WAIT = 20  # seconds, for a machine that has other work
DESKTOP, PHONE = (1280, 900), (390, 844)


def setUpModule():
    if MISSING:
        raise unittest.SkipTest(MISSING)
    global FOLDER, INDEX, DRAWN, BROWSER
    FOLDER = pathlib.Path(tempfile.mkdtemp(prefix="gongkai browser "))
    archive, gone = make_archive(FOLDER)
    write_pages(archive, FOLDER / "pages")
    INDEX = (FOLDER / "pages" / "index.html").as_uri()
    DRAWN = (FOLDER / "pages" / page_of(gone["packed"])).as_uri()
    BROWSER = start_browser()


def tearDownModule():
    if not MISSING:
        BROWSER.quit()
        shutil.rmtree(FOLDER)


def start_browser():
    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
                     "--disable-component-update", "--disable-sync", "--no-first-run",
                     f"--user-data-dir={FOLDER / 'profile'}"):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"performance": "ALL", "browser": "ALL"})
    service = webdriver.chrome.service.Service(DRIVER)
    return webdriver.Chrome(service=service, options=options)


class Page(unittest.TestCase):
    def open(self, address, size=DESKTOP, script=True):
        width, height = size
        BROWSER.execute_cdp_cmd("Emulation.setDeviceMetricsOverride",
                                {"width": width, "height": height, "deviceScaleFactor": 1,
                                 "mobile": width < 600})
        BROWSER.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": not script})
        BROWSER.get("about:blank")
        BROWSER.get_log("performance")  # what the browser did before is not the page's doing
        BROWSER.get(address)

    def tearDown(self):
        BROWSER.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
        severe = [entry for entry in BROWSER.get_log("browser") if entry["level"] == "SEVERE"]
        self.assertEqual(severe, [])  # refused by the content policy, or a fault of the script
        for entry in BROWSER.get_log("performance"):
            message = json.loads(entry["message"])["message"]
            if message["method"] == "Network.requestWillBeSent":
                self.assertRegex(message["params"]["request"]["url"], r"^(file:///|about:blank|data:)")

    def all(self, selector):
        return BROWSER.find_elements(By.CSS_SELECTOR, selector)

    def one(self, selector):
        return BROWSER.find_element(By.CSS_SELECTOR, selector)

    def js(self, script, *arguments):
        return BROWSER.execute_script(script, *arguments)

    def until(self, condition):
        return WebDriverWait(BROWSER, WAIT).until(lambda _: condition())

    def press(self, *keys):
        BROWSER.switch_to.active_element.send_keys(*keys)


class Index(Page):
    def shown(self):
        return self.js("return [...document.querySelectorAll('#list > li:not([hidden])')].map("
                       "(i) => [i.dataset.s, i.dataset.r, i.dataset.y, i.textContent])")

    def choose(self, name, value):
        Select(self.one(f"#filter [name={name}]")).select_by_value(value)

    def test_filters_narrow_the_list_and_reset_widens_it(self):
        self.open(INDEX)
        everything = self.shown()
        self.assertGreater(len(everything), 5)
        tried = 0
        for name, at in (("severity", 0), ("rule", 1), ("year", 2)):
            values = [option.get_attribute("value") for option in
                      Select(self.one(f"#filter [name={name}]")).options][1:]
            for value in values:
                with self.subTest(name=name, value=value):
                    self.choose(name, value)
                    self.assertEqual(self.shown(), [row for row in everything if value in row[at].split()])
                    self.assertIn(f"显示 {len(self.shown())} 条", self.one("#count").text)
                    tried += 0 < len(self.shown()) < len(everything)
            self.choose(name, "")
        self.assertGreater(tried, 5)
        self.assertEqual(self.shown(), everything)

    def test_text_and_organ_narrow_together(self):
        self.open(INDEX)
        everything = self.shown()
        organ = self.js("return document.querySelector('#list .organ').textContent")
        self.one("#filter [name=organ]").send_keys(organ)
        of_organ = self.shown()
        self.assertTrue(0 < len(of_organ) < len(everything))
        word = of_organ[0][1]
        self.one("#filter [name=text]").send_keys(word)
        self.assertEqual(self.shown(), [row for row in of_organ if word in row[3]])
        self.one("#filter [name=text]").send_keys("没有这样的文字")
        self.assertEqual(self.shown(), [])
        self.one("#filter button").send_keys(Keys.ENTER)
        self.until(lambda: self.shown() == everything)

    def test_a_bar_of_the_chart_chooses_its_rule(self):
        self.open(INDEX)
        bar = self.one("#rules a[data-rule]")
        rule = bar.get_attribute("data-rule")
        self.js("arguments[0].focus()", bar)
        self.press(Keys.ENTER)
        self.until(lambda: {row[1] for row in self.shown()} == {rule})

    def test_the_skip_link_comes_first_and_leads_past_the_head(self):
        self.open(INDEX)
        self.one("body").send_keys(Keys.TAB)
        self.assertEqual(BROWSER.switch_to.active_element.get_attribute("href"), INDEX + "#main")
        self.assertGreaterEqual(BROWSER.switch_to.active_element.rect["x"], 0)
        outline = self.js("return getComputedStyle(document.activeElement).outlineWidth")
        self.assertGreaterEqual(float(outline.removesuffix("px")), 2)

    def test_a_finding_leads_to_its_cell(self):
        self.open(INDEX)
        link = self.one("#list .at a[href*='#/']")
        self.js("arguments[0].focus()", link)
        self.press(Keys.ENTER)
        self.until(lambda: "/reports/" in BROWSER.current_url)
        self.assertEqual(self.js("return document.querySelectorAll(':target').length"), 1)

    def test_without_script_everything_is_readable_and_the_filter_is_not_there(self):
        self.open(INDEX, script=False)
        self.assertFalse(self.one("#filter").is_displayed())
        self.assertTrue(self.one("#list > li").is_displayed())


class Report(Page):
    NUMBERS = "td a[href^='#original']"

    def test_enter_shows_the_crop_and_escape_closes_it(self):
        for size in (DESKTOP, PHONE):
            with self.subTest(size=size):
                self.open(DRAWN, size)
                number = self.all(self.NUMBERS)[30]
                self.js("arguments[0].focus()", number)
                self.press(Keys.ENTER)
                dialog = self.one("#crop")
                self.assertTrue(dialog.is_displayed())
                self.until(lambda: self.js("const i = document.querySelector('#crop img');"
                                           "return i.complete && i.naturalWidth > 0"))
                self.check_that_the_outline_is_seen()
                self.press(Keys.ESCAPE)
                self.assertFalse(dialog.is_displayed())
                self.assertEqual(BROWSER.switch_to.active_element, number)

    def check_that_the_outline_is_seen(self):
        hit, view = (self.js("const r = document.querySelector(arguments[0]).getBoundingClientRect();"
                             "return [r.left, r.top, r.right, r.bottom]", f"#crop {name}")
                     for name in (".hit", ".view"))
        self.assertTrue(view[0] <= hit[0] < hit[2] <= view[2] and view[1] <= hit[1] < hit[3] <= view[3],
                        (hit, view))

    def test_a_click_shows_the_crop_and_the_button_closes_it(self):
        self.open(DRAWN)
        number = self.all(self.NUMBERS)[3]
        self.js("arguments[0].scrollIntoView({block: 'center'})", number)
        number.click()
        self.assertTrue(self.one("#crop").is_displayed())
        self.assertIn(number.text, self.one("#crop-title").text)
        self.one("#crop button").click()
        self.assertFalse(self.one("#crop").is_displayed())

    def test_without_script_a_number_leads_to_its_outline_and_back(self):
        self.open(DRAWN, script=False)
        number = self.all(self.NUMBERS)[10]
        cell = number.find_element(By.XPATH, "..").get_attribute("id")
        number.send_keys(Keys.ENTER)
        self.until(lambda: BROWSER.current_url.endswith("#original" + cell))
        outline = self.one(".sheet a:target")
        self.assertEqual(outline.get_attribute("href"), DRAWN + "#" + cell)
        outline.click()
        self.until(lambda: BROWSER.current_url.endswith("#" + cell))

    def test_every_picture_loads(self):
        self.open(DRAWN)
        pictures = self.all("figure img")
        self.assertTrue(pictures)
        for picture in pictures:
            self.js("arguments[0].scrollIntoView()", picture)
            self.until(lambda: self.js("return arguments[0].complete && arguments[0].naturalWidth > 0",
                                       picture))
            sizes = self.js("const p = arguments[0]; return [p.naturalWidth, p.naturalHeight, "
                            "+p.getAttribute('width'), +p.getAttribute('height')]", picture)
            self.assertEqual(sizes[:2], sizes[2:])

    def test_the_outline_lies_on_ink(self):
        """The number's box on the picture holds dark pixels: what is shown is what was read."""
        self.open(DRAWN)
        self.js("document.querySelector('figure').scrollIntoView()")
        self.until(lambda: self.js("return document.querySelector('figure img').complete"))
        number = next(n for n in self.all(self.NUMBERS) if n.text.isdigit())
        self.js("arguments[0].scrollIntoView({block: 'center'})", number)
        number.click()
        self.until(lambda: self.js("return document.querySelector('#crop img').complete"))
        box = self.js("const r = document.querySelector('#crop .hit').getBoundingClientRect();"
                      "return {x: r.left + scrollX, y: r.top + scrollY, width: r.width, "
                      "height: r.height, scale: 1}")
        self.js("document.querySelector('#crop .hit').style.visibility = 'hidden'")
        self.assertGreater(dark_share(BROWSER.execute_cdp_cmd(
            "Page.captureScreenshot", {"format": "png", "clip": box})["data"]), 0.01)  # paper: 0


def dark_share(png):
    picture = Image.open(io.BytesIO(base64.b64decode(png))).convert("L")
    return sum(picture.histogram()[:128]) / (picture.width * picture.height)


class Widths(Page):
    def test_no_page_is_wider_than_a_phone(self):
        pages = sorted((FOLDER / "pages").rglob("*.html"))
        for path in [*pages[:6], *pages[-6:], FOLDER / "pages" / "index.html"]:
            with self.subTest(path.name):
                self.open(path.as_uri(), PHONE)
                self.assertEqual(self.js("return [document.documentElement.scrollWidth, "
                                         "document.body.scrollWidth]"), [PHONE[0], PHONE[0]])


if __name__ == "__main__":
    unittest.main()
