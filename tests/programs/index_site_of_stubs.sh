# A site two thirds of which only redirect: every real page is found under its own address,
# by folder and by list, built and brought up to date.
. "$PALPATE_PROGRAM_TESTS/lib.sh"

base=https://hillside.example
# Fifty pages, and before each by path or behind it two that lead to it.
for i in $(seq 50); do
    for place in "a-old/$i" "z-old/$i"; do
        mkdir -p "site/$place"
        printf '<!DOCTYPE html><html lang="en"><head><title>Page moved</title><meta http-equiv="refresh" content="0; url=%s"><link rel="canonical" href="%s"></head><body><p>This page has moved to <a href="%s">its new place</a>.</p></body></html>\n' \
            "$base/care/$i/" "$base/care/$i/" "$base/care/$i/" >"site/$place/index.html"
    done
    mkdir -p "site/care/$i"
    page "site/care/$i/index.html" "Complaint $i" \
        "Complaint $i is told by its mark$i, and it is found on one page alone." \
        "Keep moving, change your position often, and come to us with complaint $i when it grows."
    [ $((i % 2)) = 0 ] ||
        sed -i "s|<head>|<head><link rel=\"canonical\" href=\"$base/care/$i/\">|" "site/care/$i/index.html"
done
find site -name '*.html' >list

# expect_all INDEX: each real page is there, at its address.
expect_all()
{
    for i in $(seq 50); do
        expect_exit 0 "$PALPATE_QUERY" --format tsv "$1" "mark$i"
        expect_match out "$base/care/$i/(#|	)"
    done
}
expect_exit 0 "$PALPATE_INDEX" index site --base-url $base/
expect_match err "^150 pages read, 50 added, 100 not articles$"
expect_match err "index: 50 pages"
expect_all index
expect_exit 0 "$PALPATE_INDEX" listed --files-from list --base-url $base/
expect_match err "index: 50 pages"
expect_all listed
expect_exit 0 "$PALPATE_INDEX" index site
expect_match err "^0 pages read, 150 unchanged$"

# A page becomes a stub, a stub a page: both at once.
mv site/care/7/index.html site/a-old/7/index.html
sed -i "s|<link[^>]*>||" site/a-old/7/index.html
sed "s|/care/7/|/a-old/7/|g" site/z-old/7/index.html >site/care/7/index.html
expect_exit 0 "$PALPATE_INDEX" index site
expect_exit 0 "$PALPATE_QUERY" --format tsv index mark7
expect_match out "$base/a-old/7/(#|	)"

# What is no article is no loss: a quiet run says nothing of it.
expect_exit 0 "$PALPATE_INDEX" --quiet quiet site --base-url $base/
[ ! -s err ] || { cat err; fail "a quiet run speaks of pages that say nothing"; }
# Pages that may say something are counted in one line where they are more than a few.
for i in $(seq 20); do
    printf '<!DOCTYPE html><title>Complaint %s</title><div id=app></div>' "$i" >"site/empty$i.html"
done
expect_exit 0 "$PALPATE_INDEX" --quiet quiet site
expect_match err '^palpate-index: 20 of 170 pages were left out: 20 without article text \(without --quiet they are named\)$'
[ "$(wc -l <err)" = 1 ] || fail "a quiet run says more than one line"
rm site/empty[2-9].html site/empty1?.html
expect_exit 0 "$PALPATE_INDEX" --quiet --rebuild quiet site
[ ! -s err ] || { cat err; fail "a quiet run speaks of three pages of 153"; }
