"""A headless Chromium that tests click, type and look in, spoken to over a pipe by the DevTools protocol."""

from __future__ import annotations

import base64
import fcntl
import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self

OFFLINE = ("--proxy-server=127.0.0.1:9", "--host-resolver-rules=MAP * ~NOTFOUND", "--disable-background-networking")


class Browser:
    """One window of a running Chromium."""

    def __init__(self, to: int, out: int) -> None:
        self._to, self._out = to, out
        self._last = 0
        self._unread = b""
        self._session: str | None = None
        self.errors: list[str] = []
        target = self._send("Target.createTarget", url="about:blank")["targetId"]
        self._session = self._send("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log"):
            self._send(f"{domain}.enable")

    def open(self, file: Path, width: int = 1400, height: int = 900, dark: bool = False, at: str = "") -> Self:
        """Show the file in a window of this size and wait until it is painted."""
        self._send("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self._send("Emulation.setEmulatedMedia", features=[scheme])
        self._send("Page.navigate", url="about:blank")
        self._send("Page.navigate", url=file.as_uri() + at)
        painted = "document.readyState === 'complete' && performance.getEntriesByType('paint').length > 0"
        while not self.run(f"new Promise(tell => setTimeout(() => tell({painted}), 10))"):
            pass
        return self

    def run(self, script: str) -> Any:
        """The value of the script, awaited when it is a promise."""
        answer = self._send("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in answer:
            raise AssertionError(answer["exceptionDetails"]["exception"]["description"])
        return answer["result"].get("value")

    def click(self, selector: str) -> None:
        """Press the mouse where the middle of the element is."""
        find = f"document.querySelector({json.dumps(selector)})"
        self.run(f"{find}.scrollIntoView({{block: 'center', inline: 'center'}})")
        box = self.run(f"(({{x, y, width, height}}) => [x + width / 2, y + height / 2])({find}.getBoundingClientRect())")
        self.click_at(*box)

    def click_at(self, x: float, y: float) -> None:
        """Press the mouse at a place of the window."""
        for kind in ("mousePressed", "mouseReleased"):
            self._send("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)

    def press(self, key: str) -> None:
        """Press a key, such as `Tab`, `Enter` or `ArrowRight`."""
        codes = {"Tab": 9, "Enter": 13, "Escape": 27, " ": 32, "ArrowLeft": 37, "ArrowUp": 38, "ArrowRight": 39, "ArrowDown": 40}
        more = {"text": "\r"} if key == "Enter" else {}
        for kind in ("keyDown", "keyUp"):
            self._send("Input.dispatchKeyEvent", type=kind, key=key, windowsVirtualKeyCode=codes.get(key, 0), **more)

    def type(self, text: str) -> None:
        """Put the text where the cursor is."""
        self._send("Input.insertText", text=text)

    def screenshot(self, file: Path) -> None:
        """Save what the window shows as PNG."""
        file.write_bytes(base64.b64decode(self._send("Page.captureScreenshot", format="png")["data"]))

    def _send(self, method: str, **parameters: object) -> Any:
        self._last += 1
        told = {"id": self._last, "method": method, "params": parameters}
        if self._session:
            told["sessionId"] = self._session
        os.write(self._to, json.dumps(told).encode() + b"\0")
        while True:
            answer = json.loads(self._message())
            if answer.get("id") == self._last:
                if "error" in answer:
                    raise AssertionError(f"{method}: {answer['error']}")
                return answer["result"]
            if answer.get("method") in ("Runtime.exceptionThrown", "Log.entryAdded"):
                self.errors.append(json.dumps(answer["params"])[:500])

    def _message(self) -> bytes:
        while b"\0" not in self._unread:
            read = os.read(self._out, 1 << 20)
            if not read:
                raise AssertionError("the browser has ended")
            self._unread += read
        message, self._unread = self._unread.split(b"\0", 1)
        return message


@contextmanager
def browser(profile: Path) -> Iterator[Browser]:
    """Start Chromium without network and end it; FileNotFoundError when it is not installed."""
    program = shutil.which("chromium")
    if program is None:
        raise FileNotFoundError("chromium is not installed")
    command = [program, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--remote-debugging-pipe", *OFFLINE]
    (read_end, to), (out, write_end) = os.pipe(), os.pipe()
    read_end, write_end = _high(read_end), _high(write_end)

    def place() -> None:
        """Chromium reads commands from descriptor 3 and answers on 4."""
        os.dup2(read_end, 3)
        os.dup2(write_end, 4)

    process = subprocess.Popen(
        [*command, f"--user-data-dir={profile}", "about:blank"],
        preexec_fn=place, pass_fds=(3, 4), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(read_end)
    os.close(write_end)
    try:
        yield Browser(to, out)
    finally:
        os.close(to)
        process.kill()
        process.wait()
        os.close(out)


def _high(descriptor: int) -> int:
    """The same end of a pipe under a number that does not stand in the way of 3 and 4."""
    moved = fcntl.fcntl(descriptor, fcntl.F_DUPFD_CLOEXEC, 10)
    os.close(descriptor)
    return moved
