#!/bin/sh
# reproducible.sh: the source tarball of the newest commit, made twice, is the same bytes; and so are the Debian
# packages that two folders of other names make of it, without git.  Run by hand; it needs what packages are built
# with.  Exit code 1 where something differs.
set -eu
tree=$(cd "$(dirname "$0")/.." && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
trap 'exit 130' INT TERM

git clone -q "$tree" "$scratch/clone"
first=$(sh "$tree/packaging/tarball.sh" "$scratch/first")
second=$(cd "$scratch/clone" && sh packaging/tarball.sh "$scratch/second")
cmp "$first" "$second"
echo "the same tarball: $(sha256sum <"$first" | cut -c 1-16)"

# No program of that name is found, and the second folder has a longer name and another time.
mkdir "$scratch/bin"
printf '#!/bin/sh\necho "git is not here" >&2\nexit 127\n' >"$scratch/bin/git"
chmod +x "$scratch/bin/git"
PATH=$scratch/bin:$PATH
for folder in one another-of-two; do
    mkdir "$scratch/$folder"
    tar -C "$scratch/$folder" --strip-components=1 -xzf "$first"
    (
        cd "$scratch/$folder"
        cmake --preset package
        cmake --build --preset package
        cd build/package
        cpack
    ) >"$scratch/log" 2>&1 || { tail -n 40 "$scratch/log"; exit 1; }
    umask 0027
done
count=0
for package in "$scratch"/one/build/package/*.deb; do
    cmp "$package" "$scratch/another-of-two/build/package/$(basename "$package")"
    count=$((count + 1))
done
[ "$count" -ge 5 ] || { echo "only $count packages were made"; exit 1; }
echo "the same $count packages"
