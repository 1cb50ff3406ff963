"""Checks finished HTML pages: as HTML5, in Chromium at desktop and phone width, and on paper.

A page passes when
- it parses as HTML5 without errors,
- it needs nothing but itself, neither by its markup nor by what the browser fetches,
- nothing is wider than the window at 1280 and 390 pixels,
- no script fails,
- it prints on A4, and tables that go over a page break have their head on each page.

Screenshots and PDFs stay in .build-browser/ for people to look at.
"""

import os
import sys
from pathlib import Path

import browser_checks
import injection_checks
import markup_checks
import paper_checks
from devtools import Browser

ROOT = Path(__file__).resolve().parents[2]
WORK = ROOT / ".build-browser"
FIXTURES = Path(__file__).resolve().parent / "fixtures"
WINDOWS = [(1280, 900), (390, 844)]

# The checks that a fixture must fail; it must pass all others.
EXPECTED_FAILURES = {
    "good.html": set(),
    "clipped.html": {"fits 1280 px", "fits 390 px"},
    "head-not-repeated.html": {"table heads"},
    "invalid.html": {"HTML5"},
    "letter-paper.html": {"A4"},
    "no-viewport.html": {"fits 390 px"},
    "overflowing.html": {"fits 390 px"},
    "remote.html": {"self-contained"},
    "script-error.html": {"scripts"},
    "table-without-head.html": {"table heads"},
}


def check_page(browser, page, name):
    """All checks of one page: the name of each, and what is wrong (empty when it passes)."""
    tree, errors = markup_checks.parse_html5(page.read_bytes())
    results = {"HTML5": errors}
    fetched, failed = markup_checks.fetched_resources(tree), []
    url = page.resolve().as_uri()
    for width, height in WINDOWS:
        browser.open(url, width, height)
        problem = browser_checks.overflow(browser, width)
        results[f"fits {width} px"] = [problem] if problem else []
        browser_checks.screenshots(browser, WORK / "screenshots" / f"{name}-{width}")
        fetched += browser_checks.requests(browser.events, url)
        failed += browser_checks.script_errors(browser.events)
    results["self-contained"] = unique(fetched)
    # A resource that is not there is reported once, above.
    results["scripts"] = [] if fetched else unique(failed)
    results |= check_paper(browser, url, WORK / "pdf" / f"{name}.pdf")
    return results


def check_paper(browser, url, pdf):
    browser.open(url, *WINDOWS[0])
    browser_checks.print_pdf(browser, pdf)
    problem = paper_checks.paper_problem(paper_checks.page_sizes(pdf))
    heads = paper_checks.headless_parts(browser, pdf.with_suffix(".marked.pdf"))
    return {"A4": [problem] if problem else [], "table heads": heads}


def unique(items):
    return list(dict.fromkeys(items))


def check_folders(folders):
    """Checks all pages below the folders; returns how many checks passed and failed."""
    passed = failed = 0
    with Browser(os.environ["CHROMIUM"], WORK / "chromium.log") as browser:
        for folder in folders:
            pages = sorted(folder.rglob("*.html"))
            if not pages:
                print(f"{folder}: error: there are no HTML pages here")
                failed += 1
            for page in pages:
                name = f"{'-'.join(folder.parts[-3:]).strip('/')}/{page.relative_to(folder).with_suffix('')}"
                results = check_page(browser, page, name)
                bad = report(page, results)
                failed += bad
                passed += len(results) - bad
    return passed, failed


def report(page, results):
    """Prints what a page failed, or that it passed; returns the number of failed checks."""
    bad = {check: problems for check, problems in results.items() if problems}
    print(f"{page}: {'FAILED ' + ', '.join(bad) if bad else 'passed'}", flush=True)
    for check, problems in bad.items():
        for problem in problems[:10]:
            print(f"  {check}: {problem}")
        if len(problems) > 10:
            print(f"  {check}: and {len(problems) - 10} more")
    return len(bad)


def self_test():
    """Checks the checker: every fixture must fail what it is made to fail, and nothing else."""
    passed = failed = 0
    with Browser(os.environ["CHROMIUM"], WORK / "chromium.log") as browser:
        for name, expected in EXPECTED_FAILURES.items():
            results = check_page(browser, FIXTURES / name, f"fixtures/{Path(name).stem}")
            found = {check for check, problems in results.items() if problems}
            if found == expected:
                print(f"{name}: as expected: {', '.join(sorted(found)) or 'passes'}", flush=True)
                passed += 1
            else:
                report(FIXTURES / name, results)
                print(f"  expected to fail: {', '.join(sorted(expected)) or 'nothing'}")
                failed += 1
    return passed, failed


def injection():
    with Browser(os.environ["CHROMIUM"], WORK / "chromium.log") as browser:
        return injection_checks.check(browser, WORK / "injection")


def main(arguments):
    WORK.mkdir(exist_ok=True)
    if arguments == ["--self-test"]:
        passed, failed = self_test()
    elif arguments == ["--injection"]:
        passed, failed = injection()
    else:
        passed, failed = check_folders([Path(a) for a in arguments or ["Output/current"]])
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
