// What is asked, as the parameters of an address.

export const FILTERS = ["author", "site", "lang", "date"];
const ASKED = ["q", "like", "kind", ...FILTERS, "sort", "disable", "no_expand", "group", "limit"];

export function questionOf(address) {
    const given = new URLSearchParams(address);
    return new URLSearchParams(ASKED.flatMap((name) => given.getAll(name)
        .filter((value) => value !== "").map((value) => [name, value])));
}

export function without(asked, names) {
    return new URLSearchParams([...asked].filter(([name]) => !names.includes(name)));
}

// Where the server answers a question.
export function answerAddress(asked) {
    const like = asked.get("like");
    if (like === null)
        return `search?${asked}`;
    return `similar?${new URLSearchParams([["url", like],
        ...[...asked].filter(([name]) => name !== "q" && name !== "like")])}`;
}
