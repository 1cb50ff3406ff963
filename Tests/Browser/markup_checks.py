"""What can be said of a page without a browser: whether it is HTML5, and whether it needs anything but itself."""

import re

import html5lib
from html5lib.constants import E

NAMESPACE = "{http://www.w3.org/1999/xhtml}"

# Attributes whose URL is fetched when the page is shown. Links that people follow are not among them.
FETCHED = {
    "audio": ["src"],
    "embed": ["src"],
    "iframe": ["src"],
    "image": ["href", "{http://www.w3.org/1999/xlink}href"],
    "img": ["src", "srcset"],
    "input": ["src"],
    "link": ["href"],
    "object": ["data"],
    "script": ["src"],
    "source": ["src", "srcset"],
    "track": ["src"],
    "video": ["src", "poster"],
}

# `link` elements that name a relation and fetch nothing.
LINKS_NOT_FETCHED = {"alternate", "author", "canonical", "help", "license", "next", "prev", "search"}


def parse_html5(data):
    """The page's tree, and its parse errors as `line:column: what is wrong`."""
    parser = html5lib.HTMLParser()
    tree = parser.parse(data, transport_encoding=None, likely_encoding="utf-8")
    errors = []
    for (line, column), code, variables in parser.errors:
        errors.append(f"{line}:{column}: {E[code] % variables} [{code}]")
    return tree, errors


def fetched_resources(tree):
    """What the page would fetch to be shown, apart from `data:` URLs."""
    found = []
    for element in tree.iter():
        if not isinstance(element.tag, str):
            continue
        name = element.tag.rpartition("}")[2]
        if name == "link" and set(element.get("rel", "").lower().split()) <= LINKS_NOT_FETCHED:
            continue
        for attribute in FETCHED.get(name, []):
            value = element.get(attribute, "").strip()
            if value and not value.startswith(("data:", "#")):
                found.append(f"<{name} {attribute.rpartition('}')[2]}=\"{value}\">")
        styles = [element.get("style", "")] + ([element.text or ""] if name == "style" else [])
        for style in styles:
            found += fetched_by_style(style)
    return found


def fetched_by_style(style):
    """What a style sheet would fetch."""
    urls = re.findall(r"""url\(\s*['"]?([^'")]+)""", style, re.IGNORECASE)
    imports = re.findall(r"""@import\s+['"]([^'"]+)""", style, re.IGNORECASE)
    return [f"url({url})" for url in urls if not url.startswith(("data:", "#"))] + [f"@import {url}" for url in imports]
