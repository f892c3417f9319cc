// Draws the page's charts with uPlot, keeps its pictures sharp and marks in the contents what is being read.
(() => {
  'use strict';
  const palette = 6;
  const font = '12px system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif';
  const color = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

  // Numbers look the same whatever the reader's language is.
  const number = (value, digits, small = 1e-3) => {
    if (value == null) return '–';
    const size = Math.abs(value);
    if (size !== 0 && (size < small || size >= 1e6)) {
      return value.toExponential(digits - 1).replace(/\.?0+e/, 'e').replace('e+', 'e').replace('-', '−').replace('e-', 'e−');
    }
    return value.toLocaleString('en-US', { maximumSignificantDigits: Math.max(digits, size >= 1000 ? 7 : 0) }).replace('-', '−');
  };

  // Labels of one axis are all plain or all powers of ten; a logarithmic axis spans both.
  const ticks = (chart, splits, index) => {
    const largest = Math.max(...splits.map(Math.abs));
    const small = chart.scales[chart.axes[index].scale].distr === 3 ? 1e-3 : largest < 1e-2 ? 1e-2 : 0;
    return splits.map(split => split == null ? '' : number(split, 5, small));
  };
  const isDecade = value => Math.abs(Math.log10(value) - Math.round(Math.log10(value))) < 1e-9;
  const axisWidth = (chart, values) => 18 + 7 * Math.max(2, ...(values ?? []).map(value => value.length));

  const every = (chart, splits) => splits;
  const decades = (chart, splits) => splits.map(split => isDecade(split) ? split : null);

  const axis = (label, filter, more) => ({
    label: label || null, labelSize: label ? 24 : 0, labelGap: 2, font, labelFont: font,
    stroke: color('--quiet'), values: ticks,
    grid: { stroke: color('--grid'), width: 1, filter }, ticks: { show: false }, ...more,
  });

  const options = (spec, width) => ({
    width, height: Math.round(Math.min(340, Math.max(240, width * 0.46))),
    padding: [10, 24, 0, 0],
    scales: { x: { time: false }, y: spec.log ? { distr: 3 } : {} },
    axes: [axis(spec.x, every, { size: 30, space: 70 }), axis(spec.y, spec.log ? decades : every, { size: axisWidth, space: 36 })],
    series: [
      { label: spec.x, value: (chart, value) => number(value, 6) },
      ...spec.series.map((series, index) => ({
        label: series.name,
        stroke: color(`--series-${index % palette + 1}`),
        dash: index >= palette ? [6, 4] : null,
        width: 1.5,
        points: { size: 5, ...(series.x.length <= 40 ? { show: true, fill: color(`--series-${index % palette + 1}`) } : {}) },
        value: (chart, value) => number(value, 4),
      })),
    ],
    cursor: { points: { size: 7 } },
    legend: { markers: { width: 0, fill: (chart, index) => chart.series[index].stroke(chart, index) } },
    hooks: { draw: [chart => drawMarks(chart, spec.marks)], ready: [showLast], setCursor: [chart => chart.cursor.idx == null && showLast(chart)] },
  });

  // Vertical lines, and over them labels on a halo of the card's color, each a row lower where the one before is near.
  const drawMarks = (chart, marks) => {
    const { ctx, bbox } = chart;
    const ratio = devicePixelRatio;
    const rows = Math.max(1, Math.floor(bbox.height / (13 * ratio)) - 1);
    const places = marks.map(({ x, label }) => ({ left: chart.valToPos(x, 'x', true), label }))
      .filter(({ left }) => left >= bbox.left && left <= bbox.left + bbox.width).sort((a, b) => a.left - b.left);
    let end = -Infinity, row = 0;
    ctx.save();
    ctx.strokeStyle = ctx.fillStyle = color('--poor');
    ctx.font = `${11 * ratio}px system-ui, sans-serif`;
    ctx.textBaseline = 'top';
    ctx.textAlign = 'left';
    ctx.lineWidth = ratio;
    ctx.setLineDash([4 * ratio, 4 * ratio]);
    for (const { left } of places) {
      ctx.beginPath();
      ctx.moveTo(left, bbox.top);
      ctx.lineTo(left, bbox.top + bbox.height);
      ctx.stroke();
    }
    ctx.setLineDash([]);
    ctx.lineWidth = 4 * ratio;
    ctx.strokeStyle = color('--card');
    for (const { left, label } of places) {
      const width = ctx.measureText(label).width;
      const start = Math.min(left + 4 * ratio, bbox.left + bbox.width - width);
      row = start < end ? (row + 1) % rows : 0;
      end = Math.max(end, start + width + 6 * ratio);
      const top = bbox.top + (2 + 13 * row) * ratio;
      ctx.strokeText(label, start, top);
      ctx.fillText(label, start, top);
    }
    ctx.restore();
  };

  // While the mouse is elsewhere, the legend shows where each line ended.
  const showLast = chart => {
    const idxs = chart.data.map(values => values.findLastIndex(value => value != null));
    chart.setLegend({ idxs: idxs.map(index => index < 0 ? null : index) }, false);
  };

  const draw = (figure, spec) => {
    const data = uPlot.join(spec.series.map(series => [series.x, series.y]));
    if (!data.slice(1).some(values => values.some(value => value != null))) {
      figure.append(Object.assign(document.createElement('p'), { className: 'empty', textContent: 'There is no value to draw.' }));
      return;
    }

    let chart = new uPlot(options(spec, figure.clientWidth), data, figure);
    const redraw = () => {
      chart.destroy();
      chart = new uPlot(options(spec, figure.clientWidth), data, figure);
    };
    let width = figure.clientWidth;
    new ResizeObserver(() => {
      if (figure.clientWidth !== width) {
        width = figure.clientWidth;
        redraw();
      }
    }).observe(figure);
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redraw);
  };

  for (const figure of document.querySelectorAll('figure.chart')) {
    draw(figure, JSON.parse(figure.querySelector('script').textContent));
  }

  // Enlarged pictures keep square pixels; in shrunk ones that would drop whole rows.
  const smooth = new ResizeObserver(entries => entries.forEach(({ target }) =>
    target.classList.toggle('shrunk', target.naturalWidth > target.clientWidth * devicePixelRatio + 1)));
  document.querySelectorAll('.picture img').forEach(image => smooth.observe(image));

  const links = [...document.querySelectorAll('nav a')];
  const sections = [...document.querySelectorAll('main > section')];
  const mark = () => {
    const atEnd = innerHeight + scrollY >= document.documentElement.scrollHeight - 2;
    const passed = sections.filter(section => section.getBoundingClientRect().top < Math.min(innerHeight / 3, 200)).length;
    const current = atEnd && scrollY > 0 ? sections.length - 1 : Math.max(0, passed - 1);
    links.forEach((link, index) => index === current
      ? link.setAttribute('aria-current', 'true')
      : link.removeAttribute('aria-current'));
  };
  addEventListener('scroll', mark, { passive: true });
  mark();
})();
