#!/bin/sh
# layers_selftest.sh FOLDER: layers.sh names each planted violation, and nothing else.
set -eu
checks=$(cd "$(dirname "$0")" && pwd)
rm -rf "$1" && mkdir -p "$1" && cd "$1"
mkdir -p include/palpate shim core indexer/program query/program

plant()
{
    printf '#include %s\n' "$2" >>"$1"
}
plant core/good.c '"core/good.h"'
plant core/good.c '<palpate/view.h>'
plant core/good.c '<zlib.h>'
plant query/good.c '"core/good.h"'
plant query/program/good.c '<palpate/palpate.h>'
plant shim/good.cc '<xapian.h>'
plant shim/good.cc '<memory>'
sh "$checks/layers.sh" . || { echo "a good tree was refused"; exit 1; }

plant include/palpate/leak.h '"core/arena.h"'
plant core/upward.c '"query/parse.h"'
plant core/xapian.c '<xapian.h>'
plant query/across.c '"indexer/article.h"'
plant query/markup.c '<libxml/parser.h>'
plant indexer/across.c '"query/parse.h"'
plant indexer/program/reach.c '"core/arena.h"'
plant indexer/unknown.c '<curl/curl.h>'
plant shim/article.cc '<palpate/view.h>'
plant core/stray.cpp '"core/arena.h"'
expected="core/stray.cpp: no rule says what this file may include
core/upward.c may not include \"query/parse.h
core/xapian.c may not use <xapian.h
include/palpate/leak.h may not include \"core/arena.h
indexer/across.c may not include \"query/parse.h
indexer/program/reach.c may not include \"core/arena.h
indexer/unknown.c may not use <curl/curl.h
query/across.c may not include \"indexer/article.h
query/markup.c may not use <libxml/parser.h
shim/article.cc may not include <palpate/view.h"
if found=$(sh "$checks/layers.sh" .); then
    echo "a broken tree was accepted"
    exit 1
fi
[ "$found" = "$expected" ] || { printf 'found:\n%s\nexpected:\n%s\n' "$found" "$expected"; exit 1; }
