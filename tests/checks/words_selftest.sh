#!/bin/sh
# words_selftest.sh SCRIPT FOLDER: words/to_c.sh writes a list as rows of C, and names
# the file and the line of whatever is wrong with one.
set -eu
folder=$2
rm -rf "$folder" && mkdir -p "$folder/words/en" && cd "$folder"
cp "$1" words/to_c.sh
failures=0

# compile ORDER COLUMNS LINES: lines from the fourth of the list on, as printf reads them.
compile()
{
    printf '# For a [test; of all].\n# columns: %s\n# order: %s\n%b' "$2" "$1" "$3" >words/en/list.txt
    sh words/to_c.sh "$folder/words/en/list.txt" "$folder/list.inc" 2>complaint
}

# accepts ORDER COLUMNS LINES ROWS
accepts()
{
    compile "$1" "$2" "$3" || { cat complaint; failures=$((failures + 1)); return; }
    found=$(grep -v '^#line' list.inc)
    [ "$found" = "$(printf '%b' "$4")" ] || { echo "$3 became $found"; failures=$((failures + 1)); }
}

# refuses ORDER COLUMNS LINES COMPLAINT
refuses()
{
    if compile "$1" "$2" "$3"; then
        echo "accepted: $3"
        failures=$((failures + 1))
    elif ! tr -s '\n ' '  ' <complaint | grep -qF "words/en/list.txt:$4"; then
        cat complaint
        failures=$((failures + 1))
    elif [ -e list.inc ]; then
        echo "rows were left: $3"
        failures=$((failures + 1))
    fi
}

accepts 'by word' text 'ao\nao b\nao-b\naob\nao\303\273t\n\303\251t\303\251\n' \
    'WORD("ao")\nWORD("ao b")\nWORD("ao-b")\nWORD("aob")\nWORD("ao\303\273t")\nWORD("\303\251t\303\251")'
accepts 'by word' 'text, name, number' '_by_\tx\t0\nache\tred-flags\t12\t# why; [not]\n' \
    'WORD(" by ", X, 0)\nWORD("ache", RED_FLAGS, 12)'
accepts 'by row' 'text, name' 'risk\tcauses\nrisk\tred-flags\n' 'WORD("risk", CAUSES)\nWORD("risk", RED_FLAGS)'
accepts 'as given' text 'b\na\n' 'WORD("b")\nWORD("a")'
compile 'by word' text '# more\na\n' && grep -qxF '#line 5 "words/en/list.txt"' list.inc || {
    echo "a compiler would not know the line"
    failures=$((failures + 1))
}

refuses 'by word' text 'a\na\n' '5: "a" is there twice'
refuses 'by word' 'text, text' 'a\tb\na\tc\n' '5: "a" is there twice'
refuses 'by row' 'text, text' 'a\tb\na\tb\n' '5: "a b" is there twice'
refuses 'as given' text 'a\nb\na\n' '6: "a" is there twice'
refuses 'by word' text 'b\n# c\na\n' '6: "a" sorts before "b"'
refuses 'by word' text '\303\251\nz\n' '5: "z" sorts before'
refuses 'by row' 'text, text' 'a\tc\na\tb\n' '5: "a b" sorts before'
refuses 'by word' text 'a\n\nb\n' '5: 0 columns instead of 1'
refuses 'by word' text 'a\tb\n' '4: 2 columns instead of 1'
refuses 'by word' 'text, text' 'a\n' '4: 1 columns instead of 2'
refuses 'by word' 'text, text' 'a\t\n' '4: "" is no text'
refuses 'by word' text 'a \n' '4: "a " is no text'
refuses 'by word' text ' a\n' '4: " a" is no text'
refuses 'by word' text 'a"b\n' '4: '
refuses 'by word' text 'a;b\n' '4: '
refuses 'by word' text 'a[b\n' '4: '
refuses 'by word' text 'a\\\\b\n' '4: '
refuses 'by word' 'text, name' 'a\tRed\n' '4: "Red" is no name'
refuses 'by word' 'text, number' 'a\t08\n' '4: "08" is no number'
refuses 'by word' 'text, words' 'a\tb\n' '2: "words" is no kind of column'
refuses 'by heart' text 'a\n' '3: "by heart" is no order'
refuses 'by word' text '' '3: there is no word in it'
printf 'a\n' >words/en/list.txt
if sh words/to_c.sh "$folder/words/en/list.txt" "$folder/list.inc" 2>complaint ||
    ! grep -q 'list[.]txt:1: ' complaint; then
    echo "a list without a head was accepted"
    failures=$((failures + 1))
fi
[ $failures = 0 ]
