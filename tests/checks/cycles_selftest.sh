#!/bin/sh
# cycles_selftest.sh FOLDER: cycles.sh names the modules of a planted cycle, and nothing else.
set -eu
checks=$(cd "$(dirname "$0")" && pwd)
rm -rf "$1" && mkdir -p "$1" && cd "$1"
mkdir -p shim core indexer query server program tools

plant()
{
    printf '#include "%s"\n' "$2" >>"$1"
}
plant core/base.c core/base.h
plant indexer/page.c indexer/page.h
plant indexer/page.h core/base.h
plant indexer/tree.h indexer/page.h
sh "$checks/cycles.sh" . >out || { cat out; echo "a tree without cycles was refused"; exit 1; }

# By way of a source, by way of a third module, and by a name without its folder.
plant core/base.c core/word.h
plant core/word.h core/term.h
plant core/term.c core/base.h
plant server/ask.h server/worker.h
plant server/worker.c server/ask.h
plant program/help.h options.h
plant program/options.c help.h
if sh "$checks/cycles.sh" . >out; then
    echo "cycles were accepted"
    exit 1
fi
grep -q '^7 of 9 modules are in include cycles$' out &&
    grep -q '^3 modules include each other:' out &&
    grep -q '^2 modules include each other:.* server/' out &&
    grep -q '^2 modules include each other:.* program/' out || { cat out; exit 1; }
