// Where the words stand in the pages of hits that only their texts explain, with the real search and the real pages.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { violations } from './axe.mjs';
import { launch } from './browser.mjs';
import { invalid } from './html.mjs';
import { serve, siteFolder } from './site.mjs';

const QUESTION = 'đừng bấm đường dẫn lạ gửi qua tin nhắn';
const ARTICLE = 'tin-tuc/nop-ho-so-truc-tuyen-nam-buoc/';
let browser;
let site;
/** What the server says instead of a page while a test wants it. */
let instead = () => undefined;

before(async () => {
  browser = await launch();
  site = await serve(siteFolder(), { instead: (path) => instead(path) });
});
after(async () => {
  await browser?.close();
  site?.close();
});

async function ask(question = QUESTION, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, serviceWorkers: 'block', bypassCSP: true, ...options });
  const page = await context.newPage();
  await page.goto(site.url(`tim-kiem/?q=${encodeURIComponent(question)}`));
  return page;
}

const hit = (page) => page.locator(`.results .rows > li:has(> a[href$="${ARTICLE}"])`);
const note = (page) => hit(page).locator('.excerpt');
const filled = (page) => page.waitForFunction((article) => document.querySelector(`.results .rows > li:has(> a[href$="${article}"]) .excerpt mark`), ARTICLE);
/** Answers a page of the site in its own way. */
async function during(answer, run) {
  instead = answer;
  try {
    await run();
  } finally {
    instead = () => undefined;
  }
}
const only = (answer) => (path) => (path === `/${ARTICLE}` ? answer() : undefined);

for (const [width, typed] of [[360, QUESTION], [1280, QUESTION], [1280, 'dung bam duong dan la gui qua tin nhan']]) {
  test(`at ${width} px “${typed}” shows its sentence, written as it is published and marked`, async () => {
    const page = await ask(typed, { viewport: { width, height: 800 } });
    await note(page).scrollIntoViewIfNeeded();
    await filled(page);
    const text = await note(page).innerText();
    assert.ok(text.includes(QUESTION), text);
    assert.ok(text.length < 230, text);
    const marks = await note(page).locator('mark').allInnerTexts();
    assert.ok(marks.some((mark) => mark.startsWith('đừng bấm đường dẫn')), marks.join('|'));
    const { clientHeight, scrollWidth, clientWidth } = await note(page).evaluate(({ clientHeight, scrollWidth, clientWidth }) => ({ clientHeight, scrollWidth, clientWidth }));
    assert.ok(clientHeight < 60 && scrollWidth <= clientWidth);
    assert.ok(await note(page).locator('mark').first().isVisible());
    assert.deepEqual(await violations(page), []);
    assert.deepEqual(await invalid(await page.evaluate(() => `<!doctype html>${document.documentElement.outerHTML}`)), []);
  });
}

test('nothing moves and nothing is read out when an excerpt comes', async () => {
  let answer;
  const waiting = new Promise((done) => { answer = done; });
  await during(only(() => waiting), async () => {
    const page = await ask();
    await note(page).scrollIntoViewIfNeeded();
    await page.waitForFunction(() => document.querySelector('.found [role=status]').textContent);
    const measure = () => page.evaluate(() => [document.documentElement.scrollHeight, document.querySelector('.found [role=status]').textContent, document.activeElement.tagName]);
    const before = await measure();
    answer(undefined);
    await filled(page);
    assert.deepEqual(await measure(), before);
  });
});

test('a page that is missing, foreign or broken leaves the note, and no hit is lost', async () => {
  const answers = {
    missing: () => ({ status: 404, body: 'gone' }),
    'no page': () => ({ file: 'a.json', body: '{"a":"đừng bấm đường dẫn lạ"}' }),
    'a page of something else': () => ({ file: 'a.html', body: '<!doctype html><title>Đăng nhập</title><p>Wi-Fi</p>' }),
    'half a page': () => ({ file: 'a.html', body: '<!doctype html><main><table><tr><td' }),
  };
  for (const [what, answer] of Object.entries(answers)) {
    await during(only(answer), async () => {
      const page = await ask();
      const requested = page.waitForResponse((response) => response.url().endsWith(ARTICLE));
      await note(page).scrollIntoViewIfNeeded();
      await (await requested).finished();
      // Room for a mark to appear, were the page taken for the article.
      await page.waitForTimeout(200);
      assert.equal(await note(page).locator('mark').count(), 0, what);
      assert.ok(await hit(page).locator('a').isVisible(), what);
      assert.ok(await page.locator('[data-part=failed]').isHidden(), what);
      await page.context().close();
    });
  }
});

test('what a page says is text, never HTML, and what it does not show is no excerpt', async () => {
  const body = `<!doctype html><html lang="en"><main><script>// ${QUESTION}</script><p hidden>${QUESTION} ẩn</p><nav><p>${QUESTION} menu</p></nav>
<ul><li lang="vi">Trước &lt;img src=x&gt; ${QUESTION} sau</ul></main>`;
  await during(only(() => ({ file: 'a.html', body })), async () => {
    const page = await ask();
    await note(page).scrollIntoViewIfNeeded();
    await filled(page);
    assert.match(await note(page).innerText(), /<img src=x> đừng.* sau$/);
    assert.equal(await note(page).locator('img').count(), 0);
  });
});

test('only what is seen is read, two pages at once at most', async () => {
  let [open, most] = [0, 0];
  const pages = new Set();
  const slow = async (path) => {
    if (!/^\/(thu-tuc|tin-tuc|phan-anh|van-ban|kiem-tra|ke-hoach|xep-hang|thong-bao)\/.+\/$/.test(path)) return undefined;
    pages.add(path);
    most = Math.max(most, (open += 1));
    await new Promise((done) => setTimeout(done, 120));
    open -= 1;
    return undefined;
  };
  await during(slow, async () => {
    const page = await ask('người hướng dẫn tại quầy và hai máy tính', { viewport: { width: 1280, height: 500 } });
    await page.locator('.results .rows > li').nth(9).waitFor();
    await page.waitForTimeout(1200);
    const early = pages.size;
    const notes = await page.locator('.excerpt').count();
    assert.ok(notes > 4 && early < notes, `${early} of ${notes}`);
    for (let at = 0; at < notes; at += 1) {
      await page.locator('.excerpt').nth(at).scrollIntoViewIfNeeded();
      await page.waitForTimeout(150);
    }
    for (let waited = 0; pages.size <= early && waited < 10_000; waited += 100) await page.waitForTimeout(100);
    assert.ok(pages.size > early && pages.size <= 10, `${pages.size}`);
    assert.ok(most <= 2, `${most} at once`);
  });
});

test('a hit whose name tells why it was found reads no page, whatever was said around it', async () => {
  for (const question of ['cho em hỏi đăng ký tạm trú cần giấy tờ gì ạ', 'nvqs']) {
    const page = await ask(question);
    await page.waitForFunction(() => document.querySelector('.found [role=status]').textContent);
    const first = page.locator('.results .rows > li').first();
    assert.match(await first.innerText(), /đăng ký tạm trú|nghĩa vụ quân sự/i);
    assert.equal(await first.locator('.excerpt').count(), 0, question);
    // So that the question is one that reads long texts.
    assert.ok(await page.locator('.excerpt').count() > 0, question);
  }
});
