// Puts words at both ends of each figure that a printed page can be searched for: a figure with its title and its
// caption, and the drawing within it. What is higher than a sheet cannot stand on one, and is left out.
(sheet) => {
  const marked = [];
  const small = "font: 2px monospace; color: #777";
  const add = (element, begin, end) => {
    if (!element.checkVisibility() || element.getBoundingClientRect().height > sheet) return;
    const number = marked.push(describe(element));
    begin(`figure${number}begin`);
    end(`figure${number}end`);
  };
  for (const figure of document.querySelectorAll("main figure, main .chart")) {
    const word = (place) => (text) => {
      const span = document.createElement("span");
      span.textContent = text;
      span.style = `display: block; line-height: 2px; ${small}`;
      place(span);
    };
    add(figure, word((span) => figure.prepend(span)), word((span) => figure.append(span)));
  }
  for (const drawing of document.querySelectorAll("main svg")) {
    const { x, y, width, height } = drawing.viewBox.baseVal;
    const word = (x, y, anchor) => (content) => {
      const text = document.createElementNS("http://www.w3.org/2000/svg", "text");
      text.textContent = content;
      text.style = `${small}; fill: #777; stroke: none; text-anchor: ${anchor}`;
      text.setAttribute("x", x);
      text.setAttribute("y", y);
      drawing.append(text);
    };
    add(drawing, word(x, y + 2, "start"), word(x + width, y + height, "end"));
  }
  return marked;
}
