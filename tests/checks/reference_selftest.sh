#!/bin/sh
# reference_selftest.sh TREE FOLDER: a function, a structure and an enumeration without a comment are
# seen, and the tree as it is passes.
set -eu
tree=$1 folder=$2
check=$(cd "$(dirname "$0")" && pwd)/reference.sh
fresh()
{
    rm -rf "$folder" && mkdir -p "$folder/docs"
    cp -R "$tree/include" "$folder"
    cp "$tree/docs/Doxyfile" "$tree/docs/doxygen.awk" "$folder/docs"
}
# plant TEXT: it goes to the end of a header.
plant()
{
    fresh
    sed -i "s|^PALPATE_API const char \*palpate_version.*|&\n\n$1|" "$folder/include/palpate/version.h"
    grep -qF "$1" "$folder/include/palpate/version.h"
    if sh "$check" "$folder" >"$folder/log"; then
        echo "not seen: $1"
        exit 1
    fi
    grep -q 'version.h' "$folder/log" || { cat "$folder/log"; exit 1; }
}
fresh
sh "$check" "$folder"
plant 'PALPATE_API void palpate_bare(void);'
plant 'typedef struct palpate_bare { int x; } palpate_bare;'
plant 'typedef enum palpate_bare { PALPATE_BARE } palpate_bare;'
