# What is being typed is completed by names of the thesaurus, titles and headings.
. "$PALPATE_PROGRAM_TESTS/serve_lib.sh"

page()
{
    printf '<html lang=en><title>%s</title><body><main><h1>%s</h1><p>%s</p><h2>%s</h2><p>%s</p></main></html>\n' \
        "$1" "$1" "$2" "$3" "$4"
}
mkdir site
page "Frozen shoulder: what helps" "The shoulder capsule is stiff, and it is adhesive capsulitis by its other name." \
    "How long does it last?" "It lasts a year or two in most people who have it." >site/frozen.html
page "Tennis elbow" "The tendon on the outside of the elbow hurts when something is gripped." \
    "How long does it last?" "It lasts about a year when the load is made smaller." >site/tennis.html
printf 'frozen shoulder\tadhesive capsulitis\tsynonym\tMeSH\nfrozen shoulder\tcapsular zzz\tsynonym\tMeSH\n' >names.tsv
expect_exit 0 "$PALPATE_INDEX" --quiet index site --thesaurus names.tsv
start_server index --listen 127.0.0.1:0

# typed WORDS: what they are completed to, one "kind: text" a line, in the file got.
typed()
{
    expect_status 200 "${url}suggest?q=$1"
    jq -r '.suggestions[] | "\(.kind): \(.text)"' body >got
}
# completes WORDS LINES: these and no others.
completes()
{
    typed "$1"
    printf '%s' "$2" | diff - got || fail "$1 is completed otherwise"
}

completes fro 'condition: frozen shoulder
article: Frozen shoulder: what helps
'
# From the middle of a title; stop words start nothing.
completes 'elb' 'article: Tennis elbow
'
completes 'what%20he' ''
# The name whose words no page has is not offered.
completes 'caps' ''
completes 'adhesive%20c' 'condition: adhesive capsulitis
'
# A heading once, with the articles that have it.
completes 'how%20long' 'section: How long does it last?
'
expect_json '.suggestions[0].count == 2'
# An article that is the only one of its title has its address; files have none of the web.
typed fro
expect_json '.suggestions[1].query == "Frozen shoulder: what helps" and (.suggestions[1] | has("url") | not)'
# One slip is forgiven: a wrong letter, one missing, one too many, two swapped.
for slip in frosen frzen frrozen forzen; do
    completes "$slip" 'article: Frozen shoulder: what helps
'
done
completes zebra ''
completes f 'article: Frozen shoulder: what helps
'
completes '' ''

# While one types, the last word is the start of one, until a space ends it.
finds()
{
    expect_status 200 "${url}search?q=$1"
    jq -r '.hits[0].title // "nothing"' body >got
    echo "$2" | diff - got || fail "$1 finds otherwise"
}
finds 'fro&typing=1' 'Frozen shoulder: what helps'
finds 'tennis%20elb&typing=1' 'Tennis elbow'
finds 'elb&typing=1&lang=en' 'Tennis elbow'
finds 'elb' nothing
finds 'elb&typing=0' nothing
finds 'elb%20&typing=1' nothing
finds 'elb+&typing=1' nothing
expect_status 400 "${url}search?q=elb&typing=2"
expect_match body 'typing takes 1 or 0'
# The links of the page ask the finished question.
expect_status 200 "${url}answer?q=shoulder%20ca&typing=1"
expect_match body 'Frozen shoulder'
! grep -q typing body || fail "a link of the page asks as one types"

# What goes from the index goes from the completions.
rm site/tennis.html
expect_exit 0 "$PALPATE_INDEX" --quiet --allow-delete index site
# Until a page that is gone is no longer offered.
until_true serves 'suggest?q=elb' '"suggestions":\[\]'
stop_server
