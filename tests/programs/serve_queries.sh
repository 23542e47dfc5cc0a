# What people look for: counted without who asked, and reported.
. "$PALPATE_PROGRAM_TESTS/serve_lib.sh"

# asked WHO WORDS...: asks as that address behind a proxy.
asked()
{
    who=$1
    shift
    expect_status 200 -H "X-Forwarded-For: $who" "${url}search?q=$(echo "$*" | tr ' ' '+')"
}

# counts NAME NUMBER: waits until /metrics has it.
counts()
{
    until_true serves metrics "^palpate_$1 $2\$"
}

small_index index
start_server index --listen 127.0.0.1:0 --max-rate 0 --trust-proxy --queries asked --clicks
for who in 192.0.2.1 192.0.2.2 192.0.2.3; do
    asked $who frozen
    asked $who frozen shoulder
    asked $who zzqx blorp
    asked $who knee pain
    asked $who neck pian
    asked $who knee pain
done
asked 192.0.2.1 a question of one only
# Not what is typed, nor further pages, nor what a filter narrows down, nor what is wrong.
for who in 192.0.2.4 192.0.2.5 192.0.2.6; do
    expect_status 200 -H "X-Forwarded-For: $who" "${url}search?q=typedword&typing=1"
    expect_status 200 -H "X-Forwarded-For: $who" "${url}search?q=furtherword&offset=1"
    expect_status 200 -H "X-Forwarded-For: $who" "${url}search?q=narrowword&kind=faq"
    expect_problem 400 -H "X-Forwarded-For: $who" "${url}search?q=wrongword&limit=0"
done
# The page counts, too, and the answer that the client has already.
for who in 192.0.2.7 192.0.2.8 192.0.2.9; do
    expect_status 200 -H "X-Forwarded-For: $who" "${url}?q=shoulder+months"
    etag=$(tr -d '\r' <head | sed -n 's/^[Ee][Tt]ag: //p')
    expect_status 200 -H "X-Forwarded-For: $who" "${url}search?q=other"
    expect_status 304 -H "X-Forwarded-For: $who" -H "If-None-Match: $etag" "${url}?q=shoulder+months"
done
serves '?q=shoulder' '<ol class="hits" start="1" data-opened>' || fail "the page does not say what is opened"
expect_status 204 "${url}opened?url=shoulder.html"
expect_status 204 "${url}opened?url=https://never.example/found"
counts pages_opened_total 1
[ ! -s asked ] || fail "a day that is not over is written"
stop_server

today=$(date -u +%Y-%m-%d)
expect_match asked "^20..-..-..	asked	3	[1-9][0-9]*	frozen shoulder	\$"
expect_match asked "	asked	6	[1-9][0-9]*	knee pain	\$"
expect_match asked "	asked	3	[1-9][0-9]*	neck pian	neck pain\$"
expect_match asked "	then	3	[1-9][0-9]*	zzqx blorp	knee pain\$"
expect_match asked "	page	[0-9]*	1	shoulder.html	\$"
expect_match asked "	asked	6	1	shoulder months	\$"
expect_no_match asked '192[.]|frozen	|of one only|typedword|furtherword|narrowword|wrongword|never[.]example'

expect_exit 0 "$PALPATE_QUERY" --report asked
expect_match out '^[0-9]+ questions on [12] days: [0-9]+ found nothing, 3 were corrected$'
expect_match out '^ +6  knee pain$'
expect_match out '^ +3  neck pian -> neck pain$'
expect_match out '^knee pain	zzqx blorp	lay	questions$'
grep -A2 '^Without an answer$' out | grep -q 'zzqx blorp' || fail "nothing says what had no answer"
expect_exit 0 "$PALPATE_QUERY" --report - <asked
# A draft is a line of a thesaurus.
grep '	lay	questions$' out >names.tsv
expect_exit 0 "$PALPATE_INDEX" --quiet index pages --thesaurus names.tsv

# Programs read it, too.
expect_exit 0 "$PALPATE_QUERY" --report asked --format json --limit 2
jq -e '.corrected == 3 and (.most_asked | length == 2) and .most_asked[0].times == 6 and
    any(.without_answer[]; .query == "zzqx blorp" and .hits == 0) and
    (.in_another_spelling[0] | .query == "neck pian" and .searched == "neck pain") and
    any(.asked_next[]; .query == "zzqx blorp" and .next == "knee pain") and (.never_opened | type == "array")' \
    out >/dev/null || fail "the report for programs is wrong: $(cat out)"
expect_exit 2 "$PALPATE_QUERY" --report asked --format tsv
expect_match err "text or json"

# Wrong lines are counted, and what others wrote does nothing to a terminal.
printf 'nonsense\n%s\tasked\t4\t2\tred \033[31m\t\n' "$today" >wrong
expect_exit 0 "$PALPATE_QUERY" --report wrong
expect_match err '1 lines are none'
expect_no_match out "$(printf '\033')"
printf '%s\tasked\t4\t2\tred \033[31m "quoted\\ \303 \355\240\200\303\274\t\n' "$today" >wrong
expect_exit 0 "$PALPATE_QUERY" --report wrong --format json
jq -e '.most_asked[0].query == "red \u001b[31m \"quoted\\ \ufffd \ufffd\ufffd\ufffdü"' out >/dev/null ||
    fail "the JSON is wrong: $(cat out)"
expect_exit 2 "$PALPATE_QUERY" --report none
expect_exit 2 "$PALPATE_QUERY" --report wrong index

# All of them where that is asked for; into a file that was moved away, another one is made.
start_server index --listen 127.0.0.1:0 --max-rate 0 --queries asked --askers 1
asked 192.0.2.1 a rare question
mv asked before
kill -HUP "$server_pid"
until_true test -e asked
stop_server
expect_match asked '	a rare question	'
expect_no_match asked '	page	'

# Nothing is counted, and no click taken, unless that is asked for.
start_server index --listen 127.0.0.1:0 --max-rate 0
asked 192.0.2.1 knee pain
expect_problem 404 "${url}opened?url=knee.html"
serves '?q=knee' '<ol class="hits" start="1">' || fail "the page says what is opened"
counts questions_total 0
stop_server
expect_exit 2 "$PALPATE_SERVE" index --clicks
expect_match err 'clicks needs --queries'
expect_exit 2 "$PALPATE_SERVE" index --queries asked --askers 0
