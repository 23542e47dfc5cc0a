# Answers are kept and given again, as long as they are what a search would find.
. "$PALPATE_PROGRAM_TESTS/serve_lib.sh"

# counts NAME NUMBER: what /metrics tells of the cache.
counts()
{
    curl -sS "${url}metrics" >metrics
    expect_match metrics "^palpate_cache_$1 $2\$"
}

# lacks_now PATH PATTERN: whether the body that the server has there does not match.
lacks_now()
{
    ! serves "$1" "$2"
}

small_index index
start_server index --listen 127.0.0.1:0 --max-rate 0 --access-log log
expect_status 200 "${url}search?q=knee+pain"
mv body first
mv head first.head
counts hits_total 0
counts misses_total 1
counts answers 1
# The same question, however it is written, has the same answer to the microsecond that the
# search took.
for same in "q=knee+pain" "q=%20knee++pain%09&limit=10&offset=0"; do
    expect_status 200 "${url}search?$same"
    cmp first body || fail "a kept answer is another one"
    [ "$(tr -d '\r' <head | grep -v ^Date:)" = "$(tr -d '\r' <first.head | grep -v ^Date:)" ] ||
        fail "a kept answer has other headers"
done
counts hits_total 2
expect_status 200 --head "${url}search?q=knee+pain"
counts hits_total 3
# Others are other answers.
for other in 'search?q=knee+pain&limit=9' 'search?q=knee+pain&disable=x' 'search?q=knee' '?q=knee+pain' \
    'suggest?q=knee+pain' "passage/$(jq -r '.hits[0].passage' first)"; do
    expect_status 200 "$url$other"
    ! cmp -s first body || fail "$other has the answer of another question"
    cp body second
    expect_status 200 "$url$other"
    cmp body second || fail "$other is answered in two ways"
done
counts hits_total 9
counts answers 7
# Kept as it is sent: compressed is another one.
expect_status 200 -H 'Accept-Encoding: gzip' "${url}search?q=knee+pain"
expect_status 200 -H 'Accept-Encoding: gzip' "${url}search?q=knee+pain"
expect_header '^content-encoding: gzip$'
gzip -dc <body | jq 'del(.took_us)' >unpacked
jq 'del(.took_us)' first | cmp - unpacked || fail "compressed, it is another answer"
counts answers 8
expect_status 200 "${url}search?q=knee+pain"
expect_no_header '^content-encoding'
# Errors are not kept.
expect_problem 404 "${url}passage/0000000000000000-0"
expect_problem 404 "${url}passage/0000000000000000-0"
expect_problem 404 -H 'If-None-Match: *' "${url}passage/0000000000000000-0"
expect_problem 400 "${url}search?q=knee&limit=0"
counts answers 8
# A kept answer is logged, too, and without what was searched.
wait_for log '"path":"/suggest"'
expect_no_match log 'knee'

# SIGHUP forgets them, and so does another index.
kill -HUP "$server_pid"
until_true serves metrics '^palpate_cache_answers 0$'
counts answers 0
counts bytes 0
expect_status 200 "${url}search?q=knee+pain"
counts answers 1
page pages/ankle.html "Knee pain and the ankle" \
    "Knee pain is at times answered by the ankle, which is stiff after a sprain and asks the knee to turn."
"$PALPATE_INDEX" --quiet index pages
until_true serves 'search?q=knee+pain' ankle
# So do other names and other rules for the same pages.
serves 'search?q=gonalgia' '"value": 0' || fail "the word is known"
printf 'knee pain\tgonalgia\tsynonym\town\n' >names.tsv
"$PALPATE_INDEX" --quiet index pages --thesaurus names.tsv
until_true serves 'search?q=gonalgia' '"to": "knee pain"'
serves 'search?q=knee+pain' ankle
printf 'hide\t/ankle.html\n' >rules.tsv
"$PALPATE_INDEX" --quiet index pages --curation rules.tsv
until_true lacks_now 'search?q=knee+pain' ankle
stop_server

# Only that many bytes; none at all.
start_server index --listen 127.0.0.1:0 --max-rate 0 --cache 100000
for i in $(seq 60); do
    expect_status 200 "${url}search?q=knee+pain&disable=$i"
done
counts evictions_total '[1-9][0-9]*'
[ "$(sed -n 's/^palpate_cache_bytes //p' metrics)" -le 100000 ] || fail "more is kept than is allowed"
stop_server
start_server index --listen 127.0.0.1:0 --max-rate 0 --cache 0
expect_status 200 "${url}search?q=knee+pain"
expect_status 200 "${url}search?q=knee+pain"
counts hits_total 0
counts answers 0
stop_server
