// Finds the sections that answer a query. The index and the texts are described in Sources/Site/Search.

bookSearch((() => {
  "use strict";

  const runs = /\p{Ideographic}+|(?:(?!\p{Ideographic})[\p{L}\p{N}\p{M}'’])+/gu;

  // The words of a text, folded, and its pairs of ideographs (or single ones): as in SearchTerms.swift, but with endings.
  function words(text, size = 2) {
    const found = [];
    for (const { 0: run, index } of text.matchAll(runs)) {
      const word = run.normalize("NFKD").replace(/[\p{M}'’]/gu, "").toLowerCase().replaceAll("ς", "σ");
      if (!/^\p{Ideographic}/u.test(run)) {
        if (word) found.push({ word, start: index, end: index + run.length });
        continue;
      }
      const [all, folded] = [[...run], [...word]];
      for (let i = 0, start = index; i === 0 || i + size <= all.length; start += all[i].length, i += 1) {
        const end = start + all.slice(i, i + size).join("").length;
        found.push({ word: folded.slice(i, i + size).join(""), start, end });
      }
    }
    return found;
  }

  const isIdeograph = (word) => /^\p{Ideographic}$/u.test(word);

  // What Stem.swift takes off a word, whole or begun, behind the last letter that it leaves.
  const ending = /^([a-z])\1?([ey]?(ings?|e?ds?|e?s)?|in?|ie[sd]?)$/;

  function isStem(term, word) {
    return term === word
      || (term.length > 2 && word.length > 3 && word.startsWith(term) && ending.test(word.slice(term.length - 1)));
  }

  // Whether one letter more, less or other, or two exchanged, make one word of the other.
  function isNear(a, b) {
    let same = 0;
    while (same < a.length && a[same] === b[same]) same += 1;
    [a, b] = [a.slice(same), b.slice(same)];
    return a.slice(1) === b.slice(1) || a.slice(1) === b || a === b.slice(1)
      || (a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2));
  }

  // Whether a word with a typing error can mean a term.
  function isAlmost(term, word, isUnfinished) {
    return (isUnfinished && isNear(term.slice(0, word.length), word)) || [0, -1, 1].some((more) => {
      const count = term.length + more;
      return count > 3 && isNear(term, word.slice(0, count))
        && (word.length <= count || ending.test(word.slice(count - 1)));
    });
  }

  const number = (digits) => [...digits].reduce((sum, digit) => sum * 26 + digit.charCodeAt(0) % 32 - 1, 0);

  class Index {
    constructor(written) {
      this.sections = written.pages.flatMap(([title, address, sections]) =>
        sections.map(([heading, anchor, length], place) =>
          ({ title, address, heading, anchor, length, place, words: words(heading), titleWords: words(title) })));
      this.length = this.sections.reduce((sum, { length }) => sum + length, 0) / this.sections.length;
      this.stopWords = written.stopWords.split(" ");
      const lists = written.occurrences.split(" ");
      let term = [];
      this.entries = [...written.terms.matchAll(/([A-Z])([^A-Z]*)/g)].map(([, shared, rest], i) => {
        term = [...term.slice(0, number(shared)), ...rest];
        let next = 0;
        const occurrences = (lists[i].match(/[A-Z]*[a-z]/g) ?? []).map((digits) => {
          const section = next + Math.floor(number(digits) / 3);
          next = section + 1;
          return { section: this.sections[section], count: [1, 2.5, 5][number(digits) % 3] };
        });
        return { term: term.join(""), occurrences };
      });
    }

    // The entries that a word may mean, with how likely that is.
    meant(word, isUnfinished) {
      const pick = (weight, test) => this.entries.filter(({ term }) => test(term)).map((entry) => ({ ...entry, weight }));
      if (isIdeograph(word)) return pick(1, (term) => term.includes(word));
      const exact = pick(1, (term) => isStem(term, word));
      const longer = isUnfinished
        ? pick(exact.length > 0 ? 0.2 : 0.7, (term) => term.startsWith(word) && !isStem(term, word)) : [];
      if (exact.length + longer.length > 0 || word.length < 4) return [...exact, ...longer];
      return pick(0.5, (term) => isAlmost(term, word, isUnfinished));
    }

    // The sections that hold most of a query's words, the best first (BM25, with more for words of headings).
    find(query) {
      const results = new Map();
      for (const { word, end } of words(query).filter(({ word }) => !this.stopWords.includes(word))) {
        const scores = new Map();
        for (const { term, weight, occurrences } of this.meant(word, end === query.length)) {
          const rarity = Math.log(1 + (this.sections.length - occurrences.length + 0.5) / (occurrences.length + 0.5));
          for (const { section, count } of occurrences) {
            const result = results.get(section) ?? { section, score: 0, matched: 0, terms: [] };
            results.set(section, result);
            result.terms.push(isIdeograph(word) ? word : term);
            const isTerm = (other) => isStem(term, other.word);
            const place = section.words.some(isTerm) ? 2.5 : section.titleWords.some(isTerm) ? 1.3 : 1;
            const often = 2.2 * count / (count + 1.2 * (0.25 + 0.75 * section.length / this.length));
            scores.set(result, Math.max(scores.get(result) ?? 0, weight * place * rarity * often));
          }
        }
        for (const [result, score] of scores) {
          result.score += score;
          result.matched += 1;
        }
      }
      const found = [...results.values()];
      for (const result of found) result.score *= result.matched ** 2;
      const most = found.reduce((most, { matched }) => Math.max(most, matched), 0);
      return found.filter(({ matched }) => matched >= 0.6 * most).sort((a, b) => b.score - a.score);
    }
  }

  // The stretch of a text that holds most of the terms, as pieces [text, whether it was searched for].
  function excerpt(text, terms) {
    const finds = words(text, terms.some(isIdeograph) ? 1 : 2).filter(({ word }) => terms.some((term) => isStem(term, word)));
    let [first, most] = [0, 0];
    for (const { start } of finds) {
      const near = finds.filter((find) => find.start >= start && find.end < start + 120);
      const different = new Set(near.map(({ word }) => word)).size;
      if (different > most) [first, most] = [start, different];
    }
    const space = text.indexOf(" ", first - 50) + 1;
    const from = first < 60 ? 0 : space > 0 && space <= first ? space : first - 20;
    const last = text.lastIndexOf(" ", from + 180);
    const to = from + 180 >= text.length ? text.length : last > from + 120 ? last : from + 180;
    const pieces = [[from > 0 ? "…" : "", false]];
    let written = from;
    for (const { start, end } of finds.filter((find) => find.start >= from && find.end <= to)) {
      // Pairs of ideographs overlap.
      if (start > written || !pieces.at(-1)[1]) pieces.push([text.slice(written, start), false], ["", true]);
      pieces.at(-1)[0] += text.slice(Math.max(start, written), end);
      written = end;
    }
    pieces.push([text.slice(written, to) + (to < text.length ? "…" : ""), false]);
    return pieces.filter(([piece]) => piece);
  }

  return { Index, words, isStem, excerpt };
})());
