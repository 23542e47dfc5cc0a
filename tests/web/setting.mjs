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
const PATIENCE_MS = 900000;

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
    return { url, stop: () => new Promise((resolve) => {
        server.on("exit", () => {
            rmSync(folder, { recursive: true });
            resolve();
        });
        server.kill();
    }) };
}

export function startBrowser() {
    return chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"],
        timeout: PATIENCE_MS });
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
    const context = await browser.newContext({ viewport: { width: 1000, height: 800 }, ...options });
    const page = await context.newPage();
    context.setDefaultTimeout(PATIENCE_MS);
    const complaints = [];
    const strangers = [];
    await context.route((url) => url.origin !== new URL(server.url).origin, (route) =>
        new URL(route.request().url()).host === "clinic.example" ? answerForClinic(route) : route.abort());
    page.on("pageerror", (error) => complaints.push(String(error)));
    page.on("console", (message) => {
        if (message.type() === "error" && message.location().url.startsWith(server.url))
            complaints.push(message.text());
    });
    page.on("request", (request) => {
        if (!request.isNavigationRequest() && page.url().startsWith(server.url) &&
                !request.url().startsWith(server.url))
            strangers.push(request.url());
    });
    await page.goto(server.url + address);
    const close = async ({ complaintsAreExpected = false } = {}) => {
        await context.close();
        assert.deepEqual(strangers, []);
        if (!complaintsAreExpected)
            assert.deepEqual(complaints, []);
    };
    return { page, context, close, box: page.locator("#query"), hits: page.locator(".hits > .hit") };
}

// Waits until the page shows the answer to its address.
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
