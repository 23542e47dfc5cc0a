# The articles that come with palpate, asked as people ask.
. "$PALPATE_PROGRAM_TESTS/lib.sh"

code=0
"$PALPATE_INDEX" index "$PALPATE_SOURCE/corpus/articles" \
    --thesaurus "$PALPATE_SOURCE/corpus/thesaurus.tsv" 2>err || code=$?
[ $code = 0 ] || { cat err; fail "the corpus does not index"; }
expect_match err "tag-shoulder.html: left out: it only lists other pages"
expect_match err "frozen-shoulder.amp.html: left out: another page has the same address"
expect_match err "appointment-thanks.html: left out: the page asks not to be indexed"
pages=$(sed -n 's/^index: \([0-9]*\) pages.*/\1/p' err)
[ "$pages" -ge 60 ] || fail "$pages articles"

# first QUERY PATTERN: the first answer's "link TAB path" matches.
first()
{
    expect_exit 0 "$PALPATE_QUERY" --deadline 60000 --format tsv --limit 1 index -- "$1"
    cut -f 3,4 out >first
    expect_match first "$2"
}
first 'frozen shoulder' '^https://clinic.example/frozen-shoulder/'
first '"frozen shoulder"' 'clinic.example/(frozen-shoulder|shoulder-exercises-at-home|joint-mobilisation)/'
first 'adhesions' '(soft-tissue-mobilization|scar-massage)/.*[Aa]dhesions'
first 'edema' '(manual-lymphatic-drainage|swelling-after-ankle-injury)/.*o?edema'
first 'MET for neck pain' 'MET\) for neck pain|MET for neck pain'
first 'is manipulation safe with osteoporosis' 'osteoporosis'
first 'frozen peas on a sore shoulder' 'A bag of frozen peas on a sore shoulder'
first 'fozen sholder' '^https://clinic.example/frozen-shoulder/'

# A question gets the kind of passage that it asks for.
first 'who should not have cupping' 'Contraindications and cautions$'
first 'does cupping actually work' 'Does it help[?] What studies show$'
first 'CTS surgery' 'When is surgery considered[?]$'
first 'can i use TENS with a pacemaker' 'Contraindications: when to avoid TENS$'
first 'how long does frozen shoulder last' 'How long does recovery take[?]$'
first 'exercises for frozen shoulder' 'Exercises for frozen shoulder$'

# Nothing comes from menus, boxes, comments or reply forms.
for words in '"leave a reply"' '"subscribe to our newsletter"' '"we use cookies"' \
    '"your email address will not be published"' '"table of contents"' '"a reader says"'; do
    expect_exit 1 "$PALPATE_QUERY" index "$words"
done

# The article that only says "adhesive capsulitis" is among the first ten for "frozen shoulder".
expect_exit 0 "$PALPATE_QUERY" --deadline 60000 --format json --limit 10 index frozen shoulder
expect_match out '"url": "https://clinic.example/adhesive-capsulitis/"'
expect_match out '"to": "adhesive capsulitis"'
expect_match out '"source": "MeSH"'

# Every judged passage is in the index under its address and heading.
expect_exit 0 "$PALPATE_QUERY" --deadline 60000 --queries "$PALPATE_SOURCE/corpus/queries.tsv" --format trec index
[ "$(cut -d ' ' -f 1 out | sort -u | wc -l)" = "$(wc -l <"$PALPATE_SOURCE/corpus/queries.tsv")" ] ||
    fail "a query of the corpus finds nothing"
