"use strict";
const lines = document.getElementById("lines");
const boxes = [...document.querySelectorAll("input[data-kind]")];
const links = JSON.parse(document.getElementById("links").textContent);

function kindsShown() {
  return new Set(boxes.filter((box) => box.checked).map((box) => box.dataset.kind));
}

function draw() {
  const origin = lines.getBoundingClientRect();
  const kinds = kindsShown();
  lines.replaceChildren();
  for (const link of links) {
    const [old, next] = [document.getElementById(link.old), document.getElementById(link.new)];
    if (!kinds.has(link.kind) || old.hidden || next.hidden) continue;
    const [left, right] = [old.getBoundingClientRect(), next.getBoundingClientRect()];
    const [x1, x2] = [left.right - origin.left, right.left - origin.left];
    const [y1, y2] = [left.top + 18 - origin.top, right.top + 18 - origin.top];
    const middle = (x1 + x2) / 2;
    const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
    path.setAttribute("d", `M${x1} ${y1}C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}`);
    path.setAttribute("class", link.kind);
    path.dataset.old = link.old;
    path.dataset.new = link.new;
    lines.append(path);
  }
}

function filter() {
  const kinds = kindsShown();
  for (const task of document.querySelectorAll("article")) {
    task.hidden = !task.dataset.kinds.split(" ").some((kind) => kinds.has(kind));
  }
  draw();
}

function light(id, on) {
  for (const path of lines.children) {
    if (path.dataset.old !== id && path.dataset.new !== id) continue;
    path.classList.toggle("lit", on);
    for (const end of [path.dataset.old, path.dataset.new]) document.getElementById(end).classList.toggle("lit", on);
  }
}

for (const box of boxes) box.addEventListener("change", filter);
for (const task of document.querySelectorAll("article")) {
  task.addEventListener("mouseenter", () => light(task.id, true));
  task.addEventListener("mouseleave", () => light(task.id, false));
}
window.addEventListener("resize", draw);
filter();
