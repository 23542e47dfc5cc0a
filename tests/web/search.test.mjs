// How the page behaves: typing, keys, choices, history, landing.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openStill, openTab, settled, startBrowser, startServer, typeOn } from "./setting.mjs";

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

const query = (page) => new URL(page.url()).searchParams;
const firstTitle = (tab) => tab.hits.locator("h2").first().textContent();

test("results appear while one types, and the address follows", async () => {
    const tab = await openTab(browser, server);
    assert.equal(await tab.hits.count(), 0);
    await tab.box.pressSequentially("frozen shoulder", { delay: 20 });
    await tab.page.waitForFunction(() => location.search === "?q=frozen+shoulder");
    await settled(tab.page);
    assert.equal(await tab.hits.count(), 10);
    assert.match(await firstTitle(tab), /Frozen shoulder/);
    // The excerpt begins where the joint is explained, so that the name is not its first mark.
    assert.ok((await tab.hits.first().locator("mark").allTextContents()).includes("frozen shoulder"));
    assert.match(await tab.page.locator(".summary").textContent(), /^\d+ articles$/);
    await tab.close();
});

test("while one types, the last word is the start of one", async () => {
    const tab = await openStill(browser, server);
    await typeOn(tab, "fro");
    assert.match(await firstTitle(tab), /^Frozen shoulder/);
    await typeOn(tab, "zen sh");
    assert.ok((await tab.hits.locator("mark").allTextContents()).some((mark) => /shoulder/i.test(mark)));
    assert.equal(new URL(tab.page.url()).search, "", "no address of an unfinished word");
    const finished = tab.page.waitForRequest((request) => request.url().endsWith("answer?q=frozen+sh"));
    await tab.page.clock.runFor(1000);
    await finished;
    await tab.page.waitForFunction(() => location.search === "?q=frozen+sh");
    await tab.close();
});

test("that nothing was found is said of a finished question only", async () => {
    const tab = await openStill(browser, server);
    await typeOn(tab, "sciat");
    const before = await firstTitle(tab);
    await typeOn(tab, "zz");
    assert.equal(await firstTitle(tab), before);
    assert.equal(await tab.answer.getByText("Nothing found").count(), 0);
    await tab.page.clock.runFor(1000);
    await tab.answer.getByText("Nothing found").waitFor();
    await tab.close();
});

test("a failure while one types takes nothing away", async () => {
    const tab = await openStill(browser, server, "?q=sciatica");
    await tab.page.route("**/answer?*typing=1", (route) => route.abort());
    const failed = tab.page.waitForEvent("requestfailed");
    await tab.box.press("End");
    await tab.box.press("x");
    await tab.page.clock.runFor(60);
    await failed;
    assert.ok(await tab.hits.count() > 0);
    await tab.close({ complaintsAreExpected: true });
});

test("Enter ends the word at once", async () => {
    const tab = await openStill(browser, server);
    await typeOn(tab, "knee");
    await tab.box.press("Enter");
    await tab.page.waitForFunction(() => location.search === "?q=knee");
    await settled(tab.page);
    assert.match(await tab.page.locator(".summary").textContent(), /^\d+ articles$/);
    await tab.close();
});

test("a late answer to older words is never shown", async () => {
    const tab = await openStill(browser, server);
    let release;
    const released = new Promise((resolve) => { release = resolve; });
    let answered;
    const isAnswered = new Promise((resolve) => { answered = resolve; });
    await tab.page.route("**/answer?q=knee&typing=1", async (route) => {
        await released;
        await route.continue().catch(() => {});
        answered();
    });
    const asked = tab.page.waitForRequest(/answer\?q=knee&typing=1$/);
    await tab.box.pressSequentially("knee");
    await tab.page.clock.runFor(60);
    await asked;
    await tab.box.pressSequentially("zzzzqqqq");
    await tab.page.clock.runFor(1000);
    await tab.answer.getByText("Nothing found").waitFor();
    release();
    await isAnswered;
    // What is asked after it is answered after it.
    await tab.page.evaluate(() => fetch("answer?q=knee").then((response) => response.text()));
    assert.equal(await tab.hits.count(), 0);
    assert.equal(query(tab.page).get("q"), "kneezzzzqqqq");
    await tab.close();
});

