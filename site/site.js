// What a reader can set on a page and do with it. Without this script everything can be read.

(() => {
  "use strict";

  const root = document.documentElement;

  // Settings are kept for all pages of the site, and set before the page is drawn.

  const choices = {
    theme: { label: "Colours", values: { auto: "Automatic", light: "Light", dark: "Dark" } },
    width: { label: "Width", values: { normal: "Normal", wide: "Wide" } },
    font: { label: "Letters", values: { serif: "Serif", sans: "Sans-serif" } },
    size: { label: "Size", values: { normal: "Normal", large: "Large", larger: "Larger" } },
    numbers: { label: "Line numbers", values: { off: "Off", on: "On" } },
    slash: { label: "Search with /", values: { on: "On", off: "Off" } },
  };

  const kept = (name) => {
    try { return localStorage.getItem(`book ${name}`); } catch { return null; }
  };

  const keep = (name, value) => {
    try { localStorage.setItem(`book ${name}`, value); } catch { /* The reader keeps nothing: so do we. */ }
  };

  const set = (name, value) => { root.dataset[name] = value; };

  for (const [name, { values }] of Object.entries(choices)) {
    const value = kept(name);
    set(name, value in values ? value : Object.keys(values)[0]);
  }

  function make(name, text, attributes = {}) {
    const element = document.createElement(name);
    element.textContent = text;
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    return element;
  }

  function settings() {
    const form = document.getElementById("page-settings");
    for (const [name, { label, values }] of Object.entries(choices)) {
      const group = make("fieldset", "");
      group.append(make("legend", label));
      for (const [value, words] of Object.entries(values)) {
        const input = make("input", "", { type: "radio", name, value });
        input.checked = root.dataset[name] === value;
        const choice = make("label", "");
        choice.append(input, ` ${words}`);
        group.append(choice);
      }
      form.append(group);
    }
    form.addEventListener("change", ({ target }) => {
      set(target.name, target.value);
      keep(target.name, target.value);
    });
  }

  // Code: a button that copies it, the numbers of its lines, and the keyboard where it must be scrolled.

  async function copy(text, button) {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const area = make("textarea", text);
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
      button.focus();
    }
    button.textContent = "Copied";
    setTimeout(() => { button.textContent = "Copy"; }, 1500);
  }

  const equipped = new WeakSet();

  function code() {
    for (const block of document.querySelectorAll("pre.code")) {
      if (equipped.has(block) || !isWhole(block)) continue;
      equipped.add(block);
      const text = block.textContent;
      const lines = text.replace(/\n$/, "").split("\n").map((_, index) => index + 1).join("\n");
      block.prepend(make("span", lines, { class: "numbers", "aria-hidden": "true" }));
      const button = make("button", "Copy", { type: "button", class: "copy" });
      button.addEventListener("click", () => copy(text, button));
      block.before(button);
    }
  }

  function scrolling() {
    for (const block of document.querySelectorAll("pre, .equation, .table, figure > svg")) {
      const isWide = block.scrollWidth > block.clientWidth;
      if (isWide) block.tabIndex = 0; else block.removeAttribute("tabindex");
    }
  }

  // The place in the page is marked in the contents, and kept for the next visit.

  function place() {
    const links = new Map([...document.querySelectorAll("nav.contents .sections a")].map((a) => [a.hash.slice(1), a]));
    const anchors = [...document.querySelectorAll("article .anchor")];
    let current;
    const mark = () => {
      const above = anchors.filter((a) => a.getBoundingClientRect().top < innerHeight / 3);
      const section = above.findLast((a) => links.has(encodeURIComponent(a.id)) || links.has(a.id));
      const link = section && (links.get(section.id) ?? links.get(encodeURIComponent(section.id)));
      if (link !== current) {
        current?.removeAttribute("aria-current");
        link?.setAttribute("aria-current", "location");
        current = link;
      }
      const page = document.querySelector("nav.contents a[aria-current=page]");
      if (page) {
        const words = link ? `${page.textContent}: ${link.textContent}` : page.textContent;
        keep(`place ${home}`, JSON.stringify({ address: (link ?? page).href, words }));
      }
    };
    let waiting = false;
    addEventListener("scroll", () => {
      if (waiting) return;
      waiting = true;
      setTimeout(() => { waiting = false; mark(); }, 120);
    }, { passive: true });
    mark();
  }

  // The first page of the site, which tells two books apart that share a browser's memory.
  let home = "";

  function header() {
    const header = document.querySelector("header.site");
    if (home || !header || !isWhole(header)) return;
    home = header.querySelector("a.book").href;
    header.querySelector("button.settings").hidden = !("popover" in HTMLElement.prototype);
    // What the search's own script will serve; shown at once, so that nothing moves when that comes.
    header.querySelector("button.search").hidden = false;
    if (document.querySelector("meta[property='og:type'][content='book']")) goOn();
  }

  function goOn() {
    const last = JSON.parse(kept(`place ${home}`) ?? "null");
    if (!last?.address.startsWith("http") && !last?.address.startsWith("file")) return;
    const link = make("a", `Go on reading: ${last.words}`, { class: "go-on", href: last.address });
    document.querySelector("a.to-contents").before(link);
  }

  // What a reader sees at once is added while the page still comes, before it is drawn: else the text would move.

  const isWhole = (element) => {
    for (let at = element; at; at = at.parentElement) if (at.nextSibling) return true;
    return document.readyState !== "loading";
  };

  const complete = () => { header(); code(); };
  const coming = new MutationObserver(complete);
  coming.observe(root, { childList: true, subtree: true });

  document.addEventListener("DOMContentLoaded", () => {
    coming.disconnect();
    complete();
    settings();
    scrolling();
    addEventListener("resize", scrolling);
    if (document.querySelector("nav.contents a[aria-current=page]")) place();
  });
})();
