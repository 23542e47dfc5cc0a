// <palpate-search> puts the search box and its answers into any page of any site:
//
//     <script type="module" src="https://search.clinic.example/palpate.js"></script>
//     <palpate-search dialog recent></palpate-search>
//
// It looks and speaks as the server's own page does, in the language of the page around it.  With
// `dialog` it is a button, and Ctrl+K or / open it; with `recent` the browser, and nobody else,
// keeps the last questions; with `topics` those of the index are below the empty box.  Until it is
// there, and where the server cannot be reached, its own content is shown.

import { Search } from "./asking.js";

const BASE = new URL(".", import.meta.url).href;
const KEPT = "palpate-search-recent";
const MOST_KEPT = 5;

function keptQuestions() {
    try {
        const kept = JSON.parse(localStorage.getItem(KEPT) ?? "[]");
        return Array.isArray(kept) ? kept.filter((words) => typeof words === "string") : [];
    } catch {
        return []; // no storage, or of somebody else
    }
}

function keep(words) {
    try {
        const others = keptQuestions().filter((other) => other !== words);
        localStorage.setItem(KEPT, JSON.stringify([words, ...others].slice(0, MOST_KEPT)));
    } catch {
        // A browser that keeps nothing still searches.
    }
}

// What was asked before, and a way to drop it.
function keptIn(list) {
    return {
        read: () => {
            const suggestions = keptQuestions().map((text) => ({ text, kind: "recent" }));
            return suggestions.length === 0 ? []
                : [...suggestions, { text: list.dataset.forget, kind: "forget" }];
        },
        forget: () => localStorage.removeItem(KEPT),
    };
}

// Keeps the question to itself: the address belongs to the page around.
function makePlace(words, isKept) {
    let held = new URLSearchParams(words === null ? {} : { q: words });
    return {
        read: () => held,
        write: (question) => { held = question; },
        tell: (question) => {
            if (isKept && question.get("q"))
                keep(question.get("q"));
        },
    };
}

function isWriting({ target }) {
    return target.closest?.("input, textarea, select, [contenteditable], palpate-search") !== null;
}

class PalpateSearch extends HTMLElement {
    async connectedCallback() {
        if (this.shadowRoot !== null)
            return;
        const language = this.closest("[lang]")?.lang ?? "";
        const headers = language === "" ? {} : { "accept-language": language };
        const response = await fetch(BASE, { headers: { accept: "text/html", ...headers } }).catch(() => undefined);
        if (response?.ok !== true || this.shadowRoot !== null)
            return;
        const page = new DOMParser().parseFromString(await response.text(), "text/html");
        const root = this.attachShadow({ mode: "open" });
        root.append(...this.build(page));
        this.startSearch(root, headers);
    }

    // The style, the form and the place of the answers of the server's page.
    build(page) {
        page.getElementById("topics")?.toggleAttribute("hidden", !this.hasAttribute("topics"));
        const styles = [...page.querySelectorAll("link[rel=stylesheet]")];
        for (const style of styles)
            style.href = new URL(style.getAttribute("href"), BASE).href;
        const inside = page.createElement("div");
        inside.className = "scripted";
        inside.lang = page.documentElement.lang;
        inside.append(page.getElementById("form"), ...page.querySelector("main").childNodes);
        return this.hasAttribute("dialog") ? [...styles, ...this.buildDialog(page, inside)] : [...styles, inside];
    }

    buildDialog(page, inside) {
        const { search, close } = inside.querySelector("#form").dataset;
        const [opener, dialog, closer] = ["button", "dialog", "button"].map((tag) => page.createElement(tag));
        opener.className = "opener";
        opener.type = closer.type = "button";
        opener.textContent = search;
        opener.setAttribute("aria-haspopup", "dialog");
        opener.setAttribute("aria-keyshortcuts", "Control+K /");
        closer.className = "closer";
        closer.textContent = close;
        dialog.setAttribute("aria-label", search);
        dialog.append(closer, inside);
        opener.addEventListener("click", () => this.open());
        closer.addEventListener("click", () => dialog.close());
        document.addEventListener("keydown", (event) => this.keyOnPage(event));
        return [opener, dialog];
    }

    startSearch(root, headers) {
        const isKept = this.hasAttribute("recent");
        const place = makePlace(this.getAttribute("query"), isKept);
        const kept = isKept ? keptIn(root.getElementById("suggestions")) : undefined;
        this.search = new Search(root, place, { base: BASE, headers, kept });
        if (place.read().size > 0)
            this.search.readPlace();
    }

    open() {
        const dialog = this.shadowRoot.querySelector("dialog");
        if (!dialog.open)
            dialog.showModal();
        this.search.input.focus();
        this.search.input.select();
    }

    keyOnPage(event) {
        const isSlash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !isWriting(event);
        const isK = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey;
        if (!this.isConnected || (!isSlash && !isK))
            return;
        event.preventDefault();
        this.open();
    }
}

customElements.define("palpate-search", PalpateSearch);
