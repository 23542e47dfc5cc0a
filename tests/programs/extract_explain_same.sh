# What is explained of a page is what is read of it: the blocks that the report calls kept
# are the text that is extracted.
. "$PALPATE_PROGRAM_TESTS/lib.sh"

unescape='s/&lt;/</g; s/&gt;/>/g; s/&quot;/"/g; s/&#39;/'\''/g; s/&amp;/\&/g'

# same PAGE: explains and extracts it, and compares.
same()
{
    expect_exit 0 "$PALPATE_INDEX" --report report.html "$1"
    sed -n 's|^<tr class="kept"><td><div><p class="[a-z]*">\(.*\)</p><small>.*|\1|p' report.html |
        sed "$unescape" >kept
    expect_exit 0 "$PALPATE_INDEX" --extract "$1"
    jq -r '.text | select(. != "")' out >text
    cmp kept text || {
        diff kept text | head -n 20
        fail "$1: --explain keeps another text than --extract"
    }
}

for page in "$PALPATE_SOURCE"/tests/golden/*/page.html "$PALPATE_SOURCE"/corpus/articles/[a-c]*.html; do
    same "$page"
done

# A page that is built by a script and tells its text to search engines: as plain text, as HTML,
# beside a menu, beside a part that it asks to leave out, and beside nothing.
tells()
{
    printf '<!doctype html><title>Stiff knee</title><script type="application/ld+json">'
    printf '{"@type":"Article","headline":"Stiff knee","articleBody":"%s"}</script><body>%s' "$1" "$2"
}
words="The knee is stiff in the morning, and it eases when it is moved a little and kept warm."
long="$words Most people walk better after a few minutes. $words A short walk is a good start. $words"
needs="<noscript>You need to enable JavaScript to run this app.</noscript>"
tells "$long\\nIt is no <b>danger</b> & it passes." "$needs" >plain.html
tells "<p>$long</p><ul><li>Walk &amp; rest</li><li>Keep it warm</li></ul>" "$needs" >html.html
tells "$long" "<nav class=menu><ul><li><a href=/>Home</a><li><a href=/hip>Hip</a></ul></nav>" >menu.html
tells "$long" "<p data-nosnippet>Not for search engines.</p><p>$words</p>" >ignored.html
tells "$long" "" >bare.html
for page in plain html menu ignored bare; do
    same $page.html
done
expect_exit 0 "$PALPATE_INDEX" --extract --explain plain.html
expect_match out "^dropped .* You need to enable JavaScript"
expect_match out "the page shows little, its text is in its JSON-LD"
expect_match out "^kept .* The knee is stiff in the morning"
expect_exit 0 "$PALPATE_INDEX" --extract --explain ignored.html
expect_no_match out "JSON-LD"

# Readers' comments, a page of nothing, and bytes that are no HTML.
{
    printf '<!doctype html><title>Knee</title><main><article><h1>Knee</h1>'
    printf '<p>%s</p><p>%s</p></article><section id=comments class=comments><h2>Comments</h2>' "$words" "$long"
    printf '<div class=comment><p>Mine was stiff for a year, and walking helped me.</p></div>'
    printf '</section></main>'
} >comments.html
printf '<title>Nothing</title>' >nothing.html
printf 'A knee that is stiff \377 in the morning < eases & bends again.\n' >text.html
for page in comments nothing text; do
    same $page.html
done
