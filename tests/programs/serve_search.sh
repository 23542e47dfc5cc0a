# Arguments of a search: filters, other names that were switched off, spelling, the page.
. "$PALPATE_PROGRAM_TESTS/serve_lib.sh"

"$PALPATE_INDEX" --quiet index "$PALPATE_SOURCE/corpus/articles" \
    --thesaurus "$PALPATE_SOURCE/corpus/thesaurus.tsv" 2>err || { cat err; fail "no corpus"; }
start_server index --listen 127.0.0.1:0 --max-rate 0

# same ARGUMENTS QUERY: a filter as an argument finds what it finds in the query language.
same()
{
    expect_status 200 "${url}search?$1&limit=50"
    expect_json '.query == "shoulder" and (.hits | length) > 0'
    jq '.hits, .total' body >by-argument
    curl -sS -G "${url}search" -d limit=50 --data-urlencode "q=$2" | jq '.hits, .total' >by-query
    cmp by-argument by-query || fail "$1 is not $2"
}
same 'q=shoulder&kind=exercises' 'kind:exercises shoulder'
same 'q=shoulder&kind=exercises&kind=red-flags' 'kind:exercises kind:red-flags shoulder'
same 'q=shoulder&lang=en&site=clinic.example' 'lang:en site:clinic.example shoulder'
same 'q=shoulder&date=2021..2024-06' 'date:2021..2024-06 shoulder'
same 'q=shoulder&date=2020..&kind=treatment' 'date:2020.. kind:treatment shoulder'
expect_status 200 "${url}search?q=shoulder&author=nobody+of+this+name"
expect_json '.hits == [] and .total == {"value": 0, "relation": "eq"}'
# A filter holds also where the words would swallow it.
for q in '%22shoulder' '(shoulder' 'shoulder+OR+knee' 'knee+NOT+hip' '-'; do
    expect_status 200 "${url}search?q=$q&kind=exercises&limit=50"
    expect_json 'all(.hits[]; .kind == "exercises")'
done
expect_status 200 "${url}search?q=&kind=exercises"
expect_json '.query == "" and .total.value > 0'

# Other names of what was asked for.
expect_status 200 "${url}search?q=frozen+shoulder"
expect_json '[.expanded[].to] | index("adhesive capsulitis") != null'
expect_status 200 "${url}search?q=frozen+shoulder&disable=adhesive+capsulitis"
expect_json '[.expanded[].to] | index("adhesive capsulitis") == null'
expect_status 200 "${url}search?q=frozen+shoulder&no_expand=1"
expect_json '.expanded == []'

# Facets count what is found, and their filters are what arguments take.
expect_status 200 "${url}search?q=shoulder"
expect_json 'has("facets") | not'
expect_status 200 "${url}search?q=shoulder&facets=2"
expect_json '.facets.relation == "eq" and (.facets.kind.values | length) == 2 and .facets.kind.more > 0'
for value in $(jq -r '.facets.kind.values[] | "\(.value)=\(.count)"' body); do
    expect_status 200 "${url}search?q=shoulder&kind=${value%=*}&limit=100"
    expect_json ".total == {\"value\": ${value#*=}, \"relation\": \"eq\"}"
done

# By date; the order stays on the page without JavaScript.
expect_status 200 "${url}search?q=shoulder&sort=newest&limit=50"
expect_json '[.hits[].date[0:10] | select(. != "")] | length > 5 and . == (sort | reverse)'
expect_status 200 "${url}search?q=shoulder&sort=oldest&limit=50"
expect_json '[.hits[].date[0:10] | select(. != "")] | length > 5 and . == sort'
expect_status 200 "${url}?q=shoulder&sort=newest&limit=5"
expect_match body 'sort=newest&amp;limit=15#hit-6" '
expect_status 200 "${url}?q=shoulder&group=none&limit=100"
expect_match body 'group=none&amp;limit=100&amp;offset=100#hit-101" '

