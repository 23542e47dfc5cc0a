// <palpate-search> in a page of another origin: it asks, answers, opens by keys, keeps to itself.

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after, before, test } from "node:test";
import { CORPUS, closeContext, expectAccessible, openContext, startBrowser, startServer } from "./setting.mjs";

let server;
let browser;
let site;
before(async () => {
    server = await startServer(CORPUS, ["--allow-origin", "*"]);
    browser = await startBrowser();
    site = createServer((request, response) => {
        const [language, attributes] = new URL(request.url, "http://site").searchParams.getAll("use");
        response.setHeader("content-type", "text/html; charset=utf-8");
        response.end(`<!doctype html><html lang="${language}"><title>A clinic</title>
            <script type="module" src="${server.url}palpate.js"></script>
            <main><h1>Our clinic</h1><input aria-label="Name"><p id="query">Not the box.</p>
            <palpate-search ${attributes}>Search is not here yet.</palpate-search></main></html>`);
    });
    await new Promise((resolve) => { site.listen(0, "127.0.0.1", resolve); });
});
after(async () => {
    await browser?.close();
    site?.close();
    await server?.stop();
});

// A tab on the other site; `close` fails where the page complained.
async function openSite(language, attributes, options = {}) {
    const context = await openContext(browser, options);
    const page = await context.newPage();
    const complaints = [];
    page.on("pageerror", (error) => complaints.push(String(error)));
    await page.route("https://clinic.example/**", (route) =>
        route.fulfill({ contentType: "text/html", body: "<title>An article</title>" }));
    const address = `http://127.0.0.1:${site.address().port}/?${new URLSearchParams([["use", language], ["use", attributes]])}`;
    await page.goto(address);
    const close = async () => {
        await closeContext(context);
        assert.deepEqual(complaints, []);
    };
    // Waits until the last question that was finished is answered.
    const settled = () => page.waitForFunction(() => document.querySelector("palpate-search").shadowRoot
        ?.querySelector("#answer:not([aria-busy]) [data-said]"));
    return { page, address, close, settled, box: page.locator("palpate-search input[type=search]"), hits: page.locator("palpate-search .hits > .hit") };
}

test("it answers inside the page of another site, whose address stays", async () => {
    const tab = await openSite("en", "");
    await tab.box.pressSequentially("frozen shoulder");
    await tab.box.press("Enter");
    await tab.settled();
    assert.match(await tab.hits.locator("h2").first().textContent(), /Frozen shoulder/);
    assert.equal(tab.page.url(), tab.address);
    // A choice of the answer is asked in place; opened beside, it would be the server's own page.
    const similar = tab.hits.first().locator(".similar");
    assert.ok((await similar.getAttribute("href")).startsWith(`${server.url}?like=`));
    await similar.click();
    await tab.settled();
    assert.match(await tab.page.locator("palpate-search .summary").textContent(), /about the same/);
    assert.equal(tab.page.url(), tab.address);
    // The arrows lead from the box to what was found, and a hit to the article.
    await tab.hits.first().locator("h2 a").click();
    await tab.page.waitForURL("https://clinic.example/**");
    await tab.close();
});

test("it lists topics only if asked to, and they and their letters leave the address alone", async () => {
    const quiet = await openSite("en", "");
    await quiet.box.waitFor();
    assert.equal(await quiet.page.locator("palpate-search #topics").isVisible(), false);
    await quiet.close();
    const tab = await openSite("en", "topics");
    const letter = tab.page.locator("palpate-search .letters").getByRole("link", { name: "S", exact: true });
    await letter.click();
    assert.equal(await tab.page.evaluate(() =>
        document.querySelector("palpate-search").shadowRoot.activeElement.textContent), "S");
    const topic = tab.page.locator("palpate-search .topics").getByRole("link", { name: "Neck pain", exact: true });
    assert.ok((await topic.getAttribute("href")).startsWith(`${server.url}?q=`));
    await topic.click();
    await tab.settled();
    assert.ok(await tab.hits.count() > 0);
    assert.equal(await letter.isVisible(), false);
    assert.equal(tab.page.url(), tab.address);
    await tab.close();
});

