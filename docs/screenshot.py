"""Take a picture of a map with the claims of its first incident open: `python docs/screenshot.py MAP.html PICTURE.png`.

The README's picture is of `dateline map examples/amarah-raid.txt --title "Invented example: a raid near Amarah"`.
"""

import os
import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright


def screenshot(page_path: Path, picture: Path) -> None:
    """Open a map in Chromium, without a network, and keep what it looks like.

    Parameters
    ----------
    page_path
        The map.
    picture
        The PNG file to write.
    """
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        context = browser.new_context(viewport={"width": 1280, "height": 900}, offline=True)
        page = context.new_page()
        page.goto(page_path.resolve().as_uri())
        page.wait_for_load_state("load")
        page.click(".row >> nth=0")
        page.wait_for_timeout(1000)  # milliseconds: the map may still be moving
        page.screenshot(path=picture)
        browser.close()


if __name__ == "__main__":
    screenshot(Path(sys.argv[1]), Path(sys.argv[2]))
