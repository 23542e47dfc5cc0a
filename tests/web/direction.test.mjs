// Pages in Arabic and in Hebrew, among others: what is found reads from right to left, and what the
// page itself says stays as it is.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { expectAccessible, openTab, settled, startBrowser, startServer } from "./setting.mjs";

// A name in letters of the other direction stands in each.
const PAGES = {
    ar: { dir: "rtl", asks: "الكتف", title: "الكتف المتجمدة: الأسباب والعلاج", heading: "ما هي الكتف المتجمدة؟",
        words: "الكتف المتجمدة (Frozen shoulder) حالة تسبب ألما وتيبسا في مفصل الكتف، وقد تستمر من 12 إلى 24 شهرا." },
    he: { dir: "rtl", asks: "כתף", title: "כתף קפואה: תרגילים וטיפול", heading: "מהי כתף קפואה?",
        words: "כתף קפואה (Frozen shoulder) היא מצב שבו מפרק הכתף כואב ונוקשה, לעתים במשך 12 עד 24 חודשים." },
    en: { dir: "ltr", asks: "wombat", title: "Wombats and their shoulders", heading: "Shoulders",
        words: "The wombat digs with strong shoulders, in Arabic الومبت, for hours." },
};

let folder;
let server;
let browser;
before(async () => {
    folder = mkdtempSync(join(tmpdir(), "palpate-direction-"));
    for (const [lang, { dir, title, heading, words }] of Object.entries(PAGES))
        writeFileSync(join(folder, `${lang}.html`), `<!doctype html><html lang="${lang}" dir="${dir}"><head>
            <meta charset="utf-8"><title>${title}</title></head><body><main><article><h1>${title}</h1>
            <h2>${heading}</h2><p>${words}</p></article></main></body></html>`);
    server = await startServer([folder, "--base-url", "https://clinic.example/"]);
    browser = await startBrowser();
});
after(async () => {
    await browser?.close();
    await server?.stop();
    rmSync(folder, { recursive: true });
});

const directionOf = (locator) => locator.evaluate((node) => getComputedStyle(node).direction);

for (const [lang, { dir, asks, title, words }] of Object.entries(PAGES))
    for (const javaScriptEnabled of [true, false])
        test(`hits in ${lang} read ${dir} ${javaScriptEnabled ? "with" : "without"} JavaScript`, async () => {
            const tab = await openTab(browser, server, `?q=${encodeURIComponent(asks)}`,
                { javaScriptEnabled, bypassCSP: javaScriptEnabled });
            if (javaScriptEnabled)
                await settled(tab.page);
            const hit = tab.hits.first();
            assert.equal((await hit.locator("h2").textContent()).trim(), title);
            for (const part of ["h2", ".path", ".snippet"])
                assert.equal(await directionOf(hit.locator(part).first()), dir, part);
            assert.equal(await directionOf(tab.box), dir, "the box");
            assert.equal(await directionOf(tab.answer), "ltr", "what the page says");
            const marks = await hit.locator(".snippet mark").allTextContents();
            assert.ok(marks.length > 0 && marks.every((mark) => words.includes(mark)), marks.join("|"));
            // Where one reads from: the first mark of the passage lies in the half where it begins.
            const [line, mark] = await Promise.all([hit.locator(".snippet").first().boundingBox(),
                hit.locator(".snippet mark").first().boundingBox()]);
            assert.equal(mark.x + mark.width / 2 > line.x + line.width / 2, dir === "rtl");
            // A passage begins where its title does, and the line beside a warning is there, too.
            const begins = (box) => (dir === "rtl" ? box.x + box.width : box.x);
            assert.ok(Math.abs(begins(line) - begins(await hit.locator("h2").boundingBox())) < 1);
            const sides = await hit.locator(".snippet").first().evaluate((snippet) => {
                snippet.classList.add("care");
                const { paddingLeft, paddingRight, borderLeftWidth, borderRightWidth } = getComputedStyle(snippet);
                snippet.classList.remove("care");
                return { left: [paddingLeft, borderLeftWidth], right: [paddingRight, borderRightWidth] };
            });
            assert.ok(sides[dir === "rtl" ? "right" : "left"].every((width) => parseFloat(width) > 0));
            assert.deepEqual(sides[dir === "rtl" ? "left" : "right"], ["0px", "0px"]);
            if (javaScriptEnabled)
                await expectAccessible(tab.page);
            await tab.close();
        });

test("suggestions in Hebrew read from right to left, and are called what they are in English", async () => {
    const tab = await openTab(browser, server);
    await tab.page.route("**/suggest?*", (route) => route.fulfill({ json: { query: "", partial: false,
        suggestions: [{ text: PAGES.he.title, kind: "article", count: 1, query: PAGES.he.title }] } }));
    await tab.box.fill("כת");
    const option = tab.page.getByRole("option").first();
    await option.waitFor();
    assert.equal(await directionOf(option.locator("bdi")), "rtl");
    assert.equal(await directionOf(option.locator(".source")), "ltr");
    await tab.close();
});
