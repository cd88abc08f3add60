"""Chromium without a window, driven as a reader would."""

import base64
import importlib.util
import json
from pathlib import Path

from selenium import webdriver
from selenium.webdriver.chrome.service import Service

PROBES = Path(__file__).parent / "probes"
AXE = Path(importlib.util.find_spec("axe_playwright_python").origin).parent / "axe.min.js"
KEYS = {
    "Tab": ("Tab", 9, ""), "Enter": ("Enter", 13, "\r"), " ": ("Space", 32, " "), "Escape": ("Escape", 27, ""),
    "/": ("Slash", 191, "/"), "ArrowDown": ("ArrowDown", 40, ""), "ArrowUp": ("ArrowUp", 38, ""),
}  # fmt: skip
SHIFT = 8
# What a script for the page may use, before each of the probes.
COMMON = (PROBES / "common.js").read_text()


class Browser:
    """One browser with one page open. No name but this machine's resolves in it: there is no network."""

    def __init__(self):
        options = webdriver.ChromeOptions()
        options.binary_location = "/usr/bin/chromium"
        for argument in (
            "headless=new", "no-sandbox", "disable-gpu", "disable-dev-shm-usage", "hide-scrollbars",
            "host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
            # A mouse, which hovers and points finely; without a window there is none.
            "blink-settings=primaryHoverType=2,availableHoverTypes=2,primaryPointerType=4,availablePointerTypes=4",
        ):  # fmt: skip
            options.add_argument(f"--{argument}")
        options.set_capability("goog:loggingPrefs", {"performance": "ALL", "browser": "ALL"})
        self.driver = webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))
        self.driver.set_script_timeout(120)

    def quit(self):
        self.driver.quit()

    def command(self, name, **arguments):
        return self.driver.execute_cdp_cmd(name, arguments)

    def prefer(self, scheme, media=""):
        """What the system asks for: light or dark, and a screen or paper."""
        features = [{"name": "prefers-color-scheme", "value": scheme}]
        self.command("Emulation.setEmulatedMedia", media=media, features=features)

    def resize(self, width):
        """The width of the window; the narrow one is a phone's, touched and without a mouse."""
        phone = width < 600
        self.command(
            "Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1, mobile=phone
        )
        self.command("Emulation.setTouchEmulationEnabled", enabled=phone)

    def allow_scripts(self, allowed):
        self.command("Emulation.setScriptExecutionDisabled", value=not allowed)

    def slow_down(self, bytes_per_second):
        """Holds the network to a speed; to none where it is -1."""
        self.command(
            "Network.emulateNetworkConditions",
            offline=False, latency=0, downloadThroughput=bytes_per_second, uploadThroughput=-1,
        )  # fmt: skip

    def show(self, address):
        # A link within the page that is shown would not load it anew.
        self.driver.get("about:blank")
        self.driver.get(address)

    def unfold(self):
        self.evaluate("for (const details of document.querySelectorAll('details')) details.open = true")

    def ask(self, probe, *arguments):
        """What a probe, a file of a function, finds in the page."""
        return self.evaluate(Browser.script(probe), *arguments)

    def await_(self, probe, *arguments):
        """The same of a probe that answers later, through the function that is its last argument."""
        return self.driver.execute_async_script(Browser.script(probe), *arguments)

    @staticmethod
    def script(probe):
        return f"{COMMON}\nreturn ({(PROBES / f'{probe}.js').read_text().strip()})(...arguments)"

    def evaluate(self, script, *arguments):
        return self.driver.execute_script(script, *arguments)

    def axe(self, rules):
        if not self.evaluate("return 'axe' in window"):
            self.evaluate(AXE.read_text())
        options = {"resultTypes": ["violations"], **rules}
        run = "const done = arguments[1]; axe.run(document, arguments[0]).then(done, e => done({failed: String(e)}))"
        result = self.driver.execute_async_script(run, options)
        assert "failed" not in result, result
        return [
            f"{found['id']} ({found['help']}): {node['target'][-1]} {node['html'][:160]}"
            for found in result["violations"]
            for node in found["nodes"]
        ]

    def press(self, key, shift=False):
        code, number, text = KEYS[key]
        event = {"key": key, "code": code, "windowsVirtualKeyCode": number, "modifiers": SHIFT if shift else 0}
        down = {"type": "keyDown", "text": text} if text else {"type": "rawKeyDown"}
        self.command("Input.dispatchKeyEvent", **down, **event)
        if key != "Tab":
            self.command("Input.dispatchKeyEvent", type="keyUp", **event)

    def print_to(self, file):
        """Prints the page on A4, as the browser's dialogue would without a choice."""
        result = self.command("Page.printToPDF", paperWidth=8.27, paperHeight=11.69)
        file.write_bytes(base64.b64decode(result["data"]))

    def complaints(self):
        """What scripts failed with since it was asked last."""
        return [entry["message"] for entry in self.driver.get_log("browser") if entry["source"] == "javascript"]

    def network(self):
        """The network's events since it was asked last."""
        messages = [json.loads(entry["message"])["message"] for entry in self.driver.get_log("performance")]
        return [message for message in messages if message["method"].startswith("Network.")]
