# What is published stays published: no failure and no kill around the renaming of the stub
# loses the index, blocks its folder or leaves anything behind.
. "$PALPATE_PROGRAM_TESTS/lib.sh"

mkdir site
for i in 1 2 3; do
    page "site/page$i.html" "Page number $i" "The shoulder of page $i is stiff, as gazelle tells."
done
EIO=5 EINVAL=22 ENOTSUP=95
# faulty CALL NUMBER WHAT COMMAND...: see faulty.c.
faulty()
{
    FAULTY_CALL=$1 FAULTY_AT=$2 FAULTY_DO=$3
    export FAULTY_CALL FAULTY_AT FAULTY_DO
    shift 3
    preloaded "$@"
}
# count CALL COMMAND...: the number of calls, in $count.
count()
{
    call=$1
    shift
    FAULTY_COUNT=count expect_exit 0 faulty "$call" 0 none "$@"
    count=$(cat count)
}
# tidy INDEX: nothing but the live generation, the one before, the stub and the lock.
tidy()
{
    live=$(sed 's|auto \(.*\)/shard|\1|' "$1/XAPIANDB")
    for name in "$1"/* "$1"/gen-*/*; do
        case ${name#"$1"/} in
        XAPIANDB | lock | "$live" | "$live/shard" | gen-*/shard | gen-*/manifest) ;;
        gen-*/*) fail "$name is left behind" ;;
        gen-*) [ "${name#"$1"/}" \< "$live" ] || fail "$name is left behind" ;;
        *) fail "$name is left behind" ;;
        esac
    done
    [ "$(ls -d "$1"/gen-* | wc -l)" -le 2 ] || fail "generations are left behind in $1"
}

# A folder that cannot be synced, before the renaming and after it: one of the two
# generations answers, and the next run works.
expect_exit 0 "$PALPATE_INDEX" index site
count fsync-folder "$PALPATE_INDEX" --jobs 1 --rebuild index site
[ "$count" -ge 4 ] || fail "only $count folders are synced"
for at in $(seq "$count"); do
    expect_exit 2 faulty fsync-folder "$at" $EIO "$PALPATE_INDEX" --jobs 1 --rebuild index site
    [ "$(wc -l <err)" = 1 ] || { cat err; fail "more than one line"; }
    expect_exit 0 "$PALPATE_QUERY" index gazelle
    expect_exit 0 "$PALPATE_INDEX" index site
    tidy index
done
expect_exit 2 faulty fsync-folder "$count" $EIO "$PALPATE_INDEX" --jobs 1 --rebuild index site
expect_match err '^palpate-index: index: the new index is in place, but may not outlast a power failure'
export FAULTY_ALL=1
expect_exit 2 faulty fsync-folder 1 $EIO "$PALPATE_INDEX" --rebuild index site
expect_match err 'nothing was changed'
expect_exit 0 "$PALPATE_QUERY" index gazelle
# A file system that has no fsync() for folders is no failure.
for error in $EINVAL $ENOTSUP; do
    rm -rf network
    expect_exit 0 faulty fsync-folder 1 $error "$PALPATE_INDEX" network site
    expect_exit 0 faulty fsync-folder 1 $error "$PALPATE_INDEX" --rebuild network site
    expect_exit 0 "$PALPATE_QUERY" network gazelle
done
unset FAULTY_ALL

# Every file of a generation is synced by the program itself, which says so where that fails.
mkdir traced
export FAULTY_ALL=1
expect_exit 2 faulty fsync 1 $EIO "$PALPATE_INDEX" traced site
unset FAULTY_ALL
expect_match err 'traced.*nothing was changed'
expect_exit 0 "$PALPATE_INDEX" traced site
tidy traced

# A first build that is killed while it publishes does not block the folder.
for at in 1 2 3; do
    rm -rf first
    count open "$PALPATE_INDEX" --jobs 1 first site
    rm -rf first
    expect_exit 137 faulty open $((count - at + 1)) kill "$PALPATE_INDEX" --jobs 1 first site
    expect_exit 0 "$PALPATE_INDEX" first site
    expect_exit 0 "$PALPATE_QUERY" first gazelle
    tidy first
done
rm -rf first
count rename "$PALPATE_INDEX" --jobs 1 first site
rm -rf first
expect_exit 137 faulty rename "$count" kill "$PALPATE_INDEX" --jobs 1 first site
[ -e first/XAPIANDB.new ] || fail "the run was not killed while it published"
expect_exit 0 "$PALPATE_INDEX" first site
tidy first

# What a killed rebuild leaves goes with the next run, an update that finds nothing too; the
# generation before stays for those who read it, and a dry run removes nothing.
expect_exit 0 "$PALPATE_INDEX" --rebuild first site
expect_exit 137 faulty rename "$count" kill "$PALPATE_INDEX" --jobs 1 --rebuild first site
[ -e first/XAPIANDB.new ] || fail "the rebuild was not killed while it published"
mkdir -p first/gen-000009/shard
touch first/gen-000007
expect_exit 0 "$PALPATE_INDEX" --dry-run first site
[ -e first/gen-000009 ] || fail "a dry run removes something"
expect_exit 0 "$PALPATE_INDEX" first site
expect_match err "0 pages read, 3 unchanged"
tidy first
[ "$(ls -d first/gen-* | wc -l)" = 2 ] || fail "the generation before is gone"
