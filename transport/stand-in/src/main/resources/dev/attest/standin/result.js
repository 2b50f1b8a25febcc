// Copies a stack trace, and leads to the failures beside this one by key. Without this script, the links do.
(() => {
  "use strict";
  const SHOWN = 2000;

  const copyByEvent = (text) => {
    const put = (event) => {
      event.clipboardData.setData("text/plain", text);
      event.preventDefault();
    };
    document.addEventListener("copy", put, { once: true });
    const done = document.execCommand("copy");
    document.removeEventListener("copy", put);
    return done;
  };

  // Only a page of https or of this machine has a clipboard, and a person may refuse it.
  const copy = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return copyByEvent(text);
    }
  };

  for (const trace of document.querySelectorAll(".trace")) {
    const lines = [...trace.querySelectorAll("pre")].map((part) => part.textContent);
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = "Copy";
    button.setAttribute("aria-label", "Copy the stack trace");
    const said = document.createElement("span");
    said.className = "hidden";
    said.setAttribute("role", "status");
    button.addEventListener("click", async () => {
      const done = await copy(lines.join("\n"));
      button.textContent = done ? "Copied" : "Not copied";
      said.textContent = done ? "The stack trace is copied." : "The stack trace could not be copied.";
      setTimeout(() => {
        button.textContent = "Copy";
        said.textContent = "";
      }, SHOWN);
    });
    trace.prepend(button, said);
  }

  const KEYS = { j: "next", k: "prev", ArrowRight: "next", ArrowLeft: "prev" };
  const TAKES_KEYS = "input, textarea, select, video, pre, [contenteditable]";

  document.addEventListener("keydown", (event) => {
    const plain = !(event.ctrlKey || event.altKey || event.metaKey || event.shiftKey || event.defaultPrevented);
    if (plain && Object.hasOwn(KEYS, event.key) && !event.target.closest(TAKES_KEYS)) {
      const link = document.querySelector(`a[rel="${KEYS[event.key]}"]`);
      if (link) {
        event.preventDefault();
        location.assign(link.href);
      }
    }
  });
})();
