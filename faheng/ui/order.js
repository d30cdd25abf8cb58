/* Views of the briefing put in another order by dragging their slide, or by Alt and an arrow key inside a view.
   Nothing moves by itself: the page is told "from>to" and draws the order that the plan has then. */
export default function ({ setTriggerValue }) {
  const CARD = '[class*="st-key-fh-briefing-view-"]';
  const FIELDS = "input, textarea, button";
  const cardOf = (element) => element?.closest?.(CARD) ?? null;
  const placeOf = (card) => Number(/st-key-fh-briefing-view-(\d+)/.exec(card.className)[1]);
  const cardAt = (place) => document.querySelector(`.st-key-fh-briefing-view-${place}`);
  let held = null;

  function move(from, to) {
    if (from !== to && cardAt(to)) setTriggerValue("moved", `${from}>${to}`);
  }

  /* The hand stays on the view that it moves: the same field, where the view stands then. */
  function follow(field, from, to) {
    const at = [...cardAt(from).querySelectorAll(FIELDS)].indexOf(field);
    [...cardAt(to).querySelectorAll(FIELDS)][at]?.focus();
  }

  const listeners = {
    keydown(event) {
      const card = cardOf(event.target);
      const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
      if (!card || !event.altKey || !by) return;
      event.preventDefault();
      const from = placeOf(card);
      if (!cardAt(from + by)) return;
      /* what was typed is taken first, at the view that it was typed for */
      event.target.blur?.();
      move(from, from + by);
      follow(event.target, from, from + by);
    },
    mousedown(event) {
      const slide = event.target.closest?.(".fh-slide");
      if (slide && cardOf(slide)) slide.draggable = true;
    },
    dragstart(event) {
      held = cardOf(event.target);
      if (!held) return;
      event.dataTransfer.effectAllowed = "move";
      event.dataTransfer.setData("text/plain", "");
      held.classList.add("fh-held");
    },
    dragover(event) {
      const card = held && cardOf(event.target);
      if (!card) return;
      event.preventDefault();
      for (const each of document.querySelectorAll(".fh-drop")) each.classList.remove("fh-drop");
      if (card !== held) card.classList.add("fh-drop");
    },
    drop(event) {
      const card = held && cardOf(event.target);
      if (!card) return;
      event.preventDefault();
      move(placeOf(held), placeOf(card));
    },
    dragend() {
      for (const each of document.querySelectorAll(".fh-drop, .fh-held")) each.classList.remove("fh-drop", "fh-held");
      held = null;
    },
  };
  for (const [name, listener] of Object.entries(listeners)) document.addEventListener(name, listener);
  return () => {
    for (const [name, listener] of Object.entries(listeners)) document.removeEventListener(name, listener);
  };
}
