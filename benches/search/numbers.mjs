// Figures of many measurements, tables of them, and what a command costs.
import fs from "node:fs";
import { spawn } from "node:child_process";

/** The value that a share of the values does not exceed (nearest rank). */
export function quantile(values, share) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? NaN;
}

export const median = (values) => quantile(values, 0.5);
export const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** "median / 90 % / most" of a property. */
export function spread(rows, property) {
  const values = rows.map((row) => row[property]);
  return [0.5, 0.9, 1].map((share) => figure(quantile(values, share))).join(" / ");
}

/** A number as a table shows it: three significant digits below a hundred, else whole with thin groups. */
export function figure(value) {
  if (typeof value !== "number") return value ?? "–";
  if (!Number.isFinite(value)) return "–";
  if (Math.abs(value) < 100 && !Number.isInteger(value)) return String(Number(value.toPrecision(3)));
  return Math.round(value).toLocaleString("en-US");
}

/** Prints a Markdown table. */
export function table(title, columns, rows) {
  if (!rows.length) return;
  const line = (cells) => `| ${cells.map(figure).join(" | ")} |`;
  console.log(`\n### ${title}\n`);
  console.log([line(columns), line(columns.map(() => "---")), ...rows.map(line)].join("\n"));
}

/** Runs a command; its output is shown only when it fails. Peak memory is that of its largest process. */
export async function measured(command, args) {
  const script = 'TIMEFORMAT="%U %S %R"; time "$@"';
  const child = spawn("bash", ["-c", script, "bash", command, ...args], { stdio: ["ignore", "pipe", "pipe"] });
  let text = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (piece) => (text += piece));
  let peak = 0;
  const watch = setInterval(() => (peak = Math.max(peak, largestBelow(child.pid))), 20);
  const status = await new Promise((done) => child.on("close", done));
  clearInterval(watch);
  if (status !== 0) throw new Error(`${command} ${args.join(" ")} failed:\n${text}`);
  const [user, system, wall] = text.trimEnd().split("\n").at(-1).split(" ").map(Number);
  return { cpu: user + system, wall, peak: peak / 1024 };
}

/** The greatest peak of resident memory (KiB) among the descendants of a process; 0 where there is no /proc. */
function largestBelow(pid) {
  try {
    const children = fs.readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").split(" ").filter(Boolean);
    return Math.max(0, ...children.map((child) => Math.max(peakOf(child), largestBelow(child))));
  } catch {
    return 0;
  }
}

const peakOf = (pid) => Number(/VmHWM:\s+(\d+)/.exec(fs.readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0);
