/* Draws the mark of an incident on a canvas: shape and colour by type, fill and outline by certainty. */
dateline.marks = (() => {
  "use strict";

  const RADIUS = 8;   // pixels from a mark's middle to its edge
  const RING = 13;    // pixels to the dashed ring of a place known only roughly
  const paths = new Map();
  let style;

  const use = (sheet) => { style = sheet; };
  const { own } = dateline.text;
  const types = () => Object.keys(style.symbols);
  const symbol = (type) => own(style.symbols, type) || style.symbols.other;

  /** Returns the colour of a type, lighter on dark paper. */
  function colour(type, ink) {
    if (type === "route") return ink.route;
    const code = symbol(type).colour;
    if (!ink.lighten) return code;
    const parts = [1, 3, 5].map((i) => parseInt(code.slice(i, i + 2), 16));
    return `rgb(${parts.map((part) => Math.round(part + (255 - part) * ink.lighten)).join(",")})`;
  }
  /** Tells whether a place, so many percent sure, and a mark at it may well be the wrong one of that name. */
  const low = (sure) => sure < style.doubtful;
  const doubtful = ({ sure, drawn }) => sure > 0 && low(sure) && (drawn === "point" || drawn === "area");
  const certainty = (modality) => own(style.certainties, modality) || style.certainties.possible;

  function outline(type) {
    const path = symbol(type).path;
    if (!paths.has(path)) paths.set(path, new Path2D(path));
    return paths.get(path);
  }

  /** Draws the mark of `incident` with its middle at x, y. */
  function draw(ctx, incident, x, y, ink, radius = RADIUS) {
    ctx.save();
    ctx.translate(x, y);
    if (incident.drawn === "area") ring(ctx, colour(incident.type, ink), ink);
    ctx.save();
    ctx.scale(radius, radius);
    body(ctx, outline(incident.type), colour(incident.type, ink), certainty(incident.modality), ink, radius);
    ctx.restore();
    if (incident.modality === "denied") strike(ctx, ink, radius);
    if (incident.stage === "attempted") bar(ctx, ink, radius);
    if (incident.stage === "threatened") dots(ctx, ink, radius);
    if (doubtful(incident)) question(ctx, ink, radius);
    ctx.restore();
  }

  function body(ctx, path, hue, look, ink, radius) {
    ctx.lineJoin = "round";
    ctx.strokeStyle = ink.halo;
    ctx.lineWidth = 5 / radius;
    ctx.stroke(path);
    ctx.fillStyle = ink.paper;
    ctx.fill(path);
    ctx.fillStyle = hue;
    if (look.fill === "full") ctx.fill(path);
    if (look.fill === "tint") { ctx.globalAlpha = 0.45; ctx.fill(path); ctx.globalAlpha = 1; }
    if (look.fill === "half") { ctx.save(); ctx.clip(path); ctx.fillRect(-2, 0, 4, 2); ctx.restore(); }
    ctx.setLineDash(look.dotted ? [2.2 / radius, 2.2 / radius] : []);
    ctx.strokeStyle = ink.edge;
    ctx.lineWidth = (look.fill === "full" ? 1.1 : 3.2) / radius;
    ctx.stroke(path);
    ctx.strokeStyle = hue;
    ctx.lineWidth = 2.1 / radius;
    if (look.fill !== "full") ctx.stroke(path);
    ctx.setLineDash([]);
  }

  function ring(ctx, hue, ink) {
    ctx.beginPath();
    ctx.arc(0, 0, RING, 0, 2 * Math.PI);
    ctx.lineWidth = 4;
    ctx.strokeStyle = ink.halo;
    ctx.stroke();
    ctx.setLineDash([4, 3]);
    ctx.lineWidth = 2.6;
    ctx.strokeStyle = ink.edge;
    ctx.stroke();
    ctx.lineWidth = 1.8;
    ctx.strokeStyle = hue;
    ctx.stroke();
    ctx.setLineDash([]);
  }

  function strike(ctx, ink, radius) {
    ctx.beginPath();
    ctx.moveTo(-radius - 3, radius + 3);
    ctx.lineTo(radius + 3, -radius - 3);
    ctx.lineWidth = 4; ctx.strokeStyle = ink.halo; ctx.stroke();
    ctx.lineWidth = 2; ctx.strokeStyle = ink.text; ctx.stroke();
  }

  function bar(ctx, ink, radius) {
    ctx.fillStyle = ink.halo;
    ctx.fillRect(-radius - 1, radius + 2, 2 * radius + 2, 5);
    ctx.fillStyle = ink.text;
    ctx.fillRect(-radius, radius + 3, 2 * radius, 2.5);
  }

  function dots(ctx, ink, radius) {
    for (const x of [-5, 0, 5]) {
      ctx.beginPath();
      ctx.arc(x, radius + 5, 1.8, 0, 2 * Math.PI);
      ctx.lineWidth = 2; ctx.strokeStyle = ink.halo; ctx.stroke();
      ctx.fillStyle = ink.text; ctx.fill();
    }
  }

  /** Puts a question mark to the upper right: the place is in doubt. */
  function question(ctx, ink, radius) {
    ctx.font = "700 14px system-ui, sans-serif";
    ctx.textAlign = "center";
    ctx.textBaseline = "middle";
    ctx.lineJoin = "round";
    ctx.strokeStyle = ink.halo; ctx.lineWidth = 5; ctx.strokeText("?", radius + 2, -radius - 1);
    ctx.fillStyle = ink.text; ctx.fillText("?", radius + 2, -radius - 1);
  }

  /** Draws a ring of colours, one part for each, around a number: so many marks close together. */
  function counted(ctx, shares, count, x, y, ink) {
    const radius = 13 + Math.min(9, 2 * Math.log2(count / 4 + 1));
    ctx.save();
    ctx.translate(x, y);
    disc(ctx, radius + 2, ink.halo);
    let angle = -Math.PI / 2;
    for (const [type, share] of shares) {
      const next = angle + (2 * Math.PI * share) / count;
      ctx.beginPath();
      ctx.moveTo(0, 0);
      ctx.arc(0, 0, radius, angle, next);
      ctx.fillStyle = colour(type, ink);
      ctx.fill();
      angle = next;
    }
    disc(ctx, radius - 4, ink.paper);
    ctx.fillStyle = ink.text;
    ctx.font = "600 12px system-ui, sans-serif";
    ctx.textAlign = "center";
    ctx.textBaseline = "middle";
    ctx.fillText(short(count), 0, 0.5);
    ctx.restore();
    return radius;
  }

  const short = (n) => (n < 1000 ? String(n) : `${(n / 1000).toPrecision(2).replace(/\.0$/, "")}k`);

  function disc(ctx, radius, colour) {
    ctx.beginPath();
    ctx.arc(0, 0, radius, 0, 2 * Math.PI);
    ctx.fillStyle = colour;
    ctx.fill();
  }

  const pictures = new Map();  // of each look that was asked for: a canvas for each of a hundred lines takes long

  /** Returns a small picture of a mark for lists and the legend; what it means stands beside it in words. */
  function icon(incident) {
    const { modality, stage, drawn } = incident,
      look = [symbol(incident.type).path, modality, stage, drawn === "area", doubtful(incident), DARK.matches].join();
    if (!pictures.has(look))
      pictures.set(look, picture(30, 30, (ctx, ink) => draw(ctx, incident, 15, 15, ink)).toDataURL());
    const made = document.createElement("span");
    made.className = "icon";
    made.setAttribute("aria-hidden", "true");
    made.style.backgroundImage = `url("${pictures.get(look)}")`;
    return made;
  }

  /** Returns a canvas of a size in pixels that `paint` draws on, sharp on dense screens. */
  function picture(width, height, paint) {
    const canvas = document.createElement("canvas"), dense = Math.max(2, window.devicePixelRatio || 1);
    canvas.width = width * dense;
    canvas.height = height * dense;
    canvas.style.width = `${width}px`;
    canvas.style.height = `${height}px`;
    canvas.setAttribute("aria-hidden", "true");
    const ctx = canvas.getContext("2d");
    ctx.scale(dense, dense);
    paint(ctx, inks());
    return canvas;
  }

  const DARK = window.matchMedia("(prefers-color-scheme: dark)");
  const INKS = {
    light: {
      sea: "#d9e6ee", land: "#f7f5ef", coast: "#9fb4c0", lake: "#d9e6ee", river: "#bcd2df", border: "#8f8a94",
      unit: "#b5b0ba", country: "#77727c", city: "#55525a", paper: "#ffffff", halo: "rgba(255,255,255,.92)",
      edge: "rgba(20,20,30,.75)", text: "#1d2228", route: "#7a2a6e", select: "#111820",
    },
    dark: {
      sea: "#10181f", land: "#222a31", coast: "#47596a", lake: "#10181f", river: "#2c4152", border: "#77818c",
      unit: "#4a5560", country: "#a3adb8", city: "#b8c1ca", paper: "#161c22", halo: "rgba(16,22,28,.92)",
      edge: "rgba(240,240,250,.8)", text: "#eef2f5", route: "#e3a0d6", lighten: 0.25, select: "#ffffff",
    },
  };
  const inks = () => (DARK.matches ? INKS.dark : INKS.light);
  const onScheme = (act) => DARK.addEventListener("change", act);

  return {
    RADIUS,
    RING,
    use,
    types,
    symbol,
    colour,
    certainty,
    low,
    doubtful,
    draw,
    counted,
    icon,
    picture,
    inks,
    onScheme,
  };
})();
