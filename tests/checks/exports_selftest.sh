#!/bin/sh
# exports_selftest.sh CC FOLDER: exports.sh sees what is missing and what is too much.
set -eu
checks=$(cd "$(dirname "$0")" && pwd)
rm -rf "$2" && mkdir -p "$2" && cd "$2"
cat >toy.h <<'END'
#define TOY_API __attribute__((visibility("default")))
TOY_API int toy_open(const char *name);
TOY_API const char *
toy_name(int (*toy_callback)(void));
END
cat >toy.c <<'END'
#include "toy.h"
int toy_open(const char *name) { return name != 0; }
const char *toy_name(int (*toy_callback)(void)) { return toy_callback ? "a" : "b"; }
#ifdef EXTRA
TOY_API int toy_leak(void);
int toy_leak(void) { return 1; }
#endif
int toy_hidden(void);
int toy_hidden(void) { return 2; }
END
$1 -shared -fPIC -fvisibility=hidden toy.c -o good.so
$1 -shared -fPIC -fvisibility=hidden -DEXTRA toy.c -o leaky.so
$1 -shared -fPIC -fvisibility=hidden -xc /dev/null -o empty.so
sh "$checks/exports.sh" ./good.so TOY_API toy_ toy.h
for library in leaky empty; do
    if sh "$checks/exports.sh" ./$library.so TOY_API toy_ toy.h; then
        echo "$library.so was accepted"
        exit 1
    fi
done
