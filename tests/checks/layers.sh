#!/bin/sh
# layers.sh TREE: every #include of the tree keeps the rules of layers.rules.
set -eu
rules=$(cd "$(dirname "$0")" && pwd)/layers.rules
cd "$1"
find include shim core indexer query server program tools -type f \
    \( -name '*.[ch]' -o -name '*.cc' -o -name '*.cpp' -o -name '*.hpp' \) | sort |
    xargs awk '
    FNR == NR && $1 == "ours" { ours[++n] = "^" $2 "$"; headers[n] = "^(" $3 ")" }
    FNR == NR && $1 == "other" { outside[++m] = "^(" $2 ")"; users[m] = "^" $3 "$" }
    FNR == NR { next }
    function complain(sentence) { print sentence; failures++ }
    function is_allowed_outside(name, i) {
        for (i = 1; i <= m; i++)
            if (name ~ outside[i])
                return FILENAME ~ users[i]
        return 0
    }
    FNR == 1 {
        files++
        for (rule = n; rule > 0 && FILENAME !~ ours[rule]; rule--);
        if (rule == 0)
            complain(FILENAME ": no rule says what this file may include")
    }
    rule > 0 && /^[ \t]*#[ \t]*include[ \t]*[<"]/ {
        header = $0
        sub(/^[ \t]*#[ \t]*include[ \t]*/, "", header)
        sub(/[>"][^>"]*$/, "", header)
        if (header ~ /^"|^<(palpate|xapian-c)\//) {
            if (header !~ headers[rule])
                complain(FILENAME " may not include " header)
        } else if (!is_allowed_outside(substr(header, 2)))
            complain(FILENAME " may not use " header)
    }
    END {
        if (files == 0)
            complain("no sources")
        exit failures > 0
    }' "$rules"
