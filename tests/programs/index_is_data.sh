# An index is data: nothing in its folder starts a program, leads elsewhere or is waited for.
. "$PALPATE_PROGRAM_TESTS/lib.sh"

mkdir site
for i in 1 2 3; do
    page "site/page$i.html" "Page number $i" "The shoulder of page $i is stiff, as gazelle tells."
done
expect_exit 0 "$PALPATE_INDEX" index site
expect_exit 0 "$PALPATE_INDEX" other site

# refused NAME PATTERN: the index NAME is refused by all three programs in one line, and the
# program that it names, "ran", has not run.
refused()
{
    expect_exit 2 patiently "$PALPATE_QUERY" "$1" gazelle
    expect_match err "$2"
    [ "$(wc -l <err)" = 1 ] || { cat err; fail "more than one line about $1"; }
    expect_exit 2 patiently "$PALPATE_SERVE" "$1" --listen 127.0.0.1:0
    expect_match err "$2"
    expect_exit 2 patiently "$PALPATE_INDEX" --dry-run "$1" site
    [ -n "${3-}" ] || expect_match err "$2"
    [ ! -e ran ] || fail "$1 has started a program"
}
# fresh: a sound index named case.
fresh()
{
    rm -rf case
    cp -R index case
}
here=$PWD
no_stub='case/XAPIANDB: this stub does not name a generation of palpate: .*--rebuild'

# The stub says something else.
for line in 'remote :/usr/bin/touch ran' 'remote 127.0.0.1:1' "auto $here/other/gen-000001/shard" \
    'auto ../other/gen-000001/shard' 'auto gen-000001/../../other/gen-000001/shard' \
    'auto gen-000001' 'auto gen-000001/shard/' 'auto gen-1/shard' 'auto gen-0000001/shard' \
    'auto gen-4294967297/shard' 'auto gen-000000/shard' 'auto  gen-000001/shard' \
    ' auto gen-000001/shard' 'AUTO gen-000001/shard' 'glass gen-000001/shard' \
    'auto gen-000001/shard ' '# auto gen-000001/shard' 'inmemory' '' \
    'auto gen-000001/shard
auto gen-000001/shard' 'auto gen-000001/shard
remote :/usr/bin/touch ran' '
auto gen-000001/shard'; do
    fresh
    printf '%s\n' "$line" >case/XAPIANDB
    refused case "$no_stub"
done
fresh
printf 'auto gen-000001/shard\0remote :/usr/bin/touch ran\n' >case/XAPIANDB
refused case "$no_stub"
fresh
head -c 50000000 /dev/zero | tr '\0' '\n' >case/XAPIANDB
refused case "$no_stub"
# Without its line break it is whole all the same.
fresh
printf 'auto gen-000001/shard' >case/XAPIANDB
expect_exit 0 "$PALPATE_QUERY" case gazelle

# The stub is no plain file.
for make in 'mkfifo' 'mkdir' 'ln -s ../other/XAPIANDB' 'ln -s /dev/zero' 'ln -s absent'; do
    fresh
    rm case/XAPIANDB
    $make case/XAPIANDB
    refused case "$no_stub"
done

# INDEX is no folder.
rm -rf case
echo 'remote :/usr/bin/touch ran' >case
refused case "there is no index here" only_read
printf 'auto %s/other/gen-000001/shard\n' "$here" >case
refused case "there is no index here" only_read
rm case
mkfifo case
refused case "there is no index here" only_read
rm case
# A link to the folder is the folder.
ln -s index case
expect_exit 0 "$PALPATE_QUERY" case gazelle
expect_exit 0 "$PALPATE_INDEX" case site
rm case

# The database is another stub, or holds one.
fresh
rm -r case/gen-000001/shard
echo 'remote :/usr/bin/touch ran' >case/gen-000001/shard
refused case "case/gen-000001/shard: "
fresh
echo 'remote :/usr/bin/touch ran' >case/gen-000001/shard/XAPIANDB
refused case "case/gen-000001/shard: this folder has a stub"
rm case/gen-000001/shard/*.glass case/gen-000001/shard/iamglass
refused case "case/gen-000001/shard: this folder has a stub"
fresh
rm case/gen-000001/shard/*
refused case "case/gen-000001/shard: "

# A folder or a table is a link that leads out, or a pipe that would be waited for.
fresh
rm -r case/gen-000001
ln -s ../other/gen-000001 case/gen-000001
refused case "case/gen-000001/shard: "
fresh
rm -r case/gen-000001/shard
ln -s ../../other/gen-000001/shard case/gen-000001/shard
refused case "case/gen-000001/shard: "
for name in iamglass postlist.glass docdata.glass termlist.glass flintlock; do
    for make in 'mkfifo' "ln -s $here/other/gen-000001/shard/$name"; do
        fresh
        rm -f "case/gen-000001/shard/$name"
        $make "case/gen-000001/shard/$name"
        refused case "case/gen-000001/shard: this folder has a stub, a link"
    done
done
for name in gen-000001 gen-000001/shard; do
    fresh
    rm -r "case/$name"
    mkfifo "case/$name"
    refused case "case/gen-000001/shard: "
done

# What a writer would write to is no link out of the folder, and no pipe.
echo kept >precious
for make in mkfifo mkdir "ln -s $here/precious" 'ln -s lock'; do
    fresh
    rm case/lock
    $make case/lock
    expect_exit 2 patiently "$PALPATE_INDEX" case site
    expect_match err "case/lock: this is not a plain file: remove it and run again"
done
for make in mkfifo "ln -s $here/precious"; do
    fresh
    $make case/XAPIANDB.new
    expect_exit 0 patiently "$PALPATE_INDEX" --rebuild case site
    expect_exit 0 "$PALPATE_QUERY" case gazelle
done
[ "$(cat precious)" = kept ] || fail "a link in the folder was written to"
# A generation that is a link is removed, not what it leads to.
fresh
mkdir elsewhere
echo kept >elsewhere/file
ln -s ../elsewhere case/gen-000007
expect_exit 0 "$PALPATE_INDEX" --rebuild case site
[ ! -e case/gen-000007 ] || fail "a generation that is a link stays"
[ "$(cat elsewhere/file)" = kept ] || fail "what a link leads to was removed"
