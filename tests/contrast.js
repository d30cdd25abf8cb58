/* Every text on the page with how far its colour is from what is behind it: 1 is the same, 21 black on white. */
() => {
  const pen = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const rgba = (colour) => {
    pen.clearRect(0, 0, 1, 1);
    pen.fillStyle = colour;
    pen.fillRect(0, 0, 1, 1);
    return [...pen.getImageData(0, 0, 1, 1).data];
  };
  const light = (colour) => {
    const linear = (v) => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
    const [r, g, b] = rgba(colour).map((v) => linear(v / 255));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (element) => {
    for (let e = element; e; e = e.parentElement) {
      const colour = getComputedStyle(e).backgroundColor;
      if (rgba(colour)[3] > 127) return colour;
    }
    return "white";
  };
  const ink = (e) => e instanceof SVGElement ? getComputedStyle(e).fill : getComputedStyle(e).color;
  // A slider's number is a child of its handle, but stands above it.
  const shown = [...document.querySelectorAll("[data-testid=stApp] *")].filter((e) =>
    [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim()) && rgba(ink(e))[3] > 0
    && !e.closest("[data-testid=stSlider] [role=slider], [data-testid=stSliderThumbValue]")
    && e.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && e.getBoundingClientRect().width > 1);
  return shown.map((e) => {
    const [high, low] = [light(ink(e)), light(behind(e))].sort((x, y) => y - x);
    const ratio = (high + 0.05) / (low + 0.05);
    return { text: e.textContent.trim().slice(0, 40), ratio, ink: ink(e), behind: behind(e) };
  });
}
