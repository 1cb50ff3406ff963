"""What a page looks like on paper: A4, and every part of a table under its head."""

import re
import subprocess

import browser_checks

A4 = (595, 842)

# Puts a mark into the first cell of the head and of every row of every table, so that the text of a PDF page tells which
# tables have a head and rows there. Marks take no room. Returns what the tables are called, whether they have a head, and
# whether they need one: with more than two columns, for two are a list of names and values.
MARK = """
(() => {
  const mark = (cell, text) => {
    const span = document.createElement('span');
    span.textContent = text;
    span.style.cssText = 'display:inline-block;width:0;height:0;line-height:0;font:1px monospace;white-space:nowrap;'
      + 'overflow:visible;vertical-align:top;letter-spacing:0;text-indent:0;text-transform:none';
    cell.prepend(span);
  };
  return Array.from(document.querySelectorAll('table')).map((table, number) => {
    const heads = Array.from(table.tHead ? table.tHead.rows : []).filter(row => row.cells.length);
    if (heads.length) mark(heads[0].cells[0], `xxH${number}xx`);
    const rows = Array.from(table.rows).filter(row => row.cells.length && !heads.includes(row) && !row.closest('tfoot'));
    for (const row of rows) mark(row.cells[0], `xxR${number}xx`);
    const columns = Math.max(0, ...rows.map(row => row.cells.length));
    const caption = table.caption ? table.caption.textContent : rows.length ? rows[0].textContent : '';
    return {
      name: caption.replace(/xx[HR]\\d+xx/g, '').replace(/\\s+/g, ' ').trim().slice(0, 40),
      hasHead: heads.length > 0,
      needsHead: columns > 2,
    };
  });
})()"""


def page_sizes(pdf):
    """Width and height of each page in points."""
    text = subprocess.run(["pdfinfo", "-f", "1", "-l", "100000", pdf], check=True, capture_output=True, text=True).stdout
    sizes = re.findall(r"^Page\s+\d+ size:\s+([\d.]+) x ([\d.]+)", text, re.MULTILINE)
    return [(float(width), float(height)) for width, height in sizes]


def paper_problem(sizes):
    """What keeps a PDF from being A4, upright or across; None when nothing does."""
    if not sizes:
        return "has no pages"
    for number, size in enumerate(sizes, start=1):
        if any(abs(side - wanted) > 1.5 for side, wanted in zip(sorted(size), A4)):
            return f"page {number} is {size[0]:.0f} x {size[1]:.0f} points, not A4 (@page {{ size: A4 }} is missing?)"
    return None


def headless_parts(browser, pdf):
    """The parts of tables that stand on a page without their head. Prints the page once more, with marks."""
    tables = browser.evaluate(MARK)
    browser_checks.print_pdf(browser, pdf)
    text = subprocess.run(["pdftotext", "-layout", pdf, "-"], check=True, capture_output=True, text=True).stdout
    pdf.unlink()
    pages = text.split("\f")[:-1]
    problems = []
    for number, table in enumerate(tables):
        with_rows = [index for index, page in enumerate(pages, start=1) if f"xxR{number}xx" in page]
        if len(with_rows) < 2 or not (table["hasHead"] or table["needsHead"]):
            continue
        bare = [index for index in with_rows if f"xxH{number}xx" not in pages[index - 1]]
        if bare:
            problems.append(f"table '{table['name']}' has rows but no head on page {', '.join(map(str, bare))}")
    return problems
