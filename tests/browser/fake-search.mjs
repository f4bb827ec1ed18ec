// A stand-in for the search engine, published in place of the real one: the tests of the interface decide what is
// found. Every question waits as long as the digits of "cham<milliseconds>" in it say; "hong" is a broken shard.
const NAMES = [
  ['1.001193', 'Đăng ký khai sinh', 'Hộ tịch'], ['2.000635', 'Cấp bản sao Trích lục hộ tịch, bản sao Giấy khai sinh', 'Hộ tịch'],
  ['1.000894', 'Đăng ký kết hôn', 'Hộ tịch'], ['1.004884', 'Đăng ký lại khai sinh', 'Hộ tịch'],
];

const hit = (at) => {
  const [key, title, field] = NAMES[at % NAMES.length];
  const level = at % 3 ? 'commune' : 'province';
  return { key, url: `thu-tuc/${key}/`, title, score: 100 - at, field, agency: 'Ủy ban nhân dân cấp xã', level, online: at % 2 === 0, line: `Ủy ban nhân dân cấp xã · Trung tâm Phục vụ hành chính công · 05 ngày làm việc` };
};

const FACETS = {
  field: [['Hộ tịch', 20], ['Chứng thực', 4], ...Array.from({ length: 9 }, (_, at) => [`Lĩnh vực số ${at}`, 1])],
  level: [['commune', 16], ['province', 8]], online: [[true, 12], [false, 12]],
};

export class SearchError extends Error {}

export async function open(base) {
  globalThis.asked = [];
  return {
    async query(text, { limit, offset, filters }) {
      globalThis.asked.push({ base, text, limit, offset, filters });
      const wait = Number(/cham(\d+)/.exec(text)?.[1] ?? 0);
      if (wait) await new Promise((done) => setTimeout(done, wait));
      if (text.includes('hong')) throw new SearchError('the shard is broken');
      if (text === 'xyz') return { hits: [], total: 0, tier: 'B' };
      const total = filters.level ? 8 : 24;
      const hits = Array.from({ length: Math.max(0, Math.min(limit, total - offset)) }, (_, at) => hit(offset + at));
      return { hits, total, tier: 'A', facets: FACETS, suggestion: text.includes('kai') ? text.replace('kai', 'khai') : undefined };
    },
  };
}
