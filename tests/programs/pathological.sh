# Pages as bad as they come: each is read to its end within bounds of processor time, its words
# are found, and the good page beside them is there.  (How long and how much memory:
# bench/memory.sh.)
. "$PALPATE_PROGRAM_TESTS/lib.sh"

# repeat COUNT TEXT: the text that many times.
repeat()
{
    awk -v count="$1" -v text="$2" 'BEGIN { for (i = 0; i < count; i++) printf "%s", text }'
}

prose='The joint is stiff in the morning, and a short walk helps most people. '

# bad NAME: wraps standard input into a page that says "alphaNAME" first and "omegaNAME" last.
bad()
{
    {
        printf '<!doctype html><html><head><title>Stiff knees</title></head><body><article>'
        printf '<h1>Stiff knees</h1><p>The knee alpha%s is stiff in the morning, as said. %s</p>' \
            "$1" "$prose$prose"
        printf '<p>%s</p>' "$prose$prose"
        cat
        printf '<p>At the end the omega%s knee bends well again, and that is good.</p>' "$1"
        printf '</article></body></html>\n'
    } >"site/$1.html"
}

mkdir site
{ repeat 50000 '<div>'; printf '%s' "<p>$prose</p>"; repeat 50000 '</div>'; } | bad nested
{ repeat 50000 '<ul><li>'; printf '%s' "$prose"; } | bad lists
{ repeat 50000 '<b><i>'; printf '%s' "$prose"; } | bad inline
{ repeat 50000 '<table><tr><td>'; printf '%s' "$prose"; } | bad tables
{ printf '<p>'; repeat 70000 "$prose"; } | bad paragraph
{ printf '<p>'; repeat 5000000 'a'; printf '</p>'; } | bad word
{ printf '<ul>'; repeat 100000 '<li>Bend the knee'; printf '</ul>'; } | bad items
{ printf '<div data-x="'; repeat 100000 'abcdefghij'; printf '">%s</div>' "$prose"; } | bad attribute
{ printf '<div'; repeat 50000 ' a=b class=c'; printf '>%s</div>' "$prose"; } | bad attributes
{ repeat 200000 '&amp;&#x41;&nosuch;&'; } | bad entities
{ repeat 20000 'The knee.~~'; printf '<p>'; } | tr '~' '\000' | bad nul
{ repeat 20000 '<p><em>knee <a href="x'; printf '">%s' "$prose"; } | bad unclosed
{ repeat 20000 '<!-- a -- b <![CDATA[ ]]> --><?x ?>'; } | bad comments
{ repeat 20000 '<script>if (a < b) "</p>"</script><style>p{}</style>'; } | bad scripts
# What follows is an article of its own: as long as the one before, so that it is no remark behind it.
{ repeat 100000 '</div></p></article>'; printf '<article><p>%s</p>' "$prose$prose$prose$prose"; } | bad closing
page site/good.html "A good page" \
    "The ankle bends up and down, and a sentence or two of prose says so at some length."

status=0
for file in site/*.html; do
    name=$(basename "$file" .html)
    [ "$name" != good ] || continue
    expect_exit 0 sh -c 'ulimit -t 60; exec "$@"' sh "$PALPATE_INDEX" --extract "$file"
    [ "$(wc -l <out)" = 1 ] || fail "$name: not one line of JSON"
    jq -e . out >/dev/null || fail "$name: no JSON"
    for word in "alpha$name" "omega$name"; do
        jq -r '.passages[].text' out | grep -q "$word" || {
            echo "$name: $word is in no passage" >&2
            status=1
        }
    done
done
[ "$status" = 0 ] || fail "text was lost"

expect_exit 0 sh -c 'ulimit -t 200; exec "$@"' sh "$PALPATE_INDEX" index site
expect_match err "16 pages read, 16 added"
expect_exit 0 "$PALPATE_QUERY" index ankle bends
expect_match out "A good page"
for name in nested paragraph items entities unclosed; do
    expect_exit 0 "$PALPATE_QUERY" index "omega$name"
done
