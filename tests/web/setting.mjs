// What every test of the page needs: an index, a server, a browser, and an account of what the
// page asked of whom.

import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";

const require = createRequire(join(process.env.PALPATE_WEB_FOLDER, "package.json"));
const { chromium } = require("playwright-core");
const AXE = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

// A time-out is for what hangs: on a busy machine all takes many times as long.
const PATIENCE_MS = 300000;

const HTML = "text/html; charset=utf-8";

export const TREE = fileURLToPath(new URL("../..", import.meta.url));
export const CORPUS = [`${TREE}corpus/articles`, "--base-url", "https://clinic.example/",
    "--thesaurus", `${TREE}corpus/thesaurus.tsv`];

function listeningAt(server) {
    return new Promise((resolve, reject) => {
        let said = "";
        server.stdout.on("data", (bytes) => {
            said += bytes;
            const at = /^listening at (\S+)/m.exec(said);
            if (at !== null)
                resolve(at[1]);
        });
        server.on("exit", (code) => reject(new Error(`palpate-serve ended with ${code}`)));
    });
}

// A server over an index of `sources`; `options` are further ones of palpate-serve.
export async function startServer(sources = CORPUS, options = []) {
    const folder = mkdtempSync(join(tmpdir(), "palpate-web-"));
    const index = join(folder, "index");
    execFileSync(process.env.PALPATE_INDEX, ["--quiet", index, ...sources], { stdio: "pipe" });
    const server = spawn(process.env.PALPATE_SERVE,
        [index, "--listen", "127.0.0.1:0", "--access-log", "none", "--max-rate", "0",
            "--max-answer-ms", "60000", ...options],
        { stdio: ["ignore", "pipe", "inherit"] });
    const url = await listeningAt(server);
    server.removeAllListeners("exit");
    const ended = new Promise((resolve) => { server.on("exit", (code, signal) => resolve(code ?? signal)); });
    return { url, stop: async () => {
        server.kill();
        const how = await ended;
        rmSync(folder, { recursive: true });
        assert.equal(how, 0, "palpate-serve ends when it is asked to, and not before");
    } };
}

// A browser for which there is no network but this machine.
export function startBrowser() {
    return chromium.launch({ executablePath: "/usr/bin/chromium", timeout: PATIENCE_MS,
        args: ["--no-sandbox", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"] });
}

// A context that waits as long as a busy machine needs.  Closed by `closeContext`: a route that
// still answers a page when its context closes would fail, and so would the test that runs then.
export async function openContext(browser, options = {}) {
    const context = await browser.newContext(options);
    context.setDefaultTimeout(PATIENCE_MS);
    return context;
}

export async function closeContext(context) {
    for (const routed of [...context.pages(), context])
        await routed.unrouteAll({ behavior: "ignoreErrors" });
    await context.close();
}

// The articles that the corpus' addresses name, instead of the network.
async function answerForClinic(route) {
    const name = new URL(route.request().url()).pathname.split("/")[1];
    const file = `${TREE}corpus/articles/${name}.html`;
    if (existsSync(file))
        await route.fulfill({ contentType: HTML, body: readFileSync(file) });
    else if (existsSync(`${file}.gz`))
        await route.fulfill({ contentType: HTML, body: gunzipSync(readFileSync(`${file}.gz`)) });
    else
        await route.fulfill({ status: 404, body: "" });
}

// A tab on the server's page.  `close` fails where the page complained, or asked anything of
// another origin than the server's while it was shown.
export async function openTab(browser, server, address = "", options = {}) {
    const context = await openContext(browser, { viewport: { width: 1000, height: 800 }, ...options });
    const page = await context.newPage();
    const complaints = [];
    const strangers = [];
    await context.route((url) => url.origin !== new URL(server.url).origin, (route) =>
        new URL(route.request().url()).host === "clinic.example" ? answerForClinic(route) : route.abort());
    page.on("pageerror", (error) => complaints.push(String(error)));
    page.on("console", (message) => {
        if (message.type() === "error" && message.location().url.startsWith(server.url))
            complaints.push(message.text());
    });
    // What an article asks for as it is left is not asked by the page, which names no referrer.
    page.on("request", (request) => {
        if (!request.isNavigationRequest() && page.url().startsWith(server.url) &&
                !request.url().startsWith(server.url) && !request.headers().referer?.startsWith("https://clinic.example/"))
            strangers.push(request.url());
    });
    await page.goto(server.url + address);
    const close = async ({ complaintsAreExpected = false } = {}) => {
        await closeContext(context);
        assert.deepEqual(strangers, []);
        if (!complaintsAreExpected)
            assert.deepEqual(complaints, []);
    };
    return { page, context, close, box: page.locator("#query"), answer: page.locator("#answer"),
        hits: page.locator(".hits > .hit") };
}

// A tab whose timers run only as far as a test lets them, and which counts the answers that it read.
export async function openStill(browser, server, address = "", options = {}) {
    const tab = await openTab(browser, server, address, options);
    await tab.page.addInitScript(() => {
        const { text } = Response.prototype;
        globalThis.answersRead = 0;
        Response.prototype.text = async function count() {
            const words = await text.call(this);
            globalThis.answersRead += 1; // who awaits this goes on before anything else runs
            return words;
        };
    });
    await tab.page.clock.install({ time: 0 });
    await tab.page.reload();
    await tab.page.clock.pauseAt(3600000);
    return tab;
}

// Types letters as fast as somebody who knows the word.  After each the page has done what it does
// with the answer to the words so far.
export async function typeOn(tab, letters) {
    for (const letter of letters) {
        const before = await tab.page.evaluate(() => globalThis.answersRead);
        await tab.box.press(letter === " " ? "Space" : letter);
        await tab.page.clock.runFor(60);
        await tab.page.waitForFunction((count) => globalThis.answersRead > count, before);
    }
}

// Waits until the page shows the answer to its address.  What asks anew makes it busy at once.
export async function settled(page) {
    await page.waitForFunction(() => document.title !== "Search" &&
        document.title === `${new URLSearchParams(location.search).get("q") ?? "Similar articles"} – Search` &&
        !document.querySelector("#answer").hasAttribute("aria-busy"));
}

// What axe finds wrong with the page: nothing.  Needs a tab with `bypassCSP`.
export async function expectAccessible(page) {
    await page.evaluate(AXE);
    const { violations } = await page.evaluate(() => globalThis.axe.run({ resultTypes: ["violations"] }));
    assert.deepEqual(violations.map(({ id, help, nodes }) =>
        `${id}: ${help}: ${nodes.map((node) => node.html.slice(0, 100)).join(" | ")}`), []);
}
