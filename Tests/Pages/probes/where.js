// What has the focus, for the hand on the keyboard.
() => {
  const element = document.activeElement;
  const hasNone = !element || element === document.body || window.walk.isOver;
  if (hasNone) return { kind: "none" };
  if (element.localName === "summary") return { kind: "summary", words: describe(element) };
  if (element.matches("button.copy")) return { kind: "copy", words: describe(element) };
  return { kind: "other" };
}
