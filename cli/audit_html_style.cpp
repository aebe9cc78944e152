#include "cli/audit_html_style.h"

namespace gongkai {

// The findings of a list are blocks: list items would be numbered anew, each by each, whenever some
// are hidden, which takes half a second for 2,000.
// Severities differ by their frame as well as by colour: none is told by its colour alone.
const std::string_view kAuditStyle = R"css(
:root { --error: #a3201d; --warning: #7d5200; --info: #42566e; --error-paper: #fbe3e1;
  --warning-paper: #fdf0d0; --info-paper: #e8eef6; --tone: #c2410c; --hit: #fff3b0; }
@media (prefers-color-scheme: dark) { :root { --error: #ff9c96; --warning: #f0c35e; --info: #a9c1de;
  --error-paper: #47211f; --warning-paper: #40310f; --info-paper: #222f40; --tone: #fb8a4c;
  --hit: #55490f; } }
[hidden] { display: none !important; }
.soft, .up { color: var(--soft); font-size: .92rem; }
.up { margin: 0; }
code { font-size: .85rem; color: var(--soft); }
.label, .tag { display: inline-block; font-size: .78rem; line-height: 1.45;
  border: 1px solid var(--line);
  border-radius: .3rem; padding: 0 .35rem; margin-right: .35rem; color: var(--soft);
  overflow-wrap: normal; white-space: nowrap; }
.tag.error, .mark.error { color: var(--error); background: var(--error-paper);
  border: 2px solid var(--error); }
.tag.warning, .mark.warning { color: var(--warning); background: var(--warning-paper);
  border: 1px solid var(--warning); }
.tag.info, .mark.info { color: var(--info); background: var(--info-paper);
  border: 1px dashed var(--info); }
.dismissed { opacity: .75; }
.dismissed .message, .mark.dismissed { text-decoration: line-through; }
.tiles { display: flex; flex-wrap: wrap; gap: .6rem; padding: 0; margin: 1rem 0; list-style: none; }
.tiles li { border: 1px solid var(--line); border-radius: .5rem; background: var(--band);
  padding: .4rem .9rem; min-width: 6.2rem; }
.tiles b { display: block; font-size: 1.35rem; line-height: 1.3;
  font-variant-numeric: tabular-nums; }
.tiles .error b { color: var(--error); } .tiles .warning b { color: var(--warning); }
.contents { display: flex; flex-wrap: wrap; gap: .1rem 1.1rem; padding: 0; list-style: none; }
.contents a { display: inline-block; padding: .2rem 0; }
.findings { padding: 0; list-style: none; }
.findings li { display: block; padding: .45rem .2rem; border-bottom: 1px solid var(--line); }
#list li { content-visibility: auto; contain-intrinsic-size: auto 5.5rem; }
.organ { font-weight: 600; }
.findings .message { display: block; }
.at a { margin-right: .8rem; display: inline-block; font-size: .92rem; }
blockquote { margin: .3rem 0; padding: .1rem .7rem; border-left: 3px solid var(--line);
  color: var(--soft); font-size: .92rem; max-height: 11rem; overflow: auto; }
#filter { display: flex; flex-wrap: wrap; gap: .5rem .8rem; align-items: end; padding: .7rem .8rem;
  background: var(--band); border-radius: .5rem; }
#filter label { display: grid; font-size: .85rem; color: var(--soft); flex: 1 1 8rem;
  min-width: 7rem; }
#filter select, #filter input, button { font: inherit; font-size: 1rem; color: var(--ink);
  background: var(--paper); border: 1px solid var(--soft); border-radius: .35rem;
  padding: .25rem .5rem;
  min-width: 0; width: 100%; }
#filter button, dialog button { width: auto; cursor: pointer; }
.chart { width: 100%; display: block; font-size: .875rem; }
.chart text { fill: var(--ink); } .chart .minor { fill: var(--soft); }
.chart .small { font-size: .78rem; }
.chart .error { fill: var(--error); } .chart .warning { fill: #d9a21b; }
  .chart .info { fill: #8aa0ba; }
.chart .none { fill: var(--band); stroke: var(--line); }
.chart .tone { fill: var(--tone); stroke: var(--line); }
.chart a { text-decoration: underline; }
.key { font-size: .85rem; color: var(--soft); }
.key-error { background: var(--error); } .key-warning { background: #d9a21b; }
  .key-info { background: #8aa0ba; }
.key i { display: inline-block; width: .8rem; height: .8rem; margin: 0 .3rem 0 .8rem;
  border-radius: .15rem; }
.organs .years a, nav.years a, nav.years b { display: inline-block; margin: 0 .55rem .1rem 0; }
.organs sup { color: var(--error); font-weight: 600; margin-left: .1rem; }
.organs .few sup { color: var(--warning); }
nav.years span { color: var(--soft); margin-right: .8rem; }
.facts { display: grid; grid-template-columns: repeat(auto-fill, minmax(14rem, 1fr));
  gap: .3rem 1.2rem; }
.facts .wide { grid-column: 1 / -1; }
.facts dt { font-size: .82rem; color: var(--soft); } .facts dd { margin: 0; }
.figures { font-size: .95rem; }
.figures th, .figures td { border: 1px solid var(--line); vertical-align: middle; }
.figures td.number, .figures th.number { text-align: center; }
.figures tr.head th { background: var(--band); }
.figures th.number { white-space: normal; min-width: 3.4rem; }
.figures tbody th[scope=row] { font-weight: normal; min-width: 11rem; position: sticky; left: 0;
  z-index: 1; background: var(--paper); }
.figures tr.group th > span { position: sticky; left: .5rem; }
.figures tr.group th { background: var(--band); font-weight: 600; }
.figures tr.level-1 th { padding-left: 1.2rem; } .figures tr.level-2 th { padding-left: 2.1rem; }
.figures td > a { display: inline-block; min-width: 1.6rem; color: inherit;
  text-decoration: underline dotted var(--soft); text-underline-offset: .25em; }
.figures td > a:hover, .figures td > a:focus { color: var(--link); text-decoration-style: solid; }
.figures td > a.doubtful { text-decoration: underline wavy var(--warning); }
.figures td a.mark, .mark { display: inline-block; min-width: 0; font-size: .72rem;
  line-height: 1.25;
  padding: 0 .22rem; margin-left: .25rem; border-radius: .25rem; text-decoration: none;
  vertical-align: super; font-weight: 600; }
.void { color: var(--soft); font-style: italic; font-size: .88em; }
.doubtful { text-decoration: underline wavy var(--warning); text-underline-offset: .25em; }
.doubt { color: var(--warning); font-weight: 700; margin-left: .15rem; }
.printed { display: block; font-size: .8rem; color: var(--soft); }
tr.remark td { background: var(--paper); border-top: none; }
.remarks { margin: .15rem 0; padding: 0; list-style: none; font-size: .9rem; }
.scroll .remarks { position: sticky; left: .5rem; width: fit-content;
  max-width: min(60rem, 100vw - 3rem); }
.remarks li { margin: .15rem 0; }
:target { background: var(--hit); } section:target, article:target { background: none; }
section:target > h2, article:target > h3, tr:target > th, tr:target > td { background: var(--hit); }
mark { background: var(--hit); color: inherit; }
figure { margin: 1rem 0; } figcaption { color: var(--soft); font-size: .9rem; }
.sheet { position: relative; width: 56rem; max-width: none; background: #fff; }
figure .sheet { border: 1px solid var(--line); }
.sheet img { display: block; width: 100%; height: auto; }
.sheet a { position: absolute; scroll-margin: 40vh 8rem; }
.sheet a:hover { outline: 2px solid #0b57a4; }
.sheet a:target, .sheet .hit { outline: 3px solid #d3221d; outline-offset: 1px;
  background: #ffd60033; }
.sheet .hit { position: absolute; }
dialog { width: min(60rem, 96vw); max-width: none; padding: .6rem; border: 1px solid var(--soft);
  border-radius: .5rem; background: var(--paper); color: var(--ink); }
dialog::backdrop { background: #0008; }
dialog form { display: flex; gap: 1rem; align-items: start; justify-content: space-between;
  margin-bottom: .5rem; }
dialog p { margin: 0; } dialog button { flex: none; }
dialog .view { overflow: auto; height: min(24rem, 60vh); border: 1px solid var(--line);
  background: #fff; }
@media (max-width: 40rem) { .figures { font-size: .88rem; }
  .figures tbody th[scope=row] { min-width: 8.5rem; } .figures tr.level-1 th { padding-left: .8rem;
  }
  .figures tr.level-2 th { padding-left: 1.3rem; } .tiles li { padding: .3rem .6rem;
  min-width: 5.2rem; }
  .facts { grid-template-columns: repeat(auto-fill, minmax(9rem, 1fr)); } .sheet { width: 46rem; } }
@media print { #filter, nav, .up { display: none; } .sheet { width: 100%; } }
)css";

const std::string_view kListScript = R"js(
(() => {
  const form = document.getElementById("filter");
  if (!form) return;
  const items = [...document.querySelectorAll("#list > li")];
  const texts = new Map();
  const textOf = (item) => {
    if (!texts.has(item)) texts.set(item, item.textContent.toLowerCase());
    return texts.get(item);
  };
  const count = document.getElementById("count");
  const pattern = count.dataset.pattern;
  const fields = form.elements;
  const apply = () => {
    const words = fields.text.value.toLowerCase().split(/\s+/).filter(Boolean);
    const organ = fields.organ.value.trim();
    let shown = 0;
    for (const item of items) {
      const data = item.dataset;
      const fits = (!fields.severity.value || data.s === fields.severity.value) &&
        (!fields.rule.value || data.r === fields.rule.value) &&
        (!fields.year.value || (" " + data.y + " ").includes(" " + fields.year.value + " ")) &&
        (!organ || item.querySelector(".organ").textContent.includes(organ)) &&
        words.every((word) => textOf(item).includes(word));
      item.hidden = !fits;
      shown += fits;
    }
    count.textContent = pattern.replace("{shown}", shown).replace("{all}", items.length);
  };
  form.hidden = false;
  form.addEventListener("input", apply);
  form.addEventListener("change", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(apply));
  for (const link of document.querySelectorAll("a[data-rule]")) {
    link.addEventListener("click", () => {
      form.reset();
      fields.rule.value = link.dataset.rule;
      apply();
    });
  }
  apply();
})();
)js";

const std::string_view kReportScript = R"js(
(() => {
  const dialog = document.getElementById("crop");
  if (!dialog || !dialog.showModal) return;
  const view = dialog.querySelector(".view"), sheet = dialog.querySelector(".sheet");
  const title = document.getElementById("crop-title");
  let opener = null;
  const show = (link, outline) => {
    const picture = outline.parentElement.querySelector("img");
    const image = document.createElement("img");
    for (const name of ["src", "alt", "width", "height"]) {
      image.setAttribute(name, picture.getAttribute(name));
    }
    const hit = document.createElement("div");
    hit.className = "hit";
    hit.style.cssText = outline.style.cssText;
    sheet.replaceChildren(image, hit);
    title.textContent = outline.getAttribute("aria-label") + " · " + picture.alt;
    opener = link;
    dialog.showModal();
    view.scrollTo(hit.offsetLeft + hit.offsetWidth / 2 - view.clientWidth / 2,
                  hit.offsetTop + hit.offsetHeight / 2 - view.clientHeight / 2);
  };
  dialog.addEventListener("close", () => { if (opener) opener.focus(); opener = null; });
  dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
  document.addEventListener("click", (event) => {
    const link = event.target.closest("td a[href^='#original']");
    const outline = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (!outline || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    show(link, outline);
  });
})();
)js";

}  // namespace gongkai
