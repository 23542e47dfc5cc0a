# What an article warns of is one line, and whole beside the first hit and where safety is asked about.
. "$PALPATE_PROGRAM_TESTS/lib.sh"

for name in elbow wrist thumb; do
    cat >$name.html <<HTML
<!doctype html><html lang="en"><head><title>Exercises for a sore $name</title></head><body><main><article>
<h1>Exercises for a sore $name</h1><h2>Exercises</h2><p>Lift a light weight with the sore $name ten times, once a day,
and a heavier one after some weeks of exercises; a sore $name may hurt a little meanwhile.</p>
<h2>When not to exercise</h2><p>Do not lift anything with a $name that is broken or hot.</p>
</article></main></body></html>
HTML
done
"$PALPATE_INDEX" --quiet index ./*.html
"$PALPATE_QUERY" index 'sore exercises' >text
[ "$(grep -c '^    When not to: When not to exercise$' text)" = 3 ] || fail "not a line for each"
[ "$(grep -c 'Do not lift' text)" = 1 ] || fail "not whole beside the first hit alone"
grep -A 1 'When not to:' text | head -n 2 | tail -n 1 >first
expect_match first 'Do not lift'
"$PALPATE_QUERY" index --offset 1 'sore exercises' >text
expect_no_match text 'Do not lift'
"$PALPATE_QUERY" index 'can i do sore exercises' >text
[ "$(grep -c 'Do not lift' text)" = 3 ] || fail "not whole where safety is asked about"
"$PALPATE_QUERY" index --format json 'can i do sore exercises' >json
jq -e .asks_if_safe json >/dev/null || fail "it asks"
"$PALPATE_QUERY" index --format json 'what can i do: sore exercises' >json
jq -e 'has("asks_if_safe") | not' json >/dev/null || fail "it asks for something else"
