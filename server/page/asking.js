// A search box and the answers below it, in a page or in an element of another site: what is typed
// becomes a question, and the server's answer to it takes the place of the one before.  Each
// letter asks what the last word may become; a pause or Enter ends the word.

import { makeBox } from "./box.js";

const LETTER_MS = 50; // from a letter to a question: several at once are one
const PAUSE_MS = 700; // a pause in typing that ends the last word
const QUIET_MS = 700; // a pause in which a screen reader may tell the count
const OF_THESE_WORDS = ["q", "like", "disable", "no_correct", "limit", "offset"]; // chosen anew for other words

export function questionOf(parameters) {
    return new URLSearchParams([...new URLSearchParams(parameters)].filter(([, value]) => value !== ""));
}

// What is said of an answer to those who hear the page; in it, or in an error of the server.
function said(place) {
    return place.querySelector("[data-said]")?.dataset.said;
}

// By which an element of an answer is found again in the next one.
function keyOf(element) {
    return element?.dataset.key ?? element?.getAttribute("href") ?? undefined;
}

export class Search {
    // `root` is a document or a shadow root with the elements of index.html, `base` the address of
    // the server, empty on its own page.  `place` keeps the question: read(), write(question,
    // isSettled), and tell(question) after each answer.  `headers` go with what is asked; `kept`
    // are earlier questions: read() gives them as suggestions, forget() drops them.
    constructor(root, place, { base = "", headers = {}, kept = undefined } = {}) {
        Object.assign(this, { root, place, base, headers, timers: {}, asking: new AbortController() });
        [this.form, this.input, this.list, this.answers, this.topics, this.status, this.unreachable] =
            ["form", "query", "suggestions", "answer", "topics", "status", "unreachable"]
                .map((id) => root.getElementById(id)); // topics may be none
        this.question = questionOf(place.read());
        this.isShown = true; // what is shown answers the question
        this.box = makeBox(this.input, this.list, {
            base,
            kept,
            submit: () => this.submit(),
            leaveFor: (url) => {
                this.keepBox();
                location.assign(url);
            },
            clear: () => {
                this.input.value = "";
                this.typed();
            },
            leave: () => {
                this.links()[0]?.focus();
                return this.links().length > 0;
            },
        });
        this.listen();
    }

    isAsked() {
        return (this.question.get("q") ?? "").trim() !== "" || this.question.has("like");
    }

    later(name, delay, action) {
        clearTimeout(this.timers[name]);
        this.timers[name] = setTimeout(action, delay);
    }

    tell() {
        this.place.tell(this.question);
        this.later("say", QUIET_MS, () => { this.status.textContent = said(this.answers) ?? ""; });
    }

    // Opened beside, a link leads to the server's own page and not to that around us.
    keepLinks(place) {
        for (const link of this.base === "" ? [] : place.querySelectorAll("a[href^='?']"))
            link.href = this.base + link.getAttribute("href");
    }

    // Puts new elements in the place of old ones, and the focus where it was, or to a hit.
    show(elements, hash = "") {
        const { answers, input } = this;
        const focused = answers.contains(this.root.activeElement) ? this.root.activeElement : null;
        const key = keyOf(focused);
        const opened = [...answers.querySelectorAll("details[data-key][open]")].map((other) => other.dataset.key);
        answers.replaceChildren(...elements);
        for (const details of answers.querySelectorAll("details[data-key]"))
            details.open ||= opened.includes(details.dataset.key);
        this.keepLinks(answers);
        const hit = hash === "" ? null : this.root.getElementById(hash.slice(1))?.querySelector("a");
        const again = [...answers.querySelectorAll("[data-key], a[href]")].find((other) => keyOf(other) === key);
        const next = hit ?? (focused === null ? null : again ?? input);
        next?.focus({ preventScroll: true });
    }

    // A document of its own, in which nothing is loaded and no script runs.
    async fetchAnswer(asked, signal) {
        const response = await fetch(`${this.base}answer?${asked}`,
            { signal, headers: { accept: "text/html", ...this.headers } });
        const { body } = new DOMParser().parseFromString(await response.text(), "text/html");
        if (said(body) === undefined) // something between the server and us answers
            throw new Error(`no answer, but ${response.status}`);
        return body;
    }

    // A page that came with an answer came without topics.
    async fetchTopics() {
        this.topics = undefined; // it is tried once
        const response = await fetch(this.base || "?", { headers: { accept: "text/html", ...this.headers } })
            .catch(() => undefined);
        const page = response?.ok ? new DOMParser().parseFromString(await response.text(), "text/html") : undefined;
        this.topics = page?.getElementById("topics") ?? undefined;
        if (this.topics === undefined)
            return;
        this.answers.after(this.topics);
        this.listenIn(this.topics);
    }

    // Forgets what is asked for and what was about to be.
    begin() {
        this.asking.abort();
        this.asking = new AbortController();
        this.answers.removeAttribute("aria-busy");
        clearTimeout(this.timers.letter);
        return this.asking.signal;
    }

    async ask(hash) {
        const { answers } = this;
        const signal = this.begin();
        clearTimeout(this.timers.pause);
        answers.setAttribute("aria-busy", "true");
        this.isShown = false;
        const body = !this.isAsked() ? undefined
            : await this.fetchAnswer(this.question, signal).catch(() => this.unreachable.content.cloneNode(true));
        if (signal.aborted)
            return;
        answers.removeAttribute("aria-busy");
        this.isShown = true;
        this.show(body?.childNodes ?? [], hash);
        if (!this.isAsked() && this.topics === null)
            this.fetchTopics();
        this.tell();
        if (answers.querySelector(".state[data-said]") !== null)
            this.box.close(); // what could be completed does not help, and would hide the reason
    }

