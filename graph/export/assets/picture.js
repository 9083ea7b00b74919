"use strict";
const data = JSON.parse(document.getElementById("data").textContent);
const words = data.words;
const documents = new Map(data.documents.map(one => [one.id, one]));
const relations = new Map(data.relations.map(one => [`${one.source} ${one.type} ${one.target}`, one]));
const byId = id => document.getElementById(id);
const [view, canvas, details, search] = ["view", "canvas", "details", "search"].map(byId);
const hidden = new Set();
const DRAWN_AT_ONCE = 1200, ROW = 26, NAMES = 252, YEARS = 40, LISTED = 200, DAY_LONG = 86400000;
const [CARD_WIDTH, CARD_HEIGHT] = data.card;
let elements = new Map(), scene = null, layout = data.main, shape = "lineage", centre = null, chosen = null, on = null, language = "vi", scale = 1;
let lit = null, found = [];

/* A statement by its number: a row of the table, its texts told by their places. */
function statement(number) {
  const { columns, texts, rows } = data.statements;
  return Object.fromEntries(columns.map((column, at) => {
    const cell = rows[number][at];
    return [column, cell !== null && !column.endsWith("_offset") ? texts[cell] : cell];
  }));
}

/* Text from the sources enters the page as text alone: no function here makes markup from a string. */
function make(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children.filter(child => child !== null));
  return element;
}

function draw(tag, attributes, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

const say = (vi, en) => language === "vi" ? vi : en;
const word = (table, key) => words[table][key]?.[language] ?? key;
const acts = type => words.relations[type][language];
const suffers = type => words.relations[type][language === "vi" ? "by" : "en_by"];
/* A heading in the language of the page, with the other one beside it. */
const both = (vi, en) => [`${say(vi, en)} `, make("span", { lang: language === "vi" ? "en" : "vi", className: "other" }, say(en, vi))];
const english = text => make("span", { lang: "en" }, text);
const day = date => date.split("-").reverse().join("/");
const name = one => one.symbol ?? ([one.kind, one.number].filter(Boolean).length === 2 ? `${one.kind} số ${one.number}` : null)
  ?? one.title ?? (one.names ?? [])[0] ?? one.kind ?? one.id;
const fold = text => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/gi, "d").toLowerCase();
const sentence = one => `${name(documents.get(one.source))} ${acts(one.type)} ${name(documents.get(one.target))}`;
const partial = one => one.acts.every(act => act.scope === "part");
const unknownDay = () => say("không rõ ngày", "no date known");
const texts = new Map(data.documents.map(one => [one.id, fold([one.symbol, one.kind, one.number, one.title, one.issuer, one.issued,
  one.issued && day(one.issued), ...(one.names ?? [])].filter(Boolean).join(" "))]));

function force(one) {
  if (one.effective_from && one.effective_to) return `${say("hiệu lực", "in force")} ${day(one.effective_from)}–${day(one.effective_to)}`;
  if (one.effective_from) return `${say("hiệu lực từ", "in force from")} ${day(one.effective_from)}`;
  return one.effective_to ? `${say("hiệu lực đến hết", "in force until")} ${day(one.effective_to)}` : null;
}

/* Why the graph holds something, in the language of the page, with documents by their names. */
function reason(text) {
  const id = [...documents.keys()].find(key => text.endsWith(` ${key}`));
  const told = id ? text.slice(0, -id.length) + name(documents.get(id)) : text;
  return language === "vi" ? Object.entries(words.reasons).reduce((made, [en, vi]) => made.replaceAll(en, vi), told) : told;
}

/* What a document is on a day: the status of the period that holds it. */
const state = (one, at) => one.periods.find(([first, last]) => (!first || first <= at) && (!last || at <= last))?.[2] ?? "unknown";

function arrow(type, part, prefix = "") {
  return draw("marker", { id: `${prefix}${type}-${part}`, class: `${type} ${part}`, viewBox: "0 0 12 12", refX: 11, refY: 6,
    markerWidth: 12, markerHeight: 12, markerUnits: "userSpaceOnUse", orient: "auto" }, draw("path", { d: "M1.5,1.5 L11,6 L1.5,10.5 Z" }));
}

function card(one, [x, y]) {
  const classes = ["card", one.has_text === false ? "cited" : "", one.zone === "boilerplate" ? "boilerplate" : "",
    one.symbol || (one.issuer && force(one)) ? "" : "named"];
  const element = make("button", { className: classes.join(" ").trim(), title: one.title ?? "", onclick: () => choose(one.id) },
    make("b", {}, name(one)),
    make("span", { className: "when" }, one.kind ? make("span", { className: "kind" }, one.kind) : null,
      one.issued ? make("time", {}, day(one.issued)) : one.kind ? null : unknownDay()),
    one.issuer ? make("span", { className: "issuer" }, one.issuer) : null, make("span", { className: "force" }));
  element.style.left = `${x}px`;
  element.style.top = `${y}px`;
  return element;
}

