# What all three programs say of their options.
. "$PALPATE_PROGRAM_TESTS/lib.sh"

# complains SENTENCE PROGRAM [ARGUMENT]...: no answer, and what is wrong.
complains()
{
    sentence=$1
    shift
    expect_exit 2 "$@"
    expect_match err "^palpate-[a-z]*: $sentence: see palpate-[a-z]* --help\$"
}

# every_option_is_known PROGRAM: the parser knows each word of the help.
every_option_is_known()
{
    expect_exit 0 "$1" --help
    for option in $(sed -n 's/^  \(--[a-z-]*\).*/\1/p' out); do
        "$1" "$option" 2>err </dev/null >out || true
        if grep -q 'unrecognized option' err; then
            fail "$1 does not know $option"
        fi
    done
    [ -n "$option" ] || fail "$1 has no options"
}

for program in "$PALPATE_INDEX" "$PALPATE_QUERY" "$PALPATE_SERVE"; do
    every_option_is_known "$program"
    complains 'unknown or incomplete option: the line above says which' "$program" --no-such-option
    expect_match err 'no-such-option'
    expect_exit 0 "$program" --version
    expect_match out '^palpate-[a-z]* [0-9.]*$'
done

complains '--jobs takes a number from 1 to 64: 0' "$PALPATE_INDEX" --jobs 0 index pages
complains '--jobs takes a number from 1 to 64: 65' "$PALPATE_INDEX" --jobs 65 index pages
complains '--color takes auto, always or never: red' "$PALPATE_INDEX" --color red index pages
complains '--color takes auto, always or never: red' "$PALPATE_QUERY" --color red index knee
complains '--limit takes a number up to 10000: 10001' "$PALPATE_QUERY" --limit 10001 index knee
complains '--limit takes a number up to 10000: -1' "$PALPATE_QUERY" --limit -1 index knee
complains '--deadline takes a number up to 3600000: 5s' "$PALPATE_QUERY" --deadline 5s index knee
complains '--threads takes a number from 1 to 256: 0' "$PALPATE_SERVE" index --threads 0
complains '--cache takes a number up to 68719476736: 68719476737' "$PALPATE_SERVE" index --cache 68719476737
complains 'max-hits takes a number from 1 to 10000: 0' "$PALPATE_SERVE" index --max-hits 0

# The names of formats come from the library, in the help, the complaint and the manual.
expect_exit 0 "$PALPATE_QUERY" --help
expect_match out '^  --format FORMAT    text \(default\), json, ndjson, tsv or trec$'
complains '--format takes text, json, ndjson, tsv or trec: xml' "$PALPATE_QUERY" --format xml index knee
complains '--against takes options of a search: --format tsv' "$PALPATE_QUERY" --eval a b --against '--format tsv' index
