# A hit says who wrote its article, who reviewed it and when, in every form of answer.
. "$PALPATE_PROGRAM_TESTS/lib.sh"

cat >knee.html <<'END'
<!doctype html><html lang="en"><head><title>Knee pain</title>
<link rel="canonical" href="https://clinic.example/knee/">
<script type="application/ld+json">{"@context":"https://schema.org","@type":"MedicalWebPage",
"headline":"Knee pain","author":{"@type":"Person","name":"Ann Name"},
"reviewedBy":{"@type":"Person","name":"Ben Name"},"lastReviewed":"2026-05-03",
"datePublished":"2024-01-02","dateModified":"2026-05-04"}</script></head>
<body><main><article><h1>Knee pain</h1><p>Knee pain after running often comes from the joint
behind the kneecap and settles with rest over some weeks in most people.</p></article></main></body></html>
END
cat >neck.html <<'END'
<!doctype html><html lang="en"><head><title>Neck pain</title></head>
<body><main><article><h1>Neck pain</h1><p>Neck pain after a night in a bad position usually goes
within days; keep moving gently and it goes sooner.</p></article></main></body></html>
END
"$PALPATE_INDEX" --quiet index knee.html neck.html
"$PALPATE_QUERY" index knee >text
expect_match text '^    By Ann Name · Reviewed by Ben Name, 2026-05-03 · clinic\.example · 2026-05-04$'
"$PALPATE_QUERY" index neck >text
expect_no_match text 'By |Reviewed'
for format in json ndjson; do
    "$PALPATE_QUERY" index --format $format knee >answer
    expect_no_match answer '<'
    if [ $format = json ]; then jq '.hits[0]' answer >hit; else head -n 1 answer >hit; fi
    jq -e '.byline == "Ann Name" and .reviewer == "Ben Name" and .reviewed == "2026-05-03" and
        .published == "2024-01-02" and .modified == "2026-05-04" and .site == "clinic.example"' hit >/dev/null ||
        { cat hit; fail "$format does not say who"; }
done
"$PALPATE_QUERY" index --format ndjson neck >hit
jq -e '[has("byline"), has("reviewer"), has("reviewed"), has("published")] | any | not' hit >/dev/null ||
    { cat hit; fail "an absent member is not absent"; }
