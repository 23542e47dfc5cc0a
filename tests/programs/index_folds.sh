# Copies of a page are one page of the index, whatever brings them in and takes them out;
# pages that differ in a word that matters are not.
. "$PALPATE_PROGRAM_TESTS/lib.sh"

# leaflet FILE JOINT DOSE [SIDE [TITLE]]: a page of advice.  No text stands on more than
# three pages, or it would be taken for what the pages of a site share.
leaflet()
{
    page "$1" "${5-Advice for a sore $2}" \
        "Take $3 mg of ibuprofen for the $2 with food in the morning and in the evening, and stop it when the swelling is gone." \
        "Move the ${4-left} $2 as far as it goes without pain, hold it there for a while and let it down slowly, ten times." \
        "See a doctor if the $2 is hot, locks, or gives way again and again when you walk down the stairs."
}
# link FILE REL URL: adds a link to the head of a page.
link()
{
    sed -i "s|<head>|<head><link rel=\"$2\" href=\"$3\">|" "$1"
}
# same_index INDEX FOLDER: what an update made of INDEX is what a build makes of FOLDER.
same_index()
{
    rm -rf fresh
    expect_exit 0 "$PALPATE_INDEX" fresh "$2"
    for query in ibuprofen knee stairs swelling wrist; do
        "$PALPATE_QUERY" --format tsv --group none --limit 50 fresh $query | cut -f 2- | sort >fresh.out || true
        "$PALPATE_QUERY" --format tsv --group none --limit 50 "$1" $query | cut -f 2- | sort >updated.out || true
        cmp -s fresh.out updated.out || {
            diff fresh.out updated.out || true
            fail "an update is not what a build is, for $query"
        }
    done
}

# The shorter address stays; another dose, side or title is another page.
mkdir site site/print
leaflet site/knee.html knee 200
leaflet site/print/knee.html knee 200
leaflet site/archive-of-knee.html knee 200
leaflet site/weak.html hip 200
leaflet site/strong.html hip 400
leaflet site/left.html elbow 200 left
leaflet site/right.html elbow 200 right
leaflet site/plain.html wrist 200
leaflet site/titled.html wrist 200 left "Advice for a weak wrist"
expect_exit 0 "$PALPATE_INDEX" index site
expect_match err "site/print/knee.html: left out: the same text is on .*knee.html"
expect_match err "archive-of-knee.html: left out: the same text"
expect_match err "index: 7 pages"
for jobs in 1 4; do
    expect_exit 0 "$PALPATE_INDEX" --jobs $jobs jobs$jobs site
    "$PALPATE_QUERY" --format tsv jobs$jobs knee >jobs$jobs.out
done
cmp jobs1.out jobs4.out || fail "the number of threads changes the index"
expect_exit 0 "$PALPATE_INDEX" index site
expect_match err "^0 pages read, 9 unchanged$"

# When the page that stood for others goes or says something else, the next one comes in.
mv site/knee.html kept.html
expect_exit 0 "$PALPATE_INDEX" index site
expect_match err "index: 7 pages"
same_index index site
expect_exit 0 "$PALPATE_INDEX" index site
expect_match err "^0 pages read, 8 unchanged$"
leaflet site/print/knee.html knee 600
expect_exit 0 "$PALPATE_INDEX" index site
expect_match err "index: 8 pages"
same_index index site
leaflet site/print/knee.html knee 200
mv kept.html site/knee.html
expect_exit 0 "$PALPATE_INDEX" index site
expect_match err "index: 7 pages"
same_index index site
rm site/print/knee.html site/knee.html
expect_exit 0 "$PALPATE_INDEX" index site
expect_match err "index: 7 pages"
same_index index site

# However many copies there are, they do not pass for what the pages of a site share.
mkdir many
leaflet many/other.html hip 200
for i in 1 2 3 4 5 6 7; do
    leaflet many/knee$i.html knee 200
done
expect_exit 0 "$PALPATE_INDEX" copies many
expect_match err "index: 2 pages"
expect_exit 0 "$PALPATE_QUERY" --format tsv copies stairs
expect_match out "knee1.html.*stairs"

# What calls another page its original gives way where it is like it, and only there.
line()
{
    printf '{"url":"https://example.org/%s","html":"%s"}\n' "$1" \
        "$(sed 's/"/\\"/g' "$2" | tr -d '\n')"
}
leaflet main.html knee 200
link main.html amphtml https://example.org/m/knee
leaflet print.html knee 200 left "Advice for a sore knee, to print"
link print.html canonical https://example.org/knee
leaflet amp.html knee 200 left "Sore knees"
page other.html "A broken wrist" "A broken wrist is put in plaster for six weeks, and the fingers are moved from the first day on so that they do not grow stiff."
link other.html canonical https://example.org/knee
{
    line "knee?print=1" print.html
    line m/knee amp.html
    line wrist other.html
    line knee main.html
} >lines.ndjson
expect_exit 0 "$PALPATE_INDEX" stream lines.ndjson
expect_match err "print=1: left out: it is a version of https://example.org/knee"
expect_match err "m/knee: left out: it is a version of https://example.org/knee"
expect_match err "index: 2 pages"
expect_exit 0 "$PALPATE_QUERY" --format tsv stream wrist
expect_exit 0 "$PALPATE_QUERY" --format tsv stream ibuprofen
expect_match out "https://example.org/knee#|https://example.org/knee	"

# In a stream, too, the next one comes in at once.
{
    line "knee?print=1" print.html
    line m/knee amp.html
    line wrist other.html
} >lines.ndjson
expect_exit 0 "$PALPATE_INDEX" --allow-delete stream lines.ndjson
expect_exit 0 "$PALPATE_QUERY" --format tsv stream ibuprofen
expect_exit 0 "$PALPATE_INDEX" fresh2 lines.ndjson
"$PALPATE_QUERY" --format tsv fresh2 ibuprofen | sort >fresh.out
"$PALPATE_QUERY" --format tsv stream ibuprofen | sort >updated.out
cmp fresh.out updated.out || fail "an update of a stream is not what a build is"

# Whatever comes, changes and goes: an update makes of it what a build makes.  Each joint
# has at most three pages, as above.
mkdir moving
i=0
awk 'BEGIN { srand(7); for (i = 0; i < 48; i++) print int(rand() * 12), int(rand() * 3), int(rand() * 4) }' |
    while read -r file dose what; do
        i=$((i + 1))
        set -- knee hip elbow wrist
        shift $((file / 3))
        name=moving/$(printf '%.*s' $((file % 3 + 1)) aaaa)$file.html
        if [ "$what" = 0 ]; then
            rm -f "$name"
        else
            leaflet "$name" "$1" $((dose / 2 * 200 + 200))
        fi
        [ $((i % 4)) = 0 ] || continue
        expect_exit 0 "$PALPATE_INDEX" --allow-delete moved moving
        same_index moved moving
        expect_exit 0 "$PALPATE_INDEX" moved moving
        expect_match err "^0 pages read"
    done
