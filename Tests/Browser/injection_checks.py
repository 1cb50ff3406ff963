"""Whether data can make a page run anything: every payload of Tests/Injection in every place of its template.

A page fails when a payload ran, fetched something or is not there as text. What this would notice is shown first by a
page made without escaping.
"""

import json
import subprocess
from pathlib import Path

import browser_checks

ROOT = Path(__file__).resolve().parents[2]
INJECTION = ROOT / "Tests" / "Injection"
PLANREPORT = ROOT / ".build" / "release" / "planreport"

# Payloads call one of these; every call is kept.
HOOK = """
window.ran = [];
for (const name of ['alert', 'confirm', 'prompt', 'print', 'open']) window[name] = (...a) => { ran.push(name); };
"""

# Touches everything that can be touched, as a reader's mouse and keyboard would.
TOUCH = """
(async () => {
  for (const element of document.querySelectorAll('*')) {
    for (const type of ['mouseover', 'mouseenter', 'focus', 'click', 'load', 'error', 'toggle'])
      element.dispatchEvent(new Event(type, {bubbles: false, cancelable: true}));
    if (element.focus) element.focus();
  }
  await new Promise(resolve => setTimeout(resolve, 20));
  return window.ran;
})()
"""

# What a reader sees in some places; the browser itself says so, whatever was written.
READ = """
(() => {
  const at = id => document.getElementById(id);
  return {text: at('a').textContent, inlined: at('b').textContent, title: at('c').getAttribute('title'),
          cell: at('t').textContent, value: at('r').getAttribute('value'), alt: at('y').getAttribute('alt'),
          svg: at('u').textContent, elements: document.querySelectorAll('*').length};
})()
"""

UNESCAPED = '<p th:utext="${x}">x</p>'
RUNS = '<img src="data:," onerror="alert(1)"/>'


def render(template, payload, folder):
    """The page that planreport makes of a template with a payload as its data."""
    (folder / "data.json").write_text(json.dumps({"x": payload, "xs": [payload, payload], "secret": "SECRET-VALUE"}))
    (folder / "m.properties").write_text("m=m {0}\n")
    command = [PLANREPORT, "render", template, "--data", folder / "data.json", "--messages", folder / "m.properties"]
    page = folder / "page.html"
    page.write_bytes(subprocess.run(command, check=True, capture_output=True).stdout)
    return page


def expected_text(payload):
    """What HTML can carry of a payload: line ends become \\n, and of control characters nothing is compared."""
    text = payload.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(c for c in text if c in "\t\n" or (ord(c) >= 0x20 and c != "\N{REPLACEMENT CHARACTER}"))


def problems_of(browser, page, payload, count):
    browser.open(page.as_uri(), 1280, 900)
    ran = browser.evaluate(TOUCH)
    seen = browser.evaluate(READ)
    problems = [f"ran: {', '.join(ran)}"] if ran else []
    problems += [f"fetched {url}" for url in browser_checks.requests(browser.events, page.as_uri())]
    problems += browser_checks.script_errors(browser.events)
    if seen.pop("elements") != count:
        problems.append("the page has other elements than with harmless data")
    wanted = expected_text(payload)
    problems += [f"{place} is {text!r}" for place, text in seen.items() if expected_text(text) != wanted]
    return problems


def notices(browser, folder):
    """Whether a payload that does run is noticed."""
    template = folder / "unescaped.html"
    template.write_text(UNESCAPED)
    browser.open(render(template, RUNS, folder).as_uri(), 1280, 900)
    return bool(browser.evaluate(TOUCH))


def check(browser, folder):
    """All payloads; returns how many checks passed and failed."""
    folder.mkdir(parents=True, exist_ok=True)
    browser.call("Page.addScriptToEvaluateOnNewDocument", source=HOOK)
    if not notices(browser, folder):
        print("error: a payload that runs is not noticed")
        return 0, 1
    places = INJECTION / "places.html"
    browser.open(render(places, "harmless", folder).as_uri(), 1280, 900)
    count = browser.evaluate(READ)["elements"]
    passed = failed = 0
    for payload in json.loads((INJECTION / "payloads.json").read_text()):
        problems = problems_of(browser, render(places, payload, folder), payload, count)
        for problem in problems:
            print(f"{payload!r}: {problem}")
        failed += bool(problems)
        passed += not problems
    return passed, failed
