#!/bin/sh
# promises.sh TREE: every test and every script of bench/ that docs/RELIABILITY.md and docs/SECURITY.md name
# exists, and every row of a table of promises names one.  Targets of fuzzing have a corpus, and SECURITY.md
# says what each is for.
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
    for script in $(grep -oE '`bench/[a-z_]+[.]sh' "$document" | tr -d '`' | sort -u); do
        [ -f "$script" ] || complain "$document: there is no $script"
    done
    awk -v document="$document" '
        /^\|/ && !/^\|[-|]+$/ && ++row == 1 { is_of_promises = /held by/ }
        /^\|/ && is_of_promises && !/^\|[-|]+$/ && row > 1 &&
            !/`(unit|faults|program|check|fuzz)[.]/ && !/fuzz targets? `/ && !/`bench\// && !/_threads|test[.]sh/ {
            print document ": no test holds this: " substr($0, 1, 80); bad = 1 }
        !/^\|/ { row = 0 }
        END { exit bad }' "$document" || bad=1
done
for target in tests/fuzz/fuzz_*.c; do
    name=$(basename "$target" .c)
    name=${name#fuzz_}
    ! grep -q '^void fuzz_one(' "$target" || [ -d "tests/fuzz/corpus/$name" ] ||
        complain "$target: it has no corpus"
    ! grep -q '^void fuzz_one(' "$target" || grep -q "\`\(fuzz[.]\)\{0,1\}$name\`" docs/SECURITY.md ||
        complain "$target: docs/SECURITY.md does not say whose bytes it is for"
done
exit $bad
