# --sitemap and --robots: what belongs to the site, where it is and when it changed.
. "$PALPATE_PROGRAM_TESTS/lib.sh"

mkdir -p site/feed site/knee
page site/index.html "Apricot" "The front page speaks of the knee and of an apricotword."
page site/knee/index.html "Banjo" "A page about the knee and its cap, with a banjoword."
page site/heel.html "Cherry" "A page about the heel of a runner, with a cherryword."
page site/draft.html "Dolphin" "A draft about the elbow of a player, with a dolphinword."
page site/feed/index.html "Engine" "The feed speaks of the wrist and of an engineword."
cat >site/sitemap.xml <<'XML'
<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>https://clinic.example/</loc></url>
<url><loc>https://clinic.example/knee/</loc><lastmod>2024-05-01T10:00:00+00:00</lastmod></url>
<url><loc>https://clinic.example/heel</loc></url>
<url><loc>https://clinic.example/feed/</loc></url>
<url><loc>https://clinic.example/gone/</loc></url>
</urlset>
XML
printf 'User-agent: *\nDisallow: /feed/\n' >site/robots.txt

# What is listed is taken, at the address that is given, without a --base-url.
expect_exit 0 "$PALPATE_INDEX" index site --sitemap site/sitemap.xml
expect_match err "^4 pages read, 4 added, 1 excluded"
expect_match err "of 5 pages that a sitemap lists, 1 are not among the sources: https://clinic.example/gone/"
finds index apricotword banjoword cherryword engineword
lacks index dolphinword
expect_exit 0 "$PALPATE_QUERY" index --format tsv cherryword
expect_match out "https://clinic.example/heel([#	]|$)"
expect_exit 0 "$PALPATE_QUERY" index --format json banjoword
expect_match out '"modified": ?"2024-05-01'
expect_exit 0 "$PALPATE_INDEX" --dry-run --verbose other site --sitemap site/sitemap.xml
expect_match err "site/draft.html: left out: no sitemap lists it"

# The index remembers it, wherever the run starts; what is unchanged is not read.
(cd / && expect_exit 0 "$PALPATE_INDEX" "$OLDPWD/index") || exit 1
expect_exit 0 "$PALPATE_INDEX" index
expect_match err "^0 pages read, 4 unchanged, 1 excluded"

# robots.txt on request: likewise.
expect_exit 0 "$PALPATE_INDEX" index site --robots site/robots.txt
expect_match err "1 removed, 2 excluded"
lacks index engineword dolphinword
expect_exit 0 "$PALPATE_INDEX" --dry-run --verbose index
expect_match err "feed/index.html: left out: robots.txt disallows /feed/"

# Another day or another address in the sitemap, and the page is read again.
sed -i 's/2024-05-01T10:00:00+00:00/2025-06-02/; s|example/heel<|example/heel-pain/heel<|' site/sitemap.xml
mkdir site/heel-pain
mv site/heel.html site/heel-pain/
expect_exit 0 "$PALPATE_INDEX" index
expect_match err "changed|added"
expect_exit 0 "$PALPATE_QUERY" index --format json banjoword
expect_match out '"modified": ?"2025-06-02'
expect_exit 0 "$PALPATE_QUERY" index --format tsv cherryword
expect_match out "https://clinic.example/heel-pain/heel"

# One page is added as a run with all would have it, and only if it is listed.
expect_exit 0 "$PALPATE_INDEX" index --add site/heel-pain/heel.html
expect_match err "1 unchanged|1 page"
expect_exit 2 "$PALPATE_INDEX" index --add site/draft.html
expect_match err "nothing was changed"

# An empty name takes both away.
expect_exit 0 "$PALPATE_INDEX" index site --sitemap '' --robots ''
finds index dolphinword engineword
expect_exit 0 "$PALPATE_INDEX" index
expect_match err "^0 pages read, 5 unchanged"

# An index of sitemaps, with what it names beside it, compressed or not.
mkdir maps
cat >maps/index.xml <<'XML'
<sitemapindex><sitemap><loc>https://clinic.example/maps/a.xml.gz</loc></sitemap>
<sitemap><loc>https://clinic.example/maps/b.xml?from=1</loc></sitemap></sitemapindex>
XML
printf 'https://clinic.example/knee/\n' | gzip >maps/a.xml.gz
printf 'https://clinic.example/draft.html\n' >maps/b.xml
expect_exit 0 "$PALPATE_INDEX" split site --sitemap maps/index.xml
expect_match err "^2 pages read, 2 added, 3 excluded"
rm maps/b.xml
expect_exit 2 "$PALPATE_INDEX" split
expect_match err "index.xml: the sitemap https://clinic.example/maps/b.xml.from=1, which it names, is not beside it"
finds split banjoword dolphinword

# A copy of a site below a folder that is called as its host.
mkdir mirror
cp -r site mirror/clinic.example
expect_exit 0 "$PALPATE_INDEX" copied mirror --root mirror --robots site/robots.txt
expect_match err "^4 pages read, 4 added, 1 excluded"
expect_exit 0 "$PALPATE_INDEX" --dry-run copy mirror --root mirror --sitemap site/sitemap.xml --robots site/robots.txt
expect_match err "3 pages read, 3 added, 2 excluded"
expect_match err "^palpate-index: copy: of 5 pages that a sitemap lists, 2 are not among the sources"

# Below a base address, and of a stream, by the address.
expect_exit 0 "$PALPATE_INDEX" based site/knee --root site/knee --base-url https://clinic.example/knee/ \
    --sitemap site/sitemap.xml
expect_match err "^1 page read, 1 added"
cat >crawl.ndjson <<'LINES'
{"url": "https://clinic.example/knee", "html": "<h1>Fig</h1><p>A line about the ankle of a dancer, with a figword.</p>"}
{"url": "https://other.example/knee/", "html": "<h1>Grape</h1><p>A line about the shoulder, with a grapeword.</p>"}
{"url": "https://clinic.example/feed/", "html": "<h1>Hotel</h1><p>A line about the neck, with a hotelword.</p>"}
LINES
expect_exit 0 "$PALPATE_INDEX" stream crawl.ndjson --sitemap site/sitemap.xml --robots site/robots.txt
expect_match err "^1 page read, 1 added, 2 excluded"
finds stream figword
expect_exit 0 "$PALPATE_INDEX" --extract site --sitemap site/sitemap.xml --robots site/robots.txt
expect_match out '"url": ?"https://clinic.example/knee/"'
expect_no_match out 'dolphinword|engineword'

# What cannot be read changes nothing; nor does a sitemap of another place.
expect_exit 2 "$PALPATE_INDEX" index site --sitemap nowhere.xml
expect_match err "^palpate-index: nowhere.xml: .*nothing was changed"
printf '<p>Not found</p>' >wrong
expect_exit 2 "$PALPATE_INDEX" index site --sitemap wrong
expect_match err "wrong: this lists no address"
expect_exit 2 "$PALPATE_INDEX" index site --robots wrong
expect_match err "wrong: this is no robots.txt: nothing was changed"
printf 'https://clinic.example/blog/knee/\n' >elsewhere
expect_exit 2 "$PALPATE_INDEX" index site --allow-delete --sitemap elsewhere
expect_match err "no page of the sources is in a sitemap, which list https://clinic.example/blog/knee/"
finds index banjoword dolphinword
