// The search page: what is typed becomes an address, the address a question to the server,
// and the answer elements.  The address holds all there is to know, so it can be shared.

import { CARE, KINDS, fetchJson, hitOf, make } from "./answer.js";
import { makeBox } from "./box.js";
import { makeNarrow } from "./narrow.js";
import { FILTERS, answerAddress, questionOf, without } from "./question.js";

const TYPING_MS = 120; // a pause in typing that is worth a question
const SLOW_MS = 300; // an answer that takes longer shows that it is awaited
const QUIET_MS = 700; // a pause in which a screen reader may tell the count
const PAGE = 10;
const MOST = 100;
const OF_THESE_WORDS = ["like", "disable", "limit"]; // what is chosen anew for other words

const [form, input, list, controls, answers, status] =
    ["form", "query", "suggestions", "controls", "answer", "status"]
        .map((id) => document.getElementById(id));

let question = questionOf(location.search);
let shown = null; // the question whose answer is on the page, and how many hits it shows
let names = { of: "", all: new Map() }; // other names known for a query, switched off or not
let kinds = { of: "", words: [] }; // kinds that an answer has where none is chosen
let asking = new AbortController();
const titles = new Map(); // of articles that were seen, by their addresses
const timers = {};

function later(name, delay, action) {
    clearTimeout(timers[name]);
    timers[name] = setTimeout(action, delay);
}

// A switch of the page.  Its key finds it again when the controls are made anew.
function toggle(key, label, isOn, action, attributes) {
    return make("button",
        { type: "button", "data-key": key, "aria-pressed": String(isOn), click: action,
            dir: "auto", ...attributes }, ...[label].flat());
}

// A link to another question: an address to share, answered without loading the page.
function linkToQuestion(label, other, attributes) {
    return make("a", { href: `?${other}`, dir: "auto", ...attributes,
        click: (event) => {
            if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)
                return;
            event.preventDefault();
            turnTo(other);
        } }, label);
}

/* ---- What is above the hits ---- */

function countOf(answer) {
    const noun = question.get("group") === "none" ? "passage" : "article";
    const { value, relation } = answer.total;
    return `${relation === "gte" ? "At least " : ""}${value.toLocaleString("en")} ` +
        `${noun}${value === 1 ? "" : "s"}`;
}

// What is counted; where there are several, what narrows them down and their order.
function headOf(answer) {
    const like = question.get("like");
    const about = like === null ? [] : [" about the same as “", make("bdi", {}, titles.get(like) ?? like), "”"];
    const order = make("select", { "aria-label": "Order", "data-key": "order", change: (event) =>
        turnTo(withValues("sort", event.target.value === "" ? [] : [event.target.value])) },
    [["", "Best first"], ["newest", "Newest first"], ["oldest", "Oldest first"]].map(([value, label]) =>
        make("option", { value, selected: value === (question.get("sort") ?? "") ? "" : undefined }, label)));
    const canChange = answer.hits.length > 1 || FILTERS.some((name) => question.has(name));
    return make("div", { class: "head" },
        make("p", { class: "summary" }, countOf(answer), ...about),
        canChange ? [narrow((name) => question.getAll(name)), order] : undefined);
}

function summaryOf(answer) {
    const ask = (words) => linkToQuestion(words, withWords(words));
    return [
        headOf(answer),
        answer.corrected ? make("p", { class: "spelling" }, "Nothing holds “",
            make("bdi", {}, answer.query), "”. This is what was found for ",
            ask(answer.corrected), ".") : undefined,
        answer.suggestion
            ? make("p", { class: "spelling" }, "Did you mean ", ask(answer.suggestion), "?")
            : undefined,
        ...answer.notes.map((note) => make("p", { class: "note" }, note)),
    ];
}

// Switches for the other names that were searched.  Those switched off stay where they were.
function namesOf(answer) {
    const off = question.getAll("disable");
    const isOnlyWords = question.get("no_expand") === "1";
    if (names.of !== answer.query)
        names = { of: answer.query, all: new Map() };
    for (const name of answer.expanded)
        names.all.set(name.to, name);
    for (const to of off.filter((name) => !names.all.has(name)))
        names.all.set(to, { to });
    if (names.all.size === 0 && !isOnlyWords)
        return undefined;
    const chips = isOnlyWords ? [] : [...names.all.values()].map(({ from, to, source }) =>
        toggle(`name ${to}`, to, !off.includes(to), () => flip("disable", to),
            { title: from ? `for “${from}”${source ? `; known from: ${source}` : ""}` : undefined }));
    return make("div", { class: "names", role: "group", "aria-label": "Also searched" },
        make("span", { class: "label" }, isOnlyWords ? "Other names are not searched:" : "Also searched:"),
        ...chips, toggle("only words", "only my words", isOnlyWords, () => flip("no_expand", "1")));
}

