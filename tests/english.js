/* The English words that a reader of the Chinese page can see or hear: texts, titles, labels, placeholders. Signs of the
   icon font are no words; what a report, a file or a source says is its own. */
(known) => {
  const words = (text) => (text.match(/[A-Za-z][A-Za-z'’.-]*/g) ?? []).filter((word) => word.length > 2 && !known.includes(word));
  const shown = (element) => element.checkVisibility({ visibilityProperty: true });
  const apart = "[data-testid=stIconMaterial], script, style, code, a[target=_blank], [lang=en], .fh-quoted";
  const found = [];
  for (const element of document.querySelectorAll("body *")) {
    if (element.closest(apart) || !shown(element)) continue;
    for (const name of ["aria-label", "title", "placeholder", "alt", "aria-description", "aria-roledescription"]) {
      const said = element.getAttribute(name) ?? "";
      if (words(said).length) found.push(`${name}: ${said.slice(0, 90)}`);
    }
    for (const node of element.childNodes)
      if (node.nodeType === Node.TEXT_NODE && words(node.data).length) found.push(`${element.tagName} ${node.data.trim().slice(0, 90)}`);
  }
  return [...new Set(found)];
}
