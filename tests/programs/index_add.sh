# --add and --delete: what is named changes, and all other pages stay.
. "$PALPATE_PROGRAM_TESTS/lib.sh"

mkdir -p site/a site/b
page site/a/one.html "Apricot" "The first page speaks of the knee and of an apricotword."
page site/b/two.html "Banjo" "The second page speaks of the hip and of a banjoword."
page site/b/three.html "Cherry" "The third page speaks of the elbow and of a cherryword."
cat >lines.ndjson <<'LINES'
{"url": "https://h.example/line", "html": "<h1>Dolphin</h1><p>A line speaks of the wrist and of a dolphinword.</p>"}
LINES
expect_exit 0 "$PALPATE_INDEX" index site lines.ndjson --base-url https://h.example/
expect_match err "4 added"

url_of() # WORD: the address of the one page that is found by it
{
    expect_exit 0 "$PALPATE_QUERY" index --format tsv "$1"
    grep -o 'https://[^	#]*' out | head -1
}

# A page that changed is one page that is named; its address is the one it has.
page site/b/two.html "Banjo" "The second page speaks of the shoulder now and of an engineword."
rm site/b/three.html
expect_exit 0 "$PALPATE_INDEX" index --add site/b/two.html
expect_match err "^1 page read, 1 changed$"
expect_match err "^index: 4 pages"
[ "$(url_of engineword)" = https://h.example/b/two.html ] || fail "the address is another one"
expect_exit 1 "$PALPATE_QUERY" index banjoword
expect_exit 0 "$PALPATE_QUERY" index cherryword
expect_exit 0 "$PALPATE_QUERY" index dolphinword

# A new page, from anywhere; and again, which changes nothing.
page site/a/four.html "Fountain" "The fourth page speaks of the heel and of a fountainword."
(cd site && expect_exit 0 "$PALPATE_INDEX" --add a/four.html ../index && cp err ../err && rm out err)
expect_match err "^1 page read, 1 added$"
[ "$(url_of fountainword)" = https://h.example/a/four.html ] || fail "the address is another one"
expect_exit 0 "$PALPATE_INDEX" index --add site/a/four.html
expect_match err "^0 pages read, 1 unchanged$"

# Lines, from standard input; several sources at once, and a folder.
echo '{"url": "https://h.example/line", "html": "<h1>Dolphin</h1><p>A line speaks of the ankle and of a gazelleword.</p>"}' >line
expect_exit 0 "$PALPATE_INDEX" index --add - <line
expect_match err "^1 page read, 1 changed$"
expect_exit 1 "$PALPATE_QUERY" index dolphinword
expect_exit 0 "$PALPATE_INDEX" index --add site/a --add site/b/two.html lines.ndjson
expect_match err "^1 page read, 3 unchanged, 1 changed$"
expect_exit 0 "$PALPATE_QUERY" index dolphinword

# Deleted by address, whether the page was a file or a line; again is a note.
expect_exit 0 "$PALPATE_INDEX" index --delete https://h.example/line --delete https://h.example/b/three.html
expect_match err "^0 pages read, 2 removed$"
expect_exit 1 "$PALPATE_QUERY" index dolphinword
expect_exit 1 "$PALPATE_QUERY" index cherryword
expect_exit 0 "$PALPATE_INDEX" index --delete https://h.example/line
expect_match err "https://h.example/line: no page of the index has this address"
expect_match err "^0 pages read$"

# Deleted and added in one run: the page is there, by its new text.
page site/b/two.html "Hotel" "The second page speaks of the neck, and of a hotelword."
expect_exit 0 "$PALPATE_INDEX" index --delete https://h.example/b/two.html --add site/b/two.html
expect_exit 0 "$PALPATE_QUERY" index hotelword
expect_exit 1 "$PALPATE_QUERY" index engineword
# And with the same bytes.
expect_exit 0 "$PALPATE_INDEX" index --delete https://h.example/b/two.html --add site/b/two.html
expect_exit 0 "$PALPATE_QUERY" index hotelword

# The sources are remembered as they were, and nothing of a single page.
expect_exit 0 "$PALPATE_INDEX" index
expect_match err "1 added|unchanged"
expect_exit 0 "$PALPATE_QUERY" index dolphinword
expect_exit 0 "$PALPATE_INDEX" index
expect_match err "^0 pages read, 4 unchanged$"

# A copy comes in when the page is deleted that it is a copy of.
cp site/a/one.html site/a/one-print.html
expect_exit 0 "$PALPATE_INDEX" index --add site/a/one-print.html
expect_match err "one-print.html: left out"
expect_exit 0 "$PALPATE_INDEX" index --delete https://h.example/a/one.html
[ "$(url_of apricotword)" = https://h.example/a/one-print.html ] || fail "the copy did not come in"
rm site/a/one-print.html

# Excluded pages are not added.
expect_exit 2 "$PALPATE_INDEX" index --add site/a/four.html --exclude four.html
expect_match err "all pages of the sources are excluded"

# Nothing is made, and nothing changed, where that is not possible.
page elsewhere.html "Igloo" "A page outside of the root, with an iglooword."
expect_exit 2 "$PALPATE_INDEX" index --add elsewhere.html
expect_match err "elsewhere.html: is not below the root .*nothing was changed"
expect_exit 2 "$PALPATE_INDEX" index --add site/gone.html
expect_match err "gone.html: No such file"
expect_exit 2 "$PALPATE_INDEX" none --delete https://h.example/line
expect_match err "none: there is no index here"
[ ! -e none ] || fail "a folder was made"
expect_exit 2 "$PALPATE_INDEX" index --add site --base-url https://other.example/
expect_match err "every page of this index has to be read again first: nothing was changed"
expect_exit 2 "$PALPATE_INDEX" index --add site --rebuild
expect_exit 2 "$PALPATE_INDEX" index site --delete https://h.example/line
expect_match err "give them with --add"
expect_exit 2 "$PALPATE_INDEX" --extract --add site
expect_exit 0 "$PALPATE_QUERY" index hotelword
expect_exit 0 "$PALPATE_INDEX" --dry-run index --delete https://h.example/b/two.html
expect_match err "^would be: 0 pages read, 1 removed$"
expect_exit 0 "$PALPATE_QUERY" index hotelword

# An index that is not there yet is built of what is added.
expect_exit 0 "$PALPATE_INDEX" new --add site/a --base-url https://h.example/a/
expect_match err "2 added"
expect_exit 0 "$PALPATE_INDEX" new --add site/a/four.html --delete https://h.example/a/one.html
expect_match err "1 unchanged, 1 removed"
expect_exit 2 "$PALPATE_INDEX" new
expect_match err "this index does not know its sources"
# The last page of all may go.
expect_exit 0 "$PALPATE_INDEX" new --delete https://h.example/a/four.html
expect_exit 1 "$PALPATE_QUERY" new fountainword
expect_exit 0 "$PALPATE_INDEX" new --add - <line
expect_exit 0 "$PALPATE_QUERY" new gazelleword