function filtersOf() {
    const chosen = question.getAll("kind");
    const words = [...KINDS.keys()].filter((kind) => kinds.words.includes(kind) || chosen.includes(kind));
    const others = FILTERS.flatMap((name) => question.getAll(name).map((value) => [name, value]));
    if (words.length + others.length < 2 && chosen.length + others.length === 0)
        return undefined;
    return make("div", { class: "kinds", role: "group", "aria-label": "Only passages about" },
        words.map((kind) => toggle(`kind ${kind}`, KINDS.get(kind), chosen.includes(kind),
            () => flip("kind", kind), { class: CARE.has(kind) ? "care" : undefined })),
        others.map(([name, value]) => toggle(`${name} ${value}`, `${name}: ${value}`, true,
            () => flip(name, value))));
}

const narrow = makeNarrow({
    switchOf: (filter, value, ...label) => toggle(`narrow ${filter} ${value}`, label,
        question.getAll(filter).includes(value), () => flip(filter, value)),
    addressOf: (options) => answerAddress(new URLSearchParams(
        [...without(question, ["kind", "limit", "sort", ...FILTERS]), ...Object.entries(options)])),
});

function wordsOfKinds(answer) {
    return answer.hits.flatMap((hit) => [hit.kind, ...hit.more.map((passage) => passage.kind)]);
}

// The choice stays the same while one chooses: it is that of the answer to all kinds.
async function learnKinds(answer, signal) {
    const all = without(question, ["kind", "limit"]);
    if (String(all) === kinds.of)
        return;
    const whole = question.has("kind")
        ? await fetchJson(`${answerAddress(all)}&limit=50`, signal).catch(() => answer) : answer;
    if (!signal.aborted)
        kinds = { of: String(all), words: wordsOfKinds(whole) };
}

/* ---- Answers ---- */

// Puts new elements in the place of old ones, and the focus where it was.
function replace(place, ...children) {
    const focused = place.contains(document.activeElement) ? document.activeElement : null;
    const key = focused?.dataset.key;
    place.replaceChildren(...children.filter((child) => child !== undefined));
    if (focused !== null)
        ([...place.querySelectorAll("[data-key]")].find((other) => other.dataset.key === key)
            ?? input).focus({ preventScroll: true });
}

function say(sentence) {
    later("say", QUIET_MS, () => { status.textContent = sentence; });
}

function furtherOf(answer) {
    const next = Math.min(answer.hits.length + PAGE, MOST);
    const isAll = answer.hits.length >= answer.total.value && answer.total.relation === "eq";
    if (isAll || next <= answer.hits.length || answer.hits.length % PAGE !== 0)
        return undefined;
    return make("p", { class: "further" }, linkToQuestion("More articles",
        withValues("limit", [String(next)]), { "data-key": "further" }));
}

