// What the probes share.

// A short way to find the element again by eye: its selector from the nearest id, and its words.
function describe(element) {
  const steps = [];
  for (let at = element; at && at.nodeType === 1; at = at.parentElement) {
    const classes = [...at.classList].map((name) => `.${name}`).join("");
    steps.unshift(at.localName + (at.id ? `#${at.id}` : "") + classes);
    if (at.id || steps.length === 4) break;
  }
  const words = (element.textContent || element.getAttribute("aria-label") || "").replace(/\s+/g, " ").trim();
  return `${steps.join(" > ")} “${words.slice(0, 60)}”`;
}

// Opacities that were worked out already may be handed on, as long as nothing changes.
const isSeen = (element, kept = new Map()) =>
  element.checkVisibility({ visibilityProperty: true }) && opacity(element, kept) > 0;

function opacity(element, kept = new Map()) {
  if (!element) return 1;
  if (!kept.has(element)) {
    kept.set(element, parseFloat(getComputedStyle(element).opacity) * opacity(element.parentElement, kept));
  }
  return kept.get(element);
}

// The text nodes that can be seen, each with its element.
function* seenTexts() {
  const [seen, opacities] = [new Map(), new Map()];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const element = node.parentElement;
    if (!node.data.trim() || ["SCRIPT", "STYLE", "NOSCRIPT"].includes(element.tagName)) continue;
    if (!seen.has(element)) seen.set(element, isSeen(element, opacities));
    if (seen.get(element)) yield [node, element];
  }
}

// The part of the page that an element's content can be seen in: within all ancestors that scroll or clip.
function clip(element, kept = clip.kept) {
  if (!element) return { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity };
  if (kept.has(element)) return kept.get(element);
  let area = clip(element.parentElement, kept);
  const style = getComputedStyle(element);
  const isRoot = element === document.documentElement || element === document.body;
  const clips = (overflow) => !isRoot && overflow !== "visible" && element.localName !== "svg";
  if (clips(style.overflowX) || clips(style.overflowY)) {
    const box = element.getBoundingClientRect();
    area = { ...area };
    if (clips(style.overflowX)) {
      area.left = Math.max(area.left, box.left);
      area.right = Math.min(area.right, box.right);
    }
    if (clips(style.overflowY)) {
      area.top = Math.max(area.top, box.top);
      area.bottom = Math.min(area.bottom, box.bottom);
    }
  }
  kept.set(element, area);
  return area;
}
clip.kept = new Map();

const within = (box, area) => ({
  left: Math.max(box.left, area.left), top: Math.max(box.top, area.top),
  right: Math.min(box.right, area.right), bottom: Math.min(box.bottom, area.bottom),
});

// A colour as red, green, blue from 0 to 255 and alpha from 0 to 1.
const colour = (() => {
  const context = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const kept = new Map();
  return (text) => {
    if (!kept.has(text)) {
      context.clearRect(0, 0, 1, 1);
      context.fillStyle = text;
      context.fillRect(0, 0, 1, 1);
      const [red, green, blue, alpha] = context.getImageData(0, 0, 1, 1).data;
      kept.set(text, [red, green, blue, alpha / 255]);
    }
    return kept.get(text);
  };
})();

const over = (front, back) => [0, 1, 2].map((i) => front[i] * front[3] + back[i] * (1 - front[3])).concat(1);

// WCAG 2.2, relative luminance and contrast ratio.
function contrast(one, other) {
  const luminance = (rgb) => {
    const [red, green, blue] = rgb.slice(0, 3).map((value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

// What is painted behind an element; paper is white.
function background(element) {
  const layers = [];
  for (let at = element; at; at = at.parentElement) {
    const layer = colour(getComputedStyle(at).backgroundColor);
    if (layer[3] > 0) layers.push(layer);
    if (layer[3] === 1) break;
  }
  const canvas = matchMedia("print").matches ? [255, 255, 255, 1] : colour(canvasColour());
  return layers.reverse().reduce((back, layer) => over(layer, back), canvas);
}

function canvasColour() {
  const scheme = getComputedStyle(document.documentElement).colorScheme;
  const prefersDark = matchMedia("(prefers-color-scheme: dark)").matches;
  const isDark = scheme.includes("dark") && (prefersDark || !scheme.includes("light"));
  return isDark ? "#121212" : "#ffffff";
}
