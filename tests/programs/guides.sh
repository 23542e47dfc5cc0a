# The commands of docs/guides/ do what the guides say, on a site that is served on loopback.
. "$PALPATE_PROGRAM_TESTS/lib.sh"

for program in wget jq omindex python3 curl; do
    command -v $program >/dev/null || { echo "$program is missing"; exit 77; }
done
unset http_proxy https_proxy all_proxy HTTP_PROXY HTTPS_PROXY ALL_PROXY
guides=$PALPATE_SOURCE/docs/guides
# The guides call the programs by their names, and take the thesaurus of the package.
mkdir bin
ln -s "$PALPATE_INDEX" bin/palpate-index
ln -s "$PALPATE_QUERY" bin/palpate-query
ln -s "$PALPATE_SERVE" bin/palpate-serve
PATH=$PWD/bin:$PATH

# A site as WordPress has it: posts in folders of their own, a front page of teasers, a feed, a tag.
for post in frozen-shoulder neck-pain tennis-elbow; do
    mkdir -p site/$post
    cp "$PALPATE_SOURCE/corpus/articles/$post.html" site/$post/index.html
done
mkdir -p site/feed site/tag/shoulder
echo '<?xml version="1.0"?><rss version="2.0"><channel><title>Clinic</title></channel></rss>' >site/feed/index.html
cp "$PALPATE_SOURCE/corpus/articles/tag-shoulder.html" site/tag/shoulder/index.html
{
    echo '<!doctype html><html lang="en"><head><title>Clinic</title></head><body class="home blog"><main>'
    for post in frozen-shoulder neck-pain tennis-elbow; do
        echo "<article><h2><a href=\"/$post/\">$post</a></h2></article>"
    done
    echo '</main><a href="/feed/">Feed</a> <a href="/tag/shoulder/">Shoulder</a> <a href="/?s=x">Search</a></body></html>'
} >site/index.html

background=
trap 'for process in $background; do kill "$process" 2>/dev/null || true; done' EXIT
python3 -u -m http.server 0 --bind 127.0.0.1 --directory site >web.log 2>&1 &
background=$!
until grep -q 'port [0-9]' web.log; do
    kill -0 $background
    sleep 0.1
done
site=http://127.0.0.1:$(sed -n 's/.* port \([0-9]*\) .*/\1/p' web.log)/

# block GUIDE N: the N-th block of commands, for the site that is there; it waits for nobody.
block()
{
    awk -v wanted="$2" '/^```/ { inside = !inside && $0 == "```sh"; n += inside; next } inside && n == wanted' \
        "$guides/$1.md" | sed -e "s|https://www.clinic.example/|$site|g" -e "s|https://www.clinic.example|${site%/}|g" \
        -e "s|/usr/share/palpate/|$PALPATE_SOURCE/corpus/|g" -e 's/--wait=[0-9.]* //' >"$1.$2"
    [ -s "$1.$2" ] || fail "$1 has no block $2"
}
run()
{
    block "$1" "$2"
    expect_exit 0 patiently sh -eu "./$1.$2"
}

run wordpress 1
[ -s site.warc.gz ] || fail "wget writes no archive"
run wordpress 2
expect_match err "$site"'tag/shoulder/: left out: it only lists other pages'
expect_match err '^index: [3-9][0-9]* pages'
run wordpress 3
expect_match out 'Frozen shoulder'
block wordpress 4
sed -i 's/palpate-serve /exec palpate-serve --listen 127.0.0.1:0 --access-log none /' wordpress.4
sh -eu ./wordpress.4 >serve.log 2>serve.err &
background="$background $!"
until grep -q '^listening at ' serve.log; do
    kill -0 $! || { cat serve.err; fail "the server does not start"; }
    sleep 0.1
done
page=$(sed -n 's/^listening at //p' serve.log | head -n 1)
curl -sS "$page?q=stiff+neck" >body
expect_match body '<title>stiff neck – Search the clinic</title>'
curl -sS -D head -o body -H "Origin: ${site%/}" "${page}search?q=neck"
expect_match head "^[Aa]ccess-[Cc]ontrol-[Aa]llow-[Oo]rigin: ${site%/}"
# The plugin that the last step copies is there.
[ -s "$PALPATE_SOURCE/packaging/wordpress/palpate-search.php" ]

# The same folder with Omega, and with palpate.
expect_exit 0 omindex --db omega --url / site
expect_exit 2 "$PALPATE_INDEX" omega site
expect_match err 'no index: nothing was changed'
expect_exit 0 "$PALPATE_INDEX" --quiet from-omega site --base-url https://www.clinic.example/
expect_exit 0 quest -d from-omega -s english shoulder
expect_match out '^Exactly [1-9]|^MSet:'

# A folder that Pagefind reads.
mv site.index wordpress.index
cp -R site public
run from-pagefind 1
expect_match out 'Frozen shoulder'

# Selectors in the place of Pagefind's attribute.
sed 's/<article /<article data-pagefind-body data-pagefind-filter="topic:neck" /; s/<\/main>/<p>Something of the frame that is as long as a paragraph.<\/p><\/main>/' \
    site/neck-pain/index.html >body.html
grep -q data-pagefind-body body.html
expect_exit 0 "$PALPATE_INDEX" --quiet from-pagefind body.html --content-selector '[data-pagefind-body]'
finds from-pagefind mobilisation
lacks from-pagefind '"something of the frame"'
finds from-pagefind 'mobilisation filter:"topic: neck"'
lacks from-pagefind 'mobilisation filter:"topic: knee"'
expect_exit 0 "$PALPATE_INDEX" --quiet from-pagefind body.html --content-selector '' --ignore-selector article
lacks from-pagefind mobilisation

# Answers of a cluster become pages, by both ways; a page that changes comes alone.
source='{"url": "https://www.clinic.example/knee/", "title": "Knee & pain", "updated": "2024-05-06",
    "paragraphs": ["Pain of less than <5 days after running often settles with rest.", "Exercises help later."],
    "html": "<title>Hip</title><h1>Hip</h1><p>Hip pain at night often comes from the tendons at its side.</p>"}'
echo "{\"hits\": {\"hits\": [{\"_source\": $source}]}}" >page-1.json
rm -r site.index
run from-elasticsearch 1
finds site.index '"tendons at its side"'
block from-elasticsearch 2
expect_exit 0 sh -eu ./from-elasticsearch.2
expect_exit 0 "$PALPATE_INDEX" --quiet --rebuild site.index pages.ndjson
expect_exit 0 "$PALPATE_QUERY" site.index --format json running
expect_match out '"title": "Knee & pain"'
expect_match out '"date": "2024-05-06"'
jq -e '.hits[0].text | test("<5 days")' out >/dev/null || fail "a sign of the text is lost"
echo '{"url": "https://www.clinic.example/toe/", "html": "<title>Toe</title><h1>Toe</h1><p>A red toe in the morning may be gout.</p>"}' >toe
expect_exit 0 sh -c '"$PALPATE_INDEX" --quiet site.index --add - <toe'
finds site.index gout running