/* A row of the timeline: the document, and a bar for each of its periods that says something. */
function row(one, y, place, end) {
  const told = one.periods.filter(([, , status]) => status !== "not_yet" && status !== "ended");
  const spans = (one.periods.length ? told : [[begins(one), one.effective_to, "unknown"]]).map(([first, last, status], number) => {
    const from = place(first ?? begins(one)), to = last ? place(last) + place.day : end;
    const assumed = number === 0 && (one.effective_from_basis ?? "assumed").startsWith("assumed");
    const title = `${first ? day(first) : "…"} – ${last ? day(last) : "…"}: ${word("states", status)}`;
    const span = make("div", { className: `span ${status}${assumed ? " assumed" : ""}${last ? "" : " open"}`, title, onclick: () => choose(one.id) });
    Object.assign(span.style, { left: `${from}px`, width: `${Math.max(4, to - from)}px` });
    return span;
  });
  const label = make("button", { className: "bar", title: [name(one), one.kind, one.title, force(one)].filter(Boolean).join("\n"), onclick: () => choose(one.id) },
    name(one), one.kind ? make("span", {}, ` · ${one.kind}`) : null);
  const element = make("div", { className: "row" }, label, ...spans);
  element.style.top = `${y}px`;
  return element;
}

function line(key, one, { path, label }) {
  const end = `url(#${one.type}-${partial(one) ? "part" : "whole"})`;
  const element = draw("g", { class: `line ${one.type}`, tabindex: 0, role: "button", "aria-label": sentence(one) },
    draw("path", { class: "hit", d: path }), draw("path", { class: "shape", d: path, "marker-end": end }),
    draw("text", { x: label[0], y: label[1] }, acts(one.type)));
  element.addEventListener("click", () => choose(key));
  element.addEventListener("keydown", event => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); choose(key); } });
  return element;
}

function band(text, x, y, width, bottom, className) {
  const element = make("div", { className }, make("span", {}, text));
  Object.assign(element.style, { left: `${x}px`, top: `${y}px`, width: `${width}px`, bottom });
  return element;
}

/* The years above a scene, each with its left side and width; they pass below a corner of the width of the names. */
function heads(years, names) {
  const corner = make("div", { className: "corner" });
  corner.style.width = `${names}px`;
  return make("div", { className: "years" }, names ? corner : null, ...years.map(([text, x, width], number) => {
    const element = make("div", { className: number % 2 ? "year odd" : "year" }, make("span", {}, text));
    Object.assign(element.style, { left: `${x}px`, width: `${width}px` });
    return element;
  }));
}

/* A scene: its size, what lies behind, and each thing in it with its box (left, top, right, bottom) and how it is made. */
function lineage() {
  const lines = shownRelations();
  const types = [...new Set(lines.map(([, one]) => one.type))];
  const items = new Map();
  for (const one of data.documents) {
    const at = layout.cards[one.id];
    if (at) items.set(one.id, { box: [at[0], at[1], at[0] + CARD_WIDTH, at[1] + CARD_HEIGHT], make: () => card(one, at) });
  }
  for (const [key, one, placed] of lines) {
    const numbers = placed.path.match(/-?[\d.]+/g).map(Number);
    const xs = numbers.filter((_, place) => place % 2 === 0), ys = numbers.filter((_, place) => place % 2 === 1);
    items.set(key, { box: [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)], make: () => line(key, one, placed) });
  }
  const end = layout.apart === null ? "4px" : `calc(100% - ${layout.apart - 10}px)`;
  const apart = say("không có quan hệ với văn bản khác", "no relation to another document");
  const years = layout.bands.map(one => [one.year || say("không rõ năm", "no year known"), one.x - 14, one.width + 28]);
  const back = [heads(years),
    ...years.map(([, x, width]) => band("", x, 4, width, end, "band")),
    ...(layout.apart === null ? [] : [band(apart, 14, layout.apart, layout.width - 28, "auto", "band apart")]),
  ];
  const svg = draw("svg", { width: layout.width, height: layout.height },
    draw("defs", {}, ...types.flatMap(type => [arrow(type, "whole"), arrow(type, "part")])));
  return { width: layout.width, height: layout.height, items, back, svg };
}

