// Draws the history of a board by ECharts in place of the server's drawing: to point at and to zoom
// into. The library is fetched when the drawing comes near, and on no other page.
const COLOURS = 8;
const HEIGHT = 280;

let library;
let shown;
let paint;

matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => paint?.());
const resized = new ResizeObserver(() => shown?.resize());

/// Draws the history in `root`, if there is one.
export function draw(root) {
  const figure = root.querySelector("[data-curves]");
  if (!figure) return;
  const near = new IntersectionObserver(
    async (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      near.disconnect();
      try {
        const [echarts, history] = await Promise.all([load(figure.dataset.curves), fetchHistory(root)]);
        if (figure.isConnected && echarts) show(echarts, figure, history);
      } catch {
        // The server's drawing stays.
      }
    },
    { rootMargin: "400px" },
  );
  near.observe(figure);
}

function load(address) {
  library ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address;
    script.onload = () => resolve(window.echarts);
    script.onerror = reject;
    document.head.append(script);
  });
  return library;
}

async function fetchHistory(root) {
  const answer = await fetch(root.dataset.events.replace("/events", "/history"));
  if (!answer.ok) throw new Error(answer.statusText);
  return answer.json();
}

function show(echarts, figure, history) {
  resized.disconnect();
  shown?.dispose();
  figure.querySelector(".curves-drawn")?.remove();
  const place = document.createElement("div");
  place.className = "curves-drawn";
  place.setAttribute("role", "img");
  place.setAttribute("aria-label", figure.querySelector(".curves-plot").getAttribute("aria-label"));
  const names = [...figure.querySelectorAll(".curves-key li")].map((item) => item.textContent);
  figure.append(place);
  figure.classList.add("drawn");
  shown = echarts.init(place, null, { renderer: "canvas" });
  paint = () => shown.setOption(options(figure, history, names), true);
  paint();
  resized.observe(place);
}

function options(figure, history, names) {
  const style = getComputedStyle(figure);
  const colour = (name) => style.getPropertyValue(name).trim();
  const { least, most, from, to } = figure.dataset;
  const lines = names.map((name) => history.lines.find((line) => line.team === name && !line.baseline)).filter(Boolean);
  const baseline = history.lines.find((line) => line.baseline && line.steps.length > 0);
  const text = { color: colour("--soft"), fontFamily: style.fontFamily, fontSize: 12 };
  return {
    animation: !matchMedia("(prefers-reduced-motion: reduce)").matches,
    animationDuration: 300,
    textStyle: text,
    // As high as the server's drawing, and with the same values at its ends: its labels stay beside it.
    grid: { left: 52, right: 0, top: 0, height: HEIGHT },
    tooltip: {
      trigger: "item",
      renderMode: "richText",
      backgroundColor: colour("--sheet"),
      borderColor: colour("--rule"),
      textStyle: { ...text, color: colour("--ink") },
      formatter: ({ seriesName, value }) => tip(seriesName, value),
    },
    xAxis: {
      type: "time",
      min: Number(from),
      max: Number(to),
      axisLine: { onZero: false, lineStyle: { color: colour("--rule") } },
      axisLabel: { ...text, hideOverlap: true },
      splitLine: { show: false },
    },
    yAxis: {
      type: "value",
      min: Number(least),
      max: Number(most),
      inverse: history.better === "lower",
      axisLabel: {
        ...text,
        showMinLabel: false,
        showMaxLabel: false,
        formatter: (value) => String(+value.toFixed(6)).replace("-", "−"),
      },
      axisLine: { show: false },
      splitLine: { showMinLine: false, showMaxLine: false, lineStyle: { color: colour("--hair") } },
    },
    dataZoom: [
      { type: "inside", zoomOnMouseWheel: "ctrl", moveOnMouseWheel: false, filterMode: "none" },
      {
        type: "slider",
        filterMode: "none",
        height: 16,
        bottom: 4,
        brushSelect: false,
        showDetail: false,
        showDataShadow: false,
        borderColor: colour("--rule"),
        fillerColor: colour("--tint"),
        moveHandleSize: 0,
        handleStyle: { color: colour("--paper"), borderColor: colour("--soft") },
        emphasis: { handleStyle: { borderColor: colour("--green") } },
      },
    ],
    series: lines.map((line, i) => {
      const last = line.steps.at(-1);
      return {
        name: line.team,
        type: "line",
        step: "end",
        symbol: "circle",
        symbolSize: 5,
        color: colour(`--line-${(i % COLOURS) + 1}`),
        lineStyle: { width: 2 },
        emphasis: { focus: "series", lineStyle: { width: 3 } },
        data: [
          ...line.steps.map((step) => [Date.parse(step.at), step.score, step.low, step.high]),
          { value: [Number(to), last.score, last.low, last.high], symbol: "none" },
        ],
        markLine:
          i === 0 && baseline
            ? {
                silent: true,
                symbol: "none",
                lineStyle: { color: colour("--soft"), type: "dashed" },
                label: { show: false },
                data: [{ yAxis: baseline.steps.at(-1).score }],
              }
            : undefined,
      };
    }),
  };
}

function tip(team, [at, score, low, high]) {
  const interval = low === undefined ? "" : ` (${low.toFixed(4)} to ${high.toFixed(4)})`;
  return `${team}\n${score.toFixed(4)}${interval}\n${new Date(at).toISOString().slice(0, 16).replace("T", ", ")} UTC`;
}
