// Keeps a page that `build-book serve` serves up to date: loads it again when the site has changed, and shows what is
// wrong with the book as long as something is.

(() => {
  "use strict";

  const script = document.currentScript;
  const page = JSON.parse(script.dataset.state);

  // The page's place: how far it is scrolled, seen from what stands above and has a name, and which folds are open.

  const key = "build-book " + location.pathname;

  function folds() {
    const seen = new Map();
    return [...document.querySelectorAll("details")].map((element) => {
      const words = element.querySelector("summary")?.textContent ?? "";
      const count = (seen.get(words) ?? 0) + 1;
      seen.set(words, count);
      return { element, name: `${count} ${words}` };
    });
  }

  function keepPlace() {
    const above = [...document.querySelectorAll("main [id]")]
      .filter((element) => element.getBoundingClientRect().top <= 1).pop();
    sessionStorage.setItem(key, JSON.stringify({
      x: scrollX,
      y: scrollY,
      id: above?.id,
      top: above?.getBoundingClientRect().top,
      folds: folds().map(({ element, name }) => [name, element.open]),
    }));
  }

  function takePlace() {
    const kept = sessionStorage.getItem(key);
    sessionStorage.removeItem(key);
    if (!kept) return;
    const place = JSON.parse(kept);
    const open = new Map(place.folds);
    for (const { element, name } of folds()) element.open = open.get(name) ?? element.open;
    const scroll = () => {
      const above = place.id && document.getElementById(place.id);
      const y = above ? scrollY + above.getBoundingClientRect().top - place.top : place.y;
      scrollTo({ left: place.x, top: y, behavior: "instant" });
    };
    scroll();
    // Pictures and fonts that come later move the text, and the browser goes to the address's fragment.
    addEventListener("load", () => requestAnimationFrame(() => {
      scroll();
      history.scrollRestoration = "auto";
    }), { once: true });
  }

  function load() {
    keepPlace();
    history.scrollRestoration = "manual";
    location.reload();
  }

  // What is wrong, in a tree of its own, where the page's style does not reach.

  const host = document.createElement("build-book-errors");
  const root = host.attachShadow({ mode: "open" });
  const style = document.createElement("link");
  style.rel = "stylesheet";
  style.href = "/_build-book/preview.css";
  const panel = make("section", "");
  panel.setAttribute("role", "alert");
  root.append(style, panel);
  document.body.append(host);

  function make(name, text, kind) {
    const element = document.createElement(name);
    element.textContent = text;
    if (kind) element.className = kind;
    return element;
  }

  function item(fault) {
    const element = make("li", "");
    element.append(make("p", fault.place, "place"), make("p", fault.message, "message"));
    if (fault.source) element.append(make("pre", fault.source));
    if (fault.notes.length > 0) element.append(list(fault.notes));
    return element;
  }

  function list(faults) {
    const element = make("ol", "");
    element.append(...faults.map(item));
    return element;
  }

  let shown = "[]";

  function show(errors) {
    // What is shown already is not said again.
    if (shown === JSON.stringify(errors)) return;
    shown = JSON.stringify(errors);
    if (errors.length === 0) return panel.replaceChildren();
    const count = errors.length === 1 ? "An error keeps" : `${errors.length} errors keep`;
    const hide = make("button", "Hide");
    hide.type = "button";
    hide.onclick = () => panel.replaceChildren();
    panel.replaceChildren(make("h2", `${count} the book from being built`), hide, list(errors));
  }

  // The server tells its state at once, and then whenever it changes.

  let source;

  function listen() {
    source = new EventSource("/_build-book/events");
    source.onmessage = (event) => {
      const state = JSON.parse(event.data);
      if (state.build !== page.build) {
        source.close();
        load();
      } else {
        show(state.errors);
      }
    };
  }

  // A browser has few connections to a server: a page that is not seen leaves its own to others.
  document.addEventListener("visibilitychange", () => {
    source?.close();
    if (!document.hidden) listen();
  });

  takePlace();
  show(page.errors);
  if (!document.hidden) listen();
})();
