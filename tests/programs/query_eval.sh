# How well the articles that come with palpate are found, measured with their judgments.
. "$PALPATE_PROGRAM_TESTS/lib.sh"

corpus=$PALPATE_SOURCE/corpus
queries=$corpus/queries.tsv
judgments=$corpus/judgments.tsv
count=$(wc -l <"$queries")
"$PALPATE_INDEX" --quiet index "$corpus/articles" --thesaurus "$corpus/thesaurus.tsv" 2>err ||
    { cat err; fail "the corpus does not index"; }

# mean NAME FILE: what an evaluation as text says of a measure.
mean()
{
    awk -v name="$1" '$1 == name { print $2; exit }' "$2"
}

# at_least BOUND NAME SENTENCE: the measure in the file out.
at_least()
{
    awk -v value="$(mean "$2" out)" -v bound="$1" 'BEGIN { exit !(value != "" && value >= bound) }' ||
        { cat out; fail "$3: $2 is $(mean "$2" out), not $1 or more"; }
}

# The bounds are .01 under what was measured when they were set.
expect_exit 0 "$PALPATE_QUERY" --deadline 60000 --eval "$queries" "$judgments" index
expect_match out "^$count queries with something relevant$"
at_least .800 nDCG@10 "the ten best passages of a question are good ones in a good order"
at_least .719 MAP "what answers a question ranks above what does not"
at_least .941 recall@100 "a hundred passages hold nearly all that answers a question"
at_least .957 MRR "the first passage answers"
# Nothing near the top is wrong only because nobody looked at it.
at_least .90 judged@10 "the judges have seen nearly all of the first ten hits"
cp out text

# Questions that the thesaurus was not written for.
expect_exit 0 "$PALPATE_QUERY" --deadline 60000 --eval "$corpus/new-queries.tsv" "$corpus/new-judgments.tsv" index
expect_match out '^75 queries with something relevant$'
at_least .744 nDCG@10 "the ten best passages of a newer question are good ones in a good order"
at_least .888 recall@100 "a hundred passages hold most of what answers a newer question"
at_least .864 MRR "the first passage answers a newer question"

# The index may stand before the option, and programs read the same figures.
expect_exit 0 "$PALPATE_QUERY" index --deadline 60000 --format json --eval "$queries" "$judgments"
expect_match out "\"query_count\": $count,"
[ "$(awk '/"mean"/ { printf "%.4f", $2; exit }' out)" = "$(mean nDCG@10 text)" ] ||
    fail "JSON and text differ"

# Other names of what was asked for are worth their cost.
expect_exit 0 "$PALPATE_QUERY" --deadline 60000 --eval "$queries" "$judgments" index --against "--no-expand"
expect_match out '^by nDCG@10: [0-9]+ better, [0-9]+ equal, [0-9]+ worse$'
expect_match out '^[+][0-9.]+  [0-9.]+ instead of [0-9.]+  q022  cortisone shot tennis elbow$'
[ "$(sed -n '/^difference/,$p' out | awk '$1 == "nDCG@10" { print ($2 > 0) }')" = 1 ] ||
    fail "the thesaurus lowers nDCG@10"

# A line a query, which can be kept and compared with later.
expect_exit 0 "$PALPATE_QUERY" --deadline 60000 --eval "$queries" "$judgments" index --format tsv
[ "$(wc -l <out)" = $((count + 1)) ] || fail "$(wc -l <out) lines for $count queries"
cp out saved.tsv
expect_exit 0 "$PALPATE_QUERY" --deadline 60000 --eval "$queries" "$judgments" index --against saved.tsv
expect_match out "^by nDCG@10: 0 better, $count equal, 0 worse$"
expect_exit 0 "$PALPATE_QUERY" --deadline 60000 --eval "$queries" "$judgments" index \
    --without-part "other names,heading" --against saved.tsv
expect_no_match out " $count equal"

# Judgments of whole pages have the figures of the run that --format trec writes.
awk -F '\t' '$4 > 0 && $4 > grade[$1 " 0 " $2] { grade[$1 " 0 " $2] = $4 }
    END { for (page in grade) print page, grade[page] }' "$judgments" >pages.qrels
"$PALPATE_QUERY" --deadline 60000 --queries "$queries" --format trec --limit 100 index >run
expect_exit 0 "$PALPATE_QUERY" --deadline 60000 --eval "$queries" pages.qrels index
[ "$(awk 'FNR == NR { grade[$1, $3] = $4; judged[$1]; next }
    grade[$1, $3] > 0 && !($1 in done) { done[$1]; sum += 1 / $4 }
    END { for (query in judged) count++; printf "%.4f", sum / count }' pages.qrels run)" = \
    "$(mean MRR out)" ] || { cat out; fail "MRR is not that of the run"; }

# An invalid argument is reported in one line.
# wrong PATTERN ARGUMENTS...
wrong()
{
    pattern=$1
    shift
    expect_exit 2 "$PALPATE_QUERY" "$@"
    expect_match err "^palpate-query: $pattern"
    [ "$(wc -l <err)" = 1 ] || { cat err; fail "more than one line of complaint"; }
}
printf 'q001\thttps://clinic.example/frozen-shoulder/\tTreatment\t3\nq001\tTreatment\n' >short.tsv
wrong 'short.tsv: line 2: 2 fields instead of 4' --eval "$queries" short.tsv index
wrong '.*queries.tsv: line 1: ' --eval "$queries" "$queries" index
wrong 'absent: cannot open' --eval absent "$judgments" index
wrong '--eval takes two files' index --eval "$queries"
wrong 'no index is given' --eval "$queries" "$judgments"
wrong 'give a file of queries or words' --eval "$queries" "$judgments" index words
wrong 'the format of --eval: text, json or tsv' --eval "$queries" "$judgments" index --format trec
wrong '--against needs --eval' index words --against --no-expand
wrong '--against takes options of a search: --no-expand words' \
    --eval "$queries" "$judgments" index --against '--no-expand words'
wrong '--without-part: no part is called "charm": the parts are words, other names, ' \
    index words --without-part heading,charm
