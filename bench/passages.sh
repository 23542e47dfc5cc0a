#!/bin/sh
# passages.sh [PASSAGES [ROUNDS]]: plain text, one passage a document: palpate-index reads NDJSON of
# one <p> a line, Lucene 8 (text stored, positions, two threads) and FTS5 of SQLite (porter, text
# stored) read "id TAB text"; in turns, after one unmeasured round.
set -eu
. "$(dirname "$0")/lib.sh"
. "$(dirname "$0")/peers.sh"
count=${1:-200000}
rounds=${2:-3}
need sqlite3 sqlite3
need javac default-jdk-headless
jars=/usr/share/java/lucene-core-8.7.0.jar:/usr/share/java/lucene-analyzers-common-8.7.0.jar
[ -e "${jars%%:*}" ] || apt-get install -y --no-install-recommends liblucene8-java >/dev/null 2>&1 ||
    skip "liblucene8-java is missing and cannot be installed"

gunzip -c "$shared/data/scale/medical-passages.tsv.gz" | head -n "$count" >"$scratch/text.tsv"
python3 - "$scratch" <<'PYTHON'
import html, json, sys
folder = sys.argv[1]
with open(folder + "/text.tsv") as lines, open(folder + "/text.ndjson", "w") as out:
    for line in lines:
        name, text = line.rstrip("\n").split("\t", 1)
        page = {"url": "https://passages.example/" + name, "html": "<p>" + html.escape(text, False)}
        out.write(json.dumps(page, ensure_ascii=False) + "\n")
PYTHON
mkdir "$scratch/classes"
javac -cp "$jars" -d "$scratch/classes" "$(dirname "$0")/Lucene8.java"
cat >"$scratch/fts5.sql" <<SQL
CREATE VIRTUAL TABLE t USING fts5(id UNINDEXED, text, tokenize='porter unicode61');
.mode ascii
.separator "\\t" "\\n"
.import $scratch/text.tsv t
SQL

for round in $(seq 0 "$rounds"); do
    for one in palpate lucene fts5; do
        rm -rf "$scratch/index"
        case $one in
        palpate) measured palpate "$build/palpate-index" --quiet "$scratch/index" "$scratch/text.ndjson" ;;
        lucene) measured lucene java -cp "$jars:$scratch/classes" Lucene8 "$scratch/index" "$scratch/text.tsv" ;;
        fts5) mkdir "$scratch/index"
            measured fts5 sh -c "sqlite3 '$scratch/index/db' <'$scratch/fts5.sql'" ;;
        esac
        bytes_of "$scratch/index" >"$scratch/$one.bytes"
        [ "$round" != 0 ] || : >"$scratch/$one.runs"
    done
done

machine
echo "$count passages, $(wc -c <"$scratch/text.tsv") bytes; median of $rounds rounds after one unmeasured"
echo
head_of_table passages
row palpate "palpate-index" "$count" "$(cat "$scratch/palpate.bytes")"
row lucene "Lucene 8.7, stored, two threads" "$count" "$(cat "$scratch/lucene.bytes")"
row fts5 "SQLite FTS5, stored" "$count" "$(cat "$scratch/fts5.bytes")"
