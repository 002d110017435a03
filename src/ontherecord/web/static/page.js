// Small comforts; every view works without them.

// What is latest stands to the right; in a narrow window a chart begins there.
for (const chart of document.querySelectorAll(".chart.latest-right")) chart.scrollLeft = chart.scrollWidth;

for (const button of document.querySelectorAll("[data-print]")) button.addEventListener("click", () => window.print());

// j and k go through the events of a report; / goes to the search.
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea")) return;
  if (event.key === "/") {
    event.preventDefault();
    document.getElementById("q")?.focus();
  }
  if (event.key !== "j" && event.key !== "k") return;
  const links = [...document.querySelectorAll(".items a")];
  const now = links.findIndex((link) => link.getAttribute("aria-current") === "true");
  const next = links[now + (event.key === "j" ? 1 : -1)];
  if (next) next.click();
});

// Something is on its way: say so to the eye and to screen readers.
document.addEventListener("submit", () => document.body.setAttribute("aria-busy", "true"));
window.addEventListener("pageshow", () => document.body.removeAttribute("aria-busy"));

// A reviewer's name is kept on this machine, so that it is written once.
const names = document.querySelectorAll("[data-who]");
for (const field of names) {
  field.value ||= localStorage.getItem("who") ?? "";
  field.addEventListener("change", () => localStorage.setItem("who", field.value));
}

// Words selected in the text of a report are those of a missed event.
const words = document.querySelector("[data-words]");
if (words) document.addEventListener("selectionchange", () => {
  const chosen = document.getSelection();
  const text = document.getElementById("text");
  if (!chosen.rangeCount || !chosen.toString().trim() || !text.contains(chosen.anchorNode) || !text.contains(chosen.focusNode)) return;
  const range = chosen.getRangeAt(0);
  const piece = range.startContainer.parentElement?.closest("[data-start]");
  words.value = chosen.toString().trim();
  // Offsets of the page are code points, those of a range are UTF-16 units.
  const before = piece ? [...piece.textContent.slice(0, range.startOffset)].length : 0;
  document.querySelector("[data-near]").value = piece ? Number(piece.dataset.start) + before : "";
});
