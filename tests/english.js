/* The English words that a reader of the Chinese page can see or hear: texts, titles, labels, placeholders, and what is
   announced. Signs of the icon font are no words; what a report, a file or a source says is its own, and so are names:
   the words that are the same in every language, and whole names. */
(known) => {
  /* An option ends with the initials of its pinyin, by which it is found; they stand last. */
  const words = (text) => known.includes(text.trim()) ? [] : (text.replace(/( ·|\t) ?[a-z]+$/, "").match(/[A-Za-z][A-Za-z'’.-]*/g) ?? [])
    .filter((word) => word.length > 2 && !known.includes(word.replace(/\.$/, "")));
  const shown = (element) => element.checkVisibility({ visibilityProperty: true });
  const apart = '[data-testid="stIconMaterial"], script, style, code, a[target="_blank"], [lang="en"], .fh-quoted, .fh-phrase';
  const heard = '[data-live-announcer], [data-live-announcer] *, [id^="react-aria-description"]';
  const NAMES = ["aria-label", "title", "placeholder", "alt", "aria-description", "aria-roledescription", "aria-valuetext"];
  const found = [];
  for (const element of document.querySelectorAll("body *")) {
    if (element.closest(apart) || !(shown(element) || element.matches(heard))) continue;
    for (const name of NAMES) {
      const said = element.getAttribute(name) ?? "";
      if (words(said).length) found.push(`${name}: ${said.slice(0, 90)}`);
    }
    for (const node of element.childNodes)
      if (node.nodeType === Node.TEXT_NODE && words(node.data).length)
        found.push(`${element.tagName} ${node.data.trim().slice(0, 90)}`);
  }
  return [...new Set(found)];
}
