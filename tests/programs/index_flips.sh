# Of bits that are flipped in the files of an index none changes an answer in silence, --verify sees
# each that could, and every error names a way out.  bench/damage.sh flips 2,000.
. "$PALPATE_PROGRAM_TESTS/lib.sh"

cat >questions <<END
frozen shoulder
is manipulation safe with osteoporosis
"Spurling test"
+numb hand at night
sciatica -surgery
osteoarthritis X-ray
kind:exercises ankle
fozen sholder
END
expect_exit 0 "$PALPATE_INDEX" --quiet --thesaurus "$PALPATE_SOURCE/corpus/thesaurus.tsv" index "$PALPATE_SOURCE/corpus/articles"
expect_exit 0 "$FLIPS" index questions "${FLIPS_COUNT-60}" "${FLIPS_SEED-7}"
cat out err
# total: flips, same, error, wrong, wrong after --verify, seen by --verify, no way out
tail -n 1 out | {
    read -r _ flips _ errors wrong wrong_verified _ no_way_out
    [ "$flips" = "${FLIPS_COUNT-60}" ] || fail "$flips flips"
    [ "$errors" -gt 0 ] || fail "no flip is seen"
    [ $((wrong * 400)) -le "$flips" ] || fail "$wrong of $flips flips change an answer in silence"
    [ "$wrong_verified" = 0 ] || fail "--verify does not see $wrong_verified flips that change an answer"
    [ "$no_way_out" = 0 ] || fail "$no_way_out errors name no way out"
}
expect_exit 0 "$PALPATE_INDEX" --verify index