test("the old results stay until the new ones are there", async () => {
    const tab = await openTab(browser, server, "?q=knee");
    await settled(tab.page);
    await tab.page.evaluate(() => {
        globalThis.wasEmpty = false;
        new MutationObserver(() => {
            globalThis.wasEmpty ||= document.querySelector(".hit") === null;
        }).observe(document.body, { childList: true, subtree: true });
    });
    await tab.box.press("End");
    await tab.box.pressSequentially(" pain exercises", { delay: 60 });
    await tab.page.waitForFunction(() => location.search.endsWith("exercises"));
    await settled(tab.page);
    assert.equal(await tab.page.evaluate(() => globalThis.wasEmpty), false);
    await tab.close();
});

test("the back button goes to the last question one stayed with", async () => {
    const tab = await openTab(browser, server);
    await tab.box.pressSequentially("sciatica", { delay: 20 });
    await tab.box.press("Enter");
    await settled(tab.page);
    await tab.box.fill("");
    await tab.box.pressSequentially("tennis elbow", { delay: 30 });
    await tab.box.press("Enter");
    await settled(tab.page);
    await tab.page.goBack();
    await settled(tab.page);
    assert.equal(await tab.box.inputValue(), "sciatica");
    assert.match(await firstTitle(tab), /sciatica/i);
    await tab.page.goBack();
    assert.equal(await tab.box.inputValue(), "");
    await tab.page.waitForFunction(() => document.querySelector(".hit") === null);
    await tab.page.goForward();
    await settled(tab.page);
    assert.equal(await tab.box.inputValue(), "sciatica");
    await tab.close();
});

test("an address brings words and choices back", async () => {
    const tab = await openTab(browser, server,
        "?q=frozen%20shoulder&kind=exercises&disable=adhesive+capsulitis");
    await settled(tab.page);
    const pressed = (name) =>
        tab.page.getByRole("button", { name, exact: true }).getAttribute("aria-pressed");
    assert.equal(await tab.box.inputValue(), "frozen shoulder");
    assert.equal(await pressed("Exercises"), "true");
    assert.equal(await pressed("Treatment"), "false");
    assert.equal(await pressed("adhesive capsulitis"), "false");
    assert.equal(await pressed("shoulder capsulitis"), "true");
    const kinds = await tab.hits.evaluateAll((hits) =>
        hits.map((hit) => hit.querySelector(".about .kind").textContent));
    assert.deepEqual([...new Set(kinds)], ["Exercises"]);
    await tab.close();
});

test("a chip switches one other name off and on, and keeps the focus", async () => {
    const tab = await openTab(browser, server, "?q=frozen+shoulder");
    const chip = tab.page.getByRole("button", { name: "adhesive capsulitis", exact: true });
    await tab.page.getByText("Also searched").click();
    await chip.focus();
    await tab.page.keyboard.press("Space");
    await tab.page.waitForSelector("[data-key='name adhesive capsulitis'][aria-pressed=false]");
    assert.deepEqual(query(tab.page).getAll("disable"), ["adhesive capsulitis"]);
    assert.equal(await tab.page.evaluate(() => document.activeElement.textContent), "adhesive capsulitis");
    await tab.page.keyboard.press("Space");
    await tab.page.waitForSelector("[data-key='name adhesive capsulitis'][aria-pressed=true]");
    assert.equal(query(tab.page).has("disable"), false);
    await tab.page.getByRole("button", { name: "only my words" }).click();
    await tab.answer.getByText("Other names are not searched").waitFor();
    assert.equal(query(tab.page).get("no_expand"), "1");
    await tab.close();
});