function timeline() {
  const dated = data.documents.filter(one => layout.cards[one.id] && begins(one)).sort((a, b) => begins(a) < begins(b) ? -1 : begins(a) > begins(b) ? 1 : 0);
  const first = dated.length ? Number(begins(dated[0]).slice(0, 4)) : 0, last = dated.length ? Number(lastDay().slice(0, 4)) + 1 : 0;
  const year = Math.max(70, Math.min(200, 6000 / Math.max(1, last - first)));
  const place = date => NAMES + (Date.parse(full(date)) / DAY_LONG / 365.2425 + 1970 - first) * year;
  place.day = year / 365.2425;
  const end = NAMES + (last - first) * year;
  const items = new Map(dated.map((one, number) => {
    const x = place(begins(one)), y = YEARS + number * ROW;
    return [one.id, { box: [x - NAMES, y, x + 200, y + ROW], wide: true, make: () => row(one, y, place, end) }];
  }));
  const years = Array.from({ length: last - first }, (_, number) => [`${first + number}`, NAMES + number * year, year]);
  const bands = years.filter((_, number) => number % 2 === 0).map(([, x, width]) => band("", x, 0, width, "0", "band"));
  const marker = make("div", { className: "now", hidden: true });
  const left = data.documents.filter(one => layout.cards[one.id]).length - dated.length;
  const note = left ? [band(say(`${left} văn bản không rõ ngày, nên không có ở đây`, `${left} documents without a known day are not here`),
    0, YEARS + dated.length * ROW + 8, end, "auto", "band apart")] : [];
  return { width: end + 28, height: YEARS + 70 + dated.length * ROW, items, back: [heads(years, NAMES - 8), ...bands, ...note, marker], svg: draw("svg", {}), marker, place };
}

const begins = one => one.effective_from ?? one.issued;
const full = date => [date, "01", "01"].join("-").slice(0, date.length === 4 ? 10 : date.length === 7 ? 10 : date.length);
const shownRelations = () => [...relations].map(([key, one], number) => [key, one, layout.lines[number]]).filter(([, , placed]) => placed);
function lastDay() {
  return data.documents.reduce((last, one) => [one.issued, one.effective_from, one.effective_to].reduce((a, b) => b && full(b) > a ? full(b) : a, last), "0000-01-01");
}

/* The scheme of one document in boxes, left what it acts upon, right what acts upon it. */
function scheme() {
  const one = documents.get(centre);
  const related = [...relations].filter(([, relation]) => [relation.source, relation.target].includes(centre));
  const box = group => {
    const mine = related.filter(([, relation]) => group.acts ? relation.source === centre && group.acts.includes(relation.type)
      : relation.target === centre && group.suffers.includes(relation.type)).filter(([, relation]) => !hidden.has(relation.type));
    const others = new Map();
    for (const [key, relation] of mine) {
      const other = group.acts ? relation.target : relation.source;
      others.set(other, [...others.get(other) ?? [], [key, relation.type]]);
    }
    const entry = ([id, links]) => {
      const other = documents.get(id);
      const told = [other.symbol || !other.number ? other.kind : `${other.kind} ${other.number}`, other.issued && " · ",
        other.issued && make("time", {}, day(other.issued))].filter(Boolean);
      const why = ([key, type]) => make("button", { className: "why", onclick: () => choose(key) }, `“…” ${group.acts ? acts(type) : suffers(type)}`);
      const line = make("li", { className: links[0][1] }, make("span", {}, make("button", { className: "go", onclick: () => choose(id) }, name(other)), " ",
        make("small", {}, ...told)), make("span", { className: "whys" }, ...links.map(why)));
      if (on && !["in_force", "partly", "continues_if_not_contrary"].includes(state(other, on))) line.classList.add("faint");
      return line;
    };
    const heading = make("h3", {}, make("span", {}, ...both(group.vi, group.en)), make("span", { className: "count" }, `${others.size}`));
    return make("section", { className: mine.length ? "" : "empty" }, heading, make("ul", {}, ...[...others].map(entry)));
  };
  const own = make("section", {}, make("h3", {}, make("span", {}, ...both("Văn bản đang xem", "This document"))), make("h2", {}, name(one)),
    make("p", {}, [one.kind, one.issued && day(one.issued)].filter(Boolean).join(" · ")), one.issuer ? make("p", {}, one.issuer) : null,
    one.title ? make("p", {}, one.title) : null, force(one) ? make("p", {}, force(one)) : null, on ? make("p", {}, `${day(on)}: ${word("states", state(one, on))}`) : null);
  return make("div", { className: "scheme" }, make("div", { className: "left" }, ...words.scheme.left.map(box)),
    make("div", { className: "centre" }, own), make("div", { className: "right" }, ...words.scheme.right.map(box)));
}

