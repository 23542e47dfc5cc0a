# What the owner of a site decides about its answers: taken up by an update, without a rebuild.
. "$PALPATE_PROGRAM_TESTS/lib.sh"

mkdir site
page site/hours.html "Our hours" "The clinic is open from Monday to Friday, and on some Saturdays from nine to noon."
page site/knee.html "Knee pain" "Knee pain after running often settles with rest, and opening the practice hours helps nobody."
page site/old.html "Knee pain in athletes" "An older page on knee pain, which says less than the other one does on the matter."
cat >rules.tsv <<'E'
# what the clinic decided
pin	opening hours|hours	/hours/
pin	booking	https://booking.example/clinic	Book online
note	chest pain	Call 112 now.
redirect	gonalgia	knee pain
E

# first: the address of the first hit, and with what it is pinned.
first()
{
    "$PALPATE_QUERY" index --format json "$@" | jq -r '.hits[0] | "\(.url) \(.pinned)"'
}

# A file that cannot be read is known before any page is.
expect_exit 2 "$PALPATE_INDEX" index site --base-url https://h.example/ --curation none.tsv
expect_match err "none.tsv: "
printf 'pins\ta\tb\n' >wrong.tsv
expect_exit 2 "$PALPATE_INDEX" index site --base-url https://h.example/ --curation wrong.tsv
expect_match err "wrong.tsv:1: no such rule"
[ ! -e index/XAPIANDB ] || fail "an index was built"

expect_exit 0 "$PALPATE_INDEX" index site --base-url https://h.example/ --curation rules.tsv
expect_no_match err "no page of the index has"
printf 'pin\tfees\t/fees/\npin\tshop\thttps://shop.example/\npin\trates\thttps://h.example/rates\npin\tknees\t/knee\n' >missing.tsv
expect_exit 0 "$PALPATE_INDEX" other site --base-url https://h.example/ --curation missing.tsv
expect_match err 'no page of the index has the address /fees/, which is pinned for "fees": it is shown as a link'
expect_match err 'no page of the index has the address https://h.example/rates, which'
expect_no_match err 'shop|/knee'
expect_exit 0 "$PALPATE_INDEX" other
expect_match err 'the address /fees/, which'
[ "$(first hours)" = "https://h.example/hours.html hours" ] || fail "what is pinned is not first"
[ "$(first what are your opening hours)" = "https://h.example/hours.html opening hours" ] ||
    fail "what is pinned is not first for a question"
[ "$(first --no-curation opening hours | sed 's/.* //')" = null ] || fail "--no-curation pins"

# A person sees what is pinned, and why if they ask.
expect_exit 0 "$PALPATE_QUERY" index hours
expect_match out '^ 1[.] Our hours  \[pinned\]$'
expect_exit 0 "$PALPATE_QUERY" index --explain hours
expect_match out '^ 1[.] Our hours  \[pinned for "hours"\]$'
expect_exit 1 "$PALPATE_QUERY" index booking
expect_match out '^ [*] Book online$'
expect_match out '^    https://booking.example/clinic$'
expect_exit 0 "$PALPATE_QUERY" index --explain chest pain
expect_match out '^ [*] Call 112 now[.]  \[for "chest pain"\]$'
expect_exit 0 "$PALPATE_QUERY" index gonalgia
expect_match out '^Showing results for: knee pain '
expect_exit 1 "$PALPATE_QUERY" index --no-curation gonalgia
expect_exit 0 "$PALPATE_QUERY" index --format json gonalgia
[ "$(jq -r .redirected out)" = "knee pain" ] || fail "JSON does not say what was answered instead"

# Changed in its place, and taken up by an update that is given nothing but the index.
printf 'hide\t/old.html\nredirect\tbooking\thours\nboost\t/hours.html\t2\nrecency\t0.5\n' >>rules.tsv
expect_exit 0 "$PALPATE_QUERY" index athletes
expect_exit 0 "$PALPATE_INDEX" index
expect_match err "^0 pages read, 3 unchanged"
expect_exit 1 "$PALPATE_QUERY" index athletes
expect_exit 0 "$PALPATE_QUERY" index --no-curation athletes
expect_exit 0 "$PALPATE_QUERY" index --format json --group none --limit 0 knee
[ "$(jq -c .total out)" = '{"value":1,"relation":"eq"}' ] || fail "what is hidden is counted"
expect_exit 0 "$PALPATE_QUERY" index --explain monday
expect_match out 'boost [1-9]'
expect_exit 0 "$PALPATE_QUERY" index --explain --without-part boost monday
expect_match out 'boost 0[.]000'
expect_exit 0 "$PALPATE_INDEX" --verify index

# A mistake in it changes nothing.
cp rules.tsv good.tsv
printf 'hide\n' >>rules.tsv
expect_exit 2 "$PALPATE_INDEX" index
expect_match err "rules.tsv:10: expected: hide"
expect_exit 1 "$PALPATE_QUERY" index athletes
cp good.tsv rules.tsv

# Kept by a run that names its sources, by a rebuild, and by a repair.
expect_exit 0 "$PALPATE_INDEX" index site
expect_exit 1 "$PALPATE_QUERY" index athletes
expect_exit 0 "$PALPATE_INDEX" index --rebuild
expect_exit 1 "$PALPATE_QUERY" index athletes
: >index/XAPIANDB
expect_exit 0 "$PALPATE_INDEX" --repair index
expect_exit 1 "$PALPATE_QUERY" index athletes
expect_exit 0 "$PALPATE_INDEX" --add site/knee.html --curation '' index
expect_exit 0 "$PALPATE_QUERY" index athletes

# Taken away, and not remembered any more.
expect_exit 0 "$PALPATE_INDEX" index
expect_exit 1 "$PALPATE_QUERY" index athletes
expect_exit 0 "$PALPATE_INDEX" index site --curation ''
expect_exit 0 "$PALPATE_QUERY" index athletes
rm rules.tsv
expect_exit 0 "$PALPATE_INDEX" index
expect_exit 0 "$PALPATE_QUERY" index athletes

# What it is worth is measured.
printf '1\tgonalgia\n' >queries
printf '1 0 https://h.example/knee.html 2\n' >judgments
expect_exit 0 "$PALPATE_INDEX" index site --curation good.tsv
expect_exit 0 "$PALPATE_QUERY" index --eval queries judgments --format json --against --no-curation
expect_match out '"better": 1,'
