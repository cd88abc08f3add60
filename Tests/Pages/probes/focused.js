// What is wrong with the way that the focus went, forth or back: elements left out, out of order, or without a sign
// of it.
(isBack) => {
  const { look, stops } = window.walk;
  document.activeElement.blur();
  const found = [];
  const reached = new Set(stops.map((stop) => stop.element));
  const can = "a[href], button, summary, input, select, textarea, [tabindex='0']";
  for (const element of document.querySelectorAll(can)) {
    if (!element.checkVisibility({ visibilityProperty: true }) || element.disabled) continue;
    // Names in code would be hundreds of stops; the contents lead to the same pages.
    if (element.matches("code a[tabindex='-1']")) continue;
    if (!reached.has(element)) found.push(`not reached: ${describe(element)}`);
  }
  const follows = isBack ? Node.DOCUMENT_POSITION_PRECEDING : Node.DOCUMENT_POSITION_FOLLOWING;
  stops.forEach(({ element, look: then, isSeen }, index) => {
    const before = stops[index - 1]?.element;
    if (before && !(before.compareDocumentPosition(element) & follows)) {
      found.push(`out of order: ${describe(element)} after ${describe(before)}`);
    }
    if (!isSeen) found.push(`has the focus and cannot be seen: ${describe(element)}`);
    const now = look(element);
    const [style, width, tone, offset] = then;
    const hasOutline = style !== "none" && parseFloat(width) >= 1 && colour(tone)[3] > 0;
    if (!hasOutline && then.slice(4).join() === now.slice(4).join()) {
      found.push(`no sign of the focus: ${describe(element)}`);
    } else if (hasOutline) {
      const reach = parseFloat(width) + parseFloat(offset);
      const back = background(reach > 0 ? element.parentElement : element);
      const ratio = contrast(over(colour(tone), back), back);
      if (ratio < 3) found.push(`the focus is faint, ${ratio.toFixed(2)}:1: ${describe(element)}`);
      const box = element.getBoundingClientRect();
      const area = clip(element.parentElement);
      if (box.left - reach < area.left || box.right + reach > area.right) {
        found.push(`the focus is cut off at its side: ${describe(element)}`);
      }
    }
  });
  return found;
}
