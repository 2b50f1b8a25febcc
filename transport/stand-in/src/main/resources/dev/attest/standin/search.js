// Searches the whole of a long text, of which the page shows the start. Without this script, there is no search.
(() => {
  "use strict";
  const PAUSE = 150;
  const MOST = 100000;
  const AROUND = 3;
  const BEFORE = 120;
  const LONGEST = 400;

  const element = (name, className, text) => {
    const made = document.createElement(name);
    made.className = className;
    made.textContent = text;
    return made;
  };

  const places = (text, words) => {
    const found = [];
    const pattern = new RegExp(words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"), "gi");
    for (let hit = pattern.exec(text); hit && found.length < MOST; hit = pattern.exec(text)) {
      found.push(hit.index);
    }
    return found;
  };

  const number = (text, place) => {
    let lines = 1;
    for (let end = text.indexOf("\n"); end >= 0 && end < place; end = text.indexOf("\n", end + 1)) {
      lines++;
    }
    return lines;
  };

  // The lines around a place, each shortened: a line may have millions of characters.
  const around = (text, place, length) => {
    let from = place === 0 ? 0 : text.lastIndexOf("\n", place - 1) + 1;
    for (let line = 0; line < AROUND && from > 0; line++) {
      from = from === 1 ? 0 : text.lastIndexOf("\n", from - 2) + 1;
    }
    const lines = [];
    let at = number(text, from);
    while (from <= text.length && lines.length <= 2 * AROUND) {
      const next = text.indexOf("\n", from);
      const end = next < 0 ? text.length : next;
      const line = element("span", "line", "");
      line.append(element("span", "at", String(at++)));
      if (place >= from && place <= end) {
        const start = Math.max(from, place - BEFORE);
        const after = Math.min(end, place + length + LONGEST);
        line.append((start > from ? "…" : "") + text.slice(start, place));
        line.append(element("mark", "", text.slice(place, place + length)));
        line.append(text.slice(place + length, after) + (after < end ? "…" : ""));
      } else {
        line.append(text.slice(from, Math.min(end, from + LONGEST)) + (end - from > LONGEST ? "…" : ""));
      }
      lines.push(line);
      from = end + 1;
    }
    return lines;
  };

  const add = (file) => {
    const name = "Search in " + file.dataset.name;
    const form = element("form", "find", "");
    form.setAttribute("role", "search");
    form.setAttribute("aria-label", name);
    const words = document.createElement("input");
    words.type = "search";
    words.placeholder = "Search in all lines";
    words.setAttribute("aria-label", name);
    const count = element("output", "sum", "");
    const next = element("button", "quiet", "Next");
    const before = element("button", "quiet", "Previous");
    before.type = "button";
    const shown = element("pre", "hit", "");
    shown.hidden = next.hidden = before.hidden = true;
    form.append(words, before, next, count);
    file.querySelector("figcaption").after(form, shown);

    let text = null;
    let reading = null;
    let found = [];
    let current = 0;
    let searched = "";
    let timer = 0;

    const show = () => {
      const none = found.length === 0;
      shown.hidden = next.hidden = before.hidden = none;
      const all = found.length + (found.length === MOST ? " or more" : "");
      count.textContent = searched === "" ? "" : none ? "no hits" : `${current + 1} of ${all}`;
      shown.replaceChildren(...(none ? [] : around(text, found[current], searched.length)));
    };

    // However often somebody types meanwhile, the file is read once.
    const read = async () => {
      try {
        const reply = await fetch(file.dataset.text);
        return reply.ok ? await reply.text() : null;
      } catch {
        return null;
      }
    };

    const search = async () => {
      clearTimeout(timer);
      if (text === null && words.value !== "") {
        count.textContent = "reading the file";
        reading = reading ?? read();
        text = await reading;
        if (text === null) {
          reading = null;
          count.textContent = "the file cannot be read";
          return;
        }
      }
      if (searched !== words.value) {
        searched = words.value;
        found = searched === "" ? [] : places(text, searched);
        current = 0;
      }
      show();
    };

    const step = (by) => {
      if (searched !== words.value) {
        search();
      } else if (found.length > 0) {
        current = (current + by + found.length) % found.length;
        show();
      }
    };

    words.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(search, PAUSE);
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      step(1);
    });
    before.addEventListener("click", () => step(-1));
  };

  document.querySelectorAll("[data-text]").forEach(add);
})();
