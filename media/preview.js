/* The script of the preview page. It shows what it is told to and tells where it was clicked. */
(() => {
  const host = acquireVsCodeApi();
  const report = document.getElementById("report");
  const inspector = document.getElementById("inspector");
  const words = JSON.parse(document.body.dataset.words);
  /** Set while the page is scrolled by this script, not by its reader. */
  let isLed = false;
  /** The report that is shown, and where the cursor was last told to stand in it. */
  let shown;
  let cursor;

  window.addEventListener("message", ({ data }) => {
    if (data.type === "show") show(data);
    else if (data.type === "scroll") scrollTo(data.offset);
    else if (data.type === "inspect") inspect(data);
  });

  function show({ html, uri }) {
    const top = uri === shown ? window.scrollY : 0;
    const unfolded = foldsOf().map(({ open }) => open);
    report.innerHTML = html;
    if (uri !== shown) cursor = undefined;
    shown = uri;
    for (const [index, fold] of foldsOf().entries()) fold.open = unfolded[index] === true;
    for (const table of report.querySelectorAll("table")) {
      // One stop for the tab key in each table; the arrow keys go on from there.
      for (const [index, cell] of cellsOf(table).entries()) cell.tabIndex = index === 0 ? 0 : -1;
    }
    lead(() => window.scrollTo(0, top));
  }

  /** Scrolls without telling of it. */
  function lead(scroll) {
    const before = window.scrollY;
    scroll();
    isLed ||= window.scrollY !== before;
  }

  function foldsOf() {
    return [...report.querySelectorAll("details")];
  }

  function cellsOf(table) {
    return [...table.querySelectorAll("td[data-offset]")];
  }

  function offsetOf(element) {
    return Number(element.dataset.offset);
  }

  /** The element that stands last at or before an offset of the text. */
  function elementAt(offset, selector = "[data-offset]") {
    let found;
    for (const element of report.querySelectorAll(selector)) {
      if (offsetOf(element) > offset) break;
      found = element;
    }
    return found;
  }

  /** Shows an offset of the text at the top; what stands before the first element belongs to it. */
  function scrollTo(offset) {
    const top = elementAt(offset)?.getBoundingClientRect().top ?? -window.scrollY;
    lead(() => window.scrollBy(0, top - 8));
  }

  window.addEventListener("scroll", () => {
    if (isLed) {
      isLed = false;
      return;
    }
    const first = [...report.querySelectorAll("[data-offset]")].find(
      (element) => element.getBoundingClientRect().bottom > 8,
    );
    if (first !== undefined) host.postMessage({ type: "scrolled", offset: offsetOf(first) });
  });

  report.addEventListener("click", ({ target }) => {
    const button = target.closest("button");
    if (button !== null) {
      const { open, uri, line, character } = button.dataset;
      host.postMessage(
        uri === undefined
          ? { type: "open", offset: Number(open) }
          : { type: "openElsewhere", uri, line: Number(line), character: Number(character) },
      );
      return;
    }
    const element = target.closest("[data-offset]");
    if (element !== null) host.postMessage({ type: "open", offset: offsetOf(element) });
  });

  report.addEventListener("keydown", (event) => {
    const cell = event.target.closest("td[data-offset]");
    if (cell === null) return;
    if (event.key === "Enter") host.postMessage({ type: "open", offset: offsetOf(cell) });
    const next = neighbour(cell, event.key);
    if (next === undefined) return;
    event.preventDefault();
    cell.tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
  });

  function neighbour(cell, key) {
    const cells = cellsOf(cell.closest("table"));
    const at = cells.indexOf(cell);
    if (key === "ArrowRight") return cells[at + 1];
    if (key === "ArrowLeft") return cells[at - 1];
    if (key !== "ArrowDown" && key !== "ArrowUp") return undefined;
    // Merged cells give rows different numbers of cells: what stands below is told by where it is drawn.
    const { left, right } = cell.getBoundingClientRect();
    const row = cell.closest("tr");
    const others = key === "ArrowDown" ? cells.slice(at + 1) : cells.slice(0, at).reverse();
    return others.find((other) => {
      const box = other.getBoundingClientRect();
      return other.closest("tr") !== row && box.left < right - 1 && box.right > left + 1;
    });
  }

  /** Marks and explains the figure at the cursor; shows where the cursor has come to where that is out of sight. */
  function inspect({ inspection, offset }) {
    report.querySelector("td.current")?.classList.remove("current");
    const cell = inspection === null ? undefined : elementAt(offset, "td[data-offset]");
    cell?.classList.add("current");
    explain(inspection);
    const isFirst = cursor === undefined;
    const place = isFirst ? (cell ?? elementAt(offset)) : cell;
    if (offset !== cursor) lead(() => place?.scrollIntoView({ block: isFirst ? "center" : "nearest" }));
    cursor = offset;
  }

  function explain(inspection) {
    inspector.hidden = inspection === null;
    if (inspection !== null) {
      const heading = document.createElement("h2");
      heading.textContent = filled(words.said, inspection.cell, inspection.value);
      const lines = inspection.relations.map(relationLine);
      if (inspection.unsure) lines.unshift(textLine(words.unsure));
      inspector.replaceChildren(heading, ...lines);
    }
    reserveRoom();
  }

  /** Keeps the end of the report above the inspector. */
  function reserveRoom() {
    document.documentElement.style.setProperty("--inspector", `${inspector.offsetHeight}px`);
  }
  window.addEventListener("resize", reserveRoom);

  function textLine(text) {
    const line = document.createElement("p");
    line.textContent = text;
    return line;
  }

  /** "{0}: {1}" with these values: every language has its own punctuation. */
  function filled(template, ...values) {
    return template.replace(/\{(\d)\}/g, (_, index) => values[index]);
  }

  function relationLine({ title, status, comparison, left, right }) {
    const [mark, word] =
      status === "holds"
        ? ["✓", words.holds]
        : status === "fails"
          ? ["✗", words.fails]
          : ["–", words.unknown];
    const line = textLine(filled(words.relation, mark, title, word));
    line.append(...sum(left), ` ${comparison} `, ...sum(right));
    return line;
  }

  /** Every operand a button that leads to it; of a long sum those that are not 0. */
  function sum(operands) {
    const shown = operands.filter(({ isZero, isSelf }) => operands.length <= 8 || isSelf || !isZero);
    if (shown.length === 0) return ["0"];
    return shown.flatMap((operand, index) => {
      const sign = operand.isSubtracted ? " − " : index > 0 ? " + " : "";
      return [sign, operandElement(operand)];
    });
  }

  function operandElement({ label, value, isSelf, range }) {
    // A number of the relation itself stands nowhere in the text.
    if (label === "") return value;
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = value;
    button.title = label;
    button.setAttribute("aria-label", filled(words.said, label, value));
    if (isSelf) button.className = "self";
    button.disabled = range === undefined;
    button.addEventListener("click", () => host.postMessage({ type: "openRange", ...range.start }));
    return button;
  }

  host.postMessage({ type: "ready" });
})();
