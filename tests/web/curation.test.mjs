// What the owner of a site decided, and what is told of clicks, as the page shows and does it.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { CORPUS, expectAccessible, openTab, settled, startBrowser, startServer } from "./setting.mjs";

const RULES = `pin\tstiff joint\t/sciatica/
pin\tbooking\thttps://booking.example/\tBook a visit online
note\tchest pain\tIf you have chest pain now, call 112.
redirect\tstuck joint\tfrozen shoulder
`;
let folder;
let server;
let silent;
let browser;
before(async () => {
    folder = mkdtempSync(join(tmpdir(), "palpate-web-"));
    writeFileSync(join(folder, "rules.tsv"), RULES);
    const sources = [...CORPUS, "--curation", join(folder, "rules.tsv")];
    server = await startServer(sources, ["--queries", join(folder, "asked"), "--clicks"]);
    silent = await startServer(sources);
    browser = await startBrowser();
});
after(async () => {
    await browser?.close();
    await server?.stop();
    await silent?.stop();
    rmSync(folder, { recursive: true });
});

test("what is pinned is first and says so, and notes stand before the answers", async () => {
    const tab = await openTab(browser, server, "?q=stiff+joints", { bypassCSP: true });
    await settled(tab.page);
    assert.match(await tab.hits.first().locator("h2").textContent(), /^Sciatica/);
    assert.equal(await tab.hits.first().locator(".pinned").textContent(), "chosen by the site");
    assert.equal(await tab.page.locator(".pinned").count(), 1);
    await tab.page.goto(`${server.url}?q=chest+pain`);
    await settled(tab.page);
    assert.equal(await tab.page.locator(".notice").textContent(), "If you have chest pain now, call 112.");
    const [notice, hit] = [await tab.page.locator(".notice").boundingBox(), await tab.hits.first().boundingBox()];
    assert.ok(notice.y + notice.height <= hit.y);
    await expectAccessible(tab.page);
    await tab.page.goto(`${server.url}?q=booking`);
    await settled(tab.page);
    assert.equal(await tab.page.locator(".notice a").getAttribute("href"), "https://booking.example/");
    await expectAccessible(tab.page);
    await tab.close();
});

test("a redirected question leads back to the words that were asked", async () => {
    const tab = await openTab(browser, server, "?q=stuck+joint");
    await settled(tab.page);
    assert.match(await tab.page.locator(".spelling").textContent(),
        /^Showing results for frozen shoulder. Search instead for stuck joint.$/);
    await tab.page.locator(".spelling a").last().click();
    await tab.page.waitForFunction(() => location.search.includes("no_curation=1"));
    await settled(tab.page);
    assert.equal(await tab.page.locator(".spelling").count(), 0);
    await tab.close();
});

test("the page tells its server which hit is opened, and not for which question", async () => {
    const tab = await openTab(browser, server, "?q=frozen+shoulder");
    await settled(tab.page);
    const told = tab.page.waitForRequest((request) => request.url().includes("opened?"));
    await tab.hits.first().locator("h2 a").click();
    const request = await told;
    assert.equal(request.url(), `${server.url}opened?url=${encodeURIComponent("https://clinic.example/frozen-shoulder/")}`);
    assert.equal(request.method(), "GET");
    const headers = await request.allHeaders();
    assert.equal(headers.referer, undefined);
    assert.equal(headers.cookie, undefined);
    await tab.close();
});

test("without --clicks the page tells nobody", async () => {
    const tab = await openTab(browser, silent, "?q=frozen+shoulder");
    const told = [];
    tab.page.on("request", (request) => request.url().includes("opened") && told.push(request.url()));
    await settled(tab.page);
    await tab.hits.first().locator("h2 a").click();
    await tab.page.waitForURL("https://clinic.example/**");
    assert.deepEqual(told, []);
    await tab.close();
});
