"use strict";
const data = JSON.parse(document.getElementById("data").textContent);
const words = data.words;
const documents = new Map(data.documents.map(one => [one.id, one]));
const relations = new Map(data.relations.map(one => [`${one.source} ${one.type} ${one.target}`, one]));
const byId = id => document.getElementById(id);
const [view, canvas, details, search] = ["view", "canvas", "details", "search"].map(byId);
const hidden = new Set();
let elements = new Map(), layout = data.main, chosen = null, scale = 1;

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

const english = text => make("span", { lang: "en" }, text);
const day = date => date.split("-").reverse().join("/");
const name = one => one.symbol ?? ([one.kind, one.number].filter(Boolean).length === 2 ? `${one.kind} số ${one.number}` : null)
  ?? one.title ?? (one.names ?? [])[0] ?? one.kind ?? one.id;
const fold = text => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/gi, "d").toLowerCase();
const sentence = one => `${name(documents.get(one.source))} ${words.relations[one.type].vi} ${name(documents.get(one.target))}`;
const partial = one => one.acts.every(act => act.scope === "part");

function force(one) {
  if (one.effective_from && one.effective_to) return `hiệu lực ${day(one.effective_from)}–${day(one.effective_to)}`;
  if (one.effective_from) return `hiệu lực từ ${day(one.effective_from)}`;
  return one.effective_to ? `hiệu lực đến hết ${day(one.effective_to)}` : null;
}

function arrow(type, part, prefix = "") {
  return draw("marker", { id: `${prefix}${type}-${part}`, class: `${type} ${part}`, viewBox: "0 0 12 12", refX: 11, refY: 6,
    markerWidth: 12, markerHeight: 12, markerUnits: "userSpaceOnUse", orient: "auto" }, draw("path", { d: "M1.5,1.5 L11,6 L1.5,10.5 Z" }));
}

function card(one, [x, y]) {
  const classes = ["card", one.has_text === false ? "cited" : "", one.zone === "boilerplate" ? "boilerplate" : ""];
  const element = make("button", { className: classes.join(" ").trim(), title: one.title ?? "", onclick: () => choose(one.id) },
    make("b", {}, name(one)),
    make("span", {}, [one.kind, one.issued && day(one.issued)].filter(Boolean).join(" · ") || "không rõ ngày"),
    one.issuer ? make("span", { className: "issuer" }, one.issuer) : null,
    force(one) ? make("span", { className: "force" }, force(one)) : null);
  element.style.left = `${x}px`;
  element.style.top = `${y}px`;
  return element;
}

function line(key, one, { path, label }) {
  const end = `url(#${one.type}-${partial(one) ? "part" : "whole"})`;
  const element = draw("g", { class: `line ${one.type}`, tabindex: 0, role: "button", "aria-label": sentence(one) },
    draw("path", { class: "hit", d: path }), draw("path", { class: "shape", d: path, "marker-end": end }),
    draw("text", { x: label[0], y: label[1] }, words.relations[one.type].vi));
  element.addEventListener("click", () => choose(key));
  element.addEventListener("keydown", event => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); choose(key); } });
  return element;
}

function band(text, x, y, width, bottom, className) {
  const element = make("div", { className }, make("span", {}, text));
  Object.assign(element.style, { left: `${x}px`, top: `${y}px`, width: `${width}px`, bottom });
  return element;
}

function paint() {
  layout = byId("all").checked ? data.all : data.main;
  const lines = [...relations].map(([key, one], number) => [key, one, layout.lines[number]]).filter(([, , found]) => found);
  const types = [...new Set(lines.map(([, one]) => one.type))];
  const cards = data.documents.filter(one => layout.cards[one.id]).map(one => [one.id, card(one, layout.cards[one.id])]);
  const drawn = lines.map(([key, one, found]) => [key, line(key, one, found)]);
  elements = new Map([...cards, ...drawn]);
  const end = layout.apart === null ? "4px" : `calc(100% - ${layout.apart - 10}px)`;
  canvas.replaceChildren(
    ...layout.bands.map(one => band(one.year || "không rõ năm", one.x - 14, 4, one.width + 28, end, "band")),
    ...(layout.apart === null ? [] : [band("không có quan hệ với văn bản khác", 14, layout.apart, layout.width - 28, "auto", "band apart")]),
    ...cards.map(([, element]) => element),
    draw("svg", { width: layout.width, height: layout.height },
      draw("defs", {}, ...types.flatMap(type => [arrow(type, "whole"), arrow(type, "part")])), ...drawn.map(([, element]) => element)));
  explain(types, lines);
  zoom(scale);
  light();
}

