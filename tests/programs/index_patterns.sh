# --exclude and --include: pages are left out by their path or address, and counted.
. "$PALPATE_PROGRAM_TESTS/lib.sh"

mkdir -p site/feed site/blog/tag site/services
page site/index.html "Apricot" "The front page speaks of the knee and of an apricotword."
page site/feed/index.html "Banjo" "The feed speaks of the hip and of a banjoword."
page site/blog/cherry.html "Cherry" "A page of the blog about the heel, with a cherryword."
page site/blog/tag/dolphin.html "Dolphin" "A page of a tag about the elbow, with a dolphinword."
page site/services/engine.html "Engine" "A page of services for the wrist, with an engineword."

# What is excluded is not read; it is counted, and named only if that is asked for.
expect_exit 0 "$PALPATE_INDEX" index site --exclude 'feed/*' --exclude tag
expect_match err "^3 pages read, 3 added, 2 excluded"
expect_no_match err "left out"
finds index apricotword cherryword engineword
lacks index banjoword dolphinword
expect_exit 0 "$PALPATE_INDEX" --dry-run --verbose other site --exclude 'feed/*' --exclude tag
expect_match err "site/feed/index.html: left out: excluded by feed/\*"
expect_match err "site/blog/tag/dolphin.html: left out: excluded by tag"
[ ! -e other ] || fail "a dry run made a folder"

# The index remembers: the next run needs no pattern.
expect_exit 0 "$PALPATE_INDEX" index site
expect_match err "^0 pages read, 3 unchanged, 2 excluded"
expect_exit 0 "$PALPATE_INDEX" index site --rebuild
expect_match err "^3 pages read, 3 added, 2 excluded|^3 pages read.*2 excluded"
lacks index banjoword

# What is excluded later leaves the index; an empty pattern takes the patterns away.
expect_exit 0 "$PALPATE_INDEX" index site --exclude 'feed' --exclude blog
expect_match err "1 removed, 3 excluded"
lacks index cherryword
expect_exit 0 "$PALPATE_INDEX" index site --exclude ''
expect_match err "3 added"
expect_no_match err "excluded"
finds index banjoword cherryword dolphinword
expect_exit 0 "$PALPATE_INDEX" index site
expect_match err "^0 pages read, 5 unchanged"

# --include takes nothing else, and --exclude counts more.
expect_exit 0 "$PALPATE_INDEX" index site --allow-delete --include blog --include services --exclude tag
expect_match err "3 removed, 3 excluded"
finds index cherryword engineword
lacks index apricotword banjoword dolphinword

# From a file; an empty one says that there are none.
printf '# what nobody looks for\n\nfeed/\n/blog/tag\n' >patterns
expect_exit 0 "$PALPATE_INDEX" index site --allow-delete --include '' --exclude-from patterns \
    --exclude services
expect_match err "3 excluded"
finds index apricotword cherryword
lacks index banjoword dolphinword engineword
: >patterns
expect_exit 0 "$PALPATE_INDEX" index site --exclude-from patterns
expect_match err "^3 pages read, 2 unchanged, 3 added$"
printf 'blog\nservices\n' >patterns
expect_exit 0 "$PALPATE_INDEX" index site --include-from patterns --allow-delete
expect_match err "2 removed, 2 excluded"

# A pattern that matches nothing is a slip, when it is given; and so is one that is none.
expect_exit 0 "$PALPATE_INDEX" index site --include '' --exclude feeds
expect_match err "no page matches the pattern feeds"
expect_exit 0 "$PALPATE_INDEX" index site
expect_no_match err "no page matches"
expect_exit 2 "$PALPATE_INDEX" index site --exclude 'a[b'
expect_match err "the pattern a\[b has a \[ without a \]"
expect_exit 2 "$PALPATE_INDEX" index site --include '!feed'
expect_match err "the pattern !feed cannot start with an exclamation mark"
expect_exit 2 "$PALPATE_INDEX" index site --exclude-from nowhere
expect_match err "^palpate-index: --exclude-from nowhere: No such file"
expect_exit 2 "$PALPATE_INDEX" index site --exclude-from patterns --exclude-from patterns
expect_match err "exclude-from may be given only once"

# All is excluded: nothing is changed.
expect_exit 2 "$PALPATE_INDEX" index site --allow-delete --exclude '*'
expect_match err "all pages of the sources are excluded \(5\): nothing was changed"
finds index apricotword

# More than a third is excluded: that is asked for twice.
expect_exit 2 "$PALPATE_INDEX" index site --exclude blog
expect_match err "this would remove 2 of 5 pages"
finds index cherryword

# Patterns start at the root, from which paths start.
expect_exit 0 "$PALPATE_INDEX" rooted site/blog --root site --exclude '/blog/tag'
expect_match err "^1 page read, 1 added, 1 excluded"

# Pages of streams are excluded by their address, and streams by their path.
cat >site/crawl.ndjson <<'LINES'
{"url": "https://a.example/feed/", "html": "<h1>Fig</h1><p>A line of the feed about the ankle, with a figword.</p>"}
{"url": "https://a.example/blog/grape/?replytocom=3", "html": "<h1>Grape</h1><p>A reply about the shoulder, with a grapeword.</p>"}
{"url": "https://a.example/blog/hotel/", "html": "<h1>Hotel</h1><p>A page of the blog about the neck, with a hotelword.</p>"}
{"url": "https://b.example/blog/igloo/", "html": "<h1>Igloo</h1><p>A page of another site about the back, with an iglooword.</p>"}
LINES
expect_exit 0 "$PALPATE_INDEX" --rebuild --allow-delete index site/crawl.ndjson --exclude feed \
    --exclude '*?replytocom=*' --exclude 'https://b.example'
expect_match err "1 added|1 page read"
expect_match err "3 excluded"
finds index hotelword
lacks index figword grapeword iglooword
"$PALPATE_INDEX" index - <site/crawl.ndjson 2>err || fail "an update from standard input"
expect_match err "3 excluded"
expect_exit 0 "$PALPATE_INDEX" streams site --include blog
expect_match err "2 excluded|excluded"
expect_exit 0 "$PALPATE_QUERY" streams hotelword
expect_exit 0 "$PALPATE_INDEX" none site --exclude '*.ndjson'
expect_exit 1 "$PALPATE_QUERY" none hotelword

# --extract leaves the same out, and remembers nothing.
expect_exit 0 "$PALPATE_INDEX" --extract site --exclude crawl.ndjson --include services
expect_match out engineword
[ "$(wc -l <out)" = 1 ] || fail "more than one page is extracted"

# Links of an excluded folder are not named, and one that cannot be read is no failure.
mkdir -p site/private
ln -s nowhere site/private/lost.html
expect_exit 0 "$PALPATE_INDEX" rooted site --exclude private/ --exclude crawl.ndjson --root site
expect_no_match err "lost.html"
if [ "$(id -u)" != 0 ]; then
    chmod 0 site/private
    expect_exit 0 "$PALPATE_INDEX" rooted site --root site
    expect_exit 1 "$PALPATE_INDEX" rooted site --root site --exclude crawl.ndjson
    chmod 700 site/private
fi
