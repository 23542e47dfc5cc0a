# For tests of what comes first: . "$PALPATE_PROGRAM_TESTS/ranks_lib.sh" after lib.sh.
#
# demands TABLE puts the questions of a table into the file questions, a line each; the script writes the answers
# of palpate-query --format json to them into the file answers; at_least COUNT says how many demands are met.
#
# A table has a demand a line and four fields: question, must, passages, why.  "must" is 1 or another N (one of
# the passages is among the first N hits), "all N" (each of the first N hits is one of them) or "as typed"
# (no other spelling is searched or offered).  Passages are "slug > heading", separated by " | ";
# "(lead)" is what comes before the first heading, and a slug alone is any passage of its article.
command -v jq >jq.path || { echo "no jq: skipped"; exit 77; }

demands()
{
    table=$1
    grep -v '^#' "$table" >demands
    cut -f 1 demands >questions
}

# unmet: the demands that the answers do not meet, with the first hits and what was wanted.
unmet()
{
    jq -s -r 'to_entries[] | (.key + 1) as $line | .value |
        "\($line)\t0\t\(.corrected // .suggestion // "")",
        (.hits[] | "\($line)\t\(.rank)\t\(.url | split("/")[-2]) > \(.heading[-1] // "(lead)")")' answers >hits
    awk -F '\t' '
    NR == FNR { hit[$1, $2] = $3; next }
    function is_wanted(found, wanted, count, i, passages) {
        count = split(wanted, passages, " [|] ")
        for (i = 1; i <= count; i++)
            if (found == passages[i] || index(found, passages[i] " > ") == 1)
                return 1
        return 0
    }
    {
        bound = $2
        sub(/^all /, "", bound)
        bound += 0 # "as typed" has no hits to look at
        met = 0
        for (rank = 1; rank <= bound; rank++)
            met += is_wanted(hit[FNR, rank], $3)
        if ($2 == "as typed" ? hit[FNR, 0] != "" : met < ($2 ~ /^all / ? bound : 1)) {
            print $1 " (" $2 "): " $4
            print "    now: " ($2 == "as typed" ? hit[FNR, 0] : hit[FNR, 1] "; " hit[FNR, 2] "; " hit[FNR, 3])
            print "    wanted: " $3
        }
    }' hits demands
}

# at_least COUNT: so many demands are met.  What is not met is printed, and how many are.
at_least()
{
    [ "$(jq -s length answers)" = "$(wc -l <demands)" ] || fail "a question has no answer"
    unmet >missed
    all=$(wc -l <demands)
    met=$((all - $(grep -c '^    wanted: ' missed || true)))
    cat missed
    echo "$met of $all"
    [ "$met" -ge "$1" ] || fail "$met of $all demands of ${table##*/} are met, not $1"
}
