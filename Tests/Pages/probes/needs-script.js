// What can be seen or reached on the page and does nothing without a script.
() => {
  const all = "button, input, select, textarea, form, [popover], [contenteditable], [onclick], [role=button], a[href='#'], a[href^='javascript:']";
  return [...document.querySelectorAll(all)].filter((element) => element.checkVisibility()).map(describe);
}
