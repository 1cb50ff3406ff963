"""A headless Chromium, driven through the pipe form of its DevTools protocol: JSON messages that end in a NUL byte.

The command line alone does not do: a headless window is never narrower than 500 pixels, and --dump-dom says nothing
of script errors and requests.
"""

import json
import os
import select
import subprocess
import tempfile
import time


class Browser:
    """One Chromium with one tab; a context manager."""

    # Nothing leaves the machine: every host name is unknown to this browser.
    FLAGS = [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-extensions",
        "--disable-sync",
        "--hide-scrollbars",
        "--host-resolver-rules=MAP * ~NOTFOUND",
        "--no-first-run",
        "--remote-debugging-pipe",
    ]
    TIMEOUT = 60

    def __init__(self, executable, log_path):
        self._profile = tempfile.TemporaryDirectory(prefix="planreport-chromium-", ignore_cleanup_errors=True)
        commands_read, self._commands = os.pipe()
        self._answers, answers_write = os.pipe()
        # The browser expects its end of the pipes at descriptors 3 and 4; bash puts them there.
        redirect = f'exec "$@" 3<&{commands_read} 4>&{answers_write}'
        with open(log_path, "wb") as log:
            self._process = subprocess.Popen(
                ["bash", "-c", redirect, "bash", executable, *self.FLAGS, f"--user-data-dir={self._profile.name}"],
                pass_fds=(commands_read, answers_write),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )
        os.close(commands_read)
        os.close(answers_write)
        self._buffer = b""
        self._last_id = 0
        self._session = None
        self.events = []
        self._open_tab()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        try:
            self.call("Browser.close")
            self._process.wait(10)
        except (OSError, RuntimeError, subprocess.TimeoutExpired):
            self._process.kill()
            self._process.wait()
        os.close(self._commands)
        os.close(self._answers)
        self._profile.cleanup()

    def call(self, method, **parameters):
        """Sends a command and returns its result; events that come meanwhile are kept in `events`."""
        self._last_id += 1
        message = {"id": self._last_id, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        self._send(json.dumps(message).encode() + b"\0")
        while True:
            answer = self._receive(method)
            if answer.get("id") != self._last_id:
                self.events.append(answer)
            elif "error" in answer:
                raise RuntimeError(f"{method}: {answer['error']['message']}")
            else:
                return answer["result"]

    def evaluate(self, expression):
        """The value of a JavaScript expression in the page."""
        answer = self.call("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in answer:
            raise RuntimeError(answer["exceptionDetails"]["exception"].get("description", "script failed"))
        return answer["result"].get("value")

    def open(self, url, width, height):
        """Loads a page in a window of this size; `events` then has what happened on the way."""
        self.events.clear()
        self.call(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=width < 600,
        )
        self.call("Page.navigate", url=url)
        while not any(event.get("method") == "Page.loadEventFired" for event in self.events):
            self.events.append(self._receive(f"loading {url}"))
        self.evaluate("document.fonts.ready.then(() => true)")

    def _open_tab(self):
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Network", "Log"):
            self.call(f"{domain}.enable")

    def _send(self, data):
        while data:
            data = data[os.write(self._commands, data) :]

    def _receive(self, what):
        deadline = time.monotonic() + self.TIMEOUT
        while b"\0" not in self._buffer:
            ready, _, _ = select.select([self._answers], [], [], max(0, deadline - time.monotonic()))
            if not ready:
                raise RuntimeError(f"no answer from the browser in {self.TIMEOUT} seconds: {what}")
            chunk = os.read(self._answers, 1 << 20)
            if not chunk:
                raise RuntimeError(f"the browser has ended: {what}; see .build-browser/chromium.log")
            self._buffer += chunk
        message, _, self._buffer = self._buffer.partition(b"\0")
        return json.loads(message)
