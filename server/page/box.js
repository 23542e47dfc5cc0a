// The search box: a combobox in the sense of ARIA, whose list holds the server's suggestions, and
// where nothing is typed yet, what was asked before, if that is kept.

const MOST = 8;

// `called` has what the page calls each kind of suggestion.
function optionOf({ text, kind, query, url }, i, called) {
    const option = document.createElement("li");
    const words = document.createElement("bdi");
    option.dataset.query = query ?? text;
    if (/^https?:/i.test(url ?? ""))
        option.dataset.url = url;
    if (kind === "forget")
        option.dataset.forgets = "";
    option.id = `suggestion-${i}`;
    option.setAttribute("role", "option");
    words.textContent = text;
    option.append(words);
    if (kind && kind !== "forget") {
        const source = document.createElement("span");
        source.className = "source";
        source.textContent = called[kind] ?? kind;
        option.append(source);
    }
    return option;
}

export function makeBox(input, list, { base, submit, leaveFor, clear, leave, kept }) {
    let asking = new AbortController();
    let isHeld = false; // the pointer is down on an option

    const options = () => [...list.children];
    const active = () => options().findIndex((option) => option.getAttribute("aria-selected") === "true");

    function activate(place) {
        options().forEach((option, i) => option.setAttribute("aria-selected", String(i === place)));
        if (place < 0)
            input.removeAttribute("aria-activedescendant");
        else
            input.setAttribute("aria-activedescendant", options()[place].id);
    }

    function close() {
        asking.abort();
        list.hidden = true;
        list.replaceChildren();
        input.setAttribute("aria-expanded", "false");
        input.removeAttribute("aria-activedescendant");
    }

    // An article opens; the words of anything else are searched.
    function choose({ dataset: { query, url, forgets } }) {
        close();
        if (forgets !== undefined) {
            kept.forget();
            return;
        }
        if (url !== undefined) {
            leaveFor(url);
            return;
        }
        input.value = query;
        submit();
    }

    function open(suggestions) {
        list.replaceChildren(...suggestions.slice(0, MOST)
            .map((suggestion, i) => optionOf(suggestion, i, list.dataset)));
        activate(-1);
        list.hidden = false;
        input.setAttribute("aria-expanded", "true");
    }

    // Suggestions are a help: without an answer there are none.
    async function suggest() {
        asking.abort();
        asking = new AbortController();
        const { signal } = asking;
        const words = input.value.trim();
        const found = words === "" ? { suggestions: kept?.read() ?? [] }
            : await fetch(`${base}suggest?${new URLSearchParams({ q: words })}`, { signal })
                .then((response) => response.json()).catch(() => ({}));
        // What one is about to choose stays where it is.
        if (signal.aborted || isHeld || active() >= 0)
            return;
        if (found.suggestions?.length > 0 && input.getRootNode().activeElement === input)
            open(found.suggestions);
        else
            close();
    }

    function move(event) {
        const place = active();
        if (event.key === "ArrowDown" && !list.hidden && place + 1 < list.children.length)
            activate(place + 1);
        else if (event.key === "ArrowDown")
            return leave();
        else if (event.key === "ArrowUp" && !list.hidden)
            activate(Math.max(place - 1, -1));
        else if (event.key === "Enter" && place >= 0)
            choose(options()[place]);
        else if (event.key === "Escape" && !list.hidden)
            close();
        else if (event.key === "Escape" && input.value !== "")
            clear();
        else
            return false;
        return true;
    }

    for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"],
        ["aria-controls", list.id], ["aria-expanded", "false"], ["aria-haspopup", "listbox"]])
        input.setAttribute(name, value);
    // The box keeps the focus.
    list.addEventListener("pointerdown", (event) => {
        isHeld = true;
        event.preventDefault();
    });
    for (const name of ["pointerup", "pointercancel"])
        document.addEventListener(name, () => { isHeld = false; });
    input.addEventListener("input", () => activate(-1));
    list.addEventListener("click", (event) => {
        const option = event.target.closest("[role=option]");
        if (option !== null)
            choose(option);
    });
    input.addEventListener("blur", close);
    if (kept !== undefined)
        input.addEventListener("focus", () => input.value.trim() === "" && suggest());
    input.addEventListener("keydown", (event) => {
        if (!event.isComposing && move(event))
            event.preventDefault();
    });
    return { suggest, close };
}
