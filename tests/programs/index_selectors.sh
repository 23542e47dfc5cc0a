# --ignore-selector and --content-selector: what is read of a page; the index remembers them.
. "$PALPATE_PROGRAM_TESTS/lib.sh"

mkdir site
cat >site/knee.html <<'PAGE'
<!doctype html><html lang="en"><head><title>Knee pain on stairs</title></head><body>
<main><h1>Knee pain on stairs</h1>
<p>Pain behind the kneecap on stairs is common in runners, and an apricotword helps many of them to go on.</p>
<div class="box promise"><p>Our famous banjoword programme has helped thousands of people with pain in their knees.</p></div>
<p>Start with half the distance and count the days until the pain has gone, as the cherryword says.</p>
<section id="more"><p>Ask your therapist whether a dolphinword is the right thing for your knee and your hip.</p></section>
</main></body></html>
PAGE
expect_exit 0 "$PALPATE_INDEX" index site
finds index apricotword banjoword cherryword dolphinword

# Other selectors than before: every page is read again, and the index keeps them.
expect_exit 0 "$PALPATE_INDEX" index site --ignore-selector 'div.promise'
expect_match err "the selectors have changed: every page is read again"
lacks index banjoword
finds index apricotword cherryword dolphinword
expect_exit 0 "$PALPATE_INDEX" index
expect_match err "^0 pages read, 1 unchanged"
touch site/knee.html
expect_exit 0 "$PALPATE_INDEX" index --rebuild
expect_no_match err "selectors"
lacks index banjoword
expect_exit 0 "$PALPATE_INDEX" index --add site/knee.html
expect_match err "1 unchanged"
expect_exit 2 "$PALPATE_INDEX" index --add site/knee.html --ignore-selector p
expect_match err "has to be read again first"

# Of a page with content nothing else is read; of others all that is an article.
expect_exit 0 "$PALPATE_INDEX" index site --ignore-selector '' --content-selector '#more, .entry'
finds index dolphinword
lacks index apricotword banjoword cherryword
expect_exit 0 "$PALPATE_INDEX" index site --content-selector '.entry'
finds index apricotword banjoword cherryword dolphinword
expect_exit 0 "$PALPATE_INDEX" index site --content-selector ''
expect_exit 0 "$PALPATE_INDEX" index
expect_match err "^0 pages read, 1 unchanged"

# --extract shows the same.
expect_exit 0 "$PALPATE_INDEX" --extract site --ignore-selector .promise
expect_match out apricotword
expect_no_match out banjoword

# What is no selector changes nothing.
expect_exit 2 "$PALPATE_INDEX" index site --ignore-selector 'p > i'
expect_match err "the selector p > i is none of these"
expect_exit 2 "$PALPATE_INDEX" --extract site --content-selector ':first'
finds index banjoword
