// What an answer of the server looks like: its hits as elements.  Words of an answer are only
// ever set as text, and its addresses become links only where they are addresses of pages.

export const KINDS = new Map([
    ["red-flags", "Warning signs"], ["contraindications", "When not to"],
    ["definition", "What it is"], ["symptoms", "Symptoms"], ["causes", "Causes"],
    ["diagnosis", "Diagnosis"], ["treatment", "Treatment"], ["exercises", "Exercises"],
    ["evidence", "Evidence"], ["recovery", "Recovery"], ["faq", "Questions"],
    ["comment", "Comments"], ["other", "Other"],
]);
export const CARE = new Set(["red-flags", "contraindications"]);

export function make(tag, attributes, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes ?? {})) {
        if (typeof value === "function")
            element.addEventListener(name, value);
        else if (value !== undefined)
            element.setAttribute(name, value);
    }
    element.append(...children.flat().filter((child) => child !== undefined && child !== ""));
    return element;
}

// Escaped text with <mark> as elements: nothing else in it can become one.
function marked(html) {
    const characters = { "&lt;": "<", "&gt;": ">", "&amp;": "&", "&quot;": "\"", "&#39;": "'" };
    const pieces = html.replace(/<\/mark>(\s+)<mark>/g, "$1").split(/<mark>(.*?)<\/mark>/s);
    return pieces.map((piece, i) => {
        const text = piece.replace(/&(?:lt|gt|amp|quot|#39);/g, (name) => characters[name]);
        return i % 2 === 1 ? make("mark", {}, text) : text;
    });
}

// Pages can say of themselves what they like: only addresses of pages become links.
function linkTo(address, ...children) {
    let href;
    try {
        const url = new URL(address, document.baseURI);
        href = ["http:", "https:"].includes(url.protocol) ? url.href : undefined;
    } catch {
        href = undefined;
    }
    return make("a", { href }, ...children);
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec"];

function dateOf(date) {
    if (!/^\d{4}-\d\d-\d\d/.test(date) || Number.isNaN(Date.parse(date.slice(0, 10))))
        return date;
    const [year, month, day] = date.slice(0, 10).split("-").map(Number);
    return make("time", { datetime: date.slice(0, 10) }, `${day} ${MONTHS[month - 1]} ${year}`);
}

function kindOf(kind) {
    if (kind === "other" || !KINDS.has(kind))
        return undefined;
    return make("span", { class: CARE.has(kind) ? "kind care" : "kind" }, KINDS.get(kind));
}

function pathOf(headings, title) {
    const path = headings.filter((heading) => heading !== "" && heading !== title);
    if (path.length === 0)
        return undefined;
    return make("p", { class: "path", dir: "auto" }, path.join(" › "));
}

function snippetOf(passage) {
    return make("p", { class: CARE.has(passage.kind) ? "snippet care" : "snippet", dir: "auto" },
        marked(passage.snippet));
}

function moreOf(hit) {
    if (hit.more.length === 0)
        return undefined;
    const summary = hit.more.length === 1 ? "1 more passage" : `${hit.more.length} more passages`;
    return make("details", { class: "more" },
        make("summary", {}, `${summary} of this article`),
        make("ul", {}, hit.more.map((passage) => make("li", {},
            make("p", { class: "path", dir: "auto" }, linkTo(passage.link, passage.heading.at(-1) || hit.title),
                " ", kindOf(passage.kind)),
            snippetOf(passage)))));
}

// What the article says of when not to stands open beside what it offers.
function careOf(passage) {
    if (passage === undefined)
        return undefined;
    return make("div", { class: "also" },
        make("p", { class: "path" }, kindOf(passage.kind), " ",
            linkTo(passage.link, passage.heading.at(-1) || "In this article")),
        snippetOf(passage));
}

function aboutOf(hit, similar) {
    const same = hit.same === 1 ? "one other passage says the same"
        : `${hit.same} other passages say the same`;
    const parts = [
        hit.other_name ? `found as “${hit.other_name}”` : undefined,
        hit.related ? "about the same, without your words" : undefined,
        CARE.has(hit.kind) ? undefined : kindOf(hit.kind),
        dateOf(hit.date),
        hit.same ? same : undefined,
    ].filter((part) => part);
    return make("p", { class: "about" }, [...parts, similar].map((part) => make("span", {}, part)));
}

// Who answers for the article.
function peopleOf({ byline, reviewer, reviewed, site }) {
    const review = reviewer ? [`Reviewed by ${reviewer}`, reviewed ? ", " : "", reviewed ? dateOf(reviewed) : ""]
        : ["Reviewed ", dateOf(reviewed ?? "")];
    const parts = [byline ? [`By ${byline}`] : undefined, reviewer || reviewed ? review : undefined,
        site ? [site] : undefined].filter((part) => part);
    return parts.length === 0 ? undefined
        : make("p", { class: "people", dir: "auto" }, parts.map((part, i) => [i > 0 ? " · " : "", ...part]).flat());
}

// `similar` is a link to articles about the same.
export function hitOf(hit, similar) {
    return make("li", { class: "hit" },
        make("h2", { "data-url": hit.url, dir: "auto" }, linkTo(hit.link, hit.title || hit.url)),
        pathOf(hit.heading, hit.title),
        peopleOf(hit),
        CARE.has(hit.kind) ? make("p", { class: "before" }, kindOf(hit.kind)) : undefined,
        snippetOf(hit),
        aboutOf(hit, similar),
        careOf(hit.care),
        moreOf(hit));
}

// What the server says; where it says that it cannot, an error with its reason.
export async function fetchJson(address, signal) {
    const response = await fetch(address, { signal, headers: { accept: "application/json" } });
    if (response.ok)
        return response.json();
    const reason = await response.json().then((body) => body.detail, () => "");
    throw new Error(typeof reason === "string" && reason !== "" ? reason.replace(/[^.?!]$/, "$&.")
        : response.status === 503 || response.status === 429
            ? "The search is busy. Please try again in a moment."
            : `The search failed (status ${response.status}).`);
}
