// Text with too little contrast: HTML, formulas and the text of drawings, each against what is painted behind it.
// Also answers with all pairs of colours, so that two ways to the same theme can be compared.
(least) => {
  const failed = [];
  const pairs = new Set();
  const filled = new Map();
  const opacities = new Map();

  // The shapes of a drawing that can lie behind text, in the order they are painted.
  function shapes(svg) {
    if (!filled.has(svg)) {
      filled.set(svg, [...svg.querySelectorAll("rect, path, circle, ellipse, polygon")].flatMap((shape) => {
        const style = getComputedStyle(shape);
        if (style.fill === "none" || !isSeen(shape, opacities)) return [];
        const fill = [...colour(style.fill)];
        fill[3] *= parseFloat(style.fillOpacity) * opacity(shape, opacities);
        return [{ shape, fill, box: shape.getBoundingClientRect(), inverse: shape.getScreenCTM().inverse() }];
      }));
    }
    return filled.get(svg);
  }

  for (const [, element] of seenTexts()) {
    const style = getComputedStyle(element);
    let back = background(element);
    let front;
    if (element.ownerSVGElement) {
      const box = element.getBoundingClientRect();
      const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
      for (const { shape, fill, box, inverse } of shapes(element.ownerSVGElement)) {
        if (x < box.left || x > box.right || y < box.top || y > box.bottom) continue;
        if (!(shape.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING)) continue;
        if (shape.isPointInFill(new DOMPoint(x, y).matrixTransform(inverse))) back = over(fill, back);
      }
      front = [...colour(style.fill)];
      front[3] *= parseFloat(style.fillOpacity);
    } else {
      front = [...colour(style.color)];
    }
    front[3] *= opacity(element, opacities);
    const ratio = contrast(over(front, back), back);
    pairs.add(`${over(front, back).map(Math.round)} on ${back.map(Math.round)}`);
    if (ratio < least) failed.push(`${ratio.toFixed(2)}:1 ${describe(element)}`);
  }
  return { failed, pairs: [...pairs].sort(), page: background(document.body) };
}
