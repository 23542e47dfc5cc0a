# Each line of --extract names the file it was read from, and has an id of its own.
. "$PALPATE_PROGRAM_TESTS/lib.sh"

page()
{
    printf '<!doctype html><title>%s</title><h1>%s</h1><p>The %s is stiff in the morning, and it ' "$1" "$1" "$1"
    printf 'eases when it is moved a little and kept warm, as most people find after some days.</p>'
}

mkdir -p site/a site/b
page knee >site/a/index.html
page hip >site/b/index.html
page neck >site/index.html
page wrist >site/a/index.de.html
expect_exit 0 "$PALPATE_INDEX" --extract site
[ "$(wc -l <out)" = 4 ] || fail "$(wc -l <out) lines for four files"
[ "$(jq -r .id out | sort -u | wc -l)" = 4 ] || { jq -r .id out; fail "ids repeat"; }
# The first keeps the short one.
[ "$(jq -r .id out | head -n 1)" = index ] || fail "the first id is $(jq -r .id out | head -n 1)"
jq -r .source out | sort >sources
find "$(realpath site)" -name '*.html' | sort >files
cmp sources files || { diff sources files; fail "a source is not the file"; }

# Lines of a stream name the stream; the same address again has a number.
for topic in knee hip; do
    jq -cn --arg html "$(page "$topic")" '{ url: "https://clinic.example/a", html: $html }'
done >pages.ndjson
expect_exit 0 "$PALPATE_INDEX" --extract pages.ndjson
[ "$(jq -r .id out | sort -u | wc -l)" = "$(wc -l <out)" ] || fail "ids of a stream repeat"
[ "$(jq -r .source out | sort -u)" = "$(realpath pages.ndjson)" ] || fail "the source is $(jq -r .source out | head -n 1)"
expect_exit 0 "$PALPATE_INDEX" --extract - <pages.ndjson
[ "$(jq -r .source out | sort -u)" = - ] || fail "standard input is called $(jq -r .source out | head -n 1)"
