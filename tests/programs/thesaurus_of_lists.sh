# Lists of names become other names that palpate-index reads.
. "$PALPATE_PROGRAM_TESTS/lib.sh"

lists="$PALPATE_SOURCE/docs/lists_to_thesaurus.awk"
cat >lists.tsv <<'END'
# a comment
Prothrombin time (PT)	INR|PT|Clotting - time|Pro-time|P
Frozen shoulder	Adhesive capsulitis|capsulitis, adhesive|frozen shoulder|Stiff joint
Ten ways to move a stiff arm every day	Exercise
Stiff knee	Stiff joint|knee, stiff, of the elderly
Stiff hip	Stiff joint
Range of motion	ROM|ROMANCE
END
awk -f "$lists" lists.tsv >all.tsv
printf '%s\t%s\t%s\tMedQuAD%s\n' \
    'Prothrombin time' PT abbreviation '	ambiguous' \
    'Prothrombin time' INR abbreviation '	ambiguous' \
    'Prothrombin time' Pro-time synonym '' \
    'Frozen shoulder' 'Adhesive capsulitis' synonym '' \
    'Frozen shoulder' 'Stiff joint' broader '' \
    'Stiff knee' 'Stiff joint' broader '' \
    'Stiff hip' 'Stiff joint' broader '' \
    'Range of motion' ROM abbreviation '	ambiguous' \
    'Range of motion' ROMANCE synonym '' >expected.tsv
diff expected.tsv all.tsv || fail "other names came out"
awk -v source=own -f "$lists" lists.tsv | cut -f 4 | sort -u >sources
[ "$(cat sources)" = own ] || fail "the source is not the one that was given"

mkdir pages
page pages/a.html Shoulders "Adhesive capsulitis takes away the range of motion of an arm." \
    "Many people wait for months before they ask anybody about it, and lose more of it."
page pages/b.html Blood "The prothrombin time tells how long blood takes to clot." \
    "It is measured before many operations, and while people take certain medicines."
expect_exit 0 "$PALPATE_INDEX" index pages --base-url https://m.example/ --thesaurus all.tsv

# names QUERY...: what is searched besides, a line each.
names()
{
    "$PALPATE_QUERY" --format json index "$@" | jq -r '.expanded[].to' | sort | paste -s -d ,
}
[ "$(names frozen shoulder)" = "Adhesive capsulitis" ] || fail "frozen shoulder: $(names frozen shoulder)"
[ "$(names '"frozen shoulder"')" = "Adhesive capsulitis" ] || fail "not inside quotes"
[ "$(names --no-expand '"frozen shoulder"')" = "" ] || fail "--no-expand expands"
# A short form stands for something only in company that is met there.
[ "$(names ROM)" = "" ] || fail "ROM alone stands for $(names ROM)"
[ "$(names ROM of the arm)" = "Range of motion" ] || fail "ROM of the arm: $(names ROM of the arm)"
[ "$(names ROM blood)" = "" ] || fail "ROM in the wrong company: $(names ROM blood)"
[ "$(names PT blood)" = "Prothrombin time" ] || fail "PT blood: $(names PT blood)"
[ "$(names P)" = "" ] || fail "a single letter names $(names P)"