/* Draws the page anew: after another view, language or set of documents. */
function paint() {
  layout = byId("all").checked ? data.all ?? data.main : data.main;
  elements = new Map();
  for (const id of ["lineage", "timeline", "scheme"]) byId(id).setAttribute("aria-pressed", `${shape === id}`);
  document.querySelector(".zoom").hidden = shape === "scheme";
  byId("margins").hidden = shape === "scheme" || margins === 0;
  if (shape === "scheme") {
    centre = centre ?? busiest();
    scene = null;
    canvas.replaceChildren(...(documents.has(centre) ? [scheme()] : []));
    Object.assign(canvas.style, { zoom: 1, width: "auto", height: "auto" });
    view.scrollTo(0, 0);
  } else {
    scene = shape === "timeline" ? timeline() : lineage();
    canvas.replaceChildren(...scene.back, scene.svg);
    zoom(scale);
  }
  explain();
  light();
}

/* Makes what is in sight and takes away what is not; a small scene is made at once. */
function put() {
  if (scene === null) return;
  const room = [view.scrollLeft / scale - 400, view.scrollTop / scale - 300, (view.scrollLeft + view.clientWidth) / scale + 400,
    (view.scrollTop + view.clientHeight) / scale + 300];
  const cards = document.createDocumentFragment(), lines = document.createDocumentFragment(), all = scene.items.size <= DRAWN_AT_ONCE;
  for (const [key, { box, make, wide }] of scene.items) {
    const near = all || ((wide || (box[0] < room[2] && box[2] > room[0])) && box[1] < room[3] && box[3] > room[1]);
    const element = elements.get(key);
    if (near && !element) {
      const made = make();
      elements.set(key, made);
      mark(key, made);
      (documents.has(key) ? cards : lines).append(made);
    } else if (!near && element && !element.contains(document.activeElement)) {
      element.remove();
      elements.delete(key);
    }
  }
  scene.svg.before(cards);
  scene.svg.append(lines);
}

function explain() {
  const lines = shownRelations();
  const types = new Set(lines.map(([, one]) => one.type));
  const entries = Object.keys(words.relations).filter(type => types.has(type)).map(type => {
    const box = make("input", { type: "checkbox", checked: !hidden.has(type), onchange: () => {
      hidden[box.checked ? "delete" : "add"](type);
      if (shape === "scheme") paint(); else light();
    } });
    const sample = draw("svg", { class: `line ${type}`, viewBox: "0 0 44 14", "aria-hidden": "true" },
      draw("defs", {}, arrow(type, "whole", "legend-")), draw("path", { class: "shape", d: "M1,7 L43,7", "marker-end": `url(#legend-${type}-whole)` }));
    const count = make("span", { className: "count" }, `${lines.filter(([, one]) => one.type === type).length}`);
    return make("label", {}, box, sample, make("span", {}, `${words.relations[type].vi} / `, english(words.relations[type].en)), count);
  });
  const note = make("span", { className: "note" }, say("Mũi tên rỗng: chỉ một phần văn bản · Khung nét đứt: chưa có toàn văn", "Hollow arrow: a part only · Dashed frame: its text is not here"));
  const head = byId("legend").firstElementChild;
  head.replaceChildren(...(shape === "timeline" ? both("Hiệu lực", "Validity") : both("Quan hệ", "Relations")));
  byId("legend").replaceChildren(head, ...(shape === "timeline" ? statesTold() : [...entries, note]), byId("margins"));
}

/* The legend of the timeline: the states that occur in it. */
function statesTold() {
  const there = new Set(data.documents.flatMap(one => one.periods.map(([, , status]) => status)));
  const sample = className => make("i", { className: `span sample ${className}` });
  const entries = Object.keys(words.states).filter(one => there.has(one) && one !== "not_yet" && one !== "ended").map(one =>
    make("span", {}, sample(one), `${words.states[one].vi} / `, english(words.states[one].en)));
  const note = say("Đầu trắng: ngày bắt đầu là giả định · Đuôi nhạt: chưa biết ngày hết", "White edge: the first day is assumed · Fading: no end known");
  return [...entries, make("span", { className: "note" }, note)];
}

/* What stands out: the thing chosen and its neighbours, else what the search finds, else everything. */
function light() {
  const wanted = fold(search.value.trim());
  const isShown = key => layout.cards[key] !== undefined;
  found = data.documents.filter(one => isShown(one.id) && texts.get(one.id).includes(wanted));
  lit = null;
  if (chosen !== null) {
    lit = new Set([chosen]);
    for (const [key, one] of relations)
      if (!hidden.has(one.type) && (key === chosen || one.source === chosen || one.target === chosen)) lit.add(key).add(one.source).add(one.target);
  } else if (wanted) lit = new Set(found.map(one => one.id));
  put();
  for (const [key, element] of elements) mark(key, element);
  canvas.classList.toggle("labelled", shownRelations().filter(([, one]) => !hidden.has(one.type)).length <= 40);
  canvas.classList.toggle("crowded", lit !== null && [...lit].filter(key => relations.has(key)).length > 15);
  canvas.classList.toggle("dense", (scene?.items.size ?? 0) > DRAWN_AT_ONCE);
  canvas.classList.toggle("dated", on !== null);
  byId("found").value = wanted ? `${found.length} ${say("văn bản", "documents")}` : "";
  tellDay();
  return found;
}