test("kinds are chosen together and go back one by one", async () => {
    const tab = await openTab(browser, server, "?q=neck+pain");
    for (const name of ["Exercises", "Treatment"]) {
        await tab.page.getByRole("button", { name, exact: true }).click();
        await tab.page.locator(`[aria-pressed=true]:text-is("${name}")`).waitFor();
    }
    assert.deepEqual(query(tab.page).getAll("kind"), ["exercises", "treatment"]);
    await tab.page.goBack();
    await tab.page.locator("[aria-pressed=false]:text-is('Treatment')").waitFor();
    assert.deepEqual(query(tab.page).getAll("kind"), ["exercises"]);
    await tab.close();
});

test("what was misspelt says what was searched instead", async () => {
    const tab = await openTab(browser, server, "?q=fozen+sholder");
    await settled(tab.page);
    await tab.page.locator(".spelling a", { hasText: "frozen shoulder" }).click();
    await tab.page.waitForFunction(() => location.search === "?q=frozen+shoulder");
    await settled(tab.page);
    assert.equal(await tab.box.inputValue(), "frozen shoulder");
    assert.equal(await tab.page.locator(".spelling").count(), 0);
    await tab.close();
});

test("the word that was corrected is emphasised, and the words as typed are one click away", async () => {
    const tab = await openTab(browser, server, "?q=siatica+exercises");
    await settled(tab.page);
    const spelling = tab.page.locator(".spelling");
    assert.equal(await spelling.innerText(),
        "Showing results for sciatica exercises. Search instead for siatica exercises.");
    assert.deepEqual(await spelling.locator("em").allTextContents(), ["sciatica"]);
    await spelling.getByRole("link", { name: "siatica exercises", exact: true }).click();
    await tab.page.waitForFunction(() => location.search === "?q=siatica+exercises&no_correct=1");
    await settled(tab.page);
    await tab.answer.getByText("Did you mean").waitFor();
    assert.deepEqual(await spelling.locator("em").allTextContents(), ["sciatica"]);
    await spelling.getByRole("link").click();
    await tab.page.waitForFunction(() => location.search === "?q=sciatica+exercises");
    await spelling.waitFor({ state: "detached" });
    await tab.close();
});

test("passages of warnings say so in words", async () => {
    const tab = await openTab(browser, server, "?q=sciatica+urgent&kind=red-flags");
    await settled(tab.page);
    assert.equal(await tab.hits.first().locator(".kind.care").first().textContent(), "Warning signs");
    await tab.close();
});

