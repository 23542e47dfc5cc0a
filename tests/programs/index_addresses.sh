# A file without an address of its own is found where a server has it.
. "$PALPATE_PROGRAM_TESTS/lib.sh"

# addresses INDEX: the addresses of all pages that speak of the knee, sorted.
addresses()
{
    "$PALPATE_QUERY" "$1" --limit 100 --format json knee |
        grep -o '"url": *"[^"]*"' | sed 's/.*: *"//; s/"$//' | LC_ALL=C sort | uniq
}
# expect_addresses INDEX ADDRESS...: these are all of the index.
expect_addresses()
{
    index=$1
    shift
    printf '%s\n' "$@" | LC_ALL=C sort >wanted
    addresses "$index" >found || true
    cmp -s wanted found || {
        diff wanted found || true
        fail "the addresses of $index are not as they should be"
    }
}
# about FILE WORD: a page on the knee that has a word of its own.
about()
{
    mkdir -p "$(dirname "$1")"
    page "$1" "On $2" "The knee of a $2 is stiff in the morning, as the one who has seen a $2 walk will tell." \
        "What helps a $2 is to move, since rest makes the knee of any $2 weaker than it was."
}

# Every byte that may not stand in a path is encoded; what may stand there stays.
about "site/q#1?a%20b&c.html" echidna
about "site/sub dir/sore elbow.html" aardvark
about "site/$(printf 'caf\351').html" capybara
about "site/-._~!\$'()*+,;=:@.html" dingo
about 'site/[x]"<>\^`{|}.html' emu
expect_exit 0 "$PALPATE_INDEX" encoded site --base-url https://clinic.example/
expect_addresses encoded 'https://clinic.example/q%231%3Fa%2520b&c.html' \
    https://clinic.example/sub%20dir/sore%20elbow.html https://clinic.example/caf%E9.html \
    "https://clinic.example/-._~!\$'()*+,;=:@.html" \
    'https://clinic.example/%5Bx%5D%22%3C%3E%5C%5E%60%7B%7C%7D.html'
expect_exit 0 "$PALPATE_QUERY" encoded --format json echidna
expect_match out '"link": *"https://clinic.example/q%231%3Fa%2520b&c.html#:~:text='
# A relative address is none with a scheme.
rm -r site
about 'site/javascript:alert(1).html' dingo
about 'site/a/b:c.html' emu
expect_exit 0 "$PALPATE_INDEX" relative site
expect_addresses relative 'javascript%3Aalert(1).html' a/b:c.html

# An index page is addressed as its folder.
rm -r site
about site/index.html home
about site/heel-pain/index.html heel
about site/neck/INDEX.HTM neck
about site/back/myindex.html back
expect_exit 0 "$PALPATE_INDEX" folders site --base-url https://clinic.example
expect_addresses folders https://clinic.example/ https://clinic.example/heel-pain/ \
    https://clinic.example/neck/ https://clinic.example/back/myindex.html
expect_exit 0 "$PALPATE_INDEX" paths site
expect_addresses paths ./ heel-pain/ neck/ back/myindex.html

# Listed one by one they are where they are when their folder is named.
find site -type f >list
expect_exit 0 "$PALPATE_INDEX" listed --files-from list --base-url https://clinic.example
addresses folders >whole
[ "$(wc -l <whole)" = 4 ] || fail "nothing was compared"
addresses listed | cmp - whole || fail "a list of files has other addresses than their folder"
grep -v '^site/index' list >some
expect_exit 0 "$PALPATE_INDEX" part --files-from some --base-url https://clinic.example
expect_addresses part https://clinic.example/heel-pain/ https://clinic.example/neck/ \
    https://clinic.example/back/myindex.html

# Pages of two folders do not share addresses, and need no canonical one for that.
about site/services/x/index.html service
about site/about/x/index.html team
expect_exit 0 "$PALPATE_INDEX" two site/services site/about --base-url https://clinic.example/
expect_addresses two https://clinic.example/services/x/ https://clinic.example/about/x/
# A stream beside them has addresses of its own and changes none of theirs.
echo '{"url": "https://a.example/one", "html": "<h1>One</h1><p>The line speaks of lineword and of the knee.</p>"}' >pages.ndjson
expect_exit 0 "$PALPATE_INDEX" beside site/services pages.ndjson --base-url https://clinic.example/
expect_addresses beside https://clinic.example/x/ https://a.example/one

# With a root one file alone keeps its whole path, and what lies elsewhere is refused.
expect_exit 0 "$PALPATE_INDEX" root site/services/x/index.html --root site --base-url https://clinic.example/
expect_addresses root https://clinic.example/services/x/
about siteother/y.html other
expect_exit 2 "$PALPATE_INDEX" root siteother/y.html --root site
expect_match err "siteother/y.html: is not below the root site: nothing was changed"
expect_exit 2 "$PALPATE_INDEX" root site --root nowhere
expect_match err "nowhere: No such file"
expect_exit 2 "$PALPATE_INDEX" root site --root list
expect_match err "list: the root must be a folder"

# When the root is another one, so are the addresses, also of pages that did not change.
expect_exit 0 "$PALPATE_INDEX" moving site/services/x/index.html --base-url https://clinic.example/
expect_addresses moving https://clinic.example/
expect_exit 0 "$PALPATE_INDEX" moving site/services site/about
expect_addresses moving https://clinic.example/services/x/ https://clinic.example/about/x/
expect_exit 0 "$PALPATE_INDEX" moving site/services/x/index.html --allow-delete --root site
expect_addresses moving https://clinic.example/services/x/
expect_match err "^0 pages read, 1 unchanged"
