// What must never happen: foreign words that act, requests elsewhere; and what must go on
// without JavaScript.

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import http from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { CORPUS, TREE, closeContext, openContext, openTab, settled, startBrowser, startServer } from "./setting.mjs";

const SCRIPT = "<script>window.hacked = 1</script><img src=x onerror='window.hacked = 1'>";
const QUOTE = "\"' onfocus='window.hacked = 1' autofocus x=\"";
const ESCAPED = SCRIPT.replaceAll("<", "&lt;");
// Pages that say different things, lest one stand for all.
const WORDS = ["A wombat digs long burrows and sleeps in them through the heat of the day.",
    "Grass and roots feed the wombat, whose teeth grow as long as it lives.",
    "After rain the wombat comes out early, and walks miles through its home range at night.",
    "Few animals hunt a grown wombat, as its back is hard and it runs well."];

function hostilePage(canonical, words) {
    return `<!doctype html><html lang="en"><head><title>Wombat ${ESCAPED} ${QUOTE}</title>` +
        `<link rel="canonical" href="${canonical}"></head><body><main><article>` +
        `<h1>Wombat ${ESCAPED} ${QUOTE}</h1><h2>Heading ${ESCAPED} ${QUOTE}</h2>` +
        `<p>${words}Wombat ${ESCAPED} &lt;/mark&gt;&lt;mark onclick=alert(1)&gt; ${QUOTE}. ${words}</p>` +
        `<h2>מישהו ${ESCAPED}</h2><p>${words}${ESCAPED} &amp;lt;b&amp;gt; ${words}</p>` +
        "</article></main></body></html>";
}

let folder;
const servers = [];
let browser;
before(async () => {
    folder = mkdtempSync(join(tmpdir(), "palpate-hostile-"));
    // No other scheme and no sign that ends an attribute comes into an index: these are the worst.
    const addresses = ["https://clinic.example/javascript:window.hacked=1//a", "https://clinic.example/'onfocus='window.hacked=1",
        "https://evil.example/?%22%3E%3Cscript%3Ewindow.hacked=1%3C/script%3E&lt;script&gt;", "https://clinic.example/wombat/"];
    writeFileSync(join(folder, "pages.ndjson"), addresses.map((url, i) =>
        JSON.stringify({ url, html: hostilePage(i === 3 ? url : "javascript:window.hacked=1", WORDS[i]) })).join("\n"));
    servers.push(await startServer(CORPUS, ["--allow-origin", "*"]));
    servers.push(await startServer([join(folder, "pages.ndjson")]));
    browser = await startBrowser();
});
after(async () => {
    await browser?.close();
    await Promise.all(servers.map((server) => server.stop()));
    rmSync(folder, { recursive: true });
});

async function expectInert(page) {
    await page.waitForTimeout(100);
    assert.equal(await page.evaluate(() => globalThis.hacked), undefined);
    assert.deepEqual(await page.locator("img, script:not([src]), iframe, [onclick], [onfocus], [onerror]")
        .evaluateAll((found) => found.map((element) => element.outerHTML)), []);
    for (const href of await page.locator("a[href]").evaluateAll((links) => links.map((a) => a.href)))
        assert.match(href, /^https?:/);
}

for (const javaScriptEnabled of [true, false]) {
    const how = javaScriptEnabled ? "with" : "without";
    test(`pages that carry scripts are inert ${how} JavaScript`, async () => {
        const tab = await openTab(browser, servers[1], "?q=wombat", { javaScriptEnabled });
        await tab.hits.first().waitFor();
        if (javaScriptEnabled)
            await settled(tab.page);
        assert.equal(await tab.hits.count(), 4);
        const text = await tab.page.locator("#answer").textContent();
        assert.ok(text.includes("<script>window.hacked = 1</script>"), "what looks like a script is words");
        await expectInert(tab.page);
        await tab.close();
    });

    test(`a query that carries scripts is inert ${how} JavaScript`, async () => {
        for (const words of [`${SCRIPT}wombat`, `${QUOTE}wombat`, "<!--palpate:answer-->wombat",
            "</title><script>window.hacked=1</script>wombat", "‮wombat\u0000"]) {
            const tab = await openTab(browser, servers[1], `?q=${encodeURIComponent(words)}`,
                { javaScriptEnabled });
            await expectInert(tab.page);
            if (!words.includes("\u0000"))
                assert.equal(await tab.box.inputValue(), words);
            await tab.close();
        }
    });
}

test("suggestions of a hostile server are words, and scripts in its answers do not run", async () => {
    const tab = await openTab(browser, servers[1]);
    await tab.page.route("**/suggest?*", (route) => route.fulfill({ json: { query: "",
        suggestions: [{ text: SCRIPT, kind: SCRIPT, count: 1 }] } }));
    await tab.box.fill("wombat");
    await tab.page.locator("#suggestions").getByRole("option").waitFor();
    await tab.hits.first().waitFor();
    await expectInert(tab.page);
    await tab.page.route("**/answer?*", (route) => route.fulfill({ contentType: "text/html",
        body: `<p data-said="x">${SCRIPT}<a href="javascript:window.hacked=1" id="bad">x</a></p>` }));
    await tab.box.fill("wombats");
    await tab.page.locator("#bad").dispatchEvent("click");
    await tab.page.waitForTimeout(100);
    assert.equal(await tab.page.evaluate(() => globalThis.hacked), undefined);
    await tab.close({ complaintsAreExpected: true });
});