function explain(types, lines) {
  const entries = Object.keys(words.relations).filter(type => types.includes(type)).map(type => {
    const box = make("input", { type: "checkbox", checked: !hidden.has(type), onchange: () => {
      hidden[box.checked ? "delete" : "add"](type);
      light();
    } });
    const sample = draw("svg", { class: `line ${type}`, viewBox: "0 0 44 14", "aria-hidden": "true" },
      draw("defs", {}, arrow(type, "whole", "legend-")), draw("path", { class: "shape", d: "M1,7 L43,7", "marker-end": `url(#legend-${type}-whole)` }));
    const count = make("span", { className: "count" }, `${lines.filter(([, one]) => one.type === type).length}`);
    return make("label", {}, box, sample, make("span", {}, `${words.relations[type].vi} / `, english(words.relations[type].en)), count);
  });
  const note = make("span", { className: "note" }, "Mũi tên rỗng: chỉ một phần văn bản · Khung nét đứt: chưa có toàn văn");
  byId("legend").replaceChildren(byId("legend").firstElementChild, ...entries, note);
}

/* What stands out: the thing chosen and its neighbours, else what the search finds, else everything. */
function light() {
  const wanted = fold(search.value.trim());
  const shown = [...relations].filter(([key, one]) => elements.has(key) && !hidden.has(one.type));
  const text = one => [one.symbol, one.kind, one.number, one.title, one.issuer, one.issued, one.issued && day(one.issued), ...(one.names ?? [])];
  const found = data.documents.filter(one => elements.has(one.id) && fold(text(one).filter(Boolean).join(" ")).includes(wanted));
  let lit = null;
  if (chosen !== null) {
    const near = shown.filter(([key, one]) => [key, one.source, one.target].includes(chosen));
    lit = new Set([chosen, ...near.flatMap(([key, one]) => [key, one.source, one.target])]);
  } else if (wanted) lit = new Set(found.map(one => one.id));
  for (const [key, element] of elements) {
    element.classList.toggle("faint", lit !== null && !lit.has(key));
    element.classList.toggle("lit", chosen !== null && lit.has(key));
    element.classList.toggle("chosen", key === chosen);
    if (relations.has(key)) element.toggleAttribute("hidden", hidden.has(relations.get(key).type));
  }
  canvas.classList.toggle("labelled", shown.length <= 40);
  byId("found").value = wanted ? `${found.length} văn bản` : "";
  return found;
}

function choose(key) {
  chosen = documents.has(key) || relations.has(key) ? key : null;
  if (chosen !== null && !elements.has(chosen) && !byId("all").checked) {
    byId("all").checked = true;
    paint();
  }
  if (chosen !== null || location.hash) history.replaceState(null, "", `#${encodeURIComponent(chosen ?? "")}`);
  tell();
  if (chosen !== null) details.prepend(make("button", { className: "close", ariaLabel: "Đóng / Close", onclick: () => choose(null) }, "×"));
  details.scrollTop = 0;
}

function tell() {
  const found = light();
  if (documents.has(chosen)) details.replaceChildren(...tellDocument(documents.get(chosen)));
  else if (relations.has(chosen)) details.replaceChildren(...tellRelation(relations.get(chosen)));
  else details.replaceChildren(...tellAll(found));
}

