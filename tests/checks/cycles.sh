#!/bin/sh
# cycles.sh TREE: no module includes itself by way of others.  A module is NAME.h and NAME.c;
# a module of a cycle cannot be read, tested or moved without all the others of it.
set -eu
cd "$1"
find shim core indexer query server program tools -type f \
    \( -name '*.[ch]' -o -name '*.cc' -o -name '*.hpp' \) | sort |
    xargs awk '
    function module(path) { sub(/[.][a-z]+$/, "", path); return path }
    FNR == 1 { from = module(FILENAME); folder = FILENAME; sub(/[^\/]*$/, "", folder); known[from] = 1 }
    /^[ \t]*#[ \t]*include[ \t]*"/ {
        split($0, part, "\"")
        # Programs include their own headers by their names alone.
        to = module(part[2] ~ /\// ? part[2] : folder part[2])
        if (to != from && !((from, to) in edge)) {
            edge[from, to] = 1
            target[from, ++out[from]] = to
        }
    }
    # Tarjan: strongly connected components of more than one module are the cycles.
    function visit(v, i, w, size, names) {
        low[v] = number[v] = ++count
        stack[++top] = v
        on_stack[v] = 1
        for (i = 1; i <= out[v]; i++) {
            w = target[v, i]
            if (!(w in number)) {
                visit(w)
                if (low[w] < low[v])
                    low[v] = low[w]
            } else if (on_stack[w] && number[w] < low[v])
                low[v] = number[w]
        }
        if (low[v] != number[v])
            return
        do {
            w = stack[top--]
            on_stack[w] = 0
            names = names " " w
            size++
        } while (w != v)
        if (size > 1) {
            print size " modules include each other:" names
            failures += size
        }
    }
    END {
        for (v in known)
            modules++
        if (modules == 0) {
            print "no sources"
            exit 1
        }
        for (v in known)
            if (!(v in number))
                visit(v)
        print failures + 0 " of " modules " modules are in include cycles"
        exit failures > 0
    }'
