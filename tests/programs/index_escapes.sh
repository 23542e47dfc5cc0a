# What others wrote does nothing to a terminal or a log, whoever prints it.
. "$PALPATE_PROGRAM_TESTS/lib.sh"

# expect_plain FILE: no byte of it acts on a terminal, and all of it is UTF-8.
expect_plain()
{
    ! LC_ALL=C grep -q "$(printf '[\001-\010\013-\037\177]')" "$1" || fail "$1 has controls"
    ! LC_ALL=C grep -q "$(printf '\302[\200-\237]')" "$1" || fail "$1 has controls of C1"
    iconv -f UTF-8 -t UTF-8 "$1" >/dev/null || fail "$1 is no UTF-8"
}

name=$(printf 'a\033]0;owned\007\033[31m\nforged: \302\233x\377')
mkdir pages
printf '<p>x</p>' >"pages/$name.html"
printf 'broken\037\213' | cat >"pages/$name.htm.gz"
printf '\037\213broken' >"pages/$name.html.gz"
printf 'no page\n' >"pages/$name.ndjson"
printf 'WARC/1.0\r\nbroken\r\n\r\n' >"pages/$name.warc"
ln -s nowhere "pages/$name-2.html"
mkdir "pages/$name"
page "pages/$name/good.html" "Good" "The shoulder goodword is stiff and sore in the morning."

for flag in --quiet --verbose --dry-run; do
    expect_exit 1 "$PALPATE_INDEX" $flag index$flag pages
    expect_plain err
    expect_match err 'a\\033\]0;owned\\007\\033\[31m\\nforged: \\302\\233x\\377'
done
expect_exit 2 "$PALPATE_INDEX" index "pages/$name.txt"
expect_plain err
expect_exit 2 "$PALPATE_INDEX" index pages --root "$name"
expect_plain err
expect_exit 2 "$PALPATE_INDEX" index pages --thesaurus "$name"
expect_plain err
expect_exit 2 "$PALPATE_INDEX" index "$name-none"
expect_plain err
expect_exit 2 "$PALPATE_QUERY" "$name-none" shoulder
expect_plain err

for form in "--extract" "--extract --explain" "--extract --explain --color never"; do
    expect_exit 1 "$PALPATE_INDEX" $form pages
    expect_plain out
    expect_plain err
done
expect_exit 0 "$PALPATE_INDEX" files "pages/$name/good.html"
for form in text json ndjson tsv trec; do
    expect_exit 0 "$PALPATE_QUERY" --format $form files goodword
    expect_plain out
done

# Titles and texts of pages.
printf '<title>Knee \302\233 x</title><article><h1>Knee \302\205 x</h1><p>The %s %s.</p>' \
    "$(printf 'knee \302\233 c1word')" "is stiff and sore in the morning, and slow" >c1.html
expect_exit 0 "$PALPATE_INDEX" c1 c1.html
for form in text json ndjson tsv trec; do
    expect_exit 0 "$PALPATE_QUERY" --format $form c1 c1word
    expect_plain out
done
expect_exit 0 "$PALPATE_INDEX" --extract c1.html
expect_plain out
expect_exit 0 "$PALPATE_INDEX" --extract --explain c1.html
expect_plain out

# The lines of a thesaurus that cannot be read.
printf 'a\tb\t\033[31m\tx\n' >lines
expect_exit 2 "$PALPATE_INDEX" none c1.html --thesaurus lines
expect_plain err
