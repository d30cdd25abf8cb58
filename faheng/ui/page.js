/* What the page does in the browser: links, clicks on marks and pictures of charts, without reloading and
   without any request of its own. Run once a page load; everything is delegated from the document. */
(() => {
  const shell = document.currentScript?.closest(".fh-shell") ?? document.querySelector(".fh-shell");
  document.documentElement.lang = shell?.dataset.lang ?? "zh-CN";
  if (window.fahengReady) return;
  window.fahengReady = true;
  const SHARED = /*SHARED*/[];

  /* Streamlit answers a popstate by running the page of the new address: no reload, and Back works. The event is made
     here because there is no official way: st.page_link and st.switch_page(query_params=) belong to widgets, and these
     links stand in tables, sentences and marks of charts; a plain link would load everything anew. The links of the
     navigation line come here too: Streamlit's own handling empties the address and writes it again as a second entry
     of the history, in which Back would be caught. */
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
    if (event.target.closest?.(".fh-print")) print();
    if (event.target.closest?.(".st-key-fh-sign-in button")) sessionStorage.setItem("fh-back", location.href);
    const button = event.target.closest?.("button[data-fh-picture]");
    if (button) picture(button);
  }, true);

  /* A sign-in ends on the first page; it goes on to the one on which it began. */
  const back = sessionStorage.getItem("fh-back");
  sessionStorage.removeItem("fh-back");
  if (back) go(back);

  /* A chart is given its listeners, which Plotly documents, when a pointer first reaches it. Not st.plotly_chart(
     on_select=): it pales the other marks, and coming Back it would report the same mark again. */
  document.addEventListener("pointerover", (event) => {
    const chart = event.target.closest?.(".js-plotly-plot");
    if (!chart || chart.fahengReady || !chart.on) return;
    chart.fahengReady = true;
    const observation = (data) => [data.points[0]?.customdata].flat()[0];
    chart.on("plotly_hover", (data) => chart.classList.toggle("fh-over", Boolean(observation(data))));
    chart.on("plotly_unhover", () => chart.classList.remove("fh-over"));
    chart.on("plotly_click", (data) => {
      const id = observation(data);
      /* A tile of a map is a place and leads to its page; any other mark is a figure. */
      if (id) go(id.includes("?") ? id : "evidence?obs=" + encodeURIComponent(id));
    });
  }, true);

  /* The views of a briefing change places by dragging a slide, or by Alt and an arrow key inside a view. Nothing moves
     by itself: what was moved where is written into a field of the page, which then draws the order of the plan. */
  const CARD = '[class*="st-key-fh-briefing-view-"]';
  const cardOf = (element) => element?.closest?.(CARD) ?? null;
  const placeOf = (card) => Number(/st-key-fh-briefing-view-(\d+)/.exec(card.className)[1]);
  const cardAt = (place) => document.querySelector(`.st-key-fh-briefing-view-${place}`);
  let carried = null;

  function moveView(from, to) {
    const field = document.querySelector(".st-key-fh-briefing-order input");
    if (!field || from === to || !cardAt(to)) return;
    const write = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set;
    write.call(field, `${from}>${to}`);
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
  }

  document.addEventListener("keydown", (event) => {
    const card = cardOf(event.target);
    /* A message is one sentence: Enter takes it, as it takes a title. */
    if (card && event.key === "Enter" && !event.isComposing && event.target.matches("textarea")) {
      event.preventDefault();
      event.target.blur();
    }
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!card || !event.altKey || !by) return;
    event.preventDefault();
    const from = placeOf(card), next = cardAt(from + by);
    if (!next) return;
    /* The hand stays on the view that it moves: the same field, where the view stands then. What was typed is taken
       first, at the view that it was typed for. */
    const at = [...card.querySelectorAll("input, textarea, button")].indexOf(event.target);
    event.target.blur();
    moveView(from, from + by);
    next.querySelectorAll("input, textarea, button")[at]?.focus();
  });
  document.addEventListener("mousedown", (event) => {
    const slide = event.target.closest?.(".fh-slide");
    if (slide && cardOf(slide)) slide.draggable = true;
  });
  document.addEventListener("dragstart", (event) => {
    carried = event.target.closest?.(".fh-slide") ? cardOf(event.target) : null;
    if (!carried) return;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", "");
    carried.classList.add("fh-carried");
  });
  document.addEventListener("dragover", (event) => {
    const card = carried && cardOf(event.target);
    if (!card) return;
    event.preventDefault();
    for (const each of document.querySelectorAll(".fh-drop")) each.classList.remove("fh-drop");
    if (card !== carried) card.classList.add("fh-drop");
  });
  document.addEventListener("drop", (event) => {
    const card = carried && cardOf(event.target);
    if (!card) return;
    event.preventDefault();
    moveView(placeOf(carried), placeOf(card));
  });
  document.addEventListener("dragend", () => {
    for (const each of document.querySelectorAll(".fh-drop, .fh-carried")) each.classList.remove("fh-drop", "fh-carried");
    carried = null;
  });

  /* Streamlit's own few words have no translation: no setting and no parameter of a widget names them (1.67). These are
     the ones that a reader can see or hear. What names Streamlit or its command is put into our words in English too. */
  const STOPPED = "Is Streamlit still running? If you accidentally stopped Streamlit, just restart it in your terminal:";
  const SILENT = "Streamlit server is not responding. Are you connected to the internet?";
  const FULL = "Request failed with status code 413";
  const OURS = { [FULL]: "Too large for the server or the proxy before it, or the server holds its fill of files: import "
      + "those that are here, then try again; if it is refused alone, make it smaller or ask for a higher limit.",
    [STOPPED]: "The dashboard has stopped. Start it again in a terminal:",
    [SILENT]: "The dashboard does not answer: it has stopped, or you are offline. This page goes on by itself.",
    "streamlit run yourscript.py": "faheng serve" };
  const CHINESE = { "No results": "没有结果", "Open": "展开", "Clear value": "清除", "Clear all": "全部清除",
    "Selected values": "已选", "Expand sidebar": "打开菜单", "Collapse sidebar": "收起菜单", "App pages": "页面",
    "Sidebar": "菜单", "Skip to main content": "跳到正文", "Close": "关闭", "Dismiss": "关闭", "Upload": "选择文件",
    "Choose an option": "请选择", "Choose options": "请选择", "Choose or add an option": "请选择或填写", "Link to heading": "本节链接",
    "file upload": "选择文件", "Add files": "添加文件", "add icon": "添加", "Error:": "出错：", "Error: ": "出错：", "Copy to clipboard": "复制",
    "Clear date": "清除日期", "Choose date": "选择日期", "Calendar": "日历", "Increment": "加一", "Decrement": "减一",
    "Previous month": "上个月", "Next month": "下个月", "Previous": "上一个", "Next": "下一个", "Suggestions": "可选项",
    "First available date": "最早可选的日期", "Last available date": "最晚可选的日期", "Show suggestions": "展开可选项",
    "Use arrow keys to navigate dates. Enter to select. Escape to close.": "用方向键移动，回车选定，Esc 关闭。",
    "Number is above the allowed range.": "超过允许的最大值。", "Number is below the allowed range.": "低于允许的最小值。",
    "Selectbox": "选择", "Multiselect": "选择", "Selectbox options": "可选项", "Multiselect options": "可选项",
    "Clear entry": "清除", "Invalid input.": "填写有误。", "Drag and drop a file here": "把文件拖到这里",
    "Fullscreen": "全屏", "Close fullscreen": "退出全屏", "Download failed": "下载失败", "Select all": "全选",
    "No options to select.": "没有可选项。", "Selected date unavailable.": "所选日期不可用。",
    "Please wait...": "请稍候…", "Main menu": "菜单", "Reconnected to server.": "已重新连接。",
    "Connection lost. Please wait for the app to reconnect, then try again.": "连接中断，重新连接后请再试一次。",
    "The page that you have requested does not seem to exist": "您要找的页面不存在",
    "Drag and drop file here": "把文件拖到这里", "Drag and drop files here": "把文件拖到这里", "Browse files": "选择文件",
    "File size is too small.": "文件是空的。", "Only one file is allowed.": "只能选一个文件。",
    "Unexpected error. Please try again.": "出错了，请再试一次。",
    "Connection error": "连接中断", "Connection timed out.": "连接超时，本页会自动重试。", "Network error": "网络不通。", "Network Error": "网络不通，请再试一次。",
    [STOPPED]: "服务已停止。请在终端重新启动：", "streamlit run yourscript.py": "faheng serve",
    [FULL]: "文件超过服务器或代理允许的大小，或服务器暂存已满：先导入已添加的再试；单独上传仍不行的，请缩小文件，或请管理员调高上限。",
    [SILENT]: "服务没有应答：可能已停止，或网络不通。恢复后本页会自动继续。",
    "Page not found": "没有这个页面",
    "The page that you have requested does not seem to exist. Running the app's main page.":
      "您要找的页面不存在，现在显示的是总览。" };
  const NAMELESS = '[role="dialog"] :not(:has(*)), [role="option"] :not(:has(*)), [data-testid="stSkipToContent"], '
    + '[data-testid="stFileUploader"] :not(:has(*)), .rc-overflow-item-rest :not(:has(*))';
  /* What is only heard: how many options a list has, which of them is marked, what a calendar describes. */
  const HEARD = '[data-live-announcer] :not(:has(*)), [id^="react-aria-description"]';
  const CHANGING = '[role="dialog"], [data-testid="stFileUploader"], [data-live-announcer]';
  const PARTS_OF_A_DATE = { year: "年", month: "月", day: "日" };
  const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December"];
  const A_DATE = new RegExp(`(${MONTHS.join("|")}) (\\d+), (\\d+)`, "g");
  const A_MONTH = new RegExp(`^\\d+ – (${MONTHS.join("|")})$`);
  const inChinese = (_, month, day, year) => `${year}年${MONTHS.indexOf(month) + 1}月${Number(day)}日`;
  function chinese(english) {
    return CHINESE[english] ?? english.replace(/^Add: (.*)$/u, "查找“$1”").replace(/^Remove (?=\P{ASCII})/u, "移除")
      .replace(/^Remove (\S+\.\w+)$/, "移除 $1")
      .replace(/(\d+)MB per file/, "不超过 $1 MB").replace(/^Limit (?=不超过)/, "")
      .replace(/(?:^| )File must be ([\d.]+) ?([KMG]?B) or smaller\.$/, "文件不能超过 $1 $2。")
      .replace(/^\S* files are not allowed\./, "不收这种文件。")
      .replace(/^Request failed with status code (\d+)$/, "上传失败（HTTP 状态 $1）：请刷新页面后再试。")
      .replace(/^Connection failed with status (\d+).*$/, "连接失败（HTTP 状态 $1）。")
      .replace(/^Cannot connect to Streamlit \(HTTP status: (\d+)\)\.$/, "无法连接服务（HTTP 状态 $1）。")
      .replace(/^(\d+) options? available\.$/, "共 $1 项。").replace(/^(\d+) more$/, "另 $1 页").replace(/(?<=\P{ASCII}.*), selected$/u, "，已选")
      .replace(/^(year|month|day), /, (_, part) => `${PARTS_OF_A_DATE[part]}，`).replace(/Choose date, /, "选择日期，")
      .replace(A_DATE, inChinese)
      .replace(A_MONTH, (_, month) => `${MONTHS.indexOf(month) + 1}月`).replace(/Selected Date: /, "已选日期：").replace(/^Today, /, "今天，").replace(/ selected$/, " 已选")
      .replace(/ — start$/, "：起").replace(/ — end$/, "：止").replace(/^Shortcut (?=\S+$)/, "快捷键 ")
      .replace(/^You can only select up to (\d+) options?\. Remove an option first\.$/, "最多选 $1 项，请先去掉一项");
  }
  function english(own) {
    return OURS[own] ?? own.replace(/^Cannot connect to Streamlit/, "Cannot connect to the dashboard")
      .replace(/^Request failed with status code (\d+)$/, "The upload failed (HTTP status $1): reload the page, then try again.")
      .replace(/^Network Error$/, "The network failed: try again.");
  }
  const watched = new WeakSet();
  function inOurWords() {
    const inWords = document.documentElement.lang === "zh-CN" ? chinese : english;
    const said = (own) => inWords(own.replace(/^AxiosError: /, ""));
    for (const name of ["aria-label", "placeholder", "aria-valuetext"])
      for (const element of document.querySelectorAll(`[${name}]`)) {
        const label = element.getAttribute(name);
        if (said(label) !== label) element.setAttribute(name, said(label));
      }
    for (const element of document.querySelectorAll(`${NAMELESS}, ${HEARD}`))
      for (const text of element.childNodes)
        if (text.nodeType === Node.TEXT_NODE && said(text.data) !== text.data) text.data = said(text.data);
    /* These change while no hand moves: another fault of the connection, a file that has been refused. */
    for (const element of document.querySelectorAll(CHANGING))
      if (!watched.has(element)) {
        watched.add(element);
        new MutationObserver(soon).observe(element, { childList: true, characterData: true, subtree: true });
      }
  }
  /* What is not there yet is added to the page: dialogs and lists, and fields of a page that takes long to draw. */
  let waiting = 0;
  function soon() {
    waiting ||= requestIdleCallback(() => { waiting = 0; inOurWords(); }, { timeout: 400 });
  }
  for (const wait of [300, 1500]) setTimeout(soon, wait);
  for (const moment of ["focusin", "input", "click"]) document.addEventListener(moment, soon, true);
  new MutationObserver(soon).observe(document.body, { childList: true, subtree: true });

  /* Paper is white: a chart drawn dark is told what the light one has otherwise, as [path, value]. */
  function onPaper(pictures) {
    const chart = document.querySelector(`.st-key-${CSS.escape(pictures.dataset.fhChart)} .js-plotly-plot`);
    if (!chart || !window.Plotly) return null;
    const shown = { data: chart.data, layout: chart.layout };
    const figure = structuredClone(shown);
    for (const [path, value] of JSON.parse(pictures.dataset.fhRepaint ?? "[]")) {
      const holder = path.slice(0, -1).reduce((part, name) => part?.[name], figure);
      if (holder) holder[path.at(-1)] = value;
    }
    const { clientWidth: width, clientHeight: height } = chart;
    Object.assign(figure.layout, { autosize: false, width, height, paper_bgcolor: "#FFFFFF", plot_bgcolor: "#FFFFFF" });
    return { chart, shown, figure };
  }

  /* A picture stands alone: Python made its figure, in its frame; Plotly's own template is that of every chart. */
  function picture(button) {
    const pictures = button.closest("[data-fh-chart]");
    const chart = document.querySelector(`.st-key-${CSS.escape(pictures.dataset.fhChart)} .js-plotly-plot`);
    if (!chart || !window.Plotly) return;
    const figure = JSON.parse(pictures.dataset.fhFigure);
    figure.layout.template = chart.layout.template;
    const { width, height } = figure.layout;
    const format = button.dataset.fhPicture;
    window.Plotly.downloadImage(figure, {
      format, filename: pictures.dataset.fhName, width, height, scale: format === "png" ? 3 : 1,
    });
  }

  /* A printed page begins with what it is; its charts are as wide as an A4 page at most, and put back after it. */
  const PAGE_WIDTH = 680;
  const printed = [];
  function heading() {
    const say = document.documentElement.lang === "zh-CN";
    const page = document.querySelector(':is([data-testid="stTopNavLink"], [data-testid="stSidebarNavLink"])[aria-current="page"]');
    const place = document.querySelector(".st-key-fh-place input")?.value.split(" · ")[0];
    const date = new Date().toLocaleDateString(say ? "zh-CN" : "en-GB", { dateStyle: "long" });
    const line = document.createElement("div");
    line.className = "fh-printed";
    for (const text of [say ? "法衡" : "Faheng", page?.textContent.trim() || document.title, place, date])
      if (text) line.appendChild(document.createElement("span")).textContent = text;
    return line;
  }
  addEventListener("beforeprint", () => {
    document.querySelector(".fh-printed")?.remove();
    document.body.prepend(heading());
    for (const pictures of document.querySelectorAll("[data-fh-chart]")) {
      const drawn = onPaper(pictures);
      if (!drawn) continue;
      printed.push(drawn);
      const width = Math.min(drawn.figure.layout.width, PAGE_WIDTH);
      window.Plotly.react(drawn.chart, drawn.figure.data, { ...drawn.figure.layout, width });
    }
  });
  addEventListener("afterprint", () => {
    document.querySelector(".fh-printed")?.remove();
    for (const { chart, shown } of printed.splice(0)) window.Plotly.react(chart, shown.data, shown.layout);
  });

  /* A scroll bar narrows the content and not the header over it. */
  function measure() {
    const main = document.querySelector('[data-testid="stMain"]');
    if (main) document.documentElement.style.setProperty("--fh-scrollbar", main.offsetWidth - main.clientWidth + "px");
  }
  for (const wait of [0, 300, 1500]) setTimeout(measure, wait);
  addEventListener("resize", measure);

  /* Charts are drawn for one theme; the address holds the whole state, so start again in the other. */
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => location.reload());
})();