test("what an article warns of is seen with what it offers", async () => {
    const tab = await openTab(browser, server, "?q=massage+for+sports");
    await settled(tab.page);
    const care = tab.hits.locator(".also").first();
    assert.match(await care.locator(".kind.care").textContent(), /^(Warning signs|When not to)$/);
    assert.match(await care.locator("a").getAttribute("href"), /^https:\/\/clinic\.example\//);
    assert.ok(await care.locator(".snippet").isVisible());
    await tab.close();
});

test("more articles follow, and the focus goes to the first of them", async () => {
    const tab = await openTab(browser, server, "?q=frozen+shoulder");
    await settled(tab.page);
    await tab.page.getByRole("link", { name: "More articles" }).click();
    await tab.page.locator(".hit:nth-child(20)").waitFor();
    assert.equal(query(tab.page).get("limit"), "20");
    const place = await tab.page.evaluate(() =>
        [...document.querySelectorAll(".hit h2 a")].indexOf(document.activeElement));
    assert.equal(place, 10);
    await tab.close();
});

test("the keyboard is enough", async () => {
    const tab = await openTab(browser, server, "?q=sciatica");
    await settled(tab.page);
    // Where there are suggestions, the arrows go through them first.
    await tab.page.route("**/suggest?*", (route) => route.fulfill({ json: { suggestions: [] } }));
    const focused = () => tab.page.evaluate(() =>
        document.activeElement.id || document.activeElement.textContent);
    const titles = await tab.page.locator(".hit > h2 a, .hit > .also a").allTextContents();
    await tab.page.keyboard.press("/");
    assert.equal(await focused(), "query");
    await tab.page.keyboard.press("ArrowDown");
    assert.equal(await focused(), titles[0]);
    await tab.page.keyboard.press("ArrowDown");
    assert.equal(await focused(), titles[1]);
    await tab.page.keyboard.press("ArrowUp");
    await tab.page.keyboard.press("ArrowUp");
    assert.equal(await focused(), "query");
    await tab.page.keyboard.press("Escape");
    assert.equal(await tab.box.inputValue(), "");
    await tab.page.keyboard.type("tennis elbow");
    await settled(tab.page);
    await tab.page.waitForFunction(() => location.search === "?q=tennis+elbow");
    await settled(tab.page);
    await tab.page.keyboard.press("ArrowDown");
    await tab.page.keyboard.press("Enter");
    await tab.page.waitForURL("https://clinic.example/**", { waitUntil: "commit" });
    await tab.close();
});

test("suggestions are a combobox", async () => {
    const tab = await openStill(browser, server);
    await tab.page.route("**/suggest?*", (route) => route.fulfill({ json: { query: "", suggestions: [
        { text: "frozen shoulder", kind: "title", count: 3 },
        { text: "frozen <b>", kind: "term", count: 1 }] } }));
    await typeOn(tab, "fro");
    await tab.page.getByRole("option").first().waitFor();
    assert.equal(await tab.box.getAttribute("aria-expanded"), "true");
    await tab.box.press("ArrowDown");
    assert.equal(await tab.box.getAttribute("aria-activedescendant"),
        await tab.page.locator("#suggestions").getByRole("option", { selected: true }).getAttribute("id"));
    await tab.box.press("Escape");
    assert.equal(await tab.box.getAttribute("aria-expanded"), "false");
    assert.equal(await tab.box.inputValue(), "fro");
    await typeOn(tab, "z");
    await tab.page.getByRole("option").first().waitFor();
    await tab.box.press("ArrowDown");
    await tab.box.press("Enter");
    await tab.page.waitForFunction(() => location.search === "?q=frozen+shoulder");
    await settled(tab.page);
    assert.equal(await tab.page.locator("#suggestions").getByRole("option").count(), 0);
    await tab.close();
});

test("what one is about to choose stays while more is completed", async () => {
    const tab = await openStill(browser, server);
    let count = 0;
    await tab.page.route("**/suggest?*", (route) => route.fulfill({ json: { query: "", partial: false,
        suggestions: [{ text: `choice ${++count}`, kind: "section", count: 1, query: `choice ${count}` }] } }));
    await typeOn(tab, "f");
    await tab.page.getByText("choice 1").waitFor();
    await tab.box.press("r");
    await tab.box.press("ArrowDown");
    const completed = tab.page.waitForResponse(/suggest\?q=fr$/);
    await tab.page.clock.runFor(60);
    await completed;
    await tab.box.press("Enter");
    await tab.page.waitForFunction(() => location.search === "?q=choice+1");
    await tab.close();
});

for (const [how, choose] of [
    ["a click", (tab) => tab.page.getByRole("option").first().click()],
    ["the keys", async (tab) => {
        await tab.box.press("ArrowDown");
        await tab.box.press("Enter");
    }]]) {
    const offer = async (suggestion) => {
        const tab = await openStill(browser, server);
        await tab.page.route("**/suggest?*", (route) =>
            route.fulfill({ json: { query: "", suggestions: [suggestion], partial: false } }));
        await typeOn(tab, "fro");
        await tab.page.getByRole("option").first().waitFor();
        await choose(tab);
        return tab;
    };

    test(`an article that is chosen with ${how} opens`, async () => {
        const tab = await offer({ text: "Frozen shoulder: a guide", kind: "article", count: 1,
            query: "Frozen shoulder: a guide", url: "https://clinic.example/frozen-shoulder/" });
        await tab.page.waitForURL("https://clinic.example/frozen-shoulder/", { waitUntil: "commit" });
        await tab.page.goBack();
        assert.equal(query(tab.page).get("q"), "fro", "what was typed is not lost");
        await tab.close();
    });

    test(`a phrase that is chosen with ${how} is searched by its words`, async () => {
        const tab = await offer({ text: "Ice or heat: title:both (NOT all)", kind: "section", count: 2,
            query: "Ice or heat: title both not all" });
        await tab.page.waitForFunction(() =>
            new URLSearchParams(location.search).get("q") === "Ice or heat: title both not all");
        await settled(tab.page);
        await tab.close();
    });

    test(`what is no address of a page is not opened with ${how}`, async () => {
        const tab = await offer({ text: "Frozen shoulder", kind: "article", count: 1,
            query: "Frozen shoulder", url: "javascript:alert(1)" });
        await tab.page.waitForFunction(() => location.search === "?q=Frozen+shoulder");
        await tab.close();
    });
}

test("years, authors and sites are counted, and a press leaves only what has them", async () => {
    const tab = await openTab(browser, server, "?q=shoulder");
    await settled(tab.page);
    await tab.page.getByText("More filters").click();
    await tab.page.waitForFunction(() => location.search === "?q=shoulder&facets=8");
    const years = tab.page.getByRole("group", { name: "Year" });
    const year = years.getByRole("button").first();
    const [value, count] = (await year.textContent()).split(" ");
    await year.click();
    await tab.page.waitForFunction((of) => location.search === `?q=shoulder&facets=8&date=${of}`, value);
    await settled(tab.page);
    assert.equal((await tab.answer.locator(".summary").textContent()).split(" ")[0], count);
    await years.getByRole("button", { pressed: true }).waitFor();
    assert.equal(await years.getByRole("button").count() > 1, true, "the other years stay");
    await years.getByRole("button", { pressed: true }).press("Enter");
    await tab.page.waitForFunction(() => location.search === "?q=shoulder&facets=8");
    await settled(tab.page);
    await tab.page.getByText("Fewer filters").click();
    await tab.page.waitForFunction(() => location.search === "?q=shoulder");
    await years.waitFor({ state: "detached" });
    await tab.close();
});

test("the newest come first where that is chosen, and the address says so", async () => {
    const tab = await openTab(browser, server, "?q=shoulder");
    await settled(tab.page);
    await tab.page.getByLabel("Order", { exact: true }).focus();
    await tab.page.getByLabel("Order", { exact: true }).selectOption("Newest first");
    await tab.page.waitForFunction(() => location.search === "?q=shoulder&sort=newest");
    await settled(tab.page);
    await tab.page.waitForFunction(() => {
        const days = [...document.querySelectorAll(".hit time")].map((time) => time.dateTime);
        return days.length > 3 && days.every((day, i) => i === 0 || days[i - 1] >= day);
    });
    assert.equal(await tab.page.evaluate(() => document.activeElement.ariaLabel), "Order");
    await tab.page.reload();
    await settled(tab.page);
    assert.equal(await tab.page.getByLabel("Order", { exact: true }).inputValue(), "newest");
    await tab.close();
});

test("an article leads to others about the same, and back", async () => {
    const tab = await openTab(browser, server, "?q=frozen+shoulder");
    await settled(tab.page);
    const title = await tab.hits.first().locator("h2").textContent();
    await tab.hits.first().getByRole("link", { name: `Similar articles to “${title}”` }).click();
    await settled(tab.page);
    await tab.answer.getByText(`about the same as “${title}”`).waitFor();
    assert.equal(await tab.box.inputValue(), "");
    assert.ok(!(await tab.hits.locator("h2").allTextContents()).includes(title));
    await tab.page.goBack();
    await settled(tab.page);
    assert.equal(await tab.box.inputValue(), "frozen shoulder");
    await tab.page.goForward();
    await settled(tab.page);
    await tab.answer.getByText(`about the same as “${title}”`).waitFor();
    await tab.box.fill("knee");
    await tab.page.waitForFunction(() => location.search === "?q=knee");
    await tab.close();
});

test("a screen reader is told the count, once one pauses", async () => {
    const tab = await openTab(browser, server, "?q=sciatica");
    await tab.page.waitForFunction(() => /^(At least )?\d+ articles?$/
        .test(document.querySelector("[role=status]").textContent));
    await tab.close();
});

test("a link lands on the passage", async () => {
    const tab = await openTab(browser, server, "?q=frozen+shoulder+pendulum+exercise&kind=exercises");
    await settled(tab.page);
    const link = tab.page.locator("h2 a[href*='clinic.example/frozen-shoulder/']");
    const snippet = await tab.hits.filter({ has: link }).locator(".snippet").first().textContent();
    await link.click();
    await tab.page.waitForURL("https://clinic.example/**", { waitUntil: "commit" });
    // The browser scrolls when it has found the passage, and then again as the layout changes.
    await tab.page.waitForFunction((words) => globalThis.scrollY > 0 &&
        [...document.querySelectorAll("p, li, figcaption")].some((block) => {
            const { top, bottom } = block.getBoundingClientRect();
            return block.textContent.replace(/\s+/g, " ").includes(words) && bottom > 0 && top < innerHeight;
        }), snippet.split(/[.:\n]/)[0]);
    await tab.close();
});

test("a failure says so, and can be tried again", async () => {
    const tab = await openTab(browser, server);
    await tab.page.route("**/answer?*", (route) => route.abort());
    await tab.box.fill("sciatica");
    await tab.page.getByRole("heading", { name: "No answer" }).waitFor();
    await tab.page.unroute("**/answer?*");
    await tab.page.getByRole("button", { name: "Try again" }).click();
    await tab.hits.first().waitFor();
    await tab.close({ complaintsAreExpected: true });
});

test("a question is answered though a letter came and went while it was asked", async () => {
    const tab = await openStill(browser, server);
    const held = [];
    await tab.page.route("**/answer?q=zzzzqqqq", (route) => { held.push(route); });
    await typeOn(tab, "zzzzqqqq");
    const asked = tab.page.waitForRequest(/answer\?q=zzzzqqqq$/);
    await tab.page.clock.runFor(1000);
    await asked;
    assert.equal(await tab.answer.getAttribute("aria-busy"), "true");
    await tab.page.unroute("**/answer?q=zzzzqqqq");
    await typeOn(tab, "x");
    assert.equal(await tab.answer.getAttribute("aria-busy"), null);
    await tab.box.press("Backspace");
    await tab.page.clock.runFor(1000);
    await tab.answer.getByText("Nothing found").waitFor();
    await settled(tab.page);
    await tab.close();
});

test("the focus stays on a hit that was found while one typed", async () => {
    const tab = await openStill(browser, server);
    await tab.page.route("**/suggest?*", (route) => route.fulfill({ json: { suggestions: [] } }));
    await typeOn(tab, "sciatica");
    await tab.box.press("ArrowDown");
    const focused = () => tab.page.evaluate(() => document.activeElement.getAttribute("href"));
    const link = await focused();
    assert.match(link, /^https:/);
    await tab.page.clock.runFor(1000);
    await tab.page.waitForFunction(() => location.search === "?q=sciatica");
    await settled(tab.page);
    assert.equal(await focused(), link);
    await tab.close();
});

test("a hit that is opened beside, or left and come back to, leaves the words to be finished", async () => {
    const tab = await openStill(browser, server);
    await typeOn(tab, "sciatica");
    // The browser would open another tab, and keep this page while the article is shown.
    await tab.page.evaluate(() => addEventListener("click", (event) => event.preventDefault()));
    const link = tab.hits.first().locator("h2 a");
    await link.click({ modifiers: ["Control"] });
    await tab.page.clock.runFor(1000);
    await settled(tab.page);
    assert.equal(await tab.page.title(), "sciatica – Search");
    await tab.box.press("End");
    await typeOn(tab, "s");
    await link.click();
    await tab.page.evaluate(() => dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true })));
    await tab.page.waitForFunction(() => location.search === "?q=sciaticas");
    await settled(tab.page);
    await tab.close();
});

test("a refusal of the server is shown in its words", async () => {
    const tab = await openTab(browser, server);
    await tab.page.evaluate(() => history.replaceState(null, "", "?q=knee&kind=zzz"));
    await tab.page.evaluate(() => dispatchEvent(new PopStateEvent("popstate")));
    await tab.answer.getByText("there is no such kind").waitFor();
    await tab.close({ complaintsAreExpected: true });
});