    // While one types, what was found stays until more is found: that a word leads nowhere is worth
    // saying only when it is finished.
    async askAhead() {
        const signal = this.begin();
        const asked = this.questionInBox();
        asked.set("typing", "1");
        const body = await this.fetchAnswer(asked, signal).catch(() => undefined);
        if (signal.aborted || body === undefined || body.querySelector(".hits") === null)
            return;
        this.isShown = false;
        this.show(body.childNodes);
    }

    settle() {
        this.place.write(this.question, true);
    }

    // Turns to another question at once.
    turnTo(parameters, hash) {
        this.settle();
        this.question = questionOf(parameters);
        this.input.value = this.question.get("q") ?? "";
        this.box.close();
        this.settle();
        this.ask(hash);
    }

    // What was chosen for the last words goes with them.
    questionInBox() {
        return questionOf([["q", this.input.value],
            ...[...this.question].filter(([name]) => !OF_THESE_WORDS.includes(name))]);
    }

    // Takes over what stands in the box.
    readBox() {
        clearTimeout(this.timers.pause);
        if (this.input.value === (this.question.get("q") ?? ""))
            return;
        this.question = this.questionInBox();
        this.isShown = false;
    }

    finish() {
        this.readBox();
        if (this.isShown)
            return;
        this.place.write(this.question, this.root.activeElement !== this.input);
        this.ask();
    }

    typed() {
        const isEmpty = this.input.value.trim() === "";
        this.begin();
        this.later("pause", isEmpty ? 0 : PAUSE_MS, () => this.finish());
        this.later("letter", LETTER_MS, () => {
            if (!isEmpty)
                this.askAhead();
            this.box.suggest();
        });
    }

    // Whoever leaves the page comes back to what stood in the box.
    keepBox() {
        this.readBox();
        this.settle();
    }

    submit() {
        this.box.close();
        this.keepBox();
        this.ask();
    }

    // Goes back to the question that `place` has.
    readPlace() {
        this.question = questionOf(this.place.read());
        this.input.value = this.question.get("q") ?? "";
        this.box.close();
        this.ask();
    }

    // Where the arrows lead: through what was found, or through the topics where nothing was asked for.
    links() {
        if (this.topics?.getClientRects().length > 0)
            return [...this.topics.querySelectorAll(".topics a[href]")];
        return [...this.answers.querySelectorAll(":is(.hits, .state, .further) a[href]:not(.similar)")]
            .filter((link) => link.closest("details:not([open])") === null);
    }

    keyInAnswers(event) {
        if (event.target.matches("select"))
            return;
        const links = this.links();
        const place = links.indexOf(this.root.activeElement);
        if (event.key === "Escape" || (event.key === "ArrowUp" && place === 0))
            this.input.focus();
        else if (place >= 0 && event.key === "ArrowDown")
            links[place + 1]?.focus();
        else if (place >= 0 && event.key === "ArrowUp")
            links[place - 1].focus();
        else
            return;
        event.preventDefault();
        event.stopPropagation();
    }

    // Tells the server that a hit is opened, where it counts that: the page and nothing else.
    tellOpened(link) {
        const hit = link?.closest("[data-opened] .hit")?.querySelector("[data-url]");
        if (hit && !link.matches(".similar"))
            fetch(`${this.base}opened?url=${encodeURIComponent(hit.dataset.url)}`,
                { keepalive: true, mode: "no-cors", credentials: "omit" }).catch(() => undefined);
    }

    // The links and forms of an answer ask without loading the page.
    click(event) {
        const link = event.target.closest("a[href]");
        if (link?.getAttribute("href").startsWith("#"))
            return this.goTo(event, this.root.getElementById(link.hash.slice(1)));
        const asks = link !== null && link.getAttribute("href").startsWith(`${this.base}?`);
        const staysHere = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
        if (link !== null && !asks)
            this.tellOpened(link);
        if (link !== null && !asks && !staysHere)
            this.keepBox();
        if (link === null && event.target.closest("button[type=button]") !== null)
            this.ask();
        if (!asks || staysHere)
            return undefined;
        event.preventDefault();
        return this.turnTo(link.search, link.hash);
    }

    // To a letter: the address is that of the question, or of the page around us.
    goTo(event, heading) {
        event.preventDefault();
        heading.scrollIntoView();
        heading.focus({ preventScroll: true });
    }

    listenIn(place) {
        this.keepLinks(place);
        place.addEventListener("click", (event) => this.click(event));
        place.addEventListener("keydown", (event) => this.keyInAnswers(event));
    }

    listen() {
        const { form, input, answers, topics } = this;
        form.addEventListener("submit", (event) => {
            event.preventDefault();
            this.submit();
        });
        input.addEventListener("input", (event) => event.isComposing || this.typed());
        input.addEventListener("compositionend", () => this.typed());
        input.addEventListener("blur", () => this.settle());
        // A browser that kept the page shows it again as it was left: perhaps in the middle of a word.
        window.addEventListener("pageshow", (event) => event.persisted && this.finish());
        this.listenIn(answers);
        if (topics !== null)
            this.listenIn(topics);
        answers.addEventListener("submit", (event) => {
            event.preventDefault();
            this.turnTo(new FormData(event.target));
        });
        answers.addEventListener("change", (event) => event.target.form.requestSubmit());
    }
}
