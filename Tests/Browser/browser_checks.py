"""What only a browser can say: whether a page fits its window, runs without errors, and fetches nothing."""

import base64

# A tall page is photographed in pieces; Chromium cannot draw more than 16,384 pixels at once.
SCREENSHOT_HEIGHT = 8000
MOST_SCREENSHOTS = 4

# How wide the content is, and the elements that stick out of the window. What can be scrolled to inside a box of its
# own (a wide table on a phone) does not stick out; what the root cuts off with `overflow: hidden` does.
MEASURE = """
(width => {
  const root = document.documentElement, body = document.body;
  const cuts = element => ['hidden', 'clip'].includes(getComputedStyle(element).overflowX);
  const inBox = element => {
    for (let box = element.parentElement; box && box !== body; box = box.parentElement)
      if (getComputedStyle(box).overflowX !== 'visible') return true;
    return false;
  };
  const name = element => element.tagName.toLowerCase() + (element.id ? '#' + element.id : '')
    + Array.from(element.classList, name => '.' + name).join('');
  const content = document.scrollingElement.scrollWidth;
  const overflows = content > width || cuts(root) || cuts(body);
  const culprits = !overflows ? [] : Array.from(body.querySelectorAll('*'))
    .filter(element => element.getClientRects().length && element.getBoundingClientRect().right > width + 0.5)
    .filter(element => !inBox(element))
    .map(element => `<${name(element)}> to ${Math.ceil(element.getBoundingClientRect().right)}`);
  return {content, layout: root.clientWidth, culprits};
})"""


def overflow(browser, width):
    """What is wider than the window, or None."""
    measured = browser.evaluate(f"{MEASURE}({width})")
    if measured["layout"] != width:
        return f"is laid out {measured['layout']} px wide in a window of {width} px (is there a viewport meta element?)"
    if measured["content"] <= width and not measured["culprits"]:
        return None
    culprits = ", ".join(measured["culprits"][:4]) or "no single element"
    return f"content is {measured['content']} px wide in a window of {width} px: {culprits}"


def script_errors(events):
    """What scripts threw or reported as errors while the page was loaded."""
    errors = []
    for event in events:
        parameters = event.get("params", {})
        if event.get("method") == "Runtime.exceptionThrown":
            details = parameters["exceptionDetails"]
            errors.append(details.get("exception", {}).get("description") or details["text"])
        elif event.get("method") == "Runtime.consoleAPICalled" and parameters["type"] == "error":
            errors.append(" ".join(str(argument.get("value")) for argument in parameters["args"]))
        elif event.get("method") == "Log.entryAdded" and parameters["entry"]["level"] == "error":
            errors.append(parameters["entry"]["text"])
    return errors


def requests(events, page_url):
    """What was fetched apart from the page itself."""
    urls = [e["params"]["request"]["url"] for e in events if e.get("method") == "Network.requestWillBeSent"]
    return [url for url in urls if url != page_url and not url.startswith(("data:", "blob:"))]


def screenshots(browser, stem):
    """Photographs the page into files beginning with `stem`; of a very long one only the first pieces, each takes seconds."""
    size = browser.call("Page.getLayoutMetrics")["cssContentSize"]
    pieces = range(0, max(1, int(size["height"])), SCREENSHOT_HEIGHT)[:MOST_SCREENSHOTS]
    for number, top in enumerate(pieces, start=1):
        height = min(SCREENSHOT_HEIGHT, size["height"] - top)
        clip = {"x": 0, "y": top, "width": size["width"], "height": height, "scale": 1}
        image = browser.call("Page.captureScreenshot", format="png", captureBeyondViewport=True, clip=clip)
        stem.parent.mkdir(parents=True, exist_ok=True)
        stem.with_name(f"{stem.name}-{number}.png").write_bytes(base64.b64decode(image["data"]))


def print_pdf(browser, path):
    """Prints the page as its own style sheet asks; the paper is US Letter unless that says A4."""
    answer = browser.call("Page.printToPDF", preferCSSPageSize=True, printBackground=True, displayHeaderFooter=False)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(base64.b64decode(answer["data"]))
