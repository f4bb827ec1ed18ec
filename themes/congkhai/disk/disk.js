// A site that is opened from a folder, not from a host: there browsers list folders and load no modules. Links and
// forms then lead to the page in a folder, and one script stands for the modules. On a host nothing happens.

if (location.protocol === "file:") {
  /** The one script beside this one; filled in when the site is published. */
  const WHOLE = "";
  const PAGE = "index.html";
  const follow = ({ target }) => {
    const link = target.closest?.("a[href]");
    if (link?.protocol === "file:" && link.pathname.endsWith("/")) link.pathname += PAGE;
  };
  // Before anybody else hears of it, and whichever way it is opened.
  for (const way of ["click", "auxclick", "contextmenu"]) addEventListener(way, follow, true);
  addEventListener("submit", ({ target }) => {
    const action = new URL(target.getAttribute("action") ?? "", location.href);
    if (action.protocol !== "file:" || !action.pathname.endsWith("/")) return;
    action.pathname += PAGE;
    target.setAttribute("action", action.href);
  }, true);
  const script = document.createElement("script");
  script.src = new URL(WHOLE, document.currentScript.src);
  document.head.append(script);
}
