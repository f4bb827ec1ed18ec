// Small comforts. Every page works without this file.

const foldedParts = () => document.querySelectorAll("main details:not([open])");

// A button that prints can only work with a script, so it stays hidden until one runs.
for (const button of document.querySelectorAll("[data-print]")) {
  button.closest("[hidden]")?.removeAttribute("hidden");
  button.addEventListener("click", () => window.print());
}

// Browsers that cannot open folded parts on paper by style alone.
let opened = [];
addEventListener("beforeprint", () => {
  opened = [...foldedParts()];
  for (const part of opened) part.open = true;
});
addEventListener("afterprint", () => {
  for (const part of opened) part.open = false;
  opened = [];
});

// A link to a folded part opens it.
const openTarget = () => {
  const target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
  for (let part = target && target.closest("details"); part; part = part.parentElement?.closest("details")) part.open = true;
};
addEventListener("hashchange", openTarget);
openTarget();
