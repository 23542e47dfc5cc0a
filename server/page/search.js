// The search page.  The address holds all there is to know, so it can be shared; the server writes
// the answer, and its links and forms do the same without this script.

import { Search, questionOf } from "./asking.js";

function addressOf(asked) {
    return String(asked) === "" ? location.pathname : `?${asked}`;
}

// While one types, the address follows in one entry of the history; a question one stayed
// with keeps its entry, and the next one gets another.
const address = {
    read: () => location.search,

    write: (question, isSettled) => {
        const next = addressOf(question);
        const isSame = next === addressOf(questionOf(location.search));
        const wasSettled = history.state?.isSettled !== false;
        if (isSame || !wasSettled)
            history.replaceState({ isSettled: isSettled || (isSame && wasSettled) }, "", next);
        else
            history.pushState({ isSettled }, "", next);
    },

    tell: (question) => {
        const { name, similar } = document.body.dataset;
        const isAsked = (question.get("q") ?? "").trim() !== "" || question.has("like");
        document.title = isAsked ? `${question.get("q") ?? similar} – ${name}` : name;
    },
};

function keyOnPage(event, input) {
    const isWriting = event.target.closest("input, textarea, select, [contenteditable]") !== null;
    if (event.key !== "/" || isWriting || event.ctrlKey || event.metaKey || event.altKey)
        return;
    event.preventDefault();
    input.focus();
    input.select();
}

function start() {
    const search = new Search(document, address);
    const { input, question } = search;
    document.documentElement.classList.add("scripted");
    document.addEventListener("keydown", (event) => keyOnPage(event, input));
    window.addEventListener("popstate", () => search.readPlace());
    // Somebody may have typed before this module was there.
    if (document.activeElement === input && input.value !== input.defaultValue)
        return search.typed();
    history.replaceState({ isSettled: true }, "", addressOf(question));
    input.value = question.get("q") ?? "";
    if (String(question) === "" && matchMedia("(pointer: fine)").matches)
        input.focus();
    return search.tell(); // the answer came with the page
}

start();
