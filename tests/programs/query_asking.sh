# Options that say how a question is taken.
. "$PALPATE_PROGRAM_TESTS/lib.sh"

mkdir pages
page pages/frozen.html "Frozen shoulder" "A frozen shoulder becomes stiff and painful over months and then slowly thaws."
page pages/capsule.html "Adhesive capsulitis" "Adhesive capsulitis is treated with patience, exercises and sometimes injections."
printf 'frozen shoulder\tadhesive capsulitis\n' >names.tsv
"$PALPATE_INDEX" --quiet index pages --thesaurus names.tsv

# The last word is the start of one only while it is being typed.
expect_exit 0 "$PALPATE_QUERY" --typing --no-correct --format tsv index capsuli
expect_match out 'capsule.html'
expect_exit 1 "$PALPATE_QUERY" --no-correct --format tsv index capsuli
expect_exit 1 "$PALPATE_QUERY" --typing --no-correct --format tsv index 'capsuli '

# Another name is searched, unless it is left out.
expect_exit 0 "$PALPATE_QUERY" --format tsv index frozen shoulder
expect_match out 'capsule.html'
expect_exit 0 "$PALPATE_QUERY" --format tsv --without 'adhesive capsulitis' index frozen shoulder
expect_match out 'frozen.html'
expect_no_match out 'capsule.html'
