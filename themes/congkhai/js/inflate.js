// Unpacks the files of the search where the browser cannot (Safari 15.4 to 16.3, Firefox 104 to 112): DecompressionStream
// for "deflate" (zlib) and "gzip". Nobody else loads this file.

/** Orders in which lengths of code lengths stand. */
const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
const damaged = () => TypeError("damaged");

/** First value and number of further bits of each code: of `count` codes, every `step` have one bit more. */
function ranges(count, step, first) {
  const found = [];
  for (let at = 0; at < count; at++) {
    const bits = Math.max(0, Math.floor(at / step) - 1);
    found.push([first, bits]);
    first += 1 << bits;
  }
  return found;
}
const LENGTHS = [...ranges(28, 4, 3), [258, 0]];
const DISTANCES = ranges(30, 2, 1);

/** The symbols of a Huffman code in order, and how many have each number of bits. */
function huffman(lengths) {
  const counts = Array(16).fill(0);
  for (const length of lengths) if (length) counts[length]++;
  const symbols = [...lengths.keys()].filter((symbol) => lengths[symbol]);
  return { counts, symbols: symbols.sort((a, b) => lengths[a] - lengths[b] || a - b) };
}
const filled = (...parts) => parts.flatMap(([count, length]) => Array(count).fill(length));
const FIXED = [filled([144, 8], [112, 9], [24, 7], [8, 8]), filled([30, 5])].map(huffman);

/** Unpacks a deflate stream; gives its bytes and where it ends. */
function inflate(bytes, start) {
  let bit = start * 8;
  let out = new Uint8Array(bytes.length * 4 + 64);
  let length = 0;
  const take = (count) => {
    let value = 0;
    for (let at = 0; at < count; at++, bit++) {
      if (bit >> 3 >= bytes.length) throw damaged();
      value |= ((bytes[bit >> 3] >> (bit & 7)) & 1) << at;
    }
    return value;
  };
  const symbol = ({ counts, symbols }) => {
    for (let size = 1, code = 0, first = 0, index = 0; size < 16; size++) {
      code |= take(1);
      if (code - counts[size] < first) return symbols[index + code - first];
      index += counts[size];
      first = (first + counts[size]) << 1;
      code <<= 1;
    }
    throw damaged();
  };
  const put = (byte) => {
    if (length === out.length) {
      const wider = new Uint8Array(length * 2);
      wider.set(out);
      out = wider;
    }
    out[length++] = byte;
  };
  const stored = () => {
    bit = (bit + 7) & ~7;
    const count = take(16);
    if ((take(16) ^ count) !== 0xffff) throw damaged();
    for (let at = 0; at < count; at++) put(take(8));
  };
  const codes = () => {
    const [literals, distances] = [take(5) + 257, take(5) + 1];
    const sizes = Array(19).fill(0);
    for (let at = 0, count = take(4) + 4; at < count; at++) sizes[ORDER[at]] = take(3);
    const code = huffman(sizes);
    const lengths = [];
    while (lengths.length < literals + distances) {
      const next = symbol(code);
      if (next < 16) lengths.push(next);
      else if (next === 16 && !lengths.length) throw damaged();
      else lengths.push(...Array(next === 16 ? 3 + take(2) : next === 17 ? 3 + take(3) : 11 + take(7)).fill(next === 16 ? lengths.at(-1) : 0));
    }
    return [lengths.slice(0, literals), lengths.slice(literals)].map(huffman);
  };
  const packed = ([literals, distances]) => {
    for (let next; (next = symbol(literals)) !== 256; ) {
      if (next < 256) put(next);
      else {
        const [least, bits] = LENGTHS[next - 257] ?? [];
        const count = least + take(bits);
        const [nearest, further] = DISTANCES[symbol(distances)] ?? [];
        const distance = nearest + take(further);
        if (!(distance <= length && count)) throw damaged();
        for (let at = 0; at < count; at++) put(out[length - distance]);
      }
    }
  };
  for (let last = 0; !last; ) {
    last = take(1);
    const kind = take(2);
    if (kind > 2) throw damaged();
    if (kind) packed(kind === 1 ? FIXED : codes());
    else stored();
  }
  return { out: out.subarray(0, length), end: (bit + 7) >> 3 };
}

/** The checksum that ends a zlib stream. */
function adler(bytes) {
  let [a, b] = [1, 0];
  for (const byte of bytes) b = (b + (a = (a + byte) % 65521)) % 65521;
  return b * 65536 + a;
}

/** Where the packed bytes of a gzip file begin: behind its fixed head, further fields, name and comment. */
function behindHead(bytes) {
  let at = 10;
  if (bytes[3] & 4) at += 2 + bytes[at] + bytes[at + 1] * 256;
  for (const flag of [8, 16]) if (bytes[3] & flag) while (bytes[at++] > 0);
  return at + (bytes[3] & 2);
}

function unpack(bytes, format) {
  const isZlib = format === "deflate";
  const { out, end } = inflate(bytes, isZlib ? 2 : behindHead(bytes));
  const last = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  // Of gzip the length is enough: what is inside has a checksum of its own. Too short a file throws by itself.
  const isWhole = isZlib ? last.getUint32(end) === adler(out) && last.getUint16(0) % 31 === 0 : last.getUint32(end + 4, true) === out.length;
  if (!isWhole) throw damaged();
  return out;
}

globalThis.DecompressionStream ??= class extends TransformStream {
  constructor(format) {
    const chunks = [];
    const flush = async (stream) => stream.enqueue(unpack(new Uint8Array(await new Blob(chunks).arrayBuffer()), format));
    super({ transform: (chunk) => void chunks.push(chunk), flush });
  }
};
