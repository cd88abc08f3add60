// What moved on the page without the reader's doing since it began to load (Layout Instability API).
(done) => {
  const entries = [];
  new PerformanceObserver((list) => entries.push(...list.getEntries())).observe({ type: "layout-shift", buffered: true });
  const name = ({ node }) => (node?.nodeType === 1 ? describe(node) : String(node?.nodeName));
  setTimeout(() => done({
    sum: entries.reduce((sum, entry) => sum + entry.value, 0),
    moved: entries.map((entry) => `${entry.value.toFixed(4)}: ${(entry.sources ?? []).map(name).join(", ")}`),
  }), 150);
}
