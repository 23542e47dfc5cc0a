#!/bin/sh
# query.sh [COPIES [ROUNDS]]: queries in process on the passages of medical-passages.tsv.gz, each a
# page, COPIES (1) times over: palpate, its index through bare Xapian, Lucene 8 and FTS5, in turns.
set -eu
. "$(dirname "$0")/lib.sh"
copies=${1:-1}
rounds=${2:-5}
passages=$shared/data/scale/medical-passages.tsv.gz
here=$repository/bench
[ -f "$passages" ] || skip "no passages in $shared/data/scale"
command -v javac >/dev/null || skip "no JDK: apt-get install default-jdk-headless liblucene8-java"
core=$(ls /usr/share/java/lucene-core*.jar 2>/dev/null | head -1)
analyzers=$(ls /usr/share/java/lucene-analyzers-common*.jar 2>/dev/null | head -1)
[ -f "$core" ] && [ -f "$analyzers" ] || skip "no Lucene: apt-get install liblucene8-java"
command -v sqlite3 >/dev/null || skip "no SQLite: apt-get install sqlite3 libsqlite3-dev"

python3 "$here/query.py" "$passages" "$copies" "$scratch"
cc -O2 -o "$scratch/query" "$here/query.c" -I"$repository/include" -L"$build/lib" \
    -lpalpate -lxapian-c -lsqlite3 -Wl,-rpath,"$build/lib"
jars=$core:$analyzers:
javac -cp "$jars" -d "$scratch" "$here/LuceneQueries.java"

# lucene ROUNDS: times on standard output; the first call builds the index.
lucene()
{
    java -Xmx1g -cp "$jars$scratch" LuceneQueries "$scratch/lucene" "$scratch/passages.tsv" \
        "$scratch/queries.tsv" "$1"
}
built_palpate=$(seconds "$build/palpate-index" --quiet "$scratch/palpate" "$scratch/pages.ndjson")
built_lucene=$(seconds lucene 1)
built_fts5=$(seconds sqlite3 "$scratch/fts5" \
    "CREATE VIRTUAL TABLE passages USING fts5(text, tokenize = 'porter')" \
    "CREATE TEMP TABLE given(number, text)" '.mode ascii' '.separator "\t" "\n"' \
    ".import $scratch/passages.tsv given" "INSERT INTO passages(text) SELECT text FROM given" \
    "INSERT INTO passages(passages) VALUES('optimize')")

# Twice in turns; of each query the best round of both.
for turn in 1 2; do
    for how in bare own full json; do
        "$scratch/query" $how "$scratch/palpate" "$scratch/queries.tsv" "$rounds" >"$scratch/$how.$turn"
    done
    "$scratch/query" fts5 "$scratch/fts5" "$scratch/queries.tsv" "$rounds" >"$scratch/fts5.$turn"
    # The virtual machine wants to be warm.
    lucene $((rounds * 8)) >"$scratch/lucene.$turn"
done

machine
echo "$(wc -l <"$scratch/passages.tsv") passages, $copies times $(zcat "$passages" | wc -l) without repeats"
echo
echo "| | seconds to build | index bytes |"
echo "|---|---|---|"
echo "| palpate | $built_palpate | $(bytes_of "$scratch/palpate") |"
echo "| Lucene, text stored, one segment | $built_lucene | $(bytes_of "$scratch/lucene") |"
echo "| FTS5 | $built_fts5 | $(stat -c %s "$scratch/fts5") |"
echo
echo "| microseconds, p50 / p95 | common term | and | or | phrase |"
echo "|---|---|---|---|---|"
row()
{
    paste "$scratch/$2.1" "$scratch/$2.2" | awk -F '\t' '{ print $1 "\t" ($2 < $4 ? $2 : $4) }' |
        sort -t "$(printf '\t')" -k1,1 -k2,2n | awk -F '\t' -v name="$1" -v how="$2" '
            { count[$1]++; value[$1, count[$1]] = $2 }
            END {
                line = "| " name
                n = split("common term,and,or,phrase", kinds, ",")
                for (i = 1; i <= n; i++) {
                    k = kinds[i]; c = count[k]
                    if ((how == "bare" || how == "stored") && k == "phrase") { line = line " | "; continue }
                    line = line sprintf(" | %.0f / %.0f", value[k, int((c + 1) / 2)], value[k, int(c * .95)])
                }
                print line " |"
            }'
}
row "Xapian on palpate's index, ten best" bare
row "Lucene, ten best" lucene
row "FTS5, ten best" fts5
row "palpate, ten hits ranked, with excerpts, no other names" own
row "the same with other names" full
row "the same as JSON" json
