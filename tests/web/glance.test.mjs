// What is seen at a glance: where the first hit begins, and what stays folded until one asks.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { openTab, settled, startBrowser, startServer } from "./setting.mjs";

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

const DESKTOP = { viewport: { width: 1280, height: 800 } };
const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
// Many kinds, many other names, a misspelt word, a filter, an order.
const QUESTIONS = ["frozen+shoulder", "sciatica", "can+i+massage+someone+with+cancer", "tennis+elbow+exercises",
    "achillies+tendon+pain", "frozen+shoulder&kind=exercises", "neck+pain&sort=newest"];

const top = (locator) => locator.evaluate((element) => element.getBoundingClientRect().top + scrollY);

for (const [screen, options] of Object.entries({ desktop: DESKTOP, phone: PHONE }))
    for (const javaScriptEnabled of [true, false])
        test(`the first hit begins in the upper third: ${screen}, ${javaScriptEnabled ? "with" : "without"} JavaScript`, async () => {
            for (const question of QUESTIONS) {
                const tab = await openTab(browser, server, `?q=${question}`, { ...options, javaScriptEnabled });
                await tab.hits.first().waitFor();
                const begins = await top(tab.hits.first());
                assert.ok(begins <= options.viewport.height / 3,
                    `${question}: ${begins} of ${options.viewport.height}`);
                await tab.close();
            }
        });

test("sentences that answer a question stand out, with what warns beside them", async () => {
    for (const [locale, says] of [["en-GB", "Answer"], ["de-DE", "Antwort"], ["fr-FR", "Réponse"],
        ["es-ES", "Respuesta"], ["nl-NL", "Antwoord"]]) {
        const tab = await openTab(browser, server, "?q=how+long+does+frozen+shoulder+last", { ...PHONE, locale });
        const first = tab.hits.first();
        assert.equal(await first.locator(".answered").textContent(), says);
        assert.match(await first.locator(".answered + .snippet").textContent(), /^One to three years/);
        assert.equal(await first.locator("details.also[open]").count(), 1);
        assert.equal(await tab.page.locator(".answered").count(), 1);
        await tab.close();
    }
    const words = await openTab(browser, server, "?q=frozen+shoulder");
    await words.hits.first().waitFor();
    assert.equal(await words.page.locator(".answered").count(), 0);
    await words.close();
});

test("what an article warns of is one line that opens, by keys and by a press", async () => {
    for (const javaScriptEnabled of [true, false]) {
        const tab = await openTab(browser, server, "?q=tennis+elbow+exercises", { javaScriptEnabled });
        await tab.hits.first().waitFor();
        const folded = tab.hits.locator("details.also:not([open])").first();
        const summary = folded.locator("summary");
        assert.match(await summary.textContent(), /^(When not to|Warning signs)$/);
        assert.ok((await folded.boundingBox()).height <= 36, "one line");
        const care = tab.page.locator(`details.also:has(a[href="${await folded.locator("a").getAttribute("href")}"])`);
        assert.equal(await care.locator(".snippet").isVisible(), false);
        await care.locator("summary").focus();
        await tab.page.keyboard.press("Enter");
        assert.equal(await care.locator(".snippet").isVisible(), true);
        await care.locator("summary").click();
        assert.equal(await care.locator(".snippet").isVisible(), false);
        await tab.close();
    }
});

test("what is warned of is whole with the first hit, and where safety is asked about with all", async () => {
    const openOf = async (question) => {
        const tab = await openTab(browser, server, `?q=${question}`);
        await settled(tab.page);
        const open = await tab.hits.evaluateAll((hits) =>
            hits.map((hit) => hit.querySelector("details.also")?.open));
        await tab.close();
        return open;
    };
    const plain = await openOf("tennis+elbow+exercises");
    assert.ok(plain.slice(1).includes(false), String(plain));
    assert.ok(!plain.slice(1).includes(true), String(plain));
    assert.notEqual(plain[0], false);
    const further = await openOf("tennis+elbow+exercises&offset=10");
    assert.ok(!further.includes(true), String(further));
    const safety = await openOf("is+it+safe+to+exercise+with+tennis+elbow");
    assert.ok(safety.slice(1).includes(true), String(safety));
    assert.ok(!safety.includes(false), String(safety));
});

