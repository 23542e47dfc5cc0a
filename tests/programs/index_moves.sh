# Pages move, lose their address, break off or come with other settings: none is lost that
# is still there.
. "$PALPATE_PROGRAM_TESTS/lib.sh"

# site FOLDER: seven pages, each with a word of its own.
site()
{
    mkdir "$1"
    i=1
    for word in apricot banjo cherry dolphin engine fountain gazelle; do
        page "$1/page$i.html" "Page number $i" \
            "The shoulder of page $i is stiff in the morning and sore at night, as $word tells."
        i=$((i + 1))
    done
}
# address FILE URL: the page calls this address its own.
address()
{
    sed -i "s|<head>|<head><link rel=\"canonical\" href=\"$2\">|" "$1"
}

# A file with another name, and a folder with another name, hold the same pages.
site moved
address moved/page2.html https://example.org/banjo
expect_exit 0 "$PALPATE_INDEX" moves moved
mv moved/page2.html moved/renamed.html
expect_exit 0 "$PALPATE_INDEX" moves moved
expect_match err "1 page read, 6 unchanged, 1 added, 1 removed"
expect_exit 0 "$PALPATE_QUERY" moves banjo
mv moved elsewhere
expect_exit 0 "$PALPATE_INDEX" moves elsewhere
expect_match err "index: 7 pages"
expect_exit 0 "$PALPATE_QUERY" moves apricot
expect_exit 0 "$PALPATE_INDEX" --rebuild moves elsewhere
expect_match err "index: 7 pages"

# Where the page that held an address goes, or leaves it, the next one of it comes in.
# They say the same below their titles, or none of them would have it.
site twins
for i in 3 4; do
    sed "s/Page number 2/Page of $i/g" twins/page2.html >twins/page$i.html
done
sed -i 's/Page of 3/Page of cherry trees/g' twins/page3.html
sed -i 's/Page of 4/Page of dolphin/g' twins/page4.html
address twins/page2.html https://example.org/same
address twins/page3.html https://example.org/same
address twins/page4.html https://example.org/same
expect_exit 0 "$PALPATE_INDEX" pair twins
expect_match err "index: 5 pages"
expect_exit 1 "$PALPATE_QUERY" pair cherry
rm twins/page2.html
expect_exit 0 "$PALPATE_INDEX" pair twins
expect_match err "index: 5 pages"
expect_exit 0 "$PALPATE_QUERY" pair cherry
sed -i 's|/same|/other|' twins/page3.html
expect_exit 0 "$PALPATE_INDEX" pair twins
expect_match err "index: 6 pages"
expect_exit 0 "$PALPATE_QUERY" pair dolphin
expect_exit 0 "$PALPATE_INDEX" pair twins
expect_match err "^0 pages read, 6 unchanged$"

# As many pages, but other ones: the guard counts what goes, not what is left.
mkdir stranger
for i in 1 2 3 4 5 6 7; do
    page stranger/other$i.html "Other $i" "Something else about the knee and number $i of it."
done
expect_exit 2 "$PALPATE_INDEX" moves stranger
expect_match err "would remove 7 of 7 pages .*--allow-delete"
expect_exit 2 "$PALPATE_INDEX" --rebuild moves stranger
expect_match err "would remove 7 of 7 pages .*--allow-delete"
expect_exit 0 "$PALPATE_QUERY" moves apricot

# Another base address moves every page; without the option it stays as it was.
expect_exit 0 "$PALPATE_INDEX" --base-url https://example.com moves elsewhere
expect_match err "the base address has changed"
expect_exit 0 "$PALPATE_QUERY" --format tsv moves apricot
expect_match out "https://example.com/page1.html"
page elsewhere/page1.html "Page number 1" "Now it is the hammock that tells of the shoulder."
expect_exit 0 "$PALPATE_INDEX" moves elsewhere
expect_match err "^1 page read, 6 unchanged"
expect_exit 0 "$PALPATE_QUERY" --format tsv moves hammock
expect_match out "https://example.com/page1.html"

# Other names are taken up by an update, and kept by a rebuild that names none.
printf 'shoulder\tzygote\tsynonym\ttest\n' >names.tsv
expect_exit 0 "$PALPATE_INDEX" --thesaurus names.tsv moves elsewhere
expect_match err "^0 pages read, 7 unchanged"
expect_exit 0 "$PALPATE_QUERY" moves zygote
expect_exit 0 "$PALPATE_INDEX" --rebuild moves elsewhere
expect_exit 0 "$PALPATE_QUERY" moves zygote
printf 'shoulder\tquokka\tsynonym\ttest\n' >names.tsv
expect_exit 0 "$PALPATE_INDEX" --thesaurus names.tsv moves elsewhere
expect_exit 0 "$PALPATE_QUERY" moves quokka
expect_exit 1 "$PALPATE_QUERY" moves zygote

# A line that cannot be read, and a stream that breaks off, take no page away.
line()
{
    printf '{"url":"https://example.org/%s","html":"<article><h1>%s</h1><p>A line says %s of the hip.</p></article>"%s}\n' \
        "$1" "$1" "$1" "${2-}"
}
for word in apricot banjo cherry dolphin; do line $word; done >lines.ndjson
expect_exit 0 "$PALPATE_INDEX" stream lines.ndjson
sed -i '2s/.$//' lines.ndjson
expect_exit 1 "$PALPATE_INDEX" stream lines.ndjson
expect_match err "line 2"
expect_exit 0 "$PALPATE_QUERY" stream banjo

# The same bytes, but the server asks to leave the page out now.
for word in apricot banjo cherry; do line $word; done >lines.ndjson
line dolphin ',"robots":"noindex"' >>lines.ndjson
expect_exit 0 "$PALPATE_INDEX" stream lines.ndjson
expect_exit 1 "$PALPATE_QUERY" stream dolphin

# A folder of other files is no place for an index.
expect_exit 2 "$PALPATE_INDEX" elsewhere twins
expect_match err "holds other files"
[ ! -e elsewhere/XAPIANDB ] || fail "an index among the pages"

# Addresses without a scheme would lead nowhere.
for wrong in clinic.example /articles/ ftp://clinic.example/; do
    expect_exit 2 "$PALPATE_INDEX" index site --base-url "$wrong"
    expect_match err "--base-url takes an address such as https://clinic.example/"
done
