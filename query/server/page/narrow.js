// What narrows an answer down besides kinds: the years, authors, sites and languages of what
// was found, counted.  Counting takes the server longer than answering, so it is asked for only
// while somebody looks.

import { fetchJson, make } from "./answer.js";

const VALUES = 8;
const FACETS = [["year", "date", "Year"], ["author", "author", "Author"], ["site", "site", "Site"],
    ["language", "lang", "Language"]];

function labelOf(name, value) {
    if (name !== "language")
        return value;
    try {
        return new Intl.DisplayNames("en", { type: "language" }).of(value) ?? value;
    } catch {
        return value;
    }
}

// `switchOf` makes a switch for a filter's value and its label, `addressOf` the address of an
// answer to what is asked without filters.
export function makeNarrow({ switchOf, addressOf }) {
    let isOpen = false;
    let known = { of: undefined, facets: {} };
    let asking = new AbortController();

    function groupOf(chosen, [name, filter, title]) {
        const { values = [], more = 0 } = known.facets[name] ?? {};
        const isChosen = chosen(filter).length > 0;
        if (values.length < 2 && !isChosen)
            return undefined;
        const about = known.facets.relation === "gte" ? "at least " : "";
        return make("div", { class: "group", role: "group", "aria-label": title },
            make("span", { class: "label" }, title),
            make("div", { class: "values" },
                values.map(({ value, count }) => switchOf(filter, value,
                    make("span", {}, labelOf(name, value)),
                    make("span", { class: "count", title: `${about}${count}` },
                        ` ${count}${about === "" ? "" : "+"}`))),
                more > 0 ? make("span", { class: "label" }, `and ${more} more`) : undefined));
    }

    function fill(place, chosen) {
        const groups = FACETS.map((facet) => groupOf(chosen, facet)).filter((group) => group);
        place.replaceChildren(...(groups.length > 0 ? groups
            : [make("p", { class: "note" }, "All of these have the same author, site and year.")]));
        place.removeAttribute("aria-busy");
    }

    async function learn(place, chosen) {
        const address = addressOf({ facets: VALUES, limit: 1 });
        if (known.of === address)
            return fill(place, chosen);
        asking.abort();
        asking = new AbortController();
        const { signal } = asking;
        place.setAttribute("aria-busy", "true");
        const answer = await fetchJson(address, signal).catch(() => undefined);
        if (signal.aborted || answer === undefined)
            return;
        known = { of: address, facets: answer.facets ?? {} };
        fill(place, chosen);
    }

    // The element for the answer that is shown; `chosen` gives the values of a filter that hold.
    return function elementOf(chosen) {
        const place = make("div", {});
        if (isOpen) {
            if (known.of !== undefined)
                fill(place, chosen);
            learn(place, chosen);
        }
        const details = make("details", { class: "narrow" },
            make("summary", { "data-key": "narrow" }, "More filters"), place);
        details.open = isOpen;
        details.addEventListener("toggle", () => {
            const wasOpen = isOpen;
            isOpen = details.open;
            if (isOpen && !wasOpen)
                learn(place, chosen);
        });
        return details;
    };
}