test("other names are one line that opens, and stays open while one chooses", async () => {
    const tab = await openTab(browser, server, "?q=frozen+shoulder");
    await settled(tab.page);
    const chip = tab.page.getByRole("button", { name: "adhesive capsulitis", exact: true });
    assert.equal(await chip.count(), 0, "hidden, also from a screen reader");
    await tab.page.locator("summary", { hasText: /^Also searched \d+ other names$/ }).press("Enter");
    await chip.press("Enter");
    await tab.page.waitForSelector("[data-key='name adhesive capsulitis'][aria-pressed=false]");
    await chip.press("Enter");
    await tab.page.waitForSelector("[data-key='name adhesive capsulitis'][aria-pressed=true]");
    assert.equal(await chip.isVisible(), true);
    assert.equal(await tab.page.evaluate(() => document.activeElement.textContent), "adhesive capsulitis");
    await tab.close();
});

test("no kind is called Other, and one that an address names can be taken back", async () => {
    const tab = await openTab(browser, server, "?q=physiotherapist");
    await settled(tab.page);
    const chips = tab.page.locator(".kinds");
    assert.ok(await chips.getByRole("button").count() > 1);
    assert.equal(await chips.getByRole("button", { name: "Other" }).count(), 0);
    await tab.close();
    const other = await openTab(browser, server, "?q=physiotherapist&kind=other");
    await settled(other.page);
    await other.page.locator(".kinds").getByRole("button", { pressed: true }).click();
    await other.page.waitForFunction(() => location.search === "?q=physiotherapist");
    await other.close();
});

test("chips in one row are all reached by keys, and seen then", async () => {
    for (const options of [DESKTOP, PHONE]) {
        const tab = await openTab(browser, server, "?q=frozen+shoulder", options);
        await settled(tab.page);
        const last = tab.page.locator(".kinds button").last();
        await last.focus();
        const box = await last.boundingBox();
        assert.ok(box.x >= 0 && box.x + box.width <= options.viewport.width, JSON.stringify(box));
        await tab.close();
    }
});

test("a hit names its author, its reviewer and its dates", async () => {
    const folder = mkdtempSync(join(tmpdir(), "palpate-people-"));
    const facts = { "@context": "https://schema.org", "@type": "MedicalWebPage", headline: "Wombat backs",
        author: { "@type": "Person", name: "Ada Byron" }, reviewedBy: { "@type": "Person", name: "Mary Seacole" },
        lastReviewed: "2024-03-04", dateModified: "2024-05-06" };
    writeFileSync(join(folder, "wombat.html"), `<!doctype html><html lang="en"><head><title>Wombat backs</title>
        <script type="application/ld+json">${JSON.stringify(facts)}</script></head><body><main><article>
        <h1>Wombat backs</h1><p>A wombat has a strong back, and digs for hours without any pain in it.</p>
        </article></main></body></html>`);
    const wombats = await startServer([folder, "--base-url", "https://clinic.example/"]);
    for (const javaScriptEnabled of [true, false]) {
        const tab = await openTab(browser, wombats, "?q=wombat+back", { javaScriptEnabled });
        await tab.hits.first().waitFor();
        const seen = await tab.hits.first().innerText();
        for (const part of ["By Ada Byron", "Reviewed by Mary Seacole, 4 Mar 2024", "6 May 2024"])
            assert.ok(seen.includes(part), `${part} in ${seen}`);
        await tab.close();
    }
    await wombats.stop();
    rmSync(folder, { recursive: true });
});
