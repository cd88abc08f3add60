// The search: a dialog that a button, `/` or Ctrl-K opens. What it needs is loaded when it is first opened, as scripts,
// for a page that was opened as a file may load nothing else.

(() => {
  "use strict";

  const site = document.currentScript.src;
  const button = document.querySelector("button.search");
  const dialog = document.querySelector("dialog.search");
  const field = dialog.querySelector("input");
  const status = dialog.querySelector("[role=status]");
  const list = dialog.querySelector("[role=listbox]");

  // Each file calls `bookSearch` once, with what it holds.

  const files = new Map();
  let held;
  window.bookSearch = (value) => { held = value; };

  function load(name) {
    if (!files.has(name)) {
      files.set(name, new Promise((done, fail) => {
        const script = document.createElement("script");
        script.src = new URL(name, site);
        script.onload = () => done(held);
        script.onerror = () => fail(files.delete(name));
        document.head.append(script);
      }));
    }
    return files.get(name);
  }

  let index;

  async function prepare() {
    const engine = await load("search-engine.js");
    index ??= new engine.Index(await load("search-index.js"));
    return engine;
  }

  function make(name, attributes, ...content) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...content);
    return element;
  }

  const marked = (pieces) => pieces.map(([text, isFound]) => isFound ? make("mark", {}, text) : text);

  function option({ section, terms }, engine) {
    const { address, anchor, heading, place } = section;
    const context = make("span", { class: "search-context" });
    // Without its text a result is still a place to go to.
    load(`search/${address.replace(/html$/, "js")}`)
      .then((texts) => context.append(...marked(engine.excerpt(texts[place], terms))), () => {});
    return make("a", {
      class: "search-result", role: "option", tabindex: -1,
      href: new URL(address + (anchor && `#${encodeURIComponent(anchor)}`), site),
    }, make("span", { class: "search-heading" }, ...marked(engine.excerpt(heading, terms))), context);
  }

  let chosen;

  function choose(option) {
    chosen?.removeAttribute("aria-selected");
    chosen = option;
    chosen?.setAttribute("aria-selected", "true");
    chosen?.scrollIntoView({ block: "nearest" });
    field.setAttribute("aria-activedescendant", chosen?.id ?? "");
  }

  const options = () => [...list.querySelectorAll("[role=option]")];

  function move(step) {
    const all = options();
    choose(all.at((all.indexOf(chosen) + step) % all.length));
  }

  async function search() {
    const query = field.value;
    try {
      const engine = await prepare();
      if (query !== field.value) return;
      const results = index.find(query);
      const groups = new Map();
      for (const result of results.slice(0, 30)) {
        const { address, title } = result.section;
        if (!groups.has(address)) {
          groups.set(address, make("div", { role: "group", "aria-label": title },
            make("div", { class: "search-title", "aria-hidden": "true" }, title)));
        }
        groups.get(address).append(option(result, engine));
      }
      list.replaceChildren(...groups.values());
      const { found, none } = status.dataset;
      status.textContent = results.length > 0 ? `${found} ${results.length}` : query.trim() && none;
    } catch {
      list.replaceChildren();
      status.textContent = status.dataset.failed;
    }
    options().forEach((option, number) => { option.id = `search_result_${number}`; });
    field.setAttribute("aria-expanded", list.hasChildNodes());
    choose(options()[0]);
  }

  function open() {
    dialog.showModal();
    field.select();
    prepare().catch(() => {});
  }

  field.addEventListener("input", (event) => { if (!event.isComposing) search(); });
  field.addEventListener("compositionend", search);
  field.addEventListener("keydown", (event) => {
    const act = { ArrowDown: () => move(1), ArrowUp: () => move(-1), Enter: () => chosen?.click() }[event.key];
    if (!act || event.isComposing || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    act();
  });
  dialog.addEventListener("click", ({ target, ctrlKey, metaKey, shiftKey }) => {
    // A result that is on this page is behind the dialog; one that opens elsewhere leaves it as it is.
    const isLeft = target.closest("a") && !ctrlKey && !metaKey && !shiftKey;
    if (isLeft || target === dialog || target.closest("button")) dialog.close();
  });
  button.addEventListener("click", open);
  button.hidden = false;

  document.addEventListener("keydown", (event) => {
    const { key, target, ctrlKey, metaKey, altKey, shiftKey } = event;
    const isSlash = key === "/" && !altKey && document.documentElement.dataset.slash !== "off";
    const isShortcut = ctrlKey || metaKey ? key === "k" && !altKey && !shiftKey : isSlash;
    const isTyping = target.isContentEditable || target.closest?.("input, textarea, select");
    if (!isShortcut || isTyping || event.defaultPrevented || event.isComposing || dialog.open) return;
    event.preventDefault();
    open();
  });
})();
