# --files-from: sources from a list are sources as those of the command line are.
. "$PALPATE_PROGRAM_TESTS/lib.sh"

mkdir site
page site/a.html "Apricot" "The first page speaks of the knee and of an apricotword."
page site/b.html "Banjo" "The second page speaks of the hip and of a banjoword."
page "site/c d.html" "Cherry" "The third page, with a blank in its name, has a cherryword."
page "site/#e.html" "Dolphin" "The fourth page starts with a hash and has a dolphinword."
page other.html "Engine" "A page outside of the folder has an engineword."

# One a line; blank lines and comments do not count, nor does how the lines end.
printf '# the pages\n\nsite/a.html\r\n   \nsite/c d.html\n#site/b.html\n./site/#e.html' >list
expect_exit 0 "$PALPATE_INDEX" --files-from list index other.html
expect_match err "4 pages read, 4 added"
for word in apricotword cherryword dolphinword engineword; do
    expect_exit 0 "$PALPATE_QUERY" index $word
done
expect_exit 1 "$PALPATE_QUERY" index banjoword

# The same files by another road are the same pages: between NULs, from standard input.
find site -name '[ac]*.html' -print0 >nuls
printf 'site/#e.html\0\0other.html' >>nuls
expect_exit 0 "$PALPATE_INDEX" index --files-from - <nuls
expect_match err "^0 pages read, 4 unchanged"
# Where there are NULs, a line end and a hash are bytes of a name.
name='#new
line.html'
page "$name" "Fountain" "A page whose name has two lines and a fountainword."
printf '%s\0' "$name" >odd
expect_exit 0 "$PALPATE_INDEX" --extract --files-from odd
expect_match out fountainword

# A listed folder is a folder.
echo site >folders
expect_exit 0 "$PALPATE_INDEX" whole --files-from folders
expect_match err "4 pages read, 4 added"

# What is listed and missing takes no page out of the index: nothing is changed.
printf 'site/a.html\nsite/gone.html\n' >list
expect_exit 2 "$PALPATE_INDEX" --allow-delete --files-from list index other.html
expect_match err "site/gone.html: .*nothing was changed"
[ "$(wc -l <err)" = 1 ] || fail "a missing source has more than one line"
expect_exit 0 "$PALPATE_QUERY" index cherryword

# A page that has left the list leaves the index.
printf 'site/a.html\n./site/#e.html\n' >list
expect_exit 0 "$PALPATE_INDEX" --files-from list index other.html
expect_match err "1 removed"
expect_exit 1 "$PALPATE_QUERY" index cherryword

# A list that says nothing, that is not there, or that is in the way of a source.
printf '# nothing\n\n' >list
expect_exit 2 "$PALPATE_INDEX" index --files-from list
expect_match err "lists no source"
expect_exit 2 "$PALPATE_INDEX" index --files-from nowhere
expect_match err "--files-from nowhere: No such file"
expect_exit 2 "$PALPATE_INDEX" index --files-from site
expect_exit 2 "$PALPATE_INDEX" index --files-from - - <nuls
expect_match err "standard input"
expect_exit 2 "$PALPATE_INDEX" index --files-from list --files-from list
expect_exit 2 "$PALPATE_INDEX" --files-from nuls
expect_match err "no index is given"
expect_exit 0 "$PALPATE_QUERY" index apricotword
# "-" in a list is standard input.
echo - >list
echo '{"url": "https://a.example/x", "html": "<h1>X</h1><p>A line of gazelleword and of the heel.</p>"}' |
    expect_exit 0 "$PALPATE_INDEX" --extract --files-from list
expect_match out gazelleword

# --extract says by its end that it could not read all.
printf 'no line\n' >broken.ndjson
expect_exit 1 "$PALPATE_INDEX" --extract broken.ndjson
