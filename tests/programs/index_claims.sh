# A page is at the address that it calls its own where the contents agree, and nowhere else;
# an update decides as a build does.
. "$PALPATE_PROGRAM_TESTS/lib.sh"

base=https://clinic.example
# about FILE WORD [ADDRESS [TAG]]: a page with a word of its own, that is at ADDRESS as it says.
# Most of the text is the same on all of them, as on pages of a template.
about()
{
    mkdir -p "$(dirname "$1")"
    page "$1" "All on the $2" "The mark of this article is $2, and it is about joints that are bent and stretched. No. $2." \
        "Pain on the outer side usually comes from the tendon that lifts. It often starts after a week of unusual work, and it can last for many months when the load is not changed." \
        "Most people recover without an operation. Keep using the joint within comfort, and load the tendon step by step with slow exercises, because complete rest makes it weaker."
    [ -z "${3-}" ] || case ${4-canonical} in
    canonical) sed -i "s|<head>|<head><link rel=\"canonical\" href=\"$3\">|" "$1" ;;
    og) sed -i "s|<head>|<head><meta property=\"og:url\" content=\"$3\">|" "$1" ;;
    esac
}
# pages INDEX: "word address" of all pages, by the word that each has.
pages()
{
    "$PALPATE_QUERY" "$1" --limit 500 --group article --format json bent |
        grep -oE '"(url|title)": *"[^"]*"' | sed 's/^"[a-z]*": *"//; s/"$//; s/All on the //' |
        awk '/^(http|\.\/|[a-z0-9._-]*(\/|\.html))/ { url = $0; next } { title = $0 } title != "" && url != "" { print title, url; url = title = "" }' |
        LC_ALL=C sort
}
# expect_pages INDEX "word address"...
expect_pages()
{
    index=$1
    shift
    printf '%s\n' "$@" | LC_ALL=C sort >wanted
    pages "$index" >found
    cmp -s wanted found || {
        diff wanted found || true
        fail "the pages of $index are not as they should be"
    }
}
# built FOLDER [OPTION...]: builds a fresh index of it.
built()
{
    rm -rf index
    folder=$1
    shift
    expect_exit 0 "$PALPATE_INDEX" index "$folder" "$@"
}

# Two that name each other, three in a ring, and one that names another.
about site/wrist.html wrist $base/knee.html
about site/knee.html knee $base/wrist.html
about site/a.html aorta $base/b.html
about site/b.html bursa $base/c.html
about site/c.html cyst $base/a.html
about site/thief.html thief $base/shin.html
about site/shin.html shin
built site --base-url $base/
expect_pages index "wrist $base/wrist.html" "knee $base/knee.html" "aorta $base/a.html" \
    "bursa $base/b.html" "cyst $base/c.html" "thief $base/thief.html" "shin $base/shin.html"
expect_match err "wrist.html: its canonical address is ignored"
built site
expect_pages index "wrist wrist.html" "knee knee.html" "aorta a.html" "bursa b.html" "cyst c.html" \
    "thief thief.html" "shin shin.html"
# With clean addresses and with index pages it is no different, nor with og:url.
rm -r site
about site/wrist/index.html wrist $base/knee/ og
about site/knee.html knee $base/wrist og
about site/hip/index.html hip $base/hip/index.html
built site --base-url $base
expect_pages index "wrist $base/wrist/" "knee $base/knee.html" "hip $base/hip/index.html"

# A template that was copied with its link: all keep their own, also where nothing lies there.
rm -r site
for word in one two three four five six seven; do
    about site/$word/index.html $word $base/template/
done
built site --base-url $base
expect_pages index "one $base/one/" "two $base/two/" "three $base/three/" "four $base/four/" \
    "five $base/five/" "six $base/six/" "seven $base/seven/"
about site/template/index.html template $base/template/
expect_exit 0 "$PALPATE_INDEX" index site
expect_pages index "one $base/one/" "two $base/two/" "three $base/three/" "four $base/four/" \
    "five $base/five/" "six $base/six/" "seven $base/seven/" "template $base/template/"
# A front page that all name by og:url is not where they are.
rm -r site
about site/index.html home $base/ og
about site/x.html xray $base/ og
about site/y.html yoga $base/ og
built site
expect_pages index "home $base/" "xray x.html" "yoga y.html"

# What agrees is believed: one page alone, and copies of a page that lies there.
rm -r site
about site/export-17.html elbow $base/conditions/elbow/
about site/m/hip.html hip $base/hip.html
about site/hip.html hip $base/hip.html
about site/print/hip.html hip $base/hip.html
built site
expect_pages index "elbow $base/conditions/elbow/" "hip $base/hip.html"
expect_match err "m/hip.html: left out: another page has the same address: .*site/hip.html"
built site --base-url $base
expect_pages index "elbow $base/conditions/elbow/" "hip $base/hip.html"
# When the one that lies there goes, the next one comes in; then both are named as before.
rm site/hip.html
expect_exit 0 "$PALPATE_INDEX" index site
expect_pages index "elbow $base/conditions/elbow/" "hip $base/hip.html"
about site/hip.html other $base/hip.html
expect_exit 0 "$PALPATE_INDEX" index site --allow-delete
built site --base-url $base
mv index fresh
expect_exit 0 "$PALPATE_INDEX" index site --base-url $base
pages fresh >fresh.out
pages index | cmp - fresh.out || fail "an update is not what a build is"
expect_match fresh.out "other $base/hip.html"
expect_match fresh.out "hip $base/m/hip.html"
rm -r fresh

# Of a mirror of several sites each folder is a site of its own.
rm -r site
about site/one.example/knee.html knee https://one.example/knee.html
about site/two.example/knee.html ankle https://two.example/knee.html
about site/two.example/wrist.html wrist https://two.example/knee.html
built site
expect_pages index "knee https://one.example/knee.html" "ankle https://two.example/knee.html" \
    "wrist two.example/wrist.html"

# Whatever is claimed, changes and goes: an update makes of it what a build makes, and names
# nothing twice.  Each address has at most three pages.
for base_option in "" "--base-url $base"; do
    rm -rf site index
    about site/fixed.html fixed
    awk 'BEGIN { srand(11); for (i = 0; i < 42; i++) print int(rand() * 9), int(rand() * 4), int(rand() * 11) }' |
        while read -r file word claim; do
            name=site/$(echo $file | tr 012345678 aabbcdefg)$((file % 2)).html
            set -- wrist knee hip shin
            shift "$word"
            case $claim in
            0 | 1) rm -f "$name" ;;
            2) about "$name" "$1" ;;
            3) about "$name" "$1" "$base/${name#site/}" ;;
            4) about "$name" "$1" "$base/a0.html" og ;;
            5) about "$name" "$1" "$base/elsewhere/" ;;
            *) about "$name" "$1" "$base/$(echo $claim | tr 6789 abcd | sed 's/10/e/')0.html" ;;
            esac
            i=$((${i-0} + 1))
            [ $((i % 3)) = 0 ] || continue
            # shellcheck disable=SC2086
            expect_exit 0 "$PALPATE_INDEX" --allow-delete $base_option index site
            pages index >updated.out
            rm -rf fresh
            # shellcheck disable=SC2086
            expect_exit 0 "$PALPATE_INDEX" $base_option fresh site
            pages fresh | diff - updated.out || fail "an update is not what a build is"
            expect_exit 0 "$PALPATE_INDEX" index site
            expect_match err "^0 pages read"
        done
done
