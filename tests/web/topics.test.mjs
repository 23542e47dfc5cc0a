// What the page offers before anything is asked: topics of the index from A to Z.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { CORPUS, TREE, expectAccessible, openTab, settled, startBrowser, startServer } from "./setting.mjs";

let server;
let many;
let browser;
before(async () => {
    server = await startServer();
    many = await startServer([`${TREE}corpus/articles`, `${TREE}corpus/languages`, ...CORPUS.slice(1)]);
    browser = await startBrowser();
});
after(async () => {
    await browser?.close();
    await server?.stop();
    await many?.stop();
});

const LOOK = { bypassCSP: true, reducedMotion: "reduce" };
const PHONE = { width: 360, height: 740 };

function topic(tab, name) {
    return tab.page.locator("#topics .topics").getByRole("link", { name, exact: true });
}

function isFocused(link) {
    return link.evaluate((element) => element === element.ownerDocument.activeElement);
}

test("an empty page lists topics, and letters without one are no links", async () => {
    const tab = await openTab(browser, server);
    await tab.page.getByRole("navigation", { name: "Topics from A to Z" }).waitFor();
    const letters = await tab.page.locator("#topics .letters li").allTextContents();
    assert.equal(letters.join(""), "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    const linked = await tab.page.locator("#topics .letters a").allTextContents();
    assert.deepEqual(linked, await tab.page.locator("#topics h3").allTextContents());
    assert.ok(linked.length > 10 && linked.length < 26);
    const names = await tab.page.locator("#topics .topics a").allTextContents();
    assert.ok(names.includes("Frozen shoulder") && names.length <= 150);
    assert.equal(new Set(names.map((name) => name.toLowerCase())).size, names.length);
    await tab.close();
});

test("a topic of one article opens it, and the others ask without loading the page", async () => {
    const tab = await openTab(browser, server);
    await tab.page.evaluate(() => { globalThis.isSame = true; });
    await topic(tab, "Manual therapy").click();
    await settled(tab.page);
    assert.equal(await tab.box.inputValue(), "manual therapy");
    await tab.hits.first().waitFor();
    assert.equal(await tab.page.locator("#topics").isVisible(), false);
    assert.equal(await tab.page.evaluate(() => globalThis.isSame), true);
    await tab.page.goBack();
    await topic(tab, "Sciatica").waitFor();
    assert.equal(await topic(tab, "Sciatica").getAttribute("href"), "https://clinic.example/sciatica/");
    await topic(tab, "Sciatica").click();
    await tab.page.waitForURL("https://clinic.example/sciatica/");
    await tab.close();
});

test("topics come back when the box is emptied, also where the page came with an answer", async () => {
    for (const address of ["", "?q=knee"]) {
        const tab = await openTab(browser, server, address);
        await tab.box.fill("sciatica");
        await tab.box.press("Enter");
        await settled(tab.page);
        await tab.hits.first().waitFor();
        assert.equal(await tab.page.locator("#topics").isVisible(), false);
        await tab.box.fill("");
        await topic(tab, "Frozen shoulder").waitFor();
        assert.equal(await tab.hits.count(), 0);
        await tab.close();
    }
});

test("keys lead through the topics, to a letter, and back to the box", async () => {
    const tab = await openTab(browser, server, "", LOOK);
    await tab.box.focus();
    await tab.box.press("ArrowDown");
    const links = tab.page.locator("#topics .topics a");
    assert.ok(await isFocused(links.first()));
    await tab.page.keyboard.press("ArrowDown");
    assert.ok(await isFocused(links.nth(1)));
    await tab.page.keyboard.press("ArrowUp");
    await tab.page.keyboard.press("ArrowUp");
    assert.ok(await isFocused(tab.box));
    const letter = tab.page.locator("#topics .letters").getByRole("link", { name: "S", exact: true });
    await letter.focus();
    await letter.press("Enter");
    const heading = tab.page.locator("#topics h3", { hasText: /^S$/ });
    assert.ok(await isFocused(heading));
    assert.ok(await heading.evaluate((element) => element.getBoundingClientRect().top < innerHeight));
    assert.equal(new URL(tab.page.url()).hash, "");
    await tab.page.keyboard.press("Tab");
    assert.ok(await isFocused(heading.locator("xpath=following-sibling::ul//a").first()));
    await tab.page.keyboard.press("Escape");
    assert.ok(await isFocused(tab.box));
    await tab.close();
});

test("axe finds nothing in the topics, light and dark, on a phone, in other languages", async () => {
    for (const [locale, title] of [["en-GB", "Topics from A to Z"], ["de-DE", "Themen von A bis Z"],
        ["fr-FR", "Sujets de A à Z"], ["es-ES", "Temas de la A a la Z"], ["nl-NL", "Onderwerpen van A tot Z"]]) {
        const tab = await openTab(browser, many, "", { ...LOOK, locale });
        assert.equal(await tab.page.locator("#topics-title").textContent(), title);
        for (const colorScheme of ["light", "dark"]) {
            await tab.page.emulateMedia({ colorScheme });
            await expectAccessible(tab.page);
        }
        await tab.page.setViewportSize(PHONE);
        await expectAccessible(tab.page);
        assert.ok(await tab.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
        await tab.close();
    }
});

test("topics are those in the reader's language, and of all where there are none in it", async () => {
    const german = await openTab(browser, many, "", { locale: "de-DE" });
    assert.equal(await topic(german, "Kreuzschmerzen").count(), 1);
    assert.equal(await topic(german, "Sciatica").count(), 0);
    await german.close();
    const swedish = await openTab(browser, many, "", { locale: "sv-SE" });
    assert.equal(await topic(swedish, "Kreuzschmerzen").getAttribute("lang"), "de");
    assert.equal(await topic(swedish, "Sciatica").count(), 1);
    assert.equal(await swedish.page.locator("#topics .letters").getByRole("link", { name: "五" }).count(), 1);
    await swedish.close();
});

test("without scripts the topics and letters are plain links", async () => {
    const tab = await openTab(browser, server, "", { javaScriptEnabled: false });
    await tab.page.locator("#topics .letters").getByRole("link", { name: "T", exact: true }).click();
    assert.match(tab.page.url(), /#topics-\d+$/);
    await topic(tab, "Neck pain").click();
    await tab.hits.first().waitFor();
    assert.equal(await tab.page.locator("#topics").isVisible(), false);
    await tab.close();
});
