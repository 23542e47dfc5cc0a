// The search page: what is typed becomes an address, and the server's answer to it takes the
// place of the one before.  Each letter asks what the last word may become; a pause or Enter
// ends the word.  The address holds all there is to know, so it can be shared; the
// server writes the answer, and its links and forms do the same without this script.

import { makeBox } from "./box.js";

const LETTER_MS = 50; // from a letter to a question: several at once are one
const PAUSE_MS = 700; // a pause in typing that ends the last word
const SLOW_MS = 300; // an answer that takes longer shows that it is awaited
const QUIET_MS = 700; // a pause in which a screen reader may tell the count
const OF_THESE_WORDS = ["q", "like", "disable", "no_correct", "limit", "offset"]; // chosen anew for other words

const [form, input, list, answers, status, unreachable] =
    ["form", "query", "suggestions", "answer", "status", "unreachable"]
        .map((id) => document.getElementById(id));

let question = questionOf(location.search);
let asking = new AbortController();
let isAhead = false; // what is shown answers what stands in the box, and not yet the question
const timers = {};

function questionOf(parameters) {
    return new URLSearchParams([...new URLSearchParams(parameters)].filter(([, value]) => value !== ""));
}

function isAsked() {
    return (question.get("q") ?? "").trim() !== "" || question.has("like");
}

function later(name, delay, action) {
    clearTimeout(timers[name]);
    timers[name] = setTimeout(action, delay);
}

/* ---- Answers ---- */

// What is said of an answer to those who hear the page; in it, or in an error of the server.
function said(place) {
    return place.querySelector("[data-said]")?.dataset.said;
}

function tell() {
    const { name, similar } = document.body.dataset;
    document.title = isAsked() ? `${question.get("q") ?? similar} – ${name}` : name;
    later("say", QUIET_MS, () => { status.textContent = said(answers) ?? ""; });
}

// Puts new elements in the place of old ones, and the focus where it was, or to a hit.
function show(elements, hash = "") {
    const focused = answers.contains(document.activeElement) ? document.activeElement : null;
    const key = focused?.dataset.key;
    const opened = [...answers.querySelectorAll("details[data-key][open]")].map((other) => other.dataset.key);
    answers.replaceChildren(...elements);
    for (const details of answers.querySelectorAll("details[data-key]"))
        details.open ||= opened.includes(details.dataset.key);
    const hit = hash === "" ? null : document.getElementById(hash.slice(1))?.querySelector("a");
    const again = [...answers.querySelectorAll("[data-key]")].find((other) => other.dataset.key === key);
    const next = hit ?? (focused === null ? null : again ?? input);
    next?.focus({ preventScroll: true });
}

// A document of its own, in which nothing is loaded and no script runs.
async function fetchAnswer(asked, signal) {
    const response = await fetch(`answer?${asked}`, { signal, headers: { accept: "text/html" } });
    const { body } = new DOMParser().parseFromString(await response.text(), "text/html");
    if (said(body) === undefined) // something between the server and us answers
        throw new Error(`no answer, but ${response.status}`);
    return body;
}

// Forgets what is asked for and what was about to be.
function begin() {
    asking.abort();
    asking = new AbortController();
    clearTimeout(timers.letter);
    return asking.signal;
}

async function ask(hash) {
    const signal = begin();
    clearTimeout(timers.pause);
    const slow = setTimeout(() => answers.setAttribute("aria-busy", "true"), SLOW_MS);
    const body = !isAsked() ? undefined
        : await fetchAnswer(question, signal).catch(() => unreachable.content.cloneNode(true));
    clearTimeout(slow);
    if (signal.aborted)
        return;
    answers.removeAttribute("aria-busy");
    isAhead = false;
    show(body?.childNodes ?? [], hash);
    tell();
    if (answers.querySelector(".state[data-said]") !== null)
        box.close(); // what could be completed does not help, and would hide the reason
}

// While one types, what was found stays until more is found: that a word leads nowhere is worth
// saying only when it is finished.
async function askAhead() {
    const signal = begin();
    const asked = questionInBox();
    asked.set("typing", "1");
    const body = await fetchAnswer(asked, signal).catch(() => undefined);
    if (signal.aborted || body === undefined || body.querySelector(".hits") === null)
        return;
    isAhead = true;
    show(body.childNodes);
}

/* ---- Questions ---- */

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
function turnTo(parameters, hash) {
    settle();
    question = questionOf(parameters);
    input.value = question.get("q") ?? "";
    box.close();
    settle();
    ask(hash);
}

// What was chosen for the last words goes with them.
function questionInBox() {
    return questionOf([["q", input.value],
        ...[...question].filter(([name]) => !OF_THESE_WORDS.includes(name))]);
}

// Takes over what stands in the box; whether that is another question.
function readBox() {
    clearTimeout(timers.pause);
    if (input.value === (question.get("q") ?? ""))
        return false;
    question = questionInBox();
    return true;
}

function finish() {
    if (!readBox() && !isAhead)
        return;
    writeAddress(document.activeElement !== input);
    ask();
}

function typed() {
    const isEmpty = input.value.trim() === "";
    begin();
    later("pause", isEmpty ? 0 : PAUSE_MS, finish);
    later("letter", LETTER_MS, () => {
        if (!isEmpty)
            askAhead();
        box.suggest();
    });
}

/* ---- The box and the keys ---- */

const box = makeBox(input, list, {
    submit,
    leaveFor: (url) => {
        keepBox();
        location.assign(url);
    },
    clear: () => {
        input.value = "";
        typed();
    },
    leave: () => {
        links()[0]?.focus();
        return links().length > 0;
    },
});

// Whoever leaves the page comes back to what stood in the box.
function keepBox() {
    readBox();
    settle();
}

function submit() {
    box.close();
    keepBox();
    ask();
}

function links() {
    return [...answers.querySelectorAll(":is(.hits, .state, .further) a[href]:not(.similar)")]
        .filter((link) => link.closest("details:not([open])") === null);
}

function keyInAnswers(event) {
    if (event.target.matches("select"))
        return;
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

// The links and forms of an answer ask without loading the page.
function click(event) {
    const link = event.target.closest("a[href^='?']");
    if (link === null && event.target.closest("a[href]") !== null)
        keepBox();
    if (link === null && event.target.closest("button[type=button]") !== null)
        ask();
    if (link === null || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)
        return;
    event.preventDefault();
    turnTo(link.search, link.hash);
}

function start() {
    document.documentElement.classList.add("scripted");
    form.addEventListener("submit", (event) => {
        event.preventDefault();
        submit();
    });
    input.addEventListener("input", (event) => event.isComposing || typed());
    input.addEventListener("compositionend", typed);
    input.addEventListener("blur", settle);
    answers.addEventListener("click", click);
    answers.addEventListener("submit", (event) => {
        event.preventDefault();
        turnTo(new FormData(event.target));
    });
    answers.addEventListener("change", (event) => event.target.form.requestSubmit());
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
    return tell(); // the answer came with the page
}

start();
