// How well answers fit judgements: nDCG@10, and success at 1, 3 and 10.
import { mean } from "./numbers.mjs";

const DEPTH = 10;
const gain = (grade, at) => (2 ** grade - 1) / Math.log2(at + 2);

/** Measures one answer (keys, best first) by the grades of a query. */
export function judge(keys, grades) {
  const found = keys.slice(0, DEPTH).map((key) => grades.get(key) ?? 0);
  const best = [...grades.values()].sort((a, b) => b - a).slice(0, DEPTH);
  const sum = (list) => list.reduce((total, grade, at) => total + gain(grade, at), 0);
  // A success is an answer of grade 2, or of the best grade there is when none reaches that.
  const bar = Math.min(2, best[0]);
  const success = (depth) => Number(found.slice(0, depth).some((grade) => grade >= bar));
  return { ndcg: sum(found) / sum(best), first: success(1), third: success(3), tenth: success(10) };
}

/** Mean measures by category, and of each whole set: rows of [category, queries, nDCG@10, S@1, S@3, S@10]. */
export function score(queries, answers) {
  const groups = new Map();
  queries.forEach(({ set, category, grades }, at) => {
    const measures = judge(answers[at], grades);
    for (const name of [category, `all of ${set}`]) groups.set(name, [...(groups.get(name) ?? []), measures]);
  });
  const order = ([a], [b]) => a.startsWith("all of") - b.startsWith("all of") || (a < b ? -1 : 1);
  const means = (rows) => ["ndcg", "first", "third", "tenth"].map((name) => mean(rows.map((row) => row[name])).toFixed(3));
  return [...groups].sort(order).map(([name, rows]) => [name, rows.length, ...means(rows)]);
}
