#!/bin/sh
# headers_selftest.sh CC CXX FOLDER: headers.sh refuses what does not stand alone.
set -eu
checks=$(cd "$(dirname "$0")" && pwd)
rm -rf "$3"

try()
{
    rm -rf "$3/tried" && mkdir -p "$3/tried"
    printf '%s\n' "$4" >"$3/tried/toy.h"
    sh "$checks/headers.sh" "$1" "$2" "$3/tried" 2>/dev/null
}
try "$1" "$2" "$3" '#include <stddef.h>
size_t toy_size(void);' || { echo "a good header was refused"; exit 1; }
for bad in 'size_t toy_size(void);' 'typedef struct toy { int class; } toy;' 'int toy_value = 1;'; do
    if try "$1" "$2" "$3" "$bad"; then
        echo "accepted: $bad"
        exit 1
    fi
done