function nothingOf() {
    const words = question.get("q") ?? "";
    const plain = words.replace(/["+()]/g, " ").replace(/\s+/g, " ").trim();
    const ways = [
        ["Search all kinds, without filters", without(question, ["kind", ...FILTERS])],
        ["Search other names, too", without(question, ["disable", "no_expand"])],
        ["Search the words without signs", plain === "" ? question : withWords(plain)],
    ].filter(([, other]) => String(other) !== String(question));
    return make("section", { class: "state" },
        make("h2", {}, "Nothing found"),
        make("p", {}, ...(words === "" ? ["No other article is about the same."]
            : ["No article holds “", make("bdi", {}, words), "”."]), " You could:"),
        make("ul", {},
            ways.map(([label, other]) => make("li", {}, linkToQuestion(label, other))),
            make("li", {}, "use fewer words, or plainer ones;"),
            make("li", {}, "look at the spelling once more.")));
}

function similarTo(hit) {
    const label = "Similar articles";
    return linkToQuestion(label, questionOf(new URLSearchParams({ like: hit.url })),
        { class: "similar", "aria-label": `${label} to “${hit.title || hit.url}”` });
}

function show(answer) {
    const of = String(without(question, ["limit"]));
    const seen = shown?.of === of ? shown.count : 0;
    shown = { of, count: answer.hits.length };
    for (const hit of answer.hits)
        titles.set(hit.url, hit.title || hit.url);
    replace(controls, filtersOf(), ...summaryOf(answer), namesOf(answer));
    replace(answers, answer.hits.length > 0
        ? make("ol", { class: "hits" }, answer.hits.map((hit) => hitOf(hit, similarTo(hit))))
        : nothingOf(), furtherOf(answer));
    if (seen > 0 && seen < answer.hits.length)
        answers.querySelectorAll("h2 a")[seen]?.focus({ preventScroll: true });
    document.title = `${question.get("q") ?? "Similar articles"} – Search`;
    say(answer.corrected ? `${countOf(answer)} for ${answer.corrected}` : countOf(answer));
}

function showNothingAsked() {
    shown = null;
    replace(controls);
    replace(answers);
    document.title = "Search";
    say("");
}

function showFailure(error) {
    const sentence = error instanceof TypeError
        ? "The search could not be reached. Is this device connected?" : error.message;
    const plain = without(question, ["kind", ...FILTERS]);
    shown = null;
    box.close(); // what could be completed does not help, and would hide the reason
    replace(controls);
    replace(answers, make("section", { class: "state" },
        make("h2", {}, "No answer"),
        make("p", {}, sentence),
        make("p", {}, make("button", { type: "button", class: "plain", click: ask }, "Try again")),
        // What is wrong may be a filter, and no switch for it is in sight.
        String(plain) === String(question) ? undefined
            : make("p", {}, linkToQuestion("Search all kinds, without filters", plain))));
    say(sentence);
}

/* ---- Questions ---- */

function withValues(name, values) {
    const other = [...without(question, [name, "limit"]), ...values.map((value) => [name, value])];
    return questionOf(new URLSearchParams(other));
}

function withWords(words) {
    return questionOf([...without(question, ["q", ...OF_THESE_WORDS]), ["q", words]]);
}

async function ask() {
    asking.abort();
    asking = new AbortController();
    clearTimeout(timers.ask);
    const { signal } = asking;
    if ((question.get("q") ?? "").trim() === "" && !question.has("like"))
        return showNothingAsked();
    const slow = setTimeout(() => answers.setAttribute("aria-busy", "true"), SLOW_MS);
    try {
        const answer = await fetchJson(answerAddress(question), signal);
        await learnKinds(answer, signal);
        if (!signal.aborted)
            show(answer);
    } catch (error) {
        if (!signal.aborted)
            showFailure(error);
    } finally {
        clearTimeout(slow);
        if (!signal.aborted)
            answers.removeAttribute("aria-busy");
    }
}

function addressOf(asked) {
    return String(asked) === "" ? location.pathname : `?${asked}`;
}

// While one types, the address follows in one entry of the history; a question one stayed
// with keeps its entry, and the next one gets another.
function writeAddress(isSettled) {
    const address = addressOf(question);
    const isSame = address === addressOf(questionOf(location.search));
    const wasSettled = history.state?.isSettled !== false;
    if (isSame || !wasSettled)
        history.replaceState({ isSettled: isSettled || (isSame && wasSettled) }, "", address);
    else
        history.pushState({ isSettled }, "", address);
}

function settle() {
    writeAddress(true);
}

// Turns to another question at once.
function turnTo(other) {
    settle();
    question = other;
    input.value = question.get("q") ?? "";
    box.close();
    settle();
    ask();
}

function flip(name, value) {
    const values = question.getAll(name);
    turnTo(withValues(name, values.includes(value)
        ? values.filter((other) => other !== value) : [...values, value]));
}

// Takes over what stands in the box; what was chosen for the last words goes with them.
function readBox() {
    clearTimeout(timers.ask);
    if (input.value === (question.get("q") ?? ""))
        return false;
    question = withWords(input.value);
    return true;
}

function typed() {
    later("ask", input.value === "" ? 0 : TYPING_MS, () => {
        if (!readBox())
            return;
        writeAddress(false);
        ask();
        box.suggest();
    });
}

/* ---- The box and the keys ---- */

const box = makeBox(input, list, {
    submit,
    clear: () => {
        input.value = "";
        typed();
    },
    leave: () => {
        links()[0]?.focus();
        return links().length > 0;
    },
});

function submit() {
    box.close();
    readBox();
    settle();
    ask();
}

function links() {
    return [...answers.querySelectorAll("a[href]:not(.similar)")]
        .filter((link) => link.closest("details:not([open])") === null);
}

function keyInAnswers(event) {
    const place = links().indexOf(document.activeElement);
    if (event.key === "Escape" || (event.key === "ArrowUp" && place === 0))
        input.focus();
    else if (place >= 0 && event.key === "ArrowDown")
        links()[place + 1]?.focus();
    else if (place >= 0 && event.key === "ArrowUp")
        links()[place - 1].focus();
    else
        return;
    event.preventDefault();
}

function keyOnPage(event) {
    const isWriting = event.target.closest("input, textarea, select, [contenteditable]") !== null;
    if (event.key !== "/" || isWriting || event.ctrlKey || event.metaKey || event.altKey)
        return;
    event.preventDefault();
    input.focus();
    input.select();
}

function start() {
    form.addEventListener("submit", (event) => {
        event.preventDefault();
        submit();
    });
    input.addEventListener("input", (event) => event.isComposing || typed());
    input.addEventListener("compositionend", typed);
    input.addEventListener("blur", settle);
    answers.addEventListener("keydown", keyInAnswers);
    document.addEventListener("keydown", keyOnPage);
    window.addEventListener("popstate", () => {
        question = questionOf(location.search);
        input.value = question.get("q") ?? "";
        box.close();
        ask();
    });
    // Somebody may have typed before this module was there.
    if (document.activeElement === input && input.value !== input.defaultValue)
        return typed();
    history.replaceState({ isSettled: true }, "", addressOf(question));
    input.value = question.get("q") ?? "";
    if (String(question) === "" && matchMedia("(pointer: fine)").matches)
        input.focus();
    return ask();
}

start();
