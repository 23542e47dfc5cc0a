# What a site sorts its articles by is counted and filters, on the command line, over HTTP and on the page.
. "$PALPATE_PROGRAM_TESTS/serve_lib.sh"

# labelled FILE TITLE LABELS HEAD: a page about pain.
labelled()
{
    page "$1" "$2" "Pain is what this page speaks of: $2, what helps, and who wrote $1 of it."
    sed -i "s|</head>|$4</head>|; s|<p>|<p data-palpate-filter=\"$3\">|" "$1"
}
mkdir pages
labelled pages/a.html "Shoulder pain" "body part: Shoulder" '<meta name="keywords" content="pain, rest">'
labelled pages/b.html "Neck pain" "body part: neck" '<meta data-pagefind-filter="For[content]" content="staff">'
labelled pages/c.html "Pain of neck and shoulder" "Body part: shoulder" \
    '<meta data-pagefind-filter="body part: neck"><meta data-pagefind-filter="for: staff">'
page pages/d.html "Foot pain" "Pain of the foot is what this page speaks of."
expect_exit 0 "$PALPATE_INDEX" index pages

expect_exit 0 "$PALPATE_QUERY" --facets 9 index pain
expect_match out '^body part: neck 2, Shoulder 1, shoulder 1$|^body part: neck 2, shoulder 2$'
expect_match out '^keyword: pain 1, rest 1$'
expect_exit 0 "$PALPATE_QUERY" --facets 9 --format json index pain
jq -e '.facets.labels["body part"].values[0] | .value == "neck" and .count == 2 and
    .filter == "filter:\"body part: neck\""' out >/dev/null || fail "no filter of a label"

# found EXPECTED QUERY: how many articles a query finds.
found()
{
    expect_exit 0 "$PALPATE_QUERY" --format json index "$2"
    [ "$(jq .total.value out)" = "$1" ] || fail "$2 finds $(jq .total.value out) instead of $1"
}
found 2 'pain filter:"body part: neck"'
found 2 'pain filter:"BODY-PART:shoulder"'
found 3 'pain filter:"body part: neck" filter:"body part: shoulder"'
found 1 'pain filter:"body part: shoulder" filter:"for: staff"'
found 2 'pain -filter:"body part: neck"'
found 2 'pain filter:neck'
expect_exit 1 "$PALPATE_QUERY" index 'pain filter:"body part: knee"'

# Updates keep it.
expect_exit 0 "$PALPATE_INDEX" index
expect_match err "0 pages read"
sed -i 's/body part: neck/body part: knee/' pages/b.html
expect_exit 0 "$PALPATE_INDEX" index
expect_exit 0 "$PALPATE_QUERY" index 'pain filter:"body part: knee"'

# Over HTTP and on the page.
start_server index --listen 127.0.0.1:0
expect_status 200 "${url}search?q=pain&filter=body+part:+shoulder&facets=5"
expect_json '.total.value == 2 and (.facets.labels.keyword.values | length) == 2'
expect_status 400 "${url}search?q=pain&filter=%3F"
expect_status 200 "${url}?q=pain&facets=5"
expect_match body 'aria-label="body part"'
expect_match body 'name="filter" value="body part: knee"'
expect_no_match body 'keyword: rest' # a keyword of one article is no choice
expect_status 200 -H 'Accept-Language: de' "${url}?q=pain&facets=5&filter=keyword:+rest"
expect_match body 'aria-label="Schlagwort"'
expect_match body '>keyword: rest<'
expect_status 200 "${url}?q=pain&facets=5&filter=body+part:+knee"
expect_match body 'data-key="filter body part: knee" aria-pressed="true"'
expect_match body 'Neck pain'
expect_no_match body 'Foot pain'
