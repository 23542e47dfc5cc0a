// How the page looks to whom: axe in every state, dark, small, enlarged, calm, on paper.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { closeContext, expectAccessible, openContext, openTab, settled, startBrowser, startServer } from "./setting.mjs";

let server;
let browser;
before(async () => {
    server = await startServer();
    browser = await startBrowser();
});
after(async () => {
    await browser?.close();
    await server?.stop();
});

const STATES = {
    start: "",
    answer: "?q=frozen+shoulder&disable=adhesive+capsulitis&kind=exercises&kind=treatment",
    "a question that is answered": "?q=how+long+does+frozen+shoulder+last",
    filters: "?q=shoulder&facets=8&sort=newest&date=2020..",
    warnings: "?q=massage+in+pregnancy+contraindications",
    misspelt: "?q=fozen+sholder",
    nothing: "?q=zzzzqqq&kind=faq",
    similar: "?like=https%3A%2F%2Fclinic.example%2Ffrozen-shoulder%2F&sort=newest",
    "similar to nothing": "?like=https%3A%2F%2Fclinic.example%2Fno-such-page%2F",
    passages: "?q=shoulder&group=none",
    "a further page": "?q=pain&limit=10&offset=10",
    "a spelling that is offered": "?q=siatica+exercises&no_correct=1",
    "own words alone": "?q=frozen+shoulder&no_expand=1",
    notes: "?q=sholder:(frozen+%22shoulder+NEAR",
    "nothing with signs": "?q=%22zzzz+qqqq%22&date=2020..&facets=8",
};
const PHONE = { width: 360, height: 740 };

async function open(address, options) {
    const tab = await openTab(browser, server, address,
        { bypassCSP: true, reducedMotion: "reduce", ...options });
    if (address !== "")
        await settled(tab.page);
    for (const summary of await tab.page.locator("summary").all())
        await summary.click();
    return tab;
}

for (const [state, address] of Object.entries(STATES))
    test(`axe finds nothing in light, dark and on a phone: ${state}`, async () => {
        const tab = await open(address, {});
        await expectAccessible(tab.page);
        await tab.page.emulateMedia({ colorScheme: "dark" });
        await expectAccessible(tab.page);
        await tab.page.setViewportSize(PHONE);
        await expectAccessible(tab.page);
        const [wide, window] = await tab.page.evaluate(() =>
            [document.documentElement.scrollWidth, innerWidth]);
        assert.ok(wide <= window, `${wide} <= ${window}`);
        await tab.close();
    });

test("axe finds nothing with suggestions, with an error, without JavaScript", async () => {
    const tab = await open("", {});
    await tab.page.route("**/suggest?*", (route) => route.fulfill({ json: { query: "", suggestions: [
        { text: "frozen shoulder", kind: "title", count: 3 }] } }));
    await tab.box.fill("frozen");
    await tab.page.locator("#suggestions [role=option]").waitFor();
    await settled(tab.page);
    await tab.box.press("ArrowDown");
    await expectAccessible(tab.page);
    await tab.page.route("**/answer?*", (route) => route.abort());
    await tab.box.fill("frozen shoulder");
    await tab.page.getByRole("heading", { name: "No answer" }).waitFor();
    await expectAccessible(tab.page);
    await tab.close({ complaintsAreExpected: true });
    // The scripts of the page are kept away, so that axe sees what the server wrote.
    const context = await openContext(browser, { bypassCSP: true });
    const page = await context.newPage();
    await page.route("**/*.js", (route) => route.abort());
    await page.goto(`${server.url}?q=frozen+shoulder`);
    await expectAccessible(page);
    await closeContext(context);
});

test("dark and light differ, and both are read easily", async () => {
    const colours = [];
    for (const colorScheme of ["light", "dark"]) {
        const tab = await open(STATES.answer, { colorScheme });
        colours.push(await tab.page.evaluate(() =>
            getComputedStyle(document.documentElement).backgroundColor));
        await tab.close();
    }
    const [light, dark] = colours.map((colour) => Number(/\d+/.exec(colour)[0]));
    assert.ok(light > 200 && dark < 60, colours.join(" "));
});

test("text twice as large fits", async () => {
    const tab = await open(STATES.answer, { viewport: { width: 640, height: 512 } });
    await tab.page.evaluate(() => { document.documentElement.style.setProperty("font-size", "200%"); });
    const [wide, window] = await tab.page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    assert.ok(wide <= window, `${wide} <= ${window}`);
    await tab.close();
});

test("nothing moves for whom it must not", async () => {
    const durations = {};
    for (const reducedMotion of ["no-preference", "reduce"]) {
        const tab = await open(STATES.answer, { reducedMotion });
        durations[reducedMotion] = await tab.page.evaluate(() =>
            [...document.querySelectorAll("*")].flatMap((element) => [undefined, "::before", "::after"]
                .map((part) => getComputedStyle(element, part)))
                .filter((style) => parseFloat(style.transitionDuration) > 0).length);
        await tab.close();
    }
    assert.equal(durations.reduce, 0);
    assert.ok(durations["no-preference"] > 0);
});

test("the focus is seen", async () => {
    const tab = await open(STATES.answer, {});
    for (let i = 0; i < 12; i++) {
        await tab.page.keyboard.press("Tab");
        const width = await tab.page.evaluate(() =>
            parseFloat(getComputedStyle(document.activeElement).outlineWidth));
        assert.ok(width >= 2);
    }
    await tab.close();
});

test("paper gets the passages and their addresses, not the switches", async () => {
    const tab = await open(STATES.answer, {});
    await tab.page.emulateMedia({ media: "print" });
    assert.equal(await tab.page.locator(".kinds").isVisible(), false);
    assert.equal(await tab.page.getByRole("button", { name: "Search" }).isVisible(), false);
    assert.match(await tab.hits.first().locator("h2").evaluate((title) =>
        getComputedStyle(title, "::after").content), /https:\/\/clinic\.example\//);
    await tab.close();
});
