/* What the page does in the browser: links, clicks on marks and pictures of charts, without reloading and
   without any request of its own. Run once a page load; everything is delegated from the document. */
(() => {
  const shell = document.currentScript?.closest(".fh-shell") ?? document.querySelector(".fh-shell");
  document.documentElement.lang = shell?.dataset.lang ?? "zh-CN";
  if (window.fahengReady) return;
  window.fahengReady = true;
  const SHARED = /*SHARED*/[];

  /* Streamlit answers a popstate by running the page of the new address: no reload, and Back works. */
  function go(address) {
    const target = new URL(address, document.baseURI);
    const here = new URLSearchParams(location.search);
    const kept = target.pathname === location.pathname ? [...here.keys()] : SHARED;
    for (const name of kept)
      if (here.has(name) && !target.searchParams.has(name)) target.searchParams.set(name, here.get(name));
    for (const [name, value] of [...target.searchParams]) if (value === "") target.searchParams.delete(name);
    if (target.href === location.href) return;
    history.pushState({}, "", target);
    dispatchEvent(new PopStateEvent("popstate", { state: {} }));
    document.querySelector('[data-testid="stMain"]')?.scrollTo(0, 0);
  }

  function plainClick(event) {
    return !(event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
  }

  /* In the capture phase, so that the top navigation (which would drop the filters) is ours as well. */
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.('a.fh-link, a[data-testid="stTopNavLink"], a[data-testid="stSidebarNavLink"]');
    if (link && plainClick(event)) {
      event.preventDefault();
      event.stopPropagation();
      go(link.getAttribute("href"));
      if (link.dataset.testid === "stSidebarNavLink")
        document.querySelector('[data-testid="stSidebarCollapseButton"] button')?.click();
    }
    const fold = event.target.closest?.(".fh-fold");
    if (fold) fold.setAttribute("aria-expanded", String(document.body.classList.toggle("fh-unfolded")));
    const button = event.target.closest?.("button[data-fh-picture]");
    if (button) picture(button);
  }, true);

  /* A chart is given its listeners when a pointer first reaches it. */
  document.addEventListener("pointerover", (event) => {
    const chart = event.target.closest?.(".js-plotly-plot");
    if (!chart || chart.fahengReady || !chart.on) return;
    chart.fahengReady = true;
    const observation = (data) => [data.points[0]?.customdata].flat()[0];
    chart.on("plotly_hover", (data) => chart.classList.toggle("fh-over", Boolean(observation(data))));
    chart.on("plotly_unhover", () => chart.classList.remove("fh-over"));
    chart.on("plotly_click", (data) => {
      const id = observation(data);
      if (id) go("evidence?obs=" + encodeURIComponent(id));
    });
  }, true);

  /* Streamlit's own few words have no translation; these are the ones a reader can see or hear. */
  const CHINESE = { "No results": "没有结果", "Open": "展开", "Clear value": "清除", "Clear all": "全部清除",
    "Selected values": "已选", "Expand sidebar": "打开菜单", "Collapse sidebar": "收起菜单", "App pages": "页面",
    "Sidebar": "菜单", "Skip to main content": "跳到正文" };
  function inChinese() {
    if (document.documentElement.lang !== "zh-CN") return;
    for (const element of document.querySelectorAll("[aria-label]")) {
      const label = element.getAttribute("aria-label");
      const chinese = CHINESE[label] ?? label.replace(/^Remove (?=\P{ASCII})/u, "移除");
      if (chinese !== label) element.setAttribute("aria-label", chinese);
    }
    for (const text of document.querySelectorAll('[data-testid="stSelectboxVirtualDropdown"] span, [data-testid="stSkipToContent"]'))
      if (CHINESE[text.textContent]) text.firstChild.data = CHINESE[text.textContent];
  }
  for (const wait of [300, 1500]) setTimeout(inChinese, wait);
  for (const moment of ["focusin", "input", "click"])
    document.addEventListener(moment, () => setTimeout(inChinese, 60), true);

  /* Pictures and paper are white: a chart drawn dark brings its light figure along. */
  function onPaper(pictures) {
    const chart = document.querySelector(`.st-key-${CSS.escape(pictures.dataset.fhChart)} .js-plotly-plot`);
    if (!chart || !window.Plotly) return null;
    const shown = { data: chart.data, layout: chart.layout };
    const light = pictures.dataset.fhLight ? JSON.parse(pictures.dataset.fhLight) : shown;
    const { width, height } = chart._fullLayout;
    const layout = { ...light.layout, width, height, paper_bgcolor: "#FFFFFF", plot_bgcolor: "#FFFFFF" };
    return { chart, shown, figure: { data: light.data, layout } };
  }

  function picture(button) {
    const pictures = button.closest("[data-fh-chart]");
    const drawn = onPaper(pictures);
    if (!drawn) return;
    const format = button.dataset.fhPicture;
    const { width, height } = drawn.figure.layout;
    window.Plotly.downloadImage(drawn.figure, {
      format, filename: pictures.dataset.fhName, width, height, scale: format === "png" ? 3 : 1,
    });
  }

  /* For the printer charts are drawn as wide as an A4 page at most, and put back after it. */
  const PAGE_WIDTH = 680;
  const printed = [];
  addEventListener("beforeprint", () => {
    for (const pictures of document.querySelectorAll("[data-fh-chart]")) {
      const drawn = onPaper(pictures);
      if (!drawn) continue;
      printed.push(drawn);
      const width = Math.min(drawn.figure.layout.width, PAGE_WIDTH);
      window.Plotly.react(drawn.chart, drawn.figure.data, { ...drawn.figure.layout, width });
    }
  });
  addEventListener("afterprint", () => {
    for (const { chart, shown } of printed.splice(0)) window.Plotly.react(chart, shown.data, shown.layout);
  });

  /* Charts are drawn for one theme; the address holds the whole state, so start again in the other. */
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => location.reload());
})();