test("what is no answer of this server is not shown as one", async () => {
    const tab = await openTab(browser, servers[1]);
    await tab.page.route("**/answer?*", (route) => route.fulfill({ status: 502, contentType: "text/html",
        body: "<h1>Bad Gateway of the house</h1>" }));
    await tab.box.fill("wombat");
    await tab.page.getByRole("heading", { name: "No answer" }).waitFor();
    assert.equal(await tab.page.getByText("of the house").count(), 0);
    await tab.close({ complaintsAreExpected: true });
});

test("other names and filters that carry scripts are words", async () => {
    for (const javaScriptEnabled of [true, false]) {
        const tab = await openTab(browser, servers[1], `?${new URLSearchParams([["q", "wombat"],
            ["disable", `${QUOTE}${SCRIPT}`], ["author", `A${SCRIPT}`], ["facets", "8"]])}`, { javaScriptEnabled });
        await tab.page.getByRole("button", { name: `author: A${SCRIPT}` }).click();
        await tab.hits.first().waitFor();
        assert.deepEqual([...new URL(tab.page.url()).searchParams],
            [["q", "wombat"], ["disable", `${QUOTE}${SCRIPT}`], ["facets", "8"]]);
        await expectInert(tab.page);
        await tab.close();
    }
});

test("the form works without JavaScript", async () => {
    const tab = await openTab(browser, servers[0], "", { javaScriptEnabled: false });
    await tab.box.fill("frozen shoulder");
    await tab.box.press("Enter");
    await tab.page.waitForURL("**/?q=frozen+shoulder");
    assert.equal(await tab.hits.count(), 10);
    assert.equal(await tab.box.inputValue(), "frozen shoulder");
    await tab.page.getByRole("link", { name: "More articles" }).click();
    await tab.page.waitForURL("**/?q=frozen%20shoulder&limit=20#hit-11");
    assert.equal(await tab.hits.count(), 20);
    await tab.page.getByLabel("Order", { exact: true }).selectOption("Newest first");
    await tab.page.getByRole("button", { name: "Sort" }).click();
    await tab.page.waitForURL("**/?q=frozen+shoulder&sort=newest");
    const switched = async (name, parameter) => {
        await tab.page.getByRole("button", { name, exact: true, pressed: parameter === "disable" }).click();
        await tab.page.getByRole("button", { name, exact: true, pressed: parameter !== "disable" }).waitFor();
        assert.ok(new URL(tab.page.url()).searchParams.has(parameter), name);
    };
    await switched("Exercises", "kind");
    await tab.page.getByText(/^Also searched/).click();
    await switched("adhesive capsulitis", "disable");
    await switched("only my words", "no_expand");
    await tab.page.getByRole("link", { name: "More filters" }).click();
    await tab.page.getByRole("group", { name: "Year" }).getByRole("button").first().click();
    await tab.page.waitForURL(/[&]date=/);
    await tab.page.goto(`${servers[0].url}?q=frozen+shoulder`);
    await tab.hits.first().getByRole("link", { name: /^Similar articles/ }).click();
    await tab.page.waitForURL("**/?like=*");
    assert.equal(await tab.answer.getByText("about the same as").isVisible(), true);
    assert.equal(await tab.hits.count(), 10);
    await tab.hits.locator("h2 a").first().click();
    await tab.page.waitForURL("https://clinic.example/**", { waitUntil: "commit" });
    await tab.close();
});

