# An index remembers its sources and options: palpate-index INDEX brings it up to date.
. "$PALPATE_PROGRAM_TESTS/lib.sh"

mkdir -p site/a site/b work
page site/a/one.html "Apricot" "The first page speaks of the knee and of an apricotword."
page site/b/two.html "Banjo" "The second page speaks of the hip and of a banjoword."
page site/b/draft.html "Draft" "An unfinished page about the heel, with a draftword."
printf 'knee pain\tgonalgia\tsynonym\town\n' >names.tsv

expect_exit 0 "$PALPATE_INDEX" index site/a site/b --base-url https://h.example/ --exclude draft.html \
    --thesaurus names.tsv
expect_match err "2 added, 1 excluded"

# From anywhere: paths do not depend on where the run starts.
page site/b/three.html "Cherry" "The third page speaks of the elbow and of a cherryword."
(cd work && expect_exit 0 "$PALPATE_INDEX" ../index && cp err ../err)
expect_match err "^1 page read, 2 unchanged, 1 added, 1 excluded"
expect_exit 0 "$PALPATE_QUERY" index --format tsv cherryword
expect_match out "https://h.example/b/three.html"

# With --rebuild, and after that, as well; other names are read from the same files again.
printf 'elbow\tcubitusword\tsynonym\town\n' >>names.tsv
expect_exit 0 "$PALPATE_INDEX" index --rebuild
expect_match err "^3 pages read"
expect_match err "1 excluded"
expect_exit 0 "$PALPATE_QUERY" index cubitusword
expect_exit 0 "$PALPATE_INDEX" index
expect_match err "^0 pages read, 3 unchanged, 1 excluded"
expect_exit 0 "$PALPATE_INDEX" --dry-run index
expect_match err "^would be: 0 pages read, 3 unchanged, 1 excluded"

# What is given counts, and is remembered in its place; what is not given stays.
expect_exit 0 "$PALPATE_INDEX" index site
expect_match err "1 excluded"
page site/four.html "Dolphin" "The fourth page speaks of the wrist and of a dolphinword."
expect_exit 0 "$PALPATE_INDEX" index
expect_match err "1 added, 1 excluded"

# A source that is gone changes nothing.
mv site elsewhere
expect_exit 2 "$PALPATE_INDEX" index
expect_match err "site: No such file or directory: nothing was changed"
expect_exit 0 "$PALPATE_QUERY" index dolphinword
mv elsewhere site

# What a damaged index remembers is asked of the generation before.
: >index/XAPIANDB
expect_exit 2 "$PALPATE_INDEX" index
expect_match err "damaged|--repair|--rebuild"
expect_exit 0 "$PALPATE_INDEX" index --rebuild
expect_match err "1 excluded"
expect_exit 0 "$PALPATE_QUERY" index --format tsv dolphinword
expect_match out "https://h.example/four.html"

# --repair keeps it.
: >index/XAPIANDB
expect_exit 0 "$PALPATE_INDEX" --repair index
expect_exit 0 "$PALPATE_INDEX" index
expect_match err "1 excluded"

# Where nothing is known, the run says what to do.
expect_exit 2 "$PALPATE_INDEX" nowhere
expect_match err "nowhere: there is no index here: give the sources"
[ ! -e nowhere ] || fail "a folder was made"
expect_exit 2 "$PALPATE_INDEX" site
expect_match err "site: "
echo '{"url": "https://a.example/x", "html": "<h1>X</h1><p>A line of gazelleword and of the heel.</p>"}' |
    "$PALPATE_INDEX" piped - 2>err || fail "a build from standard input"
expect_exit 2 "$PALPATE_INDEX" piped
expect_match err "its pages came from standard input: nothing was changed; give the sources"
expect_exit 0 "$PALPATE_QUERY" piped gazelleword
