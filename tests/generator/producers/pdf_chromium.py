"""Chromium's print to PDF: borders are thin fills. Styles: how the table is ruled."""
import subprocess
import tempfile

from producers import html_print

STYLES = ("full", "full", "full", "grey", "horizontal", "none")
EXTENSION = "pdf"
TOOL = "chromium"
LACKS = dict.fromkeys(STYLES, ("row_short",))
FLAGS = ("--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", "--disable-background-networking", "--no-first-run",
         "--disable-component-update", "--disable-sync", "--disable-extensions")


def write(document, path, style, rng):
    with tempfile.TemporaryDirectory(prefix="gongkai-chromium-") as folder:
        page = f"{folder}/page.html"
        with open(page, "w", encoding="utf-8") as file:
            file.write(html_print.page(document, style, rng))
        subprocess.run([TOOL, *FLAGS, f"--user-data-dir={folder}/profile", f"--print-to-pdf={path.resolve()}", f"file://{page}"],
                       check=True, capture_output=True, timeout=120)
