#!/bin/sh
# layers_selftest.sh FOLDER: layers.sh names each planted violation, and nothing else.
set -eu
checks=$(cd "$(dirname "$0")" && pwd)
rm -rf "$1" && mkdir -p "$1" && cd "$1"
mkdir -p include/palpate shim core indexer/html indexer/metadata indexer/content indexer/program \
    query/language query/rank query/index query/program server program tools/observe

plant()
{
    printf '#include %s\n' "$2" >>"$1"
}
plant core/good.c '"core/good.h"'
plant core/good.c '<palpate/view.h>'
plant core/good.c '<zlib.h>'
plant indexer/content/good.c '"indexer/html/good.h"'
plant indexer/content/good.c '"indexer/article.h"'
plant query/rank/good.c '"query/index/good.h"'
plant query/index/good.c '<xapian-c/xapian-c.h>'
plant query/program/good.c '<palpate/palpate.h>'
plant server/good.c '"server/good.h"'
plant server/good.c '<microhttpd.h>'
plant tools/observe/good.c '"indexer/html/tree.h"'
plant shim/good.cc '<xapian.h>'
plant shim/good.cc '<memory>'
sh "$checks/layers.sh" . || { echo "a good tree was refused"; exit 1; }

plant include/palpate/leak.h '"core/arena.h"'
plant core/upward.c '"query/language/parse.h"'
plant core/xapian.c '<xapian.h>'
plant query/rank/across.c '"indexer/article.h"'
plant query/rank/binding.c '<xapian-c/xapian-c.h>'
plant query/rank/markup.c '<libxml/parser.h>'
plant query/language/ahead.c '"query/rank/rank.h"'
plant query/stray.c '"core/arena.h"'
plant indexer/html/across.c '"query/language/parse.h"'
plant indexer/metadata/beside.c '"indexer/content/content.h"'
plant indexer/program/reach.c '"core/arena.h"'
plant indexer/content/unknown.c '<curl/curl.h>'
plant shim/article.cc '<palpate/view.h>'
plant server/reach.c '"core/arena.h"'
plant program/reach.c '"core/arena.h"'
plant tools/observe/across.c '"query/rank/rank.h"'
plant core/stray.cpp '"core/arena.h"'
expected='core/stray.cpp: no rule says what this file may include
core/upward.c may not include "query/language/parse.h
core/xapian.c may not use <xapian.h
include/palpate/leak.h may not include "core/arena.h
indexer/content/unknown.c may not use <curl/curl.h
indexer/html/across.c may not include "query/language/parse.h
indexer/metadata/beside.c may not include "indexer/content/content.h
indexer/program/reach.c may not include "core/arena.h
program/reach.c may not include "core/arena.h
query/language/ahead.c may not include "query/rank/rank.h
query/rank/across.c may not include "indexer/article.h
query/rank/binding.c may not include <xapian-c/xapian-c.h
query/rank/markup.c may not use <libxml/parser.h
query/stray.c: no rule says what this file may include
server/reach.c may not include "core/arena.h
shim/article.cc may not include <palpate/view.h
tools/observe/across.c may not include "query/rank/rank.h'
if found=$(sh "$checks/layers.sh" .); then
    echo "a broken tree was accepted"
    exit 1
fi
[ "$found" = "$expected" ] || { printf 'found:\n%s\nexpected:\n%s\n' "$found" "$expected"; exit 1; }
