// search.mjs SERVER QUERY: asks a palpate-serve, such as http://127.0.0.1:8080/, and prints links
// and titles.
const [server, query] = process.argv.slice(2);
if (!query) {
    console.error("usage: search.mjs SERVER QUERY");
    process.exit(2);
}
const url = new URL("search", server);
url.searchParams.set("q", query);
const response = await fetch(url, { signal: AbortSignal.timeout(10000) });
const answer = await response.json();
if (!response.ok) {
    console.error(`search.mjs: ${answer.error}`);
    process.exit(1);
}
if (answer.corrected)
    console.log(`Showing results for ${answer.corrected}`);
for (const hit of answer.hits)
    console.log(`${hit.link}\t${hit.title}`);
