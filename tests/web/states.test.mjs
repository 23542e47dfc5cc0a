// States of the page that no address names, each as axe sees it: while one types, while an answer is
// awaited, in other languages and colours, as part of a site.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { CORPUS, expectAccessible, openTab, settled, startBrowser, startServer } from "./setting.mjs";

let folder;
let server;
let branded;
let browser;
before(async () => {
    folder = mkdtempSync(join(tmpdir(), "palpate-states-"));
    writeFileSync(join(folder, "brand.css"), ":root { --accent: #7a1f5c; }\n" +
        "@media (prefers-color-scheme: dark) { :root { --accent: #f0a8d8; } }\n");
    writeFileSync(join(folder, "clinic.svg"), '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">' +
        '<rect width="9" height="9" fill="#7a1f5c"/></svg>');
    server = await startServer();
    branded = await startServer(CORPUS, ["--title", "Search Harbour Clinic", "--home-url", "https://clinic.example/",
        "--style", join(folder, "brand.css"), "--logo", join(folder, "clinic.svg")]);
    browser = await startBrowser();
});
after(async () => {
    await browser?.close();
    await server?.stop();
    await branded?.stop();
    rmSync(folder, { recursive: true });
});

const LOOK = { bypassCSP: true, reducedMotion: "reduce" };

async function expectAccessibleInBoth(page) {
    for (const colorScheme of ["light", "dark"]) {
        await page.emulateMedia({ colorScheme });
        await expectAccessible(page);
    }
}

test("axe finds nothing while one types, and while the answer is awaited", async () => {
    const tab = await openTab(browser, server, "", LOOK);
    const held = [];
    await tab.page.route("**/answer?q=scia", (route) => { held.push(route); });
    await tab.box.fill("scia");
    await tab.page.locator("#suggestions [role=option]").first().waitFor();
    await tab.hits.first().waitFor();
    await expectAccessibleInBoth(tab.page);
    await tab.page.locator("#answer[aria-busy]").waitFor();
    await tab.page.waitForFunction(() => getComputedStyle(document.getElementById("answer"), "::before").opacity === "1");
    await expectAccessibleInBoth(tab.page);
    assert.equal(held.length, 1);
    await tab.close();
});

for (const [locale, says] of [["de-DE", "Suche"], ["fr-FR", "Rechercher"], ["es-ES", "Buscar"], ["nl-NL", "Zoeken"]])
    test(`axe finds nothing in the language of ${locale}`, async () => {
        for (const address of ["", "?q=frozen+shoulder&kind=exercises&facets=8", "?q=zzzzqqq", "?q=knee&kind=zzz"]) {
            const tab = await openTab(browser, server, address, { ...LOOK, locale });
            assert.equal(await tab.page.locator("html").getAttribute("lang"), locale.slice(0, 2));
            assert.equal(await tab.page.locator(".box button").textContent(), says);
            await expectAccessibleInBoth(tab.page);
            await tab.close({ complaintsAreExpected: true });
        }
    });

test("axe finds nothing in the colours and with the name of a site", async () => {
    const tab = await openTab(browser, branded, "?q=frozen+shoulder", LOOK);
    assert.equal(await tab.page.title(), "frozen shoulder – Search Harbour Clinic");
    await expectAccessibleInBoth(tab.page);
    await tab.close();
});

test("axe finds nothing in forced colours, and at the largest text", async () => {
    const tab = await openTab(browser, server, "?q=massage+in+pregnancy", { ...LOOK, forcedColors: "active" });
    await settled(tab.page);
    await expectAccessible(tab.page);
    await tab.page.emulateMedia({ forcedColors: "none" });
    await tab.page.evaluate(() => { document.documentElement.style.setProperty("font-size", "200%"); });
    await expectAccessible(tab.page);
    await tab.close();
});
