# What the owner of a site decided, over HTTP: as documented, in JSON and on the page.
. "$PALPATE_PROGRAM_TESTS/serve_lib.sh"

small_index index
cat >rules.tsv <<'E'
pin	stiff arm|booking	/shoulder.html
pin	booking	https://booking.example/?a=1&b=<2>	Book <online> & call
note	booking	Call "112" & wait.
redirect	gonalgia	knee pain
hide	/neck.html
E
"$PALPATE_INDEX" --quiet index pages --curation rules.tsv
start_server index --listen 127.0.0.1:0 --max-rate 0
curl -sS -o api "${url}openapi.json"

for asked in q=stiff+arms q=booking q=gonalgia q=neck+pain 'q=neck&no_curation=1'; do
    expect_status 200 "${url}search?$asked"
    jq -r --slurpfile documents api \
        "\$documents[0] as \$api | $(cat "$PALPATE_PROGRAM_TESTS/serve_openapi.jq") check(\"/search\"; \"200\")" \
        body >wrong || fail "the document cannot be read"
    [ ! -s wrong ] || { cat wrong; fail "$asked: the document does not have this"; }
done

expect_status 200 "${url}search?q=stiff+arms"
[ "$(jq -r '.hits[0].pinned' body)" = "stiff arm" ] || fail "what is pinned is not first"
expect_status 200 "${url}search?q=booking"
[ "$(jq -r '.notices[0].url, .notices[1].text' body | tr '\n' '|')" = \
    'https://booking.example/?a=1&b=<2>|Call "112" & wait.|' ] || fail "the notices are others"
expect_status 200 "${url}search?q=gonalgia"
[ "$(jq -r .redirected body)" = "knee pain" ] || fail "nothing says what was answered instead"
expect_status 200 "${url}search?q=night"
[ "$(jq .total.value body)" = 0 ] || fail "a hidden page is an answer"
expect_status 200 "${url}search?q=night&no_curation=1"
[ "$(jq .total.value body)" = 1 ] || fail "no_curation=1 hides a page"
expect_problem 400 "${url}search?q=night&no_curation=x"
expect_status 200 "${url}suggest?q=neck"
expect_no_match body '"Neck pain"'

# Its headings are not completed either, but where a page that is shown has them.
cat >pages/neck.html <<'E'
<html><body><article><h1>Neck pain</h1><p>Neck pain after a night in a bad position usually goes within days.</p>
<h2>Pillows at night</h2><p>A pillow that fits keeps the neck straight while its owner sleeps through.</p>
<h2>Warmth helps muscles</h2><p>A warm towel on the neck makes its muscles let go for some time.</p></article></body></html>
E
cat >pages/warm.html <<'E'
<html><body><article><h1>Cold and heat</h1><p>Heat is used for what is stiff, and cold for what is swollen and hot.</p>
<h2>Warmth helps muscles</h2><p>A warm bath makes many muscles let go at once.</p></article></body></html>
E
"$PALPATE_INDEX" --quiet index pages
until_true serves 'suggest?q=warmth+he' '"Warmth helps muscles"'
expect_status 200 "${url}suggest?q=pillows+at"
expect_no_match body 'Pillows at night'
sed -i '/^hide/d' rules.tsv
"$PALPATE_INDEX" --quiet index
until_true serves 'suggest?q=pillows+at' '"Pillows at night"'
printf 'hide\t/neck.html\n' >>rules.tsv
"$PALPATE_INDEX" --quiet index

# The page says the same, and what others wrote stays text.
expect_status 200 "${url}?q=booking"
expect_match body '<p class="notice" dir="auto"><a href="https://booking.example/[?]a=1&amp;b=&lt;2&gt;">Book &lt;online&gt; &amp; call</a></p>'
expect_match body '<p class="notice" dir="auto">Call &quot;112&quot; &amp; wait.</p>'
expect_match body '<span class="pinned">chosen by the site</span>'
expect_status 200 -H 'Accept-Language: de' "${url}?q=booking"
expect_match body 'von der Website ausgewählt'
expect_status 200 "${url}?q=gonalgia"
expect_match body 'Showing results for <a href="[?]q=knee'
expect_match body 'q=gonalgia&amp;no_curation=1'
stop_server