function mark(key, element) {
  element.classList.toggle("faint", lit !== null && !lit.has(key));
  element.classList.toggle("lit", chosen !== null && lit.has(key));
  element.classList.toggle("chosen", key === chosen);
  const relation = relations.get(key);
  if (relation) element.toggleAttribute("hidden", hidden.has(relation.type));
  const now = on === null ? null : relation ? (full(begins(documents.get(relation.source)) ?? "0000") > on ? "not_yet" : null) : state(documents.get(key), on);
  for (const one of Object.keys(words.states)) element.classList.toggle(one, one === now);
  const told = element.querySelector(".force");
  if (told) told.textContent = now ? word("states", now) : force(documents.get(key)) ?? "";
}

function tellDay() {
  const count = {};
  if (on) for (const one of data.documents) if (layout.cards[one.id]) count[state(one, on)] = (count[state(one, on)] ?? 0) + 1;
  byId("state").value = on ? `${day(on)}: ` + Object.keys(words.states).filter(one => count[one]).map(one => `${count[one]} ${word("states", one)}`).join(" · ") : "";
  if (scene?.marker) {
    scene.marker.hidden = on === null;
    if (on) scene.marker.style.left = `${scene.place(on)}px`;
  }
}

function choose(key) {
  chosen = documents.has(key) || relations.has(key) ? key : null;
  if (documents.has(chosen)) centre = chosen;
  if (chosen !== null && !isThere(chosen) && !byId("all").checked && data.all) {
    byId("all").checked = true;
    paint();
  } else if (shape === "scheme" && documents.has(chosen)) paint();
  if (chosen !== null || location.hash) history.replaceState(null, "", `#${encodeURIComponent(chosen ?? "")}`);
  tell();
  if (chosen !== null) details.prepend(make("button", { className: "close", ariaLabel: "Đóng / Close", onclick: () => choose(null) }, "×"));
  details.scrollTop = 0;
}

const isThere = key => relations.has(key) ? [relations.get(key).source, relations.get(key).target].every(end => layout.cards[end]) : layout.cards[key] !== undefined;

function tell() {
  light();
  if (documents.has(chosen)) details.replaceChildren(...tellDocument(documents.get(chosen)));
  else if (relations.has(chosen)) details.replaceChildren(...tellRelation(relations.get(chosen)));
  else details.replaceChildren(...tellAll());
}

const go = (key, text) => make("button", { className: "go", onclick: () => { choose(key); reveal(key); } }, text);
const facts = pairs => make("dl", {}, ...pairs.filter(([, value]) => value).flatMap(([term, value]) => [make("dt", {}, term), make("dd", {}, value)]));
const written = names => names.length > 6 ? `${names.slice(0, 6).join("; ")}; … (+${names.length - 6})` : names.join("; ");
function basis(date, why) {
  const [kind, ...rest] = (why ?? "").split(": ");
  const told = [kind && word("bases", kind), rest.length ? reason(rest.join(": ")) : null].filter(Boolean).join(": ");
  return date ? day(date) + (told ? ` (${told})` : "") : told || null;
}

function tellAll() {
  const more = found.length - LISTED;
  return [
    make("h2", {}, ...(search.value.trim() ? both("Văn bản tìm thấy", "Documents found") : both("Tất cả văn bản", "All documents"))),
    make("p", {}, ...both("Chọn một văn bản hoặc một đường nối để xem chi tiết và trích dẫn.", "Choose a document or a line for details and quotes.")),
    make("ul", { className: "list" }, ...[...found.filter(one => one.issued), ...found.filter(one => !one.issued)].slice(0, LISTED).map(one =>
      make("li", {}, go(one.id, name(one)), make("span", {}, one.issued ? day(one.issued) : unknownDay())))),
    more > 0 ? make("p", {}, say(`… và ${more} văn bản khác; hãy tìm theo số, tên`, `… and ${more} more; search by number or name`)) : "",
  ];
}

