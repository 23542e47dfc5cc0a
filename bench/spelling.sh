#!/bin/sh
# spelling.sh [COUNT]: how many synthetic misspellings of words of corpus/ are understood.
set -eu
. "$(dirname "$0")/lib.sh"
PALPATE_SOURCE=$repository
PALPATE_INDEX=$build/palpate-index
PALPATE_QUERY=$build/palpate-query
. "$repository/tests/programs/misspell.sh"

count=${1:-500}
cd "$scratch"
"$PALPATE_INDEX" --quiet index "$repository/corpus/articles" 2>log
misspellings "$count" index "$repository/corpus/articles" >typed 2>log
for company in "" pain; do
    echo "## ${company:-alone}"
    echo
    echo "| rule | corrected | found as it is | of |"
    echo "|---|---|---|---|"
    corrected index typed "$company" |
        awk '{ print "| " $1 " | " $2 " | " $3 " | " $4 " |"; m += $2; f += $3; n += $4 }
             END { printf "| all | %d (%.1f %%) | %d | %d |\n\n", m, 100 * m / n, f, n }'
done
