#!/bin/sh
# to_c.sh IN OUT: checks a list of words (words/README.md) and writes it as rows for a table of C,
# WORD(column, ...) each.  What is wrong is named with file and line.  The order of a list is that
# of its bytes.
set -eu
list=words/${1##*/words/}

LC_ALL=C awk -v name="$list" '
function complain(sentence) {
    printf "%s:%d: %s\n", name, NR, sentence | "cat 1>&2"
    wrong = 1
    exit 1
}

# "words, value" of "# columns: words, value" and so on.
function read_comment(line,    i) {
    if (sub(/^# columns: /, "", line)) {
        wanted = split(line, columns, /, /)
        for (i = 1; i <= wanted; i++)
            if (columns[i] !~ /^(text|name|number)$/)
                complain("\"" columns[i] "\" is no kind of column: use text, name or number")
    } else if (sub(/^# order: /, "", line)) {
        order = line
        if (order !~ /^(by word|by row|as given)$/)
            complain("\"" order "\" is no order: use by word, by row or as given")
    }
}

# The key of a row is what may not be there twice: its word, or all of it.
function check_order(key,    shown) {
    shown = key
    gsub(/\t/, " ", shown)
    if (order == "as given" ? key in seen : rows > 0 && key "" == before "")
        complain("\"" shown "\" is there twice: delete one of them")
    if (order != "as given" && rows > 0 && key "" < before "")
        complain("\"" shown "\" sorts before \"" before "\": put it in its place")
    if (order == "as given")
        seen[key] = 1
    before = key
}

# The value of a column as C has it.
function value_of(kind, value) {
    if (kind == "text" && value ~ /^[^" ]([^"]*[^" ])?$/ && value !~ /[][;\\]/) {
        gsub(/_/, " ", value)
        return "\"" value "\""
    }
    if (kind == "name" && value ~ /^[a-z][a-z0-9-]*$/) {
        gsub(/-/, "_", value)
        return toupper(value)
    }
    if (kind != "number" || value !~ /^(0|[1-9][0-9]*)$/)
        complain("\"" value "\" is no " kind)
    return value
}

/^#/ {
    read_comment($0)
    next
}

{
    if (wanted == 0 || order == "")
        complain("\"# columns: ...\" and \"# order: ...\" must come before the first word")
    sub(/\t+# .*$/, "")
    count = split($0, values, /\t/)
    if (count != wanted)
        complain(count " columns instead of " wanted ", which a tab separates")
    row = ""
    for (i = 1; i <= wanted; i++)
        row = row (i > 1 ? ", " : "") value_of(columns[i], values[i])
    key = order == "by row" ? $0 : values[1]
    gsub(/_/, " ", key)
    check_order(key)
    rows++
    printf "#line %d \"%s\"\nWORD(%s)\n", NR, name, row
}

END {
    if (!wrong && rows == 0)
        complain("there is no word in it")
    exit wrong
}' "$1" >"$2" || {
    rm -f "$2"
    exit 1
}
