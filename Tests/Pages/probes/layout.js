// What is wrong with where things stand: a page that scrolls sideways, text or figures on one another, text that
// is cut off or stands outside the window.
() => {
  const found = [];
  const page = document.documentElement;
  if (page.scrollWidth > page.clientWidth) {
    found.push(`the page scrolls sideways: ${page.scrollWidth} px wide in a window of ${page.clientWidth}`);
  }

  // The block that an element's text belongs to; a formula is one with all its parts.
  const blocks = new Map();
  function block(element) {
    if (!blocks.has(element)) {
      let at = element.closest("math") ?? element;
      while (/^(inline|contents|ruby)/.test(getComputedStyle(at).display) && at.parentElement) at = at.parentElement;
      blocks.set(element, at);
    }
    return blocks.get(element);
  }

  // How far the ink of a text reaches above and below its baseline, in the font's own size.
  const pen = document.createElement("canvas").getContext("2d");
  function ink(text, style) {
    pen.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    const metrics = pen.measureText(text);
    return [metrics.actualBoundingBoxAscent, metrics.actualBoundingBoxDescent];
  }

  const boxOf = (points) => {
    const [x, y] = [points.map((point) => point.x), points.map((point) => point.y)];
    return { left: Math.min(...x), right: Math.max(...x), top: Math.min(...y), bottom: Math.max(...y) };
  };
  const corners = ({ left, top, right, bottom }) => [
    { x: left, y: top }, { x: right, y: top }, { x: right, y: bottom }, { x: left, y: bottom },
  ];

  const items = [];
  for (const [node, element] of seenTexts()) {
    if (element.ownerSVGElement) {
      const text = element.closest("text");
      const [ascent, descent] = ink(text.textContent, getComputedStyle(text));
      const start = text.getStartPositionOfChar(0);
      const length = text.getComputedTextLength();
      const matrix = text.getScreenCTM();
      const points = corners({
        left: start.x, right: start.x + length, top: start.y - ascent, bottom: start.y + descent,
      }).map((point) => new DOMPoint(point.x, point.y).matrixTransform(matrix));
      items.push({ owner: text, svg: text.ownerSVGElement, points, box: within(boxOf(points), clip(element)) });
      continue;
    }
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const rect of range.getClientRects()) {
      const box = within(rect, clip(element));
      if (box.right - box.left < 1 || box.bottom - box.top < 1 || rect.right <= 0) continue;
      items.push({ owner: block(element), box, points: corners(box) });
    }
  }
  for (const figure of document.querySelectorAll("svg, img, canvas, video")) {
    if (!isSeen(figure) || figure.parentElement.closest("svg")) continue;
    const box = within(figure.getBoundingClientRect(), clip(figure));
    items.push({ owner: figure, figure, box, points: corners(box) });
  }

  for (const { owner, box } of items) {
    if (box.left < -0.5 || box.right > page.clientWidth + 0.5) {
      found.push(`reaches out of the window, ${box.left.toFixed(0)} to ${box.right.toFixed(0)}: ${describe(owner)}`);
    }
  }

  // Two convex shapes lie apart if some side of one of them parts them (separating axis), here by less than a pixel.
  function overlap(one, other) {
    let least = Infinity;
    for (const shape of [one, other]) {
      for (let i = 0; i < shape.length; i++) {
        const [from, to] = [shape[i], shape[(i + 1) % shape.length]];
        const length = Math.hypot(to.x - from.x, to.y - from.y);
        if (length === 0) continue;
        const normal = { x: (from.y - to.y) / length, y: (to.x - from.x) / length };
        const spans = [one, other].map((points) => {
          const along = points.map((point) => point.x * normal.x + point.y * normal.y);
          return [Math.min(...along), Math.max(...along)];
        });
        least = Math.min(least, spans[0][1] - spans[1][0], spans[1][1] - spans[0][0]);
        if (least <= 1) return 0;
      }
    }
    return least;
  }

  items.sort((a, b) => a.box.top - b.box.top);
  const reported = new Set();
  let open = [];
  for (const item of items) {
    open = open.filter((other) => other.box.bottom > item.box.top + 1);
    for (const other of open) {
      if (other.owner === item.owner) continue;
      if (item.figure?.contains(other.owner) || other.figure?.contains(item.owner)) continue;
      const depth = overlap(item.points, other.points);
      if (depth === 0) continue;
      const words = `overlap by ${depth.toFixed(1)} px: ${describe(other.owner)} and ${describe(item.owner)}`;
      if (!reported.has(words)) found.push(words);
      reported.add(words);
    }
    open.push(item);
  }

  // Paper does not scroll.
  const cutting = matchMedia("print").matches ? ["hidden", "clip", "auto", "scroll"] : ["hidden", "clip"];
  const opacities = new Map();
  for (const element of document.body.querySelectorAll("*:not(math *, svg *)")) {
    const style = getComputedStyle(element);
    if (!isSeen(element, opacities)) continue;
    for (const [overflow, whole, shown] of [
      [style.overflowX, element.scrollWidth, element.clientWidth],
      [style.overflowY, element.scrollHeight, element.clientHeight],
    ]) {
      if (cutting.includes(overflow) && whole > shown + 1) {
        found.push(`cut off, ${whole} px in a box of ${shown}: ${describe(element)}`);
      }
    }
  }
  return found;
}
