# A run that is stopped, killed or out of disk loses nothing that was stored.
. "$PALPATE_PROGRAM_TESTS/lib.sh"

mkdir site
i=0
while [ $i -lt 400 ]; do
    page "site/p$i.html" "Number $i" "Text of page $i about topic$((i % 7)) and oldword."
    i=$((i + 1))
done
expect_exit 0 "$PALPATE_INDEX" index site

# A writer that is killed in the middle leaves the old index answering, and the next one
# cleans up after it.
for pause in 0.02 0.05 0.1; do
    "$PALPATE_INDEX" --quiet --rebuild index site 2>/dev/null &
    sleep $pause
    kill -KILL $! 2>/dev/null || true
    wait $! 2>/dev/null || true
    expect_exit 0 "$PALPATE_QUERY" index oldword
done
expect_exit 0 "$PALPATE_INDEX" --rebuild index site
[ "$(ls -d index/gen-* | wc -l)" -le 2 ] || fail "killed runs leave generations behind"

# An interrupt publishes nothing: it ends by the signal, or the run was over before.
cp index/XAPIANDB before
"$PALPATE_INDEX" --quiet --rebuild index site 2>err &
kill -INT $!
code=0
wait $! || code=$?
case $code in
130) cmp before index/XAPIANDB || fail "an interrupted run has published" ;;
0) ;;
*) fail "an interrupted run ended with $code" ;;
esac
expect_exit 0 "$PALPATE_QUERY" index oldword

# No room on the disk: one line, nothing lost.  A limit on the size of files stands in.
(
    allow_leaks_of_libxapian
    ulimit -f 64
    trap '' XFSZ
    code=0
    "$PALPATE_INDEX" --quiet --rebuild index site 2>full.err || code=$?
    [ "$code" = 2 ] || { cat full.err; fail "a full disk ended with $code"; }
)
expect_match full.err "^palpate-index: index: cannot write the index: .*: nothing was changed; see that the disk"
[ "$(wc -l <full.err)" = 1 ] || { cat full.err; fail "a full disk has more than one line"; }
expect_exit 0 "$PALPATE_QUERY" index oldword
expect_exit 0 "$PALPATE_INDEX" index site

# A second writer is told to wait.
if command -v flock >/dev/null; then
    expect_exit 2 flock index/lock "$PALPATE_INDEX" index site
    expect_match err "another palpate-index is writing"
fi

# What is no index, and an index that was damaged, name the way out.
mkdir other
printf 'auto nowhere\n' >other/XAPIANDB
expect_exit 2 "$PALPATE_INDEX" other site
expect_match err "does not name a generation of palpate"
expect_exit 2 "$PALPATE_QUERY" nowhere word
expect_match err "palpate-query: nowhere: there is no index here .*palpate-index"
