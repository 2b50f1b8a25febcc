// Shows what is added to a run in progress. Without this script, the page shows it when it is loaded again.
(() => {
  "use strict";
  const PAUSE = 1000;
  const AFTER_FAILURE = 5000;
  const PARTS = ["head", "body"];
  const chosen = new Map();
  let version = document.getElementById("head").dataset.version;
  let timer = 0;
  let asking = false;

  const later = (millis) => {
    clearTimeout(timer);
    timer = setTimeout(look, millis);
  };

  // What has the focus is replaced by its like.
  const nameOf = (element) => {
    const key = element.closest("details[data-key]");
    if (element.tagName === "SUMMARY" && key) {
      return (part) => part.querySelector(`details[data-key="${CSS.escape(key.dataset.key)}"] > summary`);
    }
    const href = element.getAttribute("href");
    return (part) => href && part.querySelector(`a[href="${CSS.escape(href)}"]`);
  };

  const replace = (page) => {
    for (const id of PARTS) {
      const old = document.getElementById(id);
      const next = page.getElementById(id);
      next.querySelectorAll("details[data-key]").forEach((group) => {
        if (chosen.has(group.dataset.key)) {
          group.open = chosen.get(group.dataset.key);
        }
      });
      const find = old.contains(document.activeElement) ? nameOf(document.activeElement) : null;
      old.replaceWith(document.adoptNode(next));
      const focused = find && find(next);
      if (focused) {
        focused.focus({ preventScroll: true });
      }
    }
  };

  const look = async () => {
    if (asking || document.hidden) {
      return;
    }
    asking = true;
    let pause = PAUSE;
    try {
      const reply = await fetch(location.href, { headers: { "If-None-Match": version } });
      if (reply.status === 200) {
        const page = new DOMParser().parseFromString(await reply.text(), "text/html");
        replace(page);
        version = document.getElementById("head").dataset.version;
        if (!("live" in document.getElementById("head").dataset)) {
          document.documentElement.dataset.watched = "to its end";
          document.removeEventListener("visibilitychange", look);
          return;
        }
      } else if (reply.status !== 304) {
        pause = AFTER_FAILURE;
      }
    } catch {
      pause = AFTER_FAILURE;
    } finally {
      asking = false;
    }
    later(pause);
  };

  document.addEventListener("click", (event) => {
    const summary = event.target.closest("summary");
    const group = summary && summary.closest("details[data-key]");
    if (group) {
      chosen.set(group.dataset.key, !group.open);
    }
  });
  document.addEventListener("visibilitychange", look);
  later(PAUSE);
})();