function tellDocument(one) {
  const part = relation => relation.acts.map(act => act.to_part).filter(Boolean).join("; ");
  const item = (key, relation, told, other) => {
    const element = make("li", { className: relation.type }, go(key, told), " ", go(other, name(documents.get(other))),
      part(relation) ? ` (${part(relation)})` : "");
    element.firstElementChild.classList.add("word");
    return element;
  };
  const does = [...relations].filter(([, relation]) => relation.source === one.id)
    .map(([key, relation]) => item(key, relation, acts(relation.type), relation.target));
  const bears = [...relations].filter(([, relation]) => relation.target === one.id)
    .map(([key, relation]) => item(key, relation, suffers(relation.type), relation.source));
  const groups = new Map();
  for (const [number, role] of one.about) {
    const said = statement(number), term = fact(said.predicate, role);
    if (!groups.has(term)) groups.set(term, []);
    groups.get(term).push(said);
  }
  return [
    make("h2", {}, name(one)), one.title ? make("p", {}, one.title) : null,
    facts([[say("Loại", "Kind"), one.kind], [say("Số, ký hiệu", "Symbol"), one.symbol ?? one.number],
      [say("Ngày ban hành", "Issued"), one.issued && day(one.issued)], [say("Cơ quan ban hành", "Issuer"), one.issuer],
      [say("Có hiệu lực từ", "In force from"), basis(one.effective_from, one.effective_from_basis)],
      [say("Có hiệu lực đến hết", "In force until"), basis(one.effective_to, one.effective_to_basis)],
      [say("Cách viết", "Written as"), written(one.names ?? [])], [say("Số nguồn", "Sources"), one.source_count && `${one.source_count}`],
      [say("Toàn văn", "Text"), one.has_text === false ? say("không có trong các nguồn, chỉ được nhắc đến", "not among the sources, only cited") : null]]),
    make("p", {}, make("button", { className: "plain", onclick: () => turn("scheme") }, ...both("Xem lược đồ", "Show its scheme"))),
    does.length + bears.length ? make("h3", {}, ...both("Quan hệ", "Relations")) : null, make("ul", {}, ...does, ...bears),
    groups.size ? make("h3", {}, ...both("Bằng chứng", "Evidence")) : null,
    ...[...groups].map(([term, told]) => make("details", {}, make("summary", {}, `${term} (${told.length})`), ...told.map(one => evidence(one)))),
  ].filter(Boolean);
}

function tellRelation(one) {
  const ends = [one.source, one.target].map(end => documents.get(end));
  return [
    make("h2", { className: one.type }, go(one.source, name(ends[0])), " ", make("span", { className: "word" }, acts(one.type)), " ", go(one.target, name(ends[1]))),
    make("p", {}, english(`${name(ends[0])} ${words.relations[one.type].en} ${name(ends[1])}`)),
    ...one.acts.map(act => make("div", { className: "act" },
      facts([[say("Phạm vi", "Scope"), act.scope === "part" ? `${say("một phần", "a part")}: ${act.to_part ?? say("không rõ", "not known")}` : say("toàn bộ", "the whole")],
        [say("Theo", "By"), act.from_part], [say("Nguồn tin", "Said by"), act.modality && word("modalities", act.modality)],
        [say("Số nguồn", "Sources"), act.source_count && `${act.source_count}`],
        [say("Độ tin cậy", "Confidence"), act.confidence && `${Math.round(act.confidence * 100)} %`]]),
      ...act.statements.map(number => evidence(statement(number), ends)))),
  ];
}

function fact(predicate, role) {
  const type = predicate.toUpperCase();
  if (words.facts[predicate]) return word("facts", predicate);
  return words.relations[type] ? (role === "object" ? suffers(type) : acts(type)) : predicate;
}

/* The quote with the words that state the fact marked, and the signs of the documents in bold. */
function evidence(one, ends = []) {
  const signs = ends.flatMap(end => [end.symbol, ...(end.names ?? [])]).filter(sign => sign && sign.length > 3).sort((a, b) => b.length - a.length);
  const strong = text => {
    const sign = signs.find(sign => text.includes(sign));
    if (!sign) return [text];
    const at = text.indexOf(sign);
    return [...strong(text.slice(0, at)), make("b", {}, sign), ...strong(text.slice(at + sign.length))];
  };
  const [before, ...after] = one.raw ? one.quote.split(one.raw) : [one.quote];
  const quote = after.length ? [...strong(before), make("mark", {}, ...strong(one.raw)), ...strong(after.join(one.raw))] : strong(before);
  const place = `${one.source_name}, ${say("ký tự", "characters")} ${one.start_offset}–${one.end_offset}`;
  const verdict = one.verdict && [word("verdicts", one.verdict), one.why && reason(one.why)].filter(Boolean).join(": ");
  const value = one.predicate === "norm" ? norm(JSON.parse(one.value)) : one.value && one.value !== one.raw ? `= ${one.value}` : null;
  return make("figure", {}, make("blockquote", {}, "“", ...quote, "”"), make("figcaption", {}, [place, value,
    one.zone === "boilerplate" ? say("ngoài phần chính của trang", "outside the main part of the page") : null, verdict].filter(Boolean).join(" · ")));
}