# Articles like another one: not itself, and within the filters.
expect_status 200 "${url}search?q=frozen+shoulder"
address=$(jq -r '.hits[0].url' body)
expect_status 200 "${url}similar?url=$address&limit=5&offset=1"
expect_json ".query == \"\" and (.hits | length) == 5 and .hits[0].rank == 2 and all(.hits[]; .url != \"$address\")"
expect_status 200 "${url}similar?url=$address&kind=exercises&q=ignored"
expect_json '.query == "" and (.hits | length) > 0 and all(.hits[]; .kind == "exercises")'
expect_status 200 "${url}similar?url=https://nowhere.example/"
expect_json '.hits == [] and (.notes | length) == 1'
expect_problem 400 "${url}similar"
expect_problem 400 "${url}similar?url=$address&limit=0"

# Spelling is that of the user's words, not of the filters.
expect_status 200 "${url}search?q=fozen+sholder"
corrected=$(jq -r '.corrected // .suggestion' body)
[ "$corrected" = "frozen shoulder" ] || fail "fozen sholder becomes $corrected"
expect_status 200 "${url}search?q=fozen+sholder&kind=exercises&lang=en"
expect_json '.query == "fozen sholder" and (.corrected // .suggestion) == "frozen shoulder"'

# Depth: pages of hits follow one another.
expect_status 200 "${url}search?q=shoulder&limit=10"
jq -r '.hits[].passage' body >whole
expect_status 200 "${url}search?q=shoulder&limit=5"
jq -r '.hits[].passage' body >parts
expect_status 200 "${url}search?q=shoulder&limit=5&offset=5"
jq -r '.hits[].passage' body >>parts
cmp whole parts || fail "pages of hits do not follow one another"

# The page without JavaScript: links that land, further hits, spelling, all escaped.
expect_status 200 "${url}?q=shoulder&kind=exercises&limit=3"
expect_match body '<p class="summary">(At least )?[0-9]+ articles</p>'
[ "$(grep -c '<li class="hit">' body)" = 3 ] || fail "not three hits on the page"
expect_match body '<h2 id="hit-1" data-url="[^"]*" dir="auto" lang="en-gb"><a href="https://clinic\.example/[^"]*"'
expect_match body '<mark>'
expect_match body 'href="\?q=shoulder&amp;kind=exercises&amp;limit=13#hit-4" data-key="further" rel="next"'
expect_status 200 "${url}?q=shoulder&kind=exercises&limit=3&offset=3"
expect_match body '<ol class="hits" start="4">'
expect_status 200 "${url}?q=fozen+sholder&lang=en"
expect_match body 'href="\?q=frozen%20shoulder&amp;lang=en"'
expect_problem 400 "${url}?q=shoulder&kind=x"
# What an article warns of stands beside its hit.
expect_status 200 "${url}search?q=frozen+shoulder+exercises"
jq -r '.hits[] | select(.care) | .care.link' body | head -n 1 | sed 's/&/\&amp;/g' >link
[ -s link ] || fail "nothing is warned of"
expect_status 200 "${url}?q=frozen+shoulder+exercises"
sed -n '/class="also"/,/<\/details>/p' body | grep -F "<a href=\"$(cat link)\">" >found ||
    fail "the page does not warn"
# One line that opens, whole beside the first hit; whole beside all that answer whether it is safe.
expect_match body '<details class="also"><summary>'
expect_count() {
    [ "$(grep -c "$1" body)" -eq "$2" ] || fail "not $2 times: $1"
}
expect_status 200 "${url}search?q=is+it+safe+to+exercise+with+tennis+elbow"
jq -e .asks_if_safe body >/dev/null || fail "it asks whether it is safe"
cared=$(jq '[.hits[] | select(.care)] | length' body)
[ "$cared" -gt 1 ] || fail "too little is warned of"
expect_status 200 "${url}?q=is+it+safe+to+exercise+with+tennis+elbow"
expect_count '<details class="also" open>' "$cared"
expect_status 200 "${url}search?q=tennis+elbow+exercises"
jq -e 'has("asks_if_safe") | not' body >/dev/null || fail "it does not ask whether it is safe"
# What has no name of its own is no choice, unless it was chosen.
expect_status 200 "${url}?q=physiotherapist"
expect_match body 'data-key="kind '
! grep -q 'data-key="kind other"' body || fail "Other is offered"
expect_status 200 "${url}?q=physiotherapist&kind=other"
expect_match body 'data-key="kind other" aria-pressed="true"'
stop_server
