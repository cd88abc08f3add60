// Opens all that is folded by what a reader presses; the words of what does not open.
() => [...document.querySelectorAll("summary")].filter((summary) => {
  if (!summary.checkVisibility()) return false;
  summary.click();
  const content = summary.nextElementSibling;
  return !content?.checkVisibility() || content.getBoundingClientRect().height === 0;
}).map(describe)