test("all of an answer is the same with and without JavaScript, loaded and turned to", async () => {
    const seen = new Set();
    for (const address of ["?q=frozen+shoulder", "?q=sciatica+urgent&kind=red-flags", "?q=massage+for+sports",
        "?q=heel+pain&sort=newest", "?q=shoulder&group=none", "?q=plantar+heel+pain+in+runners+morning",
        "?q=frozen+shoulder&disable=adhesive+capsulitis&kind=exercises&kind=treatment", "?q=fozen+sholder",
        "?q=shoulder&facets=8", "?q=shoulder&facets=8&date=2024&sort=oldest", "?q=frozen+shoulder&no_expand=1",
        "?q=shoulder&limit=20", "?q=pain&limit=10&offset=10", "?q=zzzzqqq&kind=faq", "?q=%22zzzz%22",
        "?like=https%3A%2F%2Fclinic.example%2Ffrozen-shoulder%2F", "?q=knee&kind=zzz"]) {
        const plain = await openTab(browser, servers[0], address, { javaScriptEnabled: false });
        const answer = plain.page.locator("#answer");
        const written = await answer.innerHTML();
        const fragment = await fetch(`${servers[0].url}answer${address}`, { headers: { accept: "text/html" } });
        assert.equal(await fragment.text(), await fetch(servers[0].url + address, { headers: { accept: "text/html" } })
            .then((response) => response.text())
            .then((page) => page.split('<div id="answer">')[1].split('</div>\n<template')[0]), address);
        const classes = await answer.evaluate((place) => [...place.querySelectorAll("*")].map((element) =>
            `${element.localName}.${element.className}`));
        await plain.close({ complaintsAreExpected: true });
        const loaded = await openTab(browser, servers[0], address);
        assert.equal(await loaded.page.locator("#answer").innerHTML(), written, `${address} is the same when loaded`);
        await loaded.close({ complaintsAreExpected: true });
        const turned = await openTab(browser, servers[0]);
        await turned.page.evaluate((to) => {
            history.replaceState(null, "", to);
            dispatchEvent(new PopStateEvent("popstate"));
        }, address);
        await turned.page.waitForFunction(() => document.querySelector("#answer:not([aria-busy]) [data-said]") !== null);
        assert.equal(await turned.page.locator("#answer").innerHTML(), written, `${address} is the same when turned to`);
        await turned.close({ complaintsAreExpected: true });
        classes.forEach((name) => seen.add(name));
    }
    for (const part of ["span.kind care", "span.kind", "time.", "details.more", "details.also", "p.people", "p.before",
        "div.kinds", "div.names", "div.facets", "div.group", "select.", "p.spelling", "p.further", "section.state"])
        assert.ok(seen.has(part), `${part} is seen`);
});

test("the policy of the page lets nothing in from elsewhere", async () => {
    for (const address of ["", "?q=wombat", "style.css", "search.js", "box.js", "answer?q=wombat"]) {
        const { headers } = await fetch(servers[0].url + address);
        const policy = headers.get("content-security-policy");
        assert.match(policy, /default-src 'none'/);
        assert.doesNotMatch(policy, /unsafe|https?:|\*/);
    }
});

// Without `openTab`, whose watch on requests keeps the browser from using its cache.
test("a page that the browser has already is loaded again as it was", async () => {
    const context = await openContext(browser);
    const page = await context.newPage();
    const complaints = [];
    page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(String(error)));
    const client = await context.newCDPSession(page);
    await client.send("Network.enable");
    const answers = [];
    client.on("Network.responseReceivedExtraInfo", ({ statusCode }) => answers.push(statusCode));
    const looksRight = async (address) => {
        await page.waitForFunction(() =>
            document.getElementById("query").getAttribute("role") === "combobox");
        if (address !== "")
            await settled(page);
        assert.equal(await page.evaluate(() => getComputedStyle(document.body).display), "flex");
        assert.deepEqual(complaints, [], `${address} is as it was`);
    };
    for (const address of ["", "?q=frozen+shoulder"]) {
        await page.goto(servers[0].url + address);
        await looksRight(address);
        const places = [() => page.reload(), () => page.goto(servers[0].url + address),
            async () => {
                await page.goto("about:blank");
                await page.goBack();
            }];
        for (const again of places) {
            await again();
            await looksRight(address);
        }
    }
    assert.ok(answers.includes(304), "the server was asked whether the page still holds");
    await closeContext(context);
});

// The lines of the README, on a page of another origin: the search in place, and without scripts
// the way to the server's page.
test("the lines of the README put the search into a page of another site", async () => {
    const snippet = /```html\n(<script[\s\S]*?)```/.exec(readFileSync(`${TREE}README.md`, "utf8"))[1];
    assert.ok(snippet.trim().split("\n").length <= 12);
    const html = `<!doctype html><title>A site</title>${snippet
        .replaceAll("https://search.clinic.example/", servers[0].url)}`;
    const site = http.createServer((request, response) => {
        response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(html);
    });
    await new Promise((resolve) => { site.listen(0, "127.0.0.1", resolve); });
    const address = `http://127.0.0.1:${site.address().port}/`;

    const context = await openContext(browser);
    const page = await context.newPage();
    const complaints = [];
    page.on("pageerror", (error) => complaints.push(String(error)));
    await page.goto(address);
    const asked = page.waitForResponse(/suggest\?q=sciatic$/);
    await page.getByRole("combobox").fill("sciatic");
    assert.equal((await asked).status(), 200);
    await page.getByRole("option", { name: /^sciatica/i }).first().waitFor();
    await page.getByRole("combobox").first().press("Enter");
    await page.locator("palpate-search .hit").first().waitFor();
    assert.equal(page.url(), address);
    await closeContext(context);

    const plain = await openContext(browser, { javaScriptEnabled: false });
    const form = await plain.newPage();
    await form.goto(address);
    await form.getByRole("textbox").fill("sciatic");
    await form.getByRole("button").click();
    await form.waitForURL(`${servers[0].url}?q=sciatic`);
    await form.locator(".hit").first().waitFor();
    await closeContext(plain);
    site.close();
    assert.deepEqual(complaints, []);
});
