#!/bin/sh
# docs.sh TREE: every file and folder that the documents name exists.
#
# It reads names in `backticks` outside of code blocks, and the targets of links.  A name may be
# the end of a path; `*` and the words of PLACEHOLDERS match anything.  A name without a folder
# of the tree counts only if it ends like a source file, a document or a folder.  Names that
# start with build/, ../ or / are of other places.
set -eu
checks=$(cd "$(dirname "$0")" && pwd)
cd "$1"
list=$(mktemp)
trap 'rm -f "$list"' EXIT
sh "$checks/files.sh" . '*' | sed 's|^[.]/||' >"$list"
documents=$(grep -E '^(README|CONTRIBUTING)[.]md$|^(docs|tools|words|examples|shim)/(.*/)?[^/]*[.]md$' "$list")
awk -v PLACEHOLDERS='STAGE|FORMAT|ROUTE|NAME' \
    -v SOURCES='c|h|cc|hpp|sh|py|awk|cmake|md|js|css|rules' '
function add_path(path, at) {
    is_there[path]
    while ((at = index(path, "/")) > 0) {
        path = substr(path, at + 1)
        is_there[path]
    }
}
function add_file(path, part) {
    file[++files] = path
    add_path(path)
    while (match(path, "/[^/]*$")) {
        path = substr(path, 1, RSTART - 1)
        if (path "/" in is_folder)
            return
        is_folder[path "/"]
        file[++files] = path "/"
        add_path(path "/")
    }
    top[path]
}
function fits(pattern, i) {
    gsub("[.]", "[.]", pattern)
    gsub("[*]", "[^/]*", pattern)
    for (i = 1; i <= files; i++)
        if (file[i] ~ "(^|/)" pattern "$")
            return 1
    return 0
}
function names_a_path(name, first) {
    if (name !~ "^[A-Za-z0-9_.*/-]+$" || name ~ "^/|^[.][.]/|^build/|^[.*]+$")
        return 0
    first = name
    sub("/.*", "", first)
    return name ~ "[a-zA-Z0-9_*][.](" SOURCES ")$" || (name ~ "/" && first in top) ||
        name ~ "^[a-z_-]+/$"
}
function complain(name) {
    print FILENAME ":" FNR ": there is no " name
    failures++
}
function check_name(name, pattern) {
    sub("^[.]/", "", name)
    if (!names_a_path(name) || name in is_there || (name "/") in is_there)
        return
    pattern = name
    gsub(PLACEHOLDERS, "*", pattern)
    if (pattern !~ "[*]" || !fits(pattern))
        complain(name)
}
function check_target(target, folder) {
    sub("#.*", "", target)
    if (target == "" || target ~ "^[a-z]+:")
        return
    folder = FILENAME
    if (!sub("/[^/]*$", "/", folder))
        folder = ""
    target = folder target
    while (sub("[^/]+/[.][.]/", "", target));
    if (!(target in is_exact))
        complain(target)
}
FNR == NR { add_file($0); next }
FNR == 1 && !is_ready {
    for (i = 1; i <= files; i++)
        is_exact[file[i]]
    is_ready = 1
}
FNR == 1 { is_code = is_open = 0 }
/^ *```/ { is_code = !is_code; next }
is_code { next }
{
    count = split($0, span, "`")
    for (i = 1; i <= count; i++)
        if ((i % 2 == 0) != is_open)
            check_name(span[i])
    is_open = NF > 0 && (count % 2 == 0) != is_open
    rest = $0
    while (match(rest, "[]][(][^() ]+[)]")) {
        check_target(substr(rest, RSTART + 2, RLENGTH - 3))
        rest = substr(rest, RSTART + RLENGTH)
    }
}
END { exit failures > 0 }' "$list" $documents