/* Who must, must not or may do what, and where that stands. */
const norm = one => [[one.subject, word("norms", one.modality), one.action].filter(Boolean).join(" "), one.part].filter(Boolean).join(" · ");

/* The middle of the window stays where it is. */
function zoom(wanted) {
  if (scene === null) return;
  const middle = [(view.scrollLeft + view.clientWidth / 2) / scale, (view.scrollTop + view.clientHeight / 2) / scale];
  scale = Math.min(2, Math.max(0.2, wanted));
  Object.assign(canvas.style, { zoom: scale, width: `${scene.width}px`, height: `${Math.max(scene.height, view.clientHeight / scale)}px` });
  view.scrollTo(middle[0] * scale - view.clientWidth / 2, middle[1] * scale - view.clientHeight / 2);
  put();
}

const fitting = () => scene === null ? 1 : Math.min(1, view.clientWidth / scene.width, view.clientHeight / scene.height);

/* Brings most of the cards that are tied to others into the window at once. */
function gather() {
  const [width, height] = [view.clientWidth / scale, view.clientHeight / scale];
  const cells = new Map();
  for (const [x, y] of Object.values(layout.cards)) {
    if (layout.apart !== null && y >= layout.apart && layout.bands.length) continue;
    const key = `${Math.floor(x / width)} ${Math.floor(y / height)}`;
    if (!cells.has(key)) cells.set(key, []);
    cells.get(key).push([x + CARD_WIDTH / 2, y + CARD_HEIGHT / 2]);
  }
  const fullest = [...cells.values()].reduce((best, one) => one.length > best.length ? one : best, []);
  const middle = axis => fullest.reduce((sum, one) => sum + one[axis], 0) / fullest.length;
  if (fullest.length) view.scrollTo((middle(0) - width / 2) * scale, (middle(1) - height / 2) * scale);
  put();
}

function reveal(key) {
  const box = scene?.items.get(key)?.box;
  if (!box) return;
  const right = Math.min(box[2], box[0] + view.clientWidth / scale * 0.8);  // of what is too long, the beginning
  view.scrollTo((box[0] + right) / 2 * scale - view.clientWidth / 2, (box[1] + box[3]) / 2 * scale - view.clientHeight / 2);
  put();
}

/* The document with the most relations. */
function busiest() {
  const count = new Map();
  for (const one of relations.values()) for (const end of [one.source, one.target]) count.set(end, (count.get(end) ?? 0) + 1);
  const shown = data.documents.map(one => one.id).filter(key => layout.cards[key] && count.has(key));
  return shown.reduce((best, key) => best === null || count.get(key) > count.get(best) ? key : best, null) ?? data.documents[0]?.id ?? null;
}

function turn(wanted) {
  shape = wanted;
  if (shape === "scheme" && relations.has(chosen)) centre = relations.get(chosen).source;
  paint();
  if (shape === "timeline") zoom(Math.max(0.8, Math.min(1, view.clientWidth / scene.width)));
  if (scene && documents.has(chosen)) reveal(chosen);
  else if (shape === "lineage") gather();
  else if (scene && data.documents.length) reveal(centre ?? busiest());
}

function speak(wanted) {
  language = wanted;
  document.documentElement.lang = language;
  byId("lineage").textContent = say("Sơ đồ", "Lineage");
  byId("timeline").textContent = say("Thời gian hiệu lực", "Timeline");
  byId("scheme").textContent = say("Lược đồ", "Scheme");
  byId("fit").textContent = say("Vừa khung", "Fit");
  byId("language").textContent = say("English", "Tiếng Việt");
  byId("language").lang = say("en", "vi");
  byId("dated-text").textContent = say("Còn hiệu lực ngày", "In force on");
  byId("margins-text").textContent = say(`hiện ${margins} văn bản chỉ nằm ngoài phần chính của trang`, `show ${margins} documents mentioned only outside the main text`);
  search.placeholder = say("Tìm số, ký hiệu, trích yếu, cơ quan…", "Search number, title, issuer…");
}

