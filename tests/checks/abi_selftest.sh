#!/bin/sh
# abi_selftest.sh CC FOLDER: abi.sh finds what breaks programs, and lets pass what does not.
set -eu
cc=$1 folder=$2
here=$(cd "$(dirname "$0")" && pwd)
command -v abidw >/dev/null || { echo "SKIPPED: abidw is missing: install abigail-tools"; exit 77; }
rm -rf "$folder"
mkdir -p "$folder/include/toy"
header=$folder/include/toy/toy.h
fresh()
{
    cat >"$header" <<'C'
#include <stdint.h>
#ifndef API
#define API
#endif
typedef enum { TOY_FIRST, TOY_SECOND } toy_kind;
typedef struct toy { int32_t size; int32_t colour; const char *name; uint64_t reserved[4]; } toy;
typedef struct toy_handle toy_handle;
API int toy_count(const toy_handle *handle, const toy *like, toy_kind kind);
API void toy_close(
        toy_handle *handle);
C
}
abi() { sh "$here/abi.sh" "$cc" API "$header" "$folder/toy.xml" "$@"; }
# try EXPECTED CHANGE: an edit of the header by sed is let pass, or found.
try()
{
    fresh
    sed -i "$2" "$header"
    code=0
    abi >"$folder/said" 2>&1 || code=$?
    [ $code = "$1" ] || { cat "$folder/said"; echo "$2: ended with $code"; exit 1; }
}
fresh
abi --store
try 0 ''
try 0 's/uint64_t reserved.4./double weight; uint64_t reserved[3]/'
try 0 's/^API void/API int toy_size(const toy *one);\n&/'
try 0 's/TOY_SECOND/TOY_SECOND, TOY_THIRD/'
try 1 's/uint64_t reserved.4./uint64_t reserved[4]; double weight/'
try 1 's/uint64_t reserved.4./uint64_t reserved[3]/'
try 1 's/int32_t size; int32_t colour/int32_t colour; int32_t size/'
try 1 's/int32_t colour/float colour/'
try 1 's/TOY_FIRST, //'
try 1 's/toy_close/toy_end/'
try 1 's/toy_kind kind)/toy_kind kind, int more)/'
try 1 's/API int toy_count/API const char *toy_count/'