const go = (key, text) => make("button", { className: "go", onclick: () => { choose(key); reveal(key); } }, text);
const facts = pairs => make("dl", {}, ...pairs.filter(([, value]) => value).flatMap(([term, value]) => [make("dt", {}, term), make("dd", {}, value)]));
function basis(date, reason) {
  const [kind, ...why] = (reason ?? "").split(": ");
  const told = [words.bases[kind] ?? kind, ...why].filter(Boolean).join(": ");
  return date && day(date) + (told ? ` (${told})` : "");
}

function tellAll(found) {
  return [
    make("h2", {}, search.value.trim() ? "Văn bản tìm thấy " : "Tất cả văn bản ", english("Documents")),
    make("p", {}, "Chọn một văn bản hoặc một đường nối để xem chi tiết và trích dẫn. ", english("Choose a document or a line for details and quotes.")),
    make("ul", { className: "list" }, ...found.map(one => make("li", {}, go(one.id, name(one)), make("span", {}, one.issued ? day(one.issued) : "không rõ ngày")))),
  ];
}

function tellDocument(one) {
  const part = relation => relation.acts.map(act => act.to_part).filter(Boolean).join("; ");
  const item = (key, relation, word, other) => {
    const element = make("li", { className: relation.type }, go(key, word), " ", go(other, name(documents.get(other))),
      part(relation) ? ` (${part(relation)})` : "");
    element.firstElementChild.classList.add("word");
    return element;
  };
  const acts = [...relations].filter(([, relation]) => relation.source === one.id)
    .map(([key, relation]) => item(key, relation, words.relations[relation.type].vi, relation.target));
  const suffers = [...relations].filter(([, relation]) => relation.target === one.id)
    .map(([key, relation]) => item(key, relation, words.relations[relation.type].by, relation.source));
  const groups = new Map();
  for (const { id, role } of one.about) {
    const term = fact(data.statements[id].predicate, role);
    groups.set(term, [...groups.get(term) ?? [], data.statements[id]]);
  }
  return [
    make("h2", {}, name(one)), one.title ? make("p", {}, one.title) : null,
    facts([["Loại", one.kind], ["Số, ký hiệu", one.symbol ?? one.number], ["Ngày ban hành", one.issued && day(one.issued)],
      ["Cơ quan ban hành", one.issuer], ["Có hiệu lực từ", basis(one.effective_from, one.effective_from_basis)],
      ["Có hiệu lực đến hết", basis(one.effective_to, one.effective_to_basis)], ["Cách viết", (one.names ?? []).join("; ")],
      ["Số nguồn", one.source_count && `${one.source_count}`],
      ["Toàn văn", one.has_text === false ? "không có trong các nguồn, chỉ được nhắc đến" : null]]),
    acts.length + suffers.length ? make("h3", {}, "Quan hệ ", english("Relations")) : null, make("ul", {}, ...acts, ...suffers),
    groups.size ? make("h3", {}, "Bằng chứng ", english("Evidence")) : null,
    ...[...groups].map(([term, told]) => make("details", {}, make("summary", {}, `${term} (${told.length})`), ...told.map(evidence))),
  ].filter(Boolean);
}

function tellRelation(one) {
  const word = words.relations[one.type];
  return [
    make("h2", { className: one.type }, go(one.source, name(documents.get(one.source))), " ",
      make("span", { className: "word" }, word.vi), " ", go(one.target, name(documents.get(one.target)))),
    make("p", {}, english(`${name(documents.get(one.source))} ${word.en} ${name(documents.get(one.target))}`)),
    ...one.acts.map(act => make("div", { className: "act" },
      facts([["Phạm vi", act.scope === "part" ? `một phần: ${act.to_part ?? "không rõ"}` : "toàn bộ"], ["Theo", act.from_part],
        ["Nguồn tin", words.modalities[act.modality]], ["Số nguồn", act.source_count && `${act.source_count}`],
        ["Độ tin cậy", act.confidence && `${Math.round(act.confidence * 100)} %`]]),
      ...(act.statements ?? []).filter(id => data.statements[id]).map(id => evidence(data.statements[id])))),
  ];
}

