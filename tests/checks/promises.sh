#!/bin/sh
# promises.sh TREE: every test that docs/RELIABILITY.md and docs/SECURITY.md name exists, and every
# row of a table of promises names one or a script of bench/.  Targets of fuzzing have a corpus.
set -eu
cd "$1"
bad=0
complain()
{
    echo "$*"
    bad=1
}

# exists TEST: as the folders of tests/ make its name of a file's.
exists()
{
    name=${1#*.}
    case $1 in
    unit.*) [ -f "tests/unit/test_$name.c" ] || [ -f "tests/unit/test_$name.cc" ] ;;
    faults.*) [ -f "tests/faults/test_$name.c" ] ;;
    program.*) [ -f "tests/programs/$name.sh" ] ;;
    check.*) [ -f "tests/checks/$name.sh" ] ;;
    fuzz.*) [ -f "tests/fuzz/fuzz_$name.c" ] ;;
    esac
}

for document in docs/RELIABILITY.md docs/SECURITY.md; do
    [ -f "$document" ] || { complain "$document is missing"; continue; }
    for test in $(grep -oE '`(unit|faults|program|check|fuzz)[.][a-z0-9_]+`' "$document" | tr -d '`' | sort -u); do
        exists "$test" || complain "$document: there is no test $test"
    done
    # "fuzz targets `page`, `json`" names them without the prefix.
    for target in $(grep -oE 'fuzz targets? (`[a-z0-9_]+`(, )?)+' "$document" | grep -oE '`[a-z0-9_]+`' | tr -d '`' | sort -u); do
        exists "fuzz.$target" || complain "$document: there is no fuzz target $target"
    done
    awk -v document="$document" '
        /^## / { section = $0 }
        /^\|/ && section ~ /Promises|Who may give/ && !/^\|[-|]+$/ && ++row > 1 &&
            !/`(unit|faults|program|check|fuzz)[.]/ && !/`bench\// && !/_threads|test[.]sh/ {
            print document ": no test holds this: " substr($0, 1, 80); bad = 1 }
        !/^\|/ { row = 0 }
        END { exit bad }' "$document" || bad=1
done
for target in tests/fuzz/fuzz_*.c; do
    name=$(basename "$target" .c)
    name=${name#fuzz_}
    ! grep -q '^void fuzz_one(' "$target" || [ -d "tests/fuzz/corpus/$name" ] ||
        complain "$target: it has no corpus"
done
exit $bad
