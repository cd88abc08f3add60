// The text of the article, all of it and what can be seen of it, without what the page's script adds.
() => {
  const added = ".copy, .numbers";
  const main = document.querySelector("main");
  const bare = main.cloneNode(true);
  for (const element of bare.querySelectorAll(added)) element.remove();
  const seen = [...seenTexts()].filter(([, element]) => main.contains(element) && !element.closest(added));
  return { all: bare.textContent, seen: seen.map(([node]) => node.data).join("") };
}
