// A stand-in for the search engine, published in place of the real one: the tests of the interface decide what is
// found. Every question waits as long as the digits of "cham<milliseconds>" in it say, and long texts as "lau" says; "hong" is a broken shard; of "dut" only
// the first ten hits can be read until `mended` is set;
// "nhieu" has as much in the names as in long texts; "van ban" finds two in the names, and six in the long texts, in another order.
const NAMES = [
  ['1.001193', 'Đăng ký khai sinh', 'Hộ tịch'], ['2.000635', 'Cấp bản sao Trích lục hộ tịch, bản sao Giấy khai sinh', 'Hộ tịch'],
  ['1.000894', 'Đăng ký kết hôn', 'Hộ tịch'], ['1.004884', 'Đăng ký lại khai sinh', 'Hộ tịch'],
];

const hit = (at) => {
  const [key, title] = NAMES[at % NAMES.length];
  const level = at % 3 ? 'commune' : 'province';
  // As the program writes them: 5 working days or nothing; 15.000 đồng, free, or nothing.
  const figures = { time: at % 2 ? 0 : 1 + 50 * 6 + 3, fee: [15001, 1, 0][at % 3] };
  return {
    key: at < NAMES.length ? key : `1.1000${String(at).padStart(2, '0')}`, url: `thu-tuc/${key}/`, title, score: 100 - at, level, online: at % 2 === 0, partly: at % 4 === 1,
    summary: 'Ủy ban nhân dân cấp xã · Trung tâm Phục vụ hành chính công', ...figures,
  };
};

const FACETS = {
  field: { 'Hộ tịch': 16, 'Chứng thực': 4, '': 3, ...Object.fromEntries(Array.from({ length: 9 }, (_, at) => [`Lĩnh vực số ${at}`, 1])) },
  agency: { 'Ủy ban nhân dân cấp xã': 24 }, level: { commune: 16, province: 8 }, online: { true: 12, false: 12 },
};

const plain = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();

export class SearchError extends Error {}

export async function open(base) {
  globalThis.asked = [];
  return {
    async query(text, options) {
      globalThis.asked.push({ base, text, ...options });
      const { limit = 10, offset = 0, filters, facets, tier, asTyped } = options;
      const wait = Number(/cham(\d+)/.exec(text)?.[1] ?? 0);
      if (wait) await new Promise((done) => setTimeout(done, wait));
      const late = tier === 'A' ? 0 : Number(/lau(\d+)/.exec(text)?.[1] ?? 0);
      if (late) await new Promise((done) => setTimeout(done, late));
      if (text.includes('dut') && limit > 10 && !globalThis.mended) throw new SearchError('the shard is gone');
      if (text.includes('hong')) throw new SearchError('the shard is broken');
      const words = new Set(plain(text).split(/\s+/));
      const answer = { tier: tier ?? 'A', more: false, meant: null, words, plan: { name: plain(text) }, facets: facets ? FACETS : null };
      if (text.startsWith('xyz')) return { ...answer, hits: [], total: 0, more: tier === 'A' };
      if (text === 'van ban') {
        const places = tier === 'A' ? [0, 1] : [5, 1, 4, 0, 3, 2];
        return { ...answer, tier: tier ?? 'B', hits: places.slice(0, limit).map(hit), total: places.length, more: tier === 'A' };
      }
      const total = filters?.level || asTyped ? 8 : 24;
      const hits = Array.from({ length: Math.max(0, Math.min(limit, total - offset)) }, (_, at) => hit(offset + at));
      return { ...answer, hits, total, more: text.startsWith('nhieu') && tier === 'A', meant: text.includes('kai') && !asTyped ? text.replace('kai', 'khai') : null };
    },
    highlight: (text, { words }) => text.split(/([\p{L}\p{N}]+)/u).filter(Boolean).map((piece) => ({ text: piece, marked: words.has(plain(piece)) })),
  };
}
