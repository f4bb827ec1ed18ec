// Sorts and filters the tables of rankings, and leaves chosen units in a comparison. The tables are complete without.

/** Letters without tone marks, in lower case: `Đắk Lắk` and `dak lak` are the same. */
const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase().trim();

const nameOf = (row) => row.querySelector(".who a, .who span, .who")?.textContent.trim() ?? "";
const collator = new Intl.Collator("vi");

/** What a row is sorted by in a column; rows without a value stay last in both directions. */
const valueOf = (row, column) => {
  const cell = row.cells[column];
  if (cell.dataset.v !== undefined) return Number(cell.dataset.v);
  return cell.matches(".who") ? nameOf(row) : undefined;
};

const compare = (a, b) => (typeof a === "string" ? collator.compare(a, b) : a - b);

function sort(table, head, direction) {
  const column = head.cellIndex;
  const body = table.tBodies[0];
  const rows = [...body.rows].map((row, place) => ({ row, place, value: valueOf(row, column) }));
  rows.sort((a, b) => {
    if (a.value === undefined || b.value === undefined) return (a.value === undefined) - (b.value === undefined) || a.place - b.place;
    return direction * compare(a.value, b.value) || a.place - b.place;
  });
  body.append(...rows.map(({ row }) => row));
  for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
  head.setAttribute("aria-sort", direction > 0 ? "ascending" : "descending");
}

function makeSortable(table) {
  const sortable = [...table.tHead.rows[0].cells].filter((head) => head.dataset.key || head.matches(".who"));
  for (const head of sortable) {
    const label = head.firstElementChild?.matches("span:not(.max)") ? head.firstElementChild : head.firstChild;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "sorter";
    button.title = table.dataset.sort;
    label.replaceWith(button);
    button.append(label);
    if (head.matches(".rank")) head.setAttribute("aria-sort", "ascending");
    button.addEventListener("click", () => {
      const first = head.dataset.key === "down" ? -1 : 1;
      const now = { ascending: 1, descending: -1 }[head.getAttribute("aria-sort")];
      sort(table, head, now === first ? -first : first);
    });
  }
}

function makeFilter(table, tools) {
  const input = tools.querySelector("input");
  const status = tools.querySelector("[data-shown]");
  const rows = [...table.tBodies[0].rows].map((row) => ({ row, name: fold(nameOf(row)) }));
  input.addEventListener("input", () => {
    const wanted = fold(input.value);
    let shown = 0;
    for (const { row, name } of rows) {
      row.hidden = !name.includes(wanted);
      shown += !row.hidden;
    }
    status.textContent = wanted ? status.dataset.shown.replace("{n}", shown) : "";
  });
  tools.hidden = false;
}

/** A comparison: the address holds the units, so that it can be shared. */
function makeComparison(page) {
  const tools = page.querySelector("[data-tools]");
  const [select, list, status] = [tools.querySelector("select"), tools.querySelector(".chosen"), tools.querySelector("[data-full]")];
  const most = Number(page.dataset.most);
  const rows = [...page.querySelectorAll("tr[data-unit]")];
  const names = new Map(rows.map((row) => [row.dataset.unit, nameOf(row)]));
  const units = [...names.keys()].sort((a, b) => collator.compare(names.get(a), names.get(b)));
  for (const unit of units) select.append(new Option(names.get(unit), unit));
  const asked = (new URLSearchParams(location.search).get("dv") ?? "").split(",");
  let chosen = [...new Set(asked)].filter((unit) => names.has(unit)).slice(0, most);

  const show = () => {
    for (const row of rows) row.hidden = chosen.length > 0 && !chosen.includes(row.dataset.unit);
    list.replaceChildren(...chosen.map((unit) => {
      const item = document.createElement("li");
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = `${names.get(unit)} ×`;
      button.setAttribute("aria-label", list.dataset.remove.replace("{unit}", names.get(unit)));
      button.addEventListener("click", () => choose(chosen.filter((other) => other !== unit)));
      item.append(button);
      return item;
    }));
    status.textContent = chosen.length >= most ? status.dataset.full : "";
    select.disabled = chosen.length >= most;
    select.value = "";
  };
  const choose = (next) => {
    chosen = next;
    const query = chosen.length ? `?dv=${chosen.join(",")}` : location.pathname;
    history.replaceState(null, "", query);
    show();
    (select.disabled ? list.querySelector("button") : select)?.focus();
  };
  select.addEventListener("change", () => select.value && choose([...chosen, select.value]));
  tools.hidden = false;
  show();
}

for (const table of document.querySelectorAll("table[data-ranking]")) {
  makeSortable(table);
  const tools = document.querySelector("[data-tools]");
  if (tools && table.tBodies[0].rows.length > 8) makeFilter(table, tools);
}
for (const page of document.querySelectorAll("[data-compare]")) makeComparison(page);