const fact = (predicate, role) => words.facts[predicate] ?? words.relations[predicate.toUpperCase()]?.[role === "object" ? "by" : "vi"] ?? predicate;

function evidence(one) {
  const [before, ...after] = one.raw ? one.quote.split(one.raw) : [one.quote];
  const quote = after.length ? [before, make("mark", {}, one.raw), after.join(one.raw)] : [before];
  const place = `${one.source_name}, ký tự ${one.start_offset}–${one.end_offset}`;
  const verdict = one.verdict && [words.verdicts[one.verdict] ?? one.verdict, one.why].filter(Boolean).join(": ");
  const value = one.value && one.value !== one.raw ? `= ${one.value}` : null;
  return make("figure", {}, make("blockquote", {}, "“", ...quote, "”"),
    make("figcaption", {}, [place, value, one.zone === "boilerplate" ? "ngoài phần chính của trang" : null, verdict].filter(Boolean).join(" · ")));
}

/* The middle of the window stays where it is. */
function zoom(wanted) {
  const middle = [(view.scrollLeft + view.clientWidth / 2) / scale, (view.scrollTop + view.clientHeight / 2) / scale];
  scale = Math.min(2, Math.max(0.2, wanted));
  Object.assign(canvas.style, { zoom: scale, width: `${layout.width}px`, height: `${Math.max(layout.height, view.clientHeight / scale)}px` });
  view.scrollTo(middle[0] * scale - view.clientWidth / 2, middle[1] * scale - view.clientHeight / 2);
}

const fitting = () => Math.min(1, view.clientWidth / layout.width, view.clientHeight / layout.height);

function reveal(key) {
  elements.get(key)?.scrollIntoView({ block: "center", inline: "center" });
}

/* Where a picture too large for the window opens: at the document with the most relations. */
function busiest() {
  const count = new Map();
  for (const one of relations.values()) for (const end of [one.source, one.target]) count.set(end, (count.get(end) ?? 0) + 1);
  const shown = [...elements.keys()].filter(key => count.has(key));
  return shown.reduce((best, key) => best === null || count.get(key) > count.get(best) ? key : best, null);
}

function hold(event) {
  if (event.button !== 0 || event.target.closest(".card, .line")) return;
  const start = [view.scrollLeft + event.clientX, view.scrollTop + event.clientY];
  const move = moved => view.scrollTo(start[0] - moved.clientX, start[1] - moved.clientY);
  view.classList.add("held");
  addEventListener("pointermove", move);
  addEventListener("pointerup", () => { view.classList.remove("held"); removeEventListener("pointermove", move); }, { once: true });
}

const margins = data.documents.filter(one => one.zone === "boilerplate").length;
byId("margins").hidden = margins === 0;
byId("margins-text").textContent = `hiện ${margins} văn bản chỉ nằm ngoài phần chính của trang`;
byId("all").addEventListener("change", () => { paint(); choose(elements.has(chosen) ? chosen : null); });
byId("in").addEventListener("click", () => zoom(scale * 1.25));
byId("out").addEventListener("click", () => zoom(scale / 1.25));
byId("fit").addEventListener("click", () => zoom(fitting()));
view.addEventListener("pointerdown", hold);
view.addEventListener("wheel", event => { if (event.ctrlKey) { event.preventDefault(); zoom(scale * (event.deltaY < 0 ? 1.1 : 1 / 1.1)); } }, { passive: false });
search.addEventListener("input", () => choose(null));
search.addEventListener("keydown", event => { if (event.key === "Enter") { const [first] = light(); if (first) { choose(first.id); reveal(first.id); } } });
addEventListener("keydown", event => { if (event.key === "Escape") choose(null); });
addEventListener("resize", () => zoom(scale));
addEventListener("hashchange", () => choose(decodeURIComponent(location.hash.slice(1))));

paint();
zoom(Math.max(0.6, fitting()));
choose(decodeURIComponent(location.hash.slice(1)));
reveal(chosen ?? busiest());
