# The document at /openapi.json says what the server does: real answers are held against it.
. "$PALPATE_PROGRAM_TESTS/serve_lib.sh"

"$PALPATE_INDEX" --quiet index "$PALPATE_SOURCE/corpus/articles" \
    --thesaurus "$PALPATE_SOURCE/corpus/thesaurus.tsv" 2>err || { cat err; fail "no corpus"; }
start_server index --listen 127.0.0.1:0 --max-rate 0
expect_status 200 "${url}openapi.json"
expect_header '^content-type: application/json$'
expect_json '.openapi == "3.1.0" and (.info | has("title") and has("version"))'
mv body api.json

# wrong PATH STATUS FILE: what in the file is not as the document says.
wrong()
{
    jq -r --slurpfile documents api.json --arg path "$1" --arg status "$2" \
        "\$documents[0] as \$api | $(cat "$PALPATE_PROGRAM_TESTS/serve_openapi.jq") check(\$path; \$status)" "$3"
}

# documented PATH STATUS REQUEST: the answer is as the document says.
documented()
{
    expect_status "$2" "$url$3"
    type=$(tr -d '\r' <head | sed -n 's/^Content-Type: \([^;]*\).*/\1/p')
    jq -e --arg path "$1" --arg status "$2" --arg type "$type" \
        '.paths[$path].get.responses[$status].content | has($type)' api.json >/dev/null ||
        fail "$3: $2 of the type $type is not documented"
    case $type in
    *json)
        wrong "$1" "$2" body >complaints || fail "the document cannot be read"
        [ ! -s complaints ] || { head complaints; fail "$3: server/openapi.json and docs/HTTP_API.md tell it otherwise"; }
        ;;
    esac
}

# The check itself complains.
printf '%s' '{"status":"fine","generation":"x","passages":-1.5,"more":1}' >no
[ "$(wrong /healthz 200 no | wc -l)" = 4 ] || { wrong /healthz 200 no; fail "faults are not seen"; }

jq -r '.paths | keys[]' api.json | sort >paths
printf '%s\n' / /answer /healthz /metrics /opened /openapi.json /opensearch.xml '/passage/{name}' /search /similar \
    /suggest /topics | sort | cmp - paths || fail "other paths than these"
awk 'NR % 8 == 1' "$PALPATE_SOURCE/corpus/queries.tsv" >some
while IFS='	' read -r id query; do
    documented /search 200 "search?limit=20&q=$(printf %s "$query" | tr ' ' '+' | tr -d '"')"
done <some
for q in 'fozen+sholder' 'fozen+pain' 'knee&group=none&limit=100' '%22frozen+shoulder%22' '%FF' '' 'xyzzy' \
    'knee&facets=3&sort=newest' 'knee&facets=100&sort=oldest&group=none&kind=faq' \
    'shoulder&kind=exercises&no_expand=1&disable=x'; do
    documented /search 200 "search?q=$q"
done
jq -r '.hits[0].passage, .hits[0].more[0].passage // empty' body >names
[ -s names ] || fail "no passages"
while read -r name; do
    documented '/passage/{name}' 200 "passage/$name"
done <names
documented '/passage/{name}' 404 passage/0000000000000000-1
documented /search 400 'search?q=x&limit=0'
documented / 400 '?q=x&limit=0'
jq -e '.paths["/"].get.responses["400"].content | has("text/html")' api.json >no ||
    fail "the page on what is wrong is not documented"
documented /search 414 "search?q=$(head -c 9000 /dev/zero | tr '\0' a)"
address=$(curl -sS "${url}search?q=frozen+shoulder" | jq -r '.hits[0].url')
documented /similar 200 "similar?url=$address&facets=5&kind=exercises"
expect_json '(.hits | length) > 0'
documented /similar 200 'similar?url=nowhere'
documented /similar 400 'similar?limit=1'
documented /suggest 200 'suggest?q=fro'
documented /topics 200 'topics?prefer_lang=en'
expect_json '(.topics | length) > 20'
documented /topics 400 'topics?prefer_lang=%3F'
documented /healthz 200 healthz
documented /metrics 200 metrics
documented /opensearch.xml 200 opensearch.xml
documented / 200 '?q=knee'
documented / 400 '?q=knee&group=x'
documented /answer 200 'answer?q=knee&kind=exercises&facets=5'
documented /answer 200 "answer?like=$address"
documented /answer 400 'answer?kind=exercises'

# The kinds and arguments of the document are those of the server.
for kind in $(jq -r '.components.schemas.Hit.properties.kind.enum[]' api.json); do
    expect_status 200 "${url}search?q=x&kind=$kind"
done
for argument in $(jq -r '. as $api | .paths["/search"].get.parameters[] | .["$ref"][2:] | split("/") as $path
    | $api | getpath($path) | select(.schema.type != "array" and .name != "q") | .name' api.json) \
    kind author site lang date; do
    expect_problem 400 "${url}search?q=x&$argument=%3F"
done
stop_server
start_server index --listen 127.0.0.1:0 --max-rate 2 --max-burst 1
expect_too_many 'search?q=x'
wrong /search 429 body >complaints
[ ! -s complaints ] || { cat complaints; fail "429 is not as documented"; }
stop_server
