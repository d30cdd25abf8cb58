/* Which selectors of our style sheet match something on the page now: called in every state of the test, with the
   selectors of page.js beside them. Each alternative of :is(…) counts as a selector of its own. */
(more) => {
  const STATES = /::?(?:before|after|details-content|hover|focus-visible|focus|first-letter)\b/g;

  /* The parts of a list, commas inside brackets left alone. */
  function parts(list) {
    const found = [];
    let depth = 0, start = 0;
    for (let i = 0; i <= list.length; i++) {
      const sign = list[i];
      if (sign === "(" || sign === "[") depth++;
      if (sign === ")" || sign === "]") depth--;
      if (i === list.length || (sign === "," && depth === 0)) {
        found.push(list.slice(start, i).trim());
        start = i + 1;
      }
    }
    return found;
  }

  function closing(text, open) {
    let depth = 0;
    for (let i = open; i < text.length; i++) {
      if (text[i] === "(") depth++;
      if (text[i] === ")" && --depth === 0) return i;
    }
    return -1;
  }

  /* One of the alternatives at a time; what stands in :not(…) has to match nothing and stays as it is. */
  function variants(selector) {
    const all = [];
    let hidden = -1;
    for (const { index, 0: name } of selector.matchAll(/:(?:is|not)\(/g)) {
      if (index < hidden) continue;
      const open = index + name.length - 1, end = closing(selector, open);
      if (name === ":not(") { hidden = end; continue; }
      for (const one of parts(selector.slice(open + 1, end)))
        all.push(selector.slice(0, index) + `:is(${one})` + selector.slice(end + 1));
    }
    return all.length ? all : [selector];
  }

  function ofRules(rules) {
    return [...rules].flatMap((rule) => [
      ...(rule.selectorText ? parts(rule.selectorText).flatMap(variants) : []),
      ...(rule.cssRules ? ofRules(rule.cssRules) : []),
    ]);
  }

  const sheet = document.querySelector(".fh-shell style").sheet;
  const every = [...ofRules(sheet.cssRules), ...more.flatMap(parts).flatMap(variants)];
  /* An element that is focused, hovered or has its ::before is there also when it is not. */
  const bare = (selector) => selector.replace(/:has\(:focus-visible\)/g, "").replace(STATES, "").replace(/([\s>]|^)$/, "$1*") || "*";
  return Object.fromEntries(every.map((selector) => [selector, Boolean(document.querySelector(bare(selector)))]));
}
