// What a page looks like at its worst: the smallest phone, titles as long as abstracts, other
// scripts, nothing found, no answer.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { expectAccessible, openStill, openTab, settled, startBrowser, startServer, typeOn } from "./setting.mjs";

const LONG = "How wombats compare with other diggers of long burrows in wet and in dry years, " +
    "by their age, their weight, the soil that they dig in and the plants that grow on it, ".repeat(4) +
    "over a whole year";
const UNBROKEN = "Wombatburrowdigger".repeat(12);
const ARABIC = "الكتف المتجمدة: الأسباب والعلاج";
const TINY = { width: 320, height: 568 };

function pageOf(title, heading, words, lang = "en") {
    return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>${title}</title></head>` +
        `<body><main><article><h1>${title}</h1><h2>${heading}</h2><p>${words}</p></article></main></body></html>`;
}

let folder;
let server;
let browser;
before(async () => {
    folder = mkdtempSync(join(tmpdir(), "palpate-extremes-"));
    writeFileSync(join(folder, "long.html"),
        pageOf(LONG, UNBROKEN, `A wombat digs: see https://example.org/${UNBROKEN} on wombats.`));
    writeFileSync(join(folder, "arabic.html"),
        pageOf(ARABIC, "ما هي الكتف المتجمدة؟", "الكتف المتجمدة حالة تسبب ألما وتيبسا في مفصل الكتف.", "ar"));
    writeFileSync(join(folder, "two.html"), pageOf("Wombats at night", "Night", "The wombat walks at night."));
    server = await startServer([folder, "--base-url", "https://clinic.example/"]);
    browser = await startBrowser();
});
after(async () => {
    await browser?.close();
    await server?.stop();
    rmSync(folder, { recursive: true });
});

async function expectToFit(page) {
    const [wide, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    assert.ok(wide <= window, `${wide} <= ${window}`);
}

const linesOf = (element) => element.evaluate((node) =>
    Math.round(node.getBoundingClientRect().height / parseFloat(getComputedStyle(node).lineHeight)));

test("long titles and words fit on the smallest phone, and leave room for the passage", async () => {
    for (const javaScriptEnabled of [true, false]) {
        const tab = await openTab(browser, server, "?q=wombat+digs",
            { viewport: TINY, javaScriptEnabled });
        const title = tab.page.locator(".hit h2", { hasText: "other diggers" });
        await title.waitFor();
        if (javaScriptEnabled)
            await settled(tab.page);
        assert.ok(await linesOf(title) <= 4);
        // Paper has the room, and nobody can follow the link.
        await tab.page.emulateMedia({ media: "print" });
        assert.ok(await linesOf(title) > 4);
        await tab.page.emulateMedia({ media: "screen" });
        if (javaScriptEnabled)
            await expectToFit(tab.page);
        assert.equal(await tab.page.locator(".hit .snippet", { hasText: "digs" }).first().isVisible(), true);
        await tab.close();
    }
});

test("on the smallest phone no word of the controls is broken", async () => {
    const tab = await openStill(browser, server, "?q=wombat", { viewport: TINY });
    await settled(tab.page);
    assert.equal(await linesOf(tab.page.getByText("More filters")), 1);
    await tab.box.fill("wom");
    await typeOn(tab, "b");
    const kind = tab.page.locator("#suggestions .source").first();
    await kind.waitFor();
    assert.equal(await linesOf(kind), 1);
    await expectToFit(tab.page);
    await tab.close();
});

test("titles and headings in Arabic stand where their passages do", async () => {
    for (const javaScriptEnabled of [true, false]) {
        const tab = await openTab(browser, server, `?q=${encodeURIComponent("الكتف")}`,
            { javaScriptEnabled });
        await tab.page.locator(".hit h2").waitFor();
        if (javaScriptEnabled)
            await settled(tab.page);
        for (const part of ["h2", ".path", ".snippet"])
            assert.equal(await tab.page.locator(`.hit ${part}`).first().evaluate((node) =>
                getComputedStyle(node).direction), "rtl", part);
        await tab.close();
    }
});

test("a failure is not hidden by what could be completed", async () => {
    const tab = await openStill(browser, server, "", { viewport: TINY });
    await tab.page.route("**/answer?*", (route) => route.abort());
    await tab.page.route("**/suggest?*", (route) => route.fulfill({ json: { query: "", suggestions:
        ["wombat", "wombats", "wombat burrow"].map((text) => ({ text, kind: "article", count: 1 })) } }));
    for (const letter of "wombat") {
        await tab.box.press(letter);
        await tab.page.clock.runFor(60);
    }
    await tab.page.locator("#suggestions").waitFor();
    await tab.page.clock.runFor(1000);
    await tab.page.getByRole("heading", { name: "No answer" }).waitFor();
    assert.equal(await tab.page.locator("#suggestions").isVisible(), false);
    await tab.page.getByRole("button", { name: "Try again" }).click();
    await tab.close({ complaintsAreExpected: true });
});

test("without JavaScript, nothing found says what to do", async () => {
    const tab = await openTab(browser, server, "?q=zzzzqqq&kind=faq", { javaScriptEnabled: false });
    await tab.page.getByRole("heading", { name: "Nothing found" }).waitFor();
    assert.equal(await tab.page.getByText("Newest first").count(), 0);
    await tab.page.getByRole("link", { name: "Search all kinds, without filters" }).click();
    await tab.page.waitForURL("**/?q=zzzzqqq");
    assert.equal(await tab.answer.getByText("“zzzzqqq”").isVisible(), true);
    await tab.close();
});

test("an address that makes no sense gets a person a page with the reason", async () => {
    for (const javaScriptEnabled of [true, false]) {
        const tab = await openTab(browser, server, "?q=wombat&date=yesterday",
            { javaScriptEnabled, bypassCSP: true });
        await tab.page.getByRole("heading", { name: "No answer" }).waitFor();
        assert.equal(await tab.answer.getByText("date takes a date").isVisible(), true);
        assert.equal(await tab.box.inputValue(), "wombat");
        if (javaScriptEnabled) {
            await expectAccessible(tab.page);
            await tab.page.getByRole("link", { name: "Search all kinds, without filters" }).click();
            await tab.hits.first().waitFor();
        }
        await tab.close({ complaintsAreExpected: true });
    }
});