test("it speaks the language of the page around it", async () => {
    const tab = await openSite("de", 'query="shoulder"');
    await tab.settled();
    assert.match(await tab.page.locator("palpate-search .summary").textContent(), /^\d+ Artikel$/);
    assert.equal(await tab.page.getByRole("button", { name: "Suche" }).isVisible(), true);
    await tab.close();
});

test("as a dialog it is opened by a button, Ctrl+K or a slash, but not while one writes", async () => {
    const tab = await openSite("en", "dialog");
    const dialog = tab.page.getByRole("dialog");
    await tab.page.getByRole("button", { name: "Search" }).click();
    await dialog.waitFor();
    await tab.page.getByRole("button", { name: "Close" }).click();
    await dialog.waitFor({ state: "hidden" });
    await tab.page.keyboard.press("Control+k");
    await dialog.waitFor();
    await tab.page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
    await tab.page.getByLabel("Name").focus();
    await tab.page.keyboard.press("/");
    assert.equal(await dialog.isVisible(), false);
    assert.equal(await tab.page.getByLabel("Name").inputValue(), "/");
    await tab.page.getByLabel("Name").blur();
    await tab.page.keyboard.press("/");
    await dialog.waitFor();
    await tab.page.keyboard.type("neck pain");
    await tab.page.keyboard.press("Enter");
    await tab.settled();
    await tab.hits.first().waitFor();
    await tab.close();
});

test("the last questions are kept by the browser alone, and forgotten when told", async () => {
    const tab = await openSite("en", "recent");
    await tab.box.fill("neck pain");
    await tab.box.press("Enter");
    await tab.hits.first().waitFor();
    await tab.page.waitForFunction(() => localStorage.getItem("palpate-search-recent") !== null);
    await tab.page.reload();
    await tab.box.focus();
    const options = tab.page.getByRole("option");
    await options.first().waitFor();
    assert.deepEqual(await options.allTextContents(), ["neck painasked before", "Forget these"]);
    await options.first().click();
    await tab.settled();
    assert.equal(await tab.box.inputValue(), "neck pain");
    await tab.page.reload();
    await tab.box.focus();
    await options.nth(1).click();
    assert.equal(await tab.page.evaluate(() => localStorage.getItem("palpate-search-recent")), null);
    await tab.close();
});

test("where the server cannot be reached, its own content is shown", async () => {
    const context = await openContext(browser);
    const page = await context.newPage();
    await page.route(`${server.url}`, (route) => route.abort());
    await page.goto(`http://127.0.0.1:${site.address().port}/?use=en&use=`);
    await page.getByText("Search is not here yet.").waitFor();
    await closeContext(context);
});

test("axe finds nothing wrong with it in the page, with earlier questions, without an answer", async () => {
    const tab = await openSite("en", "recent");
    await tab.page.evaluate(() => localStorage.setItem("palpate-search-recent", '["neck pain", "sciatica"]'));
    await tab.box.focus();
    await tab.page.getByRole("option").nth(2).waitFor();
    await expectAccessible(tab.page);
    await tab.box.fill("frozen shoulder");
    await tab.box.press("Enter");
    await tab.settled();
    await expectAccessible(tab.page);
    await tab.page.route("**/answer?*", (route) => route.abort());
    await tab.box.press("Enter");
    await tab.settled();
    await tab.page.getByRole("heading", { name: "No answer" }).waitFor();
    await expectAccessible(tab.page);
    await tab.close();
});

test("axe finds nothing wrong with it, closed, open, in the dark", async () => {
    for (const colorScheme of ["light", "dark"]) {
        const tab = await openSite("en", 'dialog query="frozen shoulder"', { colorScheme });
        await tab.page.getByRole("button", { name: "Search" }).waitFor();
        await expectAccessible(tab.page);
        await tab.page.keyboard.press("Control+k");
        await tab.settled();
        await tab.hits.first().waitFor();
        await expectAccessible(tab.page);
        await tab.close();
    }
});