/* The nearest card in the direction of an arrow key takes the focus. */
function step(event) {
  const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
  const from = [...elements].find(([key, element]) => documents.has(key) && element.contains(document.activeElement));
  if (!way || !from || !scene) return;
  event.preventDefault();
  const middle = ([left, top, right, bottom]) => [(left + right) / 2, (top + bottom) / 2];
  const [x, y] = middle(scene.items.get(from[0]).box);
  let best = null, least = Infinity;
  for (const [key, { box }] of scene.items) {
    if (!documents.has(key) || key === from[0]) continue;
    const [dx, dy] = [middle(box)[0] - x, middle(box)[1] - y];
    const along = way[0] ? dx * way[0] : dy * way[1], aside = Math.abs(way[0] ? dy : dx);
    if (along > 1 && along + 2 * aside < least) [best, least] = [key, along + 2 * aside];
  }
  if (best === null) return;
  reveal(best);
  const next = elements.get(best);
  (next?.querySelector(".bar") ?? next)?.focus({ preventScroll: true });
}

function hold(event) {
  if (event.button !== 0 || scene === null || event.target.closest(".card, .line, .bar, .span")) return;
  const start = [view.scrollLeft + event.clientX, view.scrollTop + event.clientY];
  const move = moved => view.scrollTo(start[0] - moved.clientX, start[1] - moved.clientY);
  view.classList.add("held");
  addEventListener("pointermove", move);
  addEventListener("pointerup", () => { view.classList.remove("held"); removeEventListener("pointermove", move); }, { once: true });
}

const margins = data.documents.filter(one => one.zone === "boilerplate").length;
const days = data.documents.flatMap(one => [one.issued, one.effective_from, one.effective_to]).filter(one => one && /^\d{4}-\d\d-\d\d$/.test(one)).sort();
const [slider, date] = [byId("day"), byId("date")];
const iso = number => new Date(number * DAY_LONG).toISOString().slice(0, 10);
function setDay(wanted) {
  on = byId("dated").checked ? wanted : null;
  light();
  if (shape === "scheme") paint();
}
if (days.length) {
  const today = iso(Math.floor(Date.now() / DAY_LONG)), last = days[days.length - 1];
  byId("days").hidden = false;
  [slider.min, slider.max] = [Date.parse(days[0]) / DAY_LONG, Date.parse(last > today ? last : today) / DAY_LONG];
  [date.min, date.max, date.value] = [days[0], "2999-12-31", today];
  slider.value = Date.parse(today) / DAY_LONG;
}
slider.addEventListener("input", () => { date.value = iso(Number(slider.value)); byId("dated").checked = true; setDay(date.value); });
date.addEventListener("input", () => { if (date.value) { slider.value = Date.parse(date.value) / DAY_LONG; byId("dated").checked = true; setDay(date.value); } });
byId("dated").addEventListener("change", () => setDay(date.value));

for (const id of ["lineage", "timeline", "scheme"]) byId(id).addEventListener("click", () => turn(id));
byId("language").addEventListener("click", () => { speak(language === "vi" ? "en" : "vi"); paint(); choose(chosen); });
byId("all").addEventListener("change", () => { paint(); choose(chosen !== null && isThere(chosen) ? chosen : null); });
byId("in").addEventListener("click", () => zoom(scale * 1.25));
byId("out").addEventListener("click", () => zoom(scale / 1.25));
byId("fit").addEventListener("click", () => zoom(fitting()));
let frame = 0;
view.addEventListener("scroll", () => { cancelAnimationFrame(frame); frame = requestAnimationFrame(put); });
view.addEventListener("pointerdown", hold);
view.addEventListener("wheel", event => { if (event.ctrlKey) { event.preventDefault(); zoom(scale * (event.deltaY < 0 ? 1.1 : 1 / 1.1)); } }, { passive: false });
view.addEventListener("keydown", step);
search.addEventListener("input", () => {
  choose(null);
  const inSight = one => {
    const box = elements.get(one.id)?.getBoundingClientRect(), room = view.getBoundingClientRect();
    return box && box.left >= room.left && box.right <= room.right && box.top >= room.top && box.bottom <= room.bottom;
  };
  if (lit !== null && found.length && !found.some(inSight)) reveal(found[0].id);
});
search.addEventListener("keydown", event => { if (event.key === "Enter") { const [first] = light(); if (first) { choose(first.id); reveal(first.id); } } });
addEventListener("keydown", event => { if (event.key === "Escape") choose(null); });
addEventListener("resize", () => zoom(scale));
addEventListener("hashchange", () => choose(decodeURIComponent(location.hash.slice(1))));

document.body.style.setProperty("--card-width", `${CARD_WIDTH}px`);
document.body.style.setProperty("--card-height", `${CARD_HEIGHT}px`);
speak("vi");
paint();
zoom(Math.max(0.7, fitting()));
choose(decodeURIComponent(location.hash.slice(1)));
if (documents.has(chosen)) reveal(chosen);
else gather();
