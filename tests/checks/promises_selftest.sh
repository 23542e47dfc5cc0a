#!/bin/sh
# promises_selftest.sh FOLDER: the check sees a test or a script that does not exist, a promise without one, and
# a target without a corpus or of which SECURITY.md does not speak.
set -eu
check=$(cd "$(dirname "$0")" && pwd)/promises.sh
rm -rf "$1"
mkdir -p "$1/docs" "$1/bench" "$1/tests/unit" "$1/tests/programs" "$1/tests/fuzz/corpus/page"
cd "$1"
echo x >tests/unit/test_record.c
echo x >tests/programs/life.sh
echo x >bench/a.sh
echo 'void fuzz_one(palpate_view bytes)' >tests/fuzz/fuzz_page.c

# write ROW: both documents, one with this row as its second promise.
write()
{
    printf '# A\n\n## Promises\n\n| promise | held by |\n|---|---|\n| one | `unit.record` |\n%s\n' "$1" >docs/RELIABILITY.md
    printf '# B\n\n| who | held by |\n|---|---|\n| all | fuzz target `page` |\n\n## Limits\n\n| of | bound |\n|---|---|\n| a | 1 |\n' >docs/SECURITY.md
}
write '| two | `program.life`, by hand `bench/a.sh` |'
sh "$check" . || { echo "a sound tree is refused"; exit 1; }
for row in '| two | `program.death` |' '| two | `unit.records` |' '| two | |' '| two | `check.nothing` |' \
    '| two | `unit.record`, fuzz targets `page`, `pages` |' '| two | by hand `bench/b.sh` |' \
    "$(printf '\n## Damage\n\n| promise | held by |\n|---|---|\n| two | |')"; do
    write "$row"
    if sh "$check" . >said; then
        echo "not seen: $row"
        exit 1
    fi
done
write ''
cp tests/fuzz/fuzz_page.c tests/fuzz/fuzz_query.c
if sh "$check" . >said; then
    echo "a target without a corpus is not seen"
    exit 1
fi
mkdir -p tests/fuzz/corpus/query
if sh "$check" . >said; then
    echo "a target that no document names is not seen"
    exit 1
fi
